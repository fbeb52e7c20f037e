// Personal names: "Nguyễn Văn Đoạt", "Lò Thị Thời", "Mùa A Sơn", "Y Thanh Hà Niê Kđăm", "H'Yim Kđoh", "NGUYỄN VĂN A".
//
// A name is two to five capitalised syllables that begin with a family name. Without one it needs an introducer.
import { startsCell } from './cell-starts.ts'
import { decline, tokenSpan } from './decline.ts'
import type { Page } from './page.ts'

export type NameSpan = {
  start: number
  end: number
  nextToken: number
  /** True where it begins with a family name that is not also an ordinary word, or has three syllables and more. */
  strong: boolean
}

const longestName = 5
/** True where the token is a word that begins with a capital in the text. */
export const isCapitalised = ({ capitals }: Page, index: number): boolean => capitals[index] === 1

function isAllCapitals(page: Page, index: number): boolean {
  const token = page.tokens[index]
  return token !== undefined && /^\p{Lu}{2,}$/u.test(page.text.slice(token.start, token.end))
}

/** True where nothing but one space, or nothing at all, parts two neighbouring tokens. */
function follows(page: Page, index: number): boolean {
  const before = page.tokens[index - 1]
  const here = page.tokens[index]
  return (
    before !== undefined &&
    here !== undefined &&
    here.start - before.end <= 1 &&
    !startsCell(page, index)
  )
}

/** "H'Yim", "K'Mák", "Y Thanh": the token after a minority prefix, or null. */
function afterMinorityPrefix(page: Page, index: number): number | null {
  const token = page.tokens[index]
  if (!token || !isCapitalised(page, index)) return null
  const apostrophe = page.tokens[index + 1]
  if (
    (token.text === 'h' || token.text === 'k' || token.text === 'r' || token.text === 'y') &&
    apostrophe?.text === "'" &&
    apostrophe.start === token.end &&
    page.tokens[index + 2]?.start === apostrophe.end
  )
    return index + 2
  if (
    (token.text === 'y' || token.text === 'a' || token.text === 'ka') &&
    isCapitalised(page, index + 1)
  )
    return index + 1
  return null
}

/**
 * Reads a name that begins at a token. `introduced`: an honorific, degree or title stands before it, so that an unknown
 * family name is enough. Null where no name begins there.
 */
export function readName(page: Page, index: number, introduced: boolean): NameSpan | null {
  const first = page.tokens[index]
  if (!first || !isCapitalised(page, index)) return null
  const { lexicon, tokens } = page
  const minority = afterMinorityPrefix(page, index)
  const surname = lexicon.surnames.longestAt(tokens, index)
  if (!minority && !surname && !introduced) return null
  if (first.text === 'việt' && tokens[index + 1]?.text === 'nam') return null
  if (!introduced ? startsOtherThing(page, index) : startsTitle(page, index)) return null
  // "UBND tỉnh | Sở Tài chính", "HỘI VIÊN THÀNH PHỐ": a body or a place, not a family name.
  if ((!surname && !minority && startsBody(page, index)) || startsCity(page, index)) return null
  if (isAbroad(page, index))
    return decline(page, first, 'name-country', 'The name of a country, not of a person.')
  if (isField(page, index))
    return decline(
      page,
      tokenSpan(page, index, index + 2),
      'name-field',
      'A field of work, not a name, although it begins like one.',
    )
  const province = lexicon.provinces.aliases.longestAt(tokens, index)
  // "Tỉnh ủy Hà Nam Lê Thị Thu": the province ends a body's name, the person comes after it.
  if (
    province &&
    isCapitalised(page, province.nextToken) &&
    lexicon.surnames.longestAt(tokens, province.nextToken)
  )
    return null
  const capitals = isAllCapitals(page, index)
  let next = minority ? minority + 1 : index + 1
  let words = minority ? 2 : 1
  while (next < tokens.length && words < (minority ? longestName + 1 : longestName)) {
    const token = tokens[next]
    if (!token || !follows(page, next) || !isCapitalised(page, next)) break
    if (capitals !== isAllCapitals(page, next) && token.text.length > 1) break
    if (startsOtherThing(page, next) || !isSyllable(page, next)) break
    // Words that begin the next line or sentence where a break is lost: "Mè Hồng Điệp Xã Tà Xùa".
    if (lexicon.nameTraps.outside.has(token.text)) break
    const prefix = afterMinorityPrefix(page, next)
    next = prefix !== null && tokens[next + 1]?.text === "'" ? prefix + 1 : next + 1
    words++
  }
  if (words < 2 || !isSyllable(page, index)) return null
  // "Chủ Trì", "Thư Ký", "ĐĂNG KÝ CHỦ TRÌ": what people do, in capitals.
  if (
    (!surname && !minority && isDeed(page, index, next)) ||
    (capitals && words >= 3 && isDeed(page, next - 2, next))
  )
    return decline(
      page,
      tokenSpan(page, index, next),
      'name-deed',
      'What somebody does, in capitals.',
    )
  // A longer run of capitals is a heading: "CHẾ ĐỘ KẾ TOÁN DOANH NGHIỆP".
  if (capitals && words >= longestName && follows(page, next) && isAllCapitals(page, next))
    return null
  if (province && province.nextToken >= next && !introduced)
    return decline(page, province, 'name-province', 'A province, not a person.')
  if (province && province.nextToken >= next && introduced && words === 2 && !minority)
    // "ông Hà Giang": possible, but a province far more often follows a title.
    return decline(page, province, 'name-province', 'A province, not a person.')
  const end = tokens[next - 1]?.end ?? first.end
  const ambiguous = surname?.values.every((s) => s.ambiguous) ?? true
  return {
    start: first.start,
    end,
    nextToken: next,
    strong: surname !== null && (!ambiguous || words >= 3),
  }
}

