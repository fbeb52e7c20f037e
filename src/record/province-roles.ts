// What part a province plays in a document: issuer, host, participant, subject. Each needs words that say so; a province
// that is only named keeps "mention".
import type { Header } from '../extract/header.ts'
import type { Annotation } from '../extract/page.ts'
import type { ProvinceFound } from '../extract/provinces.ts'
import { spanAt } from '../extract/sentences.ts'
import type { ProvinceRole } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { type Context, zoneAt } from './context.ts'

type Found = Annotation<ProvinceFound>

/** The roles of every province that plays one, by id. */
export function provinceRolesOf(context: Context): Map<string, Set<ProvinceRole>> {
  const roles = new Map<string, Set<ProvinceRole>>()
  const play = (id: string, role: ProvinceRole) =>
    roles.set(id, (roles.get(id) ?? new Set()).add(role))
  const issuers = issuersOf(context)
  for (const id of issuers) play(id, 'issuer')
  for (const found of context.provinces) {
    if (found.value.cityOnly) continue
    // Who issues a document is no guest in it.
    for (const role of rolesAt(context, found))
      if (role !== 'participant' || !issuers.has(found.value.id)) play(found.value.id, role)
  }
  // A document that a province's own body or one of the centre issued needs no other host; one of a district does.
  const { header } = context.page
  const host =
    header?.issuer && (issuers.size > 0 || !isLocal(bodiesOf(header))) ? null : hostOf(context)
  if (host) play(host, 'host')
  return roles
}

const localBody =
  /(?<!\p{L})(?:ubnd|uỷ ban nhân dân|hđnd|hội đồng nhân dân|sở|tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|tỉnh uỷ|thành uỷ|huyện uỷ|quận uỷ|thị uỷ|tỉnh đoàn|thành đoàn|thpt|thcs|tiểu học|mầm non)(?!\p{L})/u

/** Matching key of the issuing body and the one above it, a line each. */
function bodiesOf(header: Header): string {
  return keyOf(`${header.superior ?? ''}\n${header.issuer ?? ''}`)
}

function isLocal(bodies: string): boolean {
  return localBody.test(bodies) && !/^(?:bộ|chính phủ) /mu.test(bodies)
}

/**
 * Provinces whose own body issued the document: named in the name of the body or of the body above it, or in the
 * dateline of a local body. "Hà Nội, ngày …" of a ministry is where it was signed.
 */
function issuersOf({ page, provinces }: Context): Set<string> {
  const ids = new Set<string>()
  if (!page.header?.issuer) return ids
  const body = bodiesOf(page.header)
  const here = provinces.filter((p) => !p.value.cityOnly)
  const header = here.filter((p) => zoneAt(page, p.start) === 'header')
  for (const p of header) if (body.includes(page.key.slice(p.start, p.end))) ids.add(p.value.id)
  if (ids.size === 0 && isLocal(body))
    for (const p of here) if (zoneAt(page, p.start) === 'dateline') ids.add(p.value.id)
  return ids
}

/** Windows are enough for the patterns, and keep a sentence of a thousand provinces linear. */
const windowBefore = 200
const windowAfter = 80

/** The words of the sentence before a province, without "tỉnh", "thành phố", "TP." right before it. */
function wordsBefore(context: Context, found: Found): string {
  const { key } = context.page
  const window = key.slice(Math.max(0, found.start - windowBefore), found.start)
  const end =
    found.start - (/(?<!\p{L})(?:tỉnh|thành phố|tp\.?|thủ đô) ?$/u.exec(window)?.[0].length ?? 0)
  // The full stop of "TP." ends no sentence.
  const { start } = context.sentenceAt(Math.max(context.blockAt(found.start).start, end - 1))
  return key.slice(Math.max(start, end - windowBefore), end)
}

/** "Hà Nội, ngày 21 tháng 6 năm 2024": where something was signed, at the head or at the foot of a text. */
const signedThere = /^ ?, ?ngày ?[\d.,… ]*tháng/u

