// Percentages: "75,6%", "trên 99%", "bảy mươi lăm phần trăm", "từ 70% đến 75%", "tăng 2,5 điểm %".
//
// A comparator counts only where it stands directly before the number ("đạt trên 45%") or after it ("95% trở lên"): in
// "trẻ dưới 36 tháng đạt trên 45%" the word "dưới" belongs to the age.
import type { Comparator } from '../model.ts'
import type { Span } from '../text/view.ts'
import { decline } from './decline.ts'
import { type CoredPattern, matchesAround } from './matches-around.ts'
import { decimalsOf, numberSource, parseNumber, spelledNumberAtEnd } from './numbers.ts'
import type { Annotation, Page } from './page.ts'
import { type Change, changesOf } from './percentages/change.ts'
import { checkOf, linkRatios } from './percentages/check.ts'
import { attachSubjects } from './percentages/subject.ts'
import { boundBefore } from './percentages/variable.ts'
import type { RatioValue } from './ratios.ts'
import { spanAt } from './sentences.ts'
import { tokenIndexAt } from './units.ts'

export { checkSums } from './percentages/check.ts'

export type PercentageValue = {
  value: number
  comparator: Comparator
  /** True for percentage points (điểm %). */
  points: boolean
  /** What the percentage is of, as written; null where nothing names it. */
  subject: string | null
  /** Province of a list such as "Bắc Giang 93,4%; Phú Thọ đạt 89%"; else null. */
  province: string | null
  ratio: RatioValue | null
  check: 'agrees' | 'disagrees' | 'unchecked'
  change?: Change
}

/** A percentage as read from the text, before its subject and ratio are looked for. `number` is where its figures stand. */
export type PercentageSpan = Span & {
  number: Span
  value: number
  decimals: number
  points: boolean
  rule: string
}

