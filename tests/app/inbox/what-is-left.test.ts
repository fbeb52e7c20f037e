// What an inbox leaves of the files it took: moved, left or deleted.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aWhile, eventually, openInbox, source } from '../../support/test-inbox.ts'

describe('what an inbox leaves', () => {
  test('left: files stay, are taken once, also after a restart, and again when they change', async () => {
    const first = await openInbox({ after: 'leave' })
    await writeFile(join(first.folder, 'a.txt'), '1')
    await first.inbox.scan()
    await eventually(first.sources, [source('a.txt', '1')])
    expect(await first.files()).toEqual(['a.txt'])
    await first.inbox.close()
    const second = await openInbox({ base: first.base, after: 'leave' })
    await second.inbox.scan()
    await aWhile(300)
    expect(second.log.join()).not.toContain('taken from the inbox')
    await writeFile(join(first.folder, 'a.txt'), '22')
    await second.inbox.scan()
    await eventually(second.sources, [source('a.txt', '1'), source('a.txt', '22')].sort())
    await rm(join(first.folder, 'a.txt'))
    await second.inbox.scan()
    await writeFile(join(first.folder, 'a.txt'), '333')
    await second.inbox.scan()
    await eventually(async () => (await second.sources()).length, 3)
  })

  test('deleted: files and the folders made for them are gone, the bytes are not', async () => {
    const { folder, inbox, sources, files } = await openInbox({ after: 'delete' })
    await writeFile(join(folder, 'a.txt'), '1')
    await inbox.scan()
    await eventually(sources, [source('a.txt', '1')])
    await eventually(files, [])
    expect(await eventuallyEmpty(folder)).toBe(true)
  })

  test('left before and moved now: what lies there is moved', async () => {
    const first = await openInbox({ after: 'leave' })
    await writeFile(join(first.folder, 'a.txt'), '1')
    await first.inbox.scan()
    await eventually(first.sources, [source('a.txt', '1')])
    await first.inbox.close()
    const second = await openInbox({ base: first.base })
    await eventually(second.files, ['.done/a.txt'])
    expect(await readFile(join(first.folder, '.done', today(), 'a.txt'), 'utf8')).toBe('1')
    await writeFile(join(first.folder, 'a.txt'), '1')
    await second.inbox.scan()
    await eventually(second.files, ['.done/a (2).txt', '.done/a.txt'])
  })
})

const today = () => new Date().toISOString().slice(0, 10)

async function eventuallyEmpty(folder: string): Promise<boolean> {
  await eventually(() => readdir(folder), [])
  return true
}
