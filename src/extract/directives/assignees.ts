// Who is charged: the subject of an order and those it names to work with.
//
//   "Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế tham mưu …"  → Sở Tài chính, Sở Y tế
//   "Công an tỉnh, Sở Y tế: tăng cường …"                          → Công an tỉnh, Sở Y tế
//   "Đề nghị UBND các huyện, thành phố chỉ đạo …"                  → UBND các huyện, thành phố
import { keyOf } from '../../text/fold.ts'
import { bodyHead } from './bodies.ts'

/** Words between an order and the one it is given to. */
const handing =
  /^(?:(?:giao|đề nghị|yêu cầu|phân công|kiến nghị|uỷ quyền|chỉ đạo|đồng ý giao|thống nhất giao)(?: nhiệm vụ)?(?: cho)?|đối với|về phía) /u
/** What a body does begins with one of these; words that also stand inside names count in small letters only. */
const doing =
  /(?<!\p{L})(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|có (?:các |những )?(?:quyền|nhiệm vụ|nghĩa vụ)|có kế hoạch|có giải pháp|có biện pháp|có phương án|có văn bản|căn cứ|tiếp tục|tập trung|tăng cường|chủ động|khẩn trương|thực hiện|triển khai|(?<!các |những |và |hoặc |cơ quan, |đơn vị, |cá nhân, |đoàn thể, |doanh nghiệp, |địa phương, |ban, |ngành, )tổ chức(?! chính trị| xã hội| đoàn thể| cá nhân|,)|rà soát|xây dựng|hướng dẫn|theo dõi|đôn đốc|tham mưu(?!, giúp việc)|báo cáo(?! viên)|tổng hợp|(?<!cơ quan )kiểm tra|chỉ đạo|bố trí|cần|phải|nghiêm túc|quan tâm|đẩy mạnh|đẩy nhanh|nâng cao|quán triệt|ban hành|hoàn thành|hoàn thiện|phát huy|(?<!tham mưu, )giúp|(?<!công |dân |độc |thành )lập|cân đối|sớm|(?<!thường )trực(?! thuộc)|theo chức năng|theo nhiệm vụ|theo quy định|theo thẩm quyền|trên cơ sở|xử lý|(?<!cơ quan )điều tra|giải ngân|tăng|cho|số hoá|nâng cấp|lãnh đạo|giám sát|tuyên truyền|phát động|tích cực|(?<!giáo dục )thường xuyên|kịp thời|đề xuất|nghiên cứu|cung cấp|bảo đảm|đảm bảo|duy trì|phổ biến|vận động|huy động|thẩm định|thẩm tra|(?<!giải |lộ |chương |quy |quá |công |giáo |tiến |phát thanh truyền )trình|giải trình|xác định|xác nhận|lắng nghe|dự toán|trước khi|đạt|thống nhất|(?<!cơ quan |đơn vị |cán bộ |nhà nước )quản lý|nhận thức|tận dụng|phân loại|gắn|phấn đấu|rút kinh nghiệm|có thể|có ý kiến|có văn bản|có báo cáo|đăng ký|tự|gương mẫu|giữ|dự|tham dự|nêu|rút|thu hồi|(?<!cơ quan )thanh tra|bảo vệ|giới thiệu|thay|tiến hành|vào cuộc|ngay|gửi|khắc phục|cập nhật|thông báo|đăng tải|nêu cao|đề cao|(?<!việc )làm|là(?= cơ quan| đầu mối| người| đơn vị| thành viên| cơ sở| nơi)|thì|bị|mà|tuỳ|tuỳ theo|được giao|phân công|phân bổ|(?<!ngoại )giao|bàn giao|chuyển giao|sẽ|đã|có quyền|theo chế độ|về việc|không|sơ tán|vận hành|đưa|chấp hành|ký|hỗ trợ|phê duyệt|quyết định|(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|định kỳ|kiểm soát|liên hệ|liên kết|phát triển|đổi mới|chấn chỉnh|ứng phó|phòng ngừa|áp dụng|khai thác|công bố|tư vấn|tiếp thu|biên soạn|nhân rộng|tranh thủ|phân luồng|giải phóng|tiết kiệm|cắt giảm|phân cấp|khuyến khích|tìm kiếm|cung ứng|bình ổn|tuần tra|canh gác|cảnh báo|dự báo|vệ sinh|sửa chữa|mua sắm|trang bị|hạn chế|tuyệt đối|quy định|nghiên cứu|tập huấn|sử dụng|trao đổi|chỉ định|rút ngắn|lựa chọn|thí điểm|gồm|bao gồm|đăng cai|phân tích|nhận diện|tổng kết|sơ kết|tính toán|cân nhắc|đề ra|làm rõ|kiểm điểm|kiểm kê|chấm dứt|khôi phục|hoàn chỉnh|truy vết|khoanh vùng|lên phương án|dành|trích|chia sẻ|đồng hành|trong (?:phạm vi|quá trình|thời gian|khi|học kỳ|năm|tháng|quý|giai đoạn|nhiệm kỳ|dịp|việc|công tác)|nhanh chóng|cụ thể hoá|lồng ghép|tạo điều kiện|ưu tiên|chuẩn bị|công khai|niêm yết|đánh giá|tham gia|thành lập|(?<!bầu |đề |ứng |tiến )cử|dừng|ngừng|tạm dừng|trước ngày|từ nay|từ ngày|để|nhằm|nếu|khi|siết chặt|ngăn chặn|tháo gỡ|giải quyết|nắm|mở|sẵn sàng|chú trọng|bám sát|quyết liệt|bổ sung|điều chỉnh|tiếp nhận|sử dụng|củng cố|kiện toàn|thống kê|xem xét|lấy)(?!\p{L})/gu
/** "Ban chỉ đạo", "Đoàn kiểm tra": a verb that is part of a name, though in small letters. */
const nameBefore = /(?:^|[ ,])(?<!trong )(?:ban|đoàn|tổ|hội đồng|tổ công tác|đội|bộ phận) $/u
const nameVerb =
  /^(?:chỉ đạo|chấp hành|tuần tra|vệ sinh|dự báo|cảnh báo|phát triển|kiểm tra|thanh tra|giám sát|quản lý|tổ chức|tư vấn|thẩm định|thẩm tra|đánh giá|kiểm soát|điều hành|vận động|tuyên truyền|giúp|xử lý|bảo vệ|hỗ trợ|xây dựng|biên soạn|lập|điều tra|ứng phó|hướng dẫn|tiếp nhận|phòng ngừa|tham mưu|giải phóng|đổi mới|theo dõi|tổng hợp|vận hành|thường xuyên|trực)(?!\p{L})/u
/** Bodies and people of a sort, which a phrase after them tells apart: "Cán bộ làm nhiệm vụ văn thư có trách nhiệm". */
const sort =
  /^(?:các |những |mọi )?(?:cơ quan|đơn vị|cơ sở|tổ chức|cá nhân|cán bộ|công chức|viên chức|nhân viên|thành viên|doanh nghiệp|trường|chánh văn phòng hoặc người|trưởng|người)(?!\p{L})/u
const telling =
  /^(?:có nhiệm vụ|làm|được giao|được tổ chức|được phân công|được uỷ quyền|phân công|tổ chức|tham mưu|giúp|phụ trách|quản lý|sử dụng|thực hiện|tham gia|tiếp nhận|có chức năng)(?!\p{L})/u
const duty = /(?<!\p{L})(?:có trách nhiệm|chịu trách nhiệm|phải)(?!\p{L})/u
/** "Cơ quan triển khai đánh giá (Cục Tin học hóa) …": whom the brackets name. */
const bracketed = /^(?:cơ quan|đơn vị|cơ sở|bộ phận) [^,.;:(]{3,60} \([^)]{3,80}\)/u
/** What may stand before the subject: "Căn cứ …,", "Trong phạm vi …,", "Hàng tháng khi …,". */
const adverbial =
  /^(?:căn cứ|trong|trên cơ sở|hằng|hàng|định kỳ|khi|sau khi|trước khi|trước|theo|để|nhằm|đối với|chậm nhất|từ|tại|ngoài|qua)(?!\p{L})/u

/** A colon that goes on with the names: "Giám đốc các Sở: Nội vụ, Tài chính". */
const listColon = /(?:các )?(?:sở|bộ|huyện|ngành|đơn vị|phòng|cơ quan|xã|phường|trường|ban)$/u
const mostLetters = 320
/** A longer name is a sentence whose verb was not known. */
const mostOfMember = 200
/** UTF-16 units of a line that is only an order and a name. */
const mostOfHeading = 120
const bareQuantifier = /^(?:các|những|mọi|ban|tổ|cấp|ngành|hội|đoàn|người)$/iu

/**
 * Those charged by the words of an item or an order, the one in charge first; `unit` is who the heading above names
 * ("1. Sở Tài chính"), `addressees` whom the introducer names ("yêu cầu các đơn vị:"), for words that name none themselves.
 */
export function assigneesOf(
  text: string,
  unit: string | null,
  addressees: readonly string[] = [],
): string[] {
  const piece = text.slice(0, mostLetters * 2)
  const key = keyOf(piece)
  const above = unit === null ? [] : unitOf(unit)
  const handed = handing.exec(key)?.[0].length ?? 0
  // Under the name of a unit "Sau khi Ủy ban nhân dân tỉnh ban hành …," only says when the unit is to act.
  const from =
    above.length > 0 && /^(?:sau|trước|khi|từ|tại|qua)(?!\p{L})/u.test(key)
      ? handed
      : subjectStart(piece, key, handed)
  const subject = bodyHead.test(key.slice(from, from + 60)) ? subjectEnd(piece, key, from) : null
  // "Giao Giám đốc Sở Y tế" over the lines that say what for.
  const bare = handed > 0 && subject === null && text.length < mostOfHeading && !/[.;,]/u.test(text)
  const first =
    subject !== null
      ? piece.slice(from, subject)
      : bare && bodyHead.test(key.slice(from, from + 60))
        ? piece.slice(from)
        : null
  // A body whose verb is not known is still somebody else than those above.
  const opens = first === null && unit !== text.trim() && bodyHead.test(key.slice(from, from + 60))
  const others = above.length > 0 ? above : addressees
  // "Chỉ đạo các đơn vị …" under "1. Tổng cục trưởng:" charges him, not those he directs.
  const directs = above.length > 0 && /^(?:chỉ đạo|yêu cầu|kiến nghị|đề nghị|phân công) /u.test(key)
  const named = directs ? above : first !== null ? membersOf(first) : opens ? [] : others
  // Those to work with say nothing of who is charged, where nobody else is named.
  return named.length === 0 || directs
    ? [...named]
    : [...new Set([...named, ...partnersIn(piece, key, subject ?? from)])]
}

/** Where the subject begins after words that say when or why; `from` where there are none, or no subject comes. */
function subjectStart(text: string, key: string, from: number): number {
  if (!adverbial.test(key.slice(from, from + 16)) || handing.test(key)) return from
  const stop = /[.;:]/u.exec(key.slice(from, from + mostLetters))
  const to = from + (stop?.index ?? mostLetters)
  for (let at = key.indexOf(', ', from); at >= 0 && at < to; at = key.indexOf(', ', at + 2)) {
    const start = at + 2
    const opens =
      /^\p{Lu}/u.test(text.slice(start)) ||
      /^các (?:cơ quan|đơn vị|sở|ngành|bộ|địa phương|trường|doanh nghiệp)/u.test(
        key.slice(start, start + 30),
      )
    if (!opens || !bodyHead.test(key.slice(start, start + 60))) continue
    const end = subjectEnd(text, key, start)
    if (end !== null && end > start + 3 && end - start < mostOfMember) return start
  }
  return from
}

/** Who may be charged under "Trách nhiệm của …", besides bodies and offices. */
const charged =
  /^(?:các |những )?(?:người|tổ chức|cá nhân|hộ|chủ|thí sinh|học sinh|sinh viên|giảng viên|nhà giáo|tổ trưởng)(?!\p{L})/u

/** The names of a heading such as "1. Sở Tài chính, Sở Y tế:"; empty where it names a matter. */
export function unitOf(unit: string): string[] {
  const key = keyOf(unit)
  const from =
    /^(?:(?:giao|đề nghị|yêu cầu|đối với)|(?:kiến nghị|đề xuất|đề nghị)(?:,? (?:và )?(?:kiến nghị|đề xuất))* (?:với|đối với)|(?:trách nhiệm|nhiệm vụ|phân công|chức năng)(?:,? (?:và )?(?:trách nhiệm|nhiệm vụ|quyền hạn))*(?: chung| cụ thể)? (?:của|đối với)) /u.exec(
      key,
    )?.[0].length ?? 0
  const owned = /(?:^| )của $/u.test(key.slice(0, from))
  if (!bodyHead.test(key.slice(from, from + 60)) && !(owned && charged.test(key.slice(from))))
    return []
  // After "Trách nhiệm của" stands nothing but the name, and what it is about.
  const about = / (?:trong (?:việc|công tác|quản lý|thực hiện|tổ chức)|đối với|khi) /u.exec(
    key.slice(from),
  )
  const end = owned ? about && from + about.index : subjectEnd(unit, key, from)
  return membersOf(unit.slice(from, end ?? unit.length))
}

/** Where the subject that begins at `from` ends: at its verb or a colon; null where neither comes. */
function subjectEnd(text: string, key: string, from: number): number | null {
  const limit = listEnd(text, key, from)
  const named = bracketed.exec(key.slice(from, limit))
  if (named) return from + named[0].length
  const end = dutyAfter(key, from, verbAfter(text, key, from, limit), limit)
  for (
    let at = key.indexOf(':', from);
    at >= 0 && at < (end ?? limit + 1);
    at = key.indexOf(':', at + 1)
  )
    if (!listColon.test(key.slice(from, at))) return at
  return end
}

/** Where a list of names from `from` must end: at a stop, or a semicolon after which no name begins. */
function listEnd(text: string, key: string, from: number): number {
  const to = Math.min(key.length, from + mostLetters)
  for (const { index } of key.slice(from, to).matchAll(/[.;](?=\s|$)/gu)) {
    const at = from + index
    const goesOn =
      key[at] === ';' &&
      /^; \p{Lu}/u.test(text.slice(at)) &&
      bodyHead.test(key.slice(at + 2, at + 62))
    if (!goesOn) return at
  }
  return to
}

/** The duty that ends the subject, where the first verb only tells which of a sort is meant; else the first verb. */
function dutyAfter(key: string, from: number, verb: number | null, limit: number): number | null {
  if (
    verb === null ||
    !sort.test(key.slice(from, verb)) ||
    !telling.test(key.slice(verb, verb + 20))
  )
    return verb
  const found = duty.exec(key.slice(verb, limit))
  // "… thực hiện nhiệm vụ và chịu trách nhiệm" does both.
  const second = found && / và $/u.test(key.slice(0, verb + found.index))
  return found && !second && found.index > 0 && found.index < mostOfMember
    ? verb + found.index
    : verb
}

function verbAfter(text: string, key: string, from: number, limit: number): number | null {
  doing.lastIndex = from + 2
  for (let m = doing.exec(key); m && m.index < limit; m = doing.exec(key)) {
    if (/\p{Lu}/u.test(text[m.index] ?? '')) continue
    if (
      nameVerb.test(key.slice(m.index, m.index + 16)) &&
      nameBefore.test(key.slice(Math.max(0, m.index - 20), m.index))
    )
      continue
    return m.index
  }
  return null
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
  if (!bodyHead.test(key.slice(start, start + 60))) return []
  const stopped = /[.;:]/u.exec(key.slice(start, start + mostLetters))
  const limit = start + (stopped?.index ?? Math.min(key.length - start, mostLetters))
  const end = verbAfter(text, key, start, limit) ?? (limit - start < 120 ? limit : null)
  return end === null ? [] : membersOf(text.slice(start, end))
}

/** "Sở Kế hoạch và Đầu tư, Sở Tài chính và các huyện" parted where another body begins, never inside a name. */
export function membersOf(text: string): string[] {
  const members: string[] = []
  let from = 0
  for (const m of text.matchAll(/[,;] (?:và )?| và | cùng /gu)) {
    const after = text.slice(m.index + m[0].length)
    const opens =
      /^(?:các |\p{Lu}|thủ trưởng|giám đốc|chủ tịch|hiệu trưởng|những |người đứng đầu |ông \p{Lu}|bà \p{Lu}|đồng chí \p{Lu})/u.test(
        after,
      ) &&
      bodyHead.test(keyOf(after.slice(0, 60))) &&
      !/^(?:(?:Ban|Ngành|Phòng|Đoàn|Sở|Bộ|Cục|Vụ|Viện)(?:[,;]|$| và | có )|Ban[- ][Nn]gành|các cấp(?![ ]uỷ| chính quyền)|Công chức|Viên chức|Viễn thông(?! \p{Lu}| tỉnh))/u.test(
        after,
      )
    if (!opens) continue
    members.push(text.slice(from, m.index))
    from = m.index + m[0].length
  }
  members.push(text.slice(from))
  // "Cục Công nghệ thông tin, Bộ Giáo dục và Đào tạo" is one of a ministry.
  const [part = '', whole = ''] = members
  if (members.length === 2 && /^(?:Cục|Vụ) /u.test(part) && /^Bộ /u.test(whole))
    members.splice(0, 2, text)
  return members
    .map((m) =>
      m
        .replace(/^Mời | (?:cùng )?tham gia$/gu, '')
        .replace(/ ?\([^)]*$/u, '')
        .replace(/^[\s,;:(-]+|[\s,;:(-]+$/gu, ''),
    )
    .filter((m) => m.length > 1 && m.length < mostOfMember && !bareQuantifier.test(m))
}
