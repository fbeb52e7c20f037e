// What somebody with authority tells others to do, or a body resolves to do (DOMAIN: numbered items, lettered items,
// unnumbered paragraphs announced by a count, clauses after "thống nhất:", orders inside a sentence).
//
// The blocks are walked once with a small state: which kind of directive has been announced, by whom, and how far.
import type { DirectiveKind } from '../model.ts'
import type { Span } from '../text/view.ts'
import { hasOrder, isReport, openerLength, startsImperative } from './directives/imperative.ts'
import { announcedCount, introducedKind, sectionKind } from './directives/introducers.ts'
import { type Going, ordersIn } from './directives/sentence-orders.ts'
import { issuerBefore, type Speaker } from './directives/speaker.ts'
import { isCapitals } from './line.ts'
import { type Marker, markerOf } from './markers.ts'
import type { Annotation, Page, ZonedBlock } from './page.ts'
import { sentencesOf } from './sentences.ts'

export type DirectiveFound = {
  number: string | null
  kind: DirectiveKind
  issuer: Speaker | null
  assignees: string[]
  /** Lines apart from the directive that say when: "Thời gian thực hiện: Quý III năm 2021". */
  times: Span[]
}

type Announced = {
  kind: DirectiveKind
  issuer: Speaker | null
  /** How it was announced: items only after an explicit introducer need no imperative. */
  by: 'introducer' | 'section' | 'count'
  /** Paragraphs still to come, where a count was announced. */
  left: number | null
  style: string | null
  /** Unit named by a header item: "1. Sở Tài chính:". */
  unit: string | null
}

/** Paragraphs that one headed item may hold. */
const mostParagraphs = 15

const skippedZones = new Set([
  'caption',
  'byline',
  'boilerplate',
  'header',
  'footer',
  'signature',
  'title',
  'dateline',
  'table',
])

/** All directives of a page, in order of place. */
export function findDirectives(page: Page): Annotation<DirectiveFound>[] {
  const blocks = page.blocks.filter((b) => !skippedZones.has(b.zone))
  const found: Annotation<DirectiveFound>[] = []
  const count = countAnnounced(page)
  const normative = isNormative(page)
  let announced: Announced | null = null
  let suppressed = false
  /** An order of the paragraph before, which may go on in this one. */
  let going: Going | null = null
  /** Blocks before this index belong to an item already. */
  let consumed = 0
  for (const [i, block] of blocks.entries()) {
    if (i < consumed) continue
    const text = page.text.slice(block.start, block.end)
    const key = page.key.slice(block.start, block.end)
    const marker = markerOf(text)
    const section = isSectionLine(block, text, marker) ? sectionKind(page, key) : null
    if (
      section !== null &&
      !(announced && announced.by === 'introducer' && marker && marker.style !== 'roman')
    ) {
      suppressed = section === 'none'
      announced =
        section === 'none'
          ? null
          : {
              kind: reportKind(page, section),
              issuer: documentIssuer(page),
              by: 'section',
              left: null,
              style: null,
              unit: null,
            }
      if (text.length < 140) continue
    }
    // A new part that says nothing of tasks ends the one before: "III. KINH PHÍ THỰC HIỆN".
    if (section === null && marker?.style === 'roman' && isSectionLine(block, text, marker)) {
      announced = null
      continue
    }
    const last = found.at(-1)
    if (last && announced && takeAttribute(page, block, last)) continue
    if (suppressed && !marker && /(?:phát biểu|kết luận|yêu cầu|chỉ đạo)/u.test(key))
      suppressed = false
    if (marker && announced) {
      const item = itemOf(page, blocks, i, marker, announced)
      if (item === 'end') announced = null
      else {
        if (item) {
          consumed = withParagraphs(page, blocks, i, item)
          found.push(item)
        }
        const nested = introducedKind(key)
        if (nested && announced.kind !== nested && nested !== 'task')
          announced = { ...announced, kind: nested }
        continue
      }
    }
    if (marker?.style === 'article') {
      const article = articleOf(page, block, marker)
      if (article) found.push(article)
      continue
    }
    if (!marker && announced && !suppressed) {
      const paragraphs = paragraphsOf(page, block, announced)
      if (paragraphs.length > 0) {
        found.push(...paragraphs)
        if (announced.left !== null) announced.left--
        continue
      }
      if (announced.by !== 'section') announced = null
    }
    if (suppressed) continue
    const orders = ordersIn(page, block, going)
    going = orders.going
    const next = announcedBy(
      page,
      block,
      count !== null && announced === null ? count : null,
      normative,
    )
    // The sentence that announces a list or counted paragraphs is their introduction, not one more.
    const announcing = next?.by === 'introducer' ? block.end - 3 : Number.POSITIVE_INFINITY
    if (next?.by !== 'count') found.push(...orders.found.filter((o) => o.end < announcing))
    if (next) announced = next
  }
  return withoutDuplicates(found)
}

