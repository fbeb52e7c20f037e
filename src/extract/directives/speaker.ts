// Who gives an order: the subject of the reporting verb before it.
import { isCapitalised, readName } from '../names.ts'
import { readOrganisation } from '../organisations.ts'
import type { Page } from '../page.ts'
import { readPositions } from '../positions.ts'
import { tokenAt } from './imperative.ts'

/** A person, an office or a body; `start` is where it stands in the view, null where taken from the header. */
export type Speaker = { text: string; start: number | null }

/** The last person, office or body named between `from` and `verbAt`; a person is preferred. Null where none is. */
export function issuerBefore(page: Page, from: number, verbAt: number): Speaker | null {
  let person: Speaker | null = null
  let office: Speaker | null = null
  let body: Speaker | null = null
  const last = tokenAt(page, verbAt)
  for (let i = tokenAt(page, from); i < last; ) {
    const introduced = page.lexicon.honorifics.longestAt(page.tokens, i)
    const name = introduced
      ? readName(page, introduced.nextToken, true)
      : isCapitalised(page, i)
        ? readName(page, i, false)
        : null
    if (name && (introduced || name.strong)) {
      person = { text: page.text.slice(name.start, name.end), start: name.start }
      i = name.nextToken
      continue
    }
    const run = readPositions(page, i)
    const position = run.positions[0]
    if (position) {
      office = {
        text: page.text.slice(position.start, run.positions.at(-1)?.end ?? position.end),
        start: position.start,
      }
      i = run.nextToken
      continue
    }
    const organisation = isCapitalised(page, i) ? readOrganisation(page, i, false) : null
    if (organisation) {
      body = {
        text: page.text.slice(organisation.start, organisation.end),
        start: organisation.start,
      }
      i = organisation.nextToken
      continue
    }
    i++
  }
  return person ?? office ?? body
}
