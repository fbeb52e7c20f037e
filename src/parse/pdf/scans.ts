// Reads the pages of a PDF that are only pictures by OCR. Loaded for the first PDF that has such pages.
import { messageOf } from '../../errors.ts'
import type { OcrOutcome } from '../ocr/outcome.ts'
import { type OcrPage, readPicture } from '../ocr/read-page.ts'
import { NoModelError } from '../ocr/recognise.ts'
import { type Recogniser, takeRecogniser } from '../ocr/recogniser.ts'
import type { ParseInput } from '../parser.ts'
import { openPdf } from './open.ts'
import { renderPage } from './render.ts'

/**
 * Reads pages (from 1) one after the other and hands each on as it is read. Stops at `limits.ocrPages` and at `deadline`
 * (by performance.now). Gives null where the model of tesseract is not installed.
 */
export async function readScans(
  input: ParseInput,
  pages: readonly number[],
  deadline: number,
  take: (page: number, read: OcrPage) => void,
): Promise<OcrOutcome | null> {
  const recogniser = await startIfInstalled()
  if (!recogniser) return null
  const outcome: OcrOutcome = { read: [], failed: [], left: pages.slice(input.limits.ocrPages) }
  const opened = await openPdf(input.bytes, input.name, { picturePixels: input.limits.pixels })
  try {
    const { document } = opened
    for (const [i, number] of pages.slice(0, input.limits.ocrPages).entries()) {
      if (performance.now() > deadline) {
        outcome.left = pages.slice(i)
        break
      }
      try {
        const page = await document.getPage(number)
        const { colours, dpi } = await renderPage(document, page)
        page.cleanup()
        input.progress(i / pages.length)
        const read = await readPicture(recogniser, colours, dpi, () =>
          input.progress(i / pages.length),
        )
        const { confidence, words, rows } = read
        const isEmpty = rows.rows.length === 0
        outcome.read.push({ page: number, confidence, words: isEmpty ? 0 : words.length })
        take(number, read)
      } catch (error) {
        outcome.failed.push({ page: number, why: messageOf(error).replace(/\.$/, '') })
      }
      if (i % 20 === 19) await document.cleanup()
    }
    return outcome
  } finally {
    await recogniser.release()
    await opened.close()
  }
}

async function startIfInstalled(): Promise<Recogniser | null> {
  try {
    return await takeRecogniser()
  } catch (error) {
    if (error instanceof NoModelError) return null
    throw error
  }
}
