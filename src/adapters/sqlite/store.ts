// The embedded store: documents, parsed documents, records and their index in one SQLite file.
//
//   const store = openSqliteStore('/srv/vanthu/vanthu.db')
//   await store.addDocument({ id: '3f2a…', source: { name: 'bao-cao.pdf' }, bytes: 48213, receivedAt: '2026-03-01T08:00:00Z' })
import { type DocumentRow, parsedDocumentSchema, recordSchema } from '../../model.ts'
import type { ApplyCorrections, Store } from '../../ports/store.ts'
import { cannotApply } from '../corrected.ts'
import { documentOf } from '../document-row.ts'
import { createSavedStore } from '../saved/saved-store.ts'
import { valid } from '../valid.ts'
import { createSqliteAccounts } from './accounts.ts'
import { addPlace, createSqliteCopies } from './copies.ts'
import { createSqliteCorrections, writeCorrected } from './corrections.ts'
import { createSqliteCrawl } from './crawl.ts'
import { openSqlite } from './database.ts'
import { writeSourceFacets } from './facets.ts'
import { figuresOf } from './figures.ts'
import { createSqliteFacts } from './find-facts.ts'
import { forgetOf } from './forget.ts'
import { holdsOrThrow, leasesOf } from './leases.ts'
import { preparedOn } from './prepared.ts'
import { RecordSets } from './record-sets.ts'
import { sqliteScripts } from './run-script.ts'
import { createSqliteSearch } from './search.ts'
import { addSource, createSqliteSources } from './sources.ts'
import { statusOf } from './status.ts'
import { createSqliteInspection, createSqliteUpkeep } from './upkeep.ts'
import { createSqliteVocabulary } from './vocabulary.ts'
import { readIdsAfter, readStates, readWhole, writeWhole } from './whole.ts'

