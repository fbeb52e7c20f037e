// Several people with one position: the names of a list, and what announces them.
//
//   3 Phó Chủ tịch Hội gồm các đồng chí: A, B và C        the title first, then a word that says who they are
//   Phó Giám đốc Sở là ông A và bà B
//   Phó Trưởng ban: A, B                                  a colon alone, over two names and more
//   các Phó Chủ tịch UBND tỉnh A, B, C                    a title of several people right before the names
import { keyOf } from '../../text/fold.ts'
import { type NameSpan, readName } from '../names.ts'
import type { OfficialMention } from '../officials.ts'
import type { OrganisationSpan } from '../organisations.ts'
import type { Annotation, Page } from '../page.ts'
import { fieldBody } from '../positions/bodies.ts'
import type { PositionSpan } from '../positions.ts'
import { bodyAfterName } from './bodies-of-mention.ts'
import { readIntroduction } from './introduction.ts'
import { isPlural, positionsAfter } from './positions-beside.ts'

/** One name of a list with what stands beside it. */
type Item = {
  name: NameSpan
  honorifics: string[]
  degrees: string[]
  own: { positions: PositionSpan[]; nextToken: number; end: number } | null
  /** The body in brackets that the shared office is of: "các Bộ trưởng: A (Tài chính), B (Y tế)". */
  body: OrganisationSpan | null
  nextToken: number
}

export type Listed = { mentions: Annotation<OfficialMention>[]; nextToken: number }

/** What announces the names, the weakest last: how much else has to speak for a list. */
export type Announced = { from: number; by: 'gồm' | 'là' | 'colon' | 'plural'; lines: boolean }

/**
 * The people listed after a title that begins at token `first` and has been read as `run`; null where no list follows, or
 * the title is of somebody else ("đoàn của Thủ tướng gồm …").
 */
export function listedAfterTitle(
  page: Page,
  first: number,
  run: { positions: readonly PositionSpan[]; nextToken: number },
): Listed | null {
  const announced = announcedAt(page, first, run.nextToken)
  if (!announced || !ownsList(page, first)) return null
  const items = readItems(page, announced, run.positions)
  const [one] = items
  if (!one) return null
  const sure = one.honorifics.length > 0 || one.name.strong
  if (items.length === 1 && (!sure || announced.by === 'colon' || announced.by === 'plural'))
    return null
  return sharedBy(page, first, run.positions, items)
}

/** The people of a list as mentions, each with the shared positions before its own. `first`: the token that begins the list. */
export function sharedBy(
  page: Page,
  first: number,
  shared: readonly PositionSpan[],
  items: readonly Item[],
): Listed | null {
  const last = items.at(-1)
  if (!last) return null
  const from = page.tokens[first]?.start ?? 0
  return {
    mentions: items.map(({ name, honorifics, degrees, own, body }) => ({
      start: name.start,
      end: own?.end ?? name.end,
      rule: 'shared-position',
      confidence: name.strong ? 0.9 : 0.75,
      evidence: page.text.slice(from, Math.min(name.end, from + 160)),
      value: {
        name: { start: name.start, end: name.end },
        honorifics,
        degrees,
        positions: [...shared.map((p) => withBody(p, body)), ...(own?.positions ?? [])].filter(
          (p) => p.office,
        ),
      },
    })),
    nextToken: last.nextToken,
  }
}

const withBody = (position: PositionSpan, body: OrganisationSpan | null): PositionSpan =>
  body && !position.organisation && !position.impliedBody
    ? { ...position, organisation: body }
    : position

