// A whole vanthu for the browser: server, workers, store and blobs in a folder, with some of the samples read in.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../../src/app/app.ts'
import { loadConfig } from '../../../src/config.ts'
import { createApp } from '../../../src/create-app.ts'
import { serveHttp } from '../../../src/http/serve-http.ts'

const samples = join(import.meta.dirname, '../../../samples')

export type Site = {
  app: App
  address: string
  /** Ids by file name, such as "pdf-chi-thi-ky-thi.pdf". */
  ids: ReadonlyMap<string, string>
  /** The id of a file that was read in; throws where there is none. */
  idOf(name: string): string
  close(): Promise<void>
}

/** The path of a sample's file, "pdf-chi-thi-ky-thi.pdf" → ".../pdf-chi-thi-ky-thi/source.pdf". */
export function samplePath(name: string): string {
  const dot = name.lastIndexOf('.')
  return join(samples, name.slice(0, dot), `source${name.slice(dot)}`)
}

/** Starts one with these samples and files; it is there when all are read. Where there are accounts, people log in. */
export async function startSite(
  names: readonly string[],
  files: Readonly<Record<string, string>> = {},
  accounts: ReadonlyArray<{ name: string; role: string; password: string }> = [],
): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-browser-'))
  const config = loadConfig({
    environment: {
      VANTHU_LOG_LEVEL: 'silent',
      VANTHU_ACCOUNTS: accounts.length > 0 ? 'on' : 'auto',
    },
    folder,
  })
  const app = await createApp(config)
  app.startWorkers()
  const ids = new Map<string, string>()
  for (const name of names) {
    const bytes = await readFile(samplePath(name))
    ids.set(name, (await app.ingest({ name, bytes })).id)
  }
  for (const [name, text] of Object.entries(files))
    ids.set(name, (await app.ingest({ name, bytes: Buffer.from(text) })).id)
  for (const account of accounts)
    await app.accounts.add({ who: 'test', way: 'cli', address: null }, account)
  await app.idle()
  const server = await serveHttp({ app, host: '127.0.0.1', port: 0 })
  return {
    app,
    address: server.address,
    ids,
    idOf(name) {
      const id = ids.get(name)
      if (!id) throw new Error(`${name} was not read in.`)
      return id
    },
    async close() {
      await server.close()
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
