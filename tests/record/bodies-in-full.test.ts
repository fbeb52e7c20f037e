import { describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

/** Body of each position of everybody named. */
const bodies = (text: string): Array<string | null> =>
  makeRecord(
    parsedOf(text),
    { name: 'a.txt', sha256: '0'.repeat(64), bytes: 1, mediaType: 'text/plain' },
    lexicon,
  ).officials.flatMap(({ positions }) => positions.map(({ organisation }) => organisation))

describe('a body written by its letters', () => {
  test.each<[string, Array<string | null>]>([
    ['Ông Lê Văn Bình, Chủ tịch Tổng LĐLĐVN phát biểu.', ['Tổng Liên đoàn Lao động Việt Nam']],
    [
      'Ông Lê Văn Bình, Chủ tịch Tổng LĐLĐ Việt Nam phát biểu.',
      ['Tổng Liên đoàn Lao động Việt Nam'],
    ],
    ['Ông Lê Văn Bình, Phó Chủ tịch Tổng LĐLĐ phát biểu.', ['Tổng Liên đoàn Lao động']],
    // The document says itself what its letters mean.
    [
      'Hội Kiến trúc sư Việt Nam (KTSVN) họp. Ông Lê Văn Bình, Chủ tịch KTSVN phát biểu.',
      ['Hội Kiến trúc sư Việt Nam'],
    ],
    [
      'Hiệp hội Nuôi cá Việt Nam (gọi tắt là HHNC) họp. Ông Lê Văn Bình, Chủ tịch HHNC phát biểu.',
      ['Hiệp hội Nuôi cá Việt Nam'],
    ],
    [
      'Ông Lê Văn Bình, Trưởng ban BQL Khu kinh tế Đông Nam phát biểu.',
      ['Ban Quản lý Khu kinh tế Đông Nam'],
    ],
    // Other letters than the name's, or none explained.
    ['Hiệp hội Nuôi cá Việt Nam (XYZT) họp. Ông Lê Văn Bình, Chủ tịch XYZT phát biểu.', ['XYZT']],
    ['Ông Lê Văn Bình, Chủ tịch HHNC phát biểu.', ['HHNC']],
  ])('%s', (text, expected) => {
    expect(bodies(text)).toEqual(expected)
  })
})

describe('a body that the text named before', () => {
  test.each<[string, Array<string | null>]>([
    [
      'Đảng ủy cơ quan Trung ương Hội Nông dân Việt Nam họp. Ông Lê Văn Bình, Bí thư Đảng ủy, Phó Chủ tịch Hội Nông dân Việt Nam chủ trì.',
      ['Đảng ủy cơ quan Trung ương Hội Nông dân Việt Nam', 'Hội Nông dân Việt Nam'],
    ],
    // Of another body, or of two.
    [
      'Đảng ủy cơ quan Trung ương Hội Luật gia Việt Nam họp. Ông Lê Văn Bình, Bí thư Đảng ủy, Phó Chủ tịch Hội Nông dân Việt Nam chủ trì.',
      ['Đảng ủy Hội Nông dân Việt Nam', 'Hội Nông dân Việt Nam'],
    ],
    [
      'Đại hội bầu Ban Thường vụ Hội Nông dân tỉnh Nghệ An khóa XI. Ủy viên Ban Thường vụ gồm: Lê Văn Bình, Trần Thị Mai.',
      ['Hội Nông dân tỉnh Nghệ An', 'Hội Nông dân tỉnh Nghệ An'],
    ],
    [
      'Phó Chủ tịch LĐLĐ tỉnh Nghệ An gồm: Võ Minh Khoa, Hồ Ngọc Ánh.\nỦy viên Ban Thường vụ gồm: Lê Văn Bình.',
      [...Array(3)].map(() => 'Liên đoàn Lao động tỉnh Nghệ An'),
    ],
    // A people's committee has no such members.
    [
      'Chủ tịch UBND tỉnh Nghệ An là ông Võ Minh Khoa.\nỦy viên Ban Thường vụ gồm: Lê Văn Bình.',
      ['Ủy ban nhân dân tỉnh Nghệ An', null],
    ],
  ])('%s', (text, expected) => {
    expect(bodies(text)).toEqual(expected)
  })
})
