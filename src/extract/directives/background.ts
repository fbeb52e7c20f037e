// Orders that a paper cites as its grounds: "Nhận được Công văn số 12 … của Văn phòng … đề nghị Sở Nội vụ xem xét", "Thực hiện
// Công văn số 5 … của Bộ yêu cầu các sở báo cáo, Sở Y tế đã …". Who wrote that paper ordered once; this one says why it is written.

const cited =
  /(?:^|[ ,.;(])(?:nhận được|tiếp nhận|xét|xem xét|thực hiện|triển khai|căn cứ|phúc đáp|trả lời|qua nghiên cứu) (?:nội dung |các |những )?(?:công văn|văn bản|tờ trình|đơn|hồ sơ|giấy|phiếu chuyển|báo cáo|thông báo|công điện|quyết định|kế hoạch|chỉ thị|thư)(?!\p{L})[^;:]{0,300}$/u
/** The comma behind the grounds, after which the paper itself orders. */
const closed = /, (?:\p{L}+ ){0,14}$/u

/** True where the words before a verb, as a matching key, cite the paper of another who orders by that verb. */
export function isCited(before: string): boolean {
  const grounds = cited.exec(before)
  return grounds !== null && !closed.test(grounds[0])
}
