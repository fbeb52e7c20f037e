// Decides what a percentage is of from its clause, the noun after it and what was told before:
// left of the verb, right of the figure, outside the bracket, or as of the figure before.
import type { Page } from '../page.ts'
import { isCircumstance } from './circumstance.ts'
import type { Clause } from './clause.ts'
import { isContent, type Word, written } from './clause-words.ts'
import { joined } from './enumeration.ts'
import { nounPhrase } from './noun-phrase.ts'
import type { RightNoun } from './right-noun.ts'

/** A subject and where it stands. `inherited`: as of the percentage before; `aside`: of this percentage alone. */
export type Told = { subject: string | null; kind: 'left' | 'right' | 'inherited' | 'aside' }

/** What is known around a clause. */
export type Context = {
  clause: Clause
  /** The noun that follows the figure. */
  right: RightNoun | null
  /** What the percentage before in the same block is of. */
  topic: Told | null
  /** The same where it is not far off, in whatever block: what "tỷ lệ này" points to. */
  near: Told | null
}

const none: Told = { subject: null, kind: 'left' }
/** "con số này", "tỷ lệ này": what was told before. */
const pointing =
  /^(?:(?:tỷ lệ|tỉ lệ|con số|mức|số|chỉ số|chỉ tiêu|tỷ trọng|điều|tốc độ) ?)?(?:tăng |giảm )?(?:này|đó|nói trên|trên|tương ứng)(?!\p{L})/u
const view = /^(?:ủng hộ|đồng ý|tán thành|nhất trí|đặt mục tiêu|đề ra mục tiêu)$/u
const comparison = /^(?:cao hơn|thấp hơn|lớn hơn|nhỏ hơn|nhanh hơn|chậm hơn|so với)$/u

/** What a percentage is of. */
export function toldOf(page: Page, context: Context): Told {
  const { clause, right, topic } = context
  if (clause.outside) return inBracket(page, context, clause.outside)
  const { pieces, boundary } = clause
  const last = pieces.length - 1
  const piece = pieces[last] ?? []
  // Words that follow the percentage before without a comma are what that one is of: "bằng 36% GDP và …".
  if (boundary === 'figure' && last === 0) {
    const own = ownClause(piece)
    if (own) return ofPhrase(page, context, [own], 0, 0)
    // "giảm 5% và 10% tiền sử dụng đất"
    const shared = right?.measure && piece.every((word) => word.role === 'link')
    const counts = right && !right.linked && (topic?.kind !== 'left' || right.counted || shared)
    const listed =
      (right?.linked === 'because' && topic?.kind === 'right') ||
      (right?.linked === 'about' && clause.verb === null)
    if (right && (counts || listed) && clause.verb !== 'subject') return ofRight(right)
    return inherit(topic)
  }
  // What follows the percentage before may end with the first member: "… thì riêng nhóm hàng lương thực, thực phẩm".
  const opening = boundary === 'figure' ? ownClause(pieces[0] ?? []) : null
  const first = boundary === 'figure' && !opening ? 1 : 0
  const own = opening ? [opening, ...pieces.slice(1)] : pieces
  if (hasNoun(piece)) return ofPhrase(page, context, own, last, first)
  return withoutNoun(page, context)
}

