// The year of quarters and of "6 tháng đầu năm" without one, in reports and plans of every month.
import { expect, test } from 'vitest'
import { findDates } from '../../src/extract/dates.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const partsIn = (type: string, subject: string, month: number, body = 'Nội dung.') => {
  const page = makePage(
    parsedOf(`UBND HUYỆN LAM HÀ
PHÒNG NỘI VỤ
Số: 15/XX-NV
Lam Hà, ngày 18 tháng ${month} năm 2018

${type}
${subject}

${body}`),
    lexicon,
  )
  return findDates(page)
    .filter(({ rule }) => /^(?:quarter|months-of-year)/u.test(rule))
    .map(({ value }) => value.edtf)
    .join(' ')
}
const report = (subject: string, month: number) => partsIn('BÁO CÁO', subject, month)
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

test.each(months.slice(2))('the parts of a report of month %i are of its year', (month) => {
  expect(report('Kết quả 6 tháng đầu năm, phương hướng 6 tháng cuối năm', month)).toBe(
    '2018-01/2018-06 2018-07/2018-12',
  )
  expect(report('Kết quả thực hiện nhiệm vụ 9 tháng đầu năm, trọng tâm quý IV', month)).toBe(
    '2018-01/2018-09 2018-10/2018-12',
  )
})

test.each(months)('a part takes the year of the one beside it, month %i', (month) => {
  expect(report('Kết quả 9 tháng đầu năm, nhiệm vụ quý IV năm 2018', month)).toBe(
    '2018-01/2018-09 2018-10/2018-12',
  )
  expect(report('Kết quả quý IV, phương hướng nhiệm vụ quý I năm 2019', month)).toBe(
    '2018-10/2018-12 2019-01/2019-03',
  )
  expect(report('Kết quả quý IV năm 2017 so với quý III', month)).toBe(
    '2017-10/2017-12 2017-07/2017-09',
  )
})

test.each<[string, string, number, string]>([
  ['BÁO CÁO', 'Kết quả 6 tháng cuối năm', 1, '2017-07/2017-12'],
  ['BÁO CÁO', 'Kết quả 2 tháng đầu năm', 2, '2018-01/2018-02'],
  ['BÁO CÁO', 'Tình hình quý IV, phương hướng quý I', 1, '2017-10/2017-12 2018-01/2018-03'],
  ['BÁO CÁO', 'Tình hình quý IV, phương hướng quý I', 12, '2018-10/2018-12 2019-01/2019-03'],
  ['BÁO CÁO', 'Công tác quý I', 6, '2018-01/2018-03'],
  ['KẾ HOẠCH', 'Kiểm tra trong quý I', 11, '2019-01/2019-03'],
  ['KẾ HOẠCH', 'Kiểm tra trong quý I', 2, '2018-01/2018-03'],
  ['CHỈ THỊ', 'Về nhiệm vụ 6 tháng cuối năm', 7, '2018-07/2018-12'],
  ['KẾ HOẠCH', 'Nhiệm vụ trọng tâm 6 tháng đầu năm', 12, '2019-01/2019-06'],
])('%s %s, month %i', (type, subject, month, parts) => {
  expect(partsIn(type, subject, month)).toBe(parts)
})
