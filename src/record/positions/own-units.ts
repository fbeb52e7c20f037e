// Committees and boards inside a larger body, written without it: "Đảng ủy", "HĐND", "HĐQT", "Hội đồng Trường". Whose they
// are is said by the role beside them, by the frame of the list, or by the frame of the document.
import type { PositionSpan } from '../../extract/positions.ts'
import { keyOf } from '../../text/fold.ts'
import { expandAbbreviations } from '../abbreviations.ts'
import type { Context } from '../context.ts'
import type { Completed } from '../positions.ts'
import { frameCommune, frameCompany, frameSchool } from './frames.ts'
import { bodiesIn, frameBefore, headingOver } from './lines.ts'
import { apostrophes } from './place-names.ts'

/** A role said in one breath with another: its body as completed, and the words for it. */
export type Role = { body: string; provinceId: string | null; evidence: string }

/** Bodies that sit in a commune as well as in a district, and say their place only by what they belong to. */
const ofPlace =
  /^(?:đảng uỷ|hội đồng nhân dân|uỷ ban nhân dân|mặt trận tổ quốc|uỷ ban mặt trận tổ quốc|uỷ ban mặt trận tổ quốc việt nam)$/u
const ofBody = /^(?:đảng uỷ|đảng đoàn|ban cán sự đảng|ban cán sự)$/u
const ofCompany =
  /^(?:hội đồng quản trị|hội đồng thành viên|ban kiểm soát|ban tổng giám đốc|công ty|ngân hàng|tập đoàn|tổng công ty)$/u
const ofDistrict =
  /^(?:(?:huyện|quận|thị) uỷ|(?:uỷ ban nhân dân|hội đồng nhân dân|ban chỉ huy quân sự|công an) (?:huyện|quận|thị xã))$/u
const ofSchool = /^(?:hội đồng|công đoàn|đoàn|hội sinh viên|đoàn thanh niên) (?:nhà )?trường$/u

/** Whole bodies that a Đảng ủy, a Đảng đoàn or a Ban cán sự can belong to. */
const hasPartyUnit: Readonly<Record<string, RegExp>> = {
  'đảng uỷ':
    /^(?:sở|bộ (?!chính trị)|cục|tổng cục|trường|đại học|học viện|viện|bệnh viện|công ty|tập đoàn|tổng công ty|ngân hàng|trung tâm|công an|bộ đội|binh đoàn|quân khu|hội (?!đồng)|cảng)/u,
  'đảng đoàn': /^(?:hội (?!đồng)|liên đoàn|liên hiệp|liên minh|tổng liên đoàn|uỷ ban mặt trận)/u,
  'ban cán sự đảng':
    /^(?:bộ (?!chính trị)|uỷ ban|toà án|viện kiểm sát|kiểm toán|thanh tra|ngân hàng)/u,
}

/**
 * A unit that is written without its body, completed. `rolesBeside`: the roles said in one breath with it, each with the body
 * as completed, looked up where it is wanted. Null where nothing says whose it is.
 */
