// Zones of an official document, by its form (Nghị định 30/2020/NĐ-CP): header, type and subject, signature.
import type { Zone } from '../../model.ts'
import { annexSignature, annexStart } from '../annex.ts'
import { type Header, isTypeLine } from '../header.ts'
import { isCapitals, type Line } from '../line.ts'
import { markerOf } from '../markers.ts'
import { signatureStart } from '../signature.ts'

/** Marks header, date line, title and signature in `zones`, which has one for each line. */
export function markOfficial(
  lines: readonly Line[],
  zones: Array<Zone | null>,
  header: Header,
): void {
  for (let i = 0; i <= header.lastLine; i++)
    zones[i] ??= i === header.dateline ? 'dateline' : 'header'
  if (header.dateline !== null) zones[header.dateline] ??= 'dateline'
  for (const i of header.subjectLines) zones[i] = 'title'
  let i = header.lastLine + 1
  // The type in capitals and the subject under it are the title.
  const limit = Math.min(lines.length, i + 6)
  while (i < limit && !isTypeLine(lines[i]?.key ?? '') && header.subjectLines.length === 0) i++
  const first = lines[i]
  if (first && i < limit && !header.subjectLines.includes(i) && isTypeLine(first.key)) {
    for (let n = 0; i < lines.length && n < 8; i++, n++) {
      const line = lines[i]
      if (!line || (n > 0 && endsTitle(line, lines[i - 1], n))) break
      zones[i] = /^[-_=*–—\s]+$/u.test(line.text) ? 'header' : 'title'
    }
  }
  // The office in capitals under the title ("CHỦ TỊCH CHÍNH PHỦ") enacts and does not sign yet.
  const from = zones[i - 1] === 'title' ? firstWithSmallLetters(lines, i) : 0
  const signature = signatureStart(lines.slice(from))
  const end = signature.end + from
  for (let j = from + (signature.recipients ?? end); j < end; j++) zones[j] ??= 'signature'
  for (let j = from + (signature.start ?? end); j < end; j++) zones[j] ??= 'signature'
  const annex = annexStart(lines)
  const closing = annex < 0 ? null : annexSignature(lines, annex)
  for (let j = closing ?? lines.length; j < lines.length; j++) zones[j] ??= 'signature'
}

/** Index of the first line from `i` on that is not in capitals throughout. */
function firstWithSmallLetters(lines: readonly Line[], i: number): number {
  let from = i
  while (from < lines.length && isCapitals(lines[from]?.text ?? '')) from++
  return from
}

/** "A. NHIỆM VỤ CHUNG", "B - KẾT QUẢ": the text begins. */
const section = /^[A-HĐ]\s?[.)/-]\s?\p{Lu}/u

/** Whether a line no longer belongs to the subject under the type line. */
function endsTitle(line: Line, before: Line | undefined, n: number): boolean {
  if (
    /^(?:kính gửi|căn cứ|thực hiện|theo |xét |điều \d|phần |chương |mục (?:[ivx]+|\d)(?!\p{L})|để |nhằm |hội đồng nhân dân|ủy ban nhân dân|uỷ ban nhân dân|bộ trưởng|chủ tịch|giám đốc|thủ tướng|ban thường vụ)/u.test(
      line.key,
    ) &&
    n > 0
  )
    return !(n === 1 && /^(?:thực hiện|để|nhằm)/u.test(line.key) && line.text.length < 160)
  // The body that enacts, between the subject and its text.
  if (n > 1 && /^chính phủ$/u.test(line.key.trim())) return true
  if (/^[-_=*–—\s]+$/u.test(line.text)) return false
  if (markerOf(line.text) || section.test(line.text)) return true
  if (line.text.length > 320) return true
  // A full sentence after the subject is text; a subject has no final stop.
  if (/[.;:]$/u.test(line.text)) return true
  if (
    n > 1 &&
    before &&
    !isCapitals(line.text) &&
    isSubjectEnd(before) &&
    /^\p{Lu}/u.test(line.text)
  )
    return true
  return false
}

function isSubjectEnd(line: Line): boolean {
  return line.text.length > 60 && !/(?:và|của|về|tại|,|các|cho|-)$/u.test(line.key)
}
