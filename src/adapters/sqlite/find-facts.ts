// Facts in SQLite: found, counted by key, and what people decided about namesakes.

import type { Facts } from '../../model/facts.ts'
import type { FactQuery, FactStore, KeyCount, RecordQuery } from '../../ports/facts.ts'
import {
  type AskedWords,
  behindOf,
  conditionsOf,
  documentsOfNumber,
  isCited,
  isTold,
  keysCounted,
  orderOf,
} from '../facts/conditions.ts'
import { decisionOf, decisionRow, keyOfDecision } from '../facts/decision.ts'
import {
  copiesCounted,
  factColumns,
  factJoins,
  factOf,
  factPage,
  keyCountOf,
  numberedOf,
  type Row,
  readCursor,
  readRecordCursor,
  recordPage,
} from '../facts/page.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'

type Values = Record<string, string | number>
const known = `(SELECT k.document_id FROM fact_document d JOIN record k ON k.number = d.record
  WHERE ${isCited} ORDER BY d.record LIMIT 1) AS known`

/** The part of the store that finds facts. */
export function createSqliteFacts(sql: Prepare, { run, transaction }: SqliteDatabase): FactStore {
  const keyCounts = (rows: Row[]): KeyCount[] => rows.map(keyCountOf)
  return {
    facts: async (query) =>
      run(() => {
        const { where, values } = whereOf(query)
        if (where === null) return { facts: [], next: null }
        const rows = sql(
          `SELECT ${factColumns}${query.kind === 'citations' ? `, ${known}` : ''}
           FROM fact f ${factJoins} WHERE ${where} ORDER BY ${orderOf(query.order)} LIMIT $limit`,
        ).all({ ...values, limit: query.limit + 1 })
        return factPage(query, rows)
      }),

    records: async (query) =>
      run(() => {
        const { where, values } = recordsWhere(query)
        if (where === null) return { records: [], next: null }
        const rows = sql(
          `SELECT r.number, r.document_id, r.day, r.body FROM record r
           ${where ? `WHERE ${where}` : ''} ORDER BY r.day DESC, r.number DESC LIMIT $limit`,
        ).all({ ...values, limit: query.limit + 1 })
        return recordPage(query, rows)
      }),

    keysOf: async (kind, { words, after, limit }) =>
      run(() => {
        const found =
          words.length > 0
            ? 'AND number IN (SELECT rowid FROM fact_words WHERE fact_words MATCH $words)'
            : ''
        return keyCounts(
          sql(keysCounted(kind, `AND key > $after ${found}`, 'key', '$limit')).all({
            after,
            limit,
            ...(found ? { words: matchOf([{ column: 'about', words: [...words] }]) } : {}),
          }),
        )
      }),

    topKeysOf: async (kind, limit) =>
      run(() => keyCounts(sql(keysCounted(kind, '', 'facts DESC, key', '?')).all(limit))),

    positionsOf: async (slugs, limit) =>
      run(() =>
        sql(
          `SELECT ${factColumns} FROM fact f ${factJoins}
           WHERE f.kind = 'officials' AND f.key <> '' AND f.key IN (SELECT value FROM json_each(?))
           ORDER BY f.day DESC, f.record DESC, f.place DESC LIMIT ?`,
        )
          .all(JSON.stringify(slugs), limit)
          .map((row): Facts['officials'] => factOf('officials', row)),
      ),

    namedIn: async (documents, limit) =>
      run(() =>
        keyCounts(
          sql(
            keysCounted(
              'officials',
              `AND record IN (SELECT number FROM record WHERE document_id IN (SELECT value FROM json_each(?)))`,
              'documents DESC, key',
              '?',
            ),
          ).all(JSON.stringify(documents), limit),
        ),
      ),

    documentsOfNumber: async (key, limit) =>
      run(() =>
        sql(documentsOfNumber('?', '?', copiesCounted))
          .all(key, limit)
          .map(numberedOf),
      ),

    personDecisions: async (slugs) =>
      run(() =>
        sql(
          `SELECT * FROM person_decision WHERE one_name IN (SELECT value FROM json_each($slugs))
             OR other_name IN (SELECT value FROM json_each($slugs)) ORDER BY at, key`,
        )
          .all({ slugs: JSON.stringify(slugs) })
          .map(decisionOf),
      ),

    decidePerson: async (decision) =>
      transaction(() => {
        sql('INSERT OR REPLACE INTO person_decision VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
          ...decisionRow(decision),
        )
      }),

    withdrawDecision: async (decision) =>
      transaction(
        () =>
          Number(
            sql('DELETE FROM person_decision WHERE key = ?').run(keyOfDecision(decision)).changes,
          ) > 0,
      ),
  }
}

