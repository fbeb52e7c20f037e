// Whole documents in PostgreSQL: listed and read out of one store, written into another.
import { documentStateSchema } from '../../model.ts'
import type { StateCounts, WholeDocument } from '../../ports/store.ts'
import { correctionOf } from '../corrected.ts'
import { documentOf } from '../document-row.ts'
import { sourceOf } from '../inbox-row.ts'
import { type IndexedWords, indexedWords } from '../search/words.ts'
import { leaveFamily } from './copies.ts'
import { writeCorrections } from './corrections.ts'
import type { Ask, PostgresDatabase } from './database.ts'
import { writeRecord } from './record.ts'
import { digestOf, writeSources } from './sources.ts'

export async function readStates(ask: Ask): Promise<StateCounts> {
  const counts: StateCounts = { pending: 0, extracted: 0, partial: 0, failed: 0 }
  const { rows } = await ask('SELECT state, count(*) AS n FROM document GROUP BY state')
  for (const row of rows) counts[documentStateSchema.parse(row.state)] = Number(row.n)
  return counts
}

export async function readIdsAfter(
  ask: Ask,
  after: string,
  limit: number,
  changedFrom = '',
): Promise<string[]> {
  const { rows } = await ask(
    'SELECT id FROM document WHERE id > $1 AND changed_at >= $2 ORDER BY id LIMIT $3',
    [after, changedFrom, limit],
  )
  return rows.map((row) => row.id)
}

/** In one statement, so that it sees one state of the document. */
export async function readWhole(ask: Ask, id: string): Promise<WholeDocument | null> {
  const { rows } = await ask(
    `SELECT d.*, p.body AS parsed, r.body AS record, r.extracted,
       (SELECT coalesce(json_agg(c ORDER BY c.number), '[]') FROM correction c WHERE c.document_id = d.id) AS corrections,
       (SELECT coalesce(json_agg(s ORDER BY s.number), '[]') FROM source s WHERE s.document_id = d.id) AS sources,
       (SELECT coalesce(json_agg(json_build_object('id', document_id, 'name', name) ORDER BY number), '[]')
        FROM member WHERE container_id = d.id) AS members
     FROM document d LEFT JOIN parsed p ON p.document_id = d.id LEFT JOIN record r ON r.document_id = d.id
     WHERE d.id = $1`,
    [id],
  )
  const [row] = rows
  if (!row) return null
  return {
    row: documentOf(row),
    sources: row.sources.map(sourceOf),
    members: row.members,
    parsed: row.parsed === null ? null : JSON.parse(row.parsed),
    record: row.record === null ? null : JSON.parse(row.record),
    extracted: row.extracted === null ? null : JSON.parse(row.extracted),
    corrections: row.corrections.map(correctionOf),
  }
}

/** See `Store.putDocument`. */
export async function writeWhole(
  { transaction }: PostgresDatabase,
  document: WholeDocument,
): Promise<void> {
  // Before the transaction: long texts take a while.
  const words = document.record && indexedWords(document.record)
  await transaction((ask) => writeWholeIn(ask, document, words))
}

/** The same as part of the transaction of `ask`; `words` are those of the record. */
export async function writeWholeIn(
  ask: Ask,
  document: WholeDocument,
  words: IndexedWords | null = document.record && indexedWords(document.record),
): Promise<void> {
  const { id } = document.row
  await writeRow(ask, document)
  await ask('DELETE FROM parsed WHERE document_id = $1', [id])
  if (document.parsed)
    await ask('INSERT INTO parsed VALUES ($1, $2)', [id, JSON.stringify(document.parsed)])
  await ask('DELETE FROM correction WHERE document_id = $1', [id])
  await writeCorrections(ask, document.corrections)
  const { record, extracted } = document
  const before = await ask('SELECT number FROM record WHERE document_id = $1', [id])
  // It may have come from other places now.
  if (before.rows[0]) await leaveFamily(ask, Number(before.rows[0].number))
  if (record && words) await writeRecord(ask, id, { record, extracted }, words)
  else await ask('DELETE FROM record WHERE document_id = $1', [id])
}

/** The row with its names and members. Locks it first: of two that write the same at once, the second waits here. */
async function writeRow(ask: Ask, { row, sources, members }: WholeDocument): Promise<void> {
  const { id } = row
  const related = [...(row.container ? [row.container.id] : []), ...members.map(({ id }) => id)]
  const found = await ask('SELECT id FROM document WHERE id = ANY ($1::text[])', [related])
  const there = new Set(found.rows.map((row) => row.id))
  const container = row.container && there.has(row.container.id) ? row.container : null
  await ask(
    `INSERT INTO document (id, name, media_type, bytes, state, next_job, attempts, error_code, error_message,
       received_at, changed_at, container_id, container_types, quarantined_at, state_since)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, media_type = excluded.media_type, bytes = excluded.bytes,
       state = excluded.state, next_job = excluded.next_job, attempts = excluded.attempts,
       error_code = excluded.error_code, error_message = excluded.error_message, received_at = excluded.received_at,
       changed_at = excluded.changed_at, container_id = excluded.container_id,
       container_types = excluded.container_types, quarantined_at = excluded.quarantined_at,
       state_since = excluded.state_since, lease = document.lease + 1, holder = NULL, leased_until = NULL`,
    [
      id,
      row.name,
      row.mediaType,
      row.bytes,
      row.state,
      row.nextJob,
      row.attempts,
      row.error?.code ?? null,
      row.error?.message ?? null,
      row.receivedAt,
      row.changedAt,
      container?.id ?? null,
      container ? JSON.stringify(container.types) : null,
      row.quarantinedAt,
      row.stateSince,
    ],
  )
  await writeSources(ask, id, sources)
  const kept = members.filter((member) => there.has(member.id))
  await ask('DELETE FROM member WHERE container_id = $1', [id])
  await ask(
    `INSERT INTO member (container_id, document_id, name, digest)
     SELECT $1, document, name, digest
     FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS m (document, name, digest, place)
     ORDER BY place ON CONFLICT DO NOTHING`,
    [
      id,
      kept.map((member) => member.id),
      kept.map((member) => member.name),
      kept.map((member) => digestOf(member.name)),
    ],
  )
}
