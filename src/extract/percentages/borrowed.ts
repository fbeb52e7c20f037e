// What is left of a subject where another figure borrows it: "tăng trưởng GDP bình quân 4 năm khoảng 7,2% (năm 2003 tăng 7,3%)" is in
// the bracket of "tăng trưởng GDP" alone.
import type { Word } from './clause-words.ts'

/** A period at the end of a subject: "bình quân 4 năm 2001 - 2004", "đến cuối năm 2004", "tháng 3", "cả năm 2004". */
const period =
  /(?: (?:bình quân|trung bình))?(?: (?:sau|trong|đến|hết|tính đến|vào))?(?: (?:cuối|đầu|giữa|cả))?(?: \d{1,2})? (?:năm|tháng|quý|giai đoạn|thời kỳ)(?: (?:[\divx/-]+|năm|tháng|đầu|cuối|qua|trước|nay|mới thành lập))*$/iu
/** A place at the end of a subject, or before its comparison: "giường bệnh tư | tại TP Hồ Chí Minh | so với cả nước". */
const place =
  / (?:đa số |chủ yếu )?(?:ở|tại|của) (?:(?:các|huyện|tỉnh|thành phố|quận|xã) )?\p{Lu}[^,;(]*?(?= so với |$)/u
const named =
  /^(?:các năm|những năm|năm|tháng|quý|giai đoạn|thời kỳ|cả năm|năm nay|năm ngoái|năm trước)$/u

/** True where the words before a figure set a period of its own: "năm 2003 tăng", "kế hoạch 5 năm là", "tính chung Quý I". */
export function setsPeriod(words: readonly Word[]): boolean {
  const compared = words.findIndex((word) => word.key === 'so với')
  return (compared < 0 ? words : words.slice(0, compared)).some((word, k) => {
    // "kế hoạch đến cuối 2005 là"
    if (/^(?:19|20)\d\d$/u.test(word.key))
      return /(?:^| )(?:cuối|đầu|giữa|đến|hết|trước|sau)$/u.test(words[k - 1]?.key ?? '')
    if (!named.test(word.key)) return false
    const beside = [words[k - 1], words[k + 1]]
    return (
      / /u.test(word.key) ||
      beside.some((w) => w?.role === 'number' || /^[ivx]+$/u.test(w?.key ?? ''))
    )
  })
}

/** The subject without the period that ends it; as it is where nothing else would be left. */
export function withoutPeriod(subject: string): string {
  const rest = subject.replace(period, '')
  return rest.length > 2 ? rest : subject
}

/** The subject without the place that it is told of. */
export function withoutPlace(subject: string): string {
  const rest = subject.replace(place, '')
  return rest.length > 2 ? rest : subject
}
