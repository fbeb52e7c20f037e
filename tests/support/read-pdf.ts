// Reads PDFs written by tests as the application does, and shows what came of them: 'paragraph: Điều 1. …', by block.
import type { ParsedDocument } from '../../src/model.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import { readDocument } from '../../src/parse/read-document.ts'
import { type PageToWrite, type PdfOptions, type PlacedText, writePdf } from './write-pdf.ts'

/** Reads pages without OCR, which would take long and is tested elsewhere. */
export const readPages = (
  pages: readonly PageToWrite[],
  options?: PdfOptions,
): Promise<ParsedDocument> =>
  readDocument({
    bytes: writePdf(pages, options),
    name: 'thu.pdf',
    limits: { ...defaultLimits, ocrPages: 0 },
    progress() {},
  })

export const show = ({ text, blocks }: ParsedDocument): string[] =>
  blocks.map((b) => `${b.kind}: ${text.slice(b.start, b.end).replace(/\t/g, ' | ')}`)

export const showPages = async (
  pages: readonly PageToWrite[],
  options?: PdfOptions,
): Promise<string[]> => show(await readPages(pages, options))

export const showTexts = (...texts: PlacedText[]): Promise<string[]> => showPages([{ texts }])
