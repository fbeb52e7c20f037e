// The normalised view that extractors read, and the one function that maps its spans back to the text as read.
//
//   text  "Chiều\u00A021/3,\nCụm thi đua" with blocks [0,27)
//   view  "Chiều 21/3, Cụm thi đua"
//
// In the view: NFC; every kind of space is one space; no invisible characters; dashes are "-"; Ð and Ƣ are mended;
// lines of one block are joined by a space; blocks are parted by "\n", and nothing else is.
import {
  clusterFinder,
  composeCluster,
  formulaLetters,
  isInvisible,
  isSpace,
  lookalikes,
  plainRunEnd,
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
  const length = blocks.reduce((sum, block) => sum + block.end - block.start + 1, 0)
  const from = new Int32Array(length)
  const to = new Int32Array(length)
  const pieces: string[] = []
  let size = 0
  const push = (text: string, start: number, end: number) => {
    pieces.push(text)
    from.fill(start, size, size + text.length)
    to.fill(end, size, size + text.length)
    size += text.length
  }
  /** Hands on a run of characters that stay as they are. */
  const pushAsIs = (start: number, end: number) => {
    pieces.push(source.slice(start, end))
    for (let at = start; at < end; at++) {
      from[size] = at
      to[size++] = at + 1
    }
  }
  const viewBlocks: Span[] = []
  for (const [index, block] of blocks.entries()) {
    if (index > 0) push('\n', block.start, block.start)
    const start = size
    let pendingSpace: Span | null = null
    const clusterAt = clusterFinder(source.slice(block.start, block.end))
    for (let at = block.start; at < block.end; ) {
      const run = plainRunEnd(source, at, block.end)
      if (run > at) {
        if (pendingSpace) push(' ', pendingSpace.start, pendingSpace.end)
        pendingSpace = null
        pushAsIs(at, run)
        at = run
        continue
      }
      const cluster = clusterAt(at - block.start)
      const first = cluster[0] ?? ''
      const end = at + cluster.length
      if (isSpace(first)) {
        if (size > start) pendingSpace ??= { start: at, end }
      } else if (cluster.length > 1 || !isInvisible(first)) {
        if (pendingSpace) push(' ', pendingSpace.start, pendingSpace.end)
        pendingSpace = null
        push(composeCluster(cluster), at, end)
      }
      at = end
    }
    viewBlocks.push({ start, end: size })
  }
  const text = mendLookalikes(pieces.join(''))
  return {
    text,
    key: keyOf(text),
    blocks: viewBlocks,
    toSource({ start, end }) {
      if (start >= end) {
        const at = (start < size ? from[start] : to[start - 1]) ?? 0
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
