import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { openPostgresQueue } from '../../src/adapters/queues/postgres-queue.ts'
import { runQueueContract } from '../contracts/queue.case.ts'
import { hasPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts'

describe.runIf(hasPostgres())('queue on PostgreSQL', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  runQueueContract({
    name: 'queue on PostgreSQL',
    async create() {
      const name = `queue_${randomUUID().replaceAll('-', '')}`
      const client = new Client(postgres.url)
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      const url = new URL(postgres.url)
      url.pathname = `/${name}`
      return openPostgresQueue(url.href, () => {})
    },
  })
})
