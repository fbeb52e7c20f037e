// A dateline above the signature, where none stands in the header:
//
//   - Lưu: VT.
//   Đắk Nông, ngày 28 tháng 5 năm 2019
//   GIÁM ĐỐC
import { annexStart } from './annex.ts'
import { datelineOf, type Header, isoDate } from './header.ts'
import type { Line } from './line.ts'
import { isSignatureLine } from './signature.ts'

/** How many lines from the end are looked at, and how many below the dateline an office may stand. */
const searched = 60
const officeWithin = 5
const longest = 80
/** "Đắk Nông", "TP. Hồ Chí Minh", "Bà Rịa - Vũng Tàu": no sentence that ends with a day. */
const placeName = /^\p{Lu}[\p{L}.]*(?: ?-? ?(?:\p{Lu}[\p{L}.]*|phố|xã|trấn)){0,6}$/u
/** A month at least; a year alone is left by a form that nobody filled in. */
const shortestDay = '2019-05'.length

/** The header with day and place of the dateline at the foot; the header itself where it has its own, or none stands there. */
export function withFootDateline(header: Header, lines: readonly Line[]): Header {
  if (header.issuedOn !== null || header.dateline !== null) return header
  const annex = annexStart(lines)
  const end = annex < 0 ? lines.length : annex
  for (let i = end - 1; i > Math.max(header.lastLine, end - searched); i--) {
    const line = lines[i] as Line
    const date = line.text.length < longest ? datelineOf(line.key) : null
    if (!date) continue
    const place = line.text.slice(0, (date[1] ?? '').length).trim()
    const day = isoDate(date[2], date[3], date[4])
    if (!placeName.test(place) || day === null || day.length < shortestDay) continue
    if (!lines.slice(i + 1, i + 1 + officeWithin).some(isSignatureLine)) continue
    return { ...header, issuedOn: day, issuedAt: place, dateline: line.index }
  }
  return header
}