/** "VỤ THI ĐUA - KHEN THƯỞNG", "Ban Tài chính": fields of work that begin like family names. */
const isField = (page: Page, index: number): boolean =>
  page.lexicon.nameTraps.fields.longestAt(page.tokens, index) !== null

/** A word for a body begins here. */
function startsBody(page: Page, index: number): boolean {
  const { lexicon, tokens } = page
  return lexicon.organisationHeads.longestAt(tokens, index) !== null
}

const startsCity = (page: Page, index: number): boolean =>
  page.tokens[index]?.text === 'thành' && page.tokens[index + 1]?.text === 'phố'

/** A title of two words and more: "Thứ trưởng" is nobody's name, "Phó Đức Nam" is one. */
function startsTitle(page: Page, index: number): boolean {
  const title = page.lexicon.titles.longestAt(page.tokens, index)
  return title !== null && title.nextToken - index >= 2
}

/** "Thủ tướng Nhật Bản", "Chủ tịch Trung Quốc Tập Cận Bình": the country is no part of the name. */
function isAbroad(page: Page, index: number): boolean {
  const body = page.lexicon.organisations.longestAt(page.tokens, index)
  return body?.values.some((v) => v.class === 'country') ?? false
}

const vowel = /[aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĕŏĭŭ]/u

/** An abbreviation in capitals is no part of a name: "PH BTV tỉnh ủy", "HĐND". */
function isSyllable(page: Page, index: number): boolean {
  const token = page.tokens[index]
  if (!token) return false
  const alone = page.tokens[index + 1]
  const joined = alone?.text === "'" && alone.start === token.end
  return token.text.length === 1 || joined || vowel.test(token.text)
}

function isDeed(page: Page, from: number, next: number): boolean {
  const verb = page.lexicon.reportingVerbs.longestAt(page.tokens, from)
  return verb !== null && verb.nextToken >= next
}

/** A title, an honorific or a body's name begins here, so a name cannot go on. */
function startsOtherThing(page: Page, index: number): boolean {
  const { lexicon, tokens } = page
  const title = lexicon.titles.longestAt(tokens, index)
  if (title && title.nextToken - index >= 2) return true
  const organisation = lexicon.organisationHeads.longestAt(tokens, index)
  if (organisation) {
    // "Nguyễn Văn Hội," ends a name; "Hội Khuyến học" begins a body.
    if (organisation.nextToken - index >= 2) return true
    if (isCapitalised(page, organisation.nextToken) && follows(page, organisation.nextToken))
      return true
  }
  return false
}
