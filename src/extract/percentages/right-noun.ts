// The noun that a figure counts and that follows it: "100% [xã, phường, thị trấn] có đường", "30% là [thông tin mật]".
import type { Page } from '../page.ts'
import { afterTime } from './circumstance.ts'
import { clauseWords, isContent, type Word } from './clause-words.ts'

export type RightNoun = {
  subject: string
  /** It begins like something counted: "các trường", "số hộ", "học sinh". */
  counted: boolean
  /** A verb or a preposition stands between: "30% là nữ", "29% về số vốn". */
  linked: 'is' | 'because' | 'about' | 'for' | null
  /** It is a measure: "vốn điều lệ", "thu nhập". */
  measure: boolean
  /** It begins with "tổng số": what the share is taken of, more often than what is counted. */
  whole: boolean
}

const plural =
  /^(?:số|các|những|tổng số|trong số|trong tổng số|trong các|trong tổng|trên tổng số|của tổng số)$/u
/** Predicates that the dictionary has as one word: "đạt chuẩn", "được công nhận", "có việc làm". */
const predicate = /^(?:đạt|được|là|có|chưa|không|bị|không có) /u
const lying = /^(?:nằm|sống|cư trú)$/u
/** What makes a noun of "sống": "thực phẩm tươi sống", "mức sống". */
const alive = /^(?:tươi|đời|mức|cuộc|lối|sự|môi trường)$/u
/** Acts that say who is counted and not what those counted did. */
const leaving = /^(?:bỏ|nghỉ) học$/u
const region = /^(?:toàn|cả) /u
const inner = /^(?:đối với|và|hoặc|cho|với|của|tại|ở|trong|ngoài|về|sau|trước|để|qua|trên)$/u

/**
 * The noun after `from`, up to `to`; `next` is where the percentage after it begins. `changed`: a verb of change governs it, so
 * that what follows is no predicate. Null where none stands there.
 */
export function nounAfter(
  page: Page,
  from: number,
  to: number,
  next: number | null,
  changed = false,
): RightNoun | null {
  const words = clauseWords(page, { start: from, end: Math.min(to, from + 220) })
  if (!words[0] || words[0].start > from + 1) return null
  let i = 0
  let bracketed = false
  // "85% (tám mươi lăm phần trăm) tổng số hội viên"
  if (words[0].key === '(') {
    const close = words.findIndex((word) => word.key === ')')
    if (words[0].role !== 'mark' || (next !== null && (words[close]?.end ?? next) >= next))
      return null
    i = close + 1
    bracketed = true
  }
  const key = words[i]?.key
  const because = key === 'là' && words[i + 1]?.key === 'do'
  const given = key === 'dành' && words[i + 1]?.key === 'cho'
  const linked = because
    ? 'because'
    : given
      ? 'for'
      : key === 'là'
        ? 'is'
        : key === 'về'
          ? 'about'
          : null
  if (linked) i += because || given ? 2 : 1
  if (/^trở (?:lên|xuống)$/u.test(words[i]?.key ?? '')) i++
  let counted = false
  let whole = false
  // "61% của 5.623 điều kiện kinh doanh"
  if (words[i]?.key === 'của' && words[i + 1]?.role === 'number') {
    counted = true
    i += 2
  }
  // "100% số lượng thủ tục thuộc thẩm quyền"
  if (words[i]?.key === 'số lượng' && words[i + 1] && isContent(words[i + 1] as Word)) {
    counted = true
    i++
  }
  while (words[i] && plural.test(words[i]?.key ?? '')) {
    counted = true
    whole ||= /tổng/u.test(words[i]?.key ?? '')
    i++
  }
  const first = words[i]
  if (first?.role === 'this' && words[i - 1]?.key === 'số')
    return {
      subject: page.text.slice(words[i - 1]?.start, first.end),
      counted: true,
      linked,
      whole,
      measure: false,
    }
  const share = /^(?:tỷ lệ|tỉ lệ)$/u.test(words[i]?.key ?? '') && words[i + 1] !== undefined
  if (share) {
    counted = true
    i++
  }
  // "Có thể hiểu 3,75% là mức lạm phát cơ bản"
  if (linked === 'is' && words[i]?.key === 'mức' && words[i + 1]?.role === 'rate') i++
  let end = phraseEnd(words, i, linked !== null || share)
  if (end === i) return null
  if (first?.role === 'head') counted = true
  const measure = first?.role === 'rate'
  for (;;) {
    const more = coordinated(words, i, end, next)
    if (more === end) break
    end = more
  }
  end = series(words, end)
  if (changed && !linked) end = restricted(words, end)
  const last = words[end - 1]
  if (!first || !last || (bracketed && !counted && !measure)) return null
  const head = share ? (words[i] ?? first) : first
  return { subject: page.text.slice(head.start, last.end), counted, linked, whole, measure }
}

