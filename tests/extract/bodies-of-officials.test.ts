// Where the name of a body ends before a person, whose a title beside it is, and who is only spoken to.
import { describe, expect, test } from 'vitest'
import { heldOffices } from '../support/held-offices.ts'

describe('a rank or degree before a name ends the body', () => {
  test.each<[string, string[]]>([
    [
      'Có Thứ trưởng Bộ Quốc phòng Thượng tướng Lê Văn Bình dự.',
      ['Lê Văn Bình: Thứ trưởng @ Bộ Quốc phòng'],
    ],
    [
      'Phó Tư lệnh Quân khu 3 Thiếu tướng Lê Văn Bình dự.',
      ['Lê Văn Bình: Phó Tư lệnh @ Quân khu 3'],
    ],
    ['Giám đốc Công an tỉnh Đại tá Lê Văn Bình dự.', ['Lê Văn Bình: Giám đốc @ Công an tỉnh']],
    [
      'Phó Giám đốc Bệnh viện Bạch Mai PGS.TS Lê Văn Bình dự.',
      ['Lê Văn Bình: Phó Giám đốc @ Bệnh viện Bạch Mai'],
    ],
    [
      'Có Bộ trưởng Bộ Y tế Trần Thị Mai, Thứ trưởng Bộ Công an Trung tướng Lê Văn Bình dự.',
      ['Trần Thị Mai: Bộ trưởng @ Bộ Y tế', 'Lê Văn Bình: Thứ trưởng @ Bộ Công an'],
    ],
    // Letters of the body that a degree has as well.
    ['Bộ trưởng Bộ KH&CN Lê Văn Bình dự.', ['Lê Văn Bình: Bộ trưởng @ Bộ KH&CN']],
  ])('%s', (text, expected) => {
    expect(heldOffices(text)).toEqual(expected)
  })
})

describe('hospitals and schools by their letters bear names of people', () => {
  test.each([
    'Nơi nhận: Giám đốc BV Nguyễn Văn Cừ, BVĐK tỉnh.',
    'Nơi nhận: Giám đốc BVĐK Trần Văn Thời.',
    'Nơi nhận: Hiệu trưởng ĐH Trần Đại Nghĩa.',
  ])('%s', (text) => {
    expect(heldOffices(text)).toEqual([])
  })
})

describe('who is spoken to holds an office of his own', () => {
  test.each<[string, string[]]>([
    [
      'Báo cáo Phó Thủ tướng, Bí thư Tỉnh ủy Nghệ An Lê Văn Bình cho biết mưa đã ngớt.',
      ['Lê Văn Bình: Bí thư @ Tỉnh ủy Nghệ An'],
    ],
    [
      'Báo cáo với Thủ tướng Chính phủ, Chủ tịch UBND tỉnh Nghệ An, ông Lê Văn Bình cho biết.',
      ['Lê Văn Bình: Chủ tịch @ UBND tỉnh Nghệ An'],
    ],
    [
      'Thực hiện chỉ đạo của Thủ tướng, Bộ trưởng Bộ Y tế Lê Văn Bình cho biết.',
      ['Lê Văn Bình: Bộ trưởng @ Bộ Y tế'],
    ],
    // Who is reported to holds both offices, and does not speak.
    [
      'Ông Trần Văn Tú báo cáo Phó Chủ tịch UBND tỉnh, Trưởng ban Chỉ đạo Lê Văn Bình.',
      ['Lê Văn Bình: Phó Chủ tịch @ UBND tỉnh, Trưởng ban @ ban Chỉ đạo'],
    ],
    [
      'Báo cáo trước đoàn, Bí thư Huyện ủy, Chủ tịch UBND huyện Lê Văn Bình cho biết.',
      ['Lê Văn Bình: Bí thư @ Huyện ủy, Chủ tịch @ UBND huyện'],
    ],
  ])('%s', (text, expected) => {
    expect(heldOffices(text)).toEqual(expected)
  })
})

