import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { runCorrectionsContract } from '../contracts/corrections.case.ts'
import { saveRecord } from '../support/attempts.ts'
import { idOf, recordOf } from '../support/record-of.ts'

runCorrectionsContract({
  name: 'SQLite',
  create: async (apply) => openSqliteStore(':memory:', apply),
})

test('a store that was opened without applying corrections does not lose them in silence', async () => {
  const store = openSqliteStore(':memory:')
  const id = idOf('a')
  const at = '2026-03-01T08:00:00.000Z'
  await store.addDocument({ id, source: { name: 'a.txt' }, bytes: 1, receivedAt: at })
  await saveRecord(store, id, recordOf({ lines: ['title: Thi đua'] }))
  const common = { documentId: id, who: 'Lan', at, item: 'field', action: 'correct' } as const
  await expect(store.addCorrection({ ...common, target: 'title', value: 'Khác' })).rejects.toThrow(
    'without applying them',
  )
  expect(await store.correctionsOf(id)).toEqual([])
  await store.close()
})
