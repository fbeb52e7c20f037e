// Words that announce directives: "… cần đặc biệt quan tâm một số vấn đề sau:", "thống nhất:", "yêu cầu các đơn vị",
// and headings over them: "II. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM".
import type { DirectiveKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { markerOf } from '../markers.ts'
import type { Page } from '../page.ts'
import { bodyHead } from './bodies.ts'
import { shortcoming, tokenAt } from './imperative.ts'

const stem = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u')

/** "giao" as an order, not "giao dịch", "bàn giao", "ngoại giao". */
const giving =
  '(?<!(?:bàn|ngoại|chuyển|trao|tiếp|được) )giao(?! (?:dịch|thông|lưu|ban|tiếp|ước|nhận|khoán|đất|rừng|hàng|diện|hữu))'
const announcing = stem(
  `${giving}|ý kiến|yêu cầu|đề nghị|chỉ đạo|nhấn mạnh|lưu ý|quán triệt|phân công|chỉ thị|chỉ rõ|nêu rõ|đề ra|tập trung|thực hiện|triển khai|quan tâm|nhiệm vụ|giải pháp|nội dung|vấn đề|kết luận|thống nhất|quyết nghị|quyết định|biện pháp|phương hướng|công việc|trọng tâm|làm tốt|mục tiêu|chỉ tiêu|kiến nghị|đề xuất|phấn đấu|kính trình|(?:ban hành|xây dựng|lập) (?:kế hoạch|phương án|chương trình|chỉ thị)`,
)
const reporting = stem(
  'kết quả|đạt được|ưu điểm|tồn tại|hạn chế|khó khăn|nguyên nhân|gồm|bao gồm|thành phần|có|tham dự|dự|hồ sơ|căn cứ|cơ sở|ghi nhận|báo cáo|trong đó',
)
const objective = stem('mục tiêu|chỉ tiêu|phấn đấu|mục đích')
const petition = stem('kiến nghị|đề xuất|kính trình|kính đề nghị')
const resolution = stem(
  'thống nhất|quyết nghị|biểu quyết|nhất trí|quyết định(?! số| này| của| trên| phê duyệt| ban hành)',
)
const order = stem(
  `${giving}|yêu cầu|đề nghị|chỉ đạo|nhấn mạnh|lưu ý|quán triệt|phân công|nhiệm vụ|giải pháp|cần|phải|trọng tâm|tập trung|chỉ thị`,
)
/** "có ý kiến như sau:", "kết luận như sau:": opinions and orders come after it, one by one. */
const opinion = stem('(?:có |cho )?ý kiến(?: chỉ đạo| kết luận)?|kết luận')
/** Words that make the list one of conditions, papers or names: "đáp ứng các yêu cầu sau:", "hồ sơ gồm:". */
const criteria =
  /(?:(?:đáp ứng|bảo đảm|đảm bảo|thoả mãn|đạt|phù hợp|theo)(?: đủ| đầy đủ| với)?(?: các| những| một số| một trong các)? (?:yêu cầu|điều kiện|tiêu chuẩn|tiêu chí|nguyên tắc)[^:]{0,60}|(?:lĩnh vực|trường hợp|đối tượng|hành vi|hình thức|phương thức|cách thức|điều kiện|thành phần|giấy tờ|hồ sơ|tiêu chí|tiêu chuẩn|nguyên tắc|quy định|thủ tục|từ ngữ|quyền|nghĩa vụ|thông tin|chức năng|tài liệu|đại biểu|đơn vị|tỉnh|huyện|số liệu|ví dụ|mẫu)(?: cụ thể)?(?: như)?(?: sau đây| sau)?|gồm(?: có)?|bao gồm|phải có|(?:từ )?(?:các )?nguồn(?: sau)?|trình bày như sau|được (?:hiểu|quy định|xác định|tính|ghi)[^:]{0,40}như sau)\s?[:.…]?$/u
/** "được viết thống nhất như sau:": of one form, and not agreed. */
const uniform =
  /(?:quy định|viết|viết tắt|ghi|trình bày|sử dụng|áp dụng|tính) [^:]{0,40}thống nhất[^:]{0,30}:$/u
/** "đã ban hành nhiều văn bản cụ thể:": what was done, one by one. */
const told =
  /(?<!\p{L})(?:đã|vừa)(?: \p{L}+)? (?:ban hành|thực hiện|triển khai|tổ chức|xây dựng|hoàn thành|đạt|có nhiều|có các|tham mưu|phối hợp|tiến hành|nỗ lực|làm được|thu được)(?!\p{L})[^.;]{0,200}:$|(?<!\p{L})(?:đạt được|vượt qua)[^.;:]{0,80}:$/u
/** "Trường … thông báo tuyển sinh với các nội dung sau:": what is told, not ordered. */
const informing =
  /(?<!\p{L})thông báo(?! kết luận)(?!\p{L})[^.;:]{0,120}(?:nội dung|thông tin)[^.;:]{0,40}:$/u
/** "… có thể rút ra một số kinh nghiệm sau:": what the past has taught. */
const lesson = /(?<!\p{L})(?:rút ra|bài học|kinh nghiệm)(?!\p{L})[^.;:]{0,60}:$/u

/** True for a line over lessons drawn from what was done, which read like orders and are none. */
export function opensLessons(key: string): boolean {
  const tail = key.slice(-170).trimEnd()
  return (
    tail.endsWith(':') && lesson.test(tail) && /(?<!\p{L})(?:rút ra|bài học)(?!\p{L})/u.test(tail)
  )
}

const ordering =
  /(?<!\p{L})(?:yêu cầu|đề nghị|chỉ đạo|phân công|giao) (?:cho )?(?:các|sở|ubnd|uỷ ban|thủ trưởng|những|toàn|ban|phòng|bộ|giám đốc|chủ tịch|công an|quý|cơ quan|đơn vị|địa phương)(?!\p{L})/u

/** An order at the end of a sentence, from the mark or word on that parts it from what is told before. */
const orderAtEnd =
  /(?:[,;] (?:đồng thời,? |song |nhưng |và )?|(?:^| )(?:đồng thời|và) )(?:(?!đã |vừa )[^,;]){0,60}?(?:yêu cầu|đề nghị|chỉ đạo|lưu ý|nhấn mạnh|quán triệt|nhắc nhở|giao)(?= \p{L})[^;]{0,160}$/u

/** A sentence from the order at its end on: "… đồng thời đề nghị …:"; the whole where nothing parts it. */
function clauseOfOrder(sentence: string): string {
  const at = orderAtEnd.exec(sentence)?.index
  return at === undefined ? sentence : sentence.slice(at)
}

/** "Đại hội đưa ra phương hướng, nhiệm vụ khoá II:": what a body sets its own term or year. */
const ownTerm =
  /(?<!\p{L})(?:đại hội|hội nghị|hội|chi bộ|đảng bộ|liên đoàn|công đoàn)(?!\p{L})[^.;:]{0,80} (?:xác định|đề ra|đưa ra|thông qua) [^:]{0,60}(?:phương hướng|nhiệm kỳ|khoá|năm (?:tới|học|20))(?!\p{L})/u

/** "Một số nội dung tuyên truyền cụ thể:" over what people are to be told of. */
const topics =
  /^(?:[-+*•\d.)a-zđ]{1,4} )?(?:một số |các |những )?(?:nội dung|chủ đề)(?: chủ yếu| trọng tâm| chính| cần)? (?:tuyên truyền|phổ biến|truyền thông|tập huấn|bồi dưỡng)(?: [^.;:]{1,60})?:$/u

