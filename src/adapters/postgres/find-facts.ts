// Facts in PostgreSQL: found, counted by key, and what people decided about namesakes.

import type { Facts } from '../../model/facts.ts'
import type { FactQuery, FactStore } from '../../ports/facts.ts'
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
  readCursor,
  readRecordCursor,
  recordPage,
} from '../facts/page.ts'
import type { Ask, Value } from './database.ts'
import { indexedWord } from './words.ts'

const known = `(SELECT k.document_id FROM fact_document d JOIN record k ON k.number = d.record
  WHERE ${isCited} ORDER BY d.record LIMIT 1) AS known`

/** The part of the store that finds facts. */
export function createPostgresFacts(ask: Ask): FactStore {
  return {
    async facts(query) {
      const { where, values, add } = whereOf(query)
      if (where === null) return { facts: [], next: null }
      const { rows } = await ask(
        `SELECT ${factColumns}${query.kind === 'citations' ? `, ${known}` : ''}
         FROM fact f ${factJoins} WHERE ${where} ORDER BY ${orderOf(query.order)} LIMIT ${add(query.limit + 1)}`,
        values,
      )
      return factPage(query, rows)
    },

    async records(query) {
      const asked = conditionsOf({ ...query, kind: 'dates', order: 'day' })
      if (asked.findsNothing) return { records: [], next: null }
      const { values, add } = valuesOf()
      const where = asked.plain.map(
        ([column, operator, value]) => `r.${column} ${operator} ${add(value)}`,
      )
      if (asked.officials.length > 0)
        where.push(
          `r.number IN (SELECT record FROM fact WHERE kind = 'officials' AND ${asked.officials.map((one) => holds(one, add)).join(' AND ')})`,
        )
      if (asked.province) {
        const id = add(asked.province)
        where.push(
          `r.number IN (SELECT record FROM record_province WHERE id = ${id} OR current = ${id})`,
        )
      }
      if (query.cursor) {
        const { day, number } = readRecordCursor(query.cursor)
        where.push(`(r.day, r.number) < (${add(day)}, ${add(number)}::bigint)`)
      }
      const { rows } = await ask(
        `SELECT r.number, r.document_id, r.day, r.body FROM record r
         ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
         ORDER BY r.day DESC, r.number DESC LIMIT ${add(query.limit + 1)}`,
        values,
      )
      return recordPage(query, rows)
    },

    async keysOf(kind, { words, after, limit }) {
      const { rows } = await ask(
        keysCounted(kind, 'AND key > $1 AND about @> $2::text[]', 'key', '$3'),
        [after, words.map(indexedWord), limit],
      )
      return rows.map(keyCountOf)
    },

    async topKeysOf(kind, limit) {
      const { rows } = await ask(keysCounted(kind, '', 'facts DESC, key', '$1'), [limit])
      return rows.map(keyCountOf)
    },

    async positionsOf(slugs, limit) {
      const { rows } = await ask(
        `SELECT ${factColumns} FROM fact f ${factJoins}
         WHERE f.kind = 'officials' AND f.key <> '' AND f.key = ANY ($1::text[])
         ORDER BY f.day DESC, f.record DESC, f.place DESC LIMIT $2`,
        [slugs, limit],
      )
      return rows.map((row): Facts['officials'] => factOf('officials', row))
    },

    async namedIn(documents, limit) {
      const { rows } = await ask(
        keysCounted(
          'officials',
          'AND record IN (SELECT number FROM record WHERE document_id = ANY ($1::text[]))',
          'documents DESC, key',
          '$2',
        ),
        [documents, limit],
      )
      return rows.map(keyCountOf)
    },

    async documentsOfNumber(key, limit) {
      const { rows } = await ask(documentsOfNumber('$1', '$2', copiesCounted), [key, limit])
      return rows.map(numberedOf)
    },

    async personDecisions(slugs) {
      const { rows } = await ask(
        `SELECT * FROM person_decision WHERE one_name = ANY ($1::text[]) OR other_name = ANY ($1::text[])
         ORDER BY at, key`,
        [slugs],
      )
      return rows.map(decisionOf)
    },

    async decidePerson(decision) {
      await ask(
        `INSERT INTO person_decision VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (key) DO UPDATE SET who = excluded.who, at = excluded.at`,
        decisionRow(decision),
      )
    },

    async withdrawDecision(decision) {
      const { changes } = await ask('DELETE FROM person_decision WHERE key = $1', [
        keyOfDecision(decision),
      ])
      return changes > 0
    },
  }
}

/** Values of a statement; `add` gives the place of another one. */
function valuesOf() {
  const values: Value[] = []
  const add = (value: Value, type = '') => {
    values.push(value)
    return `$${values.length}${type}`
  }
  return { values, add }
}

const holds = ({ column, words }: AskedWords, add: ReturnType<typeof valuesOf>['add']) =>
  `${column} @> ${add(words.map(indexedWord), '::text[]')}`

/** The conditions of a query with their values, and what adds another value; `where` is null where nothing can be found. */
function whereOf(query: FactQuery) {
  const asked = conditionsOf(query)
  const { values, add } = valuesOf()
  if (asked.findsNothing) return { where: null, values, add }
  // A literal, so that indexes of one kind are used.
  const where = [`f.kind = '${asked.kind}'`]
  for (const [column, operator, value] of asked.plain) {
    where.push(`f.${column} ${operator} ${add(value)}`)
    if (column === 'key') where.push("f.key <> ''")
  }
  if (query.order === 'deadline' || query.order === '-deadline') where.push("f.last <> ''")
  if (asked.sub.length > 0) where.push(`f.sub = ANY (${add(asked.sub, '::text[]')})`)
  for (const one of asked.words) where.push(`f.${holds(one, add)}`)
  if (asked.officials.length > 0)
    where.push(
      `f.record IN (SELECT record FROM fact WHERE kind = 'officials' AND ${asked.officials.map((one) => holds(one, add)).join(' AND ')})`,
    )
  if (asked.province) {
    const id = add(asked.province)
    where.push(
      `f.number IN (SELECT fact FROM fact_province WHERE id = ${id}
         UNION SELECT fact FROM fact_province WHERE current = ${id})`,
    )
  }
  // Who asks for one document gets what that one says.
  if (!asked.document) where.push(isTold)
  else
    where.push(`f.record = (SELECT number FROM record WHERE document_id = ${add(asked.document)})`)
  if (asked.known !== undefined)
    where.push(
      `${asked.known ? '' : 'NOT '}EXISTS (SELECT 1 FROM fact_document d WHERE ${isCited})`,
    )
  if (query.cursor) {
    const parts = readCursor(query.cursor, query.order)
    where.push(
      behindOf(query.order, (part) =>
        part === 'text' ? add(parts.text) : add(parts[part], '::bigint'),
      ),
    )
  }
  return { where: where.join(' AND '), values, add }
}
