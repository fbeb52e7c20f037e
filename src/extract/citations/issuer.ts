// The issuer of a cited document where no "của" follows its number: said before it ("ý kiến của UBND tỉnh tại [Công văn
// số …]", "Chủ tịch UBND tỉnh ký [Quyết định số …]"), at the end of its list, or where the same number is named in full.
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { type DocumentNumber, issuerOfCode } from '../document-number.ts'
import type { Page } from '../page.ts'
import { tokenIndexAt } from '../units.ts'

const said =
  /(?:đề nghị|kiến nghị|báo cáo|ý kiến|chỉ đạo|kết luận|yêu cầu|hướng dẫn|thống nhất|chủ trương|quy định|trả lời|thông báo|phê duyệt|trình) của (?:(?:Giám đốc|Chánh|Trưởng ban|Bộ trưởng|Chủ tịch(?= S)) )?(\p{Lu}[\p{L}\s,&-]{2,90}?) tại (?:các )?$/u
/** "Quyết định của UBND tỉnh số 12/QĐ-UBND". */
const afterNoun =
  /(?<!\p{L})(?:[Nn]ghị quyết|[Qq]uyết định|[Cc]hỉ thị|[Tt]hông tư|[Nn]ghị định|[Tt]hông báo|[Kk]ế hoạch|[Hh]ướng dẫn|[Bb]áo cáo|[Tt]ờ trình|[Cc]ông văn|[Cc]ông điện|[Kk]ết luận|[Cc]hương trình|[Vv]ăn bản)(?: \p{Ll}+){0,2} của (\p{Lu}[^.;:,()\d\n]{2,80}?),? [Ss]ố:? ?$/u
/** "kiến nghị do Ban Dân nguyện chuyển theo [Công văn số …]". */
const sender =
  /(?<!\p{L})do (\p{Lu}[\p{L}\s,&-]{2,60}?) (?:chuyển|gửi)(?: đến| tới)? (?:theo|tại|kèm theo) (?:các )?$/u
const councils =
  /(?<!\p{L})((?:(Phó )?Chủ tịch (?:Thường trực )?)?(?:UBND|HĐND|[UỦ][ỷỶy] [Bb]an [Nn]hân dân|Hội đồng [Nn]hân dân) (?:tỉnh|thành phố|Thành phố|TP\.?|huyện|quận|thị xã|xã|phường))(?= )/gu
/** What stands between the body and the number it signed. */
const signs =
  /^(?: (?:\p{Lu}\p{L}* ?){2,5})?(?: (?:đã|vừa|mới|cũng|có))*(?: (?:ký|ban hành|công bố|ra|có))(?: (?:ban hành|công bố|phê duyệt))?(?: tại)?(?: các)?(?: (?:[Cc]ông văn|[Qq]uyết định|[Vv]ăn bản|[Kk]ế hoạch|[Cc]hỉ thị|[Tt]hông báo|[Cc]ông điện|[Nn]ghị quyết)[^,;.()\d]{0,24}?:?)?(?: [Ss]ố)?:? ?$/u
const bareBody = /^(?:uỷ ban nhân dân|hội đồng nhân dân|ubnd|hđnd)$/u

const plain = (body: string): string =>
  body
    .toLowerCase()
    .replaceAll('ủy', 'uỷ')
    .replaceAll('ubnd', 'uỷ ban nhân dân')
    .replaceAll('hđnd', 'hội đồng nhân dân')
    .replace(/\s+/gu, ' ')

/** True where nothing is known of the issuer, or only what every province has. */
export const isBare = (issuer: string | null): boolean =>
  issuer === null || (issuer.length < 22 && bareBody.test(plain(issuer)))

/** True where a body may stand for a bare one: "UBND tỉnh An Giang" for "Ủy ban nhân dân". */
export const mayBe = (issuer: string | null, body: string): boolean =>
  issuer === null || plain(body).includes(plain(issuer))

/** True where the cell of a register and the body of a number's symbols are of one kind: "UBND tỉnh" and "Ủy ban nhân dân". */
export const isSameKind = (body: string, cell: string): boolean =>
  plain(body).split(' ')[0] === plain(cell).split(' ')[0]

/** True for people's councils and committees, of which every place has one. */
export const isCouncil = (body: string): boolean =>
  /uỷ ban nhân dân|hội đồng nhân dân/u.test(plain(body))

/** The place of a council without its marks: "an giang"; "" where only its level is said. */
export const placeOf = (body: string): string =>
  unaccented(/(?:tỉnh|thành phố|tp\.?) (.+)$/u.exec(plain(body))?.[1] ?? '')

