// Words that a body, an office or a group of people begins with, as orders are given to them: "Sở Tài chính",
// "các đơn vị", "UBND cấp xã", "Thủ trưởng cơ quan". And how high it stands, which tells an order from a petition.

const verbsAlike =
  'ban(?! hành)|bộ(?! mặt| máy)|báo(?! cáo| động)|tổ(?! chức)|tổ chức (?:pháp chế|đảng(?! viên)|công đoàn|tín dụng|hành nghề|chính trị)|tiểu ban|đoàn(?! kết)|hội(?! nghị| thảo| họp| nhập)|xã(?! hội)|phòng(?=, (?:ban|khoa|trung tâm|đơn vị)(?!\\p{L}))|phòng(?!,| chống| ngừa| tránh| thủ)|khối(?! lượng)|cơ sở(?! dữ liệu| vật chất| hạ tầng| đó)|các tổ chức|các cấp|cấp (?:uỷ|tỉnh|huyện|xã|cơ sở)|thanh tra (?:tỉnh|sở|huyện|thành phố|chính phủ|bộ|nhà nước)'
const bodies =
  'chính phủ|quốc hội|thủ tướng|sở|cục|chi cục|tổng cục|vụ|viện|học viện|đại học(?= \\p{L})|khoa(?! học| giáo| trương)|phân hiệu|thư viện|bảo tàng|nhà (?:xuất bản|máy|văn hoá|hát|thiếu nhi)|tạp chí|chi nhánh|trạm(?! dừng)|đồn (?:biên phòng|công an)|bưu điện|chi đoàn|chi hội|liên đội|câu lạc bộ|cảnh sát|kiểm lâm|quỹ(?! đất| đạo| tiền| thời gian)|vườn quốc gia|thôn|khu (?:phố|dân cư)|(?:thuế|thống kê|thi hành án dân sự) (?:tỉnh|thành phố|cơ sở|khu vực)|văn phòng|công an|quân khu|uỷ ban|ubnd|hđnd|hội đồng|mttq|mặt trận|đảng uỷ|huyện uỷ|thành uỷ|tỉnh uỷ|thị uỷ|quận uỷ|đảng đoàn|thường trực(?! 24)|trường(?! hợp)|nhà trường|trung tâm|bệnh viện|kho bạc|ngân hàng|bảo hiểm xã hội|bhxh|cơ quan|đơn vị|địa phương|doanh nghiệp|công ty|tập đoàn|tổng công ty|hợp tác xã|đài|cổng thông tin|hiệp hội|liên hiệp|liên minh|liên đoàn|lđlđ|công đoàn|tỉnh đoàn|huyện đoàn|thành đoàn|chi bộ|đảng bộ|ngành|toàn ngành|huyện|phường|thị xã|thành phố|tỉnh|quận|thị trấn|cụm|hạt kiểm lâm|bộ phận|lực lượng|toà án|tand|viện kiểm sát|vksnd|điện lực|viễn thông|hải quan|chủ đầu tư|chủ rừng|đội(?! ngũ)'
/** Before the title of one who has just come into office. */
const newly =
  'tân (?=(?:bí thư|phó|chủ tịch|giám đốc|tổng giám đốc|hiệu trưởng|chánh|trưởng|bộ trưởng|thủ tướng|tổng bí thư|thủ trưởng|đại biểu)(?!\\p{L}))'
const people =
  'lãnh đạo|thủ trưởng|người đứng đầu|chủ tịch|phó (?:trưởng|chánh|bí thư|tổng giám đốc|hiệu trưởng)|phó chủ tịch|giám đốc|phó giám đốc|tổng giám đốc|hiệu trưởng|chánh|trưởng|bí thư|đồng chí|cán bộ|công chức|giáo viên|hội viên|thành viên|toàn thể|ông|bà|bộ trưởng|kiểm soát viên'

