// What a query for facts asks of their rows, the same for every database: which columns hold what, and in which order.
import { askedWords } from '../../facts/words.ts'
import type { FactKind } from '../../model/facts.ts'
import type { FactOrder, FactQuery } from '../../ports/facts.ts'

/** The column of `fact_words` that words stand in. */
export type WordColumn = 'words' | 'about' | 'bodies'
export type AskedWords = { column: WordColumn; words: string[] }

export type Conditions = {
  kind: FactKind
  /** Words that must all be in a column of the fact. */
  words: AskedWords[]
  /** Words that one official of the document must have. */
  officials: AskedWords[]
  /** Column, operator and value. */
  plain: Array<readonly [column: string, operator: '=' | '<>' | '<=' | '>=', value: string]>
  sub: readonly string[]
  province: string | undefined
  document: string | undefined
  known: boolean | undefined
  /** Words were asked for, and there is none in what was typed: nothing is found rather than everything. */
  findsNothing: boolean
}

export function conditionsOf(query: FactQuery): Conditions {
  const asked = (column: WordColumn, typed: string | undefined): AskedWords[] =>
    typed?.trim() ? [{ column, words: askedWords(typed) }] : []
  const isOfficials = query.kind === 'officials'
  const ofOfficial = [...asked('about', query.official), ...asked('bodies', query.organisation)]
  const words = [
    ...asked('words', query.q),
    ...asked(query.kind === 'citations' ? 'bodies' : 'about', query.issuer),
    ...asked('about', query.subject),
    ...asked('bodies', query.assignee),
    ...(isOfficials ? ofOfficial : []),
  ]
  const officials = isOfficials ? [] : ofOfficial
  const needsLast = query.order === 'deadline' || query.order === '-deadline'
  const plain: Conditions['plain'] = [
    // Beside it, so that a document without a day is not of every time.
    ...(query.from ? [['day', '>=', query.from] as const] : []),
    ...(query.to ? [['day', '<=', query.to] as const, ['day', '<>', ''] as const] : []),
    ...(query.type ? [['type', '=', query.type] as const] : []),
    ...(query.key ? [['key', '=', query.key] as const] : []),
    ...(query.lastFrom ? [['last', '>=', query.lastFrom] as const] : []),
    ...(query.lastTo ? [['last', '<=', query.lastTo] as const] : []),
    ...(query.touchesFrom ? [['last', '>=', query.touchesFrom] as const] : []),
    ...(query.touchesTo ? [['first', '<=', query.touchesTo] as const] : []),
    ...(needsLast || query.lastTo || query.touchesTo ? [['last', '<>', ''] as const] : []),
  ]
  return {
    kind: query.kind,
    words,
    officials,
    plain,
    sub: query.sub ?? [],
    province: query.province,
    document: query.document,
    known: query.known,
    findsNothing: [...words, ...officials].some(({ words }) => words.length === 0),
  }
}

/** Whether two documents of a number are one, in SQL: `f` is the citation, `d` what the archive tells of one. The index has no empty keys. */
export const isCited =
  "d.number_key = f.key AND d.number_key <> '' AND (f.first = '' OR d.first = '' OR (d.first <= f.last AND d.last >= f.first))"

/** Facts of copies are told once: whether those of the document `c` are, in SQL. */
export const isTold = '(c.told_by IS NULL OR c.told_by = c.record)'

/** The documents of a number, of each family one, in SQL: `key` and `limit` name the values, `copies` is a column that counts. */
export const documentsOfNumber = (key: string, limit: string, copies: string): string =>
  `SELECT * FROM (
     SELECT r.document_id, t.title, t.number, t.issuer, r.day, r.type, r.number AS record, ${copies},
       row_number() OVER (PARTITION BY coalesce(c.family, r.number)
         ORDER BY CASE WHEN ${isTold} THEN 0 ELSE 1 END, r.day, r.number) AS place
     FROM fact_document t JOIN record r ON r.number = t.record LEFT JOIN copy c ON c.record = t.record
     WHERE t.number_key = ${key} AND t.number_key <> '') AS found
   WHERE place = 1 ORDER BY day, record LIMIT ${limit}`

/** The column that comes first in an order, and the rest, in SQL. */
export const leadOf = (order: FactOrder): 'day' | 'rank' | 'last' =>
  order === 'check' ? 'rank' : order === 'day' ? 'day' : 'last'

export const orderOf = (order: FactOrder): string =>
  order === 'check'
    ? 'f.rank DESC, f.day DESC, f.record DESC, f.place DESC'
    : `f.${leadOf(order)} ${order === 'deadline' ? 'ASC' : 'DESC'}, f.record DESC, f.place DESC`

/** What is behind a cursor, in SQL; `p` names its parts. */
export function behindOf(order: FactOrder, p: (part: keyof CursorParts) => string): string {
  if (order === 'check')
    return `(f.rank, f.day, f.record, f.place) < (${p('rank')}, ${p('text')}, ${p('record')}, ${p('place')})`
  if (order === 'deadline')
    return `f.last >= ${p('text')} AND (f.last > ${p('text')} OR (f.record, f.place) < (${p('record')}, ${p('place')}))`
  return `(f.${leadOf(order)}, f.record, f.place) < (${p('text')}, ${p('record')}, ${p('place')})`
}

export type CursorParts = { rank: number; text: string; record: number; place: number }

/**
 * Facts counted by key, in SQL, those of copies once: `where` says which of them, `order` which keys come first, `limit` how many. The index of keys
 * answers the counting; labels are looked up for what is given only.
 */
export function keysCounted(
  kind: 'officials' | 'percentages',
  where: string,
  order: 'key' | 'facts DESC, key' | 'documents DESC, key',
  limit: string,
): string {
  return `SELECT counted.*,
      (SELECT label FROM fact WHERE kind = '${kind}' AND key = counted.key AND key <> '' ORDER BY day DESC LIMIT 1) AS label
    FROM (SELECT key, count(*) AS facts, count(DISTINCT record) AS documents, max(day) AS last_day
      FROM fact WHERE kind = '${kind}' AND key <> '' ${where}
        AND NOT EXISTS (SELECT 1 FROM copy c WHERE c.record = fact.record AND c.told_by <> c.record)
      GROUP BY key ORDER BY ${order} LIMIT ${limit}) AS counted
    ORDER BY ${order}`
}