/** What kind of list a text that ends with ":" announces, or null. `key` is the sentence with the colon. */
export function introducedKind(key: string): DirectiveKind | null {
  const trimmed = key.trim()
  if (!/(?::|sau đây|sau)[.…]?$/u.test(trimmed.slice(-8))) return null
  const tail = trimmed.slice(-220)
  if (!announcing.test(tail)) return null
  const last = tail.slice(-120)
  if (criteria.test(tail) && !ordering.test(tail)) return null
  if (informing.test(tail) && !ordering.test(tail)) return null
  if (topics.test(trimmed)) return null
  if (lesson.test(tail) || /^gợi ý(?!\p{L})/u.test(trimmed)) return null
  if (
    uniform.test(tail) ||
    (told.test(tail) && told.test(clauseOfOrder(tail)) && !ordering.test(last))
  )
    return null
  if (opinion.test(last.slice(-45)) && /(?:như sau|sau đây|sau)/u.test(last.slice(-20)))
    return 'task'
  if (
    petition.test(last) &&
    !/(?:giải quyết|trả lời|xử lý) (?:các )?(?:đề xuất|kiến nghị)/u.test(last)
  )
    return 'petition'
  if (
    /(?<!\p{L})sẽ(?!\p{L})[^:;.]{0,120}:$/u.test(last) &&
    !ordering.test(last) &&
    !objective.test(last)
  )
    return 'plan'
  if (ownTerm.test(last) && !ordering.test(last)) return 'plan'
  if (order.test(last))
    return objective.test(last.slice(-40)) && !/nhiệm vụ|giải pháp/u.test(last.slice(-40))
      ? 'objective'
      : 'task'
  if (objective.test(last)) return 'objective'
  if (resolution.test(last)) return 'resolution'
  if (reporting.test(last)) return null
  return 'task'
}