function rolesAt(context: Context, found: Found): ProvinceRole[] {
  const { page } = context
  const before = wordsBefore(context, found)
  const { end } = context.sentenceAt(found.start)
  const after = page.key.slice(found.end, Math.min(end, found.end + windowAfter))
  const zone = zoneAt(page, found.start)
  const roles: ProvinceRole[] = []
  if (zone === 'header' || zone === 'dateline' || signedThere.test(after)) return roles
  if (isEventPlace(before) && (zone === 'lead' || zone === 'title')) roles.push('host')
  if (takesPart(before, after)) roles.push('participant')
  if (figure.test(after) || isRowOfFigures(context, found)) roles.push('subject')
  return roles
}

const placed = /(?<!\p{L})(?:đăng cai|chủ trì|tại|trên địa bàn) $/u
/** Words whose "tại X", "ở X" says where somebody lives or an office is. */
const elsewhere =
  /(?<!\p{L})(?:người dân|hộ dân|cử tri|nhà báo|phóng viên|văn phòng|văn phòng đại diện|trụ sở|chi nhánh|cn|cơ sở|nhà máy|công ty|đại sứ|đại sứ quán|tổng lãnh sự quán|cư trú|thường trú|(?<!học )sinh|quê|sống|địa chỉ|đại diện)(?!\p{L})(?:[^.,;:()]{0,60}?)$/u

/** "Chiều 25/4, tại X", "diễn ra tại X", "trên địa bàn tỉnh X". */
function isEventPlace(before: string): boolean {
  return placed.test(before) && (before.endsWith('trên địa bàn ') || !elsewhere.test(before))
}

const dự =
  'dự (?!án|thảo|kiến|báo|toán|phòng|trữ|luật|đoán|bị|thu|định|nguồn|tuyển|trù|khuyết|tính|lệnh|cảm|liệu)'
/** The province's people attend: the verb, then at most a list of guests. */
const attends = new RegExp(
  `(?<!\\p{L})(?:điểm cầu|đầu cầu|tham dự|${dự}|sự tham gia của|đại biểu|thành phần|phối hợp (?:với|cùng)|làm việc với|liên kết với|trao đổi kinh nghiệm với|kiến nghị của cử tri)(?!\\p{L})[^.;]{0,120}$`,
  'u',
)
const members =
  /(?<!\p{L})(?:gồm|bao gồm|các tỉnh|các tỉnh,? thành(?: phố)?|các sở|các địa phương|lãnh đạo|đại diện|đoàn công tác|đoàn đại biểu)(?!\p{L})[^.;]{0,120}$/u
const gathering = new RegExp(
  `(?<!\\p{L})(?:tham dự|tham gia|${dự}|cụm thi đua|khối thi đua|hội nghị|giao ban|ký kết|phối hợp|giao lưu)(?!\\p{L})`,
  'u',
)
/** A place ("tại huyện Yên Minh, tỉnh X"), a former office, or the body that issued a cited paper. */
const noGuest =
  /(?<!\p{L})(?:(?:tại|ở|trên địa bàn) (?!(?:điểm|đầu) cầu)[^.;:()]{0,50}|nguyên [^.;,()]{0,60}|(?:nghị quyết|quyết định|công văn|văn bản|kế hoạch|tờ trình|chỉ thị|thông báo|báo cáo) số [^.;]{0,120}|dự án [^.;,]{0,80})$/u
/** A life told: what its person took part in is no event of the document. */
const life = /(?<!\p{L})(?:năm 1[89]\d\d|cách mạng|kháng chiến|khởi nghĩa)(?!\p{L})/u

/** "- Đại diện các tỉnh X, Y" in a list of those present. */
const guestOfList = /^[-–+•* ]{0,3}(?:đại diện|đại biểu) [^.;]{0,120}$/u

function takesPart(before: string, after: string): boolean {
  if (/(?:điểm|đầu) cầu(?: [^.;,]{0,60})? $/u.test(before)) return true
  if (guestOfList.test(before) && !noGuest.test(before)) return true
  if (!attends.test(before) && !(members.test(before) && gathering.test(before + after)))
    return false
  return !noGuest.test(before) && !life.test(before)
}

