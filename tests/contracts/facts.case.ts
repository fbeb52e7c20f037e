// What every Store does with facts. An adapter's test calls this with a way to open an empty one that applies corrections.
import { beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { Facts } from '../../src/model/facts.ts'
import type { FactQuery } from '../../src/ports/facts.ts'
import type { ApplyCorrections, Store } from '../../src/ports/store.ts'
import { applyCorrections } from '../../src/record/corrections/apply-corrections.ts'
import { numberKeyOf } from '../../src/text/number-key.ts'
import { saveRecord } from '../support/attempts.ts'
import { factRecord } from '../support/fact-records.ts'
import { idOf } from '../support/record-of.ts'
import { threeRecords as records } from '../support/three-records.ts'

const at = '2026-03-01T08:00:00.000Z'
const ids = { plan: idOf('plan'), report: idOf('report'), undated: idOf('undated') }

export function runFactsContract({
  name,
  create,
}: {
  name: string
  create: (apply: ApplyCorrections) => Promise<Store>
}): void {
  describe(`${name} as a Store of facts`, () => {
    let store: Store
    const add = async (key: string, record = records.plan) => {
      const id = idOf(key)
      await store.addDocument({ id, source: { name: `${key}.pdf` }, bytes: 1, receivedAt: at })
      await saveRecord(store, id, record)
      return id
    }
    const ask = async <K extends FactQuery['kind']>(
      kind: K,
      query: Partial<FactQuery> = {},
    ): Promise<Facts[K][]> =>
      (await store.facts<K>({ order: 'day', limit: 50, ...query, kind } as FactQuery & { kind: K }))
        .facts

    beforeEach(async () => {
      store = await create(applyCorrections)
      for (const key of ['plan', 'report', 'undated'] as const) await add(key, records[key])
      return () => store.close()
    })

    test('a fact tells its document, its provinces and its words', async () => {
      const [share] = await ask('percentages', { document: ids.plan })
      const start = records.plan.text.indexOf('75%')
      expect(share).toEqual({
        value: 75,
        low: 75,
        high: 75,
        comparator: '=',
        unit: 'percent',
        subject: 'trường đạt chuẩn quốc gia',
        ratio: { numerator: 312, denominator: 416, unit: 'trường' },
        check: 'agrees',
        change: null,
        provinces: [{ id: 'hoa-binh', current: 'phu-tho' }],
        provincesFrom: 'document',
        start,
        end: start + 3,
        text: '75%',
        context: 'Tỷ lệ trường đạt chuẩn quốc gia là 75% (312/416 trường).',
        document: ids.plan,
        title: 'Kế hoạch chuyển đổi số',
        day: '2023-02-01',
        documentType: 'plan',
        copies: 0,
        toldBy: null,
        link: `/d/${ids.plan}#a=${start}-${start + 3}`,
      })
      const [none] = await ask('percentages', { document: ids.undated })
      expect([none?.day, none?.title, none?.provinces]).toEqual([null, null, []])
    })

    const texts = async (kind: FactQuery['kind'], query: Partial<FactQuery>) =>
      (await ask(kind, query)).map(({ text }) => text)
    const toDienBien = 'Giao Sở Giáo dục và Đào tạo Điện Biên hoàn thành trước 30/6/2023'
    const ofPhong = 'Các phòng giáo dục báo cáo trong năm 2022'

    test.each<[kind: FactQuery['kind'], query: Partial<FactQuery>, finds: string[]]>([
      ['directives', {}, [toDienBien, ofPhong]],
      ['directives', { q: 'dao tao HOAN' }, [toDienBien]],
      ['directives', { q: 'đào thành' }, [toDienBien]],
      ['directives', { q: 'Đào tao lớp' }, []],
      ['directives', { province: 'dien-bien' }, [toDienBien]],
      ['directives', { province: 'hoa-binh' }, [ofPhong]],
      ['directives', { province: 'phu-tho' }, [ofPhong]],
      ['directives', { lastFrom: '2023-01-01', lastTo: '2023-12-31' }, [toDienBien]],
      ['directives', { lastTo: '2022-12-31' }, [ofPhong]],
      ['directives', { touchesFrom: '2022-03-01', touchesTo: '2022-03-02' }, [ofPhong]],
      ['directives', { issuer: 'man' }, [toDienBien]],
      ['directives', { assignee: 'phong giao duc' }, [ofPhong]],
      ['directives', { sub: ['objective', 'plan'] }, [ofPhong]],
      ['directives', { order: 'deadline' }, [ofPhong, toDienBien]],
      ['directives', { order: '-deadline' }, [toDienBien, ofPhong]],
      ['directives', { official: 'man' }, []],
      ['percentages', {}, ['60,5%', '40%', '75%', '100%']],
      ['percentages', { order: 'check' }, ['60,5%', '75%', '40%', '100%']],
      ['percentages', { subject: 'truong dat chuan quoc gia', order: 'check' }, ['60,5%', '75%']],
      ['percentages', { subject: 'lớp_học' }, ['100%']],
      ['percentages', { subject: '100%' }, []],
      ['percentages', { q: '%' }, []],
      ['percentages', { q: '_' }, []],
      ['percentages', { q: `" OR words : "a` }, []],
      ['percentages', { q: `'; DROP TABLE fact; --` }, []],
      ['percentages', { sub: ['disagrees'] }, ['60,5%']],
      ['percentages', { province: 'phu-tho' }, ['60,5%', '40%', '75%']],
      ['percentages', { from: '2024-01-01' }, ['60,5%', '40%']],
      ['percentages', { to: '2023-12-31' }, ['75%']],
      ['percentages', { type: 'report' }, ['60,5%', '40%']],
      ['percentages', { official: 'mận', organisation: 'bo giao duc' }, []],
      ['percentages', { official: 'mận', organisation: 'so giao duc' }, ['60,5%', '40%']],
      ['citations', { key: numberKeyOf('29 - nq/tw') }, ['29-NQ/TW', '29 - NQ/TW']],
      ['citations', { key: numberKeyOf('29-NQ/TW'), sub: ['based-on'] }, ['29-NQ/TW']],
      ['citations', { known: true }, ['18/KH-SGDĐT']],
      ['citations', { known: false }, ['29-NQ/TW', '29 - NQ/TW']],
      ['dates', { sub: ['deadline'] }, ['30/6/2023']],
      ['dates', { sub: ['event'] }, []],
      ['officials', { official: 'dinh van' }, ['Đinh Văn Mận', 'Đinh Văn Mận']],
      ['officials', { official: 'đinh', organisation: 'phòng' }, ['Đinh Văn Mận']],
      ['officials', { province: 'phu-tho' }, ['Đinh Văn Mận']],
      ['officials', { official: 'dinh thi' }, []],
    ])('%s by %j', async (kind, query, finds) => {
      expect(await texts(kind, query)).toEqual(finds)
    })

    test('a citation says whether its document is there, and of which id', async () => {
      const known = async () => (await ask('citations')).map(({ number, known }) => [number, known])
      expect(await known()).toEqual([
        ['18/KH-SGDĐT', ids.plan],
        ['29-NQ/TW', null],
        ['29-NQ/TW', null],
      ])
      // One of another day is another document.
      const cited = factRecord({
        lines: ['Theo 18/KH-SGDĐT ngày 3/3/2020.'],
        publishedAt: '2025-01-01',
        citations: [{ number: '18/KH-SGDĐT', text: '18/KH-SGDĐT', date: '2020-03-03' }],
      })
      await add('other', cited)
      expect((await known())[0]).toEqual(['18/KH-SGDĐT', null])
      await store.forget([ids.plan], at)
      expect((await known())[1]).toEqual(['18/KH-SGDĐT', null])
    })

    test.each([
      ['percentages', 'day'],
      ['percentages', 'check'],
      ['directives', 'deadline'],
      ['directives', '-deadline'],
    ] as const)('%s by %s page by page are all of them, once, in order', async (kind, order) => {
      for (let n = 0; n < 7; n++) await add(`copy ${n}`)
      const all = (await ask(kind, { order })).map(({ link }) => link)
      expect(new Set(all).size).toBe(all.length)
      for (const limit of [1, 3]) {
        const paged: string[] = []
        let cursor: string | undefined
        do {
          const page = await store.facts({ kind, order, limit, cursor })
          paged.push(...page.facts.map(({ link }) => link))
          cursor = page.next ?? undefined
        } while (cursor)
        expect(paged).toEqual(all)
      }
    })

    test.each(['x', '', 'W10', Buffer.from('["day",0,"2020",1,0]').toString('base64url')])(
      'the cursor %j is refused where it is of another list',
      async (cursor) => {
        const query = { kind: 'percentages', order: 'check', limit: 5, cursor } as const
        if (cursor === '') expect((await store.facts(query)).facts).toHaveLength(4)
        else await expect(store.facts(query)).rejects.toThrow(UserError)
      },
    )

    test('facts follow their record: replaced, corrected, indexed anew, emptied, forgotten', async () => {
      const count = async () => (await ask('percentages')).length
      await saveRecord(store, ids.report, factRecord({ lines: ['Không có gì.'] }))
      expect(await count()).toBe(2)
      await saveRecord(store, ids.report, records.report)
      expect(await count()).toBe(4)
      await store.addCorrection({
        documentId: ids.report,
        who: 'Lan',
        at,
        item: 'field',
        action: 'correct',
        target: 'documentType',
        value: 'notice',
      })
      expect(await ask('percentages', { type: 'report' })).toEqual([])
      expect(await ask('percentages', { type: 'notice' })).toHaveLength(2)
      const before = await ask('percentages')
      await store.emptyIndex()
      expect(await count()).toBe(0)
      expect((await store.indexFaults(ids.report)).join('; ')).toContain('facts')
      for (const id of Object.values(ids)) await store.reindex(id)
      expect(await ask('percentages')).toEqual(before)
      for (const id of Object.values(ids)) expect(await store.indexFaults(id)).toEqual([])
      await store.forget([ids.report], at)
      expect(await count()).toBe(2)
      expect(await store.storeFaults()).toEqual([])
    })

    test('hostile words are kept, found and given back', async () => {
      const odd = 'Tr\u0000ần "Thị" %_ \ud800 <b>Sáu</b>'
      await add(
        'odd',
        factRecord({
          lines: [`Bà ${odd} nói.`],
          title: odd,
          officials: [{ name: odd, positions: [{ organisation: odd, province: 'x\u0000' }] }],
          provinces: [['x\u0000', 'y\ud800', odd]],
          publishedAt: '2026-01-01',
        }),
      )
      const [found] = await ask('officials', { official: 'sau' })
      expect(found?.name).toBe('Tr\uFFFDần "Thị" %_ \uFFFD <b>Sáu</b>')
      expect(found?.provinces).toEqual([{ id: 'x\uFFFD', current: 'y\uFFFD' }])
      expect(await store.indexFaults(idOf('odd'))).toEqual([])
    })

    test('names are listed with what there is of them', async () => {
      await add('again', { ...records.report, publishedAt: '2025-01-01' })
      const man = {
        key: 'dinh-van-man',
        label: 'Đinh Văn Mận',
        facts: 4,
        documents: 2,
        lastDay: '2025-01-01',
      }
      const all = { words: [], after: '', limit: 5 }
      expect(await store.keysOf('officials', all)).toEqual([man])
      expect(await store.keysOf('officials', { ...all, words: ['man'] })).toEqual([man])
      expect(await store.keysOf('officials', { ...all, words: ['nam'] })).toEqual([])
      expect(await store.keysOf('officials', { ...all, after: 'dinh-van-man' })).toEqual([])
      expect((await store.topKeysOf('percentages', 1)).map(({ label }) => label)).toEqual([
        'trường đạt chuẩn quốc gia',
      ])
      expect(await store.namedIn([ids.report], 5)).toEqual([
        { ...man, facts: 2, documents: 1, lastDay: '2024-05-02' },
      ])
      expect(
        (await store.positionsOf(['dinh-van-man'], 9)).map((p) => [p.position, p.role]),
      ).toEqual([
        ['Phó Giám đốc', 'holder'],
        ['Trưởng phòng', 'former'],
        ['Phó Giám đốc', 'holder'],
        ['Trưởng phòng', 'former'],
      ])
    })

    test('documents of a number are found in any spelling of it', async () => {
      expect(await store.documentsOfNumber(numberKeyOf('018 / kh - SGDDT'), 5)).toEqual([
        {
          id: ids.plan,
          title: 'Kế hoạch chuyển đổi số',
          number: '18/KH-SGDĐT',
          issuer: null,
          day: '2023-02-01',
          documentType: 'plan',
          copies: 0,
        },
      ])
      expect(await store.documentsOfNumber('', 5)).toEqual([])
    })

    test('decisions about namesakes outlive the index, and go with what belongs to no document', async () => {
      const one = { name: 'dinh-van-man', document: ids.report }
      const other = { name: 'dinh-man', document: ids.plan }
      const same = { action: 'same', one, other, who: 'Lan', at } as const
      await store.decidePerson(same)
      await store.decidePerson({ ...same, one: other, other: one, who: 'Hoa' })
      await store.decidePerson({ action: 'alone', one, other: null, who: 'Lan', at: `${at}1` })
      await store.emptyIndex()
      const kept = await store.personDecisions(['dinh-man', 'dinh-van-man'])
      expect(kept.map(({ action, who }) => [action, who])).toEqual([
        ['same', 'Hoa'],
        ['alone', 'Lan'],
      ])
      expect(await store.personDecisions(['dinh-man'])).toHaveLength(1)
      expect(await store.personDecisions(['khong-ai'])).toEqual([])
      const copy = await create(applyCorrections)
      for await (const row of store.looseRows()) await copy.putLooseRow(row)
      expect(await copy.personDecisions(['dinh-van-man'])).toEqual(kept)
      await copy.close()
      expect(await store.withdrawDecision({ action: 'same', one: other, other: one })).toBe(true)
      expect(await store.withdrawDecision(same)).toBe(false)
      expect(await store.personDecisions(['dinh-man'])).toEqual([])
    })
  })
}
