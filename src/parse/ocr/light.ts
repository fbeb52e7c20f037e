// Takes shadows and yellowed paper off a grey page. Pages that are evenly white are left as they are.
import type { GreyPicture } from './picture.ts'

const tile = 32

/** A page whose darkest paper is at least this bright, and this near to its usual paper, needs nothing. */
const whitePaper = 225
const evenPaper = 0.93

/**
 * Takes shadows and yellowed paper away: each pixel is measured against the paper around it (the bright tenth of its tile,
 * blended with the tiles about), and what is nearly paper becomes white.
 */
export function evenLight(grey: GreyPicture): GreyPicture {
  const { width, height, pixels } = grey
  const across = Math.max(1, Math.ceil(width / tile))
  const down = Math.max(1, Math.ceil(height / tile))
  const seen = paperOf(grey, across, down)
  if (isEven(seen)) return grey
  const paper = smooth(seen, across, down)
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

/** Whether the paper is white all over; the darkest twentieth of the tiles may be ink, a picture or the edge of the lid. */
function isEven(paper: Float32Array): boolean {
  const sorted = Float32Array.from(paper).sort()
  const low = sorted[Math.floor(0.05 * sorted.length)] ?? 0
  const usual = sorted[sorted.length >> 1] ?? 0
  return low >= whitePaper && low >= evenPaper * usual
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

/** How many pixels there are of each brightness. */
export function histogramOf(pixels: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256)
  for (let i = 0; i < pixels.length; i++) {
    const v = pixels[i] as number
    counts[v] = (counts[v] as number) + 1
  }
  return counts
}

/** The brightness that `share` of the pixels do not pass. */
export function percentile(counts: Uint32Array, total: number, share: number): number {
  let seen = 0
  for (let v = 0; v < 256; v++) {
    seen += counts[v] as number
    if (seen >= share * total) return v
  }
  return 255
}
