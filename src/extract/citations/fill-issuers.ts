// Issuers that a list or a fuller mention gives to numbers whose symbols name no body, or only "Ủy ban nhân dân".
import type { FoundCitation } from '../citations.ts'
import { numberKeyOf } from '../document-number.ts'
import type { Page } from '../page.ts'
import { bodyKey, isBare, isCouncil, mayBe, placeOf, unaccented } from './issuer.ts'

/** Words between two numbers of one list: "ngày …; ", " và Công văn số ". */
const listed =
  /^[;,]?(?: và| và các|;| cùng)? ?(?:(?:nghị quyết|quyết định|công văn|văn bản|kế hoạch|thông báo|tờ trình|báo cáo|chỉ thị)(?: liên tịch)? ?)?(?:số:? ?)?$/u

/** How much of a cell or a sentence is read for the name of a place. */
const longestCell = 800

/** Completes issuers in place. Citations must be in order of place. */
export function fillIssuers(page: Page, cited: readonly FoundCitation[]): void {
  // "ngày …; … và … của Chủ tịch UBND tỉnh": what ends a list is said of all of it.
  for (let i = cited.length - 2; i >= 0; i--) {
    const [one, next] = [cited[i], cited[i + 1]]
    if (one && next?.issuerFrom === 'after' && next.rule !== 'number-short')
      take(page, one, next, one, next)
  }
  // "UBND tỉnh đã ban hành các Quyết định số …; …": so is what stands before it.
  for (let i = 1; i < cited.length; i++) {
    const [one, previous] = [cited[i], cited[i - 1]]
    if (one && previous?.issuerFrom === 'before') take(page, one, previous, previous, one)
  }
  fillFromFuller(page, cited)
}

/**
 * The issuer that the same number has elsewhere. A number of a council may be another province's: it is taken from the
 * same lines alone, unless the day is the same, its own sentence or cell names that place alone, or the whole text names the
 * councils of one place.
 */
function fillFromFuller(page: Page, cited: readonly FoundCitation[]): void {
  const bodies = new Map<string, Set<string>>()
  const days = new Set<string>()
  const places = new Set<string>()
  const keyOf = ({ value }: FoundCitation) => `${value.type}|${numberKeyOf(value.number ?? '')}`
  for (const citation of cited) {
    const { value, issuerFrom, rule } = citation
    if (!value.number || !value.issuer || issuerFrom === 'symbols' || rule === 'number-short')
      continue
    if (isBare(value.issuer)) continue
    if (isCouncil(value.issuer)) places.add(placeOf(value.issuer))
    const key = keyOf(citation)
    if (value.date) days.add(`${key}|${value.date}`)
    const known = bodies.get(key)
    if (known) known.add(value.issuer)
    else bodies.set(key, new Set([value.issuer]))
  }
  places.delete('')
  for (const [i, citation] of cited.entries()) {
    const { value } = citation
    if (!value.number || !isBare(value.issuer)) continue
    const known = [...(bodies.get(keyOf(citation)) ?? [])]
    const body = known[0]
    if (!body || new Set(known.map(bodyKey)).size > 1 || !mayBe(value.issuer, body)) continue
    const near = cited
      .slice(Math.max(0, i - 6), i + 7)
      .some(
        (other) =>
          other.value.issuer === body &&
          keyOf(other) === keyOf(citation) &&
          other.block === citation.block,
      )
    const sameDay = value.date !== null && days.has(`${keyOf(citation)}|${value.date}`)
    const { start, end } = citation.scope
    const words = unaccented(page.text.slice(start, Math.min(end, start + longestCell)))
    const named = [...places].filter((place) => words.includes(place))
    const placed = named.length === 1 && named[0] === placeOf(body)
    if (near || sameDay || placed || value.issuer === null || places.size <= 1) value.issuer = body
  }
}

/** Gives one citation the body of its neighbour where both are of one list and the body may be its own. */
function take(
  page: Page,
  one: FoundCitation,
  from: FoundCitation,
  first: FoundCitation,
  second: FoundCitation,
): void {
  const body = from.value.issuer
  if (!body || one.issuerFrom !== 'symbols' || !isBare(one.value.issuer)) return
  if (!mayBe(one.value.issuer, body) || one.scope.start !== from.scope.start) return
  if (one.value.issuer === null && suffix(one) !== suffix(from)) return
  if (!listed.test(page.key.slice(first.tail, Math.max(first.tail, second.start)))) return
  one.value.issuer = body
  one.issuerFrom = from.issuerFrom
}

/** The symbols of a number: "QĐ-UBND" of "5/QĐ-UBND". */
const suffix = ({ value }: FoundCitation): string => value.number?.replace(/^\d+[a-z]?/u, '') ?? ''
