// Reads PDFs by their text layer: glyph by glyph with places and fonts, page by page, into blocks in reading order.
// Pages without a text layer that is worth reading are read by OCR.
//
// The way: pdf/open (pdf-parse and pdf.js) → pdf/glyphs → pdf/lines → pdf/layout, pdf/grid → pdf/paragraphs → pdf/assemble;
// for scanned pages pdf/render → ocr/prepare → ocr/recognise → ocr/layout in place of glyphs and lines.
import { BadDocumentError, messageOf } from '../errors.ts'
import type { ParsedDocument, Warning } from '../model.ts'
import { decodeLegacy } from '../text/legacy/detect.ts'
import { encodingNames, type LegacyEncoding } from '../text/legacy/encodings.ts'
import { judgeBlocks } from './ocr/doubts.ts'
import { type OcrOutcome, ocrName, ocrWarnings, pagesOf } from './ocr/outcome.ts'
import type { RecognisedWord } from './ocr/recognise.ts'
import { type ParseInput, type Parser, totalMsWith } from './parser.ts'
import { assemblePages } from './pdf/assemble.ts'
import { decodePages } from './pdf/decode.ts'
import { letterWarnings } from './pdf/doubtful-letters.ts'
import { readGlyphs } from './pdf/glyphs.ts'
import { type PageRows, readRows } from './pdf/lines.ts'
import { type OpenPdf, openPdf } from './pdf/open.ts'
import { judgePage } from './pdf/quality.ts'
import { type FontLedger, fontWarnings, noteFonts } from './pdf/unmapped.ts'
import { writtenOn } from './pdf/written.ts'

const name = 'pdf/2'
const mediaType = 'application/pdf'

/** Reads a PDF by its text layer, and by OCR where it has none; refused with `needs-ocr` where OCR is not installed. */
export const pdf: Parser = { name, mediaTypes: [mediaType], parse }

type Reading = {
  pages: Array<PageRows | null>
  count: number
  failed: Array<{ page: number; why: string }>
  /** Pages whose text layer is none or rubbish, as far as OCR has not read them. */
  needOcr: number[]
  ocr: OcrOutcome | null
  /** Words read by OCR, by page. */
  words: Map<number, readonly RecognisedWord[]>
  withText: number
  fonts: FontLedger
  damaged: OpenPdf['damaged']
  /** Whether words may stand in fields or notes of which there is no drawing. */
  hasFields: boolean
  /** Names of files that are embedded in the document. */
  embedded: string[]
  /** Why reading ended before the last page; null while it did not. */
  ended: string | null
  title: string | undefined
}

async function parse(input: ParseInput): Promise<ParsedDocument> {
  if (input.bytes.length === 0)
    throw new BadDocumentError('empty', `${input.name} is empty; get the file again.`)
  const opened = await openPdf(input.bytes, input.name)
  try {
    return await readAll(opened, input)
  } finally {
    await opened.close()
  }
}

async function readAll({ document, damaged }: OpenPdf, input: ParseInput): Promise<ParsedDocument> {
  const { info } = await document.getMetadata()
  const reading: Reading = {
    pages: [],
    count: document.numPages,
    failed: [],
    needOcr: [],
    ocr: null,
    words: new Map(),
    withText: 0,
    fonts: new Map(),
    damaged,
    embedded: await embeddedIn(document),
    ended: null,
    title: titleOf(info),
    hasFields: info?.IsAcroFormPresent === true || hasFreeText(input.bytes),
  }
  const started = performance.now()
  const layers = await document.getOptionalContentConfig()
  let characters = 0
  for (let number = 1; number <= reading.count; number++) {
    if (performance.now() - started > 0.85 * input.limits.totalMs) {
      reading.ended = 'reading took too long'
      break
    }
    // JSON of Vietnamese text takes under four bytes a character with its blocks.
    if (characters * 4 > input.limits.outputBytes) {
      reading.ended = 'its text is larger than the limit'
      break
    }
    try {
      const page = await document.getPage(number)
      const glyphs = await readGlyphs(page, (group) => layers.isVisible(group))
      const rows = readRows(glyphs)
      if (reading.hasFields) rows.annotations.push(...(await writtenOn(page)))
      page.cleanup()
      if (rows.cut) reading.failed.push({ page: number, why: 'it has too many characters' })
      const isNonsense = noteFonts(reading.fonts, glyphs, number)
      const fontNames = glyphs.fonts.filter(({ shown }) => shown > 0).map(({ name }) => name)
      characters += judge(rows, number, reading, isNonsense ? null : fontNames)
      reading.pages.push(rows)
    } catch (error) {
      reading.failed.push({ page: number, why: messageOf(error).replace(/\.$/, '') })
      reading.pages.push(null)
    }
    // Fonts and pictures that pages share are kept by pdf.js until told.
    if (number % 50 === 0) await document.cleanup()
    input.progress(number / reading.count)
    input.emit?.(() => documentOf({ ...reading, ended: reading.ended ?? 'reading was stopped' }))
  }
  if (reading.needOcr.length > 0) await readByOcr(reading, input, started)
  refuseTextless(reading, input.name)
  return documentOf(reading)
}

async function readByOcr(reading: Reading, input: ParseInput, started: number): Promise<void> {
  const pages = reading.needOcr
  input.expectOcr?.(pages.length)
  const deadline = started + 0.85 * totalMsWith(input.limits, pages.length)
  const { readScans } = await import('./pdf/scans.ts')
  reading.ocr = await readScans(input, pages, deadline, (number, { rows, words }) => {
    if (rows.rows.length === 0) return
    const before = reading.pages[number - 1]
    reading.pages[number - 1] = { ...rows, annotations: before?.annotations ?? [] }
    reading.words.set(number, words)
    reading.needOcr = reading.needOcr.filter((page) => page !== number)
    reading.withText++
    input.emit?.(() => documentOf({ ...reading, ended: 'reading was stopped' }))
  })
  if (!reading.ocr) return
  reading.failed.push(...reading.ocr.failed)
  reading.needOcr = []
}

