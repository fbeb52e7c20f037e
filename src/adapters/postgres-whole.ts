// Whole documents in PostgreSQL: listed and read out of one store, written into another.
import { createHash } from 'node:crypto'
import type { WholeDocument } from '../ports.ts'
import { documentOf } from './document-row.ts'
import type { Ask, PostgresDatabase } from './postgres-database.ts'
import { indexRecord } from './postgres-index.ts'
import { dayOf, indexedWords } from './search-words.ts'

/** What names are told apart by: they may be longer than an index row. */
export const digestOf = (name: string): string => createHash('sha256').update(name).digest('hex')

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
    `SELECT d.*, p.body AS parsed, r.body AS record,
       (SELECT coalesce(json_agg(name ORDER BY number), '[]') FROM source_name WHERE document_id = d.id) AS names,
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
    names: row.names,
    members: row.members,
    parsed: row.parsed === null ? null : JSON.parse(row.parsed),
    record: row.record === null ? null : JSON.parse(row.record),
  }
}

/** See `Store.putDocument`. */
export async function writeWhole(
  { transaction }: PostgresDatabase,
  document: WholeDocument,
): Promise<void> {
  // Before the transaction: long texts take a while.
  const words = document.record && indexedWords(document.record)
  await transaction(async (ask) => {
    const { id } = document.row
    await writeRow(ask, document)
    await ask('DELETE FROM parsed WHERE document_id = $1', [id])
    if (document.parsed)
      await ask('INSERT INTO parsed VALUES ($1, $2)', [id, JSON.stringify(document.parsed)])
    if (!document.record || !words) {
      await ask('DELETE FROM record WHERE document_id = $1', [id])
      return
    }
    const { rows } = await ask(
      `INSERT INTO record (document_id, day, type, body) VALUES ($1, $2, $3, $4)
       ON CONFLICT (document_id) DO UPDATE SET day = excluded.day, type = excluded.type, body = excluded.body
       RETURNING number`,
      [id, dayOf(document.record), document.record.documentType, JSON.stringify(document.record)],
    )
    await indexRecord(ask, rows[0]?.number, document.record, words)
  })
}

/** The row with its names and members. Locks it first: of two that write the same at once, the second waits here. */
async function writeRow(ask: Ask, { row, names, members }: WholeDocument): Promise<void> {
  const { id } = row
  const related = [...(row.container ? [row.container.id] : []), ...members.map(({ id }) => id)]
  const found = await ask('SELECT id FROM document WHERE id = ANY ($1::text[])', [related])
  const there = new Set(found.rows.map((row) => row.id))
  const container = row.container && there.has(row.container.id) ? row.container : null
  await ask(
    `INSERT INTO document (id, name, media_type, bytes, state, next_job, attempts, error_code, error_message,
       received_at, changed_at, container_id, container_types)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, media_type = excluded.media_type, bytes = excluded.bytes,
       state = excluded.state, next_job = excluded.next_job, attempts = excluded.attempts,
       error_code = excluded.error_code, error_message = excluded.error_message, received_at = excluded.received_at,
       changed_at = excluded.changed_at, container_id = excluded.container_id,
       container_types = excluded.container_types`,
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
    ],
  )
  await ask('DELETE FROM source_name WHERE document_id = $1', [id])
  await ask(
    `INSERT INTO source_name (document_id, name, digest)
     SELECT $1, name, digest FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS n (name, digest, place)
     ORDER BY place ON CONFLICT DO NOTHING`,
    [id, names, names.map(digestOf)],
  )
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
