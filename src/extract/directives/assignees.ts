// Who is charged: the subject of an order and those it names to work with.
//
//   "Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế tham mưu …"  → Sở Tài chính, Sở Y tế
//   "Công an tỉnh, Sở Y tế: tăng cường …"                          → Công an tỉnh, Sở Y tế
//   "Đề nghị UBND các huyện, thành phố chỉ đạo …"                  → UBND các huyện, thành phố
import { keyOf } from '../../text/fold.ts'
import { bodyHead, chargedHead } from './bodies.ts'
import { membersOf } from './members.ts'
import {
  listColon,
  mostLetters,
  mostOfList,
  mostOfMember,
  subjectEnd,
  verbAfter,
} from './subject-end.ts'

/** Words between an order and the one it is given to. */
const handing =
  /^(?:(?:giao|đề nghị|yêu cầu|phân công|kiến nghị|uỷ quyền|chỉ đạo|đồng ý giao|thống nhất giao)(?: nhiệm vụ)?(?: cho)?|(?:còn |riêng )?đối với|về phía) /u
/** What may stand before the subject: "Căn cứ …,", "Trong phạm vi …,", "Hàng tháng khi …,". */
const adverbial =
  /^(?:căn cứ|trong|quá trình|nếu|trường hợp|trên cơ sở|hằng|hàng|định kỳ|thời gian tới|khi|sau khi|trước khi|trước|theo|để|nhằm|(?:còn |riêng )?đối với|chậm nhất|từ|tại|ngoài|qua)(?!\p{L}| dõi)/u

/** "Đề nghị các Sở … thực hiện nghiêm túc Chỉ thị này": the end of a paper, to addressees of its own. */
const closing =
  /^(?:đề nghị|yêu cầu) [^.;]{10,400} (?:chỉ thị|kế hoạch|công văn|quyết định|văn bản|hướng dẫn|chương trình|thông tư|nghị quyết|thông báo|công điện) này(?!\p{L})/u

/** What one who stands higher, or a body, is told with. */
const asking = /^(đề nghị|yêu cầu|kiến nghị) /u
/** Who asks and is not asked. */
const onlyAsking =
  /^(?:các |một số |nhiều )?(?:cử tri|người dân|hội viên|đại biểu|doanh nghiệp|hiệp hội)(?!\p{L})/u
/** UTF-16 units of a heading over the paragraph that runs on from it. */
const shortestHeading = 40
/** UTF-16 units of a line that is only an order and a name. */
const mostOfHeading = 120
/**
 * Those charged by the words of an item or an order, the one in charge first; `above` are those whom the heading above
 * names ("1. Sở Tài chính"), `addressees` whom the introducer names ("yêu cầu các đơn vị:"), for words that name none
 * themselves; `heads` where the words are that heading. Empty where the words do not settle it.
 */
