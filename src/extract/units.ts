// The noun that counts something after a number: "3.085/4.081 [trường] mầm non", "2/3 số [đại biểu]".
import type { Token } from '../text/words.ts'
import type { Page } from './page.ts'

/** Index of the first token that starts at or after an offset. Binary search. */
export function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The unit noun that stands directly after `offset` (a space, and "số", "tổng số", "các" between them are allowed), as
 * the dictionary has it; null where none does.
 */
export function unitAfter(page: Page, offset: number): { noun: string; end: number } | null {
  const { tokens } = page
  let index = tokenIndexAt(tokens, offset)
  if ((tokens[index]?.start ?? Number.POSITIVE_INFINITY) > offset + 1) return null
  for (let skipped = 0; skipped < 3; skipped++) {
    const match = page.lexicon.unitNouns.longestAt(tokens, index)
    const noun = match?.values[0]?.noun
    if (match && noun) return { noun, end: match.end }
    if (!/^(?:tổng|số|các|lượt)$/u.test(tokens[index]?.text ?? '')) return null
    index++
  }
  return null
}
