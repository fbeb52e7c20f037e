// Joins the lines of running text into paragraphs, headings and list items.
//
//   "        Thực hiện Công văn số 4096/UBND-NC của Ủy ban nhân"
//   "dân tỉnh Đăk Nông;"                                            →   one paragraph, joined by a space
import type { BlockKind } from '../../model.ts'
import type { TextLine } from './layout.ts'
import { isCapitals, listMarker, paragraphOpening, structureLevel } from './markers.ts'

export type Paragraph = {
  kind: BlockKind
  text: string
  level?: number
  /** Whether the text may go on over the end of the page. */
  open: boolean
  /** Whether the first line may be the rest of a paragraph begun on the page before. */
  continues: boolean
}

/** The text block of lines: where most of them begin and end. */
type Measure = { left: number; right: number; leading: number }

/** Makes paragraphs of the lines of one flow, which are in reading order. */
export function paragraphsOf(lines: readonly TextLine[]): Paragraph[] {
  const measure = measureOf(lines)
  const groups: TextLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && goesOn(group, last, line, measure)) group.push(line)
    else groups.push([line])
  }
  return groups.map((group) => paragraphOf(group, measure))
}

function measureOf(lines: readonly TextLine[]): Measure {
  const starts = lines.map((l) => l.x0).sort((a, b) => a - b)
  const ends = lines.map((l) => l.x1).sort((a, b) => a - b)
  const steps = lines
    .slice(1)
    .map((l, i) => l.y - (lines[i]?.y ?? 0))
    .filter((d) => d > 0)
    .sort((a, b) => a - b)
  return {
    left: starts[Math.floor(starts.length * 0.08)] ?? 0,
    right: ends[Math.ceil((ends.length - 1) * 0.92)] ?? 0,
    leading: steps[Math.floor(steps.length * 0.4)] ?? 0,
  }
}

const endsSentence = (text: string) => /[.;:!?…]["”’»)\]]*$/u.test(text)
const startsLower = (text: string) => /^["“(]?\p{Ll}/u.test(text)
const markerOf = (text: string) => listMarker.exec(text)?.[0] ?? null

function isCentred(line: TextLine, { left, right }: Measure): boolean {
  const before = line.x0 - left
  const after = right - line.x1
  return before > 2 * line.size && after > 2 * line.size && Math.abs(before - after) < 3 * line.size
}

/** Whether `line` belongs to the paragraph that ends with `last`. */
function goesOn(group: TextLine[], last: TextLine, line: TextLine, measure: Measure): boolean {
  const { left, right, leading } = measure
  const step = line.y - last.y
  const width = Math.max(1, right - left)
  if (step < 0) return false
  if (step > Math.max(1.45 * leading, 1.3 * line.size) && step > 1.9 * line.size) return false
  if (Math.abs(line.size - last.size) > 0.2 * last.size) return false
  const lastIsFull = last.x1 > right - 0.12 * width
  const first = group[0] ?? last
  if (structureLevel(line.text) !== null && (line.bold || !lastIsFull || endsSentence(last.text)))
    return false
  // "Chương II" and "Phụ lục I" stand alone, their names on the lines below.
  if (structureLevel(last.text) !== null && last.text.length < 25 && !startsLower(line.text))
    return false
  const marker = markerOf(line.text)
  // The lines of a title in bold or capitals, of which the longest may reach from edge to edge.
  if (
    isCentred(line, measure) &&
    line.bold === last.bold &&
    isCapitals(line.text) === isCapitals(last.text) &&
    (line.bold || isCapitals(line.text)) &&
    structureLevel(last.text) === null &&
    marker === null &&
    !endsSentence(last.text) &&
    (isCentred(last, measure) || lastIsFull)
  )
    return step < 1.45 * Math.max(leading, line.size)
  if (isCentred(line, measure) && isCentred(last, measure))
    return (
      marker === null &&
      line.bold === last.bold &&
      isCapitals(line.text) === isCapitals(last.text) &&
      structureLevel(last.text) === null &&
      step < 1.45 * Math.max(leading, line.size)
    )
  if (isCentred(last, measure) && !startsLower(line.text) && last.bold !== line.bold) return false
  if (marker && (!lastIsFull || endsSentence(last.text) || /[,)]$/.test(last.text))) return false
  // "- " and "a) " at the first-line indentation begin an item even after a full line.
  if (marker && line.x0 > left + 1.2 * line.size && !/^\d{1,4}[.)]?$/.test(marker)) return false
  if (paragraphOpening.test(line.text) && (!lastIsFull || /[;.,:]$/.test(last.text))) return false
  if (startsLower(line.text) && (lastIsFull || !endsSentence(last.text))) return true
  const indent = line.x0 - left
  const isHanging =
    markerOf(first.text) !== null &&
    Math.abs(line.x0 - last.x0) < 0.6 * line.size &&
    group.length > 1
  if (indent > 1.2 * line.size && !isHanging) {
    const hangs = markerOf(first.text) !== null && group.length === 1 && line.x0 > first.x0
    if (!hangs && line.x0 > last.x0 + 0.8 * line.size) return false
    if (!hangs && endsSentence(last.text)) return false
    if (!hangs && !lastIsFull) return false
  }
  if (last.bold && !line.bold && !lastIsFull) return false
  if (!last.bold && line.bold && endsSentence(last.text)) return false
  return lastIsFull
}

function paragraphOf(group: TextLine[], measure: Measure): Paragraph {
  const text = group.map((l) => l.text).join(' ')
  const first = group[0]
  const last = group.at(-1)
  const level = structureLevel(text)
  const bold = group.every((l) => l.bold)
  const centred = first !== undefined && isCentred(first, measure)
  const ended =
    !last ||
    endsSentence(last.text) ||
    last.x1 < measure.right - 0.2 * (measure.right - measure.left)
  const open = !ended
  const continues = startsLower(text)
  const isShort = text.length <= 300 && group.length <= 5
  if (level !== null && (bold || centred || (isShort && level < 4)))
    return { kind: 'heading', text, level, open: false, continues: false }
  if (
    isShort &&
    (bold || isCapitals(text)) &&
    /\p{L}{2}/u.test(text) &&
    (!ended || !/[;,]$/.test(text))
  )
    return { kind: 'heading', text, level: centred ? 1 : 5, open: false, continues: false }
  if (listMarker.test(text)) return { kind: 'list-item', text, level: 0, open, continues: false }
  return { kind: 'paragraph', text, open, continues }
}
