import { describe, expect, test } from 'vitest'
import { bylineOf } from '../../src/extract/bylines.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { readDateLine } from '../../src/extract/publication.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const zones = (text: string) => {
  const page = makePage(parsedOf(text), lexicon)
  return page.blocks.map((b) => `${b.zone}: ${page.text.slice(b.start, b.end).slice(0, 24)}`)
}

const prose =
  'Hội nghị đã nghe báo cáo kết quả học kỳ I và thảo luận các giải pháp nâng cao chất lượng giáo dục trong toàn ngành.'

test('a page of a department saved as text', () => {
  expect(
    zones(`banner
Nhiệt liệt chào mừng 70 năm Chiến thắng Điện Biên Phủ (7/5/1954 - 7/5/2024)
Sở Giáo dục và Đào tạo tổ chức Hội nghị sơ kết học kỳ I
Thứ năm - 09/02/2023 20:01
Dienbien.edu.vn - Ngày 09/02/2023, ${prose}
Đại biểu tham dự Hội nghị
1) Tiếp tục nâng cao chất lượng dạy học.
${prose}
Tác giả: Mai Hương
Tổng số điểm của bài viết là: 0 trong 0 đánh giá
Click để đánh giá bài viết
Những tin mới hơn
Hôm nay32,964
Gửi phản hồi`).map((z) => z.split(':')[0]),
  ).toEqual([
    'boilerplate',
    'boilerplate',
    'title',
    'dateline',
    'lead',
    'caption',
    'list-item',
    'body',
    'byline',
    ...Array(5).fill('boilerplate'),
  ])
})

test('a page clock above the title is no publication', () => {
  const page = makePage(
    parsedOf(
      `Chủ nhật, 25/09/2022 | 17:31\nRSS\nBắc Giang triển khai 9 nhiệm vụ giáo dục\nThứ ba, 30/08/2022, 07:53 (GMT+7)\n${prose}`,
    ),
    lexicon,
  )
  expect(page.facts.publishedAt).toBe('2022-08-30T07:53:00+07:00')
})

test('a caption twice, and the title as a caption', () => {
  const caption = 'Ông Vũ Đình Hào, Giám đốc Sở, chủ trì hội nghị.'
  expect(
    zones(
      `Cụm thi đua số 5 triển khai nhiệm vụ\n${prose}\n${caption}\n${caption}\nCụm thi đua số 5 triển khai nhiệm vụ\n${prose}`,
    ).map((z) => z.split(':')[0]),
  ).toEqual(['title', 'lead', 'caption', 'caption', 'caption', 'body'])
})

test('an article without a title keeps its text', () => {
  expect(
    zones(`Ngày 12/4, ${prose}\nĐiều chỉnh một số kỹ thuật\n${prose}${prose}`).map(
      (z) => z.split(':')[0],
    ),
  ).toEqual(['lead', 'heading', 'body'])
})

describe('readDateLine', () => {
  test.each([
    ['Thứ năm - 09/02/2023 20:01', '2023-02-09T20:01:00+07:00'],
    ['Thứ ba, 30/08/2022, 07:53 (GMT+7)', '2022-08-30T07:53:00+07:00'],
    ['Chủ nhật, 25/09/2022 | 17:31', '2022-09-25T17:31:00+07:00'],
    ['Đăng ngày: 05-03-2024', '2024-03-05'],
    ['20/12/2021', '2021-12-20'],
    ['10:15 | 12/04/2021', '2021-04-12T10:15:00+07:00'],
  ])('%s', (line, at) => {
    expect(readDateLine(line.toLowerCase())).toBe(at)
  })
  test.each([
    '31/02/2023',
    'Ngày 09/02/2023, Sở Giáo dục tổ chức Hội nghị',
    '12/2023',
    '3.085/4.081',
    'Hôm nay32,964',
    '24/7',
  ])('ignores %s', (line) => {
    expect(readDateLine(line.toLowerCase())).toBeNull()
  })
})

