// How much a document is about a word, as one of three levels: the frequency of the word, saturated, against the length of the
// text, as in BM25 (k1 1.2, b 0.75), the title and the lead counting more. Unlike BM25 it is settled when the document is
// indexed, against a length that is the same in every archive; so the order of two documents never changes by others coming in.

/** Highest level. */
export const levels = 3

/** Words by level: those of level 3 stand in all three. */
export type ProminentWords = readonly [string[], string[], string[]]

/** How much one occurrence in a field counts. */
const weights = { title: 5, lead: 2, officials: 1.5, body: 1 } as const
const k1 = 1.2
const b = 0.75
/** Words of an ordinary document. */
const ordinaryLength = 400
/** Scores from which on a level holds; a score is below k1 + 1. A word said once in an ordinary text has 1. */
const thresholds = [1.1, 1.5, 1.8] as const

/** The prominent words among those of the fields, which are folded and parted by spaces. */
export function prominentWords(fields: Record<keyof typeof weights, string>): ProminentWords {
  const counts = new Map<string, number>()
  let length = 0
  for (const [field, weight] of Object.entries(weights))
    for (const word of fields[field as keyof typeof weights].split(' ')) {
      if (word === '') continue
      length++
      counts.set(word, (counts.get(word) ?? 0) + weight)
    }
  const against = k1 * (1 - b + (b * length) / ordinaryLength)
  const byLevel: [string[], string[], string[]] = [[], [], []]
  for (const [word, count] of counts) {
    const score = (count * (k1 + 1)) / (count + against)
    for (const [level, threshold] of thresholds.entries())
      if (score >= threshold) byLevel[level]?.push(word)
  }
  return byLevel
}
