// P2, P3: processes killed in or between two steps of taking a file, at which they are made to stand.
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockWrites, runBeside } from './database.ts'
import {
  type Archive,
  engines,
  inboxOf,
  openArchive,
  patienceMs,
  until,
  useEngines,
} from './engines.ts'
import { documents, idOf } from './inputs.ts'
import { calmRun, expectWhole, filesIn } from './oracle.ts'

const { servers } = useEngines()
const inputs = documents(0, 4)
const paths = inputs.map(({ path }) => path).sort()

describe.each(engines)('%s', { timeout: patienceMs * 2, concurrent: true }, (engine) => {
  test('P2: killed between blob and row: the blob is adopted when the file is taken again', async () => {
    const archive = await openArchive(engine, servers())
    await archive.start()
    const letGo = await lockWrites(archive, 'document')
    await archive.drop(inputs)
    const stored = await until('a blob is stored', async () => blobsIn(archive))
    await archive.end(inboxOf[engine], 'SIGKILL')
    await letGo()
    // The premise: bytes are there, no row is, and no file has been moved.
    expect(inputs.map(({ bytes }) => idOf(bytes))).toEqual(expect.arrayContaining(stored))
    expect(await archive.store.idsAfter('', 99)).toEqual([])
    expect(await filesIn(archive.inbox)).toEqual(paths)
    await archive.start()
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P2: killed in the middle of a blob: the half of it is cleared away, and the file is still there', async () => {
    const archive = await openArchive(engine, servers())
    await archive.start()
    // Long enough to be met while its bytes are copied.
    const large = join(archive.inbox, 'lớn.txt')
    const away = join(archive.base, 'away', 'large')
    await writeFile(away, Buffer.alloc(150_000_000, 'a'))
    await rename(away, large)
    const incoming = join(archive.blobs, '.incoming')
    await until('a blob comes in', async () => (await filesIn(incoming)).length > 0, 2)
    await archive.end(inboxOf[engine], 'SIGKILL')
    // The premise: half of it is there, and the file as it was.
    expect(await filesIn(incoming)).toHaveLength(1)
    expect(await archive.store.idsAfter('', 99)).toEqual([])
    expect(await filesIn(archive.inbox)).toEqual([basename(large)])
    await rm(large)
    await archive.start()
    await archive.drop(inputs)
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P3: killed between row and removal: the file is known again and moved, and is one document', async () => {
    const archive = await openArchive(engine, servers())
    await archive.start()
    const letGo = await stopBeforeRemoval(archive)
    await archive.drop(inputs)
    await until('all rows are there', async () => {
      return (await archive.store.idsAfter('', 99)).length === inputs.length
    })
    await archive.end(inboxOf[engine], 'SIGKILL')
    await letGo()
    // The premise: all is in the archive, and still in the inbox.
    expect(await filesIn(archive.inbox)).toEqual(paths)
    await archive.start()
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
    const again = archive.log.filter(({ message, isNew }) => /taken/.test(message) && !isNew)
    expect(again.length).toBeGreaterThanOrEqual(inputs.length)
  })
})

/** Ids of the blobs that are whole; null where there are none. */
async function blobsIn({ blobs }: Archive): Promise<string[] | null> {
  const found = (await filesIn(blobs)).filter((path) => !path.startsWith('.'))
  return found.length > 0 ? found.map((path) => basename(path)) : null
}

/** Lets rows of documents be written, and not what comes after that. */
async function stopBeforeRemoval(archive: Archive): Promise<() => Promise<unknown>> {
  if (archive.engine === 'distributed') return lockWrites(archive, 'inbox_file')
  await runBeside(
    archive,
    "CREATE TRIGGER stop BEFORE INSERT ON inbox_file BEGIN SELECT RAISE (ABORT, 'stopped'); END",
  )
  return () => runBeside(archive, 'DROP TRIGGER stop')
}