export function assigneesOf(
  text: string,
  above: readonly string[],
  addressees: readonly string[] = [],
  heads = false,
): string[] {
  const lists = text.length > mostLetters && /thi hành/iu.test(text.slice(0, mostOfList))
  const piece = text.slice(0, lists ? mostOfList : mostLetters * 2)
  const key = keyOf(piece)
  const handed = handing.exec(key)?.[0].length ?? 0
  // Under the name of a unit "Sau khi Ủy ban nhân dân tỉnh ban hành …," only says when the unit is to act.
  const from =
    above.length > 0 && /^(?:sau|trước|khi|từ|tại|qua)(?!\p{L})/u.test(key)
      ? handed
      : subjectStart(piece, key, handed)
  const subject = chargedHead.test(key.slice(from, from + 60)) ? subjectEnd(piece, key, from) : null
  // "Giao Giám đốc Sở Y tế" over the lines that say what for.
  const bare = handed > 0 && subject === null && text.length < mostOfHeading && !/[.;,]/u.test(text)
  const first =
    subject !== null
      ? piece.slice(from, subject)
      : bare && bodyHead.test(key.slice(from, from + 60))
        ? piece.slice(from)
        : null
  // A body whose verb is not known is still somebody else than those above.
  const opens =
    first === null &&
    !heads &&
    (chargedHead.test(key.slice(from, from + 60)) || otherSubject.test(key.slice(from, from + 20)))
  const others = above.length > 0 ? above : addressees
  // "Chỉ đạo các đơn vị …" under "1. Tổng cục trưởng:" charges him, not those he directs.
  const directs =
    (above.length > 0 &&
      !closing.test(key) &&
      /^(?:chỉ đạo|yêu cầu|kiến nghị|đề nghị|phân công) /u.test(key)) ||
    (others.length > 0 && /^chỉ đạo /u.test(key))
  // "Cử tri đề nghị cấp có thẩm quyền …": whoever asks is not asked.
  const asks = subject === null ? null : asking.exec(key.slice(subject, subject + 12))
  if (
    asks &&
    subject !== null &&
    !/[,:] ?$/u.test(key.slice(from, subject)) &&
    // "(đề nghị) tỉnh kiến nghị Bộ Y tế …": the province is asked to ask.
    (asks[1] !== 'kiến nghị' || onlyAsking.test(key.slice(from, subject)))
  )
    return assigneesOf(piece.slice(subject + asks[0].length), [])
  const named = directs ? others : first !== null ? membersOf(first) : opens ? [] : others
  // Those to work with say nothing of who is charged, where nobody else is named.
  if (first === null && !heads && !opens) {
    // "Tăng cường tuyên truyền. Giao Sở Tư pháp chủ trì …": a later sentence of the item says who.
    const later = givenLater(piece, key)
    if (later.length > 0) return later
    const below = others.length > 0 ? [] : afterHeading(piece, key)
    if (below.length > 0) return below
  }
  if (named.length === 0 || directs) return [...named]
  return [
    ...new Set([
      ...named,
      ...partnersIn(piece, key, subject ?? from),
      ...(subject === null ? [] : othersAfter(piece, key, subject)),
    ]),
  ]
}

/** Those whom the first "Giao …" that opens a later sentence charges. */
function givenLater(text: string, key: string): string[] {
  const given = /[.;] giao (?:cho )?/u.exec(key)
  const start = given ? given.index + given[0].length : 0
  if (!given || !bodyHead.test(key.slice(start, start + 60))) return []
  const end = subjectEnd(text, key, start)
  return end === null
    ? []
    : [...new Set([...membersOf(text.slice(start, end)), ...partnersIn(text, key, end)])]
}

/** "Đẩy mạnh tuyên truyền trên địa bàn Các cấp ủy … tập trung …": the body whose line ran on from a heading without a stop. */
function afterHeading(text: string, key: string): string[] {
  const at =
    /(?<=[\p{Ll}]) (?=(?:Cấp \p{L}{2},|Các (?:cấp|sở|ngành|cơ quan|đơn vị|địa phương)) )/u.exec(
      text,
    )
  if (!at || at.index < shortestHeading || /[.;:]/u.test(text.slice(0, at.index))) return []
  const end = subjectEnd(text, key, at.index + 1)
  return end === null ? [] : membersOf(text.slice(at.index + 1, end))
}

/** What bodies in small letters are told to do in a further clause. */
const charges =
  /^(?:nghiêm túc|có trách nhiệm|chịu trách nhiệm|phải|cần|tổ chức (?:triển khai|thực hiện|quán triệt)|thực hiện|triển khai|phối hợp|chủ động|tăng cường|báo cáo|kịp thời|khẩn trương|căn cứ)(?!\p{L})/u

