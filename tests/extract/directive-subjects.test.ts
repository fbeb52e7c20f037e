import { describe, expect, test } from 'vitest'
import { assigneesOf, unitOf } from '../../src/extract/directives/assignees.ts'

describe('where the subject stands and ends', () => {
  test.each<[string, string, string[]]>([
    [
      'before "là người chịu trách nhiệm"',
      'Người ký giấy mời là người chịu trách nhiệm về nội dung giấy mời.',
      ['Người ký giấy mời'],
    ],
    [
      '"Tổ chức" as the head of a name',
      'Tổ chức pháp chế thuộc Sở giúp Giám đốc tổng hợp báo cáo; Tổ chức công đoàn giám sát việc thực hiện.',
      ['Tổ chức pháp chế thuộc Sở', 'Tổ chức công đoàn'],
    ],
    [
      'after a case, without a comma',
      'Quá trình triển khai nếu có vướng mắc các phòng, đơn vị báo cáo về Văn phòng Sở.',
      ['các phòng, đơn vị'],
    ],
    [
      'whom a sentence asks after a case',
      'Trường hợp có khó khăn, đề nghị các cơ quan, đơn vị phản ánh về Sở Nội vụ.',
      ['các cơ quan, đơn vị'],
    ],
    [
      'after the grounds, in small letters',
      'Căn cứ Kế hoạch này, trưởng các phòng chuyên môn xây dựng kế hoạch chi tiết.',
      ['trưởng các phòng chuyên môn'],
    ],
    [
      'several offices after the grounds',
      'Trên cơ sở chức năng được giao, các Giám đốc Sở, Chủ tịch UBND huyện có trách nhiệm xây dựng kế hoạch.',
      ['các Giám đốc Sở', 'Chủ tịch UBND huyện'],
    ],
    [
      'rooms of an office',
      'Các phòng, ban thuộc Sở có trách nhiệm phổ biến Kế hoạch này.',
      ['Các phòng, ban thuộc Sở'],
    ],
    [
      'what belongs to several bodies',
      'Phòng Kiểm tra thuộc Bảo hiểm xã hội Việt Nam, Ngân hàng Chính sách xã hội chịu trách nhiệm theo dõi.',
      ['Phòng Kiểm tra thuộc Bảo hiểm xã hội Việt Nam, Ngân hàng Chính sách xã hội'],
    ],
    [
      'bodies after "thuộc:"',
      'Các đơn vị chức năng thuộc: Quỹ A, Quỹ B có trách nhiệm công bố thủ tục.',
      ['Các đơn vị chức năng thuộc: Quỹ A, Quỹ B'],
    ],
    [
      'ministries after a colon, to work with',
      'Cơ quan chủ quản phải phối hợp với các Bộ: Tài chính, Công an, Quốc phòng xây dựng tiêu chí.',
      ['Cơ quan chủ quản', 'các Bộ: Tài chính, Công an, Quốc phòng'],
    ],
    [
      'the body in charge of a draft',
      'Cơ quan chủ trì soạn thảo rà soát lại các quy định hiện hành.',
      ['Cơ quan chủ trì soạn thảo'],
    ],
    [
      'people one by one',
      'Người yêu cầu xác minh, người ra quyết định xác minh có trách nhiệm cải chính công khai.',
      ['Người yêu cầu xác minh', 'người ra quyết định xác minh'],
    ],
    [
      'a person with an office',
      'Giao đồng chí Trần Văn Lâm, Phó Chủ tịch UBND xã trực tiếp chỉ đạo thực hiện.',
      ['đồng chí Trần Văn Lâm, Phó Chủ tịch UBND xã'],
    ],
    [
      'leaders who are no verb',
      'các lãnh đạo, cán bộ ngành liên quan nâng cao nhận thức về kỳ thi.',
      ['các lãnh đạo, cán bộ ngành liên quan'],
    ],
    ['a station', 'Trạm Y tế xã lập danh sách người tiêm.', ['Trạm Y tế xã']],
    ['a branch of youth', 'Mỗi chi đoàn đăng ký một công trình.', ['Mỗi chi đoàn']],
    [
      'before "nhất là"',
      'Cấp ủy, tổ chức đảng các cấp, nhất là người đứng đầu phải gương mẫu.',
      ['Cấp ủy, tổ chức đảng các cấp'],
    ],
    ['a body that meets', 'Hội đồng tuyển dụng họp đánh giá kết quả.', ['Hội đồng tuyển dụng']],
    [
      'without what asks them to come',
      'Ban Quản lý dự án, các đơn vị liên quan vào kiểm tra công trình.',
      ['Ban Quản lý dự án', 'các đơn vị liên quan'],
    ],
  ])('finds %s', (_, text, expected) => expect(assigneesOf(text, [])).toEqual(expected))

  test.each([
    ['"tổ chức" as a verb', 'Tổ chức hội nghị tổng kết công tác năm.'],
    ['"phòng" as a verb', 'Phòng, chống cháy rừng trong mùa khô.'],
    ['a name that is cut', 'Các phòng chuyên môn thuộc có trách nhiệm công bố thủ tục.'],
    ['science', 'Khoa học và công nghệ phải gắn với sản xuất.'],
    ['land', 'Quỹ đất công ích phải sử dụng đúng mục đích.'],
  ])('ignores %s', (_, text) => expect(assigneesOf(text, [])).toEqual([]))

  test.each<[string, string[]]>([
    ['Trách nhiệm thực hiện của các bộ, ngành và các tỉnh', ['các bộ, ngành', 'các tỉnh']],
    ['Trách nhiệm quản lý nhà nước của Bộ Y tế', ['Bộ Y tế']],
    ['Trách nhiệm người đứng đầu cơ quan', ['người đứng đầu cơ quan']],
    ['Nhiệm vụ các ngành', ['các ngành']],
    ['Trách nhiệm bảo vệ quyền lợi của người lao động', []],
    ['Trách nhiệm bồi thường', []],
  ])('of the heading %s', (heading, expected) => expect(unitOf(heading)).toEqual(expected))
})
