import { describe, expect, test } from 'vitest'
import { findCitations } from '../../src/extract/citations.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, pageOf, parsedOf, unmarked } from '../support/page.ts'

const read = (marked: string) => {
  const { text, spans } = unmarked(marked)
  const page = pageOf(text)
  const found = findCitations(page)
  return { spans, found, words: found.map((c) => page.text.slice(c.start, c.end)) }
}

describe('finds', () => {
  test.each<[string, string[]]>([
    ['Nghị quyết số [[29-NQ/TW]] ngày 04/11/2013', ['29-NQ/TW']],
    [
      'Quyết định [[281/QĐ-TTg]] và Chỉ thị số [[11-CT/TW]]; [[665/TB-UBND]]',
      ['281/QĐ-TTg', '11-CT/TW', '665/TB-UBND'],
    ],
    [
      'các Quyết định số [[1400/QĐ-TTg]] ngày 30/9/2008; số [[2080/QĐ-TTg]]',
      ['1400/QĐ-TTg', '2080/QĐ-TTg'],
    ],
    [
      'Nghị định số [[15/CP]] ngày 2-3-1993, Nghị định số [[25-HĐBT]], công văn số [[5762-KTTH]]',
      ['15/CP', '25-HĐBT', '5762-KTTH'],
    ],
    [
      'Lệnh số [[06-LCT/HĐNN]]; Quyết định số [[212-TC/CĐKT]], [[224-TC/CĐKT]]',
      ['06-LCT/HĐNN', '212-TC/CĐKT', '224-TC/CĐKT'],
    ],
    ['Thông tư [[16/2022/TT - BGDĐT]]', ['16/2022/TT-BGDĐT']],
    ['Công văn số [[35/HHCCVVN-BTV]]', ['35/HHCCVVN-BTV']],
    [
      'Nghị định số [[86/2015/NĐ-CP]]. Theo Nghị định [[86]], học phí',
      ['86/2015/NĐ-CP', '86/2015/NĐ-CP'],
    ],
    [
      'Nghị định số [[20/2019/NĐ-CP]]. So với trước, Nghị định [[20/2019]] rộng hơn; Nghị định 20/2021 khác',
      ['20/2019/NĐ-CP', '20/2019/NĐ-CP'],
    ],
    ['Luật số [[43/2019/QH14]]', ['43/2019/QH14']],
    ['Nghị quyết [[66.25/2026/NQ-CP]]', ['66.25/2026/NQ-CP']],
    [
      'Thông tư số [[60 TC/CĐKT]], Thông tư [[90TC/TCT]], Sắc lệnh số [[102-SL/L004]]',
      ['60TC/CĐKT', '90TC/TCT', '102-SL/L004'],
    ],
    ['Nghị quyết [[653/2019-UBTVQH14]]', ['653/2019-UBTVQH14']],
  ])('%s', (marked, numbers) => {
    const { found, words, spans } = read(marked)
    expect(found.map((c) => c.value.number)).toEqual(numbers)
    expect(words).toEqual(spans)
  })
})

describe('ignores', () => {
  test.each([
    'Luật Giáo dục năm 2019 và Bộ luật Lao động',
    'có 20/30 trường; ngày 20/11/2022',
    'dịch Covid-19, SARS-CoV-2; lớp 10/THPT',
    'theo Mẫu số 01/ĐKT-HĐ và Biểu 02/BC-PL',
    'Nghị quyết 29 chưa được nêu đủ số',
    'Nghị định 20/2019 và Nghị quyết 52/2017 chưa được nêu đủ số',
    'ban hành Nghị quyết Quy định mức hỗ trợ; xây dựng Đề án',
    'Số: /KH-SGDĐT',
    'Kế hoạch 5 năm, Quy định 3 bước',
    'các biểu mẫu số 02a/BTP/KSTT/KTTH, 03b/BTP/KSTT/KTTH và 04a/BTP/KSTT/KTTH',
    'theo Luật Đất đai, nộp trước ngày 15/3/2022; Luật này được thông qua ngày 15/6/2022',
    'Luật sư Đoàn Minh Hạ sinh ngày 5 tháng 6 năm 1980',
  ])('%s', (text) => {
    expect(read(text).found.map((c) => c.value.number)).toEqual([])
  })
  test.each(['header', 'boilerplate'] as const)('zone %s', (zone) => {
    expect(findCitations(pageOf('Quyết định số 281/QĐ-TTg', { zone }))).toEqual([])
  })
  test('the number in the heading of a text that names itself', () => {
    const text =
      'Quyết định\ncủa Bộ trưởng Bộ Tài chính số 1141-TC/QĐ/CĐKT\nCăn cứ Nghị định số 15/CP;'
    expect(findCitations(pageOf(text)).map((c) => c.value.number)).toEqual(['15/CP'])
  })
  test("the document's own number wherever it returns", () => {
    const text = [
      'ỦY BAN NHÂN DÂN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 15/2010/QĐ-UBND',
      'Hà Nội, ngày 26 tháng 04 năm 2010',
      'QUYẾT ĐỊNH',
      'Căn cứ Nghị định số 97/2008/NĐ-CP ngày 28/08/2008 của Chính phủ;',
      '(Ban hành kèm theo Quyết định số 15/2010/QĐ-UBND ngày 26 tháng 4 năm 2010)',
    ].join('\n')
    const found = findCitations(makePage(parsedOf(text), lexicon))
    expect(found.map((c) => c.value.number)).toEqual(['97/2008/NĐ-CP'])
  })
})

