// Names and figures in two rows of the same order: "Ba tỉnh An Giang, Bến Tre và Trà Vinh có tỷ lệ trường đạt chuẩn lần lượt
// là 71,4%, 70,8% và 66,9%".
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import type { PercentageSpan } from '../percentages.ts'
import { tokenIndexAt } from '../units.ts'
import type { Subject } from './subject.ts'

/** "Ba tỉnh An Giang, Bến Tre và Trà Vinh": what the first name of a series has before it. */
const seriesHead =
  /^[\s,]*(?:(?:trong đó|và|tỷ lệ|tỉ lệ|(?:các|hai|ba|bốn|năm) (?:tỉnh, thành phố|tỉnh|thành phố|huyện|xã|trường)(?: là| gồm)?) )*/u
/** The province that a span names and nothing else, "tỉnh" and "thành phố" allowed. */
export function provinceNamed(page: Page, span: Span): string | null {
  let index = tokenIndexAt(page.tokens, span.start)
  if (/^(?:tỉnh|thành|tp)$/u.test(page.tokens[index]?.text ?? '')) index++
  if (page.tokens[index]?.text === 'phố') index++
  const match = page.lexicon.provinces.aliases.longestAt(page.tokens, index)
  const alias = match?.values.find((v) => v.use === 'name')
  return match && alias && match.end >= span.end ? alias.provinceId : null
}

/**
 * "Mầm non, tiểu học và trung học cơ sở lần lượt đạt 70%, 80% và 90%": as many names before as figures after, in order.
 * Null where the words are not so built.
 */
export function seriesFrom(
  page: Page,
  spans: readonly PercentageSpan[],
  first: number,
  limits: Span,
): Subject[] | null {
  const head = spans[first]
  if (!head) return null
  const from = Math.max(limits.start, spans[first - 1]?.end ?? 0, head.start - 300)
  const before = page.key.slice(from, head.start)
  const lead =
    /,?(?:(?: (?:có|với|đạt))? (?:tỷ lệ|tỉ lệ)(?<rate>(?: \p{L}+){0,10}?)|(?: (?:đạt|là|có|chiếm|tăng|giảm))?)(?:(?: tương ứng)? lần lượt| tương ứng(?= là))(?: (?:là|đạt|ở mức|chiếm|tăng|giảm|còn|tương ứng|khoảng|trên|gần|với))*:? $/u.exec(
      before,
    )
  if (!lead) return null
  let count = 1
  for (let last = head; ; count++) {
    const next = spans[first + count]
    if (!next || next.start >= limits.end) break
    if (
      !/^(?:[,;]| và|, và|; và) (?:và )?(?:trên |gần |khoảng )?$/u.test(
        page.key.slice(last.end, next.start),
      )
    )
      break
    last = next
  }
  if (count < 2) return null
  // "tỷ lệ sinh viên khá và giỏi lần lượt là …": the names stand after the rate's noun.
  const names = lead.groups?.rate ?? ''
  const named = names.includes(' và ')
  const nameEnd = lead.index + lead[0].indexOf(names) + names.length
  const body = before.slice(0, named ? nameEnd : lead.index)
  const clause = /(?:^|[.;:] )([^.;:]*)$/u.exec(body)?.[1] ?? body
  const at = from + body.length - clause.length
  const parts: Span[] = []
  let start = at
  for (const joint of clause.matchAll(/, (?:và )?| và |; /gu)) {
    parts.push({ start, end: at + joint.index })
    start = at + joint.index + joint[0].length
  }
  // "… giỏi ở mức cao, lần lượt là"
  const level = / ở mức \p{L}+$/u.exec(clause)?.[0].length ?? 0
  parts.push({ start, end: at + clause.length - level })
  if (parts.length < count) return null
  const rate = named ? undefined : names.trim()
  const rateAt = rate ? from + lead.index + lead[0].indexOf(rate) : 0
  const shared = rate ? page.text.slice(rateAt, rateAt + rate.length) : null
  return parts.slice(-count).map((part) => {
    const words = page.key.slice(part.start, part.end)
    const share = Math.max(words.lastIndexOf('tỷ lệ '), words.lastIndexOf('tỉ lệ '))
    // "Trường cũng có tỷ lệ | sinh viên loại giỏi"
    const skip = share < 0 ? (seriesHead.exec(words)?.[0].length ?? 0) : share + 'tỷ lệ '.length
    const name = { start: part.start + skip, end: part.end }
    const place = provinceNamed(page, name)
    if (place) return { subject: shared, province: place }
    const member = page.text.slice(name.start, name.end).trim()
    const named = shared && member ? `${member}: ${shared}` : member || shared
    return { subject: named, province: null }
  })
}
