// The normalised view that extractors read, and the one function that maps its spans back to the text as read.
//
//   text  "Chiều\u00A021/3,\nCụm thi đua" with blocks [0,27)
//   view  "Chiều 21/3, Cụm thi đua"
//
// In the view: NFC; every kind of space is one space; no invisible characters; dashes are "-"; Ð and Ƣ are mended;
// lines of one block are joined by a space; blocks are parted by "\n", and nothing else is.
import { isInvisible, isSpace, lookalikes, replacements } from './characters.ts'
import { keyOf } from './fold.ts'

export type Span = { start: number; end: number }

export type View = {
  text: string
  /** `text` lower-cased with tones in the newer style; same length. */
  key: string
  /** The blocks, in the same order, as spans of the view. */
  blocks: Span[]
  /** The span of the text as read that a span of the view stands for. UTF-16 on both sides. */
  toSource(span: Span): Span
}

const cluster = /[\s\S]\p{M}*/gu

/** Makes the normalised view of `source`. Blocks are in order and do not overlap; text outside them is left out. */
export function viewOf(source: string, blocks: readonly Span[]): View {
  const units: string[] = []
  const from: number[] = []
  const to: number[] = []
  const push = (text: string, start: number, end: number) => {
    for (let i = 0; i < text.length; i++) {
      units.push(text[i] ?? '')
      from.push(start)
      to.push(end)
    }
  }
  const viewBlocks: Span[] = []
  for (const [index, block] of blocks.entries()) {
    if (index > 0) push('\n', block.start, block.start)
    const start = units.length
    let pendingSpace: Span | null = null
    const piece = source.slice(block.start, block.end)
    for (const match of piece.matchAll(cluster)) {
      const at = block.start + match.index
      const end = at + match[0].length
      const first = match[0][0] ?? ''
      if (isInvisible(first) && match[0].length === 1) continue
      if (isSpace(first)) {
        if (units.length > start) pendingSpace ??= { start: at, end }
        continue
      }
      if (pendingSpace) {
        push(' ', pendingSpace.start, pendingSpace.end)
        pendingSpace = null
      }
      const composed = match[0].length === 1 && first < '\u00C0' ? first : match[0].normalize('NFC')
      push(replacements.get(composed) ?? composed, at, end)
    }
    viewBlocks.push({ start, end: units.length })
  }
  const text = mendLookalikes(units.join(''))
  return {
    text,
    key: keyOf(text),
    blocks: viewBlocks,
    toSource({ start, end }) {
      if (start >= end) {
        const at = from[start] ?? to[start - 1] ?? 0
        return { start: at, end: at }
      }
      return { start: from[start] ?? 0, end: to[end - 1] ?? 0 }
    },
  }
}

/** Replaces Cyrillic and Greek look-alikes in words that also hold Latin letters. */
function mendLookalikes(text: string): string {
  if (!/[\u0370-\u03FF\u0400-\u04FF]/.test(text)) return text
  return text.replace(/\p{L}+/gu, (word) =>
    /\p{Script=Latin}/u.test(word) && /[\u0370-\u03FF\u0400-\u04FF]/.test(word)
      ? [...word].map((char) => lookalikes.get(char) ?? char).join('')
      : word,
  )
}
