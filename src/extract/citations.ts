// Numbered documents that a text names: "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương về “Đổi mới
// căn bản …”" → number, type, date, issuer, title, and what the text does with it (căn cứ, thay thế, sửa đổi …).
//
// The document's own number is no citation: header blocks are passed over, and so is that number wherever it returns
// ("Ban hành kèm theo Quyết định số …"). Laws without a number ("Luật Giáo dục năm 2019") are no citations either.

import type { Citation, DocumentType } from '../model.ts'
import { type NumberInText, numbersIn } from './citations/numbers-in-text.ts'
import { relationBefore } from './citations/relation.ts'
import { tailOf } from './citations/tail.ts'
import { numberKeyOf, parseDocumentNumber } from './document-number.ts'
import type { Annotation, Page } from './page.ts'
import { sentencesOf, spanAt } from './sentences.ts'

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
      cited.noun?.type ?? parsed?.type ?? (shared ? (previous?.type ?? null) : null)
    const next = numbers[i + 1]
    const limit = Math.min(next?.head ?? page.text.length, blockEnd(page, cited.end))
    const tail = tailOf(page, cited.end, limit)
    const known = cited.form === 'short' ? full.get(`${type}|${cited.number}`) : undefined
    if (cited.form === 'short' && !known) continue
    const value: CitationValue = known
      ? { ...known, relation: relationBefore(page, sentence, cited) }
      : {
          number: cited.number,
          type,
          issuer: tail.issuer ?? parsed?.issuer ?? null,
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
  return found
}

/** How many blocks a header may take, columns flattened. */
const headerBlocks = 30
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
