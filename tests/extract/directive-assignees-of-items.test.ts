import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(text), lexicon)
  return findDirectives(page).map((d) => ({ assignees: d.value.assignees }))
}

describe('assignees', () => {
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
      'who stands in the item itself',
      `Điều 8. Trách nhiệm của các cơ quan, đơn vị
1. Tổ chức, cá nhân có liên quan chịu trách nhiệm thực hiện quy chế.`,
      [['Tổ chức, cá nhân có liên quan']],
    ],
    [
      'whom a petition itself asks',
      `VII. KIẾN NGHỊ, ĐỀ XUẤT
- Kiến nghị, đề xuất đối với Bộ, ngành, Trung ương:
+ Đề nghị các Bộ chủ quản ban hành thông tư hướng dẫn.`,
      [['các Bộ chủ quản']],
    ],
    [
      'whom a sentence names before who orders',
      'Đối với ngành y tế, UBND thành phố yêu cầu, chủ trì, phối hợp hướng dẫn phòng dịch tại các trường học.',
      [['ngành y tế']],
    ],
    [
      'whom a further sentence names before who orders',
      'Còn đối với ngành y tế, UBND thành phố yêu cầu, chủ trì, phối hợp hướng dẫn phòng dịch tại các trường học.',
      [['ngành y tế']],
    ],
    [
      'bodies that are a heading by themselves',
      `I. Các sở, ngành; Liên đoàn Lao động tỉnh:
1. Xây dựng kế hoạch tuyên truyền năm 2024.`,
      [['Các sở, ngành', 'Liên đoàn Lao động tỉnh']],
    ],
    [
      'one whose office is of no known sort',
      `SẮC LỆNH
Điều thứ hai: Đặc phái viên có nhiệm vụ:
1- Kiểm tra công việc của các uỷ ban địa phương;
2- Chỉnh đốn các cơ quan hành chính cho thống nhất;`,
      [['Đặc phái viên'], ['Đặc phái viên']],
    ],
    [
      'the body that a line sets up',
      `Điều thứ nhất: Nay lập một ban gọi là "Ban Nghiên cứu kiến thiết" có nhiệm vụ:
- Nghiên cứu kế hoạch kiến thiết quốc gia.`,
      [['Ban Nghiên cứu kiến thiết']],
    ],
    [
      'the body of a duty, over letters that say how',
      `V. TRÁCH NHIỆM
1. Cơ quan quản lý có trách nhiệm tạo thuận lợi cho người dân.
a) Tiếp nhận ý kiến góp ý, khiếu nại của người dân;
b) Xử lý các yêu cầu đúng thời hạn.`,
      [['Cơ quan quản lý'], ['Cơ quan quản lý'], ['Cơ quan quản lý']],
    ],
    [
      'those to work with, on the line below the name',
      `III. TỔ CHỨC THỰC HIỆN
1. Phòng Kế hoạch
Chủ trì, phối hợp với các đơn vị liên quan xây dựng kế hoạch chi tiết.`,
      [['Phòng Kế hoạch', 'các đơn vị liên quan']],
    ],
    [
      'an office that a number tells apart, over what it does',
      `III. NHIỆM VỤ CỦA CÁC PHÒNG
3.1. Phòng Thanh tra giải quyết khiếu nại, tố cáo 1
- Tham mưu kế hoạch thanh tra hằng năm.`,
      [['Phòng Thanh tra giải quyết khiếu nại, tố cáo 1']],
    ],
    [
      'the same as in the sentence before',
      'Giám đốc Sở Y tế yêu cầu các bệnh viện rà soát trang thiết bị. Đồng thời, bố trí nhân lực trực đủ các ca.',
      [['các bệnh viện'], ['các bệnh viện']],
    ],
    [
      'a place that is told',
      'Phó Thủ tướng yêu cầu Kiên Giang tiếp tục kiểm soát chặt đường biên giới.',
      [['Kiên Giang']],
    ],
  ])('of items: %s', (_, text, expected) =>
    expect(read(`Tin hoạt động\n${text}`).map((d) => d.assignees)).toEqual(expected),
  )
})
