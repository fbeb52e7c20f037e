// Formatting of a DOC by place: which properties hold for the character at an offset of the main stream. They stand in
// pages of 512 bytes; a table says which page covers which offsets.
import type { Fib } from './fib.ts'

const pageBytes = 512

export type Run = {
  /** Offsets in the main stream. */
  start: number
  end: number
  /** Number of the paragraph's style; 0 for characters. */
  style: number
  /** The list of properties, see sprms.ts. */
  properties: Buffer
}

export type Runs = {
  /** The run that covers an offset; one without properties, up to the next that has some, where nothing is said of it. */
  at(offset: number): Run
}

const empty = Buffer.alloc(0)

/** Runs of characters (fonts, hidden text) or of paragraphs (style, table, list). */
export function readRuns(fib: Fib, kind: 'characters' | 'paragraphs'): Runs {
  const extent = kind === 'characters' ? fib.characterRuns : fib.paragraphRuns
  const pageNumberBytes = fib.version === 8 ? 4 : 2
  const count = Math.floor((extent.length - 4) / (4 + pageNumberBytes))
  const runs: Run[] = []
  for (let i = 0; i < count; i++) {
    const at = extent.at + 4 * (count + 1) + pageNumberBytes * i
    const page =
      fib.version === 8 ? fib.table.readUInt32LE(at) & 0x3fffff : fib.table.readUInt16LE(at)
    const start = page * pageBytes
    if (start + pageBytes > fib.main.length) continue
    readPage(fib.main.subarray(start, start + pageBytes), fib.version, kind, runs)
  }
  runs.sort((a, b) => a.start - b.start)
  return { at: (offset) => find(runs, offset) }
}

function readPage(
  page: Buffer,
  version: 6 | 8,
  kind: 'characters' | 'paragraphs',
  runs: Run[],
): void {
  const entryBytes = kind === 'characters' ? 1 : version === 8 ? 13 : 7
  const most = Math.floor((pageBytes - 5) / (4 + entryBytes))
  const count = Math.min(page[pageBytes - 1] ?? 0, most)
  for (let i = 0; i < count; i++) {
    const start = page.readUInt32LE(4 * i)
    const end = page.readUInt32LE(4 * i + 4)
    if (end <= start) continue
    const offset = 2 * (page[4 * (count + 1) + entryBytes * i] ?? 0)
    const properties =
      kind === 'characters' ? charactersAt(page, offset) : paragraphAt(page, offset, version)
    runs.push({ start, end, ...properties })
  }
}

function charactersAt(page: Buffer, offset: number): { style: number; properties: Buffer } {
  if (offset === 0) return { style: 0, properties: empty }
  const length = page[offset] ?? 0
  return { style: 0, properties: page.subarray(offset + 1, offset + 1 + length) }
}

function paragraphAt(
  page: Buffer,
  offset: number,
  version: 6 | 8,
): { style: number; properties: Buffer } {
  if (offset === 0) return { style: 0, properties: empty }
  let at = offset
  let words = page[at++] ?? 0
  let end = at + 2 * words - (version === 8 ? 1 : 0)
  if (words === 0 && version === 8) {
    words = page[at++] ?? 0
    end = at + 2 * words
  }
  if (at + 2 > pageBytes) return { style: 0, properties: empty }
  return { style: page.readUInt16LE(at), properties: page.subarray(at + 2, Math.max(at + 2, end)) }
}

function find(runs: readonly Run[], offset: number): Run {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run || offset < run.start) high = middle - 1
    else if (offset >= run.end) low = middle + 1
    else return run
  }
  const end = runs[low]?.start ?? Number.POSITIVE_INFINITY
  return { start: offset, end, style: 0, properties: empty }
}
