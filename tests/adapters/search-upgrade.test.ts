// Records of an older vanthu are found and counted after the tables of search were added, before anything is indexed anew.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { readMigrations } from '../../src/adapters/migrations.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { reindex } from '../../src/app/reindex.ts'
import type { FoundHits } from '../../src/ports/search.ts'
import type { Store } from '../../src/ports/store.ts'
import { saveRecord } from '../support/attempts.ts'
import { hasPostgres } from '../support/postgres.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { usePostgres } from '../support/use-postgres.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'

async function fillOld(store: Store): Promise<void> {
  const add = async (name: string, tags: string[], parts: Parameters<typeof recordOf>[0]) => {
    await store.addDocument({ id: idOf(name), source: { name, tags }, bytes: 1, receivedAt })
    await saveRecord(store, idOf(name), { ...recordOf(parts), issuer: 'UBND tỉnh' })
  }
  await add('a', ['Sở'], {
    lines: ['title: Phòng, chống cháy rừng'],
    provinces: [['yen-bai', 'lao-cai']],
    officials: ['Giàng A Páo'],
    publishedAt: '2023-02-01',
    number: '12/2023/CT-UBND',
  })
  await add('b', [], {
    lines: ['Cháy rừng ở bản xa'],
    publishedAt: '2024-02-01',
    status: 'partial',
  })
}

const query = { q: 'chay rung', limit: 5 }
/** What older tables hold nothing of. */
const unknown = { schoolYear: [], issuer: [], language: [], org: [] }

async function isAsBefore(store: Store, before: FoundHits): Promise<void> {
  const found = await store.search(query)
  expect(found.total).toBe(2)
  expect(found.facets).toEqual({ ...before.facets, ...unknown })
  for (const [field, value] of [
    ['province', 'lao-cai'],
    ['official', 'giàng páo'],
    ['source', 'Sở'],
    ['state', 'partial'],
  ])
    expect([field, (await store.search({ [field ?? '']: value, limit: 5 })).total]).toEqual([
      field,
      1,
    ])
  await reindex({ store })
  expect(await store.search(query)).toEqual(before)
}

const tables = ['prominent_words', 'record_index', 'word']
const migrationsOf = (engine: string) =>
  readMigrations(join(import.meta.dirname, `../../src/adapters/${engine}/migrations`))

/** Tables that older versions kept years and people in, with those of `fillOld`. */
function oldTables(engine: string, nameColumn: string): string {
  const first = migrationsOf(engine).find(({ name }) => name.startsWith('0002'))
  const tables = ['record_year', 'record_official'].map(
    (table) => new RegExp(`CREATE TABLE ${table} \\([^;]*;`).exec(first?.sql ?? '')?.[0],
  )
  const record = (name: string) => `(SELECT number FROM record WHERE document_id = '${idOf(name)}')`
  return `${tables.join(' ')}
    INSERT INTO record_year (record, year) VALUES (${record('a')}, '2023'), (${record('b')}, '2024');
    INSERT INTO record_official VALUES (${record('a')}, 'Giàng A Páo', ${nameColumn});`
}

/** The migrations that make these tables. */
const migrationsIn = (engine: string): string[] =>
  migrationsOf(engine).flatMap(({ name, sql }) =>
    /-(?:search|index-clock|search-speed)\.sql$/.test(name) && !name.startsWith('0002')
      ? [sql]
      : [],
  )

test('SQLite', async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  const first = openSqliteStore(path)
  await fillOld(first)
  const before = await first.search(query)
  await first.close()
  const database = new DatabaseSync(path)
  for (const event of ['inserted', 'updated', 'deleted'])
    database.exec(`DROP TRIGGER copy_${event}`)
  for (const table of [...tables, 'facet_value', 'index_clock'])
    database.exec(`DROP TABLE ${table}`)
  for (const trigger of ['fact_cites', 'fact_document_came', 'fact_document_went'])
    database.exec(`DROP TRIGGER ${trigger}`)
  database.exec('DROP INDEX fact_known; ALTER TABLE fact DROP COLUMN known')
  database.exec(oldTables('sqlite', "' giang a pao '"))
  for (const migration of migrationsIn('sqlite')) database.exec(migration)
  database.close()
  const store = openSqliteStore(path)
  await isAsBefore(store, before)
  await store.close()
})

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const postgres = usePostgres()
  test('the same', async () => {
    const { schema, url } = postgres.freshSchema()
    const store = await postgres.open(url)
    await fillOld(store)
    const before = await store.search(query)
    await postgres.ask(
      `SET search_path = ${schema}; DROP TABLE ${[...tables, 'index_removed'].join(', ')};
       DROP TRIGGER copy_written ON copy; DROP TRIGGER copy_removed ON copy; DROP FUNCTION index_written; DROP FUNCTION index_removed_note;
       ALTER TABLE copy DROP COLUMN written; ${oldTables('postgres', "'{giang,a,pao}'")} ${migrationsIn('postgres').join('; ')}; SET search_path = public`,
    )
    // Who had the tables before remembers of them.
    await isAsBefore(await postgres.open(url), before)
  })
})
