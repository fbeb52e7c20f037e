// What every Store does with corrections. An adapter's test calls this with a way to open an empty one that applies them.
import { beforeEach, describe, expect, test } from 'vitest'
import { differingParts } from '../../src/app/compare-documents.ts'
import type { NewCorrection } from '../../src/model/correction.ts'
import type { VanthuRecord } from '../../src/model.ts'
import type { ApplyCorrections, Store, WholeDocument } from '../../src/ports/store.ts'
import { applyCorrections } from '../../src/record/corrections/apply-corrections.ts'
import { quoteOf } from '../../src/record/corrections/find-quote.ts'
import { saveRecord } from '../support/attempts.ts'
import { idOf, recordOf } from '../support/record-of.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'
const at = '2026-03-02T09:00:00.000Z'
const id = idOf('bao-cao')

/** A record in which an official is misread, as an extractor might make it. */
function extracted(change: Partial<VanthuRecord> = {}): VanthuRecord {
  const record = recordOf({
    lines: ['title: Trang chủ', 'Hội nghị sơ kết', 'Dự có ông Tòng Văn Mẫu, Giám đốc Sở.'],
    publishedAt: '2032-02-09',
  })
  const [found] = recordOf({ lines: ['x'], officials: ['Tòng Văn Mâu'] }).officials
  const start = record.text.indexOf('Tòng')
  const mention = { start, end: start + 'Tòng Văn Mẫu'.length, text: 'Tòng Văn Mẫu' }
  record.officials = found ? [{ ...found, mentions: [mention] }] : []
  return { ...record, ...change }
}

const text = extracted().text
const common = { documentId: id, who: 'Lan', at }
const officialCorrected: NewCorrection = {
  ...common,
  item: 'official',
  action: 'correct',
  target: {
    value: 'Tòng Văn Mâu',
    quote: quoteOf(text, { start: text.indexOf('Tòng'), end: text.indexOf(', Giám') }),
  },
  value: { name: 'Tòng Văn Mẫu', honorifics: ['ông'], degrees: [], positions: [] },
}
const field = (target: 'title' | 'publishedAt' | 'documentType', value: string): NewCorrection => ({
  ...common,
  item: 'field',
  action: 'correct',
  target,
  value,
})

