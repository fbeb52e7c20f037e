import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf, unmarked } from '../support/page.ts'

const above = `Hội nghị triển khai nhiệm vụ của ngành
Sáng 5/9, tại thành phố, Sở tổ chức hội nghị triển khai nhiệm vụ của ngành trong năm nay.
`
const read = (text: string) => {
  const page = makePage(parsedOf(above + text), lexicon)
  return findDirectives(page).map((d) => ({
    text: page.text.slice(d.start, d.end),
    number: d.value.number,
    kind: d.value.kind,
    issuer: d.value.issuer?.text ?? null,
    assignees: d.value.assignees,
  }))
}

describe('items of a list', () => {
  test.each([
    [
      'under an order after praise of what was reached',
      'Phó Chủ tịch UBND tỉnh Lê Văn Tám ghi nhận những kết quả ngành đạt được, đồng thời đề nghị ngành thời gian tới tập trung một số nội dung sau:\n+ [[Rà soát đội ngũ giáo viên.]]\n+ [[Quan tâm dạy tiếng Khmer.]]',
    ],
    [
      'under an order after thanks',
      'Bà Đỗ Thị Mai cảm ơn các đơn vị đã ủng hộ; yêu cầu toàn ngành làm tốt các việc sau:\n- [[Lập danh sách hộ bị thiệt hại.]]\n- [[Hạn chế tối đa việc đi lại qua suối.]]',
    ],
    [
      'that say what is to be kept low',
      'Giám đốc Sở yêu cầu các bệnh viện:\n- [[Hạn chế chuyển tuyến không cần thiết.]]\n- [[Hạn chế đến mức thấp nhất ca tử vong.]]',
    ],
    [
      'after another, though the verb is not known',
      'II. NHIỆM VỤ TRONG THỜI GIAN TỚI\n1. Huyện Vân Sơn:\n1.1. [[Hoàn thiện quy hoạch khu vực hồ.]]\n1.2. [[Giải ngân toàn bộ vốn trước 31/12.]]\n2. [[Rà soát chợ phiên.]]',
    ],
    [
      'of an article of aims',
      'NGHỊ QUYẾT\nĐiều 2. Mục tiêu, chỉ tiêu chủ yếu năm 2012\n1. [[Mục tiêu tổng quát: phấn đấu tăng trưởng cao hơn năm 2011.]]\n2. Chỉ tiêu:\na) [[Tốc độ tăng trưởng GDP đạt từ 10% đến 10,5%;]]\nb) [[Tỷ lệ che phủ rừng: 49%.]]',
    ],
  ])('%s', (_, marked) => {
    const { text, spans } = unmarked(marked)
    expect(read(text).map((d) => d.text)).toEqual(spans)
  })

  test.each([
    [
      'of what was reached',
      'Trong năm qua, ngành đã vượt qua khó khăn và đạt được các kết quả sau:\n- Nâng cao chất lượng dạy học.\n- Xây dựng 5 trường.',
      [],
    ],
    [
      'of shortcomings',
      'Giám đốc Sở yêu cầu các bệnh viện:\n- Rà soát thuốc men.\n- Hạn chế: thiếu bác sĩ ở tuyến xã.\n- Hạn chế lớn nhất là thiếu thuốc.',
      ['Rà soát thuốc men.'],
    ],
    [
      'after another that name or tell something',
      'II. NHIỆM VỤ TRONG THỜI GIAN TỚI\n1.1. Hoàn thiện quy hoạch khu vực hồ.\n1.2. Tỷ lệ hộ nghèo của huyện còn 12%.\n1.3. Đắp xong đê bao trước lũ là điều đáng mừng.\n1.4. Luật Du lịch, tại khoản 2 Điều 5, kế thừa luật trước.\n2. Rà soát chợ phiên.',
      ['Hoàn thiện quy hoạch khu vực hồ.', 'Rà soát chợ phiên.'],
    ],
    [
      'of aims that say how things stand',
      'II. MỤC TIÊU\n- Phấn đấu đạt 5 trường chuẩn.\n- Việc trang bị trong các dự án đã có dự trù 60% tổng kinh phí.',
      ['Phấn đấu đạt 5 trường chuẩn.'],
    ],
  ])('not %s', (_, text, expected) => {
    expect(read(text).map((d) => d.text)).toEqual(expected)
  })
})

