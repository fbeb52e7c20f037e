// What a date is of: publication, issue, a cited document, a deadline, a commemoration, or something that took place.
import type { DateKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { type NumberSpan, numberSpansOf } from '../document-number.ts'
import type { Page, ZonedBlock } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { tablesOf } from '../table-cells.ts'
import type { DateCandidate } from './candidate.ts'

/** A time of day between the word and the date: "trước 16 giờ 30 phút ngày 20/12/2022", "trước 16h00, ngày 5/7". */
const timeOfDay =
  '(?: \\d{1,2} ?(?:giờ|h|g|:)(?: ?\\d{1,2})?(?: ?phút)?(?: (?:sáng|chiều|tối))?,?)?'
const deadline = new RegExp(
  `(?<!\\p{L})(?<!(?:từ|kể|tính|như|gia|đáo|giới|quá|họp) )(?:trước|chậm nhất|muộn nhất|không muộn hơn|hạn|hạn cuối|hạn chót|thời hạn|hết|(?:hoàn thành|xong)(?: trong| vào| trước)?|(?:thời gian|thời hạn) (?:hoàn thành|thực hiện xong|trình|gửi|nộp)[^.;:]{0,24})(?: (?:vào|là|trong|đến|trước|cuối|ngày|hết))*:?${timeOfDay} ?$`,
  'u',
)
/** "tính đến hết ngày 16/6", "lũy kế đến hết tháng 5": how far a count reaches, no deadline. */
const countedUntil =
  /(?<!\p{L})(?:tính|luỹ kế|thống kê|số liệu|kể từ|từ)(?: [^.;:]{1,30})? (?:đến|tới)(?: (?:hết|cuối))* $/u
/** "báo cáo … trong tháng 11 năm 2020": the date begins with "trong", and what must be ready by then stands before it. */
const dueWithin =
  /(?<!\p{L})(?:hoàn thành|xong|gửi|nộp|trình|báo cáo|ban hành|kết thúc)(?!\p{L})[^.;:]{0,70}$/u
/** "Đến hết quý I năm 2022, đã có …" */
const doneByThen = /^,? (?:\p{L}+ ){0,4}đã(?!\p{L})/u
const done = /(?<!\p{L})(?:đã|vừa|được|đang)(?!\p{L})/u
const afterNumber = /^,? ?(?:(?:được )?(?:ban hành|ký|phê duyệt) )?(?:của [^.;\d]{2,90})?,? ?$/u
const datedDocument =
  /(?<!\p{L})(?:luật|pháp lệnh|hiến pháp|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|công văn|kế hoạch|thông báo|tờ trình|văn bản|hướng dẫn|kết luận|công điện)(?: [^\s.;:]{1,14}){0,14} $/u
const timeLine =
  /^(?:\p{L}+ ?:? )?(?:(?:thứ \S+|chủ nhật)[ ,-]*)?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ ,|-]*(?:lúc )?(?:\d{1,2}[:h]\d{2})?.{0,12}$/u
const placeLine = /^[^,:;]{2,45}, ?ngày/u

/** Gives dates their kinds. Dates in order of place. */
export function kindsOf(dates: readonly DateCandidate[], page: Page): DateCandidate[] {
  const numbers = numberSpansOf(page.text)
  const cellOf = tablesOf(page)
  let next = 0
  let before: NumberSpan | null = null
  let previousEnd = 0
  return dates.map((date) => {
    for (let n = numbers[next]; n && n.end <= date.start; n = numbers[next]) {
      before = n
      next++
    }
    const told = kindOf(date, page, before && before.end >= previousEnd ? before : null)
    const open = told === 'event' || told === 'other' || told === 'period'
    const kind = open && isInDueColumn(date, page, cellOf) ? 'deadline' : told
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
  const before = page.key.slice(Math.max(block?.start ?? 0, date.start - 64), date.start)
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
  const after = page.key.slice(date.end, date.end + 40)
  if (
    deadline.test(before) &&
    !countedUntil.test(before) &&
    !doneByThen.test(after) &&
    !isPast(date, page)
  )
    return 'deadline'
  const clause = page.key.slice(Math.max(block?.start ?? 0, date.start - 90), date.start)
  if (
    /^trong /u.test(page.key.slice(date.start, date.start + 6)) &&
    dueWithin.test(clause) &&
    !done.test(clause)
  )
    return 'deadline'
  return date.kind
}

/** What lies before the document itself is no deadline of it: "xây dựng trước năm 1954". */
function isPast(date: DateCandidate, page: Page): boolean {
  const last = date.edtf?.split('/').at(-1) ?? ''
  const day = page.facts.publishedAt ?? page.facts.issuedOn ?? '1990-01-01'
  return last !== '' && last < day.slice(0, last.length)
}

/** "Thời hạn", "Hoàn thành", "Thời gian hoàn thành" as the heading of the column that a date stands in. */
const dueHeading = /^(?:thời hạn|hạn|hoàn thành|thời gian (?:hoàn thành|gửi|nộp|trình|báo cáo))/u

function isInDueColumn(date: Span, page: Page, cellOf: ReturnType<typeof tablesOf>): boolean {
  const block = spanAt(page.blocks, date.start)
  const column = block && cellOf(block, date.start)?.column
  return column != null && dueHeading.test(page.key.slice(column.start, column.end))
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
