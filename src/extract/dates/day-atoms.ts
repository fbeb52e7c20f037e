// Single written days with the bare days before them: "21/3", "ngày 20 tháng 12 năm 2021", "26, 27/12/2011"; and whether the
// words around one say that it is a day. "20/30 trường", "điểm 9/10" and "đường 30/4" look the same and are none.

import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import { dayOrRatio } from '../day-or-ratio.ts'
import { decline } from '../decline.ts'
import { type CoredPattern, matchesAround } from '../matches-around.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { unitAfter } from '../units.ts'
import { isDayOfYear } from './calendar.ts'
import type { Taken } from './candidate.ts'
import { dashedAfter, dashedRange, dashedTo, isLimit } from './dashed-days.ts'
import { isLunarHoliday } from './lunar.ts'
import { isNamedDay } from './named-day.ts'
import { isWeekNumber } from './weeks.ts'

export type Link = 'range' | 'list'
export type Element = Span & {
  day: number
  month: number | null
  year: number | null
  weekday?: number | undefined
}
/** One written day with the bare days before it that share its month. `links[i]` joins elements i and i + 1. */
export type Atom = Span & {
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
  `(?<!\\p{L})(?:(?:(?:${partOfDay})(?: hôm)?(?: nay| qua| mai)?|hôm(?: nay| qua)?|cùng ngày)(?:,? ${weekday})?(?:,| -)? ?\\(?(?:(?:các )?ngày )?|${weekday}(?: tuần (?:trước|này|tới|qua|sau))?(?:,| -)? ?\\(?(?:ngày )?|(?:trong |cả )?(?:các )?ngày:? ?\\(?)$`,
  'u',
)
const weakBefore =
  /(?<!\p{L})(?:từ|(?<!có )(?:đến|tới)|trước|sau|hết|dịp|vào|qua|lễ|thời điểm|là|khai mạc|bế mạc|diễn ra|hạn|chậm nhất|muộn nhất)(?: ngày)? $|\d ?(?:giờ|h)(?: ?\d{1,2})?(?: ?phút)?,? $/u
const neverBefore =
  /(?<!\p{L})(?:đường|phố|phường|quảng trường|công viên|bệnh viện|nhà máy|công ty|trường|xã|tổ|khu phố|sân vận động|rạp|cầu|số|lớp|điểm|khoá|bài|câu|mẫu|đạt|có|được|hơn|trên|gần|khoảng|chiếm|mùng|mồng|rằm) $/u
/** "ngày 31 tháng 12 hằng năm" is a day of every year. */
const everyYear = /^,? ?(?:hằng|hàng|mỗi) năm(?!\p{L})/u
const commemorated =
  /(?<!\p{L})(?:ngày(?= \p{L})|quốc khánh|lễ|kỷ niệm|kỉ niệm|mừng|dịp|phong trào|hội thi|hội diễn|toạ đàm|thành lập|truyền thống)(?!\p{L})/u

const numeric = new RegExp(
  `(?=\\d)(?<![\\p{N}./:]|\\p{L}(?<!ngày))(?:(\\d{1,2}) ?\\/ ?(\\d{1,2})(?: ?\\/ ?(\\d{4}|\\d{2}))?|(\\d{1,2}) ?- ?(\\d{1,2}) ?- ?((?:19|20)\\d{2})|(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d{2})|(?:(?<=${dashedAfter})|(?<=từ )(?=\\d{1,2}-\\d{1,2}${dashedTo}))(\\d{1,2})[.-](\\d{1,2})(?:\\/((?:19|20)\\d{2})|(?! ?\\/ ?\\d)))(?![\\p{L}\\p{N}])`,
  'gu',
)
const measured =
  /^ ?(?:lần|tiếng|giờ|phút|bữa|viên|kg|triệu|nghìn|ngàn|đồng|tỷ|tuổi|con|lít|chuyến|điểm|độ)(?!\p{L})/u
