// Sentences that carry the order of the one before on: an imperative ("Huy động các lực lượng …"), what must be done in a
// case ("Trường hợp tổ chức, phải …"), a body that must do something ("Lực lượng công an tăng cường …").
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { bodyHead, chargedHead } from './bodies.ts'
import { isNarrative, openerLength, startsImperative, tokenAt } from './imperative.ts'
import { subjectEnd } from './subject-end.ts'

/** What those who are ordered must do, right after their name. */
const mustDo =
  /^(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|cần|phải|không được|chủ động|chủ trì(?! (?:phiên|hội|cuộc|buổi|lễ|và|họp|tại|đại|toạ|kỳ|một|các|đoàn|chương trình|sự kiện))|khẩn trương|kịp thời|nhanh chóng|sớm|tăng cường|tập trung|nghiêm túc|rà soát|đẩy mạnh|quán triệt|hướng dẫn|đôn đốc|tham mưu)(?!\p{L})/u
/** The same, though others are told to have done it, too: only of a body. */
const mustDoWell =
  /^(?:chỉ đạo )?(?:tổ chức|thực hiện|triển khai|quản lý|kiểm soát) (?:chặt chẽ|nghiêm|tốt|ngay|quyết liệt|kịp thời|hiệu quả)(?!\p{L})/u
/** What bodies do, and are told to do where an order stands right before. */
const does =
  /^(?:tiếp tục|phối hợp|triển khai|xây dựng|bố trí|tổ chức(?! (?:hội nghị|họp|cuộc|lễ|lớp|đoàn|buổi|ngày|chương trình|toạ đàm|hội thảo))|bảo đảm|đảm bảo|kiểm tra|xử lý|hoàn thành|chỉ đạo(?= thực hiện| triển khai| tổ chức)|thực hiện|chuẩn bị|kiểm soát|giám sát|tuyên truyền|dành)(?!\p{L})/u
/** A duty told further on, where verbs stand in the name: "Uỷ ban Ứng phó sự cố phải …". */
const duty =
  / (?<!(?:việc|điều|thì|nhất trí) )(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|phải)(?!\p{L})/u
/** A case, an aim or a time before what must be done. */
const frame =
  /^(?:(?:trong )?trường hợp|nếu|khi|(?:còn )?đối với|riêng|để|nhằm|trong thời gian (?:tới|này)|thời gian tới|từ nay|trước ngày|sau khi|trước khi)(?!\p{L})/u
/** What must be done then: "Nếu có vướng mắc thì phải báo cáo". */
const thenMust = / thì (?:phải|cần|không được|tuyệt đối|kiên quyết) /u
/** What people are told, in the words of one who may only advise. */
const advice = /^(?:khuyến cáo|nhắc nhở) (?=\p{L})/u
/** Words of what came about, will come or is told. */
const told =
  /(?<!\p{L})(?:đã|vừa|đang|từng|sẽ|được(?! giao| phân công)|bị|nói|phát biểu|theo (?:ông|bà|ts)|(?<!nhất |đặc biệt |trong đó |lơ )là)(?!\p{L})/u
/** Words of one who speaks, before those who are told. */
const speaking =
  /(?<!\p{L})(?:nhấn mạnh|lưu ý|yêu cầu|đề nghị|quán triệt|giao(?! thông| dịch)|kiến nghị)(?!\p{L})/u
/** What there must be beside what was ordered: "Đồng thời, có đường dây nóng …", unlike "Ngoài ra, có hơn 20 xã …". */
const besides =
  /^(?:đồng thời|ngoài ra|bên cạnh đó|cùng với đó),? có (?!thể|mặt|tới|đến|khoảng|hơn|trên|dưới|gần|nhiều|một|hai|ba|những|các|không|thêm|sự|ý kiến|tác dụng|nguy cơ|vai trò|quyền)(?=\p{L}{2})/u
/** UTF-16 units in which the main clause begins. */
const mostOfFrame = 260
/** UTF-16 units of those who must do something, and of their verb. */
const mostOfSubject = 160
const mostOfVerb = 30
/** UTF-16 units of one of several places or things of a case: "chợ, siêu thị, bến xe". */
const mostOfListed = 28

/** True for a sentence that tells something, after which an order does not go on. */
export function tells(key: string): boolean {
  return isNarrative(key) || told.test(key.slice(0, mostOfFrame))
}

/**
 * Where a sentence stands to the order: in the same paragraph; after one that orders and does not ask; right behind it, with
 * nothing between; with no paragraph between that carries none on.
 */
