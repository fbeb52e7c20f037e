// Whom somebody acts for, and where the name of a school ends.
import { describe, expect, test } from 'vitest'
import { heldOffices } from '../support/held-offices.ts'

describe('the office that somebody acts for is not his own', () => {
  test.each<[string, string[]]>([
    ['Thừa ủy quyền của Chủ tịch UBND tỉnh, đồng chí Lò Văn Mạnh trao Bằng khen.', []],
    ['Được sự ủy nhiệm của đồng chí Bí thư Tỉnh ủy, bà Lò Thị Mận trao quà.', []],
    ['Thừa ủy quyền Giám đốc Sở Y tế, ông Lê Văn Sáng trao thưởng.', []],
    ['Trước sự chứng kiến của Chủ tịch UBND huyện Mường Lát, ông Lê Văn Sáng ký kết.', []],
    [
      'Theo đề nghị của Giám đốc Sở Nội vụ, ông Lê Văn Sáng giữ chức Phó Giám đốc Sở Y tế.',
      ['Lê Văn Sáng: Phó Giám đốc @ Sở Y tế'],
    ],
    [
      'Thay mặt Chủ tịch UBND tỉnh, Phó Giám đốc Sở Y tế Lò Văn Mạnh phát biểu.',
      ['Lò Văn Mạnh: Phó Giám đốc @ Sở Y tế'],
    ],
    [
      'Nhân danh Chủ tịch nước, Phó Chủ tịch nước Lê Thị Hoa trao tặng Huân chương.',
      ['Lê Thị Hoa: Phó Chủ tịch nước'],
    ],
  ])('%s', (text, expected) => {
    expect(heldOffices(text)).toEqual(expected)
  })
})

describe('the office is his own', () => {
  test.each<[string, string[]]>([
    [
      'Thay mặt đoàn công tác, Bí thư Tỉnh ủy Sơn La, đồng chí Lò Văn Mạnh phát biểu.',
      ['Lò Văn Mạnh: Bí thư @ Tỉnh ủy Sơn La'],
    ],
    [
      'Theo đề nghị của Giám đốc Sở Nội vụ Lê Văn Sáng, UBND tỉnh đồng ý.',
      ['Lê Văn Sáng: Giám đốc @ Sở Nội vụ'],
    ],
    [
      'Theo đề nghị của Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lê Văn Sáng, hội nghị thông qua.',
      ['Lê Văn Sáng: Phó Bí thư @ Tỉnh ủy, Chủ tịch @ UBND tỉnh'],
    ],
    [
      'Giám đốc Sở Y tế, ông Lê Văn Sáng thay mặt UBND tỉnh trao quà.',
      ['Lê Văn Sáng: Giám đốc @ Sở Y tế'],
    ],
  ])('%s', (text, expected) => {
    expect(heldOffices(text)).toEqual(expected)
  })
})

describe("a school's own name ends before small letters", () => {
  test.each([
    ['Trường THPT Chuyên Tô Vĩnh Diện', 'kỷ niệm ngày thành lập'],
    ['Trường TH&THCS Tô Vĩnh Diện', 'đón đoàn'],
    ['Trường Tiểu học Tân Lập A', 'kỷ niệm ngày thành lập'],
    ['Trường Tô Vĩnh Diện', 'kỷ niệm ngày thành lập'],
  ])('%s | %s', (name, rest) => {
    expect(heldOffices(`Ông Lê Văn Sáng, Hiệu trưởng ${name} ${rest}.`)).toEqual([
      `Lê Văn Sáng: Hiệu trưởng @ ${name}`,
    ])
  })
})

describe('the name of a school goes on in small letters', () => {
  test.each([
    'Trường ĐH Sư phạm kỹ thuật Vinh',
    'Trường Đại Học Sư Phạm kỹ thuật Vinh',
    'Trường THPT Chuyên ĐH Sư phạm Thái Nguyên',
    'Trường THPT Dân tộc nội trú tỉnh Sơn La',
    'Trường THPT Tô Vĩnh Diện thành phố Sơn La',
    'Trường THPT Chuyên Khoa học Tự nhiên',
  ])('%s', (name) => {
    expect(heldOffices(`Ông Lê Văn Sáng, Hiệu trưởng ${name}.`)).toEqual([
      `Lê Văn Sáng: Hiệu trưởng @ ${name}`,
    ])
  })
})
