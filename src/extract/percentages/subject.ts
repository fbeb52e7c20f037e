// What a percentage is of: "tỷ lệ huy động trẻ đến trường đạt trên 99%", "3.085/4.081 trường …, đạt tỉ lệ 75,6%",
// "100% gia đình nhà giáo", and lists such as "Một số tỉnh có tỉ lệ … cao: Bắc Giang 93,4%; Phú Thọ đạt 89%".
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import type { PercentageSpan } from '../percentages.ts'
import type { RatioValue } from '../ratios.ts'
import { spanAt } from '../sentences.ts'
import { type Cell, tablesOf } from '../table-cells.ts'
import { withoutPlace } from './borrowed.ts'
import { clauseBefore } from './clause.ts'
import { toldOf } from './clause-subject.ts'
import { clauseWords, isContent, type Word, written } from './clause-words.ts'
import { nextGrade, withGrade } from './grades.ts'
import type { Told } from './inherited.ts'
import { withSharedHead } from './levels.ts'
import { nounPhrase } from './noun-phrase.ts'
import { endOf } from './phrase-end.ts'
import { hasNoun } from './pieces.ts'
import { listHead, provinceBefore } from './place-lists.ts'
import { nounAfter } from './right-noun.ts'
import { provinceNamed, seriesFrom } from './series.ts'
import { soundSubject } from './sound.ts'
import { labelAbove, limitedTo, listAbove, measureBefore, stemAbove } from './stacked.ts'
import { variableBeside } from './variable.ts'

export type Subject = { subject: string | null; province: string | null }

/** Between the ends of a range: "từ 21% đến dưới 25%", "5% - 10%". */
const rangeJoint =
  /^ ?(?:-|đến|tới) ?(?:(?:mức|dưới|trên|không quá|khoảng|gần|tối đa|hơn) ?){0,2}$/u