describe('the body right before a person', () => {
  test.each<[string, string[]]>([
    [
      'Vướng mắc gửi về Phòng LĐ-TB&XH (đ/c Giàng A Bình, Trưởng phòng, số 0912).',
      ['Giàng A Bình: Trưởng phòng @ Phòng LĐ-TB&XH'],
    ],
    [
      'Liên hệ Phòng Nội vụ huyện Nam Đàn (bà Trần Thị Mai - Chuyên viên).',
      ['Trần Thị Mai: Chuyên viên @ Phòng Nội vụ huyện Nam Đàn'],
    ],
    ['Huyện ủy Mường Ảng có Bí thư Lò Văn Bình dự.', ['Lò Văn Bình: Bí thư @ Huyện ủy Mường Ảng']],
    // A title that leads no such body.
    [
      'Gửi về Sở Y tế tỉnh Nghệ An (bà Trần Thị Mai, Trưởng phòng).',
      ['Trần Thị Mai: Trưởng phòng'],
    ],
    ['Tỉnh Nghệ An có Giám đốc Lê Văn Bình dự.', ['Lê Văn Bình: Giám đốc']],
  ])('%s', (text, expected) => {
    expect(heldOffices(text)).toEqual(expected)
  })
})

describe('what somebody says ends the body, though a body follows the comma', () => {
  test.each<[string, string[]]>([
    [
      'Bà Trần Thị Mai, Phó Trưởng phòng Quản lý thi và kiểm định chất lượng cho biết, Sở Giáo dục tỉnh Nghệ An đã họp.',
      ['Trần Thị Mai: Phó Trưởng phòng @ phòng Quản lý thi và kiểm định chất lượng'],
    ],
    [
      'Bà Trần Thị Mai, Trưởng phòng Giáo dục tiểu học khẳng định, Sở Giáo dục tỉnh Nghệ An đã họp.',
      ['Trần Thị Mai: Trưởng phòng @ phòng Giáo dục tiểu học'],
    ],
    [
      'Bà Trần Thị Mai, Trưởng phòng Nghiệp vụ y chia sẻ thêm, Sở Y tế tỉnh Nghệ An đã họp.',
      ['Trần Thị Mai: Trưởng phòng @ phòng Nghiệp vụ y'],
    ],
    [
      'Ông Lê Văn Bình, Trưởng ban Ban Kinh tế - Ngân sách cho biết, HĐND tỉnh Nghệ An đã họp.',
      ['Lê Văn Bình: Trưởng ban @ Ban Kinh tế - Ngân sách'],
    ],
    [
      'Ông Lê Văn Bình, Chánh Văn phòng cho biết, Sở Nội vụ tỉnh Nghệ An đã họp.',
      ['Lê Văn Bình: Chánh Văn phòng'],
    ],
    [
      'Ông Lê Văn Bình, Trưởng phòng Cảnh sát giao thông phát biểu, Công an tỉnh Nghệ An đã họp.',
      ['Lê Văn Bình: Trưởng phòng @ phòng Cảnh sát giao thông'],
    ],
    [
      'Ông Lê Văn Bình, Trưởng phòng Giáo dục trung học thông tin, Sở Giáo dục tỉnh Nghệ An đã họp.',
      ['Lê Văn Bình: Trưởng phòng @ phòng Giáo dục trung học'],
    ],
    // Words of the name that look like verbs.
    [
      'Ông Lê Văn Bình, Trưởng phòng Công nghệ thông tin, Sở Thông tin và Truyền thông tỉnh Nghệ An.',
      [
        'Lê Văn Bình: Trưởng phòng @ phòng Công nghệ thông tin, Sở Thông tin và Truyền thông tỉnh Nghệ An',
      ],
    ],
    [
      'Ông Lê Văn Bình, Trưởng ban Xây dựng tổ chức hội, Hội Nông dân tỉnh Nghệ An.',
      ['Lê Văn Bình: Trưởng ban @ ban Xây dựng tổ chức hội, Hội Nông dân tỉnh Nghệ An'],
    ],
    [
      'Ông Lê Văn Bình, Trưởng phòng Kế hoạch tài chính, Sở Y tế tỉnh Nghệ An.',
      ['Lê Văn Bình: Trưởng phòng @ phòng Kế hoạch tài chính, Sở Y tế tỉnh Nghệ An'],
    ],
  ])('%s', (text, expected) => {
    expect(heldOffices(text)).toEqual(expected)
  })
})
