import { describe, expect, test } from 'vitest'
import { findOfficials } from '../../src/extract/officials.ts'
import { pageOf, unmarked } from '../support/page.ts'

/** Name → positions as "title @ body". */
function read(text: string): Record<string, string[]> {
  const page = pageOf(text)
  return Object.fromEntries(
    findOfficials(page).map((m) => [
      page.text.slice(m.value.name.start, m.value.name.end),
      m.value.positions.map((p) =>
        p.organisation
          ? `${p.title} @ ${page.text.slice(p.organisation.start, p.organisation.end)}`
          : p.title,
      ),
    ]),
  )
}

describe('findOfficials finds', () => {
  test.each<[string, Record<string, string[]>]>([
    [
      'Ông [[Vũ Đình Hào]], Giám đốc Sở Giáo dục và Đào tạo tỉnh Tuyên Quang, chủ trì hội nghị.',
      { 'Vũ Đình Hào': ['Giám đốc @ Sở Giáo dục và Đào tạo tỉnh Tuyên Quang'] },
    ],
    [
      'do đồng chí [[Lò Thị Thơm]] - Phó Giám đốc, Chủ tịch Công đoàn ngành Giáo dục chủ trì.',
      { 'Lò Thị Thơm': ['Phó Giám đốc', 'Chủ tịch @ Công đoàn ngành Giáo dục'] },
    ],
    [
      'Đồng chí [[Nguyễn Quang Hải]] - Phó Vụ trưởng Vụ Thi đua - Khen thưởng, Bộ Giáo dục và Đào tạo đã phát biểu',
      { 'Nguyễn Quang Hải': ['Phó Vụ trưởng @ Vụ Thi đua - Khen thưởng, Bộ Giáo dục và Đào tạo'] },
    ],
    ['Giám đốc [[Nguyễn Văn Đoan]] phát biểu kết luận', { 'Nguyễn Văn Đoan': ['Giám đốc'] }],
    [
      'Tại hội nghị, Thứ trưởng Bộ GDĐT [[Nguyễn Hữu Đa]] nhấn mạnh',
      { 'Nguyễn Hữu Đa': ['Thứ trưởng @ Bộ GDĐT'] },
    ],
    [
      'Bí thư Tỉnh ủy Hà Giang [[Nguyễn Văn An]] đến dự',
      { 'Nguyễn Văn An': ['Bí thư @ Tỉnh ủy Hà Giang'] },
    ],
    [
      'PGS-TS [[Phạm Việt Đan]], Giám đốc Sở Y tế tỉnh Thái Nguyên',
      { 'Phạm Việt Đan': ['Giám đốc @ Sở Y tế tỉnh Thái Nguyên'] },
    ],
    [
      'bà [[Vi Thị Bích]] (Phó Chủ tịch Hội Liên hiệp Phụ nữ huyện Mường Ảng)',
      { 'Vi Thị Bích': ['Phó Chủ tịch @ Hội Liên hiệp Phụ nữ huyện Mường Ảng'] },
    ],
    [
      'Dự hội nghị có đồng chí [[Nguyễn Duy Lâm]] – Uỷ viên BTV Huyện uỷ, Phó Chủ tịch UBND huyện.',
      { 'Nguyễn Duy Lâm': ['Uỷ viên BTV @ Huyện uỷ', 'Phó Chủ tịch @ UBND huyện'] },
    ],
    [
      'các đồng chí: [[Y Bhiao Niê Kđăm]], Phó Chủ tịch UBND tỉnh Đắk Lắk; [[H’Ngoan Ayŭn]], Phó Giám đốc Sở Nội vụ; [[Giàng A Chớ]] – Trưởng phòng Giáo dục Dân tộc.',
      {
        'Y Bhiao Niê Kđăm': ['Phó Chủ tịch @ UBND tỉnh Đắk Lắk'],
        'H’Ngoan Ayŭn': ['Phó Giám đốc @ Sở Nội vụ'],
        'Giàng A Chớ': ['Trưởng phòng @ phòng Giáo dục Dân tộc'],
      },
    ],
    [
      'Bà [[Mai Thị Hồng]] (Sinh năm 1982), Phó chủ tịch Liên đoàn lao động huyện Hậu Lộc, tỉnh Thanh Hóa.',
      { 'Mai Thị Hồng': ['Phó chủ tịch @ Liên đoàn lao động huyện Hậu Lộc, tỉnh Thanh Hóa'] },
    ],
    [
      'Phó Giám đốc Sở Nội vụ, ông [[Trần Văn Bình]] cho biết',
      { 'Trần Văn Bình': ['Phó Giám đốc @ Sở Nội vụ'] },
    ],
    [
      'nguyên Giám đốc Sở Tài chính [[Lê Văn Minh]]',
      { 'Lê Văn Minh': ['Giám đốc @ Sở Tài chính'] },
    ],
    [
      'Đ/c [[Nguyễn Mạnh Hà]], Phó Chủ tịch kiêm Tổng thư ký T.Ư Hội Khuyến học Việt Nam;',
      {
        'Nguyễn Mạnh Hà': [
          'Phó Chủ tịch @ T.Ư Hội Khuyến học Việt Nam',
          'Tổng thư ký @ T.Ư Hội Khuyến học Việt Nam',
        ],
      },
    ],
    [
      'ông [[Vũ Xuân Hiệp]], Bí thư Đảng ủy Bộ Tham mưu, Đại tá, Phó Tham mưu trưởng Quân khu 4.',
      { 'Vũ Xuân Hiệp': ['Bí thư @ Đảng ủy Bộ Tham mưu', 'Phó Tham mưu trưởng @ Quân khu 4'] },
    ],
  ])('%s', (marked, expected) => {
    const { text, spans } = unmarked(marked)
    expect(read(text)).toEqual(expected)
    expect(Object.keys(expected)).toEqual(spans)
  })
})

describe('findOfficials ignores', () => {
  test.each([
    'Trường THPT Lê Quý Đôn tổ chức khai giảng',
    'đường Trần Phú, phường 2',
    'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    'lãnh đạo các sở, ban, ngành và hiệu trưởng các trường',
    'Trưởng phòng Giáo dục và Đào tạo các huyện, thành phố',
    'Giám đốc Sở yêu cầu các đơn vị',
    'Sở Giáo dục và Đào tạo tỉnh Thái Nguyên phát biểu',
    'em Nguyễn Văn Tú, học sinh lớp 9A',
    'Bà Mai Thị Hằng, giáo viên Trường THPT Thạch Thành 1',
    'Chiến thắng Điện Biên Phủ',
  ])('%s', (text) => {
    const named = Object.entries(read(text)).filter(([, positions]) => positions.length > 0)
    expect(named).toEqual([])
  })
})

test('former and acting holders are told apart', () => {
  const page = pageOf(
    'ông Lê Văn Minh, nguyên Giám đốc Sở Tài chính; bà Trần Thị Hoa, Quyền Giám đốc Sở Y tế',
  )
  expect(
    findOfficials(page).map((m) => m.value.positions.map((p) => [p.former, p.acting])),
  ).toEqual([[[true, false]], [[false, true]]])
})
