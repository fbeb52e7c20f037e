// Numbered documents that a text names: "Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương về “Đổi mới
// căn bản …”" → number, type, date, issuer, title, and what the text does with it (căn cứ, thay thế, sửa đổi …).
//
// The document's own number is no citation: header blocks are passed over, and so is that number wherever it returns
// ("Ban hành kèm theo Quyết định số …"). A law without a number is one only where its day is given
// ("Luật Lâm nghiệp ngày 15 tháng 11 năm 2017"); "Luật Giáo dục năm 2019" is none.

import type { Citation, DocumentType } from '../model.ts'
import type { Span } from '../text/view.ts'
import { beside, dayBelow } from './citations/beside.ts'
import { datedLawsIn } from './citations/dated-laws.ts'
import { dayBefore } from './citations/day-before.ts'
import { fillIssuers } from './citations/fill-issuers.ts'
import { areApart, isSameKind, issuerBefore, issuerOfSymbols, ownOf } from './citations/issuer.ts'
import { lawBefore, lawNameOf, typeApart } from './citations/law-name.ts'
import { numbersIn } from './citations/numbers-in-text.ts'
import { ownNumbers } from './citations/own-number.ts'
import { relationsOf } from './citations/relation.ts'
import { tailOf, wholeBy } from './citations/tail.ts'
import { titleAt } from './citations/title.ts'
import { decline } from './decline.ts'
import { numberKeyOf, parseDocumentNumber } from './document-number.ts'
import type { Annotation, Page } from './page.ts'
import { spanAt } from './sentences.ts'
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

/** A citation with the place its words are read in. */
export type FoundCitation = Annotation<CitationValue> & {
  /** Where its words begin: the noun before the number, or the name of the law. */
  head: number
  /** Where number, day and issuer end. */
  tail: number
  /** Start of its block. */
  block: number
  /** Its sentence or cell. */
  scope: Span
  /** Where its issuer is said: after the number, before it, or only in its symbols. */
  issuerFrom: 'after' | 'before' | 'symbols'
}

/** All citations of numbered documents, in order of place. A document named twice is found twice. */
export function findCitations(page: Page): Annotation<CitationValue>[] {
  const isRead = (at: number): boolean => {
    const zone = spanAt(page.blocks, at)?.zone
    return zone !== undefined && zone !== 'boilerplate' && zone !== 'header'
  }
  const cellOf = tablesOf(page)
  /** The sentence of a citation, or its part of one that is in the same cell. */
  const scopeOf = (span: Span): Span => {
    const block = spanAt(page.blocks, span.start)
    const cell = block && cellOf(block, span.start)?.cell
    const sentence = spanAt(page.sentences, span.start) ?? span
    if (!cell) return { start: sentence.start, end: Math.max(sentence.end, span.end) }
    return { start: Math.max(sentence.start, cell.start), end: Math.min(sentence.end, cell.end) }
  }
  const found = [...numbered(page, isRead, scopeOf, cellOf), ...laws(page, isRead, scopeOf)]
  found.sort((a, b) => a.start - b.start)
  const free = found.filter((law, i) => {
    if (law.rule !== 'law-by-date') return true
    const [before, after] = [found[i - 1], found[i + 1]]
    return !(before && before.end > law.start) && !(after && after.start < law.tail)
  })
  fillIssuers(page, free)
  const relations = relationsOf(page, free)
  return free.map(({ start, end, rule, confidence, evidence, value }, i) => ({
    start,
    end,
    rule,
    confidence,
    evidence,
    value: { ...value, relation: relations[i] ?? 'mentions' },
  }))
}

type ScopeOf = (span: Span) => Span

