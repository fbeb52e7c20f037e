import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(text), lexicon)
  return findDirectives(page).map((d) => ({ issuer: d.value.issuer?.text ?? null }))
}

describe('who speaks', () => {
  test.each<[string, string, string | null]>([
    [
      'not one who works with another',
      'Khối thi đua phối hợp với Sở Nội vụ trong chỉ đạo, tổ chức thực hiện các nhiệm vụ sau:\n1. Tham gia đầy đủ các hoạt động của khối.',
      null,
    ],
    [
      'not the author of what is cited',
      'Căn cứ Nghị quyết Hội nghị lần thứ 9 Ban Chấp hành Trung ương Đảng, cần tập trung thực hiện các nhiệm vụ sau:\n1. Tiếp tục đổi mới công tác cán bộ.',
      null,
    ],
    [
      'no word of another: "Trường hợp", "phòng chống", a level of the budget',
      'Từ nguồn ngân sách Trung ương, tập trung thực hiện các nhiệm vụ sau:\n1. Trang bị máy tính cho các đơn vị.',
      null,
    ],
    [
      'the subject next to the verb, not who tells of it',
      'Bà Nguyễn Thu Trà, Vụ trưởng Vụ Đào tạo cho biết, khi nhận được phản ánh, Bộ GD&ĐT đã có công văn yêu cầu các trường báo cáo, rà soát hoạt động đào tạo.',
      'Bộ GD&ĐT',
    ],
    [
      'the full name of what is named short',
      'Sở Công Thương tổ chức họp báo.\nSở yêu cầu các đơn vị hoàn thành việc lắp đặt trong tháng 9.',
      'Sở Công Thương',
    ],
    [
      'who wrote the letter',
      'Công văn số 29/VP-TH ngày 15/01/2025 của Văn phòng Ủy ban nhân dân tỉnh đề nghị Sở Nội vụ tổ chức rà soát, báo cáo.',
      'Văn phòng Ủy ban nhân dân tỉnh',
    ],
    [
      'the doer of a passive',
      'Ông Lê Văn Toán, nguyên hiệu trưởng, bị UBND thành phố đình chỉ công tác, yêu cầu phải bàn giao con dấu cho nhà trường.',
      'UBND thành phố',
    ],
    [
      'who was named in full before, not the name of a school',
      'Giám đốc Sở Giáo dục và Đào tạo Lê Minh Quang kiểm tra các điểm thi.\nTại THPT Nguyễn Huệ có 26 phòng, ông Quang yêu cầu điểm thi không được để xảy ra sơ suất.',
      'Lê Minh Quang',
    ],
    [
      'of whom only the given name is told',
      'Tại trường THPT Lê Hồng Phong, bà Thuỷ yêu cầu nhà trường chuẩn bị kỹ cơ sở vật chất.',
      'Thuỷ',
    ],
    [
      'the name that a hyphen ties together',
      'Sở Tài nguyên-môi trường đề nghị các huyện rà soát quy hoạch bãi rác.',
      'Sở Tài nguyên-môi trường',
    ],
    [
      'without the adverb before its verb',
      'Ủy ban Kinh tế cơ bản nhất trí với phương án này, song đề nghị Chính phủ rà soát kỹ dự toán chi.',
      'Ủy ban Kinh tế',
    ],
    [
      'who orders, not whose word is cited',
      'Theo TS Lê Văn Toán - Vụ trưởng Vụ Đào tạo (Bộ GD&ĐT), Chính phủ giao nhiệm vụ cho Bộ GD&ĐT chủ trì triển khai đề án dạy tiếng Việt.',
      'Chính phủ',
    ],
    [
      'who opens the sentence, not who is praised in it',
      'Chủ tịch Hội Nông dân Việt Nam Lê Văn Toán đánh giá cao kết quả mà Hội Nông dân tỉnh Sơn La đã đạt được; đồng thời đề nghị các cấp hội tiếp tục đẩy mạnh phong trào.',
      'Lê Văn Toán',
    ],
    [
      'the subject next to the verb, after a body that belongs to another noun',
      'Bà Nguyễn Thu Trà – Quyền Vụ trưởng Vụ Đào tạo cho biết, khi nhận được phản ánh về sai phạm của trường ĐH Công nghệ Hà Nội, Bộ GD&ĐT đã có công văn yêu cầu các trường báo cáo, rà soát hoạt động đào tạo.',
      'Bộ GD&ĐT',
    ],
    [
      'no letters of a symbol',
      'Căn cứ khoản 2 Điều 30 Nghị định số 126/2024/NĐ-CP, Sở Nội vụ đề xuất Chủ tịch Ủy ban nhân dân tỉnh gia hạn thời gian tổ chức đại hội của hội.',
      'Sở Nội vụ',
    ],
    [
      'who ordered in the sentence before, where "Đồng thời" goes on',
      'Bộ GD-ĐT đã chỉ đạo các trường giữ ổn định mức thu.\nĐồng thời đề nghị các địa phương kiểm tra, giám sát các khoản thu.',
      'Bộ GD-ĐT',
    ],
    [
      'nobody where the sentence before orders nothing',
      'Bộ GD-ĐT có trụ sở mới tại thành phố.\nĐồng thời đề nghị các địa phương kiểm tra, giám sát các khoản thu.',
      null,
    ],
    [
      'nobody where a case is handed over',
      'Đối với các nội dung còn vướng mắc trong việc thực hiện Kết luận số 31/KL-TTCP thì giao Ban Cán sự Đảng UBND thành phố chuẩn bị nội dung báo cáo.',
      null,
    ],
    [
      'not a heading in capitals',
      'CÁC NHIỆM VỤ TRỌNG TÂM TỪ NAY ĐẾN NĂM 2030:\n1. Tiếp tục rà soát các văn bản.',
      null,
    ],
    [
      'the subject after the comma that closes the grounds',
      'Thực hiện Công điện số 12/CĐ-TTg ngày 5/9/2030 của Thủ tướng Chính phủ, Chủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế giám sát dịch bệnh.',
      'Chủ tịch UBND tỉnh',
    ],
    [
      'nobody whose paper is only the ground',
      'Thực hiện Công văn số 55/BGDĐT-VP của Bộ Giáo dục và Đào tạo, yêu cầu các trường báo cáo số liệu trước ngày 5/11/2025.',
      null,
    ],
    [
      'a ministry after an order from above',
      'Theo chỉ đạo của Thủ tướng Chính phủ, Bộ Y tế yêu cầu các sở y tế báo cáo số giường bệnh.',
      'Bộ Y tế',
    ],
    [
      'a body with a comma in its name after one of the same name above',
      'Thực hiện chỉ đạo của Bộ Văn hóa, Thể thao và Du lịch, Sở Văn hóa, Thể thao và Du lịch yêu cầu các huyện tổ chức kiểm tra lễ hội.',
      'Sở Văn hóa, Thể thao và Du lịch',
    ],
    [
      'an office after an honorific, not its first syllable',
      'Hội nghị nghe báo cáo.\nTại đây, đồng chí Bí thư Tỉnh ủy Hà Nam yêu cầu các xã báo cáo trước ngày 30/9.',
      'Bí thư Tỉnh ủy Hà Nam',
    ],
    [
      'the one who holds the office of an honorific, named before it',
      'Dự họp có đồng chí Trần Văn Năm, Phó Chủ tịch Thường trực UBND tỉnh.\nĐồng chí Phó Chủ tịch Thường trực UBND tỉnh yêu cầu các xã báo cáo trước ngày 30/9.',
      'Trần Văn Năm',
    ],
    [
      'the office, where two hold it',
      'Dự họp có đồng chí Trần Văn Năm, Phó Chủ tịch UBND tỉnh; đồng chí Lê Thị Sáu, Phó Chủ tịch UBND tỉnh.\nĐồng chí Phó Chủ tịch UBND tỉnh yêu cầu các xã báo cáo trước ngày 30/9.',
      'Phó Chủ tịch UBND tỉnh',
    ],
  ])('is %s', (_, text, expected) => {
    const found = read(`Tin hoạt động\n${text}`)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map((d) => d.issuer)).toEqual(found.map(() => expected))
  })
})

