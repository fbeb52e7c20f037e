// What a percentage is of: "tỷ lệ huy động trẻ đến trường đạt trên 99%", "3.085/4.081 trường …, đạt tỉ lệ 75,6%",
// "100% gia đình nhà giáo", and lists such as "Một số tỉnh có tỉ lệ … cao: Bắc Giang 93,4%; Phú Thọ đạt 89%".
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import type { PercentageSpan } from '../percentages.ts'
import type { RatioValue } from '../ratios.ts'
import { spanAt } from '../sentences.ts'
import { type Cell, tablesOf } from '../table-cells.ts'
import { clauseBefore } from './clause.ts'
import { type Told, toldOf } from './clause-subject.ts'
import { clauseWords, written } from './clause-words.ts'
import { nounPhrase } from './noun-phrase.ts'
import { listHead, provinceBefore } from './place-lists.ts'
import { nounAfter } from './right-noun.ts'
import { provinceNamed, seriesFrom } from './series.ts'
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
  const found: Subject[] = []
  const tell = (subject: Subject, kind: Told['kind'], i: number, block: number) => {
    found[i] = subject
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
    if (link && link.end <= span.start) {
      tell(
        { subject: countedIn(page, link.end, span.start), province: null },
        'left',
        i,
        limits.start,
      )
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
        const carried = /^[\s;,]+$/u.test(joint) ? (listed?.subject ?? null) : null
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
    const right = nounAfter(page, end, until, spans[last + 1]?.start ?? null)
    const distance = known === null ? Number.POSITIVE_INFINITY : span.start - known.end
    const told = toldOf(page, {
      clause,
      right,
      topic: sameBlock && distance < 500 ? known : null,
      near: distance < 400 ? known : null,
    })
    const inherited = told.kind === 'inherited'
    // "thuế suất 15%, 70% còn lại …"
    if (inherited && page.key.startsWith(' còn lại', end)) told.subject = null
    if (inherited) told.subject = graded(page, told.subject, end)
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
  return found
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

/** A bare figure in a table is of its column and its row: "Trường có phòng máy: Kế hoạch năm 2023". */
function ofCell(page: Page, { row, column }: Cell): Subject {
  const words = (span: Span | null) => (span ? page.text.slice(span.start, span.end) : null)
  const [head, heading] = [words(row), words(column)]
  const alias = head && row ? provinceNamed(page, row) : null
  if (alias) return { subject: heading, province: alias }
  return { subject: head && heading ? `${head}: ${heading}` : (head ?? heading), province: null }
}

/** What a ratio counts, up to the words that lead to its percentage: "3.085/4.081 [trường … đạt chuẩn quốc gia], đạt tỉ lệ 75,6%". */
function countedIn(page: Page, from: number, to: number): string | null {
  const clause = clauseBefore(page, from, to, null)
  const pieces = (clause.outside ?? clause.pieces).filter((piece) => piece.length > 0)
  const words = clauseWords(page, { start: from, end: pieces.at(-1)?.at(-1)?.end ?? from })
  const phrase = nounPhrase(words)
  return phrase.length > 0 ? written(page, phrase) : null
}
