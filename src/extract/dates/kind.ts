// What a date is of: publication, issue, a cited document, a deadline, a commemoration, or something that took place.
import type { DateKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { type NumberSpan, numberSpansOf } from '../document-number.ts'
import type { Page, ZonedBlock } from '../page.ts'
import { spanAt } from '../sentences.ts'
import type { DateCandidate } from './candidate.ts'

const deadline =
  /(?<!\p{L})(?:trước|chậm nhất|muộn nhất|hạn|thời hạn|hết|hoàn thành trong|xong trong|chậm nhất là)(?: (?:vào|là|trong|đến|cuối|ngày|hết))*:? $/u
const afterNumber = /^,? ?(?:(?:được )?(?:ban hành|ký|phê duyệt) )?(?:của [^.;\d]{2,90})?,? ?$/u
const datedDocument =
  /(?<!\p{L})(?:luật|pháp lệnh|hiến pháp|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|công văn|kế hoạch|thông báo|tờ trình|văn bản|hướng dẫn|kết luận|công điện)(?: [^\s.;:]{1,14}){0,14} $/u
const timeLine =
  /^(?:\p{L}+ ?:? )?(?:(?:thứ \S+|chủ nhật)[ ,-]*)?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ ,|-]*(?:lúc )?(?:\d{1,2}[:h]\d{2})?.{0,12}$/u
const placeLine = /^[^,:;]{2,45}, ?ngày/u

/** Gives dates their kinds. Dates in order of place. */
export function kindsOf(dates: readonly DateCandidate[], page: Page): DateCandidate[] {
  const numbers = numberSpansOf(page.text)
  let next = 0
  let before: NumberSpan | null = null
  let previousEnd = 0
  return dates.map((date) => {
    for (let n = numbers[next]; n && n.end <= date.start; n = numbers[next]) {
      before = n
      next++
    }
    const kind = kindOf(date, page, before && before.end >= previousEnd ? before : null)
    previousEnd = date.end
    return kind === date.kind ? date : { ...date, kind }
  })
}

function kindOf(date: DateCandidate, page: Page, number: NumberSpan | null): DateKind {
  const fixed: readonly DateKind[] = ['school-year', 'semester', 'commemoration', 'issue']
  if (fixed.includes(date.kind)) return date.kind
  const block = spanAt(page.blocks, date.start)
  const blockKey = block ? page.key.slice(block.start, block.end) : ''
  const isDay = date.rule.startsWith('day')
  if (isDay && block && isDateline(block, blockKey, date)) return 'issue'
  const published = page.facts.publishedAt?.slice(0, 10)
  if (
    isDay &&
    published !== undefined &&
    date.edtf === published &&
    isPublicationLine(block, blockKey)
  )
    return 'publication'
  const before = page.key.slice(Math.max(block?.start ?? 0, date.start - 40), date.start)
  if (
    number &&
    date.start - number.end < 110 &&
    afterNumber.test(page.key.slice(number.end, date.start))
  )
    return 'citation'
  if (
    isDay &&
    !date.inferred &&
    /ngày/u.test(page.key.slice(date.start, date.end)) &&
    isOfDocument(page, block, date)
  )
    return 'citation'
  if (deadline.test(before)) return 'deadline'
  return date.kind
}

function isDateline(block: ZonedBlock, key: string, date: Span): boolean {
  if (!/tháng/u.test(key.slice(date.start - block.start, date.end - block.start))) return false
  return (
    block.zone === 'dateline' || block.zone === 'header' || (key.length < 90 && placeLine.test(key))
  )
}

const isPublicationLine = (block: ZonedBlock | null, key: string): boolean =>
  block !== null &&
  (block.zone === 'byline' || block.zone === 'dateline' || (key.length < 90 && timeLine.test(key)))

/** "Căn cứ Luật Tổ chức HĐND và UBND ngày 26 tháng 11 năm 2003": a document without a number. */
function isOfDocument(page: Page, block: ZonedBlock | null, date: Span): boolean {
  const from = Math.max(block?.start ?? 0, date.start - 160)
  const clause = page.key.slice(from, date.start).split(/[;.] /u).at(-1) ?? ''
  return datedDocument.test(clause) && /căn cứ|(?:số|công văn|luật|pháp lệnh) /u.test(clause)
}
