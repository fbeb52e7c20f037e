// What a piece of a clause holds: a noun of its own, a bare count, a plan, a comparison.
import { afterTime, isCircumstance } from './circumstance.ts'
import { isContent, type Word } from './clause-words.ts'
import { nounPhrase } from './noun-phrase.ts'

const comparison = /^(?:cao hơn|thấp hơn|lớn hơn|nhỏ hơn|nhanh hơn|chậm hơn|so với)$/u

/** Words that count persons and do not say who they are. */
const person = /^(?:người|đồng chí|cháu|em|vị)$/u
/** Syllables of what is done with them: "kết nạp", "bổ nhiệm", "luân chuyển". */
const taken = /^(?:kết|nạp|bổ|nhiệm|tuyển|dụng|cử|luân|chuyển|bồi dưỡng)$/u

/** The clause that begins after a linking word in what follows a percentage: "… GDP và | dư nợ quốc gia", or null. */
export function ownClause(words: Word[]): Word[] | null {
  for (let k = words.length - 1; k >= 0; k--) {
    const word = words[k]
    if (word?.role !== 'link' && word?.key !== 'với') continue
    const rest = words.slice(k + 1)
    if (rest.length > 0 && !isPlan(rest) && hasNoun(rest)) return rest
  }
  return null
}

/** "kế hoạch đề ra là", "nhưng chưa đạt mục tiêu theo nghị quyết": what was planned for the same subject. */
export function isPlan(words: readonly Word[]): boolean {
  const at = words.findIndex(
    (word) => isContent(word) || word.role === 'base' || word.role === 'time',
  )
  const next = words[at + 1]
  // "chỉ tiêu tăng dân số" and "mục tiêu tăng trưởng" are subjects themselves.
  return words[at]?.role === 'base' && !(next && isContent(next))
}

/** "…, với mức quy định từ 4% trở xuống": what is planned, told beside the subject. */
export const isPlanAside = (piece: readonly Word[]): boolean =>
  piece[0]?.key.startsWith('với') === true && isPlan(piece)

/** "không tiệm cận được": a verb that is denied and no noun. */
export const isDenied = (piece: readonly Word[]): boolean =>
  /^(?:không|chưa)$/u.test(piece[0]?.key ?? '') &&
  !piece.some((word) => word.role === 'head' || word.role === 'rate')

export const hasNoun = (piece: Word[]): boolean =>
  !isCircumstance(piece) && nounPhrase(piece).length > 0

/** Index of the last piece from `first` on that has a noun, or -1. */
export function lastWithNoun(pieces: Word[][], first: number): number {
  let counted = -1
  for (let k = pieces.length - 1; k >= first; k--) {
    const piece = pieces[k] ?? []
    if (!hasNoun(piece)) continue
    if (!isCount(piece)) return k
    if (counted < 0) counted = k
  }
  return counted
}

/** "có 224 người": a number and its unit, which say less than the words before. */
function isCount(piece: readonly Word[]): boolean {
  const at = piece.findIndex((word) => word.role === 'number')
  const [unit, more] = piece.slice(at + 1)
  const before = piece.slice(0, Math.max(0, at))
  return (
    at >= 0 &&
    unit !== undefined &&
    !unit.key.includes(' ') &&
    more === undefined &&
    !before.some(isContent)
  )
}

/** "năm 1998 đào tạo 28 người", "là 30 đồng chí": persons and what is done with them, without a word for who they are. */
export function isHeadcount(piece: readonly Word[]): boolean {
  const at = piece.length - 2
  if (piece[at]?.role !== 'number' || !person.test(piece[at + 1]?.key ?? '')) return false
  const doing = piece.slice(afterTime(piece, 0), at)
  return doing.every((word) => !isContent(word) || word.role === 'act' || taken.test(word.key))
}

/** "…, mà nay đã có biểu hiện của | lạm phát (7%)": the measure before the bracket, where the clause began far off; else null. */
export function measureBeside(piece: readonly Word[]): Word[] | null {
  const phrase = nounPhrase(piece)
  if (phrase.length < 9) return null
  const at = piece.findLastIndex((word) => word.role === 'rate')
  const rest = piece.slice(at)
  const whole = rest.every((word) => isContent(word) || /^(?:của|chung|trong)$/u.test(word.key))
  return at > 0 && rest.length < 8 && whole ? rest : null
}

/** "thấp hơn | mức nhập siêu năm 2003": what is compared with, where the piece says nothing before; else null. */
export function comparedWith(piece: Word[]): Word[] | null {
  const at = piece.findLastIndex((word) => comparison.test(word.key))
  const rest = piece.slice(at + 1)
  if (at < 0 || piece.slice(0, at).some(isContent) || isPlan(rest) || !hasNoun(rest)) return null
  return nounPhrase(rest)
}

/** "cả nước có 2.017 làng nghề, 30% số này": what the clause before counts, else what it tells of; empty where it has no noun. */
export function antecedent(pieces: readonly Word[][]): Word[] {
  const piece = pieces.findLast((words) => words.some(isContent) && !isCircumstance(words)) ?? []
  const counted = piece.slice(piece.findLastIndex((word) => word.role === 'number') + 1)
  const counts = counted.length < piece.length && counted[0] !== undefined && isContent(counted[0])
  return nounPhrase(counts ? counted : piece)
}
