// One document number (số, ký hiệu): its canonical form, its type and its issuing body.
//
//   16/2022/TT-BGDĐT   legal: number / year / type - issuer
//   1112/QĐ-UBND       individual: number / type - issuer
//   3847/BGDĐT-NGCBQLGD  official letter: number / issuer - drafting unit
//   29-NQ/TW           Party: number - type / issuer
//   43/2019/QH14       National Assembly: number / year / body and term
//   15/CP, 25-HĐBT, 1141-TC/QĐ/CĐKT   before 1996
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { DocumentType } from '../model.ts'
import type { Span } from '../text/view.ts'
import { type CoredPattern, matchesAround } from './matches-around.ts'

export type DocumentNumber = {
  /** NFC, one kind of hyphen, no spaces, otherwise as written. */
  number: string
  /** The running number, as written: "16", "66.25", "1234a". */
  sequence: string
  year: number | null
  /** "NQ"; null in numbers of official letters and of laws. */
  typeCode: string | null
  type: DocumentType | null
  /** What follows the type, or stands first in a letter's number: "BGDĐT". */
  issuerCode: string | null
  /** The body of that code, where the code belongs to one body. */
  issuer: string | null
  scheme: 'state' | 'party'
}

export type NumberSpan = Span & { number: string; form: 'state' | 'party' | 'old' }

// One part of a symbol: "BGDĐT", "TTg", "BGD&ĐT", "ĐTGS&QTVĐT", "QH15", "BGD ĐT" (a common slip).
const part = '[A-ZĐƯ][A-Za-zĐđƯư]{0,14}(?:(?: ?& ?[A-ZĐƯ]{1,8}){1,2}| ĐT(?![\\p{L}\\d]))?\\d{0,2}'
// A line end of a PDF leaves a space after a later hyphen: "02/TTr-CAT- ANCTNB ngày …".
const torn = '- (?=[A-ZĐƯ]{2,10}\\d{0,2} ngày)'
// Spaces only around the first hyphen ("TT - BGDĐT"); a dot only before capitals ("TT.HĐND", not "BGDĐT.Các").
const symbol = `${part}(?: ?- ?(?=[A-ZĐƯ]{2})${part})?(?:(?:${torn}|[-/]|\\.(?=[A-ZĐƯ]{2}))${part}){0,5}`
const state: CoredPattern = {
  pattern: new RegExp(
    `(?<![\\p{L}\\d/.,-])\\d{1,5}(?:\\.\\d{1,3})?[a-z]? ?/ ?(?:(?:19|20)\\d{2} ?/ ?)?${symbol}(?![\\p{L}\\d])`,
    'gu',
  ),
  core: /\/(?<=\d[a-z]? ?\/) ?[\dA-ZĐƯ]/g,
  lead: 11,
}
const party: CoredPattern = {
  pattern: new RegExp(
    `(?<![\\p{L}\\d/.,-])\\d{1,5}[a-z]? ?- ?${part} ?/ ?${symbol}(?:/nb)?(?![\\p{L}\\d])`,
    'gu',
  ),
  core: /-(?<=\d[a-z]? ?-) ?[A-ZĐƯ]/g,
  lead: 7,
}
const forms: ReadonlyArray<readonly [NumberSpan['form'], CoredPattern]> = [
  ['state', state],
  ['party', party],
]

/** The canonical form: NFC, one kind of hyphen, no spaces, no trailing stop. */
export function canonicalNumberOf(written: string): string {
  return written
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, '')
    .replace(/[.,;:]+$/u, '')
}

/** A form to compare numbers by: without leading zeros, "&" and case. "06/KH-BGD&ĐT" and "6/KH-BGDĐT" are one. */
export function numberKeyOf(written: string): string {
  return canonicalNumberOf(written)
    .replace(/^0+(?=\d)/u, '')
    .replaceAll('&', '')
    .toLowerCase()
}

const hasTwoCapitals = (text: string): boolean => /\p{Lu}[^\p{Lu}]*\p{Lu}/u.test(text)

/** Every span of NFC text with single spaces that has the shape of a document number. Linear in the text. */
export function numberSpansOf(text: string): NumberSpan[] {
  const found: NumberSpan[] = []
  for (const [form, pattern] of forms)
    for (const match of matchesAround(text, pattern)) {
      if (!hasTwoCapitals(match[0])) continue
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        number: canonicalNumberOf(match[0]),
        form,
      })
    }
  return found.sort((a, b) => a.start - b.start)
}

/** Takes one number apart; null where it has not the shape of one. Codes are looked up in the lexicon. */
export function parseDocumentNumber(written: string, lexicon: Lexicon): DocumentNumber | null {
  const number = canonicalNumberOf(written)
  const match =
    /^(\d{1,5}(?:\.\d{1,3})?[a-z]?)([-/])(?:((?:19|20)\d{2})[-/])?([A-ZĐƯ][\p{L}\d&./-]{0,80})$/u.exec(
      number,
    )
  if (!match) return null
  const [, sequence = '', separator, year, symbols = ''] = match
  const parts = symbols.split(/[-/]/u).filter((p) => p !== '' && p !== 'nb')
  const first = parts[0] ?? ''
  const party = separator === '-' && !year && /^[^/]+\//u.test(symbols)
  const scheme = party ? 'party' : 'state'
  const typeRow = typeOfCode(first, scheme, lexicon)
  const issuerParts = typeRow ? parts.slice(1) : parts.slice(0, 1)
  const issuers = issuerParts.flatMap((code) => issuerOfCode(code, lexicon) ?? [])
  const issuerCode = issuerParts.length > 0 ? issuerParts.join('-') : null
  return {
    number,
    sequence,
    year: year ? Number(year) : null,
    typeCode: typeRow ? first : null,
    type: typeRow?.type ?? (isLetter(parts, issuers) ? 'official-letter' : null),
    issuerCode,
    // Of joint circulars all bodies; elsewhere the first code names the issuer and the others its unit.
    issuer: (first === 'TTLT' ? issuers.join(', ') : issuers[0]) || null,
    scheme,
  }
}

/** NUM/ISSUER-UNIT with a known issuer is an official letter; "43/2019/QH14" is a law or a resolution. */
function isLetter(parts: readonly string[], issuers: readonly string[]): boolean {
  return parts.length >= 2 && issuers.length > 0
}

function typeOfCode(code: string, scheme: 'state' | 'party', lexicon: Lexicon) {
  const rows = lexicon.documentTypes.rows.filter((row) => row.code === code)
  return rows.find((row) => (row.scheme === 'party') === (scheme === 'party')) ?? rows[0]
}

/** The body of a code: "BGD&ĐT" → Bộ Giáo dục và Đào tạo, "QH15" → Quốc hội; null where unknown. */
export function issuerOfCode(code: string, lexicon: Lexicon): string | null {
  const plain = code.replace(/[&\s]/gu, '')
  const row =
    lexicon.issuerCodes.get(plain) ?? lexicon.issuerCodes.get(plain.replace(/\d{1,2}$/u, ''))
  return row?.body ?? null
}
