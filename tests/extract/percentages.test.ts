import { describe, expect, test } from 'vitest'
import { makePage } from '../../src/extract/make-page.ts'
import { checkSums, findPercentages } from '../../src/extract/percentages.ts'
import { findRatios } from '../../src/extract/ratios.ts'
import { lexicon, pageOf, parsedOf, unmarked } from '../support/page.ts'

const read = (marked: string) => {
  const { text, spans } = unmarked(marked)
  const page = pageOf(text)
  const ratios = findRatios(page)
  const found = findPercentages(page, ratios)
  return {
    page,
    spans,
    found,
    words: found.map((p) => page.text.slice(p.start, p.end)),
    sums: checkSums(page, ratios, found),
  }
}

describe('finds value and comparator', () => {
  test.each<[string, string[]]>([
    // an estimate is a figure as it stands
    [
      'GRDP ước đạt [[4,2%]]; thu ngân sách ước tính [[90%]]; giải ngân ước [[khoảng 60%]]',
      ['=4.2', '=90', '~60'],
    ],
    ['năng suất kém [[12%]] so với vụ trước', ['=12']],
    ['đạt tỉ lệ [[75,6%]], [[86 %]] và [[100%]]', ['=75.6', '=86', '=100']],
    ['trẻ dưới 36 tháng [[đạt trên 45%]]', ['>45']],
    ['chiếm [[hơn 50%]], [[gần 20%]], [[khoảng 5%]], [[xấp xỉ 7%]]', ['>50', '~20', '~5', '~7']],
    [
      '[[dưới 3%]]; [[chưa đến 4%]]; [[không quá 5%]]; [[tối đa 6%]]; [[ít nhất 7%]]',
      ['<3', '<4', '<=5', '<=6', '>=7'],
    ],
    ['từ [[95% trở lên]], từ [[40% trở xuống]]', ['>=95', '<=40']],
    ['trên địa bàn đạt [[97,5%]]', ['=97.5']],
    ['từ [[70%]] đến [[75%]]', ['=70', '=75']],
    ['tăng [[2,5]]-[[3%]]', ['=2.5', '=3']],
    ['tăng từ [[85]] đến [[90%]]; [[khoảng 5]] tới [[7%]]', ['=85', '=90', '~5', '~7']],
    ['từ lớp 3 đến [[5%]]; năm 2020 đến [[20%]]', ['=5', '=20']],
    ['chỉ [[non 30%]] cơ sở; [[ngót nghét 40%]]; [[quãng 20%]]', ['~30', '~40', '~20']],
    ['trẻ mầm non [[90%]], sinh non [[8%]]', ['=90', '=8']],
    ['chỉ còn [[khoảng 5]]-[[7%]]', ['~5', '~7']],
    ['lý thuyết từ [[25%]] - [[45%]]', ['=25', '=45']],
    ['[[≥ 95%]]; [[< 5%]]; [[~80%]]', ['>=95', '<5', '~80']],
    ['đạt [[bảy mươi lăm phần trăm]], [[25 phần trăm]]', ['=75', '=25']],
    ['cao hơn [[5%]] và thấp hơn [[2%]]', ['=5', '=2']],
    ['quy định cao hơn hoặc thấp hơn [[50%]] mức chung', ['=50']],
    ['tăng [[1.234,5%]]', ['=1234.5']],
    ['[[vượt 12%]] kế hoạch; [[vượt 4%]] so với dự toán', ['>12', '>4']],
    ['đạt [[98.5%]]', ['=98.5']],
    ['[[không thấp hơn 20%]]; [[không cao hơn 5%]]; [[không nhỏ hơn 7%]]', ['>=20', '<=5', '>=7']],
    ['thấp hơn [[2%]] so với năm trước', ['=2']],
    ['đạt từ [[70%]] đến [[75%]]; [[đạt từ 50%]] số phiếu', ['=70', '=75', '>=50']],
    ['từ [[75%]] điểm chuẩn của từng tiêu chí trở lên', ['>=75']],
    [
      '[[bằng hoặc lớn hơn 3%]]; [[chưa quá 4%]]; [[suýt soát 6%]]; [[tối thiểu 80%]]',
      ['>=3', '<=4', '~6', '>=80'],
    ],
    ['độ mặn đo được [[4‰]], phạt [[0,5 phần nghìn]]', ['=0.4', '=0.05']],
    ['[[85%]] (tám mươi lăm phần trăm) số hội viên', ['=85']],
    ['phạt [[0,1%]] (một phần nghìn) mỗi ngày', ['=0.1']],
    ['không được quá mười phần trăm ([[10%]]) giá đã định', ['<=10']],
    ['theo quy định là [[80%]] số phiếu trở lên; [[60%]] đạt loại khá trở lên', ['>=80', '=60']],
    ['từ [[70% trởlên]]; từ [[5%]] số hộ trở xuống', ['>=70', '<=5']],
    [
      '[[không được vượt quá 7%]]; [[chưa vượt quá 8%]]; [[tối đa không được vượt quá 9%]]',
      ['<=7', '<=8', '<=9'],
    ],
    ['[[tối đa bằng 150%]] và [[tối thiểu bằng 50%]] mức chuẩn', ['<=150', '>=50']],
    ['[[60%]] < B [[<= 70%]]; [[90%]] >= B', ['>60', '<=70', '<=90']],
    ['[[40%]] dịch vụ mức độ 3,[[25%]] mức độ 4', ['=40', '=25']],
    ['đạt [[98 ,5%]], riêng xã vùng cao [[7 ,25 %]]', ['=98.5', '=7.25']],
  ])('%s', (marked, expected) => {
    const { found, words, spans } = read(marked)
    expect(found.map((p) => `${p.value.comparator}${p.value.value}`)).toEqual(expected)
    expect(words).toEqual(spans)
  })
})

