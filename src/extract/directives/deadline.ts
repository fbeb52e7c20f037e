// When a directive must be done: "hoàn thành trước ngày 30/6/2023", "trước 16 giờ ngày 20/12/2022", "trong quý I/2023".
import type { DateValue } from '../dates.ts'
import type { Annotation, Page } from '../page.ts'
import type { DirectiveFound } from './found.ts'

/** What stands directly before a date that is a limit; an hour may come between: "trước 16 giờ 30 phút ngày". */
const before =
  /(?<!\p{L})(?:trước|chậm nhất(?: là)?(?: vào| đến| trong)?|muộn nhất(?: là)?(?: vào)?|đến hết|hạn (?:chót|cuối)(?: là)?|thời hạn(?: hoàn thành| gửi| báo cáo)?:?(?: là)?|(?:hoàn thành|xong)(?: trong| vào)?|từ nay đến(?: hết)?) (?:\d{1,2} ?(?:giờ|h|g)(?: ?\d{1,2}(?: phút)?)?,? )?(?:các )?(?:ngày |hết )?$/u
/** "trong quý I/2023": a limit where the date is a part of a year. */
const within = /(?<!\p{L})trong $/u
const partOfYear = /^(?:quý|tháng|ngày|tuần)(?!\p{L})/u
const past = /^ (?:vừa qua|qua|vừa rồi)(?!\p{L})/u
const opensAsLimit = /^(?:trước|trong (?:quý|tháng|tuần|ngày)|đến hết|chậm nhất)(?!\p{L})/u

/** The date by which a directive is due, as EDTF; null where none is set. Lines beside it ("Thời gian: …") count too. */
export function deadlineOf(
  page: Page,
  directive: Annotation<DirectiveFound>,
  dates: readonly Annotation<DateValue>[],
): string | null {
  const inside = dates.filter((d) => d.start >= directive.start && d.end <= directive.end)
  const due = inside.filter((d) => {
    if (d.value.kind === 'deadline') return true
    if (d.value.kind === 'citation') return false
    if (past.test(page.key.slice(d.end, d.end + 12))) return false
    const words = page.key.slice(Math.max(directive.start, d.start - 60), d.start)
    const date = page.key.slice(d.start, d.end)
    return (
      before.test(words) || opensAsLimit.test(date) || (within.test(words) && partOfYear.test(date))
    )
  })
  const stated = directive.value.times.flatMap((t) =>
    dates.filter((d) => d.start >= t.start && d.end <= t.end),
  )
  const date = lastOf(page, latest(due.length > 0 ? due : stated), dates)
  return date ? inYearOfTitle(page, date) : null
}

/** Of several stages the one that ends last, wherever it stands. */
function latest(dates: readonly Annotation<DateValue>[]): Annotation<DateValue> | undefined {
  const endOf = ({ value }: Annotation<DateValue>) => value.edtf.slice(value.edtf.indexOf('/') + 1)
  let found = dates[0]
  for (const date of dates) if (found && endOf(date) >= endOf(found)) found = date
  return found
}

/** UTF-16 units in which "và" between two dates stands. */
const mostBetween = 5

/** The last of dates told together: "trong quý III và quý IV năm 2004". */
function lastOf(
  page: Page,
  first: Annotation<DateValue> | undefined,
  dates: readonly Annotation<DateValue>[],
): Annotation<DateValue> | undefined {
  let last = first
  for (const date of dates) {
    if (!last || date.start <= last.end) continue
    const between = page.key.slice(last.end, Math.min(date.start, last.end + mostBetween))
    if (!/^(?: và|,) $/u.test(between)) break
    last = date
  }
  return last
}

const titleYears = new WeakMap<Page, string | null>()

/** "Tháng 12" in a plan "năm 2014" that was issued in 2013 is of the year planned for. EDTF. */
function inYearOfTitle(page: Page, date: Annotation<DateValue>): string {
  const { edtf, inferred } = date.value
  if (!inferred || !/^\d{4}(?:-\d{2}){1,2}$/u.test(edtf)) return edtf
  if (/\d{4}/u.test(page.key.slice(date.start, date.end))) return edtf
  let year = titleYears.get(page)
  if (year === undefined) {
    year = yearOfTitle(page)
    titleYears.set(page, year)
  }
  return year !== null && edtf < year ? year + edtf.slice(4) : edtf
}

/** The one year that the title of a plan is for: "KẾ HOẠCH … NĂM 2014"; null where it names none or several. */
function yearOfTitle(page: Page): string | null {
  const title = page.blocks
    .filter((b) => b.zone === 'title')
    .map((b) => page.key.slice(b.start, b.end))
    .join(' ')
  if (!/(?<!\p{L})(?:kế hoạch|chương trình|phương hướng)(?!\p{L})/u.test(title)) return null
  const years = new Set([...title.matchAll(/năm (\d{4})(?! ?[-–]| và)/gu)].map((m) => m[1] ?? ''))
  return years.size === 1 ? ([...years][0] ?? null) : null
}
