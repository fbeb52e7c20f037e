// A title keeps the dashes it is written with; everything else of it is as the finders read it.
import { describe, expect, test } from 'vitest'
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

describe('in a head of fields', () => {
  const headline = 'Hội thi bơi lội của xã Tân Hòa'
  const link = 'https://baolamha.vn/xa-hoi/hoi-thi-boi-loi-cua-xa-tan-hoa-123.html'
  test.each([
    `Title: ${headline}\nSource: Báo Lam Hà\nLink: ${link}\nPublished Date: Thứ sáu, 12/4/2024, 14:06 (GMT+7)\nAuthor: \nContent: ${prose}`,
    `Source: Báo Lam Hà\nLink: ${link}\nTitle: ${headline} ...\nPublished Date: N/A\nContent: ${prose}`,
    `Link: ${link}\nPublished Date: Thứ sáu, 12/4/2024, 14:06 (GMT+7)\nTitle: ${headline}\nContent: ${prose}`,
    `Tiêu đề: ${headline}\nNguồn: Báo Lam Hà\nĐường dẫn: ${link}\nNgày đăng: 12/04/2024\nNội dung: ${prose}`,
    `Nguồn: Báo Lam Hà\nNgày đăng: 12/04/2024\nURL: ${link}\nTIÊU ĐỀ : ${headline}\nTóm tắt: ${prose}\nNội dung: ${prose}`,
    `Chuyên mục: Xã hội\nTiêu đề bài viết: ${headline}\nTác giả: Mai Hương\n\n${prose}`,
    `Title:\n${headline}\nURL:\n${link}\n${prose}`,
  ])('%s', (text) => {
    const { title } = makeRecord(parsedOf(text), source, lexicon)
    expect(title?.replace(' ...', '')).toBe(headline)
  })

  test.each([
    // An address is no title.
    [`Link: ${link}\nThứ sáu, 12/4/2024, 14:06 (GMT+7)\n${headline}\n${prose}`, headline],
    [`${headline}\nLink bài viết: ${link}\n12/04/2024 14:06\n${prose}`, headline],
    // A title that is not told is none.
    [`Title: N/A\nSource: Báo Lam Hà\nLink: ${link}\n${prose}`, null],
    // One label by itself is no head, and no label of an ordinary line goes.
    [`${headline}: tiêu đề và nội dung\n${prose}`, `${headline}: tiêu đề và nội dung`],
    [`Link: vì sao trẻ em cần học bơi\n${prose}`, 'Link: vì sao trẻ em cần học bơi'],
  ])('not %s', (text, title) => {
    expect(makeRecord(parsedOf(text), source, lexicon).title).toBe(title)
  })
})