/** The piece at `at` has a noun of its own; members of it may stand in the pieces from `first` on. */
function ofPhrase(page: Page, context: Context, pieces: Word[][], at: number, first: number): Told {
  const { clause, right } = context
  const { verb } = clause
  const piece = pieces[at] ?? []
  const final = piece.at(-1)
  const begin = joined(pieces, at, first).start
  const measured = pieces.some((p) => p.some((w) => w.role === 'rate' && w.start >= begin))
  // "…, một số dùng fax và hơn 60% là văn bản trên giấy"
  if (right?.linked && verb !== 'subject' && /^(?:và|hoặc)$/u.test(final?.key ?? ''))
    return ofRight(right)
  if (right && !right.linked) {
    // "yêu cầu của 85% hội viên", "có chỉ tiêu 80% lượng nước thải", "quyết định về giảm 10% tiền thuê"
    const open =
      final?.key === 'của' ||
      (final?.role === 'adverbial' && !final.key.includes(' ')) ||
      /^(?:và|hoặc|hay|để|nhằm)$/u.test(final?.key ?? '') ||
      (final?.role === 'base' && verb === null && !right.whole)
    const thing = right.counted || right.measure
    if (open && (verb !== 'subject' || (clause.changing && thing))) return ofRight(right)
    if (verb === 'object') return ofRight(right)
    // "lãnh đạo thành phố sẽ giảm 30% các cuộc họp"
    if (clause.changing && thing && !measured) return ofRight(right)
    if (verb === null && clause.label && !measured && !right.whole) return ofRight(right)
    const counts = right.counted || (right.measure && clause.bare)
    if (verb === null && counts && !measured && !right.whole) return ofRight(right)
  }
  // "ủng hộ mức 8,3%", "đặt mục tiêu 8,4%": somebody's view of what was told before.
  if (verb === null && !measured && view.test(final?.key ?? ''))
    return right && !right.linked ? ofRight(right) : inherit(context.near)
  return ofLeft(page, context, pieces, at, first)
}

/** The subject in a piece, or what was told before where it only points to that. */
function ofLeft(page: Page, context: Context, pieces: Word[][], at: number, first: number): Told {
  const phrase = nounPhrase(pieces[at] ?? [])
  const key = page.key.slice(phrase[0]?.start ?? 0, phrase.at(-1)?.end ?? 0)
  if (pointing.test(key)) {
    if (context.clause.boundary === 'figure') return inherit(context.near)
    const before = lastWithNoun(pieces.slice(0, at), first)
    return before >= 0 ? ofLeft(page, context, pieces, before, first) : inherit(context.near)
  }
  const { start, end } = joined(pieces, at, first)
  return { subject: page.text.slice(start, end), kind: 'left' }
}

/** Nothing between the last comma and the verb. */
function withoutNoun(page: Page, context: Context): Told {
  const { clause, right, topic } = context
  const { pieces, boundary, verb } = clause
  const first = boundary === 'figure' ? 1 : 0
  if (right && verb !== 'subject') {
    const carriesOn =
      verb === null && boundary === 'figure' && topic?.kind === 'left' && !right.counted
    if (!carriesOn) return ofRight(right)
  }
  const before = lastWithNoun(pieces.slice(0, -1), first)
  if (before >= 0) return ofLeft(page, context, pieces, before, first)
  if (boundary === 'figure') return afterFigure(page, context, pieces[0] ?? [])
  // "Được giảm 30% định mức giờ giảng"
  if (right && !right.linked && clause.changing) return ofRight(right)
  if (boundary === 'semicolon' && topic) return inherit(topic)
  if (boundary === 'colon' || (boundary === 'semicolon' && !right)) {
    const heading = nounPhrase(clause.heading)
    if (heading.length > 0) return { subject: written(page, heading), kind: 'left' }
    if (topic) return inherit(topic)
  }
  if (right && !right.linked) return ofRight(right)
  // "Cùng với việc giảm số hộ nghèo từ …": a circumstance, but the only noun there is.
  const piece = pieces.at(-1) ?? []
  return ofRest(page, context, piece)
}

/** A circumstance or a plan, where nothing else is told: "Do người quen giới thiệu", "Kế hoạch đặt ra". */
function ofRest(page: Page, context: Context, piece: Word[]): Told {
  const rest = piece[0]?.role === 'adverbial' ? piece.slice(1) : []
  if (hasNoun(rest)) return ofLeft(page, context, [rest], 0, 0)
  const base = piece.findIndex((word) => word.role === 'base')
  return isPlan(piece) ? { subject: written(page, piece.slice(base)), kind: 'left' } : none
}

