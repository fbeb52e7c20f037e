// Laws cited by their day and without a number: "Luật Lâm nghiệp ngày 15 tháng 11 năm 2017", "Luật Tổ chức Hội đồng nhân
// dân và Ủy ban nhân dân ngày 21 tháng 6 năm 1994", "Bộ luật Dân sự đã được Quốc hội … thông qua ngày 14/6/2005".
//
// A law with only its year ("Luật Giáo dục năm 2019") is a name and no citation.

import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import { edtfDay } from '../dates/calendar.ts'
import { lawWithYear } from '../dates/not-dates.ts'
import { decline } from '../decline.ts'
import type { Page } from '../page.ts'

export type DatedLaw = Span & { date: string; tail: number }

const law =
  /(?<!\p{L})(?:Bộ luật|Luật(?! (?:sư|gia|số))|Pháp lệnh|Hiến pháp|BỘ LUẬT|LUẬT|PHÁP LỆNH)(?: [^\s.;:"()\d]{1,16}){1,24}?(?: \([Ss]ửa đổi[^()\n]{0,24}\))?(?=(?:,? (?:đã )?(?:được )?(?:Quốc hội|Uỷ ban Thường vụ|Ủy ban Thường vụ)[^.;:\n]{0,110}?)?(?:,? (?:đã )?(?:được )?(?:thông qua|ban hành|công bố))?,? ngày \d)/gu
const lead =
  /^(?:,? (?:đã )?(?:được )?(?:quốc hội|uỷ ban thường vụ)[^.;:\n]{0,110}?)?(?:,? (?:đã )?(?:được )?(?:thông qua|ban hành|công bố))?,? ngày (?:(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?((?:19|20)\d{2})|(\d{1,2}) tháng (\d{1,2})(?: năm|,)? ?((?:19|20)\d{2}))(?!\d)/u
/** Words that no name of a law has: what follows the law is another statement. */
const notInName =
  /(?:^| )(?:này|trước|sau|từ|đến|vào|tại|đã|được|phải|thì|là|có|nộp|gửi|họp|(?<!một )số|chậm|hạn|kể|kỳ họp)(?: |$)/u

/** Every law that is cited by name and day, in order of place. Spans hold the name; `tail` ends the day. */
export function datedLawsIn(page: Page): DatedLaw[] {
  const found: DatedLaw[] = []
  for (const m of matchesOf(page.text, law)) {
    const end = m.index + m[0].length
    const span = { start: m.index, end }
    if (notInName.test(page.key.slice(m.index, end))) {
      decline(
        page,
        span,
        'law-by-date',
        'The words before the day are more than the name of a law.',
      )
      continue
    }
    const said = lead.exec(page.key.slice(end, end + 190))
    if (!said) {
      decline(page, span, 'law-by-date', 'The day after the name of the law is not written whole.')
      continue
    }
    const date = edtfDay(
      Number(said[3] ?? said[6]),
      Number(said[2] ?? said[5]),
      Number(said[1] ?? said[4]),
    )
    if (date) found.push({ start: m.index, end, date, tail: end + said[0].length })
    else decline(page, span, 'law-by-date', 'The day after the name of the law is in no calendar.')
  }
  if (page.declined) declineLawsWithYear(page)
  return found
}

/** Notes the laws that only their year is given of. */
function declineLawsWithYear(page: Page): void {
  for (const { index, 0: words } of matchesOf(page.text, lawWithYear)) {
    const span = { start: index, end: index + words.length }
    decline(
      page,
      span,
      'law-with-year',
      'A law with its year alone is a name; a citation has a number or a day.',
    )
  }
}
