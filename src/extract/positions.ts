// Titles with the bodies they belong to: "Uỷ viên BTV Huyện uỷ, Phó Chủ tịch UBND huyện" is two positions.

import { keyOf } from '../text/fold.ts'
import { phraseIndexOf } from '../text/phrase-index.ts'
import { isCapitals } from './line.ts'
import { isCapitalised, readName } from './names.ts'
import { readAcronym } from './organisations/without-head.ts'
import { type OrganisationSpan, readOrganisation } from './organisations.ts'
import type { Page } from './page.ts'
import { fieldBody, isUnread, localityBody } from './positions/bodies.ts'
import { withoutHolder } from './positions/holder-behind-place.ts'
import {
  isDoubleTitle,
  isSecretariat,
  joinLength,
  officeOf,
  pastRank,
  pastUnlisted,
  readBoss,
  sharesBody,
} from './positions/joints.ts'
import {
  districtOf,
  envoysCountry,
  numberedUnit,
  provinceBody,
  readComplement,
  readParent,
  shortCountry,
} from './positions/named-bodies.ts'
import { isDeed, isOffice } from './positions/no-office.ts'
import { shortTitle } from './positions/short-title.ts'
import { sentenceCase } from './signature.ts'

export type PositionSpan = {
  start: number
  end: number
  nextToken: number
  /** Words of the title as written, modifiers such as "Phó" and "Quyền" included, "nguyên" not. */
  title: string
  organisation: OrganisationSpan | null
  /** Body that an abbreviation names with the title: "Quốc hội" of "ĐBQH". */
  impliedBody: string | null
  /** True where words in capitals follow that are no body known: "Giám đốc Phân tích …" is not the head of a Sở. */
  unread: boolean
  /** A title that names no office of its own: "giáo viên", "chuyên viên". */
  office: boolean
  former: boolean
  acting: boolean
}

const formerWords = new Set(['nguyên', 'cựu', 'cố'])
/** What may stand before a title and belongs to it. */
export const wordsBeforeTitles = phraseIndexOf(
  [...formerWords, 'quyền', 'q', 'tân', 'đồng'].map((word) => [word, true] as const),
)
/** Units that a title names itself: "Trưởng phòng Giáo dục" heads the "Phòng Giáo dục". */
const unitInTitle =
  /(?:^|\s)(phòng|khoa|ban|văn phòng|thanh tra|bộ môn|đoàn|tiểu ban|ban tổ chức|toà|công an|trạm|tổ|đội)$/u
const suffixes = /^(?:thường trực|phụ trách|chuyên trách|điều hành|kiêm nhiệm|thứ nhất)$/u

/**
 * Reads one position that begins at a token; null where no title begins there. `held`: the name of who holds it stands
 * before it.
 */
