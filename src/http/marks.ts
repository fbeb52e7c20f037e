// Cuts a text at the ends of everything marked in it, and nests the marks again without any crossing.
//
//   "Giám đốc Sở GD&ĐT Lào Cai phát biểu"
//    └──────── directive ─────────────┘
//                      └province┘
//   pieces: "Giám đốc Sở GD&ĐT " {directive} · "Lào Cai" {directive, province} · " phát biểu" {directive}
//
// Pure. Offsets are UTF-16 indices into the text.

/** What a mark stands for; also its CSS class. `warning` has no look of its own, only a place to jump to. */
export const markKinds = [
  'directive',
  'warning',
  'official',
  'province',
  'date',
  'percentage',
  'ratio',
  'citation',
] as const
export type MarkKind = (typeof markKinds)[number]

export type Mark = {
  /** Anchor of the mark in the page, e.g. "a=2303-2742". */
  id: string
  kind: MarkKind
  /** Anchor of the list entry it belongs to, e.g. "i-official-0". */
  item: string
  start: number
  end: number
}

/** A run of the text with the marks that cover it whole, outermost first. */
export type Piece = { start: number; end: number; marks: readonly Mark[] }

/** A piece of text, or a mark around further nodes. A mark that had to be cut in two has `isFirst` false on later parts. */
export type MarkNode =
  | { start: number; end: number; innermost: Mark | null }
  | { mark: Mark; isFirst: boolean; children: MarkNode[] }

/**
 * Cuts the text into pieces at every end of a mark and at every offset in `cuts`. The pieces cover the text in order,
 * without gaps. Marks outside the text are clipped, empty ones left out; no cut ever parts a surrogate pair.
 */
export function piecesOf(
  text: string,
  marks: readonly Mark[],
  cuts: readonly number[] = [],
): Piece[] {
  const placed = marks
    .map((mark) => ({ mark, start: snapBack(text, mark.start), end: snapForward(text, mark.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => byPlace(a, b))
  const ends = new Set([0, text.length])
  for (const { start, end } of placed) ends.add(start).add(end)
  for (const cut of cuts) ends.add(snapBack(text, cut))
  const bounds = [...ends].sort((a, b) => a - b)

  const pieces: Piece[] = []
  let open: typeof placed = []
  let next = 0
  for (const [i, start] of bounds.entries()) {
    const end = bounds[i + 1]
    if (end === undefined) break
    open = open.filter((p) => p.end > start)
    const before = open.length
    for (let p = placed[next]; p && p.start <= start; p = placed[++next]) open.push(p)
    if (open.length > before) open.sort(outermostFirst)
    pieces.push({ start, end, marks: open.map((p) => p.mark) })
  }
  return pieces
}

/**
 * Nests neighbouring pieces: marks that go on from one piece to the next stay open, those that cross are closed and
 * opened again. `opened` holds the ids of marks seen so far and is added to, so that an id is used once in a page.
 */
export function nestOf(pieces: readonly Piece[], opened: Set<string>): MarkNode[] {
  const root: MarkNode[] = []
  let stack: Array<{ mark: Mark; children: MarkNode[] }> = []
  for (const { start, end, marks } of pieces) {
    let shared = 0
    while (shared < stack.length && stack[shared]?.mark === marks[shared]) shared++
    stack = stack.slice(0, shared)
    for (const mark of marks.slice(shared)) {
      const node = { mark, isFirst: !opened.has(mark.id), children: [] as MarkNode[] }
      opened.add(mark.id)
      ;(stack.at(-1)?.children ?? root).push(node)
      stack.push(node)
    }
    ;(stack.at(-1)?.children ?? root).push({ start, end, innermost: marks.at(-1) ?? null })
  }
  return root
}

type Placed = { mark: Mark; start: number; end: number }

const byPlace = (a: Placed, b: Placed) => a.start - b.start || b.end - a.end

/** Directives and warnings are outside all others, since they are shown as blocks; then the longer around the shorter. */
const outermostFirst = (a: Placed, b: Placed) =>
  blockRank(a) - blockRank(b) ||
  byPlace(a, b) ||
  markKinds.indexOf(a.mark.kind) - markKinds.indexOf(b.mark.kind)

const blockRank = ({ mark }: Placed) =>
  mark.kind === 'directive' ? 0 : mark.kind === 'warning' ? 1 : 2

const clip = (text: string, offset: number) => Math.min(Math.max(0, offset), text.length)
const isInsidePair = (text: string, offset: number) =>
  /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[offset] ?? '')

function snapBack(text: string, offset: number): number {
  const at = clip(text, offset)
  return isInsidePair(text, at) ? at - 1 : at
}

function snapForward(text: string, offset: number): number {
  const at = clip(text, offset)
  return isInsidePair(text, at) ? at + 1 : at
}
