// Decides what a percentage is of from its clause, the noun after it and what was told before:
// left of the verb, right of the figure, outside the bracket, or as of the figure before.
import type { Page } from '../page.ts'
import { setsPeriod, withoutPeriod, withoutPlace } from './borrowed.ts'
import { isContent, type Word, written } from './clause-words.ts'
import { joined } from './enumeration.ts'
import { type Context, carried, inherit, none, type Told } from './inherited.ts'
import { nounPhrase } from './noun-phrase.ts'
import {
  antecedent,
  comparedWith,
  hasNoun,
  isDenied,
  isHeadcount,
  isPlan,
  isPlanAside,
  lastWithNoun,
  measureBeside,
  ownClause,
} from './pieces.ts'
import type { RightNoun } from './right-noun.ts'

/** "con số này", "tỷ lệ này": what was told before. */
const pointing =
  /^(?:(?:tỷ lệ|tỉ lệ|con số|mức|số|chỉ số|chỉ tiêu|tỷ trọng|điều|tốc độ) ?)?(?:tăng |giảm )?(?:này|đó|nói trên|trên|tương ứng)(?!\p{L})/u
const terms = /^(?:quốc hội )?kh(?:óa|oá) [ivxlc]+$/u
/** Places that a measure named before is told of one by one. */
const places =
  /^(?:địa bàn )?(?:các|những|một số) (?:tỉnh|huyện|quận|xã|thành phố|vùng|nước|địa phương)(?!\p{L})/u
const view = /^(?:ủng hộ|đồng ý|tán thành|nhất trí|đặt mục tiêu|đề ra mục tiêu)$/u

