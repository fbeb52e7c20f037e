// Webhooks end to end: a real server that checks signatures, tries that fail, a process that is killed between two of them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { post } from '../../../src/crawl/post.ts'
import { recordOf } from '../../support/record-of.ts'
import { openReceiver, openSavedArchive, secret } from './support.ts'

const record = (line: string) => recordOf({ lines: [`title: ${line}`, 'Ông Lò Văn Thử dự.'] })
const meeting = record('Hội nghị giao ban')
const notice = record('Thông báo nghỉ lễ')

async function open(query = { q: 'hoi nghi' }) {
  const [archive, receiver] = [await openSavedArchive(), await openReceiver()]
  const save = (name = 'Giao ban') =>
    archive.app.saved.add({ name, query, webhook: { url: receiver.url, secret } })
  const state = async (id: string) => (await archive.app.saved.get(id))?.deliveries ?? []
  return { ...archive, receiver, save, state }
}

test('what is new and matches is told once, signed; what matched before, and what does not, never', async () => {
  const { app, add, receiver, save, state } = await open()
  const before = await add(record('Hội nghị năm ngoái'))
  const { saved } = await save()
  const id = await add(meeting)
  await add(notice)
  await app.saved.run()
  expect(receiver.received).toMatchObject([
    {
      isSigned: true,
      body: {
        type: 'search.matched',
        search: { id: saved.id, name: 'Giao ban', query: { q: 'hoi nghi' } },
        documents: [{ id, title: 'Hội nghị giao ban', url: `http://127.0.0.1:4280/d/${id}` }],
      },
    },
  ])
  // Read again, all of them: nothing is new.
  for (const one of [record('Hội nghị năm ngoái'), meeting, notice]) await add(one)
  await app.saved.run()
  expect(receiver.received).toHaveLength(1)
  // A correction makes a document match.
  await app.correct(await add(notice), {
    ...{ item: 'field', action: 'correct', target: 'title', value: 'Hội nghị nghỉ lễ', who: 'Lan' },
  })
  await app.saved.run()
  expect(receiver.received.map(({ body }) => body.documents.length)).toEqual([1, 1])
  expect(receiver.received[1]?.body.documents[0]?.id).not.toBe(before)
  expect(await state(saved.id)).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }])
})

test('many at once are told in few messages, each document once', async () => {
  const { app, add, receiver, save } = await open()
  await save()
  const ids = []
  for (let n = 0; n < 105; n++) ids.push(await add(record(`Hội nghị lần ${n}`)))
  await Promise.all([app.saved.run(), app.saved.run()])
  const told = receiver.received.flatMap(({ body }) => body.documents.map(({ id }) => id))
  expect(told.sort()).toEqual(ids.sort())
  expect(receiver.received).toHaveLength(2)
})

test('after an error the same message comes again, with the same id, when its time has come', async () => {
  const { app, add, receiver, save, state, letTimePass } = await open()
  receiver.answers = [
    { status: 500 },
    { status: 302, headers: { location: '/there' } },
    { status: 200 },
  ]
  const { saved } = await save()
  await add(meeting)
  await app.saved.run()
  await app.saved.run()
  expect(receiver.received).toHaveLength(1)
  const [first] = await state(saved.id)
  expect(first).toMatchObject({
    state: 'waiting',
    tries: 1,
    status: 500,
    reason: 'It answers 500.',
  })
  const waitMs = Date.parse(first?.nextTryAt ?? '') - Date.parse(first?.lastTryAt ?? '')
  expect(Math.round(waitMs / 1000)).toBe(60)
  letTimePass()
  await app.saved.run()
  expect((await state(saved.id))[0]?.reason).toBe('It answers 302; redirects are not followed.')
  letTimePass()
  await app.saved.run()
  expect(await state(saved.id)).toMatchObject([{ state: 'delivered', tries: 3, reason: null }])
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1)
  expect(receiver.received.map(({ isSigned }) => isSigned)).toEqual([true, true, true])
})

test.each<[string, Array<{ status: number }>, number]>([
  ['always 500', [{ status: 500 }], 8],
  ['410: gone for good', [{ status: 410 }], 1],
])('it is given up in the end: %s', async (_, answers, tries) => {
  const { app, add, receiver, save, state, letTimePass } = await open()
  receiver.answers = answers
  const { saved } = await save()
  await add(meeting)
  for (let n = 0; n < 10; n++) {
    letTimePass()
    await app.saved.run()
  }
  expect(receiver.received).toHaveLength(tries)
  expect(await state(saved.id)).toMatchObject([{ state: 'failed', tries, nextTryAt: null }])
})

