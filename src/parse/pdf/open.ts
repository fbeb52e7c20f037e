// Opens a PDF by pdf-parse and hands out the pdf.js document beneath it, typed as far as we use it.
//
// pdf-parse's own getText() gives neither positions nor fonts and drops U+00AD, which is "ư" in TCVN3 fonts ("tr\u00ADêng",
// trường); the operator list of the pdf.js document has every glyph with its place. This is the only file that imports pdf-parse.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FormatError, InvalidPDFException, PasswordException, PDFParse } from 'pdf-parse'
import { BadDocumentError } from '../../errors.ts'

/** One drawing instruction list of a page: `fnArray[i]` is an operator number, `argsArray[i]` its arguments. */
export type OperatorList = { fnArray: number[]; argsArray: unknown[] }

/** What pdf.js knows of a font once a page using it was read. */
export type PdfFont = {
  name?: string
  bold?: boolean
  black?: boolean
  vertical?: boolean
  fontMatrix?: number[]
  ascent?: number
  descent?: number
}

export type PdfPage = {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] }
  getOperatorList(options: { annotationMode: number }): Promise<OperatorList>
  commonObjs: { has(id: string): boolean; get(id: string): unknown }
  cleanup(): boolean
}

export type PdfDocument = {
  numPages: number
  getPage(number: number): Promise<PdfPage>
  getMetadata(): Promise<{ info?: Record<string, unknown> }>
  cleanup(): Promise<void>
}

export type OpenPdf = { document: PdfDocument; close(): Promise<void> }

/** Folder of the pdf.js that pdf-parse brings, for its character maps and standard font metrics. */
function pdfjsFolder(): string {
  const fromPdfParse = createRequire(fileURLToPath(import.meta.resolve('pdf-parse')))
  return dirname(fromPdfParse.resolve('pdfjs-dist/package.json'))
}

/** Opens a PDF without a password. Throws BadDocumentError `encrypted` or `corrupt`. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<OpenPdf> {
  const folder = pdfjsFolder()
  const parser = new PDFParse({
    // pdf.js takes the buffer over, and what the caller gave stays the caller's.
    data: new Uint8Array(bytes),
    verbosity: 0,
    // Pictures are not decoded: a scan of 13 pages takes 0.6 s instead of 10 s, with the same text.
    maxImageSize: 1,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    useWorkerFetch: false,
  })
  try {
    await parser.getInfo()
  } catch (error) {
    await parser.destroy()
    throw whyNotOpened(error, name)
  }
  // The document is private in pdf-parse's types only.
  const { doc } = parser as unknown as { doc: PdfDocument }
  return { document: doc, close: () => parser.destroy() }
}

function whyNotOpened(error: unknown, name: string): Error {
  if (error instanceof PasswordException)
    return new BadDocumentError(
      'encrypted',
      `${name} is protected by a password; save it without one and add it again.`,
      { cause: error },
    )
  const detail = error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
  const kind =
    error instanceof InvalidPDFException || error instanceof FormatError
      ? 'is not a whole PDF'
      : 'could not be opened as a PDF'
  return new BadDocumentError(
    'corrupt',
    `${name} ${kind} (${detail}); get the file again from where it came.`,
    { cause: error },
  )
}