/** Those whom further clauses of an order charge: "Sở Y tế rà soát …; Sở Tài chính bố trí …". */
function othersAfter(text: string, key: string, from: number): string[] {
  const stop = key.indexOf('. ', from)
  const names: string[] = []
  for (const { index } of key.slice(from, stop < 0 ? key.length : stop).matchAll(/; /gu)) {
    const start = from + index + 2
    if (!/^(?:\p{Lu}|các )/u.test(text.slice(start, start + 4))) continue
    if (!bodyHead.test(key.slice(start, start + 60))) continue
    const end = subjectEnd(text, key, start)
    // "; các trường tăng 5%" tells of what is so.
    if (
      end !== null &&
      !/^\p{Lu}/u.test(text.slice(start)) &&
      !charges.test(key.slice(end, end + 40))
    )
      continue
    if (end !== null && end - start < mostOfMember) names.push(...membersOf(text.slice(start, end)))
  }
  return names
}

/** What somebody does, right after the words that say when. */
const done =
  /^(?:báo cáo|tổng hợp|rà soát|lập|gửi|xây dựng|tổ chức|kiểm tra|thực hiện|đánh giá|tham mưu|chủ trì|phối hợp|quyết toán|đề xuất|trình|công bố|cập nhật)(?!\p{L})/u

/** Where the subject begins after words that say when or why; `from` where there are none, or no subject comes. */
function subjectStart(text: string, key: string, from: number): number {
  if (!adverbial.test(key.slice(from, from + 16)) || handing.test(key)) return from
  // "Hàng tháng Kho bạc Nhà nước …": no comma parts the day from the body.
  const day = /^(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày) +/u.exec(key.slice(from, from + 16))
  if (day && /^(?:\p{Lu}|các )/u.test(text.slice(from + day[0].length))) return from + day[0].length
  const timed = /^(?:hằng|hàng|định kỳ|trước|chậm nhất)(?!\p{L})/u.test(key.slice(from, from + 16))
  const stop = /[.;:]/u.exec(key.slice(from, from + mostLetters))
  const to = from + (stop?.index ?? mostLetters)
  // "Trường hợp có khó khăn, đề nghị các đơn vị báo cáo": who is asked.
  const told = /^[^.;:]{3,160}, (?:đề nghị|yêu cầu) (?=\p{L})/u.exec(key.slice(from, to))
  if (told && bodyHead.test(key.slice(from + told[0].length, from + told[0].length + 60)))
    return from + told[0].length
  // "Nếu có vướng mắc các đơn vị báo cáo": no comma parts the case from those who meet it.
  const met = /(?:vướng mắc|khó khăn|phát sinh|bất cập) (?=các )/u.exec(key.slice(from, to))
  const meets = met ? from + met.index + met[0].length : to
  if (bodyHead.test(key.slice(meets, meets + 60)) && subjectEnd(text, key, meets) !== null)
    return meets
  for (let at = key.indexOf(', ', from); at >= 0 && at < to; at = key.indexOf(', ', at + 2)) {
    const start = at + 2
    // "Hằng năm, báo cáo … về cơ quan chủ quản, Sở Y tế": who is told stands above, not here.
    if (timed && done.test(key.slice(start, start + 16))) return from
    const opens =
      /^\p{Lu}/u.test(text.slice(start)) ||
      /^(?:cơ quan|thủ trưởng|người đứng đầu|trưởng|hiệu trưởng|giám đốc|chủ tịch|bí thư|các (?:cơ quan|đơn vị|sở|ngành|bộ|địa phương|trường|doanh nghiệp|cấp uỷ|cụm|khối|phòng|quận|huyện|thành phố|ban|xã|phường|tỉnh|hội|đoàn thể|tổ chức|thành viên|giám đốc|thủ trưởng|chủ tịch|hiệu trưởng|trưởng|đồng chí))(?!\p{L})/u.test(
        key.slice(start, start + 30),
      )
    if (!opens || !bodyHead.test(key.slice(start, start + 60))) continue
    const end = subjectEnd(text, key, start)
    if (end !== null && end > start + 3 && end - start < mostOfMember) return start
  }
  return from
}

