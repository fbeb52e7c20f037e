// Schools by the name they are written with, and units of the department that the document speaks of.
import { describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

/** "title @ body (province)" of everybody with an office. */
const read = (text: string): string[] =>
  makeRecord(
    parsedOf(text),
    { name: 'a.txt', sha256: '0'.repeat(64), bytes: 1, mediaType: 'text/plain' },
    lexicon,
  ).officials.flatMap(({ positions }) =>
    positions.map((p) => `${p.title} @ ${p.organisation} (${p.province})`),
  )

describe('schools', () => {
  test.each<[string, string[]]>([
    [
      'Ông Lê Văn Sáng, Hiệu trưởng Trường THPT Tô Hiệu phát biểu.',
      ['Hiệu trưởng @ Trường THPT Tô Hiệu (null)'],
    ],
    [
      'Ông Lê Văn Sáng, Hiệu trưởng Trường Tiểu học và THCS Tân Lập phát biểu.',
      ['Hiệu trưởng @ Trường Tiểu học và THCS Tân Lập (null)'],
    ],
    [
      'Ông Lê Văn Sáng, Hiệu trưởng Trường Phổ thông Dân tộc nội trú THCS và THPT huyện Mai Sơn.',
      ['Hiệu trưởng @ Trường Phổ thông Dân tộc nội trú THCS và THPT huyện Mai Sơn (null)'],
    ],
    // Not the name of a school.
    [
      'Ông Lê Văn Sáng, Trưởng phòng GD THPT phát biểu.',
      ['Trưởng phòng @ Phòng giáo dục trung học phổ thông (null)'],
    ],
    // One school in two spellings; its province stands behind another mention.
    [
      'Trường THPT Tô Hiệu (thành phố Sơn La) họp với đoàn của tỉnh Lào Cai. Ông Lê Văn Sáng, Hiệu trưởng, ông Lò Văn Mạnh, Phó Hiệu trưởng Trường trung học phổ thông Tô Hiệu.',
      [
        'Hiệu trưởng @ Trường THPT Tô Hiệu (son-la)',
        'Phó Hiệu trưởng @ Trường trung học phổ thông Tô Hiệu (son-la)',
      ],
    ],
    // The title runs on into what the school does.
    [
      'Trường Mỹ Đức đón bằng khen của tỉnh\n\nSáng nay, Trường Mỹ Đức họp. Trường Mỹ Đức có 900 em.\n\nThầy Lê Văn Sáng, Hiệu trưởng nhà trường, phát biểu.',
      ['Hiệu trưởng @ Trường Mỹ Đức (null)'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('units of a department', () => {
  test.each<[string, string[]]>([
    [
      'Sở GD&ĐT tỉnh Sơn La họp. Dự có ông Lê Văn Sáng – Phó Giám đốc Sở GD&ĐT, bà Lò Thị Mận – Trưởng phòng Giáo dục Mầm non, bà Hà Thị Lan – Trưởng phòng Tổ chức cán bộ.',
      [
        'Phó Giám đốc @ Sở Giáo dục và Đào tạo tỉnh Sơn La (son-la)',
        'Trưởng phòng @ Phòng Giáo dục Mầm non, Sở Giáo dục và Đào tạo tỉnh Sơn La (son-la)',
        'Trưởng phòng @ Phòng Tổ chức cán bộ, Sở Giáo dục và Đào tạo tỉnh Sơn La (son-la)',
      ],
    ],
    [
      'Sở GD&ĐT tỉnh Sơn La họp với Sở Y tế. Bà Lò Thị Mận, Trưởng phòng GDTrH phát biểu.',
      ['Trưởng phòng @ Phòng giáo dục trung học, Sở Giáo dục và Đào tạo tỉnh Sơn La (son-la)'],
    ],
    // Two departments, a unit that districts have, a university that has such units as well, a Sở in another sentence.
    [
      'Sở GD&ĐT tỉnh Sơn La họp với Sở GD&ĐT tỉnh Lào Cai. Bà Lò Thị Mận, Trưởng phòng Giáo dục Mầm non phát biểu.',
      ['Trưởng phòng @ Phòng Giáo dục Mầm non (null)'],
    ],
    [
      'Ông Lê Văn Sáng, Giám đốc Sở Tài chính tỉnh Sơn La, bà Lò Thị Mận, Trưởng phòng Tài chính - Kế hoạch.',
      [
        'Giám đốc @ Sở Tài chính tỉnh Sơn La (son-la)',
        'Trưởng phòng @ Phòng Tài chính - Kế hoạch (null)',
      ],
    ],
    [
      'Ông Lê Văn Sáng, Giám đốc Sở Y tế tỉnh Sơn La, ông Lò Văn Mạnh, Giám đốc Bệnh viện Phong Lan, bà Lò Thị Mận, Trưởng phòng Tổ chức cán bộ.',
      [
        'Giám đốc @ Sở Y tế tỉnh Sơn La (son-la)',
        'Giám đốc @ Bệnh viện Phong Lan (null)',
        'Trưởng phòng @ Phòng Tổ chức cán bộ (null)',
      ],
    ],
    [
      'Sở Y tế tỉnh Sơn La đã báo cáo. Bà Lò Thị Mận, Trưởng phòng Tổ chức cán bộ phát biểu.',
      ['Trưởng phòng @ Phòng Tổ chức cán bộ (null)'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('"nhà trường" is the school named last', () => {
  const two =
    'Trường THPT Lê Lợi họp. Trường THPT tư thục Hà Huy Tập cũng họp. Trường THPT Nguyễn Huệ vắng mặt.'
  test.each<[string, string[]]>([
    [
      `${two} Trường THPT tư thục Hà Huy Tập khó khăn. Ông Lê Văn Sáng, Hiệu trưởng nhà trường nói.`,
      ['Hiệu trưởng @ Trường THPT tư thục Hà Huy Tập (null)'],
    ],
    [
      `${two}\nÔng Lê Văn Sáng - Phó Hiệu trưởng nhà trường cho biết.`,
      ['Phó Hiệu trưởng @ Trường THPT Nguyễn Huệ (null)'],
    ],
    [
      `${two} Tốt nghiệp Trường Đại học Vinh, ông Lê Văn Sáng, Hiệu trưởng nhà trường, quê ở đây.`,
      ['Hiệu trưởng @ Trường THPT Nguyễn Huệ (null)'],
    ],
    // Nothing says which, or the office does.
    [`${two} Ông Lê Văn Sáng, Hiệu trưởng cho biết.`, ['Hiệu trưởng @ null (null)']],
    [
      `${two} Ông Lê Văn Sáng, Hiệu trưởng Trường THPT Lê Lợi họp. Ông Lê Văn Sáng, Hiệu trưởng nhà trường nói.`,
      ['Hiệu trưởng @ Trường THPT Lê Lợi (null)'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('the kind of a school in small letters', () => {
  test.each<[string, string[]]>([
    [
      'Ông Lê Văn Sáng, Chủ tịch Hội đồng Quản trị Trường THPT tư thục Lương Thế Vinh nói.',
      ['Chủ tịch @ Hội đồng Quản trị Trường THPT tư thục Lương Thế Vinh (null)'],
    ],
    [
      'Trường Mầm non tư thục Hoa Sen họp. Bà Lò Thị Mận, Hiệu trưởng phát biểu.',
      ['Hiệu trưởng @ Trường Mầm non tư thục Hoa Sen (null)'],
    ],
    // No name of its own follows.
    [
      'Trường THPT tư thục ở đây họp. Bà Lò Thị Mận, Hiệu trưởng phát biểu.',
      ['Hiệu trưởng @ null (null)'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
