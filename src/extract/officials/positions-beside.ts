// The positions that stand after a name, or end right before it.
import { startsCell } from '../cell-starts.ts'
import { isCapitalised, type NameSpan, readName } from '../names.ts'
import type { Page } from '../page.ts'
import { pastRank, pastUnlisted } from '../positions/joints.ts'
import { type PositionSpan, readPositions, startsTitle } from '../positions.ts'
import { readIntroduction } from './introduction.ts'

/** "Chủ tịch HĐND tỉnh - Lê Thị Ái", "nguyên Thứ trưởng Bộ X, Đặng Huy Đang cho biết": the name after a dash or comma. */
export function nameAfterSign(page: Page, first: number, sign: number): NameSpan | null {
  const mark = page.tokens[sign]?.text
  if (mark !== '-' && mark !== ',') return null
  const before = page.tokens[first - 1]?.text
  if ((before === ',' || before === '-' || before === ')') && endsWithName(page, first - 1))
    return null
  const name = readName(page, sign + 1, false)
  if (!name?.strong || name.nextToken - sign < 4) return null
  const speaks = page.lexicon.reportingVerbs.longestAt(page.tokens, name.nextToken) !== null
  return speaks || (mark === '-' && !startsTitle(page, name.nextToken + 1)) ? name : null
}

/** "Tổng biên tập: A", "Chủ tịch: Ông B;": the name after a colon, which ends the line or is followed by a sign or a title. */
export function nameAfterColon(page: Page, colon: number): NameSpan | null {
  const { tokens } = page
  if (tokens[colon]?.text !== ':') return null
  const introduction = readIntroduction(page, colon + 1)
  if (introduction?.excluded || introduction?.plural) return null
  const name = readName(page, introduction?.nextToken ?? colon + 1, introduction !== null)
  if (!name?.strong) return null
  const ends = /^[,.;(\n-]$/u.test(tokens[name.nextToken]?.text ?? '\n')
  return ends || startsTitle(page, name.nextToken) ? name : null
}

/** Tokens that brackets between a name and its position have at most, the signs with them. */
const longestBrackets = 14

/** Positions after a name: past "(Sinh năm 1971)", a comma, the first dash, a colon or an opening parenthesis. */
export function positionsAfter(
  page: Page,
  index: number,
): { positions: PositionSpan[]; nextToken: number; end: number } | null {
  const { tokens } = page
  let next = index
  if (tokens[next]?.text === '(') {
    const inside = readPositions(page, next + 1, true)
    if (inside.positions.length > 0) {
      const close = tokens[inside.nextToken]?.text === ')' ? inside.nextToken + 1 : inside.nextToken
      return { positions: inside.positions, nextToken: close, end: tokens[close - 1]?.end ?? 0 }
    }
    let close = next + 1
    while (close < next + longestBrackets && !/^[)\n]$/u.test(tokens[close]?.text ?? '\n')) close++
    if (close === next + longestBrackets || tokens[close]?.text !== ')') return null
    next = close + 1
  }
  const separatorAt = next
  const separator = tokens[next]?.text
  const appointed =
    gainedOffice(page, next) ?? (separator === ',' ? gainedBehindComma(page, next + 1) : null)
  if (appointed !== null) next = appointed
  else if (separator === ',' || separator === '-' || separator === ':') next++
  else if (separator === '\n' && next === index && isSignatureLine(page, next)) next++
  else if (separator === 'là' || separator === 'làm' || separator === 'giữ') {
    if (tokens[next + 1]?.text === 'chức') next++
    next++
  } else if (next !== index || !startsTitle(page, next)) return null
  next = pastRank(page, next)
  if (separator === ',' && next === separatorAt + 1 && !startsTitle(page, next))
    next = pastUnlisted(page, separatorAt, next)
  const run = readPositions(page, next, true)
  if (run.positions.length === 0 || isHeldByNext(page, run, separator, separatorAt)) return null
  // "…, Bí thư Huyện uỷ A giữ chức Phó Giám đốc Sở B": the new office of the same person.
  const given = newOffice(page, run.nextToken)
  const taken = given === null ? null : readPositions(page, given, true)
  const added = taken && taken.positions.length > 0 ? taken : formerInBrackets(page, run.nextToken)
  const last = added ?? run
  return {
    positions: added ? [...run.positions, ...added.positions] : run.positions,
    nextToken: last.nextToken,
    end: tokens[last.nextToken - 1]?.end ?? 0,
  }
}

