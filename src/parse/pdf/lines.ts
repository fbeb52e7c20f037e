// Makes rows of text from glyphs: by baseline, then from left to right; a wide gap or a table's ruled line parts cells.
//
//   "UBND TỈNH ĐẮK NÔNG      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"   →   one row of two cells
import { alignedStarts } from './aligned.ts'
import { baselines, joinMarks } from './baselines.ts'
import { cellOf, type Line } from './cells.ts'
import type { FontFacts, Glyph, PageGlyphs } from './glyphs.ts'
import type { Rule } from './rules.ts'
import { turnPage } from './turn.ts'

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
  /** Small and above the line: the number of a footnote, the 2 of m². Its digits are plain here and raised in the cell. */
  raised?: boolean
}

/** A word and its ends on its line. */
export type Word = { text: string; x0: number; x1: number }

/** Words of one row that belong together: no gap wider than a letter's height between them. */
export type Cell = {
  text: string
  /** As the file has it, where decoding a font of a legacy encoding changed it. */
  original?: string | undefined
  runs: TextRun[]
  /** The words of `text`, where it is known where they stand. */
  words?: readonly Word[] | undefined
  x0: number
  x1: number
  /** Baseline. */
  y: number
  /** Size in which most of it is set, in points. */
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

/** Share of the font size that a gap must have to be a space where none is written. */
const spaceGap = 0.2
/** A written space narrower than this share of the font size is an artefact. */
const narrowestSpace = 0.04
/** A gap wider than this many font sizes starts a new cell. */
const cellGap = 1.0

/** Builds the rows of one page. A page whose text runs along its side is turned first. */
export function readRows(page: PageGlyphs): PageRows {
  const counts = [0, 0, 0, 0]
  for (const g of page.glyphs) if (!g.blank) counts[g.turn] = (counts[g.turn] ?? 0) + 1
  const turn = counts.indexOf(Math.max(...counts))
  const upright = turnPage(page, turn)
  const { fonts } = page
  const main: Glyph[] = []
  const rest: Glyph[] = []
  const aslant: Glyph[] = []
  const stamps = new Map<number, Glyph[]>()
  for (const g of upright.glyphs) {
    if (g.aslant) aslant.push(g)
    else if (g.turn !== 0) rest.push(g)
    else if (g.annotation === 0) main.push(g)
    else if (stamps.has(g.annotation)) stamps.get(g.annotation)?.push(g)
    else stamps.set(g.annotation, [g])
  }
  return {
    width: upright.width,
    height: upright.height,
    rows: rowsOf(main, fonts, upright.rules),
    annotations: [...stamps.values()].map((glyphs) => rowsOf(glyphs, fonts, [])),
    aside: [
      ...[1, 2, 3].flatMap((t) => {
        const turned = rest.filter((g) => g.turn === t)
        return turned.length === 0
          ? []
          : rowsOf(turnPage({ ...upright, glyphs: turned }, t).glyphs, fonts, [])
      }),
      ...rowsOf(aslant, fonts, []),
    ],
    rules: upright.rules,
    hasLargePicture: page.hasLargePicture,
    cut: page.cut,
  }
}

function rowsOf(
  glyphs: readonly Glyph[],
  fonts: readonly FontFacts[],
  rules: readonly Rule[],
): Row[] {
  const lines = baselines(joinMarks(glyphs))
    .map(lineOf)
    .filter((line) => line.glyphs.length > 0)
  const verticals = rules.filter((r) => r.y1 - r.y0 > r.x1 - r.x0)
  const cuts = lines.map((line) => cutsOf(line, verticals))
  for (const [i, more] of alignedStarts(lines, cuts).entries())
    for (const at of more) cuts[i]?.add(at)
  return lines
    .map((line, i) => rowOf(line, cuts[i] ?? new Set(), fonts))
    .filter((row) => row.cells.length > 0)
}

function lineOf(glyphs: readonly Glyph[]): Line {
  const sorted = untangle([...glyphs].sort((a, b) => a.x - b.x))
  const line: Line = { glyphs: [], gaps: [], spaced: [], y: 0, size: 0, wordGap: 0 }
  const { gaps, spaced } = line
  const seen = line.glyphs
  const wide: number[] = []
  let written: boolean[] | null = null
  let spaceBefore = false
  for (const glyph of sorted) {
    if (glyph.blank) {
      spaceBefore = true
      continue
    }
    if (isTwin(glyph, seen)) continue
    const last = seen.at(-1)
    const gap = last ? glyph.x - (last.x + last.width) : 0
    const unit = last ? Math.min(last.size, glyph.size) : 0
    const hasSpace =
      last !== undefined &&
      ((spaceBefore && gap > narrowestSpace * unit) || gap > spaceGap * unit || gap < -unit)
    if (spaceBefore && hasSpace) {
      written ??= []
      written[seen.length] = true
    }
    seen.push(glyph)
    gaps.push(gap)
    spaced.push(hasSpace)
    if (hasSpace) wide.push(gap)
    line.size = Math.max(line.size, glyph.size)
    spaceBefore = false
  }
  if (wide.length >= 3) line.wordGap = wide.sort((a, b) => a - b)[wide.length >> 2] ?? 0
  if (wide.length >= 3 && wide.length > 0.6 * seen.length) joinSpread(line, written ?? [])
  line.y = seen.find((g) => g.size >= 0.85 * line.size)?.y ?? 0
  return line
}

/** Letters that overlap by this share of their size are from two texts laid over each other. */
const overlap = 0.25

/**
 * Text that is too long for its cell runs over the text of the next one: sorted by place, their letters would mix
 * ("tcháưnởhâgn"). Each is read to its end then, in the order of drawing.
 */
function untangle(sorted: Glyph[]): Glyph[] {
  let tangled = 0
  for (let i = 1; i < sorted.length; i++) {
    const last = sorted[i - 1] as Glyph
    const glyph = sorted[i] as Glyph
    if (last.blank || glyph.blank || Math.abs(last.order - glyph.order) <= 1) continue
    const into = last.x + last.width - glyph.x
    if (into > overlap * glyph.size && glyph.x - last.x > 0.12 * glyph.size) tangled++
  }
  if (tangled < 4) return sorted
  const chains: Glyph[][] = []
  for (const glyph of [...sorted].sort((a, b) => a.order - b.order)) {
    const last = chains.at(-1)?.at(-1)
    const follows =
      last &&
      glyph.x >= last.x &&
      glyph.x - last.x - last.width < glyph.size &&
      glyph.order - last.order < 3
    if (follows) chains.at(-1)?.push(glyph)
    else chains.push([glyph])
  }
  return chains.sort((a, b) => (a[0]?.x ?? 0) - (b[0]?.x ?? 0)).flat()
}

/** Bold is often faked by drawing a letter twice, a hair apart; dots of a leader may stand that close. */
function isTwin(glyph: Glyph, seen: readonly Glyph[]): boolean {
  for (let i = seen.length - 1; i >= 0 && i >= seen.length - 3; i--) {
    const other = seen[i]
    if (!other || other.text !== glyph.text) continue
    const apart = Math.abs(other.x - glyph.x)
    if (apart < 0.03 * glyph.size) return true
    if (apart < 0.12 * glyph.size && !/^[.\u2026_-]$/.test(glyph.text)) return true
  }
  return false
}

/**
 * "B Á O  C Á O" drawn with its letters apart is "BÁO CÁO": where the letters of a line all stand apart, only gaps that
 * are clearly wider part words. Letters with written spaces between them, all alike, are left as they are.
 */
function joinSpread(line: Line, written: readonly boolean[]): void {
  const { glyphs, gaps, spaced, size } = line
  const letters = glyphs.filter((g) => /^\p{L}/u.test(g.text)).length
  if (letters < 4 || letters < 0.8 * glyphs.length) return
  const usual = gaps.slice(1).sort((a, b) => a - b)[(gaps.length - 1) >> 1] ?? 0
  const limit = Math.max(1.5 * usual, usual + 0.15 * size)
  if (usual > 1.2 * size) return
  const isWord = gaps.map((gap, i) => i > 0 && gap > limit)
  if (!isWord.includes(true) && written.filter(Boolean).length > 0.5 * letters) return
  for (const i of spaced.keys()) spaced[i] = isWord[i] ?? false
  line.wordGap = Math.max(line.wordGap, usual, Math.min(...gaps.filter((_, i) => isWord[i]), size))
}

/** Where a line falls into cells: before which of its glyphs. */
function cutsOf({ glyphs, gaps, y, size, wordGap }: Line, verticals: readonly Rule[]): Set<number> {
  const cuts = new Set<number>()
  const crossing = verticals.filter((r) => r.y0 < y - 0.2 * size && r.y1 > y - 0.4 * size)
  for (let i = 1; i < glyphs.length; i++) {
    const last = glyphs[i - 1] as Glyph
    const glyph = glyphs[i] as Glyph
    const gap = gaps[i] ?? 0
    const wide = gap > Math.max(cellGap * Math.max(last.size, glyph.size), 2.5 * wordGap)
    const ruled =
      gap > 0 && crossing.some((r) => r.x0 > last.x + last.width - 1.5 && r.x1 < glyph.x + 1.5)
    if (wide || ruled) cuts.add(i)
  }
  return cuts
}

function rowOf(line: Line, cuts: ReadonlySet<number>, fonts: readonly FontFacts[]): Row {
  const cells: Cell[] = []
  let from = 0
  for (let i = 1; i <= line.glyphs.length; i++)
    if (i === line.glyphs.length || cuts.has(i)) {
      cells.push(cellOf(line, from, i, fonts))
      from = i
    }
  return { y: line.y, size: line.size, cells: cells.filter((cell) => cell.text !== '') }
}
