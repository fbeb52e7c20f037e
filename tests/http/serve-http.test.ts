import { afterAll, beforeAll, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { serveHttp } from '../../src/http/serve-http.ts'
import { type Archive, openArchive } from './support/archive.ts'

let archive: Archive
beforeAll(async () => {
  archive = await openArchive()
})
afterAll(() => archive.remove())

it('listens, answers over the network, uploads, and closes while a browser keeps its connection', async () => {
  const server = await serveHttp({ app: archive.app, host: '127.0.0.1', port: 0 })
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d{2,5}$/)
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  const form = new FormData()
  form.append('file', new File(['nội dung'], 'báo cáo.txt'))
  const response = await fetch(`${server.address}/api/documents`, { method: 'POST', body: form })
  expect(response.status).toBe(201)
  const { ids } = (await response.json()) as { ids: string[] }
  const original = await fetch(`${server.address}/api/documents/${ids[0]}/original`)
  expect(original.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''b%C3%A1o%20c%C3%A1o.txt`,
  )
  expect(await original.text()).toBe('nội dung')
  await server.close()
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow()
})

it('names the port that is in use, and what to do', async () => {
  const { app } = archive
  const first = await serveHttp({ app, host: '127.0.0.1', port: 0 })
  const port = Number(new URL(first.address).port)
  const second = serveHttp({ app, host: '127.0.0.1', port })
  await expect(second).rejects.toThrow(UserError)
  await expect(second).rejects.toThrow(new RegExp(`Port ${port} .* already in use.*VANTHU_PORT`))
  await first.close()
})

it('names a host that is not of this machine', async () => {
  const elsewhere = serveHttp({ app: archive.app, host: '192.0.2.1', port: 0 })
  await expect(elsewhere).rejects.toThrow(/192\.0\.2\.1 .*VANTHU_HOST/)
})
