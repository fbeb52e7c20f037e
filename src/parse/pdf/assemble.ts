// Puts the pages of a PDF together: running heads and feet told apart, paragraphs joined over the ends of pages.
import type { BlockKind } from '../../model.ts'
import { createBlocks } from '../blocks.ts'
import { takeFootnotes } from './footnotes.ts'
import { takeFurniture } from './furniture.ts'
import { joinLines, joinWith, type Said } from './join.ts'
import { partsOfPage } from './layout.ts'
import type { Cell, PageRows, Row } from './lines.ts'
import { signatureStamp } from './markers.ts'
import { type Margins, marginsOf, paragraphsOf } from './paragraphs.ts'
import { joinCells } from './parts.ts'

type Piece = Said & {
  kind: BlockKind
  level?: number | undefined
  page: number
  open?: boolean | 'flush'
  continues?: boolean | 'flush'
}

const textOf = (row: Row) => row.cells.map((c) => c.text).join(' ')
const saidOf = (row: Row): Said => joinWith(' ', row.cells)

/** The text of all pages in blocks. `pages[i]` is page i + 1; null where it could not be read. */
export function assemblePages(
  pages: ReadonlyArray<PageRows | null>,
): ReturnType<ReturnType<typeof createBlocks>['read']> {
  const furniture = takeFurniture(pages)
  const margins = pages.map((page, i) => pageMargins(furniture[i]?.body ?? [], page))
  const pieces: Piece[] = []
  for (const [index, page] of pages.entries()) {
    const parts = furniture[index]
    if (!page || !parts) continue
    const number = index + 1
    const { header, body, footer } = parts
    for (const row of header) pieces.push({ kind: 'page-header', ...saidOf(row), page: number })
    if (page.isRubbish) {
      // Kept so that nothing is lost in silence, but not for anybody to find facts in.
      for (const row of body) pieces.push({ kind: 'chrome', text: textOf(row), page: number })
      continue
    }
    const from = pieces.length
    const { body: main, notes } = takeFootnotes(body, page)
    const rows = withFields(main, page.annotations)
    pieces.push(...bodyOf({ ...page, rows }, number, marginsFor(margins, pages, index)))
    joinOverPages(pieces, from)
    for (const note of notes) pieces.push({ kind: 'footnote', ...note, page: number })
    for (const row of page.aside) pieces.push({ kind: 'page-footer', ...saidOf(row), page: number })
    for (const stamp of page.annotations.filter(isStamp))
      pieces.push({ kind: 'page-footer', ...joinStamp(stamp), page: number })
    for (const row of footer) pieces.push({ kind: 'page-footer', ...saidOf(row), page: number })
  }
  const blocks = createBlocks()
  for (const { kind, text, original, page, level } of pieces)
    blocks.add(kind, text, { page, level, original })
  return blocks.read()
}

const pageMargins = (body: readonly Row[], page: PageRows | null): Margins | null =>
  page && marginsOf(body.filter((row) => row.cells.length === 1).flatMap((row) => row.cells))

/** The margins of a page; of the next page of the same width and side of the sheet where it has too little text itself. */
function marginsFor(
  margins: ReadonlyArray<Margins | null>,
  pages: ReadonlyArray<PageRows | null>,
  index: number,
): Margins | null {
  const width = pages[index]?.width ?? 0
  for (const near of [0, -2, 2, -4, 4, -1, 1, -3, 3]) {
    const found = margins[index + near]
    if (found && Math.abs((pages[index + near]?.width ?? 0) - width) < 3) return found
  }
  return null
}

function bodyOf(page: PageRows, number: number, margins: Margins | null): Piece[] {
  return partsOfPage(page).flatMap((part): Piece[] => {
    if (part.kind === 'table')
      return part.rows.map(({ text, original }) => ({
        kind: 'table-row',
        text,
        original,
        page: number,
      }))
    if (part.kind === 'separate')
      return part.lines.map(({ text, original }) => ({
        kind: 'paragraph',
        text,
        original,
        page: number,
      }))
    return paragraphsOf(part.lines, part.isColumn ? null : margins).map((p) => ({
      ...p,
      page: number,
    }))
  })
}

