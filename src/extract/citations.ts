// Numbered documents that a text names: "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương về “Đổi mới
// căn bản …”" → number, type, date, issuer, title, and what the text does with it (căn cứ, thay thế, sửa đổi …).
//
// The document's own number is no citation: header blocks are passed over, and so is that number wherever it returns
// ("Ban hành kèm theo Quyết định số …"). A law without a number is one only where its day is given
// ("Luật Lâm nghiệp ngày 15 tháng 11 năm 2017"); "Luật Giáo dục năm 2019" is none.

import type { Citation, DocumentType } from '../model.ts'
import { datedLawsIn } from './citations/dated-laws.ts'
import { type NumberInText, numbersIn } from './citations/numbers-in-text.ts'
import { relationBefore } from './citations/relation.ts'
import { tailOf } from './citations/tail.ts'
import { numberKeyOf, parseDocumentNumber } from './document-number.ts'
import type { Annotation, Page } from './page.ts'
import { sentencesOf, spanAt } from './sentences.ts'
import { tablesOf } from './table-cells.ts'

export type CitationValue = {
  number: string | null
  type: DocumentType | null
  issuer: string | null
  /** EDTF day as written beside the number, or null. */
  date: string | null
  title: string | null
  relation: Citation['relation']
}

/** All citations of numbered documents, in order of place. A document named twice is found twice. */
export function findCitations(page: Page): Annotation<CitationValue>[] {
  const sentences = page.blocks.flatMap((block) => sentencesOf(page.text, block))
  const named = numbersIn(page)
  const own = ownNumbers(page, named)
  const numbers = named.filter(({ start, number }) => {
    const zone = spanAt(page.blocks, start)?.zone
    if (zone === undefined || zone === 'boilerplate' || zone === 'header') return false
    return !own.has(numberKeyOf(number))
  })
  const found: Annotation<CitationValue>[] = []
  const cellOf = tablesOf(page)
  /** Where the words that may belong to a citation end: its cell, else its block. */
  const endOf = (span: { start: number; end: number }): number => {
    const block = spanAt(page.blocks, span.start)
    return (block && cellOf(block, span.start)?.cell.end) ?? blockEnd(page, span.end)
  }
  /** Full numbers by type and running number, for short forms: "decision 1400" → "1400/QĐ-TTg". */
  const full = new Map<string, CitationValue>()
  let previous = null as { start: number; type: DocumentType | null } | null
  for (const [i, cited] of numbers.entries()) {
    const sentence = spanAt(sentences, cited.start) ?? { start: cited.start, end: cited.end }
    const parsed = parseDocumentNumber(cited.number, page.lexicon)
    // "các Quyết định số 1400/QĐ-TTg ngày …; số 2080/QĐ-TTg": later numbers share the noun of the first.
    const shared: boolean =
      cited.noun === null && previous !== null && previous.start >= sentence.start
    const type: DocumentType | null =
      cited.noun?.type ??
      parsed?.type ??
      (isOfLaw(page, cited.start) ? 'law' : null) ??
      (shared ? (previous?.type ?? null) : null)
    const next = numbers[i + 1]
    const limit = Math.min(next?.head ?? page.text.length, endOf(cited))
    const tail = tailOf(page, cited.end, limit)
    const [sequence = '', year] = cited.number.split('/')
    const earlier = cited.form === 'short' ? full.get(`${type}|${sequence}`) : undefined
    const sameYear = year === undefined || earlier?.number?.split('/')[1] === year
    const known = sameYear ? earlier : undefined
    if (cited.form === 'short' && !known) continue
    const value: CitationValue = known
      ? { ...known, relation: relationBefore(page, sentence, cited) }
      : {
          number: cited.number,
          type,
          issuer: tail.issuer ?? proposerBefore(page, cited.head) ?? parsed?.issuer ?? null,
          date: tail.date,
          title: tail.title,
          relation: relationBefore(page, sentence, cited),
        }
    if (!known && parsed) full.set(`${type}|${parsed.sequence}`, value)
    found.push({
      start: cited.start,
      end: cited.end,
      rule: `number-${cited.form}`,
      confidence: cited.form === 'short' ? 0.75 : cited.noun || shared ? 0.97 : 0.85,
      evidence: page.text.slice(cited.head, Math.max(cited.end, tail.end)).trim(),
      value,
    })
    previous = { start: cited.start, type }
  }
  const numbered = found.slice()
  for (const law of datedLawsIn(page)) {
    const zone = spanAt(page.blocks, law.start)?.zone
    if (zone === undefined || zone === 'boilerplate' || zone === 'header') continue
    if (spanAt(numbered, law.tail - 1) || spanAt(numbered, law.start)) continue
    const sentence = spanAt(sentences, law.start) ?? law
    found.push({
      start: law.start,
      end: law.end,
      rule: 'law-by-date',
      confidence: 0.9,
      evidence: page.text.slice(law.start, law.tail),
      value: {
        number: null,
        type: 'law',
        issuer: null,
        date: law.date,
        title: page.text.slice(law.start, law.end),
        relation: relationBefore(page, sentence, { ...law, head: law.start }),
      },
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** "Luật Bảo hiểm y tế số 25/2008/QH12": the name of the law stands between its noun and its number. */
const isOfLaw = (page: Page, at: number): boolean =>
  /(?<!\p{L})(?:luật|pháp lệnh)(?: [^\s.;:\d]{1,14}){1,16} số $/u.test(
    page.key.slice(Math.max(0, at - 140), at),
  )

/** How many blocks a header may take, columns flattened. */
const headerBlocks = 30
/** "theo đề nghị của Sở X tại Tờ trình số …": the body that the document comes from stands before it. */
function proposerBefore(page: Page, head: number): string | null {
  const before = page.text.slice(Math.max(0, head - 140), head)
  const said =
    /(?:đề nghị|kiến nghị|báo cáo|ý kiến) của (?:(?:Giám đốc|Chánh|Trưởng ban|Bộ trưởng|Chủ tịch) )?(\p{Lu}[\p{L}\s,&-]{2,90}?) tại (?:các )?$/u.exec(
      before,
    )
  return said?.[1] ?? null
}

/** A text that opens with its type and issuer names itself: "Quyết định / của Bộ trưởng Bộ Tài chính số 1141-TC/QĐ/CĐKT". */
const namesItself =
  /^(?:nghị quyết|quyết định|chỉ thị|thông tư|nghị định|thông báo|kế hoạch|hướng dẫn|báo cáo|tờ trình|công điện|kết luận|quy định|chương trình|lệnh|luật)(?:\s+của [^.;:,\d]{3,90}\s|\n)số:? ?$/u

/**
 * The document's own number: that of its header, and what stands after "Số:" without a noun in its first blocks
 * ("Số: 255/TTr-SNV   Bình Thuận, ngày 22 tháng 01 năm 2025", both columns in one line).
 */
function ownNumbers(page: Page, named: readonly NumberInText[]): ReadonlySet<string> {
  const own = new Set<string>()
  if (page.header?.number) own.add(numberKeyOf(page.header.number))
  const end = page.header ? (page.blocks[headerBlocks]?.start ?? page.text.length) : 0
  const first = named.find(
    ({ start, noun }) =>
      start < end &&
      noun === null &&
      /(?:^|[^\p{L}])số ?:? ?$/u.test(page.key.slice(Math.max(0, start - 6), start)),
  )
  if (first) own.add(numberKeyOf(first.number))
  const opening = named[0]
  if (opening && namesItself.test(page.key.slice(0, opening.start).trimStart()))
    own.add(numberKeyOf(opening.number))
  return own
}

const blockEnd = (page: Page, at: number): number => spanAt(page.blocks, at - 1)?.end ?? at