/** True where a word goes on with the words before it, false for the end of the clause. */
const follows = (word: Word | undefined): boolean =>
  word !== undefined && word.role !== 'link' && word.role !== 'comma' && word.role !== 'stop'

/** Index after the noun phrase that begins at `i`; `i` where none does. */
function phraseEnd(words: readonly Word[], i: number, linked = false): number {
  const first = words[i]
  if (!first) return i
  const quoted = first.key === '"'
  const starts =
    quoted ||
    first.role === 'head' ||
    first.role === 'rate' ||
    first.role === 'grade' ||
    first.role === 'level' ||
    (first.role === 'act' && (linked || !follows(words[i + 1]))) ||
    (linked && first.role === 'acting') ||
    (first.role === 'plain' && (!predicate.test(first.key) || first.key.startsWith('không '))) ||
    (first.role === null && /^\p{L}/u.test(first.key))
  if (!starts || /^(?:và|của|không|chưa|như|thậm|còn lại|này)$/u.test(first.key)) return i
  let k = i + 1
  let open = quoted
  for (; k < words.length && k - i < 14; k++) {
    const word = words[k]
    if (!word) break
    if (word.key === '"') {
      open = !open
      if (!open && quoted) return k + 1
      continue
    }
    if (open) continue
    if (word.key === 'đưa ra' && k > i + 1) break
    // "5% số học sinh tốt nghiệp THCS | bỏ học": those who left are counted, whatever they did then.
    if (
      leaving.test(word.key) &&
      (isContent(words[k - 1] ?? first) || words[k - 1]?.role === 'number')
    )
      return k + 1
    // "50% diện tích | nằm ở vùng khí hậu có nhiều giới hạn"
    const place = !alive.test(words[k - 1]?.key ?? '') && lying.test(word.key)
    if (place && /^(?:ở|tại|trong|dưới)$/u.test(words[k + 1]?.key ?? '')) break
    if (
      (isContent(word) || word.role === 'degree' || region.test(word.key)) &&
      (linked ||
        word.role !== 'act' ||
        (k === i + 1 && /^(?:người|phiếu|ý kiến|tạm|rất|chưa|không)$/u.test(first.key))) &&
      !predicate.test(word.key)
    )
      continue
    const following = words[k + 1]
    // "học sinh lớp 3, 4, 5"
    const listed = word.key === ',' && Number(following?.key) === Number(words[k - 1]?.key) + 1
    if (word.role === 'mark') {
      if (word.key === '-' || word.key === '/' || word.key === '&' || listed) continue
      break
    }
    // "tiền lãi và xin khất": a verb may follow.
    if (word.key === 'và' && following?.role === null && !nounThere(words, k + 1)) break
    // "mảnh bản đồ tỷ lệ 1/25.000", "đối tượng tham gia mới"
    if (word.key === 'mới' && (!following || following.role === 'comma')) {
      k++
      break
    }
    if (inner.test(word.key) && following && isContent(following) && afterTime(words, k) === k)
      continue
    // "người dân từ 18 tuổi trở lên"
    if (word.role === 'lead' && following?.role === 'number' && words[k + 2]?.key === 'tuổi') {
      k += 2
      continue
    }
    if (/^(?:trở lên|trở xuống)$/u.test(word.key) || word.role === 'this') continue
    const joint = /^[-/,]$/u.test(words[k - 1]?.key ?? '') && words[k - 2]?.role === 'number'
    if (word.role === 'number' && joint) continue
    if (word.role === 'number' && isContent(words[k - 1] ?? word) && words[k - 1]?.role !== 'act')
      continue
    break
  }
  while (
    k > i + 1 &&
    !isContent(words[k - 1] ?? first) &&
    !/^[")\d]|^(?:này|trở lên|trở xuống)/u.test(words[k - 1]?.key ?? '')
  )
    k--
  // "số hộ | xem được truyền hình", "dân số | nghe được đài"
  const able = words[k]?.key === 'được' && k > i + 1
  return able && /^(?:nghe|xem|đọc|mua|vay)$/u.test(words[k - 1]?.key ?? '') ? k - 1 : k
}

/** Index after what the noun suffers, behind a verb that governs it: "giảm 5% trẻ em | bị xâm hại"; else `end`. */
function restricted(words: readonly Word[], end: number): number {
  if (!/^(?:bị|được)(?: |$)/u.test(words[end]?.key ?? '') || words[end]?.role === 'finite')
    return end
  let k = words[end + 1]?.role === 'acting' ? end + 2 : end + 1
  while (words[k] && k - end < 9 && isContent(words[k] as Word)) k++
  const whole = words[end]?.key.includes(' ')
  return k > end + 1 || whole ? k : end
}

/** "trung ương và | địa phương | được đào tạo": what a predicate follows within a few words is a noun, no verb. */
function nounThere(words: readonly Word[], from: number): boolean {
  let k = from
  const noun = (word: Word | undefined) => word && isContent(word) && !predicate.test(word.key)
  while (k - from < 6 && noun(words[k])) k++
  const end = words[k]
  if (/^(?:với|cho)$/u.test(end?.key ?? '')) return false
  const said = /^(?:modal|finite|having)$/u.test(end?.role ?? '') || predicate.test(end?.key ?? '')
  return k > from + 1 && said
}

/** Index after a row of short members and the one that ends it: "thẩm định | , đánh giá, thanh tra, giám sát an toàn"; else `end`. */
function series(words: readonly Word[], end: number): number {
  let at = end
  let short = 0
  // "lợn con, lợn thịt": a member with the same head.
  const head = words[end + 1]
  if (words[end]?.role === 'comma' && head?.role === 'head')
    if (words.slice(Math.max(0, end - 3), end).some((word) => word.key === head.key)) {
      const stop = phraseEnd(words, end + 1)
      if (stop > end + 1) return stop
    }
  while (words[at]?.role === 'comma') {
    let k = at + 1
    while (words[k] && isContent(words[k] as Word) && k - at < 3) k++
    if (k === at + 1 || words[k]?.role !== 'comma') break
    short++
    at = k
  }
  if (short === 0 || words[at]?.role !== 'comma') return end
  const stop = phraseEnd(words, at + 1, true)
  if (stop === at + 1) return end
  // One member is enough where all of them have one predicate: "chợ, siêu thị, trung tâm thương mại được tuyên truyền".
  const said = words[stop]?.key === 'được' || predicate.test(words[stop]?.key ?? '')
  return short > 1 || said ? stop : end
}

/** Index after the next member of an enumeration ("xã, phường, thị trấn"), or `end` where it has none. */
function coordinated(
  words: readonly Word[],
  first: number,
  end: number,
  next: number | null,
): number {
  if (words[end]?.role !== 'comma') return end
  const at = plural.test(words[end + 1]?.key ?? '') ? end + 2 : end + 1
  const member = words[at]
  if (!/^(?:head|plain|level)$/u.test(words[first]?.role ?? '')) return end
  const named = member?.role === 'head' || member?.role === 'level'
  if (!named && (member?.role !== 'plain' || predicate.test(member.key))) return end
  const stop = phraseEnd(words, at)
  if (stop === at) return end
  // "100% các xã, hộ nghèo còn 5%": a noun that the next figure is of.
  if (next !== null) {
    const between = words.slice(stop).filter((word) => word.start < next)
    const joined = between[0]?.key === 'và' || between[0]?.key === 'hoặc'
    const reaches =
      joined === false &&
      ((words[stop]?.start ?? next) >= next ||
        !between.some((w) => isContent(w) || w.role === 'comma' || w.role === 'stop'))
    if (reaches && next - (words[stop - 1]?.end ?? 0) < 60) return end
  }
  return stop
}
