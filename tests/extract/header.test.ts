import { describe, expect, test } from 'vitest'
import { canonicalNumber } from '../../src/extract/header.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { signersOf } from '../../src/extract/signature.ts'
import { titleOf } from '../../src/extract/zones.ts'
import { tokensOf } from '../../src/text/words.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const page = (text: string) => makePage(parsedOf(text), lexicon)

describe('headerOf reads', () => {
  test.each([
    [
      'columns one after the other',
      `UBND TỈNH BÌNH THUẬN
SỞ NỘI VỤ
Số: 255/TTr-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Bình Thuận, ngày 22 tháng 01 năm 2025
TỜ TRÌNH
Về việc công nhận kết quả đại hội
Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh`,
      {
        number: '255/TTr-SNV',
        issuer: 'SỞ NỘI VỤ',
        superior: 'UBND TỈNH BÌNH THUẬN',
        issuedOn: '2025-01-22',
        issuedAt: 'Bình Thuận',
        party: false,
      },
      'TỜ TRÌNH Về việc công nhận kết quả đại hội',
    ],
    [
      'columns line by line, blank number, day left open',
      `UBND TỈNH PHÚ THỌ
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ THÔNG TIN VÀ TRUYỀN THÔNG
Độc lập - Tự do - Hạnh phúc
Số:       /KH-STTTT
Phú Thọ, ngày     tháng 12 năm 2011
KẾ HOẠCH
Triển khai cài đặt phần mềm
Căn cứ Quyết định số 12/QĐ-UBND ngày 5/1/2011 của UBND tỉnh;`,
      {
        number: null,
        issuer: 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
        issuedOn: '2011-12',
        issuedAt: 'Phú Thọ',
      },
      'KẾ HOẠCH Triển khai cài đặt phần mềm',
    ],
    [
      'a Party header',
      `TỈNH ỦY HÒA BÌNH
*
Số 12-NQ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Hòa Bình, ngày 29 tháng 10 năm 2021
NGHỊ QUYẾT
về nâng cao chất lượng giáo dục
I- TÌNH HÌNH`,
      { number: '12-NQ/TU', issuer: 'TỈNH ỦY HÒA BÌNH', issuedOn: '2021-10-29', party: true },
      'NGHỊ QUYẾT về nâng cao chất lượng giáo dục',
    ],
    [
      'an official letter with its subject under the number',
      `UBND TỈNH THÁI BÌNH
SỞ GIÁO DỤC VÀ ĐÀO TẠO
Số: 294/SGDĐT-GDTrH
V/v hướng dẫn thực hiện quy định
mới về dạy thêm, học thêm
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thái Bình, ngày 12 tháng 02 năm 2025
Kính gửi: Phòng Giáo dục và Đào tạo các huyện`,
      { number: '294/SGDĐT-GDTrH', issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', issuedOn: '2025-02-12' },
      'V/v hướng dẫn thực hiện quy định mới về dạy thêm, học thêm',
    ],
    [
      'a Party letter, its subject without V/v under the number',
      `TỈNH ỦY LAI CHÂU
*
Số 412-CV/TU
Về tăng cường lãnh đạo công tác
phòng, chống thiên tai
ĐẢNG CỘNG SẢN VIỆT NAM
Lai Châu, ngày 05 tháng 6 năm 2021
Kính gửi: Các huyện ủy, thành ủy
Về việc này, Ban Thường vụ có ý kiến như sau:`,
      { number: '412-CV/TU', issuer: 'TỈNH ỦY LAI CHÂU', issuedOn: '2021-06-05', party: true },
      'Về tăng cường lãnh đạo công tác phòng, chống thiên tai',
    ],
    [
      'the same with number and day left open',
      `HUYỆN ỦY TÂN HÒA
Số      -CV/HU
về báo cáo kết quả đại hội
ĐẢNG CỘNG SẢN VIỆT NAM
Tân Hòa, ngày     tháng 6 năm 2021
Kính gửi: Các đảng ủy`,
      { number: null, issuedOn: '2021-06' },
      'về báo cáo kết quả đại hội',
    ],
    [
      'a letter under the day',
      `HUYỆN ỦY TÂN HÒA
ĐẢNG CỘNG SẢN VIỆT NAM
Số 8-CV/HU
Tân Hòa, ngày 5 tháng 6 năm 2021
Về báo cáo kết quả đại hội
Kính gửi: Các đảng ủy`,
      { number: '8-CV/HU', issuedOn: '2021-06-05' },
      'Về báo cáo kết quả đại hội',
    ],
    [
      'a draft of a letter, its subject longer than a line of a header',
      `UBND TỈNH LAI CHÂU
SỞ NỘI VỤ
Số:        /SNV-CCVC
V/v hướng dẫn đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức năm 2021
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Lai Châu, ngày     tháng 11 năm 2021
Kính gửi: Các sở`,
      { number: null, issuer: 'SỞ NỘI VỤ', issuedOn: '2021-11' },
      'V/v hướng dẫn đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức năm 2021',
    ],
    [
      'a resolution: its subject stands under its type, and what begins with "Về" below it is text',
      `TỈNH ỦY LAI CHÂU
Số 12-NQ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Lai Châu, ngày 5 tháng 11 năm 2021
NGHỊ QUYẾT
Về phát triển nông nghiệp
Về tình hình sản xuất, Ban Thường vụ đánh giá cao các cấp ủy.`,
      { number: '12-NQ/TU', subjectLines: [] },
      'NGHỊ QUYẾT Về phát triển nông nghiệp',
    ],
    [
      'an issuer over two lines',
      `HỘI CÔNG CHỨNG VIÊN
THÀNH PHỐ CẦN THƠ
Số: 07 /KH-HCCV
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Cần Thơ, ngày 25 tháng 01 năm 2021
KẾ HOẠCH
Triển khai hoạt động năm 2021`,
      { number: '07/KH-HCCV', issuer: 'HỘI CÔNG CHỨNG VIÊN THÀNH PHỐ CẦN THƠ', superior: null },
      'KẾ HOẠCH Triển khai hoạt động năm 2021',
    ],
  ])('%s', (_, text, expected, title) => {
    const made = page(text)
    expect(made.header).toMatchObject(expected)
    expect(titleOf(made.text, made.blocks)).toBe(title)
  })
})

describe('the left block of a header', () => {
  const below = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Phú Lộc, ngày 05 tháng 3 năm 2026
BÁO CÁO
Kết quả công tác tháng 02`
  test.each([
    // A department's field of work is no part of its name.
    [
      'PHÒNG VĂN HÓA - XÃ HỘI\nCHUYỂN ĐỔI SỐ, BÌNH ĐẲNG GIỚI',
      { issuer: 'PHÒNG VĂN HÓA - XÃ HỘI', superior: null },
    ],
    // Names over lines.
    [
      'BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI',
      { issuer: 'BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', superior: null },
    ],
    ['BỘ TƯ PHÁP -\nBỘ XÂY DỰNG', { issuer: 'BỘ TƯ PHÁP - BỘ XÂY DỰNG', superior: null }],
    [
      'VIỆN NGHIÊN CỨU\nKHOA HỌC GIÁO DỤC',
      { issuer: 'VIỆN NGHIÊN CỨU KHOA HỌC GIÁO DỤC', superior: null },
    ],
    ['SỞ\nKHOA HỌC VÀ CÔNG NGHỆ', { issuer: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ', superior: null }],
    [
      'VĂN PHÒNG UBND TỈNH\nLAI CHÂU\nPHÒNG HÀNH CHÍNH',
      { issuer: 'PHÒNG HÀNH CHÍNH', superior: 'VĂN PHÒNG UBND TỈNH LAI CHÂU' },
    ],
    [
      'TỔNG LIÊN ĐOÀN LAO ĐỘNG\nVIỆT NAM',
      { issuer: 'TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM', superior: null },
    ],
    [
      'BAN CHẤP HÀNH\nĐẢNG BỘ XÃ PHÚ LỘC',
      { issuer: 'BAN CHẤP HÀNH ĐẢNG BỘ XÃ PHÚ LỘC', superior: null },
    ],
    // A gazette names the body in its heading too.
    [
      'VĂN BẢN QUY PHẠM PHÁP LUẬT BỘ XÂY DỰNG\nBỘ XÂY DỰNG\nBỘ XÂY DỰNG',
      { issuer: 'BỘ XÂY DỰNG', superior: null },
    ],
    [
      'HUYỆN ỦY PHÚ LỘC\nBAN TUYÊN GIÁO',
      { issuer: 'BAN TUYÊN GIÁO', superior: 'HUYỆN ỦY PHÚ LỘC' },
    ],
  ])('%j', (left, expected) => {
    expect(page(`${left}\n${below}`).header).toMatchObject(expected)
  })

  test('of capitals under the number is the title', () => {
    const read = page(`UBND TỈNH LAI CHÂU
SỞ XÂY DỰNG
Số: 106/SXD-VP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN THÁNG 5
Nội dung ở đây.`)
    expect(read.header).toMatchObject({ issuer: 'SỞ XÂY DỰNG', superior: 'UBND TỈNH LAI CHÂU' })
  })

  test.each([
    ['ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ', 'ĐƠN ĐỀ NGHỊ CẤP LẠI THẺ'],
    ['PHIẾU YÊU CẦU CUNG CẤP DỮ LIỆU', 'PHIẾU YÊU CẦU CUNG CẤP DỮ LIỆU'],
    ['TỜ KHAI\nCÔNG TY HỢP DANH', 'TỜ KHAI CÔNG TY HỢP DANH'],
  ])('does not take the form %j for a body', (lines, title) => {
    const read = page(`CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
${lines}
Kính gửi: Phòng Kinh tế xã Phú Lộc`)
    expect(read.header?.issuer).toBeNull()
    expect(titleOf(read.text, read.blocks)).toBe(title)
  })

  test('that a scan hides is told by the number', () => {
    const read = page(`B Ộ T À I CH Í NH
Số: 12/2019/TT-BTC
${below.replace('BÁO CÁO', 'THÔNG TƯ')}`)
    expect(read.header?.issuer).toBe('Bộ Tài chính')
  })
})

test('an ordinance of 1945 in the form of a gazette', () => {
  const read = page(`SẮC LỆNH
CỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI
SỐ 74/CC NGÀY 17 THÁNG 12 NĂM 1945
Điều thứ nhất: Nay đặt một ban thanh tra.`)
  expect(read.header).toMatchObject({
    number: '74/CC',
    issuer: 'CHỦ TỊCH CHÍNH PHỦ LÂM THỜI',
    issuedOn: '1945-12-17',
  })
})

describe('headerOf ignores', () => {
  test.each([
    'Hội nghị sơ kết học kỳ I\nThứ năm - 09/02/2023 20:01\nNgày 09/02/2023, Sở Giáo dục và Đào tạo tổ chức Hội nghị.',
    'Nghị quyết số 29-NQ/TW ngày 4/11/2013 là cơ sở để ngành đổi mới căn bản, toàn diện.',
  ])('%s', (text) => {
    expect(page(text).header).toBeNull()
  })
})

test.each([
  ['156 /TTr-SNV', '156/TTr-SNV'],
  ['12–NQ/TU', '12-NQ/TU'],
  ['15/2010/QĐ-UBND.', '15/2010/QĐ-UBND'],
  ['     /KH-SGDĐT', null],
  ['....../BC-UBND', null],
])('canonicalNumber %j', (written, number) => {
  expect(canonicalNumber(written)).toBe(number)
})

describe('signersOf', () => {
  const signers = (text: string) =>
    signersOf(
      page(text).blocks.map((b, i) => ({
        ...b,
        index: i,
        text: page(text).text.slice(b.start, b.end),
        key: page(text).key.slice(b.start, b.end),
        kind: 'paragraph' as const,
        level: undefined,
        page: undefined,
      })),
      (key) => lexicon.surnames.longestAt(tokensOf(key), 0) !== null,
      false,
    )
  const body = 'Nội dung văn bản ở đây.\n'.repeat(6)
  test.each([
    [
      'Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNguyễn Đức Vũ',
      [{ name: 'Nguyễn Đức Vũ', capacity: 'KT. GIÁM ĐỐC', title: 'Phó Giám đốc' }],
    ],
    [
      'GIÁM ĐỐC\n(Đã ký)\nĐỗ Văn Chung\nNơi nhận:\n- Như trên;',
      [{ name: 'Đỗ Văn Chung', capacity: null, title: 'Giám đốc' }],
    ],
    [
      'TM. BAN CHẤP HÀNH\nCHỦ TỊCH\nNGUYỄN THANH ĐÌNH',
      [{ name: 'Nguyễn Thanh Đình', capacity: 'TM. BAN CHẤP HÀNH', title: 'Chủ tịch' }],
    ],
    [
      'Nơi nhận:\nT/M TỈNH ỦY\nBÍ THƯ\nQuách Đình Nhương',
      [{ name: 'Quách Đình Nhương', capacity: 'T/M TỈNH ỦY', title: 'Bí thư' }],
    ],
    ['Nơi nhận:\n- Lưu: VT, KT.', []],
  ])('%s', (text, expected) => {
    expect(signers(body + text)).toEqual(expected)
  })
})

test('the heading that a database of laws puts over a document is no part of its header', () => {
  const heading = 'Thông tư số 01/2026/TT-BGDĐT quy định thẩm quyền tuyển dụng nhà giáo.'
  const parsed = parsedOf(
    `${heading}\nNgày có hiệu lực: 20/01/2026\nBỘ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 01/2026/TT-BGDĐT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 20 tháng 01 năm 2026\nTHÔNG TƯ\nQuy định thẩm quyền tuyển dụng nhà giáo\nCăn cứ Luật Nhà giáo;`,
  )
  const [first, ...rest] = parsed.blocks
  if (first) parsed.blocks = [{ ...first, kind: 'heading', level: 1 }, ...rest]
  const read = makePage(parsed, lexicon)
  expect(read.header).toMatchObject({
    number: '01/2026/TT-BGDĐT',
    issuer: 'BỘ GIÁO DỤC VÀ ĐÀO TẠO',
    issuedOn: '2026-01-20',
  })
  expect(titleOf(read.text, read.blocks)).toBe('THÔNG TƯ Quy định thẩm quyền tuyển dụng nhà giáo')
})

test.each([
  ['UBND THÀNH PHỐ CẦN THƠ    XV80', 'UBND THÀNH PHỐ CẦN THƠ'],
  ['HỘI LUẬT GIA TỈNH LÀO CAI DỰ THẢO', 'HỘI LUẬT GIA TỈNH LÀO CAI'],
  ['UBND TỈNH LÀO CAI (DỰ THẢO LẦN 2)', 'UBND TỈNH LÀO CAI'],
  ['BỘ TƯ LỆNH BINH ĐOÀN 12', 'BỘ TƯ LỆNH BINH ĐOÀN 12'],
  ['PHÒNG CẢNH SÁT HÌNH SỰ PC02', 'PHÒNG CẢNH SÁT HÌNH SỰ PC02'],
])('%s is the issuer %s', (line, issuer) => {
  const read = makePage(
    parsedOf(
      `${line}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/QĐ-UB\nNgày 01 tháng 7 năm 2004\nQUYẾT ĐỊNH\nĐiều 1. Ban hành.`,
    ),
    lexicon,
  )
  expect(read.header?.issuer).toBe(issuer)
})
