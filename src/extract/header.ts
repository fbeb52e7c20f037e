// The header of an official document (Nghị định 30/2020/NĐ-CP; Party documents: Hướng dẫn of Văn phòng Trung ương):
//
//   UBND TỈNH BÌNH THUẬN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
//   SỞ NỘI VỤ                     Độc lập - Tự do - Hạnh phúc
//   Số: 255/TTr-SNV               Bình Thuận, ngày 22 tháng 01 năm 2025
//   TỜ TRÌNH
//   Về việc …
import type { Lexicon } from '../lexicon/lexicon.ts'
import { isCouncil } from './citations/issuer.ts'
import { parseDocumentNumber } from './document-number.ts'
import { beginsBody, bodiesOf, type LeftLine } from './letterhead.ts'
import { capitalShare, isCapitals, type Line } from './line.ts'
import { untypedTitle } from './untyped-title.ts'

export type Header = {
  /** Index of the last line of the header. */
  lastLine: number
  party: boolean
  /** The document's own number, canonical (no spaces, one hyphen); null where blank. */
  number: string | null
  /** Issuing body as written, lines joined, or that of the number; null where neither names one. */
  issuer: string | null
  /** The body above it, as written ("UBND TỈNH BÌNH THUẬN"). */
  superior: string | null
  issuedOn: string | null
  issuedAt: string | null
  /** Lines of the dateline, number and subject ("V/v …"). */
  dateline: number | null
  subjectLines: number[]
}

const motto =
  /cộng h[oò]à? xã hội chủ nghĩa việt nam|cộng hoà xã hội chủ nghĩa|^đảng cộng sản việt nam$/u
const slogan = /độc lập ?[-.] ?tự do ?[-.] ?hạnh phúc/u
const numberLine = /^số ?:? ?(.{0,60})$/u
const datelineWords =
  /^(.{0,60}?),? ?ngày ?(\d{1,2}|[.…_ ]*) ?tháng ?(\d{1,2}|[.…_ ]*) ?năm ?(\d{4}|[.…_ \d]*)\.?$/u

/** The dateline that a line is; null for any other. Most lines have no day, and the pattern looks for it at every letter. */
export const datelineOf = (key: string): RegExpExecArray | null =>
  key.includes('ngày') ? datelineWords.exec(key) : null

const searched = 24

