// What a query for facts gives back, the same for every database.
import { UserError } from '../../errors.ts'
import type { FactKind, Facts } from '../../model/facts.ts'
import { documentTypeSchema, type VanthuRecord } from '../../model.ts'
import type {
  FactOrder,
  FactPage,
  FactQuery,
  KeyCount,
  NumberedDocument,
} from '../../ports/facts.ts'
import type { CursorParts } from './conditions.ts'

/** A row of `fact` with what was joined to it. */
export type Row = Record<string, unknown>

/** What `factColumns` read from besides the fact `f`, in SQL: `r` record, `t` fact_document, `c` its place in a family, if any. */
export const factJoins = `JOIN record r ON r.number = f.record JOIN fact_document t ON t.record = f.record
  LEFT JOIN copy c ON c.record = f.record`

/** How many others of its family a document `c` shares its facts with, in SQL. */
export const copiesCounted =
  '(SELECT count(*) FROM copy o WHERE o.family = c.family AND o.told_by = c.told_by AND o.record <> c.record) AS copies'

/** Columns that `factOf` reads, in SQL. */
export const factColumns = `f.value, f.day, f.type, f.rank, f.last, f.record, f.place, r.document_id, t.title, ${copiesCounted},
  (SELECT k.document_id FROM record k WHERE k.number = c.told_by AND k.number <> f.record) AS told_by`

/** The fact of a row. */
export function factOf<K extends FactKind>(kind: K, row: Row): Facts[K] {
  const value = JSON.parse(String(row.value))
  const document = String(row.document_id)
  const person = kind === 'officials' && value.person
  return {
    ...value,
    // Where a person's page is found from: one document that names him.
    ...(person ? { person: `${person}~${document.slice(0, 12)}` } : {}),
    ...(kind === 'citations' ? { known: row.known === null ? null : String(row.known) } : {}),
    document,
    title: row.title === null ? null : String(row.title),
    day: row.day === '' ? null : String(row.day),
    documentType: documentTypeSchema.parse(row.type),
    copies: Number(row.copies),
    toldBy: row.told_by === null ? null : String(row.told_by),
    link: `/d/${document}#a=${value.start}-${value.end}`,
  }
}

/** A page of the rows that were found, one more than asked for where there is a next page. */
export function factPage<K extends FactKind>(
  query: FactQuery & { kind: K },
  rows: readonly Row[],
): FactPage<K> {
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = last && rows.length > query.limit ? writeCursor(query.order, last) : null
  return { facts: shown.map((row) => factOf(query.kind, row)), next }
}

/** A page of records, one more than asked for where there is a next page. */
export function recordPage({ limit }: { limit: number }, rows: readonly Row[]) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const parts = last && rows.length > limit ? [String(last.day), Number(last.number)] : null
  return {
    records: shown.map((row) => ({
      id: String(row.document_id),
      record: JSON.parse(String(row.body)) as VanthuRecord,
    })),
    next: parts && Buffer.from(JSON.stringify(parts)).toString('base64url'),
  }
}

/** Reads the cursor of a page of records. Throws UserError for anything else. */
export function readRecordCursor(cursor: string): { day: string; number: number } {
  try {
    const [day, number]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (typeof day === 'string' && Number.isSafeInteger(number))
      return { day, number: Number(number) }
  } catch {
    // Falls through to the same sentence as a cursor of another shape.
  }
  throw noCursor()
}

export function numberedOf(row: Row): NumberedDocument {
  const text = (value: unknown) => (value === null || value === '' ? null : String(value))
  return {
    id: String(row.document_id),
    title: text(row.title),
    number: String(row.number),
    issuer: text(row.issuer),
    day: text(row.day),
    documentType: documentTypeSchema.parse(row.type),
    copies: Number(row.copies),
  }
}

function writeCursor(order: FactOrder, row: Row): string {
  const text = order === 'check' || order === 'day' ? row.day : row.last
  const parts = [order, Number(row.rank), String(text), Number(row.record), Number(row.place)]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Reads what `writeCursor` wrote. Throws UserError for anything else, and for the cursor of another order. */
export function readCursor(cursor: string, order: FactOrder): CursorParts {
  try {
    const [of, rank, text, record, place]: unknown[] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    )
    const areNumbers = [rank, record, place].every((n) => Number.isSafeInteger(n))
    if (of === order && areNumbers && typeof text === 'string' && text.length <= 10)
      return { rank: Number(rank), text, record: Number(record), place: Number(place) }
  } catch {
    // Falls through to the same sentence as a cursor of another shape.
  }
  throw noCursor()
}

const noCursor = () =>
  new UserError('The cursor is not one of this list; take "next" of the page before.')

/** A key with its counts, as `keysCounted` asks for them. */
export const keyCountOf = (row: Row): KeyCount => ({
  key: String(row.key),
  label: String(row.label),
  facts: Number(row.facts),
  documents: Number(row.documents),
  lastDay: String(row.last_day),
})
