// When an article was published: the visible date line beside its title, else what the page says of itself.
//
//   "Thứ năm - 09/02/2023 20:01" · "Thứ ba, 30/08/2022, 07:53 (GMT+7)" · "Đăng ngày: 05-03-2024" · "12/04/2021 | 08:15"
//
// A page clock stands before the title ("Chủ nhật, 25/09/2022 | 17:31") and is not the publication: of several date
// lines the one after the title wins, and a clock that is later than another date line is passed over.
import type { ParsedDocument } from '../model.ts'
import { readDateLine as dateLineOf, readDateLines } from '../text/date-line.ts'
import { keyOf } from '../text/fold.ts'
import type { Line } from './line.ts'

export type Publication = {
  /** ISO date, or date-time with offset where a time of day is given. */
  at: string
  /** Index of the line it stands in; null where it comes from the page's metadata. */
  line: number | null
  /** Indices of the other date lines near it: page clocks. */
  clocks: number[]
}

/** The instant a date line names, or null where the line is something else. */
export function readDateLine(line: string): string | null {
  return dateLineOf(line.replace(field, ''))?.at ?? null
}

/**
 * The instant in a line that also names the section of the site: "Kinh tế thứ năm, 08/08/2019 08:52", "Đời sốngthứ năm, 08 08 2019",
 * "Thông tin hoạt động(05.08.2019 16:32)". Either nothing parts the two, or weekday and time are told.
 */
function readSectionLine(line: string): string | null {
  const match = sectioned.exec(line)
  if (!match || line.length > 90) return null
  const [, section = '', gap = '', told = ''] = match
  if (noSection.test(keyOf(section))) return null
  const at = readDateLine(told)
  const parted = gap !== '' || told.startsWith('(')
  return at !== null && (!parted || at.includes('T')) ? at : null
}

/** The same with the section behind the day: "Thứ sáu, 28/06/2019 15:59 | Văn hóa". */
function readDayBeforeSection(line: string): string | null {
  const match = line.length > 90 ? null : beforeSection.exec(line)
  const told = match?.[1] ?? ''
  if (!match || noSection.test(keyOf(match[2] ?? ''))) return null
  const at = readDateLine(told)
  return at !== null && (at.includes('T') || startsWithWeekday.test(told)) ? at : null
}

const weekday = '(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật)'
const sectioned = new RegExp(
  `^\\s*(\\p{Lu}[\\p{L} ,&/|>»–-]{2,44}?)(\\s?)(${weekday}[\\s,-].+|\\(?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}(?:\\s.{0,20})?)$`,
  'u',
)
const beforeSection =
  /^\s*([^|>»•·]{8,50}?\S)(?:\s?[|>»•·]\s?| [/-] )(\p{Lu}[\p{L} ,&/>»-]{2,44})$/u
const startsWithWeekday = new RegExp(`^\\s*${weekday}(?!\\p{L})`, 'u')
/** What happens on a day is no section. */
const noSection =
  /(?<!\p{L})(?:lịch|họp|hội nghị|ngày|sáng|chiều|tối|trưa|từ|đến|vào|lúc|cập nhật|tuần)(?!\p{L})/u
/** Sections are named in the first lines, above the title. */
const sectionLines = 4

/** "Published Date: Thứ sáu, 15/12/2023": the name of a field, as feeds and saved pages write it. */
const field = /^\s*(?:published|publication|publish|posted|post) (?:date|time)\s*:\s*/iu

const searchedLines = 25

/** Formats whose parser sees where a date stands, weighs it against metadata, and so has the last word. */
const weighed = new Set(['text/html', 'multipart/related', 'message/rfc822'])

/** Finds the publication of an article. Visible text is believed before metadata. */
export function publicationOf(
  lines: readonly Line[],
  { metadata, mediaType }: Pick<ParsedDocument, 'metadata' | 'mediaType'>,
): Publication | null {
  const found = lines.slice(0, searchedLines).flatMap((line) => {
    if (line.kind === 'table-row' || isOfMeeting(line, lines[line.index + 1])) return []
    const at =
      readDateLine(line.text) ??
      (line.index < sectionLines
        ? (readSectionLine(line.text) ?? readDayBeforeSection(line.text))
        : null)
    return at ? [{ at, line: line.index }] : []
  })
  const stated = metadata.publishedAt
  if (weighed.has(mediaType)) return stated ? placed(stated, lines) : null
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
  if (stated && /^\d{4}-\d{2}-\d{2}/.test(stated)) return { at: stated, line: null, clocks: [] }
  return null
}

/** "Thời gian: 8 giờ ngày 12 tháng 6 năm 2024" over "Địa điểm: …": when people meet. */
const isOfMeeting = (line: Line, next: Line | undefined): boolean =>
  line.key.trimStart().startsWith('thời gian') && /^\W{0,3}địa điểm/u.test(next?.key ?? '')

/** The publication that a parser states, with the line that shows it. */
function placed(at: string, lines: readonly Line[]): Publication {
  const line = lines
    .slice(0, searchedLines)
    .find(({ text }) => readDateLines(text).some((d) => d.at.slice(0, 10) === at.slice(0, 10)))
  return { at, line: line?.index ?? null, clocks: [] }
}
