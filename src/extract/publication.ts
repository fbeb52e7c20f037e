// When an article was published: the visible date line beside its title, else what the page says of itself.
//
//   "Thứ năm - 09/02/2023 20:01" · "Thứ ba, 30/08/2022, 07:53 (GMT+7)" · "Đăng ngày: 05-03-2024" · "12/04/2021 | 08:15"
//
// A page clock stands before the title ("Chủ nhật, 25/09/2022 | 17:31") and is not the publication: of several date
// lines the one after the title wins, and a clock that is later than another date line is passed over.
import type { ParsedDocument } from '../model.ts'
import { readDateLine as dateLineOf, readDateLines } from '../text/date-line.ts'
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
    const at = line.kind === 'table-row' ? null : readDateLine(line.text)
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

/** The publication that a parser states, with the line that shows it. */
function placed(at: string, lines: readonly Line[]): Publication {
  const line = lines
    .slice(0, searchedLines)
    .find(({ text }) => readDateLines(text).some((d) => d.at.slice(0, 10) === at.slice(0, 10)))
  return { at, line: line?.index ?? null, clocks: [] }
}
