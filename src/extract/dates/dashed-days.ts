// Days and months with a dash or a dot between them: "ngày 5-3", "nghỉ hưu từ 1-10". Stretches, scores and shares look the same:
// "từ 5-7 ngày", "thang điểm từ 1-10".

import type { Span } from '../../text/view.ts'

/** What a day and its month with a dash or a dot between them, "5-3", must have before it: else they are a stretch or a score. */
export const dashedAfter = [
  `(?:ngày|sáng|trưa|chiều|tối|đêm|hôm) `,
  // "sáng nay (5-3)"
  `(?:nay|qua|mai)(?:, | \\()`,
  // "ngày 31-7 và 1-8", "từ ngày 5-3 đến hết ngày 10-3"
  `\\d[.-]\\d{1,2}(?:[,;]|,? và| -|,? (?:đến|tới)(?: hết)?) `,
  // "dịp 30-4", "nghỉ lễ 2-9"
  `(?:dịp|lễ|nghỉ|quốc khánh|kỷ niệm) `,
  // "Ngày Nhà giáo Việt Nam 20-11"
  `(?:việt nam|thế giới|quốc tế|quốc gia) \\(?`,
  // "đến 30-6": no score has such figures and no stretch falls
  `(?:từ|đến|tới|hết|trước|sau) (?=(?:1[3-9]|2\\d|3[01])-(?:0?[1-9]|1[0-2])(?!\\d))`,
  // "nghỉ hưu từ 1-10": with nothing counted behind it; see `isLimit`
  `(?:từ|đến|tới|hết|trước|sau) (?=\\d{1,2}-\\d{1,2}(?:[.,;)](?!\\d)|\\n|$))`,
  // "ngày 5, 6 và 7-8"
  `ngày \\d{1,2}(?:, ?\\d{1,2}){0,6}(?:,|,? và) `,
].join('|')
/** "từ 5-3 | đến 10-3" */
export const dashedTo = ' (?:đến|tới)(?: hết)?(?: ngày)? \\d{1,2}-\\d{1,2}(?!\\d)'
export const dashedRange = new RegExp(`^${dashedTo}`, 'u')

/** Words of time before figures with a dash, and the one of them that says so itself: "từ ngày 5-3 đến 10-3". */
const limitWord = /(?<!\p{L})(?:từ|đến|tới|hết|trước|sau) $/u
const afterDay = /\d[.-]\d{1,2},? (?:đến|tới)(?: hết)? $/u
/** What begins or ends on a day. */
const beginsOrEnds =
  /(?<!\p{L})(?:nghỉ|hưởng|hiệu lực|áp dụng|thi hành|bắt đầu|khởi công|khai giảng|thực hiện|triển khai|diễn ra|kết thúc|hết hạn|nhận|công tác|giữ chức|giám đốc|chủ tịch|bổ nhiệm|vận hành|thông xe)(?!\p{L})[^.;:]{0,50}$/u
/** What is told in stretches or scores. */
const scaleBefore =
  /(?<!\p{L})(?:tuổi|điểm|thang|cấp|lớp|trẻ|nhiệt độ|bậc|tầng|tỷ số|tỉ số|dẫn|thắng|thua)(?!\p{L})[^.;:,]{0,20}$|(?<!\p{L})(?:mức|khoảng|số|loại|nhóm) \p{L}+ $/u

/** False for "từ 5-7" that may be a stretch: nothing begins or ends, and the figures do not fall. True after any other word. */
export function isLimit(key: string, span: Span, day: number, month: number): boolean {
  const before = key.slice(Math.max(0, span.start - 70), span.start)
  if (!limitWord.test(before) || afterDay.test(before) || day > 12) return true
  if (dashedRange.test(key.slice(span.end, span.end + 40))) return true
  return !scaleBefore.test(before) && (day > month || beginsOrEnds.test(before))
}
