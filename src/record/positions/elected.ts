// The body that a congress elects to: "Đại hội Liên đoàn X đã biểu quyết: … - Tổng thư ký: Ông A", "bầu ra Ban Chấp hành
// Công đoàn tỉnh X … Ông A được bầu làm Chủ tịch".
import type { PositionSpan } from '../../extract/positions.ts'
import { keyOf } from '../../text/fold.ts'
import type { Context } from '../context.ts'

/** How far before an elected person the congress may be named, in characters. */
const farthest = 1500

/** How far before a committee the verb that elects it stands, in characters. */
const nearVerb = 40

const elected = /^(?:phó )?(?:chủ tịch(?: thường trực)?|tổng thư ký)$/u
const member = /^uỷ viên ban (?:thường vụ|chấp hành)$/u
const election = /(?<!\p{L})(?:bầu|biểu quyết|hiệp thương cử|trúng cử|tái cử)(?!\p{L})/u
const congress =
  /(?<!\p{L})(?:đại hội|ban chấp hành|bch|ban thường vụ|btv) (?=(?:tổng liên đoàn|liên đoàn|lđlđ|công đoàn|hội|hiệp hội|đoàn|liên minh|liên hiệp) )/gu

/** The association or union whose congress before the position elects to it; null where none is named. */
export function electingBody(
  found: PositionSpan,
  context: Context,
): { start: number; end: number; provinceId: string | null } | null {
  const { page } = context
  const title = keyOf(found.title)
  const isMember = member.test(title)
  if (!isMember && !elected.test(title)) return null
  if (!/\p{Ll}/u.test(page.text.slice(found.start, found.end))) return null
  const from = Math.max(0, found.start - farthest)
  const before = page.key.slice(from, found.start)
  let last: RegExpExecArray | null = null
  for (const match of before.matchAll(congress)) last = match
  // "bầu Ban Thường vụ Hội X. Ủy viên Ban Thường vụ gồm": the verb stands before the committee itself.
  const said = Math.max(0, (last?.index ?? 0) - (isMember ? nearVerb : 0))
  if (!last || !election.test(before.slice(said))) return null
  const at = from + last.index
  const start = at + last[0].length
  const body = context
    .organisationsIn({ start: at, end: start + 1 })
    .find((o) => o.end > start && (o.start === start || o.start === at))
  if (!body || page.text.slice(start, body.end).split(' ').length < 3) return null
  return { start, end: body.end, provinceId: body.provinceId }
}