export function completeUnit(
  found: PositionSpan,
  text: string,
  context: Context,
  rolesBeside: () => readonly Role[],
): Completed | null {
  const key = keyOf(text)
  const heading = headingOver(context, found.start)?.body
  if (heading) {
    const written = expandAbbreviations(
      context.page.text.slice(heading.start, heading.end),
      context.page.lexicon,
    )
    if (keyOf(written).startsWith(`${key.replace(/^bch (?=quân sự)/u, 'ban chỉ huy ')} `))
      return { text: written, provinceId: heading.provinceId, evidence: written }
  }
  if (![ofPlace, ofBody, ofCompany, ofSchool, ofDistrict].some((kind) => kind.test(key)))
    return null
  const beside = rolesBeside()
  if (ofPlace.test(key)) {
    const place = placeBeside(beside) ?? placeOfFrame(context, found.start)
    if (place) return { text: `${text} ${place.text}`, provinceId: null, evidence: place.evidence }
  }
  const unit = ofBody.exec(key)?.[0].replace(/^ban cán sự$/u, 'ban cán sự đảng')
  const schoolParty = key === 'đảng uỷ' && speaksOfSchool(context, found.start)
  const school = schoolParty || ofSchool.test(key) ? frameSchool(context) : null
  const whole = unit
    ? beside.find(({ body }) => hasPartyUnit[unit]?.test(wholeOf(keyOf(body))))
    : undefined
  if (whole)
    return {
      text: `${text} ${strip(whole.body)}`,
      provinceId: whole.provinceId,
      evidence: whole.evidence,
    }
  const district = districtBeside(key, beside)
  if (district)
    return {
      ...district,
      text: / uỷ$/u.test(key)
        ? district.text
        : `${text.replace(/ \p{L}+$| thị xã$/iu, '')} ${district.text}`,
    }
  if (ofCompany.test(key)) return completeBoard(text, key, found, context, beside)
  if (!school) return null
  const evidence = context.page.text.slice(school.start, school.end)
  const name = expandAbbreviations(evidence, context.page.lexicon)
  const unitName = text.replace(/ (?:nhà )?trường$/iu, '')
  return {
    text: `${unitName} ${/^trường /iu.test(name) ? name : `Trường ${name}`}`,
    provinceId: school.provinceId,
    evidence,
  }
}

/** The sentence is of a school's own offices: "Bí thư Đảng ủy, … bầu giữ chức Chủ tịch Hội đồng trường". */
function speaksOfSchool(context: Context, at: number): boolean {
  const { start, end } = context.sentenceAt(at)
  return /hội đồng trường|hiệu trưởng|nhà trường|ban giám hiệu/u.test(
    context.page.key.slice(start, Math.min(end, start + 600)),
  )
}

const board = /^(?:hội đồng (?:thành viên|quản trị)|ban kiểm soát|ban (?:tổng )?giám đốc) /iu
const schoolBoard = /^hội đồng (?:trường )?(?=(?:trường|đại học|học viện|đh) )/iu
const wholeOf = (key: string): string => key.replace(board, 'công ty ').replace(schoolBoard, '')
/** "Hội đồng thành viên EVN" is a board of EVN. */
const strip = (body: string): string => {
  const whole = body.replace(board, '').replace(schoolBoard, '')
  return whole.charAt(0).toUpperCase() + whole.slice(1)
}

function completeBoard(
  text: string,
  key: string,
  found: PositionSpan,
  context: Context,
  beside: readonly Role[],
): Completed | null {
  const { page } = context
  const isWhole = /^(?:công ty|ngân hàng|tập đoàn|tổng công ty)$/u.test(key)
  const company = beside.find(({ body }) => !ofCompany.test(keyOf(body)) && strip(body) !== '')
  if (company && !isWhole && isCompany(keyOf(strip(company.body))))
    return { text: `${text} ${strip(company.body)}`, provinceId: null, evidence: company.evidence }
  const frame = frameBefore(context, found.start)
  const framed = frame ? companyIn(context, frame) : null
  const only = framed ?? frameCompany(context)
  if (!only) return null
  const name = page.text.slice(only.start, only.end)
  return {
    text: isWhole ? (keyOf(name).startsWith(key) ? name : `${text} ${name}`) : `${text} ${name}`,
    provinceId: null,
    evidence: name,
  }
}

const notCompanies =
  /^(?:bộ|sở|đảng|tỉnh|thành|huyện|quận|quốc hội|chính phủ|trung ương|ban|hội|đoàn|uỷ ban|hội đồng|mặt trận|chi bộ|văn phòng)(?: |$)/u
const isCompany = (key: string): boolean => !notCompanies.test(key)

