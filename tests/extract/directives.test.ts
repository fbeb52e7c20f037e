import { describe, expect, test } from 'vitest'
import { assigneesOf } from '../../src/extract/directives/assignees.ts'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { makeRecord } from '../../src/record/make-record.ts'
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
      'Tại hội nghị, Sở Giáo dục và Đào tạo [[đề nghị Bộ GD&ĐT quan tâm bổ sung biên chế giáo viên cho ngành]] vì thực trạng thiếu giáo viên kéo dài.',
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

describe('findDirectives ignores', () => {
  test.each([
    [
      'what was done',
      'Ngành đã triển khai đồng bộ các giải pháp, đã chỉ đạo các trường tổ chức tốt việc dạy học trong năm qua.',
    ],
    [
      'results under an introducer',
      'Năm học qua toàn ngành đạt được một số kết quả như sau:\n1) Đã hoàn thành phổ cập giáo dục.\n2) Đã xây dựng 12 trường chuẩn.',
    ],
    [
      'nouns of the same words',
      'Các trường đáp ứng yêu cầu đổi mới theo đề nghị của Sở và văn bản chỉ đạo của Bộ Giáo dục và Đào tạo.',
    ],
    [
      'criteria and papers',
      'Trường đạt chuẩn khi đáp ứng các yêu cầu sau:\na) Tổng số điểm đạt từ 80 điểm trở lên;\nb) Điểm của từng tiêu chí đạt từ 60% trở lên.\nHồ sơ đề nghị gồm:\na) Giấy đề nghị theo mẫu;\nb) Bản sao quyết định.',
    ],
    [
      'words that only hold "giao"',
      'Thứ trưởng thường trực Bộ Ngoại giao, Chủ tịch hội nghị Bùi Thanh Sa sáng nay chủ trì phiên họp để các nước thảo luận, triển khai chương trình.\nThông tin giao dịch:\na) Tên gọi của tổ chức hành nghề;\nb) Cổng thông tin điện tử.',
    ],
    [
      'what was learnt, said or heard',
      'Hội nghị đã học tập, quán triệt, tuyên truyền các nghị quyết của Đại hội và tổ chức thảo luận ở tổ.',
    ],
    [
      'remedies of the law, papers and what is only asked for by condition',
      'Sở thực hiện các biện pháp, giải pháp sau:\na) Buộc tổ chức hành nghề thông báo trên cổng thông tin;\nb) Danh mục vật tư kèm theo quyết định.\nKết quả có 6 xã đủ điều kiện đề nghị UBND tỉnh công nhận đạt chuẩn năm 2018.',
    ],
    [
      'reasons of a speech',
      'Phát biểu tại hội nghị, Chủ tịch nước lưu ý ba vấn đề với lãnh đạo các nước.\nThứ nhất, quá trình chuyển đổi phải công bằng, bình đẳng về cơ hội.\nThứ hai, các nước phát triển có thế mạnh về vốn và công nghệ.\nThứ ba, mục tiêu khí hậu cần phù hợp với điều kiện của từng nước.',
    ],
    [
      'who a document goes to',
      'TỔ CHỨC THỰC HIỆN\nNơi nhận:\n- Văn phòng Trung ương Đảng (để báo cáo);\n- Các đơn vị thuộc Bộ (để thực hiện);',
    ],
    ['captions', 'Đồng chí Giám đốc Sở phát biểu chỉ đạo tại Hội nghị'],
    [
      'what may be asked, by whom and when',
      'Khi một phần ba số hội viên Hội đồng nhân dân thành phố yêu cầu triệu tập phiên họp thì phải tổ chức ngay.\nTrường hợp cần thiết, Trưởng đoàn thanh tra yêu cầu các đơn vị báo cáo, giải trình thêm về nội dung thanh tra.\nHội viên muốn chuyển đi có quyền đề nghị Ban Chấp hành Hội thực hiện thủ tục.',
    ],
    [
      'papers issued, named one by one',
      'Sở Nội vụ đã ban hành nhiều văn bản chỉ đạo, cụ thể như sau:\n- Kế hoạch số 112/KH-SNV ngày 06/11/2023 về cải cách hành chính;\n- Công văn số 405/SNV-VP về việc báo cáo số liệu.',
    ],
    [
      'figures of what came about',
      'Năm 2023 tỉnh đề ra các mục tiêu, chỉ tiêu sau:\n1. Giá trị sản xuất tăng 15,6% (kế hoạch là 15%);\n2. Tạo việc làm cho 1.200 người, đạt kế hoạch;',
    ],
    [
      'what a post asks of its holder',
      'III. NHIỆM VỤ\n1. Có khả năng hướng dẫn chuyên môn, tổ chức thực hiện nhiệm vụ;\n2. Nắm vững quy định của pháp luật, thực hiện đúng thẩm quyền;',
    ],
    [
      'parts and functions of a system',
      'III. NHIỆM VỤ, GIẢI PHÁP\nHệ thống thông tin phải thực hiện được các chức năng:\n- Quản lý văn bản đến và văn bản đi;\n- Xử lý, tổng hợp các báo cáo định kỳ.',
    ],
    [
      'how a form is to be filled in',
      'III. NHIỆM VỤ\n1. Liệt kê và mô tả các bước công việc cần thực hiện của dự án;\n2. Nêu rõ kết quả thực hiện của cá nhân;\nMẫu số 02\n1. Tổ chức thực hiện tốt nhiệm vụ được giao: ………………\n2. Tham gia công tác của đoàn thể.',
    ],
    [
      'definitions, names and what they are shortened to',
      'Cách viết tắt được quy định thống nhất như sau:\n- Ban chỉ đạo: BCĐ\n- Đảng đoàn: ĐĐ\n- Thường trực Hội đồng là cơ quan có thẩm quyền ra văn bản yêu cầu xác minh;',
    ],
    [
      'what a normative text lets one ask of another',
      'THÔNG TƯ\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\nĐiều 3. Hồ sơ\nĐiều 4. Hiệu lực\nĐiều 5. Xử lý\n1. Thanh tra tỉnh yêu cầu các đơn vị cung cấp tài liệu và tổ chức thực hiện kết luận.',
    ],
    [
      'what can be learnt where',
      'Giám đốc Sở Trần Văn Hoan thông tin thêm.\nTổ chức, cá nhân ủng hộ có thể liên hệ tại Phòng Kinh tế thị xã.',
    ],
    [
      'a matter quoted',
      'Bộ Quốc phòng trả lời về nội dung "Đề nghị sửa đổi, bổ sung quy định về chế độ phụ cấp của sĩ quan dự bị".',
    ],
  ])('%s', (_, text) => {
    expect(read(title + opening + text)).toEqual([])
  })
})

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
      'Sở Nội vụ nhận được Công văn số 29/VP-TH ngày 15/01/2025 của Văn phòng Ủy ban nhân dân tỉnh đề nghị Sở Nội vụ tổ chức rà soát, báo cáo.',
      'Văn phòng Ủy ban nhân dân tỉnh',
    ],
    [
      'not a heading in capitals',
      'CÁC NHIỆM VỤ TRỌNG TÂM TỪ NAY ĐẾN NĂM 2030:\n1. Tiếp tục rà soát các văn bản.',
      null,
    ],
  ])('is %s', (_, text, expected) => {
    const found = read(`Tin hoạt động\n${text}`)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map((d) => d.issuer)).toEqual(found.map(() => expected))
  })
})

