// Does the ratio give the percentage, and do the parts give the whole? "3.085/4.081 trường …, đạt tỉ lệ 75,6%".
import type { Comparator } from '../../model.ts'
import type { Annotation, Page } from '../page.ts'
import type { PercentageSpan } from '../percentages.ts'
import type { RatioValue } from '../ratios.ts'
import { clauseBefore } from './clause.ts'
import { hasNoun } from './pieces.ts'
import { nounAfter } from './right-noun.ts'

const between = /^[^.;\n%]{0,110}$/u
const ratioInBrackets = /^,? ?[([](?:tương ứng |tương đương |bằng |tức |tức là |là )?$/u
/** "97,3% - 9.870/10.144 tấn", "98%, tức 49/50 xã": of the percentage only where the ratio gives it. */
const ratioBeside = /^(?:,| -|:)? ?(?:(?:tức|tương ứng|tương đương|bằng)(?: là| với)? )?$/u
const breaks = /(?<!\p{L})(?:tăng|giảm|so với|vượt|nhưng|trong khi)(?!\p{L})/u

/** For every percentage the ratio beside it in the same clause, or null. Both in order of place. */
export function linkRatios(
  page: Page,
  ratios: readonly Annotation<RatioValue>[],
  spans: readonly PercentageSpan[],
): Array<Annotation<RatioValue> | null> {
  const used = new Set<Annotation<RatioValue>>()
  let next = 0
  return spans.map((span, i) => {
    if (span.points) return null
    while ((ratios[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++
    const [before, after] = [ratios[next - 1], ratios[next]]
    // "51,62% (2.235/4.330 học sinh)" and "20/30 trường …, đạt trên 66%".
    const joint = after && !used.has(after) ? page.key.slice(span.end, after.start) : null
    if (
      after &&
      joint !== null &&
      (ratioInBrackets.test(joint) || (ratioBeside.test(joint) && gives(after.value, span)))
    ) {
      used.add(after)
      return after
    }
    const words = before ? page.key.slice(before.end, span.start) : null
    const first = before && before.end > (spans[i - 1]?.end ?? 0)
    if (!before || !first || used.has(before) || words === null) return null
    if (!between.test(words) || breaks.test(words)) return null
    if (isCondition(before.value, words, span)) return null
    if (isFarOff(before.value, span) && toldOfAnother(page, before.end, span)) return null
    used.add(before)
    return before
  })
}

const bound =
  /(?<!\p{L})(?:trên|hơn|dưới|từ|quá|vượt|đủ|tối thiểu|ít nhất|chưa đến|chưa đạt|không quá)(?: mức)? ?$/u
/** What says, right before the bound, that the figure is the share: "chiếm trên 80%", "đạt tỷ lệ trên 66%". */
const saysShare =
  /[,(:=]|(?<!\p{L})(?:chiếm|tỷ lệ|tỉ lệ|bằng|tương đương|tương ứng)(?: đạt| là)? ?$/u

/** "10/63 địa phương giải ngân trên 50%": what each of the ten did, no share of them; unless the ratio gives the figure. */
function isCondition(ratio: RatioValue, words: string, span: PercentageSpan): boolean {
  const said = bound.exec(words)
  if (!said || saysShare.test(words.slice(0, said.index))) return false
  return isFarOff(ratio, span)
}

/** How far a share and the bound told of it may lie apart, in percentage points: "12/15 xã đạt trên 75%". */
const sameShare = 6

const isFarOff = ({ numerator, denominator }: RatioValue, { value }: PercentageSpan): boolean =>
  Math.abs((100 * numerator) / denominator - value) >= sameShare

/**
 * True where a comma or semicolon and something else that is measured stand between a ratio, which ends at `from`, and
 * the figure: "18/40 xã có bể bơi, tỷ lệ trẻ biết bơi đạt 22%", "2/19 điểm thi, 100% thí sinh …".
 */
function toldOfAnother(page: Page, from: number, span: PercentageSpan): boolean {
  const { pieces, boundary, lastWord } = clauseBefore(page, from, span.start, null)
  if (boundary === 'start' && pieces.length < 2) return false
  if (hasNoun(pieces.at(-1) ?? [])) return true
  if (!/^[,;]$/u.test(lastWord)) return false
  const noun = nounAfter(page, span.end, span.end + 90, null)
  return noun !== null && !noun.linked && !noun.whole
}

const gives = (ratio: RatioValue, { value, decimals }: PercentageSpan): boolean =>
  checkOf(ratio, value, decimals, '=') === 'agrees'

/** Whether 100 · a / b is the percentage written, to half of its last decimal; a comparator is taken at its word. */
export function checkOf(
  { numerator, denominator }: RatioValue,
  value: number,
  decimals: number,
  comparator: Comparator,
): 'agrees' | 'disagrees' {
  const exact = (100 * numerator) / denominator
  const slack = 0.5 * 10 ** -decimals + 1e-9
  const agrees = {
    '=': Math.abs(exact - value) <= slack,
    '>': exact > value - slack,
    '>=': exact >= value - slack,
    '<': exact < value + slack,
    '<=': exact <= value + slack,
    '~': Math.abs(exact - value) <= Math.max(slack, value * 0.05),
  }[comparator]
  return agrees ? 'agrees' : 'disagrees'
}

export type SumWarning = {
  code: 'parts-do-not-add-up'
  message: string
  start: number
  end: number
}

const partsFollow = /(?<!\p{L})(?:trong đó|bao gồm|cụ thể|gồm)(?: có| là)?,? ?:? ?$/u

/**
 * Warns of ratios that are said to be the parts of one before them ("…, trong đó: a; b; c") where the numerators add up
 * and the denominators do not, or the other way round, or the parts are more than the whole. Offsets as in `page.text`.
 */
export function checkSums(
  page: Page,
  ratios: readonly Annotation<RatioValue>[],
  percentages: readonly Pick<Annotation<unknown>, 'start' | 'end'>[] = [],
): SumWarning[] {
  const warnings: SumWarning[] = []
  for (let i = 0; i < ratios.length - 2; i++) {
    const whole = ratios[i]
    const first = ratios[i + 1]
    if (!whole || !first) continue
    const gap = page.key.slice(whole.end, first.start)
    const opening = gap.slice(-40)
    if (gap.length > 220 || gap.includes('\n') || !partsFollow.test(opening)) continue
    const parts = [first]
    for (let j = i + 2; j < ratios.length; j++) {
      const [previous, part] = [ratios[j - 1], ratios[j]]
      if (!previous || !part) break
      const words = page.key.slice(previous.end, part.start)
      if (words.length > 140 || /\n|\. /u.test(words) || part.value.unit !== first.value.unit) break
      parts.push(part)
    }
    if (parts.length < 2) continue
    const numerators = parts.reduce((sum, p) => sum + p.value.numerator, 0)
    const denominators = parts.reduce((sum, p) => sum + p.value.denominator, 0)
    const above = numerators === whole.value.numerator
    const below = denominators === whole.value.denominator
    const tooMuch = numerators > whole.value.numerator || denominators > whole.value.denominator
    if ((above && below) || (!above && !below && !tooMuch)) continue
    const end = parts.at(-1)?.end ?? first.end
    const said = percentages.find((p) => p.start >= end && p.start - end < 60)
    warnings.push({
      code: 'parts-do-not-add-up',
      message: `The parts add up to ${numerators}/${denominators}, the whole is given as ${whole.value.numerator}/${whole.value.denominator}.`,
      start: whole.start,
      end: said?.end ?? end,
    })
    i += parts.length
  }
  return warnings
}
