// Where a noun phrase ends: before the verb after it ("lạm phát | dự kiến được kiềm chế") and before the sum that it comes to
// ("dân số | 83,2 triệu người").
import { afterTime } from './circumstance.ts'
import { isContent, type Word } from './clause-words.ts'

/** Nouns that a verb may follow and be one phrase with: "mức tăng", "việc giảm nhanh số hộ nghèo". */
const nominal = /^(?:mức|mức độ|tốc độ|nhịp độ|biên độ|tỷ lệ|tỉ lệ|độ|việc)$/u

/** Index after the last word of the noun phrase that begins at `from`. */
export function endOf(words: readonly Word[], from: number): number {
  let end = words.length
  for (let k = from; k < words.length; k++) {
    const word = words[k]
    const next = words[k + 1]
    if (!word) break
    if (sumAt(words, k)) {
      end = k
      break
    }
    if (k === from) continue
    // "tỷ trọng ngành dịch vụ | sau 3 năm liên tục giảm thì …": a time with a verb of its own is a clause.
    const time = /^(?:sau|qua)$/u.test(word.key) ? afterTime(words, k) : k
    if (time > k && /^(?:verb|finite|modal)$/u.test(words[time]?.role ?? '')) {
      end = k
      break
    }
    // "mỗi ngày nộp chậm | còn phải nộp phạt", "công nghiệp địa phương | còn gặp khó khăn"
    const still = word.key === 'còn' && (next?.role === 'modal' || next?.key === 'gặp')
    if (
      word.role === 'finite' ||
      still ||
      (word.role === 'lead' && word.key.startsWith('không '))
    ) {
      end = k
      break
    }
    if (
      word.role === 'modal' &&
      !(word.key === 'mới' && next?.key === 'là') &&
      (next?.role === 'verb' ||
        next?.role === 'lead' ||
        next?.role === 'finite' ||
        (next?.key === 'có' && /^(?:cần|phải|có thể)/u.test(word.key)))
    ) {
      end = k
      break
    }
    // "tăng khá", "đạt cao", "giảm nhanh qua các năm", "vượt kế hoạch đề ra"
    if (
      word.role === 'verb' &&
      word.key !== 'là' &&
      !nominal.test(words[k - 1]?.key ?? '') &&
      (next === undefined ||
        next.role === 'degree' ||
        (next.role === 'rate' && words[k + 2]?.role === 'degree') ||
        next.role === 'base' ||
        next.role === 'lead' ||
        next.role === 'verb' ||
        next.key === 'so với')
    ) {
      end = k
      break
    }
  }
  while (end > from) {
    const last = words[end - 1]
    if (!last) break
    // "mức bội chi | đã được Quốc hội quyết định"
    const deciding = last.role === 'link' ? decidedFrom(words, from, end) : end
    if (deciding < end) {
      end = deciding
      continue
    }
    // "trong 2 năm đầu"
    const partOfTime = /^(?:đầu|cuối)$/u.test(last.key) && words[end - 2]?.role === 'time'
    const dangling =
      (last.role === 'base' && (words[end - 2]?.key === 'với' || last.key.startsWith('với '))) ||
      last.role === 'link' ||
      last.role === 'modal' ||
      last.role === 'verb' ||
      last.role === 'having' ||
      last.role === 'with' ||
      (last.role === 'adverbial' && !last.key.includes(' ') && !partOfTime) ||
      last.role === 'comma' ||
      last.role === 'colon' ||
      last.role === 'open' ||
      (last.role === 'lead' && !/^(?:lại|bình quân|trung bình)$/u.test(last.key)) ||
      (last.role === 'mark' && /^[-=<>≤≥~+/*]$/u.test(last.key)) ||
      (last.role === 'degree' && (words[end - 2]?.role === 'verb' || last.key.includes(' ')))
    if (!dangling) break
    end--
  }
  return end
}

/** True where a sum begins at `k`: "đạt 63 tỷ đồng", "khoảng 11,6 triệu tấn", "là 642.945", "340.500 tỉ đồng". */
function sumAt(words: readonly Word[], k: number): boolean {
  const first = words[k]
  if (!first) return false
  if (first.key === 'thêm') return false
  let at = k
  let verb = false
  while (words[at] && at - k < 5) {
    const role = words[at]?.role
    if (role === 'number') break
    if (role === 'verb' || words[at]?.key === 'có') verb = true
    else if (role !== 'lead' && role !== 'modal' && role !== 'finite') return false
    at++
  }
  if (words[at]?.role !== 'number') return false
  const numberLength = words[at]?.key.length ?? 0
  at++
  while (words[at]?.key === '-' || words[at]?.role === 'number') at++
  const unit = words[at]?.role === 'unit'
  if (at === words.length) return verb || numberLength >= 6
  return unit || (verb && !/^(?:năm|tháng|ngày|tuần)$/u.test(words[at]?.key ?? ''))
}

/** Where "đã được Quốc hội quyết định" begins that ends at `end`, or `end` where the words are not so built. */
function decidedFrom(words: readonly Word[], from: number, end: number): number {
  if (!/^(?:quyết định|quy định|thống nhất|thông báo|đề xuất)$/u.test(words[end - 1]?.key ?? ''))
    return end
  for (let k = end - 2; k > from && end - k < 7; k--) {
    const word = words[k]
    if (word?.key === 'được') return words[k - 1]?.key === 'đã' ? k - 1 : k
    if (!word || !isContent(word)) return end
  }
  return end
}
