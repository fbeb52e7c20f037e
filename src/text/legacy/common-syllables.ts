// The everyday syllables with marks, which decide where a word can be read both ways: "Công" between TCVN3 paragraphs may be
// the Unicode word or TCVN3 for "Cụng"; "bé" may be a child or TCVN3 for "bộ". About six in seven marked words of a report.
import { placeTone } from '../tone.ts'

const syllables = `
  án ảnh áp ấp ban bàn bản bán bảo báo bảy bằng bên bệnh bí bị bích biên biến biết biệt biểu bình bổ bố bộ bồi bốn bước
  cả cá các cách cải cám cán cạnh cao cáo căn cần cấp cầu chăn chặt chấp chất chậm chế chỉ chí chiến chiều chỉnh chính chịu chọn chống
  chủ chú chung chuẩn chuyên chuyển chưa chức chứng chương chữ có còn cô cổ công cộng cơ cụ của cục cùng cũng cuộc cứ cường cứu cử
  dân dẫn dịch diện dục dụng dự dựng dưỡng dưới đa đã đãi đại đảm đang đảng đánh đào đạo đáp đạt đặc đăng đặt đất đầu đấu đây đẩy đề để đến
  đi địa điểm điện điều đình định đó đoàn đoạn đóng độ đốc đổi đối đội đồng động đơn đủ đúng đưa đức được đường gì giá giải giảm giám giáo giấy
  giới giờ giữ giữa góp gồm gửi hà hải hạn hàng hành hạnh hai hằng hệ hết hiểm hiện hiệp hiệu hình hoà hoá hoạch hoàn hoạt hoặc học họp họ hồ
  hỗ hộ hội hồng hơn hợp huyện hưởng hướng hữu kê kể kế kết khả khác khách khăn khẩu khó khoá khoản khoảng không khu khuyến kiểm kiến kiện kính kỳ
  kỹ kỷ ký là lại làm lãnh lâm lần lập lễ lệ lên lịch liên liệu lĩnh loại lợi lớn luật lực lượng lưu lý mà mạng mạnh máy mặt mẫu miễn miền
  mô môi môn một mở mới mục mức mười mỹ nam này năm năng nâng nên nền nếu ngạch ngành ngày ngân nghèo nghề nghệ nghị nghĩa nghiệm nghiên nghiệp ngoài nguồn
  nguyên nguyễn người nhà nhân nhận nhập nhất nhật nhiệm nhiên nhiều nhóm như nhưng những nội nói nông nộp nơi nuôi nước ông phải phạm
  pháp phát phẩm phân phần phép phí phó phòng phố phối phù phủ phụ phục phúc phương phường quả quá quản quận quốc quyền quyết rất rõ rộng
  sách sản sáng sát sau sẽ sĩ soát số sống sổ sơ sở sơn suất sử sự sửa sức tác tài tại tạo tám tăng tâm tấn tập tấm tây tế tên tháng thành thẩm
  thể thế thêm theo thì thí thị thiện thiết thông thống thời thủ thuận thuật thuế thuộc thư thứ thức thực thương thường thưởng tích tịch tiền tiến tiếng
  tiếp tiết tiêu tiểu tình tỉnh tính toàn toán tổ tôi tổng tốt tới trách trả trạm trên trì trí trị triển triệu trình trọng trở trợ truyền trực
  trung trước trường trưởng tục tuyên tuyển tư từ tự từng tương tướng tượng tỷ uỷ uý ứng ương ưu và vào văn vẫn vấn vận vật về vì vị việc viên viện
  việt vốn với vụ vùng vực xã xác xây xét xuất xử yên yêu yếu ở à ý
`
const anyMark = /[^a-z]/
const common: ReadonlySet<string> = new Set(
  syllables
    .trim()
    .split(/\s+/)
    .filter((word) => anyMark.test(word)),
)

const memo = new Map<string, boolean>()

/** Whether a word, in any case and tone style, is an everyday syllable with marks: "Hòa", "hoà", "KÍNH". */
export function isCommonSyllable(word: string): boolean {
  const known = memo.get(word)
  if (known !== undefined) return known
  const found = common.has(placeTone(word.toLowerCase()))
  if (memo.size > 20_000) memo.clear()
  memo.set(word, found)
  return found
}
