// Which part every block plays: title, lead, body, heading, list item, caption, byline, dateline, header, signature,
// boilerplate. Official documents are read by their form (Nghị định 30/2020/NĐ-CP), articles by position and dictionary.
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ParsedDocument, Zone } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { similarityOf } from '../text/statistics.ts'
import { type Token, tokensOf } from '../text/words.ts'
import { boilerplateOf } from './boilerplate.ts'
import { bylineOf } from './bylines.ts'
import { type Header, isTypeLine } from './header.ts'
import { isCapitals, type Line } from './line.ts'
import { markerOf } from './markers.ts'
import type { ZonedBlock } from './page.ts'
import { type Publication, readDateLine } from './publication.ts'
import { isSignatureLine, signatureBelow, signatureStart } from './signature.ts'

export type ZoneContext = {
  header: Header | null
  publication: Publication | null
  lexicon: Lexicon
  metadata: ParsedDocument['metadata']
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

function markOfficial(lines: readonly Line[], zones: Array<Zone | null>, header: Header): void {
  for (let i = 0; i <= header.lastLine; i++)
    zones[i] ??= i === header.dateline ? 'dateline' : 'header'
  for (const i of header.subjectLines) zones[i] = 'title'
  let i = header.lastLine + 1
  // The type in capitals and the subject under it are the title.
  const limit = Math.min(lines.length, i + 6)
  while (i < limit && !isTypeLine(lines[i]?.key ?? '') && header.subjectLines.length === 0) i++
  const first = lines[i]
  if (first && i < limit && isTypeLine(first.key)) {
    for (let n = 0; i < lines.length && n < 8; i++, n++) {
      const line = lines[i]
      if (!line || (n > 0 && endsTitle(line, lines[i - 1], n))) break
      zones[i] = /^[-_=*–—\s]+$/u.test(line.text) ? 'header' : 'title'
    }
  }
  const signature = signatureStart(lines)
  for (let j = signature.recipients ?? lines.length; j < signature.end; j++)
    zones[j] ??= 'signature'
  for (let j = signature.start ?? lines.length; j < signature.end; j++) zones[j] ??= 'signature'
}

/** Whether a line no longer belongs to the subject under the type line. */
function endsTitle(line: Line, before: Line | undefined, n: number): boolean {
  if (
    /^(?:kính gửi|căn cứ|thực hiện|theo |xét |điều \d|phần |chương |để |nhằm |hội đồng nhân dân|ủy ban nhân dân|uỷ ban nhân dân|bộ trưởng|chủ tịch|giám đốc|thủ tướng|ban thường vụ)/u.test(
      line.key,
    ) &&
    n > 0
  )
    return !(n === 1 && /^(?:thực hiện|để|nhằm)/u.test(line.key) && line.text.length < 160)
  if (/^[-_=*–—\s]+$/u.test(line.text)) return false
  if (markerOf(line.text)) return true
  if (line.text.length > 320) return true
  // A full sentence after the subject is text; a subject has no final stop.
  if (/[.;:]$/u.test(line.text)) return true
  if (
    n > 1 &&
    before &&
    !isCapitals(line.text) &&
    isSubjectEnd(before) &&
    /^\p{Lu}/u.test(line.text)
  )
    return true
  return false
}

function isSubjectEnd(line: Line): boolean {
  return line.text.length > 60 && !/(?:và|của|về|tại|,|các|cho|-)$/u.test(line.key)
}

// ---- articles ---------------------------------------------------------------------------------------------------------

const titleSearch = 14

function markArticle(
  lines: readonly Line[],
  zones: Array<Zone | null>,
  context: ZoneContext,
): void {
  for (const i of boilerplateOf(lines, context.lexicon)) zones[i] = 'boilerplate'
  const { publication } = context
  if (publication?.line !== null && publication?.line !== undefined)
    zones[publication.line] = 'dateline'
  for (const clock of publication?.clocks ?? []) zones[clock] = 'boilerplate'
  const title = titleLine(lines, zones, context)
  if (title !== null) {
    zones[title] = 'title'
    // What stands above the title of an article is the site's.
    for (let i = 0; i < title; i++)
      if (stands(lines, i)) zones[i] = 'header'
      else if (zones[i] !== 'dateline') zones[i] = 'boilerplate'
  }
  // "KT. CHÁNH VĂN PHÒNG" and a name under a table or minutes.
  const signature = signatureBelow(
    lines,
    (key) => context.lexicon.surnames.longestAt(tokenise(keyOf(key)), 0) !== null,
  )
  for (let i = signature?.start ?? lines.length; i < (signature?.end ?? 0); i++)
    if (i > (title ?? -1) && zones[i] === null) zones[i] = 'signature'
  const titleKey = title === null ? '' : (lines[title]?.key ?? '')
  const bodyFrom = (title ?? -1) + 1
  let lead = false
  for (let i = bodyFrom; i < lines.length; i++) {
    const line = lines[i]
    if (!line || zones[i] !== null) continue
    if (line.key === titleKey && titleKey !== '') zones[i] = 'caption'
    else if (isCaption(lines, zones, i, context.lexicon)) zones[i] = 'caption'
    else if (
      bylineOf(line.text, context.lexicon) &&
      isBylinePlace(lines, zones, i, bodyFrom) &&
      !isSigner(lines, i, context.lexicon)
    )
      zones[i] = 'byline'
    else if (!lead && line.text.length > 60 && !markerOf(line.text)) {
      zones[i] = 'lead'
      lead = true
    } else if (isSubheading(lines, zones, i)) zones[i] = 'heading'
  }
}

/** The title: the parser's first heading, else the heading-like line nearest above the date line, else the first one. */
function titleLine(
  lines: readonly Line[],
  zones: ReadonlyArray<Zone | null>,
  context: ZoneContext,
): number | null {
  const candidates: number[] = []
  const dated = context.publication?.line ?? null
  for (let i = 0; i < Math.min(lines.length, titleSearch + (dated ?? 0)); i++) {
    const line = lines[i]
    if (!line || zones[i] !== null || stands(lines, i)) continue
    if (line.kind === 'heading' && (line.level ?? 1) <= 2) return i
    const looksLikeTitle =
      line.kind !== 'list-item' &&
      line.text.length >= 12 &&
      line.text.length <= 260 &&
      !/[.;:,…]$/u.test(line.text.replace(/\.{3}$/u, '')) &&
      !markerOf(line.text) &&
      /^["“'([\p{L}\p{N}].*\p{L}{2}.*\s/u.test(line.text) &&
      !/^\d{1,2}\s?[:hg]\s?\d{2}/u.test(line.key) &&
      readDateLine(line.text) === null
    if (looksLikeTitle) candidates.push(i)
    // The article has begun: what follows is no title.
    else if (line.text.length > 260 || (/[.…]$/u.test(line.text) && line.text.length > 100)) break
  }
  if (dated !== null) {
    const above = candidates.filter((i) => i < dated)
    if (above.length > 0) return above.at(-1) ?? null
  }
  const first = candidates[0]
  if (first === undefined) return null
  // A lone caption or sub-heading after the beginning of the text is no title.
  const before = lines.slice(0, first).some((l, i) => zones[i] === null && l.text.length > 100)
  return before ? null : first
}

const bodyInCapitals =
  /^(?:bộ|sở|uỷ ban nhân dân|ubnd|uỷ ban|phòng|văn phòng|chi cục|cục|tổng cục|trung tâm|trường|tỉnh uỷ|thành uỷ|huyện uỷ|đảng uỷ|ban chỉ đạo|ban quản lý|công an|hội đồng nhân dân|kho bạc|viện|bệnh viện|tổng công ty|công ty|tập đoàn)(?!\p{L})/u
const actsOrNames =
  /(?<!\p{L})(?:tổ chức|triển khai|tổng kết|sơ kết|ban hành|thông báo|công bố|họp|phát động|khai mạc|khai giảng|tập huấn|đẩy mạnh|tăng cường|quyết định|hướng dẫn|làm việc|tiếp|thăm|trao|nâng cao|thực hiện|đạt|với|chủ động|ra quân|kiểm tra|giám sát|lấy ý kiến|kết luận|yêu cầu|chỉ đạo|đề nghị)(?!\p{L})/u

/** "BỘ NÔNG NGHIỆP …" or "Biểu số 04" over the real title of a table: who made it and its number, not what it is. */
function stands(lines: readonly Line[], i: number): boolean {
  const line = lines[i]
  if (!line || i > 8) return false
  const numbered =
    /^(?:biểu|mẫu|phụ lục)(?: mẫu)?(?: số)? ?[:.]? ?(?:\d|[ivx]+(?!\p{L}))/u.test(line.key) &&
    line.text.length < 30
  const body = isCapitals(line.text) && bodyInCapitals.test(line.key) && !actsOrNames.test(line.key)
  if (!numbered && !body) return false
  return lines
    .slice(i + 1, i + 7)
    .some(
      (other) =>
        other.text.length >= 12 &&
        !bodyInCapitals.test(other.key) &&
        (isCapitals(other.text) || other.kind === 'heading'),
    )
}

/** Short lines beside pictures. They are content: officials are read from them, directives are not. */
function isCaption(
  lines: readonly Line[],
  zones: ReadonlyArray<Zone | null>,
  i: number,
  lexicon: Lexicon,
): boolean {
  const line = lines[i]
  if (!line || line.text.length > 300 || markerOf(line.text)) return false
  // Saved pages hold the picture's alternative text and its caption: the same line twice.
  const twin = [lines[i - 1], lines[i + 1]].some((other) => other && isTwin(other, line))
  if (twin && line.text.length > 15) return true
  const pictured =
    /(?:^|[.(] ?)(?:ảnh|hình|nguồn ảnh)(?: minh hoạ| tư liệu)?\s*:|\((?:ảnh|hình)[^)]{0,60}\)\.?$|^ảnh minh hoạ/u.test(
      line.key,
    )
  if (pictured) return line.text.length < 220
  if (/[.;:…!?]$/u.test(line.text) || line.text.length > 220) return false
  const opener = lexicon.captionOpeners.longestAt(tokenise(line.key), 0)
  if (opener) return true
  return (
    /(?:phát biểu|chụp ảnh lưu niệm|trao (?:quà|tặng|giấy khen|bằng khen|học bổng|cờ|thưởng)|chủ trì (?:hội nghị|cuộc họp)|tham luận|quang cảnh|toàn cảnh)/u.test(
      line.key,
    ) &&
    /^(?:\p{Lu}|“|")/u.test(line.text) &&
    zones[i - 1] !== 'title'
  )
}

/** The same words, give or take a sign or two. */
function isTwin(a: Line, b: Line): boolean {
  if (a.key === b.key) return true
  return Math.abs(a.key.length - b.key.length) < 8 && similarityOf(a.key, b.key) > 0.95
}

/** The tokens that a line begins with. */
const tokenise = (key: string): Token[] => tokensOf(key.slice(0, 80))

const labelledByline =
  /^(?:tác giả|nguồn tin|nguồn|theo|tin|bài|ảnh|tin, ảnh|bài, ảnh|thực hiện|người đăng)(?!\p{L})/u

/** Authors stand at the end of the text, or right under the title. */
function isBylinePlace(
  lines: readonly Line[],
  zones: ReadonlyArray<Zone | null>,
  i: number,
  bodyFrom: number,
): boolean {
  const labelled = labelledByline.test(lines[i]?.key ?? '')
  if (i <= bodyFrom + 1 && !labelled) return (lines[i]?.text.length ?? 99) < 40
  for (let j = i + 1, left = 0; j < lines.length; j++) {
    if (zones[j] === null && !bylineLike(lines[j])) left++
    if (left > (labelled ? 3 : 0)) return false
  }
  return true
}

/** "Name" over "Trưởng phòng …" or under "CHÁNH VĂN PHÒNG" signs with an office; who only writes has none. */
function isSigner(lines: readonly Line[], i: number, lexicon: Lexicon): boolean {
  // "Tác giả: …", "Theo Chinhphu.vn" say themselves what they are.
  if (labelledByline.test(lines[i]?.key ?? '')) return false
  const below = lines[i + 1]
  if (below && isPositionLine(below, lexicon)) return true
  for (let above = i - 1; above >= 0 && above >= i - 5; above--) {
    const line = lines[above]
    if (line && isSignatureLine(line)) return true
    if (!line || line.text.length > 60) return false
  }
  return false
}

/** "Trưởng phòng Kinh tế, Văn phòng UBND tỉnh": a title and its body, without a person or what he does. */
function isPositionLine(line: Line, lexicon: Lexicon): boolean {
  if (line.text.length > 120) return false
  const tokens = tokenise(line.key)
  const title = lexicon.titles.longestAt(tokens, 0)
  if (!title) return false
  return tokens.every((token, at) => {
    if (at < title.nextToken) return true
    if (lexicon.reportingVerbs.longestAt(tokens, at)) return false
    const words = line.text.slice(token.start).split(' ', 3)
    const person =
      words.length === 3 && words.every((word) => /^\p{Lu}[\p{Ll}'’]+[,.]?$/u.test(word))
    return !(person && lexicon.surnames.longestAt(tokens, at)?.values.some((v) => !v.ambiguous))
  })
}

const bylineLike = (line: Line | undefined): boolean => (line?.text.length ?? 0) < 60

/** A short line without a final stop over a longer paragraph. */
function isSubheading(
  lines: readonly Line[],
  zones: ReadonlyArray<Zone | null>,
  i: number,
): boolean {
  const line = lines[i]
  if (!line || line.text.length > 130 || /[.;:,…!?"”]$/u.test(line.text)) return false
  if (markerOf(line.text) || !/^\p{Lu}/u.test(line.text)) return false
  for (let j = i + 1; j < lines.length && j < i + 4; j++) {
    if (zones[j] !== null) continue
    return (lines[j]?.text.length ?? 0) > line.text.length * 1.5
  }
  return false
}

/** The words of the title zone, joined; null without one. Capitals and marks as written. */
export function titleOf(text: string, blocks: readonly ZonedBlock[]): string | null {
  const words = blocks
    .filter((b) => b.zone === 'title')
    .map((b) => text.slice(b.start, b.end).trim())
    .join(' ')
    .trim()
  return words === '' ? null : words
}
