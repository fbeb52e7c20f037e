// What this text does with the documents it cites. A relation is given where the cited document is the object of the verb:
// "thay thế [Thông tư số A]", "sửa đổi, bổ sung một số điều của [Nghị định số B]", "bãi bỏ Quy định ban hành kèm theo
// [Quyết định số C]"; and to what stands in a list with it. "Mentions" where nothing is sure, above all where another
// cited document is the doer ("Nghị định số D sửa đổi [Nghị định số E]") or the verb is passive ("được sửa đổi tại [Luật F]").

import { matchesOf } from '../../text/matches.ts'
import type { Page } from '../page.ts'
import { carriesOut, changesIt, type Doer, doerOf, namesItself } from './doer.ts'
import {
  announced,
  isInPreamble,
  marker,
  opensBased,
  type Placed,
  type Relation,
} from './lines-above.ts'
import { isLocators, withoutLocators } from './locators.ts'
import { modelForms } from './model-forms.ts'

type Verb = { relation: Relation; start: number; end: number }

const verbs =
  /(?<!\p{L})(?:(thay thế(?: cho)?|thay cho)|(bãi bỏ|huỷ bỏ)|((?<!(?:luật|pháp lệnh) )(?:sửa đổi(?:,? (?:và )?bổ sung)?|bổ sung(?:,? (?:và )?sửa đổi)?|đính chính)(?!\)))|(?<!(?:những|các|có|làm|là|số|mọi) )((?:căn cứ|trên cơ sở)(?: vào| theo)?)(?! (?:để|pháp lý|tính))|(triển khai thực hiện|triển khai|thực hiện|quán triệt|thi hành|cụ thể hoá))(?!\p{L})/gu
const relations: readonly Relation[] = ['replaces', 'repeals', 'amends', 'based-on', 'implements']

/** What is gone by is no document: "Căn cứ nhiệm vụ được giao, …", "Căn cứ nội dung chi quy định tại …". */
const opensOther =
  /^[\s(+*-]*(?:\d{1,2}[.)] |[a-zđ]\) )?(?:- )*căn cứ (?:vào |theo |các )*(?:chức năng|nhiệm vụ|nội dung|yêu cầu|điều kiện|nhu cầu|khả năng|kết quả|thực tế|mục tiêu|tính chất|mức|định mức|chế độ|tiêu chuẩn|số lượng)(?!\p{L})/u
/** "Căn cứ nội dung chi quy định tại [Thông tư …]": so is this. */
const otherNoun =
  /^ (?:nội dung|mức|chế độ|điều kiện|tiêu chuẩn) \p{L}+ (?:được )?quy định tại(?!\p{L})/u
/** The main clause after what is gone by: ", Sở Tài chính có trách nhiệm …". */
const subject =
  /, (?:uỷ ban|ubnd|hđnd|hội đồng|sở|bộ(?! luật)|các|phòng|cơ quan|đơn vị|ban|chi cục|cục|tổng cục|hội|thủ trưởng|giám đốc|chủ tịch|chính phủ) [^,;:]{0,80}?(?:có trách nhiệm|chủ trì)(?!\p{L})/u
