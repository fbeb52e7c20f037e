// Word documents (.docx): the ZIP is opened with our own limits, mammoth reads the text of each story, and what mammoth
// leaves out is put back: automatic numbers ("Nhiệm vụ 3:"), headers, footers, formulas, drawn text boxes.
//
// Blocks: paragraphs, headings by style, automatic list items; a table with lines gives a block a row, its cells parted by
// tabs; a table without lines only lays out the page (the two-column head of an official document, the signatures), so each
// of its paragraphs is a block, left cell before right. Footnotes, headers and footers come last, each header once.
import { BadDocumentError } from '../errors.ts'
import { type Blocks, createBlocks } from './blocks.ts'
import { decodeText } from './charset.ts'
import { readParagraphs } from './docx-mammoth.ts'
import { createNumberer, type ListItem, readNumbering } from './docx-numbering.ts'
import { type CellPlace, prepareStory, type StoryParagraph } from './docx-story.ts'
import { headingLevelOf, readStyles, type Styles } from './docx-styles.ts'
import { docxType } from './media-types.ts'
import type { Parser } from './parser.ts'
import { attributeOf, resolveEntities, scanXml } from './xml-scan.ts'
import { readZip } from './zip.ts'

const wanted =
  /^(?:_rels\/\.rels|docProps\/core\.xml|[^/]+\/(?:document|styles|numbering|footnotes|endnotes|header|footer)\d*\.xml|[^/]+\/_rels\/document\d*\.xml\.rels)$/i

export const docx: Parser = {
  name: 'docx/1',
  mediaTypes: [docxType],
  async parse({ bytes, name, limits, progress, emit }) {
    const members = await readZip(bytes, name, limits, (member) => wanted.test(member))
    const options = { depth: limits.depth, name }
    const part = (path: string | undefined) => {
      const member = path === undefined ? undefined : members.get(path)
      return member ? withUsualPrefix(decodeText(member).text) : ''
    }
    const main =
      related(part('_rels/.rels'), 'officeDocument', '', options)[0] ?? 'word/document.xml'
    if (!members.has(main))
      throw new BadDocumentError('corrupt', `${name} is damaged: its main part ${main} is missing.`)
    const folder = main.slice(0, main.lastIndexOf('/') + 1)
    const relations = part(`${folder}_rels/${main.slice(folder.length)}.rels`)
    const parts = (type: string) =>
      related(relations, type, folder, options).filter((path) => members.has(path))

    const styles = readStyles(part(parts('styles')[0]), options)
    const numbering = readNumbering(part(parts('numbering')[0]), options)
    const numberers = new Map<string, ReturnType<typeof createNumberer>>()
    const numbererOf = (story: string) => {
      const numberOf = numberers.get(story) ?? createNumberer(numbering, styles)
      numberers.set(story, numberOf)
      return numberOf
    }
    const blocks = createBlocks()
    const titleOf = coreTitle(part('docProps/core.xml'))
    const result = () => ({
      version: 1 as const,
      parser: 'docx/1',
      mediaType: docxType,
      ...blocks.read(),
      metadata: titleOf ? { title: titleOf } : {},
      warnings: [],
      partial: false,
    })

    const readStory = async (path: string): Promise<Paragraph[]> => {
      progress()
      const story = prepareStory(part(path), options)
      progress()
      const texts = await readParagraphs(story.xml, name)
      progress()
      return story.paragraphs.flatMap((place, i) => {
        const chain = styles.chainOf(place.style)
        const item = place.counts
          ? numbererOf(`${path}#${place.box ?? ''}`)(place.numbering, place.style)
          : null
        const text = texts.get(i)?.trim() ?? ''
        if (text === '') return []
        const outline = place.outlineLevel
        const heading =
          outline !== null && outline < 6
            ? outline + 1
            : outline === null
              ? headingLevelOf(chain)
              : null
        return [{ ...place, text, item, heading }]
      })
    }

    addBody(blocks, await readStory(main), styles)
    emit?.(result)
    for (const path of [...parts('footnotes'), ...parts('endnotes')])
      for (const { text, item } of await readStory(path))
        blocks.add('footnote', oneLine((item?.marker ?? '') + text))
    for (const kind of ['header', 'footer'] as const) {
      const seen = new Set<string>()
      for (const path of parts(kind)) {
        const paragraphs = await readStory(path)
        const whole = paragraphs.map(({ text }) => text).join('\n')
        // A page number alone says nothing.
        if (seen.has(whole) || !/\p{L}/u.test(whole)) continue
        seen.add(whole)
        for (const { text } of paragraphs) blocks.add(`page-${kind}`, text)
      }
    }
    if (blocks.count === 0)
      throw new BadDocumentError('no-text', `${name} is a Word document without any text.`)
    return result()
  },
}

