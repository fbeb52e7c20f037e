// Rich text (.rtf, and many files named .doc): paragraphs, headings by style, list numbers, tables by rows, notes, headers.
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import type { BlockFonts } from '../text/legacy/font-runs.ts'
import { repairParsed } from '../text/legacy/repair-blocks.ts'
import { type Blocks, createBlocks } from './blocks.ts'
import { addFlowRuns, type FlowParagraph } from './flow.ts'
import type { Parser } from './parser.ts'
import { type RtfDocument, readRtf } from './rtf/read.ts'

const mediaType = 'application/rtf'

export const rtf: Parser = {
  name: 'rtf/1',
  mediaTypes: [mediaType, 'text/rtf'],
  async parse({ bytes, name, limits, progress, emit }) {
    const document = readRtf(bytes, { depth: limits.depth, name, progress })
    const blocks = createBlocks()
    const fonts = new Map<number, BlockFonts>(addFlowRuns(blocks, document.body))
    const result = () => parsedDocument(document, blocks, fonts)
    emit?.(result)
    for (const paragraphs of document.footnotes) addOneBlock(blocks, 'footnote', paragraphs, fonts)
    addOnce(blocks, 'page-header', document.headers, fonts)
    addOnce(blocks, 'page-footer', document.footers, fonts)
    if (blocks.count > 0) return result()
    if (document.isCutOff)
      throw new BadDocumentError(
        'corrupt',
        `${name} is damaged: it ends before any text; get a whole copy of it.`,
      )
    throw new BadDocumentError('no-text', `${name} is rich text (RTF) without any text to read.`)
  },
}

function parsedDocument(
  { title, isCutOff }: RtfDocument,
  blocks: Blocks,
  fonts: ReadonlyMap<number, BlockFonts>,
): ParsedDocument {
  const message = 'The file ends in the middle: what follows is missing.'
  const parsed: ParsedDocument = {
    version: 1,
    parser: 'rtf/1',
    mediaType,
    ...blocks.read(),
    metadata: title.trim() === '' ? {} : { title: title.trim() },
    warnings: isCutOff ? [{ code: 'cut-short', message }] : [],
    partial: isCutOff,
  }
  return repairParsed(parsed, fonts)
}

/** Headers and footers, each once; a page number alone says nothing. */
function addOnce(
  blocks: Blocks,
  kind: 'page-header' | 'page-footer',
  stories: ReadonlyArray<readonly FlowParagraph[]>,
  fonts: Map<number, BlockFonts>,
): void {
  const seen = new Set<string>()
  for (const paragraphs of stories) {
    const whole = paragraphs.map(({ text }) => text).join('\n')
    if (seen.has(whole) || !/\p{L}/u.test(whole)) continue
    seen.add(whole)
    for (const paragraph of paragraphs) addOneBlock(blocks, kind, [paragraph], fonts)
  }
}

function addOneBlock(
  blocks: Blocks,
  kind: 'footnote' | 'page-header' | 'page-footer',
  paragraphs: readonly FlowParagraph[],
  fonts: Map<number, BlockFonts>,
): void {
  const text = paragraphs.map((paragraph) => paragraph.marker + paragraph.text).join(' ')
  const before = blocks.count
  blocks.add(kind, text.replace(/\s*\n\s*/g, ' '))
  const [first] = paragraphs
  const own = paragraphs.length === 1 && first?.marker === '' ? first.fonts : undefined
  const font = own ?? first?.font
  if (font !== undefined && blocks.count > before) fonts.set(before, font)
}