/** "…, Bí thư Thành ủy A (nguyên Bí thư Tỉnh ủy B)": what the person was before, in brackets of its own. */
function formerInBrackets(
  page: Page,
  index: number,
): { positions: PositionSpan[]; nextToken: number } | null {
  const { tokens } = page
  if (tokens[index]?.text !== '(' || tokens[index + 1]?.text !== 'nguyên') return null
  const inside = readPositions(page, index + 1, true)
  return inside.positions.length > 0 && tokens[inside.nextToken]?.text === ')'
    ? { positions: inside.positions, nextToken: inside.nextToken + 1 }
    : null
}

/** Where the title begins that somebody with an office already is given; null where nobody is. */
function newOffice(page: Page, index: number): number | null {
  const { tokens } = page
  const at = /^[-,]$/u.test(tokens[index]?.text ?? '') ? index + 1 : index
  const appointed = gainedOffice(page, at)
  if (appointed !== null) return appointed
  let next = at
  while (/^(?:làm|giữ|chức|vụ|danh)$/u.test(tokens[next]?.text ?? '')) next++
  return next > at && startsTitle(page, next) ? next : null
}

const adverb = new Set(['đã', 'vừa', 'mới', 'cũng', 'chính', 'thức'])
/** What somebody does who comes into an office, and what may stand between that and its title. */
const gains =
  /^(?:tiếp tục )?(?:(?:tái )?(?:trúng|đắc) cử|tái cử|nhậm chức|đảm (?:nhận|nhiệm)|nhận (?:nhiệm vụ(?: mới)?|chức|trọng trách|cương vị)(?! thôi))(?: (?:chức|vụ|danh|cương|vị|nhiệm|mới|làm|giữ|là|:)){0,4}(?= |$)/u
const firstOfGain = new Set('tiếp tái trúng đắc nhậm đảm nhận'.split(' '))
/** Tokens that the longest of them has. */
const longestGain = 12

/**
 * "trúng cử chức vụ", "tái đắc cử", "nhận nhiệm vụ mới:", "vừa được bầu làm": the token where the title of the office begins that
 * somebody has come into; null for other words.
 */
export function gainedOffice(page: Page, index: number): number | null {
  const { tokens } = page
  let at = index
  while (at < index + 3 && adverb.has(tokens[at]?.text ?? '')) at++
  if (!firstOfGain.has(tokens[at]?.text ?? '')) return appointment(page, at)
  const words = tokens.slice(at, at + longestGain).map(({ text }) => text)
  const gained = gains.exec(words.join(' '))?.[0]
  const next = gained === undefined ? null : at + gained.split(' ').length
  return next !== null && startsTitle(page, next) ? next : appointment(page, at)
}

/**
 * "được Quốc hội bầu làm", "được bổ nhiệm giữ chức", "tham gia Ban Chấp hành và giữ chức": the token where the new title
 * begins; null for other words.
 */
function appointment(page: Page, index: number): number | null {
  const { tokens } = page
  const joins = tokens[index]?.text === 'tham' && tokens[index + 1]?.text === 'gia'
  if (!joins && !/^(?:được|tiếp)$/u.test(tokens[index]?.text ?? '')) return null
  for (let at = index + 1; at < index + 16; at++) {
    const word = tokens[at]?.text ?? '.'
    if (/^[.;:\n]$/u.test(word) || word === 'thôi') return null
    if (word !== 'làm' && word !== 'giữ') continue
    let next = at
    while (/^(?:làm|giữ|chức|vụ|danh|là)$/u.test(tokens[next]?.text ?? '')) next++
    if (startsTitle(page, next)) return next
    at = next - 1
  }
  return null
}

/** "A, tái đắc cử chức Chủ tịch": the same behind a comma, where "tiếp tục …" and what another comma parts are of anybody. */
function gainedBehindComma(page: Page, index: number): number | null {
  const { tokens } = page
  const gained = tokens[index]?.text === 'tiếp' ? null : gainedOffice(page, index)
  return gained !== null && !tokens.slice(index, gained).some(({ text }) => text === ',')
    ? gained
    : null
}

/** A name on a line of its own over a line that is its position: the end of a letter. */
function isSignatureLine(page: Page, lineEnd: number): boolean {
  const { tokens } = page
  if (!startsTitle(page, lineEnd + 1) || !isCapitalised(page, lineEnd + 1)) return false
  let first = lineEnd - 1
  while (first > lineEnd - 9 && first >= 0 && tokens[first]?.text !== '\n') first--
  const alone = readName(page, first + 1, false)
  const run = readPositions(page, lineEnd + 1)
  const after = tokens[run.nextToken]?.text
  return (
    alone?.nextToken === lineEnd &&
    run.positions.some((p) => p.organisation) &&
    (after === undefined || after === '\n')
  )
}

