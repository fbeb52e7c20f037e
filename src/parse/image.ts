// Reads documents that are pictures (PNG, JPEG, TIFF with one or more pages) by OCR: photographed letters, faxes, scans.
import { BadDocumentError, messageOf } from '../errors.ts'
import type { ParsedDocument, Warning } from '../model.ts'
import { detectMediaType } from './detect.ts'
import { isWhole, type StoredPicture, storedPictures } from './ocr/decode-picture.ts'
import { judgeBlocks } from './ocr/doubts.ts'
import { type OcrOutcome, ocrName, ocrWarnings } from './ocr/outcome.ts'
import { readPicture } from './ocr/read-page.ts'
import { NoModelError, type RecognisedWord } from './ocr/recognise.ts'
import { type Recogniser, takeRecogniser } from './ocr/recogniser.ts'
import { type ParseInput, type Parser, totalMsWith } from './parser.ts'
import { assemblePages } from './pdf/assemble.ts'
import type { PageRows } from './pdf/lines.ts'

const name = 'image/1'

/** Reads pictures of documents. Throws `corrupt`, `too-large`, `no-text`, and `needs-ocr` where OCR is not installed. */
export const image: Parser = {
  name,
  mediaTypes: ['image/png', 'image/jpeg', 'image/tiff'],
  parse,
}

type Reading = {
  mediaType: string
  count: number
  pages: Array<PageRows | null>
  words: Map<number, readonly RecognisedWord[]>
  ocr: OcrOutcome
  isWhole: boolean
}

async function parse(input: ParseInput): Promise<ParsedDocument> {
  const { bytes, limits } = input
  const started = performance.now()
  const mediaType = detectMediaType(bytes)
  const pictures = picturesOf(input)
  const reading: Reading = {
    mediaType,
    count: pictures.length,
    pages: [],
    words: new Map(),
    ocr: { read: [], failed: [], left: [] },
    isWhole: mediaType === 'image/tiff' || isWhole(bytes),
  }
  input.expectOcr?.(pictures.length)
  const deadline = started + 0.85 * totalMsWith(limits, pictures.length)
  const recogniser = await start(input.name)
  try {
    for (const [i, picture] of pictures.entries()) {
      if (i >= limits.ocrPages || performance.now() > deadline) {
        reading.ocr.left = pictures.slice(i).map((_, k) => i + k + 1)
        break
      }
      await readOne(reading, recogniser, picture, i + 1, () => input.progress(i / pictures.length))
      input.emit?.(() => ({ ...documentOf(reading), partial: true }))
    }
  } finally {
    await recogniser.release()
  }
  refuseTextless(reading, input.name)
  return documentOf(reading)
}

function picturesOf({ bytes, name: fileName, limits }: ParseInput): StoredPicture[] {
  let pictures: StoredPicture[] = []
  try {
    pictures = storedPictures(bytes)
  } catch (error) {
    throw corrupt(fileName, messageOf(error), error)
  }
  if (pictures.length === 0) throw corrupt(fileName, 'it says no size')
  const large = pictures.find(({ width, height }) => width * height > limits.pixels)
  if (large)
    throw new BadDocumentError(
      'too-large',
      `${fileName} is a picture of ${large.width} × ${large.height} pixels, more than the limit of ${limits.pixels}; scan it at 200–300 dpi.`,
    )
  return pictures
}

async function readOne(
  reading: Reading,
  recogniser: Recogniser,
  picture: StoredPicture,
  page: number,
  onProgress: () => void,
): Promise<void> {
  reading.pages[page - 1] = null
  try {
    const { colours, dpi } = await picture.draw()
    onProgress()
    const { rows, words, confidence } = await readPicture(recogniser, colours, dpi, onProgress)
    reading.ocr.read.push({ page, confidence, words: rows.rows.length > 0 ? words.length : 0 })
    if (rows.rows.length === 0) return
    reading.pages[page - 1] = rows
    reading.words.set(page, words)
  } catch (error) {
    reading.ocr.failed.push({ page, why: messageOf(error).replace(/\.$/, '') })
  }
}

async function start(fileName: string): Promise<Recogniser> {
  try {
    return await takeRecogniser()
  } catch (error) {
    if (!(error instanceof NoModelError)) throw error
    throw new BadDocumentError(
      'needs-ocr',
      `${fileName} is a picture; install the OCR model (@tesseract.js-data/vie), or run OCR over it and add the result.`,
      { cause: error },
    )
  }
}

function refuseTextless({ words, ocr }: Reading, fileName: string): void {
  if (words.size > 0) return
  const failed = ocr.failed[0]
  if (failed && ocr.read.length === 0) throw corrupt(fileName, failed.why)
  throw new BadDocumentError(
    'no-text',
    `${fileName} is a picture in which OCR found no text; see whether it is sharp and not blank.`,
  )
}

const corrupt = (fileName: string, why: string, cause?: unknown) =>
  new BadDocumentError(
    'corrupt',
    `${fileName} is not a whole picture (${why.replace(/\.$/, '')}); get the file again from where it came.`,
    { cause },
  )

function documentOf({ mediaType, count, pages, words, ocr, isWhole }: Reading): ParsedDocument {
  const { text, blocks } = assemblePages(pages)
  const judged = judgeBlocks(text, blocks, words)
  const warnings: Warning[] = ocrWarnings(ocr)
  for (const { page, why } of ocr.failed)
    warnings.push({ code: 'page-failed', message: `Page ${page} could not be read: ${why}.` })
  if (!isWhole)
    warnings.push({
      code: 'cut-short',
      message: 'The file ends before its picture does: what is missing may hold text.',
    })
  warnings.push(...judged.warnings)
  return {
    version: 1,
    parser: `${name}+${ocrName}`,
    mediaType,
    text,
    blocks: judged.blocks,
    pages: count,
    metadata: {},
    warnings,
    partial: ocr.failed.length > 0 || ocr.left.length > 0 || !isWhole,
  }
}
