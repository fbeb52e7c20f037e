import { expect, test } from 'vitest'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const head = `UBND TỈNH ĐẮK NÔNG
SỞ NỘI VỤ
Số: 21/BC-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc`
const dated = `${head}\nĐắk Nông, ngày 03 tháng 6 năm 2019`
const body = `BÁO CÁO
Công tác lưu trữ tháng 5 năm 2019
Trong tháng, Sở đã chỉnh lý 12 mét tài liệu và tiếp nhận hồ sơ của ba đơn vị.`
const recipients = 'Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.'

const issue = (...parts: string[]) => {
  const page = makePage(parsedOf(parts.join('\n')), lexicon)
  const dateline = page.blocks.filter((b) => b.zone === 'dateline')
  return {
    issued: [page.header?.issuedAt ?? null, page.header?.issuedOn ?? null],
    datelines: dateline.map((b) => page.text.slice(b.start, b.end)),
  }
}

test.each([
  ['Đắk Nông, ngày 28 tháng 5 năm 2019', 'GIÁM ĐỐC\nMai Văn Thạo', ['Đắk Nông', '2019-05-28']],
  [
    'TP. Hồ Chí Minh, ngày 1 tháng 6 năm 2019',
    'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
    ['TP. Hồ Chí Minh', '2019-06-01'],
  ],
  [
    'Bà Rịa - Vũng Tàu, ngày tháng 5 năm 2019',
    'GIÁM ĐỐC\n(Đã ký)',
    ['Bà Rịa - Vũng Tàu', '2019-05'],
  ],
  [
    'Gia Nghĩa, ngày 28 tháng 5 năm 2019',
    'NGƯỜI LẬP BIỂU\nMai Văn Thạo',
    ['Gia Nghĩa', '2019-05-28'],
  ],
])('the dateline above the signature: %s', (line, signature, expected) => {
  for (const end of [
    [recipients, line, signature],
    [line, signature, recipients],
  ])
    expect(issue(head, body, ...end)).toEqual({ issued: expected, datelines: [line] })
})

test.each([
  // A sentence that ends with a day; no office below; nobody filled it in; the one of an annex.
  ['Quy định này áp dụng từ ngày 28 tháng 5 năm 2019', 'GIÁM ĐỐC\nMai Văn Thạo'],
  ['Đắk Nông, ngày 28 tháng 5 năm 2019', 'Sở đã họp giao ban.'],
  ['Đắk Nông, ngày … tháng … năm 2019', 'GIÁM ĐỐC\nMai Văn Thạo'],
  ['GIÁM ĐỐC\nMai Văn Thạo\nPhụ lục 1\nĐắk Nông, ngày 28 tháng 5 năm 2019', 'NGƯỜI LẬP BIỂU'],
])('is none: %s', (line, signature) => {
  expect(issue(head, body, recipients, line, signature)).toEqual({
    issued: [null, null],
    datelines: [],
  })
})

test('the dateline of the header stands first', () => {
  const end = 'Đắk Nông, ngày 28 tháng 5 năm 2019\nGIÁM ĐỐC\nMai Văn Thạo'
  expect(issue(dated, body, end)).toEqual({
    issued: ['Đắk Nông', '2019-06-03'],
    datelines: ['Đắk Nông, ngày 03 tháng 6 năm 2019'],
  })
})
