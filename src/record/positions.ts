// Positions as they go into the record: the body written out, and completed from context where the text leaves it open
// ("Giám đốc Sở" → "Sở Giáo dục và Đào tạo tỉnh Điện Biên"), in the order role beside, sentence, paragraph, fuller mention
// of the same person, heading of the list, host in title and lead, header. What the document does not settle stays as written.
import type { PositionSpan } from '../extract/positions.ts'
import type { Position } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { expandAbbreviations } from './abbreviations.ts'
import type { Context } from './context.ts'
import { issuerOf } from './issuer.ts'
import { associationOf } from './positions/associations.ts'
import { writtenOut } from './positions/defined-names.ts'
import { unitOfDepartment } from './positions/department-units.ts'
import { earlierUnit } from './positions/earlier-unit.ts'
import { electingBody } from './positions/elected.ts'
import { foreignCountry } from './positions/foreign.ts'
import { foundedBody } from './positions/founded-body.ts'
import { provinceOfSchool } from './positions/frames.ts'
import { fullerBody } from './positions/fuller-body.ts'
import { completeUnit, type Role } from './positions/own-units.ts'
import { parentMinistry } from './positions/parent-ministry.ts'
import { placeScopeAt } from './positions/place-scopes.ts'
import { localityProvince, localProvince, placeFor } from './positions/places.ts'
import { bodyOfTitle } from './positions/title-alone.ts'
import {
  committeeOf,
  governmentOf,
  inSmallLetters,
  noteUnnamedPlace,
  organisationText,
} from './positions/written-body.ts'

export type Completed = { text: string; provinceId: string | null; evidence: string | null }

/** Who holds a position, as far as it says which body is meant. */
export type Holder = {
  name: string
  /** All positions found with the person in the document. */
  others: readonly PositionSpan[]
  /** Those said in one breath with this one. */
  beside: readonly PositionSpan[]
  /** The position of the head just before, whose deputy this may be. */
  leader: PositionSpan | null
}

/** Party cells and committees belong to the person's own office: another one in the text says nothing of them. */
const ownUnit =
  /^(?:chi bộ|đảng uỷ|đảng bộ|đảng đoàn|ban cán sự|ban thường vụ|ban chấp hành|hội đồng)/u
/** There is one of each: the text adds nothing to the name. */
const national = /^(?:quốc hội|chính phủ|bộ chính trị|ban bí thư|uỷ ban thường vụ quốc hội)$/u

/** Makes a record position of a title as found. */
export function positionOf(found: PositionSpan, context: Context, holder: Holder): Position {
  const { page } = context
  const written = found.organisation
    ? expandAbbreviations(organisationText(context, found.organisation), page.lexicon, page)
    : (found.impliedBody ?? committeeOf(found.title) ?? governmentOf(found.title, context, holder))
  const completed = complete(found, written, context, holder)
  const defined = writtenOut(completed?.text ?? written, context)
  const body = defined?.text ?? completed?.text ?? written
  const evidence = [completed?.evidence, defined?.evidence].filter((e) => e).join(' · ')
  const head = found.organisation?.head ?? ''
  return {
    title: found.title.replace(committeeLetters, (letters) => committees[letters] ?? letters),
    organisation: noteUnnamedPlace(inSmallLetters(body, context)),
    province: national.test(head)
      ? null
      : (completed?.provinceId ?? found.organisation?.provinceId ?? defined?.provinceId ?? null),
    resolved: completed !== null || defined !== null,
    ...(evidence ? { evidence } : {}),
    former: found.former,
    acting: found.acting,
  }
}

/** "Uỷ viên BTV": the committee by its letters. */
const committeeLetters = /(?<= viên )(?:BTV|BCH)$/u
const committees: Readonly<Record<string, string>> = {
  BTV: 'Ban Thường vụ',
  BCH: 'Ban Chấp hành',
}

