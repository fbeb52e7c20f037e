// Times, places and circumstances around the subject of a clause: "Đến cuối năm 2004, …", "Ở nông thôn | tỷ lệ hộ nghèo …".
import { isContent, type Word } from './clause-words.ts'

const counting = /^(?:cả|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)$/u

/** Index after a time that begins at `i` ("đến cuối năm 2004", "trong 9 tháng đầu năm"), or `i` where none does. */
export function afterTime(words: readonly Word[], i: number): number {
  let at = i
  while (at - i < 5) {
    const role = words[at]?.role
    if (role === 'time') break
    const before = role === 'adverbial' || role === 'lead' || role === 'number'
    if (!before && !counting.test(words[at]?.key ?? '')) return i
    at++
  }
  if (words[at]?.role !== 'time') return i
  const alone = at === i && !/ |^nay$/u.test(words[at]?.key ?? '')
  at++
  for (; at < words.length; at++) {
    const word = words[at]
    if (!word) break
    const goesOn =
      word.role === 'number' ||
      word.role === 'time' ||
      word.role === 'this' ||
      /^(?:[-/]|[ivx]+|đầu|cuối|trước|sau|qua|học|liền|liên tục)$/u.test(word.key)
    if (!goesOn) break
  }
  // "lương tháng" names no time.
  return alone && at === i + 1 ? i : at
}

/** True where the words are a time, a place or a circumstance and name nothing that could be measured. */
export function isCircumstance(words: readonly Word[]): boolean {
  let i = 0
  while (
    words[i] &&
    (words[i]?.role === 'link' || words[i]?.role === 'modal' || words[i]?.role === 'mark')
  )
    i++
  const first = words[i]
  if (!first) return true
  if (words.some((word, k) => word.role === 'having' && words[k + 1]?.role !== undefined))
    return false
  const after = afterTime(words, i)
  if (after > i) return !words.slice(after).some((word) => isContent(word) && word.role !== 'act')
  return (
    (first.role === 'adverbial' || /^(?:ở|vào|từ|đến|lên)$/u.test(first.key)) &&
    subjectInside(words, i + 1) < 0
  )
}

/** Where a new subject begins behind a circumstance without a comma: "Ở nông thôn | tỷ lệ hộ nghèo …"; -1 where none does. */
export function subjectInside(words: readonly Word[], from: number): number {
  for (let k = from; k < words.length; k++) {
    const word = words[k]
    if (!word) break
    if (/^(?:thì|nhưng|nên)$/u.test(word.key) && k + 1 < words.length) return k + 1
    if (/^(?:tỷ lệ|tỉ lệ)$/u.test(word.key) && words[k + 1] && words[k + 1]?.role !== 'this')
      return k
    if (word.role === 'rate' && words[k - 1]?.key === 'khi') return k
    // "Toàn tỉnh xảy ra 14 | vụ cháy"
    const next = words[k + 1]
    if (word.role === 'number' && words[k - 1]?.key === 'xảy ra' && next && isContent(next))
      return k + 1
    const before = words[k - 1]?.role
    if (word.role === 'rate' && (before === 'number' || before === 'time')) return k
  }
  return -1
}
