import { describe, expect, test } from 'vitest'
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

test('a sentence above the title is text, a short line is the site’s', () => {
  const read = zones(`Cổng thông tin xã
Ủy ban nhân dân xã trân trọng kính mời quý vị đại biểu đến dự:
Hội thi bơi lội của học sinh toàn xã
Thứ năm - 09/02/2023 20:01
${prose}`)
  expect(read.map((zone) => zone.split(':')[0])).toEqual([
    ...['boilerplate', 'body', 'title', 'dateline', 'lead'],
  ])
})

test.each([...['Chia sẻ bài viết', 'Chia sẻ lên Facebook:', 'In trang này', 'Sao chép liên kết']])(
  '%s is the site’s',
  (line) => {
    expect(zones(`Kế hoạch bơi lội của xã\n${prose}\n${line}`).at(-1)).toMatch(/^boilerplate/)
  },
)

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

describe('a line with the section of the site and the day', () => {
  const publication = (line: string) => {
    const page = makePage(
      parsedOf(`${line}\nHội nghị triển khai công tác khuyến học\n${prose}`),
      lexicon,
    )
    return [page.facts.publishedAt, page.blocks[1]?.zone]
  }
  test.each([
    ['Văn hóa Xã hội thứ sáu, 28/06/2019 15:59', '2019-06-28T15:59:00+07:00'],
    ['Văn hóa Xã hộithứ sáu, 28 06 2019 15:59', '2019-06-28T15:59:00+07:00'],
    ['Kinh tếthứ năm, 08-08-2019 08:52', '2019-08-08T08:52:00+07:00'],
    ['Đời sốngChủ nhật, 04.08.2019', '2019-08-04'],
    ['Giáo dục - Đào tạo Thứ Hai, 05/08/2019, 09:15 (GMT+7)', '2019-08-05T09:15:00+07:00'],
    ['Trang chủ / Tin tức thứ bảy, 10/08/2019 11:05', '2019-08-10T11:05:00+07:00'],
    ['Thời sự(05.08.2019 16:32)', '2019-08-05T16:32:00+07:00'],
    ['Y tế30/07/2019', '2019-07-30'],
    ['Thứ sáu, 28/06/2019 15:59 | Văn hóa', '2019-06-28T15:59:00+07:00'],
    ['Thứ Sáu, 28/06/2019 - Giáo dục - Đào tạo', '2019-06-28'],
    ['28/06/2019 15:59 (GMT+7) » Thời sự', '2019-06-28T15:59:00+07:00'],
  ])('%s', (line, at) => {
    expect(publication(line)).toEqual([at, 'title'])
  })
  test.each([
    'Lịch công tác tuần thứ năm, 08/08/2019 08:00',
    'Hội nghị giao ban thứ sáu, 28/06/2019 15:59',
    'Sở Nội vụ phát động thi đua thứ sáu, 28/06/2019',
    'Nghị quyết thông qua 30/07/2019',
    'Thứ sáu, 28/06/2019 - Hội nghị khai mạc',
    '28/06/2019 - Nghỉ lễ',
    'Kết quả bóng đá ngày 05/08/2019',
  ])('ignores %s', (line) => {
    expect(publication(line)[0]).toBeNull()
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
