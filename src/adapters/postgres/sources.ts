// Sources, files of inboxes and notices in PostgreSQL.
import { createHash } from 'node:crypto'
import type { Source } from '../../ports/store.ts'
import {
  inboxColumns,
  inboxFileOf,
  inboxValues,
  misplacedOf,
  misplacedSql,
  sourceOf,
  versionOf,
} from '../inbox-row.ts'
import type { addSource as addSqliteSource, SourceMethods } from '../sqlite/sources.ts'
import type { Ask, PostgresDatabase } from './database.ts'

/** What names and places are told apart by: they may be longer than an index row. */
export const digestOf = (name: string): string => createHash('sha256').update(name).digest('hex')

/** The methods of a store that tell of sources, inboxes and notices. */
export function createPostgresSources({ ask, transaction }: PostgresDatabase): SourceMethods {
  return {
    async sourcesOf(id) {
      const { rows } = await ask('SELECT * FROM source WHERE document_id = $1 ORDER BY number', [
        id,
      ])
      return rows.map(sourceOf)
    },

    async versionsOf(id, limit) {
      const { rows } = await ask(
        `SELECT d.id, d.name, d.state, max(other.last_at) AS last_at
         FROM source own JOIN source other ON other.digest = own.digest AND other.place IS NOT NULL
           JOIN document d ON d.id = other.document_id
         WHERE own.document_id = $1 AND own.place IS NOT NULL
         GROUP BY d.id ORDER BY last_at DESC, d.id DESC LIMIT $2`,
        [id, limit],
      )
      return rows.map(versionOf).reverse()
    },

    async putInboxFile(file) {
      const { rows } = await ask(
        `INSERT INTO inbox_file (${inboxColumns.join(', ')}) VALUES (${inboxColumns.map((_, i) => `$${i + 1}`).join(', ')})
         ON CONFLICT (key) DO UPDATE SET ${inboxColumns.map((c) => `${c} = excluded.${c}`).join(', ')} RETURNING number`,
        inboxValues(file),
      )
      return Number(rows[0]?.number)
    },

    async changeInboxFile(number, file) {
      if (!file) {
        await ask('DELETE FROM inbox_file WHERE number = $1', [number])
        return
      }
      const values = inboxValues(file)
      await transaction(async (ask) => {
        await ask('DELETE FROM inbox_file WHERE key = $1 AND number <> $2', [
          values[0] ?? '',
          number,
        ])
        await ask(
          `UPDATE inbox_file SET ${inboxColumns.map((c, i) => `${c} = $${i + 2}`).join(', ')} WHERE number = $1`,
          [number, ...values],
        )
      })
    },

    async knowsInbox(folder) {
      const { rows } = await ask(
        "SELECT FROM inbox_file WHERE folder = $1 AND shelf <> 'deleted' LIMIT 1",
        [folder],
      )
      return rows.length > 0
    },

    async inboxFilesLeft(folder) {
      const { rows } = await ask("SELECT * FROM inbox_file WHERE folder = $1 AND shelf = 'left'", [
        folder,
      ])
      return rows.map(inboxFileOf)
    },

    async misplacedFiles(folder, limit) {
      const { rows } = await ask(misplacedSql('$1', '$2'), [folder, limit])
      return rows.map(misplacedOf)
    },

    async putNotice({ process, code, message, since }) {
      await ask(
        `INSERT INTO notice VALUES ($1, $2, $3, $4)
         ON CONFLICT (process, code) DO UPDATE SET message = excluded.message`,
        [process, code, message, since],
      )
    },

    async clearNotice(process, code) {
      await ask('DELETE FROM notice WHERE process = $1 AND code = coalesce($2, code)', [
        process,
        code ?? null,
      ])
    },

    async notices() {
      const { rows } = await ask(
        'SELECT process, code, message, since FROM notice ORDER BY since, process, code',
      )
      return rows.map(({ process, code, message, since }) => ({ process, code, message, since }))
    },
  }
}

/** See the one of SQLite. */
export async function addSource(
  ask: Ask,
  ...[id, { name, place, tags = [], charset }, receivedAt, isInside]: SourceArguments
): Promise<boolean> {
  const where = isInside ? null : (place ?? name)
  const { changes } = await ask(
    `INSERT INTO source (document_id, name, place, digest, tags, charset, received_at, last_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
     ON CONFLICT (document_id, digest, (place IS NULL))
     DO UPDATE SET tags = excluded.tags, last_at = greatest(source.last_at, excluded.last_at),
       charset = coalesce(source.charset, excluded.charset)
     WHERE source.place IS NOT NULL`,
    [id, name, where, digestOf(where ?? name), JSON.stringify(tags), charset ?? null, receivedAt],
  )
  return changes > 0
}

type SourceArguments =
  Parameters<typeof addSqliteSource> extends [unknown, ...infer Rest] ? Rest : never

/** Replaces the sources of a document; part of the transaction under way. */
export async function writeSources(ask: Ask, id: string, sources: readonly Source[]) {
  await ask('DELETE FROM source WHERE document_id = $1', [id])
  await ask(
    `INSERT INTO source (document_id, name, place, digest, tags, charset, received_at, last_at)
     SELECT $1, name, place, digest, tags, charset, received_at, last_at
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       WITH ORDINALITY AS s (name, place, digest, tags, charset, received_at, last_at, number)
     ORDER BY number ON CONFLICT DO NOTHING`,
    [
      id,
      sources.map((source) => source.name),
      sources.map((source) => source.place),
      sources.map((source) => digestOf(source.place ?? source.name)),
      sources.map((source) => JSON.stringify(source.tags)),
      sources.map((source) => source.charset ?? null),
      sources.map((source) => source.receivedAt),
      sources.map((source) => source.lastAt),
    ],
  )
}