/** The subject of every percentage. `links` are the ratios beside them. */
export function attachSubjects(
  page: Page,
  spans: readonly PercentageSpan[],
  links: ReadonlyArray<Annotation<RatioValue> | null>,
): Subject[] {
  let head: { subject: string | null; until: number } | null = null
  let topic: (Told & { end: number; block: number }) | null = null
  const cellOf = tablesOf(page)
  const placeOf = new Map(page.blocks.map((block, at) => [block, at]))
  const found: Subject[] = []
  const tell = (subject: Subject, kind: Told['kind'], i: number, block: number) => {
    found[i] = checked(page, subject, spans[i]?.start ?? 0)
    if (kind !== 'aside') topic = { subject: subject.subject, kind, end: spans[i]?.end ?? 0, block }
  }
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
    const previousEnd = spans[i - 1]?.end ?? 0
    const from = Math.max(limits.start, previousEnd, span.start - 400)
    const earlier = found[i - 1]?.subject ?? null
    const grade =
      earlier !== null && from === previousEnd
        ? nextGrade(page, previousEnd, span.start, earlier)
        : null
    if (grade !== null) {
      tell({ subject: grade, province: null }, 'left', i, limits.start)
      continue
    }
    if (link && link.end <= span.start) {
      const subject =
        numbered(page, from, link, span.start) ??
        countedIn(page, link.end, span.start) ??
        countedBefore(page, from, link.start)
      tell({ subject, province: null }, 'left', i, limits.start)
      continue
    }
    const series = seriesFrom(page, spans, i, limits)
    if (series) {
      for (const [n, subject] of series.entries()) tell(subject, 'left', i + n, limits.start)
      continue
    }
    const place = provinceBefore(page, from, span.start)
    if (place) {
      const started = listHead(page, limits.start, place.start)
      if (started !== null) head = { subject: started, until: limits.end }
      else if (head && span.start > head.until) head = null
      if (head || started === null) {
        const listed = topic as (Told & { end: number; block: number }) | null
        const joint = listed?.block === limits.start ? page.key.slice(listed.end, place.start) : ''
        const same = /^[\s;,]+$/u.test(joint) ? (listed?.subject ?? null) : null
        const carried = same === null ? null : withoutPlace(same)
        tell({ subject: head?.subject ?? carried, province: place.id }, 'left', i, limits.start)
        continue
      }
    }
    const known = topic as (Told & { end: number; block: number }) | null
    const sameBlock = known !== null && known.block === limits.start
    const before = spans[i - 1]
    if (sameBlock && before && rangeJoint.test(page.key.slice(before.end, span.start))) {
      tell(found[i - 1] ?? { subject: null, province: null }, known.kind, i, limits.start)
      continue
    }
    let last = i
    while (rangeJoint.test(page.key.slice(spans[last]?.end ?? 0, spans[last + 1]?.start ?? 0)))
      last++
    const end = spans[last]?.end ?? span.end
    // The clause and the percentage before it; no more, so that dense figures are not read again and again.
    const window = Math.max(limits.start, span.start - 400, spans[i - 2]?.end ?? 0)
    const until = Math.min(limits.end, spans[last + 2]?.start ?? limits.end)
    const variable = variableBeside(page, span, limits)
    if (variable !== null) {
      tell({ subject: variable, province: null }, 'left', i, limits.start)
      continue
    }
    const clause = clauseBefore(page, window, span.start, previousEnd > window ? previousEnd : null)
    // "…, tức chưa đến 50%", ông A nói": what is quoted ends with the figure.
    const right = /["”]/u.test(page.text[end] ?? '')
      ? null
      : nounAfter(page, end, until, spans[last + 1]?.start ?? null, clause.changing)
    const distance = known === null ? Number.POSITIVE_INFINITY : span.start - known.end
    const told = {
      ...toldOf(page, {
        clause,
        right,
        topic: sameBlock && distance < 500 ? known : null,
        near: distance < 400 ? known : null,
      }),
    }
    const inherited = told.kind === 'inherited'
    if (told.subject === null && block) {
      const at = placeOf.get(block) ?? 0
      const label = labelAbove(page, span, at)
      if (label !== null) {
        found[i] = { subject: label, province: null }
        continue
      }
      told.subject = stemAbove(page, span, at) ?? measureBefore(page, span, at)
    }
    if (told.subject !== null && told.kind === 'left' && block)
      told.subject = listAbove(page, told.subject, placeOf.get(block) ?? 0) ?? told.subject
    if (told.subject !== null && clause.label && clause.changing && block)
      told.subject = limitedTo(page, told.subject, span, placeOf.get(block) ?? 0) ?? told.subject
    if (told.subject !== null && told.kind === 'left' && sameBlock && known.kind === 'left')
      if (clause.boundary === 'figure' || clause.boundary === 'semicolon')
        told.subject =
          withSharedHead(told.subject, known.subject ?? '', page.lexicon) ?? told.subject
    if (torn(page, spans, i, limits)) told.subject = null
    // "thuế suất 15%, 70% còn lại …", "70% còn lại là những người đã tham gia"
    if (page.key.startsWith(' còn lại', end)) {
      const rest = /^ còn lại là (?:những |các )?([^,.;:(%]{4,90})[,.;:]/u.exec(
        page.text.slice(end, until),
      )
      if (rest) told.subject = rest[1] ?? null
      else if (inherited) told.subject = null
    }
    told.subject ??= fulfilled(page, span.start, end)
    // "Giá = 11 USD x 10%": a factor.
    if (/[\d\p{L})] ?[x×*] $/u.test(page.key.slice(Math.max(0, span.start - 6), span.start)))
      told.subject = null
    if (inherited) told.subject = graded(page, told.subject, end)
    told.subject = withGrade(page, from, span.start, told.subject)
    tell(
      {
        subject: told.subject,
        province: inherited && sameBlock ? (found[i - 1]?.province ?? null) : null,
      },
      inherited ? (known?.kind ?? 'left') : told.kind,
      i,
      limits.start,
    )
  }
  // "tiền giảm 5% và 10% tiền thuê đất": the noun behind the second is of the first too.
  for (const [i, subject] of found.entries()) {
    const joint = page.key.slice(spans[i]?.end ?? 0, spans[i + 1]?.start ?? 0)
    if (subject.subject === null && /^ (?:và|hoặc|hay) $/u.test(joint))
      subject.subject = found[i + 1]?.subject ?? null
  }
  return found
}

const plan = '(?:kế hoạch|chỉ tiêu|mục tiêu|nhiệm vụ)(?: đề ra| đã ban hành| được giao| đã đề ra)?'
const planAfter = new RegExp(`^ ${plan}(?!\\p{L})`, 'u')
const fulfilling = new RegExp(`^ hoàn thành ${plan}(?!\\p{L})`, 'u')

/** What is fulfilled: "Hoàn thành 100% | kế hoạch đề ra", "Tỷ lệ 100% | hoàn thành kế hoạch", "Tỷ lệ đóng | là 1%"; else null. */
function fulfilled(page: Page, start: number, end: number): string | null {
  const before = page.key.slice(Math.max(0, start - 30), start)
  const after = page.key.slice(end, end + 60)
  const match = before.endsWith('hoàn thành ')
    ? planAfter.exec(after)
    : /(?:tỷ|tỉ) lệ $/u.test(before)
      ? fulfilling.exec(after)
      : null
  if (match) return page.text.slice(end + 1, end + match[0].length)
  const rate = /(?<!\p{L})((?:tỷ|tỉ) lệ \p{L}+(?: \p{L}+)?) là $/u.exec(before)?.[1]
  const at = rate === undefined ? -1 : start - before.length + before.lastIndexOf(rate)
  return at < 0 ? null : page.text.slice(at, at + (rate ?? '').length)
}

