// Keywords of a document: phrases of two to six syllables that it favours, ranked by C-value (Frantzi, Ananiadou & Mima
// 2000: how often a phrase is used by itself, times the logarithm of its length) and by how few paragraphs hold it.
import type { Page } from '../extract/page.ts'

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

/** At most ten phrases, best first, as they stand in the key (lower-case). Linear in the text. */
export function keywordsOf(page: Page): string[] {
  const paragraphs = page.blocks
    .filter(({ zone }) => zonesRead.has(zone))
    .map((block) => clausesOf(page.key.slice(block.start, block.end)))
    .filter((clauses) => clauses.some((words) => words.length > 1))
  const pairs = new Map<string, number>()
  for (const words of paragraphs.flat())
    for (let i = 1; i < words.length; i++) count(pairs, `${words[i - 1]} ${words[i]}`)
  const uses = new Map<string, number>()
  const paragraphsWith = new Map<string, number>()
  for (const clauses of paragraphs) {
    const phrases = clauses.flatMap((words) => phrasesOf(words, pairs))
    for (const phrase of phrases) count(uses, phrase)
    for (const phrase of new Set(phrases)) count(paragraphsWith, phrase)
  }
  const longer = longerUses(uses)
  const scored = [...uses]
    .flatMap(([phrase, n]) => {
      const length = phrase.split(' ').length
      const { most, sum, phrases } = longer.get(phrase) ?? { most: 0, sum: 0, phrases: 1 }
      if (n < 2 || length > longestPhrase || most >= n * 0.7) return []
      const idf = 1 + Math.log(paragraphs.length / (1 + (paragraphsWith.get(phrase) ?? 0)))
      return { phrase, score: Math.log2(length) * (n - sum / phrases) * idf }
    })
    .sort((a, b) => b.score - a.score || a.phrase.localeCompare(b.phrase, 'vi'))
    .slice(0, 200)
  const kept: string[] = []
  for (const { phrase } of scored) {
    if (kept.length >= mostKeywords) break
    if (!kept.some((k) => ` ${k} `.includes(` ${phrase} `) || ` ${phrase} `.includes(` ${k} `)))
      kept.push(phrase)
  }
  return kept
}

const count = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1)

type Longer = { most: number; sum: number; phrases: number }

/**
 * For each phrase, the uses of the longer phrases it stands in: the most of one, their sum, and how many phrases they are.
 * A piece that nearly always stands in one longer phrase is a fragment: "dục và đào" of "giáo dục và đào tạo".
 */
function longerUses(uses: ReadonlyMap<string, number>): Map<string, Longer> {
  const found = new Map<string, Longer>()
  for (const [longer, times] of uses) {
    if (times < 2) continue
    const words = longer.split(' ')
    for (let n = 2; n < words.length; n++)
      for (let i = 0; i + n <= words.length; i++) {
        const piece = words.slice(i, i + n).join(' ')
        if (!uses.has(piece)) continue
        const old = found.get(piece) ?? { most: 0, sum: 0, phrases: 0 }
        old.most = Math.max(times, old.most)
        old.sum += times
        old.phrases++
        found.set(piece, old)
      }
  }
  return found
}

const clausesOf = (key: string): string[][] =>
  key
    .split(/[^\p{L}\p{N} ]+/u)
    .map((clause) => clause.split(' ').filter((w) => /^\p{L}{2,}$/u.test(w)))

/**
 * Runs of two to six syllables of a clause that neither begin nor end with a particle and hold none of `closed`; none that holds a pair of
 * syllables which the document has only once, since such a run cannot come again either.
 */
function phrasesOf(words: readonly string[], pairs: ReadonlyMap<string, number>): string[] {
  const found: string[] = []
  for (let i = 0; i < words.length; i++) {
    let phrase = words[i] ?? ''
    if (particles.has(phrase)) continue
    for (let end = i + 1; end < i + longestCounted && end < words.length; end++) {
      const last = words[end] ?? ''
      if ((pairs.get(`${words[end - 1]} ${last}`) ?? 0) < 2) break
      phrase += ` ${last}`
      if (closed.has(last)) break
      if (!particles.has(last)) found.push(phrase)
    }
  }
  return found
}
