// Word documents before .docx: Word 97–2003 and, under the same ending, Word 6 and 95, whose Vietnamese is always in the
// old fonts (TCVN3, VNI). Paragraphs, headings by style, automatic numbers, tables, notes, headers and text boxes.
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument, Warning } from '../model.ts'
import { repairParsed } from '../text/legacy/repair-blocks.ts'
import { createBlocks } from './blocks.ts'
import { openContainer } from './doc/container.ts'
import { type Fib, readFib } from './doc/fib.ts'
import { readLists } from './doc/lists.ts'
import { readDocText } from './doc/pieces.ts'
import { type DocParagraph, openStories } from './doc/story.ts'
import { placeInTables } from './doc/tables.ts'
import { createNumberer } from './docx/numbering.ts'
import { headingLevelOf, type Styles } from './docx/styles.ts'
import { addFlowRuns, type FlowParagraph } from './flow.ts'
import type { Parser } from './parser.ts'

export const docType = 'application/msword'

export const doc: Parser = {
  name: 'doc/2',
  mediaTypes: [docType],
  async parse({ bytes, name, progress, emit }) {
    const fib = readFib(openContainer(bytes, name), name)
    progress()
    const text = readDocText(fib, name)
    progress()
    const stories = openStories(fib, text)
    const { styles } = stories
    const numbering = readLists(fib)
    const blocks = createBlocks()
    const warnings: Warning[] = []
    const { lengths } = fib
    const isWhole = text.text.length >= lengths.main
    if (!isWhole)
      warnings.push({
        code: 'cut-short',
        message: `The document says it has ${lengths.main} characters; only ${text.text.length} are in the file.`,
      })
    const result = (): ParsedDocument => ({
      version: 1,
      parser: 'doc/2',
      mediaType: docType,
      ...blocks.read(),
      metadata: {},
      warnings,
      partial: !isWhole,
    })

    const readStory = (from: number, length: number): FlowParagraph[] => {
      const numberOf = createNumberer(numbering, styles)
      const paragraphs = stories.read(from, from + length, progress)
      return placeInTables(paragraphs, styles, (p) => {
        const { list, listLevel } = p.properties
        const direct =
          list === null && listLevel === null
            ? null
            : { numId: list === null ? undefined : String(list), level: listLevel ?? undefined }
        const item = numberOf(direct, p.style)
        return {
          text: p.text,
          fonts: p.fonts,
          marker: item?.marker ?? '',
          listLevel: item?.level ?? 0,
          heading: headingOf(p, styles),
        }
      })
    }

    const fonts = addFlowRuns(blocks, readStory(0, lengths.main))
    emit?.(() => repairParsed(result(), fonts))
    let at = lengths.main
    addAll(blocks, 'footnote', readStory(at, lengths.footnotes))
    at += lengths.footnotes
    addHeaders(blocks, fib, (from, to) => readStory(at + from, to - from))
    at += lengths.headers + lengths.macros + lengths.comments
    addAll(blocks, 'footnote', readStory(at, lengths.endnotes))
    at += lengths.endnotes
    for (const [i, font] of addFlowRuns(blocks, readStory(at, lengths.textBoxes)))
      fonts.set(i, font)
    if (blocks.count === 0)
      throw new BadDocumentError('no-text', `${name} is a Word document without any text.`)
    return repairParsed(result(), fonts)
  },
}

function headingOf({ properties, style }: DocParagraph, styles: Styles): number | null {
  const outline = properties.outlineLevel
  if (outline === null) return headingLevelOf(styles.chainOf(style))
  return outline < 6 ? outline + 1 : null
}

function addAll(
  blocks: ReturnType<typeof createBlocks>,
  kind: 'footnote' | 'page-header' | 'page-footer',
  paragraphs: readonly FlowParagraph[],
): void {
  for (const { text, marker } of paragraphs)
    if (text.trim() !== '') blocks.add(kind, (marker + text).replace(/\n+/g, ' '))
}

/** Separators of notes come first; then six stories a section, of which the third, fourth and sixth are footers. */
const separators = 6
const footers = new Set([2, 3, 5])

/** Headers and footers, each once. Positions are counted from the beginning of the headers. */
function addHeaders(
  blocks: ReturnType<typeof createBlocks>,
  { table, headerStories, version, lengths }: Fib,
  read: (from: number, to: number) => FlowParagraph[],
): void {
  const seen = new Set<string>()
  let last = 0
  const count = Math.floor(headerStories.length / 4) - 1
  for (let i = version === 8 ? separators : 0; i < count; i++) {
    const from = table.readUInt32LE(headerStories.at + 4 * i)
    const to = table.readUInt32LE(headerStories.at + 4 * i + 4)
    // They stand one after the other; in a damaged file they may all claim the same text.
    if (from < last || from >= to || to > lengths.headers) continue
    last = to
    const paragraphs = read(from, to)
    const whole = paragraphs.map(({ text }) => text).join('\n')
    // A page number alone says nothing.
    if (seen.has(whole) || !/\p{L}/u.test(whole)) continue
    seen.add(whole)
    const isFooter = version === 8 && footers.has((i - separators) % 6)
    addAll(blocks, isFooter ? 'page-footer' : 'page-header', paragraphs)
  }
}
