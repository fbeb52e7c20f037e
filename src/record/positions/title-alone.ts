// The body of a title that is written without one: "Trưởng ban" in a directory, "CHỦ TỊCH" in a signature, "Phó Tổng thư ký,
// Chánh Văn phòng Hội X", "Hiệu trưởng" in a report of one school.
import type { PositionSpan } from '../../extract/positions.ts'
import { keyOf } from '../../text/fold.ts'
import { tokensOf } from '../../text/words.ts'
import { expandAbbreviations } from '../abbreviations.ts'
import type { Context } from '../context.ts'
import { issuerOf } from '../issuer.ts'
import type { Completed, Holder } from '../positions.ts'
import { electingBody } from './elected.ts'
import { foundedBody } from './founded-body.ts'
import { frameSchool, schoolBefore } from './frames.ts'
import { fullerBody } from './fuller-body.ts'
import { frameBefore, headingOver } from './lines.ts'
import { companyIn, placeOfFrame } from './own-units.ts'
import { ministry, parentMinistry } from './parent-ministry.ts'
import { organisationText } from './written-body.ts'

/** The body that an office without one belongs to; null where the document does not say. */
export function bodyOfTitle(
  found: PositionSpan,
  context: Context,
  holder: Holder,
): Completed | null {
  const { page } = context
  const title = keyOf(found.title)
  const bodyAt = (span: { start: number; end: number }, provinceId: string | null): Completed => {
    const evidence = page.text.slice(span.start, span.end)
    return { text: expandAbbreviations(evidence, page.lexicon, page), provinceId, evidence }
  }
  const company = /giám đốc|quản lý|giám sát|chủ tịch/u.test(title)
    ? framedCompany(found, context)
    : null
  if (company) return bodyAt(company, null)
  if (found.unread) return null
  const founded = foundedBody(found, context)
  if (founded) return founded
  const shared = sharedWithNext(found, title, holder.beside)
  if (shared) return bodyAt(shared, shared.provinceId)
  const heading = headingOver(context, found.start)?.body
  if (heading && (leads(context, heading.head, title) || staff.test(title)))
    return bodyAt(heading, heading.provinceId)
  const led = holder.leader?.organisation
  const seated = title === 'uỷ viên' && holder.beside.some((p) => p !== found && p.organisation)
  // "…, Chủ tịch Hội X; ông B, Giám đốc Sở Y - Ủy viên": a member of what the list is of, not of the Hội.
  if (led && !seated && isDeputyOf(title, keyOf(holder.leader?.title ?? ''), led.head))
    return {
      text: expandAbbreviations(organisationText(context, led), page.lexicon, page),
      provinceId: led.provinceId,
      evidence: page.text.slice(led.start, led.end),
    }
  const issuer = issuerOf(context)
  if (issuer && issuer.name.length < 90 && isIssuers(found, title, issuer.name, context))
    return { text: issuer.name, provinceId: issuer.provinceId, evidence: 'header' }
  const said = saysSchool(found, title, context) && !holder.others.some((o) => o.organisation)
  const last = said ? schoolBefore(context, found.start) : null
  if (last) return bodyAt(last, last.provinceId)
  const fuller = fullerBody(found, null, context, holder.others)
  if (fuller)
    return {
      text: expandAbbreviations(organisationText(context, fuller), page.lexicon, page),
      provinceId: fuller.provinceId,
      evidence: page.text.slice(fuller.start, fuller.end),
    }
  // A minister in a document that is about one ministry above all.
  const main = /^(?:bộ|thứ) trưởng$/u.test(title) ? parentMinistry(context) : null
  if (main) return { ...main, provinceId: null }
  const school = /hiệu trưởng$/u.test(title) ? frameSchool(context) : null
  if (school) return bodyAt(school, school.provinceId)
  if (title === 'đại biểu' && speaksOfAssembly(context))
    return { text: 'Quốc hội', provinceId: null, evidence: 'đại biểu Quốc hội' }
  const electing = electingBody(found, context)
  if (electing) return bodyAt(electing, electing.provinceId)
  if (/^(?:phó )?bí thư(?: thường trực)?$/u.test(title)) {
    const place = placeOfFrame(context, found.start)
    if (place) return { ...place, text: `Đảng ủy ${place.text}`, provinceId: null }
  }
  return null
}

/** "Hiệu trưởng nhà trường": of the school that the text speaks of there. */
const saysSchool = (found: PositionSpan, title: string, { page }: Context): boolean =>
  /hiệu trưởng$/u.test(title) &&
  /^ (?:của )?nhà trường(?!\p{L})/u.test(page.key.slice(found.end, found.end + 20))

const assemblies = new WeakMap<Context, boolean>()

/** The deputies of the document are those of the National Assembly, and of no council. */
function speaksOfAssembly(context: Context): boolean {
  let speaks = assemblies.get(context)
  if (speaks === undefined) {
    const { key } = context.page
    speaks =
      /(?<!\p{L})(?:đại biểu quốc hội|đbqh)(?!\p{L})/u.test(key) &&
      !/(?<!\p{L})đại biểu (?:hđnd|hội đồng nhân dân)(?!\p{L})/u.test(key)
    assemblies.set(context, speaks)
  }
  return speaks
}

