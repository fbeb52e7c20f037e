// What a percentage is of: "tỷ lệ huy động trẻ đến trường đạt trên 99%", "3.085/4.081 trường …, đạt tỉ lệ 75,6%",
// "100% gia đình nhà giáo", and lists such as "Một số tỉnh có tỉ lệ … cao: Bắc Giang 93,4%; Phú Thọ đạt 89%".
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import type { PercentageSpan } from '../percentages.ts'
import type { RatioValue } from '../ratios.ts'
import { spanAt } from '../sentences.ts'
import { type Cell, tablesOf } from '../table-cells.ts'
import { tokenIndexAt } from '../units.ts'
import { provinceNamed, seriesFrom } from './series.ts'

export type Subject = { subject: string | null; province: string | null }

/** Words that lead from the subject to its figure. */
const leadIn =
  /[,:\s(=-]*(?<!\p{L})(?:(?:(?:đều|luôn|đã|được|cơ bản|ước|hiện|mới|tăng|giảm|cắt|nâng|hạ|kéo|duy trì|là|trên|hơn|dưới|gần|khoảng|xấp xỉ|chừng|từ|đến|tới|lên|còn|thì|chỉ|vẫn|dự kiến|dự báo|phấn đấu|phải|sẽ|cũng|đang|có thể|mức|ở|vào|với|bằng|đạt|chiếm|có|tỷ lệ|tỉ lệ|tỷ trọng|vượt|quá|không|thấp hơn|tối thiểu|ít nhất|tối đa|cao nhất|thấp nhất|tương đương|tương ứng|thêm|xuống) ?)+(?:(?:bình quân|trung bình) )?|(?:bình quân|trung bình) |\()$/u
const clauseStart =
  /[;:.!?\n](?!\d)|,(?= ?(?:trong đó|đạt|chiếm|tỷ lệ|tỉ lệ|với|có)(?!\p{L}))|(?<=%)[^,;.]{0,4},/gu
const opening =
  /^(?:[\s,"'(+*•)-]|\d+[.)] |[a-zđ]\) )*(?:(?:(?:đến |trong |hết |cuối |đầu )?năm \d{4}|trong đó|trong số này|trong số đó|hiện nay|hiện|đến nay|nay|qua đó|theo đó|cụ thể|ngoài ra|bên cạnh đó|tuy nhiên|đồng thời|kết quả|thì|là|trong khi đó|trong khi|riêng|nhưng|thậm chí|đặc biệt|nhất là|chủ yếu|được biết|và|còn|cùng|với|có|có ít nhất|tỷ lệ|tỉ lệ|đạt tỷ lệ|số|(?:giảm|tăng|nâng|duy trì|hạ|phấn đấu|bảo đảm|đảm bảo)(?= (?:tỷ|tỉ) lệ)|toàn ngành|luôn)(?:,? |$))*/iu
const afterNumber =
  /^ (?:số |các |tổng số )*((?:"[^"\n]{2,80}"|[^\s,;.:%()"\n]+(?: [^\s,;.:%()"\n]+){0,11}?))(?= ?(?:[,;.:()"\n]|$|(?:đạt|được|đã|là|có|chiếm|tăng|giảm|so với|trở lên|hoàn thành|tham gia|đóng góp|đều|không|sẽ|phải|ủng hộ|cho rằng|nằm|tốt nghiệp|trên tổng)(?!\p{L})))/u
/** What may follow a figure without being what it counts: "80% so với", "19,3% KH", "70% còn lại". */
const noSubject =
  /^(?:và|so|trở|kế|kh|chỉ|dự toán|mục tiêu|cùng kỳ|trong|của|ở|tại|vào|trên|do|để|nhằm|là|sẽ|đã|được|đạt|còn|năm|mỗi|một năm|hằng|hàng|theo|từ|đến|lên|xuống|thì|nên|nhưng|hoặc|hay|nếu|khi|cho|về|tổng|với|\d)(?!\p{L})/u
const existential =
  /(?<!\p{L})(?:có(?: tới| đến)?|với|phấn đấu|bảo đảm|đảm bảo|huy động|thực hiện|còn|khoảng|hiện|cho|hỗ trợ|miễn|giảm|cắt giảm)(?: được)?(?: trên| hơn| gần| khoảng| ít nhất| tối thiểu| dưới| từ)? ?$/u
const province = /[;:,]\s*|(?<!\p{L})(?:và|tỉnh|thành phố|tp\.?|là|đạt)\s*/u
/** "…, đạt 85% dự toán", "…, bằng 97% so với cùng kỳ": the figure is still of what the one before was of. */
const carriesOn =
  /^(?:[\s,()/-]|so với|cùng kỳ(?: năm (?:trước|ngoái|\d{4}))?|kế hoạch|dự toán|chỉ tiêu|mục tiêu|kh(?!\p{L})|năm|và|đến|tới|lên|xuống|còn|mức|đạt|bằng|là|chiếm|tăng|giảm|vượt|khoảng|trên|hơn|gần|ước|thành|chỉ|từ|\d{4})*$/u
/** A noun that is a share by its meaning needs no verb before the figure: "thuế suất 15%", "tỷ lệ chi trả cổ tức 10%". */
const rateNoun =
  /(?<!\p{L})(?:(?:tỷ lệ|tỉ lệ) (?=\p{L})|(?=(?:thuế suất|lãi suất|tỷ trọng|tốc độ tăng trưởng|độ mặn|độ ẩm|hàm lượng|nồng độ|công suất)(?!\p{L})))((?:\p{L}+[ -]?){1,12})$/u
const measures =
  'tỷ|tỉ|triệu|nghìn|ngàn|đồng|usd|đô la|euro|m2|m3|ha|héc ta|tấn|tạ|kg|km|lít|kwh|mw|lượt|%'
/** "Tổng doanh thu đạt 1.460 tỷ đồng": what is measured stands before the verb. */
const measured = new RegExp(
  `(?: (?:ước|đã|hiện|chỉ|đều|dự kiến|thêm|được))*[ ,](?:đạt|là|bằng|ước|tăng|giảm|còn|đến|lên|có) ?(?:thêm |khoảng |trên |hơn |gần |được )*\\d[\\d.,]*(?: ?(?:${measures})(?!\\p{L})).*$|(?: (?:là|đạt|có|còn|đến|lên)) \\d[\\d.,]*[, ]*$|(?: (?:tăng|giảm)| là)(?: thêm| trên| hơn)? \\d[\\d.,]* .*$`,
  'u',
)
/** "Toàn huyện có 24.200 hộ đạt danh hiệu …": what is counted follows the number. */
const countedNoun =
  /(?:^|(?<!\p{L})(?:có|còn|gồm|được|với|cho|đã|tổng số|tuyển|hơn|trên|gần|khoảng) )\d[\d.]* (?=\p{L}{2})/u

/** The subject of every percentage. `links` are the ratios beside them. */
export function attachSubjects(
  page: Page,
  spans: readonly PercentageSpan[],
  links: ReadonlyArray<Annotation<RatioValue> | null>,
): Subject[] {
  let head: { subject: string | null; until: number } | null = null
  const cellOf = tablesOf(page)
  const found: Subject[] = []
  for (const [i, span] of spans.entries()) {
    if (found[i]) continue
    const block = spanAt(page.blocks, span.start)
    const cell = block && cellOf(block, span.start)
    const link = links[i]
    if (cell?.bare) {
      found[i] = ofCell(page, cell)
      continue
    }
    const limits = cell?.cell ?? block ?? span
    const from = Math.max(limits.start, spans[i - 1]?.end ?? 0, span.start - 400)
    if (link && link.end <= span.start) {
      found[i] = { subject: countedIn(page, link.end, span.start), province: null }
      continue
    }
    const series = seriesFrom(page, spans, i, limits)
    if (series) {
      for (const [n, subject] of series.entries()) found[i + n] = subject
      continue
    }
    const place = provinceBefore(page, from, span.start)
    if (place) {
      const started = listHead(page, limits.start, place.start)
      if (started !== null) head = { subject: started, until: limits.end }
      else if (head && span.start > head.until) head = null
      if (head || started === null) {
        found[i] = { subject: head?.subject ?? null, province: place.id }
        continue
      }
    }
    const previous = found[i - 1]
    const before = spans[i - 1]
    if (previous && before && before.end >= limits.start && before.end <= span.start) {
      const words = page.key.slice(before.end, span.start)
      if (
        words.length < 60 &&
        carriesOn.test(words) &&
        /[\p{L}-]/u.test(words) &&
        !/\p{L}/u.test(startOfNoun(page, span, limits))
      ) {
        found[i] = { subject: previous.subject, province: previous.province }
        continue
      }
    }
    // "có trên 95% khu dân cư": what is counted follows; "tỷ lệ huy động trẻ đạt trên 99%": it stands before.
    const right = afterFigure(page, span.end, limits.end)
    const exists = existential.test(page.key.slice(Math.max(from, span.start - 24), span.start))
    const left = exists && right !== null ? null : subjectBefore(page, from, span.start)
    const beside =
      left ?? right ?? (from === before?.end ? nounBeside(page, from, span.start) : null)
    found[i] = { subject: beside, province: null }
  }
  return found
}

/** The words of a noun phrase after a figure, or nothing. */
const startOfNoun = (page: Page, span: Span, limits: Span): string =>
  afterFigure(page, span.end, limits.end) ?? ''

/** A bare figure in a table is of its column and its row: "Trường có phòng máy: Kế hoạch năm 2023". */
function ofCell(page: Page, { row, column }: Cell): Subject {
  const words = (span: Span | null) => (span ? page.text.slice(span.start, span.end) : null)
  const [head, heading] = [words(row), words(column)]
  const alias = head && row ? provinceNamed(page, row) : null
  if (alias) return { subject: heading, province: alias }
  return { subject: head && heading ? `${head}: ${heading}` : (head ?? heading), province: null }
}

/** The noun phrase that follows a figure: "1083/1.466 [trường mầm non], chiếm", "100% [gia đình nhà giáo] đạt". */
function afterFigure(page: Page, from: number, to: number): string | null {
  const match = afterNumber.exec(page.key.slice(from, Math.min(to, from + 160)))
  const words = match?.[1]?.trimEnd()
  if (!match || !words || noSubject.test(words.toLowerCase())) return null
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
  if (!led) return rateBefore(page, from, to)
  const body = words.slice(0, led.index)
  let cut = 0
  for (const m of body.matchAll(clauseStart)) cut = m.index + m[0].length
  const comma = body.lastIndexOf(', ')
  // A later part of an enumeration begins after its comma: "…, trẻ mẫu giáo đạt 100%".
  if (comma >= cut && from > 0 && /\p{L}/u.test(body.slice(comma + 2))) cut = comma + 2
  const skip = opening.exec(body.slice(cut))?.[0].length ?? 0
  let start = from + cut + skip
  let end = from + body.length
  // "Năm 2022, thăm dò cho thấy tỷ lệ hồ sơ trực tuyến": the share is of what follows its noun.
  const rate = page.key
    .slice(start, end)
    .search(/(?<!\p{L})(?:tỷ|tỉ) lệ (?!này|đó|trên|cao|thấp)\p{L}+ (?!.*(?<!\p{L})(?:tỷ|tỉ) lệ )/u)
  if (rate >= 0) start += rate + 'tỷ lệ '.length
  const rest = page.key.slice(start, end)
  const counted = countedNoun.exec(rest)
  const figure = measured.exec(rest)
  if (figure && figure.index > 0) end = start + figure.index
  else if (counted) {
    const noun = start + counted.index + counted[0].length
    // "Mặt trận Tổ quốc có 28 người (13,79%)": a bare unit says less than the words before it.
    const bare = counted.index > 3 && /^\p{L}+$/u.test(page.key.slice(noun, end).trim())
    if (bare) end = start + counted.index
    else start = noun
  }
  const subject = page.text
    .slice(start, end)
    .replace(/(?:[\s,:(-]+|(?<!\p{L})(?:có|với|còn))+$/gu, '')
  if (!/\p{L}{2}/u.test(subject) || carriesOn.test(subject.toLowerCase())) return null
  return subject
}

/** "ngân sách tỉnh 40% kinh phí, vốn vay ưu đãi 30%": in an enumeration of shares a few words by themselves. */
function nounBeside(page: Page, from: number, to: number): string | null {
  const words = /(?:[,;]| và) ((?:\p{L}+ ){1,6})$/u.exec(page.key.slice(from, to))?.[1]
  return words === undefined || noSubject.test(words)
    ? null
    : page.text.slice(to - words.length, to).trim()
}

/** "thuế suất 15%": a noun that needs no verb before its figure. */
function rateBefore(page: Page, from: number, to: number): string | null {
  const match = rateNoun.exec(page.key.slice(Math.max(from, to - 90), to))
  const words = match?.[1]
  if (!words) return null
  return page.text.slice(to - words.length, to).trim()
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
