import { describe, expect, test } from 'vitest'
import { findOfficials } from '../../src/extract/officials.ts'
import { pageOf, unmarked } from '../support/page.ts'

/** Name → positions as "title @ body". */
function read(text: string): Record<string, string[]> {
  const page = pageOf(text)
  return Object.fromEntries(
    findOfficials(page).map((m) => [
      page.text.slice(m.value.name.start, m.value.name.end),
      m.value.positions.map((p) =>
        p.organisation
          ? `${p.title} @ ${page.text.slice(p.organisation.start, p.organisation.end)}${
              p.organisation.parent
                ? ` + ${page.text.slice(p.organisation.parent.start, p.organisation.parent.end)}`
                : ''
            }`
          : p.title,
      ),
    ]),
  )
}

describe('findOfficials finds', () => {
  test.each<[string, Record<string, string[]>]>([
    [
      'Ông [[Vũ Đình Hào]], Giám đốc Sở Giáo dục và Đào tạo tỉnh Tuyên Quang, chủ trì hội nghị.',
      { 'Vũ Đình Hào': ['Giám đốc @ Sở Giáo dục và Đào tạo tỉnh Tuyên Quang'] },
    ],
    [
      'do đồng chí [[Lò Thị Thơm]] - Phó Giám đốc, Chủ tịch Công đoàn ngành Giáo dục chủ trì.',
      { 'Lò Thị Thơm': ['Phó Giám đốc', 'Chủ tịch @ Công đoàn ngành Giáo dục'] },
    ],
    [
      'Đồng chí [[Nguyễn Quang Hải]] - Phó Vụ trưởng Vụ Thi đua - Khen thưởng, Bộ Giáo dục và Đào tạo đã phát biểu',
      { 'Nguyễn Quang Hải': ['Phó Vụ trưởng @ Vụ Thi đua - Khen thưởng, Bộ Giáo dục và Đào tạo'] },
    ],
    // A body's name goes on over a line break, and a year closes the name of an event.
    [
      '16\nÔng [[Trần Mạnh Hào]]\nNguyên Chủ tịch Tập đoàn Than\nKhoáng sản Việt Nam\n17',
      { 'Trần Mạnh Hào': ['Chủ tịch @ Tập đoàn Than\nKhoáng sản Việt Nam'] },
    ],
    [
      'ông [[Trần Mạnh Hào]], Chủ tịch Tập đoàn Phú An\nViệt Nam Xanh\nông [[Lê Văn Tiến]], Tổng giám đốc Tập đoàn Dệt\nSở Công Thương Việt Nam',
      {
        'Trần Mạnh Hào': ['Chủ tịch @ Tập đoàn Phú An'],
        'Lê Văn Tiến': ['Tổng giám đốc @ Tập đoàn Dệt'],
      },
    ],
    [
      'ông [[Trần Mạnh Hào]], Trưởng Ban Tổ chức Năm Du lịch Quốc gia - Lào Cai 2017; ông [[Lê Văn Tiến]], Trưởng phòng Đào tạo 2019',
      {
        'Trần Mạnh Hào': ['Trưởng Ban @ Ban Tổ chức Năm Du lịch Quốc gia - Lào Cai 2017'],
        'Lê Văn Tiến': ['Trưởng phòng @ phòng Đào tạo'],
      },
    ],
    [
      'Chủ tịch UBND tỉnh [[Nguyễn Bá Tư]], Trưởng Ban Chỉ huy và phòng, chống thiên tai và tìm kiếm cứu nạn tỉnh chủ trì.',
      {
        'Nguyễn Bá Tư': [
          'Chủ tịch @ UBND tỉnh',
          'Trưởng Ban @ Ban Chỉ huy và phòng, chống thiên tai và tìm kiếm cứu nạn tỉnh',
        ],
      },
    ],
    // Runs of positions.
    [
      'Phó Bí thư Đảng đoàn, Phó chủ tịch Tổng thư ký Hội Luật gia Việt Nam [[Lê Minh Tá]] bày tỏ',
      {
        'Lê Minh Tá': [
          'Phó Bí thư @ Đảng đoàn',
          'Phó chủ tịch',
          'Tổng thư ký @ Hội Luật gia Việt Nam',
        ],
      },
    ],
    [
      'Đại sứ [[Vũ Hoà]], Quyền Trưởng SOM ASEAN Việt Nam, Vụ trưởng Vụ ASEAN, Bộ Ngoại giao cho biết',
      {
        'Vũ Hoà': ['Đại sứ', 'Trưởng SOM @ ASEAN Việt Nam', 'Vụ trưởng @ Vụ ASEAN, Bộ Ngoại giao'],
      },
    ],
    [
      'bà [[Hoàng Thị Tâm]], Gương mặt trẻ tiêu biểu, Bí thư Tỉnh đoàn Hà Giang, và ông [[Vũ Văn Hà]], Bí thư Huyện ủy Mèo Vạc, Cây bút của vùng cao, Chủ tịch Hội Văn học tỉnh Hà Giang',
      {
        'Hoàng Thị Tâm': ['Bí thư @ Tỉnh đoàn Hà Giang'],
        'Vũ Văn Hà': ['Bí thư @ Huyện ủy Mèo Vạc', 'Chủ tịch @ Hội Văn học tỉnh Hà Giang'],
      },
    ],
    [
      'ông [[Đinh Văn Dư]], Bí thư Thành ủy Hà Nội (nguyên Bí thư Tỉnh ủy Ninh Bình); ông [[Lê Văn Tiến]], Bí thư Thành ủy Huế (sinh năm 1970)',
      {
        'Đinh Văn Dư': ['Bí thư @ Thành ủy Hà Nội', 'Bí thư @ Tỉnh ủy Ninh Bình'],
        'Lê Văn Tiến': ['Bí thư @ Thành ủy Huế'],
      },
    ],
    [
      'Cử Bộ trưởng Bộ Lao động [[Lê Văn Hiền]] làm đặc phái viên của Chính phủ ở miền Nam.',
      { 'Lê Văn Hiền': ['Bộ trưởng @ Bộ Lao động', 'đặc phái viên @ Chính phủ'] },
    ],
    [
      'Thượng tướng [[Ngụy Phong Hoa]], Ủy viên Quốc vụ, Bộ trưởng Bộ Quốc phòng',
      { 'Ngụy Phong Hoa': ['Ủy viên Quốc vụ', 'Bộ trưởng @ Bộ Quốc phòng'] },
    ],
    [
      'đồng chí [[Trương Thị May]], Chủ tịch Nhóm nữ Đại biểu Quốc hội Việt Nam; đồng chí [[Trần Thị Loan]] – Tổ trưởng điểm tiếp nhận Hành chính công',
      {
        'Trương Thị May': ['Chủ tịch @ Nhóm nữ Đại biểu Quốc hội Việt Nam'],
        'Trần Thị Loan': ['Tổ trưởng @ điểm tiếp nhận Hành chính công'],
      },
    ],
    [
      'Đồng chí [[Khuất Văn Hùng]], Phó Chủ tịch Chuyên trách Uy ban ATGT quốc gia',
      { 'Khuất Văn Hùng': ['Phó Chủ tịch Chuyên trách @ Uy ban ATGT quốc gia'] },
    ],
    // What one person becomes is not said of the next.
    [
      'chúc mừng đồng chí [[Nguyễn Kim Sâm]] đã được giao nhiệm vụ là Bộ trưởng Bộ Y tế, đồng chí [[Trần Xuân Nhã]] tin tưởng',
      { 'Nguyễn Kim Sâm': [], 'Trần Xuân Nhã': [] },
    ],
    [
      'Được bổ nhiệm làm Giám đốc Sở Y tế, ông [[Trần Xuân Nhã]] hứa',
      { 'Trần Xuân Nhã': ['Giám đốc @ Sở Y tế'] },
    ],
    ['Giám đốc [[Nguyễn Văn Đoan]] phát biểu kết luận', { 'Nguyễn Văn Đoan': ['Giám đốc'] }],
    [
      'Tại hội nghị, Thứ trưởng Bộ GDĐT [[Nguyễn Hữu Đa]] nhấn mạnh',
      { 'Nguyễn Hữu Đa': ['Thứ trưởng @ Bộ GDĐT'] },
    ],
    [
      'Bí thư Tỉnh ủy Hà Giang [[Nguyễn Văn An]] đến dự',
      { 'Nguyễn Văn An': ['Bí thư @ Tỉnh ủy Hà Giang'] },
    ],
    [
      'PGS-TS [[Phạm Việt Đan]], Giám đốc Sở Y tế tỉnh Thái Nguyên',
      { 'Phạm Việt Đan': ['Giám đốc @ Sở Y tế tỉnh Thái Nguyên'] },
    ],
    [
      'bà [[Vi Thị Bích]] (Phó Chủ tịch Hội Liên hiệp Phụ nữ huyện Mường Ảng)',
      { 'Vi Thị Bích': ['Phó Chủ tịch @ Hội Liên hiệp Phụ nữ huyện Mường Ảng'] },
    ],
    [
      'Dự hội nghị có đồng chí [[Nguyễn Duy Lâm]] – Uỷ viên BTV Huyện uỷ, Phó Chủ tịch UBND huyện.',
      { 'Nguyễn Duy Lâm': ['Uỷ viên BTV @ Huyện uỷ', 'Phó Chủ tịch @ UBND huyện'] },
    ],
    [
      'các đồng chí: [[Y Bhiao Niê Kđăm]], Phó Chủ tịch UBND tỉnh Đắk Lắk; [[H’Ngoan Ayŭn]], Phó Giám đốc Sở Nội vụ; [[Giàng A Chớ]] – Trưởng phòng Giáo dục Dân tộc.',
      {
        'Y Bhiao Niê Kđăm': ['Phó Chủ tịch @ UBND tỉnh Đắk Lắk'],
        'H’Ngoan Ayŭn': ['Phó Giám đốc @ Sở Nội vụ'],
        'Giàng A Chớ': ['Trưởng phòng @ phòng Giáo dục Dân tộc'],
      },
    ],
    [
      'Bà [[Mai Thị Hồng]] (Sinh năm 1982), Phó chủ tịch Liên đoàn lao động huyện Hậu Lộc, tỉnh Thanh Hóa.',
      { 'Mai Thị Hồng': ['Phó chủ tịch @ Liên đoàn lao động huyện Hậu Lộc, tỉnh Thanh Hóa'] },
    ],
    [
      'Phó Giám đốc Sở Nội vụ, ông [[Trần Văn Bình]] cho biết',
      { 'Trần Văn Bình': ['Phó Giám đốc @ Sở Nội vụ'] },
    ],
    [
      'nguyên Giám đốc Sở Tài chính [[Lê Văn Minh]]',
      { 'Lê Văn Minh': ['Giám đốc @ Sở Tài chính'] },
    ],
    [
      'Đ/c [[Nguyễn Mạnh Hà]], Phó Chủ tịch kiêm Tổng thư ký T.Ư Hội Khuyến học Việt Nam;',
      {
        'Nguyễn Mạnh Hà': [
          'Phó Chủ tịch @ T.Ư Hội Khuyến học Việt Nam',
          'Tổng thư ký @ T.Ư Hội Khuyến học Việt Nam',
        ],
      },
    ],
    [
      'ông [[Vũ Xuân Hiệp]], Bí thư Đảng ủy Bộ Tham mưu, Đại tá, Phó Tham mưu trưởng Quân khu 4.',
      { 'Vũ Xuân Hiệp': ['Bí thư @ Đảng ủy Bộ Tham mưu', 'Phó Tham mưu trưởng @ Quân khu 4'] },
    ],
    [
      'Phó Bí thư Thành ủy, Chủ tịch HĐND thành phố [[Nguyễn Ngọc Tuân]] cho biết',
      { 'Nguyễn Ngọc Tuân': ['Phó Bí thư @ Thành ủy', 'Chủ tịch @ HĐND thành phố'] },
    ],
    [
      'Chủ tịch UBND tỉnh Hưng Yên - [[Đỗ Quốc Vân]], đã ký công điện',
      { 'Đỗ Quốc Vân': ['Chủ tịch @ UBND tỉnh Hưng Yên'] },
    ],
    [
      'nguyên Thứ trưởng Bộ Kế hoạch và Đầu tư, [[Đặng Huy Đang]] cho biết',
      { 'Đặng Huy Đang': ['Thứ trưởng @ Bộ Kế hoạch và Đầu tư'] },
    ],
    [
      'các đồng chí [[Ngô Thị Kim Hạ]], [[Tiêu Dân Trị]] giữ chức Phó Chủ tịch Hội Luật gia tỉnh.',
      {
        'Ngô Thị Kim Hạ': ['Phó Chủ tịch @ Hội Luật gia tỉnh'],
        'Tiêu Dân Trị': ['Phó Chủ tịch @ Hội Luật gia tỉnh'],
      },
    ],
    [
      'Ông [[Nguyễn Văn Khang]] được đại hội bầu làm Chủ tịch Hội Nông dân huyện Lý Nhân.',
      { 'Nguyễn Văn Khang': ['Chủ tịch @ Hội Nông dân huyện Lý Nhân'] },
    ],
    [
      'Bộ trưởng Văn hóa, Thể thao và Du lịch [[Nguyễn Văn Hạng]] và Thứ trưởng Tài chính [[Nguyễn Đức Chính]] dự.',
      {
        'Nguyễn Văn Hạng': ['Bộ trưởng @ Văn hóa, Thể thao và Du lịch'],
        'Nguyễn Đức Chính': ['Thứ trưởng @ Tài chính'],
      },
    ],
    [
      'bà [[Đàm Thị Huệ]], Trưởng Phòng Tài nguyên - Môi trường thị xã Gia Nghĩa',
      { 'Đàm Thị Huệ': ['Trưởng Phòng @ Phòng Tài nguyên - Môi trường thị xã Gia Nghĩa'] },
    ],
    [
      'Bà [[Nguyễn Thu Hiên]], Phó trưởng phòng Quản lý thi và kiểm định chất lượng cho biết',
      { 'Nguyễn Thu Hiên': ['Phó trưởng phòng @ phòng Quản lý thi và kiểm định chất lượng'] },
    ],
    [
      'Ông [[Lê Hồng Sang]], Hiệu trưởng Trường THPT tư thục Phạm Văn Đồng khẳng định',
      { 'Lê Hồng Sang': ['Hiệu trưởng @ Trường THPT tư thục Phạm Văn Đồng'] },
    ],
    ['ông [[Huỳnh Ngọc Hậu]] - Chủ tịch EVN cho hay', { 'Huỳnh Ngọc Hậu': ['Chủ tịch @ EVN'] }],
    [
      'Thủ tướng Nhật Bản gặp Thủ tướng [[Phan Minh Chính]] tại Hà Nội.',
      { 'Phan Minh Chính': ['Thủ tướng'] },
    ],
    [
      'Đ/c [[Nguyễn Bốn]] - CT UBND tỉnh; đ/c [[Nguyễn Tấn Bình]], PGĐ Sở Tài chính; ĐBQH [[Trương Trọng Nhân]] hỏi',
      {
        'Nguyễn Bốn': ['Chủ tịch @ UBND tỉnh'],
        'Nguyễn Tấn Bình': ['Phó Giám đốc @ Sở Tài chính'],
        'Trương Trọng Nhân': ['Đại biểu'],
      },
    ],
    [
      'Đồng chí [[Nguyễn Văn Viên]] - TUV – Bí thư Huyện ủy Đăk R’Lấp chủ trì',
      { 'Nguyễn Văn Viên': ['Tỉnh ủy viên', 'Bí thư @ Huyện ủy Đăk R’Lấp'] },
    ],
    [
      'Trân trọng.\n[[Nông Văn Thuận]]\nTrưởng phòng Kinh tế, Văn phòng UBND tỉnh Lạng Sơn',
      { 'Nông Văn Thuận': ['Trưởng phòng @ phòng Kinh tế, Văn phòng UBND tỉnh Lạng Sơn'] },
    ],
    [
      'Theo bà [[Trần Thị Khánh]], Giám đốc Phân tích Công ty cổ phần Chứng khoán Sao Mai, thị trường đang lên.',
      {
        'Trần Thị Khánh': ['Giám đốc Phân tích @ Công ty cổ phần Chứng khoán Sao Mai'],
      },
    ],
    [
      'Bà [[Lê Thị Ân]], Trợ lý Giám đốc Sở Y tế tỉnh Sơn La; ông [[Trần Quốc Khoan]], Chuyên viên chính - Vụ Điều trị, Bộ Y tế',
      {
        'Lê Thị Ân': ['Trợ lý Giám đốc @ Sở Y tế tỉnh Sơn La'],
        'Trần Quốc Khoan': ['Chuyên viên chính @ Vụ Điều trị, Bộ Y tế'],
      },
    ],
    [
      'Ông [[Trịnh Văn Quý]], Chủ tịch Bamboo Rail, cho biết như vậy.',
      { 'Trịnh Văn Quý': ['Chủ tịch @ Bamboo Rail'] },
    ],
    [
      'ông [[Nguyễn Hoàng Lân]], Đại sứ Việt Nam tại Lào, và ông [[Hoàng Trung Hà]] làm Bí thư Hà Nội từ tháng 2.',
      {
        'Nguyễn Hoàng Lân': ['Đại sứ @ Việt Nam tại Lào'],
        'Hoàng Trung Hà': ['Bí thư @ Hà Nội'],
      },
    ],
    [
      'Tiểu ban Văn kiện do ông [[Lê Văn Phú]] làm Trưởng Tiểu ban; Tiểu ban Kinh tế, xã hội do bà [[Trần Thị Hoa]] làm Trưởng Tiểu ban.',
      {
        'Lê Văn Phú': ['Trưởng Tiểu ban @ Tiểu ban Văn kiện'],
        'Trần Thị Hoa': ['Trưởng Tiểu ban @ Tiểu ban Kinh tế, xã hội'],
      },
    ],
    [
      'Ban Chỉ đạo xây dựng nông thôn mới gồm 26 người, trong đó ông [[Chu Văn Minh]] được phân công làm trưởng ban.',
      { 'Chu Văn Minh': ['trưởng ban @ Ban Chỉ đạo xây dựng nông thôn mới'] },
    ],
    [
      'Đại biểu [[Nguyễn Thị Tám]] - Đoàn ĐBQH tỉnh Bến Tre, cho rằng cần sửa luật.',
      { 'Nguyễn Thị Tám': ['Đại biểu @ Đoàn ĐBQH tỉnh Bến Tre'] },
    ],
    [
      'Ông [[Nguyễn Quốc Dương]], Phó Trưởng phòng Đăng ký Kinh doanh (Sở Kế hoạch và Đầu tư) chia sẻ',
      {
        'Nguyễn Quốc Dương': [
          'Phó Trưởng phòng @ phòng Đăng ký Kinh doanh + Sở Kế hoạch và Đầu tư',
        ],
      },
    ],
    [
      'ông [[Lê Văn Kim]], Viện trưởng Viện Khoa học quản trị doanh nghiệp và kinh tế số Việt Nam; bà [[Đỗ Thị Thành]], Trưởng phòng kinh tế, hạ tầng đô thị.',
      {
        'Lê Văn Kim': ['Viện trưởng @ Viện Khoa học quản trị doanh nghiệp và kinh tế số Việt Nam'],
        'Đỗ Thị Thành': ['Trưởng phòng @ phòng kinh tế, hạ tầng đô thị'],
      },
    ],
    [
      'đồng chí [[Trương Thanh Tân]] - Chủ tịch Hội đồng thẩm định xã nông thôn mới tỉnh, và ông [[Vũ Đức Dần]], Trưởng Ban Chỉ đạo Nhà nước về Du lịch.',
      {
        'Trương Thanh Tân': ['Chủ tịch @ Hội đồng thẩm định xã nông thôn mới tỉnh'],
        'Vũ Đức Dần': ['Trưởng Ban @ Ban Chỉ đạo Nhà nước về Du lịch'],
      },
    ],
    [
      'Thượng tá [[Nguyễn Ngọc Thanh]] - UVTV Quận ủy - Phó Chủ tịch Thường trực HĐND Quận',
      {
        'Nguyễn Ngọc Thanh': [
          'Ủy viên Thường vụ @ Quận ủy',
          'Phó Chủ tịch Thường trực @ HĐND Quận',
        ],
      },
    ],
    [
      'Uỷ viên TT Hội Khuyến học huyện Sông Mã, bà [[Trần Thị Nhung]] phát biểu',
      { 'Trần Thị Nhung': ['Uỷ viên Thường trực @ Hội Khuyến học huyện Sông Mã'] },
    ],
    [
      'Dự lễ có ông Thông-luông Xi-xu-lít-Phó Thủ tướng Chính phủ Lào, ông [[Lê Thanh Hòa]]-Bí thư Thành ủy.',
      { 'Lê Thanh Hòa': ['Bí thư @ Thành ủy'] },
    ],
    [
      'Tổng biên tập: [[Nguyễn Ngọc Tuân]] Phó tổng biên tập: [[Lâm Hiếu Dụng]] Phó tổng biên tập: [[Trần Việt Hương]]',
      {
        'Nguyễn Ngọc Tuân': ['Tổng biên tập'],
        'Lâm Hiếu Dụng': ['Phó tổng biên tập'],
        'Trần Việt Hương': ['Phó tổng biên tập'],
      },
    ],
    [
      '- Chủ tịch Liên đoàn: Ông [[Phạm Văn Trình]].',
      { 'Phạm Văn Trình': ['Chủ tịch @ Liên đoàn'] },
    ],
    [
      'trao giải ngày 28.12 TRẦN NGỌC THẠCH Tổng biên tập Báo Sông Mới [[Nguyễn Ngọc Tuân]] trao thưởng',
      { 'Nguyễn Ngọc Tuân': ['Tổng biên tập @ Báo Sông Mới'] },
    ],
    [
      'Bổ nhiệm ông [[Cầm Văn Ân]], Phó Hiệu trưởng trường Chính trị tỉnh Sơn La giữ chức vụ Phó Giám đốc sở GD&ĐT.',
      {
        'Cầm Văn Ân': ['Phó Hiệu trưởng @ trường Chính trị tỉnh Sơn La', 'Phó Giám đốc @ sở GD&ĐT'],
      },
    ],
    [
      'ông [[Lê Văn Nâm]], Chánh Văn phòng Huyện ủy; ông [[Nguyễn Thanh Hồi]], nguyên Phó Bí thư Huyện uỷ Trần Đề khẳng định',
      {
        'Lê Văn Nâm': ['Chánh Văn phòng @ Văn phòng Huyện ủy'],
        'Nguyễn Thanh Hồi': ['Phó Bí thư @ Huyện uỷ Trần Đề'],
      },
    ],
    [
      'Đại tá [[Phạm Hồng Quang]], Thủ trưởng Cơ quan Cảnh sát điều tra và Thượng tá [[Lê Văn Hải]], Trưởng phòng Cảnh sát điều tra tội phạm về ma túy cho biết.',
      {
        'Phạm Hồng Quang': ['Thủ trưởng @ Cơ quan Cảnh sát điều tra'],
        'Lê Văn Hải': ['Trưởng phòng @ phòng Cảnh sát điều tra tội phạm về ma túy'],
      },
    ],
    [
      'PGS.TS [[Trần Xuân Nhị]], Phó Chủ tịch Hiệp hội các trường đại học, cao đẳng Việt Nam; Thủ tướng Lào [[Sonexay Siphandone]]',
      {
        'Trần Xuân Nhị': ['Phó Chủ tịch @ Hiệp hội các trường đại học, cao đẳng Việt Nam'],
        'Sonexay Siphandone': ['Thủ tướng @ Lào'],
      },
    ],
    [
      '+ Đ/c [[Vũ Văn Thiên]], P.CT Cục Thuế tỉnh - Thành viên; ông [[Trương Văn Bình]], Trưởng Ban Chỉ đạo Cải cách hành chính (CCHC) của Chính phủ',
      {
        'Vũ Văn Thiên': ['Phó Cục trưởng @ Cục Thuế tỉnh'],
        'Trương Văn Bình': ['Trưởng Ban @ Ban Chỉ đạo Cải cách hành chính + Chính phủ'],
      },
    ],
    [
      'liên hệ với Đại tá [[Đồng Sỹ Nghiêm]], Tư lệnh Đoàn 559 và Đại tá [[Đặng Tỉnh]], Chính ủy để được giúp đỡ',
      { 'Đồng Sỹ Nghiêm': ['Tư lệnh @ Đoàn 559'], 'Đặng Tỉnh': ['Chính ủy'] },
    ],
  ])('%s', (marked, expected) => {
    const { text, spans } = unmarked(marked)
    expect(read(text)).toEqual(expected)
    expect(Object.keys(expected)).toEqual(spans)
  })
})

