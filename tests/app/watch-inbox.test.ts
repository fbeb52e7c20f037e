import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { type Inbox, watchInbox } from '../../src/app/watch-inbox.ts'
import { BadDocumentError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Taken = { name: string; text: string }

async function setUp(refuse: (name: string) => Error | null = () => null) {
  const folder = join(await temporaryFolder(), 'inbox')
  const taken: Taken[] = []
  const logged: string[] = []
  const inbox: Inbox = await watchInbox({
    folder,
    // Only looked at when the test says so.
    everyMs: 3_600_000,
    log: createLog({ level: 'info', pretty: false, write: (line) => logged.push(line) }),
    async ingest({ name, bytes }) {
      const text = (await buffer(bytes as Readable)).toString()
      const error = refuse(name)
      if (error) throw error
      taken.push({ name, text })
      return { id: name, isNew: true }
    },
  })
  onTestFinished(() => inbox.close())
  await inbox.scan()
  return { folder, inbox, taken, logged }
}
const today = () => new Date().toISOString().slice(0, 10)

test('a file that did not change between two looks is taken, then moved away', async () => {
  const { folder, inbox, taken } = await setUp()
  await writeFile(join(folder, 'báo cáo.txt'), 'Nội dung')
  expect(await inbox.scan()).toBe(0)
  expect(await inbox.scan()).toBe(1)
  expect(taken).toEqual([{ name: 'báo cáo.txt', text: 'Nội dung' }])
  expect(await readdir(folder)).toEqual(['.done'])
  expect(await readFile(join(folder, '.done', today(), 'báo cáo.txt'), 'utf8')).toBe('Nội dung')
  expect(await inbox.scan()).toBe(0)
})

test('a file that grows is left alone until it stops', async () => {
  const { folder, inbox, taken } = await setUp()
  for (const text of ['a', 'ab', 'abc']) {
    await writeFile(join(folder, 'a.txt'), text)
    expect(await inbox.scan()).toBe(0)
  }
  expect(await inbox.scan()).toBe(1)
  expect(taken).toEqual([{ name: 'a.txt', text: 'abc' }])
})

test('a file laid out at its full size and filled in later is left alone until it stops', async () => {
  const { folder, inbox, taken } = await setUp()
  const path = join(folder, 'a.txt')
  for (const [second, text] of ['....', 'ab..', 'abcd'].entries()) {
    await writeFile(path, text)
    await utimes(path, new Date(2026, 1, 1, 0, 0, second), new Date(2026, 1, 1, 0, 0, second))
    expect(await inbox.scan()).toBe(0)
  }
  expect(await inbox.scan()).toBe(1)
  expect(taken[0]?.text).toBe('abcd')
})

test('a file that grows under one and the same time of change is left alone until it stops', async () => {
  const { folder, inbox, taken } = await setUp()
  const path = join(folder, 'a.txt')
  for (const text of ['a', 'ab', 'abc']) {
    await writeFile(path, text)
    await utimes(path, new Date(2026, 1), new Date(2026, 1))
    expect(await inbox.scan()).toBe(0)
  }
  expect(await inbox.scan()).toBe(1)
  expect(taken[0]?.text).toBe('abc')
})

test('a time of change in the past or future does not matter', async () => {
  const { folder, inbox, taken } = await setUp()
  for (const [name, year] of [
    ['old.txt', 1999],
    ['new.txt', 2099],
  ] as const) {
    await writeFile(join(folder, name), name)
    await utimes(join(folder, name), new Date(year, 1), new Date(year, 1))
  }
  await inbox.scan()
  await inbox.scan()
  expect(taken.map((t) => t.name).sort()).toEqual(['new.txt', 'old.txt'])
})

test('files of one name do not replace each other in .done', async () => {
  const { folder, inbox } = await setUp()
  await mkdir(join(folder, 'sub'))
  await writeFile(join(folder, 'a.txt'), '1')
  await writeFile(join(folder, 'sub', 'a.txt'), '2')
  await inbox.scan()
  await inbox.scan()
  const done = join(folder, '.done', today())
  expect((await readdir(done)).sort()).toEqual(['a (2).txt', 'a.txt'])
})

test('ignores what nobody meant as a document', async () => {
  const { folder, inbox, taken } = await setUp()
  await mkdir(join(folder, '@eaDir'))
  await mkdir(join(folder, '.hidden'))
  for (const name of [
    '.DS_Store',
    '~$a.docx',
    'a.pdf.part',
    'b.CRDOWNLOAD',
    'Thumbs.db',
    '@eaDir/c.txt',
    '.hidden/d.txt',
  ])
    await writeFile(join(folder, name), 'x')
  await symlink('/etc/hostname', join(folder, 'link.txt'))
  await inbox.scan()
  expect(await inbox.scan()).toBe(0)
  expect(taken).toEqual([])
})

test('a file that cannot be taken in stays, is named in the log, and the others go on', async () => {
  let broken = true
  const { folder, inbox, taken, logged } = await setUp((name) =>
    name === 'a.txt' && broken ? new Error('the disk is full') : null,
  )
  await writeFile(join(folder, 'a.txt'), 'a')
  await writeFile(join(folder, 'b.txt'), 'b')
  await inbox.scan()
  await inbox.scan()
  expect(await readdir(folder)).toEqual(['.done', 'a.txt'])
  expect(logged.join()).toMatch(/stays in the inbox.*a\.txt.*the disk is full/)
  broken = false
  await inbox.scan()
  expect(taken.map((t) => t.name)).toEqual(['b.txt', 'a.txt'])
})

test('a file that is too large is told once, not at every look', async () => {
  const { folder, inbox, logged } = await setUp(
    (name) => new BadDocumentError('too-large', `${name} is too large.`),
  )
  await writeFile(join(folder, 'a.txt'), 'a')
  for (let i = 0; i < 5; i++) await inbox.scan()
  expect(logged.filter((line) => line.includes('too large'))).toHaveLength(1)
})
