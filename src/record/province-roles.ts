// What part a province plays in a document: issuer, host, participant, subject. Each needs words that say so; a province
// that is only named keeps "mention".
import type { Header } from '../extract/header.ts'
import { isCapitals } from '../extract/line.ts'
import type { Page } from '../extract/page.ts'
import { spanAt } from '../extract/sentences.ts'
import type { ProvinceRole } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { type Context, zoneAt } from './context.ts'
import { hostsOf } from './province-hosts.ts'
import {
  type FoundProvince,
  isFormal,
  namedTogether,
  type Place,
  placeOf,
} from './province-places.ts'
import { schoolPlaces } from './province-schools.ts'

/** The roles of every province that plays one, by id. */
export function provinceRolesOf(context: Context): Map<string, Set<ProvinceRole>> {
  const roles = new Map<string, Set<ProvinceRole>>()
  const play = (id: string, role: ProvinceRole) =>
    roles.set(id, (roles.get(id) ?? new Set()).add(role))
  const issuers = issuersOf(context)
  for (const id of issuers) play(id, 'issuer')
  const named = context.provinces.filter((p) => !p.value.cityOnly)
  const { header } = context.page
  // A document that a province's own body or one of the centre issued needs no other host; one of a district does.
  const isIssued = issuers.size > 0 || (Boolean(header?.issuer) && !isLocal(bodiesOf(header)))
  const places = namedTogether(context, named).map((list) => placeOf(context, list))
  const held = [...places, ...schoolPlaces(context, named)]
  const hosts = new Set(hostsOf(context, held, isIssued).flatMap((p) => p.ids))
  for (const id of hosts) play(id, 'host')
  for (const place of places) {
    if (isFormal(place)) continue
    const subject = isSubject(context, place)
    const guest = takesPart(place.before, place.after)
    const speaker = guest || speaksAsGuest(place, hosts.size > 0)
    for (const id of place.ids) {
      // Who issues a document is no guest in it; nor is who holds the event and speaks there.
      if (guest ? !issuers.has(id) : speaker && !issuers.has(id) && !hosts.has(id))
        play(id, 'participant')
      if (subject) play(id, 'subject')
    }
  }
  return roles
}

const localBody =
  /(?<!\p{L})(?:ubnd|uỷ ban nhân dân|hđnd|hội đồng nhân dân|sở|tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|tỉnh uỷ|thành uỷ|huyện uỷ|quận uỷ|thị uỷ|tỉnh đoàn|thành đoàn|thpt|thcs|tiểu học|mầm non)(?!\p{L})/u

/** Matching key of the issuing body and the one above it, a line each. */
function bodiesOf(header: Header | null): string {
  return keyOf(`${header?.superior ?? ''}\n${header?.issuer ?? ''}`)
}

function isLocal(bodies: string): boolean {
  return localBody.test(bodies) && !/^(?:bộ|chính phủ) /mu.test(bodies)
}

/**
 * Provinces whose own body issued the document: named in the name of the body or of the body above it, or in the
 * dateline of a local body. "Hà Nội, ngày …" of a ministry is where it was signed.
 */
function issuersOf({ page, provinces }: Context): Set<string> {
  if (!page.header?.issuer)
    return new Set(provinces.filter((p) => isAboveBody(page, p)).map((p) => p.value.id))
  const ids = new Set<string>()
  const body = bodiesOf(page.header)
  const here = provinces.filter((p) => !p.value.cityOnly)
  const header = here.filter((p) => zoneAt(page, p.start) === 'header')
  for (const p of header) if (body.includes(page.key.slice(p.start, p.end))) ids.add(p.value.id)
  if (ids.size === 0 && isLocal(body))
    for (const p of here) if (zoneAt(page, p.start) === 'dateline') ids.add(p.value.id)
  return ids
}

/** Characters that hold the first lines of a form. */
const topOfForm = 200
const ownLine = /^(?:(?:ubnd|uỷ ban nhân dân) )?(?:tỉnh |thành phố |tp\.? ?)?$/u
const bodyLine =
  /^(?:ubnd|uỷ ban nhân dân|hđnd|hội đồng nhân dân|sở|phòng|chi cục|trường)(?!\p{L})[^\n]{0,80}$/u

const formAfter = /^\s+(?:biểu|mẫu|biểu mẫu) (?:số )?\d/u

/**
 * The head of a form without motto and number: "THÀNH PHỐ X" in capitals on a line of its own over "UBND HUYỆN Y", or
 * beside "Mẫu số 1".
 */
function isAboveBody(page: Page, found: FoundProvince): boolean {
  if (found.value.cityOnly || found.start > topOfForm) return false
  const start = page.key.lastIndexOf('\n', found.start) + 1
  const [line = '', below = ''] = page.key.slice(start, start + topOfForm).split('\n', 2)
  const end = start + line.length
  if (!ownLine.test(page.key.slice(start, found.start))) return false
  if (formAfter.test(page.key.slice(found.end, found.end + topOfForm)))
    return start === 0 && isCapitals(page.text.slice(start, found.end))
  return (
    found.end === end &&
    bodyLine.test(below) &&
    isCapitals(page.text.slice(start, end + 1 + below.length))
  )
}

