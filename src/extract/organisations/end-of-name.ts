// What may stand behind a body's name and is part of it: the rest of the name on the next line, a year that closes it.
//
//   Nguyên Chủ tịch Tập đoàn Bưu chính ⏎ Viễn thông Việt Nam      Ban Tổ chức Năm Du lịch Quốc gia - Ninh Bình 2021
import { isCapitalised, readName } from '../names.ts'
import type { OrganisationSpan } from '../organisations.ts'
import type { Page } from '../page.ts'

/** Words that the rest of a name on a line of its own has at most. */
const longestRest = 8

/**
 * The token after a name that goes on over a line break: the next line is nothing but words that end in "Việt Nam", and
 * begins nothing else. Null where the name ends with its line.
 */
export function overLineBreak(page: Page, body: OrganisationSpan, next: number): number | null {
  const { tokens, lexicon } = page
  const from = next + 1
  if (tokens[next]?.text !== '\n' || body.bare || body.provinceId || body.locality) return null
  if (!isCapitalised(page, from) || tokens[next - 1]?.text === 'nam') return null
  const { titles, organisationHeads, organisations, honorifics, degrees } = lexicon
  if (
    [titles, organisationHeads, organisations, honorifics, degrees].some((phrases) =>
      phrases.longestAt(tokens, from),
    ) ||
    readName(page, from, false)
  )
    return null
  for (let i = from; i <= from + longestRest; i++) {
    const text = tokens[i]?.text ?? '\n'
    if (text === '\n')
      return tokens[i - 1]?.text === 'nam' && tokens[i - 2]?.text === 'việt' ? i : null
    if (!/^[\p{L}-]/u.test(text)) return null
  }
  return null
}

const event =
  /(?:^| )(?:năm|festival|lễ hội|liên hoan|tuần lễ|tháng|hội chợ|hội thi|cuộc thi|kỳ thi|giải|đại hội|diễn đàn|triển lãm|hội nghị|games|cup|cúp) /u

/** The token after a year that closes the name of an event which the body is for; `next` itself where none does. */
export function withYear(page: Page, first: number, next: number): number {
  const year = page.tokens[next]
  const last = page.tokens[next - 1]
  if (!year || !last || !/^(?:19|20)\d\d$/u.test(year.text) || year.start - last.end > 1)
    return next
  // "Năm Du lịch 2021-2022" is a term.
  if (/^[-/]$/u.test(page.tokens[next + 1]?.text ?? '')) return next
  return event.test(page.key.slice(page.tokens[first]?.start ?? last.start, last.end))
    ? next + 1
    : next
}
