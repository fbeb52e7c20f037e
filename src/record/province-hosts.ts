// Which province is the host: an event of the document takes place there, or a body of it acts. That a text names no other
// province is not enough.
import { spanAt } from '../extract/sentences.ts'
import type { Context } from './context.ts'
import { isFormal, type Place } from './province-places.ts'

/** Characters that open a text. */
const head = 300

/**
 * True where provinces named together are hosts. `isIssued`: a body of the province or of the centre issued the document.
 * `isSole`: the document is of nobody of them and names one province only, so that its body tells of it, too.
 */
export function isHost(
  context: Context,
  place: Place,
  isIssued: boolean,
  isSole: boolean,
): boolean {
  const { before, after, zone } = place
  const [first] = place.found
  if (!first || isFormal(place) || statistics.test(after)) return false
  if (zone === 'lead' || zone === 'title') {
    if (isEventPlace(before)) return true
  } else if (!isSole && (isIssued || first.start >= head)) return false
  if (isIssued || inPassing.test(before) || isTableRow(context, place)) return false
  return takesPlaceAt(before, after) || acts(before, after)
}

function isTableRow({ page }: Context, { found: [first] }: Place): boolean {
  const index = first ? spanAt(page.blocks, first.start)?.index : undefined
  return index !== undefined && page.parsed.blocks[index]?.kind === 'table-row'
}

/** "Tại X, số ca nhiễm mới đã giảm": told of X, nothing is held there. */
const statistics = /^,? (?:số (?:ca|người|vụ|trường hợp|hộ|học sinh)|tỷ lệ|tỉ lệ)(?!\p{L})/u
const placed = /(?<!\p{L})(?:đăng cai|chủ trì|tại|trên địa bàn) $/u
/** Words whose "tại X", "ở X" says where somebody lives or an office is. */
const elsewhere =
  /(?<!\p{L})(?:người dân|hộ dân|cử tri|nhà báo|phóng viên|văn phòng|văn phòng đại diện|trụ sở|chi nhánh|cn|cơ sở|nhà máy|công ty|đại sứ|đại sứ quán|tổng lãnh sự quán|cư trú|thường trú|(?<!học )sinh|quê|sống|địa chỉ|đại diện)(?!\p{L})(?:[^.,;:()]{0,60}?)$/u

/** "Chiều 25/4, tại X", "diễn ra tại X", "trên địa bàn tỉnh X". */
function isEventPlace(before: string): boolean {
  return placed.test(before) && (before.endsWith('trên địa bàn ') || !elsewhere.test(before))
}

const event =
  /(?<!\p{L})(?:tổ chức|diễn ra|khai mạc|bế mạc|khai trương|khánh thành|khởi công|phát động|ra quân|ra mắt|hội nghị|hội thảo|đại hội|diễn đàn|gặp mặt|đến thăm|làm việc|chủ trì|tiến hành|xảy ra)(?!\p{L})/u
/** "Tối 10/12, tại thành phố Việt Trì, tỉnh X, … tổ chức", "tại trường … (X)". */
const placedWithin = /(?<!\p{L})(?:tại|ở|trên địa bàn)(?: [^.;:()]{2,80}?(?:,| ?\(| -))? ?$/u

function takesPlaceAt(before: string, after: string): boolean {
  return (
    placedWithin.test(before) &&
    !elsewhere.test(before) &&
    !cited.test(before) &&
    event.test(before + after)
  )
}

/** A province that is named in passing: where somebody lives or once held an office, a paper's name, an addressee. */
const inPassing =
  /(?<!\p{L})(?:(?:nguyên|giữ cương vị|giữ chức) [^.;()]{0,120}|(?:tuổi trẻ|tiền phong|thanh niên) |cử tri |(?:kính gửi|địa chỉ|thường trú|hộ khẩu|quê quán|trụ sở)[ :][^\n]{0,120})$/u
const cited = /(?<!\p{L})(?:nghị quyết|văn kiện|kết quả|dự án|thành tích|kỷ niệm) [^.;]{0,120}$/u

/** A body of the province right before its name. */
const body =
  /(?<!\p{L})(?:ubnd|uỷ ban nhân dân|hđnd|hội đồng nhân dân|tỉnh uỷ|thành uỷ|tỉnh đoàn|thành đoàn|đảng bộ|chính quyền|công an|lđlđ|(?:sở|cục|chi cục|hội|hiệp hội|liên đoàn|mttq|ban|bộ đội|bộ chỉ huy|trung tâm|bảo hiểm|bhxh|đoàn|công đoàn|viện|toà án)(?: (?!(?:tại|ở|của|từ|về|đến|trong|do|là|cho|với|theo|trên|được|đã|vừa|để) )[\p{L}&().,-]+){0,9}) $/u
const officer =
  /(?<!\p{L})(?:(?:phó |quyền )?(?:chủ tịch|giám đốc|bí thư|chánh văn phòng|cục trưởng|trưởng ban|trưởng đoàn)(?: thường trực)?) ?(?:hội đồng )?$/u
/** Words that make the body the object of what others do, or the owner of a paper. */
const governed =
  /(?<!\p{L})(?:của|với|cùng|cho|gửi|theo|từ|giao|đề nghị|yêu cầu|kiến nghị|tới|đến|về|trước|ở|tại|đại diện|lãnh đạo|cán bộ|nguyên|giúp|thăm)(?: (?:các|ông|bà|đồng chí))?,? $/u
const deed =
  '(?:chủ trì|tổ chức|ban hành|đăng cai|phát động|khai mạc|bế mạc|ký|công bố|phê duyệt|quyết định|bổ nhiệm|khen thưởng|yêu cầu|chỉ đạo|thành lập|triển khai|tiến hành|thông báo|xử phạt|hướng dẫn|dừng|họp|có (?:công văn|văn bản|công điện|tờ trình|báo cáo|kế hoạch|thông báo|quyết định|chỉ thị)|thống nhất)(?!\\p{L})'
const helped = '(?: (?:đã )?phối hợp (?:với|cùng) [^.;:]{2,70}?| và [^.;:,]{2,50}?)?'
const tense = ',? (?:(?:đã|vừa|sẽ|đang|tiếp tục|long trọng|chính thức|cũng) ){0,2}'
const bodyActs = new RegExp(`^(?: \\([^()]{1,30}\\))?${helped}${tense}${deed}`, 'u')
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
