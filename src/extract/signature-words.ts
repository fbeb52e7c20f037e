// The words that signatures are made of: authority, titles, degrees and names.

/** "KT. GIÁM ĐỐC", "T/M TỈNH ỦY": on whose behalf somebody signs; in key form. */
export const authority = /^(?:(?:t\/m|k\/t|t\/l|t\/u\/q)[.\s]|(?:tm|kt|tl|tuq|q)\s?[./])\s?\p{L}/u
/** Offices that sign, as a line of capitals begins with them; in key form. */
export const titleInCapitals =
  /^(?:quyền |q\. ?)?(?:phó )?(?:giám đốc|chủ tịch|bộ trưởng|thứ trưởng|trưởng phòng|hiệu trưởng|bí thư|chủ nhiệm|trưởng ban|cục trưởng|vụ trưởng|viện trưởng|chánh văn phòng|chánh thanh tra|chánh án|tổng giám đốc|tổng cục trưởng|thủ tướng|chi cục trưởng|thủ trưởng|chỉ huy trưởng|trưởng đoàn|tổng bí thư|thường trực ban bí thư|chính trị viên|tổng biên tập|tổng thư ký|người ký|thống đốc|tổng thanh tra|tổng kiểm toán|đội trưởng|trạm trưởng|hạt trưởng|trưởng khoa|trưởng trạm|tổ trưởng|tư lệnh|chính uỷ)/u

const rankOrDegree =
  /^(?:(?:GS|PGS|TSKH|TS|Th\.?S|ThS|BS|BSCK(?:II|I)|DS|KS|CN|NGND|NGƯT|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng)[.\s-]+)+/u

/** A name without the degree or rank before it and the stop after it. */
export const bareName = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(rankOrDegree, '')
    .replace(/[.,;]+$/u, '')

/** Words in capitals that may be a name and are no body or title. */
export function looksLikeName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){1,5}$/u.test(text) &&
    text.length < 45 &&
    !/^(?:việt nam|cộng hoà|dân chủ|ngân hàng|nhà nước|đơn vị|lâm thời|chính phủ|thống đốc|bộ |sở |uỷ ban|ủy ban|tổng cục)/iu.test(
      text,
    ) &&
    !titleInCapitals.test(text.toLowerCase())
  )
}
