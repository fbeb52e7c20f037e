// Makes a cell of the glyphs of a line that stand together: its words, its runs by font, raised digits as such.
//
//   "126/2024/NĐ-CP" and a small 1 above it   →   "126/2024/NĐ-CP¹"
import type { FontFacts, Glyph } from './glyphs.ts'
import type { Cell, TextRun, Word } from './lines.ts'

/** The glyphs of a line that can be seen, from left to right, with the gap before each. */
export type Line = {
  glyphs: Glyph[]
  gaps: number[]
  /** Whether a space stands before the glyph. */
  spaced: boolean[]
  y: number
  size: number
  /** The usual gap between words; 0 where there are too few to tell. */
  wordGap: number
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** "NĐ-CP" with a small raised 1 is "NĐ-CP¹", and 10 with a raised 3 no hundred and three. */
export const raiseDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit)

function isRaised(glyph: Glyph, base: Glyph | undefined): boolean {
  return (
    base !== undefined &&
    glyph.text >= '0' &&
    glyph.text <= '9' &&
    glyph.size < 0.8 * base.size &&
    base.y - glyph.y > 0.2 * base.size
  )
}

/** What is in NFC and without white space whatever stands beside it: nearly every word. */
const composed = /^[!-~\u00A1-\u02FF\u1EA0-\u1EF9]*$/

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** The cell of the glyphs `from` to `to` of a line. */
export function cellOf(line: Line, from: number, to: number, fonts: readonly FontFacts[]): Cell {
  const { glyphs, spaced, y } = line
  const runs: TextRun[] = []
  const words: Word[] = []
  let run: TextRun | undefined
  let word: Word | undefined
  let font = -2
  /** The last glyph that is not raised. */
  let base: Glyph | undefined
  for (let i = from; i < to; i++) {
    const glyph = glyphs[i] as Glyph
    const end = glyph.x + glyph.width
    const isNew = i > from && spaced[i] === true
    const raised = isRaised(glyph, isNew ? undefined : base)
    const text = raised ? raiseDigits(glyph.text) : glyph.text
    if (!raised) base = glyph
    if (!word || isNew) {
      word = { text, x0: glyph.x, x1: end }
      words.push(word)
    } else {
      word.text += text
      word.x1 = end
    }
    const isSame =
      run !== undefined &&
      glyph.font === font &&
      raised === (run.raised ?? false) &&
      Math.abs(glyph.size - run.height) < 0.15 * run.height
    if (run && isSame) {
      run.text += isNew ? ` ${glyph.text}` : glyph.text
      run.width = end - run.x
      run.height = Math.max(run.height, glyph.size)
    } else {
      if (run && isNew) run.text += ' '
      const facts = fonts[glyph.font]
      run = {
        text: glyph.text,
        ...(raised ? { raised } : {}),
        fontName: facts?.name ?? '',
        bold: facts?.bold ?? false,
        x: glyph.x,
        y: glyph.y,
        width: glyph.width,
        height: glyph.size,
      }
      runs.push(run)
      font = glyph.font
    }
  }
  let longest = runs[0]
  for (const one of runs) if (one.text.length > (longest?.text.length ?? 0)) longest = one
  for (const one of words) if (!composed.test(one.text)) one.text = tidy(one.text)
  return {
    text: words.map((one) => one.text).join(' '),
    runs,
    words,
    x0: glyphs[from]?.x ?? 0,
    x1: word?.x1 ?? 0,
    y,
    size: longest?.height ?? 0,
    bold: runs.every((one) => one.bold || !/[\p{L}\p{N}]/u.test(one.text)),
  }
}