function framedCompany(found: PositionSpan, context: Context) {
  const frame = frameBefore(context, found.start)
  return frame ? companyIn(context, frame) : null
}

const staff =
  /^(?:trợ lý|chuyên viên(?: chính)?|nhân viên|văn thư|kế toán|(?:phó )?chỉ huy trưởng|chính trị viên(?: phó)?)$/u

/** "Phó ban" is "Phó Trưởng ban". */
const fullTitle = (title: string): string =>
  title.replace(/^phó (ban|phòng|khoa)$/u, 'phó trưởng $1')

/** Says whether a title leads bodies of a kind, as head or deputy. */
function leads(context: Context, head: string, title: string): boolean {
  return context.page.lexicon.organisationHeads
    .get(head)
    .some((row) => [row.head, row.deputy].some((t) => t && keyOf(t) === fullTitle(title)))
}

/** The issuer's own head or deputy, or a title in capitals where the document is signed. */
function isIssuers(found: PositionSpan, title: string, issuer: string, context: Context): boolean {
  const { page } = context
  const written = page.text.slice(found.start, found.end)
  if (/^(?:bộ|thứ) trưởng$/u.test(title)) return ministry.test(keyOf(issuer))
  const tokens = tokensOf(keyOf(issuer))
  const head = page.lexicon.organisationHeads.longestAt(tokens, 0)
  const word = head ? keyOf(issuer).slice(head.start, head.end) : ''
  if (!/\p{Ll}/u.test(written) && written.length > 4)
    return found.start > page.text.length * 0.2 || leads(context, word, title)
  return (
    /^(?:phòng|sở|văn phòng|chi cục|cục|trung tâm|trường)/u.test(word) &&
    (leads(context, word, title) || (word === 'phòng' && staff.test(title)))
  )
}

const army = /^(?:phó )?(?:tư lệnh|chính uỷ|tham mưu trưởng|chủ nhiệm chính trị)$/u
const partOf = /^(?:văn phòng|đảng uỷ|đảng đoàn) /u

/** "Phó Tổng thư ký, Chánh Văn phòng Hội X", "Phó tư lệnh, Bí thư Đảng ủy Binh đoàn 12": the whole that the next is part of. */
function sharedWithNext(
  found: PositionSpan,
  title: string,
  beside: readonly PositionSpan[],
): { start: number; end: number; provinceId: string | null } | null {
  const next = beside[beside.indexOf(found) + 1]
  const body = next?.organisation
  if (!next || !body || body.bare) return null
  if (/^(?:phó )?chủ tịch$/u.test(title) && /^(?:phó )?tổng thư ký$/u.test(keyOf(next.title)))
    return body
  if (army.test(title) && army.test(keyOf(next.title))) return body
  const heads =
    /^(?:phó )?(?:tổng thư ký|tư lệnh|chính uỷ|giám đốc|hiệu trưởng|viện trưởng|cục trưởng|tham mưu trưởng)$/u
  if (!heads.test(title) || !partOf.test(`${body.head} `)) return null
  const start = body.start + body.head.length + 1
  return start + 3 < body.end ? { start, end: body.end, provinceId: body.provinceId } : null
}

const deputies: Readonly<Record<string, RegExp>> = {
  'chủ tịch': /^(?:phó chủ tịch(?: thường trực)?|(?:phó )?tổng thư ký|uỷ viên)$/u,
  'bí thư': /^phó bí thư(?: thường trực)?$/u,
  'tư lệnh': /^(?:phó tư lệnh|chính uỷ|phó chính uỷ)$/u,
  'trưởng ban': /^phó (?:trưởng )?ban$/u,
  'giám đốc': /^phó giám đốc$/u,
  'tổng giám đốc': /^phó tổng giám đốc$/u,
  'hiệu trưởng': /^phó hiệu trưởng$/u,
  'chủ nhiệm': /^phó chủ nhiệm$/u,
}
/** Members of a standing or executive committee, of unions, associations and the Party only. */
const member = /^uỷ viên ban (?:thường vụ|chấp hành)$/u
const memberOf = /^(?:chủ tịch|phó chủ tịch|bí thư|phó bí thư)(?: thường trực)?$/u
const hasCommittee =
  /^(?:liên đoàn|lđlđ|tổng liên đoàn|tổng lđlđ|công đoàn|hội(?! đồng)|hiệp hội|liên minh|liên hiệp|đoàn|đảng uỷ|đảng bộ|(?:tỉnh|thành|huyện|quận|thị) (?:uỷ|đoàn))(?!\p{L})/u

const isDeputyOf = (title: string, head: string, body: string): boolean =>
  member.test(title)
    ? memberOf.test(head) && hasCommittee.test(body)
    : (deputies[head]?.test(title) ?? false)
