// Where orders may stand: the words that every order in a sentence begins with, found once among the tokens of a page. Few
// sentences hold one, and only those are searched with patterns.
import { phraseIndexOf } from '../../text/phrase-index.ts'
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'

/** The longer of two that begin alike comes first. */
export const orderWords = [
  'yêu cầu',
  'đề nghị',
  'giao nhiệm vụ cho',
  'giao',
  'chỉ đạo',
  'chỉ thị',
  'lưu ý',
  'nhấn mạnh',
  'quán triệt',
  'nhắc nhở',
  'nhắc',
  'đề xuất',
  'kiến nghị',
]
const index = phraseIndexOf(orderWords.map((words) => [words, true] as const))

const offsets = new WeakMap<Page, number[]>()

/** Offsets of the words of order of a page, in order. */
function offsetsOf(page: Page): number[] {
  const known = offsets.get(page)
  if (known) return known
  const found: number[] = []
  for (const i of index.beginnings(page.wordNumbers)) {
    const match = index.longestAt(page.tokens, i)
    if (match) found.push(match.start)
  }
  offsets.set(page, found)
  return found
}

/** True where a word of order begins in a span. */
export function holdsOrderWord(page: Page, { start, end }: Span): boolean {
  const found = offsetsOf(page)
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle] ?? end) < start) low = middle + 1
    else high = middle
  }
  return (found[low] ?? end) < end
}
