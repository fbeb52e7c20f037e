// Parts the two columns of an official head where so little room is left between them that they look like one line.
//
//   "ỦY BAN NHÂN DÂN TỈNH X CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"   →   two cells, parted before "CỘNG"
import type { Cell, Row } from './lines.ts'
import { isCapitals, nationalTitle } from './markers.ts'

/** Rows of the page that may belong to a head, and rows of a head below its title. */
const headRows = 14
const rowsBelow = 6

/** Parts what is glued in the head of an official document; all other rows as they are. */
export function splitGlued(rows: readonly Row[]): Row[] {
  for (const [i, row] of rows.slice(0, headRows).entries()) {
    const title = row.cells.find((cell) => nationalTitle.test(cell.text))
    const glued = row.cells.find((cell) => titleWord(cell) > 0)
    if (!glued && !title) continue
    const at = glued ? (glued.words?.[titleWord(glued)]?.x0 ?? 0) : (title?.x0 ?? 0)
    const split = (other: Row): Row => ({
      ...other,
      cells: other.cells.flatMap((cell) => splitNear(cell, at)),
    })
    return rows.map((other, k) => (k >= i && k <= i + rowsBelow ? split(other) : other))
  }
  return [...rows]
}

const maybeGlued = /\S\s+(?:CỘNG H|ĐẢNG CỘNG)/iu

/** Which word of a cell the national title begins with, behind the name of a body in capitals; 0 for none. */
function titleWord(cell: Cell): number {
  if (!maybeGlued.test(cell.text)) return 0
  const words = cell.words ?? []
  for (let i = 1; i < words.length; i++) {
    const text = words
      .slice(i)
      .map((word) => word.text)
      .join(' ')
    if (!nationalTitle.test(text)) continue
    return isCapitals(
      words
        .slice(0, i)
        .map((word) => word.text)
        .join(' '),
    )
      ? i
      : 0
  }
  return 0
}

const rightBegins = /^(?:CỘNG H|ĐẢNG CỘNG SẢN|Độc lập)/u
const datelineTail = /,?\s*ngày[\s\d.…_]*tháng/iu

/** Parts a cell of the head where its right side begins, about where the title does. */
function splitNear(cell: Cell, at: number): Cell[] {
  const { words } = cell
  if (!words || cell.x0 > at - 3 * cell.size || cell.x1 < at + 3 * cell.size) return [cell]
  let best = -1
  for (let i = 1; i < words.length; i++) {
    const tail = words
      .slice(i)
      .map((word) => word.text)
      .join(' ')
    if (rightBegins.test(tail)) {
      best = i
      break
    }
    // "Số: 12/BC-UBND Điện Biên, ngày 05 tháng 01 năm 2023": the widest gap before the dateline.
    const isNumber = /^(?:Số|V\/v)/u.test(words[0]?.text ?? '')
    if (isNumber && datelineTail.test(tail) && gapAt(words, i) > gapAt(words, best)) best = i
  }
  if (best < 1) return [cell]
  return [part(cell, 0, best), part(cell, best, words.length)]
}

const gapAt = (words: NonNullable<Cell['words']>, i: number): number =>
  i < 1 ? 0 : (words[i]?.x0 ?? 0) - (words[i - 1]?.x1 ?? 0)

function part(cell: Cell, from: number, to: number): Cell {
  const words = (cell.words ?? []).slice(from, to)
  // Decoding keeps the number of words, so that the same ones can be taken from what the file held.
  const held = cell.original?.split(/\s+/)
  return {
    ...cell,
    text: words.map((word) => word.text).join(' '),
    original: held?.length === cell.words?.length ? held?.slice(from, to).join(' ') : undefined,
    words,
    x0: words[0]?.x0 ?? cell.x0,
    x1: words.at(-1)?.x1 ?? cell.x1,
  }
}
