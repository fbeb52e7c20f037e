// Says where text read by OCR is not to be trusted: blocks of low confidence, and numbers that may be others.
//
//   "Số: 22#2/SYT" read with 41 %   →   { code: 'low-confidence-ocr', start: 14, end: 26, message: '"22#2/SYT" …' }
import type { ParsedBlock, Warning } from '../../model.ts'
import { meanConfidence } from './layout.ts'
import type { RecognisedWord } from './recognise.ts'

/** Below this mean confidence (0–100) a block is doubtful: about one word in six is wrong there. */
const sureBlock = 75
/** Below this confidence a word with digits is doubtful. */
const sureNumber = 80
/** Warnings with places at most; the rest is counted. */
const mostWarnings = 100

/** The doubts about a document. `words` are the recognised words by page, from 1. */
export function doubtsOf(
  text: string,
  blocks: readonly ParsedBlock[],
  words: ReadonlyMap<number, readonly RecognisedWord[]>,
): Warning[] {
  const pools = new Map([...words].map(([page, list]) => [page, poolOf(list)]))
  const warnings: Warning[] = []
  for (const block of blocks) {
    if (block.page === undefined) continue
    // A paragraph counts to the page where it begins; its end may stand on the next.
    const near = [pools.get(block.page), pools.get(block.page + 1)].filter(
      (pool) => pool !== undefined,
    )
    if (near.length === 0) continue
    const found: Array<{ word: RecognisedWord; start: number; end: number }> = []
    for (const match of text.slice(block.start, block.end).matchAll(/\S+/g)) {
      const word = near.map((pool) => pool.get(match[0])?.shift()).find((w) => w !== undefined)
      const start = block.start + match.index
      if (word) found.push({ word, start, end: start + match[0].length })
    }
    const mean = meanConfidence(found.map(({ word }) => word))
    if (found.length > 0 && mean < sureBlock)
      warnings.push({
        code: 'low-confidence-ocr',
        message: `Read from a picture with a confidence of only ${Math.round(mean)} %; compare it with the original.`,
        start: block.start,
        end: block.end,
      })
    for (const { word, start, end } of found)
      if (/\d/.test(word.text) && word.confidence < sureNumber)
        warnings.push({
          code: 'low-confidence-ocr',
          message: `The number in "${word.text}" was read from a picture with a confidence of only ${Math.round(word.confidence)} %.`,
          start,
          end,
        })
  }
  if (warnings.length <= mostWarnings) return warnings
  return [
    ...warnings.slice(0, mostWarnings),
    {
      code: 'low-confidence-ocr',
      message: `${warnings.length - mostWarnings} further places were read from pictures with low confidence.`,
    },
  ]
}

/** Words by their text, in reading order, so that each is used once. */
function poolOf(words: readonly RecognisedWord[]): Map<string, RecognisedWord[]> {
  const pool = new Map<string, RecognisedWord[]>()
  for (const word of words)
    for (const piece of word.text.split(/\s+/)) {
      const list = pool.get(piece)
      if (list) list.push(word)
      else pool.set(piece, [word])
    }
  return pool
}
