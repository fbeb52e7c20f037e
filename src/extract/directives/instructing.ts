// "chỉ thị" as a verb: "Thủ tướng Chính phủ chỉ thị các bộ rà soát …". Far more often it names a paper: "Chỉ thị số 14/CT-TTg",
// "ban hành chỉ thị", "theo chỉ thị của …", "các nghị quyết, chỉ thị".
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { chargedHead } from './bodies.ts'
import { startsImperative } from './imperative.ts'
import type { Speaker } from './speaker.ts'
import { leads } from './stated-duties.ts'

/** What may stand between who instructs and the verb: words on the office, an adverb, or another verb of the same one. */
const beside =
  /^(?:(?:,[^,.;:]{3,80},)? (?:cũng |còn |lại |liền |tiếp tục |trực tiếp |ngay lập tức )*|[^.;:]{3,200}(?: và|,(?: đồng thời)?| đồng thời) )$/u
/** Words of what is past or of papers, after which it is none of the two. */
const past = /(?<!\p{L})(?:đã|từng|vừa|được|bị|khi|nếu)(?!\p{L})/u
const paper =
  /(?<!\p{L})(?:nghị quyết|quyết định|kết luận|thông tư|nghị định|công điện|công văn|thông báo|văn bản|kế hoạch|hướng dẫn|pháp luật|luật|lệnh|chủ trương|quan điểm|chính sách|đường lối)(?: [^,;:.]{0,30})?(?:,| và|,? đồng thời) $/u
const bound = /^(?:cần|phải|không được|tuyệt đối không|từ nay|trong thời gian tới) /u
/** "Tháng 5/1954, Đại tướng chỉ thị …": history. */
const longAgo = /(?<!\d)1[89]\d\d(?![\d/])[^.\n]*$/u
/** UTF-16 units between who instructs and the verb, before the verb, and of whom it is given to. */
const mostBetween = 300
const lookBack = 200

const mostOfName = 60

/**
 * True where "chỉ thị" at an offset is said by one who leads to those who stand behind it, `object`, or of what is to be done.
 * `joined`: only words that join the sentence to the one before stand before it, and `speaker` is the one of that.
 */
export function instructs(
  page: Page,
  at: number,
  object: Span,
  speaker: Speaker | null,
  joined: boolean,
): boolean {
  if (!speaker || speaker.start === null || !/^\p{Ll}/u.test(page.text.slice(at, at + 1)))
    return false
  const gap = page.key.slice(speaker.start + speaker.text.length, at)
  if (
    !joined &&
    (gap.length > mostBetween || !beside.test(gap) || past.test(gap) || paper.test(gap))
  )
    return false
  if (longAgo.test(page.key.slice(Math.max(0, at - lookBack), at))) return false
  const whom = page.key.slice(object.start, object.start + mostOfName)
  return (
    (chargedHead.test(whom) ||
      bound.test(whom) ||
      startsImperative(page, object.start, object.end)) &&
    leads(page, speaker)
  )
}
