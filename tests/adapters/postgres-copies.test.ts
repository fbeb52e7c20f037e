// The contract of copies on a PostgreSQL server, and what two processes do to families at once.
import { describe, expect, test } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { runCopiesContract } from '../contracts/copies.case.ts'
import { begin, saveRecord } from '../support/attempts.ts'
import { article, form } from '../support/near-texts.ts'
import { hasPostgres } from '../support/postgres.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { usePostgres } from '../support/use-postgres.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema, open } = usePostgres()

  runCopiesContract({
    name: 'PostgreSQL',
    create: () => openPostgresStore(freshSchema().url),
    runs: 4,
  })

  test('pairs that two processes save, part and forget at once find each other', async () => {
    const { url } = freshSchema()
    const [one, other] = [await open(url), await open(url)]
    const storeOf = (n: number) => (n % 2 ? one : other)
    const ids = Array.from({ length: 24 }, (_, n) => idOf(`tin ${n}`))
    const lines = (pair: number) => [
      ...article,
      ...Array.from({ length: 30 }, (_, i) => `Trường thứ ${1_000 * (pair + 1) + 17 * i}`),
    ]
    const counts = () => Promise.all(ids.map(async (id) => (await one.copiesOf(id, 1)).count))
    for (const [n, id] of ids.entries())
      await one.addDocument({ id, bytes: 1, source: { name: `tin ${n}` }, receivedAt })
    const first = await Promise.all(ids.map((id) => begin(one, id)))
    await Promise.all(
      first.map((attempt, n) => storeOf(n).saveRecord(attempt, recordOf({ lines: lines(n >> 1) }))),
    )
    expect(await counts()).toEqual(ids.map(() => 1))
    const second = await Promise.all(ids.slice(1).map((id) => begin(one, id)))
    await Promise.all([
      ...second.map((attempt, i) =>
        storeOf(i).saveRecord(attempt, recordOf({ lines: lines((i + 2) >> 1) })),
      ),
      other.forget(ids.slice(0, 1), receivedAt),
      ...ids
        .slice(4, 8)
        .map((id) => one.addDocument({ id, bytes: 1, source: { name: 'chung' }, receivedAt })),
    ])
    // Those of one place are versions of each other now.
    expect(await counts()).toEqual(
      ids.map((_, n) => (n === 0 || n === 23 ? 0 : n > 2 && n < 9 ? 5 : 1)),
    )
  })

  test('one among hundreds that share much of their text is found', async () => {
    const store = await open(freshSchema().url)
    const put = async (name: string, n: number) => {
      const values = [10_000, 20_000, 30_000, 40_000].map((from) => String(from + n))
      const lines = [
        ...form('bà Hà Thị Xuân', values),
        ...article.map((line) => line.replace(/\d/g, '')),
      ]
      const id = idOf(name)
      await store.addDocument({ id, bytes: 1, source: { name }, receivedAt })
      await saveRecord(store, id, recordOf({ lines }))
      return (await store.copiesOf(id, 5)).copies.map((copy) => copy.name)
    }
    for (let n = 0; n < 230; n++) expect(await put(`phiếu ${n}`, n)).toEqual([])
    for (const n of [0, 99, 100, 229]) expect(await put(`sao ${n}`, n)).toEqual([`phiếu ${n}`])
  })
})