/** A line that can open a section: a heading, capitals, or a short marked line. */
function isSectionLine(block: ZonedBlock, text: string, marker: Marker | null): boolean {
  if (block.zone === 'heading') return true
  const rest = marker ? text.slice(marker.length) : text
  if (isCapitals(rest) && rest.length > 5 && rest.length < 160) return true
  return marker !== null && marker.style !== 'bullet' && rest.length < 90 && !/[.;]$/u.test(rest)
}

/** A report announces its own plans, other documents give tasks. */
function reportKind(page: Page, kind: DirectiveKind): DirectiveKind {
  const title = page.blocks
    .filter((b) => b.zone === 'title')
    .map((b) => page.key.slice(b.start, b.end))
    .join(' ')
  return kind === 'task' && /^báo cáo/u.test(title) ? 'plan' : kind
}

function documentIssuer(page: Page): Speaker | null {
  return page.header?.issuer ? { text: page.header.issuer, start: null } : null
}

/** What the end of a block announces: a list after a colon, or paragraphs whose number the title gives. */
function announcedBy(
  page: Page,
  block: ZonedBlock,
  count: number | null,
  normative: boolean,
): Announced | null {
  const key = page.key.slice(block.start, block.end)
  const sentence = sentencesOf(page.text, block).at(-1) ?? block
  const kind = introducedKind(page.key.slice(sentence.start, sentence.end))
  // In a normative text lists under articles are rules, not orders, unless somebody is charged with them.
  if (
    normative &&
    !/(?:giao|yêu cầu|đề nghị|phân công) /u.test(page.key.slice(sentence.start, sentence.end))
  )
    return null
  const issuer = () =>
    issuerBefore(page, sentence.start, verbIn(page, sentence)) ??
    issuerBefore(page, block.start, sentence.start) ??
    documentIssuer(page)
  if (kind)
    return {
      // A report that orders somebody gives tasks; what it sets itself is a plan.
      kind: /(?:yêu cầu|giao|chỉ đạo|đề nghị) /u.test(page.key.slice(sentence.start, sentence.end))
        ? kind
        : reportKind(page, kind),
      issuer: issuer(),
      by: 'introducer',
      left: null,
      style: null,
      unit: null,
    }
  if (count !== null && /(?:yêu cầu|đề nghị|giao|chỉ đạo|nhiệm vụ|giải pháp|chỉ thị)/u.test(key))
    return {
      kind: 'task',
      issuer: issuerBefore(page, block.start, verbIn(page, block)),
      by: 'count',
      left: count,
      style: null,
      unit: null,
    }
  return null
}

/** Where the verb of an order stands in a span; its end where there is none. Who speaks is named before it. */
function verbIn(page: Page, span: { start: number; end: number }): number {
  const verb =
    /(?<!\p{L})(?:yêu cầu|đề nghị|giao|chỉ đạo|nhấn mạnh|thống nhất|lưu ý|kết luận|quán triệt|phân công)(?!\p{L})/u.exec(
      page.key.slice(span.start, span.end),
    )
  return verb && verb.index > 0 ? span.start + verb.index : span.end
}

/** Laws, regulations and the like: text in articles throughout. */
function isNormative(page: Page): boolean {
  return (
    page.blocks.filter((b) => /^điều \d{1,3}[.:]/u.test(page.key.slice(b.start, b.start + 10)))
      .length >= 5
  )
}

function countAnnounced(page: Page): number | null {
  for (const block of page.blocks) {
    if (block.zone !== 'title' && block.zone !== 'lead') continue
    const count = announcedCount(page.key.slice(block.start, block.end))
    if (count) return count
  }
  return null
}

/**
 * Adds what a line says of the task above: "Đơn vị thực hiện: …" who, "Thời gian thực hiện: …" when. False where the
 * line says something else.
 */
