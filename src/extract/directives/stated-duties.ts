// Duties told after a verb of saying: "… chỉ ra những nhiệm vụ trong năm 2019, Công an huyện cần tiếp tục …", "… nhấn mạnh,
// thời gian tới, các cấp uỷ phải chăm lo …", "… cho rằng, ngành Giáo dục cần rà soát …". The order begins at whoever must act.
import { keyOf } from '../../text/fold.ts'
import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import type { Annotation, Page } from '../page.ts'
import { assigneesOf } from './assignees.ts'
import { bodyHead, chargedHead, levelOf } from './bodies.ts'
import type { DirectiveFound } from './found.ts'
import { startsImperative } from './imperative.ts'
import { isUpward } from './item-kind.ts'
import { lastSpeaker } from './last-speaker.ts'
import { issuerBefore, issuerWords, type Speaker } from './speaker.ts'
import { subjectEnd } from './subject-end.ts'
import { unmarked } from './unmarked.ts'

const saying =
  /(?<!\p{L})(?<!đã (?:chỉ ra|nêu) (?:rõ )?)(?:chỉ ra|chỉ rõ|nêu rõ|nêu lên|cho rằng|nhấn mạnh|lưu ý|khẳng định|quán triệt|đề ra|gợi mở|định hướng)(?!\p{L})(?: rằng| thêm| rõ| là)?/gu
/** One of which every such sentence holds. */
const musts = ['cần ', 'phải ', 'không được ', 'có trách nhiệm ']
const anySaying =
  /chỉ r|nêu |cho rằng|nhấn mạnh|lưu ý|khẳng định|quán triệt|đề ra|gợi mở|định hướng/
/** Words before the verb that make it no saying of anybody: "theo tinh thần … đã nêu rõ", "Nghị quyết chỉ rõ". */
const paperBefore =
  /(?<!\p{L})(?:nghị quyết|chỉ thị|kết luận|báo cáo|kế hoạch|văn bản|công văn|công điện|quyết định|luật|nghị định|thông tư|đề án|dự thảo|tờ trình|bài viết|bài báo|thông báo|điều lệ|hiến pháp) [^,.;:]{0,80}$/u
/** Verbs of one who speaks to those who must act; others also go with what is said in general. */
const urging = /^(?:nhấn mạnh|lưu ý|quán triệt)/u
/** What makes the words before "phải" a clause of their own: "phòng học còn thiếu, nên các trường". */
const clause =
  /(?<!\p{L})(?:còn|do đó|vì vậy|vì thế|nên|đã|đang|là|thì|không|rất|chưa|vẫn|nếu|khi|sẽ|bị|được|muốn|theo)(?!\p{L})/u
/** What must be done, right after those who must. */
const must = /^(?:cần phải|cần|phải) (?!có (?!trách|kế|phương|giải|biện|lộ)|được |là |thấy |hiểu )/u
const barred = /^(?:không được|có trách nhiệm|tuyệt đối không) (?=\p{L})/u
/** UTF-16 units between the verb and whoever must act, and of their names. */
const farthest = 170
const mostOfSubject = 140
/** UTF-16 units in which the end of those names is looked for, and verbs of a sentence that are tried. */
const ahead = 400
const mostVerbs = 6
/** Whose word is an order, by the office that is told of them. */
const leading =
  /(?<!\p{L})(?:bí thư|chủ tịch|giám đốc|bộ trưởng|thứ trưởng|thủ tướng|thường trực|hiệu trưởng|trưởng (?:ban|đoàn|phòng|ngành|công an)|phó trưởng|chánh|(?:tổng )?cục trưởng|vụ trưởng|viện trưởng|tư lệnh|chính uỷ|chỉ huy trưởng|thủ trưởng|uỷ viên|phó ban|đại tướng|thượng tướng|trung tướng|thiếu tướng)(?!\p{L})/u
/** Gatherings and boards, whose word it is as well. */
const gathering =
  /^(?:hội nghị|đại hội|phiên họp|kỳ họp|đoàn (?:kiểm tra|giám sát|công tác|thanh tra)|hội đồng thẩm định)(?!\p{L})/u
/** Offices in which nobody gives orders of administration. */
const outside =
  /(?<!\p{L})(?:công ty|tập đoàn|doanh nghiệp|hội đồng (?:quản trị|thành viên)|hiệp hội|hợp tác xã|ngân hàng(?! nhà nước)|câu lạc bộ|đại sứ|luật sư|quỹ|nguyên|cựu)(?!\p{L})/u
/** Before a name: one who speaks for others, or as one who knows. */
const adviser =
  /(?<!\p{L})(?:đại biểu|đbqh|cử tri|chuyên gia|luật sư|nhà nghiên cứu|nhà báo)(?!\p{L})[^,.;:]*$/u