describe('findOfficials ignores', () => {
  test.each([
    'Trường THPT Lê Quý Đôn tổ chức khai giảng',
    'đường Trần Phú, phường 2',
    'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    'lãnh đạo các sở, ban, ngành và hiệu trưởng các trường',
    'Trưởng phòng Giáo dục và Đào tạo các huyện, thành phố',
    'Giám đốc Sở yêu cầu các đơn vị',
    'Sở Giáo dục và Đào tạo tỉnh Thái Nguyên phát biểu',
    'em Nguyễn Văn Tú, học sinh lớp 9A',
    'Bà Mai Thị Hằng, giáo viên Trường THPT Thạch Thành 1',
    'Chiến thắng Điện Biên Phủ',
    'THƯ KÝ\tCHỦ TRÌ',
    'Đ/c Chủ tịch PH BTV tỉnh ủy',
    'Bộ Tư lệnh Vùng Cảnh sát biển 1',
    'CHỦ TỊCH LÂM THỜI SỐ 4',
    'THỦ TRƯỞNG ĐƠN VỊ (Ký, đóng dấu)',
    'KT. BỘ TRƯỞNG THỨ TRƯỞNG (Đã ký)',
    'VỤ TRƯỞNG VỤ THI ĐUA - KHEN THƯỞNG',
    'THỦ TRƯỞNG TỔ CHỨC ĐĂNG KÝ CHỦ TRÌ',
    'NỘI QUY HỘI CÔNG CHỨNG VIÊN THÀNH PHỐ CẦN THƠ',
    'hữu nghị do Chủ tịch Hồ Chí Minh và Chủ tịch Kaysone Phomvihane dày công vun đắp',
    'Mai Hương\nGiám đốc Sở yêu cầu các trường học bù',
  ])('%s', (text) => {
    const named = Object.entries(read(text)).filter(([, positions]) => positions.length > 0)
    expect(named).toEqual([])
  })
})