const sign: CoredPattern = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}]|[\\p{N}][.,/]|[/.,])(?:(${numberSource})( ?- ?| ?% ?- ?|(?<=(?:từ|khoảng|đạt|tăng|giảm|chiếm|mức) [\\d.,]{1,9}) (?:đến|tới) ))?(\\d{1,3} ,\\d{1,2}(?!\\d)|${numberSource}) ?(%|‰|điểm ?%|điểm phần trăm|phần trăm|phần nghìn|phần ngàn)(?!\\d)`,
    'gu',
  ),
  core: /[%‰]|phần (?:trăm|nghìn|ngàn)/g,
  lead: 60,
}
const spelled: CoredPattern = {
  pattern: /(?<!\p{L})(?:điểm )?phần (?:trăm|nghìn|ngàn)(?!\p{L})/gu,
  core: /phần (?:trăm|nghìn|ngàn)/g,
  lead: 5,
}
/** ‰ counts thousandths: as per cent a tenth. */
const perMille = /‰|phần (?:nghìn|ngàn)/u
const graded = /(?<!\p{L})mức độ $/u
const webAddress = /(?:https?:\/\/|www\.)\S*$/u

/** Every percentage figure of the page outside boilerplate, in order of place. */
function percentageSpans(page: Page): PercentageSpan[] {
  const { key } = page
  const found: PercentageSpan[] = []
  const inBody = (at: number) => {
    const block = spanAt(page.blocks, at)
    return block !== null && block.zone !== 'boilerplate'
  }
  for (const m of matchesAround(key, sign)) {
    const end = m.index + m[0].length
    if (!inBody(m.index)) continue
    if (webAddress.test(key.slice(Math.max(0, m.index - 200), m.index))) {
      decline(page, { start: m.index, end }, 'not-a-percentage', 'Part of an address of the web.')
      continue
    }
    const points = (m[4] ?? '').startsWith('điểm')
    const mille = perMille.test(m[4] ?? '')
    const push = (written: string, start: number, stop: number, rule: string) => {
      // "98 ,5%" of a scan.
      const figures = written.replace(' ', '')
      const value = parseNumber(figures)
      if (value === null) {
        decline(page, { start, end: stop }, 'not-a-percentage', 'The figures are no number.')
        return
      }
      const number = { start, end: start + written.length }
      found.push({
        start,
        end: stop,
        number,
        value: mille ? tenthOf(value) : value,
        decimals: decimalsOf(figures) + (mille ? 1 : 0),
        points,
        rule,
      })
    }
    const number = m[3] ?? ''
    // "70% dịch vụ công mức độ 3,30% mức độ 4": the grade before the comma is no part of the figure.
    const grade =
      m[1] === undefined && graded.test(key.slice(Math.max(0, m.index - 8), m.index))
        ? /^[1-5],(?=\d{1,3}$)/u.exec(key.slice(end, end + 8).startsWith(' mức độ') ? number : '')
        : null
    const skipped = (m[1] ?? '').length + (m[2] ?? '').length + (grade?.[0].length ?? 0)
    const second = m.index + skipped
    // "70-75%" gives both ends; "giai đoạn 2016-20%" gives nothing of the kind.
    const range = m[1] !== undefined && (parseNumber(m[1]) ?? 1e9) < (parseNumber(m[3] ?? '') ?? 0)
    if (range && m[1] !== undefined)
      push(m[1], m.index, m.index + m[1].length + (/%/u.test(m[2] ?? '') ? 1 : 0), 'percent-range')
    else if (m[1] !== undefined && (m[2] ?? '').includes('%'))
      push(m[1], m.index, m.index + m[1].length + 1, 'percent-sign')
    push(
      number.slice(grade?.[0].length ?? 0),
      second,
      end,
      range ? 'percent-range' : points ? 'percentage-points' : 'percent-sign',
    )
  }
  for (const m of matchesAround(key, spelled)) {
    if (!inBody(m.index)) continue
    const from = Math.max(0, m.index - 60)
    const words = Array.from(key.slice(from, m.index).matchAll(/[\p{L}\d.]+|[^\s\p{L}\d]/gu))
    const number = spelledNumberAtEnd(words.map((w) => w[0]))
    if (!number && !/\d/.test(words.at(-1)?.[0] ?? ''))
      decline(
        page,
        { start: m.index, end: m.index + m[0].length },
        'percent-without-number',
        'No number, in figures or in words, stands before the words.',
      )
    if (!number || /\d/.test(words.at(-1)?.[0] ?? '')) continue
    const start = from + (words.at(-number.count)?.index ?? 0)
    const points = m[0].startsWith('điểm')
    const last = words.at(-1)
    const stop = from + (last?.index ?? 0) + (last?.[0].length ?? 0)
    const value = perMille.test(m[0]) ? tenthOf(number.value) : number.value
    // "85% (tám mươi lăm phần trăm)" says one figure twice.
    const said = /([\d.,]{1,12}) ?[%‰] ?\($/u.exec(key.slice(Math.max(0, start - 18), start))?.[1]
    const again = { start, end: m.index + m[0].length }
    if (said !== undefined && parseNumber(said.replace(/^[.,]+/u, '')) === value) {
      decline(page, again, 'percent-repeated', 'The figure beside it, once more in words.')
      continue
    }
    const repeated = /^ ?\(([\d.,]{1,12}) ?%/u.exec(key.slice(m.index + m[0].length, m.index + 40))
    if (repeated && parseNumber(repeated[1] ?? '') === value) {
      decline(page, again, 'percent-repeated', 'The figure beside it, once more in words.')
      continue
    }
    found.push({
      start,
      end: m.index + m[0].length,
      number: { start, end: stop },
      value,
      decimals: (String(value).split('.')[1] ?? '').length,
      points,
      rule: 'percent-in-words',
    })
  }
  found.sort((a, b) => a.start - b.start)
  if (page.declined) declineBareSigns(page, found)
  return found
}

/** Notes the signs that no number stands before: "tỷ lệ (%)". `found` in order of place. */
function declineBareSigns(page: Page, found: readonly PercentageSpan[]): void {
  for (const { index } of page.key.matchAll(/[%‰]/gu)) {
    if (spanAt(found, index)) continue
    const reason = 'A sign for per cent without a number that can be read before it.'
    decline(page, { start: index, end: index + 1 }, 'percent-without-number', reason)
  }
}

/** A tenth without binary noise: 4 → 0.4, 3.7 → 0.37. */
const tenthOf = (value: number): number => Number((value / 10).toPrecision(12))

const symbols: ReadonlyArray<readonly [RegExp, Comparator]> = [
  [/(?:≥|>=|=>) ?$/u, '>='],
  [/(?:≤|<=|=<) ?$/u, '<='],
  [/> ?$/u, '>'],
  [/< ?$/u, '<'],
  [/[~≈] ?$/u, '~'],
]
/** "cao hơn 5%": by how much, not more than. */
const difference =
  /(?<!\p{L})(?<!(?:không|bằng hoặc) )(?:cao|thấp|lớn|nhỏ|tốt|kém|nhanh|chậm|nhiều|ít) hơn(?! hoặc)(?: \p{L}+)? $/u
const rangeAfter = /^(?: ?-| đến| tới| lên) ?\d/u
const openRange = /^(?: \p{L}+){1,8} trở (lên|xuống)(?!\p{L})/u
const openVotes =
  /^ (?:tổng )?(?:số )?(?:phiếu|thành viên|đại biểu|cổ đông|hội viên)(?: \p{L}+){0,3} trở (lên|xuống)(?!\p{L})/u

/** Where the number in words begins that a figure in brackets repeats: "không quá | mười phần trăm (10%)"; else null. */
function spelledBefore(key: string, at: number): number | null {
  if (!key.slice(Math.max(0, at - 14), at).endsWith('phần trăm (')) return null
  const from = Math.max(0, at - 70)
  const words = Array.from(key.slice(from, at - 'phần trăm ('.length).matchAll(/\p{L}+/gu))
  const number = spelledNumberAtEnd(words.map((word) => word[0]))
  const first = number ? words.at(-number.count) : undefined
  return first ? from + first.index : null
}

/** The comparator of a percentage and where its words begin; "=" where none stands directly beside it. */
function comparatorOf(
  page: Page,
  span: PercentageSpan,
): { comparator: Comparator; start: number; end: number } {
  const { key, tokens } = page
  const before = key.slice(Math.max(0, span.start - 24), span.start)
  const bound = boundBefore(page, span.end)
  if (bound) return { comparator: bound, start: span.start, end: span.end }
  for (const [pattern, comparator] of symbols) {
    const match = pattern.exec(before)
    if (match) return { comparator, start: span.start - match[0].length, end: span.end }
  }
  const after = tokenIndexAt(tokens, span.end)
  const trailing = page.lexicon.comparators.longestAt(tokens, after)
  const late = trailing?.values.find((row) => row.place === 'after')
  if (trailing && late && trailing.start <= span.end + 1)
    return { comparator: late.comparator, start: span.start, end: trailing.end }
  // "từ 95% số hộ trở lên", "90% số phiếu trở lên"
  const follows = key.slice(span.end, span.end + 70)
  const open = /(?<!\p{L})từ $/u.test(before) ? openRange.exec(follows) : openVotes.exec(follows)
  if (open) return { comparator: open[1] === 'lên' ? '>=' : '<=', start: span.start, end: span.end }
  if (difference.test(before)) return { comparator: '=', start: span.start, end: span.end }
  const spelledStart = spelledBefore(key, span.start)
  const index = tokenIndexAt(tokens, spelledStart ?? span.start)
  // A verb or "mức" may stand between: "trên mức 45%", "gần đạt 50%".
  for (const skipped of /(?<!\p{L})(?:đạt|chiếm|mức|đến|tới|từ|là) $/u.test(before) ? [0, 1] : [0])
    for (let length = 6; length > 0; length--) {
      const from = index - skipped - length
      const match = from >= 0 ? page.lexicon.comparators.longestAt(tokens, from) : null
      const row = match?.values.find((r) => r.place === 'before')
      if (!match || !row || match.nextToken !== index - skipped) continue
      // "đạt từ 70% đến 75%" is a range, no lower bound.
      if (
        /từ$/u.test(key.slice(match.start, match.end)) &&
        rangeAfter.test(key.slice(span.end, span.end + 12))
      )
        return { comparator: '=', start: span.start, end: span.end }
      const start = spelledStart === null ? match.start : span.start
      return { comparator: row.comparator, start, end: span.end }
    }
  return { comparator: '=', start: span.start, end: span.end }
}

/** All percentages of a page outside boilerplate, in order of place, with comparator, subject, ratio and check. */
export function findPercentages(
  page: Page,
  ratios: readonly Annotation<RatioValue>[],
): Annotation<PercentageValue>[] {
  const spans = percentageSpans(page)
  const links = linkRatios(page, ratios, spans)
  const subjects = attachSubjects(page, spans, links)
  const changes = changesOf(page, spans)
  let rangeComparator: Comparator = '='
  return spans.map((span, i) => {
    const beside = comparatorOf(page, span)
    let comparator = beside.comparator
    // "khoảng 70-75%": the word before the first end is said of both.
    if (span.rule === 'percent-range') {
      const isSecond =
        spans[i - 1]?.rule === 'percent-range' && span.number.start - (spans[i - 1]?.end ?? 0) <= 5
      if (isSecond) comparator = rangeComparator
      else rangeComparator = comparator
    }
    const link = links[i] ?? null
    const subject = subjects[i] ?? { subject: null, province: null }
    const change = changes[i]
    const start = page.text[beside.start] === ' ' ? beside.start + 1 : beside.start
    return {
      start: comparator === '=' ? span.start : Math.min(start, span.start),
      end: Math.max(span.end, beside.end),
      rule: span.rule,
      confidence: span.rule === 'percent-sign' ? 0.97 : 0.9,
      ...(link ? { evidence: page.text.slice(link.start, link.end) } : {}),
      value: {
        value: span.value,
        comparator,
        points: span.points,
        subject: subject.subject,
        province: subject.province,
        ratio: link?.value ?? null,
        check: link ? checkOf(link.value, span.value, span.decimals, comparator) : 'unchecked',
        ...(change ? { change } : {}),
      },
    }
  })
}
