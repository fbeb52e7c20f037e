// Days: "Chiều 21/3", "ngày 20 tháng 12 năm 2021", "29.1.2026", "từ ngày 5 đến 7/9", "ngày 30, 31/3 và 1/4".
//
// A day is first read by itself; days joined by ",", "và", "-" or "đến" then make a chain, in which the last element
// gives month and year to those before it. Without a year, a day needs a word that says it is one ("ngày", "chiều",
// "từ", "dịp"), because "20/30 trường" and "điểm 9/10" look the same.
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { unitAfter } from '../units.ts'
import { edtfDay, edtfMonth, edtfYear, isDayOfYear } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'

type Link = 'range' | 'list'
type Element = Span & {
  day: number
  month: number | null
  year: number | null
  weekday?: number | undefined
}
/** One written day with the bare days before it that share its month. `links[i]` joins elements i and i + 1. */
type Atom = Span & {
  elements: Element[]
  links: Link[]
  /** "ngày", a part of the day or a weekday stands before it. */
  strong: boolean
  weak: boolean
  holiday: boolean
}

const partOfDay = 'rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm'
const weekdayWords = ['chủ nhật', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy']
const weekday = '(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)'
const leading = new RegExp(
  `(?<!\\p{L})(?:(?:(?:${partOfDay})(?: hôm)?(?: nay| qua| mai)?|hôm(?: nay| qua)?|cùng ngày)(?:,? ${weekday})?(?:,| -)? ?\\(?(?:(?:các )?ngày )?|${weekday}(?: tuần (?:trước|này|tới|qua|sau))?(?:,| -)? ?\\(?(?:ngày )?|(?:trong |cả )?(?:các )?ngày:? ?)$`,
  'u',
)
const weakBefore =
  /(?<!\p{L})(?:từ|đến|tới|trước|sau|hết|dịp|vào|qua|lễ|thời điểm|là|khai mạc|bế mạc|diễn ra|hạn)(?: ngày)? $/u
const neverBefore =
  /(?<!\p{L})(?:đường|phố|phường|quảng trường|công viên|bệnh viện|nhà máy|công ty|trường|xã|tổ|khu phố|sân vận động|rạp|cầu|số|lớp|điểm|khoá|bài|câu|mẫu|đạt|có|được|hơn|trên|gần|khoảng|chiếm|mùng|mồng|rằm) $/u
const lunarAfter = /^(?: tháng \p{L}+)? ?[,(]?(?:tức )?(?:âm lịch|âl)(?!\p{L})/u
/** "ngày 31 tháng 12 hằng năm" is a day of every year. */
const everyYear = /^,? ?(?:hằng|hàng|mỗi) năm(?!\p{L})/u
const lunarBefore = /(?<!\p{L})(?:mùng|mồng|rằm|âm lịch) $/u
const commemorated =
  /(?<!\p{L})(?:ngày|lễ|kỷ niệm|kỉ niệm|mừng|dịp|phong trào|hội thi|hội diễn|toạ đàm|thành lập|truyền thống)(?!\p{L})/u

const numeric =
  /(?<![\p{N}./:]|\p{L}(?<!ngày))(?:(\d{1,2}) ?\/ ?(\d{1,2})(?: ?\/ ?(\d{4}|\d{2}))?|(\d{1,2}) ?- ?(\d{1,2}) ?- ?((?:19|20)\d{2})|(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})|(?<=(?:ngày|sáng|trưa|chiều|tối|đêm|hôm) )(\d{1,2})[.-](\d{1,2}))(?![\p{L}\p{N}])/gu
const iso = /(?<![\p{L}\p{N}./-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?=[t ]|$|[^\p{L}\p{N}/-])/gu
const worded =
  /(?<![\p{N}./]|\p{L}(?<!ngày))(\d{1,2})(?: ?[,/-])? ?tháng ?(\d{1,2})(?!\d)(?! ?[/.-]\d{1,2}(?!\d))(?:(?:,? ?năm ?|,? ?[/.-] ?|,? )((?:19|20)\d{2})(?!\p{N})|(?!\p{L}))/gu

/** The weekday named in the words before a date, as 0 Sunday … 6 Saturday. */
function weekdayIn(words: string): number | undefined {
  if (/chủ nhật/u.test(words)) return 0
  const name = /thứ (hai|ba|tư|năm|sáu|bảy|[2-7])/u.exec(words)?.[1]
  if (name === undefined) return undefined
  return /\d/.test(name) ? Number(name) - 1 : weekdayWords.indexOf(name)
}

/** Finds days and ranges of days; takes their places. */
export function scanDays(page: Page, taken: Taken): DateCandidate[] {
  const atoms = [
    ...numericAtoms(page, taken),
    ...wordedAtoms(page, taken),
    ...isoAtoms(page, taken),
  ]
    .sort((a, b) => a.start - b.start)
    .filter((atom, i, all) => i === 0 || atom.start >= (all[i - 1]?.end ?? 0))
  const found: DateCandidate[] = []
  for (let i = 0; i < atoms.length; ) {
    const chain: Atom[] = []
    const links: Link[] = []
    for (let next = atoms[i]; next; next = atoms[i]) {
      const last = chain.at(-1)
      if (last) {
        const link = linkOf(page.key.slice(last.end, next.start), last, next)
        if (!link) break
        links.push(link)
      }
      chain.push(next)
      i++
    }
    found.push(...datesOf(chain, links, page))
  }
  for (const date of found) taken.take(date)
  return found
}

function numericAtoms(page: Page, taken: Taken): Atom[] {
  const { key } = page
  const atoms: Atom[] = []
  for (const m of key.matchAll(numeric)) {
    const day = Number(m[1] ?? m[4] ?? m[7] ?? m[10])
    const month = Number(m[2] ?? m[5] ?? m[8] ?? m[11])
    const written = m[3] ?? m[6] ?? m[9]
    if (!isDayOfYear(day, month)) continue
    const end = m.index + m[0].length
    const dashed = /^\d+ ?-/.test(m[0])
    // "1/1/1/1", "5.9.2" and "1-2-3-2020" go on; "28/2-02/3" and "28/2,1/3" are chains.
    if (/^(?: ?\/ ?|\.)\d/.test(key.slice(end, end + 4))) continue
    if (dashed && (key[end] === '-' || key[m.index - 1] === '-')) continue
    if (/^ ?%/.test(key.slice(end, end + 2))) continue
    // "ngày 5-7" may be days 5 to 7; as day and month it must stand alone after "ngày".
    if (m[10] !== undefined && dashed && /^ ?(?:tháng|\/|đến)/u.test(key.slice(end, end + 7)))
      continue
    const year = yearOf(written, key.slice(Math.max(0, m.index - 6), m.index))
    if (year === undefined) continue
    const atom = atomAt(page, { start: m.index, end }, day, month, year)
    if (atom && taken.isFree({ start: m.index, end })) atoms.push(atom)
  }
  return atoms
}

/** Null without a year, undefined where what is written is no year. Two digits are a year only after "ngày". */
function yearOf(written: string | undefined, before: string): number | null | undefined {
  if (written === undefined) return null
  if (/^(?:19|20)\d{2}$/.test(written)) return Number(written)
  if (written.length === 2 && /ngày ?$/u.test(before)) return 2000 + Number(written)
  return undefined
}

function wordedAtoms(page: Page, taken: Taken): Atom[] {
  const atoms: Atom[] = []
  for (const m of page.key.matchAll(worded)) {
    const span = { start: m.index, end: m.index + m[0].length }
    const [day, month] = [Number(m[1]), Number(m[2])]
    if (!isDayOfYear(day, month) || !taken.isFree(span)) continue
    const atom = atomAt(page, span, day, month, m[3] === undefined ? null : Number(m[3]))
    if (atom) atoms.push(atom)
  }
  return atoms
}

function isoAtoms(page: Page, taken: Taken): Atom[] {
  const atoms: Atom[] = []
  for (const m of page.key.matchAll(iso)) {
    const span = { start: m.index, end: m.index + m[0].length }
    const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
    if (!isDayOfYear(day, month) || !taken.isFree(span)) continue
    const atom = atomAt(page, span, day, month, year)
    if (atom) atoms.push(atom)
  }
  return atoms
}

const bareDay =
  /(?<![\p{L}\p{N}./,])(?:ngày )?(\d{1,2})(,| ,|, và|,? và| ?- ?|,? (?:cho )?(?:đến|tới)(?: hết)?| &) ?(?:ngày )?$/u

/** Adds to a written day the words and bare days before it. */
function atomAt(
  page: Page,
  core: Span,
  day: number,
  month: number,
  year: number | null,
): Atom | null {
  const { key } = page
  const blockStart = spanAt(page.blocks, core.start)?.start ?? core.start
  const before = (at: number) => key.slice(Math.max(blockStart, at - 48), at)
  if (lunarAfter.test(key.slice(core.end, core.end + 30)) || lunarBefore.test(before(core.start)))
    return null
  if (year === null && everyYear.test(key.slice(core.end, core.end + 12))) return null
  const elements: Element[] = [{ ...core, day, month, year }]
  const links: Link[] = []
  let start = core.start
  for (let i = 0; i < 12; i++) {
    const match = bareDay.exec(before(start))
    const bare = Number(match?.[1])
    if (!match || bare < 1 || bare > 31) break
    const at = start - match[0].length
    elements.unshift({
      start: at,
      end: at + match[0].search(/\d/) + (match[1] ?? '').length,
      day: bare,
      month: null,
      year: null,
    })
    links.unshift(/[-]|đến|tới/u.test(match[2] ?? '') ? 'range' : 'list')
    start = at
  }
  const first = leading.exec(before(start))
  const wordsBefore = before(start)
  let strong = first !== null || /^ngày/u.test(key.slice(start, start + 4))
  const weak =
    weakBefore.test(wordsBefore) ||
    (start === blockStart && /^ ?[,:;)]|^$/u.test(key.slice(core.end, core.end + 2)))
  const tight =
    links.length > 0 && links[0] === 'range' && /^\d{1,2}-\d/.test(key.slice(start, start + 4))
  if (!strong && !weak && elements.length > 1 && !(tight && year !== null)) {
    // Nothing says that the bare numbers are days: "bài 5, 7/9/2020".
    elements.splice(0, elements.length - 1)
    links.length = 0
    start = core.start
  }
  const own = leading.exec(before(core.start))
  const named = first ?? own
  if (first && elements.length > 0) start -= first[0].length
  else if (own && elements.length === 1) {
    start -= own[0].length
    strong = true
  }
  const head = elements[0]
  if (head) head.start = start
  const last = elements.at(-1)
  const beside = weekdayBeside(named?.[0] ?? '', key.slice(core.end, core.end + 16))
  if (last && beside !== undefined) last.weekday = beside
  const holiday = page.lexicon.holidays.some(
    (h) => h.calendar === 'solar' && h.day === day && h.month === month,
  )
  const unit = unitAfter(page, core.end) !== null
  if (!strong && year === null && (neverBefore.test(wordsBefore) || unit)) return null
  // "đường 30/4", "phường 2/9" stay names whatever else is said.
  return {
    start,
    end: core.end,
    elements,
    links,
    strong,
    weak,
    holiday: holiday && commemorated.test(key.slice(Math.max(blockStart, start - 70), start)),
  }
}

function weekdayBeside(before: string, after: string): number | undefined {
  return (
    weekdayIn(before) ?? (/^,? ?\(/u.test(after) ? weekdayIn(after.split(')')[0] ?? '') : undefined)
  )
}

const rangeBetween = /^(?: ?- ?|,? (?:cho )?(?:đến|tới)(?: hết)? )$/u
const listBetween = /^(?: ?[,;] ?(?:và )?| và | & )(?:từ )?$/u

/** How the words between two atoms join them; null where they do not. */
function linkOf(between: string, left: Atom, right: Atom): Link | null {
  if (between.length > 16) return null
  if (rangeBetween.test(between)) {
    const [from, to] = [left.elements.at(-1), right.elements[0]]
    // "20/11/1982 - 20/11/2022" are the two ends of an anniversary, "Ngày 26/3 - 27/3" is a range.
    const anniversary =
      from?.year &&
      to?.year &&
      from.year !== to.year &&
      from.day === to.day &&
      from.month === to.month
    return anniversary ? 'list' : 'range'
  }
  return listBetween.test(between) ? 'list' : null
}

/** The dates of one chain of atoms. */
function datesOf(chain: Atom[], between: Link[], page: Page): DateCandidate[] {
  const head = chain[0]
  if (!head) return []
  const sure = chain.some((atom) => atom.strong)
  const holiday = chain.every((atom) => atom.holiday)
  const elements = chain.flatMap((atom) => atom.elements)
  const links = chain.flatMap((atom, i) => [
    ...atom.links,
    ...(i < between.length ? [between[i] ?? 'list'] : []),
  ])
  const dated = elements.some((e) => e.year !== null)
  const parenthesised =
    page.key[head.start - 1] === '(' &&
    page.key[chain.at(-1)?.end ?? 0] === ')' &&
    /(?:nay|qua|mai|ngày|thứ \p{L}+|chủ nhật|thường niên) ?$/u.test(
      page.key.slice(Math.max(0, head.start - 16), head.start - 1),
    )
  if (!sure && !head.weak && !holiday && !dated && !parenthesised) return []
  // The last element gives month and year backwards; a year given first holds onwards.
  for (let i = elements.length - 2; i >= 0; i--) {
    const [here, next] = [elements[i], elements[i + 1]]
    if (!here || !next) continue
    if (here.month === null)
      here.month =
        here.day > next.day && links[i] === 'range' ? monthBefore(next.month) : next.month
    if (here.year === null && next.year !== null)
      here.year =
        here.month !== null && next.month !== null && here.month > next.month
          ? next.year - 1
          : next.year
  }
  for (let i = 1; i < elements.length; i++) {
    const [previous, here] = [elements[i - 1], elements[i]]
    if (here && here.year === null && previous?.year != null)
      here.year = (here.month ?? 0) < (previous.month ?? 0) ? previous.year + 1 : previous.year
  }
  const found: DateCandidate[] = []
  for (let i = 0; i < elements.length; i++) {
    const from = elements[i]
    if (!from) continue
    const to = links[i] === 'range' ? elements[i + 1] : undefined
    const range = to ? rangeDate(from, to) : null
    // Ends in the wrong order ("16/12/2019 - 16/2/2019") are two days, not a range.
    if (range && (range.edtf !== null || range.inYear)) {
      found.push(range)
      i++
    } else found.push(singleDate(from, { sure, holiday, chained: elements.length > 1 }))
  }
  return found.filter((date) => date.edtf !== null || date.inYear !== undefined)
}

const monthBefore = (month: number | null): number | null =>
  month === null ? null : month === 1 ? 12 : month - 1

function singleDate(
  { start, end, day, month, year, weekday }: Element,
  { sure, holiday, chained }: { sure: boolean; holiday: boolean; chained: boolean },
): DateCandidate {
  const common = {
    start,
    end,
    day,
    month: month ?? undefined,
    weekday,
    kind: holiday ? 'commemoration' : 'event',
  } as const
  if (month === null)
    return { ...common, edtf: null, inferred: false, rule: 'day-bare', confidence: 0 }
  if (year !== null) {
    const edtf = edtfDay(year, month, day)
    return {
      ...common,
      edtf,
      year,
      inferred: false,
      rule: chained ? 'day-list' : 'day-month-year',
      confidence: 0.97,
    }
  }
  return {
    ...common,
    edtf: null,
    inYear: (y) => edtfDay(y, month, day),
    inferred: true,
    rule: holiday ? 'holiday' : 'day-month',
    confidence: sure ? 0.85 : 0.7,
  }
}

function rangeDate(from: Element, to: Element): DateCandidate {
  const [fromMonth, toMonth] = [from.month ?? to.month ?? 1, to.month ?? 1]
  const inYear = (year: number, first?: number | null): string | null => {
    const crosses = fromMonth > toMonth || (fromMonth === toMonth && from.day > to.day)
    const a = edtfDay(first ?? (crosses ? year - 1 : year), fromMonth, from.day)
    const b = edtfDay(year, toMonth, to.day)
    return a && b && a <= b ? `${a}/${b}` : null
  }
  const common = {
    start: from.start,
    end: to.end,
    day: to.day,
    month: toMonth,
    weekday: to.weekday,
    kind: 'event',
    rule: 'day-range',
  } as const
  if (to.year !== null)
    return {
      ...common,
      edtf: inYear(to.year, from.year),
      year: to.year,
      inferred: false,
      confidence: 0.95,
    }
  return { ...common, edtf: null, inYear: (y) => inYear(y), inferred: true, confidence: 0.8 }
}

const blankDay =
  /ngày ?[.…_ ]{0,40} ?tháng ?(?:(\d{1,2})|[.…_ ]{0,40}) ?năm ?((?:19|20)\d{2})(?!\d)/gu

/** Datelines with a blank to be filled in by hand: "ngày … tháng 12 năm 2011" is the month. */
export function scanBlankDays(page: Page, taken: Taken): DateCandidate[] {
  const found: DateCandidate[] = []
  for (const m of page.key.matchAll(blankDay)) {
    const span = { start: m.index, end: m.index + m[0].length }
    if (!taken.isFree(span)) continue
    const [month, year] = [Number(m[1] ?? 0), Number(m[2])]
    taken.take(span)
    found.push({
      ...span,
      rule: 'blank-day',
      confidence: 0.9,
      kind: 'issue',
      edtf: month >= 1 && month <= 12 ? edtfMonth(year, month) : edtfYear(year),
      year,
      inferred: false,
    })
  }
  return found
}
