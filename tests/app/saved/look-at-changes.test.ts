// Looks at changes while searches come and go.
import { expect, test } from 'vitest'
import type { Context } from '../../../src/app/context.ts'
import { lookAtChanges } from '../../../src/app/saved/look-at-changes.ts'
import type { SavedSearch } from '../../../src/model/saved.ts'
import type { SavedStore } from '../../../src/ports/saved.ts'

const searchOf = (id: string): SavedSearch => ({
  ...{ id, name: id, query: { year: ['2026'] }, who: '', createdAt: '2026-03-01' },
  webhookUrl: 'https://hook.example.vn/',
})

/** A store with so many changes that they take two looks; `meanwhile` is called between them. */
function openLook(meanwhile: (searches: SavedSearch[]) => void) {
  const first = Array.from({ length: 100 }, (_, n) => ({ id: `d${n}`, mark: 'a' }))
  const waiting = [first, [{ id: 'late', mark: 'a' }]]
  const searches = [searchOf('s1')]
  const settled: string[] = []
  const store: Partial<SavedStore> = {
    changedDocuments: async () => waiting[0] ?? [],
    savedWithWebhook: async () => ({ begun: [...searches], notBegun: [] }),
    matching: async (_, { among = [] }) => among.map((id) => ({ id, changedAt: '2026-03-01' })),
    settleChanged: async (_, matches) => {
      for (const { savedId, documentIds } of matches)
        settled.push(`${savedId} ${documentIds.at(-1)}`)
      waiting.shift()
      meanwhile(searches)
    },
  }
  return { context: { store } as unknown as Context, settled }
}

test('a search that is kept while many changes are looked at is told of what comes behind them', async () => {
  const { context, settled } = openLook((searches) => searches.splice(1, 1, searchOf('s2')))
  await lookAtChanges(context, new AbortController().signal)
  expect(settled).toEqual(['s1 d99', 's1 late', 's2 late'])
})

test('a process that is told to end leaves the rest of the changes to the next', async () => {
  const stopping = new AbortController()
  const { context, settled } = openLook(() => stopping.abort())
  await lookAtChanges(context, stopping.signal)
  expect(settled).toEqual(['s1 d99'])
})
