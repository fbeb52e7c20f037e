// Search in texts longer than what a database holds in one row, in every store. Part of the search contract.
import { describe, expect, test } from 'vitest'
import type { SearchHit } from '../../src/ports/search.ts'
import { recordOf } from '../support/record-of.ts'
import type { Fill } from './search.case.ts'

const names = (hits: readonly SearchHit[]) => hits.map((hit) => hit.name)

export function runLongTextContract(fill: Fill): void {
  describe('long texts', () => {
    const many = (count: number, word: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => word(i)).join(' ')

    test('phrases are found wherever they stand, and nowhere else', async () => {
      // PostgreSQL's places end at 16,383; a row of ours ends at 16,000 words.
      const isAsked = (i: number) => i < 3 || Math.abs(i - 16_000) < 3 || Math.abs(i - 16_383) < 3
      const words = Array.from({ length: 40_000 }, (_, i) =>
        isAsked(i) || i > 39_997 ? `mùa${i}` : `chữ${i % 3_000}`,
      )
      const store = await fill({
        a: recordOf({ lines: [words.join(' ')] }),
        b: recordOf({ lines: [many(40_000, (i) => (i % 2 ? 'gió' : 'chữ'))] }),
      })
      const total = async (q: string) => (await store.search({ q, limit: 5 })).total
      for (const [i, word] of words.entries())
        if (word.startsWith('mùa') && i + 1 < words.length)
          expect([i, await total(`"${word} ${words[i + 1]}"`)]).toEqual([i, 1])
      expect(await total('"chữ0 chữ2"')).toBe(0)
      expect(await total('"mùa1 mùa0"')).toBe(0)
      expect(await total('"mùa1 mùa39999"')).toBe(0)
      expect(await total('"gió chữ gió chữ gió"')).toBe(1)
    })

    test('a word said over and over leaves the words beside it in their places', async () => {
      const records = { a: recordOf({ lines: [`${many(5_000, () => 'thi')} đua`] }) }
      const store = await fill(records)
      const total = async (q: string) => (await store.search({ q, limit: 5 })).total
      expect(await total('"thi đua"')).toBe(1)
      expect(await total(`"${many(62, () => 'thi')} đua"`)).toBe(1)
      expect(await total('"đua thi"')).toBe(0)
    })

    test('words that are far apart are all in the one document', async () => {
      const filler = many(50_000, (i) => `chữ${i}`)
      const lines = [`title: Bão`, `sầu riêng ${filler} măng cụt`]
      const store = await fill({ a: recordOf({ lines }), b: recordOf({ lines: ['sầu'] }) })
      const asked = async (q: string) => names((await store.search({ q, limit: 5 })).hits)
      expect(await asked('bão sầu cụt')).toEqual(['a'])
      expect(await asked('bão sầu cụt xuyenlucdia')).toEqual([])
      expect(await asked('chữ1 chữ49999 sầu riê')).toEqual(['a'])
    })

    test('millions of letters of ever new words, long ones too', async () => {
      const words = many(100_000, (i) => `chữ${i.toString(36).padStart(8, 'x')}`)
      const long = many(3_000, (i) => `${i}`.padEnd(900, 'x'))
      const store = await fill({ a: recordOf({ lines: [`${words} ${long} măng cụt`] }) })
      expect((await store.search({ q: '"măng cụt"', limit: 5 })).total).toBe(1)
    })
  })
}
