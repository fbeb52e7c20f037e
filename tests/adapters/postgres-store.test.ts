// The store contract on a PostgreSQL server, and what two processes do to one database.
import { describe, expect, test } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import type { Store } from '../../src/ports/store.ts'
import { runStoreContract } from '../contracts/store.case.ts'
import { begin, holder, saveRecord } from '../support/attempts.ts'
import { hasPostgres } from '../support/postgres.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { usePostgres } from '../support/use-postgres.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'
const document = { id: idOf('a'), source: { name: 'a.txt' }, bytes: 1, receivedAt }

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema, open } = usePostgres()
  async function openTwo(): Promise<[Store, Store]> {
    const { url } = freshSchema()
    return [await open(url), await open(url)]
  }

  runStoreContract({ name: 'PostgreSQL', create: () => openPostgresStore(freshSchema().url) })

  test('what was saved is there after closing and opening again', async () => {
    const { url } = freshSchema()
    const first = await openPostgresStore(url)
    await first.addDocument(document)
    await saveRecord(first, document.id, recordOf({ lines: ['title: Thi đua'] }))
    await first.close()
    const second = await open(url)
    expect((await second.search({ q: 'thi dua', limit: 5 })).hits[0]?.title).toBe('Thi đua')
  })

  describe('two processes', () => {
    test('that add the same document at once add it once, with all its names', async () => {
      const [a, b] = await openTwo()
      const added = await Promise.all(
        Array.from({ length: 24 }, (_, i) =>
          (i % 2 ? a : b).addDocument({ ...document, source: { name: `tên ${i % 6}.txt` } }),
        ),
      )
      expect(added.filter(({ isNew }) => isNew)).toHaveLength(1)
      expect((await a.sourcesOf(document.id)).map(({ name }) => name).sort()).toEqual(
        Array.from({ length: 6 }, (_, i) => `tên ${i}.txt`),
      )
      const name = (await b.getDocument(document.id))?.name
      for (const { row } of added) expect(row).toMatchObject({ name, state: 'pending' })
    })

    test('that find the same members at once list each once', async () => {
      const [a, b] = await openTwo()
      const archive = { ...document, id: idOf('kho') }
      await a.addDocument(archive)
      const container = { id: archive.id, types: ['application/zip'] }
      await Promise.all(
        Array.from({ length: 24 }, (_, i) =>
          (i % 2 ? a : b).addDocument({ ...document, source: { name: `${i % 3}.txt` }, container }),
        ),
      )
      const members = await b.membersOf(archive.id, 10)
      expect(members.map(({ name }) => name).sort()).toEqual(['0.txt', '1.txt', '2.txt'])
    })

    test('that begin the same job at once: one holds it', async () => {
      const [a, b] = await openTwo()
      await a.addDocument(document)
      const begun = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? a : b).startAttempt(document.id, { job: 'parse', holder, leaseMs: 60_000 }),
        ),
      )
      expect(begun.filter((attempt) => attempt !== null)).toMatchObject([{ lease: 1, attempts: 1 }])
    })

    test('that save the same record at once leave one, and the index of that one', async () => {
      const [a, b] = await openTwo()
      await a.addDocument(document)
      const attempt = await begin(a, document.id)
      const words = ['chanh', 'cam', 'quýt', 'bưởi', 'mận', 'đào']
      const record = (word: string, i: number) =>
        recordOf({
          lines: [`title: ${word}`, `quả ${word}`],
          officials: [`Bùi Văn ${word}`, 'Lê Thị Na'],
          provinces: [[word, 'phu-tho']],
          publishedAt: `200${i}-01-01`,
        })
      const saved = await Promise.allSettled(
        words.map((word, i) => (i % 2 ? a : b).saveRecord(attempt, record(word, i))),
      )
      expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const kept = (await a.getRecord(document.id))?.title
      const { total, facets } = await b.search({ q: 'quả', limit: 5 })
      expect(total).toBe(1)
      expect(facets.official.map(({ value }) => value)).toEqual([`Bùi Văn ${kept}`, 'Lê Thị Na'])
      expect(facets.year).toEqual([{ value: `200${words.indexOf(kept ?? '')}`, count: 1 }])
      for (const word of words)
        expect((await a.search({ q: `"${word}"`, limit: 5 })).total).toBe(word === kept ? 1 : 0)
    })

    test('see what the other saved at once', async () => {
      const [a, b] = await openTwo()
      await a.addDocument(document)
      await saveRecord(b, document.id, recordOf({ lines: ['Thi đua'] }))
      expect((await a.search({ q: 'thi', limit: 5 })).total).toBe(1)
    })
  })
})
