// What announces directives: headings of sections, the end of a paragraph ("… các nhiệm vụ sau:"), a count in the title.
import type { DirectiveKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { isCapitals } from '../line.ts'
import { type Marker, markerOf } from '../markers.ts'
import type { Page, ZonedBlock } from '../page.ts'
import { spansIn } from '../sentences.ts'
import { bodyHead } from './bodies.ts'
import { orderingIssuer } from './concluded-by.ts'
import { type Announced, announcement } from './found.ts'
import { hasOrder, isReport, startsImperative } from './imperative.ts'
import { announcedCount, introducedKind, isWeakIntroducer, sectionKind } from './introducers.ts'
import type { MarkedBlock } from './marked-blocks.ts'
import { addresseesIn, ownersIn } from './owners.ts'
import { issuerBefore, type Speaker, subjectOf } from './speaker.ts'

/** The section that a line opens, "none" for results and the like; null where it is no line of that sort. */
export function sectionOf(
  page: Page,
  block: ZonedBlock,
  text: string,
  marker: Marker | null,
  normative: boolean,
): DirectiveKind | 'none' | null {
  if (!isSectionLine(block, text, marker)) return null
  const kind = sectionKind(page, block)
  const key = page.key.slice(block.start, block.end)
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
  // A law asks nobody; what stands under "Kiến nghị, đề xuất" there is the form of a report.
  if (normative && kind === 'petition') return 'none'
  // What an article of a law is to achieve is no aim of a body.
  return normative && kind === 'objective' && marker?.style === 'article' ? null : kind
}

/** A line that can open a section: a heading, capitals, or a short marked line. */
export function isSectionLine(block: ZonedBlock, text: string, marker: Marker | null): boolean {
  if (block.zone === 'heading') return true
  const rest = marker ? text.slice(marker.length) : text
  if (rest.length > 5 && rest.length < 160 && isCapitals(rest)) return true
  return marker !== null && marker.style !== 'bullet' && rest.length < 90 && !/[.;]$/u.test(rest)
}

/** A report announces its own plans, other documents give tasks. */
export function reportKind(page: Page, kind: DirectiveKind): DirectiveKind {
  return kind === 'task' && isReportDocument(page) ? 'plan' : kind
}

const reports = new WeakMap<Page, boolean>()

/** True for a report by its title. */
function isReportDocument(page: Page): boolean {
  let report = reports.get(page)
  if (report === undefined) {
    const title = page.blocks.find((b) => b.zone === 'title')
    report = title !== undefined && page.key.startsWith('báo cáo', title.start)
    reports.set(page, report)
  }
  return report
}

/** UTF-16 length from which a paper without issuer and day is a study and no notice or article. */
const shortestStudy = 40_000

/**
 * True for a long paper that nobody has issued or published: the study or project that describes a system, an office or a
 * network. What stands there under "nhiệm vụ" is what things do; nobody is told to do it.
 */
export function isStudy(page: Page, normative: boolean): boolean {
  return (
    !normative &&
    page.text.length > shortestStudy &&
    page.header === null &&
    page.facts.publishedAt === null &&
    !isReportDocument(page)
  )
}

/** A line from which a form or a specimen stands: "Mẫu số 02", "II. MẪU QUYẾT ĐỊNH …", "ĐỀ CƯƠNG BÁO CÁO". */
export function opensForm(text: string, key: string): boolean {
  if (text.length > 160) return false
  const form = /^(?:[ivxl]{1,5}[.)] ?)?\(?(?:mẫu|biểu mẫu|đề cương báo cáo)(?!\p{L})/u.exec(key)
  return form !== null && (isCapitals(text) || /^\(?mẫu (?:số )?\S{0,3}\d/u.test(key))
}

/** A line at which a form ends: another annex or part. */
export function endsForm(key: string): boolean {
  return /^(?:phụ lục|chương|phần)(?!\p{L})/u.test(key)
}

const ahead =
  /phương hướng|nhiệm vụ (?:trọng tâm|công tác|chủ yếu|trong|năm|tháng|quý|tuần|tiếp theo|\d|và giải pháp|, giải pháp)|kế hoạch (?:công tác|năm|tháng|quý|tuần|\d)|(?:thời gian|tuần|tháng|quý|năm|kỳ) (?:tới|sau|tiếp theo)|kiến nghị|đề xuất/u

/** Offset at which a report begins to speak of what is to come; 0 for other documents and reports that never say so. */
export function planBegins(page: Page): number {
  if (!isReportDocument(page)) return 0
  for (const block of page.blocks) {
    if (block.zone === 'title' || block.zone === 'table') continue
    const text = page.text.slice(block.start, block.end)
    const marker = markerOf(text)
    const rest = marker ? text.slice(marker.length) : text
    const opens = block.zone === 'heading' || marker?.style === 'roman' || isCapitals(rest)
    if (!opens || !isSectionLine(block, text, marker)) continue
    const kind = sectionKind(page, block)
    if (kind === null || kind === 'none') continue
    if (ahead.test(page.key.slice(block.start, block.end))) return block.start
  }
  return 0
}

/** What the end of a block announces: a list after a colon, or paragraphs whose number the title gives. */
export function announcedBy(
  page: Page,
  block: ZonedBlock,
  count: number | null,
  normative: boolean,
): Announced | null {
  const key = page.key.slice(block.start, block.end)
  const sentence = spansIn(page.sentences, block).at(-1) ?? block
  const words = page.key.slice(sentence.start, sentence.end)
  const kind = introducedKind(words)
  if (kind === null && count === null) return null
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
      (normative ? null : speakerIn(page, sentence)) ??
      (normative ? null : toldBefore(page, block, sentence)) ??
      orderingIssuer(page)
    // A report that orders somebody gives tasks; what it sets itself is a plan.
    const addressees = addresseesIn(page, sentence)
    const ordered = /(?:yêu cầu|giao|chỉ đạo|đề nghị) /u.test(words)
    return announcement(ordered ? kind : reportKind(page, kind), issuer, 'introducer', {
      weak: isWeakIntroducer(words),
      addressees,
      owners: addressees.length > 0 ? [] : ownersIn(page, sentence),
      evidence: page.text.slice(sentence.start, sentence.end),
    })
  }
  if (count !== null && /(?:yêu cầu|đề nghị|giao|chỉ đạo|nhiệm vụ|giải pháp|chỉ thị)/u.test(key)) {
    const issuer = speakerIn(page, block) ?? orderingIssuer(page)
    const evidence = page.text.slice(block.start, block.end)
    return announcement('task', issuer, 'count', { left: count, evidence })
  }
  return null
}

/** Who the sentences of a block before another are about, the nearest first: "Hội … đã xây dựng kế hoạch. Cụ thể như sau:". */
function toldBefore(page: Page, block: ZonedBlock, sentence: Span): Speaker | null {
  const before = spansIn(page.sentences, block).filter((s) => s.end <= sentence.start)
  for (const span of before.reverse()) {
    const speaker = speakerIn(page, span) ?? subjectOf(page, span)
    if (speaker) return speaker
  }
  return null
}

/** How many verbs of a sentence are asked for their subject, and how far into it. */
const mostVerbs = 4
const farthest = 1200

/** The subject of the first verbs of order or resolve in a span; null where no such verb or nobody stands. */
export function speakerIn(page: Page, span: Span): Speaker | null {
  const verbs =
    /(?<!\p{L})(?:yêu cầu|đề nghị|giao|chỉ đạo|nhấn mạnh|thống nhất|nhất trí|lưu ý|kết luận|quán triệt|phân công|có ý kiến|kiến nghị|đề xuất|đề ra|xác định|quyết định|chỉ thị|sẽ|tập trung|tiếp tục|phấn đấu|gợi ý)(?!\p{L})/gu
  let tried = 0
  const end = Math.min(span.end, span.start + farthest)
  for (const verb of page.key.slice(span.start, end).matchAll(verbs)) {
    if (verb.index === 0) continue
    const speaker = issuerBefore(page, span.start, span.start + verb.index)
    if (speaker) return speaker
    if (++tried === mostVerbs) break
  }
  return null
}

/** Laws, decrees, circulars, regulations: by their title, or because they are text in articles throughout. */
export function isNormative(page: Page): boolean {
  const titled = page.blocks.some(
    (b) =>
      b.zone === 'title' &&
      /^(?:thông tư|nghị định|luật|pháp lệnh|sắc lệnh|quy chế|quy định|điều lệ)(?! sư| gia)(?!\p{L})/u.test(
        page.key.slice(b.start, b.start + 20),
      ),
  )
  return (
    (titled && page.header !== null && page.header.lastLine >= 0) ||
    page.blocks.filter(
      (b) =>
        page.key.startsWith('điều ', b.start) &&
        /^điều (?:thứ )?\d{1,3}\s?[.:]/u.test(page.key.slice(b.start, b.start + 16)),
    ).length >= 5
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

/**
 * Who speaks in the paragraph above the first item of a list under a heading, in a text that nobody issued: "Giải pháp
 * mới" > "Bí thư gợi ý một số giải pháp …" > "Một là …". Null for other items.
 */
export function speakerAbove(
  page: Page,
  blocks: readonly MarkedBlock[],
  i: number,
  marker: Marker,
): Speaker | null {
  const above = blocks[i - 1]
  if (!above || page.header !== null || marker.ordinal !== 1 || above.zone === 'heading')
    return null
  if (above.marker || isCapitals(page.text.slice(above.start, above.end))) return null
  return speakerIn(page, above)
}

const lookBack = 3
const lookAhead = 40

/**
 * The announcement of a numbered list that no colon introduces: three or more items from 1 on, most of them orders, a
 * little after words of an order or a conclusion. Null where the list is of another sort.
 */
export function unannouncedList(
  page: Page,
  blocks: readonly MarkedBlock[],
  i: number,
  marker: Marker,
): Announced | null {
  if (marker.ordinal !== 1 || marker.style === 'article' || marker.style === 'roman') return null
  const above = blocks.slice(Math.max(0, i - lookBack), i)
  if (above.some((b) => b.marker?.style === 'article')) return null
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
    const m = block.marker
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
    speakerIn(page, cue) ?? issuerBefore(page, cue.start, cue.end) ?? orderingIssuer(page)
  const evidence = page.text.slice(cue.start, cue.end)
  return announcement(reportKind(page, 'task'), issuer, 'section', { evidence })
}

/** True for a heading or a line with a Roman numeral, at which what the part before said is over. */
export function isHeadingOf(block: ZonedBlock, text: string, marker: Marker | null): boolean {
  return (
    block.zone === 'heading' ||
    (marker?.style === 'roman' && isSectionLine(block, text, marker)) ||
    isCapitals(text)
  )
}