test('whoever asks to be left alone is left alone', async () => {
  const { app, add, receiver, save, state } = await open()
  receiver.answers = [{ status: 429, headers: { 'retry-after': '7200' } } as { status: number }]
  const { saved } = await save()
  await add(meeting)
  await app.saved.run()
  const [delivery] = await state(saved.id)
  const waitMs = Date.parse(delivery?.nextTryAt ?? '') - Date.parse(delivery?.lastTryAt ?? '')
  expect(Math.round(waitMs / 60_000)).toBe(120)
})

test('a process that is killed while it tells loses nothing: the next one sends the same message', async () => {
  const { app, add, receiver, save, state, folder, letTimePass } = await open()
  receiver.answers = [null]
  const { saved } = await save()
  await add(meeting)
  const script = join(import.meta.dirname, '../../support/saved-process.ts')
  const child = spawn(process.execPath, [script, folder], { stdio: 'inherit' })
  await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(1)
  child.kill('SIGKILL')
  await once(child, 'exit')
  receiver.answers = [{ status: 204 }]
  // Its lease still stands: it may be alive.
  await app.saved.run()
  expect(receiver.received).toHaveLength(1)
  expect(await state(saved.id)).toMatchObject([{ state: 'waiting', tries: 1 }])
  letTimePass()
  await app.saved.run()
  expect(receiver.received).toHaveLength(2)
  expect(receiver.received[1]).toEqual(receiver.received[0])
  expect(await state(saved.id)).toMatchObject([{ state: 'delivered', tries: 2 }])
})

test('nothing is told of what was forgotten, or to a search that was removed', async () => {
  const { app, add, receiver, save, letTimePass } = await open()
  receiver.answers = [{ status: 500 }]
  const { saved } = await save()
  const other = await save('Khác')
  const id = await add(meeting)
  await app.saved.run()
  expect(receiver.received).toHaveLength(2)
  await app.forget({ id })
  await app.saved.remove(other.saved.id)
  letTimePass()
  await app.saved.run()
  expect(receiver.received).toHaveLength(2)
  expect((await app.saved.get(saved.id))?.deliveries).toMatchObject([{ state: 'delivered' }])
})

test.each<[string, string, RegExp]>([
  ['this machine', 'http://127.0.0.1:9/hook', /no address of the public internet/],
  ['this machine by name', 'http://localhost:9/hook', /this machine/],
  ['another notation', 'http://0x7f000001/hook', /another notation/],
  ['a private network', 'https://10.0.0.1/hook', /no address of the public internet/],
  ['data of a cloud', 'http://169.254.169.254/latest', /no address of the public internet/],
  ['no web address', 'file:///etc/passwd', /Only http and https/],
  ['a password in it', 'https://u:p@example.vn/', /user name/],
  ['nothing', '', /Not an address/],
])('a webhook may not be at %s, unless the operator allows the host', async (_, url, reason) => {
  const { app } = await openSavedArchive({})
  const input = { name: 'a', query: {}, webhook: { url } }
  await expect(app.saved.add(input)).rejects.toThrow(reason)
  expect(await app.saved.list()).toEqual([])
})

test('a name that leads to a private address is refused when it is asked', async () => {
  const resolve = async () => [{ address: '192.168.1.5', family: 4 }]
  await expect(
    post('http://hook.example.vn/', { headers: {}, body: '{}', allowedHosts: [], resolve }),
  ).rejects.toThrow('192.168.1.5')
})

test('a host that is no longer allowed is told nothing, and the page says why', async () => {
  const receiver = await openReceiver()
  const { app, folder, add } = await openSavedArchive()
  const { saved } = await app.saved.add({ name: 'a', query: {}, webhook: { url: receiver.url } })
  await add(meeting)
  const { createApp } = await import('../../../src/create-app.ts')
  const { loadConfig } = await import('../../../src/config.ts')
  const strict = await createApp(
    loadConfig({ environment: { VANTHU_LOG_LEVEL: 'silent' }, folder }),
  )
  await strict.saved.run()
  expect(receiver.received).toEqual([])
  expect((await strict.saved.get(saved.id))?.deliveries).toMatchObject([
    { state: 'waiting', reason: expect.stringContaining('allow the host by name') },
  ])
  await strict.close()
})

test('an answer without an end is cut off', async () => {
  const { app, add, receiver, save, state } = await open()
  receiver.answers = [{ status: 200, body: 'x'.repeat(5_000_000) }]
  const { saved } = await save()
  await add(meeting)
  await app.saved.run()
  expect(await state(saved.id)).toMatchObject([{ state: 'delivered' }])
})
