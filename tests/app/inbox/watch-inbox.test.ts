// Files that come into an inbox: when they are taken, that each is taken once, and where they lie then.
import { createHash } from 'node:crypto'
import { appendFile, mkdir, open, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import type { Store } from '../../../src/ports/store.ts'
import { markFailed } from '../../support/attempts.ts'
import { makeZip } from '../../support/make-zip.ts'
import { aWhile, eventually, never, openInbox, source } from '../../support/test-inbox.ts'
import { writePdf } from '../../support/write-pdf.ts'

const pdf = Buffer.from(
  writePdf([{ texts: [{ x: 72, y: 92, text: 'Báo cáo giao ban '.repeat(3_000) }] }]),
)
const docx = makeZip([{ name: 'word/document.xml', content: Buffer.from('x'.repeat(9_000)) }])

test('a file is kept by its hash, then moved, with its folders, and taken once', async () => {
  const { folder, inbox, sources, files, blobs, store, told } = await openInbox()
  await mkdir(join(folder, '2023', 'Phú Thọ'), { recursive: true })
  await writeFile(join(folder, '2023', 'Phú Thọ', 'báo cáo.pdf'), pdf)
  await inbox.scan()
  await eventually(files, ['.done/2023/Phú Thọ/báo cáo.pdf'])
  expect(await sources()).toEqual([source('2023/Phú Thọ/báo cáo.pdf', pdf)])
  const id = createHash('sha256').update(pdf).digest('hex')
  expect(Buffer.from(await blobs.get(id))).toEqual(pdf)
  expect(await store.sourcesOf(id)).toMatchObject([
    { name: 'báo cáo.pdf', tags: ['2023', 'Phú Thọ'] },
  ])
  expect(await inbox.scan()).toBe(0)
  expect(await told()).toEqual([])
})

describe('a file that is not all there', () => {
  test('written in bursts, each longer apart than it must be quiet', async () => {
    const { folder, inbox, sources } = await openInbox()
    const path = join(folder, 'a.pdf')
    const step = Math.ceil(pdf.length / 4)
    for (let at = 0; at < pdf.length; at += step) {
      await appendFile(path, pdf.subarray(at, at + step))
      await inbox.scan()
      if (at + step >= pdf.length) break
      await aWhile(200)
      expect(await inbox.scan()).toBe(0)
    }
    await eventually(sources, [source('a.pdf', pdf)])
  })

  test('given its full size first, as Samba does', async () => {
    const { folder, inbox, sources } = await openInbox()
    const path = join(folder, 'a.docx')
    await writeFile(path, Buffer.alloc(docx.length))
    const file = await open(path, 'r+')
    onTestFinished(() => file.close().catch(() => {}))
    const step = Math.ceil(docx.length / 3)
    for (let at = 0; at < docx.length; at += step) {
      await inbox.scan()
      await aWhile(200)
      expect(await sources()).toEqual([])
      await file.write(docx.subarray(at, at + step), 0, undefined, at)
    }
    await file.close()
    await inbox.scan()
    await eventually(sources, [source('a.docx', docx)])
  })

  test('there before the start, and after a restart', async () => {
    const first = await openInbox()
    await writeFile(join(first.folder, 'a.pdf'), pdf.subarray(0, -40))
    await first.inbox.close()
    const second = await openInbox({ base: first.base })
    await aWhile(300)
    await second.inbox.scan()
    expect(await second.sources()).toEqual([])
    await appendFile(join(first.folder, 'a.pdf'), pdf.subarray(-40))
    await second.inbox.scan()
    await eventually(second.sources, [source('a.pdf', pdf)])
  })

  test('that grows, of a type that does not show its end, under one and the same time', async () => {
    const { folder, inbox, sources } = await openInbox()
    const path = join(folder, 'a.txt')
    const time = new Date(2026, 1)
    for (const text of ['....', 'a...', 'ab..', 'abcd', 'abcde']) {
      await writeFile(path, text)
      await utimes(path, time, time)
      await inbox.scan()
      await aWhile(70)
      expect(await sources()).toEqual([])
    }
    await eventually(sources, [source('a.txt', 'abcde')])
  })

  test('is taken as it is in the end', async () => {
    const patience = { quietMs: 20, unknownMs: 40, incompleteMs: 300 }
    const { folder, inbox, sources, files } = await openInbox({ patience })
    await writeFile(join(folder, 'a.pdf'), pdf.subarray(0, 900))
    await inbox.scan()
    await aWhile(150)
    expect(await sources()).toEqual([])
    await eventually(sources, [source('a.pdf', pdf.subarray(0, 900))])
    await eventually(files, ['.done/a.pdf'])
  })
})

test('a temporary name is passed over, the final one is taken once', async () => {
  const { folder, inbox, sources, files } = await openInbox()
  const passedOver = [
    '.DS_Store',
    '._a.pdf',
    '.~lock.a.odt#',
    '~$a.docx',
    '~WRL0001.tmp',
    'a.pdf.part',
    'b.CRDOWNLOAD',
    'c.pdf.filepart',
    'd.pdf.partial',
    'e.pdf.download',
    'Thumbs.db',
    'desktop.ini',
    '@eaDir/f.pdf',
    '#recycle/g.pdf',
    '$RECYCLE.BIN/h.pdf',
    'System Volume Information/i.pdf',
    '.hidden/j.pdf',
    'lost+found/k.pdf',
  ]
  for (const name of passedOver) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), pdf)
  }
  await inbox.scan()
  await aWhile(300)
  await inbox.scan()
  expect(await sources()).toEqual([])
  await rename(join(folder, 'a.pdf.part'), join(folder, 'a.pdf'))
  await inbox.scan()
  await eventually(sources, [source('a.pdf', pdf)])
  const others = async () => (await files()).filter((path) => !passedOver.includes(path))
  await eventually(others, ['.done/a.pdf'])
})

