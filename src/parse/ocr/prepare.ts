// Makes a scanned page easy to read for OCR: red stamps vanish, shadows go, the lines lie level. Pure functions on pixels.
//
//   colours → greyOf (red channel) → invertIfDark → evenLight → despeckle → skewOf, rotate → tesseract
import type { ColourPicture, GreyPicture } from './picture.ts'
import { whitePicture } from './picture.ts'
import { rotate, skewOf } from './skew.ts'

/** Share of strongly red pixels above which red is the page's own colour and not ink upon it. */
const mostRed = 0.2
/** Turns smaller than this (degrees) are left: turning blurs, and tesseract follows them by itself. */
const leastSkew = 0.25

export type Prepared = {
  picture: GreyPicture
  /** By how many degrees the lines fell to the right before they were levelled. */
  skew: number
  /** Share of dark pixels; a page without ink has nothing to be read. */
  ink: number
}

/** All the steps for one page. The colours are not changed. */
export function preparePicture(colours: ColourPicture): Prepared {
  const grey = despeckle(evenLight(invertIfDark(greyOf(colours))))
  const skew = skewOf(grey)
  const picture = Math.abs(skew) < leastSkew ? grey : rotate(grey, -skew)
  return { picture, skew, ink: inkShare(picture) }
}

/**
 * The red channel on white paper: red ink (stamps, registry marks) is as bright as paper there and vanishes, black and blue
 * stay. Where much of the page is red, its brightness instead, so that white on red can still be read.
 */
export function greyOf({ width, height, pixels }: ColourPicture): GreyPicture {
  const grey = new Uint8Array(width * height)
  let red = 0
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    const opacity = pixels[at + 3] as number
    const r = pixels[at] as number
    if (
      opacity > 127 &&
      r > 100 &&
      r - Math.max(pixels[at + 1] as number, pixels[at + 2] as number) > 60
    )
      red++
    grey[i] = opacity === 255 ? r : over(r, opacity)
  }
  if (red < mostRed * grey.length) return { width, height, pixels: grey }
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    const bright =
      0.299 * (pixels[at] as number) +
      0.587 * (pixels[at + 1] as number) +
      0.114 * (pixels[at + 2] as number)
    grey[i] = over(bright, pixels[at + 3] as number)
  }
  return { width, height, pixels: grey }
}

/** A see-through colour on white paper. */
const over = (value: number, opacity: number) => (value * opacity + 255 * (255 - opacity)) / 255

/** Turns white on black into black on white; a page is mostly paper, whatever its colour. */
export function invertIfDark(grey: GreyPicture): GreyPicture {
  const counts = histogramOf(grey.pixels)
  if (percentile(counts, grey.pixels.length, 0.5) > 100) return grey
  return { ...grey, pixels: grey.pixels.map((v) => 255 - v) }
}

const tile = 32

/**
 * Takes shadows and yellowed paper away: each pixel is measured against the paper around it (the bright tenth of its tile,
 * blended with the tiles about), and what is nearly paper becomes white.
 */
export function evenLight({ width, height, pixels }: GreyPicture): GreyPicture {
  const across = Math.max(1, Math.ceil(width / tile))
  const down = Math.max(1, Math.ceil(height / tile))
  const paper = smooth(paperOf({ width, height, pixels }, across, down), across, down)
  const even = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y++) {
    const ty = Math.min(Math.max((y + 0.5) / tile - 0.5, 0), down - 1)
    const y0 = Math.floor(ty)
    const y1 = Math.min(y0 + 1, down - 1)
    const fy = ty - y0
    for (let x = 0; x < width; x++) {
      const tx = Math.min(Math.max((x + 0.5) / tile - 0.5, 0), across - 1)
      const x0 = Math.floor(tx)
      const x1 = Math.min(x0 + 1, across - 1)
      const fx = tx - x0
      const top =
        (paper[y0 * across + x0] as number) * (1 - fx) + (paper[y0 * across + x1] as number) * fx
      const low =
        (paper[y1 * across + x0] as number) * (1 - fx) + (paper[y1 * across + x1] as number) * fx
      const at = y * width + x
      // Paper at 92 % of itself is white already: what shines through from the back is lighter than print.
      even[at] = Math.min(
        255,
        ((pixels[at] as number) * 255) / (0.92 * (top * (1 - fy) + low * fy)),
      )
    }
  }
  return { width, height, pixels: even }
}

/** How bright the paper is in each tile. A tile full of ink has none: it takes the brightness of the whole page's paper. */
function paperOf(
  { width, height, pixels }: GreyPicture,
  across: number,
  down: number,
): Float32Array {
  const paper = new Float32Array(across * down)
  const whole = percentile(histogramOf(pixels), pixels.length, 0.8)
  for (let ty = 0; ty < down; ty++)
    for (let tx = 0; tx < across; tx++) {
      const counts = new Uint32Array(256)
      const yEnd = Math.min(height, (ty + 1) * tile)
      const xEnd = Math.min(width, (tx + 1) * tile)
      let n = 0
      for (let y = ty * tile; y < yEnd; y += 2)
        for (let x = tx * tile; x < xEnd; x += 2, n++) {
          const v = pixels[y * width + x] as number
          counts[v] = (counts[v] as number) + 1
        }
      const bright = percentile(counts, n, 0.9)
      paper[ty * across + tx] = bright < 0.45 * whole ? whole : bright
    }
  return paper
}

function smooth(values: Float32Array, across: number, down: number): Float32Array {
  const out = new Float32Array(values.length)
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      let sum = 0
      let n = 0
      for (let v = Math.max(0, y - 1); v <= Math.min(down - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(across - 1, x + 1); u++, n++)
          sum += values[v * across + u] as number
      out[y * across + x] = Math.max(1, sum / n)
    }
  return out
}

/** Whitens dark pixels that stand alone. The dot of "ạ" is three pixels wide even at 150 dpi and stays. */
export function despeckle({ width, height, pixels }: GreyPicture): GreyPicture {
  const out = Uint8Array.from(pixels)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      if ((pixels[at] as number) > 140) continue
      let neighbours = 0
      for (const d of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1])
        if ((pixels[at + d] as number) <= 170) neighbours++
      if (neighbours < 2) out[at] = 255
    }
  return { width, height, pixels: out }
}

/** Share of pixels darker than half. */
export function inkShare({ pixels }: GreyPicture): number {
  let dark = 0
  for (const v of pixels) if (v < 128) dark++
  return pixels.length === 0 ? 0 : dark / pixels.length
}

/** Turns a picture by quarters clockwise: 1 makes a page that lay on its left side stand. */
export function quarterTurn(grey: GreyPicture, quarters: 0 | 1 | 2 | 3): GreyPicture {
  const { width: w, height: h, pixels } = grey
  if (quarters === 0) return grey
  const turned = quarters === 2 ? whitePicture(w, h) : whitePicture(h, w)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const to =
        quarters === 1
          ? x * h + (h - 1 - y)
          : quarters === 2
            ? (h - 1 - y) * w + (w - 1 - x)
            : (w - 1 - x) * h + y
      turned.pixels[to] = pixels[y * w + x] as number
    }
  return turned
}

function histogramOf(pixels: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256)
  for (const v of pixels) counts[v] = (counts[v] as number) + 1
  return counts
}

/** The brightness that `share` of the pixels do not pass. */
function percentile(counts: Uint32Array, total: number, share: number): number {
  let seen = 0
  for (let v = 0; v < 256; v++) {
    seen += counts[v] as number
    if (seen >= share * total) return v
  }
  return 255
}
