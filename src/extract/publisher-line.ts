// A line that is only the name of who publishes: "Báo Quảng Ninh", "Thanh Niên Online", "Cổng thông tin điện tử Bộ Y tế". It stands
// between the headline and its day, and is no headline itself.

const published =
  /^(?:báo(?! cáo| động| hiệu| chí| giá)|tạp chí|thời báo|nhật báo|tuần báo|thông tấn xã|đài (?:phát thanh|truyền hình|tiếng nói|pt)|cổng (?:thông tin(?: điện tử)?|ttđt)|trang (?:thông tin|tin) điện tử)(?!\p{L})/u
const onTheWeb = /(?: online|\.(?:vn|com|net|com\.vn))$/u
/** Small words within such names. */
const small =
  /^(?:và|của|điện|tử|thông|tin|tỉnh|thành|phố|phát|thanh|truyền|hình|tiếng|nói|online|chí|tấn|xã|giải|phóng|[-–&])$/u

/** What a publisher does and no part of its name. */
const verb =
  /(?<!\p{L})(?:tổ chức|ra mắt|kỷ niệm|trao|thăm|tặng|họp|đón|bị|có|sẽ|được|phát động|khai trương|tuyển|đưa|làm|về)(?!\p{L})/u
/** Words of the longest name behind "Báo": "Báo Công an nhân dân". */
const nameLength = 4

/** Whether a line names a publisher and nothing else. `key`: the line in small letters. */
export function isPublisher(text: string, key: string): boolean {
  if (text.length > 60 || /[,;:!?…]|\d|\.$/u.test(text)) return false
  const head = published.exec(key)?.[0]
  if (head === undefined && !onTheWeb.test(key)) return false
  const name = text.slice(head?.length ?? 0).trim()
  if (head !== undefined && /^\p{Lu}/u.test(name) && !verb.test(key))
    if (name.split(' ').length <= nameLength) return true
  const words = text.trim().split(/\s+/u)
  return words.length <= 9 && words.every((word, i) => isOfName(word, i > 0))
}

/** A word with a capital, a small word within a name, or an address. */
const isOfName = (word: string, isWithin: boolean): boolean =>
  /^\p{Lu}|\.(?:vn|com|net)$/u.test(word) || (isWithin && small.test(word))
