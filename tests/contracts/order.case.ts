// The order of hits, other ways of writing, and the words of the archive, in every store. Part of the search contract.
import { describe, expect, test } from 'vitest'
import type { VanthuRecord } from '../../src/model.ts'
import type { SearchTerm, SearchWords } from '../../src/ports/search.ts'
import { saveRecord } from '../support/attempts.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import type { Fill } from './search.case.ts'

const phrase = (text: string) => text.split(' ').map((folded) => ({ folded, key: folded }))
const term = (...ways: string[]): SearchTerm => ({
  alternatives: ways.map((way) => [phrase(way)]),
  isInTitle: false,
  isExcluded: false,
})
const words = (...terms: SearchTerm[]): SearchWords => ({ terms, isUnfinished: false })
const filler =
  'Toàn xã tập trung gieo cấy lúa mùa và chăm sóc đàn vật nuôi theo lịch thời vụ. '.repeat(12)

const archive: Record<string, VanthuRecord> = {
  once: recordOf({ lines: [`${filler} Có trạm y tế. ${filler}`], publishedAt: '2025-01-01' }),
  often: recordOf({
    lines: ['Y tế: trạm y tế xã có bác sĩ, y tế bản có cô đỡ.', filler],
    publishedAt: '2020-01-01',
  }),
  lead: recordOf({
    lines: ['lead: Tin về y tế cơ sở.', `${filler} Ngành y tế.`],
    publishedAt: '2019-01-01',
  }),
  title: recordOf({ lines: ['title: Y tế cơ sở', filler], publishedAt: '2018-01-01' }),
}

