// Growth and decline: "tăng 2,5%", "tăng từ 70% lên 75%", "giảm còn 5%", "giảm 0,3 điểm %".
import type { Page } from '../page.ts'
import type { PercentageSpan } from '../percentages.ts'
import { spanAt } from '../sentences.ts'

export type Change = {
  direction: 'up' | 'down'
  /** Level before the change in per cent, or null where not given. */
  from: number | null
  /** Level after the change in per cent; null where the figure is the change itself ("tăng 2,5%"). */
  to: number | null
}

const by =
  /(?<!\p{L})(?<word>tăng|giảm)(?: thêm| trưởng| khoảng| hơn| trên| gần| dưới| được| bình quân| trung bình| ít nhất| tối thiểu| không dưới| mỗi năm)* $/u
const to =
  /(?<!\p{L})(?<word>tăng|giảm|nâng|hạ|rút)(?: \p{L}+){0,12}? (?:lên|còn|xuống|xuống còn|lên thành)(?: \p{L}+)? $/u
const fromTo =
  /(?<!\p{L})(?<!suy )(?<word>tăng|giảm|nâng|hạ|rút)(?: [\p{L}\d]+){0,14}?,? từ (?:(?:mức|trên|gần|khoảng) )?[\d.,]+ ?%[^%.;]{0,40}(?:lên|xuống|còn|đến|tới)(?: \p{L}+){0,2} $/u
/** "giảm từ 5-10%" */
const byRange = /(?<!\p{L})(?<word>tăng|giảm)(?: thêm)? từ $/u
/** Without a verb the way is told by "lên" and "xuống" alone: "từ 8,2% xuống còn 6,9%". */
const bareFromTo =
  /(?<!\p{L})từ (?:(?:mức|trên|gần|khoảng) )?[\d.,]+ ?%[^%.;]{0,40}(?<!\p{L})(?<way>lên|xuống)(?: \p{L}+){0,2} $/u

/** The change that the words directly before a percentage tell of, or null. */
export function changeBefore(
  page: Page,
  span: PercentageSpan,
  previous: PercentageSpan | undefined,
): Change | null {
  const lineStart = spanAt(page.blocks, span.start)?.start ?? span.start
  const before = page.key.slice(Math.max(lineStart, span.start - 110), span.start)
  const direction = (word: string | undefined) =>
    /^(?:giảm|hạ|rút)$/u.test(word ?? '') ? 'down' : 'up'
  const range = fromTo.exec(before)
  if (range && previous)
    return { direction: direction(range.groups?.word), from: previous.value, to: span.value }
  const bare = bareFromTo.exec(before)
  if (bare && previous)
    return {
      direction: bare.groups?.way === 'xuống' ? 'down' : 'up',
      from: previous.value,
      to: span.value,
    }
  const level = to.exec(before)
  if (level) return { direction: direction(level.groups?.word), from: null, to: span.value }
  const step = by.exec(before) ?? (span.rule === 'percent-range' ? byRange.exec(before) : null)
  return step ? { direction: direction(step.groups?.word), from: null, to: null } : null
}
