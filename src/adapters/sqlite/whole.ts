// Whole documents in SQLite: listed and read out of one store, written into another.
import { documentStateSchema } from '../../model.ts'
import type { StateCounts, WholeDocument } from '../../ports/store.ts'
import { correctionOf } from '../corrected.ts'
import { documentOf } from '../document-row.ts'
import { sourceOf } from '../inbox-row.ts'
import { leaveFamily } from './copies.ts'
import { writeCorrections } from './corrections.ts'
import { removeFromIndex } from './index.ts'
import type { Prepare } from './prepared.ts'
import { writeRecord } from './record.ts'
import { writeSources } from './sources.ts'

export function readStates(sql: Prepare): StateCounts {
  const counts: StateCounts = { pending: 0, extracted: 0, partial: 0, failed: 0 }
  for (const row of sql('SELECT state, count(*) AS n FROM document GROUP BY state').all())
    counts[documentStateSchema.parse(row.state)] = Number(row.n)
  return counts
}

export function readIdsAfter(
  sql: Prepare,
  after: string,
  limit: number,
  changedFrom = '',
): string[] {
  return sql('SELECT id FROM document WHERE id > ? AND changed_at >= ? ORDER BY id LIMIT ?')
    .all(after, changedFrom, limit)
    .map((row) => String(row.id))
}

/** In one statement, so that it sees one state of the document. */
export function readWhole(sql: Prepare, id: string): WholeDocument | null {
  const row = sql(
    `SELECT d.*, p.body AS parsed, r.body AS record, r.extracted,
       (SELECT json_group_array(json_object('document_id', document_id, 'number', number, 'withdrawn_at', withdrawn_at,
          'withdrawn_by', withdrawn_by, 'body', body) ORDER BY number) FROM correction WHERE document_id = d.id)
          AS corrections,
       (SELECT json_group_array(json_object('name', name, 'place', place, 'tags', tags, 'charset', charset,
          'received_at', received_at, 'last_at', last_at) ORDER BY number) FROM source WHERE document_id = d.id) AS sources,
       (SELECT json_group_array(json_object('id', document_id, 'name', name) ORDER BY number)
        FROM member WHERE container_id = d.id) AS members
     FROM document d LEFT JOIN parsed p ON p.document_id = d.id LEFT JOIN record r ON r.document_id = d.id
     WHERE d.id = ?`,
  ).get(id)
  if (!row) return null
  return {
    row: documentOf(row),
    sources: JSON.parse(String(row.sources)).map(sourceOf),
    members: JSON.parse(String(row.members)),
    parsed: row.parsed === null ? null : JSON.parse(String(row.parsed)),
    record: row.record === null ? null : JSON.parse(String(row.record)),
    extracted: row.extracted === null ? null : JSON.parse(String(row.extracted)),
    corrections: JSON.parse(String(row.corrections)).map(correctionOf),
  }
}

/** See `Store.putDocument`. Part of the transaction under way. */
export function writeWhole(sql: Prepare, document: WholeDocument) {
  const { row, sources, members, parsed, record, extracted, corrections } = document
  const { id } = row
  const isThere = (other: string) => sql('SELECT 1 FROM document WHERE id = ?').get(other)
  const container = row.container && isThere(row.container.id) ? row.container : null
  sql(
    `INSERT INTO document (id, name, media_type, bytes, state, next_job, attempts, error_code, error_message,
       received_at, changed_at, container_id, container_types, quarantined_at, state_since)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, media_type = excluded.media_type, bytes = excluded.bytes,
       state = excluded.state, next_job = excluded.next_job, attempts = excluded.attempts,
       error_code = excluded.error_code, error_message = excluded.error_message, received_at = excluded.received_at,
       changed_at = excluded.changed_at, container_id = excluded.container_id,
       container_types = excluded.container_types, quarantined_at = excluded.quarantined_at,
       state_since = excluded.state_since, lease = document.lease + 1, holder = NULL, leased_until = NULL`,
  ).run(
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
  )
  writeSources(sql, id, sources)
  sql('DELETE FROM member WHERE container_id = ?').run(id)
  for (const member of members)
    if (isThere(member.id))
      sql(
        'INSERT INTO member (container_id, document_id, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      ).run(id, member.id, member.name)
  sql('DELETE FROM parsed WHERE document_id = ?').run(id)
  if (parsed) sql('INSERT INTO parsed VALUES (?, ?)').run(id, JSON.stringify(parsed))
  sql('DELETE FROM correction WHERE document_id = ?').run(id)
  writeCorrections(sql, corrections)
  const before = sql('SELECT number FROM record WHERE document_id = ?').get(id)
  // It may have come from other places now.
  if (before) leaveFamily(sql, Number(before.number))
  if (record) writeRecord(sql, id, { record, extracted })
  else {
    if (before) removeFromIndex(sql, Number(before.number))
    sql('DELETE FROM record WHERE document_id = ?').run(id)
  }
}
