// I4, I6: very many files at once while the page is looked at, and a share that goes away and comes back.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { canMount, mountSame, unmount } from '../support/mounts.ts'
import { runCli } from '../support/run-cli.ts'
import {
  engines,
  inboxOf,
  isLong,
  noticesOf,
  openArchive,
  patienceMs,
  runningOf,
  until,
  useEngines,
} from './engines.ts'
import { documents, idOf } from './inputs.ts'
import {
  calmRun,
  expectNothingLeft,
  expectOriginals,
  expectWhole,
  filesIn,
  settled,
} from './oracle.ts'
import { peakMb } from './processes.ts'

const { servers } = useEngines()
const [many, answerMs] = isLong ? [10_000, 2_000] : [1_000, 20_000]
const textOf = (n: number) => `Văn bản số ${n} của Sở Y tế.`

describe.each(engines)('%s', { timeout: patienceMs * 2 }, (engine) => {
  test(`I4: ${many} files in one move are taken once each, in little memory, while page and status answer`, async () => {
    const archive = await openArchive(engine, servers())
    const { inbox, base, environment, store } = archive
    const away = join(base, 'away', 'mới')
    await mkdir(away)
    for (let n = 0; n < many; n++) await writeFile(join(away, `${n}.txt`), textOf(n))
    await archive.start([...archive.roles, 'serve'])
    const watched = runningOf(archive, inboxOf[engine]).child.pid ?? 0
    const { address } = runningOf(archive, 'serve')
    // The watcher is at work: what comes now is not found by its first look.
    await archive.drop([{ path: 'trước.txt', bytes: Buffer.from(textOf(many)), ends: 'read' }])
    await until('the first file is taken', async () => {
      return (await filesIn(join(inbox, '.done'))).length === 1
    })
    await rename(away, join(inbox, 'mới'))
    const times = { page: [] as number[], status: [] as number[], command: [] as number[] }
    const timed = async (what: keyof typeof times, work: () => Promise<unknown>) => {
      const startedAt = performance.now()
      await work()
      times[what].push(Math.round(performance.now() - startedAt))
    }
    let done: string[] = []
    await until(
      'all are taken',
      async () => {
        await timed('page', async () => (await fetch(`${address}/`)).text())
        await timed('status', async () => (await fetch(`${address}/api/status`)).json())
        if (times.command.length === 0)
          await timed('command', () => runCli(['status'], { cwd: base, environment }))
        done = await filesIn(join(inbox, '.done'))
        return done.length > many
      },
      200,
    )
    const memoryMb = Math.round(await peakMb(watched))
    await archive.stop()
    // A machine that does other work as well may be late with one answer.
    const [page, status, command] = [times.page, times.status, times.command].map(slowOf)
    console.log(`I4, ${engine}: ${many} files;`, { ms: { page, status, command }, memoryMb })
    await expectNothingLeft(archive)
    expect(await expectOriginals(archive)).toEqual(
      Array.from({ length: many + 1 }, (_, n) => idOf(Buffer.from(textOf(n)))).sort(),
    )
    expect(new Set(done.map((file) => file.split('/').slice(1).join('/')))).toEqual(
      new Set(['trước.txt', ...Array.from({ length: many }, (_, n) => `mới/${n}.txt`)]),
    )
    for (const id of (await store.idsAfter('', many)).slice(0, 100))
      expect(await store.sourcesOf(id)).toHaveLength(1)
    const taken = archive.log.filter(({ message }) => message === 'taken from the inbox')
    expect(taken).toHaveLength(many + 1)
    expect(memoryMb).toBeLessThan(300)
    expect(page).toBeLessThan(answerMs)
    expect(status).toBeLessThan(answerMs)
  })

  test.skipIf(!canMount())(
    'I6: a share that goes away and comes back: it is said, nothing counts as deleted, and all goes on',
    async () => {
      const inputs = documents(0, 6)
      const archive = await openArchive(engine, servers(), { VANTHU_INBOX_MARKER: 'MARKER' })
      const share = join(archive.base, 'share')
      const said = async () => (await noticesOf(archive)).includes('not-mounted')
      await writeFile(join(archive.inbox, 'MARKER'), '')
      await archive.drop(inputs.slice(0, 3))
      await rename(archive.inbox, share)
      await mkdir(archive.inbox)
      await archive.start()
      await until('it is said', said)
      // What is put where the share should be is left alone.
      await writeFile(join(archive.inbox, 'lạc.txt'), 'lạc')
      mountSame(share, archive.inbox)
      await settled(archive, inputs.slice(0, 3))
      unmount(archive.inbox)
      await until('it is said again', said)
      await wait(1_500)
      expect(await filesIn(archive.inbox)).toEqual(['lạc.txt'])
      expect(await archive.store.idsAfter('', 99)).toHaveLength(3)
      mountSame(share, archive.inbox)
      await until('it is over', async () => !(await said()))
      await archive.drop(inputs.slice(3))
      await settled(archive, inputs)
      await archive.stop()
      await rm(join(archive.inbox, 'MARKER'))
      await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
    },
  )
})

/** What all but a twentieth of them stay below. */
const slowOf = (ms: number[]): number =>
  ms.sort((a, b) => a - b)[Math.ceil(0.95 * ms.length) - 1] ?? Number.NaN