function complete(
  found: PositionSpan,
  written: string | null,
  context: Context,
  holder: Holder,
): Completed | null {
  const at = found.start
  const base = found.organisation
  let text = written
  let provinceId = base?.provinceId ?? null
  const evidence: string[] = []
  const take = (body: Completed) => {
    text = body.text
    provinceId = body.provinceId
    if (body.evidence) evidence.push(body.evidence)
  }
  if (text === null) {
    const body = foreignCountry(found, context, holder) ?? bodyOfTitle(found, context, holder)
    if (!body) return null
    take(body)
  } else if (base && !national.test(base.head)) {
    const founded = base.bare ? foundedBody(found, context) : null
    const fuller = !base.bare
      ? null
      : ownUnit.test(base.head)
        ? sameOffice(found, base.head, holder)
        : fullerBody(found, base, context, holder.others)
    const own = fuller || !base.bare ? null : issuerOf(context)
    const electing = fuller || !base.bare ? null : electingBody(found, context)
    if (founded && keyOf(founded.text).startsWith(`${base.head} `)) take(founded)
    else if (fuller)
      take({
        text: expandAbbreviations(
          organisationText(context, fuller),
          context.page.lexicon,
          context.page,
        ),
        provinceId: fuller.provinceId,
        evidence: context.page.text.slice(fuller.start, fuller.end),
      })
    // "- Chủ tịch Liên đoàn: Ông A" under the congress of the Liên đoàn.
    else if (electing && context.page.key.startsWith(`${base.head} `, electing.start)) {
      const name = context.page.text.slice(electing.start, electing.end)
      take({
        text: expandAbbreviations(name, context.page.lexicon, context.page),
        provinceId: electing.provinceId,
        evidence: name,
      })
    }
    // "Giám đốc Sở" in a letter of the Sở.
    else if (own && keyOf(own.name).startsWith(`${base.head} `))
      take({ text: own.name, provinceId: own.provinceId, evidence: 'header' })
    else if (provinceId === null) {
      const unit = completeUnit(found, text, context, () => rolesBeside(found, context, holder))
      if (unit) take(earlierUnit(unit, base.head, at, context))
    }
  }
  if (text === null) return null
  const association = associationOf(text, at, context)
  if (association) take(association)
  const key = keyOf(text)
  const ministry =
    /^(?:cục|vụ) /u.test(key) && !/, | bộ /u.test(key) && provinceId === null
      ? parentMinistry(context)
      : null
  if (ministry) {
    text = `${text}, ${ministry.text}`
    evidence.push(ministry.evidence)
  }
  const district = ofIssuersDistrict(text, context)
  if (district && provinceId === null && !base?.locality) take(district)
  const department =
    provinceId === null && !base?.locality ? unitOfDepartment(text, at, context) : null
  if (department) take(department)
  else if (provinceId === null) {
    const place = placeFor(text, base, context, at, holder.others)
    if (place) take(place)
  }
  // A district's or commune's body lies in the province that the text names with it, else sentence, paragraph or host.
  const locality = base?.locality ?? / ((?:xã|phường|thị trấn) \p{Lu}.*)$/u.exec(text)?.[1]
  const scope = provinceId === null ? placeScopeAt(context, at) : null
  if (scope && districtCommittee.test(key)) {
    provinceId = scope.provinceId
    evidence.push(scope.evidence)
  }
  if (provinceId === null && locality) {
    const near = localityProvince(context, locality) ?? localProvince(context, at) ?? context.host
    if (near) {
      provinceId = near.provinceId
      evidence.push(near.evidence)
    }
  }
  const school =
    provinceId === null && /^trường /u.test(key) ? provinceOfSchool(context, text) : null
  if (school) {
    provinceId = school.provinceId
    evidence.push(school.evidence)
  }
  return evidence.length > 0
    ? { text, provinceId, evidence: [...new Set(evidence)].join(' · ') }
    : null
}

const districtCommittee = /^(?:huyện|quận|thị|thành) uỷ /u

/** The same office of the same person with the body in full, of a committee that others have as well. */
const sameOffice = (found: PositionSpan, head: string, { others }: Holder) =>
  others.find(
    ({ title, organisation }) =>
      organisation?.head === head && !organisation.bare && keyOf(title) === keyOf(found.title),
  )?.organisation ?? null

/** The bodies of the roles said in one breath with a position, the nearest first. */
function rolesBeside(found: PositionSpan, context: Context, holder: Holder): Role[] {
  const own = holder.beside.indexOf(found)
  return holder.beside
    .map((role, i) => ({ role, far: Math.abs(i - own) }))
    .filter(({ far }) => far > 0)
    .sort((a, b) => a.far - b.far)
    .flatMap(({ role }) => {
      const { organisation: body, province } = positionOf(role, context, { ...holder, beside: [] })
      const span = role.organisation ?? role
      return body === null
        ? []
        : [
            {
              body: body.replace(/ \(không nêu tên .*\)$/u, ''),
              provinceId: province,
              evidence: context.page.text.slice(span.start, span.end),
            },
          ]
    })
}

/** "Phòng Nội vụ", "Huyện ủy" in a paper of a district or commune is that of the district or commune. */
function ofIssuersDistrict(text: string, context: Context): Completed | null {
  const committee = /^(huyện|quận|thị) uỷ$/u.exec(keyOf(text))?.[1]
  if (!committee && (!/^[Pp]hòng [^,]+$/u.test(text) || anyPlace.test(keyOf(text)))) return null
  const issuer = issuerOf(context)
  const place = /^Ủy ban nhân dân ((?:huyện|quận|thị xã|xã|phường|đặc khu) .+)$/iu.exec(
    issuer?.name.replace(/^Uỷ/u, 'Ủy') ?? '',
  )?.[1]
  if (committee) {
    const name = new RegExp(`^${committee}(?: xã)? (.+)$`, 'iu').exec(place ?? '')?.[1]
    return issuer && name
      ? { text: `${text} ${name}`, provinceId: issuer.provinceId, evidence: 'header' }
      : null
  }
  return issuer && place
    ? { text: `${text} ${place}`, provinceId: issuer.provinceId, evidence: 'header' }
    : null
}

const anyPlace =
  / (?:huyện|quận|thị xã|thành phố|xã(?! hội)|phường|thị trấn|đặc khu|tỉnh)(?!\p{L})/u