/** True where what ends with a colon lists things, papers or conditions: "Các dịch vụ trên mạng bao gồm:". */
export function listsThings(key: string): boolean {
  const trimmed = key.trim()
  if (!/:[.…]?$/u.test(trimmed.slice(-2))) return false
  if (/^gợi ý(?!\p{L})[^.;]*:$/u.test(trimmed) || topics.test(trimmed)) return true
  const tail = trimmed.slice(-220)
  return (
    criteria.test(tail) &&
    !ordering.test(tail) &&
    !/(?:nhiệm vụ|nghĩa vụ|trách nhiệm|giải pháp|công việc|biện pháp|kiến nghị|đề xuất|đề nghị)[^:]{0,60}:[.…]?$/u.test(
      tail,
    )
  )
}

/** True for a line that goes on from the one above: it begins small, or that one ended with a semicolon. */
export function runsOn(page: Page, { start }: Span): boolean {
  const before = page.text.slice(Math.max(0, start - 4), start).trimEnd()
  return /^\p{Ll}/u.test(page.text.slice(start, start + 2)) || before.endsWith(';')
}

/** True where an introducer announces opinions among which orders are, so that each item must be one by itself. */
export function isWeakIntroducer(key: string): boolean {
  const last = key.trim().slice(-120)
  return (
    (opinion.test(last.slice(-45)) && !ordering.test(last)) ||
    (!order.test(last) && !objective.test(last) && !petition.test(last) && !resolution.test(last))
  )
}

/** What opens a heading over results, grounds or matters of form. */
const noTasks = new RegExp(
  `^(?:kết quả|đánh giá|tình hình|tồn tại|${shortcoming}|ưu điểm|nguyên nhân|bài học|căn cứ|cơ sở|sự cần thiết|thành phần|thời gian|địa điểm|kinh phí|phụ lục|đặc điểm|thuận lợi|khó khăn|đối tượng|phạm vi|khái quát|công tác đã|tiêu chuẩn|tiêu chí|điều kiện|năng lực|hình thức(?! (?:tuyên truyền|phổ biến|truyền thông))|hiện trạng|phân tích|mô hình|kiến trúc|phương án|chức năng(?!,? (?:và )?nhiệm vụ)|yếu tố|các yếu tố|biện pháp khắc phục hậu quả|yêu cầu (?:về|đối với) (?:năng lực|trình độ|tính năng|chức năng|kỹ thuật|hệ thống|phần mềm|thiết bị|chất lượng)|giải thích|quyền của|quyền hạn|thẩm quyền)`,
  'u',
)

