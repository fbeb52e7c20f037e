// What stands in the way of an inbox: full and read-only disks, locks, shares that are away. Nothing is lost or taken twice, a
// notice says what is wrong, and all goes on by itself when it is right again.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { openPostgresStore } from '../../../src/adapters/postgres/store.ts'
import { canMount, mountSame, mountSmall, remount, unmount } from '../../support/mounts.ts'
import { hasPostgres } from '../../support/postgres.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { aWhile, eventually, openInbox, source, type sourcesOf } from '../../support/test-inbox.ts'
import { usePostgres } from '../../support/use-postgres.ts'

const words = (n: number) => `Báo cáo số ${n}. `.repeat(20_000)

describe.skipIf(!canMount())('a disk', () => {
  test('that is full: the intake pauses, no half of a blob is left, and it goes on when there is room', async () => {
    const base = await temporaryFolder()
    mountSmall(join(base, 'blobs'), '1m')
    const box = await openInbox({ base })
    await writeFile(join(base, 'blobs', 'filler'), Buffer.alloc(900_000))
    for (const n of [1, 2, 3]) await writeFile(join(box.folder, `${n}.txt`), words(n))
    await box.inbox.scan()
    await eventually(box.told, ['disk-full'])
    await aWhile(300)
    expect(await box.files()).toEqual(['1.txt', '2.txt', '3.txt'])
    expect(await readdir(join(base, 'blobs', '.incoming'))).toEqual([])
    expect(await box.sources()).toEqual([])
    const [notice] = await box.notices.all()
    expect(notice?.message).toMatch(/takes nothing for now.*ENOSPC/)
    expect(await box.store.notices()).toEqual([notice])
    expect(box.log.filter((line) => line.includes('takes nothing')).length).toBe(1)
    await rm(join(base, 'blobs', 'filler'))
    // Two fit, the third does not yet.
    await eventually(async () => (await box.sources()).length, 2)
    await eventually(box.told, ['disk-full'])
    remount(join(base, 'blobs'), 'size=4m')
    await eventually(
      box.sources,
      [1, 2, 3].map((n) => source(`${n}.txt`, words(n))),
    )
    await eventually(box.told, [])
    expect(await box.store.notices()).toEqual([])
  })

  test('of the database that is full: the same, and the notice is told though it cannot be saved', async () => {
    const base = await temporaryFolder()
    mountSmall(join(base, 'db'), '2m')
    const { openSqliteStore } = await import('../../../src/adapters/sqlite/store.ts')
    const box = await openInbox({
      base,
      openStore: () => openSqliteStore(join(base, 'db', 'vanthu.db')),
    })
    await box.inbox.scan()
    await fill(join(base, 'db', 'filler'))
    for (const n of [1, 2]) await writeFile(join(box.folder, `${n}.txt`), words(n))
    await box.inbox.scan()
    await eventually(box.told, ['disk-full'])
    expect(await box.files()).toEqual(['1.txt', '2.txt'])
    await rm(join(base, 'db', 'filler'))
    await eventually(
      box.sources,
      [1, 2].map((n) => source(`${n}.txt`, words(n))),
    )
    await eventually(box.told, [])
    await eventually(box.files, ['.done/1.txt', '.done/2.txt'])
  })

  test('of the archive that became read-only: the same', async () => {
    const base = await temporaryFolder()
    mountSmall(join(base, 'blobs'), '8m')
    const box = await openInbox({ base })
    await box.inbox.scan()
    remount(join(base, 'blobs'), 'ro')
    await writeFile(join(box.folder, '1.txt'), words(1))
    await box.inbox.scan()
    await eventually(box.told, ['read-only'])
    expect(await box.files()).toEqual(['1.txt'])
    remount(join(base, 'blobs'), 'rw')
    await eventually(box.sources, [source('1.txt', words(1))])
    await eventually(box.told, [])
  })

  test('of the inbox that is read-only: files are taken once, also after a restart, and moved when they may be', async () => {
    const base = await temporaryFolder()
    await mkdir(join(base, 'real'))
    for (const n of [1, 2]) await writeFile(join(base, 'real', `${n}.txt`), words(n))
    await writeFile(join(base, 'real', 'rỗng.txt'), '')
    mountSame(join(base, 'real'), join(base, 'inbox'))
    remount(join(base, 'inbox'), 'ro', 'bind')
    const first = await openInbox({ base, everyMs: 200 })
    const both = [1, 2].map((n) => source(`${n}.txt`, words(n)))
    await eventually(first.sources, both)
    await eventually(first.told, ['not-movable'])
    await aWhile(700)
    const taken = (log: string[]) =>
      log.filter((line) => line.includes('taken from the inbox')).length
    expect(taken(first.log)).toBe(2)
    expect(first.log.filter((line) => line.includes('refused')).length).toBe(1)
    const [before] = await first.store.sourcesOf(await idOf(first.store, '1.txt'))
    await first.inbox.close()

    const second = await openInbox({ base, everyMs: 200 })
    await eventually(second.told, ['not-movable'])
    await aWhile(700)
    expect(taken(second.log)).toBe(0)
    expect(second.log.filter((line) => line.includes('refused')).length).toBe(0)
    const [after] = await second.store.sourcesOf(await idOf(second.store, '1.txt'))
    expect(after).toEqual(before)
    remount(join(base, 'inbox'), 'rw', 'bind')
    await eventually(second.files, [
      '.done/1.txt',
      '.done/2.txt',
      '.failed/rỗng.txt',
      '.failed/rỗng.txt.txt',
    ])
    await eventually(second.told, [])
    expect(await second.sources()).toEqual(both)
  })
})

