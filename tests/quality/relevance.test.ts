// Sixty questions over real texts, with the first answers that somebody who read the texts expects, on both databases.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import type { App } from '../../src/app/app.ts'
import { loadConfig } from '../../src/config.ts'
import { createApp } from '../../src/create-app.ts'
import type { VanthuRecord } from '../../src/model.ts'
import type { Store } from '../../src/ports/store.ts'
import { hasPostgres } from '../support/postgres.ts'
import { fillWith, hasTexts, readQuestions, readTexts } from '../support/relevance.ts'
import { usePostgres } from '../support/use-postgres.ts'

const setUpMs = 240_000

if (!hasTexts)
  console.warn('\n*** RELEVANCE SKIPPED: the texts of the shared folder are not there. ***\n')

describe.skipIf(!hasTexts)('first answers', () => {
  let records: VanthuRecord[]
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vanthu-relevance-'))
    records = await readTexts()
  }, setUpMs)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  describe('SQLite', () => {
    askAll(async () => {
      const url = `sqlite:${join(folder, 'vanthu.db')}`
      return { url, store: openSqliteStore(url.slice('sqlite:'.length)) }
    })
  })

  describe.skipIf(!hasPostgres())('PostgreSQL', () => {
    const postgres = usePostgres()
    askAll(async () => {
      const { url } = postgres.freshSchema()
      return { url, store: await openPostgresStore(url) }
    })
  })

  function askAll(open: () => Promise<{ url: string; store: Store }>): void {
    let app: App
    beforeAll(async () => {
      const { url, store } = await open()
      await fillWith(store, records)
      await store.close()
      const environment = { VANTHU_STORE_URL: url, VANTHU_LOG_LEVEL: 'silent' }
      app = await createApp(loadConfig({ environment, folder }))
      return () => app.close()
    }, setUpMs)

    test.each(readQuestions())('$kind: $query', async ({ kind, query, expected }) => {
      const typed = await app.search({ q: query, limit: 5 })
      // Mistyped words lead to an answer by the query that is suggested.
      const found =
        kind === 'misspelt' ? await app.search({ q: typed.suggestion ?? '', limit: 5 }) : typed
      const names = found.hits.map(({ name }) => name.replace(/\.txt$/, ''))
      expect(names.slice(0, expected.length).sort()).toEqual([...expected].sort())
    })
  }
})
