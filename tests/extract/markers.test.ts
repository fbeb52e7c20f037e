import { describe, expect, test } from 'vitest'
import { markerOf, romanValue } from '../../src/extract/markers.ts'

describe('markerOf', () => {
  test.each([
    ['1) Toàn ngành', 'decimal', '1'],
    ['(2) Tăng cường', 'decimal', '2'],
    ['10. Thực hiện', 'decimal', '10'],
    ['3.Về nhân sự', 'decimal', '3'],
    ['1- Mục đích', 'decimal', '1'],
    ['4.2. Tham gia', 'multilevel', '4.2'],
    ['1.1.3 Rà soát', 'multilevel', '1.1.3'],
    ['a) Chủ trì', 'letter', 'a'],
    ['a/ Chủ trì', 'letter', 'a'],
    ['b- Phối hợp', 'letter', 'b'],
    ['Nhiệm vụ thứ hai: Rà soát', 'word', '2'],
    ['Ba là, đổi mới', 'word', '3'],
    ['đ) Phối hợp', 'letter', 'đ'],
    ['III. NHIỆM VỤ', 'roman', 'III'],
    ['I- Tình hình', 'roman', 'I'],
    ['Điều 5. Tổ chức', 'article', '5'],
    ['Thứ nhất, tiếp tục', 'word', '1'],
    ['Ba là, đẩy mạnh', 'word', '3'],
    ['Nhiệm vụ 3: Xây dựng', 'decimal', '3'],
    ['- Chủ động', 'bullet', null],
    ['• Phối hợp', 'bullet', null],
  ])('%s', (text, style, number) => {
    expect(markerOf(text)).toMatchObject({ style, number })
  })
  test.each([
    'Toàn ngành',
    '2023 là năm',
    '3.085 trường',
    '1.5 lần',
    '75,6%',
    'Một số',
    'f) không có',
    'Civic',
    'khoản 2 Điều 5',
    'a/b là tỷ số',
    'Nhiệm vụ thứ hai',
    'Hai làng nghề',
    'TS. Nguyễn',
  ])('ignores %s', (text) => {
    expect(markerOf(text)).toBeNull()
  })
  test('romanValue', () => {
    expect([
      romanValue('IV'),
      romanValue('IX'),
      romanValue('XII'),
      romanValue('XL'),
      romanValue('IIII'),
      romanValue('VX'),
    ]).toEqual([4, 9, 12, 40, null, null])
  })
})
