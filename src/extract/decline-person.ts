// Notes of people, titles and bodies that `findOfficials` looked at and did not take. Nothing is looked up where the page
// does not trace.
import { decline, tokenSpan } from './decline.ts'
import { isCapitalised, readName } from './names.ts'
import type { Page } from './page.ts'
import type { PositionSpan } from './positions.ts'

/** Notes the words from one token to the end of the name that begins at another, or to there. */
export function declineNamed(
  page: Page,
  from: number,
  nameFrom: number,
  rule: string,
  reason: string,
): null {
  if (!page.declined) return null
  const next = readName(page, nameFrom, true)?.nextToken ?? nameFrom
  return decline(page, tokenSpan(page, from, next), rule, reason)
}

/** Notes two capitalised words or more that begin with no known family name. */
export function declineUnknownName(page: Page, from: number): null {
  if (!page.declined || !isCapitalised(page, from) || isCapitalised(page, from - 1)) return null
  if (page.lexicon.surnames.longestAt(page.tokens, from)) return null
  let next = from
  while (isCapitalised(page, next) && next < from + 5) next++
  if (next - from < 2) return null
  return decline(
    page,
    tokenSpan(page, from, next),
    'name-unknown',
    'The words begin with no known family name; without an honorific or a title they are not read as a person.',
  )
}

/** Notes titles that are no office, and bodies after a title that no dictionary knows. */
export function declinePositions(page: Page, positions: readonly PositionSpan[]): void {
  if (!page.declined) return
  for (const position of positions)
    if (!position.office)
      decline(page, position, 'title-no-office', 'The title names an occupation and no office.')
    else if (position.unread)
      decline(
        page,
        position,
        'body-unknown',
        'The words in capitals after the title are no body that the dictionaries know, so the position stays without one.',
      )
}
