// Finds the ruled lines of tables in a picture, as long thin runs of ink.
import type { Rule } from '../pdf/rules.ts'
import type { GreyPicture } from './picture.ts'

/** Shortest line, in inches: longer than any stroke of a letter, shorter than the side of a cell. */
const shortestAcross = 0.45
const shortestDown = 0.22
/** Thickest line, in inches. */
const thickest = 0.04
const mostRules = 2000
const darkest = 150

type Run = { at: number; from: number; to: number }

/** Lines along x and y in points. Thick bars, pictures and letters are none. */
export function ruledLines(grey: GreyPicture, dpi: number): Rule[] {
  const scale = 72 / dpi
  const across = linesAlong(grey, 'x', shortestAcross * dpi, thickest * dpi)
  const down = linesAlong(grey, 'y', shortestDown * dpi, thickest * dpi)
  return [
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
}

type Bar = { low: number; high: number; from: number; to: number; last: Run }

function linesAlong(grey: GreyPicture, axis: 'x' | 'y', shortest: number, most: number): Bar[] {
  const { width, height, pixels } = grey
  const [length, breadth] = axis === 'x' ? [width, height] : [height, width]
  const [along, across] = axis === 'x' ? [1, width] : [width, 1]
  const done: Bar[] = []
  let open: Bar[] = []
  // Pieces of a line that is not quite level are shorter than the line.
  const piece = shortest / 2
  for (let at = 0; at < breadth && done.length < 4 * mostRules; at++) {
    const still: Bar[] = []
    for (const run of runsOf(pixels, at * across, along, length, piece, at)) {
      const bar = open.find((b) => run.from <= b.last.to + 3 && run.to >= b.last.from - 3)
      if (bar) {
        bar.high = at
        bar.from = Math.min(bar.from, run.from)
        bar.to = Math.max(bar.to, run.to)
        bar.last = run
        if (!still.includes(bar)) still.push(bar)
      } else still.push({ low: at, high: at, from: run.from, to: run.to, last: run })
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
    // A line askew by a quarter of a degree climbs by half a percent of its length.
    return long >= shortest && bar.high - bar.low <= most + 0.006 * long
  })
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
