// Zones of an article, by position and dictionary: the site's own lines, title, lead, captions, bylines, sub-headings.
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Zone } from '../../model.ts'
import { keyOf } from '../../text/fold.ts'
import { mostAlike, similarityOf } from '../../text/statistics.ts'
import { type Token, tokensOf } from '../../text/words.ts'
import { boilerplateOf } from '../boilerplate.ts'
import { bylineOf } from '../bylines.ts'
import { fieldHeadOf, isAddress } from '../field-head.ts'
import { isCapitals, type Line } from '../line.ts'
import { markerOf } from '../markers.ts'
import { type Publication, readDateLine } from '../publication.ts'
import { isPublisher } from '../publisher-line.ts'
import { isSignatureLine, signatureBelow } from '../signature.ts'

export type ArticleContext = { publication: Publication | null; lexicon: Lexicon }

const titleSearch = 14

/** Marks in `zones`, which has one for each line, what is not body text. */
export function markArticle(
  lines: readonly Line[],
  zones: Array<Zone | null>,
  context: ArticleContext,
): void {
  for (const i of boilerplateOf(lines, context.lexicon)) zones[i] = 'boilerplate'
  const { publication } = context
  if (publication?.line !== null && publication?.line !== undefined)
    zones[publication.line] = 'dateline'
  for (const clock of publication?.clocks ?? []) zones[clock] = 'boilerplate'
  const head = fieldHeadOf(lines)
  const title = head ? head.title : titleLine(lines, zones, context)
  if (title !== null) {
    zones[title] = 'title'
    // What stands above the title of an article is the site's; but its paragraphs are text.
    for (let i = 0; i < title; i++)
      if (stands(lines, i)) zones[i] = 'header'
      else if (zones[i] !== 'dateline' && !(zones[i] === null && isProse(lines[i])))
        zones[i] = 'boilerplate'
  }
  for (const i of head?.filing ?? [])
    zones[i] = bylineOf(lines[i]?.text ?? '', context.lexicon) ? 'byline' : 'boilerplate'
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
  context: ArticleContext,
): number | null {
  const candidates: number[] = []
  const dated = context.publication?.line ?? null
  for (let i = 0; i < Math.min(lines.length, titleSearch + (dated ?? 0)); i++) {
    const line = lines[i]
    if (!line || zones[i] !== null || stands(lines, i) || isAddress(line.key)) continue
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
    const before = candidates.filter((i) => i < dated)
    const headlines = before.filter((i) => !isPublisher(lines[i]?.text ?? '', lines[i]?.key ?? ''))
    const above = headlines.length > 0 ? headlines : before
    if (above.length > 0) return above.at(-1) ?? null
  }
  const first = candidates[0]
  if (first === undefined) return null
  // A lone caption or sub-heading after the beginning of the text is no title.
  const before = lines.slice(0, first).some((l, i) => zones[i] === null && l.text.length > 100)
  return before ? null : first
}

/** A whole sentence of some length; "…" ends what is told in short of another article. */
const isProse = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length > 60 && /[^.…][.!?:;]["”)]?$/u.test(line.text)

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
  const hasTwin = () => [lines[i - 1], lines[i + 1]].some((other) => other && isTwin(other, line))
  if (line.text.length > 15 && hasTwin()) return true
  const pictured =
    /(?:^|[.(] ?)(?:ảnh|hình|nguồn ảnh)(?: minh hoạ| tư liệu)?\s*:|\((?:ảnh|hình)[^)]{0,60}\)\.?$|^ảnh minh hoạ/u.test(
      line.key,
    )
  // "Bài: Mai Hương. Ảnh: Minh Trí" names who wrote, too.
  if (pictured)
    return (
      line.text.length < 220 && !bylineOf(line.text, lexicon)?.some(({ kind }) => kind === 'author')
    )
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

const leastAlike = 0.95

/** The same words, give or take a sign or two. */
function isTwin(a: Line, b: Line): boolean {
  if (a.key === b.key) return true
  if (Math.abs(a.key.length - b.key.length) >= 8) return false
  return mostAlike(a.key, b.key) > leastAlike && similarityOf(a.key, b.key) > leastAlike
}

/** The tokens that a line begins with. */
const tokenise = (key: string): Token[] => tokensOf(key.slice(0, 80))

const labelledByline =
  /^(?:tác giả|nguồn tin|nguồn|theo|tin|bài|ảnh|thực hiện|người (?:đăng|viết|thực hiện)|viết bởi|(?:nhóm )?(?:pv|phóng viên))(?!\p{L})/u

/** Authors stand at the end of the text, or right under the title. */
function isBylinePlace(
  lines: readonly Line[],
  zones: ReadonlyArray<Zone | null>,
  i: number,
  bodyFrom: number,
): boolean {
  const labelled = labelledByline.test(lines[i]?.key ?? '')
  const text = lines[i]?.text ?? ''
  // Capitals under the title are its second line or the first heading.
  if (i <= bodyFrom + 1 && !labelled && !isCapitals(text)) return text.length < 40
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
