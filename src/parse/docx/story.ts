// One story of a DOCX (the body, a header, the footnotes) made ready for mammoth, and what mammoth does not tell of its
// paragraphs.
//
// Before the text of every paragraph goes a place mark (a run "\uE000 17 \uE001"), by which its text is found again in what
// mammoth gives. mammoth passes over simple fields, formulas and drawn text boxes; they are put so that it sees them. What
// Word does not show (hidden text, instructions of fields, page numbers) is taken out. Pictures are left out: nothing
// outside the file, and no picture, is ever opened.
import { BadDocumentError } from '../../errors.ts'
import type { ParseLimits } from '../parser.ts'
import { attributeOf, scanXml, type XmlTag } from '../xml-scan.ts'
import { applyEdits, type Edit, isRemoved, settle } from './edits.ts'
import { followFields, isPageField } from './fields.ts'
import type { ThemeFonts } from './fonts.ts'
import { followParagraphs, type Paragraphs, type StoryParagraph } from './paragraphs.ts'
import { editsOf, followRegion, newRegion, type Region, regionAt } from './regions.ts'
import { followRuns } from './runs.ts'
import type { DocxStyles } from './styles.ts'
import { withoutSymbols } from './symbols.ts'
import { followTables } from './tables.ts'

export type StoryContext = Pick<ParseLimits, 'depth'> & {
  /** File name, for messages. */
  name: string
  styles: DocxStyles
  theme: ThemeFonts
}

export type Story = {
  /** Whole document parts for mammoth, one after the other; to be asked for once. */
  chunks(): Generator<string>
  /** By number of the place mark. */
  paragraphs: StoryParagraph[]
  /** Parts of other formats that belong here and are not read (altChunk). */
  foreignParts: number
}

/** Elements of which only the contents are of interest. */
const unwrapped = new Set([
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:footnote',
  'w:endnote',
  'w:ruby',
  'w:rubyBase',
])
const replaced: ReadonlyMap<string, string> = new Map([
  ['w:cr', '<w:br/>'],
  ['w:ptab', '<w:tab/>'],
])
/** About so many characters of XML are given to mammoth at once: its tree takes fifty times the room. */
const chunkUnits = 1_000_000
const mostChunkUnits = 10_000_000
const mostEdits = 5_000_000