/** True in a row of bare figures behind words that begin in the middle of a cell: "viên, làm thẻ, 8,76% 2,49% 7,10%". */
function torn(page: Page, spans: readonly PercentageSpan[], i: number, limits: Span): boolean {
  const beside = (a: number) =>
    (spans[a]?.start ?? 0) >= limits.start &&
    /^ $/u.test(page.key.slice(spans[a]?.end ?? 0, spans[a + 1]?.start ?? 0))
  const before = beside(i - 1) ? (beside(i - 2) ? 2 : 1) : 0
  const after = beside(i) ? (beside(i + 1) ? 2 : 1) : 0
  return before + after >= 2 && /^\p{Ll}/u.test(page.text.slice(limits.start, limits.start + 1))
}

/** The subject as it stands up to the last look. */
function checked(page: Page, told: Subject, at: number): Subject {
  if (told.subject === null) return told
  const before = page.text.slice(Math.max(0, at - 260), at)
  const from = before.lastIndexOf(told.subject)
  const shared = from >= 0 && /(?:tỷ|tỉ) lệ $/iu.test(before.slice(0, from))
  return { subject: soundSubject(told.subject, shared, page.lexicon), province: told.province }
}

/** "35% cán bộ khuyến học giỏi, 45% khá": the head of the figure before with the grade of this one. */
function graded(page: Page, subject: string | null, end: number): string | null {
  const grade = /^ ((?:\p{L}+ ?){1,2})(?=[,;.)]|$| và )/u
    .exec(page.key.slice(end, end + 24))?.[1]
    ?.trim()
  const last = subject === null ? null : / ((?:trung bình|\p{L}+))$/u.exec(subject)
  if (subject === null || grade === undefined || !last) return subject
  const isGrade = (words: string) =>
    /^(?:grade|degree)$/u.test(page.lexicon.shareWords.get(words)[0]?.role ?? '') ||
    words === 'trung bình'
  if (!isGrade(grade) || !isGrade(last[1] ?? '')) return subject
  return `${subject.slice(0, last.index)} ${page.text.slice(end + 1, end + 1 + grade.length)}`
}

const rateOnly = /^[-+•* ]*(?:tỷ|tỉ) lệ(?: đạt| thực hiện)?(?: ?\(?%\)?)?$/iu
const countLead = /^[-+•* ]*(?:(?:tổng )?số(?: lượng)? )?(?:các )?/iu

/** A bare figure in a table is of its column and its row: "Trường có phòng máy: Kế hoạch năm 2023". */
function ofCell(page: Page, { row, column, above }: Cell): Subject {
  const words = (span: Span | null) => (span ? page.text.slice(span.start, span.end) : null)
  const [head, heading] = [words(row), words(column)]
  // "Số đơn vị đã thực hiện/tổng số đơn vị" and in the row below "Tỷ lệ đạt"
  const counted = head && rateOnly.test(head) ? words(above)?.replace(countLead, '') : undefined
  if (counted) return { subject: counted.replace(/ ?\/ ?tổng số.*$/iu, ''), province: null }
  const alias = head && row ? provinceNamed(page, row) : null
  if (alias) return { subject: heading, province: alias }
  return { subject: head && heading ? `${head}: ${heading}` : (head ?? heading), province: null }
}

/**
 * "[Số đơn tố cáo đã giải quyết] 84/106 đơn, đạt 79%": what is counted where a unit alone stands behind the ratio and more words
 * after "số" before it; else null.
 */
function numbered(page: Page, from: number, link: Span, to: number): string | null {
  const clause = clauseBefore(page, link.end, to, null)
  const behind = (clause.outside ?? clause.pieces).flat()
  const unit = behind.length > 0 ? page.lexicon.unitNouns.get(written(page, behind)) : []
  if (unit.length === 0) return null
  const piece = clauseBefore(page, from, link.start, null).pieces.at(-1) ?? []
  const number = piece.findIndex(({ key }) => /^(?:tổng )?số(?: lượng)?$/u.test(key))
  const told = piece.slice(number + 1)
  // "Quyết định số 15 của UBND tỉnh có 12/15 xã": what follows its number is no noun counted.
  const counts = number >= 0 && told.length > 1 && isContent(told[0] as Word)
  if (!counts || piece[number - 1]?.key === 'một') return null
  return hasNoun(told) ? written(page, told.slice(0, endOf(told, 0))) : null
}

/** What a ratio counts, up to the words that lead to its percentage: "3.085/4.081 [trường … đạt chuẩn quốc gia], đạt tỉ lệ 75,6%". */
function countedIn(page: Page, from: number, to: number): string | null {
  const clause = clauseBefore(page, from, to, null)
  const pieces = (clause.outside ?? clause.pieces).filter((piece) => piece.length > 0)
  const words = clauseWords(page, { start: from, end: pieces.at(-1)?.at(-1)?.end ?? from })
  const phrase = nounPhrase(words)
  return phrase.length > 0 ? written(page, phrase) : null
}

/** What a ratio without a noun behind it counts: "[Số học sinh học bán trú] là 72/97, tỷ lệ 74,2%"; null without a noun before it. */
function countedBefore(page: Page, from: number, to: number): string | null {
  const piece = clauseBefore(page, from, to, null).pieces.at(-1) ?? []
  return hasNoun(piece) ? written(page, nounPhrase(piece)) : null
}
