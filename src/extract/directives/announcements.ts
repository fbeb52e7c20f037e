// What announces directives: headings of sections, the end of a paragraph ("… các nhiệm vụ sau:"), a count in the title.
import type { DirectiveKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { isCapitals } from '../line.ts'
import { type Marker, markerOf } from '../markers.ts'
import type { Page, ZonedBlock } from '../page.ts'
import { sentencesOf } from '../sentences.ts'
import { assigneesOf } from './assignees.ts'
import { bodyHead } from './bodies.ts'
import { type Announced, announcement, documentIssuer } from './found.ts'
import { hasOrder, isReport, startsImperative } from './imperative.ts'
import { announcedCount, introducedKind, isWeakIntroducer, sectionKind } from './introducers.ts'
import { issuerBefore } from './speaker.ts'

/** The section that a line opens, "none" for results and the like; null where it is no line of that sort. */
export function sectionOf(
  page: Page,
  block: ZonedBlock,
  text: string,
  marker: Marker | null,
  normative: boolean,
): DirectiveKind | 'none' | null {
  if (!isSectionLine(block, text, marker)) return null
  const key = page.key.slice(block.start, block.end)
  const kind = sectionKind(page, key)
  // Articles on measures, contents and powers are rules; only those on who does what give tasks.
  if (
    normative &&
    kind === 'task' &&
    (/nhiệm vụ(?:,| và) (?:và )?quyền hạn|quyền hạn và nhiệm vụ/u.test(key) ||
      !/(?:tổ chức thực hiện|tổ chức thi hành|trách nhiệm|nhiệm vụ|phân công|triển khai thực hiện)/u.test(
        key,
      ))
  )
    return 'none'
  return kind
}

/** A line that can open a section: a heading, capitals, or a short marked line. */
export function isSectionLine(block: ZonedBlock, text: string, marker: Marker | null): boolean {
  if (block.zone === 'heading') return true
  const rest = marker ? text.slice(marker.length) : text
  if (isCapitals(rest) && rest.length > 5 && rest.length < 160) return true
  return marker !== null && marker.style !== 'bullet' && rest.length < 90 && !/[.;]$/u.test(rest)
}

/** A report announces its own plans, other documents give tasks. */
export function reportKind(page: Page, kind: DirectiveKind): DirectiveKind {
  const title = page.blocks
    .filter((b) => b.zone === 'title')
    .map((b) => page.key.slice(b.start, b.end))
    .join(' ')
  return kind === 'task' && /^báo cáo/u.test(title) ? 'plan' : kind
}

/** What the end of a block announces: a list after a colon, or paragraphs whose number the title gives. */
export function announcedBy(
  page: Page,
  block: ZonedBlock,
  count: number | null,
  normative: boolean,
): Announced | null {
  const key = page.key.slice(block.start, block.end)
  const sentence = sentencesOf(page.text, block).at(-1) ?? block
  const words = page.key.slice(sentence.start, sentence.end)
  const kind = introducedKind(words)
  // In a normative text lists under articles are rules, not orders, unless somebody is charged with them.
  if (
    normative &&
    !/(?<!ngoại |bàn )(?:giao|yêu cầu|đề nghị|phân công) (?:các|sở|ubnd|uỷ ban|cho|ban|công an|bộ|thủ trưởng)(?!\p{L})/u.test(
      words,
    )
  )
    return null
  if (kind) {
    const issuer =
      issuerBefore(page, sentence.start, verbIn(page, sentence)) ??
      issuerBefore(page, block.start, sentence.start) ??
      documentIssuer(page)
    // A report that orders somebody gives tasks; what it sets itself is a plan.
    const ordered = /(?:yêu cầu|giao|chỉ đạo|đề nghị) /u.test(words)
    return announcement(ordered ? kind : reportKind(page, kind), issuer, 'introducer', {
      weak: isWeakIntroducer(words),
      addressees: addresseesIn(page, sentence),
    })
  }
  if (count !== null && /(?:yêu cầu|đề nghị|giao|chỉ đạo|nhiệm vụ|giải pháp|chỉ thị)/u.test(key)) {
    const issuer = issuerBefore(page, block.start, verbIn(page, block))
    return announcement('task', issuer, 'count', { left: count })
  }
  return null
}

/** "… yêu cầu các sở, ngành thực hiện:" charges "các sở, ngành"; empty where the order has no object. */
export function addresseesIn(page: Page, span: Span): string[] {
  const verbs =
    /(?<!\p{L})(?:yêu cầu|đề nghị|giao|chỉ đạo|phân công|nhấn mạnh|lưu ý|quán triệt)(?: nhiệm vụ)?(?: cho)?,? (?=\p{L})/gu
  for (const verb of page.key.slice(span.start, span.end).matchAll(verbs)) {
    const words = page.text.slice(span.start + verb.index + verb[0].length, span.end)
    const named = assigneesOf(words, null)
    if (named.length > 0) return named
  }
  return []
}

/** Where the verb of an order stands in a span; its end where there is none. Who speaks is named before it. */
export function verbIn(page: Page, span: { start: number; end: number }): number {
  const verb =
    /(?<!\p{L})(?:yêu cầu|đề nghị|giao|chỉ đạo|nhấn mạnh|thống nhất|lưu ý|kết luận|quán triệt|phân công|có ý kiến)(?!\p{L})/u.exec(
      page.key.slice(span.start, span.end),
    )
  return verb && verb.index > 0 ? span.start + verb.index : span.end
}

/** Laws, regulations and the like: text in articles throughout. */
export function isNormative(page: Page): boolean {
  return (
    page.blocks.filter((b) => /^điều \d{1,3}[.:]/u.test(page.key.slice(b.start, b.start + 10)))
      .length >= 5
  )
}

/** The number of directives that title or lead announce: "triển khai 9 nhiệm vụ"; null where none. */
export function countAnnounced(page: Page): number | null {
  for (const block of page.blocks) {
    if (block.zone !== 'title' && block.zone !== 'lead') continue
    const count = announcedCount(page.key.slice(block.start, block.end))
    if (count) return count
  }
  return null
}

const lookBack = 3
const lookAhead = 40

/**
 * The announcement of a numbered list that no colon introduces: three or more items from 1 on, most of them orders, a
 * little after words of an order or a conclusion. Null where the list is of another sort.
 */
export function unannouncedList(
  page: Page,
  blocks: readonly ZonedBlock[],
  i: number,
  marker: Marker,
): Announced | null {
  if (marker.ordinal !== 1 || marker.style === 'article' || marker.style === 'roman') return null
  const above = blocks.slice(Math.max(0, i - lookBack), i)
  if (above.some((b) => markerOf(page.text.slice(b.start, b.end))?.style === 'article')) return null
  const cue = above.findLast((b) => {
    const key = page.key.slice(b.start, b.end)
    return /(?<!\p{L})(?:yêu cầu|chỉ đạo|đề nghị|kết luận|nhiệm vụ|giải pháp|chỉ thị|trọng tâm|nhấn mạnh|phân công|thống nhất)(?!\p{L})/u.test(
      key,
    )
  })
  if (!cue) return null
  let items = 0
  let orders = 0
  for (const block of blocks.slice(i, i + lookAhead)) {
    const text = page.text.slice(block.start, block.end)
    const m = markerOf(text)
    if (m?.style !== marker.style || m.shape !== marker.shape) continue
    if (m.ordinal !== items + 1) break
    items++
    const key = page.key.slice(block.start + m.length, block.end)
    if (
      !isReport(key) &&
      (startsImperative(page, block.start + m.length, block.end) ||
        ((marker.style !== 'word' || bodyHead.test(key.slice(0, 60))) &&
          hasOrder(key.slice(0, 160))))
    )
      orders++
  }
  if (items < 3 || orders < items * 0.75) return null
  const issuer =
    issuerBefore(page, cue.start, verbIn(page, cue)) ??
    issuerBefore(page, cue.start, cue.end) ??
    documentIssuer(page)
  return announcement(reportKind(page, 'task'), issuer, 'section')
}
