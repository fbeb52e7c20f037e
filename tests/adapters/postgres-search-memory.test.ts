// What PostgreSQL's snapshots are for: transactions do not end in the order in which they began.
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import type { Store } from '../../src/ports/store.ts'
import { runSearchMemoryContract } from '../contracts/search-memory.case.ts'
import { saveRecord } from '../support/attempts.ts'
import { hasPostgres } from '../support/postgres.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { usePostgres } from '../support/use-postgres.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const postgres = usePostgres()
  runSearchMemoryContract(async () => {
    const { url } = postgres.freshSchema()
    return { store: await openPostgresStore(url), openAgain: () => openPostgresStore(url) }
  })

  /** A store of three records, and a connection beside it. */
  async function opened(): Promise<{ store: Store; beside: Client }> {
    const { url, schema } = postgres.freshSchema()
    const store = await postgres.open(url)
    for (const name of ['a', 'b', 'c']) {
      await store.addDocument({ id: idOf(name), source: { name }, bytes: 1, receivedAt })
      await saveRecord(store, idOf(name), recordOf({ lines: ['title: Trồng rừng'] }))
    }
    const beside = new Client({ connectionString: url, options: `-c search_path=${schema}` })
    await beside.connect()
    onTestFinished(() => beside.end())
    return { store, beside }
  }
  const yearsIn = async (store: Store) =>
    (await store.search({ q: 'rung', limit: 5 })).facets.year.map(({ value }) => value).sort()
  const yearOf = (name: string, year: string) =>
    `UPDATE record_index SET facets = facets || '{year:${year}}' WHERE id = '${idOf(name)}'`

  test('what was under way when something later was seen is seen when it ends', async () => {
    const { store, beside } = await opened()
    expect(await yearsIn(store)).toEqual([])
    await beside.query('BEGIN')
    await beside.query(yearOf('a', '2020'))
    // Later, and seen first.
    await saveRecord(store, idOf('b'), recordOf({ lines: ['Rừng'], publishedAt: '2021-05-06' }))
    expect(await yearsIn(store)).toEqual(['2021'])
    await beside.query('COMMIT')
    expect(await yearsIn(store)).toEqual(['2020', '2021'])
  })

  test('what was taken back is never seen', async () => {
    const { store, beside } = await opened()
    await beside.query('BEGIN')
    await beside.query(yearOf('a', '2020'))
    expect(await yearsIn(store)).toEqual([])
    await beside.query('ROLLBACK')
    await beside.query(yearOf('b', '2021'))
    expect(await yearsIn(store)).toEqual(['2021'])
  })

  test('rows whose transactions had higher numbers, in a copy of another server, are found, and what changes of them', async () => {
    const { store, beside } = await opened()
    await beside.query('ALTER TABLE record_index DISABLE TRIGGER record_index_written')
    await beside.query(`UPDATE record_index SET written = '900000000'`)
    await beside.query('ALTER TABLE record_index ENABLE TRIGGER record_index_written')
    expect(await yearsIn(store)).toEqual([])
    await beside.query(yearOf('c', '2022'))
    expect(await yearsIn(store)).toEqual(['2022'])
  })

  test('records that are read again take no further numbers', async () => {
    const { store, beside } = await opened()
    for (let times = 0; times < 5; times++)
      await saveRecord(store, idOf('a'), recordOf({ lines: ['Trồng rừng'] }))
    await store.addDocument({ id: idOf('d'), source: { name: 'd' }, bytes: 1, receivedAt })
    await saveRecord(store, idOf('d'), recordOf({ lines: ['Trồng rừng'] }))
    const { rows } = await beside.query('SELECT max(number)::int AS last FROM record')
    expect(rows).toEqual([{ last: 4 }])
  })

  test('an emptied index is found empty', async () => {
    const { store } = await opened()
    expect((await store.search({ q: 'rung', limit: 5 })).total).toBe(3)
    await store.emptyIndex()
    expect((await store.search({ q: 'rung', limit: 5 })).total).toBe(0)
  })

  test('a search that begins while another looks does not make do with what that one sees', async () => {
    const { store, beside } = await opened()
    expect(await yearsIn(store)).toEqual([])
    // The look takes a while from the moment on at which it sees.
    await beside.query(`ALTER TABLE index_removed RENAME TO removed_rows;
      INSERT INTO removed_rows (record, written) VALUES (99, '1');
      CREATE VIEW index_removed AS SELECT record, written, at, pg_sleep(1)::text FROM removed_rows OFFSET 0`)
    const first = yearsIn(store)
    await wait(300)
    await beside.query(yearOf('a', '2020'))
    const second = yearsIn(store)
    expect([await first, await second]).toEqual([[], ['2020']])
  })

  test('many searches at once see what was written before each', async () => {
    const { store, beside } = await opened()
    const searches: Array<Promise<boolean>> = []
    for (let year = 2000; year < 2020; year++) {
      await beside.query(yearOf('a', String(year)))
      searches.push(yearsIn(store).then((years) => years.includes(String(year))))
    }
    const seen = await Promise.all(searches)
    expect(seen).toEqual(seen.map(() => true))
  })
})
