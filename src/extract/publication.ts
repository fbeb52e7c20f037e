// When an article was published: the visible date line beside its title, else what the page says of itself.
//
//   "Thứ năm - 09/02/2023 20:01" · "Thứ ba, 30/08/2022, 07:53 (GMT+7)" · "Đăng ngày: 05-03-2024" · "12/04/2021 | 08:15"
//
// A page clock stands before the title ("Chủ nhật, 25/09/2022 | 17:31") and is not the publication: of several date
// lines the one after the title wins, and a clock that is later than another date line is passed over.
import type { ParsedDocument } from '../model.ts'
import type { Line } from './line.ts'

export type Publication = {
  /** ISO date, or date-time with offset where a time of day is given. */
  at: string
  /** Index of the line it stands in; null where it comes from the page's metadata. */
  line: number | null
  /** Indices of the other date lines near it: page clocks. */
  clocks: number[]
}

const dateLine =
  /^(?:(?:đăng (?:lúc|ngày)|ngày đăng|xuất bản|cập nhật(?: lúc| ngày)?|thời gian đăng|đăng)\s*:?\s*)?(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*[,\-|]?\s*)?(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s*[,\-|–]?\s*(?:lúc\s*)?(\d{1,2})[:h](\d{2})(?::\d{2})?(?:\s*(am|pm|sa|ch))?)?\s*(?:\(?(?:gmt|utc)\s*([+-]\d{1,2})(?::?\d{2})?\)?)?\s*(?:\(?gmt\+7\)?)?[.|]?$/u
const timeFirst =
  /^(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*[,\-|]?\s*)?(\d{1,2})[:h](\d{2})(?:\s*[,\-|]\s*|\s+)(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*[,\-|]?\s*)?(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u

/** The instant a date line names, or null where the line is something else. `key` is a line of the matching key. */
export function readDateLine(key: string): string | null {
  if (key.length > 80) return null
  const text = key.trim()
  const first = timeFirst.exec(text)
  if (first) return isoOf(first[3], first[4], first[5], first[1], first[2], undefined, undefined)
  const match = dateLine.exec(text)
  if (!match) return null
  return isoOf(match[1], match[2], match[3], match[4], match[5], match[6], match[7])
}

function isoOf(
  d: string | undefined,
  m: string | undefined,
  y: string | undefined,
  h: string | undefined,
  min: string | undefined,
  half: string | undefined,
  offset: string | undefined,
): string | null {
  const day = Number(d)
  const month = Number(m)
  const year = Number(y)
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return null
  if (year < 1990 || year > 2100) return null
  const date = `${year}-${two(month)}-${two(day)}`
  if (h === undefined || min === undefined) return date
  let hour = Number(h)
  if ((half === 'pm' || half === 'ch') && hour < 12) hour += 12
  if ((half === 'am' || half === 'sa') && hour === 12) hour = 0
  if (hour > 23 || Number(min) > 59) return date
  const zone = offset === undefined ? 7 : Number(offset)
  return `${date}T${two(hour)}:${min}:00${zone < 0 ? '-' : '+'}${two(Math.abs(zone))}:00`
}

const two = (n: number): string => String(n).padStart(2, '0')

const searchedLines = 25

/** Finds the publication of an article. Visible text is believed before metadata. */
export function publicationOf(
  lines: readonly Line[],
  metadata: ParsedDocument['metadata'],
): Publication | null {
  const found = lines.slice(0, searchedLines).flatMap((line) => {
    const at = readDateLine(line.key)
    return at ? [{ at, line: line.index }] : []
  })
  // A clock shows when the page was saved, so it is later than the article; and it stands before the title.
  const chosen = found.reduce<(typeof found)[number] | null>((best, here) => {
    if (!best) return here
    return here.at.slice(0, 10) < best.at.slice(0, 10) || best.line < 2 ? here : best
  }, null)
  if (chosen)
    return {
      at: chosen.at,
      line: chosen.line,
      clocks: found.filter((f) => f.line !== chosen.line).map((f) => f.line),
    }
  const stated = metadata.publishedAt
  if (stated && /^\d{4}-\d{2}-\d{2}/.test(stated)) return { at: stated, line: null, clocks: [] }
  return null
}
