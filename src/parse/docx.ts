// Word documents (.docx): the ZIP is opened with our own limits, mammoth reads the text of each story, and what mammoth
// leaves out is put back: automatic numbers ("Nhiệm vụ 3:"), headers, footers, formulas, drawn text boxes.
//
// Blocks: paragraphs, headings by style, automatic list items; tables as `flow.ts` makes them. Footnotes, headers and
// footers come last, each header once. The text is that which Word shows with all changes accepted: no hidden text, no
// comments, no page numbers; letters that a format shows as capitals (w:caps) stay as they were written. A table of
// contents is "chrome": it repeats what comes later.
import { BadDocumentError } from '../errors.ts'
import type { BlockKind, ParsedDocument, Warning } from '../model.ts'
import type { FontRun } from '../text/legacy/font-runs.ts'
import { repairParsed } from '../text/legacy/repair-blocks.ts'
import { createBlocks } from './blocks.ts'
import { readThemeFonts } from './docx/fonts.ts'
import { type ParagraphText, readParagraphs } from './docx/mammoth.ts'
import { createNumberer, readNumbering } from './docx/numbering.ts'
import { openPackage } from './docx/package.ts'
import type { StoryParagraph } from './docx/paragraphs.ts'
import { prepareStory } from './docx/story.ts'
import { headingLevelOf, isContentsStyle, readStyles, type Styles } from './docx/styles.ts'
import type { TablePlace } from './docx/tables.ts'
import { addFlowRuns, type FlowParagraph, type FlowTable } from './flow.ts'
import { docxType } from './media-types.ts'
import type { Parser } from './parser.ts'
import { resolveEntities } from './xml-scan.ts'

export const docx: Parser = {
  name: 'docx/2',
  mediaTypes: [docxType],
  async parse({ bytes, name, limits, progress, emit }) {
    const { main, part, parts, properties, isCut } = await openPackage(bytes, name, limits)
    const options = { depth: limits.depth, name }
    const theme = readThemeFonts(part(parts('theme')[0]), options)
    const styles = readStyles(part(parts('styles')[0]), options, theme)
    const numbering = readNumbering(part(parts('numbering')[0]), options)
    progress()
    const blocks = createBlocks()
    const fonts = new Map<number, readonly FontRun[]>()
    const title = coreTitle(part(properties))
    const warnings: Warning[] = isCut ? [cutShort] : []
    let foreignParts = 0
    let partial = isCut
    const result = (): ParsedDocument => ({
      version: 1,
      parser: 'docx/2',
      mediaType: docxType,
      ...blocks.read(),
      metadata: title ? { title } : {},
      warnings,
      partial,
    })

    const readStory = async (path: string): Promise<FlowParagraph[]> => {
      const xml = part(path)
      if (xml === '' && path !== main) return []
      const story = prepareStory(xml, { ...options, styles, theme })
      progress()
      const texts = await readParagraphs(story.chunks(), name, progress)
      foreignParts += story.foreignParts
      // The story and each text box in it count by themselves.
      const numberers = new Map<number | null, ReturnType<typeof createNumberer>>()
      const numbererOf = (box: number | null) => {
        const known = numberers.get(box) ?? createNumberer(numbering, styles)
        numberers.set(box, known)
        return known
      }
      const tables = new Map<TablePlace, FlowTable>()
      return story.paragraphs.flatMap((paragraph, i) => {
        const item = paragraph.counts
          ? numbererOf(paragraph.box)(paragraph.numbering, paragraph.style)
          : null
        const text = texts.get(i) ?? { text: '', fonts: [] }
        const isEmpty = text.text.trim() === '' && !isNumberAlone(paragraph.cell, item)
        return isEmpty ? [] : [flowOf(paragraph, text, item, styles, tables)]
      })
    }

    /** Notes, headers and footers: where such a part is damaged, the document is still worth reading. */
    const readSide = async (path: string): Promise<FlowParagraph[]> => {
      try {
        return await readStory(path)
      } catch (error) {
        if (!(error instanceof BadDocumentError) || error.code !== 'corrupt') throw error
        partial = true
        warnings.push({ code: 'part-not-read', message: `${path} is left out. ${error.message}` })
        return []
      }
    }

    const addNotes = (kind: BlockKind, paragraphs: readonly FlowParagraph[]) => {
      for (const { text, marker, fonts: runs } of paragraphs) {
        const before = blocks.count
        blocks.add(kind, kind === 'footnote' ? (marker + text).replace(/[\t\n]+/g, ' ') : text)
        if (blocks.count > before && runs && marker === '') fonts.set(before, runs)
      }
    }

    for (const [i, runs] of addFlowRuns(blocks, await readStory(main))) fonts.set(i, runs)
    emit?.(() => repairParsed(result(), fonts))
    for (const path of [...parts('footnotes'), ...parts('endnotes')])
      addNotes('footnote', await readSide(path))
    for (const kind of ['header', 'footer'] as const) {
      const seen = new Set<string>()
      for (const path of parts(kind)) {
        const paragraphs = await readSide(path)
        const whole = paragraphs.map(({ text }) => text).join('\n')
        // A page number alone says nothing.
        if (seen.has(whole) || !/\p{L}/u.test(whole)) continue
        seen.add(whole)
        addNotes(`page-${kind}`, paragraphs)
      }
    }
    if (foreignParts > 0) warnings.push(foreign(foreignParts))
    if (blocks.count === 0)
      throw new BadDocumentError('no-text', `${name} is a Word document without any text.`)
    return repairParsed(result(), fonts)
  },
}

const cutShort: Warning = {
  code: 'cut-short',
  message: 'The file was cut off; what comes before the cut was read.',
}

const foreign = (count: number): Warning => ({
  code: 'part-not-read',
  message: `${count} ${count === 1 ? 'part' : 'parts'} of another format inside the document (altChunk) could not be read; save it anew in Word to make it one.`,
})

/** The first column of a table often holds nothing but the numbers that Word makes. */
const isNumberAlone = (cell: unknown, item: { marker: string } | null): boolean =>
  cell !== null && item !== null && /[\p{L}\p{N}]/u.test(item.marker)

function flowOf(
  paragraph: StoryParagraph,
  { text, fonts }: ParagraphText,
  item: { marker: string; level: number } | null,
  styles: Styles,
  tables: Map<TablePlace, FlowTable>,
): FlowParagraph {
  const { cell, style, outlineLevel } = paragraph
  const chain = styles.chainOf(style)
  const outline = outlineLevel === null ? headingLevelOf(chain) : outlineLevel + 1
  return {
    text: text.trim(),
    fonts,
    marker: item?.marker ?? '',
    listLevel: item?.level ?? 0,
    heading: outline === null || outline > 6 ? null : outline,
    isContents: paragraph.inContents || isContentsStyle(chain),
    cell: cell && { table: tableOf(cell.table), row: cell.row, cell: cell.cell },
  }

  function tableOf(place: TablePlace): FlowTable {
    const known = tables.get(place) ?? {
      columns: place.columns,
      bordered:
        place.bordered ??
        (place.style !== undefined &&
          (styles.chainOf(place.style).find((s) => s.bordered !== null)?.bordered ?? false)),
    }
    tables.set(place, known)
    return known
  }
}

function coreTitle(xml: string): string {
  const title = /<dc:title[^>]*>([^<]*)<\/dc:title>/.exec(xml)?.[1] ?? ''
  return resolveEntities(title).trim()
}