/** The word at the start of a matching key with which a body, an office or a group begins. */
export const bodyHead = new RegExp(
  `^(?:các |những |mọi |mỗi |tất cả |quý |2 |hai |${newly})*(?:${verbsAlike}|${bodies}|${people})(?!\\p{L})`,
  'u',
)

const commonPeople =
  '(?:hội nghị|đại hội)(?= (?:tập trung|cần|xem xét|thảo luận|cho ý kiến|biểu quyết|thông qua)(?!\\p{L}))|thí sinh|thầy,? cô|tổ chức, cá nhân|nhân dân|chủ nhiệm|phó chủ nhiệm|thủ quỹ|kế toán|uỷ viên|đảng uỷ viên|thanh tra viên|kiểm sát viên|người|bên(?! cạnh| trong| ngoài| lề)|đối tượng (?:kiểm tra|thanh tra|giám sát)|cấp phó|điểm thi|ứng viên|nghiên cứu sinh|học viên|học trò|phóng viên|đặc phái viên|y,? bác sĩ|chấp hành viên|cử tri|học sinh|sinh viên|phụ huynh|cấp có thẩm quyền|người có thẩm quyền|chính quyền|thư ký|báo cáo viên|tuyên truyền viên|cộng tác viên|chuyên viên|nhân viên|viên chức|đảng viên|đoàn viên|tập thể|cá nhân|nhà thầu|nhà đầu tư|hộ (?:dân|gia đình|kinh doanh|chăn nuôi|sản xuất)|chủ (?:hộ|tàu|cơ sở|phương tiện|dự án|trang trại|sở hữu)|tổng phụ trách|cha mẹ học sinh|nghệ nhân|luật sư|nhà giáo|giảng viên'
/** The same with groups of people, whom an order can charge though they head no list of tasks. */
export const chargedHead = new RegExp(
  `^(?:các |những |mọi |mỗi |tất cả |quý |2 |hai |${newly})*(?:${verbsAlike}|${bodies}|${people}|${commonPeople})(?!\\p{L})`,
  'u',
)

const levels: Array<[RegExp, number]> = [
  [
    /(?<!\p{L})(?:quốc hội|chính phủ|thủ tướng|trung ương|ban bí thư|bộ chính trị|tổng bí thư|chủ tịch nước|nhà nước|đảng(?! uỷ| bộ| viên))(?!\p{L})/u,
    1,
  ],
  [
    /(?<!\p{L})(?:bộ(?! phận| chỉ huy| đội| mặt| máy)|các bộ|bộ trưởng|thứ trưởng|tổng cục|ngân hàng nhà nước|vụ trưởng)(?!\p{L})/u,
    2,
  ],
  [
    /(?<!\p{L})(?:tỉnh uỷ|thành uỷ|(?:hđnd|ubnd|hội đồng nhân dân|uỷ ban nhân dân)(?: các)? (?:tỉnh|thành phố|tp))(?!\p{L})/u,
    3,
  ],
  [/(?<!\p{L})(?:sở|công an tỉnh|thanh tra tỉnh|ban quản lý|chi cục|ban dân tộc)(?!\p{L})/u, 4],
  [
    /(?<!\p{L})(?:huyện uỷ|quận uỷ|thị uỷ|(?:hđnd|ubnd|hội đồng nhân dân|uỷ ban nhân dân)(?: các)? (?:huyện|quận|thị xã)|huyện|quận|thị xã)(?!\p{L})/u,
    5,
  ],
  [/(?<!\p{L})(?:(?<!văn )phòng|phòng giáo dục)(?!\p{L})/u, 6],
  [/(?<!\p{L})(?:xã(?! hội)|phường|thị trấn|trường|hiệu trưởng)(?!\p{L})/u, 7],
]

/** 1 for the State's and Party's top … 7 for communes and schools, by the first body named; null where none is. */
export function levelOf(key: string): number | null {
  let best: { at: number; level: number } | null = null
  for (const [pattern, level] of levels) {
    const at = pattern.exec(key)?.index
    if (at !== undefined && (best === null || at < best.at)) best = { at, level }
  }
  return best?.level ?? null
}