/** Before figures with a dash that count: a list that goes on, or "mỗi ngày". */
const countedDay = /\d\D{1,9}$|(?<!\p{L})(?:mỗi|một|hằng|hàng|cả|1) ngày $/u
const iso = /(?<![\p{L}\p{N}./-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?=[t ]|$|[^\p{L}\p{N}/-])/gu
const worded: CoredPattern = {
  pattern:
    /(?<![\p{N}./]|\p{L}(?<!ngày))(\d{1,2})(?: ?[,/-])? ?tháng ?(\d{1,2})(?!\d)(?! ?[/.-]\d{1,2}(?!\d))(?: dương lịch)?(?:(?: ?,? ?năm ?(?=1[5-9]|20)|(?:,? ?[/.-] ?|,? )(?=19|20))(\d{4})(?!\p{N})|(?!\p{L}))/gu,
  core: /tháng ?\d/g,
  lead: 5,
}

/** "tháng 4 - tháng 5/2014", "tháng 7, 8, tháng 9/2014": a number behind "tháng" is a month; "ngày 5 tháng 3, 6 tháng 4" are days. */
const isMonthNumber = (key: string, at: number, words: string): boolean => {
  const before = key.slice(Math.max(0, at - 48), at)
  return /tháng ?$/u.test(before) || (/^\d+ ?[,/-]/.test(words) && monthsBefore.test(before))
}
const monthsBefore = /tháng ?(?:\d{1,2}(?:, ?| và )){1,10}$/u

/** In the text as written: a sentence or a heading that begins with a year has a capital. */
const wrappedYear =
  /^ ?\n ?năm ?\n?((?:19|20)\d{2})(?![\p{L}\p{N}])|^ năm ?\n ?((?:19|20)\d{2})(?![\p{L}\p{N}])/u

/** The weekday named in the words before a date, as 0 Sunday … 6 Saturday. */
function weekdayIn(words: string): number | undefined {
  if (/chủ nhật/u.test(words)) return 0
  const name = /thứ (hai|ba|tư|năm|sáu|bảy|[2-7])/u.exec(words)?.[1]
  if (name === undefined) return undefined
  return /\d/.test(name) ? Number(name) - 1 : weekdayWords.indexOf(name)
}

/** Every written day that is still free and that its surroundings allow, in order of place, not overlapping. */
export function dayAtoms(page: Page, taken: Taken): Atom[] {
  return [...numericAtoms(page, taken), ...wordedAtoms(page, taken), ...isoAtoms(page, taken)]
    .sort((a, b) => a.start - b.start)
    .filter((atom, i, all) => i === 0 || atom.start >= (all[i - 1]?.end ?? 0))
}

function numericAtoms(page: Page, taken: Taken): Atom[] {
  const { key } = page
  const atoms: Atom[] = []
  for (const m of matchesOf(key, numeric)) {
    const day = Number(m[1] ?? m[4] ?? m[7] ?? m[10])
    const month = Number(m[2] ?? m[5] ?? m[8] ?? m[11])
    const written = m[3] ?? m[6] ?? m[9] ?? m[12]
    const end = m.index + m[0].length
    const drop = (reason: string) => decline(page, { start: m.index, end }, 'not-a-day', reason)
    if (!isDayOfYear(day, month)) {
      drop(`No calendar has a day ${day} of month ${month}.`)
      continue
    }
    const dashed = /^\d+ ?-/.test(m[0])
    // "1/1/1/1", "5.9.2" and "1-2-3-2020" go on; "28/2-02/3" and "28/2,1/3" are chains.
    if (/^(?: ?\/ ?|\.)\d/.test(key.slice(end, end + 4))) {
      drop('The figures go on after it, as in a version or a list of numbers.')
      continue
    }
    if (dashed && (key[end] === '-' || key[m.index - 1] === '-')) continue
    if (/^ ?%/.test(key.slice(end, end + 2))) {
      drop('A percent sign follows.')
      continue
    }
    // "ngày 5-7" may be days 5 to 7; as day and month it must stand alone after "ngày".
    const follows = key.slice(end, end + 40)
    if (m[10] !== undefined && dashed && /^ ?(?:tháng|\/|đến)/u.test(follows))
      if (!dashedRange.test(follows)) continue
    if (m[10] !== undefined && dashed && !isLimit(key, { start: m.index, end }, day, month)) {
      drop(
        'Two figures with a dash after a word of time: a stretch, unless something begins or ends on that day.',
      )
      continue
    }
    // "ngày 1-8 và 3-5 em", "ngày 2-3 lần", "mỗi ngày 5-7 chuyến": a stretch of what is counted.
    if (m[10] !== undefined && (measured.test(follows) || unitAfter(page, end) !== null))
      if (
        measured.test(follows) ||
        countedDay.test(key.slice(Math.max(0, m.index - 16), m.index))
      ) {
        drop('Something is counted or measured.')
        continue
      }
    const year = yearOf(written, key.slice(Math.max(0, m.index - 6), m.index))
    if (year === undefined) {
      drop('What stands in the place of the year is none; two digits are one only after “ngày”.')
      continue
    }
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
  for (const m of matchesAround(page.key, worded)) {
    // A line broken before the year: "ngày 29 tháng 12 \n năm 2017".
    const wrapped =
      m[3] === undefined
        ? wrappedYear.exec(page.text.slice(m.index + m[0].length, m.index + m[0].length + 16))
        : null
    const span = { start: m.index, end: m.index + m[0].length + (wrapped?.[0].length ?? 0) }
    const [day, month] = [Number(m[1]), Number(m[2])]
    if (isMonthNumber(page.key, m.index, m[0]) || isWeekNumber(page.key, m.index)) continue
    if (!isDayOfYear(day, month))
      decline(page, span, 'not-a-day', `No calendar has a day ${day} of month ${month}.`)
    if (!isDayOfYear(day, month) || !taken.isFree(span)) continue
    const yearWritten = m[3] ?? wrapped?.[1] ?? wrapped?.[2]
    const atom = atomAt(
      page,
      span,
      day,
      month,
      yearWritten === undefined ? null : Number(yearWritten),
    )
    if (atom) atoms.push(atom)
  }
  return atoms
}

function isoAtoms(page: Page, taken: Taken): Atom[] {
  const atoms: Atom[] = []
  for (const m of matchesOf(page.key, iso)) {
    const span = { start: m.index, end: m.index + m[0].length }
    const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
    if (!isDayOfYear(day, month) || !taken.isFree(span)) continue
    const atom = atomAt(page, span, day, month, year)
    if (atom) atoms.push(atom)
  }
  return atoms
}

const bareDay =
  /(?<![\p{L}\p{N}./,])(?:ngày )?(\d{1,2})(,| ,|, và|,? và|,? rạng sáng|,? rạng| ?- ?|,? (?:cho )?(?:đến|tới)(?: hết)?(?: \d{1,2} ?(?:giờ|h)(?: ?\d{1,2})?(?: ?phút)?,?)?| &) ?(?:ngày )?$/u

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
  const beside = {
    before: key.slice(Math.max(blockStart, core.start - 30), core.start),
    after: key.slice(core.end, core.end + 30),
  }
  if (year === null && isLunarHoliday(page, { day, month }, beside))
    return decline(page, core, 'day-lunar', 'A date of the lunar calendar.')
  if (year === null && everyYear.test(key.slice(core.end, core.end + 12)))
    return decline(page, core, 'day-every-year', 'A day of every year.')
  const dashed = /^\d{1,2} ?-/u.test(key.slice(core.start, core.end))
  const elements: Element[] = [{ ...core, day, month, year }]
  const links: Link[] = []
  let start = core.start
  for (let i = 0; i < 12; i++) {
    const match = bareDay.exec(before(start))
    const bare = Number(match?.[1])
    if (!match || bare < 1 || bare > 31) break
    const at = start - match[0].length
    // "5-3 đến 10-3": the 3 is a month.
    if (dashed && key[at - 1] === '-') break
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
  const weekdayWritten = weekdayBeside(named?.[0] ?? '', key.slice(core.end, core.end + 16))
  if (last && weekdayWritten !== undefined) last.weekday = weekdayWritten
  const holiday = page.lexicon.holidays.some(
    (h) => h.calendar === 'solar' && h.day === day && h.month === month,
  )
  const isNamed = isNamedDay(page, blockStart, start)
  const counts = year === null && dayOrRatio(page, core, day, month).reading === 'ratio'
  if (!strong && year === null && (neverBefore.test(wordsBefore) || counts))
    return decline(
      page,
      core,
      'not-a-day',
      'The word beside it makes it a name, a score or a count, and nothing says that it is a day.',
    )
  // "đường 30/4", "phường 2/9" stay names whatever else is said.
  return {
    start,
    end: core.end,
    elements,
    links,
    strong,
    weak: weak || isNamed,
    holiday:
      isNamed || (holiday && commemorated.test(key.slice(Math.max(blockStart, start - 70), start))),
  }
}

function weekdayBeside(before: string, after: string): number | undefined {
  return (
    weekdayIn(before) ?? (/^,? ?\(/u.test(after) ? weekdayIn(after.split(')')[0] ?? '') : undefined)
  )
}
