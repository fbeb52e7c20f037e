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
      'a name that is cut',
      'Các đơn vị chức năng thuộc: Quỹ A, Quỹ B có trách nhiệm công bố thủ tục.',
    ],
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

  test.each<[string, string, string[][]]>([
    [
      'the person of the heading, past a line between',
      `Phòng phân công nhiệm vụ các thành viên như sau:
1. Ông Lê Văn Toán - Phó Trưởng phòng
+ Giúp Trưởng phòng thực hiện một số nhiệm vụ sau:
- Tổng hợp báo cáo tháng của phòng.
2. Bà Trần Thị Hoè - Chuyên viên
- Cập nhật cơ sở dữ liệu về khen thưởng.`,
      [['Ông Lê Văn Toán - Phó Trưởng phòng'], ['Bà Trần Thị Hoè - Chuyên viên']],
    ],
    [
      'a duty that a semicolon ends, over dashes',
      `IV. TỔ CHỨC THỰC HIỆN
4.1. Ban Chỉ đạo cải cách hành chính tỉnh có trách nhiệm;
- Hướng dẫn, đôn đốc các đơn vị thực hiện chương trình.`,
      [['Ban Chỉ đạo cải cách hành chính tỉnh']],
    ],
    [
      'the body that opens the paragraph under a heading',
      `IV. NHIỆM VỤ, GIẢI PHÁP
1. Đẩy mạnh công tác tuyên truyền
Các cấp Công đoàn tập trung phổ biến quy định mới cho đoàn viên.`,
      [['Các cấp Công đoàn']],
    ],
    [
      'after "giao cho"',
      'Ban Thường vụ Tỉnh đoàn giao cho Ban Tuyên giáo chủ trì, phối hợp với Ban Tổ chức theo dõi, đôn đốc việc triển khai.',
      [['Ban Tuyên giáo', 'Ban Tổ chức']],
    ],
    [
      'who must, after a colon',
      'Sở Tư pháp đề ra nhiệm vụ: Thành viên của Hội đồng phổ biến giáo dục pháp luật hằng năm phải xây dựng kế hoạch tuyên truyền.',
      [['Thành viên của Hội đồng phổ biến giáo dục pháp luật']],
    ],
    [
      'not of a sibling',
      `IV. TỔ CHỨC THỰC HIỆN
1. Sở Y tế:
a) Tổng hợp báo cáo tình hình.
2. Tăng cường công tác tuyên truyền trên địa bàn.`,
      [['Sở Y tế'], []],
    ],
    [
      'whom a heading says to direct',
      `IV. TỔ CHỨC THỰC HIỆN
1. Ban hành quy định của địa phương và chỉ đạo Sở Nội vụ thực hiện:
a) Xây dựng kế hoạch tuyển dụng.`,
      [['Sở Nội vụ']],
    ],
    [
      'the body of a long duty',
      `IV. TỔ CHỨC THỰC HIỆN
1. Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên của Mặt trận, trong phạm vi nhiệm vụ, quyền hạn của mình, thực hiện quy định tại kế hoạch này và có trách nhiệm sau đây:
a) Tuyên truyền, vận động đoàn viên.`,
      [['Mặt trận Tổ quốc Việt Nam tỉnh', 'các tổ chức thành viên của Mặt trận']],
    ],
    [
      'whom a heading without a colon directs',
      `IV. TỔ CHỨC THỰC HIỆN
1. Chỉ đạo các Sở, ban, ngành
a) Báo cáo số liệu theo quy định.`,
      [['các Sở, ban, ngành']],
    ],
    [
      'of an article without a verb',
      `QUYẾT ĐỊNH:
Điều 2. Giao Giám đốc Sở Y tế
1. Hướng dẫn, đôn đốc các đơn vị thực hiện kế hoạch.`,
      [['Giám đốc Sở Y tế']],
    ],
    [
      'bodies that are a heading by themselves',
      `I. Các sở, ngành; Liên đoàn Lao động tỉnh:
1. Xây dựng kế hoạch tuyên truyền năm 2024.`,
      [['Các sở, ngành', 'Liên đoàn Lao động tỉnh']],
    ],
  ])('of items: %s', (_, text, expected) =>
    expect(read(`Tin hoạt động\n${text}`).map((d) => d.assignees)).toEqual(expected),
  )
})
