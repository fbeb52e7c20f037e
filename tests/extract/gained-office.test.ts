// The office that somebody comes into, beside the one held before.
import { describe, expect, test } from 'vitest'
import { heldOffices } from '../support/held-offices.ts'

describe('elected or given an office', () => {
  test.each<[string, string[]]>([
    [
      'Ông Lê Văn Bình, nguyên Giám đốc Sở Tư pháp tỉnh trúng cử chức vụ Chủ tịch Hội Luật gia tỉnh Nghệ An khóa V.',
      ['Lê Văn Bình: Giám đốc @ Sở Tư pháp tỉnh (former), Chủ tịch @ Hội Luật gia tỉnh Nghệ An'],
    ],
    [
      'Ông Lê Văn Bình tái đắc cử chức Chủ tịch Hội Nông dân tỉnh Nghệ An.',
      ['Lê Văn Bình: Chủ tịch @ Hội Nông dân tỉnh Nghệ An'],
    ],
    [
      'Ông Lê Văn Bình đắc cử Chủ tịch Hội Nông dân tỉnh Nghệ An nhiệm kỳ 2020-2025.',
      ['Lê Văn Bình: Chủ tịch @ Hội Nông dân tỉnh Nghệ An'],
    ],
    [
      'Đồng chí Lê Văn Bình tiếp tục trúng cử chức danh Bí thư Đảng ủy xã Tân Lập.',
      ['Lê Văn Bình: Bí thư @ Đảng ủy xã Tân Lập'],
    ],
    [
      'Bà Trần Thị Mai, Phó Bí thư Tỉnh ủy Hà Nam nhận nhiệm vụ Bí thư Tỉnh ủy Nghệ An.',
      ['Trần Thị Mai: Phó Bí thư @ Tỉnh ủy Hà Nam, Bí thư @ Tỉnh ủy Nghệ An'],
    ],
    [
      'Bà Trần Thị Mai nhận nhiệm vụ mới: Giám đốc Sở Y tế tỉnh Nghệ An.',
      ['Trần Thị Mai: Giám đốc @ Sở Y tế tỉnh Nghệ An'],
    ],
    [
      'Bà Trần Thị Mai, Phó Giám đốc Sở Y tế tỉnh Nghệ An vừa được bầu làm Chủ tịch Hội Đông y tỉnh.',
      ['Trần Thị Mai: Phó Giám đốc @ Sở Y tế tỉnh Nghệ An, Chủ tịch @ Hội Đông y tỉnh'],
    ],
    [
      'Giám đốc Sở Y tế tỉnh Nghệ An Trần Thị Mai đảm nhận chức vụ Chủ tịch Hội Đông y tỉnh.',
      ['Trần Thị Mai: Giám đốc @ Sở Y tế tỉnh Nghệ An, Chủ tịch @ Hội Đông y tỉnh'],
    ],
    [
      'Bà Trần Thị Mai và ông Hồ Văn Tú trúng cử Phó Chủ tịch Hội Nông dân tỉnh Nghệ An.',
      [
        'Trần Thị Mai: Phó Chủ tịch @ Hội Nông dân tỉnh Nghệ An',
        'Hồ Văn Tú: Phó Chủ tịch @ Hội Nông dân tỉnh Nghệ An',
      ],
    ],
    [
      'Ông Lê Văn Bình, Giám đốc Sở Y tế tỉnh Nghệ An trúng cử đại biểu HĐND tỉnh.',
      ['Lê Văn Bình: Giám đốc @ Sở Y tế tỉnh Nghệ An, đại biểu @ HĐND tỉnh'],
    ],
    [
      'Bí thư Huyện đoàn Lam Hà-Trần Thị Mai, tái đắc cử chức Chủ tịch Hội Sinh viên tỉnh Nghệ An.',
      ['Trần Thị Mai: Bí thư @ Huyện đoàn Lam Hà, Chủ tịch @ Hội Sinh viên tỉnh Nghệ An'],
    ],
    [
      'Phó Bí thư Tỉnh đoàn Nghệ An – Trần Thị Mai tái đắc cử Chủ tịch Hội Sinh viên tỉnh.',
      ['Trần Thị Mai: Phó Bí thư @ Tỉnh đoàn Nghệ An, Chủ tịch @ Hội Sinh viên tỉnh'],
    ],
    [
      'Ông Lê Văn Bình, Giám đốc Sở Y tế tỉnh Nghệ An, trúng cử chức Chủ tịch Hội Đông y tỉnh.',
      ['Lê Văn Bình: Giám đốc @ Sở Y tế tỉnh Nghệ An, Chủ tịch @ Hội Đông y tỉnh'],
    ],
    [
      'Giám đốc Sở Y tế tỉnh Nghệ An Lê Văn Bình, vừa được bầu làm Chủ tịch Hội Đông y tỉnh.',
      ['Lê Văn Bình: Giám đốc @ Sở Y tế tỉnh Nghệ An, Chủ tịch @ Hội Đông y tỉnh'],
    ],
  ])('%s', (text, expected) => {
    expect(heldOffices(text)).toEqual(expected)
  })
})