/** The conditions of a query with their values; null where nothing can be found. */
function whereOf(query: FactQuery): { where: string | null; values: Values } {
  const asked = conditionsOf(query)
  if (asked.findsNothing) return { where: null, values: {} }
  // A literal, so that indexes of one kind are used.
  const where = [`f.kind = '${asked.kind}'`]
  const values: Values = {}
  for (const [index, [column, operator, value]] of asked.plain.entries()) {
    where.push(`f.${column} ${operator} $plain${index}`)
    values[`plain${index}`] = value
    // Indexes of keys and days leave out what has none.
    if (column === 'key') where.push("f.key <> ''")
  }
  if (query.order === 'deadline' || query.order === '-deadline') where.push("f.last <> ''")
  const [sub, ...others] = asked.sub
  // With + the index of kinds is left alone: where it is asked what is known, the index of that says more.
  const column = asked.known === undefined ? 'f.sub' : '+f.sub'
  if (sub !== undefined && others.length === 0) {
    where.push(`${column} = $sub`)
    values.sub = sub
  } else if (sub !== undefined) {
    where.push(`${column} IN (SELECT value FROM json_each($sub))`)
    values.sub = JSON.stringify(asked.sub)
  }
  if (asked.words.length > 0) {
    where.push('f.number IN (SELECT rowid FROM fact_words WHERE fact_words MATCH $words)')
    values.words = matchOf(asked.words)
  }
  if (asked.officials.length > 0) {
    where.push(
      `f.record IN (SELECT record FROM fact WHERE kind = 'officials'
         AND number IN (SELECT rowid FROM fact_words WHERE fact_words MATCH $officials))`,
    )
    values.officials = matchOf(asked.officials)
  }
  if (asked.province) {
    where.push(
      `f.number IN (SELECT fact FROM fact_province WHERE id = $province
         UNION SELECT fact FROM fact_province WHERE current = $province)`,
    )
    values.province = asked.province
  }
  // Who asks for one document gets what that one says.
  if (!asked.document) where.push(isTold)
  else {
    where.push('f.record = (SELECT number FROM record WHERE document_id = $document)')
    values.document = asked.document
  }
  if (asked.known !== undefined) {
    where.push('f.known = $known')
    values.known = asked.known ? 1 : 0
  }
  if (query.cursor) {
    where.push(behindOf(query.order, (part) => `$after_${part}`))
    for (const [part, value] of Object.entries(readCursor(query.cursor, query.order)))
      if (where.at(-1)?.includes(`$after_${part}`)) values[`after_${part}`] = value
  }
  return { where: where.join(' AND '), values }
}

function recordsWhere(query: RecordQuery): { where: string | null; values: Values } {
  const asked = conditionsOf({ ...query, kind: 'dates', order: 'day' })
  if (asked.findsNothing) return { where: null, values: {} }
  const where: string[] = []
  const values: Values = {}
  for (const [index, [column, operator, value]] of asked.plain.entries()) {
    where.push(`r.${column} ${operator} $plain${index}`)
    values[`plain${index}`] = value
  }
  if (asked.officials.length > 0) {
    where.push(
      `r.number IN (SELECT record FROM fact WHERE kind = 'officials'
         AND number IN (SELECT rowid FROM fact_words WHERE fact_words MATCH $officials))`,
    )
    values.officials = matchOf(asked.officials)
  }
  if (asked.province) {
    where.push(
      'r.number IN (SELECT record FROM record_province WHERE id = $province OR current = $province)',
    )
    values.province = asked.province
  }
  if (query.cursor) {
    const { day, number } = readRecordCursor(query.cursor)
    where.push('(r.day, r.number) < ($after_day, $after_number)')
    Object.assign(values, { after_day: day, after_number: number })
  }
  return { where: where.join(' AND '), values }
}

/** The query of FTS5: words are letters and digits, so quoted they are nothing else. */
const matchOf = (asked: readonly AskedWords[]): string =>
  asked.flatMap(({ column, words }) => words.map((word) => `${column} : "${word}"`)).join(' AND ')
