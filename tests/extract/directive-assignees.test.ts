import { describe, expect, test } from 'vitest'
import { assigneesOf, unitOf } from '../../src/extract/directives/assignees.ts'
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
      'one who has just come into office',
      'Đề nghị tân Bí thư Huyện ủy Kim Bảng nhanh chóng nắm bắt tình hình.',
      ['tân Bí thư Huyện ủy Kim Bảng'],
    ],
    [
      'names that hold và and commas',
      'Sở Kế hoạch và Đầu tư, Sở Văn hóa, Thể thao và Du lịch cân đối, bố trí vốn.',
      ['Sở Kế hoạch và Đầu tư', 'Sở Văn hóa, Thể thao và Du lịch'],
    ],
    [
      'bodies in small letters, each with words of its own',
      'Cơ quan địa chính, cơ quan thuế, ngân hàng và các cơ quan, đơn vị liên quan cung cấp thông tin.',
      ['Cơ quan địa chính', 'cơ quan thuế', 'ngân hàng', 'các cơ quan, đơn vị liên quan'],
    ],
    [
      'a set phrase in one',
      'Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ rà soát văn bản.',
      ['Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ'],
    ],
    [
      'members of a party body',
      'Các đảng uỷ viên, chi bộ trực thuộc và toàn thể đảng viên có trách nhiệm thực hiện.',
      ['Các đảng uỷ viên', 'chi bộ trực thuộc', 'toàn thể đảng viên'],
    ],
    [
      'after a word of time',
      'Hằng năm các cấp uỷ, chính quyền tập trung lãnh đạo phong trào.',
      ['các cấp uỷ, chính quyền'],
    ],
    ['before what it chooses', 'Mỗi sở chọn ít nhất hai trường.', ['Mỗi sở']],
    [
      'party bodies that one phrase tells apart',
      'Các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy tổ chức quán triệt.',
      ['Các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy'],
    ],
    ['each of a sort', 'Mỗi ngành cần đóng góp ý kiến.', ['Mỗi ngành']],
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
      'a steering body with what it steers',
      'Ban Chỉ đạo đổi mới, phát triển hợp tác xã chủ trì tổ chức các đoàn khảo sát.',
      ['Ban Chỉ đạo đổi mới, phát triển hợp tác xã'],
    ],
    [
      'a group that helps another',
      'Tổ chuyên viên giúp việc Ban Chỉ đạo tỉnh có nhiệm vụ tổng hợp số liệu.',
      ['Tổ chuyên viên giúp việc Ban Chỉ đạo tỉnh'],
    ],
    [
      'what a body of a sort does for a living',
      'Các doanh nghiệp cung cấp dịch vụ viễn thông, Internet có trách nhiệm bảo vệ hệ thống.',
      ['Các doanh nghiệp cung cấp dịch vụ viễn thông, Internet'],
    ],
    ['leaders', 'Cán bộ lãnh đạo các cấp dành thời gian đi cơ sở.', ['Cán bộ lãnh đạo các cấp']],
    [
      'people told apart by what they do',
      'Người sử dụng lao động có trách nhiệm cung cấp thông tin về việc tuyển dụng.',
      ['Người sử dụng lao động'],
    ],
    [
      'the head of a delegation',
      'Trưởng đoàn điều hành các hoạt động của đoàn; ký các biên bản.',
      ['Trưởng đoàn'],
    ],
    [
      'a meeting that is asked',
      'Hội nghị tập trung đánh giá kết quả hợp tác trong năm.',
      ['Hội nghị'],
    ],
    [
      'which are meant, with all its words',
      'Các cơ quan báo chí do Liên đoàn Lao động tỉnh trực tiếp quản lý tăng cường tuyên truyền.',
      ['Các cơ quan báo chí do Liên đoàn Lao động tỉnh trực tiếp quản lý'],
    ],
    [
      'the body whose line ran on from a heading',
      'Huy động nguồn lực của cộng đồng cho việc học tập suốt đời Cấp ủy, chính quyền các xã tập trung vận động doanh nghiệp.',
      ['Cấp ủy, chính quyền các xã'],
    ],
    ['common nouns', 'Thí sinh phải xuất trình giấy tờ tuỳ thân.', ['Thí sinh']],
    ['no verb after a secretary', 'Thư ký đoàn giúp trưởng đoàn lập báo cáo.', ['Thư ký đoàn']],
    [
      'who is asked, not who asks',
      'Cử tri đề nghị cấp có thẩm quyền xem xét tăng chỉ tiêu.',
      ['cấp có thẩm quyền'],
    ],
    [
      'a name whose verb a line break made a capital',
      'Sở Tài chính Hằng năm, căn cứ khả năng cân đối bố trí kinh phí.',
      ['Sở Tài chính'],
    ],
    [
      'each clause of an order',
      'Bộ Xây dựng chủ trì rà soát các hồ đập; Bộ Công Thương kiểm tra các nhà máy.',
      ['Bộ Xây dựng', 'Bộ Công Thương'],
    ],
    [
      'whom a later sentence charges',
      'Tăng cường công tác tuyên truyền. Giao Sở Tư pháp chủ trì phối hợp cùng Sở Nội vụ thực hiện.',
      ['Sở Tư pháp', 'Sở Nội vụ'],
    ],
    [
      'the body after the day, without a comma',
      'Hàng tháng Kho bạc Nhà nước huyện căn cứ giấy rút dự toán chuyển kinh phí.',
      ['Kho bạc Nhà nước huyện'],
    ],
    [
      'those before brackets',
      'Đối với các cơ quan đóng trên địa bàn (Cục Thuế, Cục Hải quan và Kho bạc) có trách nhiệm niêm yết.',
      ['các cơ quan đóng trên địa bàn (Cục Thuế, Cục Hải quan và Kho bạc)'],
    ],
    [
      'the body in brackets',
      'Cơ quan triển khai đánh giá (Cục Tin học hóa) tổng hợp số liệu.',
      ['Cơ quan triển khai đánh giá (Cục Tin học hóa)'],
    ],
  ])('%s', (_, text, expected) => expect(assigneesOf(text, [])).toEqual(expected))

  test.each<[string, string[]]>([
    ['Trách nhiệm của Bộ Nội vụ trong việc tuyển dụng', ['Bộ Nội vụ']],
    ['Nhiệm vụ, quyền hạn của người quản lý hồ sơ', ['người quản lý hồ sơ']],
    ['Ban quản trị có các quyền và nhiệm vụ sau đây', ['Ban quản trị']],
    ['Đối với các Sở, Ban, Ngành', ['các Sở, Ban, Ngành']],
    ['Cục Công nghệ thông tin, Bộ Y tế có trách nhiệm', ['Cục Công nghệ thông tin, Bộ Y tế']],
    ['Quyền hạn, trách nhiệm của người xác minh hồ sơ', ['người xác minh hồ sơ']],
    ['Một số nhiệm vụ của Thư ký Ban chấp hành', ['Thư ký Ban chấp hành']],
    ['NHIỆM VỤ CỦA CƠ QUAN THUẾ', ['Cơ quan thuế']],
    ['Trách nhiệm Vụ Tổ chức cán bộ', ['Vụ Tổ chức cán bộ']],
    ['Chức năng, nhiệm vụ chính của đơn vị chuyên trách', ['đơn vị chuyên trách']],
    ['Công tác tuyên truyền', []],
  ])('of the heading %s', (heading, expected) =>
    expect(assigneesOf('Chỉ đạo các đơn vị thực hiện.', unitOf(heading))).toEqual(
      expected.length > 0 ? expected : ['các đơn vị'],
    ),
  )

  test.each([
    ['a verb first', 'Tổ chức thực hiện tốt các nhiệm vụ được giao.'],
    ['ban hành', 'Ban hành kế hoạch thực hiện trước ngày 30/6.'],
    ['phòng, chống', 'Phòng, chống dịch bệnh trên địa bàn tỉnh.'],
    ['only partners', 'Phối hợp với doanh nghiệp đưa hàng về miền núi.'],
    [
      'a name whose end is not settled',
      'Cơ quan, tổ chức được người có thẩm quyền giao thực hiện dịch vụ niêm yết thủ tục.',
    ],
    ['a subject that is no body', 'Tất cả các đối tượng được hưởng phải có giấy uỷ quyền.'],
    ['xã hội hóa', 'Xã hội hóa các nguồn lực để xây dựng trường.'],
  ])('ignores %s', (_, text) => expect(assigneesOf(text, [])).toEqual([]))

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
