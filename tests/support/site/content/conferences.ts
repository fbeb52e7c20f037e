// Articles of the section "Hội nghị - Hội thảo": invented, in the genre.
import type { ArticleText } from './department.ts'

export const conferences: readonly ArticleText[] = [
  {
    publishedAt: '2023-01-17T16:20:00+07:00',
    title: 'Sở Giáo dục và Đào tạo Sơn Hạ sơ kết học kỳ I năm học 2022-2023',
    lead: 'Sáng 17/01/2023, Sở Giáo dục và Đào tạo Sơn Hạ tổ chức hội nghị sơ kết học kỳ I, triển khai nhiệm vụ học kỳ II năm học 2022-2023.',
    paragraphs: [
      'Báo cáo tại hội nghị, Phó Giám đốc Sở Vi Đình Thuận cho biết toàn tỉnh có 212/318 trường đạt chuẩn quốc gia, chiếm 66,7%; tỷ lệ trẻ 5 tuổi đến lớp đạt 99,6%, tăng 0,4% so với cùng kỳ.',
      'Kết luận hội nghị, Giám đốc Sở Lương Thị Ngân yêu cầu các phòng giáo dục và đào tạo rà soát đội ngũ, bổ sung thiết bị dạy học lớp 3, lớp 7 và lớp 10 trước ngày 28/02/2023.',
    ],
    author: 'Hoài Thương',
    files: [
      {
        name: 'bao-cao-so-ket-hoc-ky-i.docx',
        offered: 'download',
        text: 'Báo cáo sơ kết học kỳ I năm học 2022-2023',
      },
      { name: 'phu-luc-so-lieu.xlsx', offered: 'download', text: 'Phụ lục số liệu' },
    ],
  },
  {
    publishedAt: '2023-02-09T20:01:00+07:00',
    title: 'Hội thảo nâng cao chất lượng dạy học trực tuyến ở trường vùng cao',
    lead: 'Ngày 09/02/2023, tại Trường THPT Nà Pán, Sở tổ chức hội thảo về dạy học trực tuyến với sự tham gia của 84 cán bộ quản lý.',
    paragraphs: [
      'Các đại biểu trao đổi về đường truyền, thiết bị của học sinh và cách kiểm tra kết quả học tập; nhiều ý kiến cho rằng mỗi trường cần có một kho học liệu dùng chung.',
      'Bà Hoàng Thị Sen, Hiệu trưởng Trường THPT Nà Pán, đề nghị các nhà mạng ưu tiên lắp trạm phát sóng ở 17 điểm trường lẻ trong năm 2023.',
    ],
    author: 'Minh Quý',
  },
  {
    publishedAt: '2023-03-21T15:05:00+07:00',
    title: 'Tập huấn chuyên môn cho giáo viên dạy lớp 4 chương trình mới',
    lead: 'Trong hai ngày 20 và 21/3/2023, hơn 600 giáo viên tiểu học của tỉnh dự tập huấn chương trình lớp 4 theo hình thức trực tiếp kết hợp trực tuyến.',
    paragraphs: [
      'Nội dung tập huấn gồm phân tích chương trình môn học, xây dựng kế hoạch bài dạy và đánh giá học sinh theo Thông tư số 27/2020/TT-BGDĐT.',
      'Sau đợt này, mỗi trường tự tổ chức ít nhất hai buổi sinh hoạt chuyên môn để giáo viên dạy thử và góp ý cho nhau.',
    ],
    files: [
      { name: 'tai-lieu-tap-huan-lop-4.ppt', offered: 'download', text: 'Tài liệu tập huấn lớp 4' },
    ],
  },
  {
    publishedAt: '2023-04-12T10:40:00+07:00',
    title: 'Khai mạc Ngày hội đọc sách và văn hóa đọc ngành giáo dục Sơn Hạ',
    lead: 'Sáng 12/4/2023, Ngày hội đọc sách khai mạc tại sân vận động thành phố với gần 2.000 học sinh của 36 trường.',
    paragraphs: [
      'Phát biểu khai mạc, ông Vi Đình Thuận nhấn mạnh mỗi thư viện trường học phải là nơi học sinh muốn đến, và đề nghị các trường dành ít nhất một tiết đọc mỗi tuần.',
      'Ban tổ chức đã tiếp nhận 4.300 cuốn sách do phụ huynh và các cơ quan trên địa bàn trao tặng.',
    ],
    author: 'Hoài Thương',
  },
  {
    publishedAt: '2023-05-09T09:12:00+07:00',
    title: 'Hội nghị trực tuyến chuẩn bị Kỳ thi tốt nghiệp trung học phổ thông năm 2023',
    lead: 'Chiều 08/5/2023, Ban Chỉ đạo thi tỉnh họp trực tuyến với 11 điểm cầu về công tác chuẩn bị Kỳ thi tốt nghiệp THPT năm 2023.',
    paragraphs: [
      'Toàn tỉnh có 7.412 thí sinh đăng ký dự thi tại 21 điểm thi; 100% điểm thi đã được kiểm tra cơ sở vật chất lần thứ nhất.',
      'Trưởng Ban Chỉ đạo Lương Thị Ngân giao Công an tỉnh và Điện lực Sơn Hạ hoàn thành phương án bảo đảm an ninh, cấp điện trước ngày 10/6/2023.',
    ],
    files: [
      {
        name: 'ket-luan-ban-chi-dao-thi.pdf',
        offered: 'download',
        text: 'Thông báo kết luận của Ban Chỉ đạo thi',
      },
    ],
  },
  {
    publishedAt: '2023-06-02T14:30:00+07:00',
    title: 'Tổng kết công tác phổ cập giáo dục, xóa mù chữ giai đoạn 2018-2023',
    lead: 'Hội nghị tổng kết công tác phổ cập giáo dục, xóa mù chữ được tổ chức sáng 02/6/2023 tại thành phố Sơn Hạ.',
    paragraphs: [
      'Sau năm năm, tỷ lệ người trong độ tuổi 15-60 biết chữ mức độ 1 đạt 97,2%, tăng 3,1 điểm phần trăm; 126/130 xã, phường, thị trấn đạt chuẩn phổ cập giáo dục trung học cơ sở mức độ 2.',
      'Hội nghị tặng Giấy khen cho 15 tập thể và 22 cá nhân có thành tích trong các lớp học buổi tối ở vùng biên giới.',
    ],
    author: 'Quang Hiệp',
  },
  {
    publishedAt: '2023-08-18T17:00:00+07:00',
    title: 'Sơn Hạ triển khai nhiệm vụ năm học 2023-2024 cho toàn ngành giáo dục',
    lead: 'Ngày 18/8/2023, Sở tổ chức hội nghị tổng kết năm học 2022-2023 và triển khai nhiệm vụ năm học 2023-2024.',
    paragraphs: [
      'Năm học 2023-2024, ngành xác định chủ đề "Đoàn kết, kỷ cương, đổi mới", tập trung thực hiện Chương trình giáo dục phổ thông 2018 ở các lớp 4, 8 và 11.',
      'Giám đốc Sở Lương Thị Ngân yêu cầu: 1) bảo đảm đủ sách giáo khoa trước ngày khai giảng; 2) không để học sinh bỏ học vì hoàn cảnh khó khăn; 3) công khai các khoản thu đầu năm học.',
    ],
    files: [
      {
        name: 'bao-cao-tong-ket-nam-hoc.doc',
        offered: 'download',
        text: 'Báo cáo tổng kết năm học 2022-2023',
      },
      { name: 'chi-tieu-nam-hoc.xls', offered: 'download', text: 'Chỉ tiêu năm học 2023-2024' },
    ],
  },
  {
    publishedAt: '2023-09-05T11:15:00+07:00',
    title: 'Hơn 180 nghìn học sinh Sơn Hạ dự lễ khai giảng năm học mới',
    lead: 'Sáng 05/9/2023, hơn 180 nghìn học sinh các cấp học trong tỉnh dự lễ khai giảng năm học 2023-2024.',
    paragraphs: [
      'Tại Trường Phổ thông dân tộc nội trú tỉnh, thầy và trò đón 140 học sinh mới của 9 dân tộc; nhà trường đã hoàn thành khu nhà ở cho học sinh ba tầng với 24 phòng.',
      'Nhân dịp này, Hội Khuyến học tỉnh trao 210 suất học bổng cho học sinh vượt khó.',
    ],
    author: 'Minh Quý',
  },
  {
    publishedAt: '2023-10-24T08:50:00+07:00',
    title: 'Hội thảo khoa học về bảo tồn tiếng nói, chữ viết dân tộc trong trường học',
    lead: 'Ngày 23/10/2023, Sở phối hợp với Hội Văn học nghệ thuật tỉnh tổ chức hội thảo về dạy tiếng Thái, tiếng Mông trong trường phổ thông.',
    paragraphs: [
      'Hội thảo nghe 12 tham luận; ông Lò Văn Phắn, nghệ nhân ở xã Mường Ảng, giới thiệu bộ chữ Thái cổ mà gia đình đã giữ qua bốn đời.',
      'Các đại biểu thống nhất đề nghị biên soạn tài liệu dạy học dùng chung cho ba huyện phía bắc, hoàn thành trong năm 2024.',
    ],
  },
  {
    publishedAt: '2023-11-20T07:30:00+07:00',
    title: 'Gặp mặt kỷ niệm 41 năm Ngày Nhà giáo Việt Nam 20 tháng 11',
    lead: 'Sở tổ chức gặp mặt cán bộ hưu trí và nhà giáo tiêu biểu nhân kỷ niệm Ngày Nhà giáo Việt Nam.',
    paragraphs: [
      'Thay mặt lãnh đạo ngành, bà Lương Thị Ngân cảm ơn các thế hệ nhà giáo đã gắn bó với vùng cao, trong đó có 63 thầy cô công tác liên tục trên 25 năm ở các xã đặc biệt khó khăn.',
      'Tại buổi gặp mặt, 18 nhà giáo nhận danh hiệu Nhà giáo Ưu tú và 7 tập thể nhận Bằng khen của Ủy ban nhân dân tỉnh.',
    ],
    author: 'Hoài Thương',
  },
  {
    publishedAt: '2023-12-15T16:45:00+07:00',
    title: 'Hội nghị đánh giá hai năm chuyển đổi số trong ngành giáo dục Sơn Hạ',
    lead: 'Chiều 15/12/2023, Sở đánh giá hai năm thực hiện kế hoạch chuyển đổi số trong giáo dục.',
    paragraphs: [
      'Đến nay 298/318 trường dùng học bạ điện tử, chiếm 93,7%; 82% khoản thu được thanh toán không dùng tiền mặt, vượt mục tiêu đề ra 12 điểm phần trăm.',
      'Tuy vậy, 20 trường vùng sâu chưa có đường truyền ổn định; Sở giao Phòng Kế hoạch - Tài chính làm việc với các doanh nghiệp viễn thông trong quý I/2024.',
    ],
    files: [
      {
        name: 'bao-cao-chuyen-doi-so.pdf',
        offered: 'frame',
        text: 'Báo cáo hai năm chuyển đổi số',
      },
    ],
  },
  {
    publishedAt: '2024-01-16T15:30:00+07:00',
    title: 'Ngành giáo dục Sơn Hạ sơ kết học kỳ I năm học 2023-2024',
    lead: 'Sáng 16/01/2024, hội nghị sơ kết học kỳ I năm học 2023-2024 diễn ra tại Sở và 11 điểm cầu cấp huyện.',
    paragraphs: [
      'Kết quả kiểm tra học kỳ I cho thấy tỷ lệ học sinh lớp 12 đạt yêu cầu môn Toán là 91,4%, môn Ngữ văn 95,8%; hai huyện có tỷ lệ dưới 85% được yêu cầu có kế hoạch phụ đạo riêng.',
      'Phó Giám đốc Vi Đình Thuận đề nghị các trường hoàn thành kiểm định chất lượng giáo dục trước ngày 30/4/2024.',
    ],
    author: 'Quang Hiệp',
  },
  {
    publishedAt: '2024-02-27T09:25:00+07:00',
    title: 'Tọa đàm phòng, chống bạo lực học đường và đuối nước cho trẻ em',
    lead: 'Sở cùng Tỉnh đoàn Sơn Hạ tổ chức tọa đàm về phòng, chống bạo lực học đường và đuối nước.',
    paragraphs: [
      'Năm 2023, toàn tỉnh xảy ra 9 vụ đuối nước, giảm 4 vụ so với năm 2022; 61% học sinh tiểu học được học bơi, chủ yếu ở thành phố và hai thị trấn.',
      'Ông Bàn Văn Lưu, Phó Bí thư Tỉnh đoàn, cam kết hỗ trợ lắp đặt 12 bể bơi di động cho các trường bán trú.',
    ],
  },
  {
    publishedAt: '2024-03-29T10:10:00+07:00',
    title: 'Hội nghị tuyển sinh đầu cấp: mỗi huyện một phương án, một đầu mối',
    lead: 'Ngày 29/3/2024, Sở hướng dẫn công tác tuyển sinh đầu cấp năm học 2024-2025 cho các phòng giáo dục và đào tạo.',
    paragraphs: [
      'Từ năm nay, phụ huynh nộp hồ sơ trực tuyến tại một địa chỉ chung; mỗi huyện cử một đầu mối trả lời thắc mắc trong giờ hành chính.',
      'Dự kiến toàn tỉnh tuyển 15.800 học sinh lớp 1, 14.900 học sinh lớp 6 và 8.250 học sinh lớp 10 công lập.',
    ],
    author: 'Minh Quý',
    files: [
      {
        name: 'huong-dan-tuyen-sinh-dau-cap.rtf',
        offered: 'link',
        text: 'Hướng dẫn tuyển sinh đầu cấp',
      },
    ],
  },
]
