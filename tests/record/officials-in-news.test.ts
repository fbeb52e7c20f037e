import { describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

/** "name: title @ body; …" of everybody with an office. */
const read = (text: string): string[] =>
  makeRecord(
    parsedOf(text),
    { name: 'a.txt', sha256: '0'.repeat(64), bytes: 1, mediaType: 'text/plain' },
    lexicon,
  ).officials.map(
    ({ name, positions }) =>
      `${name}: ${positions.map((p) => `${p.title} @ ${p.organisation}`).join('; ')}`,
  )

const news = (...parts: string[]): string =>
  ['Nhân sự mới ở nhiều địa phương', ...parts].join('\n\n')

describe('what is left out in news of several places', () => {
  test.each<[string, string[]]>([
    [
      news(
        '* Tại Đà Nẵng: Bí thư Thành ủy Lê Văn Bình trao quyết định cho bà Trần Thị Mai, Phó Giám đốc Sở NN&PTNT.',
        'Cũng trong dịp này, ông Võ Minh Khoa, Phó Chủ tịch Hội LHPN thành phố, nghỉ hưu.',
        '* Tại Cà Mau: ông Hồ Ngọc Ánh, Chánh Văn phòng UBND tỉnh, được luân chuyển giữ chức Phó Bí thư Thành ủy Sơn Tây.',
      ),
      [
        'Lê Văn Bình: Bí thư @ Thành ủy Đà Nẵng',
        'Trần Thị Mai: Phó Giám đốc @ Sở Nông nghiệp và Phát triển nông thôn thành phố Đà Nẵng',
        'Võ Minh Khoa: Phó Chủ tịch @ Hội Liên hiệp Phụ nữ thành phố Đà Nẵng',
        'Hồ Ngọc Ánh: Chánh Văn phòng @ Văn phòng Ủy ban nhân dân tỉnh Cà Mau; Phó Bí thư @ Thành ủy Sơn Tây',
      ],
    ],
    [
      news(
        'Tại tỉnh Cà Mau, Phó Chủ tịch UBND tỉnh Lê Văn Bình chủ trì.',
        'Tại tỉnh Lai Châu, Phó Chủ tịch UBND tỉnh Trần Thị Mai chủ trì.',
      ),
      [
        'Lê Văn Bình: Phó Chủ tịch @ Ủy ban nhân dân tỉnh Cà Mau',
        'Trần Thị Mai: Phó Chủ tịch @ Ủy ban nhân dân tỉnh Lai Châu',
      ],
    ],
    // One place is no news of several: nothing is taken for the rest of the text.
    [
      news(
        'Tại Cà Mau: đoàn đã làm việc một ngày.',
        'Ngành giáo dục Lai Châu, Nghệ An báo cáo. Giám đốc Sở Y tế Lê Văn Bình phát biểu.',
      ),
      ['Lê Văn Bình: Giám đốc @ Sở Y tế'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('districts with an apostrophe', () => {
  const paper = (name: string, body: string) =>
    `ỦY BAN NHÂN DÂN\nHUYỆN ${name}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 9/GM-UBND\nBuôn Hồ, ngày 13 tháng 3 năm 2024\n\nGIẤY MỜI\nHọp giảm nghèo\n\n${body}`
  test.each<[string, string[]]>([
    [
      paper('ĐẮK R’LẤP', 'Chủ trì: Ông Lê Văn Bình, Phó Chủ tịch UBND huyện.'),
      ['Lê Văn Bình: Phó Chủ tịch @ Ủy ban nhân dân huyện Đắk R’lấp'],
    ],
    [
      paper('EA H`LEO', 'Chủ trì: Ông Lê Văn Bình, Bí thư Huyện ủy.'),
      ['Lê Văn Bình: Bí thư @ Huyện ủy Ea H`leo'],
    ],
    // The woman who holds the office is no district.
    [
      paper("EA H'LEO", "Phó Chủ tịch UBND huyện H'Mai Kbuôr dự."),
      ["H'Mai Kbuôr: Phó Chủ tịch @ Ủy ban nhân dân huyện Ea H'leo"],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('the person behind a word for a place', () => {
  test.each<[string, string[]]>([
    [
      'Họp ở xã Tà Cạ. Trưởng phòng Kinh tế xã Nguyễn Hữu Minh Khoa phát biểu.',
      ['Nguyễn Hữu Minh Khoa: Trưởng phòng @ Phòng Kinh tế xã Tà Cạ'],
    ],
    [
      'Họp ở xã Tà Cạ. Chủ tịch UBND xã Moong Bá Lìa yêu cầu rà soát.',
      ['Moong Bá Lìa: Chủ tịch @ Ủy ban nhân dân xã Tà Cạ'],
    ],
    // A place that is known, and places before a name.
    ['Chủ tịch UBND xã Giàng Chu Phìn yêu cầu rà soát.', []],
    [
      'Ông Lê Văn Bình, Chủ tịch UBND xã Lê Minh Xuân.',
      ['Lê Văn Bình: Chủ tịch @ Ủy ban nhân dân xã Lê Minh Xuân'],
    ],
    [
      'Chủ tịch UBND xã Sùng Cá Mùn, ông Lê Văn Bình phát biểu.',
      ['Lê Văn Bình: Chủ tịch @ Ủy ban nhân dân xã Sùng Cá Mùn'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('offices that are given, and where a body ends', () => {
  test.each<[string, string[]]>([
    [
      'Ban Bí thư Trung ương Đảng chuẩn y đại tá Lê Văn Bình - Phó Giám đốc Công an tỉnh Cà Mau - tham gia Ban Thường vụ.',
      ['Lê Văn Bình: Phó Giám đốc @ Công an tỉnh Cà Mau'],
    ],
    [
      'Ông Lê Văn Bình, chánh văn phòng kiêm người phát ngôn UBND tỉnh Cà Mau, nghỉ hưu.',
      [
        'Lê Văn Bình: chánh văn phòng @ Văn phòng Ủy ban nhân dân tỉnh Cà Mau; người phát ngôn @ Ủy ban nhân dân tỉnh Cà Mau',
      ],
    ],
    [
      'Ông Lê Văn Bình, chánh thanh tra tỉnh Cà Mau, tham gia Ban Thường vụ và giữ chức bí thư Huyện ủy Năm Căn nhiệm kỳ 2020-2025.',
      ['Lê Văn Bình: chánh thanh tra @ Thanh tra tỉnh Cà Mau; bí thư @ Huyện ủy Năm Căn'],
    ],
    [
      'Bà Trần Thị Mai, nguyên phó chủ tịch Hội Nông dân tỉnh Cà Mau, hiện là giám đốc Sở Y tế tỉnh Cà Mau, được HĐND tỉnh bầu làm phó chủ tịch UBND tỉnh Cà Mau.',
      [
        'Trần Thị Mai: phó chủ tịch @ Hội Nông dân tỉnh Cà Mau; giám đốc @ Sở Y tế tỉnh Cà Mau; phó chủ tịch @ Ủy ban nhân dân tỉnh Cà Mau',
      ],
    ],
    [
      'Đồng chí Lê Văn Bình, UVTWĐ, Bí thư Tỉnh ủy Cà Mau phát biểu.',
      ['Lê Văn Bình: Ủy viên @ Trung ương Đảng; Bí thư @ Tỉnh ủy Cà Mau'],
    ],
    [
      'Đồng chí Lê Văn Bình, UVQRS, Bí thư Tỉnh ủy Cà Mau phát biểu.',
      ['Lê Văn Bình: Bí thư @ Tỉnh ủy Cà Mau'],
    ],
    ['Theo quyết định của Ban Bí thư, ông Lê Văn Bình nghỉ hưu.', []],
    // Two offices in a row, the first of them of a "ban".
    [
      'Ông Lê Văn Bình, Trưởng ban, Bí thư Huyện ủy Năm Căn.',
      ['Lê Văn Bình: Trưởng ban @ null; Bí thư @ Huyện ủy Năm Căn'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
