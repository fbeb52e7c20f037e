// Decodes cells written in an old font (TCVN3, VNI). A row is decoded in stretches of one font, so that short cells ("Sè")
// have their neighbours' help and a cell in .VnTimeH is in capitals while the next one is not. The text decides, the font
// only hints.
import { type ConvertedRun, convertRuns } from '../../text/legacy/convert-runs.ts'
import {
  decodeAs,
  encodingNames,
  type FontHint,
  hintOf,
  type LegacyEncoding,
} from '../../text/legacy/encodings.ts'
import { measure, onlyUnicode } from '../../text/legacy/measure.ts'
import type { SheetCell, SheetRow } from './cells.ts'

type Stretch = {
  text: string
  fontName: string | undefined
  hint: FontHint | null
  /** The cells that its parts, parted by tabs, belong to. */
  pieces: SheetCell[]
}

/** Decodes all rows in place. Gives the encodings found. */
export function decodeRows(rows: readonly SheetRow[]): Set<LegacyEncoding> {
  const stretches = rows.flatMap(({ cells }) => stretchesOf(cells))
  const converted = convertRuns(stretches)
  const trusted = trustedEncodings(stretches, converted)
  for (const [i, { text, hint }] of stretches.entries())
    if (!converted[i] && hint && trusted.has(hint.encoding)) converted[i] = decodeByFont(text, hint)
  const encodings = new Set<LegacyEncoding>()
  for (const verdict of converted) if (verdict) encodings.add(verdict.encoding)
  const decoded = new Map<SheetCell, string>()
  for (const [i, stretch] of stretches.entries()) {
    const text = converted[i]?.decoded.text ?? stretch.text
    for (const [k, piece] of text.split('\t').entries()) {
      const cell = stretch.pieces[k]
      if (cell) decoded.set(cell, (decoded.get(cell) ?? '') + piece)
    }
  }
  for (const [cell, text] of decoded) cell.text = text
  return encodings
}

/** One stretch in so many may be in Unicode, pasted from elsewhere, before a font is no longer believed. */
const fewUnicode = 20

/**
 * Encodings whose fonts are used for what they are for throughout the workbook: texts prove it, hardly any is in Unicode.
 * Then also what no syllable vouches for is decoded, foreign words ("xim¨ng poãcl¨ng") and plain letters in fonts of capitals.
 */
function trustedEncodings(
  stretches: readonly Stretch[],
  converted: readonly ConvertedRun[],
): Set<LegacyEncoding> {
  const balance = new Map<LegacyEncoding, number>()
  for (const [i, { hint, text }] of stretches.entries()) {
    if (!hint) continue
    const isProof = converted[i]?.encoding === hint.encoding
    const vote = isProof ? 1 : onlyUnicode.test(text) ? -fewUnicode : 0
    balance.set(hint.encoding, (balance.get(hint.encoding) ?? 0) + vote)
  }
  return new Set([...balance].filter(([, votes]) => votes > 0).map(([encoding]) => encoding))
}

/** Where a stretch mixes Unicode with the old font ("tại QuyÕt ®ịnh"), decoding must make more words valid. */
function decodeByFont(text: string, { encoding, capitals }: FontHint): ConvertedRun {
  const decoded = decodeAs(encoding, text, capitals)
  if (decoded.text === text) return null
  if (onlyUnicode.test(text)) {
    const { validBefore, validAfter, marked } = measure(text, decoded)
    if (validAfter <= validBefore || validAfter * 2 < marked) return null
  }
  return { encoding, decoded }
}

/** A single text of the workbook, such as a sheet's name, with the cells' encoding for a hint. */
export function decodeName(text: string, encodings: ReadonlySet<LegacyEncoding>): string {
  const fontName = encodings.has('tcvn3')
    ? '.VnTime'
    : encodings.has('vni')
      ? 'VNI-Times'
      : undefined
  return convertRuns([{ text, fontName }])[0]?.decoded.text ?? text
}

/** How encodings are called in a warning. */
export function namesOf(encodings: ReadonlySet<LegacyEncoding>): string {
  return [...encodings].map((encoding) => encodingNames[encoding]).join(', ')
}

function stretchesOf(cells: readonly SheetCell[]): Stretch[] {
  const stretches: Stretch[] = []
  let stretch: Stretch | null = null
  for (const cell of cells) {
    const { text, fonts } = cell
    for (let i = 0; i < Math.max(1, fonts.length); i++) {
      const from = i === 0 ? 0 : (fonts[i]?.start ?? 0)
      const piece = text.slice(from, fonts[i + 1]?.start)
      if (piece === '') continue
      const fontName = fonts[i]?.font
      const hint = hintOf(fontName)
      // Figures and signs are the same in every font.
      const goesOn: boolean =
        stretch !== null &&
        (isSameHint(stretch.hint, hint) || !/\p{L}|[^\u0000-\u007F]/u.test(piece))
      if (!stretch || !goesOn) {
        stretch = { text: piece, fontName, hint, pieces: [cell] }
        stretches.push(stretch)
      } else if (stretch.pieces.at(-1) === cell) stretch.text += piece
      else {
        stretch.text += `\t${piece}`
        stretch.pieces.push(cell)
      }
    }
  }
  return stretches
}

const isSameHint = (a: FontHint | null, b: FontHint | null): boolean =>
  a?.encoding === b?.encoding && a?.capitals === b?.capitals
