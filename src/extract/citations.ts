// Numbered documents that a text names: "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương về “Đổi mới
// căn bản …”" → number, type, date, issuer, title, and what the text does with it (căn cứ, thay thế, sửa đổi …).
//
// The document's own number is no citation: header blocks are passed over, and so is that number wherever it returns
// ("Ban hành kèm theo Quyết định số …"). Laws without a number ("Luật Giáo dục năm 2019") are no citations either.
import { relationBefore } from './citations/relation.ts'
import { numbersIn, type NumberInText } from './citations/numbers-in-text.ts'
import { tailOf } from './citations/tail.ts'
import { numberKeyOf, parseDocumentNumber } from './document-number.ts'
import type { Citation, DocumentType } from '../model.ts'
import type { Annotation, Page } from './page.ts'
import { sentencesOf } from './sentences.ts'
import { spanAt } from './spans.ts'

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
  const own = page.header?.number ? numberKeyOf(page.header.number) : null
  const numbers = numbersIn(page).filter(({ start, number }) => {
    const zone = spanAt(page.blocks, start)?.zone
    return (
      zone !== undefined &&
      zone !== 'boilerplate' &&
      zone !== 'header' &&
      numberKeyOf(number) !== own
    )
  })
  const found: Annotation<CitationValue>[] = []
  /** Full numbers by type and running number, for short forms: "decision 1400" → "1400/QĐ-TTg". */
  const full = new Map<string, CitationValue>()
  let previous: (NumberInText & { type: DocumentType | null }) | null = null
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
    previous = { ...cited, type }
  }
  return found
}

const blockEnd = (page: Page, at: number): number => spanAt(page.blocks, at - 1)?.end ?? at
