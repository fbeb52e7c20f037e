// Names of bodies in running text: "Sở Giáo dục và Đào tạo tỉnh Điện Biên", "UBND huyện", "Vụ Thi đua - Khen thưởng, Bộ …".
//
// A name begins with a head word (dictionary organisation-heads) and goes on over capitals, connectives between capitals
// and localities; it ends at punctuation, a title, a person's name or a verb.

import { holds } from './document-day.ts'
import { isCapitalised, readName } from './names.ts'
import type { Page } from './page.ts'

export type OrganisationSpan = {
  start: number
  end: number
  nextToken: number
  /** Matching key of the head word: "sở", "uỷ ban nhân dân", "ubnd". */
  head: string
  /** True where nothing follows the head: "Sở", "Huyện uỷ". */
  bare: boolean
  /** Province named in it, as "tỉnh X" or at its end; null where none is. */
  provinceId: string | null
  /** Word for a locality that has no name: "tỉnh" of "UBND tỉnh". */
  openLocality: string | null
  /** Locality with a name below the province: "huyện Lý Nhân". */
  locality: string | null
}

export const localityWords = new Set(['tỉnh', 'huyện', 'quận', 'xã', 'phường', 'tp', 'thôn', 'bản'])
const twoWordLocalities: Record<string, string> = { thành: 'phố', thị: 'xã', đặc: 'khu' }
const thịTrấn = ['thị', 'trấn']

/** Tokens of a locality word at an index: 1 for "tỉnh", 2 for "thành phố", 0 for none. */
export function localityWordLength(page: Page, index: number): number {
  const word = page.tokens[index]?.text ?? ''
  const next = page.tokens[index + 1]?.text ?? ''
  if (twoWordLocalities[word] === next || (word === thịTrấn[0] && next === thịTrấn[1])) return 2
  if (word === 'tp' && next === '.') return 2
  // "xã hội" is society.
  if (word === 'xã' && next === 'hội') return 0
  return localityWords.has(word) ? 1 : 0
}