describe.skipIf(!canMount())('a share', () => {
  test('with a marker that is away at the start is waited for, and nothing is made in its place', async () => {
    const base = await temporaryFolder()
    await mkdir(join(base, 'share'))
    await writeFile(join(base, 'share', 'MARKER'), '')
    await writeFile(join(base, 'share', '1.txt'), '1')
    const box = await openInbox({ base, marker: 'MARKER', everyMs: 150 })
    await eventually(box.told, ['not-mounted'])
    await aWhile(300)
    expect(await readdir(base)).not.toContain('inbox')
    mountSame(join(base, 'share'), join(base, 'inbox'))
    await eventually(box.files, ['.done/1.txt', 'MARKER'])
    await eventually(box.told, [])
    expect(await box.sources()).toEqual([source('1.txt', '1')])
  })

  test('with a marker that is away: what was copied into the bare mount point meanwhile is left alone', async () => {
    const base = await temporaryFolder()
    await mkdir(join(base, 'share'))
    await mkdir(join(base, 'inbox'))
    await writeFile(join(base, 'share', 'MARKER'), '')
    await writeFile(join(base, 'share', '1.txt'), '1')
    await writeFile(join(base, 'inbox', 'lạc.txt'), '0')
    const box = await openInbox({ base, marker: 'MARKER', everyMs: 150 })
    await eventually(box.told, ['not-mounted'])
    await aWhile(400)
    expect([await box.files(), await box.sources()]).toEqual([['lạc.txt'], []])
    mountSame(join(base, 'share'), join(base, 'inbox'))
    await eventually(box.sources, [source('1.txt', '1')])
    await eventually(box.told, [])
  })

  test.each([
    ['with a marker', 'MARKER'],
    ['without one, the empty mount point left behind', undefined],
  ])(
    '%s that goes away and comes back: nothing counts as deleted, nothing is taken twice',
    async (_, marker) => {
      const base = await temporaryFolder()
      await mkdir(join(base, 'share', 'x'), { recursive: true })
      await writeFile(join(base, 'share', 'MARKER'), '')
      await writeFile(join(base, 'share', 'x', '1.txt'), '1')
      mountSame(join(base, 'share'), join(base, 'inbox'))
      const options = { base, everyMs: 150, after: 'leave', events: true } as const
      const box = await openInbox({ ...options, marker: 'MARKER', ...(marker ? {} : { marker }) })
      await eventually(async () => (await box.sources()).includes(source('x/1.txt', '1')), true)
      const taken = () => box.log.filter((line) => line.includes('taken from the inbox')).length
      await eventually(taken, 1)
      unmount(join(base, 'inbox'))
      await eventually(box.told, ['not-mounted'])
      await aWhile(500)
      expect(await readdir(join(base, 'inbox'))).toEqual([])
      expect((await box.store.inboxFilesLeft(box.folder)).map(({ path }) => path)).toContain(
        'x/1.txt',
      )
      mountSame(join(base, 'share'), join(base, 'inbox'))
      await eventually(box.told, [])
      await aWhile(500)
      expect(taken()).toBe(1)
      await writeFile(join(base, 'inbox', 'x', '2.txt'), '2')
      await eventually(async () => (await box.sources()).includes(source('x/2.txt', '2')), true)
    },
  )

  test('that is away is not told of an inbox that was never used', async () => {
    const box = await openInbox({ everyMs: 100 })
    await aWhile(300)
    expect(await box.told()).toEqual([])
  })
})