type Place = { sameBlock: boolean; task: boolean; next: boolean; near?: boolean }

/** True for a sentence that carries an order on. */
export function goesOn(
  page: Page,
  sentence: Span,
  key: string,
  { sameBlock, task, next, near }: Place,
): boolean {
  if (startsImperative(page, sentence.start, sentence.end)) return true
  // "Đồng thời, các xã phải …"
  const joined = task && (sameBlock || next) ? openerLength(key) : 0
  if (joined > 0 && mustAct(page, sentence.start + joined, sentence.end)) return true
  if (joined > 0 && besides.test(key) && !told.test(key.slice(0, mostOfFrame))) return true
  if (!task && !sameBlock && near && staysOn(page, sentence, key)) return true
  if (
    task &&
    (isCase(page, sentence, key, next) ||
      mustAct(page, sentence.start, sentence.end) ||
      (next && mustAct(page, sentence.start, sentence.end, true)) ||
      (next && isAssigned(page, sentence, key)) ||
      owes(key) ||
      advises(key))
  )
    return true
  if (sameBlock) return false
  return (
    /^(?:các|mọi|tất cả|toàn thể|sở|phòng|ban|ubnd|uỷ ban|công an|bộ chỉ huy|trường|thủ trưởng|hiệu trưởng|ngành|đơn vị)(?!\p{L})/u.test(
      key,
    ) &&
    /^[^.;:]{5,200}? (?:có trách nhiệm|chịu trách nhiệm|cần|phải|chủ động|chủ trì|khẩn trương|tăng cường|tập trung)(?!\p{L})/u.test(
      key,
    ) &&
    !/(?:^| )(?:đã|được|đang)(?!\p{L})/u.test(key.slice(0, 120))
  )
}

/**
 * True where a body stands at `start`, and at once what it must do: "Cấp tỉnh uỷ phải thành lập …"; `ordered` where any
 * work will do, since an order stands before: "… chỉ đạo Cục Thú y kiểm tra …".
 */
export function mustAct(page: Page, start: number, stop: number, ordered = false): boolean {
  const key = page.key.slice(start, stop)
  if (!chargedHead.test(key.slice(0, 60))) return false
  const end = subjectEnd(page.text.slice(start, stop), key, 0)
  if (end === null || end > mostOfSubject || isTold(key.slice(0, end))) return false
  const verb = key.slice(end, end + mostOfVerb)
  if (mustDo.test(verb)) return true
  if (!bodyHead.test(key.slice(0, 60))) return false
  if (!ordered) return mustDoWell.test(verb)
  return does.test(verb) || (isWork(page, start + end) && ministry.test(key))
}

/** What those are given to do who stand before it: "Công an tỉnh được giao chủ trì …". */
const assigned =
  /^(?:(?:cũng )?được|sẽ được) (?:giao|phân công)(?: thêm)?(?: nhiệm vụ| trách nhiệm)? (?=\p{L})/u
/** Of these "được giao …" says which are meant: "các đơn vị được giao thực hiện dự án". */
const anyOf =
  /^(?:(?:các|những|mọi|mỗi|tất cả) (?!bộ|sở|phó|huyện)|đơn vị|cơ quan|cán bộ|công chức|viên chức|người|đồng chí|cá nhân|tổ chức|tập thể|thành viên|địa phương|nhà thầu|chủ đầu tư)/u
/** What tells of it as of something past, or of what somebody always does. */
const asIs = /(?<!\p{L})(?:đã|vừa|đang|từng|bị|nhưng|vẫn|chưa|hằng năm|thường)(?!\p{L})/u

/** True where bodies or offices are given something to do, right behind an order: "Bộ trưởng Công an được giao huy động …". */
function isAssigned(page: Page, { start, end }: Span, key: string): boolean {
  if (!chargedHead.test(key.slice(0, 60)) || anyOf.test(key)) return false
  const subject = subjectEnd(page.text.slice(start, end), key, 0)
  if (subject === null || subject > mostOfSubject || asIs.test(key)) return false
  const given = assigned.exec(key.slice(subject))?.[0].length ?? 0
  return given > 0 && startsImperative(page, start + subject + given, end)
}

/** What bodies are to go on with, among the plans of those above them. */
const collective = /^(?:các |toàn |mỗi |mọi )|^[^,.;:]{2,60} các cấp /u

