// Day and title of a citation in the cells beside it: | 15/2011/CT-UBND | 15/04/2011 | Chỉ thị | V/v đẩy mạnh … |
import type { Span } from '../../text/view.ts'
import { edtfDay } from '../dates/calendar.ts'
import type { Page } from '../page.ts'

const dayOnly = /^(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})$/u
const subject = /^(?:v\/v|về việc|về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bãi bỏ)\.? /u
/** How many cells after the number are read. */
const reach = 3

/** What the next cells say where the citation fills its own cell; `cellAt` gives the cell at an offset. */
export function beside(
  page: Page,
  cell: Span,
  cited: Span,
  cellAt: (at: number) => Span | undefined,
): { date: string | null; title: string | null } | null {
  if (cited.end !== cell.end) return null
  let date: string | null = null
  let title: string | null = null
  let at = cell.end
  for (let i = 0; i < reach; i++) {
    const next = cellAt(at + 1)
    if (!next) break
    const words = page.key.slice(next.start, next.end)
    const day = i === 0 ? dayOnly.exec(words) : null
    if (day) date = edtfDay(Number(day[3]), Number(day[2]), Number(day[1]))
    const lead = subject.exec(words)
    if (lead && date && !title && words.length < 400) {
      const about = /^(?:v\/v|về việc|về)/u.test(lead[0]) ? lead[0].length : 0
      title = page.text.slice(next.start + about, next.end).replace(/[\s.;,]+$/u, '')
    }
    at = next.end
  }
  return date || title ? { date, title } : null
}