const stopPunctuation = /^[.;:()[\]"“”!?…\n]$/u
const lowerTail = 8

/**
 * Reads the name of a body that begins at a token. `afterTitle`: a title stands before it, so that small letters in the
 * name are allowed ("Vụ giáo dục phổ thông") and a higher body may follow a comma. Null where none begins there.
 */
export function readOrganisation(
  page: Page,
  index: number,
  afterTitle: boolean,
): OrganisationSpan | null {
  const { tokens, lexicon } = page
  const first = tokens[index]
  if (!first) return null
  if (!afterTitle && !isCapitalised(page, index)) return null
  const known = lexicon.organisations.longestAt(tokens, index)
  const headMatch =
    lexicon.organisationHeads.longestAt(tokens, index) ?? abbreviatedHead(page, index)
  if (!known && !headMatch) return null
  // "THỨ TRƯỞNG" after "BỘ TRƯỞNG", "Thanh tra viên": a title that begins like a body.
  const title = lexicon.titles.longestAt(tokens, index)
  if (title && title.nextToken > Math.max(known?.nextToken ?? 0, headMatch?.nextToken ?? 0))
    return null
  let next = Math.max(known?.nextToken ?? 0, headMatch?.nextToken ?? 0)
  const headEnd = headMatch?.nextToken ?? next
  const head = page.key.slice(first.start, tokens[headEnd - 1]?.end ?? first.end)
  const found: OrganisationSpan = {
    start: first.start,
    end: 0,
    nextToken: next,
    head,
    bare: true,
    provinceId: null,
    openLocality: null,
    locality: null,
  }
  if (next > headEnd) found.bare = false
  // "Bộ Công an chỉ ra": the name of a ministry is complete, no small letters go on with it.
  const complete =
    known !== null && known.nextToken === next && known.values.some((v) => v.class === 'ministry')
  const country = known?.values.some((v) => v.class === 'country') ?? false
  if (!country) next = extend(page, next, afterTitle && !complete, found)
  // "Vụ X, Bộ Y" and "…, tỉnh Z": the higher body or the place after a comma belongs to the name.
  for (let joins = 0; joins < 3 && afterTitle; joins++) {
    if (tokens[next]?.text !== ',') break
    const after = next + 1
    if (
      localityWordLength(page, after) > 0 &&
      isCapitalised(page, after + localityWordLength(page, after))
    ) {
      found.openLocality = null
      next = extend(page, after, false, found)
      continue
    }
    // "Trưởng phòng Đào tạo, trường ĐH Dược": a school or institute may be written small.
    const smallHead = /^(?:trường|viện|sở)$/u.test(tokens[after]?.text ?? '')
    if (
      lexicon.titles.longestAt(tokens, after) ||
      !(isCapitalised(page, after) || (smallHead && isCapitalised(page, after + 1)))
    )
      break
    const higher =
      lexicon.organisationHeads.longestAt(tokens, after) ??
      lexicon.organisations.longestAt(tokens, after)
    if (!higher || readName(page, after, false)?.strong) break
    next = extend(page, higher.nextToken, true, found)
  }
  found.nextToken = next
  found.end = tokens[next - 1]?.end ?? first.end
  return found
}

/** "T.Ư Hội Khuyến học", "LĐLĐ tỉnh": an abbreviation of a head word or of a body. */
function abbreviatedHead(page: Page, index: number): { nextToken: number } | null {
  const { tokens, lexicon } = page
  const match = lexicon.abbreviations.longestAt(tokens, index)
  if (!match || !isCapitalised(page, index)) return null
  const reads = match.values
    .flatMap((v) => v.expansions)
    .some(
      (e) => lexicon.organisationHeads.get(e).length > 0 || lexicon.organisations.get(e).length > 0,
    )
  return reads ? match : null
}

/** A body called by letters alone, with its place: "Chủ tịch EVN", "Giám đốc VNPT Điện Biên"; null for other words. */
export function readAcronym(page: Page, index: number): OrganisationSpan | null {
  const first = page.tokens[index]
  if (
    !first ||
    !/^\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*$/u.test(page.text.slice(first.start, first.end))
  )
    return null
  const { titles, degrees, honorifics } = page.lexicon
  if ([titles, degrees, honorifics].some((phrases) => phrases.longestAt(page.tokens, index)))
    return null
  return bodyFrom(page, first, index + 1, first.text)
}

/**
 * A ministry or department without its first word: "Bộ trưởng Xây dựng", "Thứ trưởng Tài nguyên Môi trường". `word` is
 * what it lacks ("bộ"), which `head` of the span says.
 */
export function readField(page: Page, index: number, word: string): OrganisationSpan | null {
  const first = page.tokens[index]
  if (!first || !isCapitalised(page, index)) return null
  const lack = { start: first.start, end: first.start, text: word }
  const near = [lack, ...page.tokens.slice(index, index + 12)]
  const known =
    page.lexicon.organisations.longestAt(near, 0) ?? page.lexicon.abbreviations.longestAt(near, 1)
  if (known && known.nextToken > 1) return bodyFrom(page, first, index + known.nextToken - 1, word)
  // Without its "và" or commas: the first two syllables tell the field.
  const second = page.tokens[index + 1]?.text ?? ''
  return fields.has(`${first.text} ${second}`) ? bodyFrom(page, first, index + 2, word) : null
}

const fields = new Set([
  'nông nghiệp',
  'tài nguyên',
  'văn hoá',
  'thông tin',
  'giáo dục',
  'lao động',
  'kế hoạch',
  'khoa học',
  'giao thông',
])

function bodyFrom(
  page: Page,
  first: { start: number; end: number },
  from: number,
  head: string,
): OrganisationSpan {
  const found: OrganisationSpan = {
    start: first.start,
    end: 0,
    nextToken: from,
    head,
    bare: false,
    provinceId: null,
    openLocality: null,
    locality: null,
  }
  found.nextToken = extend(page, from, false, found)
  found.end = page.tokens[found.nextToken - 1]?.end ?? first.end
  return found
}

/** Consumes the rest of a name from token `from`; gives the token after it and notes localities in `found`. */
function extend(page: Page, from: number, allowLower: boolean, found: OrganisationSpan): number {
  const { tokens, lexicon } = page
  let next = from
  for (;;) {
    const token = tokens[next]
    if (!token || stopPunctuation.test(token.text)) {
      // "T.Ư", "TP. Hồ Chí Minh"
      if (token?.text === '.' && isDotInAbbreviation(page, next)) {
        next++
        continue
      }
      return next
    }
    if (token.text === ',') {
      // A comma inside a known enumeration: "Văn hóa, Thể thao và Du lịch".
      if (isEnumeration(page, next)) {
        next += 2
        continue
      }
      return next
    }
    if (token.text === '-' || token.text === '&' || token.text === '/') {
      const after = tokens[next + 1]
      if (token.text === '-' && /^\d+$/.test(after?.text ?? '') && after?.start === token.end) {
        next += 2
        continue
      }
      if (!after || !isCapitalised(page, next + 1) || startsDuty(page, next + 1)) return next
      if (
        token.text === '-' &&
        (lexicon.titles.longestAt(tokens, next + 1) || readName(page, next + 1, false)?.strong)
      )
        return next
      next++
      continue
    }
    const place = localityWordLength(page, next)
    if (place > 0) {
      const named = readPlaceName(page, next + place, token.text)
      if (named) {
        if (named.provinceId) found.provinceId = named.provinceId
        if (token.text !== 'tỉnh')
          found.locality ??= page.text.slice(token.start, tokens[named.nextToken - 1]?.end)
        found.openLocality = null
        found.bare = false
        next = named.nextToken
        if (tokens[next]?.text !== ',') return next
        return next
      }
      if (isCapitalised(page, next) && !allowLower) return next
      found.openLocality = page.key.slice(token.start, tokens[next + place - 1]?.end)
      found.bare = false
      return next + place
    }
    const province = lexicon.provinces.aliases.longestAt(tokens, next)
    if (province && isCapitalised(page, next) && province.values.some((v) => v.use === 'name')) {
      // A person's name may begin with a province's syllables only when more capitals follow.
      found.provinceId = province.values.find((v) => v.use === 'name')?.provinceId ?? null
      found.bare = false
      return province.nextToken
    }
    if (lexicon.titles.longestAt(tokens, next) && next > from) return next
    const eponym =
      isCapitalised(page, next) && takesEponym(page, found, next)
        ? readName(page, next, false)
        : null
    if (eponym) {
      found.bare = false
      next = eponym.nextToken
      continue
    }
    // A telephone number after a title in a list is no body's.
    if (isCapitalised(page, next) || /^\d{1,3}$/.test(token.text)) {
      const joined = afterApostrophe(page, next)
      if (joined) {
        found.bare = false
        next = joined
        continue
      }
      if (next > from && readName(page, next, false)?.strong) return next
      if (
        next === from &&
        readName(page, next, false)?.strong &&
        !lexicon.organisations.longestAt(tokens, next)
      )
        return next
      const inner = lexicon.organisationHeads.longestAt(tokens, next)
      if (inner) {
        // "Văn phòng Đoàn đại biểu Quốc hội": a body inside the name.
        found.bare = false
        next = inner.nextToken
        continue
      }
      found.bare = false
      next++
      continue
    }
    if (
      token.text === 'và' ||
      token.text === 'của' ||
      token.text === 'thuộc' ||
      token.text === 'số'
    ) {
      const after = next + 1
      if (token.text === 'số' && /^\d+$/.test(tokens[after]?.text ?? '')) {
        found.bare = false
        next += 2
        continue
      }
      const startsBody = lexicon.organisationHeads.longestAt(tokens, after) !== null
      const startsPerson =
        lexicon.titles.longestAt(tokens, after) !== null ||
        lexicon.honorifics.longestAt(tokens, after) !== null ||
        readName(page, after, false)?.strong
      if (
        isCapitalised(page, after) &&
        !startsPerson &&
        (token.text === 'và' ? !startsBody : true)
      ) {
        next++
        continue
      }
      return next
    }
    if (
      token.text === 'ngành' ||
      token.text === 'khối' ||
      token.text === 'cơ' ||
      token.text === 'cấp'
    ) {
      if (isCapitalised(page, next + 1)) {
        found.bare = false
        next++
        continue
      }
    }
    // "Ban Chỉ đạo Trung ương về phòng chống thiên tai"
    if (allowLower && token.text === 'về' && /^(?:ban chỉ đạo|tiểu ban)/u.test(found.head)) {
      const subject = lowerRun(page, next + 1, lowerTail)
      if (subject > next + 1) {
        next = subject
        continue
      }
    }
    // In running text one small syllable may end a compound: "Lao động", "Khuyến học"; after a title a name may be all small.
    if (!allowLower && (next === from || !isCapitalised(page, next - 1))) return next
    const tail = lowerRun(page, next, allowLower ? lowerTail : 1)
    if (tail === next) return next
    found.bare = false
    next = tail
  }
}

/** "Công ty - Nhiệm kỳ …", "Sở Tài chính - Thành viên": a duty or a term after the dash, not the body. */
function startsDuty(page: Page, index: number): boolean {
  const [first, second] = page.tokens.slice(index, index + 2)
  return /^(?:nhiệm kỳ|thành viên|thường trực|chủ trì|phụ trách)$/u.test(
    `${first?.text} ${second?.text}`,
  )
}

/** "R'lấp", "K'Bang", "M'gar": the token after a name with an apostrophe in it; null for others. */
function afterApostrophe(page: Page, index: number): number | null {
  const [first, mark, rest] = page.tokens.slice(index, index + 3)
  return first && mark?.text === "'" && mark.start === first.end && rest?.start === mark.end
    ? index + 3
    : null
}

/** "Trường Tiểu học" without a name of its own yet: the person's name after it is the school's. */
function takesEponym(page: Page, found: OrganisationSpan, next: number): boolean {
  const end = page.tokens[next - 1]?.end ?? found.start
  const soFar = page.key.slice(Math.max(found.start, end - 80), end)
  return namedAfterPeople.test(soFar)
}

const namedAfterPeople =
  /(?:^| )(?:trường|bệnh viện|quỹ|nhà hát|bảo tàng|công viên|thư viện|nhà văn hoá|trung tâm|thpt|thcs|công ty|ctcp|doanh nghiệp)(?: (?:trường|thpt|thcs|th|đh|cđ|tiểu học|mầm non|mẫu giáo|trung học|phổ thông|cơ sở|đại học|cao đẳng|trung cấp|chuyên|năng khiếu|liên cấp|tư thục|dân lập|công lập|quốc tế|dân tộc|nội trú|bán trú|ptdtnt|ptdtbt|và|đa khoa|khuyến học|học bổng|tnhh|mtv|một thành viên|cổ phần|cp|xây dựng|tư nhân))*$/u

/** End of a run of small-letter words that can belong to a name: up to a verb, at most `most` words. */
function lowerRun(page: Page, from: number, most: number): number {
  const { tokens, lexicon } = page
  let next = from
  if (most > 1 && leadsToHigherBody(page, from)) most = 99
  while (next < tokens.length && next - from < most) {
    const token = tokens[next]
    if (!token || !/^\p{Ll}/u.test(page.text[token.start] ?? '')) break
    const verb = lexicon.reportingVerbs.longestAt(tokens, next)
    if (most < 99 && verb && !isNounLike(page, next)) break
    if (lexicon.honorifics.longestAt(tokens, next)) break
    if (lexicon.titles.longestAt(tokens, next) || localityWordLength(page, next) > 0) break
    if (/^(?:của|các|thứ|lần|khoá|từ|kể|theo|gồm)$/u.test(token.text)) break
    // "Tài nguyên" goes on, "… nguyên Giám đốc" does not.
    if (token.text === 'nguyên' && lexicon.titles.longestAt(tokens, next + 1)) break
    if (token.text === 'và') {
      const joined = most === lowerTail && next > from ? afterAnd(page, next + 1) : null
      if (joined === null) break
      next = joined
      continue
    }
    next++
  }
  return most === lowerTail && next - from >= lowerTail ? from : next
}

const collective = /^(?:các|những|lãnh|đại|toàn|một|nhiều|cùng|cả|đội|nhân|đoàn|tập|bà|ông)$/u

/**
 * "Phòng Quản lý thi và kiểm định chất lượng cho biết": the token after the small words behind "và", where a verb or a
 * sign ends them within five words; null where they may be something else.
 */
function afterAnd(page: Page, from: number): number | null {
  const { tokens, lexicon } = page
  if (collective.test(tokens[from]?.text ?? '')) return null
  for (let next = from; next <= from + 5; next++) {
    const token = tokens[next]
    const ends =
      !token || /^[,.;:)\n]$/u.test(token.text) || lexicon.reportingVerbs.longestAt(tokens, next)
    if (ends) return next - from >= 2 ? next : null
    if (!/^\p{Ll}/u.test(page.text[token.start] ?? '')) return null
    if (lexicon.titles.longestAt(tokens, next) || lexicon.honorifics.longestAt(tokens, next))
      return null
    if (token.text === 'và' || localityWordLength(page, next) > 0) return null
  }
  return null
}