test('a database that another process has locked: the intake waits for it and goes on', async () => {
  const box = await openInbox()
  await box.inbox.scan()
  const other = new DatabaseSync(join(box.base, 'vanthu.db'))
  other.exec('BEGIN IMMEDIATE')
  await writeFile(join(box.folder, '1.txt'), '1')
  await box.inbox.scan()
  // Whoever asks for the lock waits five seconds for it.
  await eventually(async () => (await box.told())[0], 'locked', 30_000)
  expect(await box.files()).toEqual(['1.txt'])
  other.exec('COMMIT')
  other.close()
  await eventually(box.sources, [source('1.txt', '1')], 30_000)
  await eventually(box.told, [], 10_000)
})

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { server, freshSchema, reconnect } = usePostgres()

  test('files are taken once, in a row that says where they lie', async () => {
    const box = await openInbox({ openStore: () => openPostgresStore(freshSchema().url) })
    await writeFile(join(box.folder, '1.txt'), '1')
    await writeFile(join(box.folder, '2.txt'), '')
    await box.inbox.scan()
    await eventually(box.files, ['.done/1.txt', '.failed/2.txt', '.failed/2.txt.txt'])
    expect(await box.sources()).toEqual([source('1.txt', '1')])
  })

  test.skipIf(process.env.VANTHU_TEST_POSTGRES_URL)(
    'that is away for a while: the intake pauses, says so, and goes on',
    async () => {
      const box = await openInbox({ openStore: () => openPostgresStore(freshSchema().url) })
      await box.inbox.scan()
      await server().restart(async () => {
        await writeFile(join(box.folder, '1.txt'), words(1))
        await box.inbox.scan()
        await eventually(async () => (await box.told())[0], 'unreachable', 20_000)
        expect(await box.files()).toEqual(['1.txt'])
      })
      await reconnect()
      await eventually(box.sources, [source('1.txt', words(1))], 20_000)
      await eventually(box.told, [])
      expect(await readFile(join(box.folder, '.done', today(), '1.txt'), 'utf8')).toBe(words(1))
    },
  )
})

const today = () => new Date().toISOString().slice(0, 10)

async function idOf(store: Parameters<typeof sourcesOf>[0], place: string): Promise<string> {
  for (const id of await store.idsAfter('', 99))
    if ((await store.sourcesOf(id)).some((one) => one.place === place)) return id
  throw new Error(`Nothing came from ${place}.`)
}

/** Writes until nothing more fits. */
async function fill(path: string): Promise<void> {
  const { appendFile } = await import('node:fs/promises')
  for (let bytes = 65_536; bytes >= 512; bytes /= 2) {
    try {
      for (;;) await appendFile(path, Buffer.alloc(bytes))
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
    }
  }
}
