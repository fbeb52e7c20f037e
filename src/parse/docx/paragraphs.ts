// Follows the paragraphs of a story: their properties, where they stand, and the place marks that go before their texts.
//
// Where a tracked change deleted the mark at the end of a paragraph (or moved it away), the paragraph is one with the next:
// mammoth joins them, as long as a next one follows; where a table or the end of the cell follows, the mark stays.
import { BadDocumentError } from '../../errors.ts'
import type { XmlTag } from '../xml-scan.ts'
import type { Edit } from './edits.ts'
import type { Fields } from './fields.ts'
import { isOn, type NumberReference } from './styles.ts'
import type { CellPlace, Tables } from './tables.ts'

export type StoryParagraph = {
  style: string | undefined
  numbering: NumberReference | null
  /** Outline level of its own, 0 highest; null where it has none. */
  outlineLevel: number | null
  cell: CellPlace | null
  /** Number of the text box it stands in, null for the story itself. */
  box: number | null
  /** Whether it stands in a table of contents. */
  inContents: boolean
  /**
   * False where nothing of it is to be seen: it is hidden, is one with the next (see above), its row was deleted in a
   * tracked change, or it repeats a text box for older programs. It then counts in no list.
   */
  counts: boolean
}

type OpenParagraph = StoryParagraph & {
  at: number
  depth: number
  index: number
  /** Where its text begins. */
  textAt: number
  inProperties: boolean
  inMark: boolean
  markHidden: boolean
  hasText: boolean
  /** The element that says its mark is deleted. */
  joins: XmlTag | null
}

export type Paragraphs = {
  /** To be told of every open tag before anything is done about it, and of all tags afterwards. */
  beforeOpen(tag: XmlTag): void
  open(tag: XmlTag, val: () => string | undefined): void
  close(tag: XmlTag): void
  current(): StoryParagraph | undefined
  /** Something visible stands in the current paragraph. */
  noteText(): void
  /** Whether the last paragraph may be one with what comes next. */
  isJoining(): boolean
  all(): Array<StoryParagraph & { at: number }>
}

/** Finds a place mark in the text of a paragraph. */
export const placeMark = /\uE000(\d+)\uE001/

const mostParagraphs = 1_000_000
/** What may stand between two paragraphs without parting them. */
const markers =
  /^w:(?:bookmark(?:Start|End)|comment(?:Range(?:Start|End)|Reference)|move(?:From|To)Range(?:Start|End)|proofErr|perm(?:Start|End))$/

