// The end of an official document: recipients on the left, authority, title and name of the signer on the right.
//
//   Nơi nhận:                    KT. GIÁM ĐỐC
//   - Như trên;                  PHÓ GIÁM ĐỐC
//   - Lưu: VT, TCBC.             (đã ký)
//                                Nguyễn Đức Vũ
//
// TM. thay mặt, KT. ký thay, TL. thừa lệnh, TUQ. thừa ủy quyền, Q. quyền; Party documents write T/M, K/T, T/L.
import type { Signer } from '../model.ts'
import { annexStart } from './annex.ts'
import { typeOnly } from './header.ts'
import { isCapitals, type Line } from './line.ts'
import { signatureParts } from './signature-parts.ts'
import { authority, bareName, looksLikeName, titleInCapitals } from './signature-words.ts'

export type SignatureBlock = {
  /** Index of "Nơi nhận", or null. */
  recipients: number | null
  /** Index of the first line of authority or title, or null. */
  start: number | null
  /** Index after the last line of the block. */
  end: number
}

const recipientsLine = /^nơi nhận\s*:?/u
/** Finds the signature block from the end of the document. */
export function signatureStart(lines: readonly Line[]): SignatureBlock {
  const none: SignatureBlock = { recipients: null, start: null, end: lines.length }
  const annex = annexStart(lines)
  // An annex may follow; the block is searched in what stands before it, else in the whole.
  for (const end of annex > 0 ? [annex, lines.length] : [lines.length]) {
    const recipients = lastIndex(lines, end, (line) => recipientsLine.test(line.key))
    const from = recipients ?? Math.max(0, end - 25)
    let start: number | null = null
    // The signer's lines may stand before or after the recipients, as the columns were read.
    for (let i = Math.max(0, from - 8); i < end; i++) {
      const line = lines[i]
      if (!line) continue
      if (signatureParts(line).length > 1) {
        start = i
        break
      }
      if (line.text.length > 90) continue
      if ((authority.test(line.key) || titleInCapitals.test(line.key)) && isCapitals(line.text)) {
        start = i
        break
      }
    }
    if (recipients !== null || start !== null) {
      const last = Math.min(end, Math.max(recipients ?? 0, start ?? 0) + 30)
      return { recipients, start, end: last }
    }
  }
  return none
}

/** True for a line of authority or a title in capitals: "KT. GIÁM ĐỐC", "PHÓ CHÁNH VĂN PHÒNG". */
export function isSignatureLine(line: Line): boolean {
  return (
    line.text.length <= 90 &&
    isCapitals(line.text) &&
    (authority.test(line.key) || titleInCapitals.test(line.key) || otherRole.test(line.key))
  )
}

/**
 * The signature at the end of a document without the header of an official one; null where none stands there. `isName`
 * says whether a key begins with a family name: in old decrees the country's name follows the title.
 */
export function signatureBelow(
  lines: readonly Line[],
  isName: (key: string) => boolean,
): { start: number; end: number } | null {
  const from = Math.max(1, lines.length - 40, Math.ceil(lines.length * 0.4))
  const parts = lines
    .slice(from)
    .flatMap((line, n) => signatureParts(line, isName).map((part) => ({ part, at: from + n })))
  for (const [i, { part, at }] of parts.entries()) {
    if (!isSignatureLine(part)) continue
    let names = 0
    let end = i + 1
    for (; end < parts.length && end < i + 10; end++) {
      const { part: line } = parts[end] as (typeof parts)[number]
      if (isSignatureLine(line) || notAName.test(line.key) || typeOnly.test(line.key)) continue
      if (!looksLikeName(bareName(line.text)) || !isName(bareName(line.text).toLowerCase())) break
      names++
    }
    if (names > 0) return { start: at, end: (parts[end - 1]?.at ?? at) + 1 }
  }
  return null
}

/** Who signs beside the head: "NGƯỜI LẬP BIỂU", "THƯ KÝ". */
const otherRole =
  /^(?:người lập(?: biểu)?|lập biểu|người tổng hợp|người báo cáo|người kiểm tra|thư ký|kế toán(?: trưởng)?|thủ quỹ|chủ trì|chủ toạ|đại diện .{2,40})$/u

