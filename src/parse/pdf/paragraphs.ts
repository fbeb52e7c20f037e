// Joins the lines of running text into paragraphs, headings and list items.
//
//   "        Thực hiện Công văn số 4096/UBND-NC của Ủy ban nhân"
//   "dân tỉnh Đăk Nông;"                                            →   one paragraph, joined by a space
import type { BlockKind } from '../../model.ts'
import { joinLines, type Said } from './join.ts'
import {
  captionOpening,
  isCapitals,
  listMarker,
  paragraphOpening,
  structureLevel,
  typeName,
} from './markers.ts'
import type { TextLine } from './parts.ts'

export type Paragraph = Said & {
  kind: BlockKind
  level?: number
  /** Whether the text may go on over the end of the page; 'flush' where it then goes on at the left margin for sure. */
  open: boolean | 'flush'
  /**
   * Whether the first line may be the rest of a paragraph begun on the page before: by its words, or only because it
   * stands at the left margin ('flush').
   */
  continues: boolean | 'flush'
}

/** Where running text begins and ends from left to right, and the step between lines of a paragraph in font sizes. */
export type Margins = { left: number; right: number; tight: number }
type Measure = Margins & {
  leading: number
  /** Where the longest lines of the flow itself end. */
  ownRight: number
}

/**
 * Makes paragraphs of the lines of one flow, which are in reading order. `margins` are those of the page, where the flow
 * runs over it as usual: a few short lines do not tell where a full one would end.
 */
export function paragraphsOf(lines: readonly TextLine[], margins?: Margins | null): Paragraph[] {
  const own = measureOf(lines)
  const measure =
    margins && !isBlock(lines, own)
      ? {
          left: Math.min(own.left, margins.left),
          right: Math.max(own.right, margins.right),
          tight: margins.tight,
          leading: own.leading,
          ownRight: own.ownRight,
        }
      : own
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
  const steps = stepsOf(lines)
  const right = ends[Math.ceil((ends.length - 1) * 0.92)] ?? 0
  return {
    left: starts[starts.length < 13 ? 0 : 1] ?? 0,
    right,
    ownRight: right,
    leading: steps[Math.floor(steps.length * 0.4)] ?? 0,
    tight: tightest(lines),
  }
}

/** The usual step to a line that surely goes on, in font sizes: it begins with a small letter. 0 where too few do. */
function tightest(lines: readonly TextLine[]): number {
  const steps: number[] = []
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1]
    if (!last || !startsLower(line.text) || endsSentence(last.text)) continue
    const step = (line.y - last.y) / line.size
    if (step > 0.8 && step < 4) steps.push(step)
  }
  return steps.length < 3 ? 0 : (steps.sort((a, b) => a - b)[steps.length >> 1] ?? 0)
}

/** The steps from line to line, rising. */
const stepsOf = (lines: readonly TextLine[]): number[] =>
  lines
    .slice(1)
    .map((line, i) => line.y - (lines[i]?.y ?? 0))
    .filter((step, i) => step > 0.8 * (lines[i]?.size ?? 0))
    .sort((a, b) => a - b)

/** Lines at least so long are running text, not titles, examples or signatures. */
const longLine = 45
const fewestLong = 6

