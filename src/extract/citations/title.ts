// The title after a cited number: "… về “Đổi mới căn bản …”", "… quy định chi tiết một số điều của Luật Giá". Given where its
// end is sure: a title that may run on into the next clause, or that is cut inside, is none.

import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { lawBefore } from './law-name.ts'
import { withoutLocators } from './locators.ts'

export type Title = { title: string; end: number }

/** What the title is read in. Offsets in UTF-16 units of `page.text`. */
export type TitlePlace = {
  /** Where number, day and issuer end. */
  at: number
  /** Where the words that may belong to the citation end. */
  limit: number
  /** True where a day or an issuer stands between number and title: a verb after them is no predicate. */
  named: boolean
  /** True where the citation stands where a subject does, so that a verb after it is its predicate. */
  subject: boolean
  /** True in cells and in lines of a list, that hold one citation and nothing after it. */
  alone: boolean
  /** True where the sentence opens with an adverbial ("Thực hiện Công văn …, Sở …"). */
  fronted: boolean
  /** Citations that follow, from where their own words begin. */
  later: ReadonlyArray<Span & { head: number }>
}

/** A title may be as long as this. */
const longest = 640
const longestQuoted = 480
const about = /^,? ?(?:v\/v|vv|về việc|về) (?!việc này)|^,? ?(?=")/u
/** "Công văn số … gửi Ủy ban nhân dân các tỉnh về việc …": who gets it stands before the title. */
const sentTo = /^,? gửi (?:(?!về việc |v\/v |về )[^.;:()"\n\d]){2,140}(?:về việc|v\/v) /u
const longestAddress = 170
/** Verbs that a title begins with, whatever their case. */
const verb =
  /^,? ?(?=(?:quy định|qui định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|bãi bỏ|huỷ bỏ|đính chính|công bố|phân cấp|phân công|thành lập|kiện toàn|uỷ quyền|công nhận|thông qua)(?!\p{L})(?! (?:cụ thể|rõ|như sau|nêu|kèm|ngày|tại|theo)(?!\p{L})| \d|:))/u
/** Verbs that begin one only where they are written with a capital. */
const capital =
  /^,? ?(?=(?:Phân cấp|Phân công|Thành lập|Giao|Tăng cường|Triển khai|Điều chỉnh|Kiện toàn|Xác định|Thông qua|Đặt tên|Công nhận|Uỷ quyền|Ủy quyền|Thay thế|Tiếp tục|Đẩy mạnh|Chuyển|Hỗ trợ|Chấn chỉnh|Quyết định|Cho phép|Bố trí|Thực hiện|Một số|Chính sách|Chế độ|Kế hoạch|Danh mục|Quy chế) )/u
const detailed = /^,? ?quy định chi tiết/u

/** Where a title ends whatever follows. */
const hardStop =
  /[…\n]| (?=trong đó(?!\p{L}))| (?=với (?:\d{1,4}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:lĩnh vực|hoạt động|nội dung|nhiệm vụ|chỉ tiêu|mục tiêu|nhóm|điểm|tiêu chí|giải pháp|chương|điều|phần|mục)(?!\p{L}))|(?<=") (?=và (?:ngày|tháng|năm|đã|đang|sẽ)(?!\p{L}))|\.\/| (?=(?:có|hết) hiệu lực(?! (?:năm|toàn bộ|một phần|đến)))|,? ?\((?=(?:sau đây|dưới đây|gọi|viết|có hiệu lực|hết hiệu lực|thay thế|kèm|được|đã|ban hành|bãi bỏ|nay|trừ|tại|theo)(?!\p{L}))|,? (?=(?:đã )?được (?:sửa đổi|bổ sung|thay thế|bãi bỏ|ban hành kèm))|,? (?=(?:theo hướng|như sau|thì)(?!\p{L}))|, (?=(?:theo đó|trong đó|đó là|đồng thời|gồm|bao gồm|căn cứ|cụ thể|ngoài ra|khẩn trương|nhằm|thì|được|đã|là|hiện|theo|do|để|nếu|khi|với|qua đó|từ đó|nhưng|mà|tính (?:đủ|từ|đến)|chịu(?: sự| trách nhiệm)|có (?:trách nhiệm|nhiệm vụ|thẩm quyền)|phải|sẽ|đang|vẫn|và (?:đề nghị|yêu cầu|các văn bản|văn bản))(?!\p{L}))|, (?=nghị quyết (?:hội nghị|đại hội|trung ương) )| (?=và các (?:văn bản|quy định) |và văn bản )| (?=(?:chỉ|chưa|không|cũng|đều|lại) quy định(?!\p{L}))/gu
/** A new clause after a comma: a body and what it does. */
const bodyActs =
  /^(?:\p{L}+ ){1,12}(?:đã|vừa|sẽ|đang|báo cáo|yêu cầu|đề nghị|chỉ đạo|kính|xin|phải|có(?! liên quan)|ban hành|tổ chức|tham mưu|triển khai|xây dựng|thực hiện|thông báo|trình|khẩn trương|tập trung|tiếp tục)(?!\p{L})/u
const body =
  /^(?:ubnd|uỷ ban|sở|bộ|hội|các|phòng|ban(?! hành)|trường|công an|cục|chi cục|tổng cục|huyện uỷ|tỉnh uỷ|thành uỷ|thường trực|đảng uỷ|liên đoàn|cơ quan|đơn vị|chính phủ|thủ tướng|chủ tịch|giám đốc|đoàn|mặt trận|văn phòng|trung tâm|hđnd|hội đồng|bệnh viện|đại hội) /u
/** What goes on after ";" in the same title is a noun phrase, and not one of these. */
const newItem =
  /^(?:(?:và |hoặc )?(?:các )?(?:nghị quyết|nghị định|quyết định|thông tư|thông báo|chỉ thị|công văn|công điện|kế hoạch|luật|bộ luật|pháp lệnh|văn bản|báo cáo|tờ trình|hướng dẫn|chương trình|kết luận|quy định|đề án|sắc lệnh|hiến pháp)(?: liên tịch| hành động)?(?: số| này|:|,? \d| (?:của|ngày) )|(?:bộ )?luật |pháp lệnh |căn cứ|theo |thay thế|bãi bỏ|huỷ bỏ|sửa đổi|bổ sung|đồng thời|thực hiện |triển khai|trên cơ sở|xét |điểm |khoản \d|điều \d|mục |phụ lục|số \d|ngày \d|và (?:đề nghị|yêu cầu)|\d+[./) -]|[a-zđ]\) |[-+*])/u
/** What follows ";" is a clause, not a part of the title. */
const saysMore = /^[^;.]{0,160}?(?<!\p{L})(?:được|phải|thì|là|đã|không)(?!\p{L})/u
/** The next of several things to do; a title that begins with such a verb may have two. */
const tells =
  /^(?:chủ động|phối hợp|tăng cường|đẩy mạnh|tổ chức|xây dựng|hoàn thành|tiếp tục|khắc phục|chỉ đạo|rà soát|kiểm tra|bảo đảm|đảm bảo|tập trung|kịp thời|nâng cao|chấn chỉnh|hướng dẫn|tham mưu|báo cáo|kiên quyết|xử lý|giao |công khai|duy trì|phấn đấu|khẩn trương|quan tâm|huỷ |ban hành)(?!\p{L})/u
/** What parts a title from the next citation. */
const parts = /(?:[,;/(-]|(?<!\p{L})(?:và|hoặc|số))$|^$/u
/** A predicate inside what looks like a title. */
const finite =
  /(?<!\p{L})(?:đã|sẽ|vừa (?:ban|ký|có|được)|nêu rõ|yêu cầu|chưa được|đang được|quy định rõ|khẳng định)(?!\p{L})/u
/** Words after which a cited number is part of the title. */
const leadsIn =
  /(?<!\p{L})(?:của|theo|tại|thực hiện|hành|khai|dẫn|bỏ|sung|đổi|thế|về|chính|với|cho|triệt|trong|bởi|quả|các|túc|dung|việc|tiết)$/u
const dangling =
  /(?:[\s,;:(/-]|(?<![\p{L}])(?:và|tại|(?<!tiếp )theo|của|các|gồm|với|bởi|do|là|ngày|một số))+$/u
/** "… bao gồm những người sau đây": a sentence that brings a list, no title. */
const announces = /(?<!\p{L})(?:sau|sau đây|dưới đây|cụ thể|bao gồm)[\s:]*$/u
/** A line that breaks off inside the title. */
const cutOff = /(?<!\p{L})(?:của|các|(?<!tiếp )theo|tại|và|cho|về|với|một số|việt)\s*$/iu
const shortened = /(?:^|[\s(])(?:tp|tx|tt|ths|ts|gs|pgs|st|q|p|h)$/u

/** Reads the title; null where none stands there or its end is not sure. */
export function titleAt(page: Page, place: TitlePlace): Title | null {
  const { at, limit } = place
  const words = page.key.slice(at, Math.min(limit, at + 30))
  const lead = startOf(page, place, words)
  if (lead === null) return null
  const start = at + lead
  const key = page.key.slice(start, Math.min(limit, start + longest))
  if (key.startsWith('"')) {
    const length = quotedLength(page.text.slice(start, start + key.length))
    if (length !== null) {
      const title = page.text.slice(start + 1, start + length - 1).trim()
      // A quotation mark too few inside the title ends it too soon.
      return cutOff.test(title) ? null : { title, end: start + length }
    }
  }
  const length = lengthOf(page, place, start, key)
  if (length === null) return null
  const said = page.text.slice(start, start + length)
  if (announces.test(said)) return null
  if (said.split('“').length > said.split('”').length) return null
  if (start + length >= limit && (cutOff.test(said) || isTorn(page, limit))) return null
  // A quotation that is opened and not closed ends where its sentence does.
  const title = said
    .replace(dangling, '')
    .replace(/^["“]\s*/u, '')
    .trim()
  if (isStatement(page, place, title, start + length)) return null
  if (finite.test(title.toLowerCase()) && !place.alone) return null
  return title.length >= 4 && /\S \S+ \S/u.test(title)
    ? { title, end: start + said.lastIndexOf(title) + title.length }
    : null
}

/** How long the quotation is that opens `text`, its marks and what it quotes itself included; null where it does not end. */
function quotedLength(text: string): number | null {
  let depth = 0
  for (let i = 0; i < text.length && i < longestQuoted && text[i] !== '\n'; i++) {
    const char = text[i] ?? ''
    if (!/["“”]/u.test(char)) continue
    const opens =
      char === '“' ||
      (char === '"' && (i === 0 || /^[\s(]["“][\p{L}\d]/u.test(text.slice(i - 1, i + 2))))
    depth += opens ? 1 : -1
    if (depth === 0) return i > 3 ? i + 1 : null
  }
  return null
}

/** How many units before the title's first word, or null where no title begins. */
function startOf(page: Page, place: TitlePlace, words: string): number | null {
  const reach = Math.min(place.limit, place.at + longestAddress)
  const said = about.exec(words)
  if (said) return said[0].length
  const sent = /^,? gửi (?!kèm)/u.test(words) ? sentTo.exec(page.key.slice(place.at, reach)) : null
  if (sent) return sent[0].length
  const acts = verb.exec(words)
  if (acts && (place.named || !place.subject || detailed.test(words))) return acts[0].length
  if (!place.named) return null
  return capital.exec(page.text.slice(place.at, place.at + 30))?.[0].length ?? null
}

const states = /^(?:quy định|qui định)(?!\p{L}).*(?<!\p{L})(?:là|phải|thì)(?!\p{L})/u
/** "Nghị định số … của Chính phủ quy định đối tượng … là …": the sentence tells what is in the document and has no other verb. */
function isStatement(page: Page, place: TitlePlace, title: string, end: number): boolean {
  if (!place.subject || place.alone || !states.test(title.toLowerCase())) return false
  return end >= place.limit || /^[.;\n]/u.test(page.text.slice(end, end + 1))
}

/** The title's length, or null where its end is not sure. */
function lengthOf(page: Page, place: TitlePlace, start: number, key: string): number | null {
  const own = softEnd(page, place, start, key)
  let end = own.end
  let inside = 0
  for (const next of place.later) {
    const head = next.head - start
    if (head >= end) break
    if (head < 0) continue
    const before = withoutLocators(key.slice(0, head)).trimEnd()
    const law = next.head === next.start ? lawBefore(page, next.start) : null
    const isLaw = law !== null && law > start
    if (isLaw || leadsIn.test(before) || leadsIn.test(key.slice(0, head).trimEnd())) {
      inside++
      end = Math.max(end, next.end - start)
      continue
    }
    // A document after "và" or a comma is another citation, unless the title already names one.
    return inside > 0 || !parts.test(before) ? null : before.length
  }
  return own.sure ? end : null
}

/** Where the title's own words end, other citations left aside; not sure where two ends are as likely. */
function softEnd(
  page: Page,
  place: TitlePlace,
  start: number,
  key: string,
): { end: number; sure: boolean } {
  const hard = hardStops(key)
  const text = page.text
  const at = (end: number, sure = true) => ({ end, sure })
  let depth = 0
  for (let i = 0; i < key.length; i++) {
    const char = key[i] ?? ''
    if (hard.has(i) && depth === 0) return at(i)
    if (char === '(') depth++
    else if (char === ')' && --depth < 0) return at(i)
    else if (char === '"') {
      const opens = text[start + i] === '“' || /[\s(]/u.test(key[i - 1] ?? ' ')
      if (!opens && !key.slice(0, i).includes('"')) return at(i)
    } else if (depth > 0) continue
    else if (char === '.') {
      // "… trung cấp.1": the mark of a footnote ends a title too.
      if (!/^(?:[\s.")]|$|\d{1,2}$)/u.test(key.slice(i + 1, i + 3))) continue
      if (!shortened.test(key.slice(Math.max(0, i - 6), i))) return at(i)
    } else if (char === ';') {
      const rest = key.slice(i + 1).trimStart()
      if (rest === '' || newItem.test(rest)) return at(i)
      if (startsClause(page, place, start + key.length - rest.length, rest.slice(0, 120)))
        return at(i)
      // In running text what follows may be a second item; in a cell it is the title.
      const written = text.slice(start + i + 1, start + i + 4).trimStart()
      if (!place.alone && (saysMore.test(rest) || (tells.test(rest) && !tells.test(key))))
        return at(i)
      if (!place.alone || /^\p{Lu}/u.test(written)) return at(i, false)
    } else if (char === ':' && key[i + 1] === ' ') {
      // "TCVN 9001:2008" and "tháng hành động: …" go on; before another document, a clause or the line's end it is the end.
      const rest = key.slice(i + 2)
      if (newItem.test(rest) || startsClause(page, place, start + i + 2, rest.slice(0, 120)))
        return at(i)
      if (!place.alone) return at(i, false)
    } else if (char === ',' && startsClause(page, place, start + i + 2, key.slice(i + 2, i + 122)))
      return at(i)
  }
  // "(" that never closes belongs to what follows.
  if (depth > 0) return at(key.lastIndexOf('('))
  return at(key.length, key.length < longest)
}

/** True where the words after a comma are a clause of their own: a body and what it does. */
function startsClause(page: Page, place: TitlePlace, at: number, rest: string): boolean {
  if (!body.test(rest)) return false
  const named = /^\p{Lu}/u.test(page.text.slice(at, at + 2))
  if (!named && !/^(?:các|cơ quan|đơn vị) /u.test(rest)) return false
  const clause = /^[^,;.]*/u.exec(rest)?.[0] ?? ''
  if (bodyActs.test(clause)) return true
  return place.fronted && named
}

/** True where the line ends without a stop and the next one goes on: with a small letter, or inside "tỉnh Lai ⏎ Châu". */
const isTorn = (page: Page, end: number): boolean =>
  /^\n\p{Ll}(?![.)])/u.test(page.text.slice(end, end + 3)) ||
  (/^\n\p{Lu}\p{Ll}/u.test(page.text.slice(end, end + 3)) &&
    /(?<!\p{L})(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã) \p{Lu}\p{Ll}+$/u.test(
      page.text.slice(Math.max(0, end - 30), end),
    ))

/** "thủ tục hành chính mới ban hành, được sửa đổi, bổ sung, bị bãi bỏ lĩnh vực …" is one phrase; "… được sửa đổi tại …" is none. */
const procedures =
  /(?:thủ tục hành chính|tthc)(?:,? (?:nội bộ|mới|ban hành|chuẩn hoá|được|bị|sửa đổi|bổ sung|thay thế|bãi bỏ|huỷ bỏ|và|hoặc)){0,14}$/u
const changed =
  /^,? được (?:sửa đổi|bổ sung|thay thế|chuẩn hoá|bãi bỏ)(?:,? (?:và |hoặc )?(?:được |bị )?(?:sửa đổi|bổ sung|thay thế|bãi bỏ|huỷ bỏ)){0,5}(?!\p{L})(?! (?:tại|bởi|theo) )/u

const isOfProcedures = (key: string, at: number): boolean =>
  changed.test(key.slice(at, at + 90)) && procedures.test(key.slice(Math.max(0, at - 110), at))

function hardStops(key: string): ReadonlySet<number> {
  const stops = new Set<number>()
  for (const { index } of matchesOf(key, hardStop))
    if (!isOfProcedures(key, index)) stops.add(index)
  return stops
}
