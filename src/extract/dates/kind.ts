// What a date is of: publication, issue, a cited document, a deadline, a commemoration, or something that took place.
import type { DateKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { isDayOfNext } from '../citations/day-before.ts'
import type { NumberSpan } from '../document-number.ts'
import type { Page, ZonedBlock } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { tablesOf } from '../table-cells.ts'
import type { DateCandidate } from './candidate.ts'

/** A time of day between the word and the date: "trước 16 giờ 30 phút ngày 20/12/2022", "trước 16h00, ngày 5/7". */
const timeOfDay =
  '(?: \\d{1,2} ?(?:giờ|h|g|:)(?: ?\\d{1,2})?(?: ?phút)?(?: (?:sáng|chiều|tối))?,?)?'
const deadline = new RegExp(
  `(?<!\\p{L})(?<!(?:từ|kể|tính|như|đáo|giới|quá|họp|có|sản xuất) )(?:trước|chậm nhất|muộn nhất|không muộn hơn|(?<!gia )hạn(?: cuối| chót)?|thời hạn|hết|(?:hoàn thành|xong)(?: trong| vào| trước)?|(?:thời gian|thời hạn) (?:hoàn thành|thực hiện xong|trình|gửi|nộp)[^.;:]{0,24})(?: (?:vào|là|trong|đến|trước|cuối|ngày|hết))*:?${timeOfDay} ?$`,
  'u',
)
/** "tính đến hết ngày 16/6", "lũy kế đến hết tháng 5": how far a count reaches, no deadline. */
const countedUntil =
  /(?<!\p{L})(?:tính|luỹ kế|thống kê|số liệu|cập nhật|kể từ|từ)(?: [^.;:]{1,30})? (?:đến|tới)(?: (?:hết|cuối))* $/u
/** "đến 30/6 đạt tối thiểu 50%", "hoàn tất quyết toán đến 30/6": an order or an aim, of a day to come. */
const until = /(?<!\p{L})(?:đến|tới)(?: cuối)? $/u
const toBeDoneThen =
  /^,? (?:\p{L}+ ){0,3}(?:phải|cần|phấn đấu|hoàn thành|hoàn tất|xong|báo cáo|đạt (?:tối thiểu|ít nhất|trên|từ|100))(?!\p{L})/u
const toBeDone =
  /(?<!\p{L})(?:giao|yêu cầu|đề nghị|phấn đấu|hoàn thành|hoàn tất|xong|dứt điểm|gửi|nộp|trình|báo cáo)(?!\p{L})[^.;]{0,80}$/u
/** "báo cáo … trong tháng 11 năm 2020": the date begins with "trong", and what must be ready by then stands before it. */
const dueWithin =
  /(?<!\p{L})(?:hoàn thành|xong|gửi|nộp|trình|báo cáo|ban hành|kết thúc)(?!\p{L})[^.;:]{0,70}$/u
/** "Đến hết quý I năm 2022, đã có …" */
const doneByThen = /^,? (?:\p{L}+ ){0,4}đã(?!\p{L})/u
const done = /(?<!\p{L})(?:đã|vừa|được|đang)(?!\p{L})/u
const afterNumber =
  /^(?: ?\([^()\n]{1,60}\))?,? ?(?:(?:được )?(?:ban hành|ký|phê duyệt) )?(?:của [^.;\d]{2,90})?,? ?(?:ngay )?$/u
const documentTypes =
  'luật|pháp lệnh|hiến pháp|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|công văn|kế hoạch|thông báo|tờ trình|văn bản|hướng dẫn|kết luận|công điện'
const datedDocument = new RegExp(`(?<!\\p{L})(?:${documentTypes})(?: [^\\s.;:]{1,14}){0,14} $`, 'u')
/** Numbers without a code, as of old: "Sắc lệnh số 64", "Nghị định số 64 (bản sao)". */
const numberedDocument = new RegExp(
  `(?<!\\p{L})(?:${documentTypes}|sắc lệnh|sắc luật)(?:(?: [^\\s.;:,]{1,14}){0,4} số:?)? ?\\d[\\p{L}\\d./-]{0,24}(?: ?\\([^()\\n]{1,60}\\))?,? ?$`,
  'u',
)
/** A number left blank in what a form cites: "Căn cứ Thông tư số …/2014/TT-BTP". What it comes with is its own document. */
const citedBlank =
  /(?<!\p{L})(?:căn cứ|chiểu|thực hiện|(?<!kèm )theo)(?!\p{L})[^;\n]{0,80} số ?:?[ \p{L}\d.…/_-]{0,40}$/u
/** A number or a date that fills its line, with what a reader of scans left behind the number. */
const nextLine = /^(?: \d)?[ \n]{1,4}$/u
/** "Nghị định số 126/2024/NĐ-CP để họp vào ngày …": the day is of something else. */
const happens =
  /(?<!\p{L})(?:vào|từ|đến|tới|trước|sau|tại|trong|hết)(?: (?:lúc )?\d{1,2} ?(?:giờ|h)\d{0,2})?,? $/u
/** What a document is about, which a year or a month behind it is of. */
const subject = /(?<!\p{L})(?:ban hành|phê duyệt|về|thực hiện|công bố|giao|quy định)(?!\p{L})/u
const timeLine =
  /^(?:\p{L}+ ?:? )?(?:(?:thứ \S+|chủ nhật)[ ,-]*)?(?:ngày )?\d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2},? (?:năm )?)\d{4}[ ,|-]*(?:lúc )?(?:\d{1,2}[:h]\d{2})?.{0,12}$/u
