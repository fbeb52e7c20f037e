// One position of several people: "các đồng chí Phó Giám đốc Sở: A, B và C", "các ông A và B giữ chức Phó Chủ tịch",
// "ông A và bà B, Phó Giám đốc Sở".
import { keyOf } from '../../text/fold.ts'
import { type NameSpan, readName } from '../names.ts'
import type { Page } from '../page.ts'
import { readPositions } from '../positions.ts'
import type { ListOpening } from './introduction.ts'
import { type Listed, readItems, readPerson, sharedBy } from './listed-names.ts'
import { peopleBelow } from './people-below.ts'
import { gainedOffice, positionsAfter } from './positions-beside.ts'

/** Offices that several hold at a time; of "Giám đốc Sở" there is one. */
const ofSeveral =
  /^(?:phó|uỷ viên|(?:tỉnh|thành|huyện|quận|thị|đảng) uỷ viên|đại biểu|uv|tuv|cố vấn|trợ lý|chuyên viên)(?!\p{L})/u

/** "các đồng chí Phó Giám đốc Sở: A, B và C": one position of several people. */
export function sharedPosition(page: Page, list: ListOpening): Listed | null {
  const { tokens } = page
  const run = readPositions(page, list.nextToken)
  if (run.positions.length === 0) return null
  let next = run.nextToken
  if (tokens[next]?.text === ':') next++
  else if (!readName(page, next, true)) return peopleBelow(page, list.nextToken, run)
  const items = readItems(page, { from: next, by: 'gồm', lines: false }, run.positions)
  return sharedBy(page, list.nextToken, run.positions, items)
}

/** So many are named before their office at most: a longer list is not read over from each "các đồng chí" in it. */
const mostListed = 60

/** "các đồng chí A, B, Phó Giám đốc Sở", "các ông A và B giữ chức Phó Chủ tịch": the position after the last is of all. */
export function distributed(page: Page, list: ListOpening): Listed | null {
  const { tokens } = page
  const names: NameSpan[] = []
  let introduced = false
  let next = tokens[list.nextToken]?.text === ':' ? list.nextToken + 1 : list.nextToken
  const listed = (index: number): NameSpan | null => {
    const name = readName(page, index, true)
    if (name) return name.strong || name.nextToken - index > 2 ? name : null
    const person = readPerson(page, index)
    if (person) introduced = true
    return person?.name ?? null
  }
  for (let name = listed(next); name; ) {
    if (names.length === mostListed) return null
    names.push(name)
    next = name.nextToken
    if (tokens[next]?.text !== ',' && tokens[next]?.text !== 'và') break
    name = listed(next + 1)
    if (name) next++
  }
  if (names.length < 2) return null
  const given = tokens[next]?.text === 'giữ' || tokens[next]?.text === 'làm'
  const run = given
    ? readPositions(page, tokens[next + 1]?.text === 'chức' ? next + 2 : next + 1)
    : positionsAfter(page, next)
  const positions = run?.positions.filter((p) => p.office) ?? []
  if (!run || positions.length === 0) return null
  // "các ông A, B và bà C, Giám đốc Sở": what only one can be is said of the nearest.
  if (introduced && !given && !positions.every(isOfSeveral)) return null
  const end = tokens[run.nextToken - 1]?.end ?? list.end
  return {
    mentions: names.map((name) => ({
      start: name.start,
      end: name.end,
      rule: 'shared-position',
      confidence: 0.85,
      evidence: page.text.slice(list.start, Math.min(end, list.start + 160)),
      value: { name: { start: name.start, end: name.end }, honorifics: [], degrees: [], positions },
    })),
    nextToken: run.nextToken,
  }
}

const isOfSeveral = ({ title }: { title: string }): boolean => {
  const key = keyOf(title)
  return ofSeveral.test(key) && !/ (?:thường trực|thứ nhất|phụ trách|điều hành)$/u.test(key)
}

/** So many are given one office in one sentence at most; a longer list is not read over from each of its names. */
const mostTogether = 10

/**
 * "đồng chí A và đồng chí B được bầu giữ chức Phó Bí thư X", "bầu A, B làm Phó Chủ tịch Y": who are given one office together;
 * "ông A, ông B và bà C, Phó Giám đốc Sở": who hold one that several can hold. Null where the last alone holds it, or another
 * one has an office already, which `hasOffice` tells.
 */
export function givenTogether(
  page: Page,
  index: number,
  hasOffice: (name: NameSpan) => boolean,
): Listed | null {
  const { tokens } = page
  const items: NonNullable<ReturnType<typeof readPerson>>[] = []
  let next = index
  for (;;) {
    const person = readPerson(page, next)
    if (!person) break
    if (items.length === mostTogether) return null
    items.push(person)
    next = person.nextToken
    const sign = tokens[next]?.text
    if (sign !== ',' && sign !== 'và') break
    next++
    if (sign === ',' && tokens[next]?.text === 'và') next++
  }
  const last = items.at(-1)
  if (items.length < 2 || !last) return null
  const given = givenTitle(page, last.nextToken)
  if (given === null && items.slice(0, -1).some(({ name }) => hasOffice(name))) return null
  const run = given === null ? heldTogether(page, items) : readPositions(page, given, true)
  const positions = run?.positions.filter((p) => p.office) ?? []
  const shared = sharedBy(
    page,
    index,
    positions,
    items.map((item) => ({ ...item, own: null, body: null })),
  )
  return run && shared && positions.length > 0 ? { ...shared, nextToken: run.nextToken } : null
}

/** The token where the title begins that the people before it are given: "được bầu làm", "giữ chức". */
function givenTitle(page: Page, index: number): number | null {
  const appointed = gainedOffice(page, index)
  if (appointed !== null) return appointed
  let next = index
  while (/^(?:làm|giữ|chức|vụ|danh)$/u.test(page.tokens[next]?.text ?? '')) next++
  return next > index && /^(?:làm|giữ)$/u.test(page.tokens[index]?.text ?? '') ? next : null
}

/** The positions behind the last of people who each have an honorific or a rank, where several can hold all of them. */
function heldTogether(page: Page, items: readonly NonNullable<ReturnType<typeof readPerson>>[]) {
  if (!items.every(({ honorifics, degrees }) => honorifics.length + degrees.length > 0)) return null
  const next = items.at(-1)?.nextToken ?? 0
  // "ông A (Phó Chủ tịch), ông B và bà C (Phó Giám đốc)": brackets are of the nearest.
  if (!/^(?:[,-]|là)$/u.test(page.tokens[next]?.text ?? '')) return null
  const run = positionsAfter(page, next)
  return run?.positions.every(isOfSeveral) ? run : null
}
