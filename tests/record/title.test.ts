// A title keeps the dashes it is written with; everything else of it is as the finders read it.
import { expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const source = { name: 'x.txt', sha256: 'a'.repeat(64), mediaType: 'text/plain', bytes: 1 }
const prose =
  'Sáng 12/4, xã tổ chức hội thi bơi lội cho học sinh các trường, với sự tham gia của hơn 200 em học sinh trong xã.'

test.each([
  ['Đại hội Đảng bộ xã: Đoàn kết – Dân chủ — Đột phá', null],
  ['Năm học 2023 - 2024: hội thi bơi', null],
  // Spaces and signs that stand for a hyphen are mended.
  ['Hội  thi\u00A0bơi – lội', 'Hội thi bơi – lội'],
  ['Hội thi bơi 4\u20115 tuổi', 'Hội thi bơi 4-5 tuổi'],
])('%s', (title, read) => {
  expect(makeRecord(parsedOf(`${title}\n${prose}`), source, lexicon).title).toBe(read ?? title)
})

test('over lines, behind letters that are written apart', () => {
  const text = `UBND XÃ TÂN HÒA\nSố: 2/KH-UBND\nTân Hòa, ngày 5 tháng 6 năm 2021
KẾ HOẠCH\nTổ chức hội thi bơi – lặn – cứu đuối`.normalize('NFD')
  expect(makeRecord(parsedOf(text), source, lexicon).title).toBe(
    'KẾ HOẠCH Tổ chức hội thi bơi – lặn – cứu đuối',
  )
})

test.each([
  'A. NHIỆM VỤ CHUNG',
  'I. Kết quả đạt được',
  'B - TỔ CHỨC THỰC HIỆN',
  'Phần thứ nhất',
  'Mục I',
  '1. Rà soát trạm y tế xã',
])('of an official document ends above %s', (section) => {
  const text = `SỞ Y TẾ LAM HÀ\nSố: 12/HD-SYT\nLam Hà, ngày 26 tháng 10 năm 2020
HƯỚNG DẪN\nThực hiện nhiệm vụ năm 2021\n${section}\nTiếp tục rà soát mạng lưới trạm y tế.`
  expect(makeRecord(parsedOf(text), source, lexicon).title).toBe(
    'HƯỚNG DẪN Thực hiện nhiệm vụ năm 2021',
  )
})

test.each(['Tuổi Lửa Online', 'Báo Lao động Trẻ', 'lamha.gov.vn', 'Cổng thông tin điện tử Lam Hà'])(
  'is the headline, not %s between it and its day',
  (publisher) => {
    const headline = 'Hội thi bơi lội của xã Tân Hòa'
    const text = `${headline}\n${publisher}\n15:02 03/11/2021 GMT+7\n\n${prose}\n${prose}`
    expect(makeRecord(parsedOf(text), source, lexicon).title).toBe(headline)
  },
)

test('is the line above the day where both name what happened', () => {
  const text = `Tin hoạt động của xã\nBáo Lam Hà tổ chức giải chạy\n03/11/2021 15:02\n\n${prose}`
  expect(makeRecord(parsedOf(text), source, lexicon).title).toBe('Báo Lam Hà tổ chức giải chạy')
})
