// "8/10": a day and its month, or eight of ten? Dates and ratios ask here, so that no place is both.
import type { Span } from '../text/view.ts'
import type { Page } from './page.ts'
import { spanAt } from './sentences.ts'
import { unitAfter } from './units.ts'

const dayWord =
  '(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng|rằm|lễ|dịp|nghỉ|quốc khánh|kỷ niệm|kỉ niệm|mừng|khai giảng|chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))'
/** A word that only a day follows, perhaps with days between: "ngày 8/10", "Chủ nhật, 8/10", "ngày 5/8, 6/8 và 8/8". */
const dayBefore = new RegExp(
  `(?<!\\p{L})${dayWord}(?: nay| qua| mai)?,? ?\\(?(?:\\d{1,2}(?: ?\\/ ?\\d{1,2})?(?: ?-|,|,? và|,? đến) ?){0,6}$`,
  'u',
)
/** "lúc 8 giờ 5/6", "17h30, 5/6" */
const hourBefore = /\d ?(?:giờ|h)(?: ?\d{1,2})?(?: ?phút)?,? $/u
/** "trước 8/10", "đến 8/10"; but "có tới 8/10 khách", "từ 7/9 lên đến 8/9 xã" count. */
const limitBefore =
  /(?<!\p{L})(?:trước|sau|kể từ|(?<!(?:có|lên|tăng|nâng|đạt|được|cho|\d) )(?:đến|tới)(?: hết)?) $/u
/** Further words that go with a day, where nothing is counted: "từ 8/10, đạt 80%". */
const fromBefore = /(?<!\p{L})(?:từ|vào|qua|là) $/u
const percentNear = /^[^.;\n%]{0,80}?(\d{1,3}(?:[.,]\d{1,3})?) ?%/u

/** What two figures with a stroke between them are. `unit`: what they count, as the ratio that they are then. */
export type DayOrRatio = { reading: 'day' | 'ratio' | 'open'; unit: string | null }

/** How far back the words are asked. */
const reach = 60

/**
 * Reads figures that may be a day and its month, without a year. `core` is where they stand; `open` where neither a word
 * for days nor a counted noun, nor the percentage that they make, is beside them.
 */
export function dayOrRatio(page: Page, core: Span, first: number, second: number): DayOrRatio {
  const block = spanAt(page.blocks, core.start)
  const before = page.key.slice(Math.max(block?.start ?? 0, core.start - reach), core.start)
  const unit = unitAfter(page, endOfCount(page.key, core))?.noun ?? null
  if (first > 31 || second > 12) return { reading: 'ratio', unit }
  if (dayBefore.test(before) || hourBefore.test(before) || limitBefore.test(before))
    return { reading: 'day', unit }
  const from = fromBefore.test(before)
  // "từ 8/10 Công ty …": a body that does something from then on.
  const acts = from && /^ \p{Lu}/u.test(page.text.slice(core.end, core.end + 2))
  if (unit !== null) return { reading: first <= second && !acts ? 'ratio' : 'open', unit }
  if (from) return { reading: 'open', unit }
  const said = percentNear.exec(page.key.slice(core.end, block?.end ?? core.end).slice(0, 90))?.[1]
  const exact = (100 * first) / second
  return {
    reading:
      said !== undefined && Math.abs(exact - Number(said.replace(',', '.'))) < 1 ? 'ratio' : 'open',
    unit,
  }
}

/** Where the noun may stand: "(80/240) số xã" after the bracket that holds nothing else. */
function endOfCount(key: string, span: Span): number {
  return key[span.start - 1] === '(' && key[span.end] === ')' ? span.end + 1 : span.end
}