/** Where names are announced behind a title, and by what; null for other words. */
function announcedAt(page: Page, first: number, index: number): Announced | null {
  const { tokens } = page
  // "Hiệu trưởng nhà trường là thầy A"
  const school = tokens[index]?.text === 'nhà' && tokens[index + 1]?.text === 'trường'
  let next = school ? index + 2 : index
  let by: Announced['by'] | null = null
  // "Phó Bí thư (3 người): …", "Phó Bí thư, gồm: …", "Phó Bí thư (gồm: …)"
  if (tokens[next]?.text === '(' && /^\d{1,3}$/u.test(tokens[next + 1]?.text ?? ''))
    next = tokens[next + 3]?.text === ')' ? next + 4 : next
  else if (/^[,(]$/u.test(tokens[next]?.text ?? '')) next++
  const word = tokens[next]?.text
  if (word === 'gồm' || word === 'là') {
    by = word
    next++
    while (/^(?:có|là)$/u.test(tokens[next]?.text ?? '')) next++
  } else if (word === 'bao' && tokens[next + 1]?.text === 'gồm') {
    by = 'gồm'
    next += 2
  } else if (next > index && word !== ':') return null
  const people = by || word === ':' ? pastPeople(page, next) : next
  const colon = tokens[people]?.text === ':'
  if (colon) next = people + 1
  else if (by) next = readName(page, people, true) ? people : next
  else if (isPlural(page, first)) return { from: index, by: 'plural', lines: false }
  else return null
  by ??= isPlural(page, first) ? 'plural' : 'colon'
  return { from: next, by, lines: colon && tokens[next]?.text === '\n' }
}

/** Past "các đồng chí", "các ông, bà", "02 ông" before a colon or the names. */
function pastPeople(page: Page, index: number): number {
  const { tokens, lexicon } = page
  let next = index
  if (/^\d{1,2}$/u.test(tokens[next]?.text ?? '')) next++
  for (let n = 0; n < 3; n++) {
    const honorific = lexicon.honorifics.longestAt(tokens, next)
    if (!honorific || honorific.values.every((v) => v.class === 'exclusion')) break
    next = honorific.nextToken
    const sign = tokens[next]?.text
    if ((sign === ',' || sign === '/') && lexicon.honorifics.longestAt(tokens, next + 1)) next++
  }
  // "ông A": the honorific is of the one name, and read with it.
  return tokens[next]?.text === ':' || isPluralList(page, index) ? next : index
}

const isPluralList = (page: Page, index: number): boolean =>
  page.lexicon.honorifics.longestAt(page.tokens, index)?.values.some((v) => v.class === 'list') ??
  false

const opens =
  /^(?:[\n.,;:(–-]|có|bầu|ra|gồm|chức|danh|sách|vụ|đó|hiện|nay|các|những|hai|ba|bốn|năm|sáu|bảy|tám|chí|ông|bà|vị|\d{1,2})$/u
const unitBefore = /^(?:đoàn|ban|tổ|nhóm|khối)$/u

/**
 * True where the title stands by itself, so that what is said after it is who holds it: not "đoàn của Thủ tướng gồm", "cùng
 * dự với Chủ tịch tỉnh là", nor the end of a body's name, "Ban Giám đốc gồm", "Đoàn Chủ tịch gồm".
 */
function ownsList(page: Page, first: number): boolean {
  const { tokens, lexicon } = page
  const before = tokens[first - 1]?.text ?? '\n'
  if (unitBefore.test(before) || !opens.test(before)) return false
  return (lexicon.organisationHeads.longestAt(tokens, first - 1)?.nextToken ?? 0) <= first
}

/** The names from a token on, joined by commas, "và" or semicolons, or one a line. `shared`: the office announced. */
export function readItems(
  page: Page,
  { from, by, lines }: Announced,
  shared: readonly PositionSpan[],
): Item[] {
  const { tokens } = page
  const items: Item[] = []
  let next = from
  for (;;) {
    if (lines) {
      const begun = pastMarker(page, next)
      if (begun === null) break
      next = begun
    }
    const item = readItem(page, next, shared)
    if (!item || (tokens[next - 1]?.text === ';' && endsSharing(item, items))) break
    const sign = tokens[item.nextToken]?.text
    // "các Phó Chủ tịch A, B và ông C, Giám đốc Sở Y": only "gồm" says that C is one of them.
    const expected = by === 'plural' ? items.every(({ own }) => own) : by === 'là' && !items[0]
    if (item.own && by !== 'gồm' && !expected) break
    items.push(item)
    next = item.nextToken
    if (lines) {
      if (/^[,.;]$/u.test(sign ?? '')) next++
    } else if (sign === ',' || sign === 'và' || (sign === ';' && by !== 'là')) {
      next++
      if (sign !== 'và' && tokens[next]?.text === 'và') next++
    } else break
  }
  return items
}

/** Past the break of a line and its "-", "1." or "a)"; null where no line begins. */
function pastMarker(page: Page, index: number): number | null {
  const { tokens } = page
  if (tokens[index]?.text !== '\n') return null
  let next = index + 1
  if (/^[-+•*]$/u.test(tokens[next]?.text ?? '')) next++
  else if (
    /^(?:\d{1,2}|\p{L})$/u.test(tokens[next]?.text ?? '') &&
    /^[.)]$/u.test(tokens[next + 1]?.text ?? '')
  )
    next += 2
  return next
}

type Person = Omit<Item, 'own' | 'body'>

/** A name with or without an honorific, past the number it has in the list. */
export function readPerson(page: Page, index: number): Person | null {
  const { tokens } = page
  const numbered =
    /^\d{1,2}$/u.test(tokens[index]?.text ?? '') && /^[.)]$/u.test(tokens[index + 1]?.text ?? '')
  const from = numbered ? index + 2 : index
  const introduction = readIntroduction(page, from)
  if (introduction?.excluded) return null
  const name = readName(page, introduction?.nextToken ?? from, true)
  if (!name) return null
  if (!introduction && !name.strong && name.nextToken - from < 3) return null
  return {
    name,
    honorifics: introduction?.honorifics ?? [],
    degrees: introduction?.degrees ?? [],
    nextToken: name.nextToken,
  }
}

/** "các đồng chí Phó Chủ tịch: A, B; đồng chí C, Giám đốc Sở": C is announced by himself, and with what he is. */
const endsSharing = ({ honorifics, own }: Item, before: readonly Item[]): boolean =>
  own !== null &&
  honorifics.length > 0 &&
  before.length > 0 &&
  before.every((item) => item.own === null && item.honorifics.length === 0)

/** The same with the position of its own, or the body in brackets that the shared one is of. */
function readItem(page: Page, index: number, shared: readonly PositionSpan[]): Item | null {
  const person = readPerson(page, index)
  if (!person) return null
  const own = positionsAfter(page, person.nextToken)
  const body = own ? null : bodyInBrackets(page, person.nextToken, shared)
  const nextToken = own?.nextToken ?? (body ? body.nextToken + 1 : person.nextToken)
  return { ...person, own, body, nextToken }
}

/** "(Bộ Y tế)", "(Tài chính)" behind the name of a minister. */
function bodyInBrackets(
  page: Page,
  index: number,
  shared: readonly PositionSpan[],
): OrganisationSpan | null {
  const [office] = shared
  if (!office || office.organisation || page.tokens[index]?.text !== '(') return null
  const body = bodyAfterName(page, index) ?? fieldBody(page, index + 1, keyOf(office.title))
  return body && page.tokens[body.nextToken]?.text === ')' ? body : null
}