export function readPosition(page: Page, index: number, held = false): PositionSpan | null {
  const { tokens, lexicon } = page
  const beginning = tokens[index]
  if (!beginning) return null
  if (!lexicon.titles.begins(beginning) && !wordsBeforeTitles.begins(beginning)) return null
  let at = index
  let former = false
  let acting = false
  for (;;) {
    const word = tokens[at]?.text ?? ''
    if (formerWords.has(word)) former = true
    else if (word === 'quyền' || (word === 'q' && tokens[at + 1]?.text === '.')) {
      if (word === 'quyền' && !lexicon.titles.longestAt(tokens, at + 1)) break
      acting = true
      if (word === 'q') at++
    } else if (word !== 'tân' && word !== 'đồng') break
    at++
  }
  const match = lexicon.titles.longestAt(tokens, at)
  const first = tokens[at]
  if (!match || !first || isSecretariat(page, at)) return null
  if (isDeed(page, at, match.nextToken)) return null
  const row = match.values[0]
  // A row that holds its body ("Chủ tịch UBND tỉnh") is read as its base title, and the body after it.
  const base = row?.base
    ? lexicon.titles.longestAt(tokens.slice(at, at + tokenCount(row.base)), 0)
    : null
  let next = base ? at + base.nextToken : match.nextToken
  const short = row && shortTitle(page, at, match.nextToken, row, match.values)
  if (short) next = short.nextToken
  // "Phó Chủ tịch Thường trực", "Phó Giám đốc phụ trách"
  const two = `${tokens[next]?.text ?? ''} ${tokens[next + 1]?.text ?? ''}`
  if (
    suffixes.test(two) &&
    !lexicon.organisationHeads
      .longestAt(tokens, next + 0)
      ?.values.some(() => two !== 'thường trực' && two !== 'phụ trách')
  )
    next += 2
  if (isStanding(page, at, next)) next++
  let titleEnd = tokens[next - 1]?.end ?? first.end
  let organisationFrom = next
  let titleKey = page.key.slice(first.start, titleEnd)
  // "Ủy viên Ban Chấp hành Đảng bộ tỉnh": a member of that committee.
  const committee = /^((?:phó )?(?:uỷ viên)) (ban chấp hành|bch)$/u.exec(titleKey)
  if (committee) {
    next = at + tokenCount(committee[1] ?? '')
    titleEnd = tokens[next - 1]?.end ?? titleEnd
    titleKey = committee[1] ?? titleKey
    organisationFrom = next
  }
  const unit = unitInTitle.exec(titleKey)?.[1]
  let organisation: OrganisationSpan | null = null
  let complements = false
  if (unit) {
    const unitTokens = unit.split(' ').length
    const own =
      (tokens[next]?.text === unit.split(' ')[0] || isUnitByLetters(page, next, unit)) &&
      isCapitalised(page, next) &&
      // "Trưởng phòng Phòng, chống tệ nạn xã hội": prevention, not a second "phòng".
      !(tokens[next + 1]?.text === ',' && tokens[next + 2]?.text === 'chống')
    const comma = tokens[next]?.text
    if (!own && comma !== ',' && comma !== ';' && comma !== '\n' && comma !== undefined)
      organisationFrom = next - unitTokens
  }
  organisation =
    readOrganisation(page, organisationFrom, true) ??
    localityBody(page, organisationFrom, titleKey) ??
    provinceBody(page, organisationFrom, titleKey) ??
    envoysCountry(page, organisationFrom, titleKey) ??
    numberedUnit(page, organisationFrom, titleKey) ??
    shortCountry(page, organisationFrom, titleKey) ??
    fieldBody(page, organisationFrom, titleKey)
  if (organisation && organisation.nextToken <= next)
    organisation = organisationFrom < next ? null : organisation
  if (organisation && organisation.nextToken > next) next = organisation.nextToken
  else organisation = organisation && organisationFrom === next ? organisation : null
  titleEnd = Math.max(titleEnd, first.end)
  if (!organisation && !isCapitals(page.text.slice(first.start, titleEnd))) {
    organisation = readName(page, next, true) ? null : readAcronym(page, next)
    next = organisation?.nextToken ?? next
    const more = organisation ? null : readBoss(page, next, titleKey)
    const complement = organisation || more ? null : readComplement(page, next, titleKey, held)
    complements = complement !== null
    titleEnd = more?.titleEnd ?? complement?.titleEnd ?? titleEnd
    organisation ??= more?.organisation ?? complement?.organisation ?? afterDash(page, next)
    next = Math.max(next, organisation?.nextToken ?? complement?.nextToken ?? more?.nextToken ?? 0)
  }
  // "Chánh Văn phòng kiêm Người phát ngôn UBND tỉnh": the office is of the body that the second title has.
  if (unit === 'văn phòng' && !organisation && tokens[next]?.text === 'kiêm') {
    const second = readPosition(page, next + 1, held)?.organisation
    if (second && !second.bare) organisation = officeOf(page, next, second)
  }
  const whole = organisation
  if (whole) organisation = withoutHolder(page, whole, held)
  if (organisation !== whole) next = organisation?.nextToken ?? next
  if (held && organisation?.bare) {
    organisation = districtOf(page, organisation)
    next = Math.max(next, organisation.nextToken)
  }
  const parent = organisation ? readParent(page, organisation) : null
  if (organisation && parent) {
    organisation.parent = { start: parent.start, end: parent.end }
    organisation.provinceId ??= parent.provinceId
    next = page.tokens[parent.nextToken]?.text === ')' ? parent.nextToken + 1 : parent.nextToken
  }
  return {
    start: tokens[index]?.start ?? first.start,
    end: tokens[next - 1]?.end ?? titleEnd,
    nextToken: next,
    title: short
      ? `${titleIn(short.title, organisation)}${page.text.slice(short.end, titleEnd)}`
      : titleText(page, first.start, titleEnd),
    organisation,
    impliedBody: organisation ? null : (short?.body ?? null),
    unread: organisation === null && (complements || isUnread(page, next)),
    office: isOffice(titleKey, organisation),
    former,
    acting,
  }
}