describe('ignores', () => {
  test.each([
    'https://a.vn/tin%20tuc/10%20bai',
    'lớp 4,8,11',
    'vì lý do phần trăm',
    'sản xuất 100-%',
  ])('%s', (text) => {
    const found = read(text).found.filter((p) => p.rule !== 'percent-in-words')
    expect(found).toEqual([])
  })
  test('boilerplate', () => {
    expect(findPercentages(pageOf('đạt 75%', { zone: 'boilerplate' }), [])).toEqual([])
  })
})

test.each<[string, boolean]>([
  ['tăng 2,5 điểm %', true],
  ['giảm 0,38 điểm phần trăm', true],
  ['tăng 2,5%', false],
])('points: %s', (text, points) => {
  expect(read(text).found[0]?.value.points).toBe(points)
})

describe('the ratio beside a percentage', () => {
  test.each<[string, string, string]>([
    ['có 3.085/4.081 trường đạt chuẩn, đạt tỉ lệ 75,6%', '3085/4081', 'agrees'],
    ['chiếm 51,62% (2.235/4.330 học sinh)', '2235/4330', 'agrees'],
    ['20/30 trường đạt chuẩn chiếm trên 66%', '20/30', 'agrees'],
    ['20/30 trường đạt chuẩn chiếm 66%', '20/30', 'disagrees'],
    ['20/30 trường đạt chuẩn chiếm 66,7%', '20/30', 'agrees'],
    ['20/30 trường đạt chuẩn, chiếm dưới 60%', '20/30', 'disagrees'],
    ['gặt được 97,3% - 9.870/10.144 tấn', '9870/10144', 'agrees'],
    ['đạt 98%, tức là 49/50 xã', '49/50', 'agrees'],
    ['Có tới 8/10 chợ mở cửa nhưng chỉ 30% quầy có khách', 'null', 'unchecked'],
    ['đạt 98%, 39/50 xã có chợ', 'null', 'unchecked'],
    ['20/30 trường đạt chuẩn. Tỷ lệ chuyên cần đạt 98%', 'null', 'unchecked'],
    ['20/30 trường đạt chuẩn, tăng 5%', 'null', 'unchecked'],
    ['20/30 trường; tỷ lệ 98%', 'null', 'unchecked'],
    ['10/63 địa phương giải ngân trên 50% kế hoạch', 'null', 'unchecked'],
    ['12/15 xã có tỷ lệ hộ nghèo dưới 5%', 'null', 'unchecked'],
    ['4/20 xã thu ngân sách từ 95% trở lên', 'null', 'unchecked'],
    ['12/15 xã đạt trên 75%', '12/15', 'agrees'],
    ['10/63 địa phương đã xong, đạt tỷ lệ trên 50%', '10/63', 'disagrees'],
    // something else is measured behind the comma
    ['mới có 21/150 xã có sân bóng, tỷ lệ trẻ em tập bơi chỉ đạt 30,5%', 'null', 'unchecked'],
    ['huyện có 3/20 điểm trường, 100% học sinh ở xa được đưa đón', 'null', 'unchecked'],
    ['đã có 4/7 công trình khởi công, giá trị thực hiện đạt 31%', 'null', 'unchecked'],
    // a mistake of the writer
    ['sản lượng đạt 97,4% (9.870/10.144 tấn)', '9870/10144', 'disagrees'],
    ['12/15 xã đạt chuẩn, tỷ lệ đạt 85%', '12/15', 'disagrees'],
    ['21/30 trường đạt chuẩn, tỷ lệ trường đạt chuẩn là 71%', '21/30', 'disagrees'],
    ['19/25 trường, trạm y tế có nước sạch, chiếm 76%', '19/25', 'agrees'],
  ])('%s', (text, ratio, check) => {
    const value = read(text).found[0]?.value
    expect(value?.ratio ? `${value.ratio.numerator}/${value.ratio.denominator}` : 'null').toBe(
      ratio,
    )
    expect(value?.check).toBe(check)
  })
})

