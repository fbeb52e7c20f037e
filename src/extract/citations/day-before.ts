// The day of a citation that stands before who issued it: "Ngày 22/10/2014, Bộ Y tế có Công văn số 12/BYT-KCB gửi …",
// "Ngày 17/5/2019, Chủ tịch UBND huyện đã ban hành Công điện số …".
import type { Span } from '../../text/view.ts'
import { edtfDay } from '../dates/calendar.ts'
import type { Page } from '../page.ts'

/** A body, as it begins: words up to a stop or a comma, behind which another capital stands ("Bộ Văn hóa, Thể thao …"). */
const body = '\\p{Lu}[^.;:,()\\n\\d]{1,90}(?:, \\p{Lu}[^.;:,()\\n\\d]{1,60}){0,3}'
const issues = '(?:đã |vừa |cũng |tiếp tục )?(?:có|ban hành|ký|ký ban hành|gửi|phát hành)(?: các)?'
const before = new RegExp(
  `(?<!\\p{L})[Nn]gày (\\d{1,2})(?: ?[/.-] ?| tháng )(\\d{1,2})(?: ?[/.-] ?|,? năm )((?:19|20)\\d{2}),? (${body}) ${issues} $`,
  'u',
)
/** How far before a citation its day may begin, in UTF-16 units. */
const reach = 200
const documents =
  'nghị quyết|nghị định|quyết định|thông tư|thông tư liên tịch|chỉ thị|công văn|kế hoạch|thông báo|tờ trình|văn bản|hướng dẫn|kết luận|công điện|chương trình|đề án|báo cáo|giấy mời'
const anyCase = documents.replace(/(?<=^|\|)\p{L}/gu, (c) => `[${c}${c.toUpperCase()}]`)
/** What follows such a day; a number with a day of its own is not of it. */
const after = new RegExp(
  `^,? ${body} ${issues} (?:${anyCase}) (?:số:? ?)?\\d(?:[\\p{L}\\d/&.]|- ?(?=[\\p{L}\\d]))*(?![\\p{L}\\d/&.-])(?!,? ?\\(?(?:ban hành |ký )?ngày \\d)`,
  'u',
)

/** The EDTF day before the citation whose words begin at `head`, in the sentence that begins at `from`; null without one. */
export function dayBefore(page: Page, from: number, head: number): string | null {
  const words = page.text.slice(Math.max(from, head - reach), head)
  if (!words.includes('gày ')) return null
  const day = before.exec(words)
  return day && edtfDay(Number(day[3]), Number(day[2]), Number(day[1]))
}

/** True for a day that is that of the document named behind it. */
export function isDayOfNext(page: Page, date: Span): boolean {
  if (!/^ngày/u.test(page.key.slice(date.start, date.start + 4))) return false
  const words = page.text.slice(date.end, date.end + reach)
  return after.test(words)
}
