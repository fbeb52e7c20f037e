// Committees that a decision sets up, and bodies that only the letterhead says the whole of.
import { describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const recordOf = (text: string) =>
  makeRecord(
    parsedOf(text),
    { name: 'a.txt', sha256: '0'.repeat(64), bytes: 1, mediaType: 'text/plain' },
    lexicon,
  )

/** "title @ body (province)" of everybody by name. */
const held = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    recordOf(text).officials.map(({ name, positions }) => [
      name,
      positions.map(
        ({ title, organisation, province }) => `${title} @ ${organisation} (${province})`,
      ),
    ]),
  )

const letterhead = (body: string, place: string, number: string) =>
  `ỦY BAN NHÂN DÂN\n${body}\nSố: ${number}\n${place}, ngày 11 tháng 10 năm 2018\n`

const founded = `${letterhead('TỈNH NGHỆ AN', 'Nghệ An', '12/QĐ-UBND')}QUYẾT ĐỊNH
Về việc kiện toàn Ban Chỉ đạo phòng, chống mưa lũ tỉnh Nghệ An
Điều 1. Kiện toàn Ban Chỉ đạo, gồm các ông (bà) có tên sau:
1. Ông Lê Văn Bình, Phó Chủ tịch UBND tỉnh - Trưởng ban;
2. Bà Trần Thị Mai, Giám đốc Sở Y tế - Phó Trưởng ban;
3. Ông Võ Minh Khoa, Chủ tịch Hội Nông dân tỉnh - Ủy viên;
4. Mời ông Hồ Ngọc Ánh, Giám đốc Công ty TNHH Minh Nghệ An - Ủy viên.
Điều 2. Ông Phan Văn Tú, Trưởng ban, chịu trách nhiệm thi hành.`
const committee = 'Ban Chỉ đạo phòng, chống mưa lũ tỉnh Nghệ An (nghe-an)'

describe('the committee of a list of members', () => {
  test('is what the decision sets up, in full', () => {
    expect(held(founded)).toEqual({
      'Lê Văn Bình': [
        'Phó Chủ tịch @ Ủy ban nhân dân tỉnh Nghệ An (nghe-an)',
        `Trưởng ban @ ${committee}`,
      ],
      'Trần Thị Mai': [
        'Giám đốc @ Sở Y tế tỉnh Nghệ An (nghe-an)',
        `Phó Trưởng ban @ ${committee}`,
      ],
      'Võ Minh Khoa': ['Chủ tịch @ Hội Nông dân tỉnh Nghệ An (nghe-an)', `Ủy viên @ ${committee}`],
      'Hồ Ngọc Ánh': [
        'Giám đốc @ Công ty trách nhiệm hữu hạn Minh Nghệ An (null)',
        `Ủy viên @ ${committee}`,
      ],
      // Below the list nothing says of what.
      'Phan Văn Tú': ['Trưởng ban @ null (null)'],
    })
  })

  test.each<[string, string, string[]]>([
    [
      'Thành lập Tổ công tác rà soát đất đai gồm:\n- Ông Lê Văn Bình, Giám đốc Sở Y tế, Phó Tổ trưởng.',
      'Lê Văn Bình',
      ['Giám đốc @ Sở Y tế (null)', 'Phó Tổ trưởng @ Tổ công tác rà soát đất đai (null)'],
    ],
    [
      'Danh sách thành viên Hội đồng nghiệm thu\n1. Ông Lê Văn Bình, Giám đốc Sở Y tế - Phó Chủ tịch Hội đồng.',
      'Lê Văn Bình',
      ['Giám đốc @ Sở Y tế (null)', 'Phó Chủ tịch @ Hội đồng nghiệm thu (null)'],
    ],
    // A title of another kind of body.
    [
      'Thành lập Tổ công tác rà soát đất đai gồm:\n- Ông Lê Văn Bình, Trưởng ban.',
      'Lê Văn Bình',
      ['Trưởng ban @ null (null)'],
    ],
    // No list of members.
    [
      'Tỉnh sẽ thành lập Ban Chỉ đạo chống hạn trong tháng này.\nÔng Lê Văn Bình, Trưởng ban, nói.',
      'Lê Văn Bình',
      ['Trưởng ban @ null (null)'],
    ],
  ])('%s', (text, name, expected) => {
    expect(held(text)[name]).toEqual(expected)
  })

  test('a member of it is none of the association named in the item before', () => {
    const text =
      '1. Ông Võ Minh Khoa, Chủ tịch Hội Nông dân tỉnh Nghệ An;\n2. Ông Lê Văn Bình, Giám đốc Sở Y tế - Ủy viên.'
    expect(held(text)['Lê Văn Bình']?.at(-1)).toBe('Ủy viên @ null (null)')
  })
})

describe('a unit is of the body in the line above', () => {
  test.each([
    ['UBND TỈNH NGHỆ AN\nVĂN PHÒNG', '12/TB-VP', 'Văn phòng Ủy ban nhân dân tỉnh Nghệ An'],
    ['TỈNH ỦY NGHỆ AN\nVĂN PHÒNG', '12-TB/VPTU', 'Văn phòng Tỉnh ủy Nghệ An'],
    ['BỘ Y TẾ\nTHANH TRA', '12/TB-TTrB', 'Thanh tra Bộ Y tế'],
    ['UBND HUYỆN NAM ĐÀN\nTHANH TRA', '12/TB-TTr', 'Thanh tra huyện Nam Đàn'],
    [
      'UBND HUYỆN NAM ĐÀN\nVĂN PHÒNG HĐND VÀ UBND',
      '12/TB-VP',
      'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Nam Đàn',
    ],
    // Whole already, or of a body without such units.
    ['UBND TỈNH NGHỆ AN\nSỞ Y TẾ', '12/TB-SYT', 'Sở Y tế tỉnh Nghệ An'],
    ['CÔNG TY MINH LONG\nVĂN PHÒNG', '12/TB-VP', 'Văn phòng'],
  ])('%s', (head, number, issuer) => {
    const text = `${head}\nSố: ${number}\nVinh, ngày 11 tháng 10 năm 2018\nTHÔNG BÁO\nLịch tiếp dân`
    expect(recordOf(text).issuer).toBe(issuer)
  })
})

describe('the province of a district or commune that issues', () => {
  test.each([
    ['Căn cứ Kế hoạch số 24/KH-UBND của UBND tỉnh Nghệ An;', 'nghe-an'],
    ['Huyện Nam Đàn, tỉnh Nghệ An có 24 xã; UBND tỉnh Hà Tĩnh phối hợp.', 'nghe-an'],
    // Two provinces, and none.
    ['UBND tỉnh Nghệ An và UBND tỉnh Hà Tĩnh đã ký.', null],
    ['Hội nghị mở hai ngày.', null],
  ])('%s', (line, province) => {
    const text = `${letterhead('HUYỆN NAM ĐÀN', 'Nam Đàn', '12/KH-UBND')}KẾ HOẠCH\nTuyển quân\n${line}\nGửi về Phòng Nội vụ (ông Lê Văn Bình, Trưởng phòng).`
    expect(held(text)['Lê Văn Bình']).toEqual([
      `Trưởng phòng @ Phòng Nội vụ huyện Nam Đàn (${province})`,
    ])
  })
})

test('"PTNT" in the name of a body is written out', () => {
  expect(held('Ông Lê Văn Bình, Giám đốc Sở NN và PTNT, nói.')).toEqual({
    'Lê Văn Bình': ['Giám đốc @ Sở Nông nghiệp và Phát triển nông thôn (null)'],
  })
})
