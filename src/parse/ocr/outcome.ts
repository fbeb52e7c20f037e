// What a document says about its pages that were read by OCR.
import type { Warning } from '../../model.ts'

/** Name and version of the OCR; stands behind the parser's own: "pdf/1+ocr/1". */
export const ocrName = 'ocr/1'

/** What became of the pages that were to be read by OCR. */
export type OcrOutcome = {
  /** Pages read, from 1, with their mean confidence (0–100) and number of words. */
  read: Array<{ page: number; confidence: number; words: number }>
  failed: Array<{ page: number; why: string }>
  /** Pages that were not come to. */
  left: number[]
}

/** Warnings that name the pages read, and those that gave nothing. */
export function ocrWarnings({ read, left }: OcrOutcome): Warning[] {
  const withWords = read.filter((page) => page.words > 0)
  const empty = read.filter((page) => page.words === 0)
  const warnings: Warning[] = []
  if (withWords.length > 0) {
    const words = withWords.reduce((sum, page) => sum + page.words, 0)
    const mean = withWords.reduce((sum, page) => sum + page.confidence * page.words, 0) / words
    warnings.push({
      code: 'ocr',
      message: `${pagesOf(withWords.map(({ page }) => page))} read from pictures by OCR, with a mean confidence of ${Math.round(mean)} %.`,
    })
  }
  if (empty.length > 0)
    warnings.push({
      code: 'ocr-empty',
      message: `${pagesOf(empty.map(({ page }) => page))} gave no text by OCR: blank, or only a picture.`,
    })
  if (left.length > 0)
    warnings.push({
      code: 'cut-short',
      message: `${pagesOf(left)} not read by OCR: the limit of pages or time was reached.`,
    })
  return warnings
}

/** "Pages 2, 5–7" of a rising list. */
export function pagesOf(numbers: readonly number[]): string {
  const ranges: string[] = []
  for (let i = 0; i < numbers.length; ) {
    let j = i
    while (numbers[j + 1] === (numbers[j] ?? 0) + 1) j++
    ranges.push(i === j ? `${numbers[i]}` : `${numbers[i]}–${numbers[j]}`)
    i = j + 1
  }
  return `${numbers.length === 1 ? 'Page' : 'Pages'} ${ranges.join(', ')}`
}
