// Sentences of a block. Dots in numbers, dates, abbreviations and initials do not end one.
import { isSpaceUnit } from '../text/letters.ts'
import type { Span } from '../text/view.ts'

const end = /(?<![.!?…])(?:[.!?…]+["”’)\]]*|\.\/\.?)(?=\s+["“‘(]*[\p{Lu}\d])/gu
const abbreviation =
  /(?<![\p{L}\p{N}])(?:\p{Lu}|TP|Tp|ThS|TS|PGS|GS|BS|Th|T\.Ư|tr|NXB|St|đ|Q|P|TX|TT|KT|TM|TL)\.$/u

/** Spans of the sentences in `text`, or in a span of it, without the space between them. A line break ends a sentence. */
export function sentencesOf(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = []
  for (let from = span.start; from < span.end; ) {
    const lineEnd = text.indexOf('\n', from)
    const to = lineEnd < 0 || lineEnd > span.end ? span.end : lineEnd
    found.push(...sentencesOfLine(text, { start: from, end: to }))
    from = to + 1
  }
  return found
}

/** The spans that begin inside another one, of spans in order that do not overlap. */
export function spansIn<T extends Span>(spans: readonly T[], { start, end }: Span): readonly T[] {
  let from = 0
  let high = spans.length
  while (from < high) {
    const middle = (from + high) >> 1
    if ((spans[middle]?.start ?? end) < start) from = middle + 1
    else high = middle
  }
  let to = from
  while ((spans[to]?.start ?? end) < end) to++
  return spans.slice(from, to)
}

/** The span that holds an offset, of spans in order that do not overlap; null where none does. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | null {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (!span) return null
    if (offset < span.start) high = middle - 1
    else if (offset >= span.end) low = middle + 1
    else return span
  }
  return null
}

function sentencesOfLine(text: string, span: Span): Span[] {
  const piece = text.slice(span.start, span.end)
  const found: Span[] = []
  let from = 0
  end.lastIndex = 0
  for (let match = end.exec(piece); match; match = end.exec(piece)) {
    const to = match.index + match[0].length
    if (match[0] === '.' && abbreviation.test(piece.slice(Math.max(0, to - 8), to))) continue
    // "1. Tăng cường …" at the start of a line is a marker.
    if (from === 0 && to <= 5 && /^\(?[\p{L}\d.]{1,4}$/u.test(piece.slice(0, to))) continue
    if (to > from) found.push({ start: span.start + from, end: span.start + to })
    from = to
    while (isSpaceUnit(piece.charCodeAt(from))) from++
  }
  if (from < piece.length) found.push({ start: span.start + from, end: span.end })
  return found
}

/** Pieces of a span parted at a character that is not inside quotes or parentheses; trimmed. */
export function splitOutside(text: string, span: Span, separator: string): Span[] {
  const found: Span[] = []
  let depth = 0
  let quoted = false
  let from = span.start
  const push = (to: number) => {
    let start = from
    let stop = to
    while (start < stop && /\s/u.test(text[start] ?? '')) start++
    while (stop > start && /\s/u.test(text[stop - 1] ?? '')) stop--
    if (stop > start) found.push({ start, end: stop })
  }
  for (let i = span.start; i < span.end; i++) {
    const char = text[i] ?? ''
    if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1)
    else if (char === '“') quoted = true
    else if (char === '”') quoted = false
    else if (char === '"') quoted = !quoted
    else if (char === separator && depth === 0 && !quoted) {
      push(i)
      from = i + 1
    }
  }
  push(span.end)
  return found
}