/** Opens the store in a file (":memory:" for one that is gone afterwards), which applies corrections so. */
export function openSqliteStore(path: string, apply: ApplyCorrections = cannotApply): Store {
  const database = openSqlite(path)
  const { run, transaction } = database
  const sql = preparedOn(database.connection)
  const sets = new RecordSets(sql)
  const now = () => new Date().toISOString()
  const find = (id: string) => {
    const row = sql('SELECT * FROM document WHERE id = ?').get(id)
    return row ? documentOf(row) : null
  }
  const existing = (id: string): DocumentRow => {
    const row = find(id)
    if (!row) throw new Error(`The store has no document ${id}.`)
    return row
  }

  /** What came in a container before and now by itself: read again where its nesting may have been the reason. */
  function standAlone(id: string): void {
    sql(
      `UPDATE document SET state = 'pending', next_job = 'parse', attempts = 0, error_code = NULL, error_message = NULL,
         quarantined_at = NULL, state_since = ?
       WHERE id = ? AND container_id IS NOT NULL AND state = 'failed'`,
    ).run(now(), id)
    sql(
      `UPDATE document SET container_id = NULL, container_types = NULL, changed_at = ?
       WHERE id = ? AND container_id IS NOT NULL`,
    ).run(now(), id)
  }

  return {
    ...createSqliteSources(sql, database),
    ...createSqliteCopies(sql, database),
    ...createSqliteCrawl(sql, database),
    ...createSqliteAccounts(sql, database),
    ...createSqliteFacts(sql, database),
    ...createSavedStore(sqliteScripts(sql, database)),
    ...createSqliteSearch(sql, database, sets),
    ...createSqliteInspection(sql, run),
    ...createSqliteUpkeep(sql, database),
    ...createSqliteVocabulary(sql, database, sets),
    ...leasesOf(sql, database),
    ...statusOf(sql, database),
    ...figuresOf(sql, database),
    ...forgetOf(sql, database),
    ...createSqliteCorrections(sql, database, apply),

    addDocument: async ({ id, bytes, source, receivedAt, container = null }) =>
      transaction(() => {
        const { changes } = sql(
          `INSERT INTO document (id, name, bytes, state, next_job, received_at, state_since, changed_at, container_id,
             container_types)
           VALUES (?, ?, ?, 'pending', 'parse', ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        ).run(
          id,
          source.name,
          bytes,
          receivedAt,
          receivedAt,
          now(),
          container?.id ?? null,
          container ? JSON.stringify(container.types) : null,
        )
        const isChanged = addSource(sql, id, source, receivedAt, container !== null)
        if (changes === 0 && isChanged) {
          sql('UPDATE document SET changed_at = ? WHERE id = ?').run(now(), id)
          writeSourceFacets(sql, id)
          addPlace(sql, id)
        }
        if (container)
          sql(
            'INSERT INTO member (container_id, document_id, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          ).run(container.id, id, source.name)
        else standAlone(id)
        return { row: existing(id), isNew: changes === 1 }
      }),

    membersOf: async (id, limit) =>
      run(() =>
        sql(
          `SELECT d.*, m.name AS name_inside FROM member m JOIN document d ON d.id = m.document_id
           WHERE m.container_id = ? ORDER BY m.number LIMIT ?`,
        )
          .all(id, limit)
          .map((row) => ({ name: String(row.name_inside), row: documentOf(row) })),
      ),

    getDocument: async (id) => run(() => find(id)),

    idsStartingWith: async (prefix, limit) =>
      run(() =>
        // A range and not LIKE: the primary key answers it.
        sql('SELECT id FROM document WHERE id >= ? AND id < ? ORDER BY id LIMIT ?')
          .all(prefix, `${prefix}g`, limit)
          .map((row) => String(row.id)),
      ),

    saveParsed: async (attempt, parsed) => {
      const { id } = attempt
      const body = JSON.stringify(valid(parsedDocumentSchema, parsed, `parsed document of ${id}`))
      transaction(() => {
        holdsOrThrow(sql, attempt)
        sql(
          'INSERT INTO parsed VALUES (?, ?) ON CONFLICT (document_id) DO UPDATE SET body = excluded.body',
        ).run(id, body)
        sql(
          `UPDATE document SET media_type = ?, state = 'pending', next_job = 'extract', attempts = 0,
           error_code = NULL, error_message = NULL, quarantined_at = NULL, holder = NULL, leased_until = NULL,
           changed_at = ? WHERE id = ?`,
        ).run(parsed.mediaType, now(), id)
      })
    },

    getParsed: async (id) =>
      run(() => {
        const row = sql('SELECT body FROM parsed WHERE document_id = ?').get(id)
        return row ? JSON.parse(String(row.body)) : null
      }),

    saveRecord: async (attempt, extracted) => {
      const { id } = attempt
      const checked = valid(recordSchema, extracted, `record of ${id}`)
      transaction(() => {
        holdsOrThrow(sql, attempt)
        writeCorrected(sql, id, checked, apply)
        const at = now()
        sql(
          `UPDATE document SET state = ?, next_job = NULL, attempts = 0, error_code = NULL, error_message = NULL,
           quarantined_at = NULL, holder = NULL, leased_until = NULL, state_since = ?, changed_at = ? WHERE id = ?`,
        ).run(checked.status === 'partial' ? 'partial' : 'extracted', at, at, id)
      })
    },

    getRecord: async (id) =>
      run(() => {
        const row = sql('SELECT body FROM record WHERE document_id = ?').get(id)
        return row ? JSON.parse(String(row.body)) : null
      }),

    countStates: async () => run(() => readStates(sql)),

    idsAfter: async (after, limit, changedFrom) =>
      run(() => readIdsAfter(sql, after, limit, changedFrom)),

    wholeDocument: async (id) => run(() => readWhole(sql, id)),

    putDocument: async (document) => transaction(() => writeWhole(sql, document)),

    close: async () => database.close(),
  }
}
