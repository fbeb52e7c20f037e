// What follows a cited number, its title apart: "… ngày 04/11/2013 của Ban Chấp hành Trung ương …".
import { edtfDay } from '../dates/calendar.ts'
import type { Page } from '../page.ts'
import { tokenIndexAt } from '../units.ts'

export type Tail = { date: string | null; issuer: string | null; end: number }

// "ng̀y" is "ngày" with a mark astray.
const day =
  /^(?: năm (?:19|20)\d{2})?,?(?: được)?(?: ban hành| ký)?,? ?\(?(?:ng[\p{L}\p{M}]{1,3} ?)?(?:(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)\d{2})|(\d{1,2}) ?tháng (\d{1,2})(?: ?năm|,)? ?((?:19|20)\d{2}))(?!\d)\)?/u
/** After a day "của" is left out at times. */
const bodyNext =
  /^ (?=(?:[ỦU][ỷỶy] ban nhân dân|UBND|HĐND|Hội đồng nhân dân) (?:tỉnh|thành phố|huyện))/u
/** "926/STC-VP Đắk Nông, ngày 02 tháng 5 năm 2019": the place of the letter's head. */
const placeBefore = /^ \p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2},(?= ngày \d)/u
/** "ngày của Bộ Tài chính ngày …": the first "ngày" is a slip. */
const of = /^(?: năm (?:19|20)\d{2})?,? ?(?:ngày )?(?:(?:của|do) )+(?!năm \d)/u
/** Where an issuing body ends: at a stop, at a verb, at "và" before what is no body. */
const issuerEnd =
  /[;.:()"\n]|,(?! (?:bộ |chống |(?:bão|lũ|thiên tai)(?!\p{L})|thanh tra chính phủ|uỷ ban dân tộc|ngân hàng nhà nước|toà án nhân dân|viện kiểm sát))| (?:về|v\/v|ngày|quy định|qui định|ban hành|phê duyệt|hướng dẫn|sửa đổi|được|đã|có|để|thì|là|trong|triển khai|thực hiện|đối với|với|cho|tại|đề nghị|yêu cầu|trình|theo|công bố|số|nhằm|(?<!ngoại )giao(?! thông)|xác định|huỷ|huỷ bỏ|bãi bỏ|thông qua|công nhận|thành lập|chấp thuận|điều chỉnh|kiện toàn|bổ sung|thay thế|tăng cường|chấn chỉnh|đính chính|đồng ý|thống nhất|đẩy mạnh|tặng|bổ nhiệm|phân cấp|phân công|uỷ quyền|quyết định|cho phép|kèm theo|kết luận|vừa|sẽ|đang|nêu|khi|mà|và (?=nghị|quyết|thông|chỉ|kế|công|văn|các|kết|hướng|chương))(?!\p{L})/u
/** Verbs that are parts of names where they have a capital ("Ban Điều động"): with a small letter they end the body. */
const act =
  / (?:chỉ định|chuẩn y|điều động|luân chuyển|biệt phái|miễn nhiệm|bãi nhiệm|cách chức|cho thôi|thôi giữ|cử|trao|tuyên dương|biểu dương|(?<!thi đua,? |thi đua - |thi đua và )khen|truy tặng|phong tặng|thi hành kỷ luật|kỷ luật|cảnh cáo|khai trừ|đình chỉ|tạm dừng|phân bổ|thu hồi|giải thể|sáp nhập|hợp nhất|chia tách|xếp hạng|đặt tên|đổi tên|gia hạn|kéo dài|áp dụng|chấp nhận|cấp phép|cấp giấy|xử phạt|khởi tố|gửi|gồm|liên quan)(?!\p{L})/u
/** A title with a comma or a list with a colon: "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "liên Bộ: Tài chính - Tư pháp". */
const twoOffices =
  /^(?:bộ trưởng|thống đốc|chủ tịch),? (?=(?:chủ nhiệm|trưởng ban|tổng) )|^liên (?:bộ|ngành|sở|tịch): /u
const goesOn =
  /^ (?:(?:\p{Ll}+ ){0,2}\p{Lu}|(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn|khóa|khoá|nước)(?!\p{L}))|^,? (?:và )?(?:Bộ|Ủy ban|Uỷ ban|Ban|Sở|Tổng|Thanh tra|Tòa án|Viện|Ngân hàng|Hội|Liên đoàn|Trung ương) /u
/** "UBND tỉnh và các nguồn …": a small letter after "và" begins no body. */
const and = / và (?=\p{Ll})(?!(?:ủy|uỷ|ban|bộ|sở|hội|đoàn|các tổ chức) )/u
/** "UBND tỉnh" with a small letter after it ends there. */
const level =
  / (?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn)(?= \p{Ll})(?! (?:tỉnh|thành phố|huyện|khóa|khoá|lần|nhiệm kỳ))/u
/** An office whose body should follow. */
const office =
  /^(?:bộ trưởng|chủ tịch|giám đốc|tổng giám đốc|thủ trưởng|chủ nhiệm|thống đốc|tổng cục trưởng|bộ|sở)$/u

/** Reads day and issuer after a number, not beyond `limit`. Offsets in UTF-16 units of `page.text`. */
export function tailOf(page: Page, from: number, limit: number): Tail {
  let at = from
  let date: string | null = null
  let issuer: string | null = null
  const rest = () => page.key.slice(at, Math.min(limit, at + 200))
  const takeDate = () => {
    const m = day.exec(rest())
    if (!m) return
    date = edtfDay(Number(m[3] ?? m[6]), Number(m[2] ?? m[5]), Number(m[1] ?? m[4]))
    at += m[0].length
  }
  takeDate()
  if (date === null) {
    const place = placeBefore.exec(page.text.slice(at, Math.min(limit, at + 40)))
    const start = at
    at += place?.[0].length ?? 0
    takeDate()
    if (date === null) at = start
  }
  const lead = of.exec(rest()) ?? (date ? bodyNext.exec(page.text.slice(at, at + 24)) : null)
  if (lead) {
    const start = at + lead[0].length
    const end = issuerAt(page, start, limit)
    const said = page.text.slice(start, end).replace(/(?:[\s,]|\s(?:và|do|của))+$/u, '')
    if (said.length > 1) {
      at = start + said.length
      issuer = wholeIssuer(page, said, at)
    }
  }
  if (date === null) takeDate()
  return { date, issuer, end: at }
}

/** Where the body that begins at `start` ends. */
function issuerAt(page: Page, start: number, limit: number): number {
  const words = page.key.slice(start, Math.min(limit, start + 160))
  const skip = twoOffices.exec(words)?.[0].length ?? 0
  let scanned = start + skip + (issuerEnd.exec(words.slice(skip))?.index ?? words.length - skip)
  for (const cut of [level, act, and]) {
    const found = cut.exec(page.text.slice(start, scanned + 2))
    if (found) scanned = start + found.index + (cut === level ? found[0].length : 0)
  }
  scanned = atPlace(page, start, scanned)
  const known = page.lexicon.organisations.longestAt(page.tokens, tokenIndexAt(page.tokens, start))
  if (!known || known.start !== start || known.end > limit) return scanned
  // "Đại hội bất thường Hội Công chứng viên", "Ủy ban nhân dân tỉnh Quảng Nam": the name goes on.
  return scanned > known.end && goesOn.test(page.text.slice(known.end, known.end + 40))
    ? scanned
    : known.end
}

/** What the name of a place follows in a body: "UBND tỉnh", "Ban Thường vụ Tỉnh ủy". */
const placed =
  /^[\p{L} ]{0,40}(?<!\p{L})(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|(?:[Tt]ỉnh|[Tt]hành) (?:ủy|uỷ|đoàn)|UBND|HĐND) (?=\p{Lu})/u

/** "HĐND tỉnh An Giang chi tặng quà …": with a small letter after it the place ends the body. */
function atPlace(page: Page, start: number, end: number): number {
  const named = placed.exec(page.text.slice(start, end))
  if (!named) return end
  const { tokens } = page
  const place = page.lexicon.provinces.aliases.longestAt(
    tokens,
    tokenIndexAt(tokens, start + named[0].length),
  )
  const isCut =
    place !== null &&
    place.end < end &&
    /^ \p{Ll}/u.test(page.text.slice(place.end, end)) &&
    !/^ (?:khóa|khoá|lần|nhiệm kỳ|và)(?!\p{L})/u.test(page.key.slice(place.end, end))
  return isCut ? place.end : end
}

/** Names that a line end parts: "Thủ tướng ⏎ Chính phủ", "Bộ trưởng Bộ ⏎ Lao động - …", "Bộ Lao động - ⏎ …". */
const partedName = /(?:^|[ ,])(?:(?:bộ|sở|thủ tướng)$|(?:bộ|sở) [\p{L} ,]* -$)/u

/**
 * The issuer of a tail that a line end may cut, made whole by `body`, the body that the number's symbols name: "Thủ tướng"
 * → "Thủ tướng Chính phủ". Null for a cut name that `body` does not begin with.
 */
export function wholeBy(page: Page, tail: Tail, body: string | null): string | null {
  const { issuer } = tail
  if (issuer === null || page.text[tail.end] !== '\n' || !partedName.test(issuer.toLowerCase()))
    return issuer
  const office = /^(?:Bộ trưởng|Giám đốc) /u.exec(issuer)?.[0] ?? ''
  const said = issuer.slice(office.length)
  const next = page.key.slice(tail.end + 1, tail.end + 40)
  if (!body?.startsWith(said)) return /^thủ tướng$/iu.test(issuer) ? issuer : null
  const rest = body.slice(said.length).trimStart()
  return next.startsWith(rest.toLowerCase().split(' ')[0] ?? '') ? office + body : null
}

/**
 * The issuer with what the next line brings: "của Bộ trưởng ⏎ Bộ Tài chính …", "của Bộ Giáo ⏎ dục và Đào tạo". Null where
 * the line breaks inside a name that no dictionary completes, and for an office without its body.
 */
function wholeIssuer(page: Page, said: string, end: number): string | null {
  const bare = office.test(said.toLowerCase())
  if (page.text[end] !== '\n') return bare ? null : said
  const lead = /^(?:bộ trưởng|chủ tịch|giám đốc|chủ nhiệm|thống đốc) /u.exec(said.toLowerCase())
  const start = bare ? end + 1 : end - said.length + (lead?.[0].length ?? 0)
  const body = page.lexicon.organisations.longestAt(page.tokens, tokenIndexAt(page.tokens, start))
  if (body && body.start === start && body.end > end) {
    const rest = page.text.slice(end + 1, body.end)
    return rest.includes('\n') ? null : `${said} ${rest}`
  }
  return bare || /\p{Ll}/u.test(page.text[end + 1] ?? '') ? null : said
}
