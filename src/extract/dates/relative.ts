// Dates told from the day of publication: "hôm nay", "sáng qua", "năm nay", "tháng trước". Without it they stay unread.

import { matchesOf } from '../../text/matches.ts'
import { decline } from '../decline.ts'
import type { Page } from '../page.ts'
import { dayAfter, dayOf, edtfMonth, edtfYear } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'

const partOfDay = 'rạng sáng|sáng|trưa|chiều tối|chiều|tối|đêm'
const relative = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<day>(?:ngày )?hôm|${partOfDay}) (?:hôm )?(?<which>nay|qua)|(?:(?:${partOfDay}) )?(?<tomorrow>ngày mai|sáng mai|chiều mai)|(?<!(?:\\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|vài|mấy|nhiều|những|các|từng|hằng|hàng) )(?<unit>năm|tháng) (?<step>nay|ngoái|này|trước|tới|sau))(?![\\p{L}\\p{N}])`,
  'gu',
)

/** Finds relative dates in a document whose day of publication is known; takes their places. */
export function scanRelative(page: Page, taken: Taken): DateCandidate[] {
  const published = dayOf(page.facts.publishedAt)
  if (!published && !page.declined) return []
  const found: DateCandidate[] = []
  for (const m of matchesOf(page.key, relative)) {
    const span = { start: m.index, end: m.index + m[0].length }
    if (!published) {
      decline(page, span, 'day-unknown', 'No day of publication is known to count from.')
      continue
    }
    const { day, which, tomorrow, unit, step } = m.groups ?? {}
    let edtf: string | null = null
    let confidence = 0.7
    if (day && which) edtf = dayAfter(published, which === 'nay' ? 0 : -1)
    else if (tomorrow) edtf = dayAfter(published, 1)
    else if (unit === 'năm' && (step === 'nay' || step === 'ngoái'))
      edtf = edtfYear(step === 'nay' ? published.year : published.year - 1)
    else if (unit === 'tháng' && (step === 'này' || step === 'trước')) {
      const month = published.year * 12 + published.month - 1 - (step === 'trước' ? 1 : 0)
      edtf = edtfMonth(Math.floor(month / 12), (month % 12) + 1)
      confidence = 0.5
    }
    if (edtf === null || !taken.isFree(span)) continue
    taken.take(span)
    found.push({
      ...span,
      rule: 'relative',
      confidence,
      kind: 'other',
      edtf,
      inferred: true,
      evidence: page.facts.publishedAt ?? undefined,
    })
  }
  return found
}
