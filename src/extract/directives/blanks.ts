// Blanks to be filled in, as forms have them: "Ngày …… tháng …… năm ……".

/** What each blank holds. */
const dots = /[.…_]{3}/u
const blanks =
  /\.{5}|…{3}|…\.{2}|(?:…\.|\.…){2}|_{4}|: ?\.{3,} ?(?:giờ|tiết|ngày|phút|đồng|người|lớp|%)/u

/** True for a text with blanks. */
export function hasBlanks(text: string): boolean {
  return dots.test(text) && blanks.test(text)
}
