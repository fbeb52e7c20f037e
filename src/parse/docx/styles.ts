// Styles of a DOCX, as far as numbers, headings, table borders, fonts and hidden text need them: word/styles.xml.
import type { ParseLimits } from '../parser.ts'
import { attributeOf, scanXml } from '../xml-scan.ts'
import { fontNamed, type ThemeFonts } from './fonts.ts'

/** A reference to a list: what a paragraph or a style says, either part possibly left to others. */
export type NumberReference = { numId?: string | undefined; level?: number | undefined }

export type Style = {
  id: string
  type: string
  name: string
  basedOn: string | null
  numbering: NumberReference | null
  /** 0 is the highest level of heading; null where nothing is said. 9 is body text. */
  outlineLevel: number | null
  /** For table styles: whether lines are drawn; null where nothing is said. */
  bordered: boolean | null
  /** Whether paragraphs have it that name no style. */
  isDefault: boolean
  /** Name of its font; absent or null where it names none. */
  fontName?: string | null
  /** Whether its text is hidden; absent or null where nothing is said. */
  hidden?: boolean | null
}

export type Styles = {
  /** The style and those it is based on, nearest first. The default paragraph style where no id is given. */
  chainOf(id: string | undefined): Style[]
  find(id: string): Style | null
}

export type DocxStyles = Styles & {
  /** The font of text whose styles name none. */
  defaultFont: string | null
}

/** Whether a property that is switched on or off is on: <w:vanish/>, but not <w:vanish w:val="0"/>. */
export const isOn = (val: string | undefined): boolean =>
  val === undefined || !/^(?:0|false|off)$/i.test(val)

/** Whether a border element such as <w:top w:val="single"/> draws a line. */
export const drawsLine = (val: string | undefined): boolean => val !== 'nil' && val !== 'none'

export const borderSides = new Set([
  'w:top',
  'w:bottom',
  'w:left',
  'w:right',
  'w:start',
  'w:end',
  'w:insideH',
  'w:insideV',
])

/** Reads word/styles.xml; '' gives no styles at all. */
export function readStyles(
  xml: string,
  options: Pick<ParseLimits, 'depth'> & { name: string },
  theme: ThemeFonts = { major: undefined, minor: undefined },
): DocxStyles {
  const styles = new Map<string, Style>()
  let byDefault: string | undefined
  let style: Style | null = null
  let inBorders = false
  let styleDepth = 0
  let inDefaults = false
  let defaultFont: string | null = null
  for (const tag of scanXml(xml, options)) {
    if (tag.kind === 'close') {
      if (tag.name === 'w:style') style = null
      if (tag.name === 'w:docDefaults') inDefaults = false
      if (tag.name === 'w:tblBorders') inBorders = false
      continue
    }
    const val = () => attributeOf(xml, tag, 'val')
    // What a table style says of its first row stands deeper.
    const isOwn = tag.depth === styleDepth + 2
    if (tag.name === 'w:docDefaults') inDefaults = !tag.empty
    else if (inDefaults && tag.name === 'w:rFonts') defaultFont = fontNamed(xml, tag, theme)
    else if (tag.name === 'w:style') {
      styleDepth = tag.depth
      const id = attributeOf(xml, tag, 'styleId') ?? ''
      const type = attributeOf(xml, tag, 'type') ?? 'paragraph'
      const isDefault = attributeOf(xml, tag, 'default')
      style = {
        id,
        type,
        name: '',
        basedOn: null,
        numbering: null,
        outlineLevel: null,
        bordered: null,
        isDefault: type === 'paragraph' && (isDefault === '1' || isDefault === 'true'),
      }
      if (!styles.has(id)) styles.set(id, style)
      if (style.isDefault) byDefault = id
      if (tag.empty) style = null
    } else if (!style) continue
    else if (tag.name === 'w:name') style.name = val() ?? ''
    else if (tag.name === 'w:basedOn') style.basedOn = val() ?? null
    else if (tag.name === 'w:outlineLvl') style.outlineLevel = Number(val() ?? 9)
    else if (tag.name === 'w:numId') style.numbering = { ...style.numbering, numId: val() }
    else if (tag.name === 'w:ilvl') style.numbering = { ...style.numbering, level: Number(val()) }
    else if (tag.name === 'w:rFonts' && isOwn) style.fontName = fontNamed(xml, tag, theme)
    else if (tag.name === 'w:vanish' && isOwn) style.hidden = isOn(val())
    else if (tag.name === 'w:tblBorders') inBorders = !tag.empty
    else if (inBorders && borderSides.has(tag.name))
      style.bordered = style.bordered === true || drawsLine(val())
  }
  return {
    defaultFont,
    find: (id) => styles.get(id) ?? null,
    chainOf(id) {
      const chain: Style[] = []
      let next = styles.get(id ?? byDefault ?? '')
      // Styles based on each other in a circle occur in damaged files.
      while (next && !chain.includes(next) && chain.length < 20) {
        chain.push(next)
        next = next.basedOn === null ? undefined : styles.get(next.basedOn)
      }
      return chain
    },
  }
}

/** Level 1–6 of a heading style ("heading 2", or one with an outline level); null for any other. */
export function headingLevelOf(chain: readonly Style[]): number | null {
  for (const { name, outlineLevel, isDefault } of chain) {
    // Converters give the default style an outline level, which would make everything a heading.
    if (isDefault) continue
    const named = /^heading ([1-9])$/i.exec(name)?.[1]
    if (named) return Math.min(6, Number(named))
    if (/^title$/i.test(name)) return 1
    if (outlineLevel !== null) return outlineLevel < 9 ? Math.min(6, outlineLevel + 1) : null
  }
  return null
}

/** Whether a style is one of a table of contents: "toc 1". */
export function isContentsStyle(chain: readonly Style[]): boolean {
  return chain.some(({ name }) => /^toc [1-9]$/i.test(name))
}
