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
