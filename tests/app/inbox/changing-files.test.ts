// Files that come again, and files that change while they are looked at or read.
import { createHash } from 'node:crypto'
import { mkdir, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createLocalQueue } from '../../../src/adapters/queues/local-queue.ts'
import { ingest } from '../../../src/app/ingest.ts'
import { aWhile, eventually, openInbox, source } from '../../support/test-inbox.ts'
import { writePdf } from '../../support/write-pdf.ts'

const pdf = Buffer.from(
  writePdf([{ texts: [{ x: 72, y: 92, text: 'Báo cáo giao ban '.repeat(3_000) }] }]),
)

describe('the same bytes and other bytes', () => {
  test('two names are one document with two sources', async () => {
    const { folder, inbox, store, sources } = await openInbox()
    await mkdir(join(folder, 'sub'))
    await writeFile(join(folder, 'a.pdf'), pdf)
    await writeFile(join(folder, 'sub', 'a.pdf'), pdf)
    await inbox.scan()
    await eventually(sources, [source('a.pdf', pdf), source('sub/a.pdf', pdf)])
    expect((await store.countStates()).pending).toBe(1)
  })

  test('one name again is another version, linked to the first, and none replaces the other', async () => {
    const { folder, inbox, store, files } = await openInbox()
    const newer = Buffer.concat([pdf, Buffer.from('% 2\n%%EOF')])
    await writeFile(join(folder, 'a.pdf'), pdf)
    await inbox.scan()
    await eventually(files, ['.done/a.pdf'])
    await writeFile(join(folder, 'a.pdf'), newer)
    await inbox.scan()
    await eventually(files, ['.done/a (2).pdf', '.done/a.pdf'])
    const [id] = await store.idsAfter('', 1)
    const hashes = [pdf, newer].map((bytes) => createHash('sha256').update(bytes).digest('hex'))
    expect((await store.versionsOf(id ?? '', 9)).map((version) => version.id)).toEqual(hashes)
  })

  test('a place is one, whether a Mac or a PC wrote its accents', async () => {
    const { folder, inbox, store, files } = await openInbox()
    await writeFile(join(folder, 'báo cáo.txt'.normalize('NFD')), '1')
    await inbox.scan()
    await eventually(async () => (await files()).length, 1)
    await eventually(async () => (await files())[0]?.slice(0, 5), '.done')
    await writeFile(join(folder, 'báo cáo.txt'.normalize('NFC')), '2')
    await inbox.scan()
    await eventually(async () => (await store.idsAfter('', 9)).length, 2)
    const [id] = await store.idsAfter('', 1)
    expect(await store.versionsOf(id ?? '', 9)).toHaveLength(2)
  })
})

describe('a file that changes', () => {
  /** A stream that has `change` happen after its first piece. */
  const slowly = (change: (path: string) => Promise<void>) => {
    let path = ''
    let done = false
    return {
      use: (inboxPath: string) => {
        path = inboxPath
      },
      async *through(bytes: AsyncIterable<Buffer>) {
        for await (const piece of bytes) {
          yield piece
          if (!done) {
            done = true
            await change(path)
          }
        }
      },
    }
  }
  const other = Buffer.from(pdf).fill(0x20, 300, 400)

  test.each<[how: string, change: (path: string) => Promise<void>, kept: Buffer[]]>([
    [
      'replaced while it is read: what was read is kept as what it is, the other one too',
      async (path) => {
        await writeFile(`${path}.part`, other)
        await rename(`${path}.part`, path)
      },
      [pdf, other],
    ],
    [
      'written to while it is read: only what it became is kept',
      async (path) => writeFile(path, other),
      [other],
    ],
    ['deleted while it is read: what was read is kept', async (path) => unlink(path), [pdf]],
  ])('%s', async (_, change, kept) => {
    const slow = slowly(change)
    const opened: { context?: Parameters<typeof ingest>[0] } = {}
    const box = await openInbox({
      ingest: (input) => {
        if (!opened.context) throw new Error('not yet open')
        const bytes = Readable.from(slow.through(input.bytes as unknown as AsyncIterable<Buffer>))
        return ingest(opened.context, { ...input, bytes })
      },
    })
    slow.use(join(box.folder, 'a.pdf'))
    const log = { debug() {}, info() {}, warn() {}, error() {} }
    opened.context = {
      ...{ store: box.store, blobs: box.blobs, queue: createLocalQueue(), log },
    } as unknown as Parameters<typeof ingest>[0]
    await writeFile(join(box.folder, 'a.pdf'), pdf)
    await box.inbox.scan()
    const expected = kept.map((bytes) => source('a.pdf', bytes)).sort()
    await eventually(box.sources, expected)
    await box.inbox.scan()
    await aWhile(200)
    await box.inbox.scan()
    expect(await box.sources()).toEqual(expected)
    for (const id of await box.store.idsAfter('', 9))
      expect(
        createHash('sha256')
          .update(await box.blobs.get(id))
          .digest('hex'),
      ).toBe(id)
  })

  test('deleted before it is quiet: nothing is taken, nothing told', async () => {
    const { folder, inbox, sources, told, log } = await openInbox()
    await writeFile(join(folder, 'a.pdf'), pdf)
    await inbox.scan()
    await unlink(join(folder, 'a.pdf'))
    await aWhile(200)
    await inbox.scan()
    expect([await sources(), await told(), log]).toEqual([[], [], []])
  })
})