test('of a report only what comes after its heading of plans', () => {
  const text = `UBND TỈNH LÀO CAI
SỞ TÀI CHÍNH
Số: 99/BC-STC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày 16 tháng 9 năm 2024
BÁO CÁO
Tình hình cải cách hành chính quý III năm 2024
I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN
Tổ chức các cuộc họp định kỳ để đôn đốc, nhắc nhở các phòng.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV
1. Tiếp tục rà soát thủ tục hành chính của Sở.`
  expect(read(text).map((d) => [d.kind, d.text])).toEqual([
    ['plan', 'Tiếp tục rà soát thủ tục hành chính của Sở.'],
  ])
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

describe('deadline and issuer in the record', () => {
  const record = (text: string) =>
    makeRecord(
      parsedOf(text),
      { name: 'a.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', bytes: 1 },
      lexicon,
    )
  const head = `Giám đốc Sở Trần Văn Hoan yêu cầu các trường thực hiện trong năm 2022:\n1. `
  test.each([
    ['báo cáo kết quả về Sở trước 16 giờ ngày 20/12/2022.', '2022-12-20'],
    ['Hoàn thành việc sắp xếp trong quý I/2023.', '2023-01/2023-03'],
    ['Hoàn thành việc rà soát trong tháng 11 năm 2022.', '2022-11'],
    ['Báo cáo kết quả chậm nhất là ngày 15/10/2022.', '2022-10-15'],
    ['Tiếp tục thực hiện Quyết định số 12/QĐ-UBND ngày 01/3/2022 của tỉnh.', null],
    ['Khắc phục thiệt hại do mưa lũ trong tháng 8/2022 vừa qua.', null],
  ])('%s', (item, expected) => {
    expect(record(title + opening + head + item).directives[0]?.deadline).toBe(expected)
  })

  test('a city completes the office of its chairman', () => {
    const text = `ỦY BAN NHÂN DÂN
THÀNH PHỐ ĐÀ NẴNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/CĐ-UBND
Đà Nẵng, ngày 16 tháng 10 năm 2021
CÔNG ĐIỆN
Về việc ứng phó với mưa lũ
Chủ tịch UBND thành phố yêu cầu:
1. Sở Công Thương chỉ đạo các hồ thủy điện vận hành đúng quy trình.`
    expect(record(text).directives.map((d) => d.issuer)).toEqual([
      'Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng',
    ])
  })

  test('the letters of a typist under the letterhead are no part of the issuer', () => {
    const text = `ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ
XV80
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 25/2004/QĐ-UB
Cần Thơ, ngày 10 tháng 8 năm 2004
QUYẾT ĐỊNH
Về việc ban hành chương trình cải cách
Điều 2. Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Quyết định này.`
    expect(record(text).directives.map((d) => d.issuer)).toEqual([
      'Ủy ban nhân dân thành phố Cần Thơ',
    ])
  })

  test.each([
    ['3 nhiệm vụ', ['directive-count']],
    ['2 nhiệm vụ', []],
  ])('%s announced and two found', (count, expected) => {
    const text = `Sở Nội vụ triển khai ${count} trọng tâm năm 2023
Giám đốc Sở Trần Văn Hoan yêu cầu các đơn vị thực hiện tốt các nhiệm vụ sau:
1. Tiếp tục đổi mới phương pháp làm việc của các phòng.
2. Tăng cường kiểm tra nội bộ trong toàn ngành.`
    const codes = record(text).warnings.map((w) => w.code)
    expect(codes.filter((c) => c === 'directive-count')).toEqual(expected)
  })
})