function takeAttribute(page: Page, block: ZonedBlock, task: Annotation<DirectiveFound>): boolean {
  const from = block.start + (markerOf(page.text.slice(block.start, block.end))?.length ?? 0)
  const label =
    /^(?:(?:đơn vị|cơ quan|bộ phận)(?: được giao)? (?:chủ trì|thực hiện|phối hợp|phụ trách)|(thời gian|thời hạn|tiến độ)(?: (?:thực hiện|hoàn thành|triển khai))?)\s?: ?/u.exec(
      page.key.slice(from, block.end),
    )
  if (!label) return false
  const words = page.text.slice(from + label[0].length, block.end).replace(/[.;\s]+$/u, '')
  if (label[1]) task.value.times.push({ start: block.start, end: block.end })
  else task.value.assignees.push(words)
  return true
}

/** An item that is a short heading takes what stands under it, up to the next item. Gives the index of the block after. */
function withParagraphs(
  page: Page,
  blocks: readonly ZonedBlock[],
  i: number,
  item: Annotation<DirectiveFound>,
): number {
  const heading = page.text.slice(item.start, item.end)
  if (heading.length > 160 || /[.;:…]$/u.test(heading)) return i + 1
  let next = i + 1
  for (let block = blocks[next]; block && next <= i + mostParagraphs; block = blocks[++next]) {
    const text = page.text.slice(block.start, block.end)
    if (next > i + 1 && takeAttribute(page, block, item)) {
      item.end = trimmedEnd(page, block.end)
      continue
    }
    if (markerOf(text) || block.zone === 'heading' || isCapitals(text)) break
    item.end = trimmedEnd(page, block.end)
  }
  return next
}

