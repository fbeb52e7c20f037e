// Sources, files of inboxes and notices in SQLite.
import type { DocumentRow } from '../../model.ts'
import type { Source, Store } from '../../ports/store.ts'
import {
  inboxColumns,
  inboxFileOf,
  inboxValues,
  misplacedOf,
  misplacedSql,
  sourceOf,
  versionOf,
} from '../inbox-row.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'

export type SourceMethods = Pick<
  Store,
  | 'sourcesOf'
  | 'versionsOf'
  | 'putInboxFile'
  | 'changeInboxFile'
  | 'knowsInbox'
  | 'inboxFilesLeft'
  | 'misplacedFiles'
  | 'putNotice'
  | 'clearNotice'
  | 'notices'
>

/** The methods of a store that tell of sources, inboxes and notices. */
export function createSqliteSources(
  sql: Prepare,
  { run, transaction }: Pick<SqliteDatabase, 'run' | 'transaction'>,
): SourceMethods {
  return {
    sourcesOf: async (id) => run(() => readSources(sql, id)),

    versionsOf: async (id, limit) =>
      run(() =>
        sql(
          `SELECT d.id, d.name, d.state, max(other.last_at) AS last_at
           FROM source own JOIN source other ON other.place = own.place JOIN document d ON d.id = other.document_id
           WHERE own.document_id = ? GROUP BY d.id ORDER BY last_at DESC, d.id DESC LIMIT ?`,
        )
          .all(id, limit)
          .map(versionOf)
          .reverse(),
      ),

    putInboxFile: async (file) =>
      transaction(() => {
        const row = sql(
          `INSERT INTO inbox_file (${inboxColumns.join(', ')}) VALUES (${inboxColumns.map(() => '?').join(', ')})
           ON CONFLICT (key) DO UPDATE SET ${inboxColumns.map((c) => `${c} = excluded.${c}`).join(', ')} RETURNING number`,
        ).get(...inboxValues(file))
        return Number(row?.number)
      }),

    changeInboxFile: async (number, file) =>
      transaction(() => {
        if (!file) {
          sql('DELETE FROM inbox_file WHERE number = ?').run(number)
          return
        }
        const values = inboxValues(file)
        sql('DELETE FROM inbox_file WHERE key = ? AND number <> ?').run(values[0] ?? '', number)
        sql(
          `UPDATE inbox_file SET ${inboxColumns.map((c) => `${c} = ?`).join(', ')} WHERE number = ?`,
        ).run(...values, number)
      }),

    knowsInbox: async (folder) =>
      run(
        () =>
          sql("SELECT 1 FROM inbox_file WHERE folder = ? AND shelf <> 'deleted' LIMIT 1").get(
            folder,
          ) !== undefined,
      ),

    inboxFilesLeft: async (folder) =>
      run(() =>
        sql("SELECT * FROM inbox_file WHERE folder = ? AND shelf = 'left'")
          .all(folder)
          .map(inboxFileOf),
      ),

    misplacedFiles: async (folder, limit) =>
      run(() => sql(misplacedSql('?1', '?2')).all(folder, limit).map(misplacedOf)),

    putNotice: async ({ process, code, message, since }) =>
      transaction(() => {
        sql(
          `INSERT INTO notice VALUES (?, ?, ?, ?)
           ON CONFLICT (process, code) DO UPDATE SET message = excluded.message`,
        ).run(process, code, message, since)
      }),

    clearNotice: async (process, code) =>
      transaction(() => {
        if (code === undefined) sql('DELETE FROM notice WHERE process = ?').run(process)
        else sql('DELETE FROM notice WHERE process = ? AND code = ?').run(process, code)
      }),

    notices: async () =>
      run(() =>
        sql('SELECT process, code, message, since FROM notice ORDER BY since, process, code')
          .all()
          .map((row) => ({
            process: String(row.process),
            code: String(row.code),
            message: String(row.message),
            since: String(row.since),
          })),
      ),
  }
}

function readSources(sql: Prepare, id: string): Source[] {
  return sql('SELECT * FROM source WHERE document_id = ? ORDER BY number').all(id).map(sourceOf)
}

type SourceGiven = Parameters<Store['addDocument']>[0]['source']

/**
 * Notes where a document came from; part of the transaction under way. True where that changed something: inside a
 * container, a name that is known changes nothing.
 */
export function addSource(
  sql: Prepare,
  id: DocumentRow['id'],
  { name, place, tags = [], charset }: SourceGiven,
  receivedAt: string,
  isInside: boolean,
): boolean {
  const { changes } = isInside
    ? sql(
        `INSERT INTO source (document_id, name, place, tags, received_at, last_at) VALUES (?, ?, NULL, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
      ).run(id, name, JSON.stringify(tags), receivedAt, receivedAt)
    : sql(
        `INSERT INTO source (document_id, name, place, tags, charset, received_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (document_id, place) DO UPDATE SET tags = excluded.tags, last_at = max(last_at, excluded.last_at),
           charset = coalesce(charset, excluded.charset)`,
      ).run(id, name, place ?? name, JSON.stringify(tags), charset ?? null, receivedAt, receivedAt)
  return changes > 0
}

/** Replaces the sources of a document; part of the transaction under way. */
export function writeSources(sql: Prepare, id: string, sources: readonly Source[]): void {
  sql('DELETE FROM source WHERE document_id = ?').run(id)
  for (const { name, place, tags, charset, receivedAt, lastAt } of sources)
    sql(
      `INSERT INTO source (document_id, name, place, tags, charset, received_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    ).run(id, name, place, JSON.stringify(tags), charset ?? null, receivedAt, lastAt)
}
