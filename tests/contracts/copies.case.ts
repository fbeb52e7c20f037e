// What every Store does with copies and versions: families, and what search makes of them.
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FoundHits, SearchQuery } from '../../src/ports/search.ts'
import type { Store } from '../../src/ports/store.ts'
import { saveRecord } from '../support/attempts.ts'
import { article, form, misread, otherArticle } from '../support/near-texts.ts'
import { idOf, type RecordParts, recordOf } from '../support/record-of.ts'

/** A document: its name, where it came from ("" for nowhere else), on which day of March, and its record. */
type Kept = RecordParts & { place?: string; day?: number }

const instant = (day: number) => `2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z`
const misreadOnce = misread(article, 40)
const misreadTwice = misread(misreadOnce, 40, 20)
const rewritten = [...article.slice(0, 4), ...otherArticle.slice(0, 2)]

const plan = form('thôn Nà Cọ', ['9/9/2025', '12.500.000', '36', '2024-2025'])

/** By name; `families` are those of them that belong together. */
const archive: Record<string, Kept> = {
  bao: { lines: ['title: Sơ kết thi đua', ...article] },
  trang: {
    lines: [
      'boilerplate: Trang chủ | Liên hệ',
      'byline: Minh Hà',
      ...article,
      'boilerplate: 1234 lượt xem',
    ],
  },
  scan: {
    lines: [
      `header: SỞ GIÁO DỤC ${otherArticle.join(' ')}`,
      ...misreadOnce,
      'signature: KT. GIÁM ĐỐC',
    ],
  },
  // Like the scan, not like the article.
  fax: { lines: misreadTwice },
  bao2: { lines: rewritten, place: 'https://bao.vn/1' },
  bao1: {
    lines: ['boilerplate: Đầu trang', ...otherArticle, ...article],
    place: 'https://bao.vn/1',
  },
  lu: { lines: otherArticle, place: 'quet.pdf' },
  khen1: {
    lines: form('bà Hà Thị Xuân', ['15/6/2023', '500.000', '10', '2022-2023']),
    place: 'quet.pdf',
    number: null,
  },
  khen2: { lines: form('ông Vì Văn Sáng', ['20/12/2024', '750.000', '12', '2023-2024']) },
  so1: { lines: plan, number: '12/KH-UBND' },
  so2: { lines: plan, number: '15/KH-UBND' },
  so2b: { lines: plan, number: '15/KH–UBND' },
  ngan1: { lines: ['Thông báo nghỉ lễ.'] },
  ngan2: { lines: ['Thông báo nghỉ lễ.'] },
}
const families = [
  ['bao', 'trang', 'scan', 'fax'],
  ['bao1', 'bao2'],
  ['so2', 'so2b'],
]

const add = (store: Store, name: string, { place, day = 1 }: Kept) =>
  store.addDocument({
    id: idOf(name),
    bytes: 1,
    source: { name, place: place ?? `nơi của ${name}` },
    receivedAt: instant(day),
  })

async function put(store: Store, name: string, kept: Kept): Promise<void> {
  await add(store, name, kept)
  await saveRecord(store, idOf(name), recordOf(kept))
}

async function putAll(store: Store, all: Record<string, Kept>): Promise<void> {
  for (const [name, kept] of Object.entries(all)) await put(store, name, kept)
}

const copiesOf = async (store: Store, name: string, limit = 50) =>
  (await store.copiesOf(idOf(name), limit)).copies.map((copy) => copy.name)

/** Names of documents by what they belong together with, in the order of letters. */
async function familiesIn(store: Store, names: Iterable<string>): Promise<string[][]> {
  const found = new Map<string, string[]>()
  for (const name of names) {
    const members = [name, ...(await copiesOf(store, name))].sort()
    if (members.length > 1) found.set(members.join(), members)
  }
  return [...found.values()].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}
const sorted = (all: readonly (readonly string[])[]) =>
  all.map((one) => one.toSorted()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))

