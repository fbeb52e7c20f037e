// Who gives an order: the subject of the reporting verb before it.
import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import { isCapitals } from '../line.ts'
import type { Page } from '../page.ts'
import { spansIn } from '../sentences.ts'
import { levelOf } from './bodies.ts'
import { type Candidate, namesIn, otherRole, type Speaker } from './named.ts'
import { holdsOrderWord } from './order-words.ts'

export type { Speaker } from './named.ts'

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

/** What is named after people. */
const namedAfter =
  /(?:^| )(?:thpt|thcs|thpt chuyên|tiểu học|mầm non|trường|chuyên|đường|(?<!thành )phố|quảng trường|bệnh viện|công viên|giải|giải thưởng|học bổng|quỹ|cầu|tượng đài) $/u
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
/** What stands between a subject and its verb of order: "Bộ đã có công văn yêu cầu". */
const saying =
  /^(?: (?:đã|vừa|cũng|có|còn|tiếp tục|ký|ban hành|gửi|công văn|văn bản|chỉ thị|thông báo|công điện))* $/u
/**
 * The last person, office or body named between `from` and `verbAt` as a subject; a person goes before the office that
 * says who it is. Null where none is: a name after a preposition, in a list of others or without its own words speaks not.
 */
export function issuerBefore(page: Page, from: number, verbAt: number): Speaker | null {
  if (isCapitals(page.text.slice(from, verbAt)) && verbAt - from > 8) return null
  const after = afterGrounds(page, from, verbAt)
  if (after) return after
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

/** What says on what grounds somebody orders. */
const grounds =
  /^\s*(?:(?:để |nhằm )?(?:thực hiện|triển khai|thi hành|chấp hành)|căn cứ|theo|trên cơ sở|tiếp theo|xét|sau khi) /u

const onPaper =
  /^\s*(?:thực hiện|căn cứ|theo|trên cơ sở) (?:ý kiến |tinh thần |nội dung )?(?:công văn|văn bản|nghị quyết|chỉ thị|quyết định|công điện|kế hoạch|thông báo|hướng dẫn|kết luận|chỉ đạo)(?!\p{L})[^;:]*$/u

/** UTF-16 units of the longest grounds. */
const mostOfGrounds = 1500

/** True where the order follows the comma that closes its grounds: "Thực hiện Công văn … của Bộ, | yêu cầu các trường". */
export function isAfterGrounds(page: Page, from: number, verbAt: number): boolean {
  return (
    verbAt - from <= mostOfGrounds &&
    page.key.endsWith(', ', verbAt) &&
    onPaper.test(page.key.slice(from, verbAt))
  )
}

/** The subject after the comma that closes "Thực hiện Công điện … của Thủ tướng Chính phủ,"; null where none stands there. */
function afterGrounds(page: Page, from: number, verbAt: number): Speaker | null {
  if (!grounds.test(page.key.slice(from, from + 24))) return null
  const comma = from + page.key.slice(from, verbAt + 2).lastIndexOf(', ')
  if (comma <= from) return null
  const [first] = namesIn(page, comma + 2, verbAt)
  if (first?.start !== comma + 2 || !saying.test(page.key.slice(first.end, verbAt))) return null
  return isSubject(page, comma + 2, first, null) ? { text: first.text, start: first.start } : null
}

/**
 * The first person, office or body in a span that is a subject: who a whole sentence is about; the person whose office stands
 * first. Null where none is.
 */
export function subjectOf(page: Page, span: Span): Speaker | null {
  let before: Candidate | null = null
  let subject: Candidate | null = null
  for (const candidate of namesIn(page, span.start, span.end)) {
    if (subject) {
      const gap = page.key.slice(subject.end, candidate.start)
      if (subject.sort === 'office' && candidate.sort === 'person' && apposed.test(gap))
        subject = candidate
      break
    }
    if (isSubject(page, span.start, candidate, before)) subject = candidate
    before = candidate
  }
  return subject && { text: subject.text, start: subject.start }
}

/** UTF-16 units in which the sentence before another begins. */
const farBefore = 1000
const joining =
  /^(?:đồng thời|ngoài ra|bên cạnh đó|cùng với đó|mặt khác|song song với đó|qua đó|từ đó|trên cơ sở đó|nhân dịp này|dịp này|tiếp đó|trong đó|đặc biệt)(?:, | )(?:(?:cũng|còn) )?(?=\p{L})/u
/** Words of one who speaks, though of no order yet: "… ghi nhận những kết quả đạt được". */
const speaking =
  /(?<!\p{L})(?:ghi nhận|biểu dương|đánh giá(?: cao)?|khen ngợi|phát biểu|nhấn mạnh|khẳng định|cho biết|cho rằng|chia sẻ|hoan nghênh|cảm ơn|chúc mừng|bày tỏ|chỉ ra|chỉ rõ|nêu rõ|phân tích|thống nhất|kết luận|giải đáp|tiếp thu|làm rõ|trao đổi|chủ trì)(?!\p{L})/u

/** A body that has issued a paper, or sent one. */
const issuing =
  /(?<!\p{L})(?:ban hành|ký|gửi|có|ra) (?:\p{L}+ ){0,2}(?:kế hoạch|công văn|văn bản|chỉ thị|công điện|quyết định|thông báo|hướng dẫn)(?!\p{L})/u
/** Bodies that speak of what they have seen, and ask for more. */
const examining = /^(?:đoàn|tổ công tác|hội đồng thẩm định)(?!\p{L})/u
/** UTF-16 units of "đồng chí " and a rank before a name. */
const mostOfHonorific = 24

/** UTF-16 length of "Đồng thời, " and the like, with which an order of the one who spoke before may begin. */
export function joiningLength(key: string): number {
  return joining.exec(key)?.[0].length ?? 0
}

/**
 * Who orders in "Đồng thời đề nghị …", whose subject is that of the order told in the sentence before, "Bộ đã chỉ đạo các
 * trường …", or of what somebody said there. Null for other sentences.
 */
export function carriedSubject(page: Page, sentence: Span): Speaker | null {
  if (!joining.test(page.key.slice(sentence.start, sentence.start + 40))) return null
  const { start } = sentence
  const before = spansIn(page.sentences, { start: Math.max(0, start - farBefore), end: start }).at(
    -1,
  )
  if (!before) return null
  if (holdsOrderWord(page, before)) return subjectOf(page, before)
  // Only of the same paragraph; a body where it has issued a paper, for bodies also report on others.
  const key = page.key.slice(before.start, before.end)
  if (page.text.slice(before.end, start).includes('\n')) return null
  if (issuing.test(key)) return subjectOf(page, before)
  const said = speaking.test(key) ? subjectOf(page, before) : null
  return said && (examining.test(keyOf(said.text)) || !isBody(page, said)) ? said : null
}

/** True for a body, as told apart from a person and an office. */
function isBody(page: Page, { text, start }: Speaker): boolean {
  if (start === null) return true
  const from = Math.max(0, start - mostOfHonorific)
  const named = namesIn(page, from, start + text.length).find((c) => c.start === start)
  return named?.sort === 'body'
}

/** "Công văn số 298 ngày … của Văn phòng … đề nghị": who wrote it, where the verb follows at once. */
function writes(
  page: Page,
  from: number,
  { start, end, text, bare }: Candidate,
  verbAt: number,
): boolean {
  if (bare || nameless.test(keyOf(text)) || verbAt - end > 1) return false
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
  // "THPT Nguyễn Huệ": whom a school or a street is named after.
  if (candidate.sort === 'person' && !candidate.introduced && namedAfter.test(left)) return false
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

/** The words before a verb that can be a subject: "các tỉnh trong Cụm thi đua số 5". */
export function subjectBefore(page: Page, from: number, to: number): Speaker | null {
  const words = page.text.slice(from, to)
  const match =
    /(?:^|, ?|tới )((?:các|cơ quan|ngành|toàn ngành|cụm|huyện|tỉnh|hội|phòng|sở|trường|đơn vị)[^,;:]{0,80}?)(?: (?:đề ra|sẽ|tiếp tục|phấn đấu|tập trung|thống nhất)|\s*$)/iu.exec(
      words,
    )
  // "thì các Bộ, ngành phải tập trung …" charges them.
  if (match && / (?:phải|cần)$/u.test(keyOf(match[1] ?? ''))) return null
  const text = match?.[1]?.trim()
  // "trường", "ngành" alone name nobody.
  return text && (/ /u.test(text) || /^\p{Lu}/u.test(text))
    ? { text, start: from + words.indexOf(text) }
    : null
}