const dự =
  'dự(?! (?:án|thảo|kiến|báo|toán|phòng|trữ|luật|đoán|bị|thu|định|nguồn|tuyển|trù|khuyết|tính|lệnh|cảm|liệu|thi)(?!\\p{L}))'
/** The province's people attend: the verb, then at most a list of guests. */
const attends = new RegExp(
  `(?<!\\p{L})(?:điểm cầu|đầu cầu|tham dự|${dự}[^.;:]{0,90}? (?:có|gồm)|sự tham gia của|đại biểu|thành phần|phối hợp (?:với|cùng)|làm việc với|về phía|liên kết với|trao đổi kinh nghiệm với|kiến nghị của cử tri)(?!\\p{L})[^.;]{0,120}$`,
  'u',
)
const members =
  /(?<!\p{L})(?:gồm|bao gồm|các tỉnh|các tỉnh,? thành(?: phố)?|các sở|các địa phương|lãnh đạo|đại diện|đoàn công tác|đoàn đại biểu)(?!\p{L})[^.;]{0,120}$/u
const gathering = new RegExp(
  `(?<!\\p{L})(?:tham dự|tham gia|${dự}|cụm thi đua|khối thi đua|hội nghị|giao ban|ký kết|phối hợp|giao lưu)(?!\\p{L})`,
  'u',
)
/** A place ("tại huyện Yên Minh, tỉnh X"), a former office, who issued a cited paper, what others do together. */
const noGuest =
  /(?<!\p{L})(?:(?:tại|ở|trên địa bàn) (?!(?:điểm|đầu) cầu)[^.;:()]{0,50}|nguyên [^.;,()]{0,60}|(?:nghị quyết|quyết định|công văn|văn bản|kế hoạch|tờ trình|chỉ thị|thông báo|báo cáo) số [^.;]{0,120}|dự án [^.;,]{0,80}|phối hợp (?:với|cùng) [^.;]{0,100}? (?:tổ chức|thực hiện|triển khai|đáp ứng|để|nhằm|về) [^.;]{0,120})$/u
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

/** "Chủ tịch Hội Luật gia X cũng ghi nhận", "Giám đốc Sở Y tế X phát biểu tại hội nghị": somebody in office speaks. */
const officer =
  /(?<!\p{L})(?:chủ tịch|giám đốc|bí thư|cục trưởng|trưởng ban|trưởng đoàn|chánh văn phòng) [^.;:]{0,60}$/u
const greets =
  /^[^.;:\d]{0,50}?(?<!\p{L})(?:phát biểu (?:chào mừng|chúc mừng)|cũng (?:ghi nhận|phát biểu|biểu dương|chúc mừng)|ghi nhận và biểu dương|(?:đến|tới) (?:tham )?dự)(?!\p{L})/u
const speaks = /^[^.;:\d]{0,50}?(?<!\p{L})phát biểu (?:tại|chỉ đạo)(?!\p{L})/u

/** `isHeldElsewhere`: another province is known to hold the event, so that whoever speaks at it is a guest. */
function speaksAsGuest({ before, after }: Place, isHeldElsewhere: boolean): boolean {
  return (
    officer.test(before) &&
    !noGuest.test(before) &&
    (greets.test(after) || (isHeldElsewhere && speaks.test(after)))
  )
}

/** "X 93,4%", "X: 12 ca", "X ghi nhận 5 ca", "tại X, số ca mới": figures are told of it. */
const figure =
  /^(?:[^.;]{0,40}?\d[\d.,]*\s?%|,? số (?:ca|vụ|trường hợp) |(?: ?[:(]| có| ghi nhận)+ ?\d[\d.,]* (?:ca|trường hợp|bệnh nhân|người|tỷ|triệu|trường|xã|huyện|học sinh|dự án|đơn vị hành chính)(?!\p{L}))/u

function isSubject(context: Context, { found, after }: Place): boolean {
  return figure.test(after) || found.some((f) => isRowOfFigures(context, f))
}

/** "12 | Hà Nội | 5.430 | 27": the head of a row of a table, with figures after it. */
function isRowOfFigures({ page, blockAt }: Context, found: FoundProvince): boolean {
  const index = spanAt(page.blocks, found.start)?.index
  if (index === undefined || page.parsed.blocks[index]?.kind !== 'table-row') return false
  const block = blockAt(found.start)
  const before = page.key.slice(block.start, Math.min(found.start, block.start + 24))
  const after = page.key.slice(found.end, Math.min(block.end, found.end + 24))
  return (
    /^(?:\d+[.)]? )?(?:(?:tỉnh|thành phố|tp\.?) ?)?$/u.test(before) &&
    /^ \d[\d.,]*(?: |$)/u.test(after)
  )
}
