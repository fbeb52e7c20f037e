// What a percentage is of: "tỷ lệ huy động trẻ đến trường đạt trên 99%", "3.085/4.081 trường …, đạt tỉ lệ 75,6%",
// "100% gia đình nhà giáo", and lists such as "Một số tỉnh có tỉ lệ … cao: Bắc Giang 93,4%; Phú Thọ đạt 89%".
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import type { PercentageSpan } from '../percentages.ts'
import type { RatioValue } from '../ratios.ts'
import { spanAt } from '../sentences.ts'
import { tokenIndexAt } from '../units.ts'

export type Subject = { subject: string | null; province: string | null }

/** Words that lead from the subject to its figure. */
const leadIn =
  /[,:\s(=-]*(?<!\p{L})(?:(?:(?:đều|luôn|đã|được|cơ bản|ước|hiện|mới|tăng|giảm|nâng|duy trì|là|trên|hơn|dưới|gần|khoảng|xấp xỉ|từ|đến|lên|còn|ở mức|mức|với|bằng|đạt|chiếm|có|tỷ lệ|tỉ lệ|vượt|quá|không|tối thiểu|ít nhất|tối đa|thêm|xuống) ?)+)$/u
const clauseStart =
  /[;:.!?\n](?!\d)|,(?= ?(?:trong đó|đạt|chiếm|tỷ lệ|tỉ lệ|với|có)(?!\p{L}))|(?<=%)[^,;.]{0,4},/gu
const opening =
  /^(?:[\s,"'(+*•-]|\d+[.)] )*(?:(?:trong đó|hiện nay|hiện|đến nay|nay|qua đó|theo đó|cụ thể|ngoài ra|đồng thời|kết quả|và|với|có|tỷ lệ|tỉ lệ|đạt tỷ lệ|số|toàn ngành|luôn) )*/iu
const afterNumber =
  /^ (?:số |các |tổng số )*((?:"[^"\n]{2,80}"|[^\s,;.:%()"\n]+(?: [^\s,;.:%()"\n]+){0,11}?))(?= ?(?:[,;.:()"\n]|$|(?:đạt|được|đã|là|có|chiếm|tăng|giảm|so với|trở lên|hoàn thành|tham gia|đều|không|sẽ|phải|tốt nghiệp|trên tổng)(?!\p{L})))/u
const existential =
  /(?<!\p{L})(?:có|với|phấn đấu|bảo đảm|đảm bảo|huy động|thực hiện|còn|khoảng|hiện)(?: được)?(?: trên| hơn| gần| khoảng| ít nhất| tối thiểu| dưới| từ)? ?$/u
const province = /[;:,]\s*|(?<!\p{L})(?:và|tỉnh|thành phố|tp\.?|là|đạt)\s*/u

/** The subject of every percentage. `links` are the ratios beside them. */
export function attachSubjects(
  page: Page,
  spans: readonly PercentageSpan[],
  links: ReadonlyArray<Annotation<RatioValue> | null>,
): Subject[] {
  let head: { subject: string | null; until: number } | null = null
  return spans.map((span, i) => {
    const block = spanAt(page.blocks, span.start)
    const from = Math.max(block?.start ?? 0, spans[i - 1]?.end ?? 0, span.start - 400)
    const link = links[i]
    if (link && link.end <= span.start)
      return { subject: countedIn(page, link.end, span.start), province: null }
    const place = provinceBefore(page, from, span.start)
    if (place) {
      const started = listHead(page, block?.start ?? 0, place.start)
      if (started !== null) head = { subject: started, until: block?.end ?? 0 }
      else if (head && span.start > head.until) head = null
      if (head || started === null) return { subject: head?.subject ?? null, province: place.id }
    }
    // "có trên 95% khu dân cư": what is counted follows; "tỷ lệ huy động trẻ đạt trên 99%": it stands before.
    const right = afterFigure(page, span.end, block?.end ?? span.end)
    const exists = existential.test(page.key.slice(Math.max(from, span.start - 24), span.start))
    const left = exists && right !== null ? null : subjectBefore(page, from, span.start)
    return { subject: left ?? right, province: null }
  })
}

/** The noun phrase that follows a figure: "1083/1.466 [trường mầm non], chiếm", "100% [gia đình nhà giáo] đạt". */
function afterFigure(page: Page, from: number, to: number): string | null {
  const match = afterNumber.exec(page.key.slice(from, Math.min(to, from + 160)))
  const words = match?.[1]?.trimEnd()
  if (!match || !words || /^(?:và|so|trở|kế|chỉ|trong|của|\d)/u.test(words)) return null
  const start = from + match[0].lastIndexOf(words)
  return page.text.slice(start, start + words.length)
}

/** What a ratio counts, up to the words that lead to its percentage: "3.085/4.081 [trường … đạt chuẩn quốc gia], đạt tỉ lệ 75,6%". */
function countedIn(page: Page, from: number, to: number): string | null {
  const words = page.key.slice(from, to)
  const end = leadIn.exec(words)?.index ?? words.length
  const subject = page.text.slice(from, from + end).replace(/^[\s,:(]+|[\s,:(]+$/gu, '')
  return /\p{L}{2}/u.test(subject) ? subject : null
}

function subjectBefore(page: Page, from: number, to: number): string | null {
  const words = page.key.slice(from, to)
  const led = leadIn.exec(words)
  if (!led) return null
  const body = words.slice(0, led.index)
  let cut = 0
  for (const m of body.matchAll(clauseStart)) cut = m.index + m[0].length
  const comma = body.lastIndexOf(', ')
  // A later part of an enumeration begins after its comma: "…, trẻ mẫu giáo đạt 100%".
  if (comma >= cut && from > 0 && /\p{L}/u.test(body.slice(comma + 2))) cut = comma + 2
  const skip = opening.exec(body.slice(cut))?.[0].length ?? 0
  const start = from + cut + skip
  const subject = page.text.slice(start, from + body.length).replace(/[\s,:(-]+$/u, '')
  return /\p{L}{2}/u.test(subject) ? subject : null
}

/** A province's name directly before the figure ("Bắc Giang 93,4%", "Phú Thọ đạt 89%", "Bắc Kạn (75%)"). */
function provinceBefore(
  page: Page,
  from: number,
  to: number,
): { id: string; start: number } | null {
  const last = tokenIndexAt(page.tokens, to)
  for (let back = 1; back <= 9; back++) {
    const index = last - back
    const token = page.tokens[index]
    if (!token || token.start < from) return null
    const match = page.lexicon.provinces.aliases.longestAt(page.tokens, index)
    const alias = match?.values.find((v) => v.use === 'name')
    if (!match || !alias || match.end > to) continue
    const rest = page.key.slice(match.end, to)
    if (
      !/^[\s:(-]*(?:(?:đạt|chiếm|có|là|với|tỷ lệ|tỉ lệ|trên|hơn|gần|khoảng|dưới)\s*)*$/u.test(rest)
    )
      continue
    const before = page.key.slice(Math.max(from, match.start - 14), match.start)
    if (before.trim() !== '' && !new RegExp(`(?:${province.source})$`, 'u').test(before)) continue
    return { id: alias.provinceId, start: match.start }
  }
  return null
}

/** The words before the colon that opens a list, without "Một số tỉnh có tỉ lệ" and "cao"; null where there is no colon. */
function listHead(page: Page, blockStart: number, listStart: number): string | null {
  const before = page.key.slice(Math.max(blockStart, listStart - 200), listStart)
  const colon = /:\s*(?:(?:tỉnh|thành phố|tp\.?)\s*)?$/u.exec(before)
  if (!colon) return null
  const at = listStart - before.length
  const sentence = Math.max(
    before.lastIndexOf('. ', colon.index) + 2,
    before.lastIndexOf('; ', colon.index) + 2,
    0,
  )
  const words = before.slice(sentence < 2 ? 0 : sentence, colon.index)
  const offset = at + (sentence < 2 ? 0 : sentence)
  const rate = /(?<!\p{L})(?:tỷ lệ|tỉ lệ) /u.exec(words)
  const start = rate ? rate.index + rate[0].length : 0
  const subject: Span = { start: offset + start, end: offset + words.length }
  return page.text
    .slice(subject.start, subject.end)
    .replace(/ (?:cao|thấp|lớn|tốt|cao nhất|thấp nhất|như sau|như)$/u, '')
    .trim()
}
