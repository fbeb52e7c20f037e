// Reads the line that says when an article was published, in the forms that Vietnamese sites write it.
//
//   "Thứ năm - 09/02/2023 20:01" · "20 Tháng 9, 2021" · "(05.08.2019 16:32)" · "thứ năm, 08 08 2019 08:51"
//   "Đăng lúc 10:12, Thứ Sáu, 22 Tháng Chín 2023 (GMT+7)" · "Cập nhật: 20:11 | 14/08/2022" · "Posted on March 5, 2024"
import { keyOf } from './fold.ts'

export type DateLine = {
  /** ISO date, or date-time with offset where a time of day is given; Vietnamese time where no zone is. */
  at: string
  /** What the line says it is the date of. */
  label: 'published' | 'modified' | null
}

const longest = 110

const weekday = '(?:thứ\\s*(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)'
const monthWords = [
  'một',
  'hai',
  'ba',
  'tư',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
]
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthWord = '(mười hai|mười một|mười|một|hai|ba|tư|năm|sáu|bảy|tám|chín|\\d{1,2})'
const english = `(${months.join('|')})[a-z]{0,6}\\.?`

type Reader = readonly [pattern: RegExp, day: number, month: number, year: number]
const readers: readonly Reader[] = [
  [
    /(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d|[/.]\d|-\d{1,2}[-/.])/u,
    1,
    2,
    3,
  ],
  [/(?<![\d/.-])(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d|[/.-]\d)/u, 3, 2, 1],
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})[\\s-]{1,3}tháng\\s+${monthWord}\\s?,?\\s+(?:năm\\s+)?(\\d{4})(?!\\d)`,
      'u',
    ),
    1,
    2,
    3,
  ],
  [new RegExp(`tháng\\s+${monthWord}\\s+(\\d{1,2})\\s?,\\s?(\\d{4})(?!\\d)`, 'u'), 2, 1, 3],
  [
    new RegExp(`(?<!\\p{L})${english}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'u'),
    2,
    1,
    3,
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+${english},?\\s+(\\d{4})(?!\\d)`, 'u'),
    1,
    2,
    3,
  ],
  // Only behind a weekday: three bare numbers may be anything.
  [new RegExp(`${weekday}\\s*[,-]?\\s*(\\d{1,2})\\s(\\d{1,2})\\s(\\d{4})(?!\\d)`, 'u'), 1, 2, 3],
]

const clock =
  /(?<![\d:])(\d{1,2})\s?(?::|h|giờ)\s?(\d{1,2})(?!\d)(?:\s?:\s?(\d{1,2})(?!\d))?(?:\s?(?:'|phút|p)(?!\p{L}))?(?:\s?(am|pm|sa|ch)(?!\p{L}))?/u
const zone = /\(?\s*(?:gmt|utc)\s*(?:([+-])\s?(\d{1,2})(?::?(\d{2}))?)?\s*\)?/u
const published =
  /(?<!\p{L})(?:(?:ngày|thời gian|lúc) (?:đăng|viết|xuất bản|tạo|gửi)(?: (?:tin|bài))?|(?:được )?(?:đăng|gửi|viết|xuất bản|tạo|post)(?: tải)?(?: (?:lúc|ngày|vào|bởi))*|thời gian|date|posted(?: on)?|published(?: on)?)(?!\p{L})/u
const modified =
  /(?<!\p{L})(?:(?:ngày|lần|thời gian|được)? ?(?:cập nhật|sửa|chỉnh sửa)(?: (?:lần cuối|cuối|lúc|ngày|vào))*|(?:last )?(?:updated?|modified)(?: on)?)(?!\p{L})/u
/** Days of another kind: when a law was signed or comes into force, when a call ends. */
const otherDay =
  /hiệu lực|ban hành|hết hạn|ký|hạn nộp|từ ngày|đến ngày|khai mạc|khởi công|thành lập|sinh ngày|giấy phép|today|hôm nay/u
/** What may stand beside the date: counters, "ngày", "lúc", "in", weekday. */
const filler =
  /(?<!\p{L})(?:ngày|lúc|vào|hồi|tin|bài viết|on|at|by|(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập)|đã xem|lượt|view(?:s|ed)?|hits?|đọc|xem|phản hồi|bình luận|comments?|\d+(?:[.,]\d+)*)(?!\p{L})/gu
const weekdays = new RegExp(`(?<!\\p{L})${weekday}(?!\\p{L})`, 'gu')

/** The day and time a short line names, and hardly anything else; null where it is another line. */
export function readDateLine(line: string): DateLine | null {
  if (line.length > longest || !/\d{4}/.test(line)) return null
  const key = keyOf(line.normalize('NFC')).replace(/\s+/g, ' ').trim()
  if (otherDay.test(key)) return null
  const found = dateIn(key)
  if (!found) return null
  // The day's words go, but the weekday before spaced numbers stays known to be one.
  let rest = key.replace(found.text, ' ')
  // Two dates are a span of days, or published and modified in one line: the first is read by `readDateParts`.
  if (dateIn(rest)) return null
  const offset = zone.exec(rest)
  if (offset) rest = rest.replace(offset[0], ' ')
  const time = clock.exec(rest)
  if (time) rest = rest.replace(time[0], ' ')
  const label = published.test(rest) ? 'published' : modified.test(rest) ? 'modified' : null
  rest = rest
    .replace(published, ' ')
    .replace(modified, ' ')
    .replace(weekdays, ' ')
    .replace(filler, ' ')
  if ((rest.match(/[\p{L}\d]/gu)?.length ?? 0) > 3) return null
  return { at: instantOf(found.date, time, offset), label }
}

/** The same for a line that may name two days: "Đăng: 09/02/2023 20:01 | Cập nhật: 10/02/2023". One entry a day. */
export function readDateLines(line: string): DateLine[] {
  const whole = readDateLine(line)
  if (whole) return [whole]
  if (line.length > 2 * longest) return []
  const parts = line.split(/\s[|•·–-]\s|(?<=\d)\s*[;|]\s*|(?<=\d\)?)\s+(?=cập nhật|sửa|updated)/iu)
  if (parts.length < 2 || parts.length > 4) return []
  const read = parts.map(readDateLine)
  return read.every((r) => r !== null) ? read : []
}

/** The day and time named anywhere in a short line: "Thanh Tuyền - 09/02/2023 20:01 - 125 lượt". For lines known to tell it. */
export function dateInside(line: string): DateLine | null {
  if (line.length > 2 * longest || !/\d{4}/.test(line)) return null
  const key = keyOf(line.normalize('NFC')).replace(/\s+/g, ' ').trim()
  const found = otherDay.test(key) ? null : dateIn(key)
  if (!found) return null
  const rest = key.replace(found.text, ' ')
  if (dateIn(rest)) return null
  const offset = zone.exec(rest)
  const time = clock.exec(offset ? rest.replace(offset[0], ' ') : rest)
  const label = published.test(rest) ? 'published' : modified.test(rest) ? 'modified' : null
  return { at: instantOf(found.date, time, offset), label }
}

/** The first day that a matching key names in one of the forms, with its words and their offset in the key; null without one. */
export function dateIn(key: string): { date: string; text: string; index: number } | null {
  for (const [pattern, d, m, y] of readers) {
    const match = pattern.exec(key)
    if (!match) continue
    const date = dayOf(match[d], match[m], match[y])
    if (date) return { date, text: match[0], index: match.index }
  }
  return null
}

function dayOf(d: string | undefined, m: string | undefined, y: string | undefined): string | null {
  const day = Number(d)
  const year = Number(y)
  const word = m ?? ''
  const month = /^\d+$/.test(word)
    ? Number(word)
    : 1 + (months.indexOf(word) >= 0 ? months.indexOf(word) : monthWords.indexOf(word))
  if (month < 1 || month > 12 || day < 1 || year < 1990 || year > 2100) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${two(month)}-${two(day)}`
}

function instantOf(
  date: string,
  time: RegExpExecArray | null,
  offset: RegExpExecArray | null,
): string {
  if (!time) return date
  let hour = Number(time[1])
  const minute = Number(time[2])
  const second = Number(time[3] ?? 0)
  if ((time[4] === 'pm' || time[4] === 'ch') && hour < 12) hour += 12
  if ((time[4] === 'am' || time[4] === 'sa') && hour === 12) hour = 0
  if (hour > 23 || minute > 59 || second > 59) return date
  const [, sign = '+', hours = '7', minutes = '00'] = offset ?? []
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${sign}${two(Number(hours))}:${minutes}`
}

const two = (n: number): string => String(n).padStart(2, '0')
