// Bare years behind what is told of one year: the time compared with ("so với cùng kỳ 2018") and a distinction ("đơn vị trong
// sạch vững mạnh 2018", "chiến sĩ thi đua cơ sở 2019"). "Cùng kỳ 2018 hộ" and "xuất sắc 2019, giỏi 3120" count.

import { matchesOf } from '../../text/matches.ts'
import { decline } from '../decline.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { unitAfter } from '../units.ts'
import { edtfYear } from './calendar.ts'
import type { DateCandidate, Taken } from './candidate.ts'

const bareYear = /(?:19|20)\d{2}(?<=[ (]\d{4})(?![\p{L}\p{N}]|[./,:-]\d| ?[-+%×x/] ?\d| ?%)/gu
const compared = /(?<!\p{L})cùng k[ỳì] \(?$/u
const distinction = new RegExp(
  `(?<!\\p{L})(?:${[
    'vững mạnh(?: toàn diện)?(?: xuất sắc| tiêu biểu)?',
    '(?:gia đình|khu dân cư|khu phố|tổ dân phố|thôn|làng|bản|ấp|bon|buôn|khóm|cơ quan|đơn vị|doanh nghiệp|xã|phường|trường học)(?: đạt)?(?: chuẩn| danh hiệu)? văn hoá(?: tiêu biểu| xuất sắc)?',
    'chuẩn (?:văn hoá|nông thôn mới|đô thị văn minh)(?: nâng cao| kiểu mẫu)?',
    '(?:hoàn thành (?:tốt|xuất sắc)|xuất sắc) nhiệm vụ',
    '(?:tập thể|lao động|cá nhân|đơn vị|cán bộ|giáo viên|đảng viên|đoàn viên|hội viên|thành tích|cờ thi đua) xuất sắc',
    '(?:lao động|tập thể|đơn vị|chiến sĩ|gia đình) tiên tiến',
    'chiến sĩ thi đua(?: cơ sở| toàn quốc| cấp (?:cơ sở|tỉnh|bộ|ngành|toàn quốc))?',
    '(?:đơn vị|danh hiệu) quyết thắng',
    '(?:gương mặt(?: trẻ)?|công dân|doanh nghiệp|doanh nhân|nông dân|thanh niên|đảng viên|nhà giáo|giáo viên|cá nhân|tập thể) (?:việt nam )?(?:tiêu biểu|ưu tú)',
    'giáo viên (?:chủ nhiệm )?(?:dạy )?giỏi',
  ].join('|')})"? $`,
  'u',
)
/** What goes on with a sentence; a noun behind the number would be what it counts. */
const goesOn =
  /^(?:$|[,.;:)\n"!?]| (?:đến|và|hoặc|tại|của|cho|là|được|đã|sẽ|theo|thì|do|vì|ở|trong|từ|với|nhưng|khi|cũng|đều|còn|đạt|tăng|giảm|gồm|như|về|nhờ|cao hơn|thấp hơn|đối với|toàn|cấp|trên địa bàn)(?!\p{L})| [-–(])/u
/** "…, khu dân cư văn hoá 12": a list of counts. */
const nextCount = /^[,;](?: \p{L}+){1,8} (?!(?:19|20)\d{2}(?!\d))\d[\d.]*(?: ?[,;.)]|$)/u
/** Both are of the document's own time or a few years before; other numbers are counts. */
const yearsFromDocument = 6

/** Finds them; takes their places. Runs after everything that a year may be part of. */
export function scanTitledYears(page: Page, taken: Taken): DateCandidate[] {
  const { key } = page
  const documentYear = page.day === null ? null : Number(page.day.slice(0, 4))
  return matchesOf(key, bareYear).flatMap((match) => {
    const span = { start: match.index, end: match.index + 4 }
    const before = key.slice(Math.max(0, span.start - 64), span.start)
    const isCompared = compared.test(before)
    if ((!isCompared && !distinction.test(before)) || !taken.isFree(span)) return []
    const after = key.slice(span.end, span.end + 90)
    const year = Number(match[0])
    const counts =
      !goesOn.test(after) ||
      (!isCompared && nextCount.test(after)) ||
      unitAfter(page, span.end) !== null ||
      spanAt(page.blocks, span.start)?.zone === 'table' ||
      (documentYear !== null &&
        (year > documentYear + 1 || year < documentYear - yearsFromDocument))
    if (counts) {
      decline(page, span, 'not-a-year', 'Nothing says that the number is a year and no count.')
      return []
    }
    taken.take(span)
    return [
      {
        ...span,
        rule: 'year-bare',
        confidence: 0.75,
        kind: 'other',
        edtf: edtfYear(year),
        year,
        inferred: false,
      },
    ]
  })
}
