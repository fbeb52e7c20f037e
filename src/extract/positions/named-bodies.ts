// What follows a title and begins with no head word: what the office is for, a name of its own, a province, a country.
//
//   Giám đốc Phân tích Công ty cổ phần Chứng khoán MBS   a complement of the title, then the body
//   Chủ tịch Bamboo Airways                              a body by its name alone
//   Bí thư Hà Nội · Đại sứ Việt Nam tại Anh              a place
import { isSyllable } from '../../text/syllable.ts'
import { startsCell } from '../cell-starts.ts'
import { isCapitalised, readName } from '../names.ts'
import { type OrganisationSpan, readOrganisation } from '../organisations.ts'
import type { Page } from '../page.ts'
import { startsTitle } from '../positions.ts'

/** Words that a complement of a title can have. */
const longest = 10

export type Complement = {
  /** Offset where the words of the title end, the complement with them. */
  titleEnd: number
  organisation: OrganisationSpan | null
  nextToken: number
}

const takesComplement = /^(?:phó )?(?:giám đốc|trưởng bộ phận|quản lý|chuyên viên|chuyên gia)$/u
const leadsCompany = /^(?:phó )?(?:chủ tịch|tổng giám đốc|giám đốc|giám đốc điều hành)$/u

/**
 * Reads what stands between a title and its body, or a body by its own name. `held`: the person's name stands before the
 * title, so that capitals after it are no second person. Null for other words.
 */
export function readComplement(
  page: Page,
  index: number,
  titleKey: string,
  held: boolean,
): Complement | null {
  const { tokens, lexicon } = page
  if (!isCapitalised(page, index) || startsCell(page, index) || startsTitle(page, index))
    return null
  const name = readName(page, index, true)
  if (name && (!held || name.strong)) return null
  if (lexicon.honorifics.longestAt(tokens, index) || lexicon.degrees.longestAt(tokens, index))
    return null
  let next = index
  let organisation: OrganisationSpan | null = null
  let allVietnamese = true
  for (; next < index + longest; next++) {
    const token = tokens[next]
    if (!token || !/^[\p{L}\p{N}&]/u.test(token.text)) break
    if (next > index && startsCell(page, next)) break
    if (lexicon.reportingVerbs.longestAt(tokens, next) && !isCapitalised(page, next)) break
    if (/^(?:của|tại|ở|cùng|thuộc|từ)$/u.test(token.text)) break
    if (next > index && lexicon.organisationHeads.longestAt(tokens, next)) {
      organisation = readOrganisation(page, next, true)
      break
    }
    allVietnamese &&= isSyllable(token.text)
  }
  if (next === index || next === index + longest) return null
  const end = tokens[next - 1]?.end ?? 0
  if (takesComplement.test(titleKey) && (organisation || allVietnamese))
    return { titleEnd: end, organisation, nextToken: organisation?.nextToken ?? next }
  if (organisation || allVietnamese || !leadsCompany.test(titleKey)) return null
  return ownName(page, index)
}

/** A run of capitals as the name of a body. */
function ownName(page: Page, index: number): Complement | null {
  let next = index
  while (isCapitalised(page, next) && !(next > index && startsCell(page, next))) next++
  const organisation = spanOf(page, index, next)
  return { titleEnd: page.tokens[index - 1]?.end ?? 0, organisation, nextToken: next }
}

function spanOf(page: Page, from: number, next: number): OrganisationSpan {
  return {
    start: page.tokens[from]?.start ?? 0,
    end: page.tokens[next - 1]?.end ?? 0,
    nextToken: next,
    head: '',
    bare: false,
    provinceId: null,
    openLocality: null,
    locality: null,
  }
}

/** "Bí thư Hà Nội", "Chủ tịch Bắc Giang": the province stands for its committee. */
export function provinceBody(page: Page, index: number, titleKey: string): OrganisationSpan | null {
  const office = /(?:^|^phó )(bí thư|chủ tịch)(?: thường trực)?$/u.exec(titleKey)?.[1]
  if (!office || !isCapitalised(page, index)) return null
  const province = page.lexicon.provinces.aliases.longestAt(page.tokens, index)
  const provinceId = province?.values.find((v) => v.use === 'name')?.provinceId
  if (!province || !provinceId) return null
  const city = page.lexicon.provinces.at(provinceId, page.day)?.kind === 'thành phố'
  return {
    ...spanOf(page, index, province.nextToken),
    head: office === 'chủ tịch' ? 'ubnd' : city ? 'thành uỷ' : 'tỉnh uỷ',
    provinceId,
    placeOnly: true,
  }
}

