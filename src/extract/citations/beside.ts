// Issuer, day and title of a citation in the cells beside it, as in a register:
// | UBND tỉnh | 15/2011/CT-UBND | 15/04/2011 | Chỉ thị | V/v đẩy mạnh … |
// and its day on the next line, where the cells of a table stand below each other.
import type { Span } from '../../text/view.ts'
import { edtfDay } from '../dates/calendar.ts'
import type { Page } from '../page.ts'

const dayOnly = /^(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})$/u
const dayFirst =
  /^ngày (\d{1,2}) ?(?:[/.-]|tháng) ?(\d{1,2}) ?(?:[/.-]|năm) ?((?:19|20)\d{2})(?!\d)/u
const subject = /^(?:v\/v|về việc|về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bãi bỏ)\.? /u
/** A cell that names a body and nothing else. */
const issuing =
  /^(?:(?:uỷ ban|ubnd|hđnd|hội đồng nhân dân|sở|bộ(?! luật)|phòng|chi cục|cục|tổng cục|thanh tra|văn phòng|công an|ban|hội|liên đoàn|trung tâm|tỉnh uỷ|thành uỷ|huyện uỷ|đảng uỷ|trường|viện|kho bạc|bảo hiểm xã hội) [\p{L}&.\s,-]{2,70}|chính phủ|thủ tướng chính phủ|quốc hội|bộ chính trị|ban bí thư)$/u
/** How many cells after the number are read. */
const reach = 3

/** What the next cells say where the citation fills its own cell; `cellAt` gives the cell at an offset. */
export function beside(
  page: Page,
  cell: Span,
  cited: Span,
  cellAt: (at: number) => Span | undefined,
): { issuer: string | null; date: string | null; title: string | null } | null {
  if (cited.end !== cell.end) return null
  const left = cited.start === cell.start ? cellAt(cell.start - 2) : undefined
  const fills = left && issuing.test(page.key.slice(left.start, left.end))
  const issuer = fills ? page.text.slice(left.start, left.end) : null
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
  return date || title || issuer ? { issuer, date, title } : null
}

/**
 * The day that the line below holds alone, or begins with after "ngày", where the citation ends its line, and where its words
 * end; null else. Without "ngày" the number must name the year.
 */
export function dayBelow(
  page: Page,
  end: number,
  number: string,
): { date: string | null; end: number } | null {
  if (page.text[end] !== '\n') return null
  const [line = ''] = page.key
    .slice(end, end + 60)
    .trimStart()
    .split('\n')
  const day = dayOnly.exec(line.trimEnd()) ?? dayFirst.exec(line)
  if (!day) return null
  if (!line.startsWith('ngày') && !number.includes(`/${day[3]}/`)) return null
  const at = page.key.indexOf(line, end) + day[0].length
  return { date: edtfDay(Number(day[3]), Number(day[2]), Number(day[1])), end: at }
}
