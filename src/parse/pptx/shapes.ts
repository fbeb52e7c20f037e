// The shapes of a slide, a layout, a master or a page of notes: where each stands, what placeholder it fills, and its
// paragraphs with what they say of bullets and fonts.
//
//   <p:sp> … <p:ph type="title"/> … <a:p><a:r><a:rPr><a:latin typeface=".VnTime"/></a:rPr><a:t>B¸o c¸o</a:t></a:r></a:p>
import { solidLength } from '../../text/legacy/font-runs.ts'
import { attributeOf, resolveEntities, scanXml, type XmlTag } from '../xml-scan.ts'
import type { Box } from './reading-order.ts'
import type { Options } from './relations.ts'

export type Bullet =
  | { kind: 'none' }
  | { kind: 'char'; char: string }
  | { kind: 'auto'; type: string; start: number }

/** What a paragraph, or a level of a list style, says; what it leaves out is inherited. */
export type LevelStyle = {
  bullet?: Bullet
  bulletFont?: string
  font?: string
}

export type SlideParagraph = {
  /** Line breaks are "\n". */
  text: string
  /** Fonts of its runs; undefined where a run has its style's. */
  fonts: Array<{ font: string | undefined; solid: number }>
  /** Depth in the list, from 0. */
  level: number
  own: LevelStyle
}

export type TableCell = { paragraphs: SlideParagraph[]; isCovered: boolean }

export type Shape = {
  placeholder: { type: string; index: string | undefined } | null
  box: Box | null
  paragraphs: SlideParagraph[]
  /** By level, from 0. */
  listStyle: LevelStyle[]
  /** Rows of a table; null for other shapes. */
  rows: TableCell[][] | null
  /** Relation of the data of a diagram (SmartArt). */
  diagram: string | undefined
  /** Shapes of a group; null for other shapes. */
  children: Shape[] | null
}

export type ShapeTree = {
  shapes: Shape[]
  /** Outside all shapes, as in a diagram's data. */
  paragraphs: SlideParagraph[]
  /** List styles of a master or a presentation by name: titleStyle, bodyStyle, otherStyle, defaultTextStyle. */
  textStyles: Map<string, LevelStyle[]>
  hidden: boolean
}

const newShape = (): Shape => ({
  placeholder: null,
  box: null,
  paragraphs: [],
  listStyle: [],
  rows: null,
  diagram: undefined,
  children: null,
})

const shapeNames = new Set(['sp', 'graphicFrame', 'grpSp', 'pic', 'cxnSp'])
const textStyleNames = new Set(['titleStyle', 'bodyStyle', 'otherStyle', 'defaultTextStyle'])
const levelName = /^lvl([1-9])pPr$/

