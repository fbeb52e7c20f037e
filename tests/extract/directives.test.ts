import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf, unmarked } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(text), lexicon)
  return findDirectives(page).map((d) => ({
    text: page.text.slice(d.start, d.end),
    number: d.value.number,
    kind: d.value.kind,
    issuer: d.value.issuer?.text ?? null,
    assignees: d.value.assignees,
  }))
}
const title = 'Hội nghị triển khai nhiệm vụ năm học\n'
const opening =
  'Sáng 5/9, tại thành phố, Sở Giáo dục và Đào tạo tổ chức hội nghị triển khai nhiệm vụ năm học mới.\n'

describe('findDirectives finds', () => {
  test.each<[string, string, Array<[string | null, string, string | null]>]>([
    [
      'numbered items after an introducer',
      `Kết luận hội nghị, đồng chí Nguyễn Văn Đoan, Giám đốc Sở đề nghị toàn ngành tập trung một số nhiệm vụ sau:
1) [[Tiếp tục nâng cao chất lượng dạy học; củng cố đội ngũ.]]
2) [[Toàn ngành thực hiện nghiêm quy chế chuyên môn.]]
3) [[Hoàn thành báo cáo trước ngày 30/9.]]`,
      [
        ['1', 'task', 'Nguyễn Văn Đoan'],
        ['2', 'task', 'Nguyễn Văn Đoan'],
        ['3', 'task', 'Nguyễn Văn Đoan'],
      ],
    ],
    [
      'clauses of a resolution',
      'Cụm thi đua số 4 thống nhất: Năm học 2021 - 2022, ngành giáo dục các tỉnh [[tiếp tục thực hiện văn bản chỉ đạo của Trung ương]]; [[xây dựng kế hoạch phát triển giáo dục]]; [[tổ chức tốt các phong trào thi đua]]./.',
      [
        [null, 'resolution', 'Cụm thi đua số 4'],
        [null, 'resolution', 'Cụm thi đua số 4'],
        [null, 'resolution', 'Cụm thi đua số 4'],
      ],
    ],
    [
      'an order inside a sentence, and the one that carries it on',
      'Thứ trưởng Nguyễn Hữu Đa đề nghị [[các địa phương nâng cao nhận thức, thực hiện tốt kỳ thi.]] [[Rà soát toàn bộ cơ sở vật chất của các điểm thi.]]',
      [
        [null, 'task', 'Nguyễn Hữu Đa'],
        [null, 'task', 'Nguyễn Hữu Đa'],
      ],
    ],
    [
      'a petition upwards',
      'Tại hội nghị, Sở Giáo dục và Đào tạo đề nghị [[Bộ GD&ĐT quan tâm bổ sung biên chế giáo viên cho ngành]] vì thực trạng thiếu giáo viên kéo dài.',
      [[null, 'petition', 'Sở Giáo dục và Đào tạo']],
    ],
    [
      'what voters ask for',
      'Cử tri tỉnh Hưng Yên [[đề nghị bổ sung quy định về chế độ, chính sách trong xây dựng nhà ở công vụ.]]',
      [[null, 'petition', 'Cử tri tỉnh Hưng Yên']],
    ],
    [
      'orders among opinions, each by its own words',
      `Xét báo cáo của Sở Y tế, Ủy ban nhân dân tỉnh Bến Tre có ý kiến như sau:
1. Đánh giá cao tinh thần trách nhiệm của các lực lượng tham gia cứu hộ.
2. [[Giao Sở Y tế kiểm tra chất lượng nước, cấp hóa chất cho các trạm.]]
3. [[Thống nhất chủ trương sử dụng Quỹ Phòng, chống thiên tai để sửa đường.]]
4. Luật Đất đai năm 2013, tại khoản 3 Điều 167, kế thừa các luật trước.
5. [[Đề nghị Bộ Tài chính xem xét, hỗ trợ kinh phí mua sắm thiết bị.]]`,
      [
        ['2', 'task', 'Ủy ban nhân dân tỉnh Bến Tre'],
        ['3', 'resolution', 'Ủy ban nhân dân tỉnh Bến Tre'],
        ['5', 'petition', 'Ủy ban nhân dân tỉnh Bến Tre'],
      ],
    ],
    [
      'items inside one paragraph, and what stands around them',
      'Tại hội nghị, Giám đốc Sở Trần Văn Hoan yêu cầu các trường: (1) [[rà soát cơ sở vật chất]]; (2) [[bổ sung thiết bị dạy học]]; (3) [[báo cáo kết quả về Sở.]] Hội nghị kết thúc vào buổi trưa.',
      [
        ['1', 'task', 'Trần Văn Hoan'],
        ['2', 'task', 'Trần Văn Hoan'],
        ['3', 'task', 'Trần Văn Hoan'],
      ],
    ],
    [
      'a list under "Hội nghị thống nhất"',
      `2. Hội nghị thống nhất
1. [[Giao Sở Nội vụ hướng dẫn các đơn vị lập hồ sơ.]]
2. [[Công an tỉnh xử lý nghiêm xe khách chạy quá tốc độ trên Quốc lộ 4C.]]`,
      [
        ['1', 'resolution', 'Hội nghị'],
        ['2', 'resolution', 'Hội nghị'],
      ],
    ],
    [
      'a numbered list that no colon introduces',
      `Phát biểu kết luận, Giám đốc Sở Trần Văn Hoan yêu cầu toàn ngành nỗ lực hơn nữa.
1. [[Tiếp tục đổi mới phương pháp dạy học.]]
2. [[Tăng cường kiểm tra nội bộ.]]
3. [[Hoàn thành báo cáo đúng hạn.]]`,
      [
        ['1', 'task', 'Trần Văn Hoan'],
        ['2', 'task', 'Trần Văn Hoan'],
        ['3', 'task', 'Trần Văn Hoan'],
      ],
    ],
    [
      'dashes that say what an item is about, with it',
      `II. NHIỆM VỤ, GIẢI PHÁP
b) [[Mở các lớp đào tạo nghề cho lao động nông thôn, chú trọng:
- Lao động là người dân tộc Khơ Mú ở các xã biên giới;
- Phụ nữ là chủ hộ nghèo.]]
2. [[Sở Tài chính bố trí vốn đối ứng của ngân sách địa phương.]]`,
      [
        ['b', 'task', null],
        ['2', 'task', null],
      ],
    ],
    [
      'a petition among tasks that is no heading',
      `III. Nhiệm vụ trọng tâm năm 2024
1. [[Các sở, ngành rà soát, cắt giảm thời gian giải quyết thủ tục]]
2. [[Sở Thông tin và Truyền thông nâng cấp Cổng dịch vụ công]]
3. [[Đề nghị Bộ Nội vụ sớm công bố bộ tiêu chí đánh giá]]`,
      [
        ['1', 'task', null],
        ['2', 'task', null],
        ['3', 'petition', null],
      ],
    ],
    [
      'tasks under whoever must do them, in an article and a section',
      `Điều 4. Trách nhiệm của Sở Nội vụ
1. [[Hướng dẫn các đơn vị lập danh sách cán bộ.]]
2. [[Tổng hợp, báo cáo trước ngày 30/6.]]`,
      [
        ['1', 'task', null],
        ['2', 'task', null],
      ],
    ],
    [
      'what a body will do and what it aims at, after an order',
      'Giám đốc Sở Trần Văn Hoan yêu cầu [[các trường rà soát cơ sở vật chất.]] [[Phấn đấu có 30 trường chuẩn trong năm học này.]]',
      [
        [null, 'task', 'Trần Văn Hoan'],
        [null, 'objective', 'Trần Văn Hoan'],
      ],
    ],
    [
      'the plan that a body without a capital name sets',
      'Về phương hướng nhiệm vụ quý IV, Cơ quan quân sự huyện đề ra nhiệm vụ đó là: [[Tiếp tục duy trì chế độ trực sẵn sàng]]; [[tổ chức huấn luyện đúng kế hoạch.]]',
      [
        [null, 'plan', 'Cơ quan quân sự huyện'],
        [null, 'plan', 'Cơ quan quân sự huyện'],
      ],
    ],
    [
      'an item with the list of what it is about',
      `II. NHIỆM VỤ, GIẢI PHÁP
1. [[Xây dựng bộ chỉ số về tác động của công nghệ đối với cơ quan, bao gồm:
a) Dịch vụ hành chính công;
b) Đổi mới tổ chức, hoạt động.]]`,
      [['1', 'task', null]],
    ],
    [
      'the paragraphs of a part, not the part',
      `II. NHIỆM VỤ TRỌNG TÂM
1. Khoa học và công nghệ
[[Tập trung nâng cao chất lượng các hoạt động nghiên cứu để phục vụ sản xuất và đời sống trên địa bàn tỉnh.]]
[[Hoàn thiện các quy định về tư vấn, chuyển giao công nghệ cho doanh nghiệp nhỏ và vừa trong năm tới.]]`,
      [
        [null, 'task', null],
        [null, 'task', null],
      ],
    ],
    [
      'one petition with both its halves',
      'Đồng chí Nguyễn Văn Đoan, Bí thư Tỉnh ủy kiến nghị [[Thủ tướng Chính phủ xem xét đầu tư và giao UBND tỉnh là cơ quan chủ quản thực hiện dự án.]]',
      [[null, 'petition', 'Nguyễn Văn Đoan']],
    ],
    [
      'a petition for approval',
      'Sở Nội vụ nhận được Tờ trình số 11/TT-LĐ ngày 24/01/2025 của Liên đoàn Bóng bàn tỉnh [[đề nghị phê duyệt Điều lệ và chuẩn y kết quả đại hội.]]',
      [[null, 'petition', 'Liên đoàn Bóng bàn tỉnh']],
    ],
    [
      'clauses up to a stop whose space was lost',
      'Các đơn vị trong Cụm thống nhất: [[tiếp tục triển khai nghiêm các phong trào thi đua]]; [[tăng cường công tác khen thưởng.]]Khẳng định kết quả, đồng chí Trưởng cụm biểu dương các đơn vị; cảm ơn các đại biểu.',
      [
        [null, 'resolution', 'Các đơn vị trong Cụm'],
        [null, 'resolution', 'Các đơn vị trong Cụm'],
      ],
    ],
  ])('%s', (_, marked, expected) => {
    const { text, spans } = unmarked(marked)
    const found = read(title + opening + text)
    expect(found.map((d) => d.text)).toEqual(spans)
    expect(found.map((d) => [d.number, d.kind, d.issuer])).toEqual(expected)
  })

  test('paragraphs announced by a count, past captions, with a slip in the first verb', () => {
    const text = `Bắc Giang triển khai 3 nhiệm vụ giáo dục năm học 2022-2023
Chủ tịch UBND tỉnh Bắc Giang vừa ban hành Chỉ thị về nhiệm vụ giáo dục năm học 2022-2023 trên địa bàn tỉnh.
Cụ thể, Chủ tịch UBND tỉnh Bắc Giang yêu cầu giám đốc sở, thủ trưởng cơ quan tổ chức thực hiện tốt các nhiệm vụ, giải pháp.
Tếp tục tham mưu, cụ thể hóa các chủ trương, chính sách phát triển giáo dục của tỉnh.
Ảnh minh họa. Ảnh: Báo Bắc Giang.
Nâng cao mức độ tự chủ tài chính của các cơ sở giáo dục công lập trên địa bàn.
Đẩy mạnh thực hiện các phong trào thi đua trong toàn ngành giáo dục và đào tạo.
Chủ tịch UBND tỉnh cũng giao nhiệm vụ cụ thể cho từng ngành để tổ chức thực hiện Chỉ thị.`
    expect(read(text).map((d) => d.text.slice(0, 12))).toEqual([
      'Tếp tục tham',
      'Nâng cao mức',
      'Đẩy mạnh thự',
    ])
  })
})