/** "dự án", "giao thông", "dự phòng", "về phòng chống": what looks like a verb is part of the name. */
function isNounLike(page: Page, index: number): boolean {
  const [here, after] = page.tokens.slice(index, index + 2)
  if (here?.text === 'ký') return page.tokens[index - 1]?.text === 'đăng'
  if (here?.text === 'dự') return /^(?:án|phòng|trữ|báo)$/u.test(after?.text ?? '')
  if (here?.text === 'giao') return /^(?:thông|dịch|lưu)$/u.test(after?.text ?? '')
  return false
}

/** "Ban Xây dựng tổ chức hội, Hội …": a comma and a higher body end the name, so verbs inside are part of it. */
function leadsToHigherBody(page: Page, from: number): boolean {
  for (let i = from; i < from + 7; i++) {
    const token = page.tokens[i]
    if (token?.text === ',')
      return (
        isCapitalised(page, i + 1) &&
        page.lexicon.organisationHeads.longestAt(page.tokens, i + 1) !== null
      )
    if (!token || !/^\p{Ll}/u.test(page.text[token.start] ?? '')) return false
  }
  return false
}

function isDotInAbbreviation(page: Page, index: number): boolean {
  const before = page.tokens[index - 1]
  const dot = page.tokens[index]
  const after = page.tokens[index + 1]
  return (
    before !== undefined &&
    dot !== undefined &&
    after !== undefined &&
    before.end === dot.start &&
    after.start === dot.end &&
    before.end - before.start <= 2 &&
    isCapitalised(page, index + 1)
  )
}

