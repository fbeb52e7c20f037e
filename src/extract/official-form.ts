// What only official documents have, whatever became of their header: "Căn cứ Luật …", "Điều 1.", "Kính gửi:", "Nơi nhận:",
// an office that speaks for itself ("Đề nghị các đơn vị …", "… chịu trách nhiệm thi hành Quyết định này").

/** Words that a paragraph of an official document begins with. */
const opening =
  /^(?:[-+*•] ?)?(?:kính gửi|nơi nhận|căn cứ(?! vào (?:kết quả|tình hình|thực tế))|xét (?:đề nghị|tờ trình|rằng)|chiểu (?:theo|lời)|theo đề nghị của|(?:điều|khoản) (?:\d|thứ (?:nhất|hai|ba))|chương (?:[ivx]+|\d+)(?!\p{L})|phần (?:thứ )?(?:nhất|hai|[ivx]+)(?!\p{L})|(?:ra )?(?:quyết định|quyết nghị|chỉ thị|nghị quyết|sắc lệnh|sắc) ?:|\((?:ban hành )?kèm theo |số ?: ?\d{0,5} ?\/|v\/v |(?:trân trọng )?kính (?:mời|trình|đề nghị|báo cáo)|trân trọng (?:kính mời|thông báo|đề nghị|báo cáo|cảm ơn)|nhận được (?:công văn|văn bản|tờ trình|đơn|báo cáo)|hôm nay,? (?:vào )?hồi|(?:thời gian|địa điểm|thành phần(?: tham dự| tham gia| dự họp)?|chủ trì|chủ toạ|thư ký) ?:|[ivx]+ ?[.-] ?\p{L})/u
/** The same of an office that asks, and of annexes; in a report the words of one who spoke, and what may be loaded down. */
const asking =
  /^(?:[-+*•] ?)?(?:(?:đề nghị|yêu cầu) (?:các|thủ trưởng|hiệu trưởng|giám đốc|chủ tịch|trưởng|lãnh đạo|đồng chí|quý|ban|phòng|sở|uỷ ban|ubnd)(?!\p{L})|phụ lục (?:số )?[\divx]|(?:mẫu|biểu)(?: mẫu)?(?: số)? ?\d)/u

/** Words by which a document speaks of itself or to those who are to obey it. */
const selfSpoken =
  /(?<!\p{L})(?:chịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) (?:\p{L}+ ){1,3}này|có hiệu lực (?:thi hành )?(?:kể )?từ ngày (?:ký|ban hành)|nếu (?:có|gặp) (?:khó khăn,? )?(?:vướng mắc|khó khăn)|để (?:các|quý) (?:\p{L}+ ){1,6}(?:biết|được biết)(?:,| và) |(?:thông báo|trình bày|đề nghị|yêu cầu|hướng dẫn|báo cáo|kế hoạch)(?: [^.;:]{0,80})? như sau ?:|(?:luật|nghị định|thông tư|quy chế|quy định|nghị quyết) này (?:quy định|áp dụng|có hiệu lực))/u
/** "./." ends the text of an official document. */
const closing = /\.\/\.?\s*$/u
/** Somebody reports: what people said, when something took place. */
const reporting =
  /(?<!\p{L})(?:cho biết|cho hay|phát biểu|chia sẻ|nhấn mạnh|khẳng định|phóng viên|báo chí|diễn ra|vừa (?:tổ chức|ban hành|ký|có)|đã (?:tổ chức|ban hành|ký|diễn ra|trao)|(?:sáng|chiều|tối)(?: nay| qua| ngày)? ?\(?\d|ngày \d{1,2}[/.-]\d{1,2},)(?!\p{L})/u

/** How much of a paragraph is looked at, in UTF-16 units. */
const looked = 600

/** The first words that only an official document has; null where none stand there. Takes the paragraphs in key form. */
export function officialWords(paragraphs: readonly string[]): string | null {
  const heads = paragraphs.map((key) => key.slice(0, looked).trimStart())
  for (const [i, head] of heads.entries()) {
    const found = opening.exec(head) ?? closing.exec(paragraphs[i]?.slice(-6) ?? '')
    if (found) return found[0].trim()
  }
  // Reports quote those who asked, and tell what a new law is about.
  if (paragraphs.some((key) => reporting.test(key))) return null
  for (const head of heads) {
    const said = asking.exec(head) ?? selfSpoken.exec(head)
    if (said) return said[0]
  }
  return null
}
