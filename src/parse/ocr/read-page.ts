// One page from colours to rows: prepared, recognised, laid out; tried the other way up where nothing sensible came out.
import type { PageRows } from '../pdf/lines.ts'
import { meanConfidence, rowsOfWords } from './layout.ts'
import type { ColourPicture, GreyPicture } from './picture.ts'
import { preparePicture, quarterTurn } from './prepare.ts'
import type { RecognisedLine, RecognisedWord, Recogniser } from './recognise.ts'
import { ruledLines } from './ruled-lines.ts'

export type OcrPage = {
  rows: PageRows
  words: RecognisedWord[]
  /** Mean confidence over letters, 0–100. */
  confidence: number
}

/** Less ink than this is dust: a blank page, which tesseract would find letters in. */
const leastInk = 0.0002
/** A page read the right way up, however bad, is surer than this. */
const upsideDownConfidence = 55

/** Reads one page. A page with nothing on it has no rows and no words. */
export async function readPicture(
  recogniser: Recogniser,
  colours: ColourPicture,
  dpi: number,
  onProgress: () => void,
): Promise<OcrPage> {
  const { picture, ink } = preparePicture(colours)
  onProgress()
  if (ink < leastInk) return pageOf([], picture, dpi)
  const read = (grey: GreyPicture) => recogniser.read(grey, { dpi, onProgress })
  let best = { lines: await read(picture), picture }
  if (sureness(best.lines) < upsideDownConfidence) {
    for (const quarters of [1, 3, 2] as const) {
      const turned = quarterTurn(picture, quarters)
      const lines = await read(turned)
      if (worth(lines) > 1.2 * worth(best.lines)) best = { lines, picture: turned }
      if (sureness(best.lines) > 75) break
    }
  }
  return pageOf(best.lines, best.picture, dpi)
}

const sureness = (lines: readonly RecognisedLine[]) => meanConfidence(lines.flatMap((l) => l.words))

/** How much was read, and how surely: words of two letters and more that tesseract is sure of. */
const worth = (lines: readonly RecognisedLine[]) =>
  lines
    .flatMap((line) => line.words)
    .filter((word) => word.confidence > 60 && /\p{L}{2}/u.test(word.text))
    .reduce((sum, word) => sum + word.text.length * word.confidence, 0)

function pageOf(lines: readonly RecognisedLine[], picture: GreyPicture, dpi: number): OcrPage {
  const { width, height } = picture
  const rules = lines.length > 0 ? ruledLines(picture, dpi) : []
  const words = lines.flatMap((line) => line.words)
  const rows = rowsOfWords(lines, { width, height, dpi, rules })
  return { rows, words, confidence: meanConfidence(words) }
}
