// Days up to which something was counted: "Tính đến 30/11, …", "đến 15/12 đã đạt 21,6 tỷ đồng". They lie in the past of what
// tells them; "đến 30/6 đạt tối thiểu 50%" does not.
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { type Day, daysBetween } from './calendar.ts'
import { type DateCandidate, dayIn } from './candidate.ts'

const upTo = /(?<!\p{L})(?:đến|tới)(?: hết)?(?: ngày)? $/u
const counting = /(?<!\p{L})(?:tính|luỹ kế|thống kê|số liệu|cập nhật)(?!\p{L})[^.;]{0,40}$/u
const reached = /^,? (?:[\p{L}\d]+ ){0,8}(?:đã|mới)(?!\p{L})/u
const toCome =
  /(?<!\p{L})(?:phấn đấu|dự kiến|ước|mục tiêu|chỉ tiêu|sẽ|phải|cần|yêu cầu|đề nghị|giao|hoàn thành|tối thiểu|ít nhất)(?!\p{L})/u

/** True for the day of a count that was made. */
function isReported(page: Page, date: Span): boolean {
  const sentence = spanAt(page.sentences, date.start)
  const from = Math.max(sentence?.start ?? 0, date.start - 80)
  const before = page.key.slice(from, date.start)
  if (!upTo.test(before)) return false
  const after = page.key.slice(date.end, Math.min(sentence?.end ?? date.end, date.end + 80))
  const [clause = ''] = after.split(/[;.]/u)
  if (toCome.test(before) || toCome.test(clause)) return false
  return counting.test(before) || reached.test(after)
}

/** How many days after the day of a document a count may still be told as done: papers are dated before they are finished. */
const signedLate = 14

/** The year found, or the one before it where a count would be told of a day that had not come when the document was issued. */
export function notYetCome<Found extends { year: number }>(
  page: Page,
  date: DateCandidate,
  issued: Day | null,
  found: Found | null,
): Found | null {
  if (!found || !issued || daysBetween(issued, dayIn(date, found.year)) <= signedLate) return found
  return isReported(page, date) ? { ...found, year: found.year - 1 } : found
}
