// The language of the search field. Whatever is typed is a query: what is no operator is a word.
//
//   hội nghị              both words, anywhere                        "hội nghị"      one after the other
//   -tuyển  -"nghỉ hè"    without                                     title:"học phí" in the title
//   year:2023  người:"Bùi Văn Hùng"  -tỉnh:hoà-bình                    a field and its value, bare or quoted
//   29-NQ/TW, 123 / 2020 / nd-cp                                      the number of a document, in any spelling
import { fold, keyOf } from './fold.ts'
import { numberKeyOf } from './number-key.ts'
import { viewOf } from './view.ts'
import { wordsOf } from './words.ts'

export type QueryWord = {
  /** Without marks: "hoa". */
  folded: string
  /** Lower-case with marks, tone in the newer style: "hoà". The same as `folded` where no marks were typed. */
  key: string
}

/** Words that stand one after the other. */
export type QueryPhrase = readonly QueryWord[]

export type QueryPart = {
  /** At least one. */
  words: QueryPhrase
  /** The words as they were typed. */
  typed: string
  /** Whether the words must stand one after the other. A part that is no phrase has one word. */
  isPhrase: boolean
  /** The number they may be, as one word (see number-key.ts); null where they look like none. */
  number: string | null
  isInTitle: boolean
  isExcluded: boolean
}

export const queryFields = [
  'province',
  'official',
  'org',
  'type',
  'issuer',
  'year',
  'number',
] as const
export type QueryField = (typeof queryFields)[number]

export type FieldPart = {
  field: QueryField
  /** At least one word is in it. */
  value: string
  isExcluded: boolean
  /** What stands for it where its value means nothing. */
  words: QueryPart
}

export type ParsedQuery = {
  parts: QueryPart[]
  fields: FieldPart[]
  /** Whether the last word may be the beginning of one. */
  isUnfinished: boolean
  /** What was read of the query, where it was too long; else null. */
  cutTo: string | null
}

/** Most words of a query that are looked at, and most UTF-16 units. */
const mostWords = 64
const mostUnits = 500

/** The names of fields: folded, without hyphens. */
const names: ReadonlyMap<string, QueryField | 'title'> = new Map([
  ...queryFields.map((field) => [field, field] as const),
  ['title', 'title'],
  ['tieude', 'title'],
  ['nguoi', 'official'],
  ['canbo', 'official'],
  ['organisation', 'org'],
  ['organization', 'org'],
  ['coquan', 'org'],
  ['donvi', 'org'],
  ['tochuc', 'org'],
  ['tinh', 'province'],
  ['tinhthanh', 'province'],
  ['nam', 'year'],
  ['loai', 'type'],
  ['so', 'number'],
  ['sohieu', 'number'],
  ['kyhieu', 'number'],
  ['banhanh', 'issuer'],
  ['noibanhanh', 'issuer'],
] as const)

/** Takes a query apart. */
export function parseQuery(typed: string): ParsedQuery {
  const { text, isCut } = shortened(joinNumbers(typed.normalize('NFC').replace(/[“”„«»]/g, '"')))
  const parts: QueryPart[] = []
  const fields: FieldPart[] = []
  let left = mostWords
  let readTo = text.length
  let endsOpen = false
  for (const piece of piecesOf(text)) {
    const { field, value, isQuoted, isExcluded, at } = piece
    const words = queryWords(value)
    if (words.length > left) {
      readTo = at
      break
    }
    left -= words.length
    if (words.length === 0) continue
    endsOpen = !isQuoted && !isExcluded && (!field || field === 'title')
    if (field && field !== 'title')
      fields.push({ field, value, isExcluded, words: phraseOf(piece, words, false) })
    else if (isQuoted || isExcluded || words.length === 1)
      parts.push(phraseOf(piece, words, field === 'title'))
    else parts.push(...plainParts(value, words, field === 'title'))
  }
  return {
    parts,
    fields,
    isUnfinished: endsOpen && readTo === text.length && !isCut && /[\p{L}\p{M}\p{N}]$/u.test(text),
    cutTo: isCut || readTo < text.length ? text.slice(0, readTo).trim() : null,
  }
}

/** The words of a text, as they are asked for. */
export function queryWords(text: string): QueryWord[] {
  const view = viewOf(text, [{ start: 0, end: text.length }])
  return wordsOf(view.text)
    .map(({ text: word }) => ({ folded: fold(word), key: keyOf(word) }))
    .filter(({ folded }) => /[\p{L}\p{N}]/u.test(folded))
}

