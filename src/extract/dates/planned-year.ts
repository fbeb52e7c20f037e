// The year of a plan: "Tháng 12" in a "KẾ HOẠCH … NĂM 2014" of January 2014, or of the December before, is of the year planned
// for, though the December that has just passed is nearer.
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import type { DateCandidate } from './candidate.ts'
import { isDayOrMonth } from './year-lenders.ts'
import { isPartOfYear } from './year-of-part.ts'

const plan = /(?<!\p{L})(?:kế hoạch|chương trình|phương hướng)(?!\p{L})/u
const report = /^\W*(?:báo cáo|biên bản)(?!\p{L})/u
const yearNamed = /năm (\d{4})(?!\d)/gu
/** "năm 2014 - 2015", "năm 2013 và 2014" */
const severalYears = /năm \d{4}(?: ?[-,] ?| và )(?:năm )?\d/u
/** What a sentence that tells of what was done says. */
const told = /(?<!\p{L})(?:đã|vừa qua|vừa rồi)(?!\p{L})/u

/** The one year that the title of a plan is for; null where it names none or several, and for reports. */
function plannedYear({ blocks, key }: Page): number | null {
  const title = blocks
    .filter(({ zone }) => zone === 'title')
    .map((b) => key.slice(b.start, b.end))
    .join(' ')
  if (!plan.test(title) || report.test(title) || severalYears.test(title)) return null
  const years = new Set(Array.from(title.matchAll(yearNamed), (m) => Number(m[1])))
  const [year = null] = years
  return years.size === 1 ? year : null
}

/**
 * The dates of a page, in order of place, with those whose inferred year lies before that of the plan moved to the plan's
 * year. What was done, and what a full day or month beside it puts into another year, stays there.
 */
export function inPlannedYear(
  dates: readonly DateCandidate[],
  page: Page,
  sentences: readonly Span[],
): DateCandidate[] {
  const year = plannedYear(page)
  if (year === null) return [...dates]
  return dates.map((date, i) => {
    if (!date.inferred || !date.inYear || !isDayOrMonth(date) || isPartOfYear(date)) return date
    const edtf = date.inYear(year)
    if (!date.edtf || !edtf || date.edtf >= edtf) return date
    const sentence = spanAt(sentences, date.start)
    const isBeside = (other: DateCandidate | undefined) =>
      other !== undefined && !other.inferred && isDayOrMonth(other) && sentence !== null
        ? other.start >= sentence.start && other.start < sentence.end
        : false
    if (isBeside(dates[i - 1]) || isBeside(dates[i + 1])) return date
    if (sentence && told.test(page.key.slice(sentence.start, sentence.end))) return date
    return { ...date, edtf, evidence: `${year}` }
  })
}
