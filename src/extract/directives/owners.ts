// Whose tasks the items of a list are: the names of the headings above them, level by level.
//
//   "2. Sở Y tế" > "a) Công tác phòng dịch:" > "- Chuẩn bị thuốc …"   → Sở Y tế
//   "3. Sở Xây dựng"                                                    ends what "2." named
import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import type { Marker } from '../markers.ts'
import type { Page } from '../page.ts'
import { assigneesOf, unitOf } from './assignees.ts'
import { withoutTail } from './found.ts'

/** A heading or an item with others under it, and whom it names; none for "a) Công tác phòng dịch:". */
export type Level = {
  style: string
  depth: number
  names: string[]
  /** True under "có các quyền và nhiệm vụ sau:". */
  powers: boolean
}

const depths: Record<Marker['style'], number> = {
  article: 0,
  roman: 1,
  word: 2,
  decimal: 2,
  multilevel: 3,
  letter: 4,
  bullet: 5,
}

/** How deep a marker stands in the usual order of markers: 0 for articles … 5 and more for dashes. */
export function depthOf(marker: Marker): number {
  return (
    depths[marker.style] +
    (marker.style === 'multilevel' ? (marker.number ?? '').split('.').length : 0)
  )
}

const styleOf = (marker: Marker): string => `${marker.style}${marker.shape}`

/** Ends the levels that an item with this marker does not stand under: those of its own style, and deeper ones. */
export function closeLevels(levels: Level[], marker: Marker): void {
  const style = styleOf(marker)
  const own = levels.findIndex((l) => l.style === style)
  const at = own >= 0 ? own : levels.findIndex((l) => l.depth > depthOf(marker))
  if (at >= 0) levels.length = at
}

/** Opens a level under the ones that are open. */
export function openLevel(levels: Level[], marker: Marker, names: string[], powers = false): void {
  levels.push({ style: styleOf(marker), depth: depthOf(marker), names, powers })
}

/** Words that open no name of one who has a duty, or name a thing or a matter. */
const noHolder =
  /^(?:trong|khi|căn cứ|theo|để|nhằm|việc|công tác|hệ thống|phần mềm|văn bản|chương trình|kế hoạch|đề án|dự án|phân hệ|mạng|điều|khoản|ngoài|đồng thời|tổ chức(?! \p{L}+ (?:có|chịu)))(?!\p{L})/u
const holding =
  /(?:^|: )(\p{Lu}[^.,;:]{2,80}?) (?:có|chịu) (?:các |những )?(?:trách nhiệm|nhiệm vụ)(?!\p{L})[^:.;]{0,60}$/u

/**
 * Who has the duties that a line opens, whatever they are called: "Đặc phái viên có nhiệm vụ", "Nay lập một ban gọi là
 * "Ban Nghiên cứu" có nhiệm vụ". The line without its colon; empty where it names nobody.
 */
export function holdersOf(line: string): string[] {
  const name = holding.exec(line)?.[1] ?? ''
  if (name === '' || noHolder.test(keyOf(name))) return []
  return [/["“]([^"”]{3,80})["”]$/u.exec(name)?.[1] ?? name]
}

/** Opens a level for a line without a marker, "Bộ Y tế có trách nhiệm:", under the last marker: as deep as half a step. */
export function openLine(levels: Level[], under: number, names: string[]): void {
  const at = levels.findIndex((l) => l.depth > under)
  if (at >= 0) levels.length = at
  levels.push({ style: '', depth: under + 0.5, names, powers: false })
}

/** The names of the nearest level that names anybody, else `owners`. */
export function ownersAt(levels: readonly Level[], owners: readonly string[]): readonly string[] {
  return levels.findLast((l) => l.names.length > 0)?.names ?? owners
}

/** Whom a heading names: "1. Sở Tài chính, Sở Y tế", "… và chỉ đạo Sở Y tế thực hiện:"; empty where it is of a matter. */
export function namesOfHeading(page: Page, span: Span): string[] {
  const text = page.text.slice(span.start, span.end)
  const bare = withoutTail(text, ':;. ')
  const key = page.key.slice(span.start, span.end).trimEnd()
  const charged = /:$/u.test(key) ? addresseesIn(page, span) : []
  // "2. Chỉ đạo các Sở, ban, ngành" over what they are to do.
  const directed = /^chỉ đạo (?=\p{L})/u.exec(key)
  if (directed && charged.length === 0) return unitOf(bare.slice(directed[0].length))
  if (charged.length > 0) return charged
  const named = unitOf(bare)
  return named.length > 0 ? named : holdersOf(bare)
}

/**
 * Those whose tasks stand under the heading of a section: whom it names, else those of the item it stands under, else
 * those of the article.
 */
export function ownersUnder(
  page: Page,
  span: Span,
  marker: Marker | null,
  announced: { levels: Level[] } | null,
  article: readonly string[] = [],
): readonly string[] {
  const named = namesOfHeading(page, { start: span.start + (marker?.length ?? 0), end: span.end })
  if (named.length > 0 || !marker) return named
  if (!announced) return article
  closeLevels(announced.levels, marker)
  return ownersAt(announced.levels, article)
}

/** "… yêu cầu các sở, ngành thực hiện:" charges "các sở, ngành"; empty where the order has no object. */
export function addresseesIn(page: Page, span: Span): string[] {
  const verbs =
    /(?<!\p{L})(?:yêu cầu|đề nghị|giao|(?<!ban )chỉ đạo|phân công|nhấn mạnh|lưu ý|quán triệt|kính trình)(?: nhiệm vụ)?(?: cho)?,? (?=\p{L})/gu
  for (const verb of page.key.slice(span.start, span.end).matchAll(verbs)) {
    const words = page.text.slice(span.start + verb.index + verb[0].length, span.end)
    const named = assigneesOf(words, [])
    if (named.length > 0) return named
  }
  return []
}

/** One who says what others are to do. */
const speaks =
  /(?<!\p{L})(?:(?:nhấn mạnh|lưu ý|quán triệt|chỉ rõ|nhắc nhở)(?!\p{L})[^:]{0,80}|(?<!(?:các|những|một số|đáp ứng|theo) )(?:yêu cầu|đề nghị|chỉ đạo|chỉ thị)(?: một số)?(?: nội dung)?(?: như)?(?: sau)?):\s*$/u

/** Whoever issues a plan says in it what others are to do. */
const issues = /(?<!\p{L})ban hành (?:kế hoạch|phương án|chương trình|chỉ thị)(?!\p{L})[^:]*:\s*$/u

/** Whose tasks a sentence with a colon opens: "Đặc phái viên có nhiệm vụ:". */
export function ownersIn(page: Page, sentence: Span): string[] {
  // "HĐND tỉnh nhất trí với …, đồng thời nhấn mạnh một số nội dung:" says it to others.
  const key = page.key.slice(sentence.start, sentence.end)
  if (speaks.test(key) || issues.test(key)) return []
  const line = withoutTail(page.text.slice(sentence.start, sentence.end), ': ')
  const unit = unitOf(line)
  return unit.length > 0 ? unit : holdersOf(line)
}
