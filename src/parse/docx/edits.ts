// Edits to the XML of a story: what goes out and what comes in, noted while it is scanned, done afterwards.

export type Range = { start: number; end: number }
export type Edit = Range & { insert: string }

/** The edits in order, without those that lie in a range which another takes out. */
export function settle(edits: Edit[]): Edit[] {
  // Of two edits that begin together an insertion comes first; of two ranges the longer one, which holds the other.
  const rank = ({ start, end }: Edit) => (end === start ? Number.NEGATIVE_INFINITY : -end)
  edits.sort((a, b) => a.start - b.start || Math.sign(rank(a) - rank(b)) || 0)
  let at = 0
  return edits.filter(({ start, end }) => {
    if (start < at) return false
    at = end
    return true
  })
}

/** A text between two places with settled edits done; `from` is the index of the first of them, `next` that after the last. */
export function applyEdits(
  text: string,
  { start, end }: Range,
  edits: readonly Edit[],
  from: number,
): { text: string; next: number } {
  const pieces: string[] = []
  let at = start
  let next = from
  for (; next < edits.length; next++) {
    const edit = edits[next]
    if (!edit || edit.start >= end) break
    pieces.push(text.slice(at, edit.start), edit.insert)
    at = edit.end
  }
  pieces.push(text.slice(at, end))
  return { text: pieces.join(''), next }
}

/** Whether a place lies in what settled edits take out. */
export function isRemoved(edits: readonly Edit[], position: number): boolean {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle]?.end ?? 0) <= position) low = middle + 1
    else high = middle
  }
  const edit = edits[low]
  return edit !== undefined && edit.start <= position && edit.end > position
}