const placeLine = /^[^,:;]{2,45}, ?ngày/u
/** "SỐ 80 NGÀY 31 THÁNG 12 NĂM 1945", "THÔNG TƯ CỦA BỘ NỘI VỤ SỐ 5 NGÀY …" in the head of a document. */
const ownNumberLine = /^(?:[\p{L} ]{0,20}của [\p{L} ,-]{4,60} )?số:? ?\d[\p{L}\d./-]{0,24},? ngày/u
const headLines = 15
/** The running head of a gazette: "CÔNG BÁO/Số 565 + 566/Ngày 28-4-2024". */
const gazette = /công báo ?\/ ?số ?[\d +&,-]{1,30}\/ ?$/u
const publishedLabel =
  /(?<!\p{L})(?:published(?: date| on)?|posted(?: date| on)?|(?:ngày|thời gian) (?:đăng(?: tải| tin| bài)?|xuất bản)|đăng(?: tải)? (?:ngày|lúc|vào)) ?:? ?(?:(?:lúc )?\d{1,2}[:h]\d{2}[ ,|-]{0,3})?$/u
/** What stands behind a date that fills a bracket at the end of a line, perhaps with a time of day. */
const stampEnd = /^(?<clock>[ ,|-]{1,3}\d{1,2}[:h]\d{2}(?::\d{2})?)? ?\) ?$/u
const withinTime =
  /(?<!\p{L})trong (?:khoảng )?(?:thời gian|giai đoạn|thời kỳ)(?: (?:là|tính))?,?(?: từ)? ?$/u

/** What was told of each date, with the number before it that this was told by. */
export type KindsTold = Map<DateCandidate, { number: NumberSpan | null; kind: DateKind }>

/**
 * The kind of each date. Dates, and the document numbers of the page, in order of place. `told`: what was told of some of
 * them before, the others left out or without their years; what is told now is added.
 */
export function kindsOf(
  dates: readonly DateCandidate[],
  page: Page,
  numbers: readonly NumberSpan[],
  told: KindsTold = new Map(),
): DateKind[] {
  const cellOf = tablesOf(page)
  let next = 0
  let before: NumberSpan | null = null
  let previousEnd = 0
  return dates.map((date) => {
    for (let n = numbers[next]; n && n.end <= date.start; n = numbers[next]) {
      before = n
      next++
    }
    const number = before && before.end >= previousEnd ? before : null
    previousEnd = date.end
    const known = told.get(date)
    if (known && known.number === number) return known.kind
    const written = kindOf(date, page, number)
    const open = written === 'event' || written === 'other' || written === 'period'
    const kind = open ? (kindOfColumn(date, page, cellOf) ?? written) : written
    told.set(date, { number, kind })
    return kind
  })
}

