// Finds the ruled lines of tables in a picture, as long thin runs of ink, and takes them out before the words are read.
import type { Rule } from '../pdf/rules.ts'
import { type GreyPicture, whitePicture } from './picture.ts'

/** Shortest line, in inches: longer than any stroke of a letter, shorter than the side of a cell. */
const shortestAcross = 0.45
const shortestDown = 0.28
/** A line down that is shorter than this, in inches, and meets no line across may be the stem of a large letter. */
const tallestLetter = 1
/** Thickest line, in inches. */
const thickest = 0.04
const mostRules = 2000
/** By what share of its length a line may climb: one degree and a half. */
const steepest = 0.026
/** Lines from this length on, in inches, tell how a page leans. */
const telling = 1.2
/** With fewer of them it may be the frame of a stamp that was set askew. */
const fewestLines = 6
/** Hairlines come out of a scanner in grey. */
const darkest = 195

type Run = { at: number; from: number; to: number }

/**
 * How lines that should be level climb to the right, and lines that should be upright lean to the right, as shares of their
 * length. Scanners that draw paper in unevenly make both, by themselves.
 */
export type Lean = { across: number; down: number }

/** Lines along x and y in points, and the picture without them. Thick bars, pictures and letters are none. */
export function takeRuledLines(
  grey: GreyPicture,
  dpi: number,
): { rules: Rule[]; picture: GreyPicture; lean: Lean } {
  const scale = 72 / dpi
  const across = linesAlong(grey, 'x', shortestAcross * dpi, thickest * dpi)
  const down = linesAlong(grey, 'y', shortestDown * dpi, thickest * dpi).filter(
    (bar) =>
      bar.to - bar.from > tallestLetter * dpi || across.some((other) => meet(bar, other, dpi)),
  )
  const picture = { ...grey, pixels: Uint8Array.from(grey.pixels) }
  for (const bar of across) erase(picture, bar.runs, 1, grey.width)
  for (const bar of down) erase(picture, bar.runs, grey.width, 1)
  const rules = [
    ...across.map(({ low, high, from, to }) => ({
      x0: from * scale,
      x1: to * scale,
      y0: ((low + high) / 2) * scale,
      y1: ((low + high) / 2) * scale,
    })),
    ...down.map(({ low, high, from, to }) => ({
      x0: ((low + high) / 2) * scale,
      x1: ((low + high) / 2) * scale,
      y0: from * scale,
      y1: to * scale,
    })),
  ].slice(0, mostRules)
  const lean = { across: slopeOf(across, telling * dpi), down: slopeOf(down, telling * dpi) }
  return { rules, picture, lean }
}

/** Moves whole rows and columns so that lines stand straight; letters keep their shape. */
export function straighten(grey: GreyPicture, { across, down }: Lean): GreyPicture {
  const { width: w, height: h, pixels } = grey
  const moved = whitePicture(w, h)
  const dys = Int32Array.from({ length: w }, (_, x) => Math.round(across * (x - w / 2)))
  for (let y = 0; y < h; y++) {
    const dx = Math.round(down * (y - h / 2))
    for (let x = 0; x < w; x++) {
      const fromX = x + dx
      const fromY = y + (dys[x] as number)
      if (fromX >= 0 && fromX < w && fromY >= 0 && fromY < h)
        moved.pixels[y * w + x] = pixels[fromY * w + fromX] as number
    }
  }
  return moved
}

/** The slope that most of the long lines have; 0 where they are level, or were drawn by hand. */
function slopeOf(bars: readonly Bar[], shortest: number): number {
  const slopes = bars
    .filter((bar) => bar.to - bar.from >= shortest)
    .map(({ runs, from, to }) => {
      const middle = (run: Run) => (run.from + run.to) / 2
      const n = runs.length
      const along = runs.reduce((sum, run) => sum + middle(run), 0) / n
      const at = runs.reduce((sum, run) => sum + run.at, 0) / n
      let both = 0
      let spread = 0
      for (const run of runs) {
        both += (middle(run) - along) * (run.at - at)
        spread += (middle(run) - along) ** 2
      }
      // The rows of a level line are all equally long, or few: where their middles lie says nothing.
      return n < 6 || spread / n < (0.1 * (to - from)) ** 2 ? 0 : both / spread
    })
    .sort((a, b) => a - b)
  const middle = slopes[slopes.length >> 1] ?? 0
  const agreeing = slopes.filter((slope) => Math.abs(slope - middle) < 0.003).length
  return slopes.length >= fewestLines && agreeing >= 0.6 * slopes.length ? middle : 0
}

/** Whether a line down reaches a line across. */
function meet(down: Bar, across: Bar, dpi: number): boolean {
  const slack = 0.03 * dpi
  return (
    down.high > across.from - slack &&
    down.low < across.to + slack &&
    across.high > down.from - slack &&
    across.low < down.to + slack
  )
}

/** Whitens runs and the soft edge on both sides of them. */
function erase({ pixels }: GreyPicture, runs: readonly Run[], along: number, across: number): void {
  for (const { at, from, to } of runs)
    for (let i = from; i < to; i++)
      for (const side of [-1, 0, 1]) {
        const place = (at + side) * across + i * along
        if (place >= 0 && place < pixels.length) pixels[place] = 255
      }
}

type Bar = { low: number; high: number; from: number; to: number; runs: Run[] }

function linesAlong(grey: GreyPicture, axis: 'x' | 'y', shortest: number, most: number): Bar[] {
  const { width, height, pixels } = grey
  const [length, breadth] = axis === 'x' ? [width, height] : [height, width]
  const [along, across] = axis === 'x' ? [1, width] : [width, 1]
  const done: Bar[] = []
  let open: Bar[] = []
  // Pieces of a line that is not quite level are shorter than the line, but longer than the stems of large letters.
  const piece = 0.8 * shortest
  for (let at = 0; at < breadth && done.length < 4 * mostRules; at++) {
    const still: Bar[] = []
    for (const run of runsOf(pixels, at * across, along, length, piece, at)) {
      const bar = open.find((b) => touches(b, run))
      if (bar) {
        bar.high = at
        bar.from = Math.min(bar.from, run.from)
        bar.to = Math.max(bar.to, run.to)
        bar.runs.push(run)
        if (!still.includes(bar)) still.push(bar)
      } else still.push({ low: at, high: at, from: run.from, to: run.to, runs: [run] })
    }
    for (const bar of open) {
      if (still.includes(bar)) continue
      if (at - bar.high <= 2) still.push(bar)
      else done.push(bar)
    }
    open = still
  }
  return [...done, ...open].filter((bar) => {
    const long = bar.to - bar.from
    const ink = bar.runs.reduce((sum, run) => sum + run.to - run.from, 0)
    return long >= shortest && ink <= most * long && bar.high - bar.low <= most + steepest * long
  })
}

function touches({ runs }: Bar, run: Run): boolean {
  const last = runs.at(-1)
  return last !== undefined && run.from <= last.to + 3 && run.to >= last.from - 3
}

function runsOf(
  pixels: Uint8Array,
  start: number,
  step: number,
  length: number,
  shortest: number,
  at: number,
): Run[] {
  const runs: Run[] = []
  let from = -1
  let lastDark = -1
  for (let i = 0; i <= length; i++) {
    const isDark = i < length && (pixels[start + i * step] as number) < darkest
    if (isDark) {
      if (from < 0) from = i
      lastDark = i
    } else if (from >= 0 && (i - lastDark > 2 || i === length)) {
      if (lastDark - from + 1 >= shortest) runs.push({ at, from, to: lastDark + 1 })
      from = -1
    }
  }
  return runs
}
