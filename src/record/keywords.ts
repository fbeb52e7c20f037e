// Keywords of a document: phrases of two to six syllables that it favours, ranked by C-value (Frantzi, Ananiadou & Mima
// 2000: how often a phrase is used by itself, times the logarithm of its length) and by how few paragraphs hold it.
import type { Page } from '../extract/page.ts'
import { isLetter } from '../text/letters.ts'

const zonesRead = new Set(['title', 'lead', 'body', 'list-item', 'heading'])
const mostKeywords = 10
const longestPhrase = 6
/** Phrases are counted to this length, so that a keyword is not cut out of a longer phrase. */
const longestCounted = 8
const particles = new Set(
  'và của các những là có được cho với trong trên tại về để khi do theo từ đến này đó một hai ba bốn năm sáu bảy tám chín mười cũng đã đang sẽ không nhiều như vào ra lên hoặc nhất sau trước bằng thì mà nếu vì ở tới qua số ông bà đồng chí cần phải ngày tháng thứ cùng còn việc sự cả mọi toàn mỗi từng lại rất hơn'.split(
    ' ',
  ),
)
/** Particles that no term of administration holds ("và" does: "Giáo dục và Đào tạo"). */
const closed = new Set(
  'của các những là được cho với tại để khi do theo từ đến này đó cũng đã đang sẽ thì mà nếu vì ở ông bà'.split(
    ' ',
  ),
)

/** At most ten phrases, best first, as they stand in the key (lower-case). Time and memory linear in the text. */
export function keywordsOf(page: Page): string[] {
  const words = wordNumbers()
  const paragraphs = paragraphsOf(page, words.of)
  // Small whole numbers make quick keys: as small as the words of this document allow.
  const joined = (a: number, b: number): number => a * words.size() + b
  const pairs = new Map<number, number>()
  for (const clause of paragraphs.flat())
    for (let i = 1; i < clause.length; i++) {
      const [before, here] = [clause[i - 1] ?? 0, clause[i] ?? 0]
      if (words.uses(before) < 2 || words.uses(here) < 2) continue
      if (words.isClosed(before) || words.isClosed(here)) continue
      const pair = joined(before, here)
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  const tree = countPhrases(paragraphs, pairs, words, joined)
  noteLongerUses(tree)
  const scored = tree.all
    .flatMap((node) => {
      const { uses, length, longer } = node
      const isFragment = longer.most >= uses * 0.7
      if (uses < 2 || length > longestPhrase || isFragment) return []
      const ownUses = uses - (longer.phrases && longer.sum / longer.phrases)
      const idf = 1 + Math.log(paragraphs.length / (1 + node.paragraphs))
      const phrase = wordsOf(node).map(words.at).join(' ')
      return { phrase, score: Math.log2(length) * ownUses * idf }
    })
    .sort((a, b) => b.score - a.score || compare(a.phrase, b.phrase))
    .slice(0, 200)
  const kept: string[] = []
  for (const { phrase } of scored) {
    if (kept.length >= mostKeywords) break
    if (!kept.some((k) => ` ${k} `.includes(` ${phrase} `) || ` ${phrase} `.includes(` ${k} `)))
      kept.push(phrase)
  }
  return kept
}

const { compare } = new Intl.Collator('vi')

/** Words as numbers, in the order they come: pairs and phrases of numbers are quicker to count than those of strings. */
type WordNumbers = {
  of(word: string): number
  at(number: number): string
  size(): number
  /** How often it was asked for. */
  uses(number: number): number
  /** Whether a phrase may neither begin nor end with the word, and whether it may not hold it at all. */
  isParticle(number: number): boolean
  isClosed(number: number): boolean
}

function wordNumbers(): WordNumbers {
  const numbers = new Map<string, number>()
  const list: string[] = []
  const uses: number[] = []
  const isParticle: boolean[] = []
  const isClosed: boolean[] = []
  return {
    of(word) {
      const known = numbers.get(word)
      if (known !== undefined) {
        uses[known] = (uses[known] ?? 0) + 1
        return known
      }
      numbers.set(word, list.length)
      uses.push(1)
      isParticle.push(particles.has(word))
      isClosed.push(closed.has(word))
      return list.push(word) - 1
    },
    at: (number) => list[number] ?? '',
    size: () => list.length,
    uses: (number) => uses[number] ?? 0,
    isParticle: (number) => isParticle[number] ?? false,
    isClosed: (number) => isClosed[number] ?? false,
  }
}

/** Whether a token is letters throughout. */
function isWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isLetter(text.charCodeAt(i))) return false
  return true
}