test('times in the past and the future do not matter, nor does a clock that jumps', async () => {
  const { folder, inbox, files } = await openInbox()
  for (const [name, year] of [
    ['cũ.pdf', 1975],
    ['mới.pdf', 2099],
  ] as const) {
    await writeFile(join(folder, name), pdf)
    await utimes(join(folder, name), new Date(year, 1), new Date(year, 1))
  }
  await inbox.scan()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
  onTestFinished(() => void vi.useRealTimers())
  await writeFile(join(folder, 'nay.pdf'), pdf)
  await inbox.scan()
  vi.setSystemTime(Date.now() - 3 * 86_400_000)
  await eventually(files, ['.done/cũ.pdf', '.done/mới.pdf', '.done/nay.pdf'])
})

test('a file that cannot be taken stays and is told of, the others go on, and it is tried again', async () => {
  let isBroken = true
  const box = await openInbox({
    pauseMs: 20,
    ingest: async ({ name }) => {
      if (name === 'a.txt' && isBroken) throw new Error('a fault of ours')
      return { id: 'x', isNew: true }
    },
    // Nothing is kept by that, so the rows of files name no document.
    store: withoutDocuments(openSqliteStore(':memory:')),
  })
  await writeFile(join(box.folder, 'a.txt'), 'a')
  await writeFile(join(box.folder, 'b.txt'), 'b')
  await box.inbox.scan()
  await eventually(box.files, ['.done/b.txt', 'a.txt'])
  await eventually(box.told, ['stuck'])
  expect((await box.notices.all())[0]?.message).toMatch(
    /: 1\. The last was a\.txt: a fault of ours/,
  )
  isBroken = false
  await eventually(box.files, ['.done/a.txt', '.done/b.txt'])
  await eventually(box.told, [])
})

test('two processes that watch one inbox take each file once', async () => {
  const first = await openInbox({ everyMs: 100 })
  const second = await openInbox({ base: first.base, everyMs: 100 })
  const names = Array.from({ length: 60 }, (_, n) => `${n}.txt`)
  for (const name of names) await writeFile(join(first.folder, name), name)
  await eventually(first.files, names.map((name) => `.done/${name}`).sort(), 20_000)
  await aWhile(300)
  expect(await first.sources()).toEqual(names.map((name) => source(name, name)).sort())
  expect([await first.told(), await second.told()]).toEqual([[], []])
  for (const id of await first.store.idsAfter('', 99)) await markFailed(first.store, id, error)
  await first.inbox.scan()
  const isFailed = (path: string) => path.startsWith('.failed')
  await eventually(async () => (await first.files()).filter(isFailed).length, 120)
  expect((await first.files()).filter((path) => !isFailed(path))).toEqual([])
})

describe('events of the system', () => {
  test('make it quick, in folders that are new too', async () => {
    const { folder, sources } = await openInbox({ events: true })
    await aWhile(100)
    await writeFile(join(folder, 'a.pdf'), pdf)
    await eventually(sources, [source('a.pdf', pdf)])
    await mkdir(join(folder, 'x', 'y'), { recursive: true })
    await writeFile(join(folder, 'x', 'y', 'b.pdf'), pdf)
    await eventually(sources, [source('a.pdf', pdf), source('x/y/b.pdf', pdf)])
  })

  test('go on after the folder that was watched is replaced', async () => {
    const { folder, inbox, sources } = await openInbox({ events: true })
    await mkdir(join(folder, 'x'))
    await inbox.scan()
    for (let time = 0; time < 3; time++) {
      await rm(join(folder, 'x'), { recursive: true })
      await mkdir(join(folder, 'x'))
      await aWhile(300)
    }
    await inbox.scan()
    await writeFile(join(folder, 'x', 'a.pdf'), pdf)
    await eventually(sources, [source('x/a.pdf', pdf)])
  })

  test('that never come are made up for by a look at all files now and then', async () => {
    const { folder, sources } = await openInbox({ events: false, everyMs: 250 })
    await aWhile(100)
    await writeFile(join(folder, 'a.pdf'), pdf)
    await eventually(sources, [source('a.pdf', pdf)])
    expect(never).toBeGreaterThan(250)
  })
})

const error = { code: 'corrupt', message: 'It is damaged.' }

/** A store that keeps files of inboxes without the documents they name. */
function withoutDocuments(store: Store): Store {
  return {
    ...store,
    putInboxFile: (file) => store.putInboxFile({ ...file, documentId: null }),
  }
}
