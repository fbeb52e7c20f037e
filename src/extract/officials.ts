// Mentions of people with what is said of their office. Merging over mentions and completing bodies from context is done
// by record/officials.ts.
//
//   Ông Vũ Đình Hưng, Giám đốc Sở Giáo dục và Đào tạo tỉnh Tuyên Quang     honorific + name + position
//   đồng chí Lò Thị Thời - Phó Giám đốc, Chủ tịch Công đoàn ngành Giáo dục   split only at the first dash
//   Giám đốc Nguyễn Văn Đoạt · Thứ trưởng Bộ GDĐT Nguyễn Hữu Độ             position + name
//   Nguyễn Văn A (Phó Chủ tịch UBND huyện)                                  name + position in parentheses
import { isCapitalised, type NameSpan, readName } from './names.ts'
import type { Annotation, Page } from './page.ts'
import { type PositionSpan, pastRank, readPositions, startsTitle } from './positions.ts'

export type OfficialMention = {
  /** Span of the name alone. */
  name: { start: number; end: number }
  honorifics: string[]
  degrees: string[]
  positions: PositionSpan[]
}

type Introduction = {
  nextToken: number
  honorifics: string[]
  degrees: string[]
  excluded: boolean
  plural: boolean
}

/** All mentions of named people with an honorific, a degree or a position. Zones without people are passed over. */
export function findOfficials(page: Page): Annotation<OfficialMention>[] {
  const found: Annotation<OfficialMention>[] = []
  const skipped = page.blocks.filter((b) => b.zone === 'boilerplate' || b.zone === 'byline')
  const isSkipped = (at: number) => skipped.some((b) => at >= b.start && at < b.end)
  let listUntil = -1
  for (let i = 0; i < page.tokens.length; ) {
    const token = page.tokens[i]
    if (!token || isSkipped(token.start)) {
      i++
      continue
    }
    const shared = sharedPosition(page, i) ?? distributed(page, i)
    if (shared) {
      listUntil = sentenceEnd(page, token.start)
      found.push(...shared.mentions)
      i = shared.nextToken
      continue
    }
    const mention = mentionAt(page, i, token.start < listUntil)
    if (!mention) {
      // "các đồng chí: A, …; B, …": names follow without an honorific each, until the sentence ends.
      if (listAt(page, i)) listUntil = sentenceEnd(page, token.start)
      i++
      continue
    }
    if (listAt(page, i)) listUntil = sentenceEnd(page, token.start)
    found.push(mention.annotation)
    i = Math.max(mention.nextToken, i + 1)
  }
  return found
}

/** "các đồng chí Phó Giám đốc Sở: A, B và C": one position of several people. */
function sharedPosition(
  page: Page,
  i: number,
): { mentions: Annotation<OfficialMention>[]; nextToken: number } | null {
  const { tokens } = page
  const list = listAt(page, i)
  const run = list ? readPositions(page, list.nextToken) : null
  if (!list || !run || run.positions.length === 0) return null
  let next = run.nextToken
  if (tokens[next]?.text === ':') next++
  else if (!readName(page, next, true)) return null
  const mentions: Annotation<OfficialMention>[] = []
  for (;;) {
    const name = readName(page, next, true)
    if (!name) break
    const own = positionsAfter(page, name.nextToken)
    mentions.push({
      start: name.start,
      end: own?.end ?? name.end,
      rule: 'shared-position',
      confidence: name.strong ? 0.9 : 0.75,
      evidence: page.text.slice(list.start, name.end),
      value: {
        name: { start: name.start, end: name.end },
        honorifics: [],
        degrees: [],
        positions: [...run.positions, ...(own?.positions ?? [])].filter((p) => p.office),
      },
    })
    next = own?.nextToken ?? name.nextToken
    const join = tokens[next]?.text
    if (join !== ',' && join !== 'và') break
    next++
  }
  return mentions.length > 0 ? { mentions, nextToken: next } : null
}