function kindOf(date: DateCandidate, page: Page, number: NumberSpan | null): DateKind {
  const block = spanAt(page.blocks, date.start)
  const before = page.key.slice(Math.max(block?.start ?? 0, date.start - 64), date.start)
  if (date.rule === 'blank-day')
    return citedBlank.test(longBefore(page, block, date)) ? 'citation' : date.kind
  const fixed: readonly DateKind[] = ['school-year', 'semester', 'issue']
  if (fixed.includes(date.kind)) return date.kind
  const blockKey = block ? page.key.slice(block.start, block.end) : ''
  const isDay = date.rule.startsWith('day') || date.kind === 'commemoration'
  const isDated = isDay && block !== null && isDateline(block, blockKey, date)
  if (isDated && page.header) return 'issue'
  if (isDay && isPublication(page, block, blockKey, date, before)) return 'publication'
  if (isDated) return 'issue'
  const isCited = number !== null && isOfNumber(page, block, date, number)
  if (isCited) return isOwn(page, number, date) ? 'issue' : 'citation'
  if (isDay && isOfDocument(page, block, date)) return 'citation'
  if (date.rule === 'day-month-year' && isDayOfNext(page, date)) return 'citation'
  // What is cited may fall on a feast by chance: "Thông tư số 43/2015/TT-BGDĐT ngày 20 tháng 10 năm 2015".
  if (date.kind === 'commemoration') return date.kind
  if (date.rule === 'day-range' && withinTime.test(before)) return 'period'
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
    isDay &&
    until.test(before) &&
    !countedUntil.test(before) &&
    !doneByThen.test(after) &&
    isToCome(date, page) &&
    (toBeDoneThen.test(after) || (toBeDone.test(clause) && !done.test(clause)))
  )
    return 'deadline'
  if (
    /^trong /u.test(page.key.slice(date.start, date.start + 6)) &&
    dueWithin.test(clause) &&
    !done.test(clause)
  )
    return 'deadline'
  return date.kind
}

/** True for a day after that of the document, where that is known. */
function isToCome(date: DateCandidate, page: Page): boolean {
  const day = (page.facts.publishedAt ?? page.facts.issuedOn)?.slice(0, 10)
  return day !== undefined && date.edtf !== null && date.edtf > day
}

/** What lies before the document itself is no deadline of it: "xây dựng trước năm 1954". */
function isPast(date: DateCandidate, page: Page): boolean {
  const last = date.edtf?.split('/').at(-1) ?? ''
  const day = page.facts.publishedAt ?? page.facts.issuedOn ?? '1990-01-01'
  return last !== '' && last < day.slice(0, last.length)
}

/** Headings of columns that tell the kind of the dates below them, in the order they are asked. */
const headings: ReadonlyArray<readonly [heading: RegExp, kind: DateKind]> = [
  [/^(?:thời hạn|hạn|hoàn thành|thời gian (?:hoàn thành|gửi|nộp|trình|báo cáo))/u, 'deadline'],
  // When a program took the row from a site: nothing that took place.
  [
    /^(?:ngày|giờ|thời gian|thời điểm|lần) (?:cào|quét|thu thập|tải về|lấy (?:tin|dữ liệu)|crawl)/u,
    'other',
  ],
  [/^ngày(?:,? tháng)?(?:,? năm)? (?:ban hành|ký|văn bản)/u, 'citation'],
]

function kindOfColumn(
  date: Span,
  page: Page,
  cellOf: ReturnType<typeof tablesOf>,
): DateKind | undefined {
  const block = spanAt(page.blocks, date.start)
  const column = block && cellOf(block, date.start)?.column
  if (column == null) return undefined
  const words = page.key.slice(column.start, column.end)
  return headings.find(([heading]) => heading.test(words))?.[1]
}

