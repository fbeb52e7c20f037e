// Scores what we read from web pages against facts noted by reading the pages in a browser (html-annotations.json).
//
//   "dn-stp-…html": { title: ["06 xã đủ điều kiện …"], publishedAt: "2019-08-05T16:32:00+07:00", first: "Tham dự có …", … }
//
// The body to compare with is the page's own source, markup stripped by the few lines below and not by our parser, from the
// first words of the body to its last. Menus, counters and lists of other news are named in `not`.
import type { VanthuRecord } from '../../src/model.ts'
import { fold } from '../../src/text/fold.ts'

export type PageFacts = {
  /** "article", "document", "table", "list" (of news, no article), "empty" (a title without a text). */
  kind: string
  /** Titles that a reader would accept; null among them where the page shows none of its own. */
  title: Array<string | null>
  /** Date, or date-time, as shown; null where the page shows none of its own. */
  publishedAt: string | null
  author?: string
  source?: string
  /** First and last words of the body. */
  first?: string
  last?: string
  /** Words that must be in the text outside chrome. */
  has: string[]
  /** Words that must not be there. */
  not: string[]
}

export type PageScore = {
  title: boolean
  date: boolean
  byline: boolean | null
  recall: number | null
  precision: number | null
  missing: string[]
  chrome: string[]
  /** Findings of the record whose place lies in chrome. */
  findingsInChrome: string[]
}

const flat = (text: string): string =>
  text
    .replace(/[\u200B-\u200F\uFEFF\u00AD]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
const words = (text: string): string[] =>
  flat(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const named: Record<string, string> = {
  hellip: '…',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
}
const marks: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
}

/** The text of a page's source: tags out, entities decoded, nothing chosen. */
export function plainText(source: string): string {
  return flat(
    source
      .replace(/<%[\s\S]*?%>/g, ' ')
      .replace(/<(script|style|noscript|title|select)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, ' ')
      .replace(/<\/?(?:a|b|i|u|em|strong|span|font|sup|sub|st1:[a-z-]+|o:p)\b[^>]*>/gi, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
      .replace(/&([a-zA-Z])(grave|acute|circ|tilde);/g, (_, letter, mark) => letter + marks[mark])
      .replace(/&(?:ldquo|rdquo);/g, '"')
      .replace(/&(?:lsquo|rsquo);/g, "'")
      .replace(/&(?:ndash|mdash);/g, '-')
      .replace(/&(\w+);/g, (whole, name) => named[name] ?? (name === 'ETH' ? 'Đ' : whole)),
  )
}

/** The body of a page by its first and last words; null where the page has none. Throws where they are not found. */
export function bodyOf(source: string, { first, last }: PageFacts): string | null {
  if (first === undefined || last === undefined) return null
  const text = plainText(source)
  const places = (phrase: string) => [
    ...text.matchAll(new RegExp(words(phrase).join('[^\\p{L}\\p{N}]*'), 'giu')),
  ]
  const start = places(first)[0]
  const end = places(last).at(-1)
  if (!start || !end || end.index < start.index)
    throw new Error(`"${first}" … "${last}" is not in the page.`)
  return text.slice(start.index, end.index + end[0].length)
}

/** Letters and digits of a title: signs and marks' places do not count. */
const bare = (title: string): string =>
  fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function counted(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function shared(a: readonly string[], b: Map<string, number>): number {
  const left = new Map(b)
  let n = 0
  for (const word of a) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    n++
  }
  return n
}

/** Scores one record against the facts of its page. */
export function scorePage(record: VanthuRecord, facts: PageFacts, source: string): PageScore {
  const textOf = (wanted: (zone: string) => boolean) =>
    record.blocks
      .filter((b) => wanted(b.zone))
      .map((b) => record.text.slice(b.start, b.end))
      .join('\n')
  const kept = flat(textOf((zone) => zone !== 'boilerplate'))
  const folded = fold(kept)
  const body = bodyOf(source, facts)
  let recall: number | null = null
  let precision: number | null = null
  if (body !== null) {
    const wanted = words(body)
    const inBody = words(
      textOf(
        (z) =>
          z !== 'boilerplate' && (facts.kind === 'document' || (z !== 'title' && z !== 'dateline')),
      ),
    )
    recall = shared(wanted, counted(words(kept))) / wanted.length
    precision =
      inBody.length === 0
        ? 0
        : shared(inBody, counted([...wanted, ...words(facts.title.join(' '))])) / inBody.length
  }
  const chromeSpans = record.blocks.filter((b) => b.zone === 'boilerplate')
  const inChrome = (at: { start: number; end: number }) =>
    chromeSpans.some((b) => at.start >= b.start && at.end <= b.end) ||
    facts.not.some((phrase) => holds(record.text, phrase, at))
  const findings = [
    ...record.directives.map((d) => ['directive', d] as const),
    ...record.officials.flatMap((o) => o.mentions.map((m) => ['official', m] as const)),
    ...record.provinces.flatMap((p) => p.mentions.map((m) => ['province', m] as const)),
    ...record.dates.map((d) => ['date', d] as const),
  ]
  const { title } = record
  const names = record.bylines.map((b) => bare(b.name))
  const wantedNames = [facts.author, facts.source].filter((n) => n !== undefined)
  return {
    title: facts.title.some((t) =>
      t === null ? title === null : title !== null && bare(t) === bare(record.title ?? ''),
    ),
    date: record.publishedAt === facts.publishedAt,
    byline:
      wantedNames.length === 0
        ? null
        : wantedNames
            .flatMap((n) => (names.includes(bare(n)) ? [] : n.split(/ [–-] /u)))
            .every((n) => names.includes(bare(n))),
    recall,
    precision,
    missing: facts.has.filter((phrase) => !folded.includes(fold(flat(phrase)))),
    chrome: facts.not.filter((phrase) => folded.includes(fold(flat(phrase)))),
    findingsInChrome: findings
      .filter(([, at]) => inChrome(at))
      .map(([type, at]) => `${type} "${at.text.slice(0, 60)}"`),
  }
}

/** Whether a place lies in a line that holds a phrase of chrome. */
function holds(text: string, phrase: string, at: { start: number; end: number }): boolean {
  const from = text.lastIndexOf('\n', at.start) + 1
  const to = text.indexOf('\n', at.end)
  return fold(text.slice(from, to === -1 ? undefined : to)).includes(fold(phrase))
}

export type Total = {
  pages: number
  titles: number
  dates: number
  bylines: [right: number, all: number]
  recall: number
  precision: number
  missing: number
  chrome: number
  findingsInChrome: number
}

/** Scores of all pages together. Recall and precision are means over the pages that have a body. */
export function totalOf(scores: readonly PageScore[]): Total {
  const mean = (list: Array<number | null>) => {
    const numbers = list.filter((n) => n !== null)
    return numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length)
  }
  const sum = (of: (score: PageScore) => number) => scores.reduce((n, score) => n + of(score), 0)
  return {
    pages: scores.length,
    titles: sum((s) => Number(s.title)),
    dates: sum((s) => Number(s.date)),
    bylines: [sum((s) => Number(s.byline === true)), sum((s) => Number(s.byline !== null))],
    recall: mean(scores.map((s) => s.recall)),
    precision: mean(scores.map((s) => s.precision)),
    missing: sum((s) => s.missing.length),
    chrome: sum((s) => s.chrome.length),
    findingsInChrome: sum((s) => s.findingsInChrome.length),
  }
}
