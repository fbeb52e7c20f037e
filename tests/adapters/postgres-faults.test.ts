// What a PostgreSQL store does while its server is busy, cuts connections, or is down.
import { describe, expect, test } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { TransientError, UserError } from '../../src/errors.ts'
import { begin } from '../support/attempts.ts'
import { hasPostgres } from '../support/postgres.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { thrownBy, usePostgres } from '../support/use-postgres.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'
const document = { id: idOf('a'), source: { name: 'a.txt' }, bytes: 1, receivedAt }

describe.skipIf(!hasPostgres())('the surroundings of a PostgreSQL store', () => {
  const { server, ask, reconnect, freshSchema, open } = usePostgres()

  test('a row that another holds is a matter of time, not a fault', async () => {
    const { schema, url } = freshSchema()
    const store = await open(`${url}&lock_timeout=300`)
    await store.addDocument(document)
    await ask('BEGIN')
    await ask(`SELECT FROM ${schema}.document FOR UPDATE`)
    expect(await thrownBy(begin(store, document.id))).toBeInstanceOf(TransientError)
    await ask('COMMIT')
    expect(await begin(store, document.id)).toMatchObject({ attempts: 1 })
  })

  test('a statement that takes too long is ended and tried again later', async () => {
    const { schema, url } = freshSchema()
    const store = await open(`${url}&statement_timeout=300`)
    await store.addDocument(document)
    const attempt = await begin(store, document.id)
    await ask('BEGIN')
    await ask(`LOCK TABLE ${schema}.record`)
    const saving = store.saveRecord(attempt, recordOf({ lines: ['Thi đua'] }))
    expect(await thrownBy(saving)).toBeInstanceOf(TransientError)
    await ask('COMMIT')
    expect(await store.getDocument(document.id)).toMatchObject({ state: 'pending' })
    await store.saveRecord(attempt, recordOf({ lines: ['Thi đua'] }))
  })

  test('connections that are ended, idle or at work, are replaced', async () => {
    const { schema, url } = freshSchema()
    const store = await open(`${url}&application_name=${schema}`)
    await store.addDocument(document)
    const endAll = () =>
      ask(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${schema}'`,
      )
    await endAll()
    // The driver may hear of it with the next statement, or before.
    await thrownBy(store.getDocument(document.id))
    const attempt = await begin(store, document.id)
    expect(attempt).toMatchObject({ attempts: 1 })

    await ask('BEGIN')
    await ask(`SELECT FROM ${schema}.document FOR UPDATE`)
    const saving = thrownBy(store.saveRecord(attempt, recordOf({ lines: ['Thi đua'] })))
    await untilWaiting(schema)
    await endAll()
    expect(await saving).toBeInstanceOf(TransientError)
    await ask('COMMIT')
    expect(await store.getRecord(document.id)).toBeNull()
    await store.saveRecord(attempt, recordOf({ lines: ['Thi đua'] }))
    expect((await store.search({ q: 'thi', limit: 5 })).total).toBe(1)
  })

  test('a server that goes down in the middle of work and comes back', async ({ skip }) => {
    if (!server().isOwn) skip('only a server of our own can be restarted')
    const { schema, url } = freshSchema()
    const store = await open(`${url}&application_name=${schema}`)
    await store.addDocument(document)
    const attempt = await begin(store, document.id)
    await ask('BEGIN')
    await ask(`SELECT FROM ${schema}.document FOR UPDATE`)
    const record = recordOf({ lines: ['Thi đua'] })
    const saving = thrownBy(store.saveRecord(attempt, record))
    await untilWaiting(schema)
    await server().restart(async () => {
      expect(await saving).toBeInstanceOf(TransientError)
      for (const work of [
        () => store.getDocument(document.id),
        () => store.addDocument(document),
        () => store.saveRecord(attempt, record),
        () => store.search({ q: 'thi', limit: 5 }),
      ])
        expect(await thrownBy(work())).toBeInstanceOf(TransientError)
      expect(await thrownBy(openPostgresStore(url))).toBeInstanceOf(UserError)
    })
    await reconnect()
    expect(await store.getDocument(document.id)).toMatchObject({ state: 'pending', attempts: 1 })
    await store.saveRecord(attempt, record)
    expect((await store.search({ q: 'thi', limit: 5 })).total).toBe(1)
  })

  /** Resolves when a statement of this application waits for a lock. */
  async function untilWaiting(application: string): Promise<void> {
    for (;;) {
      const waiting = await ask(
        `SELECT FROM pg_stat_activity WHERE application_name = '${application}' AND wait_event_type = 'Lock'`,
      )
      if (waiting.length > 0) return
    }
  }
})
