// Decodes the text of pages that were written in fonts of a legacy encoding, before anything is looked for in their
// layout: only "Chương I" is known for a heading, "Ch­¬ng I" is not. The fonts' real names hint at the encoding, run by run.
//
//   { text: 'Céng hßa x· héi', font '.VnTimeH' }   →   { text: 'CỘNG HÒA XÃ HỘI', original: 'Céng hßa x· héi' }
import { convertRuns } from '../../text/legacy/convert-runs.ts'
import { hintOf, type LegacyEncoding, looksStrange } from '../../text/legacy/encodings.ts'
import { decodeTcvn3 } from '../../text/legacy/tcvn3.ts'
import { raiseDigits } from './cells.ts'
import type { Cell, PageRows, Row, TextRun } from './lines.ts'

export type DecodedPages = {
  pages: Array<PageRows | null>
  /** How many lines were decoded from each encoding. */
  counts: ReadonlyMap<LegacyEncoding, number>
}

/** A piece of a cell in fonts that hint at one encoding. A raised digit is none to decode: ¹ is ạ in TCVN3. */
type Piece = { cell: Cell; text: string; fontName: string | undefined; raised: boolean }

/**
 * The pages with their text in Unicode; the very same pages where nothing was to be decoded. OCR writes Unicode: its
 * pages, counted from 1, are left as they are.
 */
export function decodePages(
  pages: ReadonlyArray<PageRows | null>,
  isOcr: (page: number) => boolean = () => false,
): DecodedPages {
  const counts = new Map<LegacyEncoding, number>()
  const cells = pages.flatMap((page, i) =>
    page && !page.isRubbish && !isOcr(i + 1) ? cellsOf(page) : [],
  )
  const hints = new Map<string | undefined, ReturnType<typeof hintOf>>()
  const hint = (fontName: string | undefined) => {
    let known = hints.get(fontName)
    if (known === undefined) {
      known = hintOf(fontName)
      hints.set(fontName, known)
    }
    return known
  }
  const isLegacy =
    cells.some((cell) => cell.runs.some((run) => hint(run.fontName) !== null)) ||
    // Raised digits, of which TCVN3 has some for letters, are strange by themselves only.
    looksStrange(cells.map((cell) => cell.text.replace(/[¹²³]/g, '')).join('\n'))
  if (!isLegacy) return { pages: [...pages], counts }
  const pieces = cells.flatMap((cell) => piecesOf(cell, hint))
  const converted = convertRuns(pieces.map((piece) => (piece.raised ? { text: '' } : piece)))
  const texts = new Map<Cell, { text: string; changed: boolean }>()
  for (const [i, { cell, text, raised }] of pieces.entries()) {
    if (raised) {
      const whole = texts.get(cell) ?? { text: '', changed: false }
      texts.set(cell, { ...whole, text: whole.text + raiseDigits(text) })
      continue
    }
    const verdict = converted[i] ?? null
    const decoded = insideWord(pieces, i, verdict) ?? verdict?.decoded.text ?? text
    const whole = texts.get(cell) ?? { text: '', changed: false }
    whole.text += decoded
    whole.changed ||= decoded !== text
    texts.set(cell, whole)
    if (verdict) counts.set(verdict.encoding, (counts.get(verdict.encoding) ?? 0) + 1)
  }
  const decode = (cell: Cell): Cell => {
    const found = texts.get(cell)
    return found?.changed ? decodedCell(cell, found.text) : cell
  }
  const decodeRow = (row: Row): Row => ({ ...row, cells: row.cells.map(decode) })
  return {
    counts,
    pages: pages.map(
      (page) =>
        page && {
          ...page,
          rows: page.rows.map(decodeRow),
          annotations: page.annotations.map((rows) => rows.map(decodeRow)),
          aside: page.aside.map(decodeRow),
        },
    ),
  }
}

const cellsOf = (page: PageRows): Cell[] =>
  [...page.rows, ...page.annotations.flat(), ...page.aside].flatMap((row) => row.cells)

/** Fonts that hint at nothing, or at the same, belong together: a file may hold one face as several fonts. */
function piecesOf(cell: Cell, hintOfFont: typeof hintOf): Piece[] {
  const pieces: Piece[] = []
  let key: string | null = null
  for (const run of cell.runs.length > 0 ? cell.runs : [wholeRun(cell)]) {
    const hint = hintOfFont(run.fontName)
    const raised = run.raised ?? false
    const own = raised ? 'raised' : hint ? `${hint.encoding} ${hint.capitals}` : ''
    const last = pieces.at(-1)
    if (last && own === key) last.text += run.text
    else pieces.push({ cell, text: run.text, fontName: hint ? run.fontName : undefined, raised })
    key = own
  }
  return pieces
}

/**
 * "©" by itself is a sign and stays one. As the "Â" of "Âu", whose "u" is in the font of small letters, it is none: a
 * piece in a TCVN3 font that is part of a word is decoded to the last letter.
 */
function insideWord(
  pieces: readonly Piece[],
  i: number,
  verdict: { encoding: LegacyEncoding } | null,
): string | null {
  const piece = pieces[i]
  const hint = hintOf(piece?.fontName)
  if (!piece || hint?.encoding !== 'tcvn3' || (verdict && verdict.encoding !== 'tcvn3')) return null
  if (!/[^\u0000-\u007F]/.test(piece.text)) return null
  const [before, after] = [pieces[i - 1], pieces[i + 1]].map((other) =>
    other && other.cell === piece.cell && !other.raised ? other.text : ' ',
  )
  const goesOn =
    (/\S$/u.test(piece.text) && /^\p{L}/u.test(after ?? ' ')) ||
    (/^\S/u.test(piece.text) && /\p{L}$/u.test(before ?? ' '))
  if (!goesOn) return null
  return decodeTcvn3(piece.text, { capitals: hint.capitals, keepLoneSymbols: false }).text
}

const wholeRun = (cell: Cell): Pick<TextRun, 'text' | 'fontName' | 'raised'> => ({
  text: cell.text,
  fontName: '',
})

function decodedCell(cell: Cell, decoded: string): Cell {
  const text = decoded.normalize('NFC').replace(/\s+/g, ' ').trim()
  const words = text.split(' ')
  return {
    ...cell,
    text,
    original: cell.text,
    // A place is only known as long as the words are the same ones.
    words:
      words.length === cell.words?.length
        ? cell.words.map((word, i) => ({ ...word, text: words[i] ?? word.text }))
        : undefined,
  }
}
