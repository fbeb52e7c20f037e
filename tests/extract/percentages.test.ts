import { describe, expect, test } from 'vitest'
import { checkSums, findPercentages } from '../../src/extract/percentages.ts'
import { findRatios } from '../../src/extract/ratios.ts'
import { pageOf, unmarked } from '../support/page.ts'

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
    ['chỉ còn [[khoảng 5]]-[[7%]]', ['~5', '~7']],
    ['lý thuyết từ [[25%]] - [[45%]]', ['=25', '=45']],
    ['[[≥ 95%]]; [[< 5%]]; [[~80%]]', ['>=95', '<5', '~80']],
    ['đạt [[bảy mươi lăm phần trăm]], [[25 phần trăm]]', ['=75', '=25']],
    ['cao hơn [[5%]] và thấp hơn [[2%]]', ['=5', '=2']],
    ['tăng [[1.234,5%]]', ['=1234.5']],
    ['vượt [[12%]] kế hoạch', ['=12']],
    ['đạt [[98.5%]]', ['=98.5']],
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
    ['20/30 trường đạt chuẩn. Tỷ lệ chuyên cần đạt 98%', 'null', 'unchecked'],
    ['20/30 trường đạt chuẩn, tăng 5%', 'null', 'unchecked'],
    ['20/30 trường; tỷ lệ 98%', 'null', 'unchecked'],
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
  ])('%s', (text, expected) => {
    expect(read(text).found.map((p) => [p.value.subject, p.value.province])).toEqual(expected)
  })
})

test.each([
  ['tỷ lệ tăng từ 70% lên 75%', { direction: 'up', from: 70, to: 75 }],
  ['hộ nghèo giảm còn 5%', { direction: 'down', from: null, to: 5 }],
  ['tăng 2,5% so với cùng kỳ', { direction: 'up', from: null, to: null }],
  ['đạt 75%', undefined],
])('change: %s', (text, change) => {
  expect(read(text).found.at(-1)?.value.change).toEqual(change)
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
