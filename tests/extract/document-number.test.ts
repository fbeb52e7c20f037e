import { describe, expect, test } from 'vitest'
import {
  numberKeyOf,
  numberSpansOf,
  parseDocumentNumber,
} from '../../src/extract/document-number.ts'
import { lexicon, unmarked } from '../support/page.ts'

describe('numberSpansOf finds', () => {
  test.each([
    'Thông tư [[16/2022/TT-BGDĐT]] và [[1112/QĐ-UBND]], [[3847/BGDĐT-NGCBQLGD]]',
    'Nghị quyết [[43/2019/QH14]], [[237/NQ-UBTVQH16]], [[66.25/2026/NQ-CP]]',
    '[[36/2014/TTLT-BGDĐT-BNV]]; [[29-NQ/TW]]; [[63-CTr/TU]]; [[08-QĐi/TW]]',
    '[[5053-CV/VPTW/nb]], [[12-NQ/ĐU]], [[1141-TC/QĐ/CĐKT]], [[06-LCT/HĐNN]]',
    '[[16/2022/TT - BGDĐT]] của Bộ, [[29 - NQ/TW]], [[156 /TTr-SNV]]',
    '[[01/KH-BGD&ĐT]], [[22/2020/TT-BGD ĐT]] ngày; [[15/TB-TT.HĐND]]',
    'số [[935 /STC-ĐTGS&QTVĐT]] ngày 6/2/2026; [[02/TTr-CAT- ANCT]] ngày 3/2; [[5/KH-UBND]]- UBND tỉnh',
    'số [[665/TB-UBND]]. Các trường; [[281/QĐ-TTg]] - Thủ tướng',
  ])('%s', (marked) => {
    const { text, spans } = unmarked(marked)
    expect(numberSpansOf(text).map((s) => text.slice(s.start, s.end))).toEqual(spans)
  })
})

describe('numberSpansOf ignores', () => {
  test.each([
    '20/11/2022',
    '3.085/4.081 trường',
    '24/7',
    'Covid-19 và SARS-CoV-2',
    'lớp 6/A',
    'năm 2021-2025',
    '5-7/9',
  ])('%s', (text) => {
    expect(numberSpansOf(text)).toEqual([])
  })
})

test.each<[string, Record<string, unknown>]>([
  [
    '16/2022/TT-BGDĐT',
    {
      sequence: '16',
      year: 2022,
      typeCode: 'TT',
      type: 'circular',
      issuerCode: 'BGDĐT',
      issuer: 'Bộ Giáo dục và Đào tạo',
      scheme: 'state',
    },
  ],
  ['281/QĐ-TTg', { type: 'decision', issuer: 'Thủ tướng Chính phủ', year: null }],
  [
    '3847/BGDĐT-NGCBQLGD',
    { type: 'official-letter', typeCode: null, issuer: 'Bộ Giáo dục và Đào tạo' },
  ],
  ['29 – NQ/TW', { number: '29-NQ/TW', type: 'resolution', issuerCode: 'TW', scheme: 'party' }],
  ['01/KH-BGD&ĐT', { number: '01/KH-BGD&ĐT', type: 'plan', issuer: 'Bộ Giáo dục và Đào tạo' }],
  ['43/2019/QH14', { year: 2019, type: null, issuerCode: 'QH14' }],
  [
    '06/2008/TTLT-BTTTT-BCA',
    { type: 'circular', issuer: 'Bộ Thông tin và Truyền thông, Bộ Công an' },
  ],
])('parseDocumentNumber(%s)', (written, expected) => {
  expect(parseDocumentNumber(written, lexicon)).toMatchObject(expected)
})

test.each(['', '/KH-SGDĐT', 'QĐ-TTg', '20/11/2022', 'abc'])(
  'parseDocumentNumber(%s) is null',
  (written) => {
    expect(parseDocumentNumber(written, lexicon)).toBeNull()
  },
)

test('numbers are compared without leading zeros and ampersand', () => {
  expect(numberKeyOf('06/KH-BGD&ĐT')).toBe(numberKeyOf('6/KH-BGDĐT'))
})
