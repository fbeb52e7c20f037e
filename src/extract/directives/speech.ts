// Orders in direct speech: "Các trường phải rà soát cơ sở vật chất trước ngày 15/8", ông A yêu cầu. Each sentence of the
// speech that orders is one directive; those that tell, thank, promise or say how things are in general are none.
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import type { Annotation, Page } from '../page.ts'
import { sentencesOf } from '../sentences.ts'
import { assigneesOf } from './assignees.ts'
import type { DirectiveFound } from './found.ts'
import { isReminded } from './given-to.ts'
import { goesOn, mustAct } from './goes-on.ts'
import { isNarrative, isReport, openerLength, startsImperative } from './imperative.ts'
import { isOutside, isUpward } from './item-kind.ts'
import type { MarkedBlock } from './marked-blocks.ts'
import { ofOwnSubjects } from './own-subjects.ts'
import { quotationsOf } from './quotations.ts'
import { type Leader, leaderOf } from './quoted-leader.ts'
import { unmarked } from './unmarked.ts'

/** UTF-16 units of a sentence that orders, and of a speech. */
const shortest = 20
/** UTF-16 units in which a sentence says what it is about. */
const opening = 200
/** Words that join a sentence to the one before it, and are no part of the order. */
const joining =
  /^(?:vì vậy|vì thế|do đó|do vậy|bởi vậy|chính vì (?:vậy|thế)|cho nên|thế nên|và|nhưng|thứ (?:nhất|hai|ba|tư|năm)|(?:một|hai|ba|bốn|năm) là|trước hết|cuối cùng)(?:,| thì)? (?=\p{L})/u
/** "Tôi đề nghị các trường …": what the speaker calls the sentence. */
const asking =
  /^(?:(?:(?:trong|khi|với|về|nhân|qua|tại|hôm nay|sau|thay mặt) [^,.;:]{2,60}(?:,| thì) )(?:(?:chúng )?tôi )?|(?:chúng )?tôi )(?:cũng |xin |một lần nữa |rất )*(?:đề nghị|yêu cầu|giao|lưu ý|nhắc nhở)(?: nhiệm vụ)?(?: cho| với)?[:,]? /u
/** One who speaks of himself, or says what he hopes and thanks for. */
const ownWords =
  /(?<!\p{L})(?:tôi|mong(?! đợi)|hy vọng|hi vọng|tin tưởng|tin rằng|cảm ơn|cám ơn|chúc|xin hứa|biểu dương|ghi nhận|đánh giá cao|tự hào)(?!\p{L})/u
/** "Phải nói rằng …", "Cần thấy …": what is only thought. */
const thinking =
  /^(?:chúng ta )?(?:cần|phải|cần phải) (?:nói|thấy|hiểu|nhớ|khẳng định|thừa nhận|nhìn nhận|công nhận|nói rõ|biết)(?!\p{L})|^(?:\p{L}+ ){1,2}mà nói(?!\p{L})/u
/** "Không ai …", "Không chỉ …": no ban. */
const noBan =
  /^không (?!được|để|chủ quan|lơ là|làm|tổ chức|thu|ép|giao|cho|đùn đẩy|né tránh|bỏ sót|chạy theo)/u
/** What is said of a thing whose name begins with a verb: "Phát triển kinh tế phải đi đôi với …". */
const saying =
  /.(?<!\p{L})(?:là|phải|cần|sẽ|nhất định|luôn|rất|đang|đã|vẫn|có thể|không thể|giúp|mang lại|đòi hỏi|phụ thuộc|bị)(?!\p{L})/u
/** UTF-16 units of the first of several names of a thing: "Đánh giá, xếp hạng giáo dục …". */
const mostOfName = 24
/** What bodies must be, or think, in general: "Trường học phải là …", "Các thầy cô phải thấy …". */
const musing =
  /(?:cần|phải)(?: luôn| thực sự| thật sự| cùng| đều)* (?:là|được|thấy|hiểu|biết|nhớ|nói|nghĩ|tin|yêu|đi trước|đi đầu|đi đôi|gắn liền|gắn với|trở thành|có (?:niềm tin|tâm|tình yêu|trái tim)|hết lòng|tâm huyết)(?!\p{L})/u
