// The upkeep of both stores, and what only one of them can have.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPostgresSource } from '../../src/adapters/postgres/source.ts'
import { openSqliteSource } from '../../src/adapters/sqlite/source.ts'
import { openStore } from '../../src/open-adapters.ts'
import { runUpkeepContract, type StoreInPlace } from '../contracts/upkeep.case.ts'
import { fillStore } from '../support/fill-store.ts'
import { hasPostgres } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { usePostgres } from '../support/use-postgres.ts'

async function sqliteInPlace(): Promise<StoreInPlace & { path: string }> {
  const path = join(await temporaryFolder(), 'vanthu.db')
  const store = await openStore(`sqlite:${path}`)
  onTestFinished(() => store.close())
  return {
    path,
    store,
    source: async (options) => openSqliteSource(path, options),
    async exec(sql) {
      const database = new DatabaseSync(path, { defensive: false })
      database.exec(`PRAGMA foreign_keys = ON; ${sql}`)
      database.close()
    },
  }
}

runUpkeepContract({ name: 'SQLite', create: sqliteInPlace })

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema, ask } = usePostgres()
  runUpkeepContract({
    name: 'PostgreSQL',
    async create() {
      const { url, schema } = freshSchema()
      const store = await openStore(url)
      onTestFinished(() => store.close())
      return {
        store,
        source: (options) => openPostgresSource(url, options),
        async exec(sql) {
          await ask(`SET search_path = ${schema}`)
          await ask(sql)
        },
      }
    },
  })
})

describe('a SQLite file', () => {
  test.each<[what: string, sql: string, says: RegExp]>([
    [
      'a search index that is damaged inside',
      'DELETE FROM folded_words_data WHERE id > 10',
      /fts5: corruption found .* "folded_words"/,
    ],
    [
      'words of no record',
      "INSERT INTO folded_words (rowid, title) VALUES (999, 'thừa')",
      /^1 rows of folded_words belong to no record$/,
    ],
    [
      'rows of a document that is not there',
      "PRAGMA foreign_keys = OFF; INSERT INTO parsed VALUES ('x', '{}')",
      /^1 rows belong to documents that are not there$/,
    ],
  ])('tells of %s', async (_, sql, says) => {
    const { store, exec } = await sqliteInPlace()
    await fillStore(store)
    expect(await store.storeFaults()).toEqual([])
    await exec(sql)
    expect((await store.storeFaults()).join('\n')).toMatch(says)
  })

  test('an index damaged inside is emptied and made anew', async () => {
    const { store, exec } = await sqliteInPlace()
    const { extracted } = await fillStore(store)
    const before = await store.search({ q: 'hoi nghi', limit: 20 })
    await exec('DELETE FROM folded_words_data WHERE id > 10')
    await store.emptyIndex()
    for (const id of extracted) await store.reindex(id)
    expect(await store.search({ q: 'hoi nghi', limit: 20 })).toEqual(before)
    expect(await store.storeFaults()).toEqual([])
  })
})
