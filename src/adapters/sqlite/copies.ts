// Families of copies and versions in SQLite; see families.ts.
import type { Copy } from '../../ports/search.ts'
import type { Store } from '../../ports/store.ts'
import { bandsOf } from '../../text/resemblance.ts'
import { copyOf, relationOf, toldBy } from '../copy-row.ts'
import {
  areOfOnePlace,
  areOneText,
  familiesOf,
  isSameLikeness,
  type Kin,
  type Likeness,
} from '../families.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'

/** The part of the store that tells of copies. */
export function createSqliteCopies(
  sql: Prepare,
  { run }: Pick<SqliteDatabase, 'run'>,
): Pick<Store, 'copiesOf'> {
  return { copiesOf: async (id, limit) => run(() => readCopies(sql, id, limit)) }
}

/** The others of a document's family. */
export function readCopies(
  sql: Prepare,
  id: string,
  limit: number,
): { count: number; copies: Copy[] } {
  const rows = sql(
    `SELECT d.id, d.name, d.received_at, count(*) OVER () AS count, ${relationOf('?', 'd.id', 'max')} AS relation
     FROM record own JOIN copy c ON c.record = own.number JOIN copy other ON other.family = c.family
       JOIN record r ON r.number = other.record JOIN document d ON d.id = r.document_id
     WHERE own.document_id = ? AND other.record <> own.number ORDER BY d.received_at, d.id LIMIT ?`,
  ).all(id, id, limit)
  return { count: Number(rows[0]?.count ?? 0), copies: rows.map(copyOf) }
}

/** What is kept of a record to find its family by; null where nothing is. */
export function readLikeness(sql: Prepare, record: number): Likeness | null {
  const row = sql('SELECT number, bytes AS signature FROM signature WHERE record = ?').get(record)
  return row ? likenessIn(row) : null
}

/** Keeps what a record's family is found by, and finds it anew where that changed. Part of the transaction under way. */
export function setLikeness(sql: Prepare, record: number, likeness: Likeness | null): void {
  if (isSameLikeness(readLikeness(sql, record), likeness)) return
  leaveFamily(sql, record)
  if (!likeness) return
  const { signature, number } = likeness
  sql('INSERT INTO signature (record, number, bytes) VALUES (?, ?, ?)').run(
    record,
    number,
    signature,
  )
  for (const band of new Set(bandsOf(signature)))
    sql('INSERT INTO signature_band (band, record) VALUES (?, ?)').run(band, record)
  joinFamilies(sql, record)
}

/** A record is removed, or comes from other places: takes it and what its family is found by away, and parts what it held together. */
export function leaveFamily(sql: Prepare, record: number): void {
  const [own] = kinWhere(sql, 's.record = ?', record)
  if (!own) return
  for (const band of bandsOf(own.signature))
    sql('DELETE FROM signature_band WHERE band = ? AND record = ?').run(band, record)
  sql('DELETE FROM signature WHERE record = ?').run(record)
  if (own.family === null) return
  // Without the record itself: it has no signature any more.
  const rest = kinWhere(sql, 'c.family = ?', own.family)
  sql('DELETE FROM copy WHERE family = ?').run(own.family)
  for (const family of familiesOf(rest)) {
    const name = family[0]?.record ?? record
    for (const member of family)
      sql('INSERT INTO copy (record, family) VALUES (?, ?)').run(member.record, name)
    markMembers(sql, name)
  }
}

/** A document came from a further place, or from one again. */
export function addPlace(sql: Prepare, id: string): void {
  const row = sql('SELECT number FROM record WHERE document_id = ?').get(id)
  if (row) joinFamilies(sql, Number(row.number))
}

/** Makes one family of a record, of its own and of all that it now belongs together with. */
function joinFamilies(sql: Prepare, record: number): void {
  const [own] = kinWhere(sql, 's.record = ?', record)
  if (!own) return
  const joined = new Map([[own.family ?? record, own.family === null]])
  const join = (condition: string, values: string, areKin: typeof areOneText) => {
    for (const row of sql(
      `SELECT s.record, s.number, s.bytes AS signature, c.family FROM signature s LEFT JOIN copy c ON c.record = s.record
       WHERE s.record <> ? AND s.record IN (${condition})`,
    ).iterate(record, values)) {
      const family = Number(row.family ?? row.record)
      if (!joined.has(family) && areKin(own, likenessIn(row)))
        joined.set(family, row.family === null)
    }
  }
  join(
    'SELECT record FROM signature_band WHERE band IN (SELECT value FROM json_each(?))',
    JSON.stringify(bandsOf(own.signature)),
    areOneText,
  )
  join(
    `SELECT r.number FROM source own JOIN source shared ON shared.place = own.place
       JOIN record r ON r.document_id = shared.document_id WHERE own.document_id = ?`,
    own.id,
    areOfOnePlace,
  )
  if (joined.size === 1 && own.family === null) return
  for (const [family, isAlone] of joined)
    if (isAlone) sql('INSERT INTO copy (record, family) VALUES (?, ?)').run(family, family)
  const families = JSON.stringify([...joined.keys()])
  const first = sql(
    'SELECT number FROM record WHERE number IN (SELECT value FROM json_each(?)) ORDER BY document_id LIMIT 1',
  ).get(families)
  const name = Number(first?.number)
  sql(
    'UPDATE copy SET family = ?1 WHERE family IN (SELECT value FROM json_each(?2)) AND family <> ?1',
  ).run(name, families)
  markMembers(sql, name)
}

/** Notes which members of a family others of it came later than, from the same place; and whose facts are told. */
function markMembers(sql: Prepare, family: number): void {
  sql(
    `UPDATE copy SET superseded_by = came.later FROM (
       SELECT record, min(later) AS later FROM (
         SELECT c.record, min(c.record) OVER (
           PARTITION BY s.place ORDER BY s.last_at DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS later
         FROM copy c JOIN record r ON r.number = c.record JOIN source s ON s.document_id = r.document_id
         WHERE c.family = ?1 AND s.place IS NOT NULL) AS one GROUP BY record) AS came
     WHERE copy.record = came.record AND copy.superseded_by IS DISTINCT FROM came.later`,
  ).run(family)
  sql(toldBy('?1')).run(family)
}

function kinWhere(sql: Prepare, condition: string, ...values: (string | number)[]): Kin[] {
  return sql(
    `SELECT s.record, s.number, s.bytes AS signature, r.document_id AS id, c.family,
       (SELECT json_group_array(place) FROM source WHERE document_id = r.document_id AND place IS NOT NULL) AS places
     FROM signature s JOIN record r ON r.number = s.record LEFT JOIN copy c ON c.record = s.record WHERE ${condition}`,
  )
    .all(...values)
    .map((row) => ({
      ...likenessIn(row),
      record: Number(row.record),
      id: String(row.id),
      family: row.family === null ? null : Number(row.family),
      places: JSON.parse(String(row.places)),
    }))
}

function likenessIn(row: Record<string, unknown>): Likeness {
  return { number: String(row.number), signature: row.signature as Uint8Array }
}
