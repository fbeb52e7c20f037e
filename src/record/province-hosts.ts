// Which province is the host: an event of the document takes place there, or a body of it acts. That a text names no other
// province is not enough.
import { isCapitals } from '../extract/line.ts'
import { spanAt } from '../extract/sentences.ts'
import type { Context } from './context.ts'
import { isFormal, type Place } from './province-places.ts'

/** Characters that open a text. */
const head = 300

/**
 * The places whose provinces are hosts: those of title and lead; where none is, those of the first words, or of the whole
 * text where it names one province only. A document that a body of the province or of the centre issued (`isIssued`) has
 * no host but where its title or lead names the place.
 */
export function hostsOf(context: Context, places: readonly Place[], isIssued: boolean): Place[] {
  const opening = places.filter((p) => p.zone === 'lead' || p.zone === 'title')
  const isPlaced = (p: Place) =>
    !isOnlyTold(p) && (isEventPlace(p.before) || isNewsPlace(context, p))
  if (isIssued) return opening.filter(isPlaced)
  const hosts = opening.filter((p) => isPlaced(p) || holds(context, p) || isObeyed(context, p))
  if (hosts.length > 0) return hosts
  const isSole = new Set(places.flatMap((p) => p.ids)).size === 1
  return places.filter((p) => (isSole || p.start < head) && holds(context, p))
}

/** "QUANG NINH - The departments met": a report that opens with its place in capitals. */
function isNewsPlace({ page }: Context, { zone, before, after, start }: Place): boolean {
  return (
    zone === 'lead' &&
    before === '' &&
    /^ ?[-–] /u.test(after) &&
    isCapitals(page.text.slice(start, page.text.indexOf(' ', start + 1)))
  )
}

/** True where nothing is held at a place: it is in the header, or figures are told of it. */
function isOnlyTold(place: Place): boolean {
  return isFormal(place) || statistics.test(place.after)
}

function holds(context: Context, place: Place): boolean {
  const { before, after } = place
  if (isOnlyTold(place) || inPassing.test(before) || isTableRow(context, place)) return false
  return takesPlaceAt(before, after) || acts(before, after)
}

function isTableRow({ page }: Context, { start }: Place): boolean {
  const index = spanAt(page.blocks, start)?.index
  return index !== undefined && page.parsed.blocks[index]?.kind === 'table-row'
}

/** "Tại X, số ca nhiễm mới đã giảm": told of X, nothing is held there. */
const statistics = /^,? (?:số (?:ca|người|vụ|trường hợp|hộ|học sinh)|tỷ lệ|tỉ lệ)(?!\p{L})/u
const placed = /(?<!\p{L})(?:đăng cai|chủ trì|tại|trên địa bàn) $/u
/** Words whose "tại X", "ở X" says where somebody lives or an office is. */
const elsewhere =
  /(?<!\p{L})(?:người dân|hộ dân|cử tri|nhà báo|phóng viên|văn phòng|văn phòng đại diện|trụ sở|chi nhánh|cn|cơ sở|nhà máy|công ty|đại sứ|đại sứ quán|tổng lãnh sự quán|cư trú|thường trú|(?<!học )sinh|quê|sống|địa chỉ|đại diện)(?!\p{L})(?:[^.,;:()]{0,60}?)$|(?<!\p{L})sinh (?:ngày|năm) [^;:()]{0,40}$/u

/** "Chiều 25/4, tại X", "diễn ra tại X", "trên địa bàn tỉnh X". */
function isEventPlace(before: string): boolean {
  return placed.test(before) && (before.endsWith('trên địa bàn ') || !elsewhere.test(before))
}

const event =
  /(?<!\p{L})(?:tổ chức|diễn ra|khai mạc|bế mạc|khai trương|khánh thành|khởi công|phát động|ra quân|ra mắt|hội nghị|hội thảo|đại hội|diễn đàn|gặp mặt|đến thăm|làm việc|chủ trì|xảy ra)(?!\p{L})/u