/** In a bracket: of its own noun, or of what stands before it: "giảm 244 người (giảm 11,35%)". */
function inBracket(page: Page, context: Context, outside: Word[][]): Told {
  const { clause, right, topic } = context
  const { pieces, boundary, verb } = clause
  for (let k = pieces.length - 1; k >= 0; k--) {
    const own = pieces[k] ?? []
    // "(9.316 người/năm chiếm 97%)": a sum, not a noun.
    const sum = k === 0 && own[0]?.role === 'number'
    if (!sum && !isPlan(own) && hasNoun(own)) return ofPhrase(page, context, pieces, k, 0)
  }
  const empty = !pieces.some((piece) => piece.some(isContent))
  if (right?.counted && !right.whole && verb !== 'subject' && empty) return ofRight(right)
  const first = boundary === 'figure' ? 1 : 0
  // "một số vật tư như xăng dầu (tăng 27%)"
  const beside = outside.at(-1) ?? []
  const example = beside.slice(beside.findLastIndex((word) => word.key === 'như') + 1)
  if (example.length < beside.length && hasNoun(example))
    return { subject: written(page, nounPhrase(example)), kind: 'left' }
  const at = lastWithNoun(outside, first)
  const planned = outside.findLastIndex((piece, k) => k >= first && isPlan(piece))
  if (at >= 0 && at > planned) {
    const compared = comparedWith(outside[at] ?? [])
    if (compared) return { subject: written(page, compared), kind: 'aside' }
    return ofLeft(page, context, outside, at, first)
  }
  if (boundary === 'figure') {
    const compared = comparedWith(outside[0] ?? [])
    if (compared && !topic) return { subject: written(page, compared), kind: 'aside' }
    return afterFigure(page, context, outside[0] ?? [])
  }
  if (right && !right.linked) return ofRight(right)
  // "Sinh mổ: 258 (51,5%)"
  const heading = nounPhrase(clause.heading)
  if (boundary === 'colon' && heading.length > 0)
    return { subject: written(page, heading), kind: 'left' }
  return ofRest(page, context, outside.at(-1) ?? [])
}

/** "thấp hơn | mức nhập siêu năm 2003": what is compared with, where the piece says nothing before; else null. */
function comparedWith(piece: Word[]): Word[] | null {
  const at = piece.findLastIndex((word) => comparison.test(word.key))
  const rest = piece.slice(at + 1)
  if (at < 0 || piece.slice(0, at).some(isContent) || isPlan(rest) || !hasNoun(rest)) return null
  return nounPhrase(rest)
}

/** What follows the percentage before says nothing new, but for a clause after a linking word. */
function afterFigure(page: Page, context: Context, words: Word[]): Told {
  const own = ownClause(words)
  return own ? ofLeft(page, context, [own], 0, 0) : inherit(context.topic)
}

/** The clause that begins after a linking word in what follows a percentage: "… GDP và | dư nợ quốc gia", or null. */
function ownClause(words: Word[]): Word[] | null {
  for (let k = words.length - 1; k >= 0; k--) {
    const word = words[k]
    if (word?.role !== 'link' && word?.key !== 'với') continue
    const rest = words.slice(k + 1)
    if (rest.length > 0 && !isPlan(rest) && hasNoun(rest)) return rest
  }
  return null
}

/** "kế hoạch đề ra là", "nhưng chưa đạt mục tiêu theo nghị quyết": what was planned for the same subject. */
function isPlan(words: readonly Word[]): boolean {
  const at = words.findIndex(
    (word) => isContent(word) || word.role === 'base' || word.role === 'time',
  )
  const next = words[at + 1]
  // "chỉ tiêu tăng dân số" and "mục tiêu tăng trưởng" are subjects themselves.
  return words[at]?.role === 'base' && !(next && isContent(next))
}

const hasNoun = (piece: Word[]): boolean => !isCircumstance(piece) && nounPhrase(piece).length > 0

/** Index of the last piece from `first` on that has a noun, or -1. */
function lastWithNoun(pieces: Word[][], first: number): number {
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

const ofRight = ({ subject }: RightNoun): Told => ({ subject, kind: 'right' })
const inherit = (topic: Told | null): Told =>
  topic ? { subject: topic.subject, kind: 'inherited' } : none
