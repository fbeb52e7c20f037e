// Articles of the section "Kế hoạch - Chỉ đạo": invented, in the genre.
import type { ArticleText } from './department.ts'

export const plans: readonly ArticleText[] = [
  {
    publishedAt: '2023-01-30T09:00:00+07:00',
    title: 'Kế hoạch thực hiện nhiệm vụ trọng tâm quý I năm 2023 của ngành',
    lead: 'Giám đốc Sở ban hành Kế hoạch số 118/KH-SGDĐT về nhiệm vụ trọng tâm quý I năm 2023.',
    paragraphs: [
      'Kế hoạch nêu 9 nhóm nhiệm vụ, trong đó Phòng Giáo dục Trung học hoàn thành ma trận đề kiểm tra giữa kỳ trước ngày 20/02/2023; Thanh tra Sở kiểm tra dạy thêm, học thêm ở 6 huyện.',
    ],
    files: [{ name: 'kh-118-quy-i.pdf', offered: 'link', text: 'Kế hoạch số 118/KH-SGDĐT' }],
  },
  {
    publishedAt: '2023-02-22T14:15:00+07:00',
    title: 'Chỉ đạo tăng cường giữ ấm, phòng rét cho học sinh bán trú vùng cao',
    lead: 'Trước đợt rét đậm, Sở yêu cầu các trường chủ động phòng, chống rét cho học sinh.',
    paragraphs: [
      'Các trường kiểm tra chăn, đệm, nước nóng và bếp ăn; cho học sinh tiểu học nghỉ khi nhiệt độ ngoài trời dưới 10 độ C, học sinh trung học cơ sở nghỉ khi dưới 7 độ C, và báo cáo về Sở trong ngày.',
    ],
  },
  {
    publishedAt: '2023-03-15T10:30:00+07:00',
    title: 'Kế hoạch xây dựng trường học đạt chuẩn quốc gia giai đoạn 2023-2025',
    lead: 'Sở đặt mục tiêu đến hết năm 2025 có 75% số trường đạt chuẩn quốc gia.',
    paragraphs: [
      'Năm 2023 phấn đấu công nhận mới 14 trường và công nhận lại 31 trường; kinh phí dự kiến 286 tỷ đồng, trong đó ngân sách tỉnh chiếm 60%.',
    ],
    files: [
      {
        name: 'ke-hoach-truong-chuan.docx',
        offered: 'download',
        text: 'Kế hoạch xây dựng trường chuẩn',
      },
      { name: 'danh-sach-truong.xls', offered: 'download', text: 'Danh sách trường phấn đấu' },
    ],
  },
  {
    publishedAt: '2023-04-27T08:45:00+07:00',
    title: 'Hướng dẫn tổng kết năm học 2022-2023 đối với giáo dục phổ thông',
    lead: 'Sở hướng dẫn các phòng giáo dục và đào tạo, các trường tổng kết năm học.',
    paragraphs: [
      'Báo cáo gửi về Sở trước ngày 10/6/2023 bằng bản điện tử có chữ ký số; số liệu lấy từ cơ sở dữ liệu ngành, không yêu cầu các trường báo cáo lại bằng giấy.',
    ],
  },
  {
    publishedAt: '2023-05-30T15:50:00+07:00',
    title: 'Kế hoạch tổ chức hoạt động hè và quản lý học sinh trong dịp hè năm 2023',
    lead: 'Sở phối hợp với Tỉnh đoàn tổ chức các hoạt động hè cho học sinh.',
    paragraphs: [
      'Mỗi xã có ít nhất một điểm sinh hoạt hè; giáo viên chủ nhiệm bàn giao học sinh về địa phương trước ngày 05/6/2023, chú trọng phòng, chống đuối nước và tai nạn giao thông.',
    ],
    files: [{ name: 'ke-hoach-he-2023.doc', offered: 'link', text: 'Kế hoạch hoạt động hè' }],
  },
  {
    publishedAt: '2023-07-10T09:40:00+07:00',
    title: 'Chỉ đạo sắp xếp mạng lưới trường, lớp trên địa bàn các huyện phía nam',
    lead: 'Sở yêu cầu ba huyện phía nam hoàn thành phương án sắp xếp trường, lớp trong tháng 8.',
    paragraphs: [
      'Phương án không làm học sinh phải đi xa quá 5 km đường rừng; điểm trường lẻ chỉ sáp nhập khi điểm chính có đủ chỗ ở bán trú, và phải lấy ý kiến phụ huynh bằng văn bản.',
    ],
  },
  {
    publishedAt: '2023-08-08T13:20:00+07:00',
    title: 'Quyết định ban hành khung kế hoạch thời gian năm học 2023-2024 của tỉnh',
    lead: 'Ủy ban nhân dân tỉnh ban hành khung kế hoạch thời gian năm học 2023-2024.',
    paragraphs: [
      'Học sinh tựu trường ngày 28/8/2023, riêng lớp 1 tựu trường ngày 21/8/2023; kết thúc học kỳ I trước ngày 15/01/2024 và kết thúc năm học trước ngày 31/5/2024.',
    ],
    files: [
      {
        name: 'quyet-dinh-khung-thoi-gian.pdf',
        offered: 'download',
        text: 'Quyết định khung kế hoạch thời gian năm học',
      },
    ],
  },
  {
    publishedAt: '2023-09-26T16:00:00+07:00',
    title: 'Chấn chỉnh các khoản thu đầu năm học tại cơ sở giáo dục công lập',
    lead: 'Sở yêu cầu chấn chỉnh tình trạng thu các khoản ngoài quy định đầu năm học.',
    paragraphs: [
      'Thanh tra Sở kiểm tra đột xuất 22 trường từ ngày 02/10/2023; hiệu trưởng để xảy ra lạm thu bị xem xét trách nhiệm và phải trả lại tiền cho phụ huynh trước ngày 31/10/2023.',
    ],
  },
  {
    publishedAt: '2023-10-17T08:30:00+07:00',
    title: 'Kế hoạch bồi dưỡng thường xuyên giáo viên mầm non năm học 2023-2024',
    lead: 'Sở ban hành kế hoạch bồi dưỡng thường xuyên cho 5.260 giáo viên mầm non.',
    paragraphs: [
      'Mỗi giáo viên học 120 tiết trong năm, gồm 40 tiết do Sở tổ chức tập trung và 80 tiết tự học trên hệ thống trực tuyến; kết quả được ghi vào hồ sơ thi đua.',
    ],
  },
  {
    publishedAt: '2023-12-04T10:20:00+07:00',
    title: 'Kế hoạch kiểm tra công tác y tế trường học và an toàn thực phẩm bếp ăn',
    lead: 'Đoàn kiểm tra liên ngành làm việc tại 40 trường có bếp ăn bán trú.',
    paragraphs: [
      'Nội dung kiểm tra gồm nguồn gốc thực phẩm, lưu mẫu thức ăn, nước uống và hồ sơ sức khỏe học sinh; biên bản lập tại chỗ và công khai trên trang thông tin của trường.',
    ],
    files: [
      { name: 'lich-kiem-tra-bep-an.xlsx', offered: 'link', text: 'Lịch kiểm tra bếp ăn bán trú' },
    ],
  },
  {
    publishedAt: '2024-01-24T09:50:00+07:00',
    title: 'Chỉ thị về tổ chức Tết Nguyên đán Giáp Thìn vui tươi, an toàn, tiết kiệm',
    lead: 'Giám đốc Sở ban hành Chỉ thị số 02/CT-SGDĐT về việc tổ chức Tết.',
    paragraphs: [
      'Chỉ thị nghiêm cấm tặng quà cấp trên dưới mọi hình thức, sử dụng xe công đi lễ hội; các trường tuyên truyền học sinh không mua bán, tàng trữ pháo nổ và chấp hành luật giao thông.',
    ],
    files: [{ name: 'ct-02-tet.pdf', offered: 'download', text: 'Chỉ thị số 02/CT-SGDĐT' }],
  },
  {
    publishedAt: '2024-03-05T14:35:00+07:00',
    title: 'Kế hoạch thi thử tốt nghiệp trung học phổ thông năm 2024 toàn tỉnh',
    lead: 'Kỳ thi thử tổ chức hai đợt, vào cuối tháng 4 và cuối tháng 5 năm 2024.',
    paragraphs: [
      'Đề thi do Sở biên soạn theo cấu trúc của đề minh họa; bài thi chấm chéo giữa các cụm trường, kết quả trả cho học sinh trong vòng 7 ngày để điều chỉnh kế hoạch ôn tập.',
    ],
  },
  {
    publishedAt: '2024-04-16T11:45:00+07:00',
    title: 'Hướng dẫn lựa chọn sách giáo khoa lớp 5, lớp 9 và lớp 12 năm học 2024-2025',
    lead: 'Sở hướng dẫn các trường lựa chọn sách giáo khoa cho năm học 2024-2025.',
    paragraphs: [
      'Tổ chuyên môn bỏ phiếu kín, sách được chọn phải có trên 50% số giáo viên môn học đồng ý; danh mục công bố trước ngày 15/5/2024 để phụ huynh có thời gian chuẩn bị.',
    ],
    files: [
      { name: 'danh-muc-sach-giao-khoa.odt', offered: 'link', text: 'Danh mục sách giáo khoa' },
    ],
  },
]
