// Days and months without a year in plans of a year, and the deadlines that they are.
import { describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const source = { name: 'a.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', bytes: 1 }

const recordOf = (title: string, day: string, body: string) =>
  makeRecord(
    parsedOf(`UBND HUYỆN LAM HÀ
PHÒNG NÔNG NGHIỆP
Số: 15/KH-NN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lam Hà, ngày ${day}
${title}

Phòng Nông nghiệp triển khai các nội dung sau:
${body}`),
    source,
    lexicon,
  )

/** Dates without a year in the text, as they were read. */
const read = (title: string, day: string, body: string) =>
  recordOf(title, day, body)
    .dates.filter(({ inferred }) => inferred)
    .map(({ edtf }) => edtf)

const plan = 'KẾ HOẠCH\nTiêm phòng gia súc năm 2014'

describe('are of the year planned for', () => {
  test.each([
    ['08 tháng 01 năm 2014', '1. Báo cáo trong tháng 12.', ['2014-12']],
    ['08 tháng 01 năm 2014', '1. Rà soát.\nThời gian hoàn thành: tháng 11.', ['2014-11']],
    ['20 tháng 12 năm 2013', '1. Báo cáo trước ngày 15/12.', ['2014-12-15']],
    ['20 tháng 12 năm 2013', '1. Tiêm đợt một từ tháng 10 đến tháng 12.', ['2014-10/2014-12']],
    ['20 tháng 12 năm 2013', '1. Tổng hợp số liệu năm 2013 trong tháng 12.', ['2014-12']],
  ])('%s: %s', (day, body, edtf) => {
    expect(read(plan, day, body)).toEqual(edtf)
    expect(read(plan.replace('KẾ HOẠCH', 'CHƯƠNG TRÌNH'), day, body)).toEqual(edtf)
  })

  test('and the deadline of the directive is the same', () => {
    const body = '1. Trạm Thú y tổng hợp, báo cáo kết quả tiêm phòng trong tháng 12.'
    const { directives, dates } = recordOf(plan, '08 tháng 01 năm 2014', body)
    expect(directives.map(({ deadline }) => deadline)).toEqual(['2014-12'])
    expect(dates.at(-1)?.edtf).toBe('2014-12')
  })
})

describe('are not', () => {
  test.each([
    // What was done; what a full day beside it dates; a title of several years, of the past, or of a report.
    [plan, '08 tháng 01 năm 2014', 'Trong tháng 12, huyện đã tiêm 500 con.', ['2013-12']],
    [
      plan,
      '08 tháng 01 năm 2014',
      'Tiêm từ ngày 10/12, riêng xã Tân Hà từ ngày 15/12/2013.',
      ['2013-12-10'],
    ],
    [plan.replace('2014', '2013'), '08 tháng 02 năm 2014', 'Công bố trong tháng 4.', ['2014-04']],
    ['KẾ HOẠCH\nTiêm phòng năm 2013 và năm 2014', '08 tháng 01 năm 2014', 'Tháng 12.', ['2013-12']],
    ['BÁO CÁO\nThực hiện kế hoạch năm 2014', '08 tháng 01 năm 2014', 'Tháng 12.', ['2013-12']],
    ['THÔNG BÁO\nLịch tiêm phòng năm 2014', '08 tháng 01 năm 2014', 'Tháng 12.', ['2013-12']],
  ])('%s, %s: %s', (title, day, body, edtf) => {
    expect(read(title, day, body).filter((date) => date.length > 4)).toEqual(edtf)
  })
})