/** "ông A, Giám đốc Sở B Nguyễn Văn C": the title after the comma belongs to the name after it. */
function isHeldByNext(
  page: Page,
  run: { positions: PositionSpan[]; nextToken: number },
  separator: string | undefined,
  first: number,
): boolean {
  // "A, Phó tổng biên tập: B"; "A Phó tổng biên tập: B", "A Tổng biên tập Báo X B": nothing parts the title from the name before it.
  const glued = separator !== undefined && startsTitle(page, first)
  if ((glued || separator === ',') && page.tokens[run.nextToken]?.text === ':')
    return readName(page, run.nextToken + 1, true) !== null
  if (separator !== ',' && separator !== '-' && !glued) return false
  // "…, Phó Hiệu trưởng là cô B"
  if (page.tokens[run.nextToken]?.text === 'là' && readIntroduction(page, run.nextToken + 1))
    return true
  // "…, Thứ trưởng Bộ Quốc phòng Thượng tướng B"
  const ranked = readIntroduction(page, run.nextToken)
  if (ranked && ranked.degrees.length > 0 && readName(page, ranked.nextToken, true)) return true
  const name = readName(page, run.nextToken, true)
  // "Phó Bí thư Huyện uỷ Trần Đề": two syllables are a district as often as a person.
  return name?.strong === true && name.nextToken - run.nextToken > 2 && run.positions.length === 1
}

/** Positions that end right before a token: "Phó Giám đốc Sở, ông …", "Giám đốc Sở Nội vụ - ông …". */
export function positionsBefore(page: Page, index: number): PositionSpan[] {
  const { tokens } = page
  const joint = tokens[index - 1]?.text
  const last = joint === ',' || joint === '-' ? index - 1 : index
  let first = last
  while (first > Math.max(0, last - 28) && !/^[\n;]$/u.test(tokens[first - 1]?.text ?? '')) first--
  for (let from = first; from < last; from++) {
    const before = tokens[from - 1]?.text
    if (!startsTitle(page, from)) continue
    const run = readPositions(page, from)
    if (run.nextToken !== last || run.positions.length === 0) continue
    // "ông A, Giám đốc Sở, ông B": the title belongs to A.
    if ((before === ',' || before === '-' || before === ')') && endsWithName(page, from - 1))
      return []
    // "A Phó Bí thư | Đ/c B": the title stands in the cell of A.
    if (startsCell(page, index) && endsWithName(page, from)) return []
    // "ông X-Phó Thủ tướng, ông B": what a dash leads in was said of the one before.
    if (before === '-' && joint === ',') return []
    // "chúc mừng đồng chí A được giao nhiệm vụ là Bộ trưởng Bộ X, đồng chí B": what A becomes.
    if (joint === ',' && isGivenToAnother(page, from)) return []
    if (isPlural(page, from)) return []
    return run.positions
  }
  return []
}

/** "là", "làm" or "chức" before a title, and a person with an honorific before them in the sentence. */
function isGivenToAnother(page: Page, title: number): boolean {
  const { tokens, lexicon } = page
  if (!/^(?:là|làm|chức)$/u.test(tokens[title - 1]?.text ?? '')) return false
  for (let i = title - 2; i >= Math.max(0, title - 30); i--) {
    if (/^[.;:\n]$/u.test(tokens[i]?.text ?? '.')) return false
    const honorific = lexicon.honorifics.longestAt(tokens, i)
    if (honorific && readName(page, honorific.nextToken, true)?.strong) return true
  }
  return false
}

function endsWithName(page: Page, separator: number): boolean {
  for (let from = Math.max(0, separator - 6); from < separator - 1; from++)
    if (readName(page, from, true)?.nextToken === separator) return true
  return false
}

const pluralWords = /^(?:các|những|toàn thể|lãnh đạo|đại diện|nhiều|hai|ba|bốn|cùng)$/u

/** "các Phó Giám đốc", "lãnh đạo Sở": a collective, not a person. */
export function isPlural(page: Page, index: number): boolean {
  const before = page.tokens[index - 1]?.text ?? ''
  const two = `${page.tokens[index - 2]?.text ?? ''} ${before}`
  return (pluralWords.test(before) && before !== 'cùng') || pluralWords.test(two)
}