/** Citations by number. */
function numbered(
  page: Page,
  isRead: (at: number) => boolean,
  scopeOf: ScopeOf,
  cellOf: ReturnType<typeof tablesOf>,
): FoundCitation[] {
  const named = numbersIn(page)
  const own = ownNumbers(page, named)
  const numbers = named.filter((span) => {
    if (!isRead(span.start)) return false
    if (isExample(page, span) || isLayout(page, span)) {
      decline(page, span, 'citation-example', 'Shows how a number is written.')
      return false
    }
    if (!own.has(numberKeyOf(span.number))) return true
    decline(page, span, 'citation-own-number', 'The number of the document itself.')
    return false
  })
  const found: FoundCitation[] = []
  /** Full numbers by type and running number, for short forms: "decision 1400" → "1400/QĐ-TTg". */
  const full = new Map<string, CitationValue>()
  let previous = null as { start: number; type: DocumentType | null } | null
  for (const [i, cited] of numbers.entries()) {
    const scope = scopeOf(cited)
    const block = spanAt(page.blocks, cited.start)
    if (!block) continue
    const cell = cellOf(block, cited.start)?.cell
    const parsed = parseDocumentNumber(cited.number, page.lexicon)
    // "các Quyết định số 1400/QĐ-TTg ngày …; số 2080/QĐ-TTg": later numbers share the noun of the first.
    const shared: boolean =
      cited.noun === null && previous !== null && previous.start >= scope.start
    const law =
      cited.noun === null || cited.noun.type === 'law' ? lawBefore(page, cited.start) : null
    const head = law ?? cited.head
    const type: DocumentType | null =
      cited.noun?.type ??
      parsed?.type ??
      (law === null ? null : 'law') ??
      typeApart(page, cited.start) ??
      (shared ? (previous?.type ?? null) : null)
    const [sequence = '', year] = cited.number.split('/')
    const earlier = cited.form === 'short' ? full.get(`${type}|${sequence}`) : undefined
    const sameYear = year === undefined || earlier?.number?.split('/')[1] === year
    const known = sameYear ? earlier : undefined
    const end = cell?.end ?? block.end
    const next = numbers[i + 1]
    const tail = tailOf(page, cited.end, Math.min(next?.head ?? page.text.length, end))
    if (known?.issuer) {
      // "Nghị quyết số 18 và Nghị quyết số 19 của Trung ương Đảng": the body after the list is said of both.
      const shares =
        next && next.head <= end && /^,? (?:và )?$/u.test(page.key.slice(cited.end, next.head))
      const body = tail.issuer ?? (shares ? tailOf(page, next.end, end).issuer : null)
      if (body && areApart(known.issuer, body)) {
        decline(page, cited, 'citation-short', 'The full number before it is of another body.')
        continue
      }
    }
    if (cited.form === 'short' && !known) {
      const reason = 'Only a running number, and the document gives no full number of it before.'
      decline(page, cited, 'citation-short', reason)
      continue
    }
    // Only the ends are read: a sentence may be as long as the text.
    const opening = page.key.slice(scope.start, Math.min(head, scope.start + 40))
    const before = head - scope.start < 40 ? opening : ''
    const last = page.key.slice(Math.max(scope.start, head - 12), head)
    const title = titleAt(page, {
      at: tail.end,
      limit: end,
      named: tail.end > cited.end,
      subject:
        !cell &&
        ((head - scope.start < 40 && /^[\s(+*-]*(?:\d{1,2}[.)] )?$/u.test(before)) ||
          /(?:[,;:]|cụ thể|theo đó|rằng|khi|vì) $/u.test(last)),
      alone:
        cell !== undefined ||
        (head - scope.start < 40 &&
          /^[\s(+*-]*(?:căn cứ )?$/u.test(before) &&
          page.text[block.end - 1] === ';'),
      fronted:
        /^[\s(+*-]*(?:thực hiện|căn cứ|theo|triển khai|trên cơ sở|sau khi|tại|ngay sau|để)(?!\p{L})/u.test(
          opening,
        ) && page.text[block.end - 1] !== ';',
      later: numbers.slice(i + 1, i + 7),
    })
    const row = cell ? beside(page, cell, cited, (at) => cellOf(block, at)?.cell) : null
    const symbols = issuerOfSymbols(parsed, page.lexicon)
    const beyond = row?.issuer && (!symbols || isSameKind(symbols, row.issuer)) ? row.issuer : null
    const below = tail.date ? null : dayBelow(page, cited.end, cited.number)
    const rest = page.text.slice(tail.end, tail.end + (symbols?.length ?? 0) + 2)
    const under = below ? spanAt(page.blocks, below.end - 1) : null
    const said =
      ownOf(wholeBy(page, tail, symbols), symbols, cited.number, rest) ??
      beyond ??
      (below && under ? tailOf(page, below.end, under.end).issuer : null) ??
      issuerBefore(page, scope.start, cited.head)
    const value: CitationValue = known
      ? { ...known }
      : {
          number: cited.number,
          type,
          issuer: said ?? symbols,
          date: tail.date ?? row?.date ?? below?.date ?? dayBefore(page, scope.start, cited.head),
          title: title?.title ?? row?.title ?? lawNameOf(page, law, cited.start),
          relation: 'mentions',
        }
    if (!known && parsed) full.set(`${type}|${parsed.sequence}`, value)
    found.push({
      start: cited.start,
      end: cited.end,
      head,
      tail: Math.max(tail.end, cited.end),
      block: block.start,
      scope,
      issuerFrom: known || tail.issuer ? 'after' : said ? 'before' : 'symbols',
      rule: `number-${cited.form}`,
      confidence: cited.form === 'short' ? 0.75 : cited.noun || shared ? 0.97 : 0.85,
      evidence: page.text.slice(cited.head, Math.max(cited.end, title?.end ?? tail.end)).trim(),
      value,
    })
    previous = { start: cited.start, type }
  }
  return found
}

/** Laws by their day. */
function laws(page: Page, isRead: (at: number) => boolean, scopeOf: ScopeOf): FoundCitation[] {
  return datedLawsIn(page)
    .filter((law) => isRead(law.start))
    .map((law) => ({
      start: law.start,
      end: law.end,
      head: law.start,
      tail: law.tail,
      block: law.start,
      scope: scopeOf(law),
      issuerFrom: 'after',
      rule: 'law-by-date',
      confidence: 0.9,
      evidence: page.text.slice(law.start, law.tail),
      value: {
        number: null,
        type: 'law',
        issuer: null,
        date: law.date,
        title: page.text.slice(law.start, law.end),
        relation: 'mentions',
      },
    }))
}

/** "Ví dụ 2: Biên bản của ban kiểm phiếu ⏎ Số 18-BB/ĐH": a line with nothing but a number, under an example. */
function isExample(page: Page, span: Span): boolean {
  const block = spanAt(page.blocks, span.start)
  if (
    !block ||
    block.end - span.end > 1 ||
    !/^số:? ?$/u.test(page.key.slice(block.start, span.start))
  )
    return false
  const above = spanAt(page.blocks, block.start - 2)
  return above !== null && /^[\s(+-]*ví dụ/u.test(page.key.slice(above.start, above.start + 12))
}

/** "Số và ký hiệu văn bản | In thường | 14 | Đứng | Số 127-QĐ/TW": a row of rules of layout, whose last cell is a specimen. */
function isLayout(page: Page, span: Span): boolean {
  const block = spanAt(page.blocks, span.start)
  if (!block || span.start - block.start > 300) return false
  const row = page.key.slice(block.start, span.start)
  return /(?<!\p{L})in (?:thường|hoa)\s[^;.]{0,20}(?:đứng|nghiêng)(?!\p{L})/u.test(row)
}
