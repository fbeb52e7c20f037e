import { describe, expect, test } from 'vitest'
import { dateInside, readDateLine, readDateLines } from '../../src/text/date-line.ts'

describe('readDateLine reads', () => {
  test.each([
    ['Thứ năm - 09/02/2023 20:01', '2023-02-09T20:01:00+07:00', null],
    ['thứ năm, 08 08 2019 08:51', '2019-08-08T08:51:00+07:00', null],
    ['(05.08.2019 16:32)', '2019-08-05T16:32:00+07:00', null],
    ['20 Tháng 9, 2021', '2021-09-20', null],
    ['Tháng Chín 22, 2023', '2023-09-22', null],
    ['Thứ Sáu, 10:00, 22/09/2023', '2023-09-22T10:00:00+07:00', null],
    ['Thứ sáu, 22/9/2023, 05:30 (GMT+7)', '2023-09-22T05:30:00+07:00', null],
    ["09:15' 12/3/2020", '2020-03-12T09:15:00+07:00', null],
    ['Thứ ba, 9/4/2019-9:4 AM', '2019-04-09T09:04:00+07:00', null],
    ['Thứ 6 ngày 22 tháng 9 năm 2023Lượt xem: 100', '2023-09-22', null],
    ['2023-02-09 20:01:33', '2023-02-09T20:01:33+07:00', null],
    ['09/02/2023 20:01:60', '2023-02-09', null],
    [
      'Đăng lúc 10:12, Thứ Sáu, 22 Tháng Chín 2023 (GMT+7)',
      '2023-09-22T10:12:00+07:00',
      'published',
    ],
    ['Ngày đăng: 12/03/2020 - Lượt xem: 1.023', '2020-03-12', 'published'],
    ['Posted on March 5, 2024', '2024-03-05', 'published'],
    ['Cập nhật: 20:11 | 14/08/2022', '2022-08-14T20:11:00+07:00', 'modified'],
    ['Last updated 12 May 2021', '2021-05-12', 'modified'],
  ])('%s', (line, at, label) => {
    expect(readDateLine(line)).toEqual({ at, label })
  })
})

describe('readDateLine ignores', () => {
  test.each([
    'Ngày có hiệu lực: 20/01/2026',
    'Hà Nội, ngày 20 tháng 01 năm 2026',
    'Sáng 09/02/2023',
    'Từ 02/5 đến 05/5/2019',
    '30/4/1975 - 30/4/2025',
    'Today: 14/08/2022 20:41:20 (GMT+7)',
    'Giấy phép số 110/GP-TTĐT cấp ngày 08/08/2013',
    '01 02 2023',
    '31/02/2023',
    '0912.345.2012',
    'năm 2020',
  ])('%s', (line) => {
    expect(readDateLine(line)).toBeNull()
  })
})

test('two days in one line, each with what it is', () => {
  expect(readDateLines('Đăng: 09/02/2023 20:01 | Cập nhật: 10/02/2023')).toEqual([
    { at: '2023-02-09T20:01:00+07:00', label: 'published' },
    { at: '2023-02-10', label: 'modified' },
  ])
})

test('a day beside other words, in lines known to tell it', () => {
  expect(dateInside('Thanh Tuyền - 09/02/2023 20:01')?.at).toBe('2023-02-09T20:01:00+07:00')
  expect(dateInside('Thanh Tuyền, có hiệu lực từ 09/02/2023')).toBeNull()
})