/** "Điều 2. Mục tiêu, chỉ tiêu chủ yếu năm 2011". */
const articleMark = /^điều \d{1,3}[.:] ?/u

/** What a heading says of the section under it: the kind of directives there, "none" for results and the like, or null. */
export function sectionKind(page: Page, span: Span): DirectiveKind | 'none' | null {
  const key = page.key.slice(span.start, span.end)
  const marked = markerOf(key)?.length ?? /^[ivxl]+\s?[.)-]\s?/u.exec(key)?.[0].length ?? 0
  const words = key.slice(marked).trim().replace(/[:.]$/u, '')
  if (words.length > 140) return null
  if (noTasks.test(words)) return 'none'
  if (
    /(?:nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|biện pháp|phương hướng|nội dung (?:thực hiện|triển khai|công việc|cụ thể)|trách nhiệm(?! hữu hạn)|triển khai thực hiện|^(?:phương pháp,? |cách thức,? )?hình thức (?:tuyên truyền|phổ biến|truyền thông)|việc cần làm|nội dung và|^nội dung$)/u.test(
      words,
    ) &&
    !/^(?:kết quả|đánh giá)/u.test(words)
  )
    return 'task'
  // "Mục tiêu, định hướng phát triển" stands over work of all sorts.
  if (/^mục tiêu[^.;:]{0,20} định hướng(?!\p{L})/u.test(words)) return 'plan'
  if (
    /^(?:mục tiêu|mục đích|chỉ tiêu|quan điểm|yêu cầu(?=$|[,:;]| và| chung| cụ thể| đối với| của| đặt ra))/u.test(
      words.replace(articleMark, ''),
    )
  )
    return 'objective'
  const asking = /^(?:(?:những |một số |các )?kiến nghị|đề xuất|đề nghị)(?!\p{L})[ ,]*/u.exec(words)
  // "4. Đề nghị Bộ Nội vụ sớm công bố …" is a petition itself and no heading over some.
  if (asking && !bodyHead.test(words.slice(asking[0].length, asking[0].length + 60)))
    return 'petition'
  if (
    /^(?:hội nghị|cuộc họp|phiên họp|đại hội|kỳ họp|các đại biểu|các bên|buổi làm việc)(?: đã)? (?:thống nhất|nhất trí|quyết nghị|kết luận)/u.test(
      words,
    )
  )
    return /kết luận/u.test(words) ? 'task' : 'resolution'
  const start = span.start + key.indexOf(words, marked)
  const stop = page.lexicon.stopPhrases.longestAt(page.tokens, tokenAt(page, start))
  if (stop?.start !== start || stop.end !== start + words.length) return null
  return stop.values.some((s) => s.kind === 'directive-section') ? 'none' : null
}

const numberWords: Record<string, number> = {
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
}

/** The count a title or lead announces: 9 for "triển khai 9 nhiệm vụ"; null where none. */
export function announcedCount(key: string): number | null {
  return announcedCountIn(key)?.value ?? null
}

/** The same with the place of its words. */
export function announcedCountIn(
  key: string,
): { value: number; start: number; end: number } | null {
  const match =
    /(?<![\p{L}\d]|số )(\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|vấn đề|yêu cầu|việc|biện pháp)(?!\p{L})/u.exec(
      key,
    )
  if (!match) return null
  const value = numberWords[match[1] ?? ''] ?? Number(match[1])
  return value >= 2 && value <= 40
    ? { value, start: match.index, end: match.index + match[0].length }
    : null
}
