// Walks the operator list of a page and gives every glyph with its place, and the ruled lines of tables.
//
//   BT /F1 12 Tf 1 0 0 1 72 700 Tm [(Qu)-20(y)] TJ ET   →   Q at x 72, u at 80.7, y at 86.9, all at y 92 from the top
import { combine, identity, type Matrix, matrixOf } from './matrix.ts'
import type { OperatorList, PdfFont, PdfPage } from './open.ts'
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
  /** 0 on the page itself; else which annotation it stands in, such as the stamp of an electronic signature. */
  annotation: number
}

export type FontFacts = { name: string; bold: boolean }

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

/** Operator numbers of pdf.js (`OPS`), the same since its first versions; pdf-parse does not export them. */
const op = {
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  formBegin: 74,
  formEnd: 75,
  annotationBegin: 80,
  annotationEnd: 81,
  paintImageMask: 83,
  paintImage: 85,
  paintInlineImage: 86,
  constructPath: 91,
} as const

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
}

type PdfGlyph = { unicode?: string; width?: number; isSpace?: boolean } | number | null

const ligatures: ReadonlyMap<string, string> = new Map(
  ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'].map((l, i) => [String.fromCharCode(0xfb00 + i), l]),
)

/** Most glyphs that one page may have; an honest page has some thousands. */
const mostGlyphs = 400_000

/** Reads the glyphs and rules of one page. */
export async function readGlyphs(page: PdfPage): Promise<PageGlyphs> {
  const viewport = page.getViewport({ scale: 1 })
  const list = await page.getOperatorList({ annotationMode: 1 })
  return walk(list, page, viewport)
}

function walk(
  { fnArray, argsArray }: OperatorList,
  page: PdfPage,
  viewport: { width: number; height: number; transform: number[] },
): PageGlyphs {
  const base = matrixOf(viewport.transform)
  const result: PageGlyphs = {
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
  })
  let state = fresh()
  const stack: State[] = []
  let text = identity
  let line = { x: 0, y: 0 }
  let pen = { x: 0, y: 0 }
  let annotations = 0
  let inAnnotation = false

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
      })
    }
    state.font = index
    state.fontSize = size
    state.unit = size * (font.fontMatrix?.[0] ?? 0.001)
    state.vertical = Boolean(font.vertical)
  }

  const show = (glyphs: readonly PdfGlyph[]) => {
    const { fontSize, unit, charSpacing, wordSpacing, hScale, vertical } = state
    if (fontSize === 0 || vertical) return
    const m = combine(state.ctm, text)
    const scaleX = Math.hypot(m[0], m[1])
    const size = Math.abs(fontSize) * Math.hypot(m[2], m[3])
    if (!(scaleX > 0 && size > 0)) return
    const turn = turnOf(m[0] * fontSize, m[1] * fontSize)
    for (const glyph of glyphs) {
      if (glyph === null) continue
      if (typeof glyph === 'number') {
        pen.x -= ((glyph * fontSize) / 1000) * hScale
        continue
      }
      const width = (glyph.width ?? 0) * unit
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing
      const raw = glyph.unicode ?? ''
      if (raw) {
        const y = pen.y + state.rise
        result.glyphs.push({
          text: ligatures.get(raw) ?? raw,
          x: m[0] * pen.x + m[2] * y + m[4],
          y: m[1] * pen.x + m[3] * y + m[5],
          width: Math.abs(width * hScale) * scaleX,
          size,
          font: state.font,
          turn,
          annotation: inAnnotation ? annotations : 0,
        })
      }
      pen.x += (width + spacing) * hScale
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
        if (!inAnnotation) addRules(args, state.ctm, result.rules)
        break
    }
  }
  return result
}

function turnOf(a: number, b: number): 0 | 1 | 2 | 3 {
  const quarter = Math.round(Math.atan2(b, a) / (Math.PI / 2))
  return (((quarter % 4) + 4) % 4) as 0 | 1 | 2 | 3
}

/** Whether the unit square under `m`, which is where a picture is painted, covers a quarter of the page. */
function coversQuarter(m: Matrix, { width, height }: { width: number; height: number }): boolean {
  return Math.abs(m[0] * m[3] - m[1] * m[2]) > 0.25 * width * height
}
