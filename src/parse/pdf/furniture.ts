// Tells running heads, running feet and page numbers from the text, by repetition and place.
//
//   "CÔNG BÁO/Số 1 + 2/Ngày 01-01-2023    3" on top of every page   →   page-header
import { rowsInTables } from './grid.ts'
import type { PageRows, Row } from './lines.ts'
import { pageNumber } from './markers.ts'

export type Furniture = { header: Row[]; footer: Row[]; body: Row[] }

const textOf = (row: Row) => row.cells.map((c) => c.text).join(' ')
/** The same head with another page number or date is the same head. */
const keyOf = (row: Row) =>
  textOf(row)
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/(^| )[-–—.# ]+(?= |$)/g, ' ')
    .trim()

/** Rows at the edge of a page that are looked at. */
const edgeRows = 3
/** How exactly a running head keeps its height, in points. */
const sameHeight = 8

/** Parts the rows of every page. Without neighbours to compare with, only lone page numbers can be told. */
export function takeFurniture(pages: ReadonlyArray<PageRows | null>): Array<Furniture | null> {
  const top = edgePlaces(pages, 'top')
  const bottom = edgePlaces(pages, 'bottom')
  const read = pages.filter((p) => p !== null).length
  const least = Math.max(3, Math.min(6, 0.2 * read))
  // A running head stands at one height; the name under a signature may stand near the edge anywhere.
  const repeats = (row: Row, places: ReadonlyMap<string, readonly number[]>) =>
    (places.get(keyOf(row))?.filter((y) => Math.abs(y - row.y) < sameHeight).length ?? 0) >= least
  const numbers = offsetCounts(pages)
  return pages.map((page, index) => {
    if (!page) return null
    const isNumber = (row: Row) => {
      const number = numberIn(row)
      if (number === null) return false
      return number === index + 1 || (numbers.get(number - index) ?? 0) >= 2
    }
    const rows = page.rows
    const inTable = rowsInTables([...rows.slice(0, edgeRows), ...rows.slice(-edgeRows)], page.rules)
    const isTop = (row: Row) =>
      !inTable.has(row) && row.y < 0.16 * page.height && (repeats(row, top) || isNumber(row))
    const isBottom = (row: Row) =>
      !inTable.has(row) && row.y > 0.84 * page.height && (repeats(row, bottom) || isNumber(row))
    let start = 0
    while (start < Math.min(edgeRows, rows.length) && isTop(rows[start] as Row)) start++
    let end = rows.length
    while (end > start && end > rows.length - edgeRows && isBottom(rows[end - 1] as Row)) end--
    return { header: rows.slice(0, start), body: rows.slice(start, end), footer: rows.slice(end) }
  })
}

/** Where on its page each row at an edge stands, by what it says. */
function edgePlaces(
  pages: ReadonlyArray<PageRows | null>,
  edge: 'top' | 'bottom',
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const page of pages) {
    if (!page) continue
    const rows = edge === 'top' ? page.rows.slice(0, edgeRows) : page.rows.slice(-edgeRows)
    const seen = new Map(rows.map((row) => [keyOf(row), row.y]))
    for (const [key, y] of seen) {
      const list = places.get(key)
      if (key && list) list.push(y)
      else if (key) places.set(key, [y])
    }
  }
  return places
}

/** How often "number on the page less index of the page" comes to the same: page numbers rise with the pages. */
function offsetCounts(pages: ReadonlyArray<PageRows | null>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const [index, page] of pages.entries()) {
    const edges = page ? [...page.rows.slice(0, 2), ...page.rows.slice(-2)] : []
    const numbers = edges.map(numberIn).filter((n) => n !== null)
    for (const n of new Set(numbers)) counts.set(n - index, (counts.get(n - index) ?? 0) + 1)
  }
  return counts
}

function numberIn(row: Row): number | null {
  const digits = pageNumber.exec(textOf(row))?.[1]
  return digits && /^\d+$/.test(digits) ? Number(digits) : null
}
