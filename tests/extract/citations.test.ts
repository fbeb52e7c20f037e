import { describe, expect, test } from 'vitest'
import { findCitations } from '../../src/extract/citations.ts'
import { makePage } from '../../src/extract/make-page.ts'
import type { Page } from '../../src/extract/page.ts'
import { lexicon, pageOf, parsedOf, unmarked } from '../support/page.ts'

/** The header of a document of its own, as the number says: a circular, a report; null for an article. */
const headerOf = (number: string | null): Page['header'] =>
  number === null
    ? null
    : {
        lastLine: -1,
        party: false,
        number,
        issuer: 'Sở Tài chính',
        superior: null,
        issuedOn: null,
        issuedAt: null,
        dateline: null,
        subjectLines: [],
      }

const read = (marked: string, own: string | null = null) => {
  const { text, spans } = unmarked(marked)
  const page = { ...pageOf(text), header: headerOf(own) }
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
    ['Tờ trình số [[8/TTr-CAT- PX03]] ngày 3/2/2023', ['8/TTr-CAT-PX03']],
    ['kết luận số [[19 KL/TW]] và chỉ thị số [[32 CT/ TW]]', ['19-KL/TW', '32-CT/TW']],
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
    ['theo Quyết định số [[73/2016/QĐ-\nTTg]] ngày 5 tháng 5 năm 2016', ['73/2016/QĐ-TTg']],
    ['định mức tại Thông tư số [[41 TC/TCT]] ngày 17/07/1993 và Thông tư 42/1999', ['41TC/TCT']],
    ['Luật nghề muối (sửa đổi) số [[03/1998/QH 10]]; 2', ['03/1998/QH10']],
    [
      'Nghị quyết số [[18-NQ/TU]] của Tỉnh ủy. Theo Nghị quyết [[18]] của Ban Thường vụ Tỉnh ủy',
      ['18-NQ/TU', '18-NQ/TU'],
    ],
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
    'Mãu số 17/CKTC-NSX',
    'Ví dụ 1: Kế hoạch của huyện uỷ\nSố 24-KH/HU',
    'Nghị quyết 29 chưa được nêu đủ số',
    'Nghị định 20/2019 và Nghị quyết 52/2017 chưa được nêu đủ số',
    'ban hành Nghị quyết Quy định mức hỗ trợ; xây dựng Đề án',
    'Số: /KH-SGDĐT',
    'Kế hoạch 5 năm, Quy định 3 bước',
    'các biểu mẫu số 02a/BTP/KSTT/KTTH, 03b/BTP/KSTT/KTTH và 04a/BTP/KSTT/KTTH',
    'theo Luật Đất đai, nộp trước ngày 15/3/2022; Luật này được thông qua ngày 15/6/2022',
    '3. Số và ký hiệu văn bản In thường 14 Đứng Số 31-QĐ/TW',
    'BỘ TÀI CHÍNH\nSố: 46/VBHN-BTC\nXÁC THỰC VĂN BẢN HỢP NHẤT',
    'Luật sư Đoàn Minh Hạ sinh ngày 5 tháng 6 năm 1980',
  ])('%s', (text) => {
    expect(read(text).found.map((c) => c.value.number)).toEqual([])
  })
  test('a running number of another body than the full number before it', () => {
    const text =
      'Nghị quyết số 18-NQ/TU của Tỉnh ủy. Theo Nghị quyết số 18 và Nghị quyết số 19 của Trung ương Đảng'
    expect(read(text).found.map((c) => c.value.number)).toEqual(['18-NQ/TU'])
  })
  test.each(['header', 'boilerplate'] as const)('zone %s', (zone) => {
    expect(findCitations(pageOf('Quyết định số 281/QĐ-TTg', { zone }))).toEqual([])
  })
  test('the number in the heading of a text that names itself', () => {
    const text =
      'Quyết định\ncủa Bộ trưởng Bộ Tài chính số 1141-TC/QĐ/CĐKT\nCăn cứ Nghị định số 15/CP;'
    expect(findCitations(pageOf(text)).map((c) => c.value.number)).toEqual(['15/CP'])
  })
  test('the number in the header of a law', () => {
    const text = [
      'QUỐC HỘI',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Luật số: 51/2018/QH14',
      'Hà Nội, ngày 20 tháng 11 năm 2018',
      'LUẬT',
      'HỒ CHỨA',
      'Căn cứ Luật Đê điều số 79/2006/QH11;',
    ].join('\n')
    const found = findCitations(makePage(parsedOf(text), lexicon))
    expect(found.map((c) => c.value.number)).toEqual(['79/2006/QH11'])
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
  [
    'Công văn Số: 926/STC-VP Lai Châu, ngày 02 tháng 5 năm 2019 về việc đổi lịch học của lớp',
    { date: '2019-05-02', title: 'đổi lịch học của lớp' },
  ],
  ['Công văn số 926/STC-VP của Sở Tài chính, ngày 02 tháng 5 năm 2019', { issuer: 'Sở Tài chính' }],
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
    'Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thư viện và Luật Lưu trữ ngày 22/11/2019;',
    {
      number: null,
      date: '2019-11-22',
      title: 'Luật sửa đổi, bổ sung một số điều của Luật Thư viện và Luật Lưu trữ',
    },
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

/** Relations of all citations of a circular, in order. */
test.each<[string, string[]]>([
  ['Thay thế Thông tư số 22/2020/TT-BGDĐT', ['replaces']],
  ['Bãi bỏ Quyết định số 12/QĐ-UBND', ['repeals']],
  ['Thông tư số 22/2020/TT-BGDĐT hết hiệu lực kể từ ngày 1/1/2023', ['repeals']],
  ['Sửa đổi, bổ sung một số điều của Nghị định số 126/2024/NĐ-CP', ['amends']],
  ['Chính phủ ban hành Nghị định sửa đổi Nghị định số 41/2020/NĐ-CP', ['amends']],
  // The object of the verb, and what stands in a list with it.
  [
    'Thông tư này thay thế Thông tư số 11/2015/TT-BTP ngày 1/2/2015 của Bộ Tư pháp về thi đua; Thông tư số 12/2016/TT-BTP và Quyết định số 13/QĐ-BTP.',
    ['replaces', 'replaces', 'replaces'],
  ],
  [
    'bãi bỏ khoản 3, khoản 4 Điều 12 Thông tư số 11/2015/TT-BTP; khoản 1 Điều 3 Thông tư số 12/2016/TT-BTP',
    ['repeals', 'repeals'],
  ],
  ['thay thế bảng giá đất ban hành kèm theo Quyết định số 14/2012/QĐ-UBND', ['replaces']],
  [
    'Sau khi rà soát hồ sơ kèm theo Tờ trình số 5/TTr-SNV và căn cứ Nghị định số 45/2010/NĐ-CP',
    ['mentions', 'based-on'],
  ],
  [
    'thực hiện ý kiến chỉ đạo của UBND tỉnh tại Công văn số 321/UBND-TH, Sở Nội vụ đã tham mưu ban hành Quyết định số 15/2018/QĐ-UBND',
    ['implements', 'mentions'],
  ],
  ['thực hiện cơ chế tự chủ theo Nghị định số 43/2006/NĐ-CP', ['implements']],
  ['triển khai nghiêm túc Kế hoạch số 12/KH-UBND', ['implements']],
  [
    'Bãi bỏ điểm 1.3, mục III Thông tư số 63/1998/TT-BTC ngày 13/5/1998; điểm 1.b, mục II, phần thứ hai Thông tư số 89/1999/TT-BTC',
    ['repeals', 'repeals'],
  ],
  [
    'Căn cứ Luật Đê điều số 79/2006/QH11;\nNghị định số 113/2007/NĐ-CP ngày 28/6/2007;\nThông tư số 26/2009/TT-BNN,\nTheo đề nghị của Chi cục Thủy lợi,\nQuyết định số 4/QĐ-SNN',
    ['based-on', 'based-on', 'based-on', 'mentions'],
  ],
  // How something is done, and what is gone by beside it, is neither carried out nor a ground.
  ['Việc nghỉ lễ thực hiện theo quy định tại Điều 3 Nghị định số 84/2020/NĐ-CP', ['mentions']],
  ['Mẫu sổ được thực hiện theo Thông tư số 7/2019/TT-BCT', ['mentions']],
  [
    'Thủ tục gia hạn thực hiện theo hướng dẫn tại Thông tư số 72/1998/TT-BTC và Thông tư số 9/1999/TT-BTC',
    ['mentions', 'mentions'],
  ],
  ['Tờ khai thực hiện theo Mẫu số 2 ban hành kèm theo Nghị định số 88/2025/NĐ-CP', ['mentions']],
  [
    'Phân công người thực hiện việc lưu trữ theo quy định tại Điều 7 Nghị định số 26/2020/NĐ-CP',
    ['mentions'],
  ],
  [
    'Căn cứ nhiệm vụ được phân công, Sở Công Thương có trách nhiệm lập danh mục hàng theo Nghị định số 85/2024/NĐ-CP.',
    ['mentions'],
  ],
  ['Căn cứ mức chi quy định tại Thông tư số 101/2018/TT-BTC để lập dự toán.', ['mentions']],
  [
    'QUY ĐỊNH CHI TIẾT THI HÀNH LUẬT SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT ĐÊ ĐIỀU SỐ 79/2006/QH11',
    ['implements'],
  ],
  [
    'Căn cứ Nghị định số 45/2010/NĐ-CP (sau đây gọi là Nghị định số 45/2010/NĐ-CP) và Nghị định số 33/2012/NĐ-CP;',
    ['based-on', 'based-on', 'based-on'],
  ],
  [
    'Bãi bỏ các Thông tư sau đây:\na) Thông tư số 11/2015/TT-BTP;\nb) Thông tư số 12/2016/TT-BTP.\n2. Theo Thông tư số 13/2016/TT-BTP',
    ['repeals', 'repeals', 'mentions'],
  ],
  [
    'Các văn bản sau hết hiệu lực kể từ ngày Thông tư này có hiệu lực:\n1. Thông tư số 11/2015/TT-BTP',
    ['repeals'],
  ],
  // Another cited document is the doer.
  [
    'Nghị định số 33/2012/NĐ-CP ngày 13/4/2012 sửa đổi, bổ sung một số điều của Nghị định số 45/2010/NĐ-CP',
    ['mentions', 'mentions'],
  ],
  [
    'Bãi bỏ Thông tư số 11/2015/TT-BTP về việc sửa đổi, bổ sung một số điều của Thông tư số 9/2012/TT-BTP',
    ['repeals', 'mentions'],
  ],
  ['Kết luận số 49-KL/TW về tiếp tục thực hiện Chỉ thị số 11-CT/TW', ['mentions', 'mentions']],
  [
    'Chính phủ ban hành Nghị định 24/2019/NĐ-CP (thay thế Nghị định số 19/2011/NĐ-CP)',
    ['mentions', 'mentions'],
  ],
  [
    'Căn cứ Thông tư số 29/2014/TT-BTP về hộ tịch, có hiệu lực từ ngày 14/2/2015, thay thế Thông tư số 17/2012/TT-BTP;',
    ['based-on', 'mentions'],
  ],
  // The verb is passive, asked for, part of a name, or has another object.
  [
    'Điểm này được sửa đổi, bổ sung theo quy định tại khoản 2 Điều 1 của Nghị định số 21/2014/NĐ-CP',
    ['mentions'],
  ],
  ['Phụ lục này được bãi bỏ theo Điều 3 Thông tư số 8/2013/TT-BTP', ['mentions']],
  ['cử tri đề nghị sửa đổi, bổ sung Nghị định số 79/2010/NĐ-CP', ['mentions']],
  ['Luật khuyến khích nghề muối (sửa đổi) số 03/1998/QH10', ['mentions']],
  ['xét những căn cứ quy định tại Điều 17 Nghị định số 37/2007/NĐ-CP', ['mentions']],
  ['thay thế các bản kê khai trước khi Nghị định số 37/2007/NĐ-CP có hiệu lực', ['mentions']],
  [
    'thủ tục hủy bỏ quyết định bán đất theo quy định tại Điều 25 Nghị định số 51/2007/NĐ-CP',
    ['mentions'],
  ],
  ['Sở đã thực hiện các báo cáo số 320/BC-STC; 321/BC-STC', ['mentions', 'mentions']],
  // What the title of a ground names is no ground itself.
  [
    'Căn cứ Nghị định số 31/2011/NĐ-CP ngày 11/5/2011 sửa đổi một số điều của Nghị định số 75/2006/NĐ-CP; Nghị định số 7/2013/NĐ-CP',
    ['based-on', 'mentions', 'based-on'],
  ],
  [
    'Căn cứ Thông tư số 2/2011/TT-BNV ngày 24/1/2011 của Bộ Nội vụ hướng dẫn thực hiện Nghị định số 42/2010/NĐ-CP;',
    ['based-on', 'mentions'],
  ],
  [
    'Quyết định số 315/QĐ-UBND công bố Danh mục văn bản của tỉnh hết hiệu lực năm 2025',
    ['mentions'],
  ],
])('relations in %s', (text, relations) => {
  expect(read(text, '5/2026/TT-BNV').found.map((c) => c.value.relation)).toEqual(relations)
})

/** The first relation in a circular, a report and an article with the same words. */
test.each<[string, string, string, string]>([
  // This document is the doer by its own words, or where it enacts.
  ['Thông tư này thay thế Thông tư số 11/2015/TT-BTP', 'replaces', 'mentions', 'replaces'],
  ['Hướng dẫn này thay thế Hướng dẫn số 11/HD-STP', 'replaces', 'replaces', 'replaces'],
  ['2. Bãi bỏ Điều 3 Thông tư số 11/2015/TT-BTP', 'repeals', 'mentions', 'mentions'],
  [
    'Các Thông tư sau hết hiệu lực kể từ ngày Thông tư này có hiệu lực:\n1. Thông tư số 11/2015/TT-BTP',
    'repeals',
    'mentions',
    'repeals',
  ],
  ['Thông tư số 9/2015/TT-BTP hết hiệu lực từ ngày 1/1/2026', 'repeals', 'mentions', 'mentions'],
  // Another act, named without its number, is the doer.
  ['36 Nghị quyết bãi bỏ Nghị quyết số 24/2023/NQ-HĐND', 'mentions', 'mentions', 'mentions'],
  ['Quyết định về bến thuyền (thay thế QĐ số 14/2012/QĐ-UBND)', 'mentions', 'mentions', 'mentions'],
  [
    'Sở đang lấy ý kiến dự thảo Nghị định mới thay thế Nghị định số 84/2015/NĐ-CP',
    'mentions',
    'mentions',
    'mentions',
  ],
  [
    'Phòng đã soạn Nghị quyết của tỉnh về sửa đổi, bổ sung Nghị quyết số 54/2016/NQ-HĐND',
    'mentions',
    'mentions',
    'mentions',
  ],
  // What an official text carries out, and what is told of.
  [
    'Thực hiện Công văn số 96/UBND-NC, Sở Tài chính báo cáo như sau:',
    'implements',
    'implements',
    'mentions',
  ],
  ['3. Tiếp tục thực hiện nghiêm Chỉ thị số 17/CT-UBND', 'implements', 'implements', 'mentions'],
  ['đánh giá tình hình thực hiện Chỉ thị số 17/CT-UBND', 'mentions', 'mentions', 'mentions'],
  ['tổng kết 10 năm thực hiện Nghị quyết số 29-NQ/TW', 'mentions', 'mentions', 'mentions'],
  ['Hội nghị: "Triển khai Nghị định số 16/2020/NĐ-CP"', 'mentions', 'mentions', 'mentions'],
  [
    'Phòng góp ý dự thảo Kế hoạch triển khai thực hiện Quyết định số 97/QĐ-TTg',
    'mentions',
    'mentions',
    'mentions',
  ],
  [
    '1. Thực hiện Nghị quyết số 49-NQ/TW, các cơ quan có thẩm quyền đã ban hành nhiều văn bản',
    'mentions',
    'mentions',
    'mentions',
  ],
  ['mức phụ cấp căn cứ theo Nghị định số 58/2019/NĐ-CP', 'mentions', 'mentions', 'mentions'],
])('whose deed: %s', (text, circular, report, article) => {
  const first = (own: string | null) => read(text, own).found[0]?.value.relation
  expect([first('5/2026/TT-BNV'), first('7/BC-STC'), first(null)]).toEqual([
    circular,
    report,
    article,
  ])
})

test.each([
  ['4/NQ-TU', 'Nghị quyết này thay thế Nghị quyết số 8-NQ/TU', 'replaces'],
  ['4/NQ-TU', '3. Sửa đổi Nghị định số 10/2022/NĐ-CP về đò ngang', 'mentions'],
  [null, 'BIÊN BẢN\nHọp giao ban\n4. Thực hiện nghiêm Nghị quyết số 11-NQ/TU', 'implements'],
  [null, 'Họp giao ban\n4. Thực hiện nghiêm Nghị quyết số 11-NQ/TU', 'mentions'],
])('in a resolution of the Party and in minutes: %s %s', (own, text, relation) => {
  expect(read(text, own).found[0]?.value.relation).toBe(relation)
})

test('news of a circular named before', () => {
  const text =
    'Bộ vừa ký Thông tư 20/2014/TT-BTP về hộ tịch. Thông tư này thay thế Thông tư 41/2009/TT-BTP.'
  expect(read(text).found.map((c) => c.value.relation)).toEqual(['mentions', 'mentions'])
})

test('what a consolidated text tells of the decree that amended it', () => {
  const text = [
    'Nghị định số 51/2016/NĐ-CP về đò ngang, được sửa đổi, bổ sung bởi:',
    'Nghị định số 21/2024/NĐ-CP, có căn cứ ban hành như sau:',
    'Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 51/2016/NĐ-CP và Nghị định số 52/2016/NĐ-CP',
    'Điều 1. Nghị định này thay thế Nghị định số 50/2013/NĐ-CP.',
    'Điều 2. Hiệu lực',
  ].join('\n')
  const { found } = read(text, '51/2016/NĐ-CP')
  expect(found.map((c) => [c.value.number, c.value.relation])).toEqual([
    ['21/2024/NĐ-CP', 'mentions'],
    ['52/2016/NĐ-CP', 'mentions'],
    ['50/2013/NĐ-CP', 'replaces'],
  ])
})

test('a letter that amends another one in its subject or by its issuer', () => {
  const page = pageOf('V/v đính chính Công văn số 12/STC-NS\nKính gửi: Các huyện')
  const header = headerOf('40/STC-NS')
  const withSubject = { ...page, header: header && { ...header, subjectLines: [0] } }
  expect(findCitations(withSubject)[0]?.value.relation).toBe('amends')
  const text = 'Kính gửi: Các huyện\nSở Tài chính đính chính một số điểm tại Công văn số 12/STC-NS'
  expect(read(text).found[0]?.value.relation).toBe('amends')
})

/** The first relation in a notice and in a report with the same words. */
test.each<[string, string, string]>([
  ['(Thông báo này thay thế Thông báo số 9/TB-VP ngày 2/3/2020)', 'replaces', 'replaces'],
  ['Thông báo này thay cho Thông báo số 9/TB-VP', 'replaces', 'replaces'],
  ['Phương án này thay thế Phương án số 9/PA-UBND', 'replaces', 'replaces'],
  ['Thông báo số 9/TB-VP hết hiệu lực kể từ ngày ký thông báo này.', 'repeals', 'repeals'],
  // One of its own kind.
  ['(Thay thế Thông báo số 9/TB-VP ngày 2/3/2020)', 'replaces', 'mentions'],
  ['Văn phòng báo để các đơn vị biết và thay thế Thông báo số 9/TB-VP', 'replaces', 'mentions'],
  ['Thay thế Quyết định số 9/QĐ-UBND', 'mentions', 'mentions'],
  ['Sở đã soạn Thông báo để thay thế Thông báo số 9/TB-VP', 'mentions', 'mentions'],
  ['Đề nghị xã xem xét thay thế Thông báo số 9/TB-VP', 'mentions', 'mentions'],
])('in a notice: %s', (text, notice, report) => {
  const first = (own: string) => read(text, own).found[0]?.value.relation
  expect([first('12/TB-VP'), first('7/BC-STC')]).toEqual([notice, report])
})

/** Titles of the first citation. */
test.each<[string, string | null]>([
  [
    'Thông tư số 20/2013/TT-BTP ngày 3/12/2013 của Bộ Tư pháp hướng dẫn công tác lưu trữ (sau đây viết tắt là Thông tư số 20/2013/TT-BTP)',
    'hướng dẫn công tác lưu trữ',
  ],
  [
    'Theo Quyết định số 62/QĐ-UBND ngày 5/4/2023 của UBND tỉnh về việc phân công công việc của Chủ tịch, các Phó Chủ tịch và Ủy viên nhiệm kỳ 2021 - 2026. Văn phòng theo dõi.',
    'phân công công việc của Chủ tịch, các Phó Chủ tịch và Ủy viên nhiệm kỳ 2021 - 2026',
  ],
  [
    'Thực hiện Chỉ thị số 16/CT-TTg ngày 25/6/2019 của Thủ tướng Chính phủ về xây dựng dự toán năm 2020, Ủy ban nhân dân tỉnh vừa ban hành văn bản',
    'xây dựng dự toán năm 2020',
  ],
  [
    'Thông tư số 7/2016/TT-BTC ngày 6/6/2016 hướng dẫn rà soát hộ nghèo hằng năm, theo đó việc rà soát có ba bước',
    'hướng dẫn rà soát hộ nghèo hằng năm',
  ],
  [
    'Nghị định số 11/2012/NĐ-CP ngày 22/2/2012 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 63/2006/NĐ-CP ngày 29/12/2006 của Chính phủ về giao dịch bảo đảm;',
    'sửa đổi, bổ sung một số điều của Nghị định số 63/2006/NĐ-CP ngày 29/12/2006 của Chính phủ về giao dịch bảo đảm',
  ],
  [
    'Quyết định số 5/QĐ-UBND ngày 1/2/2018 về việc quy định tỷ lệ (%) chất lượng còn lại của nhà trên địa bàn tỉnh.',
    'quy định tỷ lệ (%) chất lượng còn lại của nhà trên địa bàn tỉnh',
  ],
  [
    'Nghị định số 39/2015/NĐ-CP của Chính phủ quy định hỗ trợ phụ nữ sinh con đúng chính sách dân số hết hiệu lực từ ngày 1/7/2026',
    'quy định hỗ trợ phụ nữ sinh con đúng chính sách dân số',
  ],
  [
    'Quyết định số 9/2026/QĐ-UBND ngày 23/2/2026 của UBND tỉnh An Giang Phân cấp thẩm quyền quyết định tiêu chuẩn máy móc',
    'Phân cấp thẩm quyền quyết định tiêu chuẩn máy móc',
  ],
  [
    'Nghị định số 30/1998/NĐ-CP ngày 3/5/1998 qui định chi tiết thi hành Luật thuế',
    'qui định chi tiết thi hành Luật thuế',
  ],
  [
    'trích "Nghị định số 116/2020/NĐ-CP về đào tạo giáo viên theo nhu cầu" do Bộ tổ chức sáng nay',
    'đào tạo giáo viên theo nhu cầu',
  ],
  [
    'Các trường thực hiện Nghị quyết số 71-NQ/TW ngày 22/8/2025 của Bộ Chính trị về đột phá phát triển giáo dục; chủ động phối hợp với xã.',
    'đột phá phát triển giáo dục',
  ],
  [
    'Nghị định số 41/2015/NĐ-CP ngày 20/10/2015 của Chính phủ quy định về bến thuyền, Nghị định số 43/2015/NĐ-CP về chợ nổi và Nghị định số 45/2015/NĐ-CP',
    'quy định về bến thuyền',
  ],
  [
    'Nghị định số 71/2010/NĐ-CP của Chính phủ quy định chi tiết Luật Nhà ở chỉ quy định một cách tính',
    'quy định chi tiết Luật Nhà ở',
  ],
  [
    'Thủ tướng đã ban hành Quyết định số 74/QĐ-TTg phê duyệt “Chương trình Bến nước sạch đến năm 2030” và ngày 2/4/2022, Thủ tướng ký',
    'phê duyệt “Chương trình Bến nước sạch đến năm 2030”',
  ],
  [
    'Nghị định số 58/2019/NĐ-CP ngày 1/7/2019 của Chính phủ quy định mức trợ cấp lái đò, tính đủ 12 tháng.',
    'quy định mức trợ cấp lái đò',
  ],
  // No sure end, or no title at all.
  [
    'Quyết định số 17/QĐ-TTg ngày 1/10/2013 của Thủ tướng Chính phủ về việc bổ sung huyện Mường Tè tỉnh Lai\nChâu vào danh mục',
    null,
  ],
  [
    'theo đề nghị tại Tờ trình số 146/TTr-STC ngày 31/3/2022, UBND tỉnh ban hành Kế hoạch với các nội dung sau:',
    null,
  ],
  ['Cụ thể, Nghị định 25/2019/NĐ-CP sửa đổi quy định về an toàn công trình khí', null],
  [
    'Thông tư số 16/2010/TT-BXD ngày 1/9/2010 của Bộ Xây dựng quy định 2 cách tính: cách thứ nhất là đo tường',
    null,
  ],
  [
    'Thông tư số 18/2018/TT-BTP ngày 3/10/2018 của Bộ Tư pháp sửa đổi, bổ sung một số điều của các\nThông tư về hộ tịch',
    null,
  ],
  // The main sentence goes on.
  [
    'là các chức danh tại Nghị định số 114/2003/NĐ-CP ngày 10/10/2003 của Chính phủ quy định về cán bộ xã, phường, thị trấn, chịu sự quản lý của Chủ tịch xã',
    'quy định về cán bộ xã, phường, thị trấn',
  ],
  [
    'sau Thông tư số 8/2010/TT-BKHCN của Bộ Khoa học và Công nghệ quy định về phần mềm mã nguồn mở trong trường học trong đó có bộ gõ tiếng Việt, nhiều trường đã đổi',
    'quy định về phần mềm mã nguồn mở trong trường học',
  ],
  [
    'Sở đã ban hành Kế hoạch số 31/KH-STC ngày 28/12/2018 về công tác cải cách hành chính năm 2019 với 6 lĩnh vực rõ ràng',
    'công tác cải cách hành chính năm 2019',
  ],
  [
    'Nghị định số 12/2024/NĐ-CP của Chính phủ quy định đối tượng được miễn học phí là học sinh hộ nghèo.',
    null,
  ],
  [
    'Theo Nghị định số 12/2024/NĐ-CP của Chính phủ quy định chế độ đối với người có uy tín là già làng, Sở Nội vụ đã chi trả',
    'quy định chế độ đối với người có uy tín là già làng',
  ],
  [
    'Qua 10 năm thực hiện Nghị quyết số 38/CP ngày 4/5/1994 của Chính phủ về cải cách thủ tục hành chính, Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Trung ương khóa VII, tỉnh đã gọn bộ máy',
    'cải cách thủ tục hành chính',
  ],
  [
    '7. Quyết định số 46/2024/QĐ-UBND ngày 15/10/2024 của UBND tỉnh ban hành Quy chế phối hợp giữa Văn phòng đăng ký đất đai với các cơ quan, đơn vị có liên quan',
    'ban hành Quy chế phối hợp giữa Văn phòng đăng ký đất đai với các cơ quan, đơn vị có liên quan',
  ],
  // Quotations inside the title.
  [
    'Đề án 5-ĐA/TU ngày 5/7/2018 của Tỉnh ủy về "Ngăn chặn biểu hiện "tự diễn biến", "tự chuyển hóa" trong Đảng bộ tỉnh" được triển khai',
    'Ngăn chặn biểu hiện "tự diễn biến", "tự chuyển hóa" trong Đảng bộ tỉnh',
  ],
  [
    'Đề án 5-ĐA/TU ngày 5/7/2018 của Tỉnh ủy về "Ngăn chặn biểu hiện "tự diễn biến" trong Đảng bộ tỉnh. Sau đó',
    'Ngăn chặn biểu hiện "tự diễn biến" trong Đảng bộ tỉnh',
  ],
  [
    '(thay thế Nghị quyết số 11/2021/NQ-HĐND ngày 19/8/2021 quy định chế độ hỗ trợ cộng tác viên ở thôn bản.)',
    'quy định chế độ hỗ trợ cộng tác viên ở thôn bản',
  ],
  // The name of a law before its number.
  ['Căn cứ Luật Nhà giáo số 73/2025/QH15;', 'Luật Nhà giáo'],
  [
    'theo Luật Đấu thầu, Luật Đầu tư công, Luật Hải quan số 90/2025/QH15 và các quy định khác',
    null,
  ],
  [
    'ký Quyết định số 37/QĐ-TLĐ về việc chỉ định Ban Chấp hành, Chủ tịch; Ủy ban Kiểm tra, Chủ nhiệm nhiệm kỳ mới',
    null,
  ],
])('title in %s', (text, title) => {
  expect(read(text).found[0]?.value.title).toBe(title)
})

/** Issuers of all citations of a text, in order. */
test.each<[string, Array<string | null>]>([
  [
    'Nghị quyết số 18/2021/NQ-HĐND ngày 8/12/2021 của Hội đồng nhân dân tỉnh.',
    ['Hội đồng nhân dân tỉnh'],
  ],
  ['nêu ở Quyết định của UBND tỉnh số 1785/QĐ-UBND', ['UBND tỉnh']],
  // A verb with a small letter, or a place, ends the body.
  [
    'Quyết định số 15-QĐ/TU của Ban Thường vụ Tỉnh ủy Sơn La chỉ định Ban Chấp hành gồm 9 đồng chí',
    ['Ban Thường vụ Tỉnh ủy Sơn La'],
  ],
  [
    'Quyết định số 15-QĐ/HU của Ban Thường vụ Huyện ủy Tân Hòa chuẩn y đồng chí Lê Văn Ba',
    ['Ban Thường vụ Huyện ủy Tân Hòa'],
  ],
  ['Quyết định số 15/QĐ-UBND của UBND huyện Tân Hòa khen thưởng 5 xã', ['UBND huyện Tân Hòa']],
  ['Quyết định số 15-QĐ/TU của Thành ủy Cần Thơ nghiên cứu sắp xếp các ban', ['Thành ủy Cần Thơ']],
  [
    'Kết luận số 15-KL/TU của Ban Thường vụ Tỉnh ủy Sơn La khóa XV về đò ngang',
    ['Ban Thường vụ Tỉnh ủy Sơn La khóa XV'],
  ],
  [
    'Quyết định số 15/QĐ-HĐ của Hội đồng Thi đua - Khen thưởng tỉnh về thi đua',
    ['Hội đồng Thi đua - Khen thưởng tỉnh'],
  ],
  // The next clause begins with a body of the same kind.
  [
    'Kế hoạch số 15/KH-UBND ngày 3/1/2023 của UBND tỉnh Lai Châu, UBND huyện xây dựng kế hoạch',
    ['UBND tỉnh Lai Châu'],
  ],
  [
    'Kế hoạch số 15/KH-UBND của Chủ tịch UBND tỉnh Lai Châu, UBND xã triển khai',
    ['Chủ tịch UBND tỉnh Lai Châu'],
  ],
  ['ý kiến chỉ đạo của UBND tỉnh tại Công văn số 1782/UBND-KTKH', ['UBND tỉnh']],
  ['Chủ tịch UBND tỉnh Hà Nam vừa ký Quyết định số 3936/QĐ-UBND', ['Chủ tịch UBND tỉnh Hà Nam']],
  ['Phó Chủ tịch UBND tỉnh ký công văn hỏa tốc số 3936/UBND-KGVX', ['UBND tỉnh']],
  ['tham mưu UBND tỉnh ban hành Quyết định số 2/2018/QĐ-UBND', ['UBND tỉnh']],
  [
    'tại Công văn số 4216/UBND-NC ngày 2/12/2021 và Công văn số 4478/UBND-NC ngày 18/11/2022 của Chủ tịch UBND tỉnh để xử lý',
    ['Chủ tịch UBND tỉnh', 'Chủ tịch UBND tỉnh'],
  ],
  [
    'Nghị quyết số 10/NQ-CP ngày 3/2/2018 của Chính phủ và Chương trình hành động số 26-CTr/TU',
    ['Chính phủ', 'Tỉnh ủy'],
  ],
  [
    'Quyết định số 25/QĐ-UBND ngày 8/12/2022 của UBND tỉnh và các nguồn kinh phí khác',
    ['UBND tỉnh'],
  ],
  [
    'theo đề nghị của Sở Nội vụ tại Tờ trình số 146/TTr-SNV ngày 31/3/2022, UBND tỉnh ban hành Kế hoạch',
    ['Sở Nội vụ'],
  ],
  ['Quyết định số 4/2025/QĐ-UBND năm 2025', ['Ủy ban nhân dân']],
  [
    'Nghị quyết số 9/NQ-HĐND năm 2025, ngày 2/4/2025 của HĐND tỉnh An Giang.',
    ['HĐND tỉnh An Giang'],
  ],
  ['kiến nghị do Ban Dân nguyện chuyển theo Công văn số 61/BDN', ['Ban Dân nguyện']],
  [
    'Quyết định số 4/2025/QĐ-UBND ngày 2/5/2025 của của Ủy ban nhân dân tỉnh An Giang',
    ['Ủy ban nhân dân tỉnh An Giang'],
  ],
  [
    'Thông tư liên tịch số 527/TTLT/TTCP-BNV ngày 22/3/2007 của Thanh tra Chính phủ, Bộ Nội vụ và Ủy ban Kiểm tra Trung ương hướng dẫn',
    ['Thanh tra Chính phủ, Bộ Nội vụ và Ủy ban Kiểm tra Trung ương'],
  ],
  [
    'Thông tư số 28/2022/TT-BTC ngày 28/12/2022 của Bộ trưởng\nBộ Tài chính về hộ tịch',
    ['Bộ trưởng Bộ Tài chính'],
  ],
  [
    'Quyết định số 2/QĐ-PCLB ngày 30/9/2008 của Ban Chỉ huy Phòng, chống lụt, bão thành phố.',
    ['Ban Chỉ huy Phòng, chống lụt, bão thành phố'],
  ],
  [
    'Quyết định số 56/QĐ-BNG ngày 27/12/2013 của Bộ trưởng Bộ Ngoại giao.',
    ['Bộ trưởng Bộ Ngoại giao'],
  ],
  [
    'Thông tư liên tịch số 6/2008/TTLT-BTTTT-BCA ngày 28/11/2008 của liên Bộ: Thông tin và Truyền thông - Công an về an ninh',
    ['liên Bộ: Thông tin và Truyền thông - Công an'],
  ],
  // The bodies of a list, of a joint circular, and on the line of the day.
  [
    'các Nghị định số 31/CP và Chỉ thị số 814/TTg của Chính phủ, Thủ tướng Chính phủ',
    ['Chính phủ', 'Thủ tướng Chính phủ'],
  ],
  [
    'Thông tư liên tịch số 47/2009/TTLT-BTC-BTP ngày 11/3/2009 của Bộ Tài chính - Bộ Tư pháp hướng dẫn',
    ['Bộ Tài chính, Bộ Tư pháp'],
  ],
  [
    '(Ban hành kèm theo Quyết định số: 52/2002/QĐ.UB\nngày 07/3/2002 của UBND tỉnh Lai Châu)',
    ['UBND tỉnh Lai Châu'],
  ],
  // The same number with its whole body elsewhere: by the day, by the place in its sentence.
  [
    'Quyết định số 47/2023/QĐ-UBND ngày 22/12/2023 của UBND tỉnh Lai Châu.\nQuyết định số 5/2023/QĐ-UBND ngày 1/2/2023 của UBND tỉnh Sơn La.\nThay thế Quyết định số 47/2023/QĐ-UBND ngày 22/12/2023 về đất.\nDanh mục trên địa bàn tỉnh Sơn La kèm theo Quyết định số 5/2023/QĐ-UBND.\nDanh mục của Sơn La và Lai Châu kèm theo Quyết định số 47/2023/QĐ-UBND.',
    [
      'UBND tỉnh Lai Châu',
      'UBND tỉnh Sơn La',
      'UBND tỉnh Lai Châu',
      'UBND tỉnh Sơn La',
      'Ủy ban nhân dân',
    ],
  ],
  [
    'Quyết định số 539/QĐ-TTg ngày 1/4/2013 của Thủ tướng\nChính phủ về việc phê duyệt',
    ['Thủ tướng Chính phủ'],
  ],
  [
    'Thông tư số 18/2018/TT-BLĐTBXH ngày 30/10/2018 của Bộ trưởng Bộ\nLao động - Thương binh và Xã hội',
    ['Bộ trưởng Bộ Lao động - Thương binh và Xã hội'],
  ],
  [
    'Thông tư số 3/2017/TT-BLĐTBXH ngày 1/3/2017 của Bộ trưởng Bộ Lao động -\nThương binh và Xã hội',
    ['Bộ trưởng Bộ Lao động - Thương binh và Xã hội'],
  ],
  [
    'Nghị quyết số 2/2025/NQ-HĐND ngày 28/4/2025 của Hội đồng nhân dân tỉnh An Giang chi tặng quà',
    ['Hội đồng nhân dân tỉnh An Giang'],
  ],
  [
    'Nghị định số 16/2020/NĐ-CP ngày 25/9/2020 của Chính phủ mà Bộ vừa đưa ra; Thông tư số 6/2013/TT-BTTTT của năm 2015',
    ['Chính phủ', 'Bộ Thông tin và Truyền thông'],
  ],
  [
    'Pháp lệnh xử phạt hành chính số 44/2002/PL-UBTVQH10 và Thông báo số 7/TB-TTHĐND',
    ['Ủy ban Thường vụ Quốc hội', 'Thường trực Hội đồng nhân dân'],
  ],
])('issuers in %s', (text, issuers) => {
  expect(read(text).found.map((c) => c.value.issuer)).toEqual(issuers)
})

test('day and title in the cells beside the number', () => {
  const row = '7\tChính phủ\t19/2011/CT-UBND\t15/04/2011\tChỉ thị\tV/v đẩy mạnh công tác lưu trữ'
  const parsed = parsedOf(row)
  const [block] = parsed.blocks
  if (!block) throw new Error('no block')
  const page = makePage({ ...parsed, blocks: [{ ...block, kind: 'table-row' }] }, lexicon)
  expect(findCitations(page)[0]?.value).toMatchObject({
    date: '2011-04-15',
    title: 'đẩy mạnh công tác lưu trữ',
  })
})

test.each([
  ['Sở TTTT Cà Mau\t66/TB-STTTT\t14/12/2011', 'Sở TTTT Cà Mau'],
  ['UBND Tỉnh\t42/UBND-NC\t14/12/2011', 'UBND Tỉnh'],
  // Whose cell is no body, or of another kind than the symbols say.
  ['Chính phủ\t19/2011/CT-UBND\t14/12/2011', 'Ủy ban nhân dân'],
  ['Chuyển phòng chuyên môn\t42/UBND-NC\t14/12/2011', 'Ủy ban nhân dân'],
])('the issuer in the cell before the number: %s', (row, issuer) => {
  const parsed = parsedOf(row)
  const [block] = parsed.blocks
  if (!block) throw new Error('no block')
  const page = makePage({ ...parsed, blocks: [{ ...block, kind: 'table-row' }] }, lexicon)
  expect(findCitations(page)[0]?.value.issuer).toBe(issuer)
})

test.each<[string, string | null]>([
  ['Thông tư số 40/2000/TT-BTC ngày15/5/2000 của Bộ Tài chính', '2000-05-15'],
  ['Quyết định số 5/QĐ-UB ngày 07tháng 3năm 2002', '2002-03-07'],
  ['Thông tư số 42/2016/TT-BTC ngày của Bộ Tài chính ngày 30/12/2016', '2016-12-30'],
  ['Hướng dẫn thi hành Nghị định số 89/2002/NĐ-CP\nngày 7/11/2002 của Chính phủ', '2002-11-07'],
  ['Thong tu\n27/2009/TT-BTC\n06/02/2009\nve thue', '2009-02-06'],
  ['Thong tu\n27/2009/TT-BTC\n06/02/2010\nve thue', null],
  ['xem Quyết định số 5/QĐ-UBND\n06/02/2010', null],
])('day of %s', (text, date) => {
  expect(read(text).found[0]?.value.date).toBe(date)
})

test.each<[string, string | null]>([
  ['Can cu Ludt so 38/2009/QH12 sua doi', 'law'],
  ['Can cu Luat Nha o so 56/2005/QH11', 'law'],
  ['thông tư Liên Bộ Thương mại - Tài chính số 4/TTLB ngày 12/2/1996', 'circular'],
  ['Nghị quyết số 43/2019/QH14', 'resolution'],
  ['lưu hồ sơ số 43/2019/QH14', null],
])('type of %s', (text, type) => {
  expect(read(text).found[0]?.value.type).toBe(type)
})

test('a verb reaches no further than its cell', () => {
  const row = 'Nghị quyết này thay thế NQ số 19/2018/NQ-HĐND, bãi bỏ\tCông văn số 322/SDL-VP'
  const parsed = parsedOf(row)
  const [block] = parsed.blocks
  if (!block) throw new Error('no block')
  const page = makePage({ ...parsed, blocks: [{ ...block, kind: 'table-row' }] }, lexicon)
  expect(findCitations(page).map((c) => c.value.relation)).toEqual(['replaces', 'mentions'])
})
