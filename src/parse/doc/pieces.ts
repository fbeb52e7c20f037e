// The text of a DOC. Word keeps it in pieces of the main stream, in the order of the document, each in one byte or two a
// character; the piece table says which. A fast-saved file is many pieces.
import { BadDocumentError } from '../../errors.ts'
import type { Fib } from './fib.ts'

type Piece = {
  /** Character positions, counted over all stories. */
  start: number
  end: number
  /** Where the first character stands in the main stream. */
  at: number
  bytesEach: 1 | 2
}

export type DocText = {
  /** All stories one after the other, a UTF-16 unit a character position. */
  text: string
  /** Pieces of the text in which offsets in the main stream run on, so that formatting can be looked up. */
  pieces: readonly Piece[]
}

/** Reads the text whole. Throws BadDocumentError `corrupt` where no piece holds any. */
export function readDocText(fib: Fib, name: string): DocText {
  const total = Object.values(fib.lengths).reduce((sum, length) => sum + length, 0)
  const listed = readPieceTable(fib)
  const wanted = listed ?? [
    {
      start: 0,
      end: total,
      at: fib.textAt,
      bytesEach: fib.wide ? (2 as const) : (1 as const),
    },
  ]
  const pieces: Piece[] = []
  const texts: string[] = []
  let at = 0
  for (const piece of wanted) {
    if (piece.start !== at || piece.at >= fib.main.length) continue
    const room = Math.floor((fib.main.length - piece.at) / piece.bytesEach)
    const length = Math.min(piece.end - piece.start, room)
    if (length <= 0) continue
    const bytes = fib.main.subarray(piece.at, piece.at + length * piece.bytesEach)
    texts.push(piece.bytesEach === 1 ? eightBit.decode(bytes) : bytes.toString('utf16le'))
    at = piece.start + length
    pieces.push({ ...piece, end: at })
    if (at < piece.end) break
  }
  if (at === 0)
    throw new BadDocumentError(
      'corrupt',
      `${name} is a damaged Word document: its text lies outside the file.`,
    )
  return { text: texts.join(''), pieces }
}

/** Every byte keeps apart here, also those that Windows-1252 leaves undefined: the old fonts (TCVN3, VNI) use them all. */
const eightBit = new TextDecoder('windows-1252')

/** The pieces that the table lists, in order; null where the file has no table (Word 6, saved in full). */
function readPieceTable({ version, table, pieces: extent, wide }: Fib): Piece[] | null {
  const end = extent.at + extent.length
  for (let at = extent.at; at + 5 <= end; ) {
    const kind = table[at]
    if (kind === 1) {
      at += 3 + table.readUInt16LE(at + 1)
      continue
    }
    if (kind !== 2) return null
    const count = Math.floor((Math.min(table.readUInt32LE(at + 1), end - at - 5) - 4) / 12)
    const positions = at + 5
    const descriptors = positions + 4 * (count + 1)
    const pieces: Piece[] = []
    for (let i = 0; i < count; i++) {
      const stored = table.readUInt32LE(descriptors + 8 * i + 2)
      const narrow = version === 8 && (stored & 0x40000000) !== 0
      pieces.push({
        start: table.readUInt32LE(positions + 4 * i),
        end: table.readUInt32LE(positions + 4 * i + 4),
        at: narrow ? (stored & 0x3fffffff) >> 1 : stored,
        bytesEach: narrow || (version === 6 && !wide) ? 1 : 2,
      })
    }
    return pieces
  }
  return null
}
