// The normalised view that extractors read, and the one function that maps its spans back to the text as read.
//
//   text  "Chiều\u00A021/3,\nCụm thi đua" with blocks [0,27)
//   view  "Chiều 21/3, Cụm thi đua"
//
// In the view: NFC; every kind of space is one space; no invisible characters; dashes are "-"; Ð and Ƣ are mended, and so
// are syllables with a space inside;
// lines of one block are joined by a space; blocks are parted by "\n", and nothing else is.
import { brokenSyllables } from './broken-syllables.ts'
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
  const places = new Places()
  const pieces: string[] = []
  let size = 0
  /** Hands on what stands for source[start, end) as a whole. */
  const push = (text: string, start: number, end: number) => {
    places.add(size, start, end, text.length === 1 && end - start === 1)
    pieces.push(text)
    size += text.length
  }
  /** Hands on a run of characters that stay as they are. */
  const pushAsIs = (start: number, end: number) => {
    places.add(size, start, end, true)
    pieces.push(source.slice(start, end))
    size += end - start
  }
  const viewBlocks: Span[] = []
  const broken = brokenSyllables(source)
  let nextBroken = 0
  for (const [index, block] of blocks.entries()) {
    if (index > 0) push('\n', block.start, block.start)
    const start = size
    let pendingSpace: Span | null = null
    let clusterAt: ReturnType<typeof clusterFinder> | null = null
    for (let at = block.start; at < block.end; ) {
      while ((broken[nextBroken] ?? source.length) < at) nextBroken++
      const inside = broken[nextBroken] ?? source.length
      if (at === inside) {
        at++
        continue
      }
      const run = plainRunEnd(source, at, Math.min(block.end, inside))
      if (run > at) {
        if (pendingSpace) push(' ', pendingSpace.start, pendingSpace.end)
        pendingSpace = null
        pushAsIs(at, run)
        at = run
        continue
      }
      clusterAt ??= clusterFinder(source.slice(block.start, block.end))
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
        const at = start < size ? places.startOf(start) : places.endOf(start - 1)
        return { start: at, end: at }
      }
      return { start: places.startOf(start), end: places.endOf(end - 1) }
    },
  }
}

/**
 * Where the units of a view stand in its source. Kept as runs: most text is copied as it is, block by block, and only what was
 * mended makes a run of its own.
 */
class Places {
  readonly #views: number[] = []
  readonly #starts: number[] = []
  /** Where the place of a run ends that stands for it as a whole; -1 for a run of units that stand for one unit each. */
  readonly #ends: number[] = []

  /** The view goes on at `view` with what stands at [start, end), unit by unit or as a whole. */
  add(view: number, start: number, end: number, byUnit: boolean): void {
    const last = this.#views.length - 1
    const goesOn =
      byUnit &&
      this.#ends[last] === -1 &&
      start - (this.#starts[last] ?? 0) === view - (this.#views[last] ?? 0)
    if (goesOn) return
    this.#views.push(view)
    this.#starts.push(start)
    this.#ends.push(byUnit ? -1 : end)
  }

  /** Where in the source the place of a unit of the view begins, and where it ends. */
  startOf(unit: number): number {
    const run = this.#runOf(unit)
    const start = this.#starts[run] ?? 0
    return this.#ends[run] === -1 ? start + unit - (this.#views[run] ?? 0) : start
  }

  endOf(unit: number): number {
    const end = this.#ends[this.#runOf(unit)] ?? 0
    return end === -1 ? this.startOf(unit) + 1 : end
  }

  #runOf(unit: number): number {
    let low = 0
    let high = this.#views.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#views[middle] ?? 0) <= unit) low = middle
      else high = middle - 1
    }
    return low
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
