// Orders inside running text:
//
//   "Thứ trưởng Nguyễn Hữu Độ đề nghị các lãnh đạo, cán bộ … nâng cao nhận thức …"         order with its object
//   "Cụm thi đua số 4 thống nhất: … tiếp tục tập trung …; triển khai …; …"                  clauses of a resolution
//   "… đề ra mục tiêu: tiếp tục triển khai …; nâng cao …"                                    objectives
//   "… sẽ tăng cường …. Tổ chức tốt …. Tiếp tục …"                                           plans
import type { DirectiveKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import type { Annotation, Page, ZonedBlock } from '../page.ts'
import { sentencesOf, splitOutside } from '../sentences.ts'
import { assigneesOf } from './assignees.ts'
import { levelOf } from './bodies.ts'
import { type DirectiveFound, documentIssuer } from './found.ts'
import { hasOrder, isNarrative, isReport, openerLength, startsImperative } from './imperative.ts'
import { isUpward } from './item-kind.ts'
import { issuerBefore, issuerWords, type Speaker } from './speaker.ts'

const orderVerb =
  /(?<![\p{L}])(yêu cầu|đề nghị|giao nhiệm vụ cho|giao|chỉ đạo|lưu ý|nhấn mạnh|quán triệt)(?![\p{L}])(?: (?:rằng|thêm))?[:,]? ?/gu
/** Words that make the verb a noun or a report: "theo đề nghị của", "đáp ứng yêu cầu", "đã chỉ đạo". */
const nounBefore =
  /(?:theo|đáp ứng|những|các|một số|có|được|bị|ý kiến|văn bản|công tác|sự|việc|nội dung|hai|ba|mọi|giấy|đơn|tờ trình|để|kịp thời|đã chủ động|tham mưu|lãnh đạo,|phát biểu|hồ sơ|ban|đạt|do|quyền|đối với|không|hoặc|điều kiện|danh sách|đơn này|ngoại|bàn|chuyển|trao|học tập,|nghiên cứu,|về nội dung "|phù hợp(?: với)?|nhằm|khi|của) $/u
const afterNoun =
  /^(?:của|đề ra|đổi mới|nhiệm vụ|công việc|về|xem xét tại|mới|cấp|lại|ngày càng|là|này|đó|trên|tại|thực tiễn|phát triển|hội nhập|báo giá|chào hàng|phía|hai bên|hai nước|các nước|tôi)(?!\p{L})/u
/** Who can only ask, whatever they ask for. */
const asker =
  /(?<!\p{L})(?:cử tri|người dân|bà con|phụ huynh|doanh nghiệp|hiệp hội|đại biểu(?! đảng)|luật sư|chuyên gia|giáo viên|học sinh|thí sinh)(?!\p{L})[^,.;:]{0,40}$/u

const pronoun = /(?:^|[ ,.])(?:đồng chí|ông|bà|đ\/c)(?: (?:cũng|còn|đã))? $/u
/** How far back the one is named whom "đồng chí" means. */
const reach = 1500

/** An order whose speaker may go on in the next sentence; `left` paragraphs may pass without one. */
export type Going = { kind: DirectiveKind; issuer: Speaker | null; left: number }

const patience = 3

/** Orders, resolutions, objectives and plans in the sentences of one block. `before` is what the block above left open. */
export function ordersIn(
  page: Page,
  block: ZonedBlock,
  before: Going | null,
): { found: Annotation<DirectiveFound>[]; going: Going | null } {
  const found: Annotation<DirectiveFound>[] = []
  let going = before && before.left > 0 ? before : null
  for (const sentence of sentencesOf(page.text, block)) {
    const key = page.key.slice(sentence.start, sentence.end)
    const clauses = clausesOf(page, sentence)
    if (clauses.length > 0) {
      found.push(...clauses)
      const last = clauses.at(-1)
      going = last ? { kind: last.value.kind, issuer: last.value.issuer, left: patience } : going
      continue
    }
    const order = orderOf(page, sentence, going?.issuer ?? null)
    if (order) {
      found.push(order)
      going = { kind: order.value.kind, issuer: order.value.issuer, left: patience }
      continue
    }
    const plan = planOf(page, sentence)
    if (plan) {
      found.push(plan)
      going = { kind: 'plan', issuer: plan.value.issuer, left: 0 }
      continue
    }
    // "… Huy động các lực lượng …", "Các đơn vị liên quan có trách nhiệm …": the order goes on in the next sentence.
    if (
      going &&
      key.length > 15 &&
      !isReport(key) &&
      !isNarrative(key) &&
      !isHeadline(page, block, sentence) &&
      goesOn(page, sentence, key, found.length > 0)
    ) {
      const start = sentence.start + openerLength(key)
      found.push(
        annotate(
          page,
          { start, end: sentence.end },
          going.kind,
          going.issuer,
          'continued-order',
          0.7,
          assigneesOf(page.text.slice(start, sentence.end), null),
        ),
      )
      going = { ...going, left: going.kind === 'plan' ? 0 : patience }
      continue
    }
    if (found.length > 0 && !/^["“]/u.test(key)) going = going && { ...going, left: 0 }
  }
  if (going && found.length === 0) going = { ...going, left: going.left - 1 }
  return { found, going }
}

/** A short line without a stop, as between the paragraphs of an article: "Lập mới hai thị trấn". */
function isHeadline(page: Page, block: ZonedBlock, sentence: Span): boolean {
  return (
    sentence.start === block.start &&
    sentence.end === block.end &&
    block.end - block.start < 80 &&
    /[\p{L}\d)]$/u.test(page.text.slice(sentence.start, sentence.end))
  )
}

/** A sentence that carries an order on: an imperative, or a body that must do something. */
function goesOn(page: Page, sentence: Span, key: string, sameBlock: boolean): boolean {
  if (startsImperative(page, sentence.start, sentence.end)) return true
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

function annotate(
  page: Page,
  span: Span,
  kind: DirectiveKind,
  issuer: Speaker | null,
  rule: string,
  confidence: number,
  assignees: string[] = [],
): Annotation<DirectiveFound> {
  return {
    ...trimmed(page, span),
    rule,
    confidence,
    value: { number: null, kind, issuer, assignees, times: [] },
  }
}

function trimmed(page: Page, span: Span): Span {
  const text = page.text.slice(span.start, span.end)
  const head = /^[\s,:;-]+/u.exec(text)?.[0].length ?? 0
  // "…", ông Dũng nhấn mạnh. – the words around a quotation are not the order's.
  const attribution =
    /["”]\s*[,.-]?\s*(?:(?:ông|bà|đồng chí|theo|thứ trưởng|bộ trưởng|giám đốc|chủ tịch|phó)(?!\p{L})[^"”]{0,80}|[^"”]{0,60}(?:nói|nhấn mạnh|cho biết|khẳng định|đề nghị|chia sẻ|yêu cầu)[^"”]{0,20})?\.?$/iu.exec(
      text,
    )
  const quoted = attribution && !/[“"]/u.test(text.slice(0, attribution.index))
  const tail = quoted
    ? attribution[0].length
    : (/(?:[\s;,]|\.\/\.?|(?<=…)\/\.)+$/u.exec(text)?.[0].length ?? 0)
  return { start: span.start + head, end: Math.max(span.start + head, span.end - tail) }
}

/** "… thống nhất: A; B; C." and "… đề ra mục tiêu: A; B." as one directive a clause. */
export function clausesOf(page: Page, sentence: Span): Annotation<DirectiveFound>[] {
  const key = page.key.slice(sentence.start, sentence.end)
  const match =
    /(?<!\p{L})(thống nhất|nhất trí|quyết nghị|đề ra (?:các )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)|mục tiêu|kiến nghị|đề xuất|yêu cầu|đề nghị|nhiệm vụ(?: trọng tâm| sau)?)(?: [^:;.]{0,60})?: /u.exec(
      key,
    )
  if (!match || match.index + match[0].length > key.length - 20) return []
  // "các yêu cầu của công tác …:", "về các vấn đề như:", "phối hợp với các Bộ: …" introduce nouns.
  if (
    (match[1] === 'yêu cầu' && /(?:các|những) $/u.test(key.slice(0, match.index))) ||
    /(?:vấn đề như|với các (?:bộ|sở|ngành)): $/u.test(match[0])
  )
    return []
  const rest = { start: sentence.start + match.index + match[0].length, end: sentence.end }
  const pieces = splitOutside(page.text, rest, ';').map((piece) => withoutSubject(page, piece))
  const imperative = pieces.filter((p) => startsImperative(page, p.start, p.end))
  // A body that agrees on several things resolves each of them; after other words most must be orders.
  const resolved = /^(?:thống nhất|nhất trí|quyết nghị)/u.test(match[1] ?? '') && pieces.length >= 2
  if (imperative.length < (resolved ? 1 : Math.max(1, pieces.length * 0.6))) return []
  if (isReport(page.key.slice(rest.start, rest.end).slice(0, 60))) return []
  const word = match[1] ?? ''
  const kind: DirectiveKind = /mục tiêu|chỉ tiêu/u.test(word)
    ? 'objective'
    : /kiến nghị|đề xuất/u.test(word)
      ? 'petition'
      : /thống nhất|nhất trí|quyết nghị/u.test(word)
        ? 'resolution'
        : 'task'
  const issuer =
    issuerBefore(page, sentence.start, sentence.start + match.index) ??
    subjectBefore(page, sentence.start, sentence.start + match.index)
  return pieces.map((piece) =>
    annotate(
      page,
      piece,
      kind,
      issuer,
      'clauses-after-colon',
      0.85,
      assigneesOf(page.text.slice(piece.start, piece.end), null),
    ),
  )
}

/** "Năm học 2021 - 2022, ngành giáo dục các tỉnh Cụm thi đua số 4 tiếp tục …": the order begins at its verb. */
function withoutSubject(page: Page, piece: Span): Span {
  if (startsImperative(page, piece.start, piece.end))
    return {
      start: piece.start + openerLength(page.key.slice(piece.start, piece.end)),
      end: piece.end,
    }
  const head = page.key.slice(piece.start, Math.min(piece.end, piece.start + 140))
  const verb =
    /[ ,](tiếp tục|tập trung|tăng cường|đẩy mạnh|chủ động|thực hiện|triển khai|nâng cao|xây dựng|tổ chức|phấn đấu|cần|phải) /u.exec(
      head,
    )
  return verb ? { start: piece.start + verb.index + 1, end: piece.end } : piece
}

/** One order with its object: text from the object to the end of the sentence. */
function orderOf(
  page: Page,
  sentence: Span,
  spoken: Speaker | null,
): Annotation<DirectiveFound> | null {
  const key = page.key.slice(sentence.start, sentence.end)
  for (const match of key.matchAll(orderVerb)) {
    const verb = match[1] ?? ''
    const before = key.slice(0, match.index)
    const after = key.slice(match.index + match[0].length)
    const opening = before.trim() === '' || openerLength(key) >= match.index
    if (nounBefore.test(before) && !/(?:hội nghị|buổi làm việc|cuộc họp), $/u.test(before)) continue
    if (/(?:đã|từng|vừa) $/u.test(before) && verb === 'chỉ đạo') continue
    if (afterNoun.test(after) || after.length < 20) continue
    if (
      /^ban (?!chỉ|thường|quản|tổ|tuyên|dân|nội|cán|chấp|giám|an|đại)/u.test(after) &&
      verb === 'giao'
    )
      continue
    if (
      /^(?:chỉ đạo|nhấn mạnh|lưu ý|quán triệt)$/u.test(verb) &&
      !/^(?:các|toàn|cần|phải|ngành|đơn vị|sở|phòng|ubnd|trong thời gian)(?!\p{L})/u.test(after)
    )
      continue
    if (
      verb === 'giao' &&
      !/^(?:cho |các |sở |phòng |ubnd[ ,]|uỷ ban|ban |công an|văn phòng|bộ |chủ tịch|giám đốc|thủ trưởng|ông|bà|đồng chí|thường trực)/u.test(
        after,
      )
    )
      continue
    const start = sentence.start + match.index + match[0].length
    const assignees = assigneesOf(page.text.slice(start, sentence.end), null)
    if (
      !hasOrder(after.slice(0, 260)) &&
      !startsImperative(page, start, sentence.end) &&
      (assignees.length === 0 || /^(?:nhấn mạnh|lưu ý|quán triệt)$/u.test(verb))
    )
      continue
    const named =
      issuerBefore(page, sentence.start, sentence.start + match.index) ??
      // "Đồng chí yêu cầu …": the one who was named last.
      (pronoun.test(before)
        ? issuerBefore(page, Math.max(0, sentence.start - reach), sentence.start)
        : null)
    // Without a speaker only a sentence that opens with the verb is an order: "Đề nghị 2 công ty triển khai …".
    if (!named && !opening && !spoken && !asker.test(before)) continue
    if (isReport(after.slice(0, 60)) && verb !== 'yêu cầu') continue
    const speaker = named ?? spoken
    // Words to one who stands higher, or of those who can only ask: "cử tri đề nghị …".
    const words = speaker && issuerWords(page, speaker)
    const petitioned =
      verb === 'đề nghị' &&
      (isUpward(words, after) ||
        asker.test(before) ||
        (levelOf(after.slice(0, 40)) === null &&
          /^(?:cấp trên|các cấp có thẩm quyền|cấp có thẩm quyền)/u.test(after)) ||
        /^(?:sở|bộ|huyện|ubnd tỉnh|tỉnh|trung ương|ngành|cấp)[^,;.]{0,60} (?:sớm|quan tâm|xem xét)(?!\p{L})/u.test(
          after,
        ))
    const kind: DirectiveKind = petitioned ? 'petition' : 'task'
    const from =
      (opening && verb !== 'giao') || kind === 'petition' ? sentence.start + match.index : start
    return annotate(
      page,
      {
        start: from,
        end: kind === 'petition' ? reasonAt(page, start, sentence.end) : sentence.end,
      },
      kind,
      speaker ?? documentIssuer(page),
      'order-in-sentence',
      0.75,
      assignees,
    )
  }
  return null
}

/** Where "vì …" begins to give the reason for a petition; else the end. */
function reasonAt(page: Page, start: number, end: number): number {
  const reason = /,? (?:vì|do|bởi vì) /u.exec(page.key.slice(start, end))
  return reason && reason.index > 20 ? start + reason.index : end
}

/** "Trong thời gian tới ngành … sẽ tăng cường …" */
function planOf(page: Page, sentence: Span): Annotation<DirectiveFound> | null {
  const key = page.key.slice(sentence.start, sentence.end)
  const match =
    /^(?:trong thời gian tới|thời gian tới|năm học|học kỳ|năm 20\d\d|phát huy|để |đến (?:hết )?năm|giai đoạn)[^.]{0,200}?(?:sẽ|tiếp tục|phấn đấu|tập trung) (?=\p{L})/u.exec(
      key,
    )
  if (!match || isReport(key) || /(?<!\p{L})(?:được xác định|đã|là năm)(?!\p{L})/u.test(match[0]))
    return null
  const issuer = subjectBefore(page, sentence.start, sentence.start + match[0].length)
  return annotate(
    page,
    sentence,
    /phấn đấu $/u.test(match[0]) ? 'objective' : 'plan',
    issuer,
    'plan-sentence',
    0.6,
  )
}

/** The words before a verb that can be a subject: "các tỉnh trong Cụm thi đua số 5". */
function subjectBefore(page: Page, from: number, to: number): Speaker | null {
  const words = page.text.slice(from, to)
  const match =
    /(?:^|, ?|tới )((?:các|ngành|toàn ngành|cụm|huyện|tỉnh|hội|phòng|sở|trường|đơn vị)[^,;:]{2,80}?)(?: (?:đề ra|sẽ|tiếp tục|phấn đấu|tập trung|thống nhất).*)?\s*$/iu.exec(
      words,
    )
  const text = match?.[1]?.trim()
  return text ? { text, start: from + words.indexOf(text) } : null
}
