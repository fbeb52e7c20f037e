// Finds which way up a page lies. Scanned annexes with wide tables mostly lie on their side.
import type { GreyPicture } from './picture.ts'
import { inkShare, quarterTurn } from './prepare.ts'
import type { RecognisedLine } from './recognise.ts'
import type { Recogniser } from './recogniser.ts'
import { liesOnSide } from './skew.ts'
import { sureness, worth } from './worth.ts'

/** By how many quarters to turn clockwise so that the page can be read. */
export type Quarters = 0 | 1 | 2 | 3

type Reading = { dpi: number; onProgress: () => void }

/** The two ways up that the direction of the lines leaves open. `bare` is without the rules of tables. */
export function waysUp(bare: GreyPicture): readonly [Quarters, Quarters] {
  return liesOnSide(bare, quarterTurn(bare, 1)) ? [1, 3] : [0, 2]
}

/** Share of the height of a page that is read to see which way up it is. */
const bandHeight = 0.2

/** Reads a band of the page both ways up; the first way wins where neither says anything. */
export async function betterWayUp(
  recogniser: Recogniser,
  bare: GreyPicture,
  ways: readonly [Quarters, Quarters],
  { dpi, onProgress }: Reading,
): Promise<Quarters> {
  const read = (quarters: Quarters): Promise<RecognisedLine[]> =>
    recogniser.read(fullestBand(quarterTurn(bare, quarters)), { dpi, onProgress })
  const first = await read(ways[0])
  if (sureness(first) > 80 && worth(first) > 0) return ways[0]
  return worth(await read(ways[1])) > 1.2 * worth(first) ? ways[1] : ways[0]
}

/** The band across the page with the most ink. */
function fullestBand(grey: GreyPicture): GreyPicture {
  const height = Math.max(1, Math.floor(bandHeight * grey.height))
  let best = { ink: -1, y: 0 }
  for (let y = 0; y + height <= grey.height; y += Math.max(1, height >> 1)) {
    const ink = inkShare(bandAt(grey, y, height))
    if (ink > best.ink) best = { ink, y }
  }
  return bandAt(grey, best.y, height)
}

const bandAt = ({ width, pixels }: GreyPicture, y: number, height: number): GreyPicture => ({
  width,
  height,
  pixels: pixels.subarray(y * width, (y + height) * width),
})
