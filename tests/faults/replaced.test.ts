// I7: files that change hands while they are taken: after their bytes were read, before they are moved away.
import { mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockWrites } from './database.ts'
import { engines, openArchive, patienceMs, until, useEngines } from './engines.ts'
import { idOf, textOf } from './inputs.ts'
import { expectVerified, filesIn } from './oracle.ts'

const { servers } = useEngines()
const [first, second, third] = [textOf(50), textOf(51), textOf(52)]

describe.each(engines)('%s', { timeout: patienceMs * 2, concurrent: true }, (engine) => {
  test('I7: replaced, or deleted, between being read and being moved: each of the bytes is kept, and nothing is moved unread', async () => {
    const archive = await openArchive(engine, servers())
    await archive.start()
    const letGo = await lockWrites(archive, 'document')
    // They come at once, in one folder: with rows locked, nothing is read beyond what a look at the inbox found.
    const away = join(archive.base, 'x')
    await mkdir(away)
    for (const [n, bytes] of [first, second].entries())
      await writeFile(join(away, `${n}.txt`), bytes)
    await rename(away, join(archive.inbox, 'x'))
    await until('both are read', async () => {
      const stored = (await filesIn(archive.blobs)).map((file) => basename(file))
      return [first, second].every((bytes) => stored.includes(idOf(bytes)))
    })
    await archive.drop([{ path: 'x/0.txt', bytes: third, ends: 'read' }])
    await unlink(join(archive.inbox, 'x/1.txt'))
    await letGo()
    await until('what replaced one is kept and moved', async () => {
      const row = await archive.store.getDocument(idOf(third))
      return (
        row?.nextJob === null && (await filesIn(archive.inbox)).every((at) => at.startsWith('.'))
      )
    })
    expect((await archive.store.idsAfter('', 9)).sort()).toEqual(
      [first, second, third].map(idOf).sort(),
    )
    const kept = await filesIn(join(archive.inbox, '.done'))
    expect(kept.map((file) => basename(file))).toEqual(['0.txt'])
    expect(await readFile(join(archive.inbox, '.done', kept[0] ?? ''))).toEqual(third)
    expect(archive.log.filter(({ message }) => message === 'a file stays in the inbox')).toEqual([])
    await archive.stop()
    await expectVerified(archive)
  })
})