test.each<[string, Record<string, unknown>]>([
  [
    'Nghị quyết số 29-NQ/TW ngày 04/11/2013 của Ban Chấp hành Trung ương về “Đổi mới căn bản, toàn diện giáo dục”.',
    {
      type: 'resolution',
      issuer: 'Ban Chấp hành Trung ương',
      date: '2013-11-04',
      title: 'Đổi mới căn bản, toàn diện giáo dục',
    },
  ],
  [
    'Căn cứ Nghị định số 97/2008/NĐ-CP, ngày 28/08/2008 của Chính phủ về quản lý, sử dụng dịch vụ Internet;',
    {
      type: 'decree',
      issuer: 'Chính phủ',
      date: '2008-08-28',
      title: 'quản lý, sử dụng dịch vụ Internet',
      relation: 'based-on',
    },
  ],
  ['Nghị quyết số 35/NQ-HCCV ngày 25 tháng 7 năm 2020', { date: '2020-07-25', issuer: null }],
  [
    'theo Quyết định 281/QĐ-TTg',
    {
      type: 'decision',
      issuer: 'Thủ tướng Chính phủ',
      date: null,
      title: null,
      relation: 'mentions',
    },
  ],
  [
    'Công văn số 1911/BNV-TCPCP ngày 29/4/2025 của Bộ Nội vụ',
    { type: 'official-letter', issuer: 'Bộ Nội vụ' },
  ],
  ['thay thế Thông tư số 22/2020/TT-BGDĐT', { relation: 'replaces' }],
  ['bãi bỏ Quyết định số 12/QĐ-UBND', { relation: 'repeals' }],
  ['Thông tư số 22/2020/TT-BGDĐT hết hiệu lực kể từ ngày 1/1/2023', { relation: 'repeals' }],
  ['sửa đổi, bổ sung một số điều của Nghị định số 126/2024/NĐ-CP', { relation: 'amends' }],
  ['tổng kết 10 năm thực hiện Nghị quyết số 29-NQ/TW', { relation: 'implements' }],
  ['Thông báo Kết luận số 665/TB-UBND', { type: 'notice' }],
  ['Công văn số 1061/HD-SGDĐT', { type: 'official-letter' }],
  [
    'Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 21 tháng 6 năm 1994;',
    { number: null, type: 'law', date: '1994-06-21', relation: 'based-on' },
  ],
  [
    'Căn cứ Luật Tổ chức Hội đồng nhân dân (sửa đổi) ngày 21 tháng 6 năm 1994;',
    { title: 'Luật Tổ chức Hội đồng nhân dân (sửa đổi)' },
  ],
  [
    'Hướng dẫn số 1479/BTĐKT-VIII ngày 25/7/2016 của Ban Thi đua - Khen thưởng Trung ương',
    { issuer: 'Ban Thi đua - Khen thưởng Trung ương' },
  ],
  ['Căn cứ Luật Bảo hiểm y tế số 25/2008/QH12', { number: '25/2008/QH12', type: 'law' }],
  [
    'Nghị định 52/2019/NĐ-CP quy định chi tiết Luật Đặc xá có hiệu lực từ ngày 1/8/2019',
    { title: 'quy định chi tiết Luật Đặc xá' },
  ],
  [
    'thực hiện Luật Lâm nghiệp ngày 15 tháng 11 năm 2017',
    { number: null, type: 'law', date: '2017-11-15', title: 'Luật Lâm nghiệp' },
  ],
  [
    'Bộ luật Hình sự đã được Quốc hội khoá X thông qua ngày 21/12/1999',
    { number: null, date: '1999-12-21', title: 'Bộ luật Hình sự' },
  ],
  [
    'Nghị quyết số 20/2018/NQ-HĐND ngày 19/7/2018 của Hội đồng nhân dân tỉnh An Giang xác định chiều sâu vành đai',
    { issuer: 'Hội đồng nhân dân tỉnh An Giang' },
  ],
  [
    'Thông tư số 02/2017/TT-VPCP ngày 31/10/2017 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn về kiểm soát thủ tục',
    { issuer: 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ' },
  ],
])('reads %s', (text, expected) => {
  expect(read(text).found[0]?.value).toMatchObject(expected)
})
