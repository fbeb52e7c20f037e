import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite-store.ts'
import { TransientError, UserError } from '../../src/errors.ts'
import { runStoreContract } from '../contracts/store.case.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

runStoreContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:') })

const receivedAt = '2026-03-01T08:00:00.000Z'
const document = { id: idOf('a'), name: 'a.txt', bytes: 1, receivedAt }

test('what was saved is there after closing and opening again', async () => {
  const path = join(await temporaryFolder(), 'new', 'vanthu.db')
  const first = openSqliteStore(path)
  await first.addDocument(document)
  await first.saveRecord(document.id, recordOf({ lines: ['title: Thi đua'] }))
  await first.close()
  const second = openSqliteStore(path)
  expect((await second.search({ q: 'thi dua', limit: 5 })).hits[0]?.title).toBe('Thi đua')
  await second.close()
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
  await b.saveRecord(document.id, recordOf({ lines: ['Thi đua'] }))
  expect((await a.search({ q: 'thi', limit: 5 })).total).toBe(1)
  await a.close()
  await b.close()
})
