// A number behind "tuần" is a week's, and the month behind it stays a month.
import { expect, test } from 'vitest'
import { findDates } from '../../src/extract/dates.ts'
import { pageOf } from '../support/page.ts'

const datesIn = (text: string): string[] => findDates(pageOf(text)).map(({ value }) => value.edtf)

test.each<[string, string[]]>([
  ['BÁO CÁO CÔNG TÁC TUẦN 02 THÁNG 6 NĂM 2026', ['2026-06']],
  ['Kết quả công tác tuần 05 tháng 6 năm 2026 của Phòng Nội vụ', ['2026-06']],
  ['Lịch làm việc tuần 3, tháng 9/2023', ['2023-09']],
  ['Hoàn thành trong tuần thứ 2 tháng 10 năm 2022', ['2022-10']],
  ['Hoàn thành trong tuần thứ 2, tháng 10/2022', ['2022-10']],
  ['Lịch trực tuần 4 - tháng 11/2024', ['2024-11']],
  ['Lịch trực tuần 4/tháng 11/2024', ['2024-11']],
  ['Kết quả tuần 1, 2 tháng 6 năm 2026', ['2026-06']],
  ['Kết quả tuần 1 và 2 tháng 6 năm 2026', ['2026-06']],
  ['Kết quả tuần 1-2 tháng 6 năm 2026', ['2026-06']],
  ['Lịch tuần 4 tháng 5/2023, tuần 1 tháng 6/2023', ['2023-05', '2023-06']],
])('a week: %s', (text, edtf) => {
  expect(datesIn(text)).toEqual(edtf)
})

test.each<[string, string[]]>([
  ['Chào cờ đầu tuần 5 tháng 9 năm 2022', ['2022-09-05']],
  ['Trực cuối tuần 7 tháng 10 năm 2023', ['2023-10-07']],
  ['Trong tuần, ngày 5 tháng 9 năm 2022 khai giảng', ['2022-09-05']],
  ['Thứ hai tuần này (ngày 5 tháng 9 năm 2022)', ['2022-09-05']],
  ['Tuần tra ngày 5 tháng 9 năm 2022', ['2022-09-05']],
  ['Tuần 1 từ ngày 5 tháng 9 năm 2022', ['2022-09-05']],
])('a day: %s', (text, edtf) => {
  expect(datesIn(text)).toEqual(edtf)
})
