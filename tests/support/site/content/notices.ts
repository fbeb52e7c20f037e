// Articles of the section "Thông báo": invented, in the genre, some with hardly more than a file.
import type { ArticleText } from './department.ts'

export const notices: readonly ArticleText[] = [
  {
    publishedAt: '2023-02-14T08:00:00+07:00',
    title: 'Thông báo lịch nghỉ và trực Tết Nguyên đán Quý Mão của cơ quan Sở',
    lead: 'Văn phòng Sở thông báo lịch nghỉ Tết và danh sách trực của cơ quan.',
    paragraphs: [
      'Các phòng cử người trực 24/24 giờ, báo cáo nhanh về Văn phòng Sở trước 15 giờ hằng ngày qua thư điện tử công vụ.',
    ],
    files: [{ name: 'lich-truc-tet.xls', offered: 'download', text: 'Lịch trực Tết' }],
  },
  {
    publishedAt: '2023-03-06T09:30:00+07:00',
    title: 'Thông báo kết quả cuộc thi khoa học kỹ thuật cấp tỉnh dành cho học sinh trung học',
    lead: 'Sở công bố kết quả cuộc thi khoa học kỹ thuật cấp tỉnh năm học 2022-2023.',
    paragraphs: [
      'Có 48 dự án dự thi; Ban Tổ chức trao 3 giải Nhất, 7 giải Nhì, 11 giải Ba và chọn 2 dự án dự thi cấp quốc gia.',
    ],
    files: [
      { name: 'ket-qua-khkt.pdf', offered: 'download', text: 'Quyết định công nhận kết quả' },
    ],
  },
  {
    publishedAt: '2023-04-03T13:45:00+07:00',
    title: 'Thông báo tuyển dụng viên chức sự nghiệp giáo dục năm 2023',
    lead: 'Sở thông báo nhu cầu tuyển dụng 146 viên chức cho các đơn vị trực thuộc.',
    paragraphs: [
      'Trong đó giáo viên Tiếng Anh 31 chỉ tiêu, Tin học 28 chỉ tiêu, Mỹ thuật và Âm nhạc 19 chỉ tiêu, nhân viên thư viện và thiết bị 22 chỉ tiêu.',
      'Hồ sơ nhận tại Phòng Tổ chức cán bộ trong giờ hành chính, từ ngày 10/4 đến hết ngày 09/5/2023.',
    ],
    files: [
      {
        name: 'thong-bao-tuyen-dung.pdf',
        offered: 'download',
        text: 'Thông báo tuyển dụng viên chức',
      },
      { name: 'mau-phieu-du-tuyen.docx', offered: 'download', text: 'Mẫu phiếu đăng ký dự tuyển' },
      { name: 'bieu-chi-tieu.xlsx', offered: 'download', text: 'Biểu chỉ tiêu theo đơn vị' },
    ],
  },
  {
    publishedAt: '2023-05-25T07:55:00+07:00',
    title: 'Thông báo điểm chuẩn vào lớp 10 Trường trung học phổ thông chuyên Sơn Hạ',
    lead: 'Hội đồng tuyển sinh công bố điểm chuẩn các lớp chuyên năm học 2023-2024.',
    paragraphs: [
      'Điểm chuẩn cao nhất là lớp chuyên Toán với 38,25 điểm, thấp nhất là lớp chuyên Địa lý với 29,5 điểm. Thí sinh trúng tuyển nhập học từ ngày 12/6 đến ngày 15/6/2023.',
    ],
  },
  {
    publishedAt: '2023-06-19T16:10:00+07:00',
    title: 'Thông báo đường dây nóng của Kỳ thi tốt nghiệp trung học phổ thông',
    lead: 'Ban Chỉ đạo thi công bố ba số điện thoại nhận phản ánh trong những ngày thi.',
    paragraphs: [
      'Đường dây nóng làm việc từ 6 giờ đến 21 giờ các ngày 27, 28, 29 và 30/6/2023; mọi phản ánh được trả lời trong vòng 24 giờ.',
    ],
  },
  {
    publishedAt: '2023-07-18T08:20:00+07:00',
    title: 'Thông báo kết quả xét tốt nghiệp trung học phổ thông năm 2023 của tỉnh',
    lead: 'Tỷ lệ tốt nghiệp trung học phổ thông năm 2023 của tỉnh đạt 98,14%.',
    paragraphs: [
      'Có 7.274 thí sinh được công nhận tốt nghiệp trên tổng số 7.412 thí sinh dự xét; 12 trường có tỷ lệ tốt nghiệp 100%.',
    ],
    files: [
      { name: 'thong-ke-tot-nghiep.xlsx', offered: 'download', text: 'Thống kê theo trường' },
    ],
  },
  {
    publishedAt: '2023-08-29T10:00:00+07:00',
    title: 'Thông báo mức thu học phí các cơ sở giáo dục công lập năm học 2023-2024',
    lead: 'Sở thông báo mức thu học phí theo Nghị quyết của Hội đồng nhân dân tỉnh.',
    paragraphs: [
      'Mức thu giữ ổn định như năm học trước ở cả ba vùng; học sinh mầm non năm tuổi và học sinh các xã đặc biệt khó khăn được miễn.',
    ],
    files: [
      { name: 'muc-thu-hoc-phi.pdf', offered: 'frame', text: 'Mức thu học phí năm học 2023-2024' },
    ],
  },
  {
    publishedAt: '2023-10-02T14:00:00+07:00',
    title: 'Thông báo mời chào giá thiết bị dạy học tối thiểu lớp 4 và lớp 8',
    lead: 'Sở mời các nhà cung cấp gửi báo giá thiết bị dạy học tối thiểu.',
    paragraphs: [
      'Báo giá gửi bằng văn bản về Phòng Kế hoạch - Tài chính trước 17 giờ ngày 16/10/2023; danh mục gồm 112 loại thiết bị kèm theo thông báo này.',
    ],
    files: [{ name: 'ho-so-moi-chao-gia.zip', offered: 'download', text: 'Hồ sơ mời chào giá' }],
  },
  {
    publishedAt: '2023-11-08T09:05:00+07:00',
    title: 'Thông báo tổ chức hội khỏe Phù Đổng cấp tỉnh lần thứ mười',
    lead: 'Hội khỏe Phù Đổng cấp tỉnh lần thứ X tổ chức từ ngày 04/12 đến ngày 10/12/2023.',
    paragraphs: [
      'Đại hội có 11 môn thi đấu với khoảng 1.900 vận động viên của 13 đoàn; lễ khai mạc lúc 8 giờ ngày 04/12 tại sân vận động tỉnh.',
    ],
  },
  {
    publishedAt: '2024-01-05T08:40:00+07:00',
    title: 'Thông báo lịch tiếp công dân của lãnh đạo Sở quý I năm 2024',
    lead: 'Giám đốc Sở tiếp công dân vào ngày 10 và ngày 25 hằng tháng.',
    paragraphs: [
      'Địa điểm tiếp tại phòng 102, trụ sở Sở; nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.',
    ],
  },
  {
    publishedAt: '2024-02-19T15:20:00+07:00',
    title: 'Thông báo kết quả kỳ thi chọn học sinh giỏi cấp tỉnh lớp 12',
    lead: 'Kỳ thi có 412 thí sinh dự thi ở 10 môn, trong đó 221 thí sinh đạt giải.',
    paragraphs: [
      'Trường THPT chuyên Sơn Hạ có 74 giải; Trường THPT Nà Pán lần đầu có thí sinh đạt giải Nhất môn Lịch sử.',
    ],
    files: [
      {
        name: 'ket-qua-hoc-sinh-gioi.pdf',
        offered: 'download',
        text: 'Kết quả kỳ thi chọn học sinh giỏi',
      },
    ],
  },
  {
    publishedAt: '2024-03-11T11:00:00+07:00',
    title: 'Thông báo thay đổi địa chỉ thư điện tử tiếp nhận văn bản của Sở',
    lead: 'Từ ngày 15/3/2024, Sở tiếp nhận văn bản điện tử qua trục liên thông của tỉnh.',
    paragraphs: [
      'Địa chỉ cũ còn nhận văn bản đến hết ngày 30/4/2024, sau đó ngừng hoạt động; các đơn vị cập nhật danh bạ trước thời hạn trên.',
    ],
  },
  {
    publishedAt: '2024-04-22T08:15:00+07:00',
    title: 'Thông báo về việc treo Quốc kỳ và nghỉ lễ 30 tháng 4, 01 tháng 5',
    lead: 'Các cơ quan, trường học treo Quốc kỳ từ ngày 28/4 đến hết ngày 02/5/2024.',
    paragraphs: [
      'Cán bộ, công chức nghỉ từ thứ bảy ngày 27/4 đến hết thứ tư ngày 01/5/2024, đi làm bù vào thứ bảy ngày 04/5/2024.',
    ],
  },
]
