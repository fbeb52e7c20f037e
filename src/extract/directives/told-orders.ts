// Orders that a story tells of: given once, to people of that time. "Trước khi có quy định, thầy đã yêu cầu học trò …",
// "Ông yêu cầu đơn vị dẫn tôi ra trận địa".

/** "… đã tập trung chỉ đạo …; đồng thời | chỉ đạo …": the second half of what was done. */
const directedBefore =
  /(?:^|[ ,])đã (?:\p{L}+ ){0,3}(?:chỉ đạo|ban hành|triển khai|tổ chức|thực hiện)(?!\p{L})[^.]{0,400}(?:đồng thời|và|,) $/u
/** "Trước khi Bộ quy định …, ông đã | yêu cầu": the practice of an earlier time. */
const onceBefore =
  /^\s*(?:trước khi|hồi đó|ngày ấy|thời đó|khi đó|lúc đó|lúc bấy giờ)(?!\p{L})[^;:]{3,400} (?:đã|từng|cũng) $/u
/** One who tells what others were asked to do with him. */
const narrator = /^[^"“”:]{2,200}(?<![\p{L}"]|chúng )tôi(?!\p{L})/u
const speaksOfSelf = /(?<!\p{L})tôi(?!\p{L})|["“]/u

/** True for an order that is told, not given. Words before the verb and after it, as matching keys. */
export function isTold(verb: string, before: string, after: string): boolean {
  if (
    /^chỉ (?:đạo|thị)$/u.test(verb) &&
    (/(?:đã|từng|vừa) $/u.test(before) || directedBefore.test(before))
  )
    return true
  if (onceBefore.test(before)) return true
  return after.includes('tôi') && narrator.test(after) && !speaksOfSelf.test(before)
}
