// Official documents that come without the two columns of their header, as law sites and portals keep them.
//
//   CHỈ THỊ                              the type in capitals by itself, the subject under it
//   VỀ VIỆC TĂNG CƯỜNG …
//
//   SẮC LỆNH
//   CỦA CHỦ TỊCH CHÍNH PHỦ SỐ 12 NGÀY 5 THÁNG 9 NĂM 1945
//
//   Công văn số 412/SGDĐT-VP về việc …    type, number and subject in one line
import type { Lexicon } from '../lexicon/lexicon.ts'
import { isCouncil } from './citations/issuer.ts'
import { numberSpansOf, parseDocumentNumber } from './document-number.ts'
import { canonicalNumber, type Header, isoDate, typeNames, typeOnly } from './header.ts'
import { isCapitals, type Line } from './line.ts'
import { officialWords } from './official-form.ts'

/** Reads what stands for the header; null where the text does not begin like an official document. */
export function headlessHeaderOf(lines: readonly Line[], lexicon: Lexicon): Header | null {
  return underType(lines) ?? namedInTitle(lines, lexicon)
}

/** Lines that the subject under the type may take. */
const subjectLength = 6
const subject = /^(?:về việc|v\/v|về |của )/u

/** The type in capitals by itself as the first line. */
function underType(lines: readonly Line[]): Header | null {
  const [first, second] = lines
  if (!first || !second || !isCapitals(first.text)) return null
  if (!typeOnly.test(first.key.trim().replace(/[\s:.]+$/u, ''))) return null
  // A portal names its sections so too: over the title of an article.
  const isSubject = isCapitals(second.text) || subject.test(second.key.trimStart())
  if (!isSubject && officialWords(lines.slice(1).map((line) => line.key)) === null) return null
  const under = lines.slice(1, subjectLength)
  const told = issued.exec(under.map((line) => line.key.trim()).join(' '))
  const written = under.map((line) => line.text.trim()).join(' ')
  const part = (words: string | undefined, from: number): string | null =>
    words === undefined ? null : written.slice(from, from + words.length)
  const number = part(told?.[2], told?.[0].indexOf(told[2] ?? '', told[1]?.length) ?? 0)
  return {
    ...none,
    number: number && canonicalNumber(number),
    issuer: part(told?.[1], 'của '.length),
    issuedOn: told ? isoDate(told[3], told[4], told[5]) : null,
  }
}

/** "của Chính phủ số 94/1998/NĐ-CP ngày 17 tháng 11 năm 1998" under the type. */
const issued =
  /^(?:của (\p{L}[^.;:\d]{3,90}?),? )?số ?:? ?(\d[^,;:]{0,40}?),? ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?!\d)/u

const none: Header = {
  lastLine: -1,
  party: false,
  number: null,
  issuer: null,
  superior: null,
  issuedOn: null,
  issuedAt: null,
  dateline: null,
  subjectLines: [],
}

const named = new RegExp(`^(công văn|${typeNames})(?: số)? ?:? ?$`, 'u')
/** Day and body that may stand between the number and the subject. */
const beforeSubject =
  /^,?(?: (?:ký )?ngày (\d{1,2})(?: tháng | ?[/.-] ?)(\d{1,2})(?: năm | ?[/.-] ?)(\d{4})(?!\d),?)?(?: của ([^.;:,\d]{3,100}?))?(?:,? (?:về|v\/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|công bố|triển khai|tổ chức)(?!\p{L})|\.?$)/u

/** "Công văn số 412/SGDĐT-VP về việc …" as the first line. News are headed so too, but then nothing below is official. */
function namedInTitle(lines: readonly Line[], lexicon: Lexicon): Header | null {
  const first = lines[0]
  if (!first || first.text.length > 400) return null
  const span = numberSpansOf(first.text)[0]
  const noun = span && named.exec(first.key.slice(0, span.start).trimStart())?.[1]
  if (!noun) return null
  const told = beforeSubject.exec(first.key.slice(span.end))
  if (!told) return null
  if (noun !== 'công văn' && officialWords(lines.slice(1).map((line) => line.key)) === null)
    return null
  const coded = parseDocumentNumber(span.number, lexicon)
  const at = told[4] ? first.key.indexOf(told[4], span.end) : -1
  const body = at < 0 ? (coded?.issuer ?? null) : first.text.slice(at, at + (told[4] ?? '').length)
  return {
    ...none,
    party: coded?.scheme === 'party',
    number: span.number,
    issuer: body !== null && at < 0 && isCouncil(body) ? null : body,
    issuedOn: told[1] ? isoDate(told[1], told[2], told[3]) : null,
    subjectLines: [first.index],
  }
}