/** What a percentage is of. */
export function toldOf(page: Page, context: Context): Told {
  const { clause, right, topic } = context
  if (right?.linked === 'for') {
    // "trong đó 50% dành cho máy móc, 20% dành cho mạng": parts; "trích 20% dành cho mạng" is of what is taken from.
    const goesOn = topic?.kind === 'right' && /^(?:,|;|và)$/u.test(clause.lastWord)
    if (clause.verb === null && (goesOn || clause.lastWord === 'trong đó')) return ofRight(right)
    return toldOf(page, { ...context, right: null })
  }
  if (right && /^số (?:này|đó)$/u.test(right.subject)) {
    const phrase = antecedent(clause.pieces)
    return phrase.length > 0 ? { subject: written(page, phrase), kind: 'right' } : none
  }
  // "70% năng lực thẩm định và 100% đối với dự án mới"
  if (clause.boundary === 'figure' && !right && topic?.kind === 'right' && clause.verb === null)
    if (/^(?:và|hoặc)$/u.test(clause.lastWord)) return carried(context)
  if (clause.outside) return inBracket(page, context, clause.outside)
  const { pieces, boundary } = clause
  const last = pieces.length - 1
  const piece = pieces[last] ?? []
  // "Lớp 4: tính từ chỉ giới đường, phố … giảm 30%": what the measure is taken from, behind the label.
  if (boundary === 'colon' && pieces[0]?.[0]?.key === 'tính từ') {
    const label = nounPhrase(clause.heading)
    if (label.length > 0) return { subject: written(page, label), kind: 'left' }
  }
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
    return carried(context)
  }
  // What follows the percentage before may end with the first member: "… thì riêng nhóm hàng lương thực, thực phẩm".
  const opening = boundary === 'figure' ? ownClause(pieces[0] ?? []) : null
  const first = boundary === 'figure' && !opening ? 1 : 0
  const own = opening ? [opening, ...pieces.slice(1)] : pieces
  // "Tăng trưởng với mục tiêu 8% thì ở khoảng giữa, không tiệm cận được tới 8%": a verb denied names no new subject.
  if (boundary === 'figure' && isDenied(piece) && !right && topic?.kind === 'left')
    return carried(context)
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
  // "cho gần 1.000 học viên với 100% là người dân tộc thiểu số"
  if (right?.linked === 'is' && clause.lastWord === 'với') return ofRight(right)
  if (right && !right.linked) {
    // "được 93% thành viên bầu", "doanh nghiệp 100% vốn nước ngoài", "đơn vị đạt 100% văn bản được triển khai"
    const given = clause.lastWord === 'được' && verb === null && !right.measure
    const kind =
      right.measure &&
      clause.bare &&
      /^(?:doanh nghiệp|công ty|trường đại học)$/u.test(final?.key ?? '')
    const phrase = nounPhrase(piece)
    const doer =
      phrase.length === 1 && /^(?:đơn vị|trường|xã|huyện|tỉnh|sở)$/u.test(phrase[0]?.key ?? '')
    const reached = /^(?:ước )?đạt$/u.test(clause.verbWord) && right.counted && !right.whole
    const votes = reached && /^(?:phiếu|số phiếu)/iu.test(right.subject)
    if (kind) return { subject: right.subject.replace(/ (?:hoặc|và) .*$/u, ''), kind: 'right' }
    const planned = reached && final?.role === 'base' && clause.verbWord === 'đạt'
    if (given || votes || (reached && doer) || planned) return ofRight(right)
    // "bảo đảm các điều kiện đối với 30% môn học"
    if (clause.lastWord === 'đối với') return ofRight(right)
    // "cho kết quả 60% hài lòng"
    if (final?.key === 'kết quả' && !right.whole) return ofRight(right)
    // "yêu cầu của 85% hội viên", "có chỉ tiêu 80% lượng nước thải", "quyết định về giảm 10% tiền thuê"
    const open =
      final?.key === 'của' ||
      final?.key === 'nguồn' ||
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
    const { near } = context
    // "Ở châu Âu, tỷ lệ này là 5%": told of another place.
    const elsewhere = /^(?:ở|tại)$/u.test(pieces[0]?.[0]?.key ?? '') && near?.subject
    const pointed = elsewhere ? { ...near, subject: withoutPlace(elsewhere) } : near
    if (context.clause.boundary === 'figure') return inherit(pointed)
    const before = lastWithNoun(pieces.slice(0, at), first)
    return before >= 0 ? ofLeft(page, context, pieces, before, first) : inherit(pointed)
  }
  const { start, end } = joined(pieces, at, first)
  const subject = page.text.slice(start, end)
  const { clause, topic } = context
  // "Tổng sản phẩm đạt 21% kế hoạch, tăng trưởng 6,45%"
  if (key === 'tăng trưởng' && clause.boundary === 'figure' && topic?.kind === 'left')
    return inherit(topic)
  // "số nữ đại biểu luôn đạt tỷ lệ cao: khóa X là 26%; khóa XI là 27%"
  if (terms.test(key)) {
    const said = clause.heading.slice(clause.heading.findLastIndex((w) => w.role === 'comma') + 1)
    const verb = said.findIndex((w) => w.role === 'finite' || w.role === 'verb')
    const noun = nounPhrase(verb < 0 ? said : said.slice(0, verb))
    if (clause.boundary === 'colon' && noun.length > 0)
      return { subject: written(page, noun), kind: 'left' }
    if (topic) return inherit(topic)
  }
  // "Tỷ lệ hộ nghèo của tỉnh còn 5%, các huyện miền núi thì khoảng 14%"
  if (
    clause.verb !== 'subject' &&
    topic?.kind !== 'aside' &&
    topic &&
    places.test(key) &&
    topic.subject
  )
    return inherit({ ...topic, subject: withoutPlace(topic.subject) })
  // "Xuất khẩu tháng 3 đạt 85 triệu USD, tính chung Quý I đạt 250 triệu USD, tăng 11%"
  const after = pieces === clause.outside ? clause.pieces : pieces.slice(at + 1)
  return { subject: after.some(setsPeriod) ? withoutPeriod(subject) : subject, kind: 'left' }
}

