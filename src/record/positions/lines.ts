// Lines above a position that say whose list it stands in: the heading of a directory, the opener of a list of guests.
//
//   * Ban Tuyên giáo                          6. Ban chỉ huy Quân sự phường      - Lãnh đạo phường Tương Mai:
//   1 | Đỗ Văn A | Trưởng ban                 - Đồng chí B – Trợ lý              - Đồng chí C (Bí thư Đảng ủy)
import type { OrganisationSpan } from '../../extract/organisations.ts'
import type { Span } from '../../text/view.ts'
import type { Context } from '../context.ts'
import { firstFrom, nearbyIn } from '../nearby.ts'

/** How far before a person, in characters, "Về phía …" may open his list. */
const farthestFrame = 1500
/** How many entries of a list may stand between a position and the heading of the list. */
const longestList = 40

export type ListHeading = Span & {
  /** The body that the heading names, where it is nothing else. */
  body: OrganisationSpan | null
}

const headings = new WeakMap<Context, Map<number, ListHeading | null>>()

/** The heading over the list entry or table row that holds an offset; null for running text and for lists without one. */
export function headingOver(context: Context, offset: number): ListHeading | null {
  const { blocks } = context.page
  const index = firstFrom(blocks, offset + 1) - 1
  const block = blocks[index]
  const marker = block ? markerOf(context, index) : null
  if (!block || marker === null) return null
  const cache = headings.get(context) ?? new Map<number, ListHeading | null>()
  headings.set(context, cache)
  const known = cache.get(index)
  if (known !== undefined) return known
  let found: ListHeading | null = null
  for (let i = index - 1; i >= 0 && i >= index - longestList; i--) {
    const above = blocks[i]
    if (!above) break
    // The entry before has looked already.
    const before = cache.get(i)
    if (before !== undefined && markerOf(context, i) === marker) {
      found = before
      break
    }
    const heading = headingAt(context, above)
    if (heading && (markerOf(context, i) !== marker || heading.body || marker === '-')) {
      found = heading
      break
    }
    if (markerOf(context, i) !== marker && !(marker === 'row' && isHeadRow(context, above))) break
  }
  cache.set(index, found)
  return found
}

/** A short line that is a body and nothing else, or that ends in a colon. */
function headingAt(context: Context, block: Span): ListHeading | null {
  const { page } = context
  const key = page.key.slice(block.start, block.end)
  if (key.length > 120) return null
  const start =
    block.start +
    (/^[\s*+•\-–.()]*(?:(?:\d{1,2}|[a-hivx]{1,4})[.)]\s*)?/u.exec(key)?.[0].length ?? 0)
  const colon = /\s*:\s*$/u.exec(key)
  const end = block.end - (colon?.[0].length ?? 0)
  const body =
    context.organisationsIn({ start, end }).find((o) => o.start === start && o.end >= end - 1) ??
    null
  // A colon after a name or a title opens no list.
  const opens =
    colon !== null && /(?:^|\s)(?:lãnh đạo|về phía|đại diện|thường trực|cơ cấu)(?:\s|$)/u.test(key)
  return body || opens ? { start, end, body } : null
}

const isHeadRow = (context: Context, block: Span): boolean =>
  /họ và tên|họ tên|chức (?:vụ|danh)/u.test(context.page.key.slice(block.start, block.end))

/** What entries of a list begin with; "row" for a row of a table, null for running text. */
function markerOf(context: Context, index: number): string | null {
  const { page } = context
  const block = page.blocks[index]
  if (!block) return null
  if (page.parsed.blocks[block.index]?.kind === 'table-row') return 'row'
  const key = page.key.slice(block.start, Math.min(block.end, block.start + 12))
  return (
    /^\s*([-+*•])/u.exec(key)?.[1] ?? (/^(?:đ\/c|đồng chí|ông|bà) /u.test(key) ? 'person' : null)
  )
}

/** Words that say for whom the people after them sit: "Về phía lãnh đạo xã Phong Hải", "Lãnh đạo phường X:". */
export function frameBefore(context: Context, offset: number): Span | null {
  const { page } = context
  const block = context.blockAt(offset)
  const from = Math.max(block.start, offset - farthestFrame)
  const opener = page.key.slice(from, offset).lastIndexOf('về phía ')
  if (opener >= 0) {
    const at = from + opener
    const end = /[,:;(\n]| có (?!hạn)/u.exec(page.key.slice(at + 8, at + 120))?.index
    if (end !== undefined && at + 8 + end <= offset) return { start: at + 8, end: at + 8 + end }
  }
  return headingOver(context, offset)
}

/** Bodies with a name inside a frame. */
export const bodiesIn = (context: Context, frame: Span): readonly OrganisationSpan[] =>
  [...nearbyIn(context, frame).byHead.values()].flat()
