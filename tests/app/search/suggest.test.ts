import { describe, expect, test } from 'vitest'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import type { App } from '../../../src/app/app.ts'
import { saveRecord } from '../../support/attempts.ts'
import { recordOf } from '../../support/record-of.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openTestApp } from '../../support/test-app.ts'

const texts = [
  'Hội nghị giao ban ngành giáo dục huyện Mường Chà.',
  'Giáo dục mầm non ở Mường Chà; giáo viên dạy giỏi.',
  'Đồng chí Lường Thị Ín dự hội nghị giáo viên.',
  'Kế hoạch dạy học hai buổi của giáo viên.',
  'Đoàn ra từ Liêm Sơn.',
  'Từ liên hệ tới từ liên tịch.',
  'Từ liên đoàn.',
]

async function openWith(): Promise<App> {
  const folder = await temporaryFolder()
  const app = await openTestApp({ folder })
  const store = openSqliteStore(app.config.storeUrl.replace('sqlite:', ''))
  for (const text of texts) {
    const { id } = await app.ingest({ name: 'a.txt', bytes: Buffer.from(text) })
    await saveRecord(store, id, recordOf({ lines: [text] }))
  }
  await store.close()
  return app
}

describe('did you mean', () => {
  test.each<[typed: string, suggestion: string]>([
    ['hoi ngih', 'hoi nghi'],
    ['giao dcu', 'giao duc'],
    ['gaio vien', 'giao vien'],
    ['hội nghij', 'hội nghị'],
    ['muong chaa -mam', 'muong cha -mam'],
    // The nearer one, though the other is said more.
    ['tu liemm', 'tu liem'],
    ['"giao vienn" day', '"giao vien" day'],
    ['kế hoach dayj hocj', 'kế hoach dạy học'],
  ])('%s → %s', async (typed, suggestion) => {
    const app = await openWith()
    const found = await app.search({ q: typed, limit: 5 })
    expect(found).toMatchObject({ total: 0, suggestion })
    expect((await app.search({ q: suggestion, limit: 5 })).total).toBeGreaterThan(0)
  })

  test.each(['giao vien', 'xyzxyzxyz', '', '???', 'năm:2023', '12/2020/NQ', 'giao -giao'])(
    'nothing for %s',
    async (typed) => {
      const app = await openWith()
      expect((await app.search({ q: typed, limit: 5 })).suggestion).toBeNull()
    },
  )
})

test('a query that is too long is cut, and told so', async () => {
  const app = await openWith()
  const found = await app.search({ q: `giáo viên ${'và '.repeat(300)}`, limit: 5 })
  expect(found.cutTo?.startsWith('giáo viên và')).toBe(true)
})