/** "Tối 10/12, tại thành phố Việt Trì, tỉnh X, … tổ chức", "tại trường … (X)". */
const placedWithin = /(?<!\p{L})(?:tại|ở|trên địa bàn)(?: [^.;:()]{2,80}?(?:,| ?\(| -))? ?$/u

/** "Chiều 25/4, tại X", "diễn đàn ngày 16/6 tại X". */
const onDay =
  /(?<!\p{L})(?<!sinh )(?:ngày|sáng|trưa|chiều|tối) (?:nay )?\(?\d{1,2}[/.-]\d{1,2}[^.;]{0,12} tại $/u

function takesPlaceAt(before: string, after: string): boolean {
  const found = placedWithin.exec(before)
  if (!found) return false
  const lead = before.slice(0, found.index)
  if (elsewhere.test(lead) || cited.test(lead)) return false
  return onDay.test(before) || event.test(`${lead.slice(lead.lastIndexOf(';') + 1)}|${after}`)
}

/** "Thực hiện Kế hoạch số 12-KH/TU của Tỉnh uỷ X", "… Quyết định của Trung ương và tỉnh X": whose paper a sentence begins with. */
const paperOf =
  /^(?:thực hiện|triển khai|căn cứ|theo|chấp hành|hưởng ứng) (?:[^.;]{0,40} )?(?:kế hoạch|nghị quyết|chỉ thị|công văn|quyết định|chương trình|hướng dẫn|thông báo|công điện|chỉ đạo)(?!\p{L})[^.;]{0,160} của (?:trung ương và )?(?:tỉnh uỷ|thành uỷ|ubnd|uỷ ban nhân dân|hđnd|hội đồng nhân dân|(?:sở|ban|công an|hội|liên đoàn|mặt trận|đoàn|tỉnh đoàn|bộ chỉ huy)(?: [^\s,.;]{1,14}){0,8})? ?$/u
/** A body below a province holds something, behind the paper it obeys. */
const localBodyActs =
  /,(?: [^,.;:]{0,50},)? (?:sáng |chiều |tối |vừa qua |hôm nay )?(?:(?:đảng uỷ|đảng bộ|ubnd|uỷ ban nhân dân|hđnd|hội đồng nhân dân|công an|hội [^,.;:]{2,30}|uỷ ban mttq(?: việt nam)?|mttq) (?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn)|huyện uỷ|quận uỷ|thị uỷ|huyện đoàn|(?:huyện|quận|thị xã|xã|phường|thị trấn)|trường (?:thpt|thcs|tiểu học|mầm non)) [^,.;:]{2,50}?(?: đã| vừa| long trọng)* (?:tổ chức|khai mạc|phát động|ra quân|tiến hành)(?!\p{L})/u

/** A body below the province obeys a paper of the province: what it holds takes place there. */
function isObeyed({ page, sentenceAt }: Context, { before, found, ids, start }: Place): boolean {
  if (page.header || ids.length > 1 || !paperOf.test(before)) return false
  const from = found.at(-1)?.end ?? start
  return localBodyActs.test(
    page.key.slice(from, Math.min(sentenceAt(start).end, from + longestPaper)),
  )
}
/** Characters of a paper's name and what it is about. */
const longestPaper = 500

/** A province that is named in passing: where somebody lives or once held an office, a paper's name, an addressee. */
const inPassing =
  /(?<!\p{L})(?:(?:nguyên|giữ cương vị|giữ chức) [^.;()]{0,120}|(?:tuổi trẻ|tiền phong|thanh niên) |cử tri |(?:kính gửi|địa chỉ|thường trú|hộ khẩu|quê quán|trụ sở)[ :][^\n]{0,120})$/u
const cited = /(?<!\p{L})(?:nghị quyết|văn kiện|kết quả|dự án|thành tích|kỷ niệm) [^.;]{0,120}$/u

/** A body of the province right before its name. */
const body =
  /(?<!\p{L})(?:ubnd|uỷ ban nhân dân|hđnd|hội đồng nhân dân|tỉnh uỷ|thành uỷ|tỉnh đoàn|thành đoàn|đảng bộ|chính quyền|công an|lđlđ|(?:ubnd|uỷ ban nhân dân) (?:quận|huyện|thị xã|thành phố|xã|phường|thị trấn) [\p{L}\d ]{1,30}(?:,| \()|(?:sở|cục|chi cục|hội(?! (?:nghị|thảo|đồng|trường|chợ|thi|đàm))|hiệp hội|liên đoàn|mttq|ban(?! hành)|bộ đội|bộ chỉ huy|trung tâm|bảo hiểm|bhxh|trường(?= (?:đại học|cao đẳng|trung cấp|chính trị))|đại học|học viện|bệnh viện|đoàn(?! (?:công tác|đại biểu))|công đoàn|viện|toà án)(?: (?!(?:tại|ở|của|từ|về|đến|trong|do|là|cho|với|theo|trên|được|đã|vừa|để) )[\p{L}&().,-]+){0,9}) $/u
const officer =
  /(?<!\p{L})(?:(?:phó |quyền )?(?:chủ tịch|giám đốc|bí thư|chánh văn phòng|cục trưởng|trưởng ban|trưởng đoàn)(?: thường trực)?) ?(?:hội đồng )?$/u
/** Words that make the body the object of what others do, or the owner of a paper. */
const governed =
  /(?<!\p{L})(?:của|với|cùng|cho|gửi|theo|từ|giao|đề nghị|yêu cầu|kiến nghị|tới|đến|về|trước|ở|tại|đại diện|lãnh đạo|cán bộ|nguyên|giúp|thăm)(?: (?:các|ông|bà|đồng chí))?,? $|(?<!\p{L})(?:giao|đề nghị|yêu cầu|phối hợp (?:với|cùng)|làm việc (?:với|cùng)) [^.;:]{0,80}$/u
const deed =
  '(?:chủ trì|tổ chức|ban hành|đăng cai|phát động|khai mạc|bế mạc|ký|công bố|phê duyệt|quyết định|bổ nhiệm|khen thưởng|yêu cầu|chỉ đạo|thành lập|triển khai|tiến hành|thông báo|xử phạt|hướng dẫn|cho phép|dừng|họp|có (?:công văn|văn bản|công điện|tờ trình|báo cáo|kế hoạch|thông báo|quyết định|chỉ thị)|thống nhất)(?!\\p{L})'
const helped = '(?: (?:đã )?phối hợp (?:với|cùng) [^.;:]{2,70}?| và [^.;:,]{2,50}?)?'
const tense = ',? (?:(?:đã|vừa|sẽ|đang|tiếp tục|long trọng|chính thức|cũng) ){0,2}'
const bodyActs = new RegExp(`^\\)?(?: \\([^()]{1,30}\\))?${helped}${tense}${deed}`, 'u')
const officerActs = new RegExp(
  `^(?: ?[-–,(])?(?: (?!được |bị |do |là |khi |nếu |cho |trả |phát |dự )\\p{L}+){0,6}${tense}${deed}`,
  'u',
)
/** "Sáng 4/7, X yêu cầu …", "X dừng nhân rộng": the province itself, at the head of a sentence. */
const subjectOfSentence = /^(?:[^,.;:]{0,40}, )?$/u
/** "Hội nghị Thành uỷ X", "kỳ họp thứ 7 HĐND tỉnh X". */
const meetingOf =
  /(?<!\p{L})(?:hội nghị|kỳ họp|đại hội|phiên họp|cuộc họp|họp báo)(?: [^.;,:]{0,40})? ?$/u

/** "UBND tỉnh X tổ chức", "Chủ tịch UBND tỉnh X … đã ký", "tại kỳ họp thứ 7 HĐND tỉnh X". */
function acts(before: string, after: string): boolean {
  if (subjectOfSentence.test(before)) return bodyActs.test(after)
  const found = body.exec(before)
  if (!found) return false
  const lead = before.slice(0, found.index)
  if (meetingOf.test(lead)) return !cited.test(lead)
  const office = officer.exec(lead)
  if (governed.test(office ? lead.slice(0, office.index) : lead)) return false
  return (office ? officerActs : bodyActs).test(after)
}
