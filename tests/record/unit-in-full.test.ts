import { expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const source = { name: 'a.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', bytes: 1 }

/** The body of the office that Mai Văn Thạo has, in a decision of a Sở of Hà Nam with `preamble`. */
const bodyIn = (preamble: string, office: string) => {
  const text = `UBND TỈNH HÀ NAM
SỞ Y TẾ
Số: 21/QĐ-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nam, ngày 03 tháng 6 năm 2019
QUYẾT ĐỊNH
Về việc cử công chức đi học
${preamble}
QUYẾT ĐỊNH:
Điều 1. Cử ông Mai Văn Thạo, ${office} đi học lớp quản lý nhà nước.`
  const { officials } = makeRecord(parsedOf(text), source, lexicon)
  return officials.find(({ name }) => name === 'Mai Văn Thạo')?.positions[0]?.organisation
}

test.each([
  [
    'Theo đề nghị của Trưởng phòng Nghiệp vụ dược và Mỹ phẩm Sở Y tế,',
    'Trưởng phòng Nghiệp vụ dược và Mỹ phẩm',
    'Phòng Nghiệp vụ dược và Mỹ phẩm, Sở Y tế tỉnh Hà Nam',
  ],
  [
    'Xét tờ trình của Phòng Kế hoạch nghiệp vụ thuộc Chi cục Thú y,',
    'Phó Trưởng phòng Kế hoạch nghiệp vụ',
    'Phòng Kế hoạch nghiệp vụ, Chi cục Thú y',
  ],
])('%s %s', (preamble, office, body) => {
  expect(bodyIn(preamble, office)).toBe(body)
})

test.each([
  // Not beside it; two bodies; a unit of every district.
  [
    'Theo đề nghị của Phòng Kế hoạch nghiệp vụ, Sở Y tế và Sở Nội vụ,',
    'Trưởng phòng Kế hoạch nghiệp vụ',
  ],
  [
    'Theo đề nghị của Phòng Kế hoạch nghiệp vụ Sở Y tế và Phòng Kế hoạch nghiệp vụ Sở Nội vụ,',
    'Trưởng phòng Kế hoạch nghiệp vụ',
  ],
  ['Theo đề nghị của Phòng Nội vụ Sở Y tế,', 'Trưởng phòng Kế hoạch nghiệp vụ'],
])('stays as written: %s %s', (preamble, office) => {
  expect(bodyIn(preamble, office)).toBe('Phòng Kế hoạch nghiệp vụ')
})