test('a name ends with its cell, and so does a body', () => {
  const rows = [
    'Chủ tịch UBND tỉnh An Giang\tSở Tài chính\t1',
    '1\tNguyễn Anh Đài\tPhó Giám đốc\tSở Tài chính\tKhen thưởng cá nhân',
    'Đ/c Nguyễn Bá Ước Phó Bí thư Thường trực Huyện ủy\tĐ/c Lê Văn Thìn Phó Bí thư Huyện ủy',
  ]
  expect(read(rows.join('\n'))).toEqual({
    'Nguyễn Anh Đài': ['Phó Giám đốc @ Sở Tài chính'],
    'Nguyễn Bá Ước': ['Phó Bí thư Thường trực @ Huyện ủy'],
    'Lê Văn Thìn': ['Phó Bí thư @ Huyện ủy'],
  })
})

test('former and acting holders are told apart', () => {
  const page = pageOf(
    'ông Lê Văn Minh, nguyên Giám đốc Sở Tài chính; bà Trần Thị Hoa, Quyền Giám đốc Sở Y tế',
  )
  expect(
    findOfficials(page).map((m) => m.value.positions.map((p) => [p.former, p.acting])),
  ).toEqual([[[true, false]], [[false, true]]])
})

test('an honorific belongs to its own sentence', () => {
  const honorifics = (text: string) => findOfficials(pageOf(text)).map((m) => m.value.honorifics)
  expect(
    honorifics('Ban gồm 34 đồng chí. Ông Lê Văn Khánh, Chủ tịch Hội Nông dân, phát biểu'),
  ).toEqual([['ông']])
  expect(honorifics('có đ/c. Thượng tá Lê Văn Khánh, Trưởng Công an huyện')).toEqual([['đ/c']])
})
