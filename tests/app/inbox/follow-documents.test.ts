// Files follow their documents: what could not be read lies in .failed with a note, and goes back when it was read after all.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openPostgresStore } from '../../../src/adapters/postgres/store.ts'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import { loadConfig } from '../../../src/config.ts'
import { createApp } from '../../../src/create-app.ts'
import { createLog } from '../../../src/log.ts'
import type { Store } from '../../../src/ports/store.ts'
import { markFailed, saveRecord } from '../../support/attempts.ts'
import { makeDocx, p, r } from '../../support/make-docx.ts'
import { hasPostgres } from '../../support/postgres.ts'
import { idOf, recordOf } from '../../support/record-of.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { eventually, filesIn, openInbox } from '../../support/test-inbox.ts'
import { usePostgres } from '../../support/use-postgres.ts'

const error = { code: 'encrypted', message: 'a.txt is protected by a password.' }
const today = () => new Date().toISOString().slice(0, 10)
const record = recordOf({ lines: ['Báo cáo'] })

function followsDocuments(openStore: (base: string) => Promise<Store>): void {
  const open = (more: Parameters<typeof openInbox>[0] = {}) => openInbox({ openStore, ...more })

  test('there and back, the note with it, also after a restart', async () => {
    const first = await open()
    await mkdir(join(first.folder, 'x'))
    await writeFile(join(first.folder, 'x', 'a.txt'), 'a')
    await first.inbox.scan()
    await eventually(first.files, ['.done/x/a.txt'])
    const id = idOf('a')
    await markFailed(first.store, id, error)
    await first.inbox.scan()
    const failed = ['.failed/x/a.txt', '.failed/x/a.txt.txt']
    await eventually(first.files, failed)
    const note = await readFile(join(first.folder, '.failed', today(), 'x', 'a.txt.txt'), 'utf8')
    for (const part of [
      /^\uFEFFx\/a\.txt\r\n/,
      /Lý do: Tệp được bảo vệ bằng mật khẩu\./,
      /Nên làm: Mở tệp bằng mật khẩu/,
      /Reason: a\.txt is protected by a password\./,
      /What to do: Open it with its password/,
      new RegExp(`Document: ${id}`),
    ])
      expect(note).toMatch(part)
    await first.inbox.scan()
    expect(await first.files()).toEqual(failed)
    await saveRecord(first.store, id, record)
    await first.inbox.close()

    const second = await open({ base: first.base })
    await second.inbox.scan()
    await eventually(second.files, ['.done/x/a.txt'])
    await markFailed(second.store, id, error)
    await second.inbox.scan()
    await eventually(second.files, failed)
  })

  test('a file that somebody took away from .done gets a note only', async () => {
    const { folder, inbox, store, files } = await open()
    await writeFile(join(folder, 'a.txt'), 'a')
    await inbox.scan()
    await eventually(files, ['.done/a.txt'])
    await rm(join(folder, '.done'), { recursive: true })
    await markFailed(store, idOf('a'), error)
    await inbox.scan()
    await eventually(files, ['.failed/a.txt.txt'])
    await saveRecord(store, idOf('a'), record)
    await inbox.scan()
    await eventually(files, [])
  })

  test.each([
    ['leave', ['a.txt']],
    ['delete', []],
  ] as const)('where files are to %s, there is a note only', async (after, rest) => {
    const { folder, inbox, store, files } = await open({ after })
    await writeFile(join(folder, 'a.txt'), 'a')
    await inbox.scan()
    await eventually(async () => (await store.misplacedFiles(folder, 1)).length, 0)
    await eventually(async () => (await store.idsAfter('', 9)).length, 1)
    await eventually(files, [...rest])
    await markFailed(store, idOf('a'), error)
    await eventually(async () => {
      await inbox.scan()
      return files()
    }, ['.failed/a.txt.txt', ...rest])
    await saveRecord(store, idOf('a'), record)
    await inbox.scan()
    await eventually(files, [...rest])
  })

  test('one document that came as two files: both follow', async () => {
    const { folder, inbox, store, files } = await open()
    for (const name of ['a.txt', 'b.txt']) await writeFile(join(folder, name), 'a')
    await inbox.scan()
    await eventually(files, ['.done/a.txt', '.done/b.txt'])
    await markFailed(store, idOf('a'), error)
    await inbox.scan()
    await eventually(async () => (await files()).filter((path) => path.endsWith('t.txt')).length, 2)
    // One more that comes when it has failed goes the same way.
    await writeFile(join(folder, 'c.txt'), 'a')
    await inbox.scan()
    await eventually(async () => {
      await inbox.scan()
      return (await files()).filter((path) => path.startsWith('.failed')).length
    }, 6)
  })
}

describe('SQLite', () => {
  followsDocuments(async (base) => openSqliteStore(join(base, 'vanthu.db')))
})

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema } = usePostgres()
  const urls = new Map<string, string>()
  followsDocuments((base) => {
    const url = urls.get(base) ?? freshSchema().url
    urls.set(base, url)
    return openPostgresStore(url)
  })
})

test('a whole application: types by content, whatever the name says; what is no document is quarantined', async () => {
  const base = await temporaryFolder()
  const config = loadConfig({
    environment: { VANTHU_DATA: join(base, 'data'), VANTHU_INBOX_QUIET_SECONDS: '0' },
    folder: base,
  })
  const app = await createApp(config, { log: createLog({ level: 'silent' }) })
  app.startWorkers()
  const inbox = await app.watchInbox()
  onTestFinished(async () => {
    await inbox.close()
    await app.close()
  })
  const docx = makeDocx({ body: p(r('Hội nghị giao ban tháng 3 tại Hòa Bình')) } as never)
  const page = '<!DOCTYPE html><html><body><p>Hội nghị giao ban tại Sơn La</p></body></html>'
  const files: Array<[string, string | Buffer]> = [
    ['là word.pdf', docx],
    ['là trang.docx', page],
    ['HOA.TXT', 'Hội nghị giao ban tại Lai Châu'],
    ['không đuôi', 'Hội nghị giao ban tại Điện Biên'],
    ['là chương trình.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3_000, 0x90)])],
  ]
  for (const [name, bytes] of files) await writeFile(join(base, 'inbox', name), bytes)
  const folder = join(base, 'inbox')
  await eventually(
    async () => {
      await inbox.scan()
      return filesIn(folder)
    },
    [
      '.done/HOA.TXT',
      '.done/không đuôi',
      '.done/là trang.docx',
      '.done/là word.pdf',
      '.failed/là chương trình.pdf',
      '.failed/là chương trình.pdf.txt',
    ],
    40_000,
  )
  await app.idle()
  const { counts, failures, notices } = await app.status()
  expect(counts).toMatchObject({ extracted: 4, failed: 1 })
  expect(failures).toMatchObject([{ name: 'là chương trình.pdf', code: 'unsupported' }])
  expect(notices).toEqual([])
})
