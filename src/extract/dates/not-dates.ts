// Places that hold figures like dates and are none: "GDPT 2018", "Luật Giáo dục năm 2019", "16/2022/TT-BGDĐT",
// "Nghị định 15/2020", addresses of the web, site counters and everything in boilerplate.
import { numberSpansOf } from '../document-number.ts'
import type { Page } from '../page.ts'
import type { Taken } from './candidate.ts'

const patterns: readonly RegExp[] = [
  // Named programmes: "Chương trình GDPT 2018", "chương trình giáo dục phổ thông (mới) năm 2018", "CT 2018".
  /(?<!\p{L})(?:gdpt|ctgdpt|phổ thông|chương trình|ct)(?: \(?(?:mới|tổng thể|gdpt|ctgdpt|ct gdpt|hiện hành|năm)\)?,?){0,4} (?:2018|2006|2000)(?!\d)/gu,
  // Numbers without their symbols: "Nghị định 15/2020", "Thông tư số 22/2020", "số 12/2021".
  /(?<!\p{L})(?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|công văn|pháp lệnh|luật|số)(?: số)?:? ?\d{1,5}\/(?:19|20)\d{2}(?![\d/])/gu,
  // Days and months that no calendar has: "ngày 0 tháng 4 năm 2000", "tháng 13 năm 2020".
  /(?<!\p{L})ngày (?:0{1,2}|3[2-9]|[4-9]\d) tháng \d{1,2}(?: năm \d{4})?(?!\d)/gu,
  /(?<!\p{L})tháng (?:0{1,2}|1[3-9]|[2-9]\d)(?: năm |\/)\d{4}(?!\d)/gu,
  /(?:https?:\/\/|www\.)\S{1,400}/gu,
  /(?<!\S)\S{1,64}@\S{1,100}/gu,
  // House and class numbers, scores, scales: "số 15/3", "lớp 6/2", "điểm 9/10", "tỷ lệ 1/5".
  /(?<!\p{L})(?:số|số nhà|ngõ|ngách|hẻm|kiệt|lớp|điểm|tỷ lệ|tỉ lệ|trình độ|hạng|thương binh) \d{1,3} ?\/ ?\d{1,4}(?![\d/])/gu,
]

// A law with its year is a name: "Luật Giáo dục năm 2019", "Bộ luật Lao động 2019", "Hiến pháp năm 2013".
const law =
  /(?<!\p{L})(?:Bộ luật|Luật(?! (?:gia|sư))|Hiến pháp|Pháp lệnh)((?: [^\s.;:"\d]{1,14}){0,18}?) (năm )?((?:19|20)\d{2})(?![\d/]| ?- ?\d)/gu
const notInLawName =
  /(?:^| )(?:trong|đến|từ|vào|tại|cho|ngày|tháng|đầu|cuối|giữa|trước|sau|kế hoạch|công tác|nhiệm vụ|kể|theo|năm|nhiệm kỳ|giai đoạn|khoá|khóa)(?: |$)|,$/u

/** Marks the places of `page` in which no date is to be looked for. */
export function takeNonDates(page: Page, taken: Taken): void {
  for (const block of page.blocks) {
    if (block.zone !== 'boilerplate') continue
    taken.take(block)
  }
  for (const span of numberSpansOf(page.text)) taken.take(span)
  for (const pattern of patterns)
    for (const match of page.key.matchAll(pattern))
      taken.take({ start: match.index, end: match.index + match[0].length })
  for (const match of page.text.matchAll(law)) {
    const name = match[1] ?? ''
    if (notInLawName.test(name.toLowerCase())) continue
    taken.take({ start: match.index, end: match.index + match[0].length })
  }
  for (const { start, end, values } of page.lexicon.stopPhrases.findAll(page.tokens))
    if (values.some((value) => value.kind === 'date')) taken.take({ start, end })
}