export function runCopiesContract({
  name,
  create,
  runs,
}: {
  name: string
  create: () => Promise<Store>
  /** How often the slow tests draw. */
  runs: number
}): void {
  describe(`${name} as a Store of copies`, () => {
    let store: Store
    beforeEach(async () => {
      store = await create()
      return () => store.close()
    })

    describe('families', () => {
      test('are those of one text or one place, and hang together by what resembles both', async () => {
        await putAll(store, archive)
        expect(await familiesIn(store, Object.keys(archive))).toEqual(sorted(families))
        expect(await store.copiesOf(idOf('ngan1'), 5)).toEqual({ count: 0, copies: [] })
        expect(await store.copiesOf(idOf('không có'), 5)).toEqual({ count: 0, copies: [] })
      })

      test('tell of copies in the order they were received, and how they relate', async () => {
        await put(store, 'bao1', { ...archive.bao1, lines: article, day: 3 })
        await put(store, 'trang', { lines: article, day: 2 })
        await put(store, 'bao2', { lines: rewritten, place: 'https://bao.vn/1', day: 4 })
        await put(store, 'cũ', { lines: rewritten, place: 'https://bao.vn/1', day: 1 })
        const copy = (name: string, day: number, relation: string) => ({
          ...{ id: idOf(name), name, receivedAt: instant(day), relation },
        })
        expect(await store.copiesOf(idOf('bao1'), 9)).toEqual({
          count: 3,
          copies: [
            copy('cũ', 1, 'older-version'),
            copy('trang', 2, 'copy'),
            copy('bao2', 4, 'newer-version'),
          ],
        })
        expect(await store.copiesOf(idOf('bao1'), 1)).toEqual({
          count: 3,
          copies: [copy('cũ', 1, 'older-version')],
        })
      })

      test('do not depend on the order of arrival, nor on what was saved, forgotten or put before', async () => {
        const names = Object.keys(archive)
        await fc.assert(
          fc.asyncProperty(
            fc.shuffledSubarray(names, { minLength: names.length }),
            fc.subarray(names),
            fc.subarray(names),
            fc.subarray(names),
            async (order, saved, forgotten, putAgain) => {
              const store = await create()
              try {
                for (const [i, name] of order.entries()) {
                  const kept = archive[name] ?? { lines: [] }
                  // Something else at first, like what another one is.
                  const other = archive[order[i - 1] ?? name] ?? kept
                  if (saved.includes(name))
                    await put(store, name, {
                      lines: other.lines,
                      number: other.number ?? null,
                      place: kept.place ?? `nơi của ${name}`,
                    })
                  if (forgotten.includes(name)) await store.forget([idOf(name)], instant(9))
                  await put(store, name, kept)
                }
                for (const name of putAgain) {
                  const whole = await store.wholeDocument(idOf(name))
                  if (!whole?.record) throw new Error(`${name} has no record`)
                  await store.putDocument({ ...whole, record: null, sources: [] })
                  await store.putDocument(whole)
                }
                expect(await familiesIn(store, names)).toEqual(sorted(families))
                for (const name of names) expect(await store.indexFaults(idOf(name))).toEqual([])
                expect(await store.storeFaults()).toEqual([])
              } finally {
                await store.close()
              }
            },
          ),
          { numRuns: runs },
        )
      })

      test('part where what held them together is forgotten or becomes another text', async () => {
        await putAll(store, {
          bao: { lines: article },
          scan: { lines: misreadOnce },
          fax: { lines: misreadTwice },
        })
        expect(await copiesOf(store, 'bao')).toHaveLength(2)
        await saveRecord(store, idOf('scan'), recordOf({ lines: otherArticle }))
        expect(await familiesIn(store, ['bao', 'scan', 'fax'])).toEqual([])
        await saveRecord(store, idOf('scan'), recordOf({ lines: misreadOnce }))
        expect(await copiesOf(store, 'fax')).toHaveLength(2)
        await store.forget([idOf('scan')], instant(5))
        expect(await familiesIn(store, ['bao', 'fax'])).toEqual([])
        expect(await store.storeFaults()).toEqual([])
      })

      test('follow a number that turns out to be another', async () => {
        const lines = article
        await putAll(store, {
          a: { lines, number: '12/BC-SGD' },
          b: { lines, number: '12/BC-SGD' },
        })
        expect(await copiesOf(store, 'a')).toEqual(['b'])
        await saveRecord(store, idOf('b'), recordOf({ lines, number: '21/BC-SGD' }))
        expect(await copiesOf(store, 'a')).toEqual([])
      })

      test('follow a document that comes from a further place', async () => {
        await putAll(store, { a: { lines: article }, b: { lines: rewritten } })
        expect(await copiesOf(store, 'a')).toEqual([])
        await add(store, 'b', { lines: [], place: 'nơi của a', day: 2 })
        expect((await store.copiesOf(idOf('a'), 5)).copies).toMatchObject([
          { name: 'b', relation: 'newer-version' },
        ])
      })

      test('let go of a document that is put with other sources', async () => {
        await putAll(store, {
          a: { lines: article, place: 'p' },
          b: { lines: rewritten, place: 'p' },
        })
        expect(await copiesOf(store, 'a')).toEqual(['b'])
        const whole = await store.wholeDocument(idOf('b'))
        if (!whole) throw new Error('b is not there')
        const [source] = whole.sources
        if (!source) throw new Error('b came from nowhere')
        await store.putDocument({ ...whole, sources: [{ ...source, place: 'nơi khác' }] })
        expect(await copiesOf(store, 'a')).toEqual([])
        await store.putDocument(whole)
        expect(await copiesOf(store, 'a')).toEqual(['b'])
      })

      test('come back as they were when the index is made anew', async () => {
        await putAll(store, archive)
        await store.emptyIndex()
        expect(await familiesIn(store, Object.keys(archive))).toEqual([])
        expect(await store.indexFaults(idOf('bao'))).toContain('no signature')
        for (const name of Object.keys(archive)) await store.reindex(idOf(name))
        expect(await familiesIn(store, Object.keys(archive))).toEqual(sorted(families))
      })
    })

    describe('search', () => {
      const ask = (query: Partial<SearchQuery> = {}) => store.search({ limit: 20, ...query })
      const shown = ({ total, hits }: FoundHits) => {
        expect(total).toBe(hits.length)
        return hits.map(({ name, copyCounts: { matching, all } }) => `${name} ${matching}/${all}`)
      }

      test.each<
        [what: string, kept: Record<string, Kept>, query: Partial<SearchQuery>, found: string[]]
      >([
        [
          'copies as one, that received first',
          {
            sau: { lines: article, day: 5 },
            đầu: { lines: article, day: 2 },
            giữa: { lines: article, day: 3 },
          },
          {},
          ['đầu 2/2'],
        ],
        [
          'copies received at once as that of the lowest id',
          { a: { lines: article }, b: { lines: article } },
          {},
          [idOf('a') < idOf('b') ? 'a 1/1' : 'b 1/1'],
        ],
        [
          'the copy that has the words in its title',
          {
            đầu: { lines: article },
            sau: { lines: ['title: Hội nghị sơ kết', ...article], day: 3 },
          },
          { q: 'sơ kết' },
          ['sau 1/1'],
        ],
        [
          'only the copy that matches, and that it has others',
          { a: { lines: article }, b: { lines: ['title: Tin vùng cao', ...article], day: 3 } },
          { q: 'tin vùng cao' },
          ['b 0/1'],
        ],
        [
          'versions as one, the newest of them, whatever its rank',
          {
            cũ: { lines: ['title: Hội nghị sơ kết', ...article], place: 'p' },
            mới: { lines: rewritten, place: 'p', day: 3 },
          },
          { q: 'sơ kết' },
          ['mới 1/1'],
        ],
        [
          'an older version where only that matches',
          { cũ: { lines: article, place: 'p' }, mới: { lines: rewritten, place: 'p', day: 3 } },
          { q: 'thước đo' },
          ['cũ 0/1'],
        ],
        [
          'every document where that is asked for',
          {
            a: { lines: article, publishedAt: '2024-05-15' },
            b: { lines: article, publishedAt: '2024-05-14' },
          },
          { copies: 'all' },
          ['a 0/1', 'b 0/1'],
        ],
        [
          'nothing for nothing',
          { a: { lines: article }, b: { lines: article } },
          { q: 'xuyenlucdia' },
          [],
        ],
      ])('finds %s', async (_, kept, query, found) => {
        await putAll(store, kept)
        expect(shown(await ask(query))).toEqual(found)
      })

      test.each<[what: string, kept: Record<string, Kept>]>([
        [
          'what came from one place and is something else',
          {
            a: { lines: article, place: 'scan0001.pdf' },
            b: { lines: otherArticle, place: 'scan0001.pdf', day: 2 },
          },
        ],
        [
          'short texts',
          { a: { lines: ['Thông báo nghỉ lễ.'] }, b: { lines: ['Thông báo nghỉ lễ.'] } },
        ],
        ['forms', { a: archive.khen1 ?? { lines: [] }, b: archive.khen2 ?? { lines: [] } }],
      ])('ignores %s', async (_, kept) => {
        await putAll(store, kept)
        expect((await ask()).hits.map(({ copyCounts, copies }) => [copyCounts, copies])).toEqual([
          [{ all: 0, matching: 0 }, []],
          [{ all: 0, matching: 0 }, []],
        ])
      })

      const spread: Record<string, Kept> = {
        a1: {
          lines: article,
          officials: ['Lò Văn Tấn'],
          provinces: [['lai-chau', 'lai-chau']],
          publishedAt: '2024-05-14',
        },
        a2: {
          lines: article,
          officials: ['Lò Văn Tấn', 'Đinh Thị Mây'],
          publishedAt: '2025-01-01',
          day: 2,
        },
        a3: { lines: misreadOnce, officials: ['Đinh Thị Mây'], documentType: 'report', day: 3 },
        lu: { lines: otherArticle, officials: ['Lò Văn Tấn'], publishedAt: '2024-10-02' },
      }

      test('counts hits by any value of their matching copies, so that asking for it finds as many', async () => {
        await putAll(store, spread)
        const { total, facets } = await ask()
        expect(total).toBe(2)
        expect(facets).toMatchObject({
          official: [
            { value: 'Lò Văn Tấn', count: 2 },
            { value: 'Đinh Thị Mây', count: 1 },
          ],
          province: [{ value: 'lai-chau', count: 1 }],
          year: [
            { value: '2024', count: 2 },
            { value: '2025', count: 1 },
          ],
          type: [
            { value: 'article', count: 2 },
            { value: 'report', count: 1 },
          ],
        })
        for (const field of ['official', 'province', 'year', 'type'] as const)
          for (const { value, count } of facets[field])
            expect([value, (await ask({ [field]: value })).total]).toEqual([value, count])
        const all = await ask({ copies: 'all' })
        expect(all.total).toBe(4)
        expect(all.facets.official).toEqual([
          { value: 'Lò Văn Tấn', count: 3 },
          { value: 'Đinh Thị Mây', count: 2 },
        ])
      })

      test('names twenty copies at most, and counts all', async () => {
        for (let i = 0; i < 24; i++) await put(store, `tin ${i}`, { lines: article, day: i + 1 })
        const [hit] = (await ask()).hits
        expect(hit).toMatchObject({ name: 'tin 0', copyCounts: { all: 23, matching: 23 } })
        expect(hit?.copies.map((copy) => copy.name)).toEqual(
          Array.from({ length: 20 }, (_, i) => `tin ${i + 1}`),
        )
      })

      test('follows what becomes of families between one search and the next', async () => {
        const shown = async () => {
          const { hits } = await ask({ limit: 9 })
          return hits.map((hit) => hit.name).sort()
        }
        await put(store, 'bao', { lines: article, place: 'p' })
        expect(await shown()).toEqual(['bao'])
        // A copy comes, then the same copy from the first one's place: it is a newer version of it.
        await put(store, 'scan', { lines: misreadOnce, day: 2 })
        expect(await shown()).toEqual(['bao'])
        await add(store, 'scan', { lines: [], place: 'p', day: 3 })
        expect(await shown()).toEqual(['scan'])
        // What holds two others together becomes another text.
        await putAll(store, {
          a: { lines: otherArticle },
          c: { lines: misread(misread(otherArticle, 40), 40, 20), day: 3 },
        })
        expect(await shown()).toEqual(['a', 'c', 'scan'])
        await put(store, 'b', { lines: misread(otherArticle, 40), day: 4 })
        expect(await shown()).toEqual(['a', 'scan'])
        await saveRecord(store, idOf('b'), recordOf({ lines: ['Thông báo nghỉ lễ.'] }))
        expect(await shown()).toEqual(['a', 'b', 'c', 'scan'])
      })

      test('pages follow each other without gap or repetition, also while copies and versions come in', async () => {
        const report = (n: number) => [
          ...article,
          ...Array.from({ length: 30 }, (_, i) => `Trường thứ ${1_000 * (n + 1) + 17 * i}`),
        ]
        for (let n = 0; n < 12; n++) {
          await put(store, `tin ${n}`, {
            lines: report(n),
            place: `trang ${n}`,
            publishedAt: `2024-01-${String(n + 10)}`,
          })
          await put(store, `chép ${n}`, {
            lines: report(n),
            day: 2,
            publishedAt: `2024-03-${String(n + 10)}`,
          })
        }
        const asked = { q: 'hội nghị' }
        const whole = await ask({ ...asked, limit: 100 })
        expect(whole.total).toBe(12)
        const seen: string[] = []
        let cursor: string | undefined
        for (let page = 0; page < 9; page++) {
          const result = await ask({ ...asked, limit: 3, cursor })
          expect(result.total).toBe(12)
          expect(result.facets.year).toEqual(whole.facets.year)
          seen.push(...result.hits.map((hit) => hit.name))
          if (!result.next) break
          cursor = result.next
          for (const n of [page, 11 - page]) {
            // A better one of a hit that was shown or comes later, and a newer version.
            await put(store, `hay hơn ${n}`, {
              lines: ['title: Hội nghị', ...report(n)],
              day: 5,
              publishedAt: '2026-01-01',
            })
            await put(store, `mới ${n}`, {
              lines: [...report(n), 'Đã sửa.'],
              place: `trang ${n}`,
              day: 6,
              publishedAt: '2020-01-01',
            })
          }
        }
        expect(seen).toEqual(whole.hits.map((hit) => hit.name))
      })
    })
  })
}
