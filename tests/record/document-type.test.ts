// The type of texts that have lost their header: news are articles, official fragments are what they say they are.
import { describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const source = { name: 'x.txt', sha256: 'a'.repeat(64), mediaType: 'text/plain', bytes: 1 }
const typeOf = (text: string) => makeRecord(parsedOf(text), source, lexicon).documentType

describe('short news are articles', () => {
  test.each([
    'Sáng 12/3, Trường THCS Hoa Sen tổ chức ngày hội đọc sách với sự tham gia của hơn 500 học sinh.',
    'Tỉnh đoàn vừa trao 30 suất học bổng cho học sinh nghèo vượt khó của huyện. Mỗi suất trị giá hai triệu đồng, do các doanh nghiệp trên địa bàn đóng góp.',
    'Nhiều hộ dân thôn Bãi Trám đã có nước sạch để dùng. Công trình do Ban Dân tộc đầu tư, được khởi công từ đầu năm và nay đã đưa vào sử dụng.',
    'Giá lúa ở các huyện đầu nguồn tăng nhẹ trong tuần qua. Thương lái cho biết nhu cầu xuất khẩu lớn nên giá sẽ còn tăng. Nông dân phấn khởi vì vụ này được mùa.',
    'Theo quyết định của Ủy ban nhân dân tỉnh, từ tháng tới các trường mầm non trên địa bàn sẽ được hỗ trợ thêm kinh phí. Quyết định nhằm giúp các trường vùng cao bớt khó khăn.',
    'Đội tuyển bóng chuyền nữ của tỉnh đã giành huy chương vàng tại giải trẻ toàn quốc. Đây là lần đầu tiên đội lên ngôi vô địch sau mười năm thi đấu.',
    'Luật Đất đai sửa đổi sẽ được trình trong kỳ họp tới. Các chuyên gia kỳ vọng luật mới tháo gỡ vướng mắc cho doanh nghiệp và người dân trong bồi thường, giải phóng mặt bằng.',
    'Hội Khuyến học phường đã ký kết chương trình phối hợp với các trường trên địa bàn. Trong năm qua, hội vận động được hơn 200 triệu đồng để tặng học bổng cho học sinh.',
    'Hưởng ứng Tết trồng cây, cán bộ và nhân dân xã Thanh Bình đã ra quân trồng hơn hai nghìn cây xanh dọc tuyến đường liên thôn. Phong trào được duy trì nhiều năm nay.',
    'Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân huyện, ngày 5/4, xã Tân Lập tổ chức diễn tập phòng cháy, chữa cháy. Các lực lượng đã xử lý tốt các tình huống giả định.',
    'Đề án phát triển du lịch của huyện đang cho thấy những kết quả ban đầu. Lượng khách trong sáu tháng đầu năm tăng gấp rưỡi so với cùng kỳ, nhiều hộ dân có thêm thu nhập từ dịch vụ.',
    'Vợ chồng anh Giàng A Phềnh ở bản Nậm Khắt nuôi hơn một trăm con dê và mười con bò. Từ một hộ nghèo, nay gia đình anh đã xây được nhà mới và cho hai con đi học đại học.',
    'Kỳ họp thứ chín của Hội đồng nhân dân huyện đã bế mạc. Các đại biểu đã thông qua tám nghị quyết quan trọng về kinh tế, xã hội, trong đó có nghị quyết về đầu tư công.',
    'Báo cáo của ngành y tế cho thấy số ca mắc sốt xuất huyết trong tuần đã giảm. Ngành y tế khuyến cáo người dân vẫn phải diệt lăng quăng và ngủ màn để phòng bệnh.',
    'Câu lạc bộ nữ công của nhà trường ra mắt vào dịp đầu năm học mới\nCâu lạc bộ có hai mươi thành viên, sinh hoạt mỗi tháng một lần. Đây là nơi chị em chia sẻ kinh nghiệm trong công việc và nuôi dạy con.',
    'Bộ vừa ban hành thông tư mới về dạy thêm. Thông tư này quy định rõ những trường hợp giáo viên không được dạy thêm.',
    'Chủ tịch huyện đã làm việc với các xã về thu ngân sách. Kết quả cụ thể như sau: bảy xã vượt kế hoạch, ba xã còn thấp.',
  ])('%s', (text) => {
    expect(typeOf(text)).toBe('article')
  })
})

test('a conclusion of the Party is none of the named types', () => {
  expect(
    typeOf(`TỈNH ỦY LAM HÀ
*
Số 15-KL/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Lam Hà, ngày 5 tháng 9 năm 2019
KẾT LUẬN
của Ban Thường vụ Tỉnh ủy về công tác cán bộ
Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện.`),
  ).toBe('other')
})

describe('official texts without a header', () => {
  test.each([
    [
      'official-letter',
      'Kính gửi: Các trường trung học cơ sở trên địa bàn huyện\nThực hiện kế hoạch năm học, Phòng Giáo dục và Đào tạo đề nghị các trường nộp báo cáo thống kê trước ngày 15 tháng 9.',
    ],
    [
      'decision',
      'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\nĐiều 3. Chánh Văn phòng, Trưởng phòng Nội vụ và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
    ],
    [
      'circular',
      'Điều 1. Phạm vi điều chỉnh\nThông tư này quy định về tiêu chuẩn phòng học bộ môn của các cơ sở giáo dục phổ thông.\nĐiều 2. Đối tượng áp dụng\nThông tư này áp dụng đối với các trường.',
    ],
    [
      'plan',
      'KẾ HOẠCH\nTổ chức Ngày hội đọc sách năm học 2024 - 2025\nI. MỤC ĐÍCH, YÊU CẦU\n1. Phát triển văn hóa đọc trong nhà trường.\nII. NỘI DUNG, THỜI GIAN, PHÂN CÔNG THỰC HIỆN',
    ],
    [
      'minutes',
      'BIÊN BẢN HỌP HỘI ĐỒNG TRƯỜNG\nHôm nay, vào hồi 8 giờ ngày 12 tháng 3 năm 2024, tại phòng họp.\nChủ trì: bà Lê Thị Mận\nThư ký: ông Đỗ Văn Khoai\nCuộc họp kết thúc vào hồi 11 giờ cùng ngày.',
    ],
    [
      'directive',
      'CHỈ THỊ\nVỀ VIỆC TĂNG CƯỜNG PHÒNG CHỐNG ĐUỐI NƯỚC CHO TRẺ EM\nĐể hạn chế tai nạn, Chủ tịch Ủy ban nhân dân huyện yêu cầu:\n1. Các xã rà soát ao hồ, cắm biển báo.\n2. Các trường dạy bơi cho học sinh.',
    ],
    [
      'resolution',
      'HỘI ĐỒNG NHÂN DÂN HUYỆN\nXét Tờ trình số 21/TTr-UBND của Ủy ban nhân dân huyện;\nQUYẾT NGHỊ:\nĐiều 1. Thông qua danh mục công trình đầu tư công.\nĐiều 2. Nghị quyết này có hiệu lực từ ngày ký.',
    ],
    [
      'notice',
      'THÔNG BÁO TUYỂN DỤNG VIÊN CHỨC NĂM 2024\nCăn cứ nhu cầu vị trí việc làm, nhà trường thông báo tuyển dụng như sau:\n1. Số lượng: 5 giáo viên.',
    ],
    [
      'proposal',
      'TỜ TRÌNH\nVề việc xin phê duyệt chủ trương sửa chữa nhà học\nKính trình Ủy ban nhân dân huyện xem xét, quyết định.',
    ],
    [
      'report',
      'BÁO CÁO KẾT QUẢ HOẠT ĐỘNG HÈ NĂM 2024\nThực hiện kế hoạch của Huyện đoàn, Đoàn xã báo cáo kết quả như sau:\nI. Kết quả đạt được\n1. Đã mở ba lớp dạy bơi.\nII. Tồn tại, hạn chế',
    ],
    [
      'regulation',
      'Điều 4. Nguyên tắc làm việc\nHội đồng làm việc theo chế độ tập thể.\nĐiều 5. Quy chế này áp dụng đối với mọi thành viên của Hội đồng. Quy chế này có hiệu lực kể từ ngày ký ban hành.',
    ],
    [
      'decree',
      'SẮC LỆNH\nCỦA CHỦ TỊCH CHÍNH PHỦ SỐ 15 NGÀY 2 THÁNG 10 NĂM 1945\nĐiều thứ nhất: Nay bãi bỏ thuế đò.',
    ],
    [
      'official-letter',
      'Công văn số 215/SNV-CCVC về việc báo cáo số lượng viên chức\nSở Nội vụ yêu cầu các đơn vị báo cáo số lượng viên chức trước ngày 20 tháng 5.',
    ],
    [
      'telegram',
      'CÔNG ĐIỆN\nVỀ VIỆC ỨNG PHÓ BÃO SỐ 5\nĐể chủ động ứng phó với bão, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ngành trực ban 24/24 giờ.',
    ],
    [
      'law',
      'Điều 1. Phạm vi điều chỉnh\nLuật này quy định về hoạt động thư viện.\nĐiều 2. Đối tượng áp dụng\nLuật này áp dụng đối với cơ quan, tổ chức.',
    ],
    [
      'plan',
      'Kế hoạch kiểm tra nội bộ tháng 10\nCăn cứ kế hoạch năm học, nhà trường xây dựng kế hoạch kiểm tra như sau:\n1. Kiểm tra hồ sơ chuyên môn.\n2. Kiểm tra cơ sở vật chất.',
    ],
    [
      'invitation',
      'Trân trọng kính mời ông (bà) đến dự cuộc họp giao ban quý II.\nThời gian: 8 giờ ngày 12 tháng 6 năm 2024\nĐịa điểm: Phòng họp số 2\nĐề nghị đại biểu đến dự đúng thành phần.',
    ],
  ])('%s: %s', (type, text) => {
    expect(typeOf(text)).toBe(type)
  })
})

test('a title in capitals over "Căn cứ" counts more than who put it on the site', () => {
  const call = `THÔNG BÁO TUYỂN SINH LỚP ĐÊM
Căn cứ Quy chế tuyển sinh ban hành theo Thông tư số 8/2021/TT-BGDĐT, nhà trường thông báo tuyển sinh như sau:
1. Thời gian học: hai năm.
Tác giả: Mai Hương`
  expect(typeOf(call)).toBe('notice')
  const news = `THÔNG BÁO TUYỂN SINH GÂY TRANH CÃI
Nhiều phụ huynh cho biết họ không hiểu vì sao trường mở lớp đêm, trong khi lớp ngày còn thiếu học sinh.
Tác giả: Mai Hương`
  expect(typeOf(news)).toBe('article')
})
