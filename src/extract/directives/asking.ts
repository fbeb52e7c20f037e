// Who can only ask, and whom one asks who stands higher.
import type { Page } from '../page.ts'
import type { Speaker } from './speaker.ts'

/** Whom "đề xuất" and "kiến nghị" ask. */
const proposed =
  /^(?:với )?(?:chủ tịch ubnd|chủ tịch uỷ ban|ubnd tỉnh|uỷ ban nhân dân tỉnh|thủ tướng|chính phủ|quốc hội|trung ương|(?:các )?bộ (?!máy|phận)\p{L}+)(?!\p{L})[^.;:]{0,80} (?:xem xét|quan tâm|sớm|cho phép|phê duyệt|chỉ đạo|gia hạn|bổ sung|hỗ trợ|ban hành|có|tiếp tục|tháo gỡ|phân cấp)(?!\p{L})/u
/** Who can only ask, whatever they ask for. */
const asker =
  /(?<!\p{L})(?:cử tri|người dân|bà con|phụ huynh|doanh nghiệp|hiệp hội|đại biểu(?! đảng)|luật sư|chuyên gia|giáo viên|học sinh|thí sinh)(?!\p{L})[^,.;:]{0,40}$/u
/** One of whom only is said where he lives: "Ông Lò Văn An (bản Nà Sản) | đề nghị". */
const inhabitant =
  /(?:^|[ ,.;:])(?:ông|bà|anh|chị|cụ) [^,.;:()]{2,40} ?[(,–-] ?(?:(?:ở|tại|trú|ngụ|cư trú|thường trú|người|dân) )*(?:bản|thôn|xóm|ấp|buôn|làng|khóm|phum|sóc|tổ (?:dân phố|\d)|khu (?:phố|dân cư)|khối (?:phố|\d))(?!\p{L})[^.;:()]{0,60}\)?,? ?(?:(?:đã|cũng|còn|mong muốn) )*$/u

/** True where "đề xuất" or "kiến nghị" asks somebody for something. `after` is the key of what follows. */
export function isProposed(after: string): boolean {
  return proposed.test(after)
}

/** True where one speaks who can only ask. `before` is the key of the words before the verb. */
export function canOnlyAsk(before: string): boolean {
  return asker.test(before) || inhabitant.test(before)
}

/** Those who can only ask, as they are named before the verb: "cử tri tỉnh Hưng Yên". Null where others ask. */
export function askerOf(page: Page, from: number, before: string): Speaker | null {
  const at = asker.exec(before)?.index
  if (at === undefined) return null
  const text = page.text.slice(from + at, from + before.trimEnd().length)
  return {
    text: text.replace(/ (?:đã|cũng|còn|mong muốn|kiến nghị,?|tiếp tục)$/u, ''),
    start: from + at,
  }
}
