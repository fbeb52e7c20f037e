// The words by which the layout of an official document is known: national motto, signature area, list markers, articles.

/** "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", whatever its tone style ("CỘNG HÕA" is a common fault of fonts); the Party's title. */
export const nationalTitle =
  /^(?:CỘNG H[OÒÕ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM)/iu

/** "Đắk Nông, ngày 14 tháng 11 năm 2018", also with blanks left for the day. */
export const dateline = /ngày[\s\d.…_]*tháng[\s\d.…_]*năm/iu

/** "Nơi nhận:" opens the left side of the signature area. */
export const recipients = /^Nơi\s+(?:nhận|gửi)/iu

/** "KT. BỘ TRƯỞNG", "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ". */
export const capacity = /^(?:TM|KT|TL|TUQ|TUN|T\/M|K\/T|T\/L)\s?[./]?\s?\p{Lu}/u

/** "BÁO CÁO" by itself: the name of the kind of document, over its subject. */
export const typeName =
  /^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|THÔNG TƯ(?: LIÊN TỊCH)?|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|BÁO CÁO|BIÊN BẢN|TỜ TRÌNH|CÔNG ĐIỆN|GIẤY MỜI|NGHỊ ĐỊNH|LUẬT|PHÁP LỆNH|KẾT LUẬN|LỆNH)$/u

/** "GIÁM ĐỐC", "PHÓ CHỦ TỊCH", "Q. HIỆU TRƯỞNG": the office of who signs, by itself on a line. */
export const signingOffice =
  /^(?:Q\.\s?|QUYỀN\s|PHÓ\s|TỔNG\s){0,3}(?:GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG (?:BAN|PHÒNG|ĐOÀN)|BÍ THƯ|THỐNG ĐỐC|TỔNG KIỂM TOÁN(?: NHÀ NƯỚC)?)$/u

/** A marker that may stand before a list item, alone or with text behind it. */
export const listMarker =
  /^(?:[-–—+*•●▪◦❖➢✓☐□\uF0B7\uF0A7\uF0FC\uF02D\uF0A8\uF06F]|\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|[a-zđ]{1,2}(?:\.\d{1,2})?[.)]|\([a-zđ\d]{1,3}\)|[IVXL]{1,6}[.)]|[A-ZĐ][.)])(?=\s|$|(?<=[-–—+*•●▪◦❖➢✓☐□\uF0B7\uF0A7\uF0FC\uF02D\uF0A8\uF06F])\p{L})/u

/** "Điều 5.", "Chương II", "Mục 1", "Phần thứ nhất", "PHỤ LỤC I", with its heading level. */
const structure: ReadonlyArray<[RegExp, number]> = [
  [/^(?:PHẦN|Phần)\s+(?:thứ\s+\p{Ll}+|THỨ\s+\p{Lu}+|[IVXLC]+|\d+)(?![\p{L}\p{N}])/u, 2],
  [/^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?[IVXLC\d]+)?(?![\p{L}\p{N}])/u, 2],
  [/^(?:CHƯƠNG|Chương)\s+[IVXLC\d]+(?![\p{L}\p{N}])/u, 2],
  [/^(?:MỤC|Mục)\s+[IVXLC\d]+(?![\p{L}\p{N}])/u, 3],
  [/^(?:Điều|ĐIỀU)\s+\d{1,4}[a-zđ]?\s?[.:]/u, 4],
]

/** Heading level of a line that opens a part, chapter or article; null for others. */
export function structureLevel(text: string): number | null {
  return structure.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** "Căn cứ Luật …;", "Theo đề nghị của …", "Kính gửi:" open paragraphs of their own. */
export const paragraphOpening =
  /^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Kính gửi|Kính thưa|Nơi nhận)(?![\p{L}\p{N}])/u

/** "12", "- 3 -", "Trang 3/10", "iv". */
export const pageNumber =
  /^(?:[-–—]\s*)?(?:Trang\s+|Page\s+)?(\d{1,4}|[ivxl]{1,6})(?:\s*[/|]\s*\d{1,4})?(?:\s*[-–—])?$/iu

/** What the stamp of an electronic signature says. */
export const signatureStamp =
  /^(?:Người ký|Ký bởi|Được ký bởi|Cơ quan|Thời gian ký|Ngày ký|Email|Digitally signed|Signature|Signed by|Date:|DN:|Location:|Reason:)/iu

/** Whether letters are capitals throughout: "QUY ĐỊNH CHUNG". */
export function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** "Hình 2. Quang cảnh hội nghị", "Biểu đồ 1: …", "Ảnh: …" under or over a picture. */
export const captionOpening =
  /^(?:(?:Hình|Ảnh|Biểu đồ|Sơ đồ|Đồ thị|Bảng)\s+(?:số\s+)?\d{1,3}(?:[.-]\d{1,3}){0,3}\s*[.:–-]\s*\p{L}|(?:Nguồn ảnh|Ảnh)\s*:)/u
