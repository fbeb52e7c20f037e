// Names and titles that are no person in office: headings in capitals, bodies, streets, schools, slogans, history.
import { isUpper } from '../../text/letters.ts'
import { decline } from '../decline.ts'
import type { NameSpan } from '../names.ts'
import type { Page } from '../page.ts'

/** "CHỦ TỊCH LÂM THỜI SỐ 4", "THỦ TRƯỞNG ĐƠN VỊ": capitals that go on, or no family name, are no person's. */
export function isHeading(page: Page, name: NameSpan): boolean {
  if (/\p{Ll}/u.test(page.text.slice(name.start, name.end))) return false
  const next = page.tokens[name.nextToken]
  const goesOn = next !== undefined && /^[\p{Lu}\d]/u.test(page.text[next.start] ?? '')
  return !name.strong || goesOn
}

/** "Bộ Tư lệnh Vùng Cảnh sát biển": the words are part of a body's name. */
export function endsBody(page: Page, index: number): boolean {
  return (
    page.tokens[index - 1]?.text === 'bộ' &&
    (page.lexicon.organisationHeads.longestAt(page.tokens, index - 1)?.nextToken ?? 0) > index
  )
}

export function continuesName(page: Page, index: number): boolean {
  const before = page.tokens[index - 1]
  const here = page.tokens[index]
  return (
    before !== undefined &&
    here !== undefined &&
    here.start - before.end === 1 &&
    isUpper(page.text.charCodeAt(before.start))
  )
}

const eponymBefore =
  /(?:trường|thpt|thcs|tiểu học|mầm non|đường|phố|quảng trường|công viên|chi bộ|giải thưởng|quỹ|liệt sĩ|liệt sỹ|anh hùng|lớp|tượng đài|nhà thi đấu|bệnh viện|học viện|đại học|cao đẳng|bằng khen của|tư tưởng|tấm gương|phong cách|đạo đức|thành phố|tp\.?|đoàn tncs|thanh niên cộng sản|đội thiếu niên tiền phong|cung|viện|bảo tàng|lăng|khu di tích|nhà văn hoá|hội trường|giải|cúp|nhà thơ|nhà văn|nhạc sĩ|nhạc sỹ|hoạ sĩ|tác giả|em|cháu|học sinh|sinh viên|bị can|bị cáo|nạn nhân|bệnh nhân)\s*$/u

/** Streets, schools, slogans and historical people: no officials. */
export function isStopped(page: Page, firstToken: number, name: NameSpan): boolean {
  const start = page.tokens[firstToken]?.start ?? name.start
  const stop = page.lexicon.stopPhrases.longestAt(page.tokens, firstToken)
  if (stop?.values.some((v) => v.kind === 'official')) {
    decline(
      page,
      { start, end: name.end },
      'name-stopped',
      'A set phrase or a slogan that no official is named in.',
    )
    return true
  }
  if (/^hồ chí minh$|^hồ chủ tịch$/u.test(page.key.slice(name.start, name.end))) {
    decline(page, name, 'name-historical', 'A person of history, not an official of the document.')
    return true
  }
  // "do Chủ tịch Hồ Chí Minh và Chủ tịch Kaysone Phomvihane vun đắp": history on both sides of "và".
  const before = page.key.slice(Math.max(0, start - 24), start)
  if (
    /hồ chí minh(?: và|,) $/u.test(before) &&
    /^chủ tịch \p{L}/u.test(page.key.slice(start, name.end)) &&
    !startsWithSurname(page, name)
  ) {
    decline(page, name, 'name-historical', 'A person of history, named beside another one.')
    return true
  }
  const isEponym = eponymBefore.test(page.key.slice(Math.max(0, start - 40), start))
  if (isEponym)
    decline(
      page,
      name,
      'name-eponym',
      'The words before it make it the name of a street, school or prize, an author, or somebody without an office.',
    )
  return isEponym
}

/** A name of the language, with a family name of the dictionary. */
function startsWithSurname(page: Page, name: NameSpan): boolean {
  const first = page.tokens.findIndex((t) => t.start === name.start)
  return first >= 0 && page.lexicon.surnames.longestAt(page.tokens, first) !== null
}
