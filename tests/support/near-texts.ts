// Texts for tests of copies: an article, and what becomes of it elsewhere; a form, and what is filled into it.

/** A report in sentences. */
export const article = [
  'Sáng 14/5/2024, Cụm thi đua các sở giáo dục miền núi phía Bắc tổ chức hội nghị sơ kết công tác thi đua, khen thưởng.',
  'Bà Đinh Thị Mây, Phó Giám đốc Sở, cho biết toàn cụm có 1.286 trường, trong đó 74,5% đạt chuẩn quốc gia, tăng 38 trường so với năm trước.',
  'Các đơn vị đã triển khai 215 mô hình mới, tập trung vào chuyển đổi số, thư viện thân thiện và bữa ăn bán trú cho học sinh vùng cao.',
  'Hội nghị nghe tám tham luận về cách làm hay ở cơ sở, nhất là việc vận động học sinh trở lại lớp sau kỳ nghỉ Tết.',
  'Đại biểu thống nhất giao các phòng giáo dục rà soát đội ngũ, bổ sung 460 giáo viên trước ngày 30/8 và báo cáo kết quả về cụm trưởng.',
  'Ông Lò Văn Tấn, Trưởng cụm, đề nghị tiếp tục nhân rộng điển hình, không chạy theo thành tích, lấy sự tiến bộ của học sinh làm thước đo.',
] as const

/** Another report of about the same length. */
export const otherArticle = [
  'Chiều 2/10/2023, Ban Chỉ đạo phòng chống thiên tai kiểm tra hồ chứa và các điểm sạt lở ven sông trước mùa mưa bão.',
  'Theo báo cáo, 57 hồ đang tích nước an toàn, 12 hồ phải hạ mực nước để sửa tràn, kinh phí gần 95 tỷ đồng từ ngân sách dự phòng.',
  'Lực lượng xung kích ở thôn bản được tập huấn cứu hộ, trang bị áo phao, đèn pin và loa cầm tay.',
  'Trưởng ban yêu cầu trực 24/24 giờ, sẵn sàng di dời hơn 3.400 hộ dân ở nơi nguy hiểm, không để ai bị đói, bị rét.',
  'Ngành giao thông bố trí máy xúc tại các đèo dốc, bảo đảm thông đường trong vòng 48 giờ sau khi mưa dứt.',
] as const

/** A form with what is filled into it. */
export const form = (name: string, [day, amount, count, year]: readonly string[]): string[] => [
  `Căn cứ kết quả bình xét thi đua năm học ${year} và đề nghị của Hội đồng thi đua, khen thưởng nhà trường,`,
  `nay tặng giấy khen kèm tiền thưởng ${amount} đồng cho ${name} vì đã có thành tích xuất sắc trong ${count} tháng công tác.`,
  'Số tiền thưởng được chi từ quỹ thi đua, khen thưởng theo quy định hiện hành của Nhà nước về quản lý tài chính.',
  'Các bộ phận hành chính, kế toán và người có tên nêu trên chịu trách nhiệm thi hành quyết định này.',
  `Quyết định có hiệu lực kể từ ngày ${day}, được niêm yết công khai tại bảng tin của đơn vị.`,
]

/** The same text with every so many-th word read wrongly, the first of them after `from` words. */
export const misread = (lines: readonly string[], every: number, from = 0): string[] => {
  let n = -from
  return lines.map((line) =>
    line
      .split(' ')
      .map((word) => (++n % every === 0 && !/\d/.test(word) ? `${word}x` : word))
      .join(' '),
  )
}
