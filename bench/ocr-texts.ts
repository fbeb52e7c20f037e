// The texts that bench/ocr-accuracy.ts draws, each with what a reader should get, in reading order. Written for it; the names
// are invented.
import { GlobalFonts } from '@napi-rs/canvas'
import type { LineToDraw } from '../tests/support/draw-page.ts'

export type DrawnText = { lines: LineToDraw[]; reference: string; font: string | undefined }

const article = `Sáng 14/10, tại Hội trường Trung tâm Văn hóa tỉnh, Sở Giáo dục và Đào tạo tổ chức Hội nghị tổng kết năm học
2022-2023 và triển khai nhiệm vụ năm học mới. Dự hội nghị có ông Nguyễn Hữu Phương, Phó Chủ tịch Ủy ban nhân dân tỉnh; lãnh
đạo các sở, ban, ngành và hơn 250 đại biểu. Theo báo cáo, toàn tỉnh có 3.085 trường trên tổng số 4.081 trường đạt chuẩn quốc
gia, đạt tỷ lệ 75,6%, tăng 2,4% so với cùng kỳ năm trước; có 12.450 cán bộ quản lý, giáo viên và nhân viên, trong đó nữ chiếm
68,3%. Công tác xã hội hóa được đẩy mạnh, huy động được 18.725 triệu đồng để sửa chữa phòng học, mua sắm thiết bị dạy học tối
thiểu cho lớp 3, lớp 7 và lớp 10. Phát biểu kết luận, ông Phương ghi nhận những kết quả ngành đã đạt được, đồng thời chỉ rõ
khó khăn, vướng mắc cần khắc phục: thiếu giáo viên cục bộ, cơ sở vật chất xuống cấp, tỷ lệ học sinh bỏ học ở vùng sâu còn cao.`

const directives = `1. Tiếp tục rà soát, sắp xếp mạng lưới trường lớp; bảo đảm đủ phòng học, nhà vệ sinh, nước sạch trước ngày 30/9/2023.
2. Thực hiện nghiêm túc chế độ báo cáo định kỳ trước ngày 25 hằng tháng; kịp thời phản ánh khó khăn, vướng mắc phát sinh.
3. Đẩy mạnh ứng dụng công nghệ thông tin, chuyển đổi số trong quản lý và dạy học; phấn đấu 90% đơn vị dùng chữ ký số.
4. Giao Phòng Kế hoạch - Tài chính tham mưu phân bổ 4,5 tỷ đồng kinh phí hỗ trợ học sinh nghèo, dân tộc thiểu số.
5. Yêu cầu hiệu trưởng các trường chịu trách nhiệm toàn diện về công tác tuyển sinh, thu chi, an toàn trường học.
6. Đề nghị Ủy ban nhân dân các huyện, thị xã, thành phố chỉ đạo quyết liệt việc xử lý nợ đọng xây dựng cơ bản.`

const grounds = `Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Căn cứ Nghị định số 24/2014/NĐ-CP ngày 04 tháng 4
năm 2014 của Chính phủ quy định tổ chức các cơ quan chuyên môn; Xét đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 87/TTr-STC,`

const table = [
  ['STT', 'Đơn vị được giao', 'Dự toán', 'Thực hiện'],
  ['1', 'Sở Giáo dục và Đào tạo', '12.450', '11.927'],
  ['2', 'Sở Y tế', '8.310', '8.275'],
  ['3', 'Trường Chính trị tỉnh', '1.948', '1.803'],
  ['4', 'Ban Quản lý dự án đầu tư', '23.270', '19.349'],
]

function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const decree: LineToDraw[] = [
  { text: 'ỦY BAN NHÂN DÂN', centre: 0.27 },
  { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, centre: 0.7, beside: true },
  { text: 'TỈNH BÌNH AN', bold: true, centre: 0.27 },
  { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, centre: 0.7, beside: true },
  { text: 'Số: 1200/QĐ-UBND', centre: 0.27 },
  { text: 'Bình An, ngày 22 tháng 7 năm 2019', centre: 0.7, beside: true },
  '',
  { text: 'QUYẾT ĐỊNH', bold: true, centre: 0.5 },
  { text: 'Về việc giao dự toán ngân sách năm 2019', bold: true, centre: 0.5 },
  ...wrapped(grounds, 72),
  { text: 'Điều 1. Giao dự toán cho các đơn vị như sau:', bold: true },
  ...table.map((cells) => ({ cells })),
]

const decreeReading = [
  'ỦY BAN NHÂN DÂN TỈNH BÌNH AN Số: 1200/QĐ-UBND',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Bình An, ngày 22 tháng 7 năm 2019',
  'QUYẾT ĐỊNH Về việc giao dự toán ngân sách năm 2019',
  grounds,
  'Điều 1. Giao dự toán cho các đơn vị như sau:',
  ...table.map((cells) => cells.join(' ')),
].join('\n')

/** A font of this machine where it has it; else the one that comes with pdf.js. */
const fontIfAny = (name: string) => (GlobalFonts.has(name) ? name : undefined)

export const drawnTexts: readonly DrawnText[] = [
  { lines: wrapped(article, 74), reference: article, font: fontIfAny('Liberation Serif') },
  { lines: decree, reference: decreeReading, font: undefined },
  {
    lines: directives.split('\n').flatMap((directive) => wrapped(directive, 62)),
    reference: directives,
    font: fontIfAny('DejaVu Sans'),
  },
]