const enumerated = new Set([
  'thể',
  'du',
  'thông',
  'thi',
  'khen',
  'sinh',
  'viên',
  'lao',
  'thương',
  'phòng',
  'chống',
])

/** "…, Thể thao và …": one capital word or two after the comma, then "và" or another comma of the same kind. */
function isEnumeration(page: Page, comma: number): boolean {
  const word = page.tokens[comma + 1]
  if (page.tokens[comma - 1]?.text === 'phòng' && word?.text === 'chống') return true
  return (
    word !== undefined &&
    isCapitalised(page, comma + 1) &&
    enumerated.has(word.text) &&
    !page.lexicon.titles.longestAt(page.tokens, comma + 1) &&
    page.tokens.slice(comma + 2, comma + 5).some((t) => t.text === 'và' || t.text === ',')
  )
}

export type PlaceName = { nextToken: number; provinceId: string | null }

/** Reads the name after a locality word: "Lý Nhân", "Điện Biên", "Krông Nô". One to four capitals; numbers for wards. */
export function readPlaceName(page: Page, index: number, word: string): PlaceName | null {
  const { tokens, lexicon } = page
  if (/^\d{1,2}$/.test(tokens[index]?.text ?? '')) return { nextToken: index + 1, provinceId: null }
  if (!isCapitalised(page, index)) return null
  if (
    lexicon.titles.longestAt(tokens, index) ||
    lexicon.organisationHeads.longestAt(tokens, index)?.values.length
  )
    return null
  const province = lexicon.provinces.aliases.longestAt(tokens, index)
  const named = province?.values.find((v) => v.use !== 'nickname' && holds(page, v.provinceId))
  if (province && named) return { nextToken: province.nextToken, provinceId: named.provinceId }
  // "Chủ tịch HĐND thành phố Nguyễn Ngọc Tuấn": no city below the provinces is named after a person.
  if (isHolder(page, index, word)) return null
  // After "tỉnh" only a province's name is a place; "Y Bhiao Niê" after any word is a person.
  if (word === 'tỉnh' || /^[yah]$/u.test(tokens[index]?.text ?? '')) return null
  let next = afterApostrophe(page, index) ?? index + 1
  while (next < index + 4 && isCapitalised(page, next) && !isBreak(page, next)) {
    const joined = afterApostrophe(page, next)
    if (joined) {
      next = joined
      break
    }
    // Two syllables make most names; a person's name may follow: "huyện Lý Nhân Nguyễn Văn A".
    if (next - index >= 2 && readName(page, next, false)) break
    if (next - index >= 1 && readName(page, next, false)?.strong && isCapitalised(page, next + 2))
      break
    next++
  }
  return { nextToken: next, provinceId: null }
}