/** Small letters without marks: "an giang". */
export const unaccented = (words: string): string =>
  words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

const levels: readonly RegExp[] = [
  /trung ương|bộ chính trị|ban bí thư/u,
  /(?:tỉnh|thành|huyện|quận|thị|đảng) uỷ/u,
  /uỷ ban nhân dân/u,
  /hội đồng nhân dân/u,
  /chính phủ/u,
  /quốc hội/u,
  /^(?:bộ trưởng )?bộ /u,
]

/** True where two bodies cannot be one: "Ban Thường vụ Tỉnh ủy" and "Trung ương Đảng". */
export function areApart(one: string, other: string): boolean {
  const levelOf = (body: string) => levels.findIndex((level) => level.test(plain(body)))
  const [a, b] = [levelOf(one), levelOf(other)]
  return a >= 0 && b >= 0 && a !== b
}

/** One form of a body for comparing, its chairman left aside. */
export const bodyKey = (body: string): string => plain(body).replace(/^chủ tịch /u, '')

const central =
  /(?<!\p{L})(?:bộ(?! trưởng)|tổng cục|ngân hàng|thanh tra|uỷ ban|viện|toà án|kiểm toán) /gu
const countOf = (bodies: string): number => [...plain(bodies).matchAll(central)].length

/**
 * The body that is said of a number, set right by that of its symbols: of "các Nghị định …/CP và Chỉ thị …/TTg của Chính phủ,
 * Thủ tướng Chính phủ" its own one, and of a joint circular all of them where the words break off after the first. `rest`:
 * what follows the body.
 */
export function ownOf(
  said: string | null,
  symbols: string | null,
  number: string,
  rest: string,
): string | null {
  if (said === null || symbols === null) return said
  if (/\/TTLT/u.test(number))
    return !/^liên /u.test(plain(said)) && countOf(said) < countOf(symbols) ? symbols : said
  const bodies = said.split(/, | và /u)
  const listed = bodies.length > 1 && bodies.some((body) => plain(body) === plain(symbols))
  // "của UBND tỉnh Lai Châu, UBND huyện xây dựng …": what follows is the next clause, and the body is told in full.
  const isFull = bodyKey(said).startsWith(plain(symbols))
  return listed || (!isFull && plain(rest).startsWith(`, ${plain(symbols)}`)) ? symbols : said
}

/** The body of a number's symbols, also after a type that has no code of its own: "44/2002/PL-UBTVQH10". */
export function issuerOfSymbols(number: DocumentNumber | null, lexicon: Lexicon): string | null {
  if (!number || number.issuer !== null || number.typeCode !== null) return number?.issuer ?? null
  const code = /[-/]\p{Lu}{1,3}-(UBTVQH\d{0,2}|QH\d{1,2}|CTN|HĐNN)$/u.exec(number.number)?.[1]
  return code ? issuerOfCode(code, lexicon) : null
}

/** The body that is said before a citation in its sentence; null where none is. `from` is where the sentence begins. */
export function issuerBefore(page: Page, from: number, head: number): string | null {
  const before = page.text.slice(Math.max(from, head - 150), head)
  const named = said.exec(before)?.[1] ?? afterNoun.exec(before)?.[1] ?? sender.exec(before)?.[1]
  if (named) return named.trim()
  return signerBefore(page, Math.max(from, head - 150), before)
}

/** "Chủ tịch UBND tỉnh vừa ký ban hành …", "tham mưu UBND tỉnh ban hành …". */
function signerBefore(page: Page, offset: number, before: string): string | null {
  for (const match of [...before.matchAll(councils)].reverse()) {
    const start = offset + match.index
    let end = start + match[0].length
    const place = page.lexicon.provinces.aliases.longestAt(
      page.tokens,
      tokenIndexAt(page.tokens, end),
    )
    if (place && place.start <= end + 1) end = place.end
    const own = /^ (?:\p{Lu}\p{L}*)(?: \p{Lu}\p{L}*){0,2}(?= (?:đã|vừa|ban|ký|có|ra))/u.exec(
      place ? '' : before.slice(end - offset),
    )
    if (own && !/tỉnh$/u.test(match[0])) end += own[0].length
    if (!signs.test(before.slice(end - offset))) continue
    const whole = page.text.slice(start, end)
    return match[2] ? whole.replace(/^Phó Chủ tịch (?:Thường trực )?/u, '') : whole
  }
  return null
}