test('articles of a resolution are structure unless they assign a task', () => {
  const text = `HỘI ĐỒNG NHÂN DÂN
TỈNH TÂY NINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 47/2025/NQ-HĐND
Tây Ninh, ngày 10 tháng 12 năm 2025
NGHỊ QUYẾT
Quy định chính sách hỗ trợ tiền ăn trưa
Điều 1. Phạm vi điều chỉnh: Nghị quyết này quy định chính sách hỗ trợ tiền ăn trưa cho trẻ em.
Điều 2. Giao Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết này.`
  expect(read(text)).toEqual([
    {
      text: 'Giao Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết này.',
      number: '2',
      kind: 'task',
      issuer: 'HỘI ĐỒNG NHÂN DÂN TỈNH TÂY NINH',
      assignees: ['Ủy ban nhân dân tỉnh'],
    },
  ])
})

describe('rows of a table', () => {
  const tabled = (rows: string, above = 'PHÂN CÔNG NHIỆM VỤ') => {
    const parsed = parsedOf(`KẾ HOẠCH\nThực hiện cải cách hành chính năm 2024\n${above}\n${rows}`)
    for (const block of parsed.blocks.slice(3)) block.kind = 'table-row'
    const page = makePage(parsed, lexicon)
    return findDirectives(page).map((d) => [
      d.value.number,
      page.text.slice(d.start, d.end),
      d.value.assignees,
      d.value.times.map((t) => page.text.slice(t.start, t.end)),
    ])
  }
  test('are tasks under a head that says who or when', () => {
    expect(
      tabled(
        'STT\tNội dung công việc\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời hạn\nI\tCải cách thể chế\n1.1\tRà soát thủ tục hành chính\tSở Nội vụ\tSở Tư pháp, Sở Tài chính\tQuý II/2024',
      ),
    ).toEqual([
      [
        '1.1',
        'Rà soát thủ tục hành chính',
        ['Sở Nội vụ', 'Sở Tư pháp', 'Sở Tài chính'],
        ['Quý II/2024'],
      ],
    ])
  })
  test.each([
    ['figures', 'STT\tĐơn vị\tHồ sơ\n1\tSở Nội vụ tỉnh\t86,4%', 'Kết quả năm 2023'],
    [
      'the programme of a day',
      'Thời gian\tNội dung\n8 giờ 00\tKhai mạc, giới thiệu đại biểu',
      'CHƯƠNG TRÌNH HỘI NGHỊ',
    ],
  ])('ignores %s', (_, rows, above) => expect(tabled(rows, above)).toEqual([]))
})

test('without a footnote’s digits in its number, where the series shows that they are none of it', () => {
  const text = `THÔNG TƯ
Điều 1. Phạm vi
Điều 2. Đối tượng
Điều 3. Hồ sơ
Điều 4. Hiệu lực
Điều 14. Trách nhiệm của Sở Nội vụ
1.11 Hướng dẫn các cơ sở thực hiện quy định.
2. Lập kế hoạch bồi dưỡng hằng năm.
3.12 Kiểm tra việc tổ chức thực hiện.
4. Tổ chức thực hiện các nội dung sau:
4.1. Xây dựng chương trình bồi dưỡng.
4.2. Báo cáo kết quả hằng năm.`
  const page = makePage(parsedOf(text), lexicon)
  expect(findDirectives(page).map((d) => d.value.number)).toEqual(['1', '2', '3', '4.1', '4.2'])
})