/** "X 93,4%", "X: 12 ca", "X ghi nhận 5 ca": figures are told of it. */
const figure =
  /^(?:[^.;]{0,40}?\d[\d.,]*\s?%|(?: ?[:(]| có| ghi nhận)+ ?\d[\d.,]* (?:ca|trường hợp|bệnh nhân|người|tỷ|triệu|trường|xã|huyện|học sinh|dự án)(?!\p{L}))/u

/** "12 | Hà Nội | 5.430 | 27": the head of a row of a table, with figures after it. */
function isRowOfFigures(context: Context, found: Found): boolean {
  const { page } = context
  if (!isTableRow(context, found)) return false
  const block = context.blockAt(found.start)
  const before = page.key.slice(block.start, Math.min(found.start, block.start + 24))
  const after = page.key.slice(found.end, Math.min(block.end, found.end + 24))
  return (
    /^(?:\d+[.)]? )?(?:(?:tỉnh|thành phố|tp\.?) ?)?$/u.test(before) &&
    /^ \d[\d.,]*(?: |$)/u.test(after)
  )
}

function isTableRow({ page }: Context, found: Found): boolean {
  const index = spanAt(page.blocks, found.start)?.index
  return index !== undefined && page.parsed.blocks[index]?.kind === 'table-row'
}

/** A province that is named in passing: where somebody lives or once held an office, a paper's name, an addressee. */
const inPassing =
  /(?<!\p{L})(?:(?:nguyên|giữ cương vị|giữ chức) [^.;()]{0,120}|(?:tuổi trẻ|tiền phong|thanh niên) |cử tri |(?:kính gửi|địa chỉ|thường trú|hộ khẩu|quê quán|trụ sở)[ :][^\n]{0,120})$/u
const elsewhereListed =
  /(?<!\p{L})(?:văn phòng|chi nhánh|cn|cơ sở|nhà máy|người dân|hộ dân|sinh ngày|về quê|quê)(?: [^.;:]{0,60})?(?:,| tại| ở) $/u

/** "Chiều 25/4, tại X", "diễn đàn ngày 16/6 tại X". */
const tookPlace =
  /(?<!\p{L})(?:ngày|sáng|trưa|chiều|tối) (?:nay )?\(?\d{1,2}[/.-]\d{1,2}[^.;]{0,12} tại $/u
/** Characters that open a text. */
const head = 300

/**
 * The province where a document without an issuer is at home: of the body that acts in title or lead, the only one
 * named there, or the only one of the document; null where its mentions are in passing.
 */
function hostOf(context: Context): string | null {
  const { page } = context
  const named = context.provinces.filter((p) => isAtHome(context, p))
  for (const zone of ['title', 'lead']) {
    const here = named.filter((p) => zoneAt(page, p.start) === zone)
    const body = context.organisations.find((o) => o.provinceId && zoneAt(page, o.start) === zone)
    if (body?.provinceId && here.some((p) => p.value.id === body.provinceId)) return body.provinceId
    const ids = new Set(here.map((p) => p.value.id))
    if (here[0] && ids.size === 1) return here[0].value.id
  }
  const [first, second] = named
  const all = new Set(context.provinces.map((p) => p.value.id))
  if (!first || all.size !== 1) return null
  // One mention makes no home, unless it opens the text, tells where something took place, or "UBND tỉnh", "Sở" show
  // that the text speaks of its own province.
  const speaksOfOwn = context.organisations.some((o) => o.openLocality !== null)
  return second || speaksOfOwn || first.start < head || tookPlace.test(wordsBefore(context, first))
    ? first.value.id
    : null
}

function isAtHome(context: Context, found: Found): boolean {
  const { page } = context
  const zone = zoneAt(page, found.start)
  if (zone === 'header' || zone === 'dateline') return false
  const before = wordsBefore(context, found)
  if (signedThere.test(page.key.slice(found.end, found.end + windowAfter))) return false
  if (isTableRow(context, found) && !found.value.marked) return false
  return !inPassing.test(before) && !elsewhereListed.test(before)
}
