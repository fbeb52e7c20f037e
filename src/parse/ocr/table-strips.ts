// Cuts ruled tables out of a page in strips: cells above each other that are equally wide. Each strip is read by itself, since
// tesseract looking at a whole table mixes its columns.
//
//   ┌────┬────────┬──────┐
//   │ A  │ Tên    │ 2019 │      three strips, from the head down to the last row; a head over two columns
//   │ 1  │ Sở Y tế│ 12,5 │      is a strip of its own
//   └────┴────────┴──────┘
import { gridsOf } from '../pdf/grid.ts'
import type { Rule } from '../pdf/rules.ts'
import { type GreyPicture, whitePicture } from './picture.ts'
import { inkShare } from './prepare.ts'
import type { RecognisedLine } from './recognise.ts'

/** A piece of the page, in pixels. */
export type Strip = { x0: number; y0: number; x1: number; y1: number }

/** A page of more strips than this is no table but a drawing. */
const mostStrips = 80
/** White added round a strip: letters that touch the edge are read badly. */
const margin = 12
/** Less ink than this is dust, or what is left of a line. */
const leastInk = 0.0008

/** The strips of all tables on a page; none where there are none, or too many. `rules` are in points. */
export function stripsOf(rules: readonly Rule[], dpi: number): Strip[] {
  const scale = dpi / 72
  const strips = gridsOf(rules).flatMap(({ across, down, y0, y1 }) => {
    const ys = distinct([y0, ...across.map((line) => line.at), y1])
    const xs = distinct(down.map((line) => line.at))
    const open = new Map<string, Strip>()
    const done: Strip[] = []
    for (const [i, top] of ys.slice(0, -1).entries()) {
      const bottom = ys[i + 1] ?? top
      const middle = (top + bottom) / 2
      const borders = xs.filter((x) =>
        down.some((l) => Math.abs(l.at - x) < near && l.from <= middle && l.to >= middle),
      )
      const here = new Set<string>()
      for (const [k, left] of borders.slice(0, -1).entries()) {
        const right = borders[k + 1] ?? left
        const key = `${left} ${right}`
        here.add(key)
        const strip = open.get(key)
        if (strip) strip.y1 = bottom * scale
        else
          open.set(key, {
            x0: left * scale,
            x1: right * scale,
            y0: top * scale,
            y1: bottom * scale,
          })
      }
      for (const [key, strip] of open) {
        if (here.has(key)) continue
        done.push(strip)
        open.delete(key)
      }
    }
    return [...done, ...open.values()]
  })
  return strips.length > mostStrips ? [] : strips
}

const near = 3

/** Places that are not the same line twice, rising. */
function distinct(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.filter((value, i) => i === 0 || value - (sorted[i - 1] ?? 0) >= near)
}

/** One strip as a picture of its own on white; null where nothing is in it. */
export function cutOut(page: GreyPicture, strip: Strip): GreyPicture | null {
  const x0 = Math.max(0, Math.round(strip.x0))
  const y0 = Math.max(0, Math.round(strip.y0))
  const width = Math.min(page.width, Math.round(strip.x1)) - x0
  const height = Math.min(page.height, Math.round(strip.y1)) - y0
  if (width < 8 || height < 8) return null
  const cut = whitePicture(width + 2 * margin, height + 2 * margin)
  for (let y = 0; y < height; y++)
    cut.pixels.set(
      page.pixels.subarray((y0 + y) * page.width + x0, (y0 + y) * page.width + x0 + width),
      (y + margin) * cut.width + margin,
    )
  return inkShare(cut) < leastInk ? null : cut
}

/** Puts the lines read from a strip back to their place on the page. */
export function placeBack(lines: readonly RecognisedLine[], strip: Strip): RecognisedLine[] {
  const dx = Math.max(0, Math.round(strip.x0)) - margin
  const dy = Math.max(0, Math.round(strip.y0)) - margin
  return lines.map(({ words, baseline: b, height }) => ({
    height,
    inTable: true,
    baseline: { x0: b.x0 + dx, x1: b.x1 + dx, y0: b.y0 + dy, y1: b.y1 + dy },
    words: words.map((w) => ({
      ...w,
      x0: w.x0 + dx,
      x1: w.x1 + dx,
      y0: w.y0 + dy,
      y1: w.y1 + dy,
    })),
  }))
}

/** The page without its strips. */
export function withoutStrips(page: GreyPicture, strips: readonly Strip[]): GreyPicture {
  const pixels = Uint8Array.from(page.pixels)
  for (const { x0, y0, x1, y1 } of strips)
    for (let y = Math.max(0, Math.round(y0)); y < Math.min(page.height, y1); y++)
      pixels.fill(
        255,
        y * page.width + Math.max(0, Math.round(x0)),
        y * page.width + Math.min(page.width, Math.round(x1)),
      )
  return { ...page, pixels }
}