/** Reads the header of an official document; null where the text has none. */
export function headerOf(lines: readonly Line[], lexicon: Lexicon): Header | null {
  const top = lines.slice(0, searched)
  const mottoAt = top.findIndex((line) => motto.test(line.key))
  const numberAt = top.findIndex(
    (line) => /^số ?:/u.test(line.key) || /^số \d+[^\p{L}]{0,3}[-/]/u.test(line.key),
  )
  const dateAt = top.findIndex((line) => datelineOf(line.key) !== null)
  const official = mottoAt >= 0 ? true : numberAt >= 0 && numberAt < 10 && dateAt >= 0
  const gazette = mottoAt < 0 ? gazetteHeaderOf(lines) : null
  if (gazette || !official) return gazette
  const party = top.some((line) => /^đảng cộng sản việt nam$/u.test(line.key))
  const left: Array<LeftLine & { index: number }> = []
  /** Below the slogan or the number no new line of the name stands, but the title may. */
  let late = false
  const subjectLines: number[] = []
  /** The number as written, its running number blank or not. */
  let symbols: string | null = null
  let number: string | null = null
  let issuedOn: string | null = null
  let issuedAt: string | null = null
  let datelineIndex: number | null = null
  let last = -1
  /** The last line of motto, number or dateline. */
  let lastOfForm = -1
  for (const [i, line] of top.entries()) {
    // Databases of laws show a document's name over its text: that is the page's heading, not the header's type line.
    if (i < mottoAt && line.kind === 'heading' && line.level === 1 && !isCapitals(line.text))
      continue
    const date = datelineOf(line.key)
    const own = numberLine.exec(line.key)
    if (motto.test(line.key) || slogan.test(line.key) || /^[*_\-=–—.oO\s]+$/u.test(line.text)) {
      late ||= slogan.test(line.key)
      last = i
      lastOfForm = i
    } else if (date && line.key.length < 110 && datelineIndex === null) {
      issuedOn = isoDate(date[2], date[3], date[4])
      // Columns run together: "Số: /QĐ-UBND   Quảng Bình, ngày …"
      const place = line.text
        .slice(0, (date[1] ?? '').length)
        .replace(/^số\s*:?\s*\S*\/\S+\s*/iu, '')
        .trim()
      issuedAt = /\p{L}/u.test(place) ? place : null
      datelineIndex = line.index
      last = i
      lastOfForm = i
    } else if (own && symbols === null && i <= 14 && /[/\-–]/.test(own[1] ?? '')) {
      symbols = line.text.slice(line.key.indexOf(own[1] ?? ''))
      number = canonicalNumber(symbols)
      late = true
      last = i
      lastOfForm = i
    } else if (symbols !== null && subjectLines.length === 0 && isSubject(line, symbols, lexicon)) {
      subjectLines.push(line.index)
      last = i
    } else if (
      subjectLines.at(-1) === line.index - 1 &&
      line.text.length < 90 &&
      /^\p{Ll}/u.test(line.text) &&
      !/^kính gửi/u.test(line.key)
    ) {
      // The subject under the number goes on in small letters.
      subjectLines.push(line.index)
      last = i
    } else if (isTypeLine(line.key) || /^kính gửi/u.test(line.key) || /^căn cứ/u.test(line.key))
      break
    else if (
      line.text.length < 90 &&
      (isCapitals(line.text) || capitalShare(line.text) > 0.6) &&
      !/^\d* ?công báo ?\//u.test(line.key) &&
      issuedOn === null
    ) {
      if (!/^đảng cộng sản việt nam$/u.test(line.key))
        left.push({ text: line.text, late, index: i })
      last = i
    } else if ((number !== null && issuedOn !== null) || i > 12) break
    else if (line.kind === 'page-header' || line.text.length < 40) last = i
    else break
  }
  // The number often comes after the motto when columns are read in turn; a subject line may follow the dateline.
  const coded = number === null ? null : (parseDocumentNumber(number, lexicon)?.issuer ?? null)
  if (subjectLines.length === 0 && !top.slice(lastOfForm + 1).some(({ key }) => isTypeLine(key)))
    subjectLines.push(
      ...untypedTitle(lines, lastOfForm + 1, (key) => beginsBody(key.trim(), lexicon)),
    )
  const { superior, issuer } = bodiesOf(
    left.filter(({ index }) => !subjectLines.includes(index)),
    lexicon,
    coded !== null,
  )
  return {
    lastLine: Math.max(last, 0),
    party,
    number,
    // A body that a broken scan hides is told by the number; of councils it tells no place.
    issuer: issuer ?? (coded !== null && !isCouncil(coded) ? coded : null),
    superior,
    issuedOn,
    issuedAt,
    dateline: datelineIndex,
    subjectLines,
  }
}

/** Codes of official letters (công văn), which have no type line: their subject stands under the number. */
const isLetter = (symbols: string, lexicon: Lexicon): boolean => {
  const number = canonicalNumber(`1${symbols.replace(/^[\s\d.…_]+/u, '')}`)
  return (number && parseDocumentNumber(number, lexicon)?.type) === 'official-letter'
}

