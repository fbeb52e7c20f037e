// Walks the operator list of a page and gives every glyph with its place, and the ruled lines of tables.
//
//   BT /F1 12 Tf 1 0 0 1 72 700 Tm [(Qu)-20(y)] TJ ET   →   Q at x 72, u at 80.7, y at 86.9, all at y 92 from the top
import { combine, identity, type Matrix, matrixOf } from './matrix.ts'
import type { OperatorList, PdfFont, PdfPage } from './open.ts'
import { op } from './operators.ts'
import { coversQuarter, directionOf, isBlankText, isOnPage, isStrange } from './places.ts'
import { addRules, type Rule } from './rules.ts'

/** One drawn character. Coordinates in points from the upper left corner of the page as shown, x to the right, y down. */
export type Glyph = {
  text: string
  /** Left end on the baseline, in the reading direction of the glyph. */
  x: number
  y: number
  width: number
  /** Size of the font as drawn, in points. */
  size: number
  /** Index into `PageGlyphs.fonts`. */
  font: number
  /** Reading direction in quarter turns clockwise: 0 is upright, 1 reads downwards, 3 upwards. */
  turn: 0 | 1 | 2 | 3
  /** Whether it is nothing but white space. */
  blank: boolean
  /** Its place in the order of drawing. */
  order: number
  /** Written aslant, as watermarks are; its place is then given along its own direction. */
  aslant: boolean
  /** 0 on the page itself; else which annotation it stands in, such as the stamp of an electronic signature. */
  annotation: number
}

export type FontFacts = {
  name: string
  bold: boolean
  /** Glyphs drawn in it, white space not counted, and those of them that have no character: see `unmapped.ts`. */
  shown: number
  strange: number
}

export type PageGlyphs = {
  width: number
  height: number
  glyphs: Glyph[]
  fonts: FontFacts[]
  rules: Rule[]
  /** True where something as large as a quarter of the page was placed that is not text: most likely a scan. */
  hasLargePicture: boolean
  /** True where reading stopped at the limit of glyphs. */
  cut: boolean
}

/** What `q` saves and `Q` brings back. */
type State = {
  ctm: Matrix
  font: number
  fontSize: number
  /** Advance of a glyph of width 1. */
  unit: number
  vertical: boolean
  charSpacing: number
  wordSpacing: number
  hScale: number
  leading: number
  rise: number
  /** Drawn in no colour at all (rendering mode 3): the text that an OCR program laid under a scan. */
  invisible: boolean
}

type PdfGlyph =
  | { unicode?: string; width?: number; isSpace?: boolean; originalCharCode?: number }
  | number
  | null

/** Whether a piece of optional content ("OC") is shown; true for everything else that is marked. */
export type IsShown = (properties: unknown) => boolean

const ligatures: ReadonlyMap<string, string> = new Map(
  ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'].map((l, i) => [String.fromCharCode(0xfb00 + i), l]),
)

/** Most glyphs that one page may have; an honest page has some thousands. */
const mostGlyphs = 400_000

/** Reads the glyphs and rules of one page, but what lies outside it or in a layer that is switched off. */
export async function readGlyphs(
  page: PdfPage,
  isShown: IsShown = () => true,
): Promise<PageGlyphs> {
  const viewport = page.getViewport({ scale: 1 })
  const list = await page.getOperatorList({ annotationMode: 1 })
  const read = walk(list, page, viewport, isShown)
  return { ...read, glyphs: withoutHidden(read) }
}

/**
 * Text in no colour counts where a scan lies over it; else only what can be seen does, unless there is nothing else:
 * some programs write a page's text a second time, for copying.
 */
function withoutHidden({ glyphs, invisible, hasLargePicture }: Walked): Glyph[] {
  if (invisible.size === 0) return glyphs
  const visible = glyphs.filter((g) => !invisible.has(g))
  const letters = visible.filter((g) => !g.blank).length
  return hasLargePicture || letters < invisible.size ? glyphs : visible
}

type Walked = PageGlyphs & { invisible: ReadonlySet<Glyph> }

