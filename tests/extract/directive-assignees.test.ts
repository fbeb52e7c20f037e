import { describe, expect, test } from 'vitest'
import { assigneesOf } from '../../src/extract/directives/assignees.ts'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(text), lexicon)
  return findDirectives(page).map((d) => ({ assignees: d.value.assignees }))
}
const title = 'Hội nghị triển khai nhiệm vụ năm học\n'
const opening =
  'Sáng 5/9, tại thành phố, Sở Giáo dục và Đào tạo tổ chức hội nghị triển khai nhiệm vụ năm học mới.\n'

describe('assignees', () => {
  test.each<[string, string, string[]]>([
    [
      'chủ trì first, then phối hợp',
      'Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế và các đơn vị liên quan tham mưu phương án.',
      ['Sở Tài chính', 'Sở Y tế', 'các đơn vị liên quan'],
    ],
    [
      'names that hold và and commas',
      'Sở Kế hoạch và Đầu tư, Sở Văn hóa, Thể thao và Du lịch cân đối, bố trí vốn.',
      ['Sở Kế hoạch và Đầu tư', 'Sở Văn hóa, Thể thao và Du lịch'],
    ],
    [
      'a list of places',
      'Đề nghị UBND các huyện, thành phố chỉ đạo các xã.',
      ['UBND các huyện, thành phố'],
    ],
    ['before a colon', 'Công an tỉnh: tăng cường tuần tra.', ['Công an tỉnh']],
    [
      'a colon inside the names',
      'Giám đốc các Sở: Nội vụ, Tài chính; Chủ tịch UBND các huyện chịu trách nhiệm thi hành.',
      ['Giám đốc các Sở: Nội vụ, Tài chính', 'Chủ tịch UBND các huyện'],
    ],
    [
      'a body that is named like a verb',
      'Ban Chỉ đạo tỉnh, Thanh tra tỉnh theo dõi việc thực hiện.',
      ['Ban Chỉ đạo tỉnh', 'Thanh tra tỉnh'],
    ],
    [
      'names that hold a syllable like a verb',
      'Cục Việc làm, Vụ Tổng hợp, Bộ Ngoại giao và các trường ngoài công lập rà soát số liệu.',
      ['Cục Việc làm', 'Vụ Tổng hợp', 'Bộ Ngoại giao', 'các trường ngoài công lập'],
    ],
    [
      'which of a sort, told before the duty',
      'Cán bộ, nhân viên làm nhiệm vụ văn thư cơ quan có trách nhiệm kiểm tra thể thức văn bản.',
      ['Cán bộ, nhân viên làm nhiệm vụ văn thư cơ quan'],
    ],
    [
      'no second duty',
      'Các thành viên khác trong đoàn thực hiện nhiệm vụ được phân công và chịu trách nhiệm về kết quả.',
      ['Các thành viên khác trong đoàn'],
    ],
    [
      '"tổ chức" among bodies',
      'Thủ trưởng các cơ quan, tổ chức có liên quan chịu trách nhiệm thi hành.',
      ['Thủ trưởng các cơ quan, tổ chức có liên quan'],
    ],
    [
      'after words that say when or why',
      'Căn cứ quyết định giao dự toán của Bộ Tài chính, Giám đốc Sở Tài chính phân bổ kinh phí cho các phòng.',
      ['Giám đốc Sở Tài chính'],
    ],
    [
      'up to "là" and "thì"',
      'Thanh tra tỉnh là cơ quan tiếp nhận yêu cầu xác minh.',
      ['Thanh tra tỉnh'],
    ],
    [
      'a department whose name holds "và" with a capital',
      'Trưởng phòng Tổ chức biên chế và Công chức, viên chức, bà Phạm Thị Lan chịu trách nhiệm thi hành.',
      ['Trưởng phòng Tổ chức biên chế và Công chức, viên chức', 'bà Phạm Thị Lan'],
    ],
    [
      'the body in brackets',
      'Cơ quan triển khai đánh giá (Cục Tin học hóa) tổng hợp số liệu.',
      ['Cơ quan triển khai đánh giá (Cục Tin học hóa)'],
    ],
  ])('%s', (_, text, expected) => expect(assigneesOf(text, null)).toEqual(expected))

  test.each<[string, string[]]>([
    ['Trách nhiệm của Bộ Nội vụ trong việc tuyển dụng', ['Bộ Nội vụ']],
    ['Nhiệm vụ, quyền hạn của người quản lý hồ sơ', ['người quản lý hồ sơ']],
    ['Ban quản trị có các quyền và nhiệm vụ sau đây', ['Ban quản trị']],
    ['Đối với các Sở, Ban, Ngành', ['các Sở, Ban, Ngành']],
    ['Cục Công nghệ thông tin, Bộ Y tế có trách nhiệm', ['Cục Công nghệ thông tin, Bộ Y tế']],
    ['Công tác tuyên truyền', []],
  ])('of the heading %s', (heading, expected) =>
    expect(assigneesOf('Chỉ đạo các đơn vị thực hiện.', heading)).toEqual(
      expected.length > 0 ? expected : ['các đơn vị'],
    ),
  )

  test.each([
    ['a verb first', 'Tổ chức thực hiện tốt các nhiệm vụ được giao.'],
    ['ban hành', 'Ban hành kế hoạch thực hiện trước ngày 30/6.'],
    ['phòng, chống', 'Phòng, chống dịch bệnh trên địa bàn tỉnh.'],
    ['only partners', 'Phối hợp với doanh nghiệp đưa hàng về miền núi.'],
    ['xã hội hóa', 'Xã hội hóa các nguồn lực để xây dựng trường.'],
  ])('ignores %s', (_, text) => expect(assigneesOf(text, null)).toEqual([]))

  test('of the heading above, or of the introducer, where an item names nobody', () => {
    const text = `Giám đốc Sở Trần Văn Hoan yêu cầu các đơn vị thực hiện:
1. Rà soát cơ sở vật chất của các điểm thi.
2. Sở Y tế:
a) Chủ trì, phối hợp với Công an tỉnh kiểm tra.`
    expect(read(title + opening + text).map((d) => d.assignees)).toEqual([
      ['các đơn vị'],
      ['Sở Y tế', 'Công an tỉnh'],
    ])
  })
})