describe('subject and province', () => {
  test.each<[string, [string | null, string | null][]]>([
    ['tỷ lệ huy động trẻ đến trường đạt trên 99%;', [['huy động trẻ đến trường', null]]],
    [
      'có 3.085/4.081 trường mầm non, phổ thông đạt chuẩn quốc gia, đạt tỉ lệ 75,6%',
      [['trường mầm non, phổ thông đạt chuẩn quốc gia', null]],
    ],
    [
      '1083/1.466 trường mầm non, chiếm 73,87%; 868/983 trường tiểu học, chiếm 88,3%',
      [
        ['trường mầm non', null],
        ['trường tiểu học', null],
      ],
    ],
    ['100% gia đình nhà giáo đạt danh hiệu', [['gia đình nhà giáo', null]]],
    [
      'trẻ dưới 36 tháng đạt trên 45%, trẻ mẫu giáo đạt 100%',
      [
        ['trẻ dưới 36 tháng', null],
        ['trẻ mẫu giáo', null],
      ],
    ],
    [
      'Một số tỉnh có tỉ lệ trường đạt chuẩn cao: Bắc Giang 93,4%; Phú Thọ đạt 89%; Thái Nguyên 86%',
      [
        ['trường đạt chuẩn', 'bac-giang'],
        ['trường đạt chuẩn', 'phu-tho'],
        ['trường đạt chuẩn', 'thai-nguyen'],
      ],
    ],
    [
      'Tổng thu ngân sách ước đạt 394 tỷ đồng, đạt 85% dự toán, tăng 12% so với cùng kỳ',
      [
        ['Tổng thu ngân sách', null],
        ['Tổng thu ngân sách', null],
      ],
    ],
    ['số người chết giảm 244 người (giảm 11,35%)', [['người chết', null]]],
    ['39 sản phẩm sáng tạo, chiếm 17,8%', [['sản phẩm sáng tạo', null]]],
    [
      '185 người ứng cử là người dân tộc thiểu số (tương đương 21,31%)',
      [['người ứng cử là người dân tộc thiểu số', null]],
    ],
    [
      'gần nhà (25,7%); nhiễm khuẩn hô hấp trên (13,8%)',
      [
        ['gần nhà', null],
        ['nhiễm khuẩn hô hấp trên', null],
      ],
    ],
    ['Phấn đấu cắt giảm ít nhất 20% thời gian giải quyết', [['thời gian giải quyết', null]]],
    ['Trong đó, hơn 96% người dân đã tiêm', [['người dân', null]]],
    [
      'Giảm tỷ lệ hộ nghèo từ 8,2% xuống còn 6,9%',
      [
        ['hộ nghèo', null],
        ['hộ nghèo', null],
      ],
    ],
    [
      'Trường mầm non, tiểu học và trung học cơ sở đạt chuẩn lần lượt là 70%, 80% và 90%',
      [
        ['Trường mầm non', null],
        ['tiểu học', null],
        ['trung học cơ sở đạt chuẩn', null],
      ],
    ],
    [
      'Ba tỉnh An Giang, Bến Tre và Trà Vinh có tỷ lệ trường đạt chuẩn lần lượt là 71,4%, 70,8% và 66,9%',
      [
        ['trường đạt chuẩn', 'an-giang'],
        ['trường đạt chuẩn', 'ben-tre'],
        ['trường đạt chuẩn', 'tra-vinh'],
      ],
    ],
    ['Năm 2022 tỷ lệ hồ sơ trực tuyến chỉ đạt 61,5%', [['hồ sơ trực tuyến', null]]],
    ['100% trẻ em thuộc hộ nghèo được hỗ trợ', [['trẻ em thuộc hộ nghèo', null]]],
    ['tỷ lệ chuyên cần bình quân đạt 97%', [['chuyên cần bình quân', null]]],
    [
      'Ngân sách tỉnh bảo đảm 40% kinh phí, vốn vay ưu đãi 30%, phần còn lại do xã',
      [
        ['kinh phí', null],
        ['vốn vay ưu đãi', null],
      ],
    ],
    [
      'thuế suất 15%, 70% còn lại',
      [
        ['thuế suất', null],
        [null, null],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text).found.map((p) => [p.value.subject, p.value.province])).toEqual(expected)
  })
})

