// The last look at a subject: what cannot be a noun phrase is no subject. Null says that the text does not tell it plainly, which is
// true more often than a clause cut in the middle.
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { subjectPatternsOf } from './subject-words.ts'

/** Words left before the head where "tỷ lệ" was taken off: "cao nhất là | các bệnh về mắt", "tương đối cao | khách hàng". */
const lead =
  /^(?:(?:tương đối |khá |rất )?(?:cao|thấp|lớn|đáng kể)(?: nhất| hơn| khác)? là(?: do)? |(?:tương đối|khá|rất) (?:cao|thấp|lớn) |(?:cao|thấp|lớn) nhất (?=\p{Ll})|[-–•+*] |(?:nếu )?loại trừ |(?:dự kiến|ước tính) (?=tăng trưởng$)|sử dụng (?=nguồn |kinh phí |số )|(?:tỷ|tỉ) lệ(?=\p{L}))/iu
/** A change before what is counted: "việc giảm nhanh số | hộ nghèo". */
const changing =
  /^việc (?:tăng|giảm|hạ|nâng|kéo giảm)(?: nhanh| mạnh| dần| thêm)? (?:số|tỷ lệ|tỉ lệ) (?:các )?(?=\p{L})/iu
/** What is said of the head: "quy mô gia đình nhỏ | là chủ yếu", "tỷ lệ tốt nghiệp | thấp nhất là Trung tâm A", "môi trường|đạt", "bội chi | từ 4,8", "giải ngân | đến 15/12". */
const tail =
  /(?: là (?:chủ yếu|chính|phổ biến)| (?:cao|thấp|lớn) nhất là .+|(?<=\p{L}{2})(?:đạt|chiếm)| từ \d[\d.,]*| (?:tính )?(?:đến|tới)(?: hết)?(?: ngày)? \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?| [-–] là .+|-cái này)$/iu
/** A sum or a formula: "triệu đồng/người/năm", "N = x", "từ 70%". */
const sum =
  /[%=<>≤≥~^|\\]|(?<!\d (?:buổi|tiết|ca))\/(?:người|năm|tháng|ha|ngày)$|^\p{L} ?[=x]|^[\d.,/ -]+$|^\d+ (?:tại|ở|trong|theo) |^quy ?định ?(?:là|chung)$/iu
/** "kiến nghị giải quyết được 3.004 | vụ": what is counted behind such a verb. */
const counted = /^\p{L}[\p{L} ]* (?:\d+[.,])*\d+ (\p{L}[^\d,]*)$/u
/** Marks inside words and vowels in capitals, as scans read them: "hang &roc", "HuOng din thue hien". */
const garbled = /(?:^| )&\p{Ll}/u
const unaccented = /^[\x20-\x7e]+$/u
const misread = /[a-z][AEIOUY][a-z]/u

/**
 * The subject with its edges trimmed; null where it is no noun phrase. `shared`: it stands after "tỷ lệ", so that a doing may
 * be it.
 */
export function soundSubject(subject: string, shared: boolean, lexicon: Lexicon): string | null {
  const is = subjectPatternsOf(lexicon)
  let words = subject.replace(lead, '').replace(changing, '').replace(tail, '').trim()
  words = words.replace(shared ? is.graded : is.effort, '')
  if (words.split(' ').length > 3) words = words.replace(is.grown, '')
  words = afterDash(words)
  words = is.happened.exec(words)?.[1] ?? words
  words = words.replace(/^((?:số )?phiếu .+) trở lên$/iu, '$1')
  if (words.length < 2) words = subject
  words = balanced(words)
  for (let cut = 0; cut < 3 && is.dangling.test(words); cut++)
    words = words.replace(is.dangling, '').trim()
  if (!/\p{L}{2}/u.test(words) || sum.test(words)) return null
  if (is.bare.test(words) || (is.pronoun.test(words) && !is.noun.test(words))) return null
  if (is.clause.test(words)) return is.settled.exec(words)?.[1] ?? null
  if (garbled.test(words)) return null
  if (unaccented.test(words) && misread.test(words) && words.split(' ').length > 3) return null
  if (!shared && (is.opener.test(words.toLowerCase()) || is.doing.test(words)))
    return counted.exec(words)?.[1] ?? null
  return words
}

/** The clause after a dash behind a clause: "Lạm phát đã lớn lên theo từng giờ - | bình quân mỗi giờ giá chợ". */
function afterDash(words: string): string {
  const dash = words.lastIndexOf(' - ')
  const rest = words.slice(dash + 3)
  const said = dash > 0 && / (?:đã|sẽ|được) /u.test(words.slice(0, dash))
  return said && /^\p{Ll}/u.test(rest) && rest.split(' ').length > 4 ? rest : words
}

/** The words without what follows a bracket or a quote that is not closed; empty where one is closed that was not opened. */
function balanced(words: string): string {
  if (!/[()[\]”]/.test(words)) return words
  let depth = 0
  let opened = -1
  for (const [i, char] of Array.from(words).entries()) {
    if (char === '(' || char === '[') {
      if (depth === 0) opened = i
      depth++
    } else if (char === ')' || char === ']') depth--
    if (depth < 0) return ''
  }
  const rest = depth > 0 ? Array.from(words).slice(0, opened).join('').trim() : words
  const quotes = [/“/gu, /”/gu].map((mark) => Array.from(rest.matchAll(mark)).length)
  return (quotes[0] ?? 0) < (quotes[1] ?? 0) ? '' : rest
}