/** The paragraphs that are read, each as its clauses of two words or more. */
function paragraphsOf(page: Page, numberOf: WordNumbers['of']): number[][][] {
  const paragraphs: number[][][] = []
  let at = 0
  for (const block of page.blocks) {
    if (!zonesRead.has(block.zone)) continue
    while ((page.tokens[at]?.start ?? block.start) < block.start) at++
    const clauses: number[][] = []
    let clause: number[] = []
    const closeClause = () => {
      if (clause.length > 1) clauses.push(clause)
      clause = []
    }
    for (let token = page.tokens[at]; token && token.start < block.end; token = page.tokens[++at]) {
      if (isWord(token.text)) clause.push(numberOf(token.text))
      else closeClause()
    }
    closeClause()
    if (clauses.length > 0) paragraphs.push(clauses)
  }
  return paragraphs
}

/** A phrase as a node in a tree of words; the root is the empty one. */
type Phrase = {
  id: number
  /** The words before the last, and the last. */
  before: Phrase | null
  last: number
  length: number
  uses: number
  /** How many paragraphs hold it, and the last one that was counted. */
  paragraphs: number
  lastParagraph: number
  /** Of the longer phrases it stands in: the uses of the most used one, the sum of their uses, how many they are. */
  longer: { most: number; sum: number; phrases: number }
}

/** One key for two numbers, of which the second is a word's. */
type Joined = (a: number, b: number) => number

type PhraseTree = {
  root: Phrase
  all: Phrase[]
  find(before: Phrase, last: number): Phrase | undefined
  add(before: Phrase, last: number): Phrase
}

function phraseTree(joined: Joined): PhraseTree {
  const nodes = new Map<number, Phrase>()
  const all: Phrase[] = []
  const make = (id: number, before: Phrase | null, last: number): Phrase => ({
    id,
    before,
    last,
    length: before ? before.length + 1 : 0,
    uses: 0,
    paragraphs: 0,
    lastParagraph: -1,
    longer: { most: 0, sum: 0, phrases: 0 },
  })
  const root = make(0, null, 0)
  const find: PhraseTree['find'] = (before, last) => nodes.get(joined(before.id, last))
  return {
    root,
    all,
    find,
    add(before, last) {
      const known = find(before, last)
      if (known) return known
      const made = make(nodes.size + 1, before, last)
      nodes.set(joined(before.id, last), made)
      all.push(made)
      return made
    },
  }
}

function wordsOf(phrase: Phrase): number[] {
  const numbers: number[] = []
  for (let node: Phrase | null = phrase; node?.before; node = node.before) numbers.push(node.last)
  return numbers.reverse()
}

/**
 * Counts runs of two syllables or more of a clause that neither begin nor end with a particle and hold none of `closed`; none
 * that holds a pair of syllables which the document has only once, since such a run cannot come again either.
 */
function countPhrases(
  paragraphs: readonly number[][][],
  pairs: ReadonlyMap<number, number>,
  words: WordNumbers,
  joined: Joined,
): PhraseTree {
  const tree = phraseTree(joined)
  for (const [paragraph, clauses] of paragraphs.entries())
    for (const clause of clauses)
      for (let i = 0; i < clause.length; i++) {
        const first = clause[i] ?? 0
        if (words.isParticle(first)) continue
        let phrase: Phrase | null = null
        for (let end = i + 1; end < i + longestCounted && end < clause.length; end++) {
          const last = clause[end] ?? 0
          if (words.isClosed(last)) break
          if ((pairs.get(joined(clause[end - 1] ?? 0, last)) ?? 0) < 2) break
          phrase = tree.add(phrase ?? tree.add(tree.root, first), last)
          if (words.isParticle(last)) continue
          phrase.uses++
          if (phrase.lastParagraph !== paragraph) phrase.paragraphs++
          phrase.lastParagraph = paragraph
        }
      }
  return tree
}

/** A piece that nearly always stands in one longer phrase is a fragment: "dục và đào" of "giáo dục và đào tạo". */
function noteLongerUses({ root, all, find }: PhraseTree): void {
  for (const longer of all) {
    if (longer.uses < 2) continue
    const numbers = wordsOf(longer)
    for (let i = 0; i < numbers.length; i++) {
      let piece: Phrase | undefined = root
      for (let end = i; end < numbers.length && piece; end++) {
        piece = find(piece, numbers[end] ?? 0)
        if (!piece || piece === longer || piece.uses === 0) continue
        piece.longer.most = Math.max(longer.uses, piece.longer.most)
        piece.longer.sum += longer.uses
        piece.longer.phrases++
      }
    }
  }
}
