// Days that have a name, which stands before them: "Ngày Môi trường thế giới 5/6", "Ngày thế giới phòng, chống lao (24/3)".
import type { Page } from '../page.ts'

/** The name up to the day, in the text as written. "Ngày hội …" names an event; a weekday is no name. */
const named =
  /(?<!\p{L})[Nn]gày (?!(?:thứ|chủ nhật|hội|lễ|đại hội|hôm)(?!\p{L})(?! giới))(?:\p{Lu}|(?:thế giới|quốc tế|toàn dân|toàn quốc|truyền thống)(?!\p{L}))\p{L}*((?:,? (?:- )?\p{L}+){1,12}?)(?: năm (?:nay|\d{4}))?,? ?\(?$/iu
const capital = /[Nn]gày (?:\p{Lu}|thế giới|quốc tế|toàn dân|toàn quốc|truyền thống)/u
/** A sentence that only begins with such words: "Ngày Tết, cả tổ đã làm xong 5/6". */
const predicate =
  /(?<!\p{L})(?:đã|sẽ|được|có|đạt|là|với|gồm|còn|thắng|đến|từ|tại|trước|sau|khoảng|hơn|trên|số)(?!\p{L})/iu
const reach = 100

/** True where the words before `at`, which is where a written day starts, are the name of a day of every year. */
export function isNamedDay(page: Page, blockStart: number, at: number): boolean {
  const before = page.text.slice(Math.max(blockStart, at - reach), at)
  const from = Math.max(before.lastIndexOf('Ngày '), before.lastIndexOf('ngày '))
  if (from < 0) return false
  const words = before.slice(from)
  const name = named.exec(words)
  return name !== null && capital.test(words) && !predicate.test(name[1] ?? '')
}
