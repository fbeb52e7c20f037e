// Who gives an order: the subject of the reporting verb before it.
import { keyOf } from '../../text/fold.ts'
import { isCapitalised, readName } from '../names.ts'
import { readOrganisation } from '../organisations.ts'
import type { Page } from '../page.ts'
import { readPositions } from '../positions.ts'
import { levelOf } from './bodies.ts'
import { tokenAt } from './imperative.ts'

/** A person, an office or a body; `start` is where it stands in the view, null where taken from the header. */
export type Speaker = { text: string; start: number | null }

/**
 * Matching key of words that say how high a speaker stands: the office or body itself; for a person what follows the
 * name ("…, Giám đốc Sở"), else the last title before it.
 */
export function issuerWords(page: Page, speaker: Speaker): string {
  const own = keyOf(speaker.text)
  if (speaker.start === null || levelOf(own) !== null) return own
  const end = speaker.start + speaker.text.length
  const after = /^ ?[,(-] ?([^.;]{0,60})/u.exec(page.key.slice(end, end + 64))?.[1] ?? ''
  if (levelOf(after) !== null) return after
  const before = page.key.slice(Math.max(0, speaker.start - 60), speaker.start)
  return before.slice(before.search(/[^,.;:]*$/u))
}

/** Gatherings that resolve like a body, and whose first word is one: "Hội nghị thống nhất". */
const gathering = /^(?:hội nghị|đại hội|hội thảo|kỳ họp|phiên họp|cuộc họp)(?!\p{L})/u

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
    const token = page.tokens[i]
    const met = token && gathering.exec(page.key.slice(token.start, token.start + 12))?.[0]
    if (met && token && isCapitalised(page, i)) {
      body = { text: page.text.slice(token.start, token.start + met.length), start: token.start }
      i += 2
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
