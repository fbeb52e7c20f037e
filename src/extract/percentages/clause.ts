// What stands left of a figure in its clause: the words up to the verb that leads to it, in the pieces that commas make.
//
//   Thu từ dầu thô đạt 35,5 nghìn tỷ đồng, giảm 5,1% → pieces "Thu từ dầu thô đạt 35,5 nghìn tỷ đồng" and "", verb "giảm"
import type { Page } from '../page.ts'
import { clauseWords, isContent, type Word } from './clause-words.ts'

/** What the clause begins after: the block, a dot, a semicolon, a colon, or the percentage before. */
export type Boundary = 'start' | 'stop' | 'semicolon' | 'colon' | 'figure'

export type Clause = {
  boundary: Boundary
  pieces: Word[][]
  /** `subject`: a verb whose subject is measured ("đạt"); `object`: one whose object is ("có", "mua"); null: none. */
  verb: 'subject' | 'object' | null
  /** The last verb that leads to the figure, and the last word before the figure and its "khoảng"; empty where there is none. */
  verbWord: string
  lastWord: string
  /** The verb tells of a change: "giảm". */
  changing: boolean
  /** A colon stands before the figure: "Trưởng phòng: 14% định mức". */
  label: boolean
  /** Nothing stands between the words and the figure. */
  bare: boolean
  /** Pieces before an open bracket that the figure stands in; null where it stands in none. */
  outside: Word[][] | null
  /** Words before the colon or semicolon that the clause begins after. */
  heading: Word[]
}

const shareNoun = /^(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)$/u
const change = /^(?:(?:ước|dự kiến) )?(?:tăng|giảm|nâng|hạ|cắt)/u
/** Said of the figure where it stands directly before it, else of the subject: "tỷ lệ chuyên cần bình quân đạt 97%". */
const mean = /^(?:bình quân|trung bình)$/u
const symbol = /^[-=<>≤≥~≈+/]$/u

/** Reads the clause before `to`; nothing before `from` counts, and `figureEnd` is where the percentage before ends, if one does. */
export function clauseBefore(
  page: Page,
  from: number,
  to: number,
  figureEnd: number | null,
): Clause {
  const all = clauseWords(page, { start: from, end: to })
  const tail = beforeVerb(all)
  let begin = 0
  let boundary: Boundary = 'start'
  for (let i = tail.end - 1; i >= 0; i--) {
    const word = all[i]
    if (!word) break
    if (figureEnd !== null && word.start < figureEnd) boundary = 'figure'
    else if (word.role === 'colon') boundary = 'colon'
    else if (word.role === 'stop') boundary = word.key === ';' ? 'semicolon' : 'stop'
    else continue
    begin = i + 1
    break
  }
  if (figureEnd !== null && figureEnd > from && boundary === 'start') boundary = 'figure'
  const words = all.slice(begin, tail.end)
  // "… là 1,2%) tỷ trọng ngành …": the bracket of the percentage before parts as a comma does.
  const closing = boundary === 'figure' ? words[0] : undefined
  if (closing && /^[)\]]$/u.test(closing.key)) closing.role = 'comma'
  const open = words.findLastIndex((word) => word.role === 'open')
  let heading: Word[] = []
  if (boundary === 'colon' || boundary === 'semicolon') {
    const before = all.slice(0, begin - 1)
    const last = before.findLastIndex(
      (word) =>
        word.role === 'open' ||
        word.role === 'stop' ||
        word.role === 'colon' ||
        (figureEnd ?? 0) > word.start,
    )
    heading = before.slice(last + 1)
  }
  return {
    boundary,
    pieces: piecesOf(open < 0 ? words : words.slice(open + 1)),
    verb: tail.verb,
    verbWord: all.slice(tail.end).findLast((word) => word.role === 'verb')?.key ?? '',
    lastWord: all.findLast((word) => word.role !== 'lead')?.key ?? '',
    changing: tail.changing,
    label: all.slice(tail.end).some((word) => word.role === 'colon'),
    bare: tail.end === all.length,
    outside: open < 0 ? null : piecesOf(words.slice(0, open)),
    heading,
  }
}

/** Where the words end that lead to a figure's verb, and of what kind that is. */
function beforeVerb(words: readonly Word[]): {
  end: number
  verb: Clause['verb']
  changing: boolean
} {
  let end = words.length
  // "được xác định là 2 hoặc 3%"
  if (/^(?:hoặc|hay)$/u.test(words[end - 1]?.key ?? '') && words[end - 2]?.role === 'number')
    if (!/^(?:năm|tháng|quý)$/u.test(words[end - 3]?.key ?? '')) end -= 2
  let verb: Clause['verb'] = null
  let changing = false
  for (; end > 0; end--) {
    const word = words[end - 1]
    const before = words[end - 2]
    if (!word) break
    if (word.role === 'verb') {
      if (verb === null) changing = change.test(word.key)
      verb ??= 'subject'
    } else if (word.role === 'having' || word.role === 'acting') {
      if (verb === 'subject') break
      verb ??= 'object'
    } else if (word.role === 'degree') {
      if (
        before?.role !== 'verb' &&
        before?.role !== 'degree' &&
        !shareNoun.test(before?.key ?? '')
      )
        break
    } else if (shareNoun.test(word.key)) {
      if (before && isContent(before)) break
    } else if (mean.test(word.key)) {
      if (verb !== null) break
    } else if (
      word.role !== 'lead' &&
      word.role !== 'modal' &&
      word.role !== 'finite' &&
      word.role !== 'colon' &&
      !(word.role === 'mark' && symbol.test(word.key))
    )
      break
  }
  return { end, verb, changing }
}

/** The pieces between commas. */
function piecesOf(words: readonly Word[]): Word[][] {
  const pieces: Word[][] = [[]]
  for (const word of words)
    if (word.role === 'comma') pieces.push([])
    else pieces.at(-1)?.push(word)
  return pieces
}
