// Says how good a reading is, and which lines of it are words at all.
import { isSyllable } from '../../text/syllable.ts'
import type { RecognisedLine, RecognisedWord } from './recognise.ts'

/** Mean confidence over the letters of words, 0–100; 0 without words. */
export function meanConfidence(words: readonly RecognisedWord[]): number {
  let sum = 0
  let letters = 0
  for (const word of words) {
    sum += word.confidence * word.text.length
    letters += word.text.length
  }
  return letters === 0 ? 0 : sum / letters
}

/** Mean confidence of all lines. */
export const sureness = (lines: readonly RecognisedLine[]): number =>
  meanConfidence(lines.flatMap((line) => line.words))

/** How much was read, and how surely: words of two letters and more that tesseract is sure of. */
export const worth = (lines: readonly RecognisedLine[]): number =>
  lines
    .flatMap((line) => line.words)
    .filter((word) => word.confidence > 60 && /\p{L}{2}|\d{2}/u.test(word.text))
    .reduce((sum, word) => sum + word.text.length * word.confidence, 0)

const isSureSyllable = ({ text, confidence }: RecognisedWord, from: number) =>
  confidence > from && /\p{L}{2}/u.test(text) && isSyllable(text.replace(/[^\p{L}]/gu, ''))

/** Lines of a lower mean confidence are what tesseract sees in signatures and stamps. */
const noise = 30
/** Below this, a line needs something that can be a word to be one. */
const doubtful = 62

/** Whether a line is only what was seen in a signature, a stamp or a drawing: "li! S —", "2> ⁄%". */
export function isNoise({ words, inTable = false }: RecognisedLine): boolean {
  const mean = meanConfidence(words)
  if (mean >= doubtful) return false
  if (inTable) return !words.some((word) => /\d/.test(word.text) || isSureSyllable(word, 40))
  if (mean < noise) return true
  return !words.some(
    (word) =>
      isSureSyllable(word, 55) ||
      // The number of a document is often written by hand: "22#2/SYT-NVY".
      /[/-]\p{Lu}{2}/u.test(word.text) ||
      (word.confidence > 70 && /\d{2}/.test(word.text)) ||
      (word.confidence > 70 && /\p{L}{3}/u.test(word.text)),
  )
}

/** A line found among drawings is believed where it has a Vietnamese syllable that is beyond doubt. */
export function sureWords(line: RecognisedLine): RecognisedLine[] {
  const words = line.words.filter(
    ({ text, confidence }) => confidence > 25 && /\p{L}{2}|\d{2}/u.test(text),
  )
  const isSure = words.some((word) => /^\p{L}{3}/u.test(word.text) && isSureSyllable(word, 85))
  return isSure && meanConfidence(words) > 60 ? [{ ...line, words }] : []
}
