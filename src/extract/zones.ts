// Which part every block plays: title, lead, body, heading, list item, caption, byline, dateline, header, signature,
// boilerplate. Official documents are read by their form (Nghị định 30/2020/NĐ-CP), articles by position and dictionary.
import type { Zone } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { titleLabelLength } from './field-head.ts'
import type { Header } from './header.ts'
import { isCapitals, type Line } from './line.ts'
import { markerOf } from './markers.ts'
import type { ZonedBlock } from './page.ts'
import { type ArticleContext, markArticle } from './zones/article.ts'
import { markOfficial } from './zones/official.ts'

export type ZoneContext = ArticleContext & {
  /** The header of an official document; null for articles. */
  header: Header | null
}

/** Gives every line its zone. */
export function zonesOf(lines: readonly Line[], context: ZoneContext): ZonedBlock[] {
  const zones: Array<Zone | null> = lines.map(zoneOfKind)
  if (context.header) markOfficial(lines, zones, context.header)
  else markArticle(lines, zones, context)
  return lines.map((line, i) => ({
    start: line.start,
    end: line.end,
    index: line.index,
    zone: zones[i] ?? bodyZone(line),
    level: line.level,
    page: line.page,
  }))
}

/** What the parser already knows. */
function zoneOfKind(line: Line): Zone | null {
  switch (line.kind) {
    case 'chrome':
      return 'boilerplate'
    case 'page-header':
      return 'header'
    case 'page-footer':
      return 'footer'
    case 'table-row':
      return 'table'
    case 'caption':
      return 'caption'
    default:
      return null
  }
}

/** Body text by its form. */
function bodyZone(line: Line): Zone {
  if (isHeadingLine(line)) return 'heading'
  if (line.kind === 'list-item') return 'list-item'
  if (markerOf(line.text)) return 'list-item'
  return line.kind === 'heading' ? 'heading' : 'body'
}

/** Short lines without a final stop that stand over text: "II. NHIỆM VỤ TRỌNG TÂM", "Phần thứ nhất". */
function isHeadingLine(line: Line): boolean {
  if (line.kind === 'heading' && line.text.length < 250) return true
  if (line.text.length > 160) return false
  if (/^(?:phần|chương|mục) (?:thứ )?(?:[ivxl]+|\d+|nhất|hai|ba|tư|năm)(?!\p{L})/u.test(line.key))
    return true
  return isCapitals(line.text) && line.text.length > 3 && !/[.;,]$/u.test(line.text)
}

/** The words of the title zone, joined; null without one. Capitals and marks as written. */
export function titleOf(text: string, blocks: readonly ZonedBlock[]): string | null {
  const words = blocks
    .filter((b) => b.zone === 'title')
    .map((b) => text.slice(b.start, b.end))
    .map((line) => line.slice(titleLabelLength(keyOf(line))).trim())
    .join(' ')
    .trim()
  return words === '' ? null : words
}