/** What stands between two halves of one speech: "…", ông A yêu cầu. "…" */
const between = /^"[^.:;"\n]{3,200}[.,] ?"$/u
const mostBetween = 210
/** Who can be meant where much is said in general: several by name, or who heads something. */
const definite =
  /^(?:các |tất cả |toàn (?:thể|ngành|huyện|tỉnh|xã) |những |từng (?:địa phương|đơn vị|trường|cơ quan) |hiệu trưởng|thủ trưởng|người đứng đầu|giám đốc|chủ tịch|bí thư|cấp uỷ|chính quyền|địa phương|lãnh đạo|ubnd|uỷ ban|sở |phòng |công an|ngành |toàn |huyện |xã |ban |2 |hai )/u
const duty =
  /(?<!\p{L})(?:cần phải|cần|phải|không được|có trách nhiệm|chịu trách nhiệm|tuyệt đối)(?!\p{L})/u
/** What is told to be done after "phải", besides the verbs of order, and what is forbidden; others suffer or need it. */
const done =
  /^(?:đặt mục tiêu|chịu trách nhiệm|có (?:trách nhiệm|kế hoạch|phương án|giải pháp|biện pháp|lộ trình)|thay đổi|sẵn sàng|dứt điểm|ngay|sớm|thống nhất|quyết tâm|tự giác)(?!\p{L})/u
const forbidden =
  /^(?:để|thu|ép|tự ý|chủ quan|lơ là|làm|gây|chậm|bỏ sót|đùn đẩy|né tránh|tổ chức|giao|vận động|lạm thu|cắt xén|sử dụng|hình thức)(?!\p{L})/u
/** A case or a time before those who are told. */
const inCase = /^(?:nếu|(?:còn |riêng )?đối với|trước ngày|từ nay|trong thời gian)(?!\p{L})/u
/** How an order without a subject begins that is surely one. */
const firm =
  /^(?:không để |không chủ quan|tuyệt đối |kiên quyết,? |khẩn trương |nghiêm túc |kịp thời |tập trung |chủ động |rà soát |quán triệt |bám sát |bảo đảm |đảm bảo |làm tốt )/u
/** The same, where what is to be done says whether it is one; the verb of order before those who are asked. */
const must = /^(?:(?:cần phải|cần|phải) (?!có (?!trách|kế|phương|giải|biện|lộ)|được )|không được )/u
const asks = /^(?:đề nghị|yêu cầu) /u
/** How things were or are, and why: nobody is told to change it. */
const asItIs =
  /(?:^|[ ,])(?:trước đây|hiện(?: nay| tại)?,? (?=các |nhiều )|lâu nay|(?:thời gian|năm|tháng|ngày|tuần) qua|vừa qua|vì (?:thiếu|lũ|mưa|bão)|do thiếu)(?!\p{L})/u
/** What a thing is said to be further on, unlike what it is to be taken for: "coi đây là nhiệm vụ trọng tâm". */
const defining =
  / (?:chính là|là (?:cách|yếu tố|nhiệm vụ|trách nhiệm|điều|việc|một|nguyên nhân|giải pháp|quy luật|động lực|nền tảng|mục tiêu|ưu tiên|quá trình))(?!\p{L})/u
