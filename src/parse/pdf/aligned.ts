// Finds the narrow gaps between columns: Word parts the cells of a table without lines by hardly more than a space, but the
// words behind the gap begin at one place, line after line.
//
//   Nhà chuyên môn, kỹ thuật viên khoa học và kỹ  Nhân viên tổng hợp, văn phòng và các công việc
//   thuật                                         bàn giấy
//   Nhà chuyên môn, kỹ thuật viên về sức khỏe     Lao động kỹ thuật trong nông nghiệp
import type { Line } from './cells.ts'

/** Share of the font size that the gap must have at least: two margins of a cell in Word are 10.8 points. */
const narrowestGap = 0.6
/** How exactly the beginnings must stand below each other, in points. */
const near = 1
/** Lines that must show the gap. */
const fewestLines = 4

/** For each line, before which of its glyphs it is to be cut as well. `cuts` are those known already. */
export function alignedStarts(
  lines: readonly Line[],
  cuts: ReadonlyArray<ReadonlySet<number>>,
): number[][] {
  const found: number[][] = lines.map(() => [])
  for (const [i, line] of lines.entries())
    for (let g = 1; g < line.glyphs.length; g++) {
      if (!line.spaced[g] || cuts[i]?.has(g)) continue
      if ((line.gaps[g] ?? 0) < narrowestGap * line.size) continue
      if (isAligned(lines, cuts, i, g)) found[i]?.push(g)
    }
  return found
}

/** Whether lines above and below without a break leave this gap free, and enough of them begin behind it. */
function isAligned(
  lines: readonly Line[],
  cuts: ReadonlyArray<ReadonlySet<number>>,
  i: number,
  g: number,
): boolean {
  const start = lines[i]?.glyphs[g]?.x ?? 0
  let begin = 1
  let cut = 0
  for (const step of [-1, 1])
    for (let k = i + step; k >= 0 && k < lines.length && Math.abs(k - i) <= 12; k += step) {
      const line = lines[k] as Line
      const before = lines[k - step] as Line
      if (Math.abs(line.y - before.y) > 3 * line.size) break
      const at = beginsAt(line, start)
      if (at === 'covered') break
      if (at === null) continue
      begin++
      if (at === 0 || cuts[k]?.has(at)) cut++
    }
  return begin >= fewestLines && cut >= 1
}

/** Which glyph of the line begins at `start` behind a gap; null where there is none, 'covered' where letters stand there. */
function beginsAt({ glyphs, gaps, size }: Line, start: number): number | 'covered' | null {
  let low = 0
  let high = glyphs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((glyphs[middle]?.x ?? 0) < start - near) low = middle + 1
    else high = middle
  }
  const last = glyphs[low - 1]
  if (last && last.x + last.width > start - 0.4 * size) return 'covered'
  const glyph = glyphs[low]
  if (!glyph || glyph.x > start + near) return null
  return low === 0 || (gaps[low] ?? 0) >= narrowestGap * size ? low : 'covered'
}
