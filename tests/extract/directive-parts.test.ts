import { expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(head + text), lexicon)
  return findDirectives(page).map((d) => page.text.slice(d.start, d.end))
}
const head = `PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
Số: 47/HD-PGDĐT
Ea Súp, ngày 22 tháng 9 năm 2016

HƯỚNG DẪN
Thực hiện nhiệm vụ năm học 2016-2017

`
const sections = `I. Quy mô, mạng lưới
1. Huy động trẻ ra lớp.
II. Đội ngũ
1. Cử cán bộ đi học.
`
const tasks = ['Huy động trẻ ra lớp.', 'Cử cán bộ đi học.']

test.each<[string, string]>([
  [
    'a lettered part of tasks',
    `A. ĐÁNH GIÁ CHUNG\nNăm qua có mưa.\nB. NHIỆM VỤ CỤ THỂ\n${sections}`,
  ],
  [
    'a heading under a part',
    `PHẦN THỨ NHẤT\nKẾT QUẢ NĂM 2015\nI. Quy mô\n1. Mở rộng 5 trường.\nPHẦN THỨ HAI\nNHIỆM VỤ NĂM 2016\n${sections}`,
  ],
  [
    'it, past a section on money',
    `B. NHIỆM VỤ CỤ THỂ\nI. Quy mô\n1. Huy động trẻ ra lớp.\nII. Kinh phí\n1. Chi từ ngân sách huyện.\nIII. Đội ngũ\n1. Cử cán bộ đi học.`,
  ],
  [
    'it, up to the next part',
    `B. NHIỆM VỤ CỤ THỂ\n${sections}C. TÀI LIỆU THAM KHẢO\n1. Xây dựng nông thôn mới ở Việt Nam.\nI. Sách\n1. Xây dựng đời sống mới.`,
  ],
])('sections with Roman numerals are of tasks under %s', (_, text) =>
  expect(read(text)).toEqual(tasks),
)

test.each<[string, string]>([
  ['a part of results', `A. KẾT QUẢ NĂM HỌC\n${sections}`],
  ['no part', sections],
])('sections with Roman numerals are of none under %s', (_, text) => expect(read(text)).toEqual([]))
