import { describe, expect, test } from 'vitest'
import type { ParsedDocument } from '../../src/model.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const source = { name: 'x.txt', sha256: 'a'.repeat(64), mediaType: 'text/plain', bytes: 1 }
const rolesIn = (parsed: ParsedDocument) =>
  Object.fromEntries(makeRecord(parsed, source, lexicon).provinces.map((p) => [p.id, p.roles]))
const roles = (text: string) => rolesIn(parsedOf(text))

const header = (bodies: string, place: string, rest: string) =>
  `${bodies}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2019/QĐ
${place}, ngày 14 tháng 3 năm 2019
QUYẾT ĐỊNH
${rest}`

describe('issuer', () => {
  test.each([
    ['UBND TỈNH BẾN TRE\nSỞ TƯ PHÁP', 'Bến Tre', 'ben-tre'],
    ['ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI', 'Hà Nội', 'ha-noi'],
    ['UBND HUYỆN TÂN SƠN', 'Phú Thọ', 'phu-tho'],
  ])('%s, signed at %s: a body of the province', (bodies, place, id) => {
    expect(roles(header(bodies, place, 'Về việc khen thưởng'))[id]).toEqual(['issuer'])
  })
  test.each(['BỘ TƯ PHÁP', 'CHÍNH PHỦ', 'QUỐC HỘI', 'BỘ Y TẾ\nCỤC QUẢN LÝ DƯỢC'])(
    '%s signs at Hà Nội and is none of its bodies',
    (body) => {
      expect(roles(header(body, 'Hà Nội', 'Về việc khen thưởng'))).toEqual({
        'ha-noi': ['mention'],
      })
    },
  )
  test('not whose paper is cited, nor who is addressed', () => {
    const text = `Kính gửi: Sở Nội vụ tỉnh Sóc Trăng
Theo Quyết định số 5/2018/QĐ-UBND của UBND tỉnh Kiên Giang.`
    expect(roles(header('UBND TỈNH BẾN TRE', 'Bến Tre', text))).toEqual({
      'ben-tre': ['issuer'],
      'soc-trang': ['mention'],
      'kien-giang': ['mention'],
    })
  })
  test('an application by nobody in office', () => {
    expect(
      roles(`CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cần Thơ, ngày 3 tháng 5 năm 2025
ĐƠN XIN NGHỈ PHÉP
Tôi tên là: Trần Văn Mười. Địa chỉ: đường số 4, thành phố Cần Thơ.`),
    ).toEqual({ 'can-tho': ['mention'] })
  })
})

const title = 'Hội nghị tổng kết công tác khuyến học\n'

describe('host', () => {
  test.each([
    'Chiều 25/4/2022, tại Hà Nội, Bộ Y tế tổ chức hội nghị tổng kết công tác năm học.',
    'Ngày 5/3/2022, Sở Y tế Hà Nội tổ chức hội nghị tổng kết công tác y tế trường học.',
  ])('%s', (lead) => {
    expect(roles(title + lead)).toEqual({ 'ha-noi': ['host'] })
  })
  test('beside the issuer, where the document is for its territory', () => {
    const text = 'Quy định hỗ trợ học sinh tiểu học trên địa bàn tỉnh Tây Ninh'
    expect(roles(header('UBND TỈNH TÂY NINH', 'Tây Ninh', text))).toEqual({
      'tay-ninh': ['issuer', 'host'],
    })
  })
  test('of a document of a district', () => {
    const text = 'Thực hiện Công văn của Sở Y tế tỉnh Phú Yên, UBND huyện báo cáo.'
    expect(roles(header('UBND HUYỆN TUY AN', 'Tuy An', text))).toEqual({ 'phu-yen': ['host'] })
  })
  test.each([
    'Dự hội nghị có ông Lê Văn Tám, Trưởng đại diện văn phòng Sao Mai tại Hà Nội.',
    'Một người dân ở Hà Nội phản ánh rằng học phí tăng nhanh trong năm qua.',
    'Ông Lê Văn Tám, nguyên Chủ tịch UBND TP. Hà Nội, bị kỷ luật vì vi phạm.',
    'Người học nộp tiền vào ngân hàng, chi nhánh Cầu Giấy, Hà Nội trong tháng 5.',
    'Công ty mở lớp học tại cơ sở 2 ở Hà Nội và tuyển 200 người học nghề.',
  ])('not: %s', (lead) => {
    expect(roles(title + lead)['ha-noi']).not.toContain('host')
  })
  test('not where one mention far down is all', () => {
    const body = 'Các đại biểu thảo luận về chất lượng và nhiệm vụ của ngành.\n'.repeat(12)
    expect(roles(`${title}${body}Thủ tướng nhắc tới cách làm hay của Quảng Ninh.`)).toEqual({
      'quang-ninh': ['mention'],
    })
  })
})

describe('participant', () => {
  const lead = 'Ngày 5/3/2022, tại Hà Nội, Hội Khuyến học Việt Nam tổ chức hội nghị.\n'
  test.each([
    'Dự hội nghị có lãnh đạo Sở Y tế Sơn La.',
    'Đoàn đã làm việc với UBND tỉnh Sơn La.',
    'Tại điểm cầu Sơn La có ông Lò Văn Sáu.',
    '- Đại diện Sở Y tế các tỉnh Lai Châu, Sơn La.',
    'Cụm thi đua gồm: Lai Châu, Điện Biên và Sơn La.',
  ])('%s', (sentence) => {
    expect(roles(title + lead + sentence)['son-la']).toEqual(['participant'])
  })
  test.each([
    'Dự án thuỷ lợi ở tỉnh Sơn La bị chậm.',
    'Bà từng tham gia phong trào cách mạng ở các tỉnh Lai Châu, Sơn La.',
    'Đại biểu dẫn Quyết định số 5/2018/QĐ-UBND của UBND tỉnh Sơn La.',
    'Các đại biểu dự lễ khởi công tại huyện Mường La, tỉnh Sơn La.',
  ])('not: %s', (sentence) => {
    expect(roles(title + lead + sentence)['son-la']).toEqual(['mention'])
  })
})

describe('subject', () => {
  test.each([
    'Tỷ lệ đạt chuẩn của Sơn La 71,5%, của cả nước 80%.',
    'Số ca mới: Sơn La (12 ca), Lai Châu (5 ca).',
  ])('%s', (sentence) => {
    expect(roles(`${title}Bộ Y tế thông báo số liệu mới nhất.\n${sentence}`)['son-la']).toContain(
      'subject',
    )
  })
  test('a row of a table', () => {
    const text = 'Địa phương\tSố dự án\tVốn\n1\tĐồng Nai\t25\t263.578\n2\tBình Dương\t40\t179.205'
    const parsed = parsedOf(text)
    expect(
      rolesIn({ ...parsed, blocks: parsed.blocks.map((b) => ({ ...b, kind: 'table-row' })) }),
    ).toEqual({ 'dong-nai': ['subject'], 'binh-duong': ['subject'] })
  })
})