/** The company of "Về phía đơn vị tài trợ SABECO:": a name in capital letters behind a word for a company. */
export function companyIn(
  context: Context,
  frame: { start: number; end: number },
): { start: number; end: number } | null {
  const { page } = context
  const body = bodiesIn(context, frame).find((o) =>
    /^(?:công ty|tập đoàn|tổng công ty|ngân hàng)/u.test(o.head),
  )
  if (body) return body
  const words = page.text.slice(frame.start, frame.end)
  // "Về phía VNPT có ông A, Tổng Giám đốc"; "TPHCM" is a place.
  const isPlace = page.lexicon.provinces.aliases.get(words).length > 0
  if (/^\p{Lu}{3,}(?: \p{Lu}[\p{L}\d]*){0,2}$/u.test(words) && !isPlace) return frame
  const match =
    /(?:đơn vị|công ty|doanh nghiệp|nhà tài trợ|tài trợ|đối tác|tập đoàn|ngân hàng) (\p{Lu}[\p{L}\d]*(?: \p{Lu}[\p{L}\d]*){0,4})\s*$/u.exec(
      words,
    )
  if (!match?.[1]) return null
  const start = frame.start + match.index + match[0].indexOf(match[1])
  return { start, end: start + match[1].length }
}

type Place = { text: string; evidence: string }

/** "Bí thư Đảng ủy, Chủ tịch HĐND xã": the level, with the name where it has one, of the role beside. */
function placeBeside(beside: readonly Role[]): Place | null {
  for (const { body, evidence } of beside) {
    const place = / ((?:xã|phường|thị trấn)(?: \p{Lu}.*)?)$/iu.exec(
      body.replace(/ \(không nêu tên .*\)$/u, ''),
    )?.[1]
    if (place) return { text: place, evidence }
  }
  return null
}

const commune = new RegExp(
  `(?<!\\p{L})((?:[Xx]ã|[Pp]hường|[Tt]hị trấn)(?: \\p{Lu}[\\p{L}${apostrophes}]*){1,3})`,
  'u',
)

/** The commune of "Về phía lãnh đạo xã Phong Hải", of the list's heading, or of the document. */
export function placeOfFrame(context: Context, at: number): Place | null {
  const frame = frameBefore(context, at)
  const words = frame ? context.page.text.slice(frame.start, frame.end) : ''
  const named = commune.exec(words)?.[1]
  if (named) {
    const text = named.charAt(0).toLowerCase() + named.slice(1)
    return { text, evidence: named }
  }
  const near = communeInSentence(context, at)
  if (near) return near
  const framed = frameCommune(context)
  return framed && { text: `${framed.kind} ${framed.name}`, evidence: framed.evidence }
}

/** "Phó Bí thư Huyện ủy Mường Ảng, Chủ tịch UBND huyện": the district of the one is that of the other. */
function districtBeside(
  key: string,
  beside: readonly Role[],
): { text: string; provinceId: string | null; evidence: string } | null {
  const committee = /^(huyện|quận|thị) uỷ$/u.exec(key)?.[1]
  const office = / (huyện|quận|thị xã)$/u.exec(key)?.[1]
  for (const { body, provinceId, evidence } of beside) {
    const found =
      /(?:^| )(?:([Hh]uyện|[Qq]uận|[Tt]hị) (?:xã|uỷ|ủy)|([Hh]uyện|[Qq]uận)) (\p{Lu}[^()]*)$/u.exec(
        body,
      )
    const level = (found?.[1] ?? found?.[2])?.toLowerCase()
    const name = found?.[3]
    if (!name || !level) continue
    if (committee === level)
      return {
        text: `${committee.charAt(0).toUpperCase()}${committee.slice(1)} ủy ${name}`,
        provinceId,
        evidence,
      }
    if (office?.startsWith(level)) return { text: `${office} ${name}`, provinceId, evidence }
  }
  return null
}

/** The commune of the other offices of the sentence: "…, Chủ tịch HĐND phường Trần Phú; …, Phó Bí thư Đảng ủy". */
function communeInSentence(context: Context, at: number): Place | null {
  const bodies = bodiesIn(context, context.sentenceAt(at)).filter((o) =>
    /^(?:xã|phường|thị trấn) /iu.test(o.locality ?? ''),
  )
  const [first] = bodies
  const names = new Set(bodies.map((o) => keyOf(o.locality ?? '')))
  if (!first?.locality || names.size > 1) return null
  const text = first.locality
  return { text: text.charAt(0).toLowerCase() + text.slice(1), evidence: text }
}
