// Links to other news that a portal puts under an article: titles with the day they were put there.
//
//   Hội nghị tổng kết năm học của huyện(28/07/2019)     - Hội nghị tổng kết năm học của huyện (28/07)
//   [28/07/2019] Hội nghị tổng kết năm học của huyện    28/07/2019: Hội nghị tổng kết năm học của huyện
//
// A list of what was done or will be is no such: it is announced by a line that ends in a colon, or its lines end in stops.
import type { Line } from './line.ts'

const day = '(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})'
const time = '(?:[ ,-]{1,3}\\d{1,2}[:h]\\d{2}(?::\\d{2})?)?'
/** The day in brackets, behind the title or before it. */
const bracketed = [
  new RegExp(`^(?<title>.{12,240}?) ?[([] ?${day}${time} ?[)\\]]$`, 'u'),
  new RegExp(`^[-–•*»>]? ?[([] ?${day}${time} ?[)\\]][ :–-]{0,3}(?<title>.{12,240})$`, 'u'),
]
/** Without its year only behind a bullet; there a list of feasts looks alike, so the title is a long one. */
const withoutYear = /^[-–•*»>] ?(?<title>.{30,240}?) ?[([] ?\d{1,2}[/.-]\d{1,2} ?[)\]]$/u
/** The day without brackets: what happened in turn is told so too, but the first thing first. */
const open = [
  new RegExp(`^[-–•*»>]? ?${day}${time}[ :–-]{1,3}(?<title>\\p{L}.{11,240})$`, 'u'),
  new RegExp(`^(?<title>.{12,240}?) (?:[-–|] )?${day}${time}$`, 'u'),
]

/** Lines of such a list; fewer may be a sentence that happens to end in a day. */
const fewest = 2
/** The same of a list whose days stand without brackets. */
const fewestOpen = 3
/** The longest line that stands above such a list as its heading. */
const longestHeading = 40

type Link = { index: number; isOpen: boolean; day: string }

/**
 * Indices of the links at the end of an article; lines that `isChrome` names may stand below and between them. Empty where
 * none stand there.
 */
export function relatedLinks(
  lines: readonly Line[],
  isChrome: (index: number) => boolean,
): number[] {
  const found: Link[] = []
  let i = lines.length - 1
  for (; i > 0; i--) {
    const line = lines[i]
    if (!line || isChrome(i)) continue
    const link = linkOf(line)
    if (!link) break
    found.push(link)
  }
  if (found.length < fewest) return []
  if (found.some((link) => link.isOpen)) {
    // From the last to the first: the latest news stand on top.
    const latestFirst = found.every(
      (link, at) => at === 0 || link.day >= (found[at - 1]?.day ?? ''),
    )
    if (found.length < fewestOpen || !latestFirst) return []
  }
  const above = lines[i]?.text.trim() ?? ''
  // "Các sự kiện đã diễn ra gồm có:" announces a list of the article; "Tin liên quan:" is known as the site's.
  if (above.endsWith(':') && above.length > longestHeading) return []
  // A page that is a list of news throughout has its text in them.
  return lines.slice(0, i).some((line) => linkOf(line)) ? [] : found.map((link) => link.index)
}

function linkOf({ text, kind, index }: Line): Link | null {
  const written = text.trim()
  if (kind === 'table-row' || written.length > 270 || !/\d[/.-]\d/u.test(written)) return null
  const closed =
    bracketed[0]?.exec(written) ?? bracketed[1]?.exec(written) ?? withoutYear.exec(written)
  const match = closed ?? open[0]?.exec(written) ?? open[1]?.exec(written)
  const title = match?.groups?.title ?? ''
  if (!match || /[.;:]$/u.test(title) || !/\p{L} \p{L}/u.test(title)) return null
  const numbers = match.slice(1).filter((part) => /^\d{1,4}$/u.test(part ?? ''))
  const iso = numbers.map((part) => part.padStart(2, '0')).reverse()
  return { index, isOpen: closed === null || closed === undefined, day: iso.join('-') }
}
