// The noun phrase in a piece of a clause, without the words that lead to it ("Phấn đấu đạt | nhịp độ tăng trưởng").
import { afterTime, subjectInside } from './circumstance.ts'
import { isContent, type Word } from './clause-words.ts'
import { endOf } from './phrase-end.ts'

const skipped: ReadonlySet<Word['role']> = new Set([
  'link',
  'with',
  'modal',
  'finite',
  'mark',
  'comma',
  'colon',
  'this',
])
const quantity = /^(?:các|những|tổng|mỗi|toàn bộ|hơn|trên|tới|đến|gần|khoảng)$/u

/** "Giảm | chi phí", "Tăng | GRDP", but "đóng góp của các ngành" is a noun phrase from its first word. */
const opensObject = (verb: Word, next: Word | undefined): boolean =>
  next !== undefined && (next.role !== null || /^(?:tăng|giảm|nâng|hạ|kéo|là)/u.test(verb.key))

/** Verbs that "tại điểm a" may follow within a noun phrase. */
const relative = /^(?:quy|qui|quyết) định$|^(?:đề xuất|thông báo|báo cáo)$/u

const leadsToMeasure: ReadonlySet<Word['role']> = new Set([
  'having',
  'acting',
  'with',
  'base',
  'finite',
  'link',
  'time',
])

/**
 * Where a measure begins that a verb before it leads to: "được hưởng | phụ cấp trách nhiệm", "thảo luận về | mục tiêu tăng
 * trưởng"; `from` where none does or the words from there are a measure themselves.
 */
function measureIn(words: readonly Word[], from: number): number {
  const head = words[from]
  if (head?.role === 'rate') return from
  const named = /^(?:số|việc)$/u.test(head?.key ?? '')
  for (let k = from + 1; k < words.length; k++) {
    const before = words[k - 1]
    if (words[k]?.key === 'việc') return k
    // "đều đạt được số phiếu tín nhiệm"
    const gained = /^(?:được|đạt)/u.test(before?.key ?? '')
    if (words[k]?.key === 'số' && gained && !named) return k
    if (head?.role === 'number') continue
    if (words[k]?.role !== 'rate' || !before) continue
    // "sẽ tăng trưởng 6,5%"
    if (words[k]?.key === 'tăng trưởng' && before.role === 'finite') continue
    const when = before.key === 'khi'
    // "có đóng góp vào | tăng trưởng của toàn ngành": the contribution is measured.
    if (before.key === 'đóng góp vào') return k - 1
    const leads =
      leadsToMeasure.has(before.role) ||
      /^(?:ước|ghi nhận)$/u.test(before.key) ||
      (before.role === 'verb' && !/^(?:tăng|giảm|là)/u.test(before.key)) ||
      (before.role === 'number' && words[k - 2]?.role === 'time')
    if (when || (leads && !named)) return before.role === 'base' ? k - 1 : k
  }
  return from
}

