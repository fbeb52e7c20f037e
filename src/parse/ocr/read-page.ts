// One page from colours to rows: cleaned, turned the right way up, tables cut in strips, recognised, laid out.
import type { PageRows } from '../pdf/lines.ts'
import type { Rule } from '../pdf/rules.ts'
import { rowsOfWords } from './layout.ts'
import { betterWayUp, waysUp } from './orientation.ts'
import type { ColourPicture, GreyPicture } from './picture.ts'
import { cleanPicture, inkShare, levelled, quarterTurn } from './prepare.ts'
import type { RecognisedLine, RecognisedWord } from './recognise.ts'
import type { Recogniser } from './recogniser.ts'
import { type Lean, straighten, takeRuledLines } from './ruled-lines.ts'
import { soften } from './specks.ts'
import { cutOut, placeBack, stripsOf, withoutStrips } from './table-strips.ts'
import { meanConfidence, sureness, sureWords, worth } from './worth.ts'

export type OcrPage = {
  rows: PageRows
  words: RecognisedWord[]
  /** Mean confidence over letters, 0–100. */
  confidence: number
}

/** Less ink than this is dust: a blank page, which tesseract would find letters in. */
const leastInk = 0.0002
/** More ink than this outside all words may be words that were overlooked. */
const leftInk = 0.001
/** Lines of tables that are out by more than this over the page, in inches, are set straight. */
const mostLean = 0.06
/** What is out by this much is levelled first, if the page lies askew as a whole. */
const leastLean = 0.03
/** Less sure than this, a page may lie upside down; forms and drawings are as unsure, and only cost time. */
const upsideDownConfidence = 55

type Work = { recogniser: Recogniser; dpi: number; onProgress: () => void }
/** A page ready to be read, and the rules of its tables. */
type BarePage = { rules: Rule[]; bare: GreyPicture; leans: boolean }
type ReadPage = BarePage & { lines: RecognisedLine[] }

/** Reads one page. A page with nothing on it has no rows and no words. */
export async function readPicture(
  recogniser: Recogniser,
  colours: ColourPicture,
  dpi: number,
  onProgress: () => void,
): Promise<OcrPage> {
  const work = { recogniser, dpi, onProgress }
  const clean = cleanPicture(colours)
  onProgress()
  if (inkShare(clean) < leastInk)
    return pageOf({ lines: [], rules: [], bare: clean, leans: false }, dpi)
  const asItLies = bareOf(clean, dpi)
  const ways = waysUp(asItLies.bare)
  onProgress()
  const onSide = ways[0] !== 0
  const first = onSide ? await betterWayUp(recogniser, asItLies.bare, ways, work) : ways[0]
  let page = await readBare(levelledPage(clean, asItLies, first, dpi), work)
  if (!onSide && sureness(page.lines) < upsideDownConfidence) {
    const way = await betterWayUp(recogniser, asItLies.bare, ways, work)
    if (way !== first) {
      const turned = await readBare(levelledPage(clean, asItLies, way, dpi), work)
      if (worth(turned.lines) > worth(page.lines)) page = turned
    }
  }
  return pageOf(page, dpi)
}

/** The page without the lines of tables. Where these lean, they are set straight first: only so do they part columns. */
function bareOf(grey: GreyPicture, dpi: number): BarePage {
  const taken = takeRuledLines(grey, dpi)
  const leans = leanOf(taken.lean, grey) > mostLean * dpi
  const { rules, picture } = leans ? takeRuledLines(straighten(grey, taken.lean), dpi) : taken
  return { rules, bare: picture, leans: leanOf(taken.lean, grey) > leastLean * dpi }
}

/** By how many pixels lines are out over the page. */
const leanOf = ({ across, down }: Lean, { width, height }: GreyPicture) =>
  Math.max(Math.abs(across) * width, Math.abs(down) * height)

/** The page turned and levelled. Where that changes nothing, the rules that were found before are kept. */
function levelledPage(
  clean: GreyPicture,
  asItLies: BarePage,
  quarters: 0 | 1 | 2 | 3,
  dpi: number,
): BarePage {
  const turned = quarterTurn(clean, quarters)
  const level = levelled(turned, { isTable: asItLies.leans })
  return level === clean ? asItLies : bareOf(level, dpi)
}

/** Reads tables strip by strip, then what is round them, then what was overlooked. */
async function readBare(page: BarePage, work: Work): Promise<ReadPage> {
  const { rules, bare } = page
  const { recogniser, dpi, onProgress } = work
  const strips = stripsOf(rules, dpi)
  const soft = soften(bare)
  const lines: RecognisedLine[] = []
  for (const strip of strips) {
    const cut = cutOut(soft, strip)
    if (!cut) continue
    const read = await recogniser.read(cut, { dpi, spread: 'block', onProgress })
    lines.push(...placeBack(read, strip))
  }
  const around = strips.length > 0 ? withoutStrips(soft, strips) : soft
  const overlooked = strips.length > 0 ? withoutStrips(bare, strips) : bare
  if (inkShare(around) >= leastInk) {
    const read = await recogniser.read(around, { dpi, onProgress })
    lines.push(...read)
    const left = withoutWords(overlooked, read)
    if (inkShare(left) > leftInk) {
      const sparse = await recogniser.read(left, { dpi, spread: 'sparse', onProgress })
      lines.push(...sparse.flatMap(sureWords))
    }
  }
  return { ...page, lines }
}

/** The picture without the words that were read: what tesseract took for drawings, often beside a stamp or a signature. */
function withoutWords(grey: GreyPicture, lines: readonly RecognisedLine[]): GreyPicture {
  const { width, height } = grey
  const pixels = Uint8Array.from(grey.pixels)
  for (const { x0, y0, x1, y1 } of lines.flatMap((line) => line.words))
    for (let y = Math.max(0, y0 - 3); y < Math.min(height, y1 + 3); y++)
      pixels.fill(255, y * width + Math.max(0, x0 - 3), y * width + Math.min(width, x1 + 3))
  return { width, height, pixels }
}

function pageOf({ lines, rules, bare: { width, height } }: ReadPage, dpi: number): OcrPage {
  const words = lines.flatMap((line) => line.words)
  const rows = rowsOfWords(lines, { width, height, dpi, rules })
  return { rows, words, confidence: meanConfidence(words) }
}