describe('no office is gained', () => {
  test.each<[string, string[]]>([
    [
      'Sau lời của Giám đốc Sở Y tế tỉnh Nghệ An Lê Văn Bình, tiếp tục họp và bầu bà Trần Thị Mai làm Chủ tịch Hội.',
      ['Lê Văn Bình: Giám đốc @ Sở Y tế tỉnh Nghệ An', 'Trần Thị Mai: Chủ tịch @ Hội'],
    ],
    [
      'Theo Giám đốc Sở Y tế tỉnh Nghệ An Lê Văn Bình, được sự nhất trí, bà Trần Thị Mai làm Chủ tịch Hội Đông y tỉnh.',
      ['Lê Văn Bình: Giám đốc @ Sở Y tế tỉnh Nghệ An', 'Trần Thị Mai: Chủ tịch @ Hội Đông y tỉnh'],
    ],
    [
      'Giám đốc Sở Y tế tỉnh Nghệ An Lê Văn Bình, chúc mừng bà Trần Thị Mai tái đắc cử.',
      ['Lê Văn Bình: Giám đốc @ Sở Y tế tỉnh Nghệ An'],
    ],
    ['Ông Lê Văn Bình không trúng cử Chủ tịch Hội Nông dân tỉnh Nghệ An.', []],
    ['Ông Lê Văn Bình đã trúng cử với số phiếu cao.', []],
    [
      'Ông Lê Văn Bình, Chủ tịch Hội Nông dân tỉnh Nghệ An đã nhận nhiệm vụ rà soát của Chủ tịch UBND tỉnh.',
      ['Lê Văn Bình: Chủ tịch @ Hội Nông dân tỉnh Nghệ An'],
    ],
    [
      'Ông Lê Văn Bình, Chủ tịch Hội Nông dân tỉnh Nghệ An nhận Bằng khen của Chủ tịch UBND tỉnh.',
      ['Lê Văn Bình: Chủ tịch @ Hội Nông dân tỉnh Nghệ An'],
    ],
  ])('%s', (text, expected) => {
    expect(heldOffices(text)).toEqual(expected)
  })
})

describe('offices in companies, said beside a person', () => {
  test.each<[string, string[]]>([
    [
      'Ông Lê Văn Bình, thành viên Hội đồng Quản trị Công ty Sao Mai phát biểu.',
      ['Lê Văn Bình: thành viên @ Hội đồng Quản trị Công ty Sao Mai'],
    ],
    [
      'Ông Lê Văn Bình - Thành viên Hội đồng trường Trường Đại học Vinh phát biểu.',
      ['Lê Văn Bình: Thành viên @ Hội đồng trường Trường Đại học Vinh'],
    ],
    [
      'Ông Lê Văn Bình, thành viên độc lập HĐQT Công ty Sao Mai phát biểu.',
      ['Lê Văn Bình: thành viên độc lập @ HĐQT Công ty Sao Mai'],
    ],
    [
      'Bà Trần Thị Mai – Quản lý khu vực, Trợ lý Giám đốc vùng; ông Lê Văn Bình – Giám sát bán hàng.',
      ['Trần Thị Mai: Quản lý khu vực, Trợ lý Giám đốc vùng', 'Lê Văn Bình: Giám sát bán hàng'],
    ],
    ['Ông Lê Văn Bình (giám sát bán hàng) cho biết.', ['Lê Văn Bình: giám sát bán hàng']],
    // What somebody does, and members of anything else.
    ['Ông Lê Văn Bình giám sát bán hàng tại chợ.', []],
    ['Ông Lê Văn Bình, quản lý khu vực chợ nổi, cho biết.', []],
    ['Ông Lê Văn Bình, thành viên Hội đồng tư vấn phát biểu.', []],
    ['Các thành viên Hội đồng Quản trị Công ty Sao Mai đã họp với ông Lê Văn Bình.', []],
  ])('%s', (text, expected) => {
    expect(heldOffices(text)).toEqual(expected)
  })
})