const isStamp = (rows: readonly Row[]) =>
  rows.some((row) => signatureStamp.test(textOf(row)) || /^\+\d{2}:\d{2}$/.test(textOf(row)))

/** What was filled into the fields of a form stands among the lines of the page; the stamp of a signature does not. */
function withFields(body: readonly Row[], annotations: PageRows['annotations']): Row[] {
  const fields = annotations.filter((rows) => !isStamp(rows)).flat()
  if (fields.length === 0) return [...body]
  const rows = body.map((row) => ({ ...row, cells: [...row.cells] }))
  for (const field of fields) {
    const row = rows.find((r) => Math.abs(r.y - field.y) < 0.3 * Math.max(r.size, field.size))
    if (row) row.cells = joinField([...row.cells, ...field.cells].sort((a, b) => a.x0 - b.x0))
    else rows.push(field)
  }
  return rows.sort((a, b) => a.y - b.y)
}

/** "Họ và tên:" and what was typed behind it are one line. */
function joinField(cells: readonly Cell[]): Cell[] {
  const joined: Cell[] = []
  for (const cell of cells) {
    const last = joined.at(-1)
    const isBehind = last && /[:.…_]$/.test(last.text) && cell.x0 - last.x1 < 2.5 * cell.size
    if (isBehind) joined[joined.length - 1] = joinCells([last, cell])
    else joined.push(cell)
  }
  return joined
}

/** The lines of a stamp; an address broken in its narrow box ("stc@daknong.go" / "v.vn") is made whole. */
function joinStamp(rows: readonly Row[]): Said {
  const lines = rows.map(saidOf)
  const whole: Said[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const isRest =
      last &&
      /@[a-z\d.-]*$/i.test(last.text) &&
      /^[a-z\d-]*\.?[a-z]{1,6}(?:\.[a-z]{2,6})*$/.test(line.text)
    if (isRest) whole[whole.length - 1] = joinWith('', [last, line])
    else whole.push(line)
  }
  return joinLines(whole)
}

const besideText: ReadonlySet<BlockKind> = new Set(['page-header', 'page-footer', 'footnote'])

/** Joins a paragraph or a table's row that runs over the end of a page; it counts to the page where it begins. */
function joinOverPages(pieces: Piece[], from: number): void {
  const next = pieces[from]
  if (!next) return
  let at = from - 1
  while (at >= 0 && besideText.has(pieces[at]?.kind ?? 'chrome')) at--
  const last = pieces[at]
  if (!last || last.page < next.page - 1) return
  if (next.kind === 'table-row') {
    if (isRestOfRow(last, next)) {
      pieces[at] = { ...last, ...joinRows(last, next) }
      pieces.splice(from, 1)
    }
    return
  }
  const goesOn =
    last.open && (next.continues === true || (next.continues === 'flush' && last.open === 'flush'))
  if (!goesOn) return
  pieces[at] = { ...last, ...joinLines([last, next]), open: next.open ?? false }
  pieces.splice(from, 1)
}

/** A table's row without a number of its own that goes on in small letters is the rest of the row above. */
function isRestOfRow(last: Piece, next: Piece): boolean {
  if (last.kind !== 'table-row') return false
  const cells = next.text.split('\t')
  const above = last.text.split('\t')
  if (cells[0] !== '' || cells.length < 2 || Math.abs(cells.length - above.length) > 1) return false
  const filled = cells.flatMap((text, i) => (text === '' ? [] : [{ text, above: above[i] ?? '' }]))
  return (
    filled.length > 0 &&
    filled.every(
      ({ text, above }) => /^\p{Ll}/u.test(text) && above !== '' && !/[.;:]$/.test(above),
    )
  )
}

function joinRows(last: Said, next: Said): Said {
  const join = (a: string, b: string) => {
    const below = b.split('\t')
    return a
      .split('\t')
      .map((text, i) => (below[i] ? joinLines([{ text }, { text: below[i] }]).text : text))
      .join('\t')
  }
  const text = join(last.text, next.text)
  if (last.original === undefined && next.original === undefined) return { text }
  return { text, original: join(last.original ?? last.text, next.original ?? next.text) }
}
