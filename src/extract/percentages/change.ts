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
  /(?<!\p{L})(?<!suy )(?<word>tăng|giảm|hạ)(?: do yếu tố \p{L}+)?(?: thêm| trưởng| khoảng| xấp xỉ| hơn| trên| gần| dưới| đến| tới| được| (?:bình quân|trung bình)(?: \d{1,2} năm(?: \d{4} ?- ?\d{4})?)?| ít nhất| tối thiểu| không dưới| mỗi năm| khá| mạnh| nhanh| cao| nhẹ)*(?: | \()$/u
const to =
  /(?<!\p{L})(?<word>tăng|giảm|nâng|hạ|rút)(?: \p{L}+){0,12}? (?:lên|còn|xuống|xuống còn|lên thành)(?: \p{L}+)? $/u
const level = '(?:(?:mức|trên|gần|khoảng) )?[\\d.,]+(?: ?- ?[\\d.,]+)? ?%'
const fromTo = new RegExp(
  `(?<!\\p{L})(?<!suy )(?<word>tăng|giảm|nâng|hạ|rút)(?: [\\p{L}\\d]+){0,14}?,? từ ${level}(?:[^%.;]{0,40}(?:lên|xuống|còn)|[^%.;]{4,40} (?:đến|tới))(?: \\p{L}+){0,2} (?:[\\d.,]+ ?- ?)?$`,
  'u',
)
/** "giảm từ 5-10%", "giảm từ 15% đến 30%": the ends of the step, no levels. */
const byRange =
  /(?<!\p{L})(?<!suy )(?<word>tăng|giảm)(?: thêm| được)? từ (?:[\d.,]+ ?%? ?(?:-|đến|tới) ?)?$/u
/** "kéo giảm số vụ cháy, số người chết từ 5-10%": the same behind what it is done to. */
const objectByRange =
  /(?<!\p{L})kéo (?<word>giảm)(?: \p{L}+,?){1,14} từ (?:[\d.,]+ ?%? ?(?:-|đến|tới) ?)?$/u
const levelAfter = /^ ?%?(?: ?(?:-|đến|tới) ?[\d.,]+ ?%)? (?:lên|xuống|còn)(?!\p{L})/u
/** "mỗi lần hạ giá bán không được quá mười phần trăm (10%)" */
const cut =
  /(?<!\p{L})(?<word>hạ|tăng|giảm) giá(?: \p{L}+){0,4} (?:không (?:được )?(?:vượt )?quá|tối đa)(?: \p{L}+){0,5}(?: | \()$/u
/** "giảm 63 tỷ đồng (tương đương 7,8%)" */
const sumBy =
  /(?<!\p{L})(?<!suy )(?<word>tăng|giảm)(?: thêm)?(?: gần| hơn| trên| khoảng)? [\d.,]+(?: \p{L}+){1,4},? ?\(?(?:tương đương|tương ứng)(?: với)?(?: giảm| tăng)?(?: khoảng| gần| hơn)? $/u
const rangeAfter = /^ ?(?:-|đến|tới) ?\d/u
/** Without a verb before "từ" the way is told by "lên" and "xuống" alone: "từ 8,2% xuống còn 6,9%". */
const bareFromTo = new RegExp(
  `(?<!\\p{L})từ ${level}[^%.;]{0,40}(?<!\\p{L})(?<way>lên|xuống)(?: \\p{L}+){0,2} (?:[\\d.,]+ ?- ?)?$`,
  'u',
)

/** The change that each percentage tells of, or null. A level that a change begins at tells of it too. */
export function changesOf(page: Page, spans: readonly PercentageSpan[]): Array<Change | null> {
  const found = spans.map((_, i) => changeBefore(page, spans, i))
  for (const [i, change] of found.entries()) {
    const span = spans[i]
    if (!change || change.from === null || !span) continue
    // Between the two may stand the other ends of ranges: "từ 26-28% xuống còn 12-13%".
    for (let k = i - 1; k >= Math.max(0, i - 2); k--) {
      const before = spans[k]
      if (!before || span.start - before.end > 60) break
      if (before.value === change.from) {
        found[k] ??= change
        break
      }
    }
  }
  // "tăng 10,5 - 11%": the word before the first end is said of both.
  for (const [i, span] of spans.entries()) {
    const first = found[i - 1]
    if (first?.from === null && first.to === null && span.rule === 'percent-range')
      if (/^ ?- ?$/u.test(page.key.slice(spans[i - 1]?.end ?? 0, span.number.start)))
        found[i] ??= first
  }
  return found
}

/** The change that the words before the percentage at `index` tell of, or null. */
function changeBefore(page: Page, spans: readonly PercentageSpan[], index: number): Change | null {
  const span = spans[index]
  if (!span) return null
  const lineStart = spanAt(page.blocks, span.start)?.start ?? span.start
  const before = page.key.slice(Math.max(lineStart, span.start - 110), span.start)
  const direction = (word: string | undefined) =>
    /^(?:giảm|hạ|rút|xuống)$/u.test(word ?? '') ? 'down' : 'up'
  const range = fromTo.exec(before) ?? bareFromTo.exec(before)
  if (range) {
    const from = levelBefore(page, spans, index)
    if (from !== null)
      return {
        direction: direction(range.groups?.word ?? range.groups?.way),
        from,
        to: span.value,
      }
  }
  const reached = to.exec(before)
  if (reached) return { direction: direction(reached.groups?.word), from: null, to: span.value }
  const ends =
    span.rule === 'percent-range' || rangeAfter.test(page.key.slice(span.end, span.end + 8))
  const last = /(?:đến|tới|-) ?$/u.test(before)
  const leads = levelAfter.test(page.key.slice(span.end, span.end + 24))
  const step =
    by.exec(before) ??
    cut.exec(before) ??
    sumBy.exec(before) ??
    (ends || last ? byRange.exec(before) : null) ??
    ((ends || last) && !leads ? objectByRange.exec(before) : null)
  return step ? { direction: direction(step.groups?.word), from: null, to: null } : null
}

/** The level that a change began at: the percentage before, of a range the same end ("từ 3-4% lên 12-13%"). */
function levelBefore(page: Page, spans: readonly PercentageSpan[], index: number): number | null {
  const isPair = (at: number) =>
    spans[at]?.rule === 'percent-range' &&
    spans[at - 1]?.rule === 'percent-range' &&
    /^ ?- ?$/u.test(page.key.slice(spans[at - 1]?.end ?? 0, spans[at]?.number.start))
  const first = isPair(index) ? index - 1 : index
  const before = first - 1
  // The lower end began at the lower end.
  const lower = first === index && isPair(index + 1) && isPair(before)
  return (lower ? spans[before - 1] : spans[before])?.value ?? null
}
