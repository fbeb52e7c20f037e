// Who gives an order: the subject of the reporting verb before it.
import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import { isCapitals } from '../line.ts'
import { isCapitalised, readName } from '../names.ts'
import { readOrganisation } from '../organisations.ts'
import type { Page } from '../page.ts'
import { readPositions } from '../positions.ts'
import { levelOf } from './bodies.ts'
import { documentIssuer } from './found.ts'
import { tokenAt } from './imperative.ts'

/** A person, an office or a body; `start` is where it stands in the view, null where taken from the header. */
export type Speaker = { text: string; start: number | null }

/**
 * Matching key of words that say how high a speaker stands: the office or body itself; for a person what follows the
 * name ("…, Giám đốc Sở"), else the last title before it.
 */
export function issuerWords(page: Page, speaker: Speaker): string {
  const own = keyOf(speaker.text)
  if (speaker.start === null || levelOf(own) !== null) return own
  const end = speaker.start + speaker.text.length
  const after = /^ ?[,(-] ?([^.;]{0,60})/u.exec(page.key.slice(end, end + 64))?.[1] ?? ''
  if (levelOf(after) !== null) return after
  const before = page.key.slice(Math.max(0, speaker.start - 60), speaker.start)
  return before.slice(before.search(/[^,.;:]*$/u))
}

/** Gatherings that resolve like a body, and whose first word is one: "Hội nghị thống nhất". */
const gathering = /^(?:hội nghị|đại hội|hội thảo|kỳ họp|phiên họp|cuộc họp)(?!\p{L})/u
/** Words after which a name is no subject: "của Chính phủ", "phối hợp với Sở Nội vụ", "ngân sách Trung ương". */
const otherRole =
  /(?:^|[ ,(;:"])(?:của|với|cùng|cho|giúp|theo|từ|tại|ở|thuộc|qua|về|gửi|trình|lên|vào|đến|hoặc|do|bởi|đối với|phục vụ|trước|trên|có|là|giao|yêu cầu|đề nghị|chỉ đạo|phân công|báo cáo|uỷ quyền|kiến nghị|lãnh đạo các|các đồng chí|các ông|ngân sách|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|luật|chương trình|đề án|dự án|cán bộ|công chức|ý kiến|trụ sở|bằng|được|đơn vị|cơ quan|thành lập|các|các cơ quan|tham mưu|vp\.?|lần thứ \p{N}{1,2}|thứ \p{N}{1,2}|số [^\s,;.]{1,24}) (?:các |những |lãnh đạo )?$/u
/** What parts two names of one list, of which the second stands in the role of the first: "với Sở Y tế, Sở Tài chính". */
const listed = /^(?:,| và|, và|;| -) (?:các )?$/u
/** Before a person whose word is cited: "Theo TS …", "Theo ông …". */
const citing =
  /(?:^|[ ,.;"“])theo (?:(?:pgs|gs|ts|ths|bs|ls)[. -]*|ông |bà |đồng chí |luật sư |tiến sĩ |chuyên gia )+$/u
/** What stands between a person and an office that says who that is. */
const apposed = /^ ?(?:[,(–-] ?)?(?:là )?$/u
/** Where a body that opens a clause may begin: after a stop, a day, or a word of time. */
const clauseStart =
  /(?:^|[.,;:!?…"“”(–\n-] ?|\d\)? |(?:^|[ ,])(?:nay|qua|tới|đó|này|vậy|nhiên|rồi|sáng|chiều|tối|rằng|mà|thì|và|nên|song|nhưng|để|bị|đại diện|lãnh đạo|tập thể|thay mặt|hội nghị|cuộc họp|kết luận) )$/u
/** People and bodies of no name: who belongs to them is ordered, and orders nobody. */
const nameless =
  /^(?:thành viên|công chức|viên chức|cán bộ|đại biểu|chuyên viên|hội viên|uỷ viên|công chứng viên|kế toán|thủ trưởng|người|đội trưởng|giáo viên|nhân viên)(?!\p{L})/u
/** Bodies that are named whole by one word. */
const whole =
  /^(?:chính phủ|quốc hội|thủ tướng|tỉnh uỷ|thành uỷ|huyện uỷ|quận uỷ|thị uỷ|đảng uỷ|ban thường vụ|thường trực|bộ chính trị|ban bí thư|hội nghị|đại hội|ban chỉ đạo|ban tổ chức|ban giám hiệu|tỉnh đoàn|công an|lđlđ|ubnd|hđnd|uỷ ban nhân dân|hội đồng nhân dân)(?: \p{L}+)?$/u
/** "Nghị quyết Trung ương 5", "ngân sách Trung ương": a word that says of what level something is. */
const central = /^trung ương(?: \d{1,2})?$/u
/** A word that is left over at the end of a name: "Ban chỉ đạo … của", "uỷ viên … hoặc", "Ủy ban … cơ bản nhất trí". */
const dangling =
  / (?:của|hoặc|và|các|tại|phải|tiếp tục|sẽ|(?<!(?:khoa học|y học|xây dựng|kiến thức|lý thuyết) )cơ bản)$/u
/** UTF-16 units in which such a word and the one before it stand. */
const mostOfDangling = 24
/** What no name goes on with: "uỷ viên, định kỳ hàng năm", "Bộ Y tế và Nghị định số 5". */
const goingOn = / (?:định kỳ|và (?:nghị định|nghị quyết|quyết định|luật))/u
/** What stands between a subject and its verb of order: "Bộ đã có công văn yêu cầu". */
const saying =
  /^(?: (?:đã|vừa|cũng|có|còn|tiếp tục|ký|ban hành|gửi|công văn|văn bản|chỉ thị|thông báo|công điện))* $/u
/** What stands right before a part of a symbol. */
const symbolBefore = /[\p{L}\p{N}][-/]$/u
/** How far back the full name of "Sở" or "Bộ" is looked for. */
const fullNameReach = 4000
const mostNames = 20

type Candidate = Speaker & {
  sort: 'person' | 'office' | 'body'
  start: number
  end: number
  bare: boolean
  /** True for a name after an honorific. */
  introduced: boolean
}

/** UTF-16 length of a name without the words left over at its end. `key` is its matching key. */
function nameLength(key: string): number {
  let end = goingOn.exec(key)?.index ?? key.length
  for (;;) {
    const word = dangling.exec(key.slice(Math.max(0, end - mostOfDangling), end))
    if (!word) return end
    end -= word[0].length
  }
}

/**
 * The last person, office or body named between `from` and `verbAt` as a subject; a person goes before the office that
 * says who it is. Null where none is: a name after a preposition, in a list of others or without its own words speaks not.
 */
export function issuerBefore(page: Page, from: number, verbAt: number): Speaker | null {
  if (isCapitals(page.text.slice(from, verbAt)) && verbAt - from > 8) return null
  let speaker: Candidate | null = null
  let before: Candidate | null = null
  let apart = false
  /** Whom "Theo ông A, …" cites: speaks only where nobody else does. */
  let source: Candidate | null = null
  for (const candidate of namesIn(page, from, verbAt)) {
    const gap = before ? page.key.slice(before.end, candidate.start) : null
    const sameList: boolean = gap !== null && listed.test(gap)
    const cites: boolean =
      candidate.sort === 'person' &&
      citing.test(page.key.slice(Math.max(from, candidate.start - 24), candidate.start))
    const ofSource: boolean =
      source !== null && before === source && gap !== null && apposed.test(gap)
    if (cites || ofSource) {
      if (cites) source = candidate
      before = candidate
      apart = true
      continue
    }
    // "Với Sở Y tế, Sở Tài chính …", "những kết quả mà Hội đã đạt được; đồng thời đề nghị": only next to the verb.
    const afterOther: boolean = sameList && apart
    const aside: boolean =
      afterOther || page.key.slice(Math.max(from, candidate.start - 4), candidate.start) === ' mà '
    const subject: boolean =
      aside && !saying.test(page.key.slice(candidate.end, verbAt))
        ? false
        : isSubject(page, from, candidate, before) || writes(page, from, candidate, verbAt)
    const describes: boolean =
      !afterOther &&
      candidate.sort !== 'person' &&
      speaker?.sort === 'person' &&
      gap !== null &&
      apposed.test(gap)
    apart = !subject && !describes
    before = candidate
    if (!subject || describes) continue
    // "UBND tỉnh, Sở Y tế yêu cầu": the first of several speaks for them.
    const laterOfList = sameList && !afterOther && candidate.sort !== 'person'
    if (laterOfList && speaker && speaker.end < candidate.start) continue
    speaker = candidate
  }
  const told = speaker ?? source
  return told && { text: told.text, start: told.start }
}

/** The first person, office or body in a span that is a subject: who a whole sentence is about. Null where none is. */
export function subjectOf(page: Page, span: Span): Speaker | null {
  let before: Candidate | null = null
  for (const candidate of namesIn(page, span.start, span.end)) {
    if (isSubject(page, span.start, candidate, before))
      return { text: candidate.text, start: candidate.start }
    before = candidate
  }
  return null
}

/** "Công văn số 298 ngày … của Văn phòng … đề nghị": who wrote it, where the verb follows at once. */
function writes(
  page: Page,
  from: number,
  { start, end, text, bare }: Candidate,
  verbAt: number,
): boolean {
  if (bare || nameless.test(keyOf(text)) || verbAt - end > 2) return false
  return /(?:công văn|văn bản|quyết định|thông báo|tờ trình|chỉ thị|kế hoạch) [^,.;:]{0,80}của $/u.test(
    page.key.slice(Math.max(from, start - 100), start),
  )
}

function isSubject(
  page: Page,
  from: number,
  candidate: Candidate,
  before: Candidate | null,
): boolean {
  const key = keyOf(candidate.text)
  if (nameless.test(key)) return false
  const left = page.key.slice(Math.max(from, candidate.start - 48), candidate.start)
  if (otherRole.test(left)) return false
  if (candidate.sort === 'person')
    return (
      candidate.introduced ||
      !/\p{Ll} $/u.test(page.text.slice(Math.max(from, candidate.start - 2), candidate.start)) ||
      (before !== null && before.end >= candidate.start - 1) ||
      clauseStart.test(left)
    )
  if (candidate.bare && !whole.test(key)) return false
  // An office or body directly before a name is part of who that is.
  if (candidate.sort === 'office') return true
  return (
    left.trim() === '' ||
    clauseStart.test(left) ||
    (before !== null && listed.test(page.key.slice(before.end, candidate.start)))
  )
}

/** All persons, offices and bodies named from an offset to before another, in order. */
function namesIn(page: Page, from: number, to: number): Candidate[] {
  const found: Candidate[] = []
  const last = tokenAt(page, to)
  const put = (
    sort: Candidate['sort'],
    start: number,
    end: number,
    bare: boolean,
    introduced = false,
  ) => {
    const text = page.text.slice(start, end)
    const cut = nameLength(keyOf(text))
    const kept = text.slice(0, cut)
    const named = bare ? (fullName(page, kept, start) ?? kept) : kept
    found.push({
      sort,
      text: named,
      start,
      end: start + cut,
      bare: bare && named === kept,
      introduced,
    })
  }
  for (let i = tokenAt(page, from); i < last; ) {
    const introduced = page.lexicon.honorifics.longestAt(page.tokens, i)
    const name = introduced
      ? readName(page, introduced.nextToken, true)
      : isCapitalised(page, i)
        ? readName(page, i, false)
        : null
    if (name && (introduced || name.strong)) {
      put('person', name.start, name.end, false, introduced !== null)
      i = name.nextToken
      continue
    }
    const run = readPositions(page, i)
    const position = run.positions[0]
    if (position) {
      put('office', position.start, run.positions.at(-1)?.end ?? position.end, false)
      i = run.nextToken
      continue
    }
    const token = page.tokens[i]
    const met = token && gathering.exec(page.key.slice(token.start, token.start + 12))?.[0]
    if (met && token && isCapitalised(page, i)) {
      put('body', token.start, token.start + met.length, false)
      i += 2
      continue
    }
    // "Nghị định số 126/2024/NĐ-CP": letters of a symbol.
    const inSymbol =
      token !== undefined &&
      symbolBefore.test(page.text.slice(Math.max(0, token.start - 2), token.start))
    const organisation =
      isCapitalised(page, i) && !inSymbol ? readOrganisation(page, i, false) : null
    if (organisation) {
      const { start, end } = organisation
      const known = page.lexicon.organisations.get(page.text.slice(start, end)).length > 0
      put(
        'body',
        start,
        end,
        central.test(page.key.slice(start, end)) ||
          (organisation.bare && !known && !/\p{Lu}{2}/u.test(page.text.slice(start, end))),
      )
      i = organisation.nextToken
      continue
    }
    i++
  }
  return found
}

/** The full name that a bare "Sở" or "Bộ" stands for: the last subject before it with the same
 * first word, else the issuer of the document. */
function fullName(page: Page, bare: string, start: number): string | null {
  if (!/^(?:sở|bộ|uỷ ban|liên đoàn|tổng liên đoàn|văn phòng|hội|cục|tổng cục)$/u.test(keyOf(bare)))
    return null
  const key = `${keyOf(bare)} `
  const from = Math.max(0, start - fullNameReach)
  const before = page.key.slice(from, start)
  let tried = 0
  for (let n = before.lastIndexOf(key); n >= 0; n = n === 0 ? -1 : before.lastIndexOf(key, n - 1)) {
    if (++tried > mostNames) break
    const at = from + n
    const index = tokenAt(page, at)
    if (page.tokens[index]?.start !== at || !isCapitalised(page, index)) continue
    if (otherRole.test(page.key.slice(Math.max(0, at - 48), at))) continue
    const body = readOrganisation(page, index, false)
    if (body && !body.bare) return page.text.slice(body.start, body.end)
  }
  const own = documentIssuer(page)
  return own?.text ?? null
}

/** The words before a verb that can be a subject: "các tỉnh trong Cụm thi đua số 5". */
export function subjectBefore(page: Page, from: number, to: number): Speaker | null {
  const words = page.text.slice(from, to)
  const match =
    /(?:^|, ?|tới )((?:các|cơ quan|ngành|toàn ngành|cụm|huyện|tỉnh|hội|phòng|sở|trường|đơn vị)[^,;:]{0,80}?)(?: (?:đề ra|sẽ|tiếp tục|phấn đấu|tập trung|thống nhất)|\s*$)/iu.exec(
      words,
    )
  const text = match?.[1]?.trim()
  // "trường", "ngành" alone name nobody.
  return text && (/ /u.test(text) || /^\p{Lu}/u.test(text))
    ? { text, start: from + words.indexOf(text) }
    : null
}