/** UTF-16 units around a name in which its office stands, and places of a name that are looked at. */
const near = 110
const mostPlaces = 6

/** The duty that a leader tells of in a sentence, from whoever must act to its end; null where nobody tells of one. */
export function statedDuty(
  page: Page,
  sentence: Span,
  meant: Speaker | null,
): Annotation<DirectiveFound> | null {
  const key = page.key.slice(sentence.start, sentence.end)
  if (!musts.some((words) => key.includes(words)) || !anySaying.test(key)) return null
  let tried = 0
  for (const verb of matchesOf(key, saying)) {
    if (++tried > mostVerbs) return null
    const from = verb.index + verb[0].length
    const heads = urging.test(verb[0]) ? chargedHead : bodyHead
    const at = whoMust(page, sentence, key, from, heads)
    if (at === null) continue
    const before = key.slice(0, verb.index)
    if (paperBefore.test(before) || /["“”]/u.test(before)) continue
    const speaker = speakerOf(page, sentence, verb.index, meant)
    const start = sentence.start + at
    if (!speaker || !leads(page, speaker) || isUpward(issuerWords(page, speaker), key.slice(at))) {
      decline(page, sentence, 'duty-without-leader', 'Nobody is named who could order it.')
      continue
    }
    return unmarked(
      page,
      { start, end: sentence.end },
      'task',
      speaker,
      'order-in-sentence',
      0.7,
      assigneesOf(page.text.slice(start, sentence.end), []),
      page.text.slice(sentence.start, start),
    )
  }
  return null
}

/** Where those begin who must act, after the verb or a comma or colon behind it; null where nobody must. */
function whoMust(
  page: Page,
  sentence: Span,
  key: string,
  from: number,
  heads: RegExp,
): number | null {
  const marks = /(?:^,? |[,:] )(?:(?:do đó|do vậy|vì vậy|vì thế|bởi vậy),? )?/gu
  const words = key.slice(from, from + farthest)
  for (const mark of words.matchAll(marks)) {
    const at = from + mark.index + mark[0].length
    const between = words.slice(0, mark.index)
    if (/["“”;]|\. /u.test(between) || /:.*:/u.test(between)) return null
    if (!heads.test(key.slice(at, at + 60))) continue
    const start = sentence.start + at
    const stop = Math.min(sentence.end, start + ahead)
    const subject = subjectEnd(page.text.slice(start, stop), page.key.slice(start, stop), 0)
    if (subject === null || subject > mostOfSubject) continue
    if (clause.test(key.slice(at, at + subject))) continue
    const does = key.slice(at + subject, at + subject + 40)
    const bound = must.exec(does)?.[0].length ?? 0
    if (barred.test(does)) return at
    if (
      bound > 0 &&
      (/^không (?:để|được) /u.test(does.slice(bound)) ||
        startsImperative(page, start + subject + bound, sentence.end))
    )
      return at
  }
  return null
}

const pronoun = /(?:^|[ ,.])(?:đồng chí|ông|bà|đ\/c)(?: (?:cũng|còn|đã|đặc biệt|tiếp tục))* $/u

/** Who says it, in the sentence or, as "đồng chí", before it. */
function speakerOf(
  page: Page,
  sentence: Span,
  verb: number,
  meant: Speaker | null,
): Speaker | null {
  const at = sentence.start + verb
  return (
    issuerBefore(page, sentence.start, at) ??
    (pronoun.test(page.key.slice(sentence.start, at))
      ? (meant ?? lastSpeaker(page, sentence.start))
      : null)
  )
}

/** True for a body of the State or the Party, and a person of whom the text tells an office that leads one. */
export function leads(page: Page, speaker: Speaker): boolean {
  const own = keyOf(speaker.text)
  const words = issuerWords(page, speaker)
  if (outside.test(words) || outside.test(own)) return false
  if (adviser.test(page.key.slice(Math.max(0, (speaker.start ?? 0) - 40), speaker.start ?? 0)))
    return false
  if (leading.test(own) || gathering.test(own) || levelOf(own) !== null || leading.test(words))
    return true
  let at = page.key.indexOf(own)
  for (let n = 0; at >= 0 && n < mostPlaces; n++) {
    const end = at + own.length
    const after = /^ ?[,(–-] ?[^.;\n]{0,90}/u.exec(page.key.slice(end, end + near))?.[0] ?? ''
    const before = /[^.;:\n]*$/u.exec(page.key.slice(Math.max(0, at - near), at))?.[0] ?? ''
    if (leading.test(after) || leading.test(before)) return !outside.test(before + after)
    at = page.key.indexOf(own, end)
  }
  return false
}
