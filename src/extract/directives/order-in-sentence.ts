// One order or petition inside a sentence: "Thứ trưởng Nguyễn Hữu Độ đề nghị các lãnh đạo … nâng cao nhận thức …".
import type { DirectiveKind } from '../../model.ts'
import { keyOf } from '../../text/fold.ts'
import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import type { Annotation, Page } from '../page.ts'
import { askerOf, canOnlyAsk, isProposed } from './asking.ts'
import { assigneesOf } from './assignees.ts'
import { isCited } from './background.ts'
import { bodyHead, levelOf } from './bodies.ts'
import { concludedBy, orderingIssuer } from './concluded-by.ts'
import type { DirectiveFound } from './found.ts'
import { isGivenTo, isMeeting, isReminded } from './given-to.ts'
import { mustAct } from './goes-on.ts'
import { hasOrder, isReport, startsImperative } from './imperative.ts'
import { instructs } from './instructing.ts'
import { isDownward, isOutside, isUpward } from './item-kind.ts'
import { lastSpeaker } from './last-speaker.ts'
import { membersOf } from './members.ts'
import { holdsOrderWord, orderWords } from './order-words.ts'
import { petitionBefore, petitionStart, reasonAt } from './petitions.ts'
import {
  carriedSubject,
  isAfterGrounds,
  issuerBefore,
  issuerWords,
  joiningLength,
  type Speaker,
} from './speaker.ts'
import { isTold } from './told-orders.ts'
import { unmarked } from './unmarked.ts'

