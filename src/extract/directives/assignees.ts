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
  /(?<!\p{L})(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|có kế hoạch|có giải pháp|có biện pháp|có phương án|có văn bản|căn cứ|tiếp tục|tập trung|tăng cường|chủ động|khẩn trương|thực hiện|triển khai|(?<!các |những )tổ chức(?! chính trị| xã hội| đoàn thể| cá nhân|,)|rà soát|xây dựng|hướng dẫn|theo dõi|đôn đốc|tham mưu|báo cáo|tổng hợp|kiểm tra|chỉ đạo|bố trí|cần|phải|nghiêm túc|quan tâm|đẩy mạnh|đẩy nhanh|nâng cao|quán triệt|ban hành|hoàn thành|hoàn thiện|phát huy|giúp|lập|cân đối|sớm|(?<!thường )trực(?! thuộc)|theo chức năng|theo nhiệm vụ|theo quy định|theo thẩm quyền|trên cơ sở|xử lý|điều tra|giải ngân|tăng|cho|số hoá|nâng cấp|lãnh đạo|giám sát|tuyên truyền|phát động|tích cực|(?<!giáo dục )thường xuyên|kịp thời|đề xuất|nghiên cứu|cung cấp|bảo đảm|đảm bảo|duy trì|phổ biến|vận động|huy động|thẩm định|thẩm tra|(?<!giải |lộ |chương |quy |quá |công |giáo |tiến |phát thanh truyền )trình|giải trình|xác định|xác nhận|lắng nghe|dự toán|trước khi|đạt|thống nhất|(?<!cơ quan |đơn vị |cán bộ |nhà nước )quản lý|nhận thức|tận dụng|phân loại|gắn|phấn đấu|rút kinh nghiệm|có thể|có ý kiến|có văn bản|có báo cáo|đăng ký|tự|gương mẫu|giữ|dự|tham dự|nêu|rút|thu hồi|thanh tra|bảo vệ|giới thiệu|thay|tiến hành|vào cuộc|ngay|gửi|khắc phục|cập nhật|thông báo|đăng tải|nêu cao|đề cao|làm|là đầu mối|được giao|phân công|phân bổ|giao|không|sơ tán|vận hành|đưa|chấp hành|ký|hỗ trợ|phê duyệt|quyết định|(?:hằng|hàng) (?:năm|quý|tháng|tuần|ngày)|định kỳ|kiểm soát|liên hệ|liên kết|phát triển|đổi mới|chấn chỉnh|ứng phó|phòng ngừa|áp dụng|khai thác|công bố|tư vấn|tiếp thu|biên soạn|nhân rộng|tranh thủ|phân luồng|giải phóng|tiết kiệm|cắt giảm|phân cấp|khuyến khích|tìm kiếm|cung ứng|bình ổn|tuần tra|canh gác|cảnh báo|dự báo|vệ sinh|sửa chữa|mua sắm|trang bị|hạn chế|tuyệt đối|quy định|nghiên cứu|tập huấn|sử dụng|trao đổi|chỉ định|rút ngắn|lựa chọn|thí điểm|trong (?:quá trình|thời gian|khi|học kỳ|năm|tháng|quý|giai đoạn|nhiệm kỳ|dịp|việc|công tác)|nhanh chóng|cụ thể hoá|lồng ghép|tạo điều kiện|ưu tiên|chuẩn bị|công khai|niêm yết|đánh giá|tham gia|thành lập|cử|dừng|ngừng|tạm dừng|trước ngày|từ nay|từ ngày|để|nhằm|nếu|khi|siết chặt|ngăn chặn|tháo gỡ|giải quyết|nắm|mở|sẵn sàng|chú trọng|bám sát|quyết liệt|bổ sung|điều chỉnh|tiếp nhận|sử dụng|củng cố|kiện toàn|thống kê|xem xét|lấy)(?!\p{L})/gu
/** "Ban chỉ đạo", "Đoàn kiểm tra": a verb that is part of a name, though in small letters. */
const nameBefore = /(?:^|[ ,])(?:ban|đoàn|tổ|hội đồng|tổ công tác|đội) $/u
/** A colon that goes on with the names: "Giám đốc các Sở: Nội vụ, Tài chính". */
const listColon = /(?:các )?(?:sở|bộ|huyện|ngành|đơn vị|phòng|cơ quan|xã|phường|trường|ban)$/u
const mostLetters = 320
/** A longer name is a sentence whose verb was not known. */
const mostOfMember = 200
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
  const from = handing.exec(key)?.[0].length ?? 0
  const subject = bodyHead.test(key.slice(from, from + 60)) ? subjectEnd(piece, key, from) : null
  const first = subject === null ? null : piece.slice(from, subject)
  const above = unit === null ? [] : unitOf(unit)
  // A body whose verb is not known is still somebody else than those above.
  const opens = first === null && unit !== text.trim() && bodyHead.test(key.slice(from, from + 60))
  const others = above.length > 0 ? above : addressees
  const named = first !== null ? membersOf(first) : opens ? [] : others
  // Those to work with say nothing of who is charged, where nobody else is named.
  return named.length === 0
    ? []
    : [...new Set([...named, ...partnersIn(piece, key, subject ?? from)])]
}

/** The names of a heading such as "1. Sở Tài chính, Sở Y tế:"; empty where it names a matter. */
function unitOf(unit: string): string[] {
  const key = keyOf(unit)
  const from =
    /^(?:giao|đề nghị|yêu cầu|trách nhiệm của|nhiệm vụ của|đối với) /u.exec(key)?.[0].length ?? 0
  if (!bodyHead.test(key.slice(from, from + 60))) return []
  return membersOf(unit.slice(from, subjectEnd(unit, key, from) ?? unit.length))
}

/** Where the subject that begins at `from` ends: at its verb or a colon; null where neither comes. */
function subjectEnd(text: string, key: string, from: number): number | null {
  const limit = listEnd(text, key, from)
  const end = verbAfter(text, key, from, limit)
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

function verbAfter(text: string, key: string, from: number, limit: number): number | null {
  doing.lastIndex = from + 2
  for (let m = doing.exec(key); m && m.index < limit; m = doing.exec(key)) {
    if (/\p{Lu}/u.test(text[m.index] ?? '')) continue
    if (nameBefore.test(key.slice(Math.max(0, m.index - 16), m.index))) continue
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
      /^(?:các |\p{Lu}|thủ trưởng|giám đốc|chủ tịch|hiệu trưởng|những )/u.test(after) &&
      bodyHead.test(keyOf(after.slice(0, 60))) &&
      !/^(?:Ban|Ngành|Phòng|Đoàn|Sở|Bộ)[,;]/u.test(after)
    if (!opens) continue
    members.push(text.slice(from, m.index))
    from = m.index + m[0].length
  }
  members.push(text.slice(from))
  return members
    .map((m) => m.replace(/ ?\([^)]*$/u, '').replace(/^[\s,;:(-]+|[\s,;:(-]+$/gu, ''))
    .filter((m) => m.length > 1 && m.length < mostOfMember && !bareQuantifier.test(m))
}