const notice = `UBND TỈNH SƠN HÀ
VĂN PHÒNG
Số: 12/TB-VP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hà, ngày 11 tháng 10 năm 2018
THÔNG BÁO
`
describe('who orders', () => {
  test.each([
    [
      'whose conclusions a notice makes known',
      `${notice}Kết luận của đồng chí Lê Văn Tám, Chủ tịch UBND tỉnh tại buổi làm việc với huyện Vân Sơn\nII. NHIỆM VỤ TRONG THỜI GIAN TỚI\n1. Hoàn thiện quy hoạch khu vực hồ.`,
      'Lê Văn Tám',
    ],
    [
      'the office, in a notice of its own',
      `${notice}Về việc nghỉ lễ\nII. NHIỆM VỤ TRONG THỜI GIAN TỚI\n1. Hoàn thiện quy hoạch khu vực hồ.`,
      'VĂN PHÒNG',
    ],
    [
      'the holder of a title that another follows elsewhere',
      'Phó Thủ tướng Chính phủ Lê Văn Tám đến tỉnh. Báo cáo Phó Thủ tướng, Bí thư Tỉnh ủy Đỗ Văn Sáu nói về lũ.\nPhó Thủ tướng yêu cầu các lực lượng tập trung tìm người mất tích.',
      'Lê Văn Tám',
    ],
  ])('%s', (_, text, issuer) => {
    const page = makePage(parsedOf(text), lexicon)
    expect(findDirectives(page).map((d) => d.value.issuer?.text)).toEqual([issuer])
  })
})

describe('whom words charge', () => {
  test.each<[string, string, string[]]>([
    [
      'before a survey',
      'Ông Lê Văn Tám giao Sở Giao thông vận tải khảo sát, báo cáo phương án.',
      ['Sở Giao thông vận tải'],
    ],
    [
      'before what they ask for',
      'Ông Lê Văn Tám đề nghị tỉnh kiến nghị Bộ Y tế cấp bổ sung vắc xin.',
      ['tỉnh'],
    ],
    [
      'nobody, where a body speaks to others',
      'HĐND tỉnh nhất trí với các giải pháp do UBND tỉnh trình, đồng thời nhấn mạnh một số nội dung:\n1. Rà soát quy hoạch khu kinh tế.',
      [],
    ],
    [
      'before what is to be steered',
      'Ban Thường vụ yêu cầu:\n1. Giao Ban Tuyên giáo Tỉnh ủy định hướng báo chí.',
      ['Ban Tuyên giáo Tỉnh ủy'],
    ],
  ])('%s', (_, text, assignees) => {
    expect(read(text).map((d) => d.assignees)).toEqual([assignees])
  })
})

test('an order ends before a sentence on its paper', () => {
  const found = read(
    'Chủ tịch UBND tỉnh chỉ thị:\n1. Các huyện rà soát kênh mương.\nYêu cầu Giám đốc các sở nghiêm túc thực hiện Chỉ thị này. Chỉ thị này có hiệu lực kể từ ngày ký và thay thế Chỉ thị số 02/CT-UBND.',
  )
  expect(found.at(-1)?.text).toBe('Yêu cầu Giám đốc các sở nghiêm túc thực hiện Chỉ thị này.')
  expect(
    read(
      'Chủ tịch UBND tỉnh chỉ thị:\n1. Sở Y tế phổ biến Chỉ thị này cho các trạm. Các trạm báo cáo hằng tuần.',
    ).map((d) => d.text),
  ).toEqual(['Sở Y tế phổ biến Chỉ thị này cho các trạm. Các trạm báo cáo hằng tuần.'])
})
