// The person behind a word for a place: "Trưởng phòng Kinh tế xã Nguyễn Hữu Tài" is Tài of the xã, not of a "xã Nguyễn Hữu Tài".
import { localityWordLength } from '../localities.ts'
import { type NameSpan, readName } from '../names.ts'
import { readIntroduction } from '../officials/introduction.ts'
import type { OrganisationSpan } from '../organisations.ts'
import type { Page } from '../page.ts'

/** Tokens that a name of a place has at most, signs such as an apostrophe with them. */
const longestPlace = 6
/** Words for places that are below the province. */
const below = /^(?:xã|phường|huyện|quận|thị)$/u

/**
 * A body that a title leads, without the person who was read as the name of its place; the body itself where a place stands
 * there. `held`: somebody who may hold the office stands before the title, so that only a family name of no other use counts.
 */
export function withoutHolder(page: Page, body: OrganisationSpan, held: boolean): OrganisationSpan {
  if (!body.locality || body.provinceId) return body
  const from = placeWord(page, body)
  if (from === null) return body
  const at = from + localityWordLength(page, from)
  const name = holderAt(page, at, held)
  if (!name) return body
  const [word, last] = [page.tokens[from], page.tokens[at - 1]]
  const [start, end] = [word?.start ?? body.start, last?.end ?? body.end]
  return { ...body, end, nextToken: at, locality: null, openLocality: page.key.slice(start, end) }
}

/** The token of the last word for a place in a body; null where its place is another one's. */
function placeWord(page: Page, body: OrganisationSpan): number | null {
  for (let i = body.nextToken - 2; i >= body.nextToken - longestPlace; i--)
    if (localityWordLength(page, i) > 0) return below.test(page.tokens[i]?.text ?? '') ? i : null
  return null
}

/** Three or four syllables with a family name that close the clause or say something, and are no place that is known. */
function holderAt(page: Page, at: number, held: boolean): NameSpan | null {
  const { tokens, lexicon } = page
  const name = readName(page, at, false)
  if (!name || (name.nextToken - at !== 3 && name.nextToken - at !== 4)) return null
  if (lexicon.nameTraps.places.longestAt(tokens, at)) return null
  const surname = lexicon.surnames.longestAt(tokens, at)
  if (!surname || (held && surname.values.some((s) => s.ambiguous))) return null
  // "xã Lý Nhân Trần Bình": a place of two syllables, and who holds the office.
  const second = lexicon.surnames.longestAt(tokens, at + 2)
  if (name.nextToken - at === 4 && second?.values.every((s) => !s.ambiguous)) return null
  return endsClause(page, name.nextToken) ? name : null
}

/** A sign that no other person follows, "cùng" or "và", or a verb. */
function endsClause(page: Page, index: number): boolean {
  const { tokens, lexicon } = page
  const sign = tokens[index]?.text ?? '\n'
  // "Chủ tịch UBND xã Giàng Chu Phìn, ông A": the name comes now.
  if (sign === ',' || sign === '-' || sign === ':')
    return !readIntroduction(page, index + 1) && !readName(page, index + 1, false)
  if (/^(?:[.;)\n]|cùng|và|đã|cho|cũng|phát|trả|làm|kết|đến|nói|nêu|nhấn)$/u.test(sign)) return true
  return lexicon.reportingVerbs.longestAt(tokens, index) !== null
}
