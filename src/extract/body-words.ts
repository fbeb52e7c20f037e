// What can stand inside the name of a body that is no capital: "và", small words, commas of an enumeration, dots of an
// abbreviation; and where the name ends instead.
//
//   "Sở Văn hóa, Thể thao và Du lịch"   "Ban Xây dựng tổ chức hội, Hội …"   "Công ty - Nhiệm kỳ …"

import { localityWordLength } from './localities.ts'
import { isCapitalised } from './names.ts'
import type { Page } from './page.ts'

/** Small words that may follow each other in a name. */
export const lowerTail = 8

/** "Công ty - Nhiệm kỳ …", "Sở Tài chính - Thành viên": a duty or a term after the dash, not the body. */
export function startsDuty(page: Page, index: number): boolean {
  const [first, second] = page.tokens.slice(index, index + 2)
  return /^(?:nhiệm kỳ|thành viên|thường trực|chủ trì|phụ trách)$/u.test(
    `${first?.text} ${second?.text}`,
  )
}

/** End of a run of small-letter words that can belong to a name: up to a verb, at most `most` words. */
export function lowerRun(page: Page, from: number, most: number): number {
  const { tokens, lexicon } = page
  let next = from
  let counted = 0
  if (most > 1 && leadsToHigherBody(page, from)) most = 99
  while (next < tokens.length && next - from < most) {
    const token = tokens[next]
    if (!token || !/^\p{Ll}/u.test(page.text[token.start] ?? '')) break
    const verb = lexicon.reportingVerbs.longestAt(tokens, next)
    if (most < 99 && verb && !isNounLike(page, next)) break
    // "Hội Luật gia", "Hội bà mẹ": people make up an association.
    if (lexicon.honorifics.longestAt(tokens, next) && tokens[next - 1]?.text !== 'hội') break
    if (lexicon.titles.longestAt(tokens, next) || localityWordLength(page, next) > 0) break
    // "Sở GD&ĐT làm trưởng đoàn", "… giữ chức Phó Giám đốc"
    if (/^(?:làm|giữ)$/u.test(token.text) && isOfficeNext(page, next + 1)) break
    if (/^(?:của|các|thứ|lần|khoá|từ|kể|theo|gồm)$/u.test(token.text)) break
    if (token.text === 'kiêm' || isAppointing(page, next)) break
    // "Tài nguyên" goes on, "… nguyên Giám đốc" does not.
    if (token.text === 'nguyên' && lexicon.titles.longestAt(tokens, next + 1)) break
    if (token.text === 'và') {
      const joined = most >= lowerTail && next > from ? afterAnd(page, next + 1) : null
      if (joined === null) break
      next = joined
      continue
    }
    next++
    counted++
  }
  return most === lowerTail && counted >= lowerTail ? from : next
}

const appointing =
  /^(?:nhiệm kỳ|chuẩn y|điều động|phân công|chỉ định|luân chuyển|bổ nhiệm|miễn nhiệm|phê chuẩn|trao quyết|công bố|giới thiệu)$/u

/** "Ban Bí thư Trung ương Đảng chuẩn y thượng tá A": what a body does with somebody ends its name, and so does a term. */
function isAppointing({ tokens }: Page, index: number): boolean {
  return appointing.test(`${tokens[index]?.text} ${tokens[index + 1]?.text ?? ''}`)
}

const isOfficeNext = (page: Page, index: number): boolean =>
  page.tokens[index]?.text === 'chức' || page.lexicon.titles.longestAt(page.tokens, index) !== null

const collective = /^(?:các|những|lãnh|đại|toàn|một|nhiều|cùng|cả|đội|nhân|đoàn|tập|bà|ông)$/u

/**
 * "Phòng Quản lý thi và kiểm định chất lượng cho biết": the token after the small words behind "và", where a verb, a sign
 * or "Việt Nam" ends them within seven words; null where they may be something else.
 */
function afterAnd(page: Page, from: number): number | null {
  const { tokens, lexicon } = page
  if (collective.test(tokens[from]?.text ?? '')) return null
  for (let next = from; next <= from + 7; next++) {
    const token = tokens[next]
    const ends =
      !token || /^[,.;:)\n]$/u.test(token.text) || lexicon.reportingVerbs.longestAt(tokens, next)
    if (ends) return next - from >= 2 ? next : null
    if (next - from >= 2 && token?.text === 'việt' && tokens[next + 1]?.text === 'nam') return next
    if (!/^\p{Ll}/u.test(page.text[token.start] ?? '')) return null
    if (lexicon.titles.longestAt(tokens, next) || lexicon.honorifics.longestAt(tokens, next))
      return null
    // "phòng, chống thiên tai và tìm kiếm cứu nạn tỉnh": the level ends the name.
    if (localityWordLength(page, next) > 0) return next - from >= 3 ? next : null
    if (token.text === 'và') return null
  }
  return null
}

/** "dự án", "giao thông", "dự phòng", "về phòng chống": what looks like a verb is part of the name. */
function isNounLike(page: Page, index: number): boolean {
  const [here, after] = page.tokens.slice(index, index + 2)
  if (here?.text === 'ký') return page.tokens[index - 1]?.text === 'đăng'
  if (here?.text === 'dự') return /^(?:án|phòng|trữ|báo)$/u.test(after?.text ?? '')
  if (here?.text === 'giao')
    return (
      page.tokens[index - 1]?.text === 'ngoại' || /^(?:thông|dịch|lưu)$/u.test(after?.text ?? '')
    )
  return false
}