/** Place marks and what makes mammoth join paragraphs are put into `edits`. */
export function followParagraphs(
  edits: Edit[],
  tables: Tables,
  fields: Fields,
  name: string,
): Paragraphs {
  const all: OpenParagraph[] = []
  const open: OpenParagraph[] = []
  let joining: OpenParagraph | null = null
  let box: { number: number; depth: number } | null = null
  let boxes = 0

  function placeAt({ textAt, index }: OpenParagraph): void {
    edits.push({
      start: textAt,
      end: textAt,
      insert: `<w:r><w:t>\uE000${index}\uE001</w:t></w:r>`,
    })
  }

  /** Nothing follows that the paragraph could be one with. */
  function standAlone(paragraph: OpenParagraph): void {
    joining = null
    if (paragraph.joins)
      edits.push({ start: paragraph.joins.start, end: paragraph.joins.end, insert: '' })
    paragraph.counts = paragraph.hasText
    placeAt(paragraph)
  }

  function begin(tag: XmlTag): void {
    if (all.length >= mostParagraphs)
      throw new BadDocumentError(
        'too-complex',
        `${name} has more than ${mostParagraphs} paragraphs, which no real document has.`,
      )
    const paragraph: OpenParagraph = {
      style: undefined,
      numbering: null,
      outlineLevel: null,
      cell: tables.place(),
      box: box?.number ?? null,
      inContents: false,
      counts: true,
      at: tag.start,
      depth: tag.depth,
      index: all.length,
      textAt: tag.end,
      inProperties: false,
      inMark: false,
      markHidden: false,
      hasText: false,
      joins: null,
    }
    all.push(paragraph)
    open.push(paragraph)
  }

  function readProperty(p: OpenParagraph, tag: XmlTag, val: () => string | undefined): void {
    const level = tag.depth - p.depth
    if (level === 2) {
      if (tag.name === 'w:pStyle') p.style = val()
      else if (tag.name === 'w:outlineLvl') p.outlineLevel = Number(val() ?? 9)
      else if (tag.name === 'w:rPr') p.inMark = !tag.empty
    } else if (level !== 3) return
    else if (!p.inMark) {
      if (tag.name === 'w:numId') p.numbering = { ...p.numbering, numId: val() }
      else if (tag.name === 'w:ilvl') p.numbering = { ...p.numbering, level: Number(val()) || 0 }
    } else if (tag.name === 'w:vanish') p.markHidden = isOn(val())
    else if (tag.name === 'w:del' || tag.name === 'w:moveFrom') join(p, tag)
    // Word's style separator: a heading and the text that runs on behind it are two paragraphs shown as one.
    else if (tag.name === 'w:specVanish' && isOn(val())) join(p, tag)
  }

  function join(p: OpenParagraph, tag: XmlTag): void {
    if (!tag.empty || p.joins) return
    p.joins = tag
  }

  return {
    beforeOpen({ name: tag, depth, empty }) {
      if (!joining || depth > joining.depth || markers.test(tag)) return
      if (tag !== 'w:p' || depth !== joining.depth || empty) return standAlone(joining)
      const { joins } = joining
      if (joins && joins.name !== 'w:del')
        edits.push({ start: joins.start, end: joins.end, insert: '<w:del/>' })
      joining.counts = false
      joining = null
    },
    open(tag, val) {
      const paragraph = open.at(-1)
      if (tag.name === 'w:txbxContent' && !tag.empty) box ??= { number: boxes++, depth: tag.depth }
      // An empty element is an empty paragraph; it has no properties, so it cannot count in a list of its own.
      else if (tag.name === 'w:p') {
        if (!tag.empty) begin(tag)
      } else if (!paragraph) return
      else if (tag.name === 'w:pPr' && tag.depth === paragraph.depth + 1) {
        paragraph.inProperties = !tag.empty
        if (!tag.empty) paragraph.textAt = -1
      } else if (paragraph.inProperties) readProperty(paragraph, tag, val)
    },
    close(tag) {
      if (joining && tag.depth < joining.depth) standAlone(joining)
      if (tag.name === 'w:txbxContent' && box?.depth === tag.depth) box = null
      const paragraph = open.at(-1)
      if (!paragraph) return
      if (tag.name === 'w:rPr' && tag.depth === paragraph.depth + 2) paragraph.inMark = false
      else if (tag.name === 'w:pPr' && tag.depth === paragraph.depth + 1) {
        paragraph.inProperties = false
        paragraph.textAt = tag.end
      } else if (tag.name === 'w:p') {
        open.pop()
        if (tables.isDeleted()) paragraph.counts = false
        else if (paragraph.joins) joining = paragraph
        else {
          if (paragraph.markHidden && !paragraph.hasText) paragraph.counts = false
          placeAt(paragraph)
        }
      }
    },
    current: () => open.at(-1),
    noteText() {
      const paragraph = open.at(-1)
      if (!paragraph) return
      paragraph.hasText = true
      // A table of contents begins in the middle of its first paragraph.
      if (fields.inContents()) paragraph.inContents = true
    },
    isJoining: () => joining !== null,
    all: () =>
      all.map(({ style, numbering, outlineLevel, cell, box: inBox, inContents, counts, at }) => ({
        style,
        numbering,
        outlineLevel,
        cell,
        box: inBox,
        inContents,
        counts,
        at,
      })),
  }
}
