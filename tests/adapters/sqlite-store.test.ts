import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { readMigrations } from '../../src/adapters/migrations.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { TransientError, UserError } from '../../src/errors.ts'
import { runStoreContract } from '../contracts/store.case.ts'
import { saveRecord } from '../support/attempts.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

runStoreContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:') })

const receivedAt = '2026-03-01T08:00:00.000Z'
const document = { id: idOf('a'), source: { name: 'a.txt' }, bytes: 1, receivedAt }

test('what was saved is there after closing and opening again', async () => {
  const path = join(await temporaryFolder(), 'new', 'vanthu.db')
  const first = openSqliteStore(path)
  await first.addDocument(document)
  await saveRecord(first, document.id, recordOf({ lines: ['title: Thi đua'] }))
  await first.close()
  const second = openSqliteStore(path)
  expect((await second.search({ q: 'thi dua', limit: 5 })).hits[0]?.title).toBe('Thi đua')
  await second.close()
})

test('a database of an older vanthu is brought up to date, with what it holds', async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  const record = recordOf({ lines: ['title: Thi \u0000đua "madeBy":{"parser":"x"}'] })
  const database = new DatabaseSync(path)
  database.exec('CREATE TABLE schema_version (version INTEGER, name TEXT, applied_at TEXT)')
  const folder = join(import.meta.dirname, '../../src/adapters/sqlite/migrations')
  for (const { version, name, sql } of readMigrations(folder).slice(0, 3)) {
    database.exec(sql)
    database.prepare('INSERT INTO schema_version VALUES (?, ?, ?)').run(version, name, '')
  }
  const at = '2026-03-01T09:00:00.000Z'
  database
    .prepare(
      `INSERT INTO document (id, name, bytes, state, received_at, changed_at) VALUES (?, 'a.txt', 1, 'extracted', ?, ?)`,
    )
    .run(document.id, receivedAt, at)
  database
    .prepare("INSERT INTO record (document_id, day, type, body) VALUES (?, '', 'other', ?)")
    .run(document.id, JSON.stringify(record))
  database.close()
  const store = openSqliteStore(path)
  expect(await store.makers('', 5)).toEqual([{ id: document.id, ...record.madeBy }])
  expect(await store.getDocument(document.id)).toMatchObject({
    stateSince: at,
    holder: null,
    quarantinedAt: null,
  })
  await store.close()
})

test('a newer schema is refused, naming both versions', async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  await openSqliteStore(path).close()
  const database = new DatabaseSync(path)
  database.exec("INSERT INTO schema_version VALUES (999, '0999-future.sql', '')")
  database.close()
  expect(() => openSqliteStore(path)).toThrow(UserError)
  expect(() => openSqliteStore(path)).toThrow(/version 999.*up to \d+/)
})

test('a file that is no database is refused with a sentence', async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  await writeFile(path, 'Báo cáo tổng kết năm học. '.repeat(100))
  expect(() => openSqliteStore(path)).toThrow(UserError)
  expect(() => openSqliteStore(path)).toThrow('is no database of vanthu')
})

test('a database that another process holds is a matter of time, not a fault', {
  timeout: 20_000,
}, async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  const store = openSqliteStore(path)
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  await expect(store.addDocument(document)).rejects.toThrow(TransientError)
  other.exec('COMMIT')
  other.close()
  expect((await store.addDocument(document)).isNew).toBe(true)
  await store.close()
})

test('two stores on one file see each other', async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  const [a, b] = [openSqliteStore(path), openSqliteStore(path)]
  await a.addDocument(document)
  expect((await b.addDocument(document)).isNew).toBe(false)
  await saveRecord(b, document.id, recordOf({ lines: ['Thi đua'] }))
  expect((await a.search({ q: 'thi', limit: 5 })).total).toBe(1)
  await a.close()
  await b.close()
})
