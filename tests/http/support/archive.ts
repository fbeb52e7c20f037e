// The real application over an archive in a temporary folder, without workers: tests put in the records themselves,
// by a second hand on the same database, so that pages are tested on texts that no extractor can change.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import type { App } from '../../../src/app/app.ts'
import { sha256Of } from '../../../src/app/ingest.ts'
import { loadConfig } from '../../../src/config.ts'
import { createApp } from '../../../src/create-app.ts'
import type { VanthuRecord } from '../../../src/model.ts'
import { begin, markFailed, saveRecord } from '../../support/attempts.ts'

export type Archive = {
  app: App
  /** Adds a document with its record; the text is its original. Gives the id. */
  add(record: VanthuRecord): Promise<string>
  /** Adds a document that could not be read. */
  addFailed(name: string, error: { code: string; message: string }): Promise<string>
  /** Begins the next job of a document as a process that dies each time, but for the last one, which is under way. */
  startAttempts(id: string, times: number): Promise<void>
  /** Says of two documents that one came in the other. */
  putInside(containerId: string, record: VanthuRecord): Promise<string>
  remove(): Promise<void>
}

/** Opens an empty archive. */
export async function openArchive(): Promise<Archive> {
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-http-'))
  const database = join(folder, 'vanthu.db')
  const config = loadConfig({
    environment: { VANTHU_STORE_URL: `sqlite:${database}`, VANTHU_LOG_LEVEL: 'silent' },
    folder,
  })
  const app = await createApp(config)
  const store = openSqliteStore(database)
  return {
    app,
    async add(record) {
      const bytes = Buffer.from(record.text)
      const { id } = await app.ingest({ name: record.source.name, bytes })
      await saveRecord(store, id, record)
      return id
    },
    async addFailed(name, error) {
      const { id } = await app.ingest({ name, bytes: Buffer.from(`unreadable ${name}`) })
      await markFailed(store, id, error)
      return id
    },
    async startAttempts(id, times) {
      for (let time = 1; time <= times; time++) await begin(store, id, time < times ? -1 : 60_000)
    },
    async putInside(containerId, record) {
      const bytes = Buffer.from(record.text)
      const id = sha256Of(bytes)
      await store.addDocument({
        id,
        source: { name: record.source.name },
        bytes: bytes.length,
        receivedAt: '2026-03-01T08:00:00.000Z',
        container: { id: containerId, types: ['application/zip'] },
      })
      await saveRecord(store, id, record)
      return id
    },
    async remove() {
      // One of them may be closed already: tests close an application to see what its pages say then.
      await Promise.allSettled([store.close(), app.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
