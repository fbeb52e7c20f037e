// Marked items under an announcement: "1) Toàn ngành tiếp tục …", "a) Chủ trì, phối hợp với …", "- Thời gian: …".

import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import { isCapitals } from '../line.ts'
import { type Marker, markerOf } from '../markers.ts'
import type { Annotation, Page, ZonedBlock } from '../page.ts'
import { assigneesOf, membersOf, unitOf } from './assignees.ts'
import { bodyHead } from './bodies.ts'
import { type Announced, type DirectiveFound, documentIssuer, trimmedEnd } from './found.ts'
import { hasOrder, isNarrative, isReport, startsImperative } from './imperative.ts'
import { itemKind } from './item-kind.ts'
import { issuerWords } from './speaker.ts'

/** Paragraphs that one headed item may hold. */
const mostParagraphs = 15

/**
 * Adds what a line says of the task above: "Đơn vị thực hiện: …" who, "Thời gian thực hiện: …" when. False where the
 * line says something else.
 */
export function takeAttribute(
  page: Page,
  block: ZonedBlock,
  task: Annotation<DirectiveFound>,
): boolean {
  const from = block.start + (markerOf(page.text.slice(block.start, block.end))?.length ?? 0)
  const label =
    /^(?:(?:đơn vị|cơ quan|bộ phận)(?: được giao)? (?:chủ trì|thực hiện|phối hợp|phụ trách)|(thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành|triển khai))?)\s?: ?/u.exec(
      page.key.slice(from, block.end),
    )
  if (!label) return false
  const words = page.text.slice(from + label[0].length, block.end).replace(/[.;\s]+$/u, '')
  if (label[1]) task.value.times.push({ start: block.start, end: block.end })
  else task.value.assignees.push(...membersOf(words))
  return true
}

/** An item that is a short heading takes what stands under it, up to the next item. Gives the index of the block after. */
export function withParagraphs(
  page: Page,
  blocks: readonly ZonedBlock[],
  i: number,
  item: Annotation<DirectiveFound>,
): number {
  const heading = page.text.slice(item.start, item.end)
  if (/:$/u.test(heading)) return withDashes(page, blocks, i, item)
  if (heading.length > 160 || /[.;…]$/u.test(heading)) return i + 1
  let next = i + 1
  for (let block = blocks[next]; block && next <= i + mostParagraphs; block = blocks[++next]) {
    const text = page.text.slice(block.start, block.end)
    if (next > i + 1 && takeAttribute(page, block, item)) {
      item.end = trimmedEnd(page, block.end)
      continue
    }
    if (
      markerOf(text) ||
      block.zone === 'heading' ||
      isCapitals(text) ||
      /^(?:©|\(c\)|bản quyền)/iu.test(text)
    )
      break
    item.end = trimmedEnd(page, block.end)
  }
  return next
}

