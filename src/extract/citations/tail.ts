// What follows a cited number: "… ngày 04/11/2013 của Ban Chấp hành Trung ương về “Đổi mới căn bản …”".
import { edtfDay } from '../dates/calendar.ts'
import type { Page } from '../page.ts'
import { tokenIndexAt } from '../units.ts'

export type Tail = { date: string | null; issuer: string | null; title: string | null; end: number }

const day =
  /^,?(?: được)?(?: ban hành| ký)?,? ?\(?(?:ngày )?(?:(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)\d{2})|(\d{1,2}) tháng (\d{1,2})(?: năm|,)? ?((?:19|20)\d{2}))(?!\d)\)?/u
const of = /^,? ?(?:của|do) /u
/** Where an issuing body that the dictionary does not know ends. */
const issuerEnd =
  /[;.:()"\n]|,(?! (?:bộ |thanh tra chính phủ|uỷ ban dân tộc|ngân hàng nhà nước|toà án nhân dân|viện kiểm sát))| (?:về|v\/v|ngày|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|được|đã|có|để|thì|là|trong|triển khai|thực hiện|đối với|với|cho|tại|đề nghị|yêu cầu|trình|theo|công bố|số|nhằm|giao|xác định|huỷ|huỷ bỏ|bãi bỏ|thông qua|công nhận|thành lập|chấp thuận|điều chỉnh|kiện toàn|bổ sung|thay thế|tăng cường|chấn chỉnh|đính chính|đồng ý|thống nhất|đẩy mạnh|tặng|bổ nhiệm|và (?=nghị|quyết|thông|chỉ|kế|công|văn|các|kết|hướng))(?!\p{L})/u
/** Heads of ministries whose title holds a comma: "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ". */
const twoOffices = /^(?:bộ trưởng|thống đốc|chủ tịch),? (?=(?:chủ nhiệm|trưởng ban|tổng) )/u
const titleStart =
  /^,? ?(?:(?:về việc|về|v\/v|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi) |(?="))/u
const goesOn = /^ (?:\p{Ll}+ ){0,2}\p{Lu}/u

/** Reads date, issuer and title after a number, not beyond `limit`. Offsets in UTF-16 units of `page.text`. */
export function tailOf(page: Page, from: number, limit: number): Tail {
  let at = from
  let date: string | null = null
  let issuer: string | null = null
  const rest = () => page.key.slice(at, Math.min(limit, at + 400))
  const takeDate = () => {
    const m = day.exec(rest())
    if (!m) return
    date = edtfDay(Number(m[3] ?? m[6]), Number(m[2] ?? m[5]), Number(m[1] ?? m[4]))
    at += m[0].length
  }
  takeDate()
  const lead = of.exec(rest())
  if (lead) {
    const start = at + lead[0].length
    const end = issuerAt(page, start, limit)
    if (end > start) {
      issuer = page.text.slice(start, end).trim()
      at = end
    }
  }
  if (date === null) takeDate()
  const title = titleAt(page, at, limit)
  return { date, issuer, title: title?.title ?? null, end: title?.end ?? at }
}

/** Where the body that begins at `start` ends. */
function issuerAt(page: Page, start: number, limit: number): number {
  const words = page.key.slice(start, Math.min(limit, start + 120))
  const skip = twoOffices.exec(words)?.[0].length ?? 0
  const scanned = start + skip + (issuerEnd.exec(words.slice(skip))?.index ?? words.length - skip)
  const known = page.lexicon.organisations.longestAt(page.tokens, tokenIndexAt(page.tokens, start))
  if (!known || known.start !== start || known.end > limit) return scanned
  // "Đại hội bất thường Hội Công chứng viên", "Ủy ban nhân dân tỉnh Quảng Nam": the name goes on.
  return scanned > known.end && goesOn.test(page.text.slice(known.end, known.end + 40))
    ? scanned
    : known.end
}

function titleAt(page: Page, at: number, limit: number): { title: string; end: number } | null {
  const words = page.key.slice(at, Math.min(limit, at + 420))
  const lead = titleStart.exec(words)
  if (!lead) return null
  const keepsVerb = /(?:quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi) $/u.test(lead[0])
  const start = at + (keepsVerb ? (/^,? ?/u.exec(words)?.[0].length ?? 0) : lead[0].length)
  const body = page.key.slice(start, Math.min(limit, start + 400))
  const quoted = /^"([^"\n]{3,380})"/u.exec(body)
  if (quoted)
    return {
      title: page.text.slice(start + 1, start + 1 + (quoted[1] ?? '').length).trim(),
      end: start + quoted[0].length,
    }
  const stop =
    /[;…\n]| (?=(?:có|hết) hiệu lực)|\.(?=[ .]|$)|\.\/|, (?=(?:trong đó|đồng thời|ubnd|sở |hội |các |bộ |phòng ))|\)(?![^(]*\()/u.exec(
      body,
    )
  const raw = page.text.slice(start, start + (stop ? stop.index : body.length))
  const title = raw.replace(/(?:[\s,;:(]+|(?<!\p{L})(?:và|số|tại|theo|của|các))+$/gu, '').trim()
  // "sửa đổi Nghị định …" has its title in the words after the next number.
  return title.length >= 4 && /\S \S+ \S/u.test(title) ? { title, end: start + title.length } : null
}
