// Where a document that is issued with a decision begins, below the decision's signature:
//
//   Trần Văn Hải
//   KẾ HOẠCH                                  its type in capitals, alone or with the subject behind it
//   CÔNG TÁC TIẾP CÔNG DÂN NĂM 2014
//   (Ban hành kèm theo Quyết định số …)       or, right under a signer's name, "I. MỤC ĐÍCH", "Chương I", "Điều 1"
import { motto, slogan } from './header.ts'
import { isCapitals, type Line } from './line.ts'
import { signatureParts } from './signature-parts.ts'
import { authority, bareName, looksLikeName, titleInCapitals } from './signature-words.ts'

const annexTypes =
  /^(?:phụ lục|kế hoạch|chương trình|đề án|dự án|phương án|quy chế|quy định|quy trình|quy chuẩn|nội quy|điều lệ|danh mục|danh sách|hướng dẫn|chiến lược|quy hoạch|đề cương|tiêu chí|bộ tiêu chí|bảng giá|bảng|biểu|mức thu|định mức|chế độ|chính sách|kịch bản|lộ trình|thể lệ|nhiệm vụ|báo cáo)(?!\p{L})/u
/** "(Ban hành kèm theo Quyết định số …", "Kèm theo Quyết định …", "(Được phê duyệt tại Quyết định số …". */
const issuedWith =
  /^(?:\( ?(?:(?:được )?(?:ban hành|phê duyệt|công bố) )?(?:(?:đính )?kèm|theo|tại)|(?:ban hành |đính )?kèm theo) (?:theo )?(?:quyết định|nghị quyết|thông tư|công văn|nghị định|chỉ thị|văn bản|tờ trình|kế hoạch|thông báo)(?!\p{L})/u
/** What the text of an annex begins with. */
const firstPart =
  /^(?:(?:phần|chương|mục) (?:thứ )?(?:i|1|nhất)(?!\p{L})|(?:i|1|a) ?[.)/-] ?\p{L}|điều 1(?!\d))/u
/** The end of a list of those who get the document. */
const lastRecipient = /^[-–+*•]? ?lưu(?!\p{L})/u
const rule = /^[-_=*–—.\s\d]*$/u
/** Lines that the title of an annex may take. */
const titleLines = 8
/** How far above an annex the last line of a signature stands, rules and numbers of pages between. */
const above = 4
/** How far above a name its office stands: marks of the signing and blank lines between. */
const officeAbove = 6

/** Lines that an annex's own letterhead may take. */
const letterheadLines = 10

/** Index of the line that opens the first annex, its own letterhead included; -1 without one. Linear. */
export function annexStart(lines: readonly Line[]): number {
  const at = lines.findIndex((line, i) => i > 5 && opensAnnex(lines, line, i))
  return at < 0 ? at : letterheadStart(lines, at)
}

/** Where the letterhead above the type of an annex begins: body and motto once more; `at` itself where none stands there. */
function letterheadStart(lines: readonly Line[], at: number): number {
  const top = Math.max(0, at - letterheadLines)
  if (!lines.slice(top, at).some(({ key }) => motto.test(key))) return at
  let start = at
  for (let i = at - 1; i >= top; i--) {
    const { text, key } = lines[i] as Line
    if (!isCapitals(text) && !motto.test(key) && !slogan.test(key) && !rule.test(text)) break
    // "GIÁM ĐỐC" over "LÊ VĂN BÌNH": the signature ends here.
    if (looksLikeName(text) && titleInCapitals.test(lines[i - 1]?.key ?? '')) break
    start = i
  }
  return start
}

function opensAnnex(lines: readonly Line[], line: Line, i: number): boolean {
  const type = annexTypes.exec(line.key)?.[0]
  if (type === undefined) return false
  if (type === 'phụ lục') return line.text.length < 60 && /^phụ lục(?: |$)/u.test(line.key)
  if (line.text.slice(0, type.length) !== line.text.slice(0, type.length).toUpperCase())
    return false
  const below = lines.slice(i + 1, i + 1 + titleLines)
  if (below.some(({ key }) => issuedWith.test(key))) return true
  return followsSignature(lines, i) && below.some(({ key }) => firstPart.test(key))
}

/** True where the last line with words above `i` ends a signature: a name under its office, or the end of the recipients. */
function followsSignature(lines: readonly Line[], i: number): boolean {
  for (let at = i - 1; at >= Math.max(0, i - above); at--) {
    const line = lines[at]
    if (!line || rule.test(line.text)) continue
    if (lastRecipient.test(line.key) || signatureParts(line).length > 1) return true
    if (!looksLikeName(bareName(line.text))) return false
    return lines.slice(Math.max(0, at - officeAbove), at).some(isOffice)
  }
  return false
}

const isOffice = ({ text, key }: Line): boolean =>
  isCapitals(text) && text.length < 90 && (authority.test(key) || titleInCapitals.test(key))

/** Lines that the signature under an annex may take, and the longest of them. */
const closingLines = 10
const longestClosing = 60

/** Index of the first line of the signature that an annex itself ends with; null where it has none. */
export function annexSignature(lines: readonly Line[], annex: number): number | null {
  const from = Math.max(annex + 1, lines.length - closingLines)
  for (let i = from; i < lines.length; i++) {
    if (!isOffice(lines[i] as Line)) continue
    const below = lines.slice(i + 1)
    const isLast = below.every(({ text }) => text.length < longestClosing)
    return isLast && below.some(({ text }) => looksLikeName(bareName(text))) ? i : null
  }
  return null
}
