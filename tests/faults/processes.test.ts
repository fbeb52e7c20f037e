// P1, P4, P5: processes that are killed at any moment, readers that are killed, processes that are told to end.
import { randomInt } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { createApp } from '../../src/create-app.ts'
import { createLog } from '../../src/log.ts'
import {
  type Archive,
  engines,
  inboxOf,
  isLong,
  openArchive,
  patienceMs,
  readerOf,
  runningOf,
  until,
  useEngines,
} from './engines.ts'
import { holdReading, oneReader } from './held.ts'
import { documents, type Input, mixed } from './inputs.ts'
import { calmRun, expectNothingLeft, expectWhole, filesIn, settled } from './oracle.ts'
import { kill, processesIn } from './processes.ts'

const { servers } = useEngines()
const [count, kills] = isLong ? [300, 100] : [30, 5]

describe.each(engines)('%s', { timeout: patienceMs * 2, concurrent: true }, (engine) => {
  test(`P1: killed ${kills} times at random, ${count} documents are there once, as in a calm run`, async () => {
    const inputs = mixed(count)
    const calm = await calmRun(engine, servers(), inputs)
    const archive = await openArchive(engine, servers())
    await archive.start()
    const each = Math.ceil(count / kills)
    let undone = 0
    for (let at = 0; at < kills; at++) {
      await archive.drop(inputs.slice(at * each, (at + 1) * each))
      await untilLogged(archive, randomInt(1, each + 1))
      // Anywhere between two lines of the log.
      await wait(randomInt(0, 15))
      const left = await leftUndone(archive)
      if (left.waiting > 0) undone++
      const role = archive.roles[randomInt(archive.roles.length)] ?? readerOf[engine]
      expect(await archive.end(role, 'SIGKILL')).toEqual([null, 'SIGKILL'])
      await archive.start()
    }
    // The premise: there was work left to do when processes were killed.
    expect(undone).toBeGreaterThanOrEqual(kills * 0.8)
    const leftAside = await readLeftAside(archive, inputs)
    console.log(`P1, ${engine}: ${undone} of ${kills} kills left work undone;`, { leftAside })
    await expectWhole(archive, inputs, calm)
  })

  test('P1: killed in the middle of a document: its start is counted, and it is read again when its lease is over', async () => {
    const inputs = documents(0, 2)
    const [first, next] = inputs as [Input, Input]
    const archive = await openArchive(engine, servers(), oneReader)
    await archive.start()
    const held = await holdReading(archive, first, next)
    await archive.end(readerOf[engine], 'SIGKILL')
    // What it had begun is told by the row alone.
    expect(await archive.store.getDocument(held.id)).toMatchObject({
      nextJob: 'parse',
      attempts: 1,
      holder: expect.stringContaining(':'),
    })
    // Readers whose process is gone end by themselves.
    held.letGo()
    await until('its readers are gone', () => {
      const left = processesIn(archive.base)
      return !held.pids.some((pid) => left.includes(pid))
    })
    await archive.start()
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P4: a reader killed in the middle of a document: that one is read by another, and the process lives', async () => {
    const inputs = documents(0, 6)
    const [first, next, ...others] = inputs as [Input, Input, ...Input[]]
    const archive = await openArchive(engine, servers(), oneReader)
    await archive.start()
    const { child } = runningOf(archive, readerOf[engine])
    const { id, pids } = await holdReading(archive, first, next)
    for (const pid of pids) kill(pid, 'SIGKILL')
    await archive.drop(others)
    await settled(archive, inputs)
    expect([child.exitCode, child.signalCode]).toEqual([null, null])
    const told = archive.log.filter(({ message }) => message === 'failed, tried again')
    expect(told).toMatchObject([{ name: next.path, attempts: 1 }])
    expect((await archive.store.getDocument(id))?.state).toBe('extracted')
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P5: told to end, all end with 0 in time, also with a document that does not end, and no start is counted', async () => {
    const inputs = documents(0, 12)
    const [first, next, ...others] = inputs as [Input, Input, ...Input[]]
    const archive = await openArchive(engine, servers(), oneReader)
    await archive.start()
    const { id } = await holdReading(archive, first, next)
    await archive.drop(others)
    await until('all are taken', async () => (await filesIn(archive.inbox)).every(isShelved))
    // The premise: a document is under way, and others wait.
    expect(await archive.store.getDocument(id)).toMatchObject({ attempts: 1 })
    expect((await archive.store.countStates()).pending).toBe(inputs.length - 1)
    const startedAt = performance.now()
    await archive.stop()
    // Ten seconds are given to what is under way; the rest is for slow machines.
    expect(performance.now() - startedAt).toBeLessThan(30_000)
    const { documents: waiting } = await archive.store.documentsIn({ state: 'pending', limit: 99 })
    expect(waiting.filter(({ attempts, holder }) => attempts > 0 || holder !== null)).toEqual([])
    expect(waiting.map((row) => row.id)).toContain(id)
    expect(processesIn(archive.base)).toEqual([])
    await archive.start()
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P5: told to end while it looks at many folders, the inbox ends with 0', async () => {
    const archive = await openArchive(engine, servers())
    for (let n = 0; n < 400; n++) await mkdir(join(archive.inbox, String(n)))
    // Its first look begins when it is ready.
    await archive.start([inboxOf[engine]])
    expect(await archive.end(inboxOf[engine], 'SIGTERM')).toEqual([0, null])
    await expectNothingLeft(archive)
  })
})

const isShelved = (file: string) => file.startsWith('.')

/** Waits for so many more lines in the log; each is a step of a document. */
async function untilLogged({ log }: Archive, lines: number): Promise<void> {
  const before = log.length
  await until(`${lines} more lines in the log`, () => log.length >= before + lines, 2)
}

/** Files that wait in the inbox, and documents that wait in the archive. */
async function leftUndone({ inbox, store }: Archive): Promise<{ waiting: number }> {
  const files = (await filesIn(inbox)).filter((file) => !isShelved(file))
  return { waiting: files.length + (await store.countStates()).pending }
}

/**
 * Documents that happened to be under way at three kills are left aside by name; asked for again, they are read. Gives how
 * many they were.
 */
async function readLeftAside(archive: Archive, inputs: readonly Input[]): Promise<number> {
  const { environment, base: folder, store } = archive
  await until('nothing waits', async () => (await leftUndone(archive)).waiting === 0, 100)
  const { documents: failed } = await store.documentsIn({ state: 'failed', limit: 500 })
  const aside = failed.filter(({ error }) => error?.code === 'quarantined')
  if (aside.length === 0) return 0
  expect(aside.length).toBeLessThan(inputs.length / 20)
  await archive.stop()
  const config = loadConfig({ environment, folder })
  const app = await createApp(config, { log: createLog({ level: 'silent' }) })
  const { failures } = await app.status()
  for (const { id, name } of aside)
    expect(failures).toContainEqual(expect.objectContaining({ id, name, code: 'quarantined' }))
  await app.retry({ failed: true, code: 'quarantined' })
  await app.close()
  await archive.start()
  return aside.length
}
