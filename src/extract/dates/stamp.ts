// The day of an article's own publication, where the line that tells it has a form that running text does not have:
// "thứ năm, 08 08 2019 08:51", "Tin của huyện30/07/2019", "Posted on March 5, 2024".
import { dateIn } from '../../text/date-line.ts'
import type { Page, ZonedBlock } from '../page.ts'
import type { DateCandidate, Taken } from './candidate.ts'

const weekdayBefore = /(?:thứ ?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,|-]{0,3}(?:ngày ?)?$/u
/** Published and changed: a line tells no more days. */
const daysInLine = 2
const longest = 220

/** Finds the day of publication in the lines that tell it; takes its place. Runs after the ordinary days. */
export function scanStamps(page: Page, taken: Taken): DateCandidate[] {
  const published = page.facts.publishedAt?.slice(0, 10)
  if (!published) return []
  return page.blocks.flatMap((block) => {
    const tells = block.zone === 'dateline' || block.zone === 'byline'
    const date = tells && block.end - block.start < longest ? stampIn(page, block, published) : null
    if (!date || !taken.isFree(date)) return []
    taken.take(date)
    return [date]
  })
}

/**
 * The day `published` in a line, with the weekday before it; null where the line tells others only. It lends its year to no
 * other date: those know the day of publication as it is.
 */
function stampIn(page: Page, block: ZonedBlock, published: string): DateCandidate | null {
  let from = block.start
  for (let i = 0; i < daysInLine; i++) {
    const found = dateIn(page.key.slice(from, block.end))
    if (!found) return null
    const at = from + found.index
    const end = at + found.text.length
    from = end
    if (found.date !== published) continue
    const named = weekdayBefore.exec(page.key.slice(Math.max(block.start, at - 24), at))
    const [, month, day] = published.split('-').map(Number)
    return {
      start: at - (named?.[0].length ?? 0),
      end,
      rule: 'day-month-year',
      confidence: 0.97,
      kind: 'publication',
      edtf: published,
      month,
      day,
      inferred: false,
    }
  }
  return null
}
