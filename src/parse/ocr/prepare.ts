// Makes a scanned page easy to read for OCR: red stamps vanish, shadows go, the lines lie level. Pure functions on pixels.
//
//   colours → greyOf (red channel) → invertIfDark → evenLight → despeckle → levelled → takeRuledLines → soften → tesseract
import { evenLight, histogramOf, percentile } from './light.ts'
import type { ColourPicture, GreyPicture } from './picture.ts'
import { whitePicture } from './picture.ts'
import { rotate, skewOf } from './skew.ts'
import { despeckle } from './specks.ts'

/** Share of strongly red pixels above which red is the page's own colour and not ink upon it. */
const mostRed = 0.2
/** A turn smaller than this (degrees) is left: turning harms letters, and tesseract follows such lines by itself. */
const leastSkew = 1.3
/** In a ruled table lines must be level to be found whole, and to part the columns. */
const leastSkewOfTable = 0.3

/** Red ink, shadows and specks taken off. The colours are not changed. */
export const cleanPicture = (colours: ColourPicture): GreyPicture =>
  despeckle(evenLight(invertIfDark(greyOf(colours))))

/** Turns a page so that its lines lie level, where that is worth it. */
export function levelled(grey: GreyPicture, { isTable }: { isTable: boolean }): GreyPicture {
  const skew = skewOf(grey)
  return Math.abs(skew) < (isTable ? leastSkewOfTable : leastSkew) ? grey : rotate(grey, -skew)
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

/** Share of pixels darker than half. */
export function inkShare({ pixels }: GreyPicture): number {
  let dark = 0
  for (let i = 0; i < pixels.length; i++) if ((pixels[i] as number) < 128) dark++
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