export function runOrderContract(fill: Fill): void {
  describe('order', () => {
    const ask = async (q: string, records: Record<string, VanthuRecord>) =>
      (await (await fill(records)).search({ q, limit: 20, copies: 'all' })).hits.map(
        ({ name }) => name,
      )

    test('the title, then what is about it, then what only says it, whatever is newer', async () => {
      const found = await ask('y tế', archive)
      expect(found[0]).toBe('title')
      expect(found.at(-1)).toBe('once')
      expect(found.slice(1, 3).sort()).toEqual(['lead', 'often'])
    })

    test('two syllables beside each other before the same ones apart', async () => {
      const apart = recordOf({
        lines: ['Trường nghề dạy học; viên chức phát sinh việc mới.'],
        publishedAt: '2025-01-01',
      })
      const beside = recordOf({
        lines: ['Trường dạy nghề mới; học phí sinh viên chức việc.'],
        publishedAt: '2020-01-01',
      })
      expect(await ask('sinh viên học nghề mới', { apart, beside })).toEqual(['beside', 'apart'])
    })

    test('its own number before those who cite it, citing in another spelling too', async () => {
      const cites = recordOf({
        lines: ['title: Thực hiện Nghị định 82/2021/NĐ-CP', 'Theo Nghị định 82/2021/NĐ-CP.'],
        publishedAt: '2025-01-01',
      })
      const own = recordOf({
        lines: ['header: Số 82/2021/NĐ-CP', 'Về xử phạt.'],
        number: '82/2021/NĐ-CP',
        publishedAt: '2021-07-01',
      })
      const cut = recordOf({
        lines: ['Theo 82/2021/NĐ CP của Chính phủ.'],
        publishedAt: '2025-02-01',
      })
      expect(await ask('82/2021/nd-cp', { cites, own, cut })).toEqual(['own', 'cites', 'cut'])
    })

    test('alike in all, the newest first, then by id', async () => {
      const records: Record<string, VanthuRecord> = {}
      for (let i = 0; i < 6; i++)
        records[`n${i}`] = recordOf({
          lines: [`Lúa tốt ${'abcdef'[i]}`],
          publishedAt: i < 3 ? '2023-01-01' : '2024-01-01',
        })
      const store = await fill(records)
      const { hits } = await store.search({ q: 'lúa', limit: 10 })
      const sorted = [...hits].sort(
        (a, b) =>
          (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '') || (a.id < b.id ? -1 : 1),
      )
      expect(hits.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
    })

    test('pages keep their order while words become common', async () => {
      const records: Record<string, VanthuRecord> = {}
      for (let i = 0; i < 12; i++)
        records[`n${i}`] = recordOf({
          lines: [`${'sắn '.repeat(1 + (i % 4))} ${'ngô '.repeat(1 + (i % 3))} ${filler} ${i}`],
          publishedAt: `2023-01-${10 + i}`,
        })
      const store = await fill(records)
      const whole = (await store.search({ q: 'sắn ngô', copies: 'all', limit: 20 })).hits.map(
        ({ name }) => name,
      )
      const seen: string[] = []
      let cursor: string | undefined
      for (let page = 0; page < 6; page++) {
        const found = await store.search({ q: 'sắn ngô', copies: 'all', limit: 3, cursor })
        seen.push(...found.hits.map(({ name }) => name))
        if (!found.next) break
        cursor = found.next
        // Makes one of the words common, and so worth less.
        for (let i = 0; i < 15; i++) {
          const text = `${'ngô '.repeat(9)} ${page} ${i}`
          await store.addDocument({
            id: idOf(text),
            source: { name: text },
            bytes: 1,
            receivedAt: '2026-03-01T08:00:00.000Z',
          })
          await saveRecord(store, idOf(text), recordOf({ lines: [text] }))
        }
      }
      expect(whole).toHaveLength(12)
      expect(seen).toEqual(whole)
    })
  })

  describe('ways of writing', () => {
    const records = {
      short: recordOf({ lines: ['title: UBND xã họp', 'Bàn việc.'] }),
      full: recordOf({ lines: ['Ủy ban nhân dân xã họp.'] }),
      parts: recordOf({ lines: ['Nhân dân bầu ủy viên; ban quản lý.'] }),
    }
    test.each<[what: string, words: SearchWords, found: string[]]>([
      ['either', words(term('ubnd', 'uy ban nhan dan')), ['full', 'short']],
      [
        'either, with another word',
        words(term('ubnd', 'uy ban nhan dan'), term('ban')),
        ['full', 'short'],
      ],
      [
        'words apart as one way',
        words({
          ...term(),
          alternatives: [[phrase('uy'), phrase('ban'), phrase('nhan')], [phrase('ubnd')]],
        }),
        ['full', 'parts', 'short'],
      ],
      ['none of them', words({ ...term('ubnd', 'uy ban nhan dan'), isExcluded: true }), ['parts']],
      [
        'either in the title',
        words({ ...term('ubnd', 'uy ban nhan dan'), isInTitle: true }),
        ['short'],
      ],
    ])('%s', async (_, asked, found) => {
      const store = await fill(records)
      const { hits } = await store.search({ words: asked, limit: 9 })
      expect(hits.map(({ name }) => name).sort()).toEqual(found)
      if (!asked.terms.some(({ isExcluded, isInTitle }) => isExcluded || isInTitle))
        expect(await store.countWith(asked)).toBe(found.length)
    })
  })

  test('words of the archive, by first letter and length, folded, without figures', async () => {
    const store = await fill({ a: recordOf({ lines: ['Thi đua, thì thầm; thi 2023, đường'] }) })
    const like = (initials: string[], shortest: number, longest: number) =>
      store.wordsLike({ initials, shortest, longest }, 10)
    expect(await like(['t'], 2, 20)).toEqual(['tham', 'thi'])
    expect(await like(['d'], 2, 4)).toEqual(['dua'])
    expect(await like(['d', 't'], 5, 6)).toEqual(['duong'])
    expect(await like(['x'], 2, 20)).toEqual([])
    expect(
      await store.wordsLike({ initials: ['t', 'd'], shortest: 2, longest: 20 }, 2),
    ).toHaveLength(2)
  })
}
