// How uploads are followed: the list of files, and the stream of events behind it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { createHttp } from '../../src/http/create-http.ts'
import type { Store } from '../../src/ports/store.ts'
import { markFailed, saveRecord } from '../support/attempts.ts'
import { type Archive, openArchive } from './support/archive.ts'
import { recordOf, sha256 } from './support/records.ts'

let archive: Archive
let http: ReturnType<typeof createHttp>
let store: Store
const ending = new AbortController()
beforeAll(async () => {
  archive = await openArchive()
  http = createHttp(archive.app, { ending: ending.signal })
  store = openSqliteStore(archive.app.config.storeUrl.replace('sqlite:', ''))
})
afterAll(async () => {
  await store.close()
  await archive.remove()
})
const ingest = async (name: string) =>
  (await archive.app.ingest({ name, bytes: Buffer.from(name) })).id

/** The events of a stream as [name, data], until it ends. */
async function* eventsOf(path: string): AsyncGenerator<[event: string, data: string]> {
  const answer = await http.request(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  let rest = ''
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = (rest + chunk).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const lines = event.split('\n')
      const valuesOf = (field: string) =>
        lines.flatMap((line) =>
          line.startsWith(`${field}: `) ? [line.slice(field.length + 2)] : [],
        )
      yield [valuesOf('event')[0] ?? '', valuesOf('data').join('\n')]
    }
  }
}

describe('the stream', () => {
  it('tells every change once, failures with what to do, and ends when all is done', async () => {
    const [good, bad] = [await ingest('<b>một.txt'), await ingest('hai.txt')]
    const told: string[] = []
    for await (const [event, data] of eventsOf(`/upload/progress?ids=${good},${bad}`)) {
      told.push(
        event === 'file' ? (/class="state">([^<]+)</.exec(data)?.[1] ?? data) : data || event,
      )
      if (event === 'file') expect(data).not.toContain('<b>')
      if (told.length === 3) {
        // Long enough for a look at which nothing has changed.
        await new Promise((resolve) => setTimeout(resolve, 1500))
        await saveRecord(store, good, recordOf('<b>một.txt', [['title', 'Một']]))
        await markFailed(store, bad, { code: 'corrupt', message: 'Hỏng <i>.' })
      }
      if (data.includes('corrupt')) expect(data).toMatch(/xin lại bản gốc.*Hỏng &lt;i&gt;\./s)
    }
    expect(told).toEqual([
      'chờ đọc',
      'chờ đọc',
      'Đã xong 0 trên 2 tệp.',
      'đã đọc xong',
      'không đọc được',
      'Đã xong 2 trên 2 tệp. 1 tệp không đọc được.',
      'done',
    ])
  })

  it('ends at once where all was done before, or nothing is there', async () => {
    const known = await ingest('ba.txt')
    await saveRecord(store, known, recordOf('ba.txt', [['title', 'Ba']]))
    for (const ids of [`${known}&known=${known}`, sha256('không có')]) {
      const events: string[] = []
      for await (const [event, data] of eventsOf(`/upload/progress?ids=${ids}`)) {
        events.push(event)
        if (event === 'file') expect(data).toContain('đã có trong kho')
      }
      expect(events.at(-1)).toBe('done')
    }
  })

  it.each([
    '',
    '?ids=',
    '?ids=x',
    `?ids=${'0'.repeat(64)}&known=x`,
    `?ids=${'0'.repeat(64)},`,
    `?ids=${Array.from({ length: 101 }, (_, i) => sha256(`${i}`)).join(',')}`,
  ])('refuses %.40s', async (query) => {
    for (const path of ['/upload/progress', '/upload/files']) {
      const answer = await http.request(path + query)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('up to 100 documents')
    }
  })

  it('does not hold up the end of the server', async () => {
    const id = await ingest('mãi.txt')
    const events: string[] = []
    for await (const [event] of eventsOf(`/upload/progress?ids=${id}`)) {
      events.push(event)
      ending.abort()
    }
    expect(events).toEqual(['file', 'summary'])
  })
})

it('the list loads itself again without scripts while something waits, and names what is followed', async () => {
  const id = await ingest('bốn.txt')
  const body = await (await http.request(`/upload/files?ids=${id}&known=${id}`)).text()
  for (const part of [
    '<noscript><meta http-equiv="refresh" content="4"></noscript>',
    `data-follow="/upload/progress?ids=${id}&amp;known=${id}"`,
    'Đã xong 0 trên 1 tệp.',
    'đã có trong kho',
  ])
    expect(body).toContain(part)
  await markFailed(store, id, { code: 'empty', message: 'Rỗng.' })
  const later = await (await http.request(`/upload/files?ids=${id}`)).text()
  expect(later).not.toContain('http-equiv="refresh"')
  expect(later).not.toContain('data-follow')
  expect(later).toContain('chép lại từ nơi gửi')
})