/** Notes what the text layer of a page is worth; gives its length. Without `fontNames` its text is known to be nonsense. */
function judge(
  rows: PageRows,
  number: number,
  reading: Reading,
  fontNames: readonly string[] | null,
): number {
  const text = rows.rows.map((row) => row.cells.map((cell) => cell.text).join(' ')).join(' ')
  const quality = fontNames
    ? judgePage(text, { hasLargePicture: rows.hasLargePicture, fontNames })
    : 'needs-ocr'
  if (quality === 'needs-ocr') {
    reading.needOcr.push(number)
    rows.isRubbish = true
  }
  if (quality === 'text') reading.withText++
  return text.length
}

function refuseTextless(reading: Reading, fileName: string): void {
  if (reading.withText > 0) return
  if (reading.damaged !== false)
    throw new BadDocumentError(
      'corrupt',
      `${fileName} is damaged or was cut off, and nothing in what is left of it can be read; get the file again from where it came.`,
    )
  if (reading.needOcr.length > 0)
    throw new BadDocumentError(
      'needs-ocr',
      `${fileName} is a scan without readable text on any of its ${reading.count} pages; install the OCR model (@tesseract.js-data/vie), or run OCR over it and add the result.`,
    )
  if (reading.failed.length > 0)
    throw new BadDocumentError(
      'corrupt',
      `No page of ${fileName} could be read (${reading.failed[0]?.why}); get the file again from where it came.`,
    )
  if (reading.ocr)
    throw new BadDocumentError(
      'no-text',
      `${fileName} has no text on any page, and OCR found none in its pictures; see whether it was scanned the right way round.`,
    )
  throw new BadDocumentError('no-text', `${fileName} has no text on any page.`)
}

function documentOf(reading: Reading): ParsedDocument {
  const { pages, counts } = decodePages(reading.pages, (page) => reading.words.has(page))
  const { text, blocks } = assemblePages(pages)
  const warnings: Warning[] = reading.ocr ? ocrWarnings(reading.ocr) : []
  for (const [encoding, lines] of counts)
    warnings.push({
      code: 'legacy-encoding',
      message: `${lines} lines were written in ${encodingNames[encoding]} and were decoded to Unicode.`,
    })
  warnings.push(...fontWarnings(reading.fonts), ...letterWarnings(text))
  if (reading.damaged)
    warnings.push({
      code: 'damaged-file',
      message:
        reading.damaged === 'pages'
          ? `The end of this PDF is missing, and with it the list of its pages: the ${reading.count} pages that are in the file were read.`
          : 'The end of this PDF is missing; its pages were looked for without it.',
    })
  if (reading.embedded.length > 0)
    warnings.push({
      code: 'embedded-files',
      message: `Files are embedded in this PDF and were not read: ${reading.embedded.join(', ')}.`,
    })
  if (reading.needOcr.length > 0)
    warnings.push({
      code: 'needs-ocr',
      message: `${pagesOf(reading.needOcr)} without readable text; what they say is only in pictures.`,
    })
  for (const { page, why } of reading.failed)
    warnings.push({ code: 'page-failed', message: `Page ${page} could not be read whole: ${why}.` })
  if (reading.ended)
    warnings.push({
      code: 'cut-short',
      message: `Only the first ${reading.pages.length} of ${reading.count} pages were read: ${reading.ended}.`,
    })
  const judged = judgeBlocks(text, blocks, reading.words)
  warnings.push(...judged.warnings)
  return {
    version: 1,
    parser: reading.words.size > 0 ? `${name}+${ocrName}` : name,
    mediaType,
    text,
    blocks: judged.blocks,
    ...(reading.count > 0 ? { pages: reading.count } : {}),
    metadata: reading.title ? { title: decodeTitle(reading.title, counts) } : {},
    warnings,
    partial:
      reading.damaged !== false ||
      reading.failed.length > 0 ||
      reading.ended !== null ||
      (reading.ocr?.left.length ?? 0) > 0,
  }
}

/** A title has no neighbours: the encoding of most of the text stands in for them. */
function decodeTitle(title: string, counts: ReadonlyMap<LegacyEncoding, number>): string {
  const main = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  const fontName = main === 'tcvn3' ? '.VnTime' : main === 'vni' ? 'VNI-Times' : undefined
  return fontName ? (decodeLegacy(title, { fontName })?.text ?? title) : title
}

/** Names of embedded files, at most ten of them. */
async function embeddedIn(document: OpenPdf['document']): Promise<string[]> {
  const files = Object.entries((await document.getAttachments()) ?? {})
  return files.slice(0, 10).map(([key, file]) => file.filename || key)
}

const hasFreeText = ({ buffer, byteOffset, byteLength }: Uint8Array): boolean =>
  Buffer.from(buffer, byteOffset, byteLength).includes('/FreeText')

/** The title in the file's properties, unless it is only the name of a file or of a program. */
function titleOf(info: Record<string, unknown> | undefined): string | undefined {
  const title = typeof info?.Title === 'string' ? info.Title.normalize('NFC').trim() : ''
  if (title === '' || /\.(?:docx?|pdf|xlsx?|rtf|tmp)$|^Microsoft |^untitled/i.test(title))
    return undefined
  return title
}
