// Lines that belong to the site and not to the article: menus, counters, rating boxes, lists of other news.
//
//   "Tổng số điểm của bài viết là: 0 trong 0 đánh giá" … "Hôm nay32,964" … "Gửi phản hồi"
import type { ChromeRow, Lexicon } from '../lexicon/lexicon.ts'
import { keyOf } from '../text/fold.ts'
import type { Line } from './line.ts'
import { relatedLinks } from './related-links.ts'

type KeyedRow = ChromeRow & { key: string }
type KeyedRows = {
  exact: Map<string, KeyedRow>
  /** The other rows in their order: those that a line may match by its first character; `anywhere` for all other lines. */
  byFirst: Map<string, KeyedRow[]>
  anywhere: KeyedRow[]
}
const keyed = new WeakMap<readonly ChromeRow[], KeyedRows>()

function rowsOf(lexicon: Lexicon): KeyedRows {
  let rows = keyed.get(lexicon.chrome)
  if (!rows) {
    const all = lexicon.chrome.map((row) => ({ ...row, key: keyOf(row.text.normalize('NFC')) }))
    const other = all.filter((r) => r.match !== 'line')
    const beginning = (first: string | null) =>
      other.filter((r) => r.match !== 'prefix' || r.key[0] === first)
    const firsts = new Set(other.map((r) => r.key[0] ?? ''))
    rows = {
      exact: new Map(all.filter((r) => r.match === 'line').map((r) => [r.key, r])),
      byFirst: new Map([...firsts].map((first) => [first, beginning(first)])),
      anywhere: beginning(null),
    }
    keyed.set(lexicon.chrome, rows)
  }
  return rows
}

/** What a counter behind a line, and what parts the two, is written with. */
const ofCounter = /[\s:：.|»›\d,()]/u

/** The chrome row a line is an instance of, or null. Counters may be glued on: "Hôm nay32,964". */
export function chromeOf(key: string, lexicon: Lexicon): ChromeRow | null {
  if (key.length > 200) return null
  const { exact, byFirst, anywhere } = rowsOf(lexicon)
  const opened = key.replace(/^[\s•·\-–*|»›▶]+/u, '')
  // Looked for only at the end: the pattern would be tried at every sign.
  let end = opened.length
  while (end > 0 && ofCounter.test(opened[end - 1] ?? '')) end--
  const counter = /[\s:：.|»›]*(?:\(?[\d.,]+\)?)?\s*$/u
  const bare = (opened.slice(0, end) + opened.slice(end).replace(counter, '')).trim()
  if (bare === '' && /\d/.test(key)) return null
  const row = exact.get(bare) ?? exact.get(key.trim())
  if (row) return row
  for (const candidate of byFirst.get(bare[0] ?? '') ?? anywhere) {
    if (
      candidate.match === 'prefix' ? bare.startsWith(candidate.key) : bare.includes(candidate.key)
    ) {
      const after = bare[candidate.key.length] ?? ''
      if (candidate.match === 'contains' || !/\p{L}/u.test(after)) return candidate
    }
  }
  return null
}

/** Player clocks, lone separators and counters: "0:00 / 0:00", "|", "135,253,606". */
const noise =
  /^(?:\d{1,2}:\d{2}(?:\s*\/\s*\d{1,2}:\d{2})?|[\s|•·*_=\-–—]+|[\d.,]{1,15}|(?:banner|rss|menu|logo))$/u

/** Indices of the lines that are boilerplate. */
export function boilerplateOf(lines: readonly Line[], lexicon: Lexicon): Set<number> {
  const rows = lines.map((line) =>
    noise.test(line.key.trim()) ? 'noise' : chromeOf(line.key, lexicon),
  )
  const found = new Set<number>()
  for (const [i, row] of rows.entries()) if (row !== null) found.add(i)
  const cut = tailStart(lines, rows)
  if (cut !== null) for (let i = cut; i < lines.length; i++) found.add(i)
  for (const i of relatedLinks(lines, (index) => found.has(index))) found.add(i)
  return found
}

/** Where the site's tail begins: the first tail anchor after which chrome prevails; null where the article runs on. */
function tailStart(
  lines: readonly Line[],
  rows: ReadonlyArray<ChromeRow | 'noise' | null>,
): number | null {
  for (const [i, row] of rows.entries()) {
    if (row === null || row === 'noise' || row.anchor !== 'tail') continue
    const rest = rows.slice(i + 1)
    const chrome = rest.slice(0, 12).filter((r) => r !== null).length
    // Long paragraphs after the anchor mean that the article goes on behind an inserted box.
    const proseAfter = lines
      .slice(i + 1)
      .filter((line, j) => rest[j] === null && line.text.length > 220).length
    const proseBefore = lines.slice(0, i).filter((line) => line.text.length > 120).length
    if (proseBefore === 0) continue
    if (proseAfter === 0 && (chrome >= 1 || rest.length === 0 || rest.length <= 40)) return i
    if (chrome >= 2 && proseAfter <= 1) return i
  }
  return null
}
