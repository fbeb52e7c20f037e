// Ratios: "3.085/4.081 trường", "1083/1.466", "20 trên tổng số 30 trường" → numerator, denominator, unit.
//
// Two numbers with a stroke are also dates, grades, scores, house numbers and document numbers. A ratio needs the noun
// it counts after it, a percentage beside it, or numbers that no date can have.

import { matchesOf } from '../text/matches.ts'
import { type DayOrRatio, dayOrRatio } from './day-or-ratio.ts'
import { decline } from './decline.ts'
import { type CoredPattern, matchesAround } from './matches-around.ts'
import { numberSource, parseNumber } from './numbers.ts'
import type { Annotation, Page } from './page.ts'
import { spanAt } from './sentences.ts'
import { unitAfter } from './units.ts'

export type RatioValue = { numerator: number; denominator: number; unit: string | null }

const stroke: CoredPattern = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}/.,-]|\\d:|\\d/ ?)(${numberSource}) ?/ ?(?:tổng số |tổng )?(${numberSource})(?![\\p{L}\\p{N}]|[/.,-]\\d| ?/ ?\\d)`,
    'gu',
  ),
  core: /\/(?<=\d ?\/) ?(?:tổng (?:số )?)?\d/g,
  lead: 25,
}
const inWords: CoredPattern = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}/.,-])(${numberSource}) (?:\\p{L}+ ){0,3}?\\(?(?:trên|trong) (tổng số |tổng |số )?(${numberSource})(?![\\p{L}\\p{N}%]|[/.,-]\\d)`,
    'gu',
  ),
  core: /tr(?:ên|ong) (?:(?:tổng )?số |tổng )?\d(?<=\d (?:\(?\p{L}+ ){1,6}\d)/gu,
  lead: Number.POSITIVE_INFINITY,
}
/** "20.411 người/21.586 người", "12 xã/tổng số 15 xã", "187ha/500 ha" */
const eachNamed: CoredPattern = {
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}/.,-])(${numberSource})(?: |(?=\\p{L}{2}))(\\p{L}+(?: \\p{L}+){0,3}) ?\\/ ?(?:tổng số |tổng |số )?(${numberSource})(?= ?\\p{L})`,
    'gu',
  ),
  core: /\/(?<=[^\d\s] ?\/) ?(?:(?:tổng )?số |tổng )?\d/g,
  lead: 62,
}
/** "cứ 100 hộ thì có 3 hộ nghèo" */
const ofEach = /(?<!\p{L})cứ (\d{1,6}) ((?:\p{L}+ ){1,4})thì (?:có |chỉ có )?(\d{1,6})(?= \p{L})/gu
const percentAfter =
  /^[^.;\n%]{0,60}?(?:[(,=]|đạt|chiếm|bằng|tỷ lệ|tỉ lệ|tương ứng|tương đương|là) ?(?:tỷ lệ |tỉ lệ |trên |hơn |gần |khoảng )?\d{1,3}(?:[.,]\d{1,3})? ?%/u
const percentBefore = /\d ?%,? ?\((?:tương ứng |tương đương |đạt |bằng )?$/u
const monthBefore = /(?<!\p{L})(?:ngày|hôm|tháng)(?: nay)? ?\(?$/u
const nameBefore =
  /(?<!\p{L})(?:(?<!(?:tổng|sĩ|dân|trong) )số|thứ|lớp|khối|điểm|đường|phố|phường|ngõ|ngách|hẻm|kiệt|tổ|nhà|trình độ|văn hoá|hệ|hạng|thương binh|bệnh binh|khoá|tỷ lệ bản đồ|bản đồ|mẫu|biểu|thửa|tờ|lô|ô|bài|câu|trang|điều|khoản|mục|km|quốc lộ|qđ|nghị định|thông tư|quyết định|công văn) ?$/u
const scale = /(?<!\p{L})(?:tỷ lệ|tỉ lệ) $/u
/** "1/2 ngày", "2/3 số đại biểu": parts of a whole, nothing was counted. */
const fractionAfter =
  /^\)? (?:số|tổng số|ngày|buổi|giờ|tháng|năm|thế kỷ|chiều|diện tích|quãng đường|trở lên|thời gian|đại biểu|thành viên|giá trị|mức|lượng|dân số|định mức|cuộc đời)(?!\p{L})/u
const threshold = /(?<!\p{L})(?:từ|ít nhất|tối thiểu|trên|hơn|quá|gần|khoảng|dưới|không dưới) ?$/u
const counted =
  /(?<!\p{L})(?:có|với|đạt|đã|được|là|gồm|còn|tổng số|tổng|cho|tại|ở|của|hoàn thành|duy trì|trên|hơn|mới|huy động|số|:|;|,|-|\+|\() ?$/u

/** All ratios of a page outside boilerplate, in order of place. */
export function findRatios(page: Page): Annotation<RatioValue>[] {
  const { numbers } = page
  const found: Annotation<RatioValue>[] = []
  for (const m of matchesAround(page.key, stroke)) {
    const span = { start: m.index, end: m.index + m[0].length }
    const block = spanAt(page.blocks, span.start)
    if (!block || block.zone === 'boilerplate') continue
    if (spanAt(numbers, span.start)) {
      decline(page, span, 'not-a-ratio', 'Part of the number of a document.')
      continue
    }
    const [numerator, denominator] = [parseNumber(m[1] ?? ''), parseNumber(m[2] ?? '')]
    if (numerator === null || denominator === null || denominator === 0) continue
    if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) continue
    const before = page.key.slice(Math.max(block.start, span.start - 24), span.start)
    const after = page.key.slice(span.end, Math.min(block.end, span.end + 90))
    const { reading, unit } = dayOrRatio(page, span, numerator, denominator)
    const judged = judge({
      numerator,
      denominator,
      reading,
      // "7/2003"; a year has no full stop: "7/2.003".
      couldBeMonth: numerator <= 12 && /^(?:19|20)\d\d$/u.test(m[2] ?? ''),
      before,
      after,
      unit,
    })
    if (typeof judged === 'string') decline(page, span, 'not-a-ratio', judged)
    else found.push({ ...span, ...judged, value: { numerator, denominator, unit: judged.unit } })
  }
  for (const m of matchesAround(page.key, inWords)) {
    const span = { start: m.index, end: m.index + m[0].length }
    const block = spanAt(page.blocks, span.start)
    if (!block || block.zone === 'boilerplate') continue
    const [numerator, denominator] = [parseNumber(m[1] ?? ''), parseNumber(m[3] ?? '')]
    if (numerator === null || denominator === null || denominator === 0 || numerator > denominator)
      continue
    const unit = unitAfter(page, span.end)?.noun ?? null
    // "5 trường trên 300 học sinh" compares two things; "20 trên 30 trường" counts one.
    if (m[2] === undefined && (unit === null || !/^[\d.]+ trên/u.test(m[0]))) {
      decline(
        page,
        span,
        'not-a-ratio',
        'Two numbers of different things, or of nothing that is counted.',
      )
      continue
    }
    found.push({
      ...span,
      rule: 'ratio-in-words',
      confidence: 0.85,
      evidence: page.text.slice(span.start, span.end),
      value: { numerator, denominator, unit },
    })
  }
  found.push(...ratiosOfNamed(page), ...ratiosOfEach(page))
  return found.sort((a, b) => a.start - b.start)
}

/** Ratios in which both numbers have their noun, the same one. */
function ratiosOfNamed(page: Page): Annotation<RatioValue>[] {
  return matchesAround(page.key, eachNamed).flatMap((m) => {
    const span = { start: m.index, end: m.index + m[0].length }
    const block = spanAt(page.blocks, span.start)
    if (!block || block.zone === 'boilerplate' || span.end > block.end) return []
    const [numerator, denominator] = [parseNumber(m[1] ?? ''), parseNumber(m[3] ?? '')]
    if (numerator === null || denominator === null || denominator === 0) return []
    const [own, whole] = [
      unitAfter(page, span.start + (m[1] ?? '').length)?.noun,
      unitAfter(page, span.end)?.noun,
    ]
    const repeated = new RegExp(`^ ?${m[2]}(?!\\p{L})`, 'u').test(
      page.key.slice(span.end, span.end + 60),
    )
    // "33 máy/11 huyện" compares two things.
    if ((!repeated && !isSame(own, whole)) || numerator > denominator)
      return (
        decline(
          page,
          span,
          'not-a-ratio',
          'Two numbers of different things, or the first larger.',
        ) ?? []
      )
    return {
      ...span,
      rule: 'ratio-of-named',
      confidence: 0.9,
      evidence: page.text.slice(span.start, span.end),
      value: { numerator, denominator, unit: whole ?? m[2] ?? null },
    }
  })
}

const firstWord = (noun: string | undefined): string | undefined => noun?.split(' ', 1)[0]

/** Ratios told as so many of each so many, of one noun. */
function ratiosOfEach(page: Page): Annotation<RatioValue>[] {
  return matchesOf(page.key, ofEach).flatMap((m) => {
    const span = { start: m.index, end: m.index + m[0].length }
    const block = spanAt(page.blocks, span.start)
    if (!block || block.zone === 'boilerplate' || span.end > block.end) return []
    const [denominator, numerator] = [Number(m[1]), Number(m[3])]
    const whole = unitAfter(page, span.start + 'cứ '.length + (m[1] ?? '').length)?.noun
    const own = unitAfter(page, span.end)?.noun
    if (
      !whole ||
      firstWord(own) !== firstWord(whole) ||
      denominator === 0 ||
      numerator > denominator
    )
      return []
    return {
      ...span,
      rule: 'ratio-of-each',
      confidence: 0.85,
      evidence: page.text.slice(span.start, span.end),
      value: { numerator, denominator, unit: whole },
    }
  })
}

/** "hộ gia đình" and "hộ" are one noun. */
const isSame = (own: string | undefined, whole: string | undefined): boolean =>
  own !== undefined &&
  whole !== undefined &&
  (`${own} `.startsWith(`${whole} `) || `${whole} `.startsWith(`${own} `))

type Judged = { rule: string; confidence: number; evidence?: string; unit: string | null }

/** The ratio that two numbers with a stroke are, or why they are none. */
function judge(seen: {
  numerator: number
  denominator: number
  reading: DayOrRatio['reading']
  couldBeMonth: boolean
  before: string
  after: string
  unit: string | null
}): Judged | string {
  const { numerator, denominator, reading, couldBeMonth, before, after, unit } = seen
  if (
    reading === 'day' ||
    monthBefore.test(before) ||
    nameBefore.test(before) ||
    (numerator === denominator && denominator === 24)
  )
    return 'The word before it makes it a date, an address, a class, a score or the number of a document.'
  const bracketed = percentBefore.test(before)
  // "29 bệnh viện hiện nay (7/2003) với …, chiếm 3%": the percentage is of something else.
  if (couldBeMonth && unit === null && !bracketed) return 'It can be a month and its year.'
  const couldBeDate = numerator <= 31 && denominator <= 12
  const linked =
    bracketed || (percentAfter.test(after) && !(couldBeDate && reading === 'open' && unit === null))
  if (linked && !(denominator <= 5 && numerator < denominator && threshold.test(before)))
    return { rule: 'ratio-with-percentage', confidence: 0.97, evidence: after.trim(), unit }
  if (
    scale.test(before) ||
    after.startsWith('%') ||
    (denominator <= 10 && fractionAfter.test(after))
  )
    return 'A scale or a part of a whole; nothing was counted.'
  // "ít nhất 2/3 phiếu đồng ý", "gần 3/4 số trường hợp": a share that somebody asks for or guesses.
  if (denominator <= 5 && numerator < denominator && threshold.test(before))
    return 'A share that is asked for or guessed; nothing was counted.'
  if (couldBeMonth) return 'It can be a month and its year.'
  if (unit !== null) {
    const fits = numerator <= denominator || denominator > 31
    return fits
      ? { rule: 'ratio-of-unit', confidence: 0.95, evidence: unit, unit }
      : 'The first number is larger than the second.'
  }
  if (couldBeDate || numerator > denominator || denominator < 13)
    return 'It can be a day and its month, and neither a counted noun nor a percentage stands beside it.'
  return counted.test(before)
    ? { rule: 'ratio-counted', confidence: 0.75, unit: null }
    : 'Neither a counted noun, nor a percentage, nor a word of counting stands beside it.'
}
