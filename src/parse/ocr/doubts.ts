// Says where text read by OCR is not to be trusted: blocks of low confidence, and numbers that may be others.
//
//   "Số: 22#2/SYT" read with 41 %   →   { code: 'low-confidence-ocr', start: 14, end: 26, message: '"22#2/SYT" …' }
import type { ParsedBlock, Warning } from '../../model.ts'
import type { RecognisedWord } from './recognise.ts'
import { meanConfidence } from './worth.ts'

/** Below this mean confidence (0–100) a block is doubtful: of words below it every second is wrong, above it one in thirty. */
const sureBlock = 75
/** Below this a footer is a scribble. */
const noiseBlock = 62
/**
 * Below this confidence a word with digits is doubtful; stricter, since a wrong digit does not look wrong. On nine pages of
 * scans 31 of the 37 numbers that were read wrongly lie below it, beside 43 right ones; of 359 above it 6 are wrong.
 */
const sureNumber = 90
/** Warnings with places at most; the rest is counted. */
const mostWarnings = 100

/**
 * How sure OCR was of each block, and the doubts about the document. `words` are the recognised words by page, from 1; blocks
 * without any of them come back as they are.
 */
export function judgeBlocks(
  text: string,
  blocks: readonly ParsedBlock[],
  words: ReadonlyMap<number, readonly RecognisedWord[]>,
): { blocks: ParsedBlock[]; warnings: Warning[] } {
  const pools = new Map([...words].map(([page, list]) => [page, poolOf(list)]))
  const warnings: Warning[] = []
  const judged = blocks.map((block) => ({ ...block }))
  for (const block of judged) {
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
    if (found.length === 0) continue
    const mean = meanConfidence(found.map(({ word }) => word))
    block.confidence = Math.round(mean)
    // What was seen in a signature or a stamp stands with the footers, and nobody takes it for text.
    if (block.kind === 'page-footer' && mean < noiseBlock) continue
    if (mean < sureBlock)
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
  return { blocks: judged, warnings: notTooMany(warnings) }
}

function notTooMany(warnings: readonly Warning[]): Warning[] {
  if (warnings.length <= mostWarnings) return [...warnings]
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
