// Units inside a provincial department, written without it: "Trưởng phòng Giáo dục Tiểu học" beside "Phó Giám đốc Sở GD&ĐT" is
// of that Sở.
import type { OrganisationSpan } from '../../extract/organisations.ts'
import { keyOf } from '../../text/fold.ts'
import { expandAbbreviations } from '../abbreviations.ts'
import type { Context } from '../context.ts'
import type { Completed } from '../positions.ts'
import { placeFor } from './places.ts'
import { wholeOfUnit } from './unit-in-full.ts'
import { inSmallLetters } from './written-body.ts'

/** Units that only a department of education has; the "Phòng Giáo dục" and "Phòng Giáo dục và Đào tạo" are a district's. */
const ofEducation =
  /^phòng (?:giáo dục (?:tiểu học|mầm non|trung học|phổ thông|thường xuyên|chuyên nghiệp|chính trị)|chính trị,? tư tưởng|quản lý (?:chất lượng|thi)|khảo thí)/u
/** Units that a department has, whatever it is for; of a district is the "Phòng Tài chính - Kế hoạch". */
const ofAny =
  /^phòng (?:tổ chức(?: cán bộ|,? hành chính| - hành chính)?|kế hoạch(?: -|,| và)? tài chính|hành chính(?: -|,)? tổng hợp)$/u
const education = /^sở giáo dục/u
/** Bodies that have units of such names as well. */
const others =
  /^(?:trường (?:đại học|cao đẳng)|đại học|học viện|viện|bệnh viện|công ty|tổng công ty|tập đoàn|ngân hàng|công an|cục|chi cục|trung tâm|toà án|viện kiểm sát)/u

/**
 * The unit at offset `at` with the body it is of, placed where the document says so: the one it is named with elsewhere; the
 * one Sở of its sentence; for units of education the one Sở of education of the document. Null where none or several could be
 * meant.
 */
export function unitOfDepartment(text: string, at: number, context: Context): Completed | null {
  const key = keyOf(text)
  const school = ofEducation.test(key)
  const department =
    wholeOfUnit(text, context) ??
    (school || ofAny.test(key) ? ofSentence(at, school, context) : null) ??
    (school ? ofDocument(context) : null)
  if (!department) return null
  const evidence = context.page.text.slice(department.start, department.end)
  const written = expandAbbreviations(evidence, context.page.lexicon, context.page)
  const name = inSmallLetters(written, context) ?? written
  const { provinceId } = department
  const placed =
    provinceId === null ? placeFor(name, department, context, department.start, []) : null
  return {
    text: `${text}, ${placed?.text ?? name}`,
    provinceId: placed?.provinceId ?? provinceId,
    evidence: placed?.evidence ? `${evidence} · ${placed.evidence}` : evidence,
  }
}

const ofSentences = new WeakMap<Context, Map<string, OrganisationSpan | null>>()

/** The one department of the sentence at an offset; for units that any body may have only where no other body is named. */
function ofSentence(at: number, school: boolean, context: Context): OrganisationSpan | null {
  const known = ofSentences.get(context) ?? new Map<string, OrganisationSpan | null>()
  ofSentences.set(context, known)
  const sentence = context.sentenceAt(at)
  const key = `${sentence.start} ${school}`
  let only = known.get(key)
  if (only === undefined) {
    const near = context.organisationsIn(sentence)
    only =
      !school && near.some(({ head }) => others.test(head))
        ? null
        : onlyDepartment(near, school, context)
    known.set(key, only)
  }
  return only
}

const ofDocuments = new WeakMap<Context, OrganisationSpan | null>()

/** The one department of education of the document. */
function ofDocument(context: Context): OrganisationSpan | null {
  let known = ofDocuments.get(context)
  if (known === undefined) {
    known = onlyDepartment(context.organisations, true, context)
    ofDocuments.set(context, known)
  }
  return known
}

/** The department that all the bodies called Sở are, the mention with its province first; null for none and for several. */
function onlyDepartment(
  bodies: readonly OrganisationSpan[],
  school: boolean,
  { page }: Context,
): OrganisationSpan | null {
  const named = bodies.filter(({ head, bare }) => head === 'sở' && !bare)
  const keyed = named.map((body) => {
    const name = keyOf(expandAbbreviations(page.text.slice(body.start, body.end), page.lexicon))
    return { body, name }
  })
  const fitting = keyed.filter(({ name }) => !school || education.test(name))
  const shortest = fitting.reduce<string | null>(
    (least, { name }) => (least === null || name.length < least.length ? name : least),
    null,
  )
  if (shortest === null || !fitting.every(({ name }) => name.startsWith(shortest))) return null
  const places = new Set(fitting.flatMap(({ body }) => body.provinceId ?? []))
  if (places.size > 1) return null
  return (fitting.find(({ body }) => body.provinceId) ?? fitting[0])?.body ?? null
}
