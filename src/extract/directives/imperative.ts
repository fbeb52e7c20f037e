// Whether words tell somebody to do something: "Tiếp tục đẩy mạnh …", "Toàn ngành tập trung …", and not "đã triển khai …".
import type { Page } from '../page.ts'

/** Index of the first token at or after a UTF-16 offset. Binary search. */
export function tokenAt(page: Page, offset: number): number {
  let low = 0
  let high = page.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((page.tokens[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const openers =
  /^(?:đồng thời|bên cạnh đó|ngoài ra|cùng với đó|trong đó|trước mắt|đặc biệt|nhất là|mặt khác|song song với đó|tiếp đó|cụ thể|về phía)[,:]? /u

/** UTF-16 length of "Đồng thời, " and the like at the start of a key text. */
export function openerLength(key: string): number {
  return openers.exec(key)?.[0].length ?? 0
}

/** True where the words from `start` open with an imperative verb, past adverbs such as "chủ động". Small slips allowed. */
export function startsImperative(page: Page, start: number, end: number): boolean {
  const { lexicon, tokens } = page
  let index = tokenAt(page, start + openerLength(page.key.slice(start, Math.min(end, start + 40))))
  for (let n = 0; n < 5; n++) {
    const token = tokens[index]
    if (!token || token.start >= end) return false
    const match = lexicon.directiveVerbs.longestAt(tokens, index)
    if (!match) break
    if (match.values.some((v) => v.role === 'verb')) return true
    index = match.nextToken
    if (tokens[index]?.text === ',') index++
  }
  return /^(?:không |tuyệt đối |cần |phải |có (?:trách nhiệm|kế hoạch|biện pháp|giải pháp|phương án) |làm (?:tốt|tốt hơn|rõ) |giữ |đưa |lấy |cử |gắn |gửi |lập |mở |nhanh chóng |định kỳ |đẩy nhanh |tăng |trực tiếp |kết hợp |căn cứ |trên cơ sở |rút |xác định |đôn đốc |theo dõi |nắm |quản |dạy |đặc biệt |sẵn sàng (?=\p{L})|chú ý (?=\p{L})|dành (?!cho |tặng |riêng |được |hết )(?=[\p{L}\d]))/u.test(
    page.key.slice(
      tokens[index]?.start ?? start,
      Math.min(end, (tokens[index]?.start ?? start) + 40),
    ),
  )
}

/** True where an order with a subject opens the words: "Toàn ngành tiếp tục …", "Các đơn vị chủ động …", "Sở Y tế có trách nhiệm …". */
export function hasOrder(key: string): boolean {
  return /(?:^|[ ,])(?:cần|phải|tiếp tục|tập trung|có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp|chủ động|tăng cường|đẩy mạnh|triển khai|thực hiện|tổ chức|nâng cao|xây dựng|rà soát|chỉ đạo|bảo đảm|đảm bảo|chú trọng|quan tâm|khẩn trương|nghiêm túc|không để|không được|hướng dẫn|báo cáo|hoàn thành|tham mưu|bố trí|dừng|hạn chế|kiểm tra|giám sát|tuyên truyền|kịp thời)(?![\p{L}])/u.test(
    key,
  )
}

/**
 * Sentences that tell something, though they open like an order: "Báo cáo tại hội nghị, ông … cho biết …", "Thông tin từ
 * …", "Lãnh đạo thành phố làm việc với …", "Tham dự hội nghị có …".
 */
export function isNarrative(key: string): boolean {
  const opening = key.slice(0, 220)
  return (
    /^(?:báo cáo|phát biểu|trao đổi|đánh giá|thông tin|kết luận|thảo luận|giới thiệu|chia sẻ|giải trình) (?:tại|của|trong|với|từ|về tình hình|cho thấy|thêm|nhanh từ)(?!\p{L})/u.test(
      opening,
    ) ||
    /^(?:thông tin|tham dự|dự|tham gia|chủ trì)(?: [^,.;:]{0,60})? (?:hội nghị|cuộc họp|buổi làm việc|buổi lễ|phiên họp|chương trình)[^.;:]{0,60} có(?!\p{L})/u.test(
      opening,
    ) ||
    /^lãnh đạo (?!chỉ đạo|, chỉ đạo|thực hiện|tổ chức)(?:\p{L}+\.? ){1,8}(?:làm việc|cho biết|cho hay|trao|thăm|dự|chụp)/u.test(
      opening,
    ) ||
    /(?<!\p{L})(?:cho biết|cho hay|cho rằng|chia sẻ|khẳng định|nhận định|cho thấy|bày tỏ|nói rằng)(?!\p{L})/u.test(
      opening,
    )
  )
}

/** "Tính đến nay, toàn tỉnh đã …" */
const untilNow =
  /^(?:[^.;:]{0,160}, )?(?:cho |tính |từ đó )?đến nay,? (?:(?!cần |phải )[^.;:]){0,160}(?<!\p{L})đã (?=\p{L})/u
const done =
  /^(?:[^.;:]{0,90}[ ,])?(?:đã|vừa (?=ban hành|qua|tổ chức|được|có))(?! (?:đề ra|được đề ra|được phê duyệt|được giao|đạt chuẩn|ban hành|đạt được|nêu|cam kết|được ban hành|được duyệt|ký|có))(?!\p{L})/u
/** "Hạn chế: …", "Hạn chế, tồn tại", unlike "Hạn chế tối đa việc …", which is to be done. */
export const shortcoming =
  'hạn chế(?=$|[,:;.()]| (?:và|của|trong|về|lớn|là|còn|vẫn|nhất|này|đó|trên|nêu|yếu kém|khuyết điểm|tồn tại|chủ yếu|cơ bản|nổi|đầu tiên|thứ|khác|chung|riêng|nữa|ở|đã|cần (?:khắc phục|được)|hiện nay|kể|chính)(?!\\p{L}))'
const state = new RegExp(
  `^(?:kết quả|tồn tại|${shortcoming}|nguyên nhân|thuận lợi|khó khăn|ưu điểm|tình hình)(?!\\p{L})`,
  'u',
)

/** What was done, or how things stand. */
export function isReport(key: string): boolean {
  return isDone(key) || state.test(key)
}

/** Reports of what was done: "đã triển khai", "được tổ chức", "vừa ban hành" early in the words. */
export function isDone(key: string): boolean {
  const opening = key.slice(0, 160)
  if ((opening.includes('đã') || opening.includes('vừa ')) && done.test(opening)) return true
  const further = key.slice(0, 360)
  return further.includes('đến nay') && untilNow.test(further)
}