function lastIndex(
  lines: readonly Line[],
  end: number,
  test: (line: Line) => boolean,
): number | null {
  for (let i = end - 1; i >= Math.max(0, end - 80); i--)
    if (lines[i] && test(lines[i] as Line)) return i
  return null
}

const notAName =
  /^\(|đã ký|ký tên|đóng dấu|ghi rõ|^ký bởi|thời gian ký|người ký|email|cơ quan:|^nơi nhận|^lưu|^như/u
/**
 * Reads the signers of a signature block. Names as written, or re-cased where all in capitals. `isName` says whether a key
 * begins with a family name; `unofficial`: the document has no header of an official one.
 */
export function signersOf(
  lines: readonly Line[],
  isName: (key: string) => boolean,
  unofficial: boolean,
): Signer[] {
  const whole = unofficial
    ? (signatureBelow(lines, isName) ?? { start: null, end: 0 })
    : signatureStart(lines)
  if (whole.start === null) return []
  const block = lines.slice(whole.start, whole.end).flatMap((line) => signatureParts(line, isName))
  // "NGƯỜI LẬP BIỂU | GIÁM ĐỐC" read column by column: as many roles as names, in the same order.
  let others = 0
  const signers: Signer[] = []
  let capacity: string | null = null
  let title: string | null = null
  let titleAt = -1
  for (const [i, line] of block.entries()) {
    const text = line.text.replace(/\s+/gu, ' ').trim()
    if (recipientsLine.test(line.key) || /^[-–+•]/u.test(text)) continue
    if (authority.test(line.key) && isCapitals(text)) {
      // "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC"; several lines of authority: the last one before the title counts most.
      capacity = capacity ? `${capacity} ${text}` : text
      continue
    }
    // "Thứ Trưởng" stands in small letters now and then.
    const isTitle = isCapitals(text) ? text.length < 90 : text.length < 40 && i > 0
    if (isTitle && titleInCapitals.test(line.key)) {
      // "GIÁM ĐỐC" over "SỞ NỘI VỤ" is one title; the office named pages above in "… QUYẾT ĐỊNH:" is not the signature's.
      title = title && capacity === null && titleAt === i - 1 ? `${title} ${text}` : text
      titleAt = i
      continue
    }
    if (isCapitals(text) && otherRole.test(line.key)) {
      if (capacity === null && title === null) others++
      continue
    }
    if (notAName.test(line.key) || typeOnly.test(line.key)) continue
    if (capacity === null && title === null) continue
    if (unofficial && title === null) continue
    const bare = bareName(text)
    if (looksLikeName(bare)) {
      const next = block[i + 1]
      if (others > 0 && next && looksLikeName(bareName(next.text))) {
        others--
        continue
      }
      signers.push({
        name: isCapitals(bare) ? titleCase(bare) : bare,
        capacity,
        title: title ? sentenceCase(title) : titleFromCapacity(capacity),
      })
      capacity = null
      title = null
    }
  }
  return signers
}

/** "TM. … CHỦ TỊCH" on one line holds the title itself. */
function titleFromCapacity(capacity: string | null): string | null {
  const match = /(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN|CHỦ NHIỆM)$/u.exec(capacity ?? '')
  return match && !/^K\/?T/u.test(capacity ?? '') ? sentenceCase(match[0]) : null
}

/** "NGUYỄN VĂN A" → "Nguyễn Văn A". */
export function titleCase(text: string): string {
  return text.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (c) => c.toUpperCase())
}

/** "PHÓ GIÁM ĐỐC" → "Phó Giám đốc": deputies keep the capital of the head's title. */
export function sentenceCase(text: string): string {
  const lower = text.toLowerCase()
  const first = lower.charAt(0).toUpperCase() + lower.slice(1)
  return first.replace(
    /^(Phó|Quyền|Q\.) (\p{L})/u,
    (_, prefix: string, c: string) => `${prefix} ${c.toUpperCase()}`,
  )
}