type Paragraph = StoryParagraph & { text: string; item: ListItem | null; heading: number | null }

/** Adds the paragraphs in order; those of one row of a table with lines become one block. */
function addBody(blocks: Blocks, paragraphs: readonly Paragraph[], styles: Styles): void {
  for (let i = 0; i < paragraphs.length; ) {
    const first = paragraphs[i]
    if (!first) break
    const row: Paragraph[] = []
    if (first.cell)
      for (let next = paragraphs[i]; next && sameRow(first.cell, next.cell); next = paragraphs[++i])
        row.push(next)
    if (row.length === 0) {
      addParagraph(blocks, first)
      i++
    } else if (isLayout(row, styles)) for (const paragraph of row) addParagraph(blocks, paragraph)
    else blocks.add('table-row', rowText(row))
  }
}

const sameRow = (a: CellPlace, b: CellPlace | null): boolean =>
  b !== null && a.table === b.table && a.row === b.row

/** Whether a row only lays out the page: no lines, and two columns or cells of several paragraphs; or a single cell. */
function isLayout(row: readonly Paragraph[], styles: Styles): boolean {
  const cell = row[0]?.cell
  if (!cell) return true
  const { table } = cell
  if (table.columns < 2) return true
  const bordered =
    table.bordered ??
    (table.style !== undefined &&
      (styles.chainOf(table.style).find((style) => style.bordered !== null)?.bordered ?? false))
  if (bordered) return false
  return table.columns === 2 || row.some(({ cell: a }, i) => row[i + 1]?.cell?.cell === a?.cell)
}

/** "TT\tĐơn vị\tSố lượng": the cells parted by tabs, the paragraphs of a cell by spaces. */
function rowText(row: readonly Paragraph[]): string {
  const cells: string[] = []
  for (const { cell, text, item } of row) {
    const at = cell?.cell ?? 0
    while (cells.length <= at) cells.push('')
    const whole = oneLine((item?.marker ?? '') + text)
    cells[at] = cells[at] ? `${cells[at]} ${whole}` : whole
  }
  return cells.join('\t')
}

const oneLine = (text: string): string => text.replace(/[\t\n]+/g, ' ')

/** A paragraph, cut at line breaks that part sentences; where the next line starts lower-case the break only wraps. */
function addParagraph(blocks: Blocks, { text, item, heading }: Paragraph): void {
  const pieces = ((item?.marker ?? '') + text).split(/\n(?!\s*\p{Ll})/u)
  for (const [i, piece] of pieces.entries()) {
    if (heading !== null) blocks.add('heading', piece, { level: heading })
    else if (item && item.marker !== '' && i === 0)
      blocks.add('list-item', piece, { level: item.level })
    else blocks.add('paragraph', piece)
  }
}

/** Paths of the parts that a relations part names for a type ("header"), in order. */
function related(
  xml: string,
  type: string,
  folder: string,
  options: { depth: number; name: string },
): string[] {
  const found: string[] = []
  for (const tag of scanXml(xml, options)) {
    if (tag.kind === 'close' || !/(?:^|:)Relationship$/.test(tag.name)) continue
    if (!attributeOf(xml, tag, 'Type')?.endsWith(`/${type}`)) continue
    if (attributeOf(xml, tag, 'TargetMode') === 'External') continue
    const target = attributeOf(xml, tag, 'Target') ?? ''
    found.push(target.startsWith('/') ? target.slice(1) : folder + target)
  }
  return found
}

/** Some programs name the namespace of WordprocessingML otherwise than "w"; here it is called w everywhere. */
function withUsualPrefix(xml: string): string {
  const prefix =
    /\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/.exec(
      xml.slice(0, 20_000),
    )?.[1]
  if (prefix === undefined || prefix === 'w') return xml
  const escaped = prefix.replace(/[.-]/g, '\\$&')
  return xml
    .replace(new RegExp(`(</?)${escaped}:`, 'g'), '$1w:')
    .replace(new RegExp(`(\\s)${escaped}:(\\w+\\s*=)`, 'g'), '$1w:$2')
    .replace(new RegExp(`(\\sxmlns:)${escaped}(\\s*=)`, 'g'), '$1w$2')
}

function coreTitle(xml: string): string {
  const title = /<dc:title[^>]*>([^<]*)<\/dc:title>/.exec(xml)?.[1] ?? ''
  return resolveEntities(title).trim()
}
