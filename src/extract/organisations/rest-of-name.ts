// How far the name of a body goes on after its head word: over capitals, connectives between capitals and localities, up
// to punctuation, a title, a person's name or a verb.
import {
  isDotInAbbreviation,
  isEnumeration,
  isPrevention,
  isStaff,
  lowerRun,
  lowerTail,
  smallField,
  startsDuty,
} from '../body-words.ts'
import { startsCell } from '../cell-starts.ts'
import { afterApostrophe, localityWordLength, readPlaceName } from '../localities.ts'
import { isCapitalised, readName } from '../names.ts'
import { readIntroduction } from '../officials/introduction.ts'
import type { OrganisationSpan } from '../organisations.ts'
import type { Page } from '../page.ts'
import { kindOfSchool, schoolNameEnds, takesEponym } from './own-names.ts'
import { shortAssociationLength } from './short-associations.ts'

const stopPunctuation = new Set('.;:()[]"“”!?…\n')

/** Consumes the rest of a name from token `from`; gives the token after it and notes localities in `found`. */
export function extend(
  page: Page,
  from: number,
  allowLower: boolean,
  found: OrganisationSpan,
): number {
  const { tokens, lexicon } = page
  let next = from
  for (;;) {
    const token = tokens[next]
    // A tab parts the cells of a table.
    if (startsCell(page, next)) return next
    if (!token || stopPunctuation.has(token.text)) {
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
      const field = allowLower ? smallField(page, found.head, next) : null
      if (field === null) return next
      next = field
      continue
    }
    if (token.text === '-' || token.text === '&' || token.text === '/') {
      const after = tokens[next + 1]
      if (token.text === '-' && /^\d+$/.test(after?.text ?? '') && after?.start === token.end) {
        next += 2
        continue
      }
      if (!after || !isCapitalised(page, next + 1) || startsDuty(page, next + 1)) return next
      // "Quận uỷ - Chỉ huy trưởng": the name of a committee has no second half.
      if (token.text === '-' && next === from && /uỷ$/u.test(found.head)) return next
      if (
        token.text === '-' &&
        (lexicon.titles.longestAt(tokens, next + 1) || readName(page, next + 1, false)?.strong)
      )
        return next
      next++
      continue
    }
    // "Văn phòng Tỉnh hội"
    const short = isCapitalised(page, next) ? shortAssociationLength(page, next) : 0
    if (short > 0) {
      found.bare = false
      return next + short
    }
    const place = localityWordLength(page, next)
    const committee = place > 0 ? lexicon.organisationHeads.longestAt(tokens, next) : null
    if (committee && (allowLower || isCapitalised(page, next))) {
      // "Văn phòng Huyện uỷ": no district called "ủy".
      found.bare = false
      next = committee.nextToken
      continue
    }
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
      if (!endsOwnName(page, found, next))
        found.provinceId = province.values.find((v) => v.use === 'name')?.provinceId ?? null
      found.bare = false
      return province.nextToken
    }
    const title = lexicon.titles.longestAt(tokens, next)
    // "Phòng Tổ chức biên chế và Công chức, viên chức": whom it is for.
    if (title && next > from && !isStaff(page, next)) return next
    if (token.text === 'đ' && page.key.slice(token.start, tokens[next + 2]?.end) === 'đ/c')
      return next
    if (isRankedName(page, next) && !takesEponym(page, found, next)) return next
    const eponym =
      isCapitalised(page, next) && takesEponym(page, found, next)
        ? readName(page, next, false)
        : null
    if (eponym) {
      found.bare = false
      next = eponym.nextToken
      continue
    }
    const kind = kindOfSchool(page, found, next)
    if (kind > next) {
      next = kind
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
    // "Ban Chỉ huy và phòng, chống thiên tai": a stray "và" before what the body is for.
    if (allowLower && next === from && token.text === 'và' && isPrevention(page, next + 1)) {
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
      const startsBody =
        lexicon.organisationHeads.longestAt(tokens, after) !== null ||
        shortAssociationLength(page, after) > 0
      const startsPerson =
        (lexicon.titles.longestAt(tokens, after) !== null && !isStaff(page, after)) ||
        lexicon.honorifics.longestAt(tokens, after) !== null ||
        isRank(page, after) ||
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
    // "Hiệp hội các trường đại học, cao đẳng Việt Nam"
    if (
      allowLower &&
      token.text === 'các' &&
      next === from &&
      /hội$|^liên hiệp$/u.test(found.head)
    ) {
      const end = upToCountry(page, next + 1) ?? lowerRun(page, next + 1, lowerTail)
      if (end === next + 1) return next
      found.bare = false
      next = end
      continue
    }
    // "Ban Chỉ đạo Trung ương về phòng chống thiên tai"
    if (
      allowLower &&
      token.text === 'về' &&
      (/^(?:ban chỉ đạo|tiểu ban)/u.test(found.head) || tokens[next - 1]?.text === 'phạm')
    ) {
      // "… Nhà nước về Du lịch"
      const field = isCapitalised(page, next + 1) ? next + 2 : next + 1
      const subject = lowerRun(page, field, lowerTail)
      if (subject > next + 1) {
        next = subject
        continue
      }
    }
    if (schoolNameEnds(page, from, next)) return next
    // In running text one small syllable may end a compound: "Lao động", "Khuyến học"; after a title a name may be all small.
    if (!allowLower && (next === from || !isCapitalised(page, next - 1))) return next
    // "… Việt Nam tự ứng cử": nothing small goes on after the country.
    if (tokens[next - 1]?.text === 'nam' && tokens[next - 2]?.text === 'việt') return next
    const tail = lowerRun(page, next, allowLower ? lowerTail : 1)
    if (tail === next) return next
    found.bare = false
    next = tail
  }
}

/** "… và Thượng tá Lê Văn Hải": a rank begins another person; "Đại tá" in the name of a body does not. */
const isRank = (page: Page, index: number): boolean =>
  (page.lexicon.degrees.longestAt(page.tokens, index)?.nextToken ?? 0) - index >= 2

/**
 * "Bộ Quốc phòng Thượng tướng Lê Văn Hải", "Bệnh viện Bạch Mai PGS.TS Lê Văn Hải": rank and name are of a person; the letters of
 * "Bộ KH&CN Lê Văn Hải" are of the ministry.
 */
function isRankedName(page: Page, index: number): boolean {
  const { tokens, lexicon } = page
  const first = tokens[index]
  if (!first || !lexicon.degrees.begins(first) || !isCapitalised(page, index)) return false
  if (!lexicon.degrees.longestAt(tokens, index)) return false
  if (/^(?:[&/-]|và)$/u.test(tokens[index - 1]?.text ?? '')) return false
  const introduction = readIntroduction(page, index)
  return (
    introduction !== null &&
    introduction.degrees.length > 0 &&
    !introduction.excluded &&
    readName(page, introduction.nextToken, true) !== null
  )
}

/** The token after "Việt Nam" within the next words of a sentence; null where it does not come. */
function upToCountry(page: Page, from: number): number | null {
  for (let i = from; i < from + 12; i++) {
    const text = page.tokens[i]?.text ?? '.'
    if (/^[.;:()\n]$/u.test(text)) return null
    if (text === 'việt' && page.tokens[i + 1]?.text === 'nam') return i + 2
  }
  return null
}

/** "Công ty TNHH Huy Long An": a syllable in capitals before it makes the place part of a company's own name. */
function endsOwnName(page: Page, found: OrganisationSpan, index: number): boolean {
  const before = page.tokens[index - 1]
  return (
    before !== undefined &&
    /^(?:công ty|ctcp|doanh nghiệp)(?!\p{L})/u.test(found.head) &&
    /^\p{Lu}\p{Ll}+$/u.test(page.text.slice(before.start, before.end)) &&
    /^(?:tnhh|mtv|cp|phần|viên|nhân|hạn|tm|dv|xd)$/u.test(page.tokens[index - 2]?.text ?? '')
  )
}