function isDateline(block: ZonedBlock, key: string, date: DateCandidate): boolean {
  // "Hà Nội, ngày 20, 21 tháng 3 năm 2002" says when a meeting was held.
  if (date.rule === 'day-list' || date.rule === 'day-range') return false
  if (!/tháng/u.test(key.slice(date.start - block.start, date.end - block.start))) return false
  return (
    block.zone === 'dateline' ||
    block.zone === 'header' ||
    (key.length < 90 &&
      (placeLine.test(key) || (block.index < headLines && ownNumberLine.test(key))))
  )
}

const isPublicationLine = (block: ZonedBlock | null, key: string): boolean =>
  block !== null &&
  (block.zone === 'byline' || block.zone === 'dateline' || (key.length < 90 && timeLine.test(key)))

/** The line of an article's own publication, a gazette's running head, a label, or the stamp behind a headline. */
function isPublication(
  page: Page,
  block: ZonedBlock | null,
  key: string,
  date: DateCandidate,
  before: string,
): boolean {
  const published = page.facts.publishedAt?.slice(0, 10)
  return (
    (published !== undefined && date.edtf === published && isPublicationLine(block, key)) ||
    gazette.test(before) ||
    publishedLabel.test(before) ||
    (block !== null && !date.inferred && isStamp(page, block, date))
  )
}

/** "Đại hội Chi đoàn(05.08.2019 15:52)", and "(02/05/2022)" on a line of its own. */
function isStamp(page: Page, block: Span, date: Span): boolean {
  const open = page.key[date.start] === '(' ? date.start : date.start - 1
  if (page.key[open] !== '(') return false
  const end = stampEnd.exec(page.key.slice(date.end, Math.min(block.end, date.end + 24)))
  if (!end || date.end + end[0].length !== block.end) return false
  return (
    open === block.start ||
    end.groups?.clock !== undefined ||
    /[^\s(]/.test(page.key[open - 1] ?? ' ')
  )
}

/** A date behind a number, in the same sentence or in the next line by itself. */
function isOfNumber(
  page: Page,
  block: Span | null,
  date: DateCandidate,
  number: NumberSpan,
): boolean {
  if (date.start - number.end >= 110) return false
  const between = page.key.slice(number.end, date.start)
  const isDay = date.rule.startsWith('day')
  if (afterNumber.test(between) && !happens.test(between) && (isDay || !subject.test(between)))
    return date.rule !== 'period'
  const alone = block !== null && date.start === block.start && date.end === block.end
  return alone && isDay && nextLine.test(between)
}

/** "Ban hành kèm theo Quyết định số 15/2010/QĐ-UBND ngày …": the document's own number and day. */
function isOwn(page: Page, number: NumberSpan, date: DateCandidate): boolean {
  const { header, facts } = page
  return (
    header?.number != null &&
    header.number === number.number &&
    (facts.issuedOn === null || date.edtf === facts.issuedOn)
  )
}

const longBefore = (page: Page, block: Span | null, date: Span): string =>
  page.key.slice(Math.max(block?.start ?? 0, date.start - 160), date.start)

/** "Căn cứ Luật Tổ chức HĐND và UBND ngày 26 tháng 11 năm 2003", "Sắc lệnh số 64 ngày …": documents without a code. */
function isOfDocument(page: Page, block: ZonedBlock | null, date: DateCandidate): boolean {
  if (!/ngày/u.test(page.key.slice(date.start, date.end))) return false
  const before = longBefore(page, block, date)
  const clauseStart = Math.max(before.lastIndexOf('; '), before.lastIndexOf('. '))
  const clause = clauseStart < 0 ? before : before.slice(clauseStart + 2)
  if (happens.test(clause)) return false
  return (
    numberedDocument.test(clause) ||
    (!date.inferred &&
      datedDocument.test(clause) &&
      /căn cứ|(?:số|công văn|luật|pháp lệnh) /u.test(clause))
  )
}