describe('bylineOf', () => {
  test.each([
    ['Tác giả: Mai Hương', 'Mai Hương', 'author'],
    ['Nguồn tin: Trường Cao đẳng Sư phạm', 'Trường Cao đẳng Sư phạm', 'source'],
    ['Tuệ Nhi (t/h)', 'Tuệ Nhi', 'author'],
    ['Theo Giáo dục & Thời đại', 'Giáo dục & Thời đại', 'source'],
    ['Theo chinhphu.vn', 'chinhphu.vn', 'source'],
    ['Tin, ảnh Mai Hương – Thanh Bình', 'Mai Hương – Thanh Bình', 'photo'],
    ['Viết bởi Minh Hà', 'Minh Hà', 'author'],
    ['Thanh Tuyền', 'Thanh Tuyền', 'author'],
    ['Nguyễn Trường - Minh Nhật', 'Nguyễn Trường - Minh Nhật', 'author'],
  ])('%s', (line, name, kind) => {
    expect(bylineOf(line, lexicon)?.[0]).toEqual({ name, kind })
  })
  test.each([
    'Theo báo cáo của Sở, năm 2020 toàn tỉnh có 12 trường.',
    'Sở Nội Vụ',
    'Tin học văn phòng',
    'Theo kế hoạch.',
    'Nguồn vốn đầu tư công',
    'Hội nghị kết thúc tốt đẹp.',
  ])('ignores %s', (line) => {
    expect(bylineOf(line, lexicon)).toBeNull()
  })
})

describe('a name over or under other lines', () => {
  const zoneOf = (text: string, name: string) =>
    zones(text)
      .find((z) => z.endsWith(`: ${name}`))
      ?.split(':')[0]
  const article = `Sở Giáo dục và Đào tạo tổ chức Hội nghị sơ kết học kỳ I\n${prose}\n${prose}\n`
  test.each([
    ['Nông Văn Thuần\nTrưởng phòng Kinh tế, Văn phòng UBND tỉnh Lạng Sơn', 'Nông Văn Thuần'],
    ['KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nVõ Trọng Khang', 'Võ Trọng Khang'],
  ])('signs: %s', (end, name) => {
    expect(zoneOf(article + end, name)).not.toBe('byline')
  })
  test.each([
    ['Mai Hương', 'Mai Hương'],
    ['Hữu Công\nBí thư Thành ủy phát biểu tại hội nghị', 'Hữu Công'],
    ['Theo Chinhphu.vn\nPhó Thủ tướng Vương Đình Hữu', 'Theo Chinhphu.vn'],
  ])('writes: %s', (end, name) => {
    expect(zoneOf(article + end, name)).toBe('byline')
  })
})

describe('the stamp of a digital signature', () => {
  const stamp = `Người ký: Văn phòng Ủy ban nhân dân tỉnh
Email: vanthu@hoabinh.example
Cơ quan: Ủy ban nhân dân tỉnh Hòa Bình
Thời gian ký: 13.09.2024 16:33:28 +07:00`

  test('is no part of the document, at its head or between two pages', () => {
    const read = zones(`${stamp}
${prose}
${stamp}
Các đơn vị báo cáo trước ngày 30 tháng 9 năm 2024.`)
    expect(read.map((z) => z.split(':')[0] === 'boilerplate')).toEqual([
      ...[true, true, true, true],
      false,
      ...[true, true, true, true],
      false,
    ])
  })

  test.each([
    ['a blank for the signer alone', 'Người ký: Giám đốc Sở\nĐề nghị các trường thực hiện.'],
    [
      'a rule about signers',
      'Người ký văn bản chịu trách nhiệm về nội dung.\nThời gian ký: do hai bên thoả thuận.',
    ],
  ])('ignores %s', (_, text) => {
    expect(zones(text).some((z) => z.startsWith('boilerplate'))).toBe(false)
  })
})
