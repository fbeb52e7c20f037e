// Clauses of one sentence after a colon: "Cụm thi đua số 4 thống nhất: … tiếp tục tập trung …; triển khai …; …",
// "… đề ra mục tiêu: tiếp tục triển khai …; nâng cao …".
import type { DirectiveKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import type { Annotation, Page } from '../page.ts'
import { splitOutside } from '../sentences.ts'
import { assigneesOf } from './assignees.ts'
import { chargedHead } from './bodies.ts'
import type { DirectiveFound } from './found.ts'
import { isReport, openerLength, startsImperative } from './imperative.ts'
import { issuerBefore, subjectBefore } from './speaker.ts'
import { unmarked } from './unmarked.ts'

const lostBreak = /\.(?=\p{Lu}\p{Ll}+ )(?<=\p{Ll}{2}\.)/u

/** Before what is told as not done, or as done: "một số địa phương chưa | thực hiện tốt …". */
const undone = /(?:^| )(?:chưa|đã|đang) $/u

/** "… thống nhất: A; B; C." and "… đề ra mục tiêu: A; B." as one directive a clause. */
export function clausesOf(page: Page, sentence: Span): Annotation<DirectiveFound>[] {
  const key = page.key.slice(sentence.start, sentence.end)
  if (!key.includes(': ')) return []
  const own = ownPlan(page, key)
  const match =
    own ??
    /(?<!\p{L})(thống nhất|nhất trí|quyết nghị|đề ra (?:các )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)|mục tiêu|kiến nghị|đề xuất|yêu cầu|đề nghị|nhiệm vụ(?: trọng tâm| sau)?(?![^:]{0,400} đề ra ))(?: [^:;.]{0,60})?: /u.exec(
      key,
    )
  if (!match || match.index + match[0].length > key.length - 20) return []
  // "các yêu cầu của công tác …:", "về các vấn đề như:", "phối hợp với các Bộ: …" introduce nouns.
  if (
    (match[1] === 'yêu cầu' && /(?:các|những) $/u.test(key.slice(0, match.index))) ||
    /(?:vấn đề như|với các (?:bộ|sở|ngành)): $/u.test(match[0])
  )
    return []
  // "để gắn với một số mục tiêu khác: …" names aims and sets none.
  if (
    match[1] === 'mục tiêu' &&
    (/ khác: $/u.test(match[0]) ||
      /(?:gắn với|phù hợp với) (?:các |những |một số )?$/u.test(key.slice(0, match.index)))
  )
    return []
  if (
    isReport(key.slice(0, match.index)) &&
    !/^(?:thống nhất|nhất trí|quyết nghị)/u.test(match[1] ?? '')
  )
    return []
  if (/^(?:thống nhất|nhất trí)(?: cao)? (?:đánh giá|nhận định|cho rằng|nhận thức)/u.test(match[0]))
    return []
  const start = sentence.start + match.index + match[0].length
  // A stop whose space was lost: "… thi đua, khen thưởng.Khẳng định …".
  const lost = lostBreak.exec(page.text.slice(start, sentence.end))
  const rest = { start, end: lost ? start + lost.index + 1 : sentence.end }
  const pieces = splitOutside(page.text, rest, ';').map((piece) => withoutSubject(page, piece))
  const orders = pieces.filter((p) => !undone.test(page.key.slice(p.start - 8, p.start)))
  const imperative = orders.filter(
    (p) => startsImperative(page, p.start, p.end) || bindsSomebody(page.key.slice(p.start, p.end)),
  )
  // A body that agrees on several things resolves each of them; after other words most must be orders.
  const resolved = /^(?:thống nhất|nhất trí|quyết nghị)/u.test(match[1] ?? '') && pieces.length >= 2
  if (imperative.length < Math.max(1, pieces.length * (resolved ? 0.5 : 0.6))) {
    decline(
      page,
      rest,
      'clauses-without-orders',
      'Too few clauses after the colon open with a verb of order.',
    )
    return []
  }
  if (isReport(page.key.slice(rest.start, rest.end).slice(0, 60))) {
    decline(
      page,
      rest,
      'achievement',
      'What follows the colon tells what was done or how things stand.',
    )
    return []
  }
  const word = match[1] ?? ''
  const kind: DirectiveKind = own
    ? 'plan'
    : /mục tiêu|chỉ tiêu/u.test(word)
      ? 'objective'
      : /đề ra/u.test(word) ||
          (/nhiệm vụ/u.test(word) && isOwnTerm(key.slice(0, rest.start - sentence.start)))
        ? 'plan'
        : /kiến nghị|đề xuất/u.test(word)
          ? 'petition'
          : /thống nhất|nhất trí|quyết nghị/u.test(word)
            ? 'resolution'
            : 'task'
  const spoken = own ? rest.start : sentence.start + match.index
  const issuer =
    issuerBefore(page, sentence.start, spoken) ?? subjectBefore(page, sentence.start, spoken)
  return orders.map((piece) =>
    unmarked(
      page,
      piece,
      kind,
      issuer,
      'clauses-after-colon',
      0.85,
      assigneesOf(page.text.slice(piece.start, piece.end), []),
      page.text.slice(sentence.start, rest.start),
    ),
  )
}

