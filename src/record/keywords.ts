// Keywords of a document: phrases of two to six syllables that it favours, ranked by C-value (Frantzi, Ananiadou & Mima
// 2000: how often a phrase is used by itself, times the logarithm of its length) and by how few paragraphs hold it.
import type { Page } from '../extract/page.ts'
import { isLetter } from '../text/letters.ts'
import { countNumbers } from '../text/vocabulary.ts'
import type { Token } from '../text/words.ts'
import { countPhrases, type Part, type Phrase, part } from './phrases.ts'

const zonesRead = new Set(['title', 'lead', 'body', 'list-item', 'heading'])
const mostKeywords = 10
/** Of the best phrases, so many are looked at: most of them hold one another. */
const mostCandidates = 200
const longestPhrase = 6
/** Phrases are counted to this length, so that a keyword is not cut out of a longer phrase. */
const longestCounted = 8
const particles =
  'và của các những là có được cho với trong trên tại về để khi do theo từ đến này đó một hai ba bốn năm sáu bảy tám chín mười cũng đã đang sẽ không nhiều như vào ra lên hoặc nhất sau trước bằng thì mà nếu vì ở tới qua số ông bà đồng chí cần phải ngày tháng thứ cùng còn việc sự cả mọi toàn mỗi từng lại rất hơn'
/** Particles that no term of administration holds ("và" does: "Giáo dục và Đào tạo"). */
const closed =
  'của các những là được cho với tại để khi do theo từ đến này đó cũng đã đang sẽ thì mà nếu vì ở ông bà'
const partOf = new Map<string, Part>([
  ...particles.split(' ').map((word): [string, Part] => [word, part.inside]),
  ...closed.split(' ').map((word): [string, Part] => [word, part.outside]),
])

/** At most ten phrases, best first, as they stand in the key (lower-case). Time and memory linear in the text. */
export function keywordsOf(page: Page): string[] {
  const { words, paragraphOf, paragraphs, list } = wordsRead(page)
  const parts = list.map((word, number) =>
    number === 0 ? part.outside : (partOf.get(word) ?? part.end),
  )
  const phrases = countPhrases(words, paragraphOf, parts, longestCounted)
  const scored: Array<{ phrase: Phrase; score: number }> = []
  for (const phrase of phrases) {
    const { uses, length, longer } = phrase
    const isFragment = longer.most >= uses * 0.7
    if (length > longestPhrase || isFragment) continue
    const ownUses = uses - (longer.phrases && longer.sum / longer.phrases)
    const idf = 1 + Math.log(paragraphs / (1 + phrase.paragraphs))
    scored.push({ phrase, score: Math.log2(length) * ownUses * idf })
  }
  const textOf = ({ start, length }: Phrase): string => {
    let text = list[words[start] ?? 0] ?? ''
    for (let i = start + 1; i < start + length; i++) text += ` ${list[words[i] ?? 0]}`
    return text
  }
  /** With a space on either side, so that whole words are compared. */
  const kept: string[] = []
  for (const phrase of bestOf(scored, textOf)) {
    if (kept.length >= mostKeywords) break
    const words = ` ${phrase} `
    if (!kept.some((k) => k.includes(words) || words.includes(k))) kept.push(words)
  }
  return kept.map((words) => words.trim())
}

const { compare } = new Intl.Collator('vi')

/**
 * The words of the best phrases, best first, of equal ones in the order of the alphabet. They are put together only for those
 * that are asked for.
 */
function* bestOf(
  scored: Array<{ phrase: Phrase; score: number }>,
  textOf: (phrase: Phrase) => string,
): Generator<string> {
  scored.sort((a, b) => b.score - a.score)
  for (let from = 0; from < mostCandidates; ) {
    const score = scored[from]?.score
    if (score === undefined) return
    let to = from
    while (scored[to]?.score === score) to++
    const equal = scored.slice(from, to).map(({ phrase }) => textOf(phrase))
    yield* equal.sort(compare).slice(0, mostCandidates - from)
    from = to
  }
}

type Reading = {
  /** The words of all clauses of two words or more as numbers from 1; 0 after each clause. */
  words: Int32Array
  /** Which paragraph each of them stands in, from 0; and how many paragraphs there are. */
  paragraphOf: Int32Array
  paragraphs: number
  /** The word that a number stands for. */
  list: readonly string[]
}

/** The paragraphs that are read, word by word. */
function wordsRead(page: Page): Reading {
  const { tokens, blocks } = page
  const words = new Int32Array(tokens.length + blocks.length)
  const paragraphOf = new Int32Array(words.length)
  const list = ['']
  const newNumber = (text: string): number => (isWord(text) ? list.push(text) - 1 : 0)
  /** The numbers of words of dictionaries, plus one, by theirs; 0 for one that has not come yet. */
  const ofKnown = new Int32Array(countNumbers())
  const ofOthers = new Map<string, number>()
  const numberOf = ({ text, number: known }: Token): number => {
    let number = known > 0 ? (ofKnown[known] ?? 0) - 1 : (ofOthers.get(text) ?? -1)
    if (number >= 0) return number
    number = newNumber(text)
    if (known > 0) ofKnown[known] = number + 1
    else ofOthers.set(text, number)
    return number
  }
  let paragraphs = 0
  let size = 0
  let at = 0
  for (const block of blocks) {
    if (!zonesRead.has(block.zone)) continue
    while ((tokens[at]?.start ?? block.start) < block.start) at++
    const paragraphStart = size
    let clauseStart = size
    const closeClause = () => {
      if (size - clauseStart > 1) words[size++] = 0
      else size = clauseStart
      clauseStart = size
    }
    for (let token = tokens[at]; token && token.start < block.end; token = tokens[++at]) {
      const word = numberOf(token)
      if (word === 0) closeClause()
      else words[size++] = word
    }
    closeClause()
    paragraphOf.fill(paragraphs, paragraphStart, size)
    if (size > paragraphStart) paragraphs++
  }
  return { words: words.subarray(0, size), paragraphOf, paragraphs, list }
}

/** Whether a token is letters throughout. */
function isWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isLetter(text.charCodeAt(i))) return false
  return true
}
