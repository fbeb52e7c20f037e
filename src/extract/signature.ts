// The end of an official document: recipients on the left, authority, title and name of the signer on the right.
//
//   Nơi nhận:                    KT. GIÁM ĐỐC
//   - Như trên;                  PHÓ GIÁM ĐỐC
//   - Lưu: VT, TCBC.             (đã ký)
//                                Nguyễn Đức Vũ
//
// TM. thay mặt, KT. ký thay, TL. thừa lệnh, TUQ. thừa ủy quyền, Q. quyền; Party documents write T/M, K/T, T/L.
import type { Signer } from '../model.ts'
import { typeOnly } from './header.ts'
import { isCapitals, type Line } from './line.ts'

export type SignatureBlock = {
  /** Index of "Nơi nhận", or null. */
  recipients: number | null
  /** Index of the first line of authority or title, or null. */
  start: number | null
  /** Index after the last line of the block. */
  end: number
}

const authority = /^(?:(?:t\/m|k\/t|t\/l|t\/u\/q)[.\s]|(?:tm|kt|tl|tuq|q)\s?[./])\s?\p{L}/u
const recipientsLine = /^nơi nhận\s*:?/u
const titleInCapitals =
  /^(?:quyền |q\. ?)?(?:phó )?(?:giám đốc|chủ tịch|bộ trưởng|thứ trưởng|trưởng phòng|hiệu trưởng|bí thư|chủ nhiệm|trưởng ban|cục trưởng|vụ trưởng|viện trưởng|chánh văn phòng|chánh thanh tra|chánh án|tổng giám đốc|tổng cục trưởng|thủ tướng|chi cục trưởng|thủ trưởng|chỉ huy trưởng|trưởng đoàn|tổng biên tập|tổng thư ký|người ký|viện trưởng)/u

/** Finds the signature block from the end of the document. */
export function signatureStart(lines: readonly Line[]): SignatureBlock {
  const none: SignatureBlock = { recipients: null, start: null, end: lines.length }
  const annex = lines.findIndex(
    (line, i) => i > 5 && /^phụ lục(?: |$)/u.test(line.key) && line.text.length < 60,
  )
  // An annex may follow; the block is searched in what stands before it, else in the whole.
  for (const end of annex > 0 ? [annex, lines.length] : [lines.length]) {
    const recipients = lastIndex(lines, end, (line) => recipientsLine.test(line.key))
    const from = recipients ?? Math.max(0, end - 25)
    let start: number | null = null
    // The signer's lines may stand before or after the recipients, as the columns were read.
    for (let i = Math.max(0, from - 8); i < end; i++) {
      const line = lines[i]
      if (!line || line.text.length > 90) continue
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
const rankOrDegree =
  /^(?:(?:GS|PGS|TSKH|TS|Th\.?S|ThS|BS|BSCK(?:II|I)|DS|KS|CN|NGND|NGƯT|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng)[.\s-]+)+/u

/** Reads the signers of a signature block. Names as written, or re-cased where all in capitals. */
export function signersOf(lines: readonly Line[]): Signer[] {
  const block = signatureStart(lines)
  if (block.start === null) return []
  const signers: Signer[] = []
  let capacity: string | null = null
  let title: string | null = null
  for (let i = block.start; i < block.end; i++) {
    const line = lines[i]
    if (!line) continue
    const text = line.text.replace(/\s+/gu, ' ').trim()
    if (recipientsLine.test(line.key) || /^[-–+•]/u.test(text)) continue
    if (authority.test(line.key) && isCapitals(text)) {
      // "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC"; several lines of authority: the last one before the title counts most.
      capacity = capacity ? `${capacity} ${text}` : text
      continue
    }
    // "Thứ Trưởng" stands in small letters now and then.
    const isTitle = isCapitals(text) ? text.length < 90 : text.length < 40 && i > block.start
    if (isTitle && titleInCapitals.test(line.key)) {
      title = title && capacity === null ? `${title} ${text}` : text
      continue
    }
    if (notAName.test(line.key) || typeOnly.test(line.key)) continue
    if (capacity === null && title === null) continue
    const bare = text.replace(rankOrDegree, '').replace(/[.,;]+$/u, '')
    if (looksLikeName(bare)) {
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

function looksLikeName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){1,5}$/u.test(text) &&
    text.length < 45 &&
    !titleInCapitals.test(text.toLowerCase())
  )
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
