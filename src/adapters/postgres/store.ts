// The shared store: documents, parsed documents, records and their index in PostgreSQL, for several processes at once.
//
//   const store = await openPostgresStore('postgres://vanthu:secret@db.example:5432/vanthu?schema=archive')
import { SupersededError } from '../../errors.ts'
import { parsedDocumentSchema, recordSchema, type VanthuRecord } from '../../model.ts'
import type { ApplyCorrections, Store } from '../../ports/store.ts'
import { cannotApply } from '../corrected.ts'
import { documentOf } from '../document-row.ts'
import { createSavedStore } from '../saved/saved-store.ts'
import { indexedWords } from '../search/words.ts'
import { valid } from '../valid.ts'
import { createPostgresAccounts } from './accounts.ts'
import { addPlace, createPostgresCopies } from './copies.ts'
import { createPostgresCorrections, writeCorrected } from './corrections.ts'
import { createPostgresCrawl } from './crawl.ts'
import { type Ask, openPostgres } from './database.ts'
import { figuresOf } from './figures.ts'
import { createPostgresFacts } from './find-facts.ts'
import { forgetOf } from './forget.ts'
import { isHeld, leasesOf } from './leases.ts'
import { writeSourceFacets } from './record-index.ts'
import { postgresScripts } from './run-script.ts'
import { createPostgresSearch } from './search.ts'
import { addSource, createPostgresSources, digestOf } from './sources.ts'
import { statusOf } from './status.ts'
import { createPostgresInspection, createPostgresUpkeep } from './upkeep.ts'
import { createPostgresVocabulary } from './vocabulary.ts'
import { readIdsAfter, readStates, readWhole, writeWhole } from './whole.ts'

/**
 * Opens the store of an address, its tables brought up to date. Throws UserError where the database cannot be reached or
 * used, or was made by a newer vanthu. It applies corrections by `apply`.
 */
export async function openPostgresStore(
  url: string,
  apply: ApplyCorrections = cannotApply,
): Promise<Store> {
  const database = await openPostgres(url)
  const { ask, transaction } = database

  return {
    ...createPostgresSources(database),
    ...createPostgresCopies(ask),
    ...createPostgresCrawl(database),
    ...createPostgresAccounts(database),
    ...createPostgresFacts(ask),
    ...createSavedStore(postgresScripts(database)),
    ...createPostgresInspection(ask),
    ...createPostgresUpkeep(database),
    ...createPostgresVocabulary(ask),
    ...createPostgresSearch(database),
    ...leasesOf(ask),
    ...statusOf(ask),
    ...figuresOf(ask),
    ...forgetOf(database),
    ...createPostgresCorrections(database, apply),

    addDocument: ({ id, bytes, source, receivedAt, container = null }) =>
      transaction(async (ask) => {
        // Of two that add the same at once, the second waits here for the first.
        const { changes } = await ask(
          `INSERT INTO document (id, name, bytes, state, next_job, received_at, state_since, changed_at, container_id,
             container_types)
           VALUES ($1, $2, $3, 'pending', 'parse', $4, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
          [
            id,
            source.name,
            bytes,
            receivedAt,
            now(),
            container?.id ?? null,
            container ? JSON.stringify(container.types) : null,
          ],
        )
        const isChanged = await addSource(ask, id, source, receivedAt, container !== null)
        if (changes === 0 && isChanged)
          await ask('UPDATE document SET changed_at = $2 WHERE id = $1', [id, now()])
        if (container)
          await ask(
            `INSERT INTO member (container_id, document_id, name, digest) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING`,
            [container.id, id, source.name, digestOf(source.name)],
          )
        else await standAlone(ask, id)
        if (changes === 0 && isChanged) {
          await writeSourceFacets(ask, id)
          await addPlace(ask, id)
        }
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

    async saveParsed(attempt, parsed) {
      const { id, lease } = attempt
      const body = JSON.stringify(valid(parsedDocumentSchema, parsed, `parsed document of ${id}`))
      await transaction(async (ask) => {
        const { changes } = await ask(
          `UPDATE document SET media_type = $3, state = 'pending', next_job = 'extract', attempts = 0,
           error_code = NULL, error_message = NULL, quarantined_at = NULL, holder = NULL, leased_until = NULL,
           changed_at = $4 WHERE ${isHeld}`,
          [id, lease, parsed.mediaType, now()],
        )
        if (changes === 0) throw new SupersededError(id)
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

    async saveRecord(attempt, extracted) {
      const { id, lease } = attempt
      const checked: VanthuRecord = valid(recordSchema, extracted, `record of ${id}`)
      // Before the transaction: long texts take a while.
      const words = indexedWords(checked)
      await transaction(async (ask) => {
        // Locks the document first: of two that save the same at once, the second waits here, and replaces all.
        const { changes } = await ask(
          `UPDATE document SET state = $3, next_job = NULL, attempts = 0, error_code = NULL, error_message = NULL,
           quarantined_at = NULL, holder = NULL, leased_until = NULL, state_since = $4, changed_at = $4
           WHERE ${isHeld}`,
          [id, lease, checked.status === 'partial' ? 'partial' : 'extracted', now()],
        )
        if (changes === 0) throw new SupersededError(id)
        await writeCorrected(ask, id, checked, apply, words)
      })
    },

    async getRecord(id) {
      const { rows } = await ask('SELECT body FROM record WHERE document_id = $1', [id])
      return rows[0] ? JSON.parse(rows[0].body) : null
    },

    countStates: () => readStates(ask),

    idsAfter: (after, limit, changedFrom) => readIdsAfter(ask, after, limit, changedFrom),
    wholeDocument: (id) => readWhole(ask, id),
    putDocument: (document) => writeWhole(database, document),
    close: () => database.close(),
  }
}

/** What came in a container before and now by itself: read again where its nesting may have been the reason. */
async function standAlone(ask: Ask, id: string): Promise<void> {
  await ask(
    `UPDATE document SET state = 'pending', next_job = 'parse', attempts = 0, error_code = NULL, error_message = NULL,
       quarantined_at = NULL, state_since = $2
     WHERE id = $1 AND container_id IS NOT NULL AND state = 'failed'`,
    [id, now()],
  )
  await ask(
    `UPDATE document SET container_id = NULL, container_types = NULL, changed_at = $2
     WHERE id = $1 AND container_id IS NOT NULL`,
    [id, now()],
  )
}

const now = () => new Date().toISOString()
