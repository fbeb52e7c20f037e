// Pieces of a record's text around the words that were searched, with the words marked. Found in the text itself, so
// what is shown is verbatim, whatever marks or spaces the document has.
import type { RecordBlock, VanthuRecord } from '../../model.ts'
import type { Highlight, SearchPhrase } from '../../ports/search.ts'
import { fold, keyOf } from '../../text/fold.ts'
import { foldWord } from '../../text/fold-word.ts'
import { type View, viewOf } from '../../text/view.ts'
import { type Word, wordsOf } from '../../text/words.ts'
import type { Asked } from './asked.ts'
import { indexedBlocks } from './words.ts'

const wordsBefore = 8
const wordsAfter = 24
const maxPieceLength = 400
/** In one block, more places than this are not weighed against each other. */
const maxHitsPerBlock = 500

/** Words that a term of the query may be found by. */
type Wanted = { term: number; words: SearchPhrase; isUnfinished: boolean }
type Hit = { index: number; group: number; exact: boolean }
type Piece = { score: number; block: number; highlight: Highlight }

/** The best pieces (at most `limit`) in the order of the text. Empty where the query has no words. */
export function highlightsOf(record: VanthuRecord, asked: Asked, limit = 3): Highlight[] {
  const query = wantedIn(asked)
  if (query.length === 0) return []
  const fullScore = 10 * asked.wanted.length
  const pieces: Piece[] = []
  for (const { block, zone, view, most } of promisingBlocks(record, query)) {
    const enough = pieces.filter(({ score }) => score >= Math.min(fullScore, 10 * most + 9)).length
    if (enough >= limit * 2) break
    const piece = bestPiece(record.text, view, query)
    // The title is shown above the pieces anyway.
    if (piece) pieces.push({ ...piece, score: zone === 'title' ? 1 : piece.score, block })
  }
  return pieces
    .sort((a, b) => b.score - a.score || a.block - b.block)
    .slice(0, limit)
    .sort((a, b) => a.block - b.block)
    .map((piece) => piece.highlight)
}

type Promising = {
  block: number
  zone: RecordBlock['zone']
  view: View
  /** Terms that it may hold at most. */
  most: number
}

/** The blocks that hold letters of what is wanted, those with the most terms first: only these are taken apart into words. */
function promisingBlocks(record: VanthuRecord, query: readonly Wanted[]): Promising[] {
  return indexedBlocks(record)
    .flatMap((recordBlock, block) => {
      const view = viewOf(record.text, [recordBlock])
      const folded = fold(view.text)
      const terms = new Set<number>()
      for (const { term, words } of query)
        if (words.every((word) => folded.includes(word.folded))) terms.add(term)
      return terms.size === 0 ? [] : [{ block, zone: recordBlock.zone, view, most: terms.size }]
    })
    .sort((a, b) => b.most - a.most || a.block - b.block)
}

/** Every way in which what is asked for may stand in a text. */
function wantedIn({ wanted, isUnfinished }: Asked): Wanted[] {
  return wanted.flatMap(({ alternatives }, term) =>
    alternatives.flatMap((phrases, which) =>
      phrases.map((words, place) => ({
        term,
        words,
        isUnfinished:
          isUnfinished && term === wanted.length - 1 && which === 0 && place === phrases.length - 1,
      })),
    ),
  )
}

function bestPiece(
  text: string,
  view: View,
  query: readonly Wanted[],
): { score: number; highlight: Highlight } | null {
  const words = wordsOf(view.text)
  const hits = hitsIn(words, query)
  let best: { score: number; first: number; last: number } | null = null
  for (const [first, hit] of hits.slice(0, maxHitsPerBlock).entries()) {
    const groups = new Set<number>()
    let last = first
    let bonus = 0
    for (let i = first; i < hits.length; i++) {
      const next = hits[i]
      if (!next || next.index - hit.index >= wordsAfter) break
      groups.add(next.group)
      const before = hits[i - 1]
      if (i > first && before && next.index === before.index + 1) bonus += 2
      if (next.exact) bonus += 1
      last = i
    }
    const score = 10 * groups.size + Math.min(bonus, 9)
    if (!best || score > best.score) best = { score, first, last }
  }
  if (!best) return null
  const shown = hits.slice(best.first, best.last + 1)
  const highlight = cut(text, view, words, shown)
  return highlight && { score: best.score, highlight }
}

/** The words of a block that the query asks for. Where marks were typed and the block has them so, only those count. */
function hitsIn(words: readonly Word[], query: readonly Wanted[]): Hit[] {
  const folded = words.map((word) => foldWord(word.text))
  const hits = new Map<number, Hit>()
  for (const { term: group, words: wanted, isUnfinished: unfinished } of query) {
    const found: Hit[][] = []
    for (let i = 0; i + wanted.length <= words.length; i++) {
      if (
        !wanted.every((word, k) =>
          matches(folded[i + k], word.folded, unfinished && k === wanted.length - 1),
        )
      )
        continue
      const exact = isExact(words, i, wanted, unfinished)
      found.push(wanted.map((_, k) => ({ index: i + k, group, exact })))
    }
    const exactOnes = found.filter((run) => run[0]?.exact)
    for (const run of exactOnes.length > 0 ? exactOnes : found)
      for (const hit of run) hits.set(hit.index, hit)
  }
  return [...hits.values()].sort((a, b) => a.index - b.index)
}

const matches = (word: string | undefined, wanted: string, unfinished: boolean) =>
  unfinished ? word?.startsWith(wanted) === true : word === wanted

function isExact(
  words: readonly Word[],
  at: number,
  wanted: SearchPhrase,
  unfinished: boolean,
): boolean {
  return wanted.every(({ folded, key }, k) => {
    if (folded === key) return true
    return matches(keyOf(words[at + k]?.text ?? ''), key, unfinished && k === wanted.length - 1)
  })
}

/** The words around the hits, cut at word boundaries, as the document has them. Null where one word alone is too long. */
function cut(
  text: string,
  view: View,
  words: readonly Word[],
  hits: readonly Hit[],
): Highlight | null {
  const firstHit = hits[0]?.index ?? 0
  const lastHit = hits.at(-1)?.index ?? 0
  let from = Math.max(0, firstHit - wordsBefore)
  let to = Math.min(words.length - 1, firstHit + wordsAfter)
  const startOf = (index: number) => (index === 0 ? 0 : (words[index]?.start ?? 0))
  const endOf = (index: number) =>
    index === words.length - 1 ? view.text.length : (words[index]?.end ?? 0)
  while (endOf(to) - startOf(from) > maxPieceLength && (from < firstHit || to > firstHit)) {
    const spareAfter = to - lastHit
    const spareBefore = firstHit - from
    if (spareBefore > 0 && spareBefore >= spareAfter) from++
    else to--
  }
  if (endOf(to) - startOf(from) > maxPieceLength) return null
  const source = view.toSource({ start: startOf(from), end: endOf(to) })
  const marks = hits
    .filter((hit) => hit.index <= to)
    .flatMap((hit) => {
      const word = words[hit.index]
      if (!word) return []
      const at = view.toSource(word)
      return [{ start: at.start - source.start, end: at.end - source.start }]
    })
  return { text: text.slice(source.start, source.end), marks }
}
