// Finds by how much a scanned page lies askew, and turns it back.
//
// Rows of ink alternate with rows of paper most sharply along the direction of the lines: the dark pixels of a reduced
// picture are summed along lines of each slope, and the slope with the sharpest profile wins.
import { type GreyPicture, whitePicture } from './picture.ts'

/** Pages askew by more than this many degrees are taken as they are. */
const mostSkew = 5
const reducedWidth = 800
/** Dark points that are looked at at most. */
const mostPoints = 60_000

/** Degrees by which the lines fall to the right (−5 to 5); 0 where there are too few lines to tell. */
export function skewOf(grey: GreyPicture): number {
  const { xs, ys, width, height } = darkPoints(grey)
  if (xs.length < 200) return 0
  const sharpness = (degrees: number) => sharpnessOf(xs, ys, width, height, degrees)
  const level = sharpness(0)
  let best = { degrees: 0, sharp: level }
  const look = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
      const sharp = sharpness(degrees)
      if (sharp > best.sharp) best = { degrees, sharp }
    }
  }
  look(-mostSkew, mostSkew, 0.5)
  look(best.degrees - 0.4, best.degrees + 0.4, 0.1)
  // A page without lines has no sharp direction: what wins by a hair is chance.
  if (best.sharp < 1.05 * level || Math.abs(best.degrees) >= mostSkew) return 0
  return Math.round(best.degrees * 10) / 10
}

/**
 * Whether the lines of a page run up or down rather than across. Rules of tables are to be taken out before. It says
 * nothing of which way up they are.
 */
export function liesOnSide(grey: GreyPicture, onSide: GreyPicture): boolean {
  return sharpestLines(onSide) > sideways * sharpestLines(grey)
}

/** By how much sharper the lines must be across the page; upright pages of 28 scans reach 0.94, turned ones begin at 1.20. */
const sideways = 1.05

/** How much better than by chance the ink lies on lines, level or nearly so. */
export function sharpestLines(grey: GreyPicture): number {
  const { xs, ys, width, height } = darkPoints(grey)
  if (xs.length < 200) return 0
  let best = 0
  for (let degrees = -2; degrees <= 2; degrees += 0.5)
    best = Math.max(best, sharpnessOf(xs, ys, width, height, degrees))
  return (best * height) / xs.length ** 2
}

type Points = { xs: Float32Array; ys: Float32Array; width: number; height: number }

/** Lower edges of ink on a reduced picture: they lie on the baselines, whatever the letters. */
function darkPoints(grey: GreyPicture): Points {
  const step = Math.max(1, Math.round(grey.width / reducedWidth))
  const width = Math.floor(grey.width / step)
  const height = Math.floor(grey.height / step)
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let v = 0; v < step; v++)
        for (let u = 0; u < step; u++)
          sum += grey.pixels[(y * step + v) * grey.width + x * step + u] as number
      if (sum < 170 * step * step) dark[y * width + x] = 1
    }
  const places: number[] = []
  for (let y = 0; y + 1 < height; y++)
    for (let x = 0; x < width; x++)
      if (dark[y * width + x] && !dark[(y + 1) * width + x]) places.push(y * width + x)
  const every = Math.max(1, Math.ceil(places.length / mostPoints))
  const kept = places.filter((_, i) => i % every === 0)
  return {
    xs: Float32Array.from(kept, (at) => at % width),
    ys: Float32Array.from(kept, (at) => Math.floor(at / width)),
    width,
    height,
  }
}

function sharpnessOf(
  xs: Float32Array,
  ys: Float32Array,
  width: number,
  height: number,
  degrees: number,
): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * width) + 1
  const rows = new Uint32Array(height + 2 * margin + 1)
  for (let i = 0; i < xs.length; i++) {
    const row = Math.round((ys[i] as number) - slope * (xs[i] as number)) + margin
    rows[row] = (rows[row] as number) + 1
  }
  let sum = 0
  for (const n of rows) sum += n * n
  return sum
}

/** Turns a picture by some degrees (positive turns clockwise) about its middle; the size stays, bare corners are white. */
export function rotate(grey: GreyPicture, degrees: number): GreyPicture {
  const { width, height, pixels } = grey
  const turned = whitePicture(width, height)
  const cos = Math.cos((degrees * Math.PI) / 180)
  const sin = Math.sin((degrees * Math.PI) / 180)
  const cx = (width - 1) / 2
  const cy = (height - 1) / 2
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sx = cos * (x - cx) + sin * (y - cy) + cx
      const sy = -sin * (x - cx) + cos * (y - cy) + cy
      const x0 = Math.floor(sx)
      const y0 = Math.floor(sy)
      if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) continue
      const fx = sx - x0
      const fy = sy - y0
      const at = y0 * width + x0
      turned.pixels[y * width + x] =
        ((pixels[at] as number) * (1 - fx) + (pixels[at + 1] as number) * fx) * (1 - fy) +
        ((pixels[at + width] as number) * (1 - fx) + (pixels[at + width + 1] as number) * fx) * fy
    }
  return turned
}