/** "Ban Xây dựng tổ chức hội, Hội …": a comma and a higher body end the name, so verbs inside are part of it. */
function leadsToHigherBody(page: Page, from: number): boolean {
  for (let i = from; i < from + 7; i++) {
    const token = page.tokens[i]
    if (token?.text === ',')
      return (
        isCapitalised(page, i + 1) &&
        !saysBefore(page, from, i) &&
        page.lexicon.organisationHeads.longestAt(page.tokens, i + 1) !== null
      )
    if (!token || !/^\p{Ll}/u.test(page.text[token.start] ?? '')) return false
  }
  return false
}

const said =
  /(?<!\p{L})(?:cho (?:biết|hay|rằng)|khẳng định|chia sẻ|nhấn mạnh|phát biểu|bày tỏ|nêu rõ|nói|lưu ý|nhận định|đề nghị|yêu cầu|kiến nghị|xác nhận|trả lời|tuyên bố|thông báo|cam kết|than (?:thở|phiền))(?: (?:thêm|rõ|tiếp))?$|(?<!(?<!\p{L})(?:công nghệ|văn hoá|an toàn|an ninh|hệ thống|quản lý|xử lý|khoa học|báo chí|viễn thông|dữ liệu|thư viện|cổng|mạng|trung tâm|và|phòng|ban) )thông tin(?: (?:thêm|rõ|tiếp))?$/u
/** Characters before a comma that its verb stands in. */
const longestVerb = 40

/**
 * "Phòng Quản lý chất lượng cho biết, Sở …": the words before the comma say that somebody speaks, and what follows it is what he
 * says. "Công nghệ thông tin" is a field of work.
 */
function saysBefore(page: Page, from: number, comma: number): boolean {
  const end = page.tokens[comma - 1]?.end ?? 0
  const first = page.tokens[from - 1]?.start ?? 0
  return from < comma && said.test(page.key.slice(Math.max(first, end - longestVerb), end))
}

export function isDotInAbbreviation(page: Page, index: number): boolean {
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
export function isEnumeration(page: Page, comma: number): boolean {
  const word = page.tokens[comma + 1]
  const before = page.tokens[comma - 1]?.text
  if (before === 'phòng' && word?.text === 'chống') return true
  // "VH, TT&TT"
  if (page.tokens[comma + 2]?.text === '&' && isShort(page, comma - 1) && isShort(page, comma + 1))
    return true
  // "công chức, viên chức"
  if (before === 'chức' && word?.text === 'viên' && page.tokens[comma + 2]?.text === 'chức')
    return true
  return (
    word !== undefined &&
    isCapitalised(page, comma + 1) &&
    enumerated.has(word.text) &&
    !page.lexicon.titles.longestAt(page.tokens, comma + 1) &&
    page.tokens.slice(comma + 2, comma + 5).some((t) => t.text === 'và' || t.text === ',')
  )
}

const isShort = (page: Page, index: number): boolean => {
  const token = page.tokens[index]
  return token !== undefined && /^\p{Lu}{2,4}$/u.test(page.text.slice(token.start, token.end))
}

const notFields =
  /^(?:một|người|là|đã|vừa|đang|nay|cũng|sẽ|được|không|để|nguyên|hiện|từng|khi|và|với|trong|tại|ở|ra|đến|về|nơi|đại|thay|cùng|kiêm|tự|do|cho|có|mời)$/u

/**
 * "Phòng kinh tế, hạ tầng đô thị", "Viện nghiên cứu xã hội, kinh tế và môi trường": the token after a second field in
 * small letters behind the comma at `comma`, which a sign ends; null for anything else.
 */
export function smallField(page: Page, head: string, comma: number): number | null {
  if (!/^(?:phòng|ban|viện|khoa|trung tâm)$/u.test(head)) return null
  const isSmall = (index: number) =>
    /^\p{Ll}/u.test(page.text[page.tokens[index]?.start ?? page.text.length] ?? '')
  if (!isSmall(comma - 1) || notFields.test(page.tokens[comma + 1]?.text ?? '')) return null
  const next = lowerRun(page, comma + 1, lowerTail)
  const words = next - comma - 1
  const ends = /^[,.;)\n]$/u.test(page.tokens[next]?.text ?? '\n')
  return words >= 2 && words <= 6 && ends ? next : null
}

/** "phòng chống", "phòng, chống" in small letters. */
export function isPrevention(page: Page, index: number): boolean {
  const [first, second, third] = page.tokens.slice(index, index + 3)
  return (
    first?.text === 'phòng' &&
    !isCapitalised(page, index) &&
    (second?.text === 'chống' || (second?.text === ',' && third?.text === 'chống'))
  )
}

/** "công chức, viên chức" in the name of a body. */
export function isStaff(page: Page, index: number): boolean {
  const [first, second, comma, third] = page.tokens.slice(index, index + 4)
  return (
    first?.text === 'công' &&
    second?.text === 'chức' &&
    comma?.text === ',' &&
    third?.text === 'viên'
  )
}
