// Puts the pages of a PDF together: running heads and feet told apart, paragraphs joined over the ends of pages.
import type { BlockKind } from '../../model.ts'
import { createBlocks } from '../blocks.ts'
import { takeFurniture } from './furniture.ts'
import { partsOfPage } from './layout.ts'
import type { PageRows, Row } from './lines.ts'
import { signatureStamp } from './markers.ts'
import { paragraphsOf } from './paragraphs.ts'

type Piece = {
  kind: BlockKind
  text: string
  level?: number | undefined
  page: number
  open?: boolean
  continues?: boolean
}

const textOf = (row: Row) => row.cells.map((c) => c.text).join(' ')

/** The text of all pages in blocks. `pages[i]` is page i + 1; null where it could not be read. */
export function assemblePages(
  pages: ReadonlyArray<PageRows | null>,
): ReturnType<ReturnType<typeof createBlocks>['read']> {
  const furniture = takeFurniture(pages)
  const pieces: Piece[] = []
  for (const [index, page] of pages.entries()) {
    const parts = furniture[index]
    if (!page || !parts) continue
    const number = index + 1
    const { header, body, footer } = parts
    for (const row of header) pieces.push({ kind: 'page-header', text: textOf(row), page: number })
    if (page.isRubbish) {
      // Kept so that nothing is lost in silence, but not for anybody to find facts in.
      for (const row of body) pieces.push({ kind: 'chrome', text: textOf(row), page: number })
      continue
    }
    const from = pieces.length
    pieces.push(...bodyOf({ ...page, rows: withFields(body, page.annotations) }, number))
    joinOverPages(pieces, from)
    for (const row of page.aside)
      pieces.push({ kind: 'page-footer', text: textOf(row), page: number })
    for (const stamp of page.annotations.filter(isStamp))
      pieces.push({ kind: 'page-footer', text: stamp.map(textOf).join(' '), page: number })
    for (const row of footer) pieces.push({ kind: 'page-footer', text: textOf(row), page: number })
  }
  const blocks = createBlocks()
  for (const { kind, text, page, level } of pieces) blocks.add(kind, text, { page, level })
  return blocks.read()
}

function bodyOf(page: PageRows, number: number): Piece[] {
  return partsOfPage(page).flatMap((part): Piece[] => {
    if (part.kind === 'table')
      return part.rows.map(({ text }) => ({ kind: 'table-row', text, page: number }))
    if (part.kind === 'separate')
      return part.lines.map(({ text }) => ({ kind: 'paragraph', text, page: number }))
    return paragraphsOf(part.lines).map((p) => ({ ...p, page: number }))
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
    if (row) row.cells = [...row.cells, ...field.cells].sort((a, b) => a.x0 - b.x0)
    else rows.push(field)
  }
  return rows.sort((a, b) => a.y - b.y)
}

/** Joins a paragraph that runs over the end of a page; it counts to the page where it begins. */
function joinOverPages(pieces: Piece[], from: number): void {
  const next = pieces[from]
  if (!next?.continues) return
  for (let i = from - 1; i >= 0; i--) {
    const last = pieces[i]
    if (!last) return
    if (last.kind === 'page-header' || last.kind === 'page-footer') continue
    if (last.open && last.page >= next.page - 1) {
      last.text = `${last.text} ${next.text}`
      last.open = next.open ?? false
      pieces.splice(from, 1)
    }
    return
  }
}
