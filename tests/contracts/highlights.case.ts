// What a search shows of the texts it found, in every store. Part of the search contract.
import { describe, expect, test } from 'vitest'
import type { VanthuRecord } from '../../src/model.ts'
import type { FoundHits, SearchHit, SearchQuery } from '../../src/ports/search.ts'
import { recordOf } from '../support/record-of.ts'

/** Asks a store with these records. */
export type Ask = (
  query: Partial<SearchQuery>,
  records: Record<string, VanthuRecord>,
) => Promise<FoundHits>

const marked = (hit: SearchHit | undefined) =>
  hit?.highlights.map(({ text, marks }) => {
    let out = ''
    let at = 0
    for (const { start, end } of marks) {
      out += `${text.slice(at, start)}[[${text.slice(start, end)}]]`
      at = end
    }
    return out + text.slice(at)
  })

export function runHighlightContract(ask: Ask): void {
  describe('highlights', () => {
    test.each<[what: string, q: string, lines: string[], pieces: string[]]>([
      [
        'the words as the document has them',
        'dat chuan',
        ['Có 75,6% trường đạt\u00A0chuẩn quốc gia.'],
        ['Có 75,6% trường [[đạt]]\u00A0[[chuẩn]] quốc gia.'],
      ],
      [
        'decomposed text, whole letters',
        'hội nghị',
        ['Hội nghị giao ban'.normalize('NFD')],
        [`[[${'Hội'.normalize('NFD')}]] [[${'nghị'.normalize('NFD')}]] giao ban`.normalize('NFD')],
      ],
      [
        'only the words with the marks typed, where the text has them',
        'hòa',
        ['hoà bình và hoa hồng, hóa học'],
        ['[[hoà]] bình và hoa hồng, hóa học'],
      ],
      [
        'words without the marks typed, where there are no others',
        'hòa',
        ['hoa hồng'],
        ['[[hoa]] hồng'],
      ],
      [
        'phrases only where they stand together',
        '"thi đua"',
        ['Thi và đua; thi đua.'],
        ['Thi và đua; [[thi]] [[đua]].'],
      ],
      ['the beginning of a word', 'đua tha', ['đua tháng này'], ['[[đua]] [[tháng]] này']],
      ['no part of a word', 'an', ['an toàn ban ngành anh'], ['[[an]] toàn ban ngành anh']],
      [
        'nothing of the page around the text',
        'tin',
        ['Bản tin mới', 'boilerplate: Tin khác'],
        ['Bản [[tin]] mới'],
      ],
      ['across the lines of a block', 'hội nghị', ['Hội\r\nnghị'], ['[[Hội]]\r\n[[nghị]]']],
      ['nothing where nothing was asked', '', ['Bản tin'], []],
    ])('%s', async (_, q, lines, pieces) => {
      const { hits } = await ask({ q }, { a: recordOf({ lines }) })
      expect(marked(hits[0])).toEqual(pieces)
    })

    test('long paragraphs are cut at words around the place where most of the words are', async () => {
      const filler = Array.from({ length: 200 }, (_, i) => `chữ${i}`).join(' ')
      const text = `thi ${filler} phong trào thi đua yêu nước ${filler} đua`
      const { hits } = await ask({ q: 'thi đua' }, { a: recordOf({ lines: [text] }) })
      const [piece] = marked(hits[0]) ?? []
      expect(piece).toContain('phong trào [[thi]] [[đua]] yêu nước')
      expect(piece?.length).toBeLessThan(450)
      expect(piece).toMatch(/^chữ\d+ .* chữ\d+$/)
    })

    test('at most three pieces, in the order of the text', async () => {
      const lines = Array.from({ length: 9 }, (_, i) => `Mục ${i}: thi đua`)
      const { hits } = await ask({ q: 'thi đua' }, { a: recordOf({ lines }) })
      expect(marked(hits[0])).toEqual([0, 1, 2].map((i) => `Mục ${i}: [[thi]] [[đua]]`))
    })

    test('a million letters without a space neither hang nor fill the page', async () => {
      const lines = [`${'x'.repeat(500_000)} thi đua ${'y'.repeat(500_000)}`]
      const startedAt = performance.now()
      const { hits } = await ask({ q: 'thi đua' }, { a: recordOf({ lines }) })
      expect(marked(hits[0])).toEqual(['[[thi]] [[đua]]'])
      expect(performance.now() - startedAt).toBeLessThan(8_000)
    })
  })
}
