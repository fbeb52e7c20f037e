import { expect, test } from 'vitest'
import { makePage } from '../../src/extract/make-page.ts'
import { titleOf } from '../../src/extract/zones.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const left = 'UBND TỈNH ĐẮK NÔNG\nSỞ NỘI VỤ\nSố: 21/BC-SNV'
const right = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'
const dateline = 'Đắk Nông, ngày 03 tháng 6 năm 2019'
const text = 'Trong tháng, Sở đã chỉnh lý 12 mét tài liệu và tiếp nhận hồ sơ của ba đơn vị.'

const titleIn = (...parts: string[]) => {
  const { text: words, blocks, header } = makePage(parsedOf(parts.join('\n')), lexicon)
  expect(header?.issuer).toBe('SỞ NỘI VỤ')
  return titleOf(words, blocks)
}

test.each([
  ['TỔNG HỢP KẾT QUẢ CHỈNH LÝ TÀI LIỆU THÁNG 5'],
  ['DANH SÁCH TRÍCH NGANG NGƯỜI DỰ TUYỂN\nVÀO CÁC PHÒNG CỦA SỞ NĂM 2019'],
  ['BẢNG CHẤM ĐIỂM THI ĐUA\nKHỐI VĂN PHÒNG'],
])('a block in capitals under the header is the title: %j', (title) => {
  const expected = title.replaceAll('\n', ' ')
  expect(titleIn(left, right, title, text)).toBe(expected)
  expect(titleIn(left, right, dateline, '_______', title, text)).toBe(expected)
  expect(titleIn(right, left, title, text)).toBe(expected)
})

test.each([
  ['a body or an office', 'ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG'],
  ['a part of the text', 'I. ĐẶC ĐIỂM TÌNH HÌNH CỦA ĐƠN VỊ'],
  ['a mark of haste', 'HỎA TỐC GỬI NGAY TRONG NGÀY'],
  ['too short', 'LỊCH TUẦN'],
  ['over those who get a letter', 'TRẢ LỜI Ý KIẾN CỬ TRI\nKính gửi: UBND tỉnh'],
])('is none: %s', (_, line) => {
  expect(titleIn(left, right, dateline, line, text)).toBe(null)
})

test('a type under it is the title', () => {
  const title = 'BÁO CÁO\nCông tác lưu trữ'
  expect(titleIn(left, right, 'CHÀO MỪNG NGÀY LƯU TRỮ VIỆT NAM', title, text)).toBe(
    'BÁO CÁO Công tác lưu trữ',
  )
})