/** "các đồng chí A, B, Phó Giám đốc Sở", "các ông A và B giữ chức Phó Chủ tịch": the position after the last is of all. */
function distributed(
  page: Page,
  i: number,
): { mentions: Annotation<OfficialMention>[]; nextToken: number } | null {
  const { tokens } = page
  const list = listAt(page, i)
  if (!list) return null
  const names: NameSpan[] = []
  let next = tokens[list.nextToken]?.text === ':' ? list.nextToken + 1 : list.nextToken
  const listed = (index: number): NameSpan | null => {
    const name = readName(page, index, true)
    return name && (name.strong || name.nextToken - index > 2) ? name : null
  }
  for (let name = listed(next); name; ) {
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

function mentionAt(
  page: Page,
  i: number,
  inList: boolean,
): { annotation: Annotation<OfficialMention>; nextToken: number } | null {
  const introduction = readIntroduction(page, i)
  if (introduction?.excluded) return null
  if (introduction) {
    const name = readName(page, introduction.nextToken, true)
    if (!name || isStopped(page, i, name)) return null
    const before = positionsBefore(page, i)
    return mentionOf(page, i, name, introduction, before)
  }
  const led = endsBody(page, i) ? { positions: [], nextToken: i } : readPositions(page, i)
  if (led.positions.length > 0) {
    // "Phó Giám đốc Sở, ông Nguyễn …": the honorific's own mention will look back for this position.
    const inner = readIntroduction(page, led.nextToken)
    const at = inner && !inner.excluded ? inner.nextToken : led.nextToken
    const name = readName(page, at, true) ?? nameAfterSign(page, i, led.nextToken)
    if (!name || isPlural(page, i) || isStopped(page, i, name)) return null
    if (!inner && isHeading(page, name)) return null
    return mentionOf(page, i, name, inner, led.positions)
  }
  const name = isCapitalised(page, i) && !continuesName(page, i) ? readName(page, i, false) : null
  if (!name || isStopped(page, i, name)) return null
  const after = positionsAfter(page, name.nextToken)
  if (!after || (!name.strong && !inList)) return null
  return mentionOf(page, i, name, null, [])
}

/** "CHỦ TỊCH LÂM THỜI SỐ 4", "THỦ TRƯỞNG ĐƠN VỊ": capitals that go on, or no family name, are no person's. */
function isHeading(page: Page, name: NameSpan): boolean {
  if (/\p{Ll}/u.test(page.text.slice(name.start, name.end))) return false
  const next = page.tokens[name.nextToken]
  const goesOn = next !== undefined && /^[\p{Lu}\d]/u.test(page.text[next.start] ?? '')
  return !name.strong || goesOn
}

/** "Bộ Tư lệnh Vùng Cảnh sát biển": the words are part of a body's name. */
function endsBody(page: Page, index: number): boolean {
  return (
    page.tokens[index - 1]?.text === 'bộ' &&
    (page.lexicon.organisationHeads.longestAt(page.tokens, index - 1)?.nextToken ?? 0) > index
  )
}

/** "Chủ tịch HĐND tỉnh - Lê Thị Ái", "nguyên Thứ trưởng Bộ X, Đặng Huy Đang cho biết": the name after a dash or comma. */
function nameAfterSign(page: Page, first: number, sign: number): NameSpan | null {
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

function mentionOf(
  page: Page,
  firstToken: number,
  name: NameSpan,
  introduction: Introduction | null,
  before: PositionSpan[],
): { annotation: Annotation<OfficialMention>; nextToken: number } {
  const after = positionsAfter(page, name.nextToken)
  const positions = [...before, ...(after?.positions ?? [])].filter((p) => p.office)
  const rule =
    after && after.positions.length > 0
      ? introduction
        ? 'honorific-name-position'
        : 'name-position'
      : before.length > 0
        ? 'position-name'
        : 'honorific-name'
  const end = after && after.positions.length > 0 ? after.end : name.end
  const start = Math.min(
    page.tokens[firstToken]?.start ?? name.start,
    before[0]?.start ?? Number.POSITIVE_INFINITY,
  )
  return {
    annotation: {
      start,
      end,
      rule,
      confidence: positions.some((p) => p.organisation) ? (name.strong ? 0.95 : 0.85) : 0.6,
      evidence: page.text.slice(start, Math.min(end, start + 160)),
      value: {
        name: { start: name.start, end: name.end },
        honorifics: introduction?.honorifics ?? [],
        degrees: introduction?.degrees ?? [],
        positions,
      },
    },
    nextToken: after && after.positions.length > 0 ? after.nextToken : name.nextToken,
  }
}

/** Honorifics and degrees before a name: "đồng chí", "PGS-TS", "Ông", "đ/c Thượng tá". */
function readIntroduction(page: Page, index: number): Introduction | null {
  const { tokens, lexicon } = page
  const honorifics: string[] = []
  const degrees: string[] = []
  let excluded = false
  let plural = false
  let next = index
  for (let n = 0; n < 6; n++) {
    const honorific = lexicon.honorifics.longestAt(tokens, next)
    if (honorific) {
      // "Ông", "Hà" may be family names: only an honorific where a name follows.
      excluded ||= honorific.values.every((v) => v.class === 'exclusion')
      plural ||= honorific.values.some((v) => v.class === 'list')
      honorifics.push(page.text.slice(honorific.start, honorific.end).toLowerCase())
      next = honorific.nextToken
    } else {
      const degree = lexicon.degrees.longestAt(tokens, next)
      const written = degree ? page.text.slice(degree.start, degree.end) : ''
      // Abbreviations count in capitals only: "TS", not "ts"; ranks and written-out degrees in any case.
      if (!degree || (!written.includes(' ') && !/^\p{Lu}/u.test(written))) break
      excluded ||= degree.values.every((v) => v.kind === 'eponym')
      degrees.push(written)
      next = degree.nextToken
    }
    while (
      (tokens[next]?.text === '.' ||
        tokens[next]?.text === '-' ||
        tokens[next]?.text === ':' ||
        (tokens[next]?.text === ',' && degrees.length > 0)) &&
      next < index + 12
    ) {
      if (tokens[next]?.text === ':' && !plural) break
      next++
    }
  }
  return honorifics.length + degrees.length > 0
    ? { nextToken: next, honorifics, degrees, excluded, plural }
    : null
}

/** Positions after a name: past "(Sinh năm 1971)", a comma, the first dash, a colon or an opening parenthesis. */
function positionsAfter(
  page: Page,
  index: number,
): { positions: PositionSpan[]; nextToken: number; end: number } | null {
  const { tokens } = page
  let next = index
  if (tokens[next]?.text === '(') {
    const inside = readPositions(page, next + 1)
    if (inside.positions.length > 0) {
      const close = tokens[inside.nextToken]?.text === ')' ? inside.nextToken + 1 : inside.nextToken
      return { positions: inside.positions, nextToken: close, end: tokens[close - 1]?.end ?? 0 }
    }
    const close = tokens.findIndex(
      (t, j) => j > next && j < next + 14 && (t.text === ')' || t.text === '\n'),
    )
    if (close < 0 || tokens[close]?.text !== ')') return null
    next = close + 1
  }
  const separator = tokens[next]?.text
  const appointed = appointment(page, next)
  if (appointed !== null) next = appointed
  else if (separator === ',' || separator === '-' || separator === ':') next++
  else if (separator === '\n' && next === index && isSignatureLine(page, next)) next++
  else if (separator === 'là' || separator === 'làm' || separator === 'giữ') {
    if (tokens[next + 1]?.text === 'chức') next++
    next++
  } else if (next !== index || !startsTitle(page, next)) return null
  next = pastRank(page, next)
  const run = readPositions(page, next)
  if (run.positions.length === 0 || isHeldByNext(page, run, separator)) return null
  return {
    positions: run.positions,
    nextToken: run.nextToken,
    end: tokens[run.nextToken - 1]?.end ?? 0,
  }
}

/** "được Quốc hội bầu làm", "được bổ nhiệm giữ chức": the token where the new title begins; null for other words. */
function appointment(page: Page, index: number): number | null {
  const { tokens } = page
  if (!/^(?:được|tiếp)$/u.test(tokens[index]?.text ?? '')) return null
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
): boolean {
  if (separator !== ',' && separator !== '-') return false
  const name = readName(page, run.nextToken, true)
  // "Phó Bí thư Huyện uỷ Trần Đề": two syllables are a district as often as a person.
  return name?.strong === true && name.nextToken - run.nextToken > 2 && run.positions.length === 1
}

/** Positions that end right before a token: "Phó Giám đốc Sở, ông …", "Giám đốc Sở Nội vụ - ông …". */
function positionsBefore(page: Page, index: number): PositionSpan[] {
  const { tokens } = page
  const joint = tokens[index - 1]?.text
  const last = joint === ',' || joint === '-' ? index - 1 : index
  for (let from = Math.max(0, last - 28); from < last; from++) {
    const before = tokens[from - 1]?.text
    if (tokens.slice(from, last).some((t) => t.text === '\n' || t.text === ';')) continue
    if (!startsTitle(page, from)) continue
    const run = readPositions(page, from)
    if (run.nextToken !== last || run.positions.length === 0) continue
    // "ông A, Giám đốc Sở, ông B": the title belongs to A.
    if ((before === ',' || before === '-' || before === ')') && endsWithName(page, from - 1))
      return []
    if (isPlural(page, from)) return []
    return run.positions
  }
  return []
}

function endsWithName(page: Page, separator: number): boolean {
  for (let from = Math.max(0, separator - 6); from < separator - 1; from++)
    if (readName(page, from, true)?.nextToken === separator) return true
  return false
}

const pluralWords = /^(?:các|những|toàn thể|lãnh đạo|đại diện|nhiều|hai|ba|bốn|cùng)$/u

/** "các Phó Giám đốc", "lãnh đạo Sở": a collective, not a person. */
function isPlural(page: Page, index: number): boolean {
  const before = page.tokens[index - 1]?.text ?? ''
  const two = `${page.tokens[index - 2]?.text ?? ''} ${before}`
  return (pluralWords.test(before) && before !== 'cùng') || pluralWords.test(two)
}

/** "các đồng chí", "các ông": what announces several people; null for anything else. */
function listAt(page: Page, index: number) {
  const honorific = page.lexicon.honorifics.longestAt(page.tokens, index)
  return honorific?.values.some((v) => v.class === 'list') ? honorific : null
}

function sentenceEnd(page: Page, from: number): number {
  const match = /[.!?](?=\s\p{Lu})|\n/u.exec(page.text.slice(from, from + 1500))
  return from + (match?.index ?? 1500)
}

function continuesName(page: Page, index: number): boolean {
  const before = page.tokens[index - 1]
  const here = page.tokens[index]
  return (
    before !== undefined &&
    here !== undefined &&
    here.start - before.end === 1 &&
    /^\p{Lu}/u.test(page.text[before.start] ?? '')
  )
}

const eponymBefore =
  /(?:trường|thpt|thcs|tiểu học|mầm non|đường|phố|quảng trường|công viên|chi bộ|giải thưởng|quỹ|liệt sĩ|liệt sỹ|anh hùng|lớp|tượng đài|nhà thi đấu|bệnh viện|học viện|đại học|cao đẳng|bằng khen của|tư tưởng|tấm gương|phong cách|đạo đức|thành phố|tp\.?|đoàn tncs|thanh niên cộng sản|đội thiếu niên tiền phong|cung|viện|bảo tàng|lăng|khu di tích|nhà văn hoá|hội trường|giải|cúp|nhà thơ|nhà văn|nhạc sĩ|nhạc sỹ|hoạ sĩ|tác giả|em|cháu|học sinh|sinh viên|bị can|bị cáo|nạn nhân|bệnh nhân)\s*$/u

/** Streets, schools, slogans and historical people: no officials. */
function isStopped(page: Page, firstToken: number, name: NameSpan): boolean {
  const start = page.tokens[firstToken]?.start ?? name.start
  const stop = page.lexicon.stopPhrases.longestAt(page.tokens, firstToken)
  if (stop?.values.some((v) => v.kind === 'official')) return true
  if (/^hồ chí minh$|^hồ chủ tịch$/u.test(page.key.slice(name.start, name.end))) return true
  return eponymBefore.test(page.key.slice(Math.max(0, start - 40), start))
}
