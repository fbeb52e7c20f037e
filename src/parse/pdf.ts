// Reads PDFs that have a text layer: glyph by glyph with places and fonts, page by page, into blocks in reading order.
//
// The way: pdf/open (pdf-parse and pdf.js) → pdf/glyphs → pdf/lines → pdf/layout, pdf/grid → pdf/paragraphs → pdf/assemble.
import { BadDocumentError, messageOf } from '../errors.ts'
import type { ParsedDocument, Warning } from '../model.ts'
import type { ParseInput, Parser } from './parser.ts'
import { assemblePages } from './pdf/assemble.ts'
import { readGlyphs } from './pdf/glyphs.ts'
import { type PageRows, readRows } from './pdf/lines.ts'
import { type OpenPdf, openPdf } from './pdf/open.ts'
import { judgePage } from './pdf/quality.ts'

const name = 'pdf/1'
const mediaType = 'application/pdf'

/** Reads a PDF by its text layer. Scans are refused with `needs-ocr`. */
export const pdf: Parser = { name, mediaTypes: [mediaType], parse }

type Reading = {
  pages: Array<PageRows | null>
  count: number
  failed: Array<{ page: number; why: string }>
  needOcr: number[]
  withText: number
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

async function readAll({ document }: OpenPdf, input: ParseInput): Promise<ParsedDocument> {
  const reading: Reading = {
    pages: [],
    count: document.numPages,
    failed: [],
    needOcr: [],
    withText: 0,
    ended: null,
    title: await titleOf(document),
  }
  const started = performance.now()
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
      const rows = readRows(await readGlyphs(page))
      page.cleanup()
      if (rows.cut) reading.failed.push({ page: number, why: 'it has too many characters' })
      characters += judge(rows, number, reading)
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
  refuseTextless(reading, input.name)
  return documentOf(reading)
}

/** Notes what the text layer of a page is worth; gives its length. */
function judge(rows: PageRows, number: number, reading: Reading): number {
  const cells = rows.rows.flatMap((row) => row.cells)
  const text = cells.map((cell) => cell.text).join(' ')
  const fontNames = [...new Set(cells.flatMap((cell) => cell.runs.map((run) => run.fontName)))]
  const quality = judgePage(text, { hasLargePicture: rows.hasLargePicture, fontNames })
  if (quality === 'needs-ocr') {
    reading.needOcr.push(number)
    rows.isRubbish = true
  }
  if (quality === 'text') reading.withText++
  return text.length
}

function refuseTextless(reading: Reading, fileName: string): void {
  if (reading.withText > 0) return
  if (reading.needOcr.length > 0)
    throw new BadDocumentError(
      'needs-ocr',
      `${fileName} is a scan without readable text on any of its ${reading.count} pages; run OCR over it and add the result.`,
    )
  if (reading.failed.length > 0)
    throw new BadDocumentError(
      'corrupt',
      `No page of ${fileName} could be read (${reading.failed[0]?.why}); get the file again from where it came.`,
    )
  throw new BadDocumentError('no-text', `${fileName} has no text on any page.`)
}

function documentOf(reading: Reading): ParsedDocument {
  const { text, blocks } = assemblePages(reading.pages)
  const warnings: Warning[] = []
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
  return {
    version: 1,
    parser: name,
    mediaType,
    text,
    blocks,
    ...(reading.count > 0 ? { pages: reading.count } : {}),
    metadata: reading.title ? { title: reading.title } : {},
    warnings,
    partial: reading.failed.length > 0 || reading.ended !== null,
  }
}

/** "Pages 2, 5–7" of a rising list. */
function pagesOf(numbers: readonly number[]): string {
  const ranges: string[] = []
  for (let i = 0; i < numbers.length; ) {
    let j = i
    while (numbers[j + 1] === (numbers[j] ?? 0) + 1) j++
    ranges.push(i === j ? `${numbers[i]}` : `${numbers[i]}–${numbers[j]}`)
    i = j + 1
  }
  return `${numbers.length === 1 ? 'Page' : 'Pages'} ${ranges.join(', ')}`
}

/** The title in the file's properties, unless it is only the name of a file or of a program. */
async function titleOf(document: OpenPdf['document']): Promise<string | undefined> {
  const { info } = await document.getMetadata()
  const title = typeof info?.Title === 'string' ? info.Title.normalize('NFC').trim() : ''
  if (title === '' || /\.(?:docx?|pdf|xlsx?|rtf|tmp)$|^Microsoft |^untitled/i.test(title))
    return undefined
  return title
}
