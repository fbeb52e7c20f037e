import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(text), lexicon)
  return findDirectives(page).map((d) => ({
    kind: d.value.kind,
    text: page.text.slice(d.start, d.end),
  }))
}
const title = 'Hội nghị triển khai nhiệm vụ năm học\n'
const opening =
  'Sáng 5/9, tại thành phố, Sở Giáo dục và Đào tạo tổ chức hội nghị triển khai nhiệm vụ năm học mới.\n'

describe('findDirectives ignores', () => {
  test.each([
    [
      'what was done',
      'Ngành đã triển khai đồng bộ các giải pháp, đã chỉ đạo các trường tổ chức tốt việc dạy học trong năm qua.',
    ],
    [
      'an example of how work is shared out',
      'Thực hiện phân công rõ ràng như: phân định rõ chức năng quản lý về nghề nghiệp, giao Bộ Lao động chủ trì.',
    ],
    [
      'results under an introducer',
      'Năm học qua toàn ngành đạt được một số kết quả như sau:\n1) Đã hoàn thành phổ cập giáo dục.\n2) Đã xây dựng 12 trường chuẩn.',
    ],
    [
      'lessons drawn from what was done',
      'II. NHIỆM VỤ NĂM QUA\nTừ những kết quả trên, có thể rút ra một số bài học kinh nghiệm sau:\n1. Tập trung chỉ đạo quyết liệt, kịp thời.\n2. Huy động tốt các nguồn lực.',
    ],
    [
      'what a blank form suggests',
      'III. MỤC TIÊU VÀ NHIỆM VỤ\nGợi ý viết hướng dẫn sử dụng về một số nội dung sau:\n- Hướng dẫn tổ chức kiểm tra định kỳ;\n- Hướng dẫn thi tốt nghiệp.',
    ],
    [
      'a right',
      'III. NHIỆM VỤ\n1. Trong khi kiểm tra, Ban Kiểm tra có quyền yêu cầu các chi hội cung cấp tài liệu.',
    ],
    [
      'what holds for people in a case',
      'III. NHIỆM VỤ\na) Trong thời gian bị tạm giữ thì thực hiện đóng bảo hiểm theo quy định.\nb) Các đối tượng được hưởng trợ cấp nếu không trực tiếp đến nhận thì phải có giấy uỷ quyền.',
    ],
    [
      'shortcomings in clauses',
      'Các xã chưa thống nhất về biểu mẫu: một số địa phương chưa thực hiện tốt việc tiếp nhận hồ sơ; một số đơn vị chưa tổ chức tốt việc trả kết quả.',
    ],
    [
      'what somebody did after an order',
      'Quán triệt các nghị quyết đó, ngay từ đầu năm, Chính phủ đã ban hành chương trình về các giải pháp chủ yếu cần tập trung thực hiện.',
    ],
    [
      'a field whose lines are blanks',
      'III. NHIỆM VỤ\n6. Thực hiện chuyển tiền ra nước ngoài\nBằng tiền của nước nào.......... hoặc bằng hiện vật (tên, khối lượng).\nRút ra từ tài khoản số.......... mở tại Ngân hàng nào.',
    ],
    [
      'the second half of what was done',
      'Chính phủ đã tập trung chỉ đạo xây dựng chương trình hành động; đồng thời chỉ đạo các bộ, ngành triển khai chương trình đến cơ sở.',
    ],
    [
      'an example of a rule',
      'Ông Lê Văn Toán, Phó trưởng phòng Đào tạo cho rằng việc tuyển sinh khó do quy định khắt khe ví dụ yêu cầu các ứng viên phải có chứng chỉ ngoại ngữ.',
    ],
    [
      'who cannot do what he was given',
      'Do công việc gấp, Chủ tịch tỉnh giao cho tôi mà tôi bận họp nên chưa rà soát hết hồ sơ.',
    ],
    [
      'how things will go by themselves',
      'Năm 2030 nhu cầu xi măng tiếp tục tăng, dự kiến khoảng 90 triệu tấn.',
    ],
    [
      'figures beside what was planned',
      'Các chỉ tiêu chủ yếu như sau:\n1. Vốn đầu tư toàn xã hội đạt 35,4% GDP (kế hoạch đề ra là 36%);\n2. Tỷ lệ hộ nghèo còn 8,3%, so với kế hoạch là dưới 10%;',
    ],
    [
      'hours to be filled in',
      'II. MỤC TIÊU\n2.1.1. Tên tiểu tiêu đề của bài\nThời gian:.... giờ học',
    ],
    [
      'a closing word to those above',
      'II. NHIỆM VỤ\n1. Phòng Tổ chức kính báo cáo Lãnh đạo Sở và thông báo để các đơn vị biết.',
    ],
    [
      'what a paper is about',
      'Ngày 17/5, Chủ tịch UBND huyện ban hành công điện về việc tập trung chỉ đạo phòng, chống dịch bệnh trên đàn gia súc.',
    ],
    [
      'who is counted',
      'Kỳ thi có số thí sinh đề nghị xem xét, phê duyệt trúng tuyển là 14 thí sinh trên tổng số đăng ký.',
    ],
    [
      'what somebody ought to order',
      'Ông Lê Văn Toán cho rằng Chính phủ cần chỉ đạo các địa phương giảm sản lượng khai thác.',
    ],
    [
      'a notice',
      'Trường thông báo tuyển sinh trình độ thạc sĩ với các nội dung sau:\n- Đào tạo tập trung theo hình thức tín chỉ.\n- Thực hiện trong hai năm.',
    ],
    [
      'a rule of punishment',
      'IV. TỔ CHỨC THỰC HIỆN\n1. Công chức có hành vi tiêu cực thì tùy theo mức độ vi phạm mà bị xử lý kỷ luật.',
    ],
    [
      'rules of work',
      'IV. TỔ CHỨC THỰC HIỆN\n1. Ban Kiểm tra hoạt động theo quy chế do Ban ban hành, tuân thủ pháp luật.',
    ],
    [
      'a year gone by',
      'Năm 2018, nhà trường tiếp tục tuyển sinh vượt so với chỉ tiêu tự xác định.',
    ],
    [
      'a year before one that was told of',
      'Năm 2018, trường vượt 30% và năm 2019 vượt 46% chỉ tiêu.\nĐến năm 2018, trường tiếp tục tuyển thêm 120 sinh viên dù không được giao.',
    ],
    [
      'what came about up to now',
      'Bộ đề nghị các địa phương thực hiện một số nội dung sau:\nTrên cơ sở các quy định nêu trên, được sự quan tâm của các cấp, đến nay 63 tỉnh đã ban hành quyết định chuyển giao.',
    ],
    [
      'links to other articles',
      'Giám đốc Sở yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\nThực hiện phong trào chống rác thải nhựa trên địa bàn tỉnh(30/07/2019)',
    ],
    [
      'aims that others have',
      'Mức lãi suất được định ra để gắn với một số mục tiêu kinh tế khác: tăng cường xuất khẩu và giảm tỷ lệ thất nghiệp.',
    ],
    [
      'cases and acts that a rule is about',
      'THÔNG TƯ\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\nĐiều 3. Hồ sơ\nĐiều 4. Hiệu lực\nĐiều 5. Trách nhiệm đóng\n1. Trường hợp người lao động có nhiều hợp đồng thì tiền đóng thực hiện theo hợp đồng đầu tiên.\n2. Khi thực hiện việc bố trí công tác phải bảo đảm phù hợp với ngạch.\n3. Việc cung cấp thông tin được thực hiện theo nguyên tắc công khai, tạo điều kiện cho người dân.',
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
      'what somebody once asked, before a rule came',
      'Trước khi Bộ Giáo dục và Đào tạo quy định chuẩn đầu ra, PGS. Lê Văn Toán đã yêu cầu học trò công bố kết quả trên các tạp chí quốc tế.',
    ],
    [
      'what a narrator was helped with',
      'Đại tá Lê Văn Toán đến đón tôi ở bến sông.\nÔng yêu cầu lãnh đạo đơn vị dẫn tôi ra trận địa và thực hiện việc bố trí chỗ nghỉ.',
    ],
    [
      'captions after the name of the author',
      'Buổi chiều, các đại biểu nghe báo cáo.\nPhiên họp kết thúc lúc 17 giờ.\nNguyễn Thu Trà\nĐại biểu Lê Văn Toán phát biểu tại hội trường.\nĐại biểu Lê Văn Toán đề nghị đưa kiến nghị của người dân vào báo cáo.',
    ],
    [
      'a matter quoted',
      'Bộ Quốc phòng trả lời về nội dung "Đề nghị sửa đổi, bổ sung quy định về chế độ phụ cấp của sĩ quan dự bị".',
    ],
  ])('%s', (_, text) => {
    expect(read(title + opening + text)).toEqual([])
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
