import { describe, expect, test } from 'vitest'
import { findOfficials } from '../../src/extract/officials.ts'
import { pageOf } from '../support/page.ts'

/** "name: title @ body, …" of everybody found. */
function read(text: string): string[] {
  const page = pageOf(text)
  return findOfficials(page).map(({ value }) => {
    const held = value.positions.map(({ title, organisation: body }) =>
      body ? `${title} @ ${page.text.slice(body.start, body.end)}` : title,
    )
    return `${page.text.slice(value.name.start, value.name.end)}: ${held.join(', ')}`
  })
}

const each = (names: string[], held: string): string[] => names.map((name) => `${name}: ${held}`)

describe('people who share a position: finds', () => {
  test.each<[string, string[]]>([
    // Each minister's body in brackets.
    [
      'Dự có các Bộ trưởng: Lê Văn Bình (Kế hoạch và Đầu tư), Trần Thị Mai (Tài chính); các Thứ trưởng Võ Minh Khoa (Bộ Y tế), Hồ Ngọc Ánh (Bộ Nội vụ).',
      [
        'Lê Văn Bình: Bộ trưởng @ Kế hoạch và Đầu tư',
        'Trần Thị Mai: Bộ trưởng @ Tài chính',
        'Võ Minh Khoa: Thứ trưởng @ Bộ Y tế',
        'Hồ Ngọc Ánh: Thứ trưởng @ Bộ Nội vụ',
      ],
    ],
    // Another one after the semicolon, with what he is.
    [
      'Dự có các đồng chí Phó Giám đốc Sở Y tế: Lê Văn Bình, Trần Thị Mai; đồng chí Võ Minh Khoa, Chánh Thanh tra Sở.',
      [
        ...each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
        'Võ Minh Khoa: Chánh Thanh tra @ Thanh tra Sở',
      ],
    ],
    // On the lines below, with what is theirs to do.
    [
      '5. Phân công các đồng chí Phó Giám đốc Sở Y tế chỉ đạo, cụ thể:\n- Đồng chí Lê Văn Bình: huyện Lý Sơn;\n- Đồng chí Trần Thị Mai: thị xã Đức Phổ.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    [
      '4 Phó Chủ tịch LĐLĐ tỉnh Nghệ An gồm các đồng chí: Lê Văn Bình, Trần Thị Mai, Võ Minh Khoa và Hồ Ngọc Ánh.',
      each(
        ['Lê Văn Bình', 'Trần Thị Mai', 'Võ Minh Khoa', 'Hồ Ngọc Ánh'],
        'Phó Chủ tịch @ LĐLĐ tỉnh Nghệ An',
      ),
    ],
    [
      'Phó Chủ tịch UBND tỉnh Nghệ An gồm: Lê Văn Bình, Trần Thị Mai.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Chủ tịch @ UBND tỉnh Nghệ An'),
    ],
    [
      'Phó Giám đốc Sở Y tế gồm có các ông, bà: Lê Văn Bình; Trần Thị Mai.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    [
      'Các Phó Giám đốc Sở Y tế là các đồng chí Lê Văn Bình, Trần Thị Mai.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    [
      'Phó Giám đốc Sở Y tế: Lê Văn Bình, Trần Thị Mai.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    [
      'Phó Giám đốc Sở Y tế: ông Lê Văn Bình, bà Trần Thị Mai.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    [
      'Đại hội bầu 2 Phó Bí thư Tỉnh ủy (gồm các đồng chí: Lê Văn Bình, Trần Thị Mai).',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Bí thư @ Tỉnh ủy'),
    ],
    [
      'Phó Giám đốc (2 người): Lê Văn Bình, Trần Thị Mai',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc'),
    ],
    [
      'Chủ tịch Hội Nông dân tỉnh là ông Lê Văn Bình.',
      ['Lê Văn Bình: Chủ tịch @ Hội Nông dân tỉnh'],
    ],
    // Names without a colon need a title of several people.
    [
      'Dự buổi lễ có các Phó Chủ tịch UBND tỉnh Lê Văn Bình, Trần Thị Mai cùng người dân.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Chủ tịch @ UBND tỉnh'),
    ],
    [
      'Trưởng ban là đồng chí Lê Văn Bình, Chủ tịch UBND tỉnh; Phó Trưởng ban là đồng chí Trần Thị Mai.',
      ['Lê Văn Bình: Trưởng ban, Chủ tịch @ UBND tỉnh', 'Trần Thị Mai: Phó Trưởng ban'],
    ],
    [
      'Hiệu trưởng nhà trường là thầy Lê Văn Bình, Phó Hiệu trưởng là cô Trần Thị Mai.',
      ['Lê Văn Bình: Hiệu trưởng', 'Trần Thị Mai: Phó Hiệu trưởng'],
    ],
    [
      'Danh sách Phó Giám đốc Sở Y tế: 1. Lê Văn Bình; 2. Trần Thị Mai.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    // One a line.
    [
      'Phó Giám đốc Sở Y tế gồm các đồng chí:\n- Lê Văn Bình;\n- Trần Thị Mai.\nTrụ sở ở phường Vinh.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    [
      'Phó Giám đốc Sở Y tế gồm:\n1. Lê Văn Bình\n2. Trần Thị Mai',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    // Each with an office besides.
    [
      'Phó Trưởng ban gồm các đồng chí: Lê Văn Bình - Giám đốc Sở Y tế; Trần Thị Mai - Giám đốc Sở Nội vụ.',
      [
        'Lê Văn Bình: Phó Trưởng ban, Giám đốc @ Sở Y tế',
        'Trần Thị Mai: Phó Trưởng ban, Giám đốc @ Sở Nội vụ',
      ],
    ],
    [
      'Dự có các Ủy viên Trung ương Đảng: Lê Văn Bình, Bí thư Tỉnh ủy; Trần Thị Mai, Chủ tịch UBND tỉnh.',
      [
        'Lê Văn Bình: Ủy viên @ Trung ương Đảng, Bí thư @ Tỉnh ủy',
        'Trần Thị Mai: Ủy viên @ Trung ương Đảng, Chủ tịch @ UBND tỉnh',
      ],
    ],
    // The last of the list is somebody else.
    [
      'Dự có các Phó Chủ tịch UBND tỉnh: Lê Văn Bình, Trần Thị Mai và ông Võ Minh Khoa, Giám đốc Sở Y tế.',
      [
        ...each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Chủ tịch @ UBND tỉnh'),
        'Võ Minh Khoa: Giám đốc @ Sở Y tế',
      ],
    ],
    [
      'Tổng biên tập Báo Nghệ An: Lê Văn Bình, Phó Tổng biên tập: Trần Thị Mai',
      ['Lê Văn Bình: Tổng biên tập @ Báo Nghệ An', 'Trần Thị Mai: Phó Tổng biên tập'],
    ],
    // Given one office together.
    [
      'Đồng chí Lê Văn Bình và đồng chí Trần Thị Mai được bầu giữ chức Phó Bí thư Huyện ủy.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Bí thư @ Huyện ủy'),
    ],
    [
      'Đại hội bầu Lê Văn Bình, Trần Thị Mai làm Phó Chủ tịch Hội Nông dân tỉnh.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Chủ tịch @ Hội Nông dân tỉnh'),
    ],
    // The office of several behind the last of people with an honorific each.
    [
      'Dự có ông Lê Văn Bình, bà Trần Thị Mai và ông Điểu Khoa, Phó Giám đốc Sở Y tế.',
      each(['Lê Văn Bình', 'Trần Thị Mai', 'Điểu Khoa'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    [
      'Đồng chí Lê Văn Bình và đồng chí Trần Thị Mai - Phó Giám đốc Sở Y tế chủ trì.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Giám đốc @ Sở Y tế'),
    ],
    [
      'Đại tá Lê Văn Bình và Thượng tá Võ Minh Khoa, Phó Giám đốc Công an tỉnh chủ trì.',
      each(['Lê Văn Bình', 'Võ Minh Khoa'], 'Phó Giám đốc @ Công an tỉnh'),
    ],
    [
      'Các ông: Lê Văn Bình, bà Trần Thị Mai, Phó Chủ tịch UBND tỉnh chủ trì.',
      each(['Lê Văn Bình', 'Trần Thị Mai'], 'Phó Chủ tịch @ UBND tỉnh'),
    ],
    [
      'Đại hội giao ông Lê Văn Bình, bà Trần Thị Mai và ông Võ Minh Khoa giữ chức Phó Bí thư Huyện ủy.',
      each(['Lê Văn Bình', 'Trần Thị Mai', 'Võ Minh Khoa'], 'Phó Bí thư @ Huyện ủy'),
    ],
    [
      'Hai ông Lê Văn Bình, Võ Minh Khoa được bầu làm Phó Chủ tịch HĐND tỉnh.',
      each(['Lê Văn Bình', 'Võ Minh Khoa'], 'Phó Chủ tịch @ HĐND tỉnh'),
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('people who share a position: ignores', () => {
  test.each<[string, string]>([
    [
      'whose party others are',
      'Đoàn công tác của Phó Thủ tướng gồm các đồng chí: Lê Văn Bình, Trần Thị Mai.',
    ],
    [
      'whom others accompany',
      'Cùng dự với Bí thư Tỉnh ủy có các đồng chí: Lê Văn Bình, Trần Thị Mai.',
    ],
    ['the end of a body', 'Đoàn Chủ tịch gồm các đồng chí: Lê Văn Bình, Trần Thị Mai.'],
    ['the end of another body', 'Ban Giám đốc gồm: Lê Văn Bình, Trần Thị Mai.'],
    ['a relative', 'Vợ của Giám đốc Sở Y tế là bà Trần Thị Mai.'],
    [
      'words that are no names',
      'Chủ tịch Hội là: người do đại hội bầu; Phó Chủ tịch gồm: ba người.',
    ],
    [
      'who stands by without an honorific',
      'Nạn nhân Lê Văn Bình và xe của Trần Thị Mai bị cuốn trôi.',
    ],
    ['several without names', 'Các Phó Chủ tịch UBND tỉnh: theo dõi lĩnh vực được giao.'],
  ])('%s', (_, text) => {
    const named = read(text).filter((found) => !found.endsWith(': '))
    expect(named).toEqual([])
  })

  test('a second name that has its own title', () => {
    expect(read('Phó Chủ tịch UBND tỉnh: Lê Văn Bình, Giám đốc Sở Y tế Trần Thị Mai.')).toEqual([
      'Lê Văn Bình: Phó Chủ tịch @ UBND tỉnh',
      'Trần Thị Mai: Giám đốc @ Sở Y tế',
    ])
  })

  test.each<[string, string, string[]]>([
    [
      'an office that one holds',
      'Dự có ông Lê Văn Bình, ông Võ Minh Khoa, Giám đốc Sở Y tế.',
      ['Lê Văn Bình: ', 'Võ Minh Khoa: Giám đốc @ Sở Y tế'],
    ],
    [
      'an office that one holds behind one of several',
      'Dự có ông Lê Văn Bình, ông Võ Minh Khoa, Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Sở Y tế.',
      ['Lê Văn Bình: ', 'Võ Minh Khoa: Ủy viên Ban Thường vụ @ Tỉnh ủy, Giám đốc @ Sở Y tế'],
    ],
    [
      'the deputy there is one of',
      'Dự có ông Lê Văn Bình, bà Trần Thị Mai, Phó Chủ tịch Thường trực UBND tỉnh.',
      ['Lê Văn Bình: ', 'Trần Thị Mai: Phó Chủ tịch Thường trực @ UBND tỉnh'],
    ],
    [
      'brackets of the nearest',
      'Dự có ông Lê Văn Bình và bà Trần Thị Mai (Phó Giám đốc Sở Y tế).',
      ['Lê Văn Bình: ', 'Trần Thị Mai: Phó Giám đốc @ Sở Y tế'],
    ],
    [
      'whose office was said before',
      'Ông Lê Văn Bình, Giám đốc Sở Y tế chủ trì. Có ông Lê Văn Bình và bà Trần Thị Mai, Phó Giám đốc Sở Y tế.',
      ['Lê Văn Bình: Giám đốc @ Sở Y tế', 'Lê Văn Bình: ', 'Trần Thị Mai: Phó Giám đốc @ Sở Y tế'],
    ],
  ])('%s is not of the others', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('a title of several people right before one name', () => {
    expect(read('Có mặt các Phó Giám đốc Sở Y tế Lê Văn Bình.')).toEqual([])
  })
})
