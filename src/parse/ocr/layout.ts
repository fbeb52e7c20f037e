// Makes of recognised words the rows and cells that pages of a PDF with text have, so that the same layout reads both.
//
//   words with boxes in pixels  →  rows of cells in points: a wide gap or a ruled line parts cells
import { isSyllable } from '../../text/syllable.ts'
import type { Cell, PageRows, Row } from '../pdf/lines.ts'
import type { Rule } from '../pdf/rules.ts'
import type { RecognisedLine, RecognisedWord } from './recognise.ts'
import { isNoise } from './worth.ts'

/** A gap wider than this many letter heights starts a new cell, as in pages with text. */
const cellGap = 1.1

type PlacedWord = RecognisedWord & { y: number; size: number }

/** Puts the words of one page into rows. `rules` are in points already; the words are scaled by `dpi`. */
export function rowsOfWords(
  lines: readonly RecognisedLine[],
  page: { width: number; height: number; dpi: number; rules: readonly Rule[] },
): PageRows {
  const scale = 72 / page.dpi
  const usual = usualHeight(lines)
  const place = (line: RecognisedLine): PlacedWord[] => {
    // Tesseract's heights jump with the letters a line happens to have; near the usual one they are it.
    const height = line.height > 0.72 * usual && line.height < 1.4 * usual ? usual : line.height
    const { x0, y0, x1, y1 } = line.baseline
    const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0
    return line.words.map((word) => ({
      ...word,
      x0: word.x0 * scale,
      x1: word.x1 * scale,
      y: (y0 + slope * ((word.x0 + word.x1) / 2 - x0)) * scale,
      size: Math.max(4, height * scale),
    }))
  }
  const kept = lines.map((line) => ({ ...line, words: line.words.filter(isWord) }))
  const rows = (some: RecognisedLine[]) =>
    groupRows(some.map(place).filter((words) => words.length > 0)).map((words) =>
      rowOf(words, page.rules),
    )
  return {
    width: page.width * scale,
    height: page.height * scale,
    rows: rows(kept.filter((line) => !isNoise(line))),
    annotations: [],
    aside: rows(kept.filter(isNoise)),
    rules: [...page.rules],
    hasLargePicture: false,
    cut: false,
  }
}

/** Specks and pieces of ruled lines are read as "|", "_" or "'", rarely with confidence. */
function isWord({ text, confidence }: RecognisedWord): boolean {
  // What a pen leaves beside a line: "s Ñ :". "và" and "12" are never so short and so doubtful at once.
  if (confidence < 30 && /^\P{N}{1,2}$/u.test(text) && !isSyllable(text)) return false
  if (/[\p{L}\p{N}%]/u.test(text)) return true
  if (/^[|¦_~^'"`‘’“”°·.,\\]+$/u.test(text)) return /^[.…“”"]+$/u.test(text) && confidence > 60
  return confidence > 40
}

function usualHeight(lines: readonly RecognisedLine[]): number {
  const heights = lines.flatMap((line) => line.words.map(() => line.height)).sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 0
}

/** Lines on one baseline are one row; tesseract parts them where it sees columns. */
function groupRows(lines: readonly PlacedWord[][]): PlacedWord[][] {
  const sorted = [...lines].sort((a, b) => middleY(a) - middleY(b))
  const rows: PlacedWord[][] = []
  for (const line of sorted) {
    const row = rows.findLast((other) => isBeside(other, line))
    if (row) row.push(...line)
    else rows.push([...line])
  }
  return rows.map((row) => row.sort((a, b) => a.x0 - b.x0)).sort((a, b) => middleY(a) - middleY(b))
}

function isBeside(row: readonly PlacedWord[], line: readonly PlacedWord[]): boolean {
  const size = Math.min(sizeOf(row), sizeOf(line))
  if (Math.abs(middleY(row) - middleY(line)) > 0.35 * size) return false
  // What stands above or below a piece of the row is a row of its own, however close.
  return line.every((word) =>
    row.every((other) => word.x0 > other.x1 - 0.3 * size || word.x1 < other.x0 + 0.3 * size),
  )
}

const middleY = (words: readonly PlacedWord[]) =>
  words.reduce((sum, w) => sum + w.y, 0) / Math.max(1, words.length)
const sizeOf = (words: readonly PlacedWord[]) => Math.max(...words.map((w) => w.size), 0)

function rowOf(words: readonly PlacedWord[], rules: readonly Rule[]): Row {
  const size = sizeOf(words)
  const y = middleY(words)
  const gaps = words.slice(1).map((word, i) => word.x0 - (words[i]?.x1 ?? 0))
  const wordGap = gaps.length >= 3 ? ([...gaps].sort((a, b) => a - b)[gaps.length >> 2] ?? 0) : 0
  const crossing = rules.filter(
    (r) => r.y1 - r.y0 > r.x1 - r.x0 && r.y0 < y - 0.2 * size && r.y1 > y - 0.4 * size,
  )
  const cells: PlacedWord[][] = []
  for (const [i, word] of words.entries()) {
    const gap = gaps[i - 1] ?? 0
    const end = words[i - 1]?.x1 ?? 0
    const wide = gap > Math.max(cellGap * size, 2.5 * wordGap)
    const ruled = crossing.some((r) => r.x0 > end - 2 && r.x1 < word.x0 + 2)
    const cell = cells.at(-1)
    if (!cell || wide || ruled) cells.push([word])
    else cell.push(word)
  }
  return { y, size, cells: cells.map((cell) => cellOf(cell, y)) }
}

function cellOf(words: readonly PlacedWord[], y: number): Cell {
  const text = words.map((w) => w.text).join(' ')
  const x0 = words[0]?.x0 ?? 0
  const x1 = Math.max(...words.map((w) => w.x1))
  const size = sizeOf(words)
  const run = { text, fontName: '', bold: false, x: x0, y, width: x1 - x0, height: size }
  return { text, runs: [run], x0, x1, y, size, bold: false }
}
