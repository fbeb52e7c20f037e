// Authors, sources and photographers.
import { describe, expect, test } from 'vitest'
import { bylineOf } from '../../src/extract/bylines.ts'
import { photoCreditsOf } from '../../src/extract/photo-credits.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { keyOf } from '../../src/text/fold.ts'
import { lexicon, parsedOf } from '../support/page.ts'

/** "author: Mai Hương; photo: Minh Trí". */
const told = (found: ReturnType<typeof bylineOf>) =>
  found?.map(({ kind, name }) => `${kind}: ${name}`).join('; ')

describe('bylineOf', () => {
  test.each([
    ['Tác giả: Phòng Tuyển Sinh (https://truong.example/ts/)', 'author: Phòng Tuyển Sinh'],
    ['Tác giả: Mai Hương', 'author: Mai Hương'],
    ['Nguồn tin: Trường Cao đẳng Sư phạm', 'source: Trường Cao đẳng Sư phạm'],
    ['Tuệ Nhi (t/h)', 'author: Tuệ Nhi'],
    ['Theo Giáo dục & Thời đại', 'source: Giáo dục & Thời đại'],
    ['Theo chinhphu.vn', 'source: chinhphu.vn'],
    ['Viết bởi Minh Hà', 'author: Minh Hà'],
    ['Thanh Tuyền', 'author: Thanh Tuyền'],
    // Who wrote took the pictures, too.
    ['Bài, ảnh: Hữu Lộc', 'author: Hữu Lộc; photo: Hữu Lộc'],
    ['Tin - ảnh: Hữu Lộc', 'author: Hữu Lộc; photo: Hữu Lộc'],
    ['Tin và ảnh: Hữu Lộc', 'author: Hữu Lộc; photo: Hữu Lộc'],
    ['TIN, BÀI, ẢNH: HỮU LỘC', 'author: HỮU LỘC; photo: HỮU LỘC'],
    ['Bài/ảnh: M. Hà', 'author: M. Hà; photo: M. Hà'],
    // Several people.
    [
      'Tin, ảnh Mai Hương – Thanh Bình',
      'author: Mai Hương; author: Thanh Bình; photo: Mai Hương; photo: Thanh Bình',
    ],
    ['Nguyễn Trường - Minh Nhật', 'author: Nguyễn Trường; author: Minh Nhật'],
    [
      'Bài: Mai Hương, Minh Nhật và Lê Bình',
      'author: Mai Hương; author: Minh Nhật; author: Lê Bình',
    ],
    ['ĐỨC LỘC – PHƯƠNG LAN', 'author: ĐỨC LỘC; author: PHƯƠNG LAN'],
    ['NGUYỄN MINH LỘC', 'author: NGUYỄN MINH LỘC'],
    // Two forms in a line.
    ['Bài: Mai Hương - Ảnh: Thanh Bình', 'author: Mai Hương; photo: Thanh Bình'],
    ['Tin: Mai Hương; ảnh: TTXVN', 'author: Mai Hương; photo: TTXVN'],
    ['Ảnh: Thanh Bình. Bài: Mai Hương', 'photo: Thanh Bình; author: Mai Hương'],
    ['Mai Hương - Ảnh: Thanh Bình', 'author: Mai Hương; photo: Thanh Bình'],
    ['Báo Lao động Trẻ', 'source: Báo Lao động Trẻ'],
    ['Tuổi Lửa Online', 'source: Tuổi Lửa Online'],
    ['Cổng thông tin điện tử Sở Y tế', 'source: Cổng thông tin điện tử Sở Y tế'],
    // Not several people.
    ['Tác giả: Mai Hương - Sở Nội vụ', 'author: Mai Hương - Sở Nội vụ'],
    ['Hà - Lan Chi', 'author: Hà - Lan Chi'],
  ])('%s', (line, expected) => {
    expect(told(bylineOf(line, lexicon))).toBe(expected)
  })
  test.each([
    'Theo báo cáo của Sở, năm 2020 toàn tỉnh có 12 trường.',
    'Sở Nội Vụ',
    'Tin học văn phòng',
    'Báo cáo Tổng kết năm học',
    'Báo Lam Hà tổ chức giải chạy',
    'Báo động đỏ ở vùng lũ',
    'Học sinh thi toán Online',
    'Kết quả - Ảnh: Thanh Bình',
    'Theo kế hoạch.',
    'Nguồn vốn đầu tư công',
    'Hội nghị kết thúc tốt đẹp.',
    'Ảnh: Quang cảnh hội thi bơi',
    'Bài, ảnh',
    ...[
      'QUYẾT TOÁN',
      'PHÓ GIÁM ĐỐC',
      'SỞ NỘI VỤ',
      'HÀ NỘI',
      'TIN LIÊN QUAN',
      'KẾT LUẬN',
      'VIỆT NAM',
    ],
  ])('ignores %s', (line) => {
    expect(bylineOf(line, lexicon)).toBeNull()
  })
})

