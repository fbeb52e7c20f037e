// Dates of the lunar calendar: "mùng 10 tháng Giêng âm lịch", "ngày 15/8 (âm lịch)", "Rằm tháng Bảy", "ngày 10 tháng 3 năm
// Giáp Thìn". Written like days of the Gregorian calendar they fall a month later; records give none of them, so their
// places are taken before any day, month or year is looked for.
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { keyOf } from '../../text/fold.ts'
import { matchesOf } from '../../text/matches.ts'
import { decline } from '../decline.ts'
import { type CoredPattern, matchesAround } from '../matches-around.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import type { Taken } from './candidate.ts'

const month = '(?:\\d{1,2}(?!\\d)|\\p{L}{2,5})'
/** "năm 2024" behind a lunar month stays a year, but the last month of a lunar year falls into the next of ours. */
const slashYear = '(?: ?\\/ ?\\d{4}(?!\\d))?'
const lastMonth = '(?<=chạp),? năm \\d{4}(?!\\d)'
const joint = '(?:, ?|,? và |,? (?:cho )?(?:đến|tới) (?:hết )?| ?- ?)(?:ngày )?(?:mùng |mồng )?'

/** "mùng 3/4/2024"; but in "mùng 3 và 5/4/2021" the second is a day of ours. */
const dayOfMonth = ' ?\\/ ?\\d{1,2} ?\\/ ?\\d{4}'

/** Words that only the lunar calendar has. */
const patterns: readonly CoredPattern[] = [
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:mùng|mồng) \\d{1,2}(?!\\d)(?:(?:${joint}\\d{1,2}(?!\\d)){0,8}(?:,? tháng ${month}(?:${lastMonth})?${slashYear}| ?\\/ ?\\d{1,2}(?!\\d)(?! ?\\/))|${dayOfMonth})?`,
      'gu',
    ),
    core: /m[ùồ]ng \d/g,
    lead: 0,
  },
  {
    pattern: new RegExp(`(?<!\\p{L})rằm tháng ${month}(?:${lastMonth})?${slashYear}`, 'gu'),
    core: /rằm tháng/g,
    lead: 0,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:\\d{1,2}(?:${joint}\\d{1,2}){0,8} )?tháng (?:giêng|chạp)(?!\\p{L})(?:${lastMonth})?${slashYear}`,
      'gu',
    ),
    core: /tháng (?:giêng|chạp)/g,
    lead: 90,
  },
]

const yearName =
  'năm (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)'
/** Words behind or before figures that set them in the lunar calendar. */
const marker = new RegExp(`(?:âm lịch|lịch âm|âl|${yearName})(?!\\p{L})`, 'gu')
/** Days, months and what joins them, up to a marker. Tried only within the line, and on its last 80 units. */
const figuresBefore = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(?:(?:đầu|giữa|cuối|trong) )?(?:(?:từ |các )?(?:ngày )?\\d{1,2}(?:(?: ?[/.-] ?| tháng )\\d{1,2}){0,2}(?:${joint}\\d{1,2}(?:(?: ?[/.-] ?| tháng )\\d{1,2})?){0,6}|tháng \\d{1,2}(?:${joint}(?:tháng )?\\d{1,2}){0,3})(?<year>(?:,? năm | ?[/.-] ?)\\d{4})?,? ?\\(?(?:theo |tức |tính theo )?$`,
  'u',
)
const figuresAfter = /^:? ?(?:là )?(?:ngày )?\d{1,2}(?: ?[/.-] ?| tháng )\d{1,2}(?!\d)/u
const yearAfter = /^\)?(?: năm|,)? ?\(?\d{4}(?!\d)/u
const reach = 80

/** Marks the places of lunar dates as taken. Finds nothing to give. */
export function takeLunarDates(page: Page, taken: Taken): void {
  const { key } = page
  const take = (start: number, end: number) => {
    taken.take({ start, end })
    decline(page, { start, end }, 'day-lunar', 'A date of the lunar calendar.')
  }
  for (const pattern of patterns)
    for (const m of matchesAround(key, pattern)) take(m.index, m.index + m[0].length)
  for (const m of matchesOf(key, marker)) {
    const blockStart = spanAt(page.blocks, m.index)?.start ?? 0
    const words = key.slice(Math.max(blockStart, m.index - reach), m.index)
    const after = key.slice(m.index + m[0].length, m.index + m[0].length + 30)
    const end = m.index + m[0].length + (yearAfter.exec(after)?.[0].length ?? 0)
    const named = m[0].startsWith('năm')
    const before = figuresBefore.exec(words)
    // "ngày 29/1/2025, năm Ất Tỵ": a year in figures makes the day one of ours.
    if (before && !(named && before.groups?.year)) {
      take(m.index - before[0].length, end)
      continue
    }
    const figures = named ? null : figuresAfter.exec(after)
    if (figures) take(m.index, m.index + m[0].length + figures[0].length)
  }
}

type LunarHoliday = { day: number; month: number; key: string }
const holidaysOf = new WeakMap<Lexicon, LunarHoliday[]>()

/** True where a day and month stand beside the feast that the lunar calendar has then: "Giỗ Tổ Hùng Vương ngày 10/3". */
export function isLunarHoliday(
  { lexicon }: Page,
  { day, month }: { day: number; month: number },
  { before, after }: { before: string; after: string },
): boolean {
  const known =
    holidaysOf.get(lexicon) ??
    lexicon.holidays
      .filter((h) => h.calendar === 'lunar')
      .map((h) => ({ day: h.day, month: h.month, key: keyOf(h.name) }))
  holidaysOf.set(lexicon, known)
  return known.some(
    (h) => h.day === day && h.month === month && (before.includes(h.key) || after.includes(h.key)),
  )
}