/** "Đại sứ Việt Nam tại Anh", "Tổng lãnh sự Nhật Bản tại Đà Nẵng": whom an envoy stands for, and where. */
export function envoysCountry(
  page: Page,
  index: number,
  titleKey: string,
): OrganisationSpan | null {
  const { tokens, lexicon } = page
  // "đặc phái viên của Chính phủ": whom an envoy stands for comes after "của".
  if (titleKey === 'đặc phái viên' && tokens[index]?.text === 'của')
    return readOrganisation(page, index + 1, false)
  if (!/^(?:phó )?(?:đại sứ|tổng lãnh sự|lãnh sự)$/u.test(titleKey)) return null
  const home = tokens[index]?.text === 'việt' && tokens[index + 1]?.text === 'nam'
  const country = lexicon.organisations.longestAt(tokens, index)
  const isCountry = country?.values.some((v) => v.class === 'country') ?? false
  if (!home && !isCountry) return null
  let next = home ? index + 2 : (country?.nextToken ?? index)
  if (tokens[next]?.text === 'tại' && isCapitalised(page, next + 1)) {
    next++
    while (isCapitalised(page, next)) next++
  }
  return spanOf(page, index, next)
}

/** "Thủ tướng Lào Sonexay Siphandone": a country of one syllable before a name that is no Vietnamese one. */
export function shortCountry(page: Page, index: number, titleKey: string): OrganisationSpan | null {
  if (
    !/(?:thủ tướng|chủ tịch nước|tổng bí thư|tổng thống|ngoại trưởng|bộ trưởng|đại sứ|chủ tịch)$/u.test(
      titleKey,
    )
  )
    return null
  if (!/^(?:lào|mỹ|nga|pháp|anh|đức|úc)$/u.test(page.tokens[index]?.text ?? '')) return null
  const name = page.tokens.slice(index + 1, index + 3)
  const foreign = name.some(({ text }) => !isSyllable(text))
  return foreign && isCapitalised(page, index) && isCapitalised(page, index + 1)
    ? spanOf(page, index, index + 1)
    : null
}

/** "Tư lệnh Đoàn 559", "Chính uỷ Lữ đoàn 26": a unit of the army by its number. */
export function numberedUnit(page: Page, index: number, titleKey: string): OrganisationSpan | null {
  if (!/(?:tư lệnh|chính uỷ|chỉ huy trưởng|tham mưu trưởng|chính trị viên)$/u.test(titleKey))
    return null
  const number = page.tokens[index + 1]?.text ?? ''
  return isCapitalised(page, index) && /^\d+$/u.test(number) ? spanOf(page, index, index + 2) : null
}

/** "Bí thư Huyện uỷ Trần Đề", said of somebody named before: two syllables like a name's are the district. */
export function districtOf(page: Page, body: OrganisationSpan): OrganisationSpan {
  if (!/^(?:huyện|quận|thị) uỷ$/u.test(body.head)) return body
  const place = readName(page, body.nextToken, true)
  if (!place || place.nextToken - body.nextToken !== 2) return body
  return { ...body, end: place.end, nextToken: place.nextToken, bare: false }
}

const units =
  /^(?:vụ|cục|chi cục|phòng|ban|khoa|viện|trung tâm|đội|thanh tra|văn phòng|bộ môn|tổng cục)(?: |$)/u
const higher =
  /^(?:bộ|sở|ubnd|uỷ ban nhân dân|tổng cục|trường|trường đại học|đại học|học viện|viện|công an|bệnh viện|ngân hàng|tập đoàn|tổng công ty|công ty)(?: |$)/u

/** "Vụ Hợp tác quốc tế (Bộ GD&ĐT)": the higher body in brackets after a unit; null for anything else there. */
export function readParent(page: Page, unit: OrganisationSpan): OrganisationSpan | null {
  const { tokens } = page
  if (tokens[unit.nextToken]?.text !== '(') return null
  // "Ban Chỉ đạo Cải cách hành chính (CCHC) của Chính phủ"
  const letters = tokens[unit.nextToken + 1]
  if (
    letters &&
    /^\p{Lu}{2,}$/u.test(page.text.slice(letters.start, letters.end)) &&
    tokens[unit.nextToken + 2]?.text === ')' &&
    tokens[unit.nextToken + 3]?.text === 'của'
  )
    return readOrganisation(page, unit.nextToken + 4, true)
  if (!units.test(unit.head)) return null
  const parent = readOrganisation(page, unit.nextToken + 1, true)
  return parent && tokens[parent.nextToken]?.text === ')' && higher.test(parent.head)
    ? parent
    : null
}
