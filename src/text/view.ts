// The normalised view that extractors read, and the one function that maps its spans back to the text as read.
//
//   text  "Chiều\u00A021/3,\nCụm thi đua" with blocks [0,27)
//   view  "Chiều 21/3, Cụm thi đua"
//
// In the view: NFC; every kind of space is one space; no invisible characters; dashes are "-"; Ð and Ƣ are mended;
// lines of one block are joined by a space; blocks are parted by "\n", and nothing else is.
import {
  clustersOf,
  composeCluster,
  formulaLetters,
  isInvisible,
  isSpace,
  lookalikes,
} from './characters.ts'
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
    for (const match of clustersOf(piece)) {
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
      push(composeCluster(match[0]), at, end)
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

const foreign = /[\u0370-\u03FF\u0400-\u04FF]/
const compound = /[\p{L}\p{N}]+(?:[-/&.][\p{L}\p{N}]+)*/gu
const latinLetter = /\p{Script=Latin}/u

/**
 * Replaces Cyrillic and Greek look-alikes in words that also hold Latin letters ("Нà"), and in abbreviations that are
 * joined to Latin ones ("12/СТ-UBND"). Words in these scripts stay.
 */
function mendLookalikes(text: string): string {
  if (!foreign.test(text)) return text
  return text.replace(compound, (joined) =>
    foreign.test(joined) && latinLetter.test(joined)
      ? joined.replace(/\p{L}+/gu, (word) => (isDisguised(word) ? mendWord(word) : word))
      : joined,
  )
}

const mendWord = (word: string): string =>
  [...word].map((char) => lookalikes.get(char) ?? char).join('')

function isDisguised(word: string): boolean {
  if (!foreign.test(word)) return false
  if (latinLetter.test(word))
    return !formulaLetters.test(word) || (word.match(/\p{Script=Latin}/gu)?.length ?? 0) >= 2
  return word.length <= 5 && [...word].every((char) => /\p{Lu}/u.test(char) && lookalikes.has(char))
}