/** Makes a story ready. Throws BadDocumentError as `scanXml` does, and `too-complex` for more than any document has. */
export function prepareStory(xml: string, context: StoryContext): Story {
  const edits: Edit[] = []
  const regions: Region[] = []
  const tables = followTables()
  const fields = followFields(edits)
  const runs = followRuns(xml, context.styles, context.theme)
  const paragraphs: Paragraphs = followParagraphs(edits, tables, fields, context.name)
  const cuts: Cut[] = []
  let inTopTable = false
  let root: XmlTag | null = null
  let content = { start: 0, end: 0 }
  let contentDepth = 1
  let droppedDepth: number | null = null
  let hiddenText: { start: number; byRun: boolean } | null = null
  let foreignParts = 0

  const remove = (start: number, end: number, byRun: boolean) => {
    const edit = { start, end, insert: '' }
    if (byRun) edits.push(edit)
    else fields.hide(edit)
  }

  function readContent(tag: XmlTag): void {
    const style = paragraphs.current()?.style
    const byRun = runs.isHidden(style)
    if (byRun || fields.hides()) {
      if (tag.empty) remove(tag.start, tag.end, byRun)
      else hiddenText = { start: tag.start, byRun }
      return
    }
    runs.placeFont(style, edits)
    if (droppedDepth === null) paragraphs.noteText()
    const insert = tag.name === 'w:sym' ? symbolAt(tag) : replaced.get(tag.name)
    if (insert) edits.push({ start: tag.start, end: tag.end, insert })
  }

  /** A symbol that is known here as text; others are left to mammoth, which knows more, in characters that few fonts have. */
  function symbolAt(tag: XmlTag): string | undefined {
    const code = Number.parseInt(attributeOf(xml, tag, 'char') ?? '', 16) & 0xff
    const char = String.fromCharCode(0xf000 + code)
    const shown = withoutSymbols(char, attributeOf(xml, tag, 'font'))
    return shown === char ? undefined : `<w:t>${shown}</w:t>`
  }

  function readFieldTag(tag: XmlTag): void {
    if (tag.name === 'w:fldChar') {
      const type = attributeOf(xml, tag, 'fldCharType')
      if (type === 'begin') fields.begin()
      else if (type === 'separate') fields.separate()
      else if (type === 'end') fields.end()
    } else if (tag.name === 'w:instrText' && !tag.empty)
      fields.instruct(xml.slice(tag.end, xml.indexOf('<', tag.end)))
  }

  function open(tag: XmlTag): void {
    const { name, start, end, depth, empty } = tag
    const val = (attribute = 'val') => attributeOf(xml, tag, attribute)
    if (depth === 0) {
      root = tag
      content = { start: end, end: xml.length }
    } else if (name === 'w:body' && depth === 1) {
      content = { start: end, end: empty ? end : xml.length }
      contentDepth = 2
    }
    paragraphs.beforeOpen(tag)
    if (depth === contentDepth) inTopTable = name === 'w:tbl'
    const isRow = inTopTable && name === 'w:tr' && depth === contentDepth + 1
    if ((isRow || depth === contentDepth) && !paragraphs.isJoining())
      if (start - (cuts.at(-1)?.at ?? content.start) > chunkUnits)
        cuts.push({ at: start, inTable: isRow })
    const region = regions.at(-1)
    if (region) followRegion(region, tag, xml)
    const begun = !region || region.boxDepth !== null ? regionAt(tag, val) : null
    if (begun) regions.push(begun)
    else if (name === 'w:fldSimple' && isPageField(val('instr') ?? '') && !empty)
      regions.push(newRegion(tag, 'dropped'))
    // An empty paragraph without properties says nothing, and mammoth takes its time over each.
    else if (unwrapped.has(name) || (name === 'w:p' && empty))
      edits.push({ start, end, insert: '' })
    // mammoth fails at a symbol that says no font or no code.
    else if (name === 'w:sym' && (!val('font') || !/^[0-9a-f]{2,4}$/i.test(val('char') ?? '')))
      edits.push({ start, end, insert: '' })
    else if (runs.isContent(tag)) readContent(tag)
    else readFieldTag(tag)
    if (name === 'w:altChunk' || name === 'w:subDoc') foreignParts++
    if ((name === 'w:del' || name === 'w:moveFrom') && !empty) droppedDepth ??= depth
    runs.open(tag)
    paragraphs.open(tag, val)
    tables.open(name, empty, val)
  }

  function close(tag: XmlTag): void {
    const { name, start, end, depth } = tag
    if (name === 'w:t' && hiddenText) {
      remove(hiddenText.start, end, hiddenText.byRun)
      hiddenText = null
    }
    if (droppedDepth === depth) droppedDepth = null
    if ((depth === 0 && contentDepth === 1) || (depth === 1 && name === 'w:body'))
      content = { ...content, end: start }
    const region = regions.at(-1)
    if (region && depth !== region.depth) followRegion(region, tag, xml)
    if (unwrapped.has(name) && !(region?.depth === depth && region.kind === 'dropped'))
      edits.push({ start, end, insert: '' })
    runs.close(tag)
    paragraphs.close(tag)
    tables.close(name)
    if (region && depth === region.depth) {
      for (const edit of editsOf(region, end)) edits.push(edit)
      regions.pop()
    }
  }

  for (const tag of scanXml(xml, context)) {
    if (tag.kind === 'open') open(tag)
    else close(tag)
    if (edits.length > mostEdits)
      throw new BadDocumentError(
        'too-complex',
        `${context.name} has more marks of formatting than any real document.`,
      )
  }
  if (!root)
    throw new BadDocumentError('corrupt', `${context.name} is damaged: its main part is empty.`)

  const settled = settle(edits)
  const { opening, closing } = frameOf(xml, root)
  return {
    foreignParts,
    paragraphs: paragraphs
      .all()
      .map(({ at, ...paragraph }) =>
        isRemoved(settled, at) ? { ...paragraph, counts: false } : paragraph,
      ),
    *chunks() {
      let next = 0
      let from: Cut = { at: content.start, inTable: false }
      for (const cut of [...cuts, { at: content.end, inTable: false }]) {
        if (cut.at - from.at > mostChunkUnits)
          throw new BadDocumentError(
            'too-complex',
            `${context.name} has a paragraph or a row of ${Math.round((cut.at - from.at) / 1e6)} million characters, which no real document has.`,
          )
        const done = applyEdits(xml, { start: from.at, end: cut.at }, settled, next)
        const whole = `${from.inTable ? '<w:tbl>' : ''}${done.text}${cut.inTable ? '</w:tbl>' : ''}`
        next = done.next
        from = cut
        yield opening + whole + closing
      }
    },
  }
}

/** Where a chunk ends and the next begins: before a paragraph or a table, or before a row inside a table. */
type Cut = { at: number; inTable: boolean }

/** Every story goes to mammoth as the body of a document, with the namespaces that it names itself. */
function frameOf(xml: string, root: XmlTag): { opening: string; closing: string } {
  const attributes = xml.slice(root.start + 1 + root.name.length, root.end).replace(/\/?>$/, '')
  return {
    opening: `<w:document${attributes}><w:body>`,
    closing: '</w:body></w:document>',
  }
}
