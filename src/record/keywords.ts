// Keywords of a document: phrases of two to six syllables that its paragraphs favour, ranked by TF-IDF with the
// paragraphs as the collection.
import type { Page } from '../extract/page.ts'
import { createTermWeights } from '../text/statistics.ts'

const mostKeywords = 10
const longestPhrase = 6
const particles = new Set(
  'và của các những là có được cho với trong trên tại về để khi do theo từ đến này đó một hai ba bốn năm sáu bảy tám chín mười cũng đã đang sẽ không nhiều như vào ra lên hoặc nhất sau trước bằng thì mà nếu vì ở tới qua số ông bà đồng chí cần phải ngày tháng thứ cùng còn việc sự cả mọi toàn mỗi từng lại rất hơn'.split(
    ' ',
  ),
)

/** At most ten phrases, best first, as they stand in the key (lower-case). */
export function keywordsOf(page: Page): string[] {
  const collection = createTermWeights()
  const counts = new Map<string, number>()
  for (const block of page.blocks) {
    if (!['title', 'lead', 'body', 'list-item', 'heading'].includes(block.zone)) continue
    const phrases = phrasesOf(page.key.slice(block.start, block.end))
    for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
    if (phrases.length > 0) collection.add(phrases)
  }
  const scored = [...counts]
    .filter(([phrase, count]) => count >= 2 && !isFragment(phrase, count, counts))
    .map(([phrase, count]) => ({
      phrase,
      score: collection.weightOf(phrase) * Math.sqrt(phrase.split(' ').length - 1) + count * 0.01,
    }))
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

/** A piece of a longer phrase that nearly always stands in it: "dục và đào" of "giáo dục và đào tạo". */
function isFragment(phrase: string, count: number, counts: ReadonlyMap<string, number>): boolean {
  for (const [longer, times] of counts)
    if (
      times >= count * 0.7 &&
      longer.length > phrase.length &&
      ` ${longer} `.includes(` ${phrase} `)
    )
      return true
  return false
}

/** Runs of two to six syllables inside a clause that neither begin nor end with a particle. */
function phrasesOf(key: string): string[] {
  const found: string[] = []
  for (const clause of key.split(/[^\p{L}\p{N} ]+/u)) {
    const words = clause.split(' ').filter((w) => /^\p{L}{2,}$/u.test(w))
    for (let i = 0; i < words.length; i++)
      for (let n = 2; n <= longestPhrase && i + n <= words.length; n++) {
        const first = words[i] ?? ''
        const last = words[i + n - 1] ?? ''
        if (!particles.has(first) && !particles.has(last))
          found.push(words.slice(i, i + n).join(' '))
      }
  }
  return found
}