/** "Trong 6 tháng cuối năm, ngành Y tế tiếp tục thực hiện các nội dung:": what a body is to do by itself, in a time to come. */
const comingWork =
  /^((?:trong )?(?:thời gian tới|năm tới|(?:\d{1,2}|những|các) tháng (?:cuối|còn lại|tới)|quý|năm|năm học|học kỳ|nhiệm kỳ)(?!\p{L})[^:;.]{0,160} (?:tiếp tục|tập trung|sẽ) (?:\p{L}+ ){0,4}(?:các|một số|những) (?:nội dung|nhiệm vụ|giải pháp|công việc))(?: [^:;.]{0,60})?: /u
const ordering =
  /(?<!\p{L})(?:yêu cầu|giao|chỉ đạo|đề nghị|quán triệt|nhấn mạnh|lưu ý|thống nhất)(?!\p{L})/u

/** What announces the own work of a body; null where somebody is ordered, or the year is over. */
function ownPlan(page: Page, key: string): RegExpExecArray | null {
  const match = comingWork.exec(key)
  if (!match || ordering.test(match[0])) return null
  const year = Number(/ năm (20\d\d)/u.exec(` ${match[0]}`)?.[1] ?? Number.NaN)
  return year < Number(page.day?.slice(0, 4)) ? null : match
}

/** "Đại hội xác định nhiệm kỳ mới sẽ tập trung vào những nhiệm vụ như:": what a body sets itself, and orders nobody. */
function isOwnTerm(key: string): boolean {
  return (
    /(?<!\p{L})(?:sẽ|xác định|đưa ra|đặt ra|(?<!đã )đề ra)(?!\p{L})/u.test(key) &&
    !/(?<!\p{L})(?:yêu cầu|giao|chỉ đạo|đề nghị|quán triệt|nhấn mạnh|lưu ý)(?!\p{L})/u.test(key)
  )
}

/** "Thành viên của Hội đồng phải …" */
function bindsSomebody(key: string): boolean {
  return (
    chargedHead.test(key.slice(0, 60)) &&
    /^(?:(?! (?:tiếp tục|tập trung|tăng cường|đẩy mạnh|chủ động) )[^,.;:]){3,100}? (?:phải|cần) /u.test(
      key,
    )
  )
}

/** "Năm học 2021 - 2022, ngành giáo dục các tỉnh Cụm thi đua số 4 tiếp tục …": the order begins at its verb. */
function withoutSubject(page: Page, whole: Span): Span {
  const quotes = /^["“‘]*/u.exec(page.text.slice(whole.start, whole.end))?.[0].length ?? 0
  const piece = { start: whole.start + quotes, end: whole.end }
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
  // "Thành viên của Hội đồng phải …": the words say who must.
  if (bindsSomebody(head)) return piece
  return verb ? { start: piece.start + verb.index + 1, end: piece.end } : piece
}