/** Districts, communes and wards that do bear a person's name of three syllables; there are few. */
const namedDistricts =
  /^(?:trần văn thời|hồ thị kỷ|tạ an khương|nguyễn (?:phích|huân|việt khái|văn linh|văn thảnh|thị minh khai|thái bình|thái học|trung trực|bỉnh khiêm|viết xuân|đình chiểu|phong sắc|văn cừ|du|huệ|trãi)|phan (?:ngọc hiển|bội châu|chu trinh|đình phùng|như thạch|đăng lưu)|trần (?:hưng đạo|quang khải|nguyên hãn|nhân tông|quang diệu|đăng ninh|quốc toản|thái tông|văn ơn|văn thụ)|lê (?:hồng phong|thanh nghị|quý đôn|đại hành|thị riêng|văn lương|chân)|ngô (?:mây|quyền)|hoàng (?:văn thụ|hoa thám)|quang trung|đinh trang thượng|phạm (?:ngũ lão|đình hổ)|lương thế trân|tôn đức thắng|võ thị sáu|vũ ninh|chu văn an|hoàng liệt)/u

/** The person who holds the office, where a place could stand: never after "thành phố", else by the middle name. */
function isHolder(page: Page, index: number, word: string): boolean {
  const name = readName(page, index, false)
  if (!name?.strong || name.nextToken - index < 3) return false
  const key = page.key.slice(name.start, name.end)
  if (word === 'thành' || word === 'tp') return !/^hồ chí minh/u.test(key)
  return /^\p{L}+ (?:văn|thị) \p{L}/u.test(key) && !namedDistricts.test(key)
}

function isBreak(page: Page, index: number): boolean {
  const { lexicon, tokens } = page
  const before = tokens[index - 1]
  const here = tokens[index]
  if (!before || !here || here.start - before.end > 1) return true
  return (
    lexicon.titles.longestAt(tokens, index) !== null ||
    lexicon.organisationHeads.longestAt(tokens, index) !== null
  )
}

/** All bodies named with a capital head in the page, in order. */
export function findOrganisations(page: Page): OrganisationSpan[] {
  const found: OrganisationSpan[] = []
  for (let i = 0; i < page.tokens.length; ) {
    const organisation = isCapitalised(page, i) ? readOrganisation(page, i, false) : null
    if (organisation) {
      found.push(organisation)
      i = Math.max(organisation.nextToken, i + 1)
    } else i++
  }
  return found
}