/** "Trưởng ban BQL Khu kinh tế": the letters stand for the unit that the title names, and more. */
const isUnitByLetters = (page: Page, index: number, unit: string): boolean =>
  page.lexicon.abbreviations
    .longestAt(page.tokens, index)
    ?.values.some((row) => row.expansions.some((e) => keyOf(e).startsWith(`${unit} `))) ?? false

/** "Uỷ viên TT Hội Khuyến học": "Thường trực" by its letters, where a body follows; "TT Y tế" is a centre. */
function isStanding(page: Page, at: number, next: number): boolean {
  const { tokens, lexicon } = page
  return (
    tokens[next]?.text === 'tt' &&
    isCapitalised(page, next) &&
    /^(?:uỷ viên|phó (?:chủ tịch|bí thư))$/u.test(
      page.key.slice(tokens[at]?.start, tokens[next - 1]?.end),
    ) &&
    lexicon.organisationHeads.longestAt(tokens, next + 1) !== null
  )
}

/** "Chuyên viên chính - Vụ Điều trị, Bộ Y tế": the body after a dash, up to a sign or the end of the line. */
function afterDash(page: Page, next: number): OrganisationSpan | null {
  const { tokens, lexicon } = page
  if (tokens[next]?.text !== '-' || !isCapitalised(page, next + 1)) return null
  if (startsTitle(page, next + 1) || !lexicon.organisationHeads.longestAt(tokens, next + 1))
    return null
  const organisation = readOrganisation(page, next + 1, true)
  const after = organisation ? tokens[organisation.nextToken]?.text : undefined
  return organisation && (after === undefined || /^[,.;)\n]$/u.test(after)) ? organisation : null
}

/** "P.CT Cục Thuế" is its Phó Cục trưởng: the letters stand for what the body has. */
const titleIn = (title: string, organisation: OrganisationSpan | null): string =>
  title === 'Phó Chủ tịch' && organisation?.head === 'cục' ? 'Phó Cục trưởng' : title

/** The words of a title; all in capitals it is written small: "PHÓ GIÁM ĐỐC" → "Phó Giám đốc". */
function titleText(page: Page, start: number, end: number): string {
  const written = page.text.slice(start, end).replace(/ TT$/u, ' Thường trực')
  return isCapitals(written) && written.includes(' ') ? sentenceCase(written) : written
}

const counted = new Map<string, number>()
function tokenCount(phrase: string): number {
  let count = counted.get(phrase)
  if (count === undefined) {
    count = phrase.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0
    counted.set(phrase, count)
  }
  return count
}

/** Nobody holds more offices in one sentence; a list of titles without people is not read over and over. */
const mostPositions = 12

/**
 * Reads a run of positions. A position without a body of its own takes the next one's where they are joined by "kiêm"
 * or "và"; otherwise it stays open. `held`: the name of who holds them stands before them.
 */
export function readPositions(
  page: Page,
  index: number,
  held = false,
): { positions: PositionSpan[]; nextToken: number } {
  const positions: PositionSpan[] = []
  let next = index
  while (positions.length < mostPositions) {
    const position = readPosition(page, next, held)
    if (!position) break
    const before = positions.at(-1)
    if (
      before &&
      !before.organisation &&
      position.organisation &&
      sharesBody(page, before.nextToken)
    )
      before.organisation = position.organisation
    positions.push(position)
    next = position.nextToken
    const join = joinLength(page, next)
    if (join === 0 && !isDoubleTitle(page, position)) break
    const past = pastRank(page, next + join)
    const start = held && !startsTitle(page, past) ? pastUnlisted(page, next, past) : past
    if (!startsTitle(page, start)) break
    next = start
  }
  return { positions, nextToken: positions.at(-1)?.nextToken ?? index }
}

/** A title begins here, past modifiers such as "nguyên" and "quyền". */
export function startsTitle(page: Page, index: number): boolean {
  const { tokens, lexicon } = page
  let at = index
  while (
    formerWords.has(tokens[at]?.text ?? '') ||
    tokens[at]?.text === 'quyền' ||
    tokens[at]?.text === 'tân'
  )
    at++
  return lexicon.titles.longestAt(tokens, at) !== null && !isSecretariat(page, at)
}