/** "V/v …" under the number; of an official letter, and a Party one has nothing else, also "Về …". */
function isSubject({ key, text }: Line, symbols: string, lexicon: Lexicon): boolean {
  const opened = key.replace(/^[\s(*"]+/u, '')
  if (/^(?:v\s?\/\s?v|về việc)(?!\p{L})/u.test(opened)) return true
  return (
    /^(?:vv|về|trích yếu) ?[:.]? ?(?=\p{L})/u.test(opened) &&
    !/[.;:]$/u.test(text) &&
    isLetter(symbols, lexicon)
  )
}

const typeNames =
  'nghị quyết|quyết định|sắc lệnh|chỉ thị|quy chế|quy định|thông cáo|thông báo|thông tư liên tịch|thông tư|hướng dẫn|chương trình|kế hoạch|phương án|đề án|dự án|báo cáo|biên bản|tờ trình|hợp đồng|công điện|giấy mời|nghị định|luật|bộ luật|pháp lệnh|kết luận|quy trình|lệnh|thư mời'
/** Forms that people fill in, and what they write to an office: "ĐƠN ĐỀ NGHỊ …", "PHIẾU YÊU CẦU …". */
const formLine =
  /^(?:đơn(?! vị)|phiếu|giấy|tờ khai|bản (?:khai|kê khai|cam kết|tự khai)|văn bản thoả thuận)(?!\p{L})/u
const typeLine = new RegExp(`^(?:${typeNames})(?: |$)`, 'u')
const typeOnly = new RegExp(`^(?:${typeNames})$`, 'u')

/**
 * The head of a document in a gazette or collection, without the two columns:
 * "Quyết định / của Bộ trưởng Bộ Tài chính số 1141-TC/QĐ/CĐKT / ngày 01 tháng 11 năm 1995 Về việc …".
 */
function gazetteHeaderOf(lines: readonly Line[]): Header | null {
  const first = lines[0]
  if (!first || first.key.length > 60 || !typeOnly.test(first.key.replace(/[\s:.]+$/u, '')))
    return null
  let joined = first.key
  let written = first.text
  for (const line of lines.slice(1, 6)) {
    joined += ` ${line.key}`
    written += ` ${line.text}`
    const match =
      /^[\p{L} ]{4,20} của (.{3,90}?) số ?:? ?(\d{1,5}[^\s,]{2,30}),?\s{1,3}ngày ?(\d{1,2}) ?tháng ?(\d{1,2}) ?năm ?(\d{4})/u.exec(
        joined,
      )
    if (!match) continue
    const after = joined.slice(match[0].length).trim()
    const next = lines[line.index + 1]
    const last = after !== '' && next && /^\p{Ll}/u.test(next.text) ? next.index : line.index
    const issuerAt = joined.indexOf(match[1] ?? '')
    const body = written.slice(issuerAt, issuerAt + (match[1] ?? '').length)
    const numberAt = joined.indexOf(match[2] ?? '')
    return {
      lastLine: last,
      party: false,
      number: canonicalNumber(written.slice(numberAt, numberAt + (match[2] ?? '').length)),
      issuer: body.replace(
        /^(?:Bộ trưởng|Chủ tịch|Giám đốc|Tổng cục trưởng|Thống đốc) (?=\p{Lu})/u,
        '',
      ),
      superior: null,
      issuedOn: isoDate(match[3], match[4], match[5]),
      issuedAt: null,
      dateline: null,
      subjectLines: lines.slice(0, last + 1).map((l) => l.index),
    }
  }
  return null
}

/** A line that names a document type in capitals, or by itself: "TỜ TRÌNH", "KẾ HOẠCH Triển khai …". */
export function isTypeLine(key: string): boolean {
  return (
    typeOnly.test(key.replace(/[\s:.]+$/u, '')) ||
    ((typeLine.test(key) || formLine.test(key)) && key.length < 60)
  )
}

export { motto, slogan, typeLine, typeNames, typeOnly }

/** A day, month or year in ISO form from its digits; null without a year. */
export function isoDate(d = '', m = '', y = ''): string | null {
  if (!/^\d{4}$/.test(y)) return null
  const month = /^\d{1,2}$/.test(m) ? Number(m) : 0
  const day = /^\d{1,2}$/.test(d) ? Number(d) : 0
  if (month < 1 || month > 12) return y
  const base = `${y}-${String(month).padStart(2, '0')}`
  return day >= 1 && day <= 31 ? `${base}-${String(day).padStart(2, '0')}` : base
}

/** "156 /TTr-SNV" → "156/TTr-SNV"; null where the running number is blank. */
export function canonicalNumber(text: string): string | null {
  const compact = text
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/gu, '')
    .replace(/[-=_*]{2,}.*$/u, '')
    .replace(/[.…_]{2,}/gu, '')
    .replace(/[.,;:*]+$/u, '')
  return /^\d{1,6}[\p{L}\d.]*[/-]/u.test(compact) ? compact : null
}
