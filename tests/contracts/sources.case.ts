// What every Store does with where documents came from, with files of inboxes, and with notices.
import { beforeEach, describe, expect, test } from 'vitest'
import type { InboxFile } from '../../src/ports/inbox.ts'
import type { Store } from '../../src/ports/store.ts'
import { markFailed, saveRecord } from '../support/attempts.ts'
import { idOf, recordOf } from '../support/record-of.ts'

const day = (n: number) => `2026-03-0${n}T08:00:00.000Z`
const [a, b, c] = [idOf('a'), idOf('b'), idOf('c')]
const folder = '/srv/scans'
const file = (more: Partial<InboxFile>): InboxFile => ({
  folder,
  path: '2023/báo cáo.pdf',
  size: 12,
  mtimeMs: 1_700_000_000_123.25,
  documentId: null,
  error: null,
  shelf: 'done',
  shelfPath: '.done/2026-03-01/2023/báo cáo.pdf',
  notePath: null,
  at: day(1),
  ...more,
})

export function runSourcesContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<Store>
}): void {
  describe(`${name} as a Store of sources`, () => {
    let store: Store
    beforeEach(async () => {
      store = await create()
      return () => store.close()
    })
    const add = (id: string, place: string, at: string, tags: string[] = []) =>
      store.addDocument({
        id,
        bytes: 1,
        source: { name: place.split('/').at(-1) ?? '', place, tags },
        receivedAt: at,
      })
    const versions = async (id: string, limit = 10) =>
      (await store.versionsOf(id, limit)).map((version) => version.id)

    describe('sources', () => {
      test('the same bytes from two places are one document with two sources', async () => {
        expect((await add(a, '2023/báo cáo.pdf', day(1), ['2023'])).isNew).toBe(true)
        expect((await add(a, 'https://example.vn/x', day(2))).isNew).toBe(false)
        expect(await store.sourcesOf(a)).toEqual([
          {
            name: 'báo cáo.pdf',
            place: '2023/báo cáo.pdf',
            tags: ['2023'],
            receivedAt: day(1),
            lastAt: day(1),
          },
          {
            name: 'x',
            place: 'https://example.vn/x',
            tags: [],
            receivedAt: day(2),
            lastAt: day(2),
          },
        ])
      })

      test('coming again from the same place is noted, whatever the clock says', async () => {
        await add(a, 'x.pdf', day(2))
        await add(a, 'x.pdf', day(3), ['mới'])
        await add(a, 'x.pdf', day(1), ['mới'])
        expect(await store.sourcesOf(a)).toMatchObject([
          { tags: ['mới'], receivedAt: day(2), lastAt: day(3) },
        ])
      })

      test('one without a place came from its name; inside a container it came from none', async () => {
        await store.addDocument({ id: a, bytes: 1, source: { name: 'x.zip' }, receivedAt: day(1) })
        const container = { id: a, types: ['application/zip'] }
        for (let time = 0; time < 2; time++)
          await store.addDocument({
            ...{ id: b, bytes: 1, source: { name: 'y.pdf' }, receivedAt: day(1), container },
          })
        await store.addDocument({ id: b, bytes: 1, source: { name: 'y.pdf' }, receivedAt: day(2) })
        const places = async (id: string) => (await store.sourcesOf(id)).map(({ place }) => place)
        expect(await places(a)).toEqual(['x.zip'])
        expect(await places(b)).toEqual([null, 'y.pdf'])
      })
    })

    describe('versions', () => {
      test('other bytes from the same place, the one that came last being the newest', async () => {
        await add(a, 'x.pdf', day(1))
        expect(await versions(a)).toEqual([a])
        await add(b, 'x.pdf', day(2))
        await add(c, 'khác.pdf', day(2))
        expect(await versions(a)).toEqual([a, b])
        expect(await versions(b)).toEqual([a, b])
        expect(await versions(c)).toEqual([c])
        await add(a, 'x.pdf', day(3))
        expect(await versions(b)).toEqual([b, a])
        expect(await store.versionsOf(a, 1)).toEqual([
          { id: a, name: 'x.pdf', state: 'pending', lastAt: day(3) },
        ])
      })

      test('members of one name in two archives are none of each other', async () => {
        for (const [archive, member] of [
          [a, b],
          [idOf('kho'), c],
        ] as const) {
          await add(archive, `${archive}.zip`, day(1))
          const container = { id: archive, types: ['application/zip'] }
          await store.addDocument({
            ...{ id: member, bytes: 1, source: { name: 'x.pdf' }, receivedAt: day(1), container },
          })
        }
        expect(await versions(b)).toEqual([])
        await add(b, 'x.pdf', day(2))
        expect(await versions(b)).toEqual([b])
      })

      test('of places longer than any index row', async () => {
        const place = `https://example.vn/${'ă'.repeat(5_000)}`
        await add(a, place, day(1))
        await add(b, place, day(2))
        expect(await versions(a)).toEqual([a, b])
      })
    })

    describe('files of inboxes', () => {
      test('one that lies in another one’s place takes its row', async () => {
        await add(a, 'x.pdf', day(1))
        expect(await store.knowsInbox(folder)).toBe(false)
        const number = await store.putInboxFile(
          file({ shelf: 'left', shelfPath: '2023/báo cáo.pdf', documentId: a }),
        )
        const other = file({
          shelf: 'left',
          shelfPath: '2023/báo cáo.pdf',
          size: 13,
          error: { code: 'empty', message: 'The file is empty.' },
          notePath: '.failed/x.txt',
        })
        expect(await store.putInboxFile(other)).toBe(number)
        expect(await store.inboxFilesLeft(folder)).toEqual([{ ...other, number }])
        expect(await store.inboxFilesLeft('/srv/mail')).toEqual([])
        expect(await store.knowsInbox(folder)).toBe(true)
        await store.changeInboxFile(number, null)
        expect(await store.inboxFilesLeft(folder)).toEqual([])
      })

      test('deleted ones are kept by document, and make no inbox known', async () => {
        await add(a, 'x.pdf', day(1))
        await add(b, 'x.pdf', day(2))
        const gone = { shelf: 'deleted', shelfPath: 'x.pdf', path: 'x.pdf' } as const
        const first = await store.putInboxFile(file({ ...gone, documentId: a }))
        expect(await store.putInboxFile(file({ ...gone, documentId: b }))).not.toBe(first)
        expect(await store.putInboxFile(file({ ...gone, documentId: a }))).toBe(first)
        expect(await store.knowsInbox(folder)).toBe(false)
        expect(await store.inboxFilesLeft(folder)).toEqual([])
      })

      test('a row that moves to the place of another replaces it', async () => {
        const first = await store.putInboxFile(file({}))
        const second = await store.putInboxFile(file({ shelf: 'left', shelfPath: 'x' }))
        await store.changeInboxFile(first, file({ shelf: 'left', shelfPath: 'x', size: 7 }))
        expect(await store.inboxFilesLeft(folder)).toMatchObject([{ number: first, size: 7 }])
        await store.changeInboxFile(second, file({ shelf: 'left', shelfPath: 'y' }))
        expect(await store.inboxFilesLeft(folder)).toHaveLength(1)
      })

      test('lie wrong where their document ended otherwise, until that is told', async () => {
        const error = { code: 'encrypted', message: 'x.pdf is protected by a password.' }
        await add(a, 'x.pdf', day(1))
        const number = await store.putInboxFile(file({ documentId: a }))
        expect(await store.misplacedFiles(folder, 10)).toEqual([])
        await markFailed(store, a, error)
        const [lies] = await store.misplacedFiles(folder, 10)
        expect(lies).toEqual({ ...file({ documentId: a }), number, name: 'x.pdf', failure: error })
        expect(await store.misplacedFiles('/srv/mail', 10)).toEqual([])
        await store.changeInboxFile(number, file({ documentId: a, error, shelf: 'failed' }))
        expect(await store.misplacedFiles(folder, 10)).toEqual([])
        await saveRecord(store, a, recordOf({ lines: ['Báo cáo'] }))
        expect(await store.misplacedFiles(folder, 10)).toMatchObject([{ number, failure: null }])
        expect(await store.misplacedFiles(folder, 0)).toEqual([])
      })
    })

    describe('notices', () => {
      const notice = (process: string, code: string, n: number) => ({
        ...{ process, code, message: `${code} ${n}`, since: day(n) },
      })
      test('are told oldest first, once each, from when they began', async () => {
        await store.putNotice(notice('inbox', 'disk-full', 2))
        await store.putNotice(notice('inbox', 'locked', 1))
        await store.putNotice({ ...notice('inbox', 'disk-full', 3) })
        await store.putNotice(notice('khác', 'locked', 4))
        expect(await store.notices()).toEqual([
          notice('inbox', 'locked', 1),
          { ...notice('inbox', 'disk-full', 3), since: day(2) },
          notice('khác', 'locked', 4),
        ])
        await store.clearNotice('inbox', 'locked')
        expect(await store.notices()).toHaveLength(2)
        await store.clearNotice('inbox')
        expect(await store.notices()).toEqual([notice('khác', 'locked', 4)])
        await store.clearNotice('nowhere', 'x')
      })
    })
  })
}