/** What opens a sentence with a subject of its own, though no body: "Tất cả các đối tượng được hưởng … phải …". */
const otherSubject = /^(?:các|những|mọi|mỗi|tất cả|từng|người|đối tượng)(?!\p{L})/u

/** Who may be charged under "Trách nhiệm của …", besides bodies and offices. */
const charged =
  /^(?:các |những )?(?:người|tổ chức|cá nhân|hộ|chủ|thí sinh|học sinh|sinh viên|giảng viên|nhà giáo|tổ trưởng)(?!\p{L})/u

/** "Trách nhiệm Vụ Tổ chức cán bộ": UTF-16 length before a name that no "của" parts from its duty; 0 for other words. */
function ownerless(unit: string, key: string): number {
  const length = /^(?:trách nhiệm|nhiệm vụ) /u.exec(key)?.[0].length ?? 0
  return /^(?:\p{Lu}\p{Ll}|các |ng[uư]ời đứng đầu|thủ trưởng |giám đốc |chủ tịch |hiệu trưởng )/u.test(
    unit.slice(length),
  )
    ? length
    : 0
}

/** The names of a heading such as "1. Sở Tài chính, Sở Y tế:"; empty where it names a matter. */
export function unitOf(unit: string): string[] {
  const key = keyOf(unit)
  const from =
    /^(?:(?:giao|đề nghị|yêu cầu|đối với)|(?:kiến nghị|đề xuất|đề nghị)(?:,? (?:và )?(?:kiến nghị|đề xuất))* (?:với|đối với)|(?:một số |các |những )?(?:trách nhiệm|nhiệm vụ|quyền hạn|quyền|phân công|chức năng)(?:,? (?:và )?(?:trách nhiệm|nhiệm vụ|quyền hạn))*(?: chung| cụ thể| chính| chủ yếu)?(?: (?:tổ chức |phối hợp |triển khai )?thực hiện| thi hành| phối hợp| chủ trì| báo cáo| kiểm tra| quản lý(?: nhà nước)?)? (?:của|đối với)) /u.exec(
      key,
    )?.[0].length ?? ownerless(unit, key)
  const owned = /(?:^| )(?:của|trách nhiệm|nhiệm vụ) $/u.test(key.slice(0, from))
  const start = owned ? from : subjectStart(unit, key, from)
  if (!chargedHead.test(key.slice(start, start + 60)) && !(owned && charged.test(key.slice(start))))
    return []
  // After "Trách nhiệm của" stands nothing but the name, and what it is about.
  const about = / (?:trong (?:việc|công tác|quản lý|thực hiện|tổ chức)|đối với|khi) /u.exec(
    key.slice(from),
  )
  const end = owned ? about && from + about.index : subjectEnd(unit, key, start)
  return membersOf(unit.slice(start, end ?? unit.length))
}

/** Names after "phối hợp với", near the start of the words. */
function partnersIn(text: string, key: string, from: number): string[] {
  const near = key.slice(from, from + 160)
  const stop = /[.;]/u.exec(near)
  const match = /(?<!\p{L})phối hợp (?:chặt chẽ |đồng bộ )?(?:cùng |với )+/u.exec(
    near.slice(0, stop?.index ?? near.length),
  )
  if (!match) return []
  const start = from + match.index + match[0].length
  if (!chargedHead.test(key.slice(start, start + 60))) return []
  let limit = Math.min(key.length, start + mostLetters)
  for (const { 0: mark, index } of key.slice(start, limit).matchAll(/[.;:]/gu)) {
    // "với các Bộ: Công an, Quốc phòng" goes on with the names.
    if (mark === ':' && listColon.test(key.slice(start, start + index))) continue
    limit = start + index
    break
  }
  const end = verbAfter(text, key, start, limit) ?? (limit - start < 120 ? limit : null)
  return end === null ? [] : membersOf(text.slice(start, end))
}
