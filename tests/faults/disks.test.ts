// P11, P12: disks that are full or may not be written to. What comes waits, it is said, and all goes on by itself.
import { execFileSync } from 'node:child_process'
import { appendFile, chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { canMount, mountSame, mountSmall, remount } from '../support/mounts.ts'
import { runBeside } from './database.ts'
import {
  type Archive,
  type EngineName,
  engines,
  noticesOf,
  openArchive,
  patienceMs,
  until,
  useEngines,
} from './engines.ts'
import { holdReading, oneReader } from './held.ts'
import { documents, type Input, longText } from './inputs.ts'
import { calmRun, expectWhole, filesIn } from './oracle.ts'

const { servers } = useEngines()
const inputs = documents(0, 8)
const paths = inputs.map(({ path }) => path).sort()

describe.skipIf(!canMount()).each(engines)('%s', { timeout: patienceMs * 2 }, (engine) => {
  test('P11: no room for originals: all waits in the inbox, no half of one is left, it is said, and goes on', async () => {
    const archive = await openArchive(engine, servers())
    mountSmall(archive.blobs, '1m')
    await archive.start()
    const makeRoom = await fill(archive.blobs)
    await archive.drop(inputs)
    await until('it is said', async () => (await noticesOf(archive)).includes('disk-full'))
    expect(await filesIn(archive.inbox)).toEqual(paths)
    expect(await filesIn(archive.blobs)).toEqual(['filler'])
    expect(await archive.store.idsAfter('', 99)).toEqual([])
    await makeRoom()
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P11: no room for rows: all waits in the inbox, it is said, and goes on', async () => {
    const { archive, disk } = await openOnSmallDisk(engine)
    await archive.start()
    const makeRoom = await fill(disk)
    await archive.drop(inputs)
    await until('it is said', async () => (await noticesOf(archive)).includes('disk-full'))
    expect(await filesIn(archive.inbox)).toEqual(paths)
    expect(await archive.store.idsAfter('', 9)).toEqual([])
    await makeRoom()
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P11: no room for what was read: it is read again when there is, and no start is counted', async () => {
    const long: Input = { path: 'dài.txt', bytes: longText(), ends: 'read' }
    const [first] = inputs as [Input]
    const { archive, disk } = await openOnSmallDisk(engine, oneReader)
    await archive.start()
    const held = await holdReading(archive, first, long)
    const makeRoom = await fill(disk)
    held.letGo()
    await until('it is told', () =>
      archive.log.some(({ message }) => /does not answer|waiting for the surr/.test(message)),
    )
    expect((await archive.store.getDocument(held.id))?.state).toBe('pending')
    await makeRoom()
    const both = [first, long]
    await expectWhole(archive, both, await calmRun(engine, servers(), both))
    expect(archive.log.filter(({ message }) => message.startsWith('failed'))).toEqual([])
  })

  test('P11: no room for temporary files: none are needed', async () => {
    const archive = await openArchive(engine, servers())
    mountSmall(join(archive.base, 'tmp'), '64k')
    const makeRoom = await fill(join(archive.base, 'tmp'))
    await archive.start()
    await archive.drop(inputs)
    await until('all are read', async () => {
      const { pending, extracted } = await archive.store.countStates()
      return pending === 0 && extracted === inputs.length
    })
    await makeRoom()
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P12: an inbox that may only be read: each file is taken once, also after a restart, and moved when it may be', async () => {
    const [further, ...first] = inputs as [Input, ...Input[]]
    const archive = await openArchive(engine, servers())
    const real = join(archive.base, 'real')
    await archive.drop(first)
    await rename(archive.inbox, real)
    mountSame(real, archive.inbox)
    remount(archive.inbox, 'ro', 'bind')
    const timesTaken = () =>
      archive.log.filter(({ message }) => message === 'taken from the inbox').length
    const said = async () => (await noticesOf(archive)).includes('not-movable')
    await archive.start()
    await until('all are taken', () => timesTaken() >= first.length)
    await until('it is said', said)
    await archive.stop()
    await archive.start()
    // Taken after a look at all files: the others were seen, and left.
    const away = join(archive.base, 'away', 'further')
    await appendFile(away, further.bytes)
    await mkdir(join(real, '2024'), { recursive: true })
    await rename(away, join(real, further.path))
    await until('the further one is taken', () => timesTaken() > first.length)
    await until('it is said again', said)
    expect(timesTaken()).toBe(inputs.length)
    remount(archive.inbox, 'rw', 'bind')
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
    expect(timesTaken()).toBe(inputs.length)
  })
})

/** Fills a disk to its last byte; gives what makes room again. */
async function fill(disk: string): Promise<() => Promise<void>> {
  const path = join(disk, 'filler')
  for (let bytes = 65_536; bytes >= 512; bytes /= 2) {
    try {
      for (;;) await appendFile(path, Buffer.alloc(bytes))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  return () => rm(path)
}

/** An archive whose rows lie on a disk of their own: SQLite's file, or the tables that a document is kept in. */
async function openOnSmallDisk(
  engine: EngineName,
  settings: Record<string, string> = {},
): Promise<{ archive: Archive; disk: string }> {
  const disk = await mkdtemp(join(tmpdir(), 'vanthu-small-'))
  onTestFinished(() => rm(disk, { recursive: true, force: true }))
  mountSmall(disk, '3m')
  if (engine === 'embedded') {
    const storeUrl = `sqlite:${join(disk, 'vanthu.db')}`
    const all = { ...settings, VANTHU_STORE_URL: storeUrl }
    return { archive: await openArchive(engine, servers(), all), disk }
  }
  // The server runs as another user where the tests run as root.
  const place = join(disk, 'tables')
  await mkdir(place)
  await chmod(place, 0o700)
  execFileSync('chown', ['postgres:', place])
  const archive = await openArchive(engine, servers(), settings)
  const space = archive.schema
  await runBeside(archive, `CREATE TABLESPACE ${space} LOCATION '${place}'`)
  for (const table of ['document', 'source', 'parsed', 'record', 'inbox_file'])
    await runBeside(archive, `ALTER TABLE ${table} SET TABLESPACE ${space}`)
  return { archive, disk }
}
