// Places that hold figures like dates and are none: "GDPT 2018", "Luật Giáo dục năm 2019", "16/2022/TT-BGDĐT",
// "Nghị định 15/2020", addresses of the web, site counters and everything in boilerplate.

import { matchesOf } from '../../text/matches.ts'
import { decline } from '../decline.ts'
import type { NumberSpan } from '../document-number.ts'
import { type CoredPattern, matchesAround } from '../matches-around.ts'
import type { Page } from '../page.ts'
import type { Taken } from './candidate.ts'

const programme =
  '(?:gdpt|ctgdpt|phổ thông|chương trình|ct)(?: \\(?(?:mới|tổng thể|gdpt|ctgdpt|ct gdpt|hiện hành|năm)\\)?,?){0,4}'
const numbered =
  '(?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|công văn|pháp lệnh|luật|số)(?: số)?:? ?\\d{1,5}'
const counted =
  '(?:số|số nhà|ngõ|ngách|hẻm|kiệt|lớp|điểm|tỷ lệ|tỉ lệ|trình độ|hạng|thương binh) \\d{1,3} ?'

const patterns: ReadonlyArray<readonly [reason: string, pattern: CoredPattern]> = [
  // Named programmes: "Chương trình GDPT 2018", "chương trình giáo dục phổ thông (mới) năm 2018", "CT 2018".
  [
    'The name of a programme with its year.',
    {
      pattern: new RegExp(`(?<!\\p{L})${programme} (?:2018|2006|2000)(?!\\d)`, 'gu'),
      core: new RegExp(`20(?:18|06|00)(?<=(?<!\\p{L})${programme} \\d{4})(?!\\d)`, 'gu'),
      lead: 90,
    },
  ],
  // Numbers without their symbols: "Nghị định 15/2020", "Thông tư số 22/2020", "số 12/2021".
  [
    'The number of a document, with its year.',
    {
      pattern: new RegExp(`(?<!\\p{L})${numbered}\\/(?:19|20)\\d{2}(?![\\d/])`, 'gu'),
      core: new RegExp(`\\/(?:19|20)\\d{2}(?<=(?<!\\p{L})${numbered}\\/\\d{4})(?![\\d/])`, 'gu'),
      lead: 24,
    },
  ],
  // Days and months that no calendar has: "ngày 0 tháng 4 năm 2000", "tháng 13 năm 2020".
  [
    'No calendar has such a day.',
    {
      pattern: /(?<!\p{L})ngày (?:0{1,2}|3[2-9]|[4-9]\d) tháng \d{1,2}(?: năm \d{4})?(?!\d)/gu,
      core: /ngày (?:0{1,2}|3[2-9]|[4-9]\d) tháng \d/g,
      lead: 0,
    },
  ],
  [
    'No calendar has such a month.',
    {
      pattern: /(?<!\p{L})tháng (?:0{1,2}|1[3-9]|[2-9]\d)(?: năm |\/)\d{4}(?!\d)/gu,
      core: /tháng (?:0{1,2}|1[3-9]|[2-9]\d)(?: năm |\/)\d{4}/g,
      lead: 0,
    },
  ],
  [
    'An address of the web.',
    {
      pattern: /(?:https?:\/\/|www\.)\S{1,400}/gu,
      core: /(?:https?:\/\/|www\.)\S/g,
      lead: 0,
    },
  ],
  ['An address of mail.', { pattern: /(?<!\S)\S{1,64}@\S{1,100}/gu, core: /@/g, lead: 64 }],
  // House and class numbers, scores, scales: "số 15/3", "lớp 6/2", "điểm 9/10", "tỷ lệ 1/5".
  [
    'The number of a house, a class, a score or a share.',
    {
      pattern: new RegExp(`(?<!\\p{L})${counted}\\/ ?\\d{1,4}(?![\\d/])`, 'gu'),
      core: new RegExp(`\\/ ?\\d{1,4}(?<=(?<!\\p{L})${counted}\\/ ?\\d{1,4})(?![\\d/])`, 'gu'),
      lead: 20,
    },
  ],
]

// A law with its year is a name: "Luật Giáo dục năm 2019", "Bộ luật Lao động 2019", "Hiến pháp năm 2013".
export const lawWithYear =
  /(?<!\p{L})(?:Bộ luật|Luật(?! (?:gia|sư))|Hiến pháp|Pháp lệnh)((?: [^\s.;:"\d]{1,14}){0,18}?) (năm )?((?:19|20)\d{2})(?![\d/]| ?- ?\d)/gu
const notInLawName =
  /(?:^| )(?:trong|đến|từ|vào|tại|cho|ngày|tháng|đầu|cuối|giữa|trước|sau|kế hoạch|công tác|nhiệm vụ|kể|theo|năm|nhiệm kỳ|giai đoạn|khoá|khóa)(?: |$)|,$/u

/** Marks the places of `page` in which no date is to be looked for; `numbers` are its document numbers. */
export function takeNonDates(page: Page, taken: Taken, numbers: readonly NumberSpan[]): void {
  for (const block of page.blocks) {
    if (block.zone !== 'boilerplate') continue
    taken.take(block)
  }
  const take = (start: number, words: string, reason: string) => {
    const span = { start, end: start + words.length }
    taken.take(span)
    decline(page, span, 'not-a-date', reason)
  }
  for (const { start, end } of numbers)
    take(start, page.text.slice(start, end), 'The number of a document.')
  for (const [reason, pattern] of patterns)
    for (const match of matchesAround(page.key, pattern)) take(match.index, match[0], reason)
  for (const match of matchesOf(page.text, lawWithYear)) {
    const name = match[1] ?? ''
    if (notInLawName.test(name.toLowerCase())) continue
    take(match.index, match[0], 'The name of a law with its year.')
  }
  const { stopPhrases } = page.lexicon
  let next = 0
  for (const i of stopPhrases.beginnings(page.wordNumbers)) {
    const match = i < next ? null : stopPhrases.longestAt(page.tokens, i)
    if (!match) continue
    next = match.nextToken
    const { start, end, values } = match
    if (values.some((value) => value.kind === 'date'))
      take(start, page.text.slice(start, end), 'A set phrase that holds no date.')
  }
}