/** The margins that the long lines of a page tell; null where it has too few. */
export function marginsOf(lines: readonly TextLine[]): Margins | null {
  const long = lines.filter((line) => line.text.length >= longLine)
  if (long.length < fewestLong) return null
  const starts = long.map((line) => line.x0).sort((a, b) => a - b)
  const ends = long.map((line) => line.x1).sort((a, b) => a - b)
  return {
    left: starts[Math.floor(starts.length * 0.08)] ?? 0,
    right: ends[Math.ceil((ends.length - 1) * 0.92)] ?? 0,
    tight: tightest(lines),
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

/** Whether lines fill a block of their own from edge to edge, narrower than the page. */
const isBlock = (lines: readonly TextLine[], own: Measure): boolean =>
  lines.length >= 5 &&
  lines.filter((l) => l.x1 > own.right - 0.5 * l.size).length >= 0.4 * lines.length

const isOrnament = /^[-–—_=*~.\s]{3,}$/u

/** Whether a text that begins with a bracket has not closed it yet. */
const isOpenBracket = (group: readonly TextLine[]): boolean =>
  (group[0]?.text.startsWith('(') ?? false) && group.every((line) => !line.text.includes(')'))

/** Whether `line` belongs to the paragraph that ends with `last`. */
function goesOn(group: TextLine[], last: TextLine, line: TextLine, measure: Measure): boolean {
  const { left, right, leading, tight, ownRight } = measure
  const step = line.y - last.y
  const width = Math.max(1, right - left)
  if (step < 0) return false
  if (step > Math.max(1.45 * leading, 1.3 * line.size) && step > 1.9 * line.size) return false
  if (Math.abs(line.size - last.size) > 0.2 * last.size) return false
  // "--------" parts, and a line of dots to be filled in stands alone.
  if (isOrnament.test(line.text) || isOrnament.test(last.text)) return false
  if (/[.…_]{5,}$/.test(last.text) && !/^(?:\p{Ll}|[.…_]{3})/u.test(line.text)) return false
  if (typeName.test(last.text)) return false
  const first = group[0] ?? last
  const fillsOwn =
    last.x1 > ownRight - 0.5 * last.size &&
    listMarker.test(first.text) &&
    !/[.;:,!?]$/.test(last.text)
  const lastIsFull = last.x1 > right - 0.12 * width || fillsOwn
  // Where paragraphs stand apart, a wider step begins one.
  const begins = /^["“(]?\p{Lu}/u.test(line.text) || markerOf(line.text) !== null
  const wider = tight > 0 ? step / line.size / tight : 1
  if (wider > (endsSentence(last.text) ? 1.28 : 1.45) && begins && !isCapitals(line.text))
    return false
  if (structureLevel(line.text) !== null && (line.bold || !lastIsFull || endsSentence(last.text)))
    return false
  // "II. PHƯƠNG HƯỚNG, NHIỆM VỤ" over text in small letters.
  if (isCapitals(last.text) && last.text.length > 12 && /^\p{Lu}\p{Ll}/u.test(line.text))
    return false
  // A heading in bold over text that is not, however far the heading reaches.
  if (last.bold && !line.bold && (structureLevel(first.text) !== null || markerOf(line.text)))
    return false
  // "(Kèm theo Công văn số 1064/STC-QLNS của" goes on up to its bracket.
  if (group.length < 4 && isOpenBracket(group) && isCentred(line, measure)) return true
  // "Chương II" and "Phụ lục I" stand alone, their names on the lines below.
  if (structureLevel(last.text) !== null && last.text.length < 25 && !startsLower(line.text))
    return false
  const marker = markerOf(line.text)
  // The lines of a title stand on one axis, also where the page has no text to be centred in.
  const onAxis = Math.abs(line.x0 + line.x1 - last.x0 - last.x1) < 2 * line.size
  const bothLoud = line.bold && last.bold && isCapitals(line.text) && isCapitals(last.text)
  if (onAxis && bothLoud && marker === null && !endsSentence(last.text) && line.x0 !== last.x0)
    return structureLevel(last.text) === null && step < 1.45 * Math.max(leading, line.size)
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
  if (marker && line.bold && !last.bold) return false
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
  const said = joinLines(group)
  const { text } = said
  const first = group[0]
  const last = group.at(-1)
  const level = structureLevel(text)
  const bold = group.every((l) => l.bold)
  const centred = first !== undefined && isCentred(first, measure)
  const ended =
    !last ||
    endsSentence(last.text) ||
    last.x1 < measure.right - 0.2 * (measure.right - measure.left)
  const isIndented = first !== undefined && first.x0 - measure.left > 1.2 * first.size
  const open = ended ? false : isIndented ? 'flush' : true
  const isShort = text.length <= 300 && group.length <= 5
  if (level !== null && (bold || centred || (isShort && level < 4)))
    return { kind: 'heading', ...said, level, open: false, continues: false }
  if (isShort && captionOpening.test(text))
    return { kind: 'caption', ...said, open: false, continues: false }
  if (
    isShort &&
    (bold || isCapitals(text)) &&
    /\p{L}{2}/u.test(text) &&
    (!ended || !/[;,]$/.test(text))
  )
    return { kind: 'heading', ...said, level: centred ? 1 : 5, open: false, continues: false }
  const isFlush =
    first !== undefined && !centred && Math.abs(first.x0 - measure.left) < 0.5 * first.size
  // "kinh tế" / "- xã hội": a dash at the margin before a small letter may be a list item or the middle of a pair.
  if (listMarker.test(text)) {
    const continues = isFlush && /^[-–] \p{Ll}/u.test(text) && group.length > 0 ? 'flush' : false
    return { kind: 'list-item', ...said, level: 0, open, continues }
  }
  const continues = startsLower(text) || (isFlush && level === null ? 'flush' : false)
  return { kind: 'paragraph', ...said, open, continues }
}