const orderVerb = new RegExp(
  `(?<![\\p{L}])(${orderWords.join('|')})(?![\\p{L}])(?: (?:rằng|thêm))?(?:(?<=(?:yêu cầu|đề nghị)(?: rằng)?)(?: ?: ?"| "(?=(?:các|toàn|mọi|tất cả|phải|cần|không được|không để) ))|[:,]? ?)`,
  'gu',
)
/** Words that make the verb a noun or a report: "theo đề nghị của", "đáp ứng yêu cầu", "đã chỉ đạo". */
const nounBefore =
  /(?:theo|đáp ứng|những|các|một số|có|được|bị|ý kiến|văn bản|(?<!(?:đoàn|tổ) )công tác|sự|việc|nội dung|hai|ba|mọi|giấy|đơn|tờ trình|để|kịp thời|đã chủ động|tham mưu|lãnh đạo,|phát biểu|hồ sơ|ban|đạt|do|quyền|đối với|không|hoặc|điều kiện|danh sách|đơn này|ngoại|tôn|bàn|chuyển|trao|học tập,|nghiên cứu,|về nội dung "|phù hợp(?: với)?|nhằm|khi|của|phát sinh|đặt ra|nhu cầu,|xuất phát từ|bảo đảm|đảm bảo|trước|thủ tục|báo cáo|thẩm quyền|từ|là|theo như|người|quy trình|phiếu|mẫu|tính|tuỳ theo|tuỳ|vì|vượt|ngoài|tốt|đầy đủ|kể cả|mọi|tất cả|tha thiết|ví dụ|ví dụ như|chẳng hạn) $/u
const afterNoun =
  /^(?:của|đề ra|đổi mới|nhiệm vụ|công việc|về|xem xét tại|mới|cấp(?! có thẩm quyền| trên)|lại|ngày càng|là|này|đó|trên|tại|thực tiễn|phát triển|hội nhập|báo giá|chào hàng|phía|hai bên|hai nước|các nước|(?:cho )?tôi|chúng tôi)(?!\p{L})|^["“][^"”]{1,40}["”] của(?!\p{L})/u
/** "Khi một phần ba số hội viên yêu cầu …", "Trường hợp …, người ra quyết định yêu cầu", "Hội viên muốn … phải … và đề nghị". */
const conditional =
  /(?:^|[.;:] )(?:khi|lúc|nếu|trường hợp|trong trường hợp|trong các trường hợp|đối với trường hợp|mặc dù|tuy)(?!\p{L})[^.;:]{0,240}$|(?:^|[.;:] )[^.;:]{0,160}(?:muốn|có thể|có quyền|chỉ được)(?!\p{L})[^.;:,]{0,60}$/u
/** "Quán triệt các nghị quyết đó, …, Chính phủ đã ban hành …": what somebody did. */
const doneAfter = /^[^.;:]{3,240}, [^,.;:]{2,60} đã (?=\p{L})/u
/** "Đối với ngành giáo dục, UBND thành phố yêu cầu …": whom the order is for, before the one who gives it. */
const fronted = /^\s*(?:Đối với|(?:Còn|Riêng) đối với) ([^,;:.]{3,80}), /u

/** Those a sentence names before the one who orders; empty where they are no bodies. */
function frontedIn(text: string): string[] {
  const name = fronted.exec(text)?.[1] ?? ''
  return bodyHead.test(keyOf(name)) ? membersOf(name) : []
}

/** "Đề nghị các đồng chí Bộ Chính trị …": words among members of one body. */
const amongPeers = /^(?:các |quý )?(?:đồng chí|vị)(?!\p{L})/u
/** "yêu cầu An Giang tiếp tục …": places that are told to do something. */
const place =
  /^(?:\p{Lu}[\p{L}.]*,? (?:và )?){1,10}(?=(?:chủ trì|hoàn thành|xây dựng|tiếp tục|cần|phải|tập trung|khẩn trương|chủ động|tăng cường|thực hiện|phối hợp|rà soát|triển khai|nhanh chóng|quan tâm|sớm|đẩy mạnh|đẩy nhanh|bố trí|chỉ đạo|hỗ trợ)(?!\p{L}))/u

/** UTF-16 units of places and the verb after them. */
const longestPlace = 80

/** The places, or whoever is named by capitals alone, before what they are told to do; empty where none is. */
function placesIn(page: Page, start: number, end: number): string[] {
  const names = place.exec(page.text.slice(start, Math.min(end, start + longestPlace)))?.[0]
  return names ? names.trim().split(/,? và |, /u) : []
}

const pronoun = /(?:^|[ ,.])(?:đồng chí|ông|bà|đ\/c)(?: (?:cũng|còn|đã))? $/u
/** UTF-16 units before a verb that say whether it orders. */
const lookBack = 420
/** UTF-16 units after a verb that say whether it orders, and whom. */
const lookAhead = 420
/** How far back in a long sentence the one who orders is named. */
const reach = 1500

/**
 * One order with its object: text from the object to the end of the sentence. `spoken` orders where nobody is named, and
 * `meant` is whom "đồng chí" means, where the words before tell of others.
 */
export function orderOf(
  page: Page,
  sentence: Span,
  spoken: Speaker | null,
  normative: boolean,
  meant: Speaker | null = null,
): Annotation<DirectiveFound> | null {
  if (!holdsOrderWord(page, sentence)) return null
  const key = page.key.slice(sentence.start, sentence.end)
  const joined = joiningLength(key)
  const opener = Math.max(joined, /^\s*/u.exec(key)?.[0].length ?? 0)
  let blanks: boolean | null = null
  for (const match of matchesOf(key, orderVerb)) {
    const verb = match[1] ?? ''
    const before = key.slice(Math.max(0, match.index - lookBack), match.index)
    const object = match.index + match[0].length
    const after = key.slice(object, object + lookAhead)
    const opening = match.index <= opener
    const drop = (reason: string) =>
      decline(page, sentence, 'verb-without-order', `“${verb}”: ${reason}`)
    // Only who asks one that stands higher: "Sở Nội vụ đề xuất Chủ tịch Ủy ban nhân dân tỉnh xem xét …".
    if (/^(?:đề xuất|kiến nghị)$/u.test(verb) && !isProposed(after)) {
      drop('nobody is asked.')
      continue
    }
    if (nounBefore.test(before) && !/(?:hội nghị|buổi làm việc|cuộc họp), $/u.test(before)) {
      drop("the word before it makes it a noun, or the order another's.")
      continue
    }
    if (/(?:nội dung|vấn đề|việc|tiêu đề|câu hỏi) "$/u.test(before)) {
      drop('it opens words quoted as a matter.')
      continue
    }
    blanks ??= /\.{5}|…{2}|_{4}/u.test(key)
    if (blanks) {
      drop('it stands in a form to be filled in.')
      continue
    }
    if (/(?:^|[ ,;(])(?:số|tổng số|danh sách) (?:\p{L}+ ){1,5}$/u.test(before)) {
      drop('it tells apart those who are counted.')
      continue
    }
    // In a normative text who asks whom is a rule, but for what the text itself asks.
    if (normative && !opening) {
      drop('a rule of a normative text.')
      continue
    }
    if (conditional.test(before)) {
      drop('it stands in a condition: who may ask, and when.')
      continue
    }
    if (/(?<!\p{L})về việc (?:\p{L}+ ){0,4}$/u.test(before)) {
      drop('it is what a paper is about.')
      continue
    }
    if (verb === 'chỉ đạo' && /(?:cần|phải|nên) $/u.test(before)) {
      drop('somebody ought to order.')
      continue
    }
    if (isTold(verb, before, after)) {
      drop('it tells of an order given before.')
      continue
    }
    if (afterNoun.test(after) || after.length < 20) {
      drop('the words after it make it a noun, or are too few for an order.')
      continue
    }
    if (verb === 'giao' && isMeeting(after)) {
      drop('part of another word.')
      continue
    }
    if (
      /^(?:chỉ đạo|nhấn mạnh|lưu ý|quán triệt|nhắc|nhắc nhở)$/u.test(verb) &&
      (verb.startsWith('nhắc') ||
        !/^(?:các|toàn|cần|phải|ngành|đơn vị|sở|phòng|ubnd|trong thời gian)(?!\p{L})/u.test(
          after,
        )) &&
      ((opening && joined === 0) ||
        !(
          mustAct(page, sentence.start + object, sentence.end, true) ||
          (verb !== 'chỉ đạo' && isReminded(page, sentence.start + object, sentence.end))
        ))
    ) {
      drop('nobody who must do something stands after it.')
      continue
    }
    const at = sentence.start + match.index
    const start = at + match[0].length
    if (verb === 'giao' && !isGivenTo(after) && placesIn(page, start, sentence.end).length === 0) {
      drop('no body or person stands after it.')
      continue
    }
    // "giao cho Ban Tuyên giáo chủ trì …"
    const given = /^(?:giao|chỉ thị)$/u.test(verb) && after.startsWith('cho ') ? 4 : 0
    const assignees = assigneesOf(page.text.slice(start + given, sentence.end), [])
    if (
      !/^(?:đề xuất|kiến nghị)$/u.test(verb) &&
      !hasOrder(after.slice(0, 260)) &&
      !startsImperative(page, start, sentence.end) &&
      placesIn(page, start, sentence.end).length === 0 &&
      !/^(?:cấp|cơ quan|người) (?:có thẩm quyền|trên)(?!\p{L})/u.test(after) &&
      (assignees.length === 0 ||
        (/^(?:nhấn mạnh|lưu ý|quán triệt|nhắc|nhắc nhở)$/u.test(verb) &&
          !isReminded(page, start, sentence.end)))
    ) {
      drop('what follows orders nothing.')
      continue
    }
    const nearest = issuerBefore(page, Math.max(sentence.start, at - reach), at)
    // "… và đề nghị Singapore tiếp tục …": who is asked does not ask.
    const asked = nearest !== null && after.startsWith(keyOf(nearest.text))
    const named =
      (asked ? null : nearest) ??
      (opening && !spoken && !page.header ? carriedSubject(page, sentence) : null) ??
      // "Đồng chí yêu cầu …": the one who was named last.
      (pronoun.test(before) ? (meant ?? lastSpeaker(page, sentence.start)) : null)
    if (
      verb === 'chỉ thị' &&
      !instructs(
        page,
        at,
        { start: start + given, end: sentence.end },
        named ?? spoken,
        opening && joined > 0,
      )
    ) {
      drop('it names a paper, or nobody who leads tells anybody to do something.')
      continue
    }
    // Without a speaker only a sentence that opens with the verb is an order: "Đề nghị 2 công ty triển khai …".
    const impersonal =
      opening ||
      (verb === 'giao' && /(?:^| )thì $/u.test(before)) ||
      isAfterGrounds(page, sentence.start, at)
    if (!named && !impersonal && !spoken && !canOnlyAsk(before) && !pronoun.test(before)) {
      drop('nobody who speaks is named before it.')
      continue
    }
    if (
      (isReport(after.slice(0, 60)) && verb !== 'yêu cầu') ||
      (opening && verb === 'quán triệt' && doneAfter.test(after))
    ) {
      drop('what follows tells what was done.')
      continue
    }
    const speaker = named ?? spoken
    // Words to one who stands higher, or of those who can only ask: "cử tri đề nghị …".
    const words = speaker && issuerWords(page, speaker)
    const petitioned =
      /^(?:đề xuất|kiến nghị)$/u.test(verb) ||
      (verb === 'đề nghị' &&
        !(opening && amongPeers.test(after)) &&
        (isUpward(words, after) ||
          isOutside(words, after) ||
          canOnlyAsk(before) ||
          /^(?:phê duyệt|chuẩn y|cho phép|công nhận|chấp thuận|gia hạn)(?!\p{L})/u.test(after) ||
          (levelOf(after.slice(0, 40)) === null &&
            /^(?:cấp trên|các cấp có thẩm quyền|cấp có thẩm quyền)/u.test(after)) ||
          (!isDownward(words, after) &&
            /^(?:sở|bộ|huyện|ubnd tỉnh|tỉnh|trung ương|ngành|cấp)[^,;.]{0,60} (?:sớm|quan tâm|xem xét)(?!\p{L})/u.test(
              after,
            ))))
    // "Bộ sẽ đề nghị kiểm tra lại …": what it means to do.
    const kind: DirectiveKind = petitioned
      ? 'petition'
      : /(?:^| )sẽ $/u.test(before)
        ? 'plan'
        : 'task'
    if (kind === 'task' && isCited(before)) {
      drop('a paper that is cited as the grounds of this one orders by it.')
      continue
    }
    // "… kiến nghị Thủ tướng Chính phủ xem xét … và giao UBND tỉnh …" is one petition.
    const petition = verb === 'giao' ? petitionBefore(page, sentence.start, at) : null
    if (petition !== null)
      return unmarked(
        page,
        { start: petition, end: sentence.end },
        'petition',
        issuerBefore(page, sentence.start, petition) ?? spoken ?? orderingIssuer(page),
        'order-in-sentence',
        0.75,
        assigneesOf(page.text.slice(petition, sentence.end), []),
        page.text.slice(sentence.start, start),
      )
    // "Đồng thời, yêu cầu các xã …" of the one who spoke before: the order goes without its verb, as it does after a name.
    const goesOn = joined > 0 && speaker !== null && speaker.start !== null
    const from =
      kind === 'petition'
        ? petitionStart(page, at, start, (nearest !== null && !asked && !opening) || goesOn)
        : opening && !goesOn
          ? at
          : start + given
    return unmarked(
      page,
      {
        start: from,
        end: kind === 'petition' ? reasonAt(page, start, sentence.end) : sentence.end,
      },
      kind,
      (named ?? askerOf(page, at - before.length, before)) ||
        spoken ||
        orderingIssuer(page) ||
        concludedBy(page, at),
      'order-in-sentence',
      0.75,
      assignees.length > 0
        ? assignees
        : [
            ...frontedIn(page.text.slice(sentence.start, at)),
            ...placesIn(page, start, sentence.end),
          ],
      page.text.slice(sentence.start, start),
    )
  }
  return null
}
