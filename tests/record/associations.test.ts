// "Trung ương Hội", "Tỉnh hội", "Huyện hội": associations that a text calls by their level alone.
import { describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

/** "title @ body" of each position of everybody named. */
const held = (text: string): string[] =>
  makeRecord(
    parsedOf(text),
    { name: 'a.txt', sha256: '0'.repeat(64), bytes: 1, mediaType: 'text/plain' },
    lexicon,
  ).officials.flatMap(({ positions }) => positions.map((p) => `${p.title} @ ${p.organisation}`))

describe('an association by its level', () => {
  test.each<[string, string[]]>([
    [
      'Đại hội Hội Luật gia Việt Nam đã họp.\nÔng Lê Văn Bình, Uỷ viên BTV TW Hội, Chủ tịch Hội Luật gia Hà Nội dự.',
      [
        'Uỷ viên Ban Thường vụ @ Trung ương Hội Luật gia Việt Nam',
        'Chủ tịch @ Hội Luật gia Hà Nội',
      ],
    ],
    [
      'Hội Luật gia Việt Nam đã họp.\nÔng Lê Văn Bình, Phó Tổng Thư ký, Chánh Văn phòng Trung ương Hội dự.',
      [
        'Phó Tổng Thư ký @ Trung ương Hội Luật gia Việt Nam',
        'Chánh Văn phòng @ Văn phòng Trung ương Hội Luật gia Việt Nam',
      ],
    ],
    [
      'Hội LHPN tỉnh Sơn La đón Hội LHPN Việt Nam.\nBà Trần Thị Mai, Phó Chủ tịch T.Ư Hội phát biểu.',
      ['Phó Chủ tịch @ Trung ương Hội Liên hiệp Phụ nữ Việt Nam'],
    ],
    // Nobody calls that of the country "Việt Nam" here.
    [
      'Hội Khuyến học tỉnh Sơn La đã họp.\nÔng Lê Văn Bình, Trưởng ban Tuyên truyền Trung ương Hội dự.',
      ['Trưởng ban @ Ban Tuyên truyền Trung ương Hội Khuyến học'],
    ],
    [
      'Hội Khuyến học tỉnh Sơn La đã họp.\nÔng Lê Văn Bình, Phó Chủ tịch Tỉnh hội; bà Trần Thị Mai, Chánh Văn phòng Tỉnh hội; ông Lò Văn Tú, Chủ tịch Huyện hội Mường La dự.',
      [
        'Phó Chủ tịch @ Hội Khuyến học tỉnh Sơn La',
        'Chánh Văn phòng @ Văn phòng Hội Khuyến học tỉnh Sơn La',
        'Chủ tịch @ Hội Khuyến học huyện Mường La',
      ],
    ],
    [
      'Hội Khuyến học thành phố Hà Nội đã họp.\nÔng Lê Văn Bình, phó chủ tịch Thành hội dự.',
      ['phó chủ tịch @ Hội Khuyến học thành phố Hà Nội'],
    ],
    // The paragraph decides among several.
    [
      'Hội Nông dân tỉnh Sơn La đã họp.\nTại Hội Khuyến học tỉnh Sơn La, ông Lê Văn Bình, Phó Chủ tịch Tỉnh hội phát biểu.',
      ['Phó Chủ tịch @ Hội Khuyến học tỉnh Sơn La'],
    ],
  ])('%s', (text, expected) => {
    expect(held(text)).toEqual(expected)
  })
})

describe('what is left as written, and what is no association', () => {
  test.each<[string, string[]]>([
    ['Ông Lê Văn Bình, Phó Chủ tịch Tỉnh hội phát biểu.', ['Phó Chủ tịch @ Tỉnh hội']],
    ['Ông Lê Văn Bình, Phó Chủ tịch Trung ương Hội phát biểu.', ['Phó Chủ tịch @ Trung ương Hội']],
    [
      'Hội Nông dân tỉnh Sơn La và Hội Khuyến học tỉnh Sơn La đã họp.\nÔng Lê Văn Bình, Phó Chủ tịch Tỉnh hội phát biểu.',
      ['Phó Chủ tịch @ Tỉnh hội'],
    ],
    [
      'Ông Lê Văn Bình, Phó Chủ tịch UBND tỉnh hội đàm với đoàn.',
      ['Phó Chủ tịch @ Ủy ban nhân dân tỉnh (không nêu tên tỉnh)'],
    ],
    [
      'Ông Lê Văn Bình, Phó Chủ tịch tỉnh hội kiến Đại sứ.',
      ['Phó Chủ tịch @ Ủy ban nhân dân tỉnh (không nêu tên tỉnh)'],
    ],
    [
      'Hội thảo và Hội đồng đã họp. Bà Lê Thị Hội, Phó Chủ tịch UBND xã Tân Lập dự.',
      ['Phó Chủ tịch @ Ủy ban nhân dân xã Tân Lập'],
    ],
  ])('%s', (text, expected) => {
    expect(held(text)).toEqual(expected)
  })
})
