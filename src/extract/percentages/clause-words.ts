// The words of a clause and what each does in it: "Thu ngân sách | ước đạt | 394 | tỷ đồng | , | bằng | …".
//
// Roles come from dictionaries/share-words.tsv, whose longest phrase counts: "thực hiện" holds no "hiện". What is in closed
// brackets takes no part in the clause.
import type { ShareWord } from '../../lexicon/lexicon.ts'
import { startsDigit, startsWord } from '../../text/letters.ts'
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { tokenIndexAt } from '../units.ts'

export type Word = Span & {
  key: string
  role: ShareWord['role'] | 'number' | 'comma' | 'colon' | 'stop' | 'open' | 'close' | 'mark' | null
}

/** Short words with a dot behind them that ends no sentence: "TP. Hồ Chí Minh". */
const shortened = /^(?:\p{L}|tp|tx|ths|ts|pgs|gs|bs|tr|th|st)$/u

/** The words of a span of the view, in order. */
export function clauseWords(page: Page, span: Span): Word[] {
  const { tokens, key } = page
  const words: Word[] = []
  for (let i = tokenIndexAt(tokens, span.start); i < tokens.length; ) {
    const token = tokens[i]
    if (!token || token.start >= span.end) break
    if (startsDigit(token.text)) {
      // A number with its dots and commas is one word: "1.162.900", "17,5".
      let last = i
      for (;;) {
        const [joint, next] = [tokens[last + 1], tokens[last + 2]]
        if (!joint || !next || joint.end !== next.start || tokens[last]?.end !== joint.start) break
        if (!/^[.,]$/u.test(joint.text) || !startsDigit(next.text) || next.end > span.end) break
        last += 2
      }
      const end = tokens[last]?.end ?? token.end
      words.push({ start: token.start, end, key: key.slice(token.start, end), role: 'number' })
      i = last + 1
      continue
    }
    const match = startsWord(token.text) ? page.lexicon.shareWords.longestAt(tokens, i) : null
    if (match && match.end <= span.end) {
      const role = match.values[0]?.role ?? null
      words.push({
        start: match.start,
        end: match.end,
        key: key.slice(match.start, match.end),
        role,
      })
      i = match.nextToken
      continue
    }
    const { start, end, text } = token
    words.push({ start, end, key: text, role: markRole(page, text, token, words.at(-1)) })
    i++
  }
  words.forEach((word, n) => {
    const before = words[n - 1]
    const next = words[n + 1]
    // "mức độ 3, 4" is no enumeration of nouns.
    if (word.role === 'comma' && next?.role === 'number' && /\d$/u.test(before?.key ?? ''))
      word.role = 'mark'
    // "đạt 41,7% năm 2003. và khoảng 42% năm 2004": the sentence goes on.
    if (word.role === 'stop' && word.key === '.' && page.text.startsWith(' và ', word.end))
      word.role = 'mark'
    // "thành viênHội đồng trường": money follows a number or another unit.
    if (word.key === 'đồng' && word.role === 'unit' && before?.role === null) word.role = null
    // "đối tượng đặc biệt khó khăn": an adjective where it begins no clause.
    if (word.key === 'đặc biệt' && before && isContent(before)) word.role = 'plain'
  })
  return closeBrackets(words)
}

function markRole(page: Page, mark: string, span: Span, previous: Word | undefined): Word['role'] {
  if (startsWord(mark)) return null
  if (mark === ',') return 'comma'
  if (mark === ':') return 'colon'
  if (mark === '(' || mark === '[') return 'open'
  if (mark === ')' || mark === ']') return 'close'
  if (/^[;!?…•\n→]$/u.test(mark)) return 'stop'
  if (mark !== '.') return 'mark'
  const abbreviated = previous && previous.end === span.start && shortened.test(previous.key)
  return abbreviated || /[\p{L}\p{N}]/u.test(page.key[span.end] ?? '') ? 'mark' : 'stop'
}

const isMarker = (before: Word | undefined, bracket: Word): boolean =>
  before !== undefined && before.end === bracket.start && /^[\p{L}\d]{1,2}$/u.test(before.key)

/** Takes the roles from words inside closed brackets, brackets included. An unclosed one keeps its own. */
function closeBrackets(words: Word[]): Word[] {
  const open: number[] = []
  for (const [i, word] of words.entries()) {
    if (word.role === 'open') open.push(i)
    else if (word.role === 'close') {
      const from = open.pop()
      // "b)" begins an item; any other bracket was opened before the words.
      if (from === undefined) word.role = isMarker(words[i - 1], word) ? 'stop' : 'comma'
      else for (let k = from; k <= i; k++) (words[k] as Word).role = 'mark'
    }
  }
  return words
}

/** True for words that can be the core of a subject. */
export const isContent = (word: Word): boolean =>
  (word.role === null && /\p{L}/u.test(word.key)) ||
  word.role === 'head' ||
  word.role === 'rate' ||
  word.role === 'plain' ||
  word.role === 'level' ||
  word.role === 'act' ||
  word.role === 'grade'

/** The words as written, from the first to the last. */
export function written(page: Page, words: readonly Word[]): string {
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? page.text.slice(first.start, last.end) : ''
}
