// The contract of copies on SQLite, and what its tables say of families.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runCopiesContract } from '../contracts/copies.case.ts'
import { saveRecord } from '../support/attempts.ts'
import { article } from '../support/near-texts.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

runCopiesContract({ name: 'SQLite', create: async () => openSqliteStore(':memory:'), runs: 60 })

test('a family is called by its document with the lowest id, whoever came first or leaves', async () => {
  const path = join(await temporaryFolder(), 'vanthu.db')
  const store = openSqliteStore(path)
  const database = new DatabaseSync(path, { readOnly: true })
  const names = () =>
    database
      .prepare(
        'SELECT DISTINCT r.document_id AS id FROM copy c JOIN record r ON r.number = c.family ORDER BY id',
      )
      .all()
      .map((row) => row.id)
  const ids = ['a', 'b', 'c', 'd'].map(idOf).sort().reverse()
  for (const [n, id] of ids.entries()) {
    await store.addDocument({
      ...{ id, bytes: 1, source: { name: `tin ${n}` }, receivedAt: '2026-03-01T08:00:00.000Z' },
    })
    await saveRecord(store, id, recordOf({ lines: article }))
    expect(names()).toEqual(n === 0 ? [] : [id])
  }
  const [, , second = '', first = ''] = ids
  await store.forget([first], '2026-03-02T08:00:00.000Z')
  expect(names()).toEqual([second])
  database.close()
  await store.close()
})
