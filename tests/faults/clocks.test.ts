// P13: clocks that jump. A lease that was given by another time must neither block a document nor let it be read twice.
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'
import { runBeside } from './database.ts'
import { engines, openArchive, patienceMs, readerOf, until, useEngines } from './engines.ts'
import { holdReading, oneReader } from './held.ts'
import { documents, type Input, idOf } from './inputs.ts'
import { calmRun, expectWhole } from './oracle.ts'
import { forgetJobs } from './queue.ts'

const { servers } = useEngines()
const inputs = documents(0, 8)
const dayMs = 86_400_000

describe.each(engines)('%s', { timeout: patienceMs * 2, concurrent: true }, (engine) => {
  test.each([
    ['a day ahead', dayMs],
    ['a day behind', -dayMs],
  ])(
    'P13: a lease of a killed process, given by a clock that was %s, blocks nothing',
    async (_, offMs) => {
      const [first, next, ...others] = inputs as [Input, Input, ...Input[]]
      const archive = await openArchive(engine, servers(), oneReader)
      await archive.start()
      const held = await holdReading(archive, first, next)
      await archive.end(readerOf[engine], 'SIGKILL')
      held.letGo()
      // As a process of another machine would leave it: nobody here knows that it is gone.
      const end = new Date(Date.now() + offMs).toISOString()
      await runBeside(
        archive,
        `UPDATE document SET holder = 'elsewhere:1:1', leased_until = '${end}' WHERE id = '${held.id}'`,
      )
      // The queue holds a job for a while as well; that is tested elsewhere.
      if (engine === 'distributed') await forgetJobs(archive)
      await archive.start()
      await archive.drop(others)
      await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
    },
  )
})

const library = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
].find((path) => existsSync(path))
if (!library)
  console.warn('SKIPPED: tests of clocks that jump under a running process need libfaketime.')

describe.skipIf(!library)('a clock that jumps', { timeout: patienceMs * 2 }, () => {
  let clock = ''
  let postgres: TestPostgres | undefined
  /** Clocks that measure how long something takes go on as they are. */
  const faked = () => ({
    LD_PRELOAD: library ?? '',
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  })
  const jump = (to: string) => writeFile(clock, `${to}\n`)
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vanthu-clock-'))
    // Also for the user that the server runs as.
    await chmod(folder, 0o755)
    clock = join(folder, 'clock')
  })
  afterAll(async () => {
    await postgres?.stop()
    await rm(join(clock, '..'), { recursive: true, force: true })
  })

  test.each(engines)(
    'P13: by a day ahead and two back, under %s: nothing is stuck, nothing is there twice',
    async (engine) => {
      await jump('+0')
      const shared = servers()
      // The clock that counts is the one of the database.
      const own = engine === 'distributed' ? await startWith(faked()) : undefined
      const used = own && shared ? { ...shared, postgres: own } : shared
      const [first, next, ...others] = inputs as [Input, Input, ...Input[]]
      const archive = await openArchive(engine, used, oneReader)
      await archive.start(archive.roles, { environment: faked() })
      const held = await holdReading(archive, first, next)
      const untilRenewed = () =>
        until('the lease is renewed', async () => {
          const [row] = await runBeside(
            archive,
            `SELECT leased_until FROM document WHERE id = '${held.id}'`,
          )
          const before = lease
          lease = String(row?.leased_until)
          return before !== '' && before !== lease
        })
      let lease = ''
      await jump('+1d')
      await archive.drop(others.slice(0, 3))
      await untilRenewed()
      expect(Date.parse(lease) - Date.now()).toBeGreaterThan(dayMs / 2)
      await jump('-1d')
      await archive.drop(others.slice(3))
      await untilRenewed()
      expect(Date.parse(lease) - Date.now()).toBeLessThan(-dayMs / 2)
      held.letGo()
      await expectWhole(archive, inputs, await calmRun(engine, shared, inputs))
      const parsed = archive.log.filter(({ message }) => message === 'parsed')
      expect(parsed.length).toBe(inputs.length)
    },
  )

  test.runIf(engines.includes('distributed'))(
    'P13: under readers of which one is a day ahead and the other a day behind, leases run by the clock of the database',
    async () => {
      const [first, next, last] = inputs as [Input, Input, Input]
      const off = (by: string) => ({ LD_PRELOAD: library ?? '', FAKETIME: by })
      const archive = await openArchive('distributed', servers(), oneReader)
      await archive.start(['inbox', 'extract'])
      await archive.start(['parse'], { environment: off('+1d') })
      const held = await holdReading(archive, first, next)
      const before = await archive.store.getDocument(held.id)
      // The other is told of all that is not done, what is held included.
      await forgetJobs(archive)
      await archive.start(['other'], { environment: off('-1d') })
      await archive.drop([last])
      await until('the other has read what came after', () =>
        archive.log.some(
          ({ role, message, document }) =>
            role === 'other' && message === 'parsed' && document === idOf(last.bytes),
        ),
      )
      expect(before?.holder).not.toBeNull()
      expect(await archive.store.getDocument(held.id)).toEqual(before)
      held.letGo()
      const all = [first, next, last]
      await expectWhole(archive, all, await calmRun('distributed', servers(), all))
      expect(archive.log.filter(({ message }) => message === 'parsed')).toHaveLength(all.length)
    },
  )

  async function startWith(environment: Record<string, string>): Promise<TestPostgres> {
    const before = Object.keys(environment).map((name) => [name, process.env[name]] as const)
    Object.assign(process.env, environment)
    try {
      postgres = await startPostgres()
      return postgres
    } finally {
      for (const [name, value] of before)
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
    }
  }
})
