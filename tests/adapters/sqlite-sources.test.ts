// The contract of sources on SQLite, and an archive that was made when only names were kept.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { readMigrations } from '../../src/adapters/migrations.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runSourcesContract } from '../contracts/sources.case.ts'
import { idOf } from '../support/record-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

runSourcesContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:') })

const sqlFolder = join(import.meta.dirname, '..', '..', 'src', 'adapters', 'sqlite', 'migrations')

test('names that an older archive kept become sources', async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  const old = new DatabaseSync(path)
  old.exec('CREATE TABLE schema_version (version INTEGER, name TEXT, applied_at TEXT)')
  for (const { version, name, sql } of readMigrations(sqlFolder)) {
    if (version > 3) continue
    old.exec(sql)
    old.prepare("INSERT INTO schema_version VALUES (?, ?, '')").run(version, name)
  }
  const [archive, member] = [idOf('kho'), idOf('một')]
  for (const [id, name] of [
    [archive, 'kho.zip'],
    [member, 'một.pdf'],
  ] as const)
    old
      .prepare(
        `INSERT INTO document (id, name, bytes, state, received_at, changed_at)
         VALUES (?, ?, 1, 'failed', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')`,
      )
      .run(id, name)
  const addName = old.prepare('INSERT INTO source_name (document_id, name) VALUES (?, ?)')
  for (const [id, name] of [
    [archive, 'kho.zip'],
    [member, 'một.pdf'],
    [archive, 'kho (2).zip'],
  ] as const)
    addName.run(id, name)
  old
    .prepare('INSERT INTO member (container_id, document_id, name) VALUES (?, ?, ?)')
    .run(archive, member, 'một.pdf')
  old.close()

  const store = openSqliteStore(path)
  const at = '2026-01-01T00:00:00Z'
  expect(await store.sourcesOf(archive)).toEqual([
    { name: 'kho.zip', place: 'kho.zip', tags: [], receivedAt: at, lastAt: at },
    { name: 'kho (2).zip', place: 'kho (2).zip', tags: [], receivedAt: at, lastAt: at },
  ])
  expect(await store.sourcesOf(member)).toMatchObject([{ name: 'một.pdf', place: null }])
  await store.close()
})
