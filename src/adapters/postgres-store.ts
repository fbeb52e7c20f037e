// The shared store: documents, parsed documents, records and their index in PostgreSQL, for several processes at once.
//
//   const store = await openPostgresStore('postgres://vanthu:secret@db.example:5432/vanthu?schema=archive')
import {
  documentStateSchema,
  jobKindSchema,
  parsedDocumentSchema,
  recordSchema,
  type VanthuRecord,
} from '../model.ts'
import type { StateCounts, Store } from '../ports.ts'
import { documentOf } from './document-row.ts'
import { type Ask, openPostgres } from './postgres-database.ts'
import { indexRecord } from './postgres-index.ts'
import { createPostgresSearch } from './postgres-search.ts'
import { digestOf, readIdsAfter, readWhole, writeWhole } from './postgres-whole.ts'
import { dayOf, indexedWords } from './search-words.ts'
import { valid } from './valid.ts'

/**
 * Opens the store of an address, its tables brought up to date. Throws UserError where the database cannot be reached or
 * used, or was made by a newer vanthu.
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const database = await openPostgres(url)
  const { ask, transaction } = database
  const search = createPostgresSearch(ask)

  return {
    addDocument: ({ id, name, bytes, receivedAt, container = null }) =>
      transaction(async (ask) => {
        // Of two that add the same at once, the second waits here for the first.
        const { changes } = await ask(
          `INSERT INTO document (id, name, bytes, state, next_job, received_at, changed_at, container_id, container_types)
           VALUES ($1, $2, $3, 'pending', 'parse', $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
          [
            id,
            name,
            bytes,
            receivedAt,
            now(),
            container?.id ?? null,
            container ? JSON.stringify(container.types) : null,
          ],
        )
        const { changes: names } = await ask(
          'INSERT INTO source_name (document_id, name, digest) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          [id, name, digestOf(name)],
        )
        if (changes === 0 && names === 1)
          await ask('UPDATE document SET changed_at = $2 WHERE id = $1', [id, now()])
        if (container)
          await ask(
            `INSERT INTO member (container_id, document_id, name, digest) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING`,
            [container.id, id, name, digestOf(name)],
          )
        else await standAlone(ask, id)
        const { rows } = await ask('SELECT * FROM document WHERE id = $1', [id])
        return { row: documentOf(rows[0] ?? {}), isNew: changes === 1 }
      }),

    async membersOf(id, limit) {
      const { rows } = await ask(
        `SELECT d.*, m.name AS name_inside FROM member m JOIN document d ON d.id = m.document_id
         WHERE m.container_id = $1 ORDER BY m.number LIMIT $2`,
        [id, limit],
      )
      return rows.map((row) => ({ name: row.name_inside, row: documentOf(row) }))
    },

    async getDocument(id) {
      const { rows } = await ask('SELECT * FROM document WHERE id = $1', [id])
      return rows[0] ? documentOf(rows[0]) : null
    },

    async idsStartingWith(prefix, limit) {
      // A range and not LIKE: the primary key answers it.
      const { rows } = await ask(
        'SELECT id FROM document WHERE id >= $1 AND id < $2 ORDER BY id LIMIT $3',
        [prefix, `${prefix}g`, limit],
      )
      return rows.map((row) => row.id)
    },

    async namesOf(id) {
      const { rows } = await ask(
        'SELECT name FROM source_name WHERE document_id = $1 ORDER BY number',
        [id],
      )
      return rows.map((row) => row.name)
    },

    async startAttempt(id) {
      const { rows } = await ask(
        'UPDATE document SET attempts = attempts + 1, changed_at = $2 WHERE id = $1 RETURNING attempts',
        [id, now()],
      )
      if (!rows[0]) throw noDocument(id)
      return rows[0].attempts
    },

    async takeBackAttempt(id) {
      const { changes } = await ask(
        'UPDATE document SET attempts = greatest(0, attempts - 1) WHERE id = $1',
        [id],
      )
      if (changes === 0) throw noDocument(id)
    },

    async saveParsed(id, parsed) {
      const body = JSON.stringify(valid(parsedDocumentSchema, parsed, `parsed document of ${id}`))
      await transaction(async (ask) => {
        const { changes } = await ask(
          `UPDATE document SET media_type = $2, state = 'pending', next_job = 'extract', attempts = 0,
           error_code = NULL, error_message = NULL, changed_at = $3 WHERE id = $1`,
          [id, parsed.mediaType, now()],
        )
        if (changes === 0) throw noDocument(id)
        await ask(
          'INSERT INTO parsed VALUES ($1, $2) ON CONFLICT (document_id) DO UPDATE SET body = excluded.body',
          [id, body],
        )
      })
    },

    async getParsed(id) {
      const { rows } = await ask('SELECT body FROM parsed WHERE document_id = $1', [id])
      return rows[0] ? JSON.parse(rows[0].body) : null
    },

    async saveRecord(id, record) {
      const checked: VanthuRecord = valid(recordSchema, record, `record of ${id}`)
      const body = JSON.stringify(checked)
      // Before the transaction: long texts take a while.
      const words = indexedWords(checked)
      await transaction(async (ask) => {
        // Locks the document first: of two that save the same at once, the second waits here, and replaces all.
        const { changes } = await ask(
          `UPDATE document SET state = $2, next_job = NULL, attempts = 0, error_code = NULL, error_message = NULL,
           changed_at = $3 WHERE id = $1`,
          [id, checked.status === 'partial' ? 'partial' : 'extracted', now()],
        )
        if (changes === 0) throw noDocument(id)
        const { rows } = await ask(
          `INSERT INTO record (document_id, day, type, body) VALUES ($1, $2, $3, $4)
           ON CONFLICT (document_id) DO UPDATE SET day = excluded.day, type = excluded.type, body = excluded.body
           RETURNING number`,
          [id, dayOf(checked), checked.documentType, body],
        )
        await indexRecord(ask, rows[0]?.number, checked, words)
      })
    },

    async getRecord(id) {
      const { rows } = await ask('SELECT body FROM record WHERE document_id = $1', [id])
      return rows[0] ? JSON.parse(rows[0].body) : null
    },

    async markFailed(id, { code, message }) {
      const { changes } = await ask(
        `UPDATE document SET state = 'failed', next_job = NULL, error_code = $2, error_message = $3, changed_at = $4
         WHERE id = $1`,
        [id, code, message, now()],
      )
      if (changes === 0) throw noDocument(id)
    },

    async markWaiting(id, { code, message }, { counted }) {
      const { changes } = await ask(
        `UPDATE document SET attempts = greatest(0, attempts - $2), error_code = $3, error_message = $4, changed_at = $5
         WHERE id = $1 AND next_job IS NOT NULL`,
        [id, counted ? 0 : 1, code, message, now()],
      )
      if (changes > 0) return
      const { rows } = await ask('SELECT FROM document WHERE id = $1', [id])
      if (rows.length === 0) throw noDocument(id)
    },

    async pending(limit) {
      const { rows } = await ask(
        'SELECT id, next_job FROM document WHERE next_job IS NOT NULL ORDER BY received_at, id LIMIT $1',
        [limit],
      )
      return rows.map((row) => ({ id: row.id, job: jobKindSchema.parse(row.next_job) }))
    },

    async countStates() {
      const counts: StateCounts = { pending: 0, extracted: 0, partial: 0, failed: 0 }
      const { rows } = await ask('SELECT state, count(*) AS n FROM document GROUP BY state')
      for (const row of rows) counts[documentStateSchema.parse(row.state)] = Number(row.n)
      return counts
    },

    async failures(limit) {
      const { rows } = await ask(
        "SELECT * FROM document WHERE state = 'failed' ORDER BY changed_at DESC, id LIMIT $1",
        [limit],
      )
      return rows.map(documentOf)
    },

    search,
    idsAfter: (after, limit, changedFrom) => readIdsAfter(ask, after, limit, changedFrom),
    wholeDocument: (id) => readWhole(ask, id),
    putDocument: (document) => writeWhole(database, document),
    close: () => database.close(),
  }
}

/** What came in a container before and now by itself: read again where its nesting may have been the reason. */
async function standAlone(ask: Ask, id: string): Promise<void> {
  await ask(
    `UPDATE document SET state = 'pending', next_job = 'parse', attempts = 0, error_code = NULL, error_message = NULL
     WHERE id = $1 AND container_id IS NOT NULL AND state = 'failed'`,
    [id],
  )
  await ask(
    `UPDATE document SET container_id = NULL, container_types = NULL, changed_at = $2
     WHERE id = $1 AND container_id IS NOT NULL`,
    [id, now()],
  )
}

const now = () => new Date().toISOString()
const noDocument = (id: string) => new Error(`The store has no document ${id}.`)
