// Makes rows of text from glyphs: by baseline, then from left to right; a wide gap or a table's ruled line parts cells.
//
//   "UBND TỈNH ĐẮK NÔNG      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"   →   one row of two cells
import { baselines, isBlank, joinMarks } from './baselines.ts'
import type { FontFacts, Glyph, PageGlyphs } from './glyphs.ts'
import type { Rule } from './rules.ts'

/** Text in one font inside a cell. Places in points from the upper left corner; `y` is the baseline. */
export type TextRun = {
  text: string
  /** Name as the file has it, without subset prefix: ".VnTime" tells a legacy encoding. */
  fontName: string
  bold: boolean
  x: number
  y: number
  width: number
  height: number
}

/** Words of one row that belong together: no gap wider than a letter's height between them. */
export type Cell = {
  text: string
  runs: TextRun[]
  x0: number
  x1: number
  /** Baseline. */
  y: number
  /** Largest font size, in points. */
  size: number
  /** Whether all its letters are bold. */
  bold: boolean
}

/** What stands on one baseline, from left to right. */
export type Row = { y: number; size: number; cells: Cell[] }

export type PageRows = {
  width: number
  height: number
  rows: Row[]
  /** Rows of each annotation, such as the stamp of an electronic signature. */
  annotations: Row[][]
  /** Rows written across the reading direction of the page: notes along the margin, watermarks. */
  aside: Row[]
  rules: Rule[]
  hasLargePicture: boolean
  cut: boolean
  /** True where the text layer is not Vietnamese at all but what a bad OCR made of a scan. */
  isRubbish?: boolean
}

/** Turns the text of a run into the text to keep; where a font of a legacy encoding is decoded. */
export type DecodeRun = (text: string, fontName: string) => string

/** Share of the font size that a gap must have to be a space where none is written. */
const spaceGap = 0.2
/** A written space narrower than this share of the font size is an artefact. */
const narrowestSpace = 0.04
/** A gap wider than this many font sizes starts a new cell. */
const cellGap = 1.0

/** Builds the rows of one page. A page whose text runs along its side is turned first. */
export function readRows(page: PageGlyphs, decode: DecodeRun = (text) => text): PageRows {
  const glyphs = page.glyphs.filter((g) => /\P{M}/u.test(g.text) || g.text !== '')
  const counts = [0, 0, 0, 0]
  for (const g of glyphs) if (!isBlank(g)) counts[g.turn] = (counts[g.turn] ?? 0) + 1
  const turn = counts.indexOf(Math.max(...counts))
  const upright = turnPage({ ...page, glyphs }, turn)
  const along = upright.glyphs.filter((g) => g.turn === 0)
  const rest = upright.glyphs.filter((g) => g.turn !== 0)
  const rows = (list: Glyph[], rules: Rule[]) => rowsOf(list, page.fonts, rules, decode)
  return {
    width: upright.width,
    height: upright.height,
    rows: rows(
      along.filter((g) => g.annotation === 0),
      upright.rules,
    ),
    annotations: [...new Set(along.map((g) => g.annotation))]
      .filter((annotation) => annotation > 0)
      .map((annotation) =>
        rows(
          along.filter((g) => g.annotation === annotation),
          [],
        ),
      ),
    aside: [1, 2, 3].flatMap((t) => {
      const turned = turnPage({ ...upright, glyphs: rest.filter((g) => g.turn === t) }, t)
      return rows(turned.glyphs, [])
    }),
    rules: upright.rules,
    hasLargePicture: page.hasLargePicture,
    cut: page.cut,
  }
}

/** Turns glyphs and rules so that those reading in direction `turn` read to the right. */
function turnPage(page: PageGlyphs, turn: number): PageGlyphs {
  if (turn === 0) return page
  const { width: w, height: h } = page
  const place = (x: number, y: number): [number, number] =>
    turn === 1 ? [y, w - x] : turn === 2 ? [w - x, h - y] : [h - y, x]
  return {
    ...page,
    width: turn === 2 ? w : h,
    height: turn === 2 ? h : w,
    glyphs: page.glyphs.map((g) => {
      const [x, y] = place(g.x, g.y)
      return { ...g, x, y, turn: ((g.turn - turn + 4) % 4) as 0 | 1 | 2 | 3 }
    }),
    rules: page.rules.map((r) => {
      const [ax, ay] = place(r.x0, r.y0)
      const [bx, by] = place(r.x1, r.y1)
      return {
        x0: Math.min(ax, bx),
        y0: Math.min(ay, by),
        x1: Math.max(ax, bx),
        y1: Math.max(ay, by),
      }
    }),
  }
}