const alias = /\((?:(?:sau đây|dưới đây|gọi|viết)[^()]{0,40}|tên [^()]{0,20})$/u
/** The cited document is what somebody issues or hands in. */
const issues =
  /(?<!\p{L})(?:ban hành|tham mưu|trình|ký|ký ban hành|công bố|gửi|nhận được|có|xây dựng|phê duyệt|dự thảo)(?: các| dự thảo)? $/u
/** What is written and not carried out: "đã thực hiện các báo cáo số …". */
const written = /^(?:báo cáo|tờ trình|biên bản)(?!\p{L})/u
/** A sentence about a text named before: "Trong đó, sửa đổi …". */
const ofAnother = /^\s*(?:trong đó|theo đó|cụ thể)(?: là)?,? /u
const passive = /(?<!\p{L})(?:được|bị) (?!ban hành)[^.;:()]{0,60}$/u
const asked = /(?<!\p{L})(?:đề nghị|kiến nghị|đề xuất|yêu cầu|nghiên cứu|xem xét)[^.;:()]{0,40}$/u
/** What parts two documents of one list; the places in the second one may stand after it. */
const separator =
  /(?:[;,/]|(?<!\p{L})(?:và|hoặc|cùng với))(?:\s*(?:[-+]|và|và các|các|đồng thời|theo))?\s*$/u
/** A new clause with a subject of its own. */
const clause =
  /, (?:\p{L}+ ){1,10}(?:đã|vừa|báo cáo|ban hành|trình|đề nghị|tham mưu|xây dựng|yêu cầu|tổ chức|đang|sẽ|có ý kiến|nhận thấy|thấy)(?!\p{L})/u
/** What is said after a colon or of another body begins another list. */
/** "Căn cứ Thông tư số A … hướng dẫn một số điều của Nghị định số B": B is in the title of A. */
const inTitle = /^[^;]*(?<!\p{L})(?:của|hướng dẫn|thi hành|thực hiện|chi tiết)(?: các)? $/u
const newClause = new RegExp(`:|${clause.source}`, 'u')
const expires =
  /^(?:[^.;]|\.(?=\S)){0,240}?(?<!\p{L})hết hiệu lực(?: thi hành)?,?(?: kể)? từ(?!\p{L})/u
const expiredTexts = /văn bản[^,]{0,60}hết hiệu lực/u
/** "… hết hiệu lực kể từ ngày thông báo này có hiệu lực", "… kể từ ngày ký thông báo này". */
const fromItself =
  /(?<!\p{L})(?:này (?:bắt đầu )?có hiệu lực|ngày (?:ký|ban hành)(?: ban hành)? \p{L}{2,7} \p{L}{2,7} này)(?!\p{L})/u
/** The words between "thực hiện" and "theo [Nghị định …]": one short object and no other verb. */
const shortObject =
  /^(?: (?!(?:thì|được|đã|phải|nếu|khi|mà|sẽ|để|và|theo)(?!\p{L}))[\p{L}-]+){0,12}$/u
/** "thực hiện Chương trình … ban hành kèm theo [Thông tư …]". */
const issuedWith =
  /^ (?:chương trình|quy chế|quy định|kế hoạch|đề án|danh mục|chiến lược|điều lệ)(?: [\p{L}-]+){0,12} kèm theo(?: các)? $/u
/** "tình hình thực hiện dự toán theo quy định tại …": what is told of, not what is done. */
const reported = /(?:tình hình|kết quả|tiến độ|báo cáo) $/u
const saidBy =
  /^(?: (?:tốt|nghiêm túc|nghiêm|các|nội dung|theo|sự))*(?: ý kiến)?(?: (?:chỉ đạo|kết luận|yêu cầu|ý kiến|đề nghị|hướng dẫn|thống nhất))+ của [^,;:()]{2,80} tại(?: các)? $/u
/** "được thực hiện theo (quy định tại) [Nghị định …]": it says how something is done; the document is not what is carried out. */
const crossReference = /(?<!kèm) theo(?!\p{L})/u
const guidedBy = /^(?: (?:tốt|nghiêm túc|nghiêm|đúng))* theo(?: đúng)? hướng dẫn của /u
/** "thực hiện cơ chế tự chủ theo [Nghị định …]", and not "theo quy định tại Điều 7 [Nghị định …]". */
const byDocument = /^ theo(?: đúng)?(?: nội dung| tinh thần)?(?: các)? $/u
/** How far before a citation its verb may stand, in UTF-16 units. */
const reach = 420

/** The relation of each citation, in their order; citations must be in order of place. */
export function relationsOf(page: Page, cited: readonly Placed[]): Relation[] {
  const found: Relation[] = []
  const models = modelForms(page)
  const doer = doerOf(page)
  let list: Relation = 'mentions'
  let based = false
  /** True where the last verb's doer is this text, not a document cited before. */
  let ours = false
  /** True after a citation inside the title of another: what follows "và" may belong to either. */
  let embedded = false
  /** True in a list after "được sửa đổi theo": what the verb is said of stands before it. */
  let byDoer = false
  /** True inside a model document. */
  let model = false
  /** True where the line goes on from the one before, whose words are not seen. */
  let torn = false
  let scope = -1
  let previous = 0
  for (const place of cited) {
    const fresh = place.scope.start !== scope
    if (fresh) {
      scope = place.scope.start
      previous = scope
      list = 'mentions'
      ours = false
      embedded = false
      byDoer = false
      based =
        (opensBased.test(page.key.slice(scope, Math.min(scope + 40, place.head))) &&
          !isOfOther(page, place)) ||
        isInPreamble(page, place)
      model = models.some((m) => m.start < scope && scope < m.end)
      torn = isTorn(page, scope)
    }
    if (model) {
      found.push('mentions')
      previous = place.end
      continue
    }
    const raw = page.key.slice(Math.max(previous, place.head - reach), place.head)
    if (!fresh && alias.test(raw)) {
      found.push(found.at(-1) ?? 'mentions')
      continue
    }
    const gap = raw.replace(/\([^()]*\)/gu, (words) => ' '.repeat(words.length))
    if (based && (subject.test(gap) || (!fresh && clause.test(gap)))) based = false
    let relation: Relation = based ? 'based-on' : 'mentions'
    const verb = issues.test(gap)
      ? null
      : governing(gap, written.test(page.key.slice(place.head, place.head + 10)))
    if (issues.test(gap)) {
      relation = 'mentions'
      list = relation
      ours = false
      embedded = false
    } else if (verb) {
      const before = gap.slice(0, verb.start)
      const named = namesItself(doer, before, found.length === 0)
      const acts = verb.relation !== 'implements' && verb.relation !== 'based-on'
      const mine =
        (fresh && !(torn && /^\s*$/u.test(before)) && !(acts && ofAnother.test(before))) ||
        verb.relation === 'based-on' ||
        before.includes(';') ||
        named ||
        (ours && acts && /(?:,| và) $/u.test(before) && !embedded)
      if (!mine) {
        embedded = true
        // "Căn cứ Thông tư số A …, thay thế Thông tư số B", "… hướng dẫn thực hiện Nghị định số B": B is no ground.
        if (acts || !gap.includes(';')) relation = 'mentions'
      } else {
        // "mức trợ cấp căn cứ theo [Nghị định …]": how something is reckoned.
        const adverbial =
          verb.relation === 'based-on' &&
          /^căn cứ theo/u.test(gap.slice(verb.start)) &&
          /\p{L} $/u.test(before) &&
          !/(?<!\p{L})(?:và|hoặc|khi) $/u.test(before)
        const at = place.head - gap.length + verb.start
        const rest: string = page.key.slice(place.end, Math.min(place.scope.end, place.end + 280))
        const another: boolean = acts
          ? !(ours || changesIt(page, doer, at, before, named, place.head)) ||
            (verb.relation === 'amends' && doer.consolidated)
          : adverbial || (verb.relation === 'implements' && !carriesOut(doer, at, before, rest))
        const done: boolean = another || (acts && (passive.test(before) || asked.test(before)))
        if (!based || verb.relation !== 'amends') relation = done ? 'mentions' : verb.relation
        list = relation
        ours = acts && !done
        byDoer = passive.test(before)
        embedded = false
      }
    } else if (!fresh && inList(gap)) {
      if (!embedded || /;\s*\S{0,12}\s*$/u.test(withoutLocators(gap)))
        relation = list === 'mentions' ? relation : list
    } else if (fresh || newClause.test(gap)) {
      list = relation
      embedded = false
    } else {
      embedded = true
      if (inTitle.test(gap)) relation = 'mentions'
    }
    if (fresh && relation === 'mentions' && marker.test(raw))
      relation = announced(page, doer, scope)
    if (
      relation === 'mentions' &&
      !byDoer &&
      !passive.test(gap) &&
      isRepealedHere(page, doer, place)
    )
      relation = 'repeals'
    found.push(relation)
    previous = place.end
  }
  return found
}

/** True in a sentence, not a line of a preamble, that goes by something else than the document. */
function isOfOther(page: Page, { scope, head }: Placed): boolean {
  if (!opensOther.test(page.key.slice(scope.start, Math.min(scope.start + 60, head)))) return false
  return !/[;,]\s*$/u.test(page.key.slice(Math.max(head, scope.end - 2), scope.end))
}

/** The last verb before a citation whose object the citation is; offsets in `gap`. */
function governing(gap: string, isReport: boolean): Verb | null {
  const all = matchesOf(gap, verbs)
  for (const match of all.reverse()) {
    const kind = [1, 2, 3, 4, 5].find((group) => match[group] !== undefined) ?? 5
    const relation = relations[kind - 1] ?? 'mentions'
    const end = match.index + match[0].length
    if (isReport && relation === 'implements') return null
    if (hasObject(relation, gap.slice(end), gap.slice(0, match.index)))
      return { relation, start: match.index, end }
    // A verb joined to the next one ("triển khai, thực hiện") is read with it; others end the search at a clause.
  }
  return null
}

/** True where the words after a verb lead to the citation and to nothing else. */
function hasObject(relation: Relation, rest: string, before: string): boolean {
  const words = rest.replace(/"[^"]{0,200}"/gu, '')
  if (/[;()\n]/u.test(words)) return false
  const acts = relation === 'replaces' || relation === 'repeals' || relation === 'amends'
  if (acts) {
    if (/^ (?:tại|theo|trong|thuộc|bằng|bởi|từ)(?!\p{L})/u.test(words)) return false
    return isLocators(words) || (words.length < 320 && /(?<!\p{L})kèm theo(?: các)? $/u.test(words))
  }
  if (relation === 'based-on')
    return !otherNoun.test(words) && (isLocators(words, true) || saidBy.test(words))
  if (isLocators(words, true)) return !crossReference.test(words)
  if (saidBy.test(words)) return !guidedBy.test(words)
  if (issuedWith.test(words)) return true
  const at = words.lastIndexOf(' theo ')
  return (
    at > 0 &&
    !reported.test(before) &&
    !words.slice(0, at).endsWith(' kèm') &&
    (shortObject.test(words.slice(0, at)) || isLocators(words.slice(0, at), true)) &&
    byDocument.test(words.slice(at))
  )
}

/** True where a citation is the next one of a list. */
function inList(gap: string): boolean {
  const opened = gap.lastIndexOf('(')
  if (opened >= 0 || gap.includes(')')) return false
  return separator.test(withoutLocators(gap))
}

/** "[Thông tư số A] … hết hiệu lực kể từ ngày …": the words after it repeal it. */
function isRepealedHere(page: Page, doer: Doer, place: Placed): boolean {
  const words = page.key.slice(place.end, Math.min(place.scope.end, place.end + 280))
  const match = expires.exec(words)
  if (match === null || expiredTexts.test(match[0])) return false
  return doer.enacts || fromItself.test(words)
}

/** True where a line begins with a small letter after one that does not end: "Thông tư số … ngày … ⏎ sửa đổi …". */
function isTorn(page: Page, start: number): boolean {
  return (
    /\p{Ll}/u.test(page.text[start] ?? '') &&
    /[^.;:]\n$/u.test(page.text.slice(Math.max(0, start - 2), start))
  )
}