/** A query that is too long ends before the word that goes over the end. */
function shortened(text: string): { text: string; isCut: boolean } {
  if (text.trim().length <= mostUnits) return { text, isCut: false }
  const start = text.trimStart().slice(0, mostUnits + 1)
  const space = start.search(/\s\S*$/u)
  return { text: start.slice(0, space > 0 ? space : mostUnits).toWellFormed(), isCut: true }
}

type Piece = {
  field: QueryField | 'title' | null
  value: string
  isQuoted: boolean
  isExcluded: boolean
  /** Where it begins, UTF-16. */
  at: number
}

/** The pieces between spaces and quotation marks, each with its operators. */
function* piecesOf(text: string): Generator<Piece> {
  let at = 0
  while (at < text.length) {
    const space = /^\s+/u.exec(text.slice(at, at + 600))
    if (space) {
      at += space[0].length
      continue
    }
    const start = at
    // A hyphen before a space, or between spaces, is one.
    const isExcluded = /^-["\p{L}\p{N}]/u.test(text.slice(at, at + 3))
    if (isExcluded) at++
    const name = /^([\p{L}\p{M}_-]{1,20}):(?=["\p{L}\p{N}])/u.exec(text.slice(at, at + 24))
    const field = (name && names.get(fold(name[1] ?? '').replace(/[_-]/g, ''))) || null
    if (name && field) at += name[0].length
    if (text[at] === '"') {
      const close = text.indexOf('"', at + 1)
      const end = close === -1 ? text.length : close
      const value = text.slice(at + 1, end)
      yield { field, value, isQuoted: true, isExcluded, at: start }
      at = end + 1
      continue
    }
    const end = endOfBare(text, at)
    yield { field, value: text.slice(at, end), isQuoted: false, isExcluded, at: start }
    at = end
  }
}

/** Where what is not quoted ends: at a space, or at a quotation mark. */
function endOfBare(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '"' && !/\s/u.test(text[at] ?? '')) at++
  return Math.max(at, from + 1)
}

function phraseOf(piece: Piece, words: QueryPhrase, isInTitle: boolean): QueryPart {
  const isNumber = !piece.isQuoted && words.length > 1 && looksLikeNumber(piece.value)
  return {
    words,
    typed: piece.value,
    isPhrase: words.length > 1,
    number: isNumber ? numberKeyOf(piece.value) || null : null,
    isInTitle,
    isExcluded: piece.isExcluded,
  }
}

/** What stands between two spaces: the number of a document, or words of their own ("giáo-viên", "GD&ĐT"). */
function plainParts(value: string, words: readonly QueryWord[], isInTitle: boolean): QueryPart[] {
  const piece = { field: null, value, isQuoted: false, isExcluded: false, at: 0 }
  if (looksLikeNumber(value) && numberKeyOf(value)) return [phraseOf(piece, words, isInTitle)]
  const pieces = wordsOf(viewOf(value, [{ start: 0, end: value.length }]).text)
  return words.map((word, i) => ({
    words: [word],
    typed: pieces.length === words.length ? (pieces[i]?.text ?? word.key) : word.key,
    isPhrase: false,
    number: null,
    isInTitle,
    isExcluded: false,
  }))
}

/** "29-NQ/TW", "16/2021/NQ-HĐND": a figure first, then what is joined by strokes and hyphens, letters among it. */
const looksLikeNumber = (value: string): boolean =>
  /^\P{L}{0,3}\p{N}{1,6}\p{L}{0,2}(?:[/–-][\p{L}\p{N}.]{1,20}){1,6}\P{L}{0,2}$/u.test(value) &&
  /\p{L}/u.test(value)

/**
 * Takes the spaces out of numbers that were typed with them: "123 / 2020 / nd - cp". Only where a stroke and letters without
 * marks are in it: "điều 5 - quyết định" and "2 / tuần" are none.
 */
function joinNumbers(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}/])\p{N}{1,6}(?:\s{0,2}[/–-]\s{0,2}[A-Za-zĐđƯư0-9]{1,12}(?![\p{L}\p{M}])){1,6}/gu,
    (found) => (found.includes('/') && /\p{L}/u.test(found) ? found.replace(/\s+/gu, '') : found),
  )
}

/** What a part asks for, as it was typed: one thing, of which a number is written in two ways. */
export function termOf({ words, isPhrase, number, isInTitle, isExcluded }: QueryPart): {
  alternatives: QueryPhrase[][]
  isInTitle: boolean
  isExcluded: boolean
} {
  const typed = isPhrase ? [words] : words.map((word) => [word])
  const alternatives = number ? [typed, [[{ folded: number, key: number }]]] : [typed]
  return { alternatives, isInTitle, isExcluded }
}
