// Puts the rows of a page into reading order: left column before right column, tables by row, the rest as it stands.
//
//   BỘ TÀI CHÍNH          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
//   Số: 01/2026/TT-BTC    Độc lập - Tự do - Hạnh phúc
//   →  "BỘ TÀI CHÍNH", "Số: 01/2026/TT-BTC", "CỘNG HÒA …", "Độc lập …", each a line by itself
import { splitGlued } from './glued.ts'
import { takeTables } from './grid.ts'
import { gutterZone } from './gutters.ts'
import { joinLines } from './join.ts'
import type { Cell, PageRows, Row } from './lines.ts'
import {
  capacity,
  dateline,
  isCapitals,
  listMarker,
  nationalTitle,
  recipients,
  signingOffice,
} from './markers.ts'
import { flowOf, joinCells, type Part, type TextLine, type Zone } from './parts.ts'

/** The parts of a page in reading order. */
export function partsOfPage(page: PageRows): Part[] {
  const { tables, rest } = takeTables(page.rows, page.rules)
  const rows = splitGlued(rest).map(joinMarker)
  const parts: Part[] = []
  let from = 0
  const upTo = (y: number) => {
    const until = rows.findIndex((row, i) => i >= from && row.y > y)
    const end = until === -1 ? rows.length : until
    parts.push(...partsOfRows(rows.slice(from, end), page.width))
    from = end
  }
  for (const table of tables) {
    upTo(table.y0)
    parts.push({ kind: 'table', rows: table.rows })
  }
  upTo(Number.POSITIVE_INFINITY)
  return mergeFlows(parts)
}

/** "a)      Nội dung" is one line, however far the marker stands from its text. */
function joinMarker(row: Row): Row {
  const [marker, text, ...others] = row.cells
  if (!marker || !text || others.length > 0) return row
  if (!listMarker.test(marker.text) || marker.text.length > 8 || /\p{L}{3}/u.test(marker.text))
    return row
  if (text.x0 - marker.x1 > 5 * row.size) return row
  return { ...row, cells: [joinCells([marker, text])] }
}

function partsOfRows(rows: readonly Row[], width: number): Part[] {
  const parts: Part[] = []
  for (let i = 0; i < rows.length; ) {
    const zone =
      headerZone(rows, i, width) ??
      signatureZone(rows, i, width) ??
      capacityZone(rows, i, width) ??
      gutterZone(rows, i)
    if (zone) {
      parts.push(...zone.parts)
      i = zone.next
      continue
    }
    const row = rows[i]
    if (row) parts.push(...loneRow(row, rows[i - 1], rows[i + 1]))
    i++
  }
  return parts
}

/** Left lines, then right lines; two cells that stand on one side of the same row are one line. */
function sideBySide(rows: readonly Row[], isLeft: (cell: Cell) => boolean): Part[] {
  const side = (left: boolean): TextLine[] =>
    rows.flatMap((row) => {
      const cells = row.cells.filter((cell) => isLeft(cell) === left)
      return cells.length > 0 ? [joinCells(cells)] : []
    })
  return [joinSubject(side(true)), side(false)]
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ kind: 'separate', lines }))
}

/** "V/v công bố thông tin bán cổ" / "phần Công ty …" under the number of a letter is one subject. */
function joinSubject(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = []
  let inSubject = false
  for (const line of lines) {
    const last = joined.at(-1)
    const goesOn = inSubject && last && line.y - last.y < 2 * line.size && line.bold === last.bold
    if (goesOn) joined[joined.length - 1] = { ...line, ...joinLines([last, line]) }
    else {
      joined.push(line)
      inSubject = /^V\/\s?v(?!\p{L})/iu.test(line.text)
    }
  }
  return joined
}

const centre = (cell: { x0: number; x1: number }) => (cell.x0 + cell.x1) / 2

/** The two-column head of an official document, known by the national title at the right. */
function headerZone(rows: readonly Row[], start: number, width: number): Zone | null {
  const at = rows.findIndex(
    (row, i) => i >= start && i < start + 4 && row.cells.some((c) => nationalTitle.test(c.text)),
  )
  const titleRow = rows[at]
  const title = titleRow?.cells.find((c) => nationalTitle.test(c.text))
  if (!titleRow || !title) return null
  const beside = titleRow.cells.filter((c) => c !== title && c.x1 < title.x0)
  if (beside.length === 0 && Math.abs(centre(title) - width / 2) < 0.06 * width) return null
  const edge = Math.max(...beside.map((c) => c.x1), 0)
  const split = beside.length > 0 ? (edge + title.x0) / 2 : title.x0 - 0.5 * title.size
  const slack = 2.5 * title.size
  const isLeft = (cell: Cell) => centre(cell) < split
  const crosses = (cell: Cell) => cell.x0 < split - slack && cell.x1 > split + slack
  // What stands across the page above the head is not of it: the gazette's own headings.
  const above = rows.slice(start, at)
  const isApart = (row: Row, i: number) =>
    row.cells.some(crosses) || (rows[start + i + 1]?.y ?? row.y) - row.y > 3 * row.size
  if (above.some(isApart)) return null
  const leftCentres = beside.map(centre)
  let end = at
  let dated = false
  for (let i = start; i < rows.length; i++) {
    const row = rows[i]
    if (!row) break
    if (i > at && row.y - (rows[i - 1]?.y ?? row.y) > 5 * row.size) break
    if (row.cells.some(crosses)) break
    const right = row.cells.filter((c) => !isLeft(c))
    if (i > at) {
      if (dated && right.length > 0) break
      if (right.some((c) => Math.abs(centre(c) - centre(title)) > 0.16 * width)) break
      const left = row.cells.filter(isLeft)
      const middle = leftCentres.length > 0 ? Math.max(...leftCentres) : split / 2
      // Text below the head begins at the left margin; what belongs to the head is centred under the issuer.
      if (right.length === 0 && left.some((c) => Math.abs(centre(c) - middle) > 0.1 * width)) break
      if (i > at + 12) break
      if (right.length === 0) leftCentres.push(...left.map(centre))
    }
    if (dateline.test(right.map((c) => c.text).join(' '))) dated = true
    end = i
  }
  return { parts: sideBySide(rows.slice(start, end + 1), isLeft), next: end + 1 }
}

