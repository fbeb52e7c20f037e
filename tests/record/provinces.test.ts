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
  test.each([
    'TỈNH NAM ĐỊNH\nUBND HUYỆN Ý YÊN\nMẫu số 7/NS\nDỰ TOÁN CHI NĂM 2012 TRÊN ĐỊA BÀN HUYỆN',
    'UBND TỈNH NAM ĐỊNH\nSỞ TÀI CHÍNH\nBIỂU TỔNG HỢP',
    'TỈNH NAM ĐỊNH   Biểu mẫu số 02\nBẢNG TỔNG HỢP',
  ])('a form without motto and number: %s', (text) => {
    expect(roles(text)['nam-dinh']).toEqual(['issuer'])
  })
  test.each([
    'TỈNH NAM ĐỊNH\nCỔNG THÔNG TIN ĐIỆN TỬ\nTin tức',
    'Tỉnh Nam Định\nSở Tài chính tuyển dụng',
  ])('not: %s', (text) => {
    expect(roles(text)['nam-dinh']).not.toContain('issuer')
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
  test('of a document of a district: where it says so, not who is above it', () => {
    const told = (text: string) => roles(header('UBND HUYỆN TUY AN', 'Tuy An', text))['phu-yen']
    expect(told('Huyện tổ chức hội thi tay nghề cho thợ trẻ trên địa bàn tỉnh Phú Yên.')).toEqual([
      'host',
    ])
    expect(told('Thực hiện Công văn của Sở Y tế tỉnh Phú Yên, UBND huyện báo cáo.')).toEqual([
      'mention',
    ])
  })
  test.each([
    'Hội Luật gia tỉnh Tây Ninh đã long trọng tổ chức đại hội nhiệm kỳ mới.',
    'Sáng 1/4, UBND thị xã Hòa Thành, tỉnh Tây Ninh tổ chức hội nghị tổng kết năm.',
    'Ngày 27/4, Chủ tịch UBND tỉnh Tây Ninh Lê Văn Tám đã ban hành công điện mới.',
    'Đây là nội dung lớn được bàn tại Hội nghị Tỉnh uỷ Tây Ninh diễn ra từ ngày mai.',
    'Tối 10/12, tại thị xã Hòa Thành, tỉnh Tây Ninh, Trung ương Hội tổ chức lễ trao giải.',
    'TÂY NINH - Hội nghị các tỉnh có đường biên giới bàn về việc dạy chữ cho trẻ em vùng biên.',
    'Tây Ninh dừng nhân rộng mô hình lớp ghép sau một năm thực hiện thí điểm ở các huyện.',
  ])('%s', (lead) => {
    expect(roles(title + lead)['tay-ninh']).toEqual(['host'])
  })
  test('far down in a text that names no other', () => {
    const body = 'Các đại biểu thảo luận về chất lượng và nhiệm vụ của ngành.\n'.repeat(12)
    expect(roles(`${title}${body}Sở Y tế Tây Ninh đã ban hành kế hoạch.`)['tay-ninh']).toEqual([
      'host',
    ])
  })
  test.each([
    'Chiều 16/4, Trường Đại học Tây Ninh đã tổ chức họp mặt mừng năm mới cho giảng viên.',
    'Trường Cao đẳng Sư phạm Tây Ninh long trọng tổ chức lễ khai giảng cho sinh viên khoá mới.',
    'Sáng 5/5, tại Trường Cao đẳng Y tế Tây Ninh, Bộ Y tế tổ chức hội thi tay nghề điều dưỡng.',
    'Vừa qua, Đại học Tây Ninh phối hợp với Hội Nông dân tổ chức ngày hội việc làm mùa xuân.',
  ])('a school that bears the name of a province told besides: %s', (lead) => {
    expect(
      roles(`${title}${lead}\nĐến dự có đại diện Sở Y tế tỉnh Tây Ninh.`)['tay-ninh'],
    ).toContain('host')
  })
  test.each([
    'Trường Đại học Sư phạm Tây Ninh 2 đã tổ chức họp mặt mừng năm mới cho giảng viên.',
    'Sáng 5/5, tại Trường Đại học Sư phạm Tây Ninh 2, Bộ Y tế tổ chức hội thi tay nghề.',
    'Trường Đại học Tây Ninh thông báo tuyển sinh trình độ thạc sĩ ngành trồng trọt năm nay.',
    'Cựu sinh viên Trường Đại học Tây Ninh tổ chức chuyến đi thiện nguyện tới vùng bị lũ.',
    'Theo nghiên cứu của Đại học Tây Ninh, nông dân tổ chức sản xuất theo nhóm có lợi hơn.',
    'Phân hiệu Trường Đại học Tây Ninh tại Gia Lai tổ chức khai giảng lớp trồng trọt mới.',
  ])('not: %s', (lead) => {
    expect(
      roles(`${title}${lead}\nĐến dự có đại diện Sở Y tế tỉnh Tây Ninh.`)['tay-ninh'],
    ).not.toContain('host')
  })
  test.each([
    'Thực hiện Kế hoạch số 12-KH/TU ngày 6/6/2024 của Tỉnh ủy Tây Ninh về việc tổ chức lễ công bố, sáng ngày 30/6/2024, Đảng ủy xã Hòa An long trọng tổ chức lễ công bố tại hội trường xã.',
    'Triển khai Công văn của Sở Y tế tỉnh Tây Ninh, UBND huyện Hòa Sơn đã tổ chức lớp tập huấn.',
    'Theo chỉ đạo của UBND tỉnh Tây Ninh, chiều 3/3, thị trấn Hòa Sơn tổ chức lễ ra quân.',
    'Căn cứ Quyết định của Trung ương và tỉnh Tây Ninh, Trường THPT Hòa Sơn tổ chức đại hội.',
  ])('whose paper a body below obeys: %s', (lead) => {
    expect(roles(title + lead)['tay-ninh']).toEqual(['host'])
  })
  test.each([
    'Thực hiện Kế hoạch của Tỉnh ủy Tây Ninh, Bộ Y tế tổ chức lễ ký kết hợp tác với các bệnh viện.',
    'Thực hiện Kế hoạch của Tỉnh ủy Tây Ninh, các đại biểu thảo luận về chất lượng của ngành.',
    'Theo Quyết định của UBND tỉnh Tây Ninh và UBND tỉnh Bình Phước, mức chi sẽ tăng từ năm sau.',
    'Học tập cách làm của UBND tỉnh Tây Ninh, UBND huyện Hòa Sơn tổ chức lớp tập huấn cho thợ.',
  ])('not: %s', (lead) => {
    expect(roles(title + lead)['tay-ninh']).not.toContain('host')
  })
  test.each([
    'Tổng Biên tập Báo Tây Ninh trao quà cho học sinh nghèo vượt khó của trường tiểu học.',
    'Học sinh Tây Ninh tổ chức phiên toà giả định nhằm đưa kiến thức vào thực tiễn đời sống.',
    'Bên hành lang Quốc hội, Bí thư Tỉnh uỷ Tây Ninh Lê Văn Tám đã trả lời báo chí về vụ việc.',
    'Đề nghị Công ty Cổ phần Cấp nước tỉnh Tây Ninh: Cử cán bộ kiểm tra hồ chứa hằng ngày.',
    'Thủ tướng giao Bộ Y tế phối hợp với Bộ Công an, UBND tỉnh Tây Ninh chỉ đạo việc kiểm tra.',
    'Thực hiện Nghị quyết Đại hội X Công đoàn tỉnh Tây Ninh và thông báo của Tổng Liên đoàn.',
    'Ông Lê Văn Tám sinh ngày 3/6/1963, tại tỉnh Tây Ninh; có học hàm, học vị: Giáo sư.',
    'Tại Tây Ninh, Long An, số ca nhiễm mới và số người phải nhập viện đã giảm rõ rệt.',
  ])('not: %s', (lead) => {
    expect(roles(title + lead)['tay-ninh']).not.toContain('host')
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
    'Dự lễ khai mạc có ông Lò Văn Sáu, Bí thư Tỉnh uỷ Sơn La; bà Lê Thị Bảy, Thứ trưởng.',
    'Về phía tỉnh Sơn La, ông Lò Văn Sáu nêu ba kiến nghị.',
    'Ông Lò Văn Sáu, Chủ tịch Hội Luật gia Sơn La cũng ghi nhận và biểu dương những thành tích.',
    'Bà Lò Thị Tám, Giám đốc Sở Y tế Sơn La phát biểu tại hội nghị.',
  ])('%s', (sentence) => {
    expect(roles(title + lead + sentence)['son-la']).toEqual(['participant'])
  })
  test.each([
    'Dự án thuỷ lợi ở tỉnh Sơn La bị chậm.',
    'Dự kiến vào năm 2025, thôn có nước sạch, gồm cả thôn xa nhất của Sơn La.',
    'Hội phối hợp với các trường tổ chức lớp học theo chương trình của tỉnh Sơn La.',
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
    'Tại Lai Châu, Sơn La, số ca nhiễm mới đã giảm rõ rệt.',
    'Sơn La có 12 đơn vị hành chính trực thuộc.',
  ])('%s', (sentence) => {
    expect(roles(`${title}Bộ Y tế thông báo số liệu mới nhất.\n${sentence}`)['son-la']).toContain(
      'subject',
    )
  })
  test('all of a list alike', () => {
    const text = 'Tại Lai Châu, Điện Biên và Sơn La, số ca nhiễm mới đã giảm rõ rệt.'
    expect(roles(`${title}Bộ Y tế thông báo số liệu mới nhất.\n${text}`)).toEqual({
      'lai-chau': ['subject'],
      'dien-bien': ['subject'],
      'son-la': ['subject'],
    })
  })
  test('a row of a table', () => {
    const text = 'Địa phương\tSố dự án\tVốn\n1\tĐồng Nai\t25\t263.578\n2\tBình Dương\t40\t179.205'
    const parsed = parsedOf(text)
    expect(
      rolesIn({ ...parsed, blocks: parsed.blocks.map((b) => ({ ...b, kind: 'table-row' })) }),
    ).toEqual({ 'dong-nai': ['subject'], 'binh-duong': ['subject'] })
  })
})
