// How far an item reaches, and what stands under it: paragraphs, dashes, lines that say who and when.
import type { Span } from '../../text/view.ts'
import { isCapitals } from '../line.ts'
import type { Annotation, Page, ZonedBlock } from '../page.ts'
import { assigneesOf } from './assignees.ts'
import { bodyHead } from './bodies.ts'
import { type DirectiveFound, trimmedEnd, withoutTail } from './found.ts'
import { hasOrder, startsImperative } from './imperative.ts'
import type { MarkedBlock } from './marked-blocks.ts'
import { membersOf } from './members.ts'
import { isOwnClause, isWhole } from './own-clause.ts'
import { depthOf } from './owners.ts'

/** Paragraphs that one headed item may hold. */
const mostParagraphs = 15

/** What opens a line that says who does the task above, or when. */
const attribute =
  /^(?:(?:đơn vị|cơ quan|bộ phận)(?: được giao)? (?:chủ trì|thực hiện|phối hợp|phụ trách)|(thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành|triển khai))?)\s?: ?/u

/**
 * Adds what a line says of the task above: "Đơn vị thực hiện: …" who, "Thời gian thực hiện: …" when. False where the
 * line says something else.
 */
export function takeAttribute(
  page: Page,
  block: MarkedBlock,
  task: Annotation<DirectiveFound>,
): boolean {
  const from = block.start + (block.marker?.length ?? 0)
  const label = attribute.exec(page.key.slice(from, block.end))
  if (!label) return false
  const words = withoutTail(page.text.slice(from + label[0].length, block.end), '.; \n')
  if (label[1]) task.value.times.push({ start: block.start, end: block.end })
  else task.value.assignees = [...new Set([...task.value.assignees, ...membersOf(words)])]
  return true
}

/** An item that is a short heading takes what stands under it, up to the next item. Gives the index of the block after. */
export function withParagraphs(
  page: Page,
  blocks: readonly MarkedBlock[],
  i: number,
  item: Annotation<DirectiveFound>,
): number {
  const heading = page.text.slice(item.start, item.end)
  if (/:$/u.test(heading)) return withDashes(page, blocks, i, item)
  if (heading.length > 160 || /[.;…]$/u.test(heading))
    return withRestOfSentence(page, blocks, i, item)
  const whole = isWhole(page, item)
  let next = i + 1
  for (let block = blocks[next]; block && next <= i + mostParagraphs; block = blocks[++next]) {
    const text = page.text.slice(block.start, block.end)
    if (next > i + 1 && takeAttribute(page, block, item)) {
      item.end = trimmedEnd(page, block.end)
      continue
    }
    if (
      block.marker ||
      block.zone === 'heading' ||
      isCapitals(text) ||
      /^(?:©|\(c\)|bản quyền)/iu.test(text) ||
      page.key.startsWith(closing, block.start) ||
      (whole && isOwnClause(page, block))
    )
      break
    // "3. Công tác tuyên truyền" over "Các cấp Công đoàn tập trung …".
    // "1. Phòng Kế hoạch" over "Chủ trì, phối hợp với các phòng …": those to work with stand below the name.
    if (
      next === i + 1 &&
      (item.value.assignees.length === 0 || /^(?:chủ trì|phối hợp)(?!\p{L})/iu.test(text))
    )
      item.value.assignees = assigneesOf(text, item.value.assignees)
    item.end = trimmedEnd(page, block.end)
  }
  return next
}

/** An item whose sentence a page's end cut in two takes the block that goes on with it in small letters. */
function withRestOfSentence(
  page: Page,
  blocks: readonly MarkedBlock[],
  i: number,
  item: Annotation<DirectiveFound>,
): number {
  const rest = blocks[i + 1]
  if (!rest || /[.;:!?…)”"]$/u.test(page.text.slice(item.start, item.end))) return i + 1
  const text = page.text.slice(rest.start, rest.end)
  if (!/^\p{Ll}{2}/u.test(text) || rest.marker) return i + 1
  item.end = trimmedEnd(page, rest.end)
  return i + 2
}

/** "Trên đây là Kế hoạch …" ends a document, and is no task under its last heading. */
const closing = 'trên đây là '

/**
 * True where a heading stands over tasks of its own: at least so many full paragraphs. Paragraphs with lines that say who
 * and when ("Thời gian thực hiện: …") are one task with their heading.
 */
export function headsParagraphs(
  page: Page,
  blocks: readonly MarkedBlock[],
  i: number,
  least: number,
): boolean {
  let count = 0
  for (const block of blocks.slice(i + 1, i + 1 + mostParagraphs)) {
    const text = page.text.slice(block.start, block.end)
    const { marker } = block
    if (attribute.test(page.key.slice(block.start + (marker?.length ?? 0), block.end))) return false
    if (marker || block.zone === 'heading' || isCapitals(text)) break
    if (page.key.startsWith(closing, block.start)) break
    if (text.length > 80 && /[.;…]$/u.test(text)) count++
  }
  return count >= least
}

/** "b) Mở các lớp đào tạo nghề, chú trọng:" with its dashes, which only list what it is about. */
function withDashes(
  page: Page,
  blocks: readonly MarkedBlock[],
  i: number,
  item: Annotation<DirectiveFound>,
): number {
  const first = blocks[i]
  const own = first?.marker
  const contents = first && listsContents(page, first)
  let next = i + 1
  for (let block = blocks[next]; block && next <= i + mostParagraphs; block = blocks[++next]) {
    const { marker } = block
    if (
      !marker ||
      !(marker.style === 'bullet' || (contents && own && depthOf(marker) > depthOf(own)))
    )
      break
    item.end = trimmedEnd(page, block.end)
  }
  return next
}

/** "3. Đánh giá tác động …, bao gồm:": what stands below only says of what. */
function listsContents(page: Page, block: Span): boolean {
  return /(?:bao gồm|gồm|gồm có|cụ thể như)\s?:$/u.test(
    page.key.slice(block.start, block.end).trim(),
  )
}

/** True where dashes follow that are no orders, so that they belong to the item above them. */
export function listsUnder(page: Page, blocks: readonly MarkedBlock[], i: number): boolean {
  const first = blocks[i]
  const own = first?.marker
  const contents = first && listsContents(page, first)
  let dashes = 0
  let orders = 0
  for (const block of blocks.slice(i + 1, i + 1 + mostParagraphs)) {
    const { marker } = block
    if (
      !marker ||
      !(marker.style === 'bullet' || (contents && own && depthOf(marker) > depthOf(own)))
    )
      break
    if (contents) return true
    dashes++
    const start = block.start + marker.length
    const key = page.key.slice(start, block.end)
    if (
      startsImperative(page, start, block.end) ||
      (bodyHead.test(key.slice(0, 60)) && hasOrder(key))
    )
      orders++
  }
  return dashes > 0 && orders * 2 < dashes
}

/** True where the next block of the document is of a table. */
export function tableUnder(page: Page, block: ZonedBlock): boolean {
  const next = page.blocks[block.index + 1]
  return next?.index === block.index + 1 && next.zone === 'table'
}
