// Days and months of every year: "ngày 31 tháng 12 hằng năm", "định kỳ 6 tháng đầu năm", "chậm nhất ngày 31/3 năm sau"; and
// in a law or a regulation every day without a year, for what it rules recurs. They are no dates of one year.
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'

const yearly = '(?:hằng|hàng|mỗi|từng) năm'
const yearlyAfter = new RegExp(`^,? ?(?:của )?(?:${yearly}|các năm)(?!\\p{L})`, 'u')
/** "năm sau" of a year that is itself none. */
const otherYearAfter =
  /^,? ?(?:của )?năm (?:sau|đó|kế tiếp|tiếp theo|liền kề|liền trước|kê khai|báo cáo|tính thuế|quyết toán|kế hoạch|đầu kỳ)(?!\p{L})/u
const yearlyBefore = new RegExp(`(?<!\\p{L})(?:${yearly}|định kỳ)(?!\\p{L})[^.;]{0,100}$`, 'u')
/** "Hằng năm … năm nay khai mạc ngày 5/3" is of one year again. */
const thisYear = /(?<!\p{L})năm (?:nay|\d{4})(?!\p{L})/u

/** True where the words around a date without a year say that it comes back. `sentence` is the one it stands in. */
export function comesBack(page: Page, date: Span, sentence: Span | null): boolean {
  const after = page.key.slice(date.end, date.end + 30)
  if (yearlyAfter.test(after) || otherYearAfter.test(after)) return true
  const from = Math.max(sentence?.start ?? 0, date.start - 130)
  const before = yearlyBefore.exec(page.key.slice(from, date.start))
  return before !== null && !thisYear.test(before[0])
}

/** Numbers of laws and regulations hold their year: "16/2022/TT-BGDĐT"; those of plans, reports and letters do not. */
const numberOfLaw = /^\d{1,5}[a-z]?\/(?:19|20)\d{2}\//u
const article = /(?:^|\n)điều (?:1|thứ nhất) ?[.:]/u
const ofItself =
  /(?<!\p{L})(?:thông tư|thông tư liên tịch|nghị định|bộ luật|luật|pháp lệnh|quy chế|quy định|điều lệ|nội quy) này(?!\p{L})/u

/** True for a law, decree, circular, statute or the like: a text of rules. */
export function isNormative({ header, facts, key }: Page): boolean {
  if (facts.publishedAt !== null) return false
  if (header?.number != null && numberOfLaw.test(header.number)) return true
  return article.test(key) && ofItself.test(key)
}
