// An application over a real archive (SQLite, folder of blobs, dictionaries) in a temporary folder, without workers:
// tests put in the records themselves, so that pages are tested on texts that no extractor can change.
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFolderBlobs } from '../../../src/adapters/folder-blobs.ts'
import { openSqliteStore } from '../../../src/adapters/sqlite-store.ts'
import type { App } from '../../../src/app/app.ts'
import { loadConfig } from '../../../src/config.ts'
import { BadDocumentError } from '../../../src/errors.ts'
import { loadLexicon } from '../../../src/lexicon/load.ts'
import type { VanthuRecord } from '../../../src/model.ts'

export type Archive = {
  app: App
  /** Adds a document with its record; the text is its original. Gives the id. */
  add(record: VanthuRecord): Promise<string>
  /** Adds a document that could not be read. */
  addFailed(name: string, error: { code: string; message: string }): Promise<string>
  remove(): Promise<void>
}

/** Opens an empty archive. */
export async function openArchive(): Promise<Archive> {
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-http-'))
  const store = openSqliteStore(join(folder, 'vanthu.sqlite'))
  const blobs = await openFolderBlobs(join(folder, 'blobs'))
  const ingest = async (name: string, bytes: Uint8Array) => {
    if (bytes.length === 0)
      throw new BadDocumentError('empty', `The file ${name} is empty: send it again.`)
    const { id } = await blobs.put(bytes)
    const receivedAt = '2026-01-05T02:03:04Z'
    const { isNew } = await store.addDocument({ id, name, bytes: bytes.length, receivedAt })
    return { id, isNew }
  }
  const app: App = {
    config: loadConfig({ environment: {}, folder }),
    lexicon: loadLexicon(),
    ingest: async ({ name, bytes }) => {
      if (!(bytes instanceof Uint8Array)) throw new Error('These tests send whole files.')
      return ingest(name, bytes)
    },
    startWorkers: () => {},
    recover: async () => 0,
    idle: async () => {},
    search: (query) => store.search(query),
    document: async (id) => {
      const row = await store.getDocument(id)
      return row && { row, names: await store.namesOf(id), record: await store.getRecord(id) }
    },
    original: async (id) => {
      const row = await store.getDocument(id)
      if (!row) return null
      const mediaType = row.mediaType ?? 'application/octet-stream'
      return { name: row.name, mediaType, bytes: await blobs.get(id) }
    },
    status: async () => ({
      counts: await store.countStates(),
      waiting: (await store.pending(1000)).length,
      failures: (await store.failures(1000)).map(({ id, name, error }) => ({
        id,
        name,
        code: error?.code ?? 'bug',
        message: error?.message ?? '',
      })),
    }),
    readRecord: async ({ name }) => {
      throw new BadDocumentError('unsupported', `These tests read no files, so not ${name}.`)
    },
    close: async () => {
      await store.close()
      await blobs.close()
    },
  }
  return {
    app,
    async add(record) {
      const { id } = await ingest(record.source.name, Buffer.from(record.text))
      await store.saveRecord(id, record)
      return id
    },
    async addFailed(name, error) {
      const { id } = await ingest(name, createHash('sha256').update(name).digest())
      await store.markFailed(id, error)
      return id
    },
    async remove() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