/** Index of the first word of the noun phrase. */
function startOf(words: readonly Word[]): number {
  let i = 0
  const skipLead = () => {
    for (;;) {
      const word = words[i]
      if (!word) return
      const next = words[i + 1]?.role
      // The number of a note: "10 Hàng năm giá trị sản xuất …"
      const marker =
        word.role === 'number' && (next === 'lead' || next === 'link' || next === 'with')
      const time = afterTime(words, i)
      if (marker) i++
      else if (time > i) i = time
      // "Được quảng cáo", as one of several reasons.
      else if (i === 0 && /^(?:được|bị)$/u.test(word.key)) return
      // "tăng do yếu tố giá": a part of the growth.
      else if (/^(?:tăng|giảm)$/u.test(word.key) && words[i + 1]?.key === 'do') return
      else if (skipped.has(word.role)) i++
      else if (word.role === 'adverbial') {
        const inside = subjectInside(words, i + 1)
        if (inside < 0) return
        i = inside
      } else if (word.role === 'having' && words[i + 1]) i++
      else if (word.role === 'verb' && opensObject(word, words[i + 1])) i++
      else if (word.role === 'lead' && word.key !== 'mức' && words[i + 1]?.role !== 'time') i++
      else return
    }
  }
  skipLead()
  // What follows a linking word is a clause by itself: "để | giá trị tăng thêm của ngành …".
  for (let k = i + 1; k < words.length - 1; k++) {
    const word = words[k]
    const next = words[k + 1]
    const forecast =
      word?.role === 'finite' && /^dự /u.test(word.key) && next !== undefined && isContent(next)
    const purpose = word?.key === 'để' && next?.role === 'rate'
    if (forecast || purpose) {
      i = k + 1
      skipLead()
      k = i
      continue
    }
    if (
      word?.role !== 'link' ||
      /^(?:và|hoặc|hay|cả|như|để|vì|trừ|ngoài|cũng như)$/u.test(word.key)
    )
      continue
    // "Mức phổ biến nhất mà người bệnh lựa chọn": said of the noun before.
    if (word.key === 'mà' && next && isContent(next) && words.slice(i, k).some(isContent)) continue
    // "đối tượng quy định tại điểm a": no new clause.
    if (relative.test(word.key) && (next?.role === 'adverbial' || next?.role === 'lead')) continue
    // "… thì năm 2004 đã có xu hướng phục hồi": a verb without a subject of its own.
    const verb = words[afterTime(words, k + 1)]
    const bare = /^(?:modal|finite|verb|lead)$/u.test(verb?.role ?? '') && verb?.key !== 'mức'
    if (bare && /^(?:thì|nhưng|song|mà|nên|tuy)$/u.test(word.key)) continue
    if (!words.slice(k + 1).some(isContent)) continue
    i = k + 1
    skipLead()
    k = i
  }
  i = measureIn(words, i)
  // "tỷ lệ X": the share is of X.
  for (let k = words.length - 2; k >= i; k--)
    if (/^(?:tỷ lệ|tỉ lệ)$/u.test(words[k]?.key ?? '') && words[k + 1]?.role !== 'this') {
      // "mức giảm tỷ lệ sinh"
      if (k > i && /^mức (?:tăng|giảm)$/u.test(words[k - 1]?.key ?? '')) i = k - 1
      else i = k + 1
      break
    }
  if (words[i]?.key === 'số' && isContent(words[i + 1] ?? ({} as Word))) i++
  // "có 24.200 hộ đạt danh hiệu …": what is counted follows its number.
  for (let k = i; k < words.length - 1; k++) {
    if (words[k]?.role !== 'number') continue
    const before = words[k - 1]
    // "phát triển thêm 2,5 triệu | máy điện thoại"
    if (before?.key === 'thêm') {
      let counted = k + 1
      while (words[counted]?.role === 'unit') counted++
      if (words[counted] && isContent(words[counted] as Word)) i = counted
      break
    }
    const earlier = words[k - 2]?.role
    const leads =
      k === i ||
      before?.role === 'having' ||
      (quantity.test(before?.key ?? '') &&
        (k === i + 1 ||
          earlier === 'having' ||
          earlier === 'verb' ||
          earlier === 'modal' ||
          earlier === 'acting'))
    // "4/12 tổ chức hội"
    const ratio = words[k + 1]?.key === '/' && words[k + 2]?.role === 'number'
    if (ratio) k += 2
    const next = words[k + 1]
    if (!leads || !next || !isContent(next)) break
    const rest = words.slice(k + 1)
    // "Mặt trận Tổ quốc có 28 người": a bare unit says less than the words before it.
    const bare =
      !next.key.includes(' ') &&
      rest.filter(isContent).length === 1 &&
      k > i + 1 &&
      words.slice(i, k - 1).some(isContent)
    if (!bare) i = k + 1
    break
  }
  return i
}

/** The words of the noun phrase in a piece of a clause; empty where it holds none. */
export function nounPhrase(words: readonly Word[]): Word[] {
  // "nếu so sánh 29 bệnh viện tư với 817 bệnh viện công thì …": of what is compared.
  const compared = words.findIndex(
    (word, k) => word.key === 'so sánh' || (word.key === 'sánh' && words[k - 1]?.key === 'so'),
  )
  const other = words.findIndex((word, k) => k > compared + 1 && word.key === 'với')
  if (compared >= 0 && other > 0 && words.slice(other).some((word) => word.key === 'thì'))
    return nounPhrase(words.slice(compared + 1, other))
  const start = startOf(words)
  const phrase = words.slice(start, endOf(words, start))
  if (!phrase.some(isContent)) return []
  // "kế hoạch 5 năm", "mục tiêu đề ra" and times are no subjects.
  const first = phrase[0]
  if (first?.role === 'adverbial' || first?.role === 'time') return []
  return phrase
}
