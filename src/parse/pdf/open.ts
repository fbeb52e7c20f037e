// Opens a PDF by pdf-parse and hands out the pdf.js document beneath it, typed as far as we use it.
//
// pdf-parse's own getText() gives neither positions nor fonts and drops U+00AD, which is "ư" in TCVN3 fonts ("tr\u00ADêng",
// trường); the operator list of the pdf.js document has every glyph with its place. This is the only file that imports pdf-parse.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FormatError, InvalidPDFException, PasswordException, PDFParse } from 'pdf-parse'
import { BadDocumentError } from '../../errors.ts'
import { rescue } from './rescue.ts'

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
  render(options: {
    canvas: unknown
    canvasContext: unknown
    viewport: unknown
    annotationMode: number
    background: string
  }): { promise: Promise<void> }
  getAnnotations(options: { intent: string }): Promise<PdfAnnotation[]>
  commonObjs: { has(id: string): boolean; get(id: string): unknown }
  cleanup(): boolean
}

/** What pdf.js tells of an annotation, as far as we use it. */
export type PdfAnnotation = {
  subtype?: string
  fieldType?: string
  fieldValue?: unknown
  contentsObj?: { str?: string }
  hasAppearance?: boolean
  hidden?: boolean
  noView?: boolean
  rect?: number[]
}

/** A canvas of pdf.js with its drawing context, as far as we use it. */
export type PdfCanvas = {
  canvas: unknown
  context: {
    getImageData(
      x: number,
      y: number,
      width: number,
      height: number,
    ): { data: Uint8ClampedArray; width: number; height: number }
  }
}

export type PdfDocument = {
  numPages: number
  getPage(number: number): Promise<PdfPage>
  getMetadata(): Promise<{ info?: Record<string, unknown> }>
  /** Which layers ("optional content") are switched on. */
  getOptionalContentConfig(): Promise<{ isVisible(properties: unknown): boolean }>
  /** Files that are embedded in the document, by name. */
  getAttachments(): Promise<Record<string, { filename?: string }> | null>
  cleanup(): Promise<void>
  canvasFactory: unknown
}

export type OpenPdf = {
  document: PdfDocument
  close(): Promise<void>
  /** Whether the end of the file was missing: 'pages' where even the list of its pages is lost. */
  damaged: false | 'end' | 'pages'
}

/** Folder of the pdf.js that pdf-parse brings, for its character maps and standard font metrics. */
function pdfjsFolder(): string {
  const fromPdfParse = createRequire(fileURLToPath(import.meta.resolve('pdf-parse')))
  return dirname(fromPdfParse.resolve('pdfjs-dist/package.json'))
}

/**
 * Options by which pdf.js makes no outlines of letters, which takes a quarter of the time and is only of use for drawing:
 * it hands each font to the document of a browser instead. This stand-in takes them and does nothing.
 */
function withoutOutlines(): { disableFontFace: false; ownerDocument: never } {
  const style = { sheet: { cssRules: [], insertRule: () => 0 }, remove: () => undefined }
  const head = { append: () => undefined }
  const nobody = {
    createElement: () => style,
    documentElement: { getElementsByTagName: () => [head] },
  }
  return { disableFontFace: false, ownerDocument: nobody as never }
}

/**
 * Opens a PDF without a password. Throws BadDocumentError `encrypted` or `corrupt`. `picturePixels` is how large a picture
 * may be to be decoded: none by default, which is all that reading the text layer needs.
 */
export async function openPdf(
  bytes: Uint8Array,
  name: string,
  { picturePixels = 1 }: { picturePixels?: number } = {},
): Promise<OpenPdf> {
  try {
    return { ...(await open(bytes, picturePixels)), damaged: false }
  } catch (error) {
    const rescued = error instanceof InvalidPDFException ? rescue(bytes) : null
    if (!rescued) throw whyNotOpened(error, name)
    try {
      const opened = await open(rescued.bytes, picturePixels)
      return { ...opened, damaged: rescued.listMade ? 'pages' : 'end' }
    } catch {
      throw whyNotOpened(error, name) // what was wrong in the first place
    }
  }
}

async function open(bytes: Uint8Array, picturePixels: number): Promise<Omit<OpenPdf, 'damaged'>> {
  const folder = pdfjsFolder()
  const parser = new PDFParse({
    // pdf.js takes the buffer over, and what the caller gave stays the caller's.
    data: new Uint8Array(bytes),
    verbosity: 0,
    // Pictures are not decoded: a scan of 13 pages takes 0.6 s instead of 10 s, with the same text.
    maxImageSize: picturePixels,
    isEvalSupported: false,
    ...(picturePixels > 1 ? { disableFontFace: true } : withoutOutlines()),
    useSystemFonts: false,
    enableXfa: false,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
    useWorkerFetch: false,
  })
  try {
    await parser.getInfo()
  } catch (error) {
    await parser.destroy()
    throw error
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