function walk(
  { fnArray, argsArray }: OperatorList,
  page: PdfPage,
  viewport: { width: number; height: number; transform: number[] },
  isShown: IsShown,
): Walked {
  const base = matrixOf(viewport.transform)
  const invisible = new Set<Glyph>()
  const result: Walked = {
    invisible,
    width: viewport.width,
    height: viewport.height,
    glyphs: [],
    fonts: [],
    rules: [],
    hasLargePicture: false,
    cut: false,
  }
  const fontIndex = new Map<string, number>()
  const fresh = (): State => ({
    ctm: base,
    font: -1,
    fontSize: 0,
    unit: 0,
    vertical: false,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    invisible: false,
  })
  let state = fresh()
  const stack: State[] = []
  let text = identity
  let line = { x: 0, y: 0 }
  let pen = { x: 0, y: 0 }
  let annotations = 0
  let inAnnotation = false
  /** For every piece of marked content that is open, whether it and all around it are shown. */
  const marked: boolean[] = []
  let shown = true

  const moveTo = (x: number, y: number) => {
    line = { x: line.x + x, y: line.y + y }
    pen = { ...line }
  }
  const restore = () => {
    state = stack.pop() ?? state
  }
  const setFont = (id: string, size: number) => {
    const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as PdfFont) : {}
    let index = fontIndex.get(id)
    if (index === undefined) {
      index = result.fonts.length
      fontIndex.set(id, index)
      const name = (font.name ?? '').replace(/^[A-Z]{6}\+/, '')
      result.fonts.push({
        name,
        bold: Boolean(font.bold || font.black) || /bold|black|heavy|demi/i.test(name),
        shown: 0,
        strange: 0,
      })
    }
    state.font = index
    state.fontSize = size
    state.unit = size * (font.fontMatrix?.[0] ?? 0.001)
    state.vertical = Boolean(font.vertical)
  }

  const show = (glyphs: readonly PdfGlyph[]) => {
    const { fontSize, unit, charSpacing, wordSpacing, hScale, vertical, rise, font } = state
    const facts = result.fonts[font]
    if (fontSize === 0 || !facts) return
    const m = combine(state.ctm, text)
    const scaleX = Math.hypot(m[0], m[1])
    const size = Math.abs(fontSize) * Math.hypot(m[2], m[3])
    // The comparison also fails for what is no number, or larger than any page.
    if (!(scaleX > 0 && size > 0 && size < 1e5)) return
    const { turn, aslant, cos, sin } = directionOf(m[0] * fontSize, m[1] * fontSize)
    const annotation = inAnnotation ? annotations : 0
    for (const glyph of glyphs) {
      if (glyph === null) continue
      if (typeof glyph === 'number') {
        pen.x -= ((glyph * fontSize) / 1000) * hScale
        continue
      }
      const width = (glyph.width ?? 0) * unit
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing
      const raw = glyph.unicode
      if (raw && shown) {
        const up = pen.y + rise
        const x = m[0] * pen.x + m[2] * up + m[4]
        const y = m[1] * pen.x + m[3] * up + m[5]
        if (isOnPage(x, y, size, viewport)) {
          const blank = isBlankText(raw)
          if (!blank) facts.shown++
          if (isStrange(raw)) facts.strange++
          const read: Glyph = {
            text: ligatures.get(raw) ?? raw,
            x: aslant ? x * cos + y * sin : x,
            y: aslant ? y * cos - x * sin : y,
            width: Math.abs(width * hScale) * scaleX,
            size,
            font,
            turn,
            annotation,
            blank,
            order: result.glyphs.length,
            aslant,
          }
          result.glyphs.push(read)
          if (state.invisible && !blank) invisible.add(read)
        }
      }
      // Vertical writing goes down the page, letter by letter.
      if (vertical) pen.y -= Math.abs(width) + spacing
      else pen.x += (width + spacing) * hScale
    }
  }

  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i] as unknown[] | null
    const number = (at: number) => Number(args?.[at] ?? 0)
    switch (fnArray[i]) {
      case op.save:
        stack.push({ ...state })
        break
      case op.restore:
        restore()
        break
      case op.transform:
        state.ctm = combine(state.ctm, matrixOf(args))
        if (coversQuarter(state.ctm, viewport)) result.hasLargePicture = true
        break
      case op.formBegin:
        stack.push({ ...state })
        if (args?.[0]) state.ctm = combine(state.ctm, matrixOf(args[0]))
        break
      case op.formEnd:
        restore()
        break
      case op.annotationBegin: {
        stack.push({ ...state })
        state = fresh()
        state.ctm = combine(combine(base, matrixOf(args?.[2])), matrixOf(args?.[3]))
        annotations++
        inAnnotation = true
        break
      }
      case op.annotationEnd:
        restore()
        inAnnotation = false
        break
      case op.beginText:
        text = identity
        line = { x: 0, y: 0 }
        pen = { x: 0, y: 0 }
        break
      case op.setTextMatrix:
        text = matrixOf(args?.[0] instanceof Float32Array ? args[0] : args)
        line = { x: 0, y: 0 }
        pen = { x: 0, y: 0 }
        break
      case op.moveText:
        moveTo(number(0), number(1))
        break
      case op.setLeadingMoveText:
        state.leading = number(1)
        moveTo(number(0), number(1))
        break
      case op.setLeading:
        state.leading = -number(0)
        break
      case op.nextLine:
        moveTo(0, state.leading)
        break
      case op.setCharSpacing:
        state.charSpacing = number(0)
        break
      case op.setWordSpacing:
        state.wordSpacing = number(0)
        break
      case op.setHScale:
        state.hScale = number(0) / 100
        break
      case op.setTextRise:
        state.rise = number(0)
        break
      case op.setRenderingMode:
        state.invisible = number(0) === 3 || number(0) === 7
        break
      case op.beginMarked:
        marked.push(shown)
        break
      case op.beginMarkedWithProperties:
        marked.push(shown)
        if (args?.[0] === 'OC' && !isShown(args[1])) shown = false
        break
      case op.endMarked:
        shown = marked.pop() ?? true
        break
      case op.setFont:
        setFont(String(args?.[0]), number(1))
        break
      case op.showText:
        show((args?.[0] ?? []) as PdfGlyph[])
        if (result.glyphs.length > mostGlyphs) {
          result.cut = true
          return result
        }
        break
      case op.paintImage:
      case op.paintInlineImage:
      case op.paintImageMask:
        if (coversQuarter(state.ctm, viewport)) result.hasLargePicture = true
        break
      case op.constructPath:
        if (!inAnnotation && shown) addRules(args, state.ctm, result.rules)
        break
    }
  }
  return result
}
