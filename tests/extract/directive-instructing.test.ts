// "chỉ thị" as a verb orders; as the name of a paper it does not.
import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf, unmarked } from '../support/page.ts'

const above = `Hội nghị bàn về an ninh mạng của tỉnh
Sáng 5/9, tại thành phố, UBND tỉnh tổ chức hội nghị về an ninh mạng với nhiều đại biểu.
`
const read = (text: string) => {
  const page = makePage(parsedOf(above + text), lexicon)
  return findDirectives(page).map(({ start, end, value }) => ({
    text: page.text.slice(start, end),
    issuer: value.issuer?.text ?? null,
  }))
}

describe('is told to do', () => {
  test.each<[string, string]>([
    [
      'Thủ tướng Chính phủ chỉ thị [[các bộ, cơ quan ngang bộ kiện toàn đầu mối chuyên trách về an toàn thông tin.]]',
      'Thủ tướng Chính phủ',
    ],
    [
      'Thủ tướng Chính phủ chỉ thị [[ưu tiên sử dụng sản phẩm, dịch vụ của doanh nghiệp trong nước.]]',
      'Thủ tướng Chính phủ',
    ],
    [
      'Ông Lê Văn Tám, Chủ tịch UBND tỉnh, chỉ thị cho [[các sở, ngành rà soát quy hoạch đất đai.]]',
      'Lê Văn Tám',
    ],
    [
      'Chủ tịch UBND tỉnh Lê Văn Tám cũng chỉ thị [[công an các huyện tăng cường tuần tra ban đêm.]]',
      'Lê Văn Tám',
    ],
    [
      'Giám đốc Công an tỉnh biểu dương lực lượng và chỉ thị [[các đơn vị tiếp tục mở rộng điều tra vụ án.]]',
      'Giám đốc Công an tỉnh',
    ],
    [
      'UBND tỉnh chỉ thị [[phải hoàn thành việc giải phóng mặt bằng trước ngày 30/6.]]',
      'UBND tỉnh',
    ],
    [
      'Bộ Tư lệnh Quân khu chỉ thị [[các đơn vị sẵn sàng ứng phó với bão số 3.]]',
      'Bộ Tư lệnh Quân khu',
    ],
    [
      'Hội nghị yêu cầu [[các xã tăng cường tuần tra]]; đồng thời chỉ thị [[Công an huyện mở đợt cao điểm trấn áp tội phạm.]]',
      'Hội nghị',
    ],
  ])('%s', (marked, issuer) => {
    const { text, spans } = unmarked(marked)
    expect(read(text)).toEqual(spans.map((span) => ({ text: span, issuer })))
  })
})

describe('names a paper, or tells of the past', () => {
  test.each([
    'Thủ tướng Chính phủ ban hành Chỉ thị số 14/CT-TTg về việc tăng cường bảo đảm an toàn thông tin.',
    'UBND huyện thực hiện nghiêm chỉ thị của Ban Thường vụ Tỉnh ủy về phòng chống dịch bệnh.',
    'Theo chỉ thị các cấp ủy phải kiểm điểm cuối năm theo quy định mới của Trung ương.',
    'Chính phủ ban hành nghị quyết, chỉ thị các cấp phải thực hiện nghiêm túc trong năm.',
    'Chính phủ ban hành nghị quyết và chỉ thị các cấp phải thực hiện nghiêm túc trong năm.',
    'Thủ tướng đã chỉ thị các bộ rà soát quy hoạch điện và báo cáo trong tháng trước.',
    'Tháng 5/1954, Bộ Tư lệnh chỉ thị các đơn vị tăng cường trinh sát cứ điểm địch.',
    'Chủ tịch UBND tỉnh triển khai chỉ thị các ngành phải tiết kiệm điện.',
    'UBND tỉnh có chỉ thị các đơn vị tăng cường kiểm tra bếp ăn tập thể.',
    'UBND tỉnh ra chỉ thị các đơn vị tăng cường kiểm tra bếp ăn tập thể.',
    'UBND tỉnh ký Chỉ thị các đơn vị tăng cường kiểm tra bếp ăn tập thể.',
    'Em Lê Văn Tám chỉ thị các bạn tăng cường dọn vệ sinh lớp học mỗi tuần.',
    'Giấy quỳ là chất chỉ thị màu, các em học sinh cần dùng đúng cách.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
})
