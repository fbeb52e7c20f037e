// Runs of a story: what is hidden in them goes out, and their fonts are put where mammoth sees them.
import { hintOf } from '../../text/legacy/encodings.ts'
import { attributeOf, type XmlTag } from '../xml-scan.ts'
import type { Edit } from './edits.ts'
import { fontNamed, type ThemeFonts } from './fonts.ts'
import { type DocxStyles, isOn } from './styles.ts'
import { isSymbolFont } from './symbols.ts'

type Run = {
  depth: number
  end: number
  /** Where its properties begin; null where it has none, or none yet. */
  properties: number | null
  style: string | undefined
  hidden: boolean | null
  font: string | null
  /** The font that mammoth sees. */
  ascii: string | undefined
  isFontPlaced: boolean
}

export type Runs = {
  open(tag: XmlTag): void
  close(tag: XmlTag): void
  /** Whether a tag is one of the run's own contents: text, a tab, a symbol. */
  isContent(tag: XmlTag): boolean
  /** Whether the text that comes now is hidden, by itself or by a style. */
  isHidden(paragraphStyle: string | undefined): boolean
  /** Puts the font of the run where mammoth sees it, if it is one that tells something. */
  placeFont(paragraphStyle: string | undefined, edits: Edit[]): void
}

const contents = new Set([
  'w:t',
  'w:tab',
  'w:br',
  'w:cr',
  'w:ptab',
  'w:sym',
  'w:noBreakHyphen',
  'w:softHyphen',
])

export function followRuns(xml: string, styles: DocxStyles, theme: ThemeFonts): Runs {
  const open: Run[] = []
  const known = new Map<string, { font: string | null; hidden: boolean | null }>()
  const ofStyle = (id: string | undefined) => {
    const key = id ?? ''
    const found = known.get(key)
    if (found) return found
    const chain = styles.chainOf(id)
    const read = {
      font: chain.find(({ fontName }) => fontName != null)?.fontName ?? null,
      hidden: chain.find(({ hidden }) => hidden != null)?.hidden ?? null,
    }
    known.set(key, read)
    return read
  }
  /** A character style, which says nothing where there is none. */
  const ofRun = ({ style }: Run) => (style === undefined ? null : ofStyle(style))

  return {
    open(tag) {
      const run = open.at(-1)
      if (tag.name === 'w:r' && !tag.empty)
        open.push({
          depth: tag.depth,
          end: tag.end,
          properties: null,
          style: undefined,
          hidden: null,
          font: null,
          ascii: undefined,
          isFontPlaced: false,
        })
      else if (!run) return
      else if (tag.depth === run.depth + 1) {
        if (tag.name === 'w:rPr' && !tag.empty) run.properties = tag.end
      } else if (tag.depth !== run.depth + 2 || run.properties === null) return
      else if (tag.name === 'w:rStyle') run.style = attributeOf(xml, tag, 'val')
      else if (tag.name === 'w:vanish') run.hidden = isOn(attributeOf(xml, tag, 'val'))
      else if (tag.name === 'w:rFonts') {
        run.font = fontNamed(xml, tag, theme)
        run.ascii = attributeOf(xml, tag, 'ascii')
      }
    },
    close(tag) {
      if (tag.name === 'w:r') open.pop()
    },
    isContent: ({ name, depth }) => contents.has(name) && open.at(-1)?.depth === depth - 1,
    isHidden(paragraphStyle) {
      const run = open.at(-1)
      if (!run) return false
      return run.hidden ?? ofRun(run)?.hidden ?? ofStyle(paragraphStyle).hidden ?? false
    },
    placeFont(paragraphStyle, edits) {
      const run = open.at(-1)
      if (!run || run.isFontPlaced) return
      run.isFontPlaced = true
      const font =
        run.font ?? ofRun(run)?.font ?? ofStyle(paragraphStyle).font ?? styles.defaultFont ?? ''
      if (font === run.ascii || !(tells(font) || tells(run.ascii ?? ''))) return
      const at = run.properties ?? run.end
      const insert = `<w:rFonts w:ascii="${font.replace(/[&<>"]/g, '')}"/>`
      const whole = run.properties === null ? `<w:rPr>${insert}</w:rPr>` : insert
      edits.push({ start: at, end: at, insert: whole })
    },
  }
}

const telling = new Map<string, boolean>()

/** Whether a font hints at an old encoding, or has signs in place of letters. */
function tells(font: string): boolean {
  const known = telling.get(font)
  if (known !== undefined) return known
  if (telling.size > 1000) telling.clear()
  const tells = hintOf(font) !== null || isSymbolFont(font)
  telling.set(font, tells)
  return tells
}