const taking = /(?<!\p{L})(?:coi|xem|xác định|lấy) /u
/** Words that make what follows no order by itself: a case, an aim, or what others hold. */
const whenever = /^(?:nếu|khi|để|nhằm|muốn|dù|mặc dù|tuy|theo|không|như|trong khi)(?!\p{L})|[“”"]/u
/** Of these the verbs that a thing in general begins with, too. */
const work = /^(?:kịp thời|tập trung|chủ động|rà soát|quán triệt|bám sát|bảo đảm|đảm bảo|làm tốt) /u
/** A case in which somebody must answer: "Địa phương nào để xảy ra … thì chủ tịch phải chịu trách nhiệm". */
const whoever = /^(?:nếu|khi|(?:trong )?trường hợp|(?:\p{L}+ ){1,3}nào|ai)(?!\p{L})[^.;:]* thì /u
const matterBefore = /^(?:còn |riêng )?đối với [^,.;:]{3,100}, (?=\p{L})/u
/** "Việc rà soát phải xong trước ngày 15/8": a matter with what must come of it. */
const matter =
  /^(?:việc|công tác|tiến độ) [^,.;:]{4,120}? (?:phải|cần|không được) (?:hoàn thành|xong|được hoàn thành|bảo đảm|đảm bảo|tiến hành|kết thúc|chậm|để)(?!\p{L})/u

/**
 * What was found on a page with the orders that leaders give in direct speech, but for those that overlap it. A sentence
 * of a speech goes before a clause after a colon, which is without its subject.
 */
export function withSpeech(
  page: Page,
  blocks: readonly MarkedBlock[],
  found: Annotation<DirectiveFound>[],
): Annotation<DirectiveFound>[] {
  const orders: Annotation<DirectiveFound>[] = []
  let spoken: Spoken | null = null
  for (const quotation of quotationsOf(page, blocks)) {
    const { start, end } = quotation
    const by: Leader | null =
      end - start < shortest
        ? null
        : (leaderOf(page, blocks, quotation) ?? goesOnSpeaking(page, spoken, start))
    spoken = by && { by, end }
    if (!by) continue
    for (const s of sentencesOf(page.text.slice(start, end)))
      orders.push(...orderIn(page, { start: start + s.start, end: start + s.end }, by))
  }
  if (orders.length === 0) return found
  const isClause = ({ rule }: Annotation<DirectiveFound>) => rule === 'clauses-after-colon'
  const others = found.filter((d) => !isClause(d))
  const added = besides(orders, others)
  return [...others, ...besides(found.filter(isClause), added), ...added]
}

/** A speech by a leader, and where it ends. */
type Spoken = { by: Leader; end: number }

/** Who goes on speaking in a quotation that begins at an offset; null where more than the speaker stands before it. */
function goesOnSpeaking(page: Page, spoken: Spoken | null, start: number): Leader | null {
  return spoken &&
    start - spoken.end < mostBetween &&
    between.test(page.key.slice(spoken.end, start))
    ? spoken.by
    : null
}

/** Those of a list that no span of another list overlaps. */
function besides<T extends Span>(items: readonly T[], others: readonly Span[]): T[] {
  const inOrder = (a: Span, b: Span) => a.start - b.start
  const sorted = others.toSorted(inOrder)
  let next = 0
  let reach = 0
  return items.toSorted(inOrder).filter(({ start, end }) => {
    for (let other = sorted[next]; other && other.start < end; other = sorted[++next])
      reach = Math.max(reach, other.end)
    return reach <= start
  })
}

function orderIn(page: Page, sentence: Span, leader: Leader): Annotation<DirectiveFound>[] {
  const key = page.key.slice(sentence.start, sentence.end)
  let from = /^[\s"–-]*/u.exec(key)?.[0].length ?? 0
  from += openerLength(key.slice(from))
  from += joining.exec(key.slice(from))?.[0].length ?? 0
  const asked = asking.exec(key.slice(from))?.[0].length ?? 0
  const span = { start: sentence.start + from + asked, end: sentence.end }
  const words = key.slice(from + asked)
  if (words.length < shortest || /\?["\s]*$/u.test(words)) return []
  const { issuer, office, urges } = leader
  const said = asked > 0 ? isAsked(page, span, words) : isOrder(page, span, words, urges)
  const late = said || asked > 0 ? null : afterGrounds(page, span, words, urges)
  if (late !== null) span.start += late
  const whom = words.slice(late ?? 0)
  if (!(said || late !== null) || isOutside(office, whom) || isUpward(office, whom)) {
    decline(page, span, 'speech-without-order', 'Direct speech that orders nobody to do anything.')
    return []
  }
  // "Đối với những trường chưa đạt chuẩn, phòng phải …": who must stands behind what it is about.
  const about = matterBefore.exec(whom)?.[0].length ?? 0
  const named = assigneesOf(page.text.slice(span.start + about, span.end), [], leader.addressees)
  // "Địa phương nào chậm trễ phải …" names no one.
  const assignees = named.filter((name) => !name.endsWith(' nào'))
  const order = unmarked(page, span, 'task', issuer, 'order-in-sentence', 0.7, assignees)
  return ofOwnSubjects(page, order)
}

/**
 * "Thời gian không còn nhiều, các trường phải khẩn trương …": where those begin who must act, after words that only say
 * why; null where nobody must.
 */
function afterGrounds(
  page: Page,
  { start, end }: Span,
  words: string,
  urges: boolean,
): number | null {
  const head = words.slice(0, opening)
  if (ownWords.test(head) || isNarrative(words) || whenever.test(head) || asItIs.test(head))
    return null
  for (let at = head.indexOf(', '); at >= 0; at = head.indexOf(', ', at + 2)) {
    const rest = words.slice(at + 2, at + 2 + opening)
    const from = start + at + 2
    if (musing.test(rest) || !(urges || definite.test(rest)) || !duty.test(rest)) continue
    if (mustAct(page, from, end) && (urges || binds(page, from, end, rest))) return at + 2
  }
  return null
}

/** True where those whom the speaker asks are told what to do. */
function isAsked(page: Page, { start, end }: Span, words: string): boolean {
  if (isReport(words)) return false
  return (
    mustAct(page, start, end, true) ||
    isReminded(page, start, end) ||
    startsImperative(page, start, end)
  )
}

/** True for a sentence that tells somebody what to do; `urges` where the verb that attributes it only orders. */
function isOrder(page: Page, { start, end }: Span, words: string, urges: boolean): boolean {
  const head = words.slice(0, opening)
  if (ownWords.test(head) || isReport(words) || isNarrative(words)) return false
  if (thinking.test(head) || noBan.test(head) || musing.test(head) || asItIs.test(head))
    return false
  const asked = asks.exec(words)?.[0].length ?? 0
  if (asked > 0) return isAsked(page, { start: start + asked, end }, words.slice(asked))
  if (urges && matter.test(head)) return true
  const place = { sameBlock: true, task: true, next: urges }
  if (firm.test(words)) return !(work.test(words) && isGeneral(head))
  if (must.test(words)) return urges || binds(page, start, end, head)
  // "Phòng Giáo dục …" begins with a verb, "phòng", and is a body.
  if (startsImperative(page, start, end) && !mustAct(page, start, end))
    return urges && !isGeneral(head)
  const then = whoever.test(head) ? head.indexOf(' thì ') : -1
  if (then > 0 && mustAct(page, start + then + 5, end))
    return urges || binds(page, start + then + 5, end, head.slice(then + 5))
  if (!goesOn(page, { start, end }, words, place)) return false
  if (urges) return true
  return (definite.test(head) || inCase.test(head)) && binds(page, start, end, head)
}

/** True for what holds of a thing in general, though its first word is a verb. */
function isGeneral(head: string): boolean {
  if (defining.test(head) && !taking.test(head)) return true
  const first = head.search(/[,.;:]/u)
  const stop =
    first < mostOfName && head[first] === ','
      ? first + 1 + head.slice(first + 1).search(/[,.;:]|$/u)
      : first
  return saying.test(stop < 0 ? head : head.slice(0, stop))
}

/** True where the first duty in the words is something to do or to leave, and not what somebody suffers or needs. */
function binds(page: Page, start: number, end: number, head: string): boolean {
  const bound = duty.exec(head)
  if (!bound) return false
  const at = bound.index + bound[0].length + 1
  if (bound[0] === 'không được') return forbidden.test(head.slice(at))
  if (!/^(?:cần|phải|cần phải)$/u.test(bound[0])) return true
  return done.test(head.slice(at)) || startsImperative(page, start + at, end)
}