function rowsOf(
  glyphs: readonly Glyph[],
  fonts: readonly FontFacts[],
  rules: readonly Rule[],
  decode: DecodeRun,
): Row[] {
  const verticals = rules.filter((r) => r.y1 - r.y0 > r.x1 - r.x0)
  return baselines(joinMarks(glyphs))
    .map((onLine) => rowOf(onLine, fonts, verticals, decode))
    .filter((row) => row.cells.length > 0)
}

function rowOf(
  glyphs: readonly Glyph[],
  fonts: readonly FontFacts[],
  verticals: readonly Rule[],
  decode: DecodeRun,
): Row {
  const sorted = [...glyphs].sort((a, b) => a.x - b.x)
  const seen: Glyph[] = []
  const gaps: number[] = []
  let spaceBefore = false
  const spaced = new Set<Glyph>()
  for (const glyph of sorted) {
    if (isBlank(glyph)) {
      spaceBefore = true
      continue
    }
    const isTwin = seen
      .slice(-3)
      .some((g) => g.text === glyph.text && Math.abs(g.x - glyph.x) < 0.12 * glyph.size)
    // Bold is often faked by drawing a letter twice, a hair apart.
    if (isTwin && !/^[.\u2026_-]$/.test(glyph.text)) continue
    const last = seen.at(-1)
    if (last) {
      const gap = glyph.x - (last.x + last.width)
      const size = Math.min(last.size, glyph.size)
      if ((spaceBefore && gap > narrowestSpace * size) || gap > spaceGap * size) {
        spaced.add(glyph)
        gaps.push(gap)
      }
    }
    seen.push(glyph)
    spaceBefore = false
  }
  const wordGap = gaps.length >= 3 ? ([...gaps].sort((a, b) => a - b)[gaps.length >> 2] ?? 0) : 0
  const size = Math.max(...seen.map((g) => g.size), 0)
  const y = commonBaseline(seen)
  const crossing = verticals.filter((r) => r.y0 < y - 0.2 * size && r.y1 > y - 0.4 * size)
  const cells: Cell[] = []
  let current: Glyph[] = []
  const finish = () => {
    if (current.length > 0) cells.push(cellOf(current, spaced, fonts, y, decode))
    current = []
  }
  for (const glyph of seen) {
    const last = current.at(-1)
    if (last) {
      const end = last.x + last.width
      const gap = glyph.x - end
      const wide = gap > Math.max(cellGap * Math.max(last.size, glyph.size), 2.5 * wordGap)
      const ruled = gap > 0 && crossing.some((r) => r.x0 > end - 1.5 && r.x1 < glyph.x + 1.5)
      if (wide || ruled) finish()
    }
    current.push(glyph)
  }
  finish()
  return { y, size, cells: cells.filter((cell) => cell.text !== '') }
}

function commonBaseline(glyphs: readonly Glyph[]): number {
  const largest = Math.max(...glyphs.map((g) => g.size), 0)
  return glyphs.find((g) => g.size >= 0.85 * largest)?.y ?? glyphs[0]?.y ?? 0
}

function cellOf(
  glyphs: readonly Glyph[],
  spaced: ReadonlySet<Glyph>,
  fonts: readonly FontFacts[],
  y: number,
  decode: DecodeRun,
): Cell {
  const runs: TextRun[] = []
  let font = -2
  for (const glyph of glyphs) {
    const run = runs.at(-1)
    const lead = run && spaced.has(glyph) ? ' ' : ''
    if (run && glyph.font === font) {
      run.text += lead + glyph.text
      run.width = glyph.x + glyph.width - run.x
      run.height = Math.max(run.height, glyph.size)
    } else {
      const facts = fonts[glyph.font]
      if (run) run.text += lead
      runs.push({
        text: glyph.text,
        fontName: facts?.name ?? '',
        bold: facts?.bold ?? false,
        x: glyph.x,
        y: glyph.y,
        width: glyph.width,
        height: glyph.size,
      })
      font = glyph.font
    }
  }
  for (const run of runs) run.text = decode(run.text, run.fontName)
  const last = glyphs.at(-1)
  return {
    text: runs
      .map((run) => run.text)
      .join('')
      .normalize('NFC')
      .replace(/[\s\u00A0]+/g, ' ')
      .trim(),
    runs,
    x0: glyphs[0]?.x ?? 0,
    x1: last ? last.x + last.width : 0,
    y,
    size: Math.max(...glyphs.map((g) => g.size)),
    bold: runs.every((run) => run.bold || !/[\p{L}\p{N}]/u.test(run.text)),
  }
}