/** One marked item under an announcement; null for header items, "end" where the list is over. */
function itemOf(
  page: Page,
  blocks: readonly ZonedBlock[],
  i: number,
  marker: Marker,
  announced: Announced,
): Annotation<DirectiveFound> | null | 'end' {
  const block = blocks[i]
  if (!block) return 'end'
  const style = `${marker.style}${marker.shape}`
  if (
    marker.style === 'roman' &&
    announced.by === 'introducer' &&
    announced.style &&
    !announced.style.startsWith('roman')
  )
    return 'end'
  if (marker.style === 'article') return 'end'
  const start = block.start + marker.length
  const key = page.key.slice(start, block.end)
  const outermost = announced.style === null || announced.style === style
  if (announced.style === null) announced.style = style
  if (outermost) announced.unit = null
  const nextBlock = blocks[i + 1]
  const next = nextBlock ? markerOf(page.text.slice(nextBlock.start, nextBlock.end)) : null
  const deeper = next !== null && depth(next) > depth(marker)
  const header =
    key.length < 160 &&
    (/:$/u.test(key.trim()) ||
      (deeper && !/[.;]$/u.test(key.trim()) && !startsImperative(page, start, block.end)))
  if (header && (deeper || /:$/u.test(key.trim()))) {
    announced.unit = page.text.slice(start, block.end).replace(/[:\s]+$/u, '')
    return null
  }
  if (isReport(key)) return null
  const titled =
    nextBlock !== undefined &&
    next === null &&
    nextBlock.zone !== 'heading' &&
    !/[.;]$/u.test(key.trim())
  if (
    announced.by === 'section' &&
    !titled &&
    !startsImperative(page, start, block.end) &&
    !hasOrder(key)
  )
    return null
  if (key.length < 12 && !titled) return null
  const heading = titled ? page.text.slice(start, block.end).trim() : null
  return {
    start,
    end: trimmedEnd(page, block.end),
    rule: announced.by === 'section' ? 'section-item' : 'introduced-item',
    confidence: announced.by === 'section' ? 0.75 : 0.95,
    value: {
      number: marker.number,
      kind: announced.kind,
      issuer: announced.issuer,
      assignees: assigneesOf(page.text.slice(start, block.end), heading ?? announced.unit),
      times: [],
    },
  }
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
const depth = (marker: Marker): number =>
  depths[marker.style] +
  (marker.style === 'multilevel' ? (marker.number ?? '').split('.').length : 0)

/** "Điều 2. Giao Ủy ban nhân dân tỉnh …": an article that assigns a task. Other articles are structure. */
function articleOf(
  page: Page,
  block: ZonedBlock,
  marker: Marker,
): Annotation<DirectiveFound> | null {
  const start = block.start + marker.length
  const key = page.key.slice(start, block.end)
  const assigns =
    /^(?:giao|yêu cầu|đề nghị|uỷ quyền)(?!\p{L})/u.test(key) ||
    /chịu trách nhiệm (?:thi hành|thực hiện|tổ chức)|có trách nhiệm (?:thi hành|tổ chức)|căn cứ quyết định (?:thi hành|thực hiện)/u.test(
      key,
    )
  if (!assigns) return null
  return {
    start,
    end: trimmedEnd(page, block.end),
    rule: 'article-assigns',
    confidence: 0.8,
    value: {
      number: marker.number,
      kind: 'task',
      issuer: documentIssuer(page),
      assignees: assigneesOf(page.text.slice(start, block.end), null),
      times: [],
    },
  }
}

/** Directives of an unmarked paragraph: the whole where paragraphs were announced, each order where a section was. */
function paragraphsOf(
  page: Page,
  block: ZonedBlock,
  announced: Announced,
): Annotation<DirectiveFound>[] {
  const spans = announced.by === 'section' ? sentencesOf(page.text, block) : [block]
  return spans.flatMap((span) => paragraphOf(page, { ...block, ...span }, announced) ?? [])
}

/** An unmarked paragraph, or a sentence of one, under an announcement. */
function paragraphOf(
  page: Page,
  block: ZonedBlock,
  announced: Announced,
): Annotation<DirectiveFound> | null {
  const key = page.key.slice(block.start, block.end)
  if (announced.left !== null && announced.left <= 0) return null
  if (block.zone === 'heading' || key.length < 25) return null
  if (introducedKind(key)) return null
  const opener = openerLength(key)
  const imperative = startsImperative(page, block.start, block.end)
  // A counted paragraph may open with a typing slip: "Tếp tục tham mưu, …".
  const counted =
    announced.by === 'count' &&
    !/(?:cũng|đã) (?:giao|yêu cầu|đề nghị)/u.test(key.slice(0, 60)) &&
    nearlyImperative(page, block)
  if (!imperative && !counted) return null
  if (isReport(key)) return null
  return {
    start: block.start + opener,
    end: trimmedEnd(page, block.end),
    rule: announced.by === 'count' ? 'counted-paragraph' : 'introduced-paragraph',
    confidence: imperative ? 0.85 : 0.7,
    value: {
      number: null,
      kind: announced.kind,
      issuer: announced.issuer,
      assignees: [],
      times: [],
    },
  }
}

/** One letter missing, added or changed in the first word of a known verb. */
function nearlyImperative(page: Page, block: ZonedBlock): boolean {
  const words = page.key.slice(block.start, block.end).split(/[ ,]/u, 2)
  const [first = '', second = ''] = words
  if (first.length < 2 || first.length > 8) return false
  const letters =
    'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ'
  const known = (word: string) => page.lexicon.directiveVerbs.get(`${word} ${second}`).length > 0
  for (let i = 0; i <= first.length; i++) {
    if (known(first.slice(0, i) + first.slice(i + 1))) return true
    for (const letter of letters) {
      if (known(first.slice(0, i) + letter + first.slice(i))) return true
      if (known(first.slice(0, i) + letter + first.slice(i + 1))) return true
    }
  }
  return false
}

/** The unit an item opens with ("Sở Tài chính: …") or that a header item names. */
function assigneesOf(text: string, unit: string | null): string[] {
  const opening = /^((?:(?:Giao|Đề nghị|Yêu cầu) )?\p{Lu}[^:;.]{3,140}): /u.exec(text)?.[1]
  const named = opening ?? unit
  if (!named) return []
  return /^(?:(?:Giao|Đề nghị|Yêu cầu) )?(?:các |Các )?(?:Sở|Phòng|Ban|Ủy ban|Uỷ ban|UBND|HĐND|Trường|Hiệu trưởng|Văn phòng|Công an|Bộ|Thủ trưởng|Giám đốc|Hội|Đoàn|Liên đoàn|Trung tâm|Cục|Vụ|Báo|Đài|sở|phòng|đơn vị|cơ quan|địa phương|huyện|xã|trường)/u.test(
    named,
  )
    ? [named.replace(/^(?:Giao|Đề nghị|Yêu cầu) /u, '')]
    : []
}

/** The end of a directive without "./." and "…/." */
function trimmedEnd(page: Page, end: number): number {
  const tail = /\s*(?:\.\/\.?|\/\.)\s*$/u.exec(page.text.slice(Math.max(0, end - 8), end))
  return tail ? end - tail[0].length + (tail[0].trimStart().startsWith('.') ? 1 : 0) : end
}

function withoutDuplicates(found: Annotation<DirectiveFound>[]): Annotation<DirectiveFound>[] {
  const kept: Annotation<DirectiveFound>[] = []
  for (const item of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (!kept.some((k) => k.start <= item.start && k.end >= item.end)) kept.push(item)
  return kept
}
