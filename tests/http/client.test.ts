// The typed client and the example in examples/, against a real server.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiError, createClient } from '../../examples/client.ts'
import { clientText, type Description } from '../../examples/write-client.ts'
import { type Site, startSite } from '../e2e/browser/site.ts'

const examples = join(import.meta.dirname, '../../examples')
const conclusion = `UBND TỈNH ĐIỆN BIÊN
SỞ GIÁO DỤC VÀ ĐÀO TẠO
Số: 118/TB-SGDĐT
Điện Biên, ngày 21 tháng 3 năm 2023
THÔNG BÁO
Kết luận hội nghị sơ kết chuyển đổi số trường học tỉnh Điện Biên
Chiều 21/3, ông Đinh Văn Mận, Phó Giám đốc Sở Giáo dục và Đào tạo tỉnh Điện Biên, chủ trì hội nghị.
Đến nay, 312/416 trường của tỉnh Điện Biên, đạt 75%, đã có học bạ số.
Kết luận hội nghị, ông Đinh Văn Mận yêu cầu:
1. Các phòng giáo dục của tỉnh Điện Biên hoàn thành học bạ số trước ngày 30/6/2023.
`

let site: Site
beforeAll(async () => {
  site = await startSite(['txt-trang-bay-nhiem-vu.txt', 'pdf-chi-thi-ky-thi.pdf'], {
    'dien-bien.txt': conclusion,
  })
})
afterAll(() => site?.close())

test('client.ts is what the generator writes now (npm run client)', async () => {
  const description = await (await fetch(`${site.address}/api/openapi.json`)).json()
  const written = readFileSync(join(examples, 'client.ts'), 'utf8')
  expect(clientText(description as Description) === written).toBe(true)
})

test('the example tells what Điện Biên was told to do, by whom, and the share', async () => {
  const program = join(examples, 'ask-dien-bien.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, site.address])
  const id = site.idOf('dien-bien.txt')
  expect(stdout).toContain('hoàn thành học bạ số trước ngày 30/6/2023')
  expect(stdout).toContain('by Đinh Văn Mận')
  expect(stdout).toContain('until 2023-06-30')
  expect(stdout).toMatch(/- 75 % of .*\(its ratio agrees\)/)
  expect(stdout).toContain(`${site.address}/d/${id}#a=`)
})

test('its errors name status, code and sentence', async () => {
  const archive = createClient({ url: site.address })
  const failure = await archive
    .ask('GET /api/documents/{id}', { path: { id: '0'.repeat(64) } })
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ApiError)
  expect(failure).toMatchObject({ status: 404, code: 'not-found', retryAfter: null })
  expect((failure as ApiError).message).toContain('There is no document')
})

test('pages lead through everything, once', async () => {
  const archive = createClient({ url: site.address })
  const links: string[] = []
  let pages = 0
  for await (const { facts } of archive.pages('GET /api/facts/dates', { query: { limit: 2 } })) {
    pages++
    links.push(...facts.map(({ link, kind }) => `${link} ${kind}`))
  }
  const { facts } = await archive.ask('GET /api/facts/dates', { query: { limit: 200 } })
  expect(links).toEqual(facts.map(({ link, kind }) => `${link} ${kind}`))
  expect(pages).toBeGreaterThan(2)
})

test('files go up and come down as they are', async () => {
  const archive = createClient({ url: site.address })
  const body = new FormData()
  body.append('file', new File(['{"số": 1}'], 'a.json', { type: 'application/json' }))
  const { ids } = await archive.ask('POST /api/documents', { body })
  const original = await archive.ask('GET /api/documents/{id}/original', {
    path: { id: ids[0] ?? '' },
  })
  expect(await original.text()).toBe('{"số": 1}')
})
