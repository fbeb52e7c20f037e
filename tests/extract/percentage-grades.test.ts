import { describe, expect, test } from 'vitest'
import { findPercentages } from '../../src/extract/percentages.ts'
import { findRatios } from '../../src/extract/ratios.ts'
import { pageOf } from '../support/page.ts'

const told = (text: string) => {
  const page = pageOf(text)
  return findPercentages(page, findRatios(page)).map(
    ({ value }) => `${value.comparator}${value.value} ${value.subject}`,
  )
}

/** Every grade has the noun that is graded. */
describe('finds grades', () => {
  test.each<[string, string[]]>([
    [
      '- Cấp THCS: học lực giỏi 12,5%; khá 40%; trung bình 44,1%; yếu, kém 3,4%.',
      [
        '=12.5 học lực giỏi',
        '=40 học lực khá',
        '=44.1 học lực trung bình',
        '=3.4 học lực yếu, kém',
      ],
    ],
    [
      'Hạnh kiểm: tốt 90,5%, khá chiếm 8%, trung bình trên 1%, yếu 0,2%',
      ['=90.5 Hạnh kiểm tốt', '=8 Hạnh kiểm khá', '>1 Hạnh kiểm trung bình', '=0.2 Hạnh kiểm yếu'],
    ],
    [
      'Tỷ lệ học sinh giỏi và xuất sắc 20%, khá 45% và trung bình 35%',
      ['=20 học sinh giỏi và xuất sắc', '=45 học sinh khá', '=35 học sinh trung bình'],
    ],
    ['tỷ lệ học sinh xếp loại kém 0,5%', ['=0.5 học sinh xếp loại kém']],
    ['tỷ lệ học sinh xếp loại yếu, kém dưới 3%', ['<3 học sinh xếp loại yếu, kém']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})

describe('ignores words that grade nothing', () => {
  test.each<[string, string[]]>([
    ['lãi suất trung bình 5%, trung bình 6%', ['=5 lãi suất', '=6 lãi suất']],
    ['học lực giỏi 12%; sĩ số duy trì 99%', ['=12 học lực giỏi', '=99 sĩ số duy trì']],
    ['Sản lượng lúa không kém 20% so với vụ trước', ['>=20 Sản lượng lúa']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})
