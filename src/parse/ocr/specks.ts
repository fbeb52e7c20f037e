// Takes dust off a page, and the steps off letters that were stored as black and white only.
import type { GreyPicture } from './picture.ts'

/** Darker than this a pixel may be a speck; lighter than the second, paper. */
const dark = 140
const light = 170

/**
 * Whitens dark pixels that stand alone or in twos with nothing near: the dot of "ạ" is larger at any resolution that can be
 * read, and the crumbs of a faint print lie close together.
 */
export function despeckle({ width, height, pixels }: GreyPicture): GreyPicture {
  const out = Uint8Array.from(pixels)
  for (let y = 2; y < height - 2; y++)
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x
      if ((pixels[at] as number) > dark) continue
      let others = -1
      for (let v = -2; v <= 2 && others < 2; v++)
        for (let u = -2; u <= 2; u++) if ((pixels[at + v * width + u] as number) <= light) others++
      if (others < 2) out[at] = 255
    }
  return { width, height, pixels: out }
}

/** A page is hard where it has fewer than this many grey pixels for each dark one; scans in grey begin at 1.9. */
const hardEdges = 1.7

/**
 * Softens a page of hard edges, as fax and "black and white" scans have them, by one pixel: tesseract learned from soft ones.
 * A page in shades of grey comes back as it is.
 */
export function soften(grey: GreyPicture): GreyPicture {
  const { width: w, height, pixels: p } = grey
  let ink = 0
  let shades = 0
  for (const v of p) {
    if (v < 128) ink++
    if (v > 8 && v < 250) shades++
  }
  if (shades >= hardEdges * ink) return grey
  const at = (i: number) => p[i] as number
  const soft = Uint8Array.from(p)
  for (let i = w + 1; i < soft.length - w - 1; i++) {
    const beside = at(i - 1) + at(i + 1) + at(i - w) + at(i + w)
    const corners = at(i - w - 1) + at(i - w + 1) + at(i + w - 1) + at(i + w + 1)
    soft[i] = (4 * at(i) + 2 * beside + corners) / 16
  }
  return { width: w, height, pixels: soft }
}
