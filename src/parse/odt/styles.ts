// Styles of an OpenDocument text, as far as its text needs them: fonts, hidden text, lists, lines of tables, page headers.
//
//   <style:style style:name="T1" style:family="text"><style:text-properties style:font-name=".VnTime"/></style:style>
import type { ParseLimits } from '../parser.ts'
import { scanXml } from '../xml-scan.ts'
import { attributesOf } from './attributes.ts'
import { type ListStyle, readListLevel } from './list-levels.ts'

export type OdtFamily = 'paragraph' | 'text' | 'table-cell'

export type OdtStyles = {
  /** Name of the font, as its maker calls it; undefined where the style and its parents say nothing. */
  fontOf(family: OdtFamily, style: string | undefined): string | undefined
  /** Whether text in it is not shown. */
  isHidden(family: OdtFamily, style: string | undefined): boolean
  /** Whether cells of this style have lines. */
  hasLines(cellStyle: string | undefined): boolean
  /** The list style of a paragraph style, for lists that name none; '' where it says that there is none. */
  listOf(paragraphStyle: string | undefined): string | undefined
  /** The list style of that name. */
  list(listStyle: string | undefined): ListStyle | undefined
  /** How headings are numbered that no list style numbers. */
  outline: ListStyle | undefined
}

type Style = {
  parent: string | undefined
  font: string | undefined
  /** '' says that there is none, whatever the parent has. */
  list: string | undefined
  hidden: boolean | undefined
  lined: boolean | undefined
}

const mostParents = 30

/** Reads all styles of several parts; what a later part says of a name goes before what an earlier one does. */
export function readOdtStyles(
  parts: readonly string[],
  options: Pick<ParseLimits, 'depth'> & { name: string },
): OdtStyles {
  const fontFaces = new Map<string, string>()
  const styles = new Map<string, Style>()
  const lists = new Map<string, ListStyle>()
  let outline: ListStyle | undefined

  for (const xml of parts) {
    let style: Style = freshStyle()
    let list: ListStyle | null = null
    for (const tag of scanXml(xml, options)) {
      // Styles stand before the text. A flat file may end in the middle of that.
      if (tag.name === 'office:body') break
      if (tag.kind === 'close') {
        if (tag.name === 'text:list-style' || tag.name === 'text:outline-style') list = null
        continue
      }
      const get = attributesOf(xml, tag)
      switch (tag.name) {
        case 'style:font-face':
          fontFaces.set(get('name') ?? '', unquoted(get('font-family') ?? ''))
          break
        case 'style:style':
        case 'style:default-style':
          style = freshStyle()
          style.parent = get('parent-style-name')
          style.list = get('list-style-name')
          styles.set(
            keyOf(get('family') ?? '', tag.name === 'style:style' ? get('name') : undefined),
            style,
          )
          break
        case 'style:text-properties': {
          // Inside a list level this is the look of its number.
          if (list) break
          style.font = get('font-name') ?? unquotedOrNone(get('font-family')) ?? style.font
          const display = get('display')
          if (display !== undefined) style.hidden = display === 'none'
          break
        }
        case 'style:table-cell-properties': {
          const borders = [...xml.slice(tag.start, tag.end).matchAll(/fo:border[a-z-]*="([^"]*)"/g)]
          if (borders.length > 0) style.lined = borders.some(([, border = '']) => isDrawn(border))
          break
        }
        case 'text:list-style':
          list = { levels: new Map(), isConsecutive: get('consecutive-numbering') === 'true' }
          lists.set(get('name') ?? '', list)
          if (tag.empty) list = null
          break
        case 'text:outline-style':
          list = { levels: new Map(), isConsecutive: false }
          outline = list
          if (tag.empty) list = null
          break
        default:
          if (list) readListLevel(list, tag.name, get)
      }
    }
  }

  /** The first thing that a style or one of its parents says. */
  const inherited = <T>(
    family: OdtFamily,
    name: string | undefined,
    pick: (style: Style) => T | undefined,
  ): T | undefined => {
    let style = styles.get(keyOf(family, name))
    for (let i = 0; style && i < mostParents; i++) {
      const found = pick(style)
      if (found !== undefined) return found
      if (style.parent === undefined) break
      style = styles.get(keyOf(family, style.parent))
    }
    return undefined
  }

  return {
    fontOf(family, name) {
      const font =
        inherited(family, name, (style) => style.font) ??
        (family === 'paragraph' ? styles.get(keyOf(family, undefined))?.font : undefined)
      return font === undefined ? undefined : fontFaces.get(font) || font
    },
    isHidden: (family, name) => inherited(family, name, (style) => style.hidden) ?? false,
    hasLines: (name) => inherited('table-cell', name, (style) => style.lined) ?? false,
    listOf: (name) => inherited('paragraph', name, (style) => style.list),
    list: (name) => (name === undefined ? undefined : lists.get(name)),
    outline,
  }
}

const keyOf = (family: string, name: string | undefined): string => `${family} ${name ?? ''}`

const freshStyle = (): Style => ({
  parent: undefined,
  font: undefined,
  list: undefined,
  hidden: undefined,
  lined: undefined,
})

const unquoted = (family: string): string => family.replace(/^\s*['"]|['"]\s*$/g, '').trim()
const unquotedOrNone = (family: string | undefined): string | undefined =>
  family === undefined ? undefined : unquoted(family)

/** "0.5pt solid #000000" is drawn, "none" and "0pt solid #000000" are not. */
const isDrawn = (border: string): boolean =>
  !/^\s*(?:none|hidden)?\s*$|^\s*0(?:\.0*)?(?:[a-z]{2})?\s/.test(border)
