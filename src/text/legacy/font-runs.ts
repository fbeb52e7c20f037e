// Which fonts a text has, run after run. Where a paragraph mixes Unicode and an old font, or two of the old fonts, each run
// must be decoded by itself: "Số 12 " in Times New Roman, then "tØnh L¹ng S¬n" in .VnTime.
//
// Runs are counted in characters other than white space, since white space comes and goes while blocks are made of
// paragraphs, and nothing else does.
import { countMarked } from './detect.ts'
import { hintOf } from './encodings.ts'

export type FontRun = {
  font: string | undefined
  /** Characters (UTF-16 units) of the run that are no white space. */
  solid: number
}

/** The font of a block, or the fonts of its runs in order. */
export type BlockFonts = string | readonly FontRun[]

/** Number of characters other than white space. */
export const solidLength = (text: string): number => text.replace(/\s+/g, '').length

/** The runs of the first `solid` characters, and those of the rest. */
export function cutRuns(
  runs: readonly FontRun[],
  solid: number,
): [first: FontRun[], rest: FontRun[]] {
  const first: FontRun[] = []
  const rest: FontRun[] = []
  let left = solid
  for (const run of runs) {
    const taken = Math.min(left, run.solid)
    if (taken > 0) first.push({ ...run, solid: taken })
    if (run.solid > taken) rest.push({ ...run, solid: run.solid - taken })
    left -= taken
  }
  return [first, rest]
}

/** The font of most characters; undefined where that is none. */
export function mainFont(runs: readonly FontRun[]): string | undefined {
  const counts = new Map<string | undefined, number>()
  let most: string | undefined
  for (const { font, solid } of runs) {
    counts.set(font, (counts.get(font) ?? 0) + solid)
    if ((counts.get(font) ?? 0) > (counts.get(most) ?? 0)) most = font
  }
  return most
}

/**
 * The pieces of a block's text that are to be decoded each by itself. One where a single font prevails, and where all words
 * are syllables as they stand: then a font's name is left over from an older file.
 */
export function piecesByFont(
  text: string,
  fonts: BlockFonts | undefined,
): Array<{ text: string; fontName: string | undefined }> {
  if (fonts === undefined || typeof fonts === 'string') return [{ text, fontName: fonts }]
  const whole = [{ text, fontName: mainFont(fonts) }]
  const runs = joinAlike(fonts)
  if (runs.length < 2) return whole
  const { marked, valid } = countMarked(text)
  if (marked === valid) return whole
  const pieces: Array<{ text: string; fontName: string | undefined }> = []
  let start = 0
  let at = 0
  for (const [i, { font, solid }] of runs.entries()) {
    if (i === runs.length - 1) at = text.length
    else for (let n = 0; at < text.length && n < solid; at++) if (isSolid(text, at)) n++
    // White space after a run belongs to it.
    while (at < text.length && !isSolid(text, at)) at++
    if (at > start) pieces.push({ text: text.slice(start, at), fontName: font })
    start = at
  }
  return pieces
}

const isSolid = (text: string, at: number): boolean => /\S/.test(text[at] ?? '')

const hintKey = (font: string | undefined): string => {
  const hint = hintOf(font)
  return hint ? `${hint.encoding} ${hint.capitals}` : ''
}

/** Runs whose fonts hint at the same are one: Word parts words into many. */
function joinAlike(fonts: readonly FontRun[]): FontRun[] {
  const joined: FontRun[] = []
  for (const run of fonts) {
    if (run.solid === 0) continue
    const last = joined.at(-1)
    if (last && hintKey(last.font) === hintKey(run.font)) last.solid += run.solid
    else joined.push({ ...run })
  }
  return joined
}