/** The area of recipients and signature at the end. */
function signatureZone(rows: readonly Row[], start: number, width: number): Zone | null {
  const first = rows[start]
  if (!first) return null
  const at = rows.findIndex(
    (row, i) => i >= start && i < start + 4 && row.cells.some((c) => recipients.test(c.text)),
  )
  const isSigned = (cell: Cell) =>
    cell.x0 > 0.35 * width && (capacity.test(cell.text) || isCapitals(cell.text))
  if (at === -1) return null
  const marker = rows[at]?.cells.find((c) => recipients.test(c.text))
  if (!marker || marker.x0 > width / 2) return null
  // Rows above "Nơi nhận" belong here when they only hold the signer's capacity at the right.
  if (at > start && !rows.slice(start, at).every((row) => row.cells.every(isSigned))) return null
  const following = rows.slice(start, at + 30)
  const rightStarts = following
    .flatMap((row) => row.cells.slice(row.cells.length > 1 ? 1 : 0).concat())
    .filter((c) => c.x0 > marker.x0 + 4 * c.size && centre(c) > 0.5 * width)
    .map((c) => c.x0)
  if (rightStarts.length === 0) return null
  const split = Math.max(Math.min(...rightStarts) - 1, 0.3 * width)
  const isLeft = (cell: Cell) => cell.x0 < split
  let end = at
  for (let i = start; i < rows.length; i++) {
    const row = rows[i]
    if (!row) break
    const last = rows[i - 1]
    if (last && i > at && row.y - last.y > 14 * row.size) break
    // A line over both sides is the text that follows.
    if (row.cells.some((c) => c.x0 < split && c.x1 > split + 4 * c.size && i > at)) break
    end = i
  }
  return { parts: sideBySide(rows.slice(start, end + 1), isLeft), next: end + 1 }
}

/** "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG" and the name at the right, where no recipients stand beside them: each a line. */
function capacityZone(rows: readonly Row[], start: number, width: number): Zone | null {
  const isRight = (row: Row) => row.cells.length === 1 && (row.cells[0]?.x0 ?? 0) > 0.35 * width
  const first = rows[start]
  const opening = first?.cells[0]
  if (!first || !opening || !isRight(first)) return null
  const isOffice = signingOffice.test(opening.text) && centre(opening) > 0.58 * width
  if (!isOffice && !capacity.test(opening.text)) return null
  let end = start
  while (end - start < 8) {
    const row = rows[end + 1]
    if (!row || !isRight(row) || row.y - (rows[end]?.y ?? 0) > 14 * row.size) break
    end++
  }
  const lines = rows.slice(start, end + 1).flatMap((row) => row.cells)
  return { parts: [{ kind: 'separate', lines }], next: end + 1 }
}

/** A row by itself. Far cells stand alone; a wide gap inside a full line is only stretched text. */
function loneRow(full: Row, above: Row | undefined, below: Row | undefined): Part[] {
  const row = joinLeaders(full)
  if (row.cells.length === 1) return [flowOf(row.cells)]
  const gaps = row.cells.slice(1).map((cell, i) => cell.x0 - (row.cells[i]?.x1 ?? 0))
  const isText = [above, below].some(
    (other) =>
      other?.cells.length === 1 &&
      Math.abs(other.y - row.y) < 2.2 * row.size &&
      (other.cells[0]?.x1 ?? 0) > (row.cells[0]?.x1 ?? 0),
  )
  const text = row.cells.map((c) => c.text).join(' ')
  const continuesBelow =
    below?.cells.length === 1 &&
    below.y - row.y < 2.2 * row.size &&
    /^\p{Ll}/u.test(below.cells[0]?.text ?? '') &&
    !/[.;:]$/.test(text)
  const widest = Math.max(...gaps)
  if ((widest < 3 * row.size && isText) || (widest < 10 * row.size && continuesBelow))
    return [flowOf([joinCells(row.cells)])]
  return [{ kind: 'separate', lines: [...row.cells] }]
}

/** Dots to be filled in belong to the words before them: "6. Dân tộc (ghi tên):" and "………". */
function joinLeaders(row: Row): Row {
  if (!row.cells.slice(1).some((cell) => /^[.…_\s]{3,}$/u.test(cell.text))) return row
  const cells: Cell[] = []
  for (const cell of row.cells) {
    const last = cells.at(-1)
    if (last && /^[.…_\s]{3,}$/u.test(cell.text)) cells[cells.length - 1] = joinCells([last, cell])
    else cells.push(cell)
  }
  return { ...row, cells }
}

/** Joins flows that follow each other and overlap from left to right; columns stay apart. */
function mergeFlows(parts: readonly Part[]): Part[] {
  const merged: Part[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    const goesOn =
      last?.kind === 'flow' &&
      part.kind === 'flow' &&
      !last.isColumn &&
      !part.isColumn &&
      (last.lines.at(-1)?.y ?? 0) < (part.lines[0]?.y ?? 0)
    if (goesOn) {
      last.lines.push(...part.lines)
      last.x0 = Math.min(last.x0, part.x0)
      last.x1 = Math.max(last.x1, part.x1)
    } else merged.push(part)
  }
  return merged
}