describe('photoCreditsOf', () => {
  test.each([
    ['Các em tranh tài tại hội thi. Ảnh: Minh Trí', 'photo: Minh Trí'],
    ['Các em tranh tài tại hội thi (Ảnh: VGP/Minh Trí).', 'photo: VGP/Minh Trí'],
    ['Các em tranh tài tại hội thi (ảnh Minh Trí).', 'photo: Minh Trí'],
    ['Ảnh: Các em tranh tài tại hội thi - Ảnh: M.T', 'photo: M.T'],
    ['Các em tranh tài tại hội thi. Ảnh: MINH TRÍ.', 'photo: MINH TRÍ'],
    ['Các em tranh tài tại hội thi. Ảnh: Minh Trí - Lê Bình', 'photo: Minh Trí; photo: Lê Bình'],
    ['Các em tranh tài tại hội thi. Nguồn ảnh: baotinh.example.vn', 'photo: baotinh.example.vn'],
    ['Các em tranh tài tại hội thi. Ảnh tư liệu: TTXVN', 'photo: TTXVN'],
    ['Các em tranh tài tại hội thi (Ảnh: Báo Tin tức)', 'photo: Báo Tin tức'],
  ])('%s', (line, expected) => {
    expect(told(photoCreditsOf(line, keyOf(line), lexicon))).toBe(expected)
  })
  test.each([
    'Ảnh: Quang cảnh hội thi bơi',
    'Trong ảnh: Ông Lê Văn Ba',
    'Xã tổ chức triển lãm ảnh: Quê Hương',
    'Các em tranh tài tại hội thi. Ảnh: Internet',
    'Các em tranh tài tại hội thi (ảnh trên).',
    'Các em tranh tài tại hội thi. Ảnh: Minh Trí Sáng 12/4, xã tổ chức hội thi bơi.',
    'Phục vụ điều tra hình ảnh - Công an tỉnh Phú Lộc, 2021',
  ])('ignores %s', (line) => {
    expect(photoCreditsOf(line, keyOf(line), lexicon)).toEqual([])
  })
})

test('a photographer of several pictures is told once, in an article alone', () => {
  const source = { name: 'x.txt', sha256: 'a'.repeat(64), mediaType: 'text/plain', bytes: 1 }
  const bylines = (text: string) => told(makeRecord(parsedOf(text), source, lexicon).bylines)
  const text = `Hội thi bơi lội học sinh xã Tân Hòa
Sáng 12/4, xã tổ chức hội thi bơi lội cho học sinh các trường, với sự tham gia của hơn 200 em học sinh trong xã.
Các em tranh tài. Ảnh: Minh Trí
Trao giải cho các em (Ảnh: Minh Trí)
Hội thi thu hút nhiều em học sinh tham gia, tạo không khí sôi nổi trong toàn xã suốt cả ngày.
MAI HƯƠNG - LÊ BÌNH`
  expect(bylines(text)).toBe('photo: Minh Trí; author: MAI HƯƠNG; author: LÊ BÌNH')
  expect(
    bylines(`UBND TỈNH LAI CHÂU
Số: 12/TB-VP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÔNG BÁO
Về hội thi bơi
Các em tranh tài. Ảnh: Minh Trí`),
  ).toBe('')
})
