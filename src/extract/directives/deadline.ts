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
  return lastOf(page, latest(due.length > 0 ? due : stated), dates)?.value.edtf ?? null
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