export function runCorrectionsContract({
  name,
  create,
}: {
  name: string
  create: (apply: ApplyCorrections) => Promise<Store>
}): void {
  describe(`${name} as a Store of corrections`, () => {
    let store: Store
    const find = async (query: object) => (await store.search({ limit: 5, ...query })).total
    const names = async () => (await store.getRecord(id))?.officials.map((o) => o.name)
    const save = (record = extracted()) => saveRecord(store, id, record)

    beforeEach(async () => {
      store = await create(applyCorrections)
      await store.addDocument({ id, source: { name: 'a.pdf' }, bytes: 12, receivedAt })
      await save()
      return () => store.close()
    })

    test('without corrections, what was extracted is what is shown', async () => {
      expect(await store.correctionsOf(id)).toEqual([])
      expect(await store.getExtracted(id)).toEqual(await store.getRecord(id))
      expect((await store.wholeDocument(id))?.extracted).toBeNull()
      expect(await store.getExtracted(idOf('none'))).toBeNull()
    })

    test('numbers them, keeps them as they came, and applies them at once', async () => {
      const before = await store.getDocument(id)
      const first = await store.addCorrection(officialCorrected)
      const second = await store.addCorrection(field('title', 'Hội nghị sơ kết'))
      expect([first.number, second.number]).toEqual([1, 2])
      expect(await store.correctionsOf(id)).toEqual([
        { ...officialCorrected, number: 1 },
        { ...field('title', 'Hội nghị sơ kết'), number: 2 },
      ])
      expect(await names()).toEqual(['Tòng Văn Mẫu'])
      expect(await store.getExtracted(id)).toEqual(extracted())
      const after = await store.getDocument(id)
      expect(after).toMatchObject({ state: 'extracted', nextJob: null })
      expect(after?.changedAt.localeCompare(before?.changedAt ?? '')).toBeGreaterThanOrEqual(0)
    })

    test('search, its facets and its order are those of the corrected record', async () => {
      expect(await find({ official: 'Tòng Văn Mâu' })).toBe(1)
      await store.addCorrection(officialCorrected)
      await store.addCorrection(field('publishedAt', '2023-02-09'))
      await store.addCorrection(field('documentType', 'report'))
      await store.addCorrection(field('title', 'Tổng kết thi đua'))
      const { hits, facets } = await store.search({ q: 'tong ket thi dua', limit: 5 })
      expect(hits).toMatchObject([{ title: 'Tổng kết thi đua', publishedAt: '2023-02-09' }])
      expect(facets).toMatchObject({
        official: [{ value: 'Tòng Văn Mẫu', count: 1 }],
        year: [{ value: '2023', count: 1 }],
        type: [{ value: 'report', count: 1 }],
      })
      expect(await find({ year: '2032' })).toBe(0)
      expect(await find({ year: '2023', type: 'report', official: 'Tòng Văn Mẫu' })).toBe(1)
      expect(await find({ type: 'article' })).toBe(0)
      expect((await store.search({ limit: 5 })).facets.official).toHaveLength(1)
      // The lines that looked like a title are text, still.
      expect(await find({ q: 'trang chủ' })).toBe(1)
    })

    test('they outlive another extraction, which is kept as extracted', async () => {
      await store.addCorrection(officialCorrected)
      const madeBy = { parser: 'test/2', extractor: '2', lexicon: 'new' }
      await save(extracted({ madeBy }))
      expect(await names()).toEqual(['Tòng Văn Mẫu'])
      expect(await store.getExtracted(id)).toEqual(extracted({ madeBy }))
      expect(await find({ official: 'Tòng Văn Mẫu' })).toBe(1)
      expect((await store.getRecord(id))?.madeBy).toEqual(madeBy)
    })

    test('one withdrawn is kept, and no longer applied', async () => {
      await store.addCorrection(officialCorrected)
      const by = { who: 'Minh', at: '2026-03-03T09:00:00.000Z' }
      const withdrawn = await store.withdrawCorrection(id, 1, by)
      expect(withdrawn).toMatchObject({ number: 1, withdrawnBy: 'Minh', withdrawnAt: by.at })
      expect(await store.correctionsOf(id)).toEqual([withdrawn])
      expect(await store.getRecord(id)).toEqual(extracted())
      expect((await store.wholeDocument(id))?.extracted).toBeNull()
      expect(await find({ official: 'Tòng Văn Mâu' })).toBe(1)
      const again = await store.withdrawCorrection(id, 1, { who: 'Hoa', at: receivedAt })
      expect(again).toEqual(withdrawn)
      expect(await store.withdrawCorrection(id, 2, by)).toBeNull()
      expect(await store.withdrawCorrection(idOf('none'), 1, by)).toBeNull()
      expect((await store.addCorrection(officialCorrected)).number).toBe(2)
    })

    test('one made while the document is extracted is in the record, whoever is first', async () => {
      for (let round = 1; round <= 10; round++) {
        const title = `Lần ${round}`
        await Promise.all([
          save(extracted({ keywords: [title] })),
          store.addCorrection(field('title', title)),
        ])
        expect(await store.getRecord(id)).toMatchObject({ title, keywords: [title] })
      }
      const numbers = (await store.correctionsOf(id)).map(({ number }) => number)
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    })

    test('several at once all get numbers of their own', async () => {
      const titles = Array.from({ length: 8 }, (_, i) => `Tiêu đề ${i}`)
      const made = await Promise.all(
        titles.map((title) => store.addCorrection(field('title', title))),
      )
      expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      const last = (await store.correctionsOf(id)).at(-1)
      expect((await store.getRecord(id))?.title).toBe(last?.value)
    })

    test('one that does not fit its schema is refused whole', async () => {
      const wrong = { ...field('title', 'x'), who: '' } as NewCorrection
      await expect(store.addCorrection(wrong)).rejects.toThrow('who')
      const stranger = { ...field('title', 'x'), documentId: idOf('none') }
      await expect(store.addCorrection(stranger)).rejects.toThrow(idOf('none'))
      expect(await store.correctionsOf(id)).toEqual([])
      expect(await store.getRecord(id)).toEqual(extracted())
    })

    test('a document without a record keeps them until there is one', async () => {
      const other = idOf('khac')
      await store.addDocument({ id: other, source: { name: 'b.pdf' }, bytes: 1, receivedAt })
      await store.addCorrection({ ...field('title', 'Hội nghị'), documentId: other })
      expect(await store.getRecord(other)).toBeNull()
      await saveRecord(store, other, recordOf({ lines: ['title: Sai', 'Nội dung'] }))
      expect((await store.getRecord(other))?.title).toBe('Hội nghị')
    })

    test('those of all documents come page by page, by id and number', async () => {
      const other = idOf('khac')
      await store.addDocument({ id: other, source: { name: 'b.pdf' }, bytes: 1, receivedAt })
      for (const title of ['a', 'b', 'c']) {
        await store.addCorrection(field('title', title))
        await store.addCorrection({ ...field('title', title), documentId: other })
      }
      const seen: string[] = []
      for (let page = await store.correctionsAfter(null, 2); page.length > 0; ) {
        seen.push(...page.map(({ documentId, number }) => `${documentId} ${number}`))
        page = await store.correctionsAfter(page.at(-1) ?? null, 2)
      }
      const [low = '', high = ''] = [id, other].sort()
      expect(seen).toEqual(
        [1, 2, 3].map((n) => `${low} ${n}`).concat([1, 2, 3].map((n) => `${high} ${n}`)),
      )
    })

    test('they go with the whole document to another store, and from it', async () => {
      await store.addCorrection(officialCorrected)
      await store.addCorrection(field('title', 'Rác \0 \u001B'))
      await store.withdrawCorrection(id, 2, { who: 'Minh', at })
      const whole = (await store.wholeDocument(id)) as WholeDocument
      expect(whole.corrections).toEqual(await store.correctionsOf(id))
      expect(whole.extracted).toEqual(extracted())
      const other = await create(applyCorrections)
      await other.putDocument(whole)
      expect(differingParts(whole, (await other.wholeDocument(id)) as WholeDocument)).toEqual([])
      expect(await other.getExtracted(id)).toEqual(extracted())
      expect((await other.search({ official: 'Tòng Văn Mẫu', limit: 5 })).total).toBe(1)
      // Written over one that has others.
      await other.addCorrection(field('title', 'Thêm'))
      await other.putDocument(whole)
      expect(await other.correctionsOf(id)).toEqual(whole.corrections)
      await other.close()
      const changed = { ...whole, corrections: whole.corrections.slice(1) }
      expect(differingParts(whole, changed)).toEqual(['corrections'])
    })

    test('they are forgotten with their document', async () => {
      await store.addCorrection(officialCorrected)
      await store.forget([id], at)
      expect(await store.correctionsOf(id)).toEqual([])
      expect(await store.correctionsAfter(null, 5)).toEqual([])
    })
  })
}
