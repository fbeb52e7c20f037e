// Names of bodies in running text: "Sở Giáo dục và Đào tạo tỉnh Điện Biên", "UBND huyện", "Vụ Thi đua - Khen thưởng, Bộ …".
//
// A name begins with a head word (dictionary organisation-heads) and goes on over capitals, connectives between capitals
// and localities; it ends at punctuation, a title, a person's name or a verb.

import {
  isDotInAbbreviation,
  isEnumeration,
  lowerRun,
  lowerTail,
  startsDuty,
} from './body-words.ts'
import { afterApostrophe, localityWordLength, readPlaceName } from './localities.ts'
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

const stopPunctuation = /^[.;:()[\]"“”!?…\n]$/u

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

/** "Trường Tiểu học" without a name of its own yet: the person's name after it is the school's. */
function takesEponym(page: Page, found: OrganisationSpan, next: number): boolean {
  const end = page.tokens[next - 1]?.end ?? found.start
  const soFar = page.key.slice(Math.max(found.start, end - 80), end)
  return namedAfterPeople.test(soFar)
}

const namedAfterPeople =
  /(?:^| )(?:trường|bệnh viện|quỹ|nhà hát|bảo tàng|công viên|thư viện|nhà văn hoá|trung tâm|thpt|thcs|công ty|ctcp|doanh nghiệp)(?: (?:trường|thpt|thcs|th|đh|cđ|tiểu học|mầm non|mẫu giáo|trung học|phổ thông|cơ sở|đại học|cao đẳng|trung cấp|chuyên|năng khiếu|liên cấp|tư thục|dân lập|công lập|quốc tế|dân tộc|nội trú|bán trú|ptdtnt|ptdtbt|và|đa khoa|khuyến học|học bổng|tnhh|mtv|một thành viên|cổ phần|cp|xây dựng|tư nhân))*$/u

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