/** "b) Mở các lớp đào tạo nghề, chú trọng:" with its dashes, which only list what it is about. */
function withDashes(
  page: Page,
  blocks: readonly ZonedBlock[],
  i: number,
  item: Annotation<DirectiveFound>,
): number {
  const first = blocks[i]
  const own = first ? markerOf(page.text.slice(first.start, first.end)) : null
  const contents = first && listsContents(page, first)
  let next = i + 1
  for (let block = blocks[next]; block && next <= i + mostParagraphs; block = blocks[++next]) {
    const marker = markerOf(page.text.slice(block.start, block.end))
    if (!marker || !(marker.style === 'bullet' || (contents && own && depth(marker) > depth(own))))
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
function listsUnder(page: Page, blocks: readonly ZonedBlock[], i: number): boolean {
  const first = blocks[i]
  const own = first ? markerOf(page.text.slice(first.start, first.end)) : null
  const contents = first && listsContents(page, first)
  let dashes = 0
  let orders = 0
  for (const block of blocks.slice(i + 1, i + 1 + mostParagraphs)) {
    const marker = markerOf(page.text.slice(block.start, block.end))
    if (!marker || !(marker.style === 'bullet' || (contents && own && depth(marker) > depth(own))))
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

/** One marked item under an announcement; null for header items and what is no directive, "end" where the list is over. */
export function itemOf(
  page: Page,
  blocks: readonly ZonedBlock[],
  i: number,
  marker: Marker,
  announced: Announced,
  normative: boolean,
): Annotation<DirectiveFound> | null | 'end' {
  const block = blocks[i]
  if (!block) return 'end'
  const style = `${marker.style}${marker.shape}`
  if (
    marker.style === 'roman' &&
    announced.by === 'introducer' &&
    announced.style &&
    !announced.style.startsWith('roman')
  )
    return 'end'
  if (marker.style === 'article') return 'end'
  const start = block.start + marker.length
  const key = page.key.slice(start, block.end)
  const outermost = announced.style === null || announced.style === style
  if (announced.style === null) announced.style = style
  if (outermost) announced.unit = null
  const nextBlock = blocks[i + 1]
  const next = nextBlock ? markerOf(page.text.slice(nextBlock.start, nextBlock.end)) : null
  const deeper = next !== null && depth(next) > depth(marker)
  const imperative = startsImperative(page, start, block.end)
  const colon = /:$/u.test(key.trim())
  const listed = colon && imperative && listsUnder(page, blocks, i)
  const header =
    key.length < 160 &&
    !listed &&
    (colon ||
      dated.test(key.trim()) ||
      (deeper && !/[.;]$/u.test(key.trim()) && (!imperative || titles(key, next))))
  if (header) {
    announced.unit = page.text.slice(start, block.end).replace(/[:\s]+$/u, '')
    return decline(
      page,
      block,
      'item-heading',
      'A heading over the items below it: it says who, or about what.',
    )
  }
  if (isReport(key))
    return decline(page, block, 'achievement', 'It tells what was done or how things stand.')
  const titled =
    nextBlock !== undefined &&
    next === null &&
    nextBlock.zone !== 'heading' &&
    !/[.;]$/u.test(key.trim())
  const charges = !normative && chargesBody(page, start, block.end)
  const text = page.text.slice(start, block.end)
  const below = nextBlock && next === null ? page.text.slice(nextBlock.start, nextBlock.end) : ''
  if (shortForm.test(text) || shortForm.test(below))
    return decline(page, block, 'list-of-abbreviations', 'A name and what it is shortened to.')
  if (announced.by === 'section' && !titled && !imperative && !hasOrder(key) && !charges)
    return decline(page, block, 'item-without-order', 'No verb of order, and nobody is charged.')
  if (key.length < 12 && !titled)
    return decline(page, block, 'item-short', 'Too few words to be an order.')
  const kind = itemKind(
    key,
    announced.kind,
    announced.issuer && issuerWords(page, announced.issuer),
  )
  if (kind === null)
    return decline(
      page,
      block,
      'item-of-form',
      'Praise, or a matter of form: money, time, place, papers.',
    )
  // Among opinions only what orders, asks or resolves by its own words is a directive.
  if (
    announced.weak &&
    (isNarrative(key) || preamble.test(key) || !(imperative || charges || kind !== announced.kind))
  )
    return decline(
      page,
      block,
      'item-opinion',
      'An opinion or a statement among orders, not an order.',
    )
  const heading = titled ? page.text.slice(start, block.end).trim() : null
  return {
    start,
    end: trimmedEnd(page, block.end),
    rule: announced.by === 'section' ? 'section-item' : 'introduced-item',
    confidence: announced.by === 'section' ? 0.75 : announced.weak ? 0.85 : 0.95,
    evidence: announced.evidence,
    value: {
      number: marker.number,
      kind,
      issuer: announced.issuer,
      assignees: assigneesOf(
        page.text.slice(start, block.end),
        [heading, announced.unit, announced.owner].find((t) => t && unitOf(t).length > 0) ?? null,
        announced.addressees,
      ),
      times: [],
    },
  }
}

/** "Ban chỉ đạo: BCĐ". */
const shortForm = /^[^:]{2,60}: ?\p{Lu}[\p{Lu}\p{N}-]{1,9}(?:[;.,]|$)/u
/** "2.1. Phấn đấu đến năm 2025" over the aims of that year. */
const dated = /^(?:phấn đấu )?(?:đến |tới )?(?:hết )?(?:năm|giai đoạn) [\d\s–-]+$/u

/** "1. Tổ chức quán triệt quy định mới" over "a) …": the letters are what must be done. */
function titles(key: string, next: Marker | null): boolean {
  return next?.style === 'letter' && key.length < 90
}

/** "Thực hiện Nghị quyết số 49-NQ/TW ngày …, các địa phương …" tells why, before anything is ordered. */
const preamble =
  /^(?:thực hiện|căn cứ|trên cơ sở|theo) (?:nghị quyết|luật|nghị định|chỉ thị|kết luận|quyết định|quy định|chương trình|công văn|thông tư)[^.;]{10,300}, (?:\p{L}+ ){1,12}(?:đã|được|quy định|ban hành|có)(?!\p{L})/u
const handed = /^(?:giao|đề nghị|yêu cầu|phân công)(?: nhiệm vụ)?(?: cho)? /u

/** "Sở Thông tin và Truyền thông nâng cấp Cổng …": a body, then what it is to do, whatever the verb. */
function chargesBody(page: Page, start: number, end: number): boolean {
  const all = page.key.slice(start, end)
  const key = all.slice(handed.exec(all)?.[0].length ?? 0)
  if (!bodyHead.test(key.slice(0, 60))) return false
  const named = assigneesOf(page.text.slice(start, end), null)[0]
  const done = named ? key.slice(key.indexOf(keyOf(named)) + named.length).trim() : ''
  return (
    done.length > 15 &&
    !/\.{4}|…{2}|_{4}/u.test(all) &&
    !/^[,;:(]? ?(?:để|nhằm|nếu|khi|đã|được|đang|là|có)(?!\p{L})/u.test(done) &&
    !/(?:^| )(?:đã|đang|từng)(?!\p{L})/u.test(key.slice(0, 160))
  )
}

const depths: Record<Marker['style'], number> = {
  article: 0,
  roman: 1,
  word: 2,
  decimal: 2,
  multilevel: 3,
  letter: 4,
  bullet: 5,
}
const depth = (marker: Marker): number =>
  depths[marker.style] +
  (marker.style === 'multilevel' ? (marker.number ?? '').split('.').length : 0)

/** "Điều 2. Giao Ủy ban nhân dân tỉnh …": an article that assigns a task. Other articles are structure. */
export function articleOf(
  page: Page,
  block: ZonedBlock,
  marker: Marker,
): Annotation<DirectiveFound> | null {
  const start = block.start + marker.length
  const key = page.key.slice(start, block.end)
  const assigns =
    (handed.test(key) && bodyHead.test(key.replace(handed, '').slice(0, 60))) ||
    /^uỷ quyền(?!\p{L})/u.test(key) ||
    /chịu trách nhiệm (?:thi hành|thực hiện|tổ chức)|có trách nhiệm (?:thi hành|tổ chức)|căn cứ quyết định (?:thi hành|thực hiện)/u.test(
      key,
    )
  if (!assigns)
    return decline(page, block, 'article-of-rules', 'An article that charges nobody with a task.')
  return {
    start,
    end: trimmedEnd(page, block.end),
    rule: 'article-assigns',
    confidence: 0.8,
    value: {
      number: marker.number,
      kind: 'task',
      issuer: documentIssuer(page),
      assignees: assigneesOf(page.text.slice(start, block.end), null),
      times: [],
    },
  }
}