const article =
  'Điều thứ nhất: Nay lập một ban gọi là "Ban Khuyến học" có nhiệm vụ:\n- Tổ chức các lớp học.'

test.each<[string, string, Array<string | null>]>([
  [
    'the speaker of the list right above',
    'Bí thư Huyện ủy Lò Văn Sáu yêu cầu:\n- Sở Y tế giám sát dịch bệnh;\n- Chi cục Thuế rà soát các khoản thu.\nĐồng chí cũng yêu cầu thủ trưởng các phòng chấm dứt việc họp muộn.',
    ['Lò Văn Sáu', 'Lò Văn Sáu', 'Lò Văn Sáu'],
  ],
  [
    'another who is named after it',
    'Bí thư Huyện ủy Lò Văn Sáu yêu cầu:\n- Sở Y tế giám sát dịch bệnh;\n- Chi cục Thuế rà soát các khoản thu.\nBà Trần Thị Bảy phát biểu tiếp. Bà cũng yêu cầu thủ trưởng các phòng chấm dứt việc họp muộn.',
    ['Lò Văn Sáu', 'Lò Văn Sáu', 'Trần Thị Bảy'],
  ],
])('a pronoun means %s', (_, text, issuers) =>
  expect(read(text).map((d) => d.issuer)).toEqual(issuers),
)

describe('who issued a paper without a header', () => {
  test.each<[string, string, string | null]>([
    [
      'by its title',
      `Nghị định của Chính phủ\nsố 16/2003/NĐ-CP ngày 10/10/2003\nvề việc khuyến học\n${article}`,
      'Chính phủ',
    ],
    [
      'by its title in capitals on two lines',
      `SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI\nSỐ 8 NGÀY 3 THÁNG 1 NĂM 1946\n${article}`,
      'Chủ tịch Chính phủ lâm thời',
    ],
    ['by its signature', `Về việc khuyến học\n${article}\nTM. Chính phủ\nThủ tướng`, 'Chính phủ'],
    [
      'not by a committee of no place',
      `Về việc khuyến học\n${article}\nTM. Ủy ban nhân dân\nChủ tịch`,
      null,
    ],
    ['not by a title that names a matter', `Sức sống\nCỦA CHÍNH PHỦ ĐIỆN TỬ\n${article}`, null],
  ])('%s', (_, text, expected) => {
    expect(read(text).map((d) => d.issuer)).toEqual([expected])
  })
})