/** True where bodies of a sort go on with something in a paragraph after plans: "Hội Luật gia các cấp tiếp tục thực hiện …". */
function staysOn(page: Page, { start, end }: Span, key: string): boolean {
  if (!collective.test(key) || !chargedHead.test(key.slice(0, 60))) return false
  const subject = subjectEnd(page.text.slice(start, end), key, 0)
  return (
    subject !== null &&
    subject <= mostOfSubject &&
    !told.test(key.slice(0, mostOfFrame)) &&
    /^(?:tiếp tục|tập trung|tăng cường|đẩy mạnh|chủ động|nâng cao) (?=\p{L})/u.test(
      key.slice(subject, subject + mostOfVerb),
    )
  )
}

/** What a ministry is told to do in the sentence after one that orders another: "Bộ Tài chính rút ngắn thời gian …". */
const ministry =
  /^(?:các )?(?:bộ(?! phận| chỉ huy| đội)|ngân hàng nhà nước|thanh tra chính phủ|văn phòng chính phủ|ubnd|uỷ ban nhân dân|(?:các )?địa phương|sở|cục|tổng cục)(?!\p{L})/u
/** What bodies also do without being told. */
const ownDoing =
  /^(?:tổ chức|báo cáo|trình|tham gia|ban hành|thông báo|phát động|tiếp nhận|cử|ký|phát hiện|thành lập|kiến nghị|đề xuất|đề nghị|công bố (?!kịp thời|đầy đủ|ngay|đúng|công khai)|giới thiệu|khen thưởng|quyết định|thống nhất|khởi tố|xử phạt|tiếp|ghi nhận|đánh giá|trao)(?!\p{L})/u

/** True where a verb of order begins at an offset that bodies seldom do unasked. */
function isWork(page: Page, at: number): boolean {
  const verb = page.lexicon.directiveVerbs.longestAt(page.tokens, tokenAt(page, at))
  return (
    verb?.values.some((v) => v.role === 'verb') === true &&
    !ownDoing.test(page.key.slice(at, at + mostOfVerb))
  )
}

/** True where a subject holds a verb of its own, of what is told. */
function isTold(subject: string): boolean {
  return told.test(subject) || speaking.test(subject)
}

/** "Uỷ ban Ứng phó sự cố phải …": a duty told further on, where verbs stand in the name. */
function owes(key: string): boolean {
  const at = chargedHead.test(key.slice(0, 60)) ? key.slice(0, mostOfSubject).search(duty) : -1
  return at > 0 && !/[.;:]/u.test(key.slice(0, at)) && !isTold(key.slice(0, at))
}

/** True where people are told what to do in the words of one who may only advise: "Khuyến cáo người dân hạn chế …". */
function advises(key: string): boolean {
  const length = advice.exec(key)?.[0].length ?? 0
  return length > 0 && chargedHead.test(key.slice(length, length + 60))
}

/** "Trường hợp tổ chức, phải …", "Đối với chợ, siêu thị, tăng cường …", "Nếu … thì phải …". */
function isCase(page: Page, sentence: Span, key: string, next: boolean): boolean {
  if (!frame.test(key.slice(0, 24))) return false
  const opening = key.slice(0, mostOfFrame)
  if (/[;:]/u.test(opening.slice(0, opening.indexOf(', ') + 1)) || told.test(opening)) return false
  if (thenMust.test(opening)) return true
  let before = 0
  for (let at = opening.indexOf(', '); at >= 0; at = opening.indexOf(', ', at + 2)) {
    // "Đối với thành phố, nhiều lực lượng chốt chặt trên bờ, thường xuyên …": somebody acts, as is told.
    if (before > 0 && at - before > mostOfListed) return false
    before = at + 2
    const rest = key.slice(before, before + mostOfFrame)
    if (rest.startsWith('kiên quyết ')) return true
    const start = sentence.start + before
    if (chargedHead.test(rest.slice(0, 60))) return mustAct(page, start, sentence.end, next)
    if (startsImperative(page, start, sentence.end)) return !hasSubjectAfter(rest)
  }
  return false
}

/** "Khi rà soát, kiểm tra, đoàn phát hiện …": whose verbs only tell the case. */
function hasSubjectAfter(rest: string): boolean {
  const at = rest.indexOf(', ')
  return (
    at >= 0 &&
    /^(?:ông|bà|chúng ta|người|lực lượng|cơ quan|đoàn|tổ|các đơn vị|các cơ quan)(?!\p{L})/u.test(
      rest.slice(at + 2),
    )
  )
}
