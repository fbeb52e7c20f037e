import { expect, test } from 'vitest'
import { findPercentages } from '../../src/extract/percentages.ts'
import { findRatios } from '../../src/extract/ratios.ts'
import { pageOf } from '../support/page.ts'

const read = (text: string) => {
  const page = pageOf(text)
  return { found: findPercentages(page, findRatios(page)) }
}

test.each([
  ['tỷ lệ tăng từ 70% lên 75%', { direction: 'up', from: 70, to: 75 }],
  ['hộ nghèo giảm còn 5%', { direction: 'down', from: null, to: 5 }],
  ['tăng 2,5% so với cùng kỳ', { direction: 'up', from: null, to: null }],
  ['đạt 75%', undefined],
  [
    'Giảm tỷ lệ hộ nghèo của tỉnh từ 8,2% xuống còn 6,9%',
    { direction: 'down', from: 8.2, to: 6.9 },
  ],
  ['tăng 0,38 điểm phần trăm, từ 6,7% lên 7,08%', { direction: 'up', from: 6.7, to: 7.08 }],
  ['giảm ít nhất 3%', { direction: 'down', from: null, to: null }],
  ['suy giảm khả năng lao động từ 41% đến 80%', undefined],
  ['được giảm từ 15% đến 30% định mức', { direction: 'down', from: null, to: null }],
  ['số hộ khá từ 3-4% tăng lên 12-13%', { direction: 'up', from: 4, to: 13 }],
  ['tăng do yếu tố giá khoảng 9,2%', { direction: 'up', from: null, to: null }],
  ['dự kiến giảm được từ 1,5 - 2% số hộ', { direction: 'down', from: null, to: null }],
  ['sản lượng tăng 10,5 - 11%', { direction: 'up', from: null, to: null }],
  ['sản lượng tiếp tục tăng khá (15,6%)', { direction: 'up', from: null, to: null }],
  ['phát thải khí metan giảm đến 10%', { direction: 'down', from: null, to: null }],
  ['giá điện tăng bình quân 4 năm khoảng 7,2%', { direction: 'up', from: null, to: null }],
  ['kéo giảm số vụ cháy, số người chết từ 5-10%', { direction: 'down', from: null, to: null }],
  ['mỗi lần hạ giá bán không được quá 10%', { direction: 'down', from: null, to: null }],
  ['thu giảm 63 tỷ đồng (tương đương 7,8%)', { direction: 'down', from: null, to: null }],
  ['thu đạt 63 tỷ đồng (tương đương 7,8%)', undefined],
])('change: %s', (text, change) => {
  expect(read(text).found.at(-1)?.value.change).toEqual(change)
})

test('the level that a change begins at tells of it too', () => {
  const change = { direction: 'down', from: 21.8, to: 20.4 }
  const { found } = read('Tỷ trọng ngành đã giảm từ 21,8% năm 2003 xuống còn 20,4% năm 2004')
  expect(found.map((p) => p.value.change)).toEqual([change, change])
})

test('the ends of a range begin at the ends of a range', () => {
  const { found } = read('số hộ khá từ 3-4% tăng lên 12-13%')
  expect(found.slice(2).map((p) => p.value.change)).toEqual([
    { direction: 'up', from: 3, to: 12 },
    { direction: 'up', from: 4, to: 13 },
  ])
})

test('the level of a range is told of too', () => {
  const { found } = read('giảm số hộ nghèo từ 26-28% xuống còn 12-13%')
  const changes = [
    { direction: 'down', from: 26, to: 12 },
    { direction: 'down', from: 28, to: 13 },
  ]
  expect(found.map((p) => p.value.change)).toEqual([...changes, ...changes])
})