/** Nothing between the last comma and the verb. */
function withoutNoun(page: Page, context: Context): Told {
  const { clause, right, topic } = context
  const { pieces, boundary, verb } = clause
  const first = boundary === 'figure' ? 1 : 0
  // "…, chỉ còn khoảng 5% loại xuất sắc"
  if (right?.subject.startsWith('loại ') && /còn$/u.test(clause.verbWord)) return ofRight(right)
  // "giảm tỷ lệ tử vong trẻ em, giảm 20% trẻ em lang thang"
  if (right?.counted && !right.linked && !right.whole && clause.changing) return ofRight(right)
  if (right && verb !== 'subject') {
    const carriesOn =
      verb === null && boundary === 'figure' && topic?.kind === 'left' && !right.counted
    if (!carriesOn) return ofRight(right)
  }
  const before = lastWithNoun(pieces.slice(0, -1), first)
  // "năm 1998 đào tạo 28 người, chiếm 50% tổng số | nhân viên"
  if (right?.whole && !right.linked && isHeadcount(pieces[before] ?? [])) return ofRight(right)
  if (before >= 0) return ofLeft(page, context, pieces, before, first)
  if (boundary === 'figure') return afterFigure(page, context, pieces[0] ?? [])
  // "Được giảm 30% định mức giờ giảng"
  if (right && !right.linked && clause.changing) return ofRight(right)
  if (boundary === 'semicolon' && topic) return carried(context)
  if (boundary === 'colon' || (boundary === 'semicolon' && !right)) {
    const heading = nounPhrase(clause.heading)
    if (heading.length > 0) return { subject: written(page, heading), kind: 'left' }
    if (topic) return carried(context)
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
function inBracket(page: Page, context: Context, before: Word[][]): Told {
  // "Tỷ lệ hộ nghèo theo chuẩn mới, với mức quy định từ 4% trở xuống (chỉ tiêu chung là 5%)"
  const outside = before.filter((piece, k) => k === 0 || !isPlanAside(piece))
  const { clause, right, topic } = context
  const { pieces, boundary, verb } = clause
  for (let k = pieces.length - 1; k >= 0; k--) {
    const own = pieces[k] ?? []
    // "(9.316 người/năm chiếm 97%)": a sum, not a noun.
    const sum = k === 0 && own[0]?.role === 'number'
    if (!sum && !isPlan(own) && hasNoun(own)) return ofPhrase(page, context, pieces, k, 0)
  }
  const empty = !pieces.some((piece) => piece.some(isContent))
  // "(cho 1 năm đạt 100% công suất)"
  if (right?.measure && !right.linked && clause.verbWord === 'đạt' && pieces.flat().length > 0)
    return ofRight(right)
  if (right?.counted && !right.whole && verb !== 'subject' && empty) return ofRight(right)
  // "hộ nghèo còn 7% (trong năm giảm được 2% tỷ lệ hộ nghèo)"
  if (right?.counted && !right.linked && clause.changing) return ofRight(right)
  const first = boundary === 'figure' ? 1 : 0
  // "một số vật tư như xăng dầu (tăng 27%)"
  const beside = outside.at(-1) ?? []
  const example = beside.slice(
    beside.findLastIndex(
      (word, k) =>
        word.key === 'như' ||
        (word.key === 'ở' && beside[k + 1]?.key === 'các' && beside[k + 2]?.key === 'ngành'),
    ) + 1,
  )
  if (example.length < beside.length && hasNoun(example))
    return { subject: written(page, nounPhrase(example)), kind: 'left' }
  const at = lastWithNoun(outside, first)
  const planned = outside.findLastIndex((piece, k) => k >= first && isPlan(piece))
  if (at >= 0 && at > planned) {
    const compared = comparedWith(outside[at] ?? [])
    if (compared) return { subject: written(page, compared), kind: 'aside' }
    const nearest = measureBeside(outside[at] ?? [])
    if (nearest) return { subject: written(page, nearest), kind: 'left' }
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

/** What follows the percentage before says nothing new, but for a clause after a linking word. */
function afterFigure(page: Page, context: Context, words: Word[]): Told {
  const own = ownClause(words)
  return own ? ofLeft(page, context, [own], 0, 0) : carried(context)
}

const ofRight = ({ subject }: RightNoun): Told => ({ subject, kind: 'right' })
