import { describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const title = 'Hội nghị triển khai nhiệm vụ năm học\n'
const opening =
  'Sáng 5/9, tại thành phố, Sở Giáo dục và Đào tạo tổ chức hội nghị triển khai nhiệm vụ năm học mới.\n'

describe('deadline and issuer in the record', () => {
  const record = (text: string) =>
    makeRecord(
      parsedOf(text),
      { name: 'a.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', bytes: 1 },
      lexicon,
    )
  const head = `Giám đốc Sở Trần Văn Hoan yêu cầu các trường thực hiện trong năm 2022:\n1. `
  test.each([
    ['báo cáo kết quả về Sở trước 16 giờ ngày 20/12/2022.', '2022-12-20'],
    ['Hoàn thành việc sắp xếp trong quý I/2023.', '2023-01/2023-03'],
    ['Hoàn thành việc rà soát trong tháng 11 năm 2022.', '2022-11'],
    ['Báo cáo kết quả chậm nhất là ngày 15/10/2022.', '2022-10-15'],
    [
      'Hoàn thành trong quý II năm 2022 ở huyện, trong quý III và quý IV năm 2022 ở xã.',
      '2022-10/2022-12',
    ],
    ['Lập kế hoạch trước ngày 28/2/2022; báo cáo kết quả trước ngày 10/11/2022.', '2022-11-10'],
    ['Tiếp tục thực hiện Quyết định số 12/QĐ-UBND ngày 01/3/2022 của tỉnh.', null],
    ['Khắc phục thiệt hại do mưa lũ trong tháng 8/2022 vừa qua.', null],
  ])('%s', (item, expected) => {
    expect(record(title + opening + head + item).directives[0]?.deadline).toBe(expected)
  })

  test('a city completes the office of its chairman', () => {
    const text = `ỦY BAN NHÂN DÂN
THÀNH PHỐ ĐÀ NẴNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/CĐ-UBND
Đà Nẵng, ngày 16 tháng 10 năm 2021
CÔNG ĐIỆN
Về việc ứng phó với mưa lũ
Chủ tịch UBND thành phố yêu cầu:
1. Sở Công Thương chỉ đạo các hồ thủy điện vận hành đúng quy trình.`
    expect(record(text).directives.map((d) => d.issuer)).toEqual([
      'Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng',
    ])
  })

  test('a month in a plan for a year is of that year', () => {
    const text = `BỘ CÔNG THƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 91/QĐ-BCT
Hà Nội, ngày 20 tháng 12 năm 2023
KẾ HOẠCH
Kiểm soát thủ tục hành chính năm 2024
I. NHIỆM VỤ
1. Tổng kết công tác kiểm soát thủ tục hành chính, hoàn thành trong tháng 12.`
    expect(record(text).directives.map((d) => d.deadline)).toEqual(['2024-12'])
  })

  test('the letters of a typist under the letterhead are no part of the issuer', () => {
    const text = `ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ
XV80
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 25/2004/QĐ-UB
Cần Thơ, ngày 10 tháng 8 năm 2004
QUYẾT ĐỊNH
Về việc ban hành chương trình cải cách
Điều 2. Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Quyết định này.`
    expect(record(text).directives.map((d) => d.issuer)).toEqual([
      'Ủy ban nhân dân thành phố Cần Thơ',
    ])
  })

  test.each([
    ['3 nhiệm vụ', ['directive-count']],
    ['2 nhiệm vụ', []],
  ])('%s announced and two found', (count, expected) => {
    const text = `Sở Nội vụ triển khai ${count} trọng tâm năm 2023
Giám đốc Sở Trần Văn Hoan yêu cầu các đơn vị thực hiện tốt các nhiệm vụ sau:
1. Tiếp tục đổi mới phương pháp làm việc của các phòng.
2. Tăng cường kiểm tra nội bộ trong toàn ngành.`
    const codes = record(text).warnings.map((w) => w.code)
    expect(codes.filter((c) => c === 'directive-count')).toEqual(expected)
  })
})
