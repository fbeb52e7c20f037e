// The facet values of records in SQLite: what is written of them, and what they are asked for by. Values are kept once, and each
// record's as a row of their numbers, by which search/found counts.
import type { VanthuRecord } from '../../model.ts'
import { type FacetField, facetFields } from '../../ports/search.ts'
import { numberKeyOf } from '../../text/number-key.ts'
import {
  type FacetValue,
  facetFaults,
  facetsOf,
  facetText,
  isNamed,
  nameWords,
  type Origin,
  sourcesOf,
} from '../search/facets.ts'
import type { FacetNames } from '../search/found/names.ts'
import { dayOf, foldedName } from '../search/words.ts'
import type { Prepare } from './prepared.ts'

/** Replaces the row of a record by which it is sorted and counted. Part of the transaction under way. */
export function writeRecordIndex(sql: Prepare, number: number, record: VanthuRecord): void {
  const row = sql('SELECT document_id AS id FROM record WHERE number = ?').get(number)
  const id = String(row?.id)
  sql(
    'INSERT OR REPLACE INTO record_index (record, day, id, number, facets) VALUES (?, ?, ?, ?, ?)',
  ).run(
    number,
    dayOf(record),
    id,
    numberKeyOf(record.number ?? ''),
    packed(sql, facetsOf(record, readOrigins(sql, id))),
  )
}

/** A document came from a further place, or from one again. Part of the transaction under way. */
export function writeSourceFacets(sql: Prepare, id: string): void {
  const row = sql(
    'SELECT i.record, i.facets FROM record r JOIN record_index i ON i.record = r.number WHERE r.document_id = ?',
  ).get(id)
  if (!row) return
  const others = [...idsIn(row.facets as Uint8Array)].filter(
    (value) => sql('SELECT field FROM facet_value WHERE id = ?').get(value)?.field !== 'source',
  )
  const sources = sourcesOf(readOrigins(sql, id)).map(
    (value): FacetValue => ({ field: 'source', value }),
  )
  sql('UPDATE record_index SET facets = ? WHERE record = ?').run(
    packedIds([...others, ...idsOf(sql, sources)]),
    Number(row.record),
  )
}

/** Where the row of a record says something else than the record, in words. */
export function recordIndexFaults(sql: Prepare, number: number, record: VanthuRecord): string[] {
  const row = sql('SELECT id, facets FROM record_index WHERE record = ?').get(number)
  if (!row) return facetFaults(null, [])
  const read = sql('SELECT field, value FROM facet_value WHERE id = ?')
  const kept = Array.from(idsIn(row.facets as Uint8Array), (id) => {
    const value = read.get(id)
    return facetText({ field: String(value?.field), value: String(value?.value) })
  })
  return facetFaults(kept, facetsOf(record, readOrigins(sql, String(row.id))))
}

function readOrigins(sql: Prepare, id: string): Origin[] {
  return sql('SELECT place, tags FROM source WHERE document_id = ? ORDER BY number')
    .all(id)
    .map(({ place, tags }) => ({
      place: place === null ? null : String(place),
      tags: JSON.parse(String(tags)),
    }))
}

const packed = (sql: Prepare, values: readonly FacetValue[]): Uint8Array =>
  packedIds(idsOf(sql, values))

/** The numbers of values; new ones get the next. */
function idsOf(sql: Prepare, values: readonly FacetValue[]): number[] {
  const rows = values.map(({ field, value }) => [
    field,
    value,
    isNamed(field) ? foldedName(value) : '',
  ])
  const json = JSON.stringify(rows)
  const find = sql(
    `SELECT v.id FROM json_each(?) j JOIN facet_value v ON v.field = j.value ->> 0 AND v.value = j.value ->> 1`,
  )
  let found = find.all(json)
  if (found.length < values.length) {
    sql(
      `INSERT OR IGNORE INTO facet_value (field, value, folded)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
    ).run(json)
    found = find.all(json)
  }
  return found.map(({ id }) => Number(id))
}

function packedIds(ids: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(ids.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [i, id] of ids.entries()) view.setUint32(i * 4, id)
  return bytes
}

/** The numbers in a row of them. A plain list: many are kept, and typed ones take three times as much. */
export function idsIn(bytes: Uint8Array): number[] {
  const ids: number[] = []
  for (let at = 0; at + 3 < bytes.length; at += 4)
    ids.push(
      (((bytes[at] ?? 0) << 24) |
        ((bytes[at + 1] ?? 0) << 16) |
        ((bytes[at + 2] ?? 0) << 8) |
        (bytes[at + 3] ?? 0)) >>>
        0,
    )
  return ids
}

/** The numbers of the values that are asked for: names by their words, others as they are. */
export function valuesAskedFor(sql: Prepare, field: string, asked: readonly string[]): Set<number> {
  const found = new Set<number>()
  const add = (rows: Array<Record<string, unknown>>) => {
    for (const { id } of rows) found.add(Number(id))
  }
  for (const value of asked) {
    if (!isNamed(field)) {
      add(sql('SELECT id FROM facet_value WHERE field = ? AND value = ?').all(field, value))
      continue
    }
    const words = nameWords(value)
    if (words.length === 0) continue
    const every = words.map(() => 'folded LIKE ?').join(' AND ')
    add(
      sql(`SELECT id FROM facet_value WHERE field = ? AND ${every}`).all(
        field,
        ...words.map((word) => `% ${word} %`),
      ),
    )
  }
  return found
}

/** What the numbers of values stand for; read once each, because none is ever given again. */
export class RememberedNames implements FacetNames {
  readonly #sql: Prepare
  readonly fields: number[] = [-1]
  readonly values: string[] = ['']

  constructor(sql: Prepare) {
    this.#sql = sql
  }

  /** Reads those that are new. */
  refresh(): this {
    for (const { id, field, value } of this.#sql(
      'SELECT id, field, value FROM facet_value WHERE id >= ? ORDER BY id',
    ).all(this.fields.length)) {
      // Numbers of those that are gone are left out.
      while (this.fields.length < Number(id)) {
        this.fields.push(-1)
        this.values.push('')
      }
      this.fields.push(facetFields.indexOf(field as FacetField))
      this.values.push(String(value))
    }
    return this
  }

  askedFor(field: string, values: readonly string[]): Set<number> {
    return valuesAskedFor(this.#sql, field, values)
  }
}
