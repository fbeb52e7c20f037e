// A whole vanthu with something in every corner: samples that were read, one in an archive of files, a file that could not be read,
// a correction, a crawl source, a document that was forgotten. For tests that ask for everything.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { App } from '../../../src/app/app.ts'
import { loadConfig } from '../../../src/config.ts'
import { createApp } from '../../../src/create-app.ts'
import { createHttp } from '../../../src/http/create-http.ts'
import { samplePath } from '../../e2e/browser/site.ts'
import { openSite, type Site } from '../../support/site/site.ts'

const samples = [
  'pdf-chi-thi-ky-thi.pdf',
  'html-hoi-nghi-so-ket.html',
  'docx-ke-hoach-chuyen-doi-so.docx',
  'txt-trang-bay-nhiem-vu.txt',
  'zip-han-man-ben-tre.zip',
]

export type FilledSite = {
  app: App
  http: Hono
  /** A document that was read, with directives, citations and a page that can be drawn. */
  id: string
  /** One that could not be read. */
  failedId: string
  forgottenId: string
  sourceId: string
  savedId: string
  /** Slug of somebody who is named in a document. */
  person: string
  /** The site that the source crawls. */
  site: Site
  /** Bugs that were logged so far. */
  bugs: Error[]
  /** A correction to a document, as it is sent. */
  correction: object
  close(): Promise<void>
}

/** Opens one; `environment` chooses the store. */
export async function openFilledSite(
  environment: Record<string, string> = {},
): Promise<FilledSite> {
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-filled-'))
  const config = loadConfig({
    environment: { VANTHU_LOG_LEVEL: 'silent', ...environment },
    folder,
  })
  const app = await createApp(config)
  app.startWorkers(['parse', 'extract'])
  const ingest = async (name: string, bytes: Buffer) => (await app.ingest({ name, bytes })).id
  const ids: string[] = []
  for (const name of samples) ids.push(await ingest(name, await readFile(samplePath(name))))
  const failedId = await ingest('rỗng.txt', Buffer.from('  \n'))
  const forgottenId = await ingest('quên.txt', Buffer.from('Sẽ được quên.'))
  await app.idle()
  await app.forget({ id: forgottenId, withMembers: false })
  const id = ids[0] ?? ''
  const correction = { item: 'field', action: 'confirm', target: 'title', who: 'Lan' }
  await app.correct(id, correction)
  const site = await openSite()
  const source = await app.addSource({
    url: `${site.origin}/`,
    name: 'Sở Giáo dục',
    allowHosts: ['127.0.0.1'],
    delaySeconds: 0,
    maxPages: 5,
  })
  const { saved } = await app.saved.add({ name: 'Trường', query: { q: 'truong' }, who: 'Lan' })
  const [person] = await app.facts.topKeys('officials', 1)
  const bugs: Error[] = []
  const http = createHttp(app, { onBug: (error) => bugs.push(error), maxUploadBytes: 1024 ** 2 })
  return {
    app,
    http,
    id,
    failedId,
    forgottenId,
    sourceId: source.id,
    savedId: saved.id,
    person: person?.key ?? '',
    site,
    bugs,
    correction,
    async close() {
      await app.close()
      await site.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