/** Reads all shapes of a part. Throws BadDocumentError as `scanXml` does. */
export function readShapes(xml: string, options: Options): ShapeTree {
  const top = newShape()
  top.children = []
  const tree: ShapeTree = {
    shapes: top.children,
    paragraphs: top.paragraphs,
    textStyles: new Map(),
    hidden: false,
  }
  const open: Shape[] = [top]
  let paragraph: SlideParagraph | null = null
  let cell: TableCell | null = null
  /** Where properties that are being read belong. */
  let levels: LevelStyle[] | null = null
  let style: LevelStyle | null = null
  let runFont: string | undefined
  let inRun = false
  let fallbackDepth = -1
  let textFrom = -1
  const add = (text: string) => {
    if (!paragraph || text === '') return
    paragraph.text += text
    paragraph.fonts.push({ font: runFont, solid: solidLength(text) })
  }

  for (const tag of scanXml(xml, options)) {
    const name = tag.name.slice(tag.name.indexOf(':') + 1)
    const get = (attribute: string) => attributeOf(xml, tag, attribute)
    if (textFrom >= 0) {
      // Text stands directly inside <a:t>.
      add(resolveEntities(xml.slice(textFrom, tag.start)))
      textFrom = -1
    }
    if (fallbackDepth >= 0) {
      if (tag.kind === 'close' && tag.depth === fallbackDepth) fallbackDepth = -1
    } else if (tag.kind === 'open') openElement(tag, name, get)
    else closeElement(name)
  }
  return tree

  function openElement(
    tag: XmlTag,
    name: string,
    get: (attribute: string) => string | undefined,
  ): void {
    const shape = open.at(-1) ?? top
    const { empty } = tag
    if (tag.depth === 0) tree.hidden = get('show') === '0' || get('show') === 'false'
    if (name === 'Fallback' && !empty) fallbackDepth = tag.depth
    else if (shapeNames.has(name) && !empty) {
      const child = newShape()
      if (name === 'grpSp')
        child.children = []
        // A group inside what is no group is an error of the file; its shapes are kept.
      ;(shape.children ?? tree.shapes).push(child)
      open.push(child)
    } else if (name === 'ph') shape.placeholder = { type: get('type') ?? 'obj', index: get('idx') }
    else if (name === 'off' && !shape.box)
      shape.box = { x: numberOf(get('x')), y: numberOf(get('y')), width: 0, height: 0 }
    else if (name === 'ext' && shape.box && shape.box.width === 0 && get('cx') !== undefined)
      shape.box = { ...shape.box, width: numberOf(get('cx')), height: numberOf(get('cy')) }
    else if (name === 'relIds') shape.diagram = get('dm')
    else if (name === 'tbl') shape.rows = []
    else if (name === 'tr') shape.rows?.push([])
    else if (name === 'tc') {
      const isCovered = isTrue(get('hMerge')) || isTrue(get('vMerge'))
      cell = { paragraphs: [], isCovered }
      shape.rows?.at(-1)?.push(cell)
      if (empty) cell = null
    } else if (name === 'lstStyle') levels = empty ? null : shape.listStyle
    else if (textStyleNames.has(name) && !empty) {
      levels = []
      tree.textStyles.set(name, levels)
    } else if (name === 'p' && !empty) {
      paragraph = { text: '', fonts: [], level: 0, own: {} }
      levels = null
    } else if (name === 'pPr' && paragraph) {
      paragraph.level = Math.min(8, Math.max(0, numberOf(get('lvl'))))
      style = empty ? null : paragraph.own
    } else if (levels && levelName.test(name)) {
      style = {}
      levels[Number(levelName.exec(name)?.[1]) - 1] = style
      if (empty) style = null
    } else if (name === 'r' || name === 'fld') {
      inRun = !empty
      runFont = undefined
    } else if (name === 'latin') {
      if (inRun) runFont = get('typeface')
      else if (style && levels) style.font = get('typeface') ?? ''
    } else if (name === 't' && !empty) textFrom = tag.end
    else if (name === 'br') add('\n')
    else if (name === 'tab' && inRun) add('\t')
    else if (style) readBullet(name, get, style)
  }

  function closeElement(name: string): void {
    if (shapeNames.has(name) && open.length > 1) open.pop()
    else if (name === 'r' || name === 'fld') {
      inRun = false
      runFont = undefined
    } else if (name === 'pPr' || levelName.test(name)) style = null
    else if (name === 'lstStyle' || textStyleNames.has(name)) levels = null
    else if (name === 'tc') cell = null
    else if (name === 'p' && paragraph) {
      ;(cell ?? open.at(-1) ?? top).paragraphs.push(paragraph)
      paragraph = null
    }
  }
}

function readBullet(
  name: string,
  get: (attribute: string) => string | undefined,
  style: LevelStyle,
): void {
  if (name === 'buNone') style.bullet = { kind: 'none' }
  else if (name === 'buChar') style.bullet = { kind: 'char', char: get('char') ?? '•' }
  else if (name === 'buBlip') style.bullet = { kind: 'char', char: '•' }
  else if (name === 'buAutoNum')
    style.bullet = {
      kind: 'auto',
      type: get('type') ?? 'arabicPeriod',
      start: Math.max(1, numberOf(get('startAt')) || 1),
    }
  else if (name === 'buFont') style.bulletFont = get('typeface') ?? ''
}

const numberOf = (text: string | undefined): number => {
  const number = Number(text ?? 0)
  return Number.isFinite(number) ? number : 0
}
const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true'
