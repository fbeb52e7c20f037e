// Whom "giao" gives something to do, unlike what it hands over: "giao cơ quan thường trực …", "giao Hà Nội chủ trì …", and not
// "giao đất", "giao dự toán".
import type { Page } from '../page.ts'
import { chargedHead } from './bodies.ts'
import { startsImperative } from './imperative.ts'
import { subjectEnd } from './subject-end.ts'

/** Who stands after "giao" as often as no thing does. */
const given =
  /^(?:cho |các |sở |phòng |ubnd[ ,]|uỷ ban|ban |công an|văn phòng|bộ |chủ tịch|giám đốc|thủ trưởng|ông|bà|đồng chí|thường trực|phó thủ tướng|thứ trưởng|thanh tra |kiểm toán )/u
/** "giao ban" is a meeting, unlike "giao Ban quản lý". */
const meeting = /^ban(?:[,.;:]| (?!chỉ|thường|quản|tổ|tuyên|dân|nội|cán|chấp|giám|an|đại))/u

/** True for the words after "giao" that are a meeting's. */
export function isMeeting(after: string): boolean {
  return meeting.test(after)
}

/** True where the words after "giao", as a matching key, name a body, an office or people. */
export function isGivenTo(after: string): boolean {
  return given.test(after) || chargedHead.test(after.slice(0, 60))
}

/** UTF-16 units of those who are reminded. */
const mostReminded = 120
/** "nhắc nhở các hộ không đeo khẩu trang" tells who they are; "… không được chủ quan" what they must not do. */
const rebuked = /^không (?!được|để|chủ quan|lơ là|nên)/u

/** "các trường tăng học phí sẽ ảnh hưởng tới …" says what comes about. */
const comingAbout =
  /(?<!\p{L})(?:sẽ|đã|đang|có thể|(?<!(?:chuẩn|trang|thiết) )bị|(?<!lơ )là(?! việc))(?!\p{L})/u

/** True where words from `start` name people or bodies, and at once what they are to do: "các tổ tự quản duy trì …". */
export function isReminded(page: Page, start: number, stop: number): boolean {
  const key = page.key.slice(start, stop)
  if (!chargedHead.test(key.slice(0, 60))) return false
  const end = subjectEnd(page.text.slice(start, stop), key, 0)
  return (
    end !== null &&
    end <= mostReminded &&
    !rebuked.test(key.slice(end)) &&
    !comingAbout.test(key.slice(end, end + mostReminded)) &&
    startsImperative(page, start + end, stop)
  )
}