describe('in a table', () => {
  test.each<[string, [string | null, string | null][]]>([
    [
      'Huyện\tKế hoạch (km)\tTỷ lệ\tGhi chú\nLục Ngạn\t120,5\t80,0%\tVướng mặt bằng',
      [['Lục Ngạn: Tỷ lệ', null]],
    ],
    [
      'STT\tTỉnh\tSố xã\tTỷ lệ đạt chuẩn\n1\tKon Tum\t85\t55,3%\n2\tGia Lai\t182\t50,0%',
      [
        ['Tỷ lệ đạt chuẩn', 'kon-tum'],
        ['Tỷ lệ đạt chuẩn', 'gia-lai'],
      ],
    ],
    [
      'Huyện\tTỷ lệ\tGhi chú\nHiệp Hòa\t82,0%\tNgười dân hiến đất 1.250/1.380 hộ, đạt 90,6%',
      [
        ['Hiệp Hòa: Tỷ lệ', null],
        ['hộ', null],
      ],
    ],
    [
      'Chỉ tiêu\tThực hiện\n- Số lượng các đơn vị đã thực hiện/tổng số đơn vị\t18/71\n- Tỉ lệ đạt\t25%',
      [['đơn vị đã thực hiện', null]],
    ],
    ['Khu công nghiệp\tTỷ lệ\nSông Xanh\t90% (giai đoạn 1)', [['Sông Xanh: Tỷ lệ', null]]],
  ])('in the table %s', (text, expected) => {
    const parsed = parsedOf(text)
    const blocks = parsed.blocks.map((b) => ({ ...b, kind: 'table-row' as const }))
    const page = makePage({ ...parsed, blocks }, lexicon)
    const found = findPercentages(page, findRatios(page))
    expect(found.map((p) => [p.value.subject, p.value.province])).toEqual(expected)
  })
})

describe('checkSums', () => {
  test('warns where numerators add up and denominators do not', () => {
    const { sums, page } = read(
      'có 30/50 trường đạt chuẩn, chiếm 60%. Trong đó: 10/20 trường mầm non; 12/15 trường tiểu học; 8/10 trường THCS.',
    )
    expect(sums).toMatchObject([{ code: 'parts-do-not-add-up', start: 3 }])
    expect(sums[0]?.message).toContain('30/45')
    expect(page.text.slice(sums[0]?.start, sums[0]?.end)).toMatch(/^30\/50 .* 8\/10$/)
  })
  test.each([
    'có 30/45 trường đạt chuẩn. Trong đó: 10/20 trường mầm non; 12/15 trường tiểu học; 8/10 trường THCS.',
    'có 30/50 trường đạt chuẩn. Trong đó: 10/20 trường mầm non; 12/15 trường tiểu học.',
    'có 30/50 trường. Huyện A có 10/20 trường; huyện B có 12/15 trường',
  ])('is silent on %s', (text) => {
    expect(read(text).sums).toEqual([])
  })
})
