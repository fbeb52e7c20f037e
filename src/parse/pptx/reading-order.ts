// The order in which the shapes of a slide are read: cut apart at the widest empty band, top before bottom, left before
// right, and each part again. A slide in two columns is read column by column, boxes in rows row by row.

/** In EMU, 914,400 an inch. */
export type Box = { x: number; y: number; width: number; height: number }

/** Boxes that overlap so little are still beside each other. */
const overlap = 91_440
/** An empty column between shapes parts them before an empty row does, if it is so much wider. */
const columnFirst = 1.5
/** More shapes than that are only sorted. */
const mostShapes = 300

/** Puts shapes in reading order; those without a place come first, as they stand in the file. */
export function readingOrder<T extends { box: Box | null }>(shapes: readonly T[]): T[] {
  const placed: Placed<T>[] = []
  const first: T[] = []
  for (const shape of shapes)
    if (shape.box) placed.push({ shape, box: shape.box })
    else first.push(shape)
  const ordered = placed.length > mostShapes ? byPlace(placed) : cutApart(placed)
  return [...first, ...ordered.map(({ shape }) => shape)]
}

type Placed<T> = { shape: T; box: Box }

const byPlace = <T>(placed: readonly Placed<T>[]): Placed<T>[] =>
  [...placed].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)

function cutApart<T>(placed: readonly Placed<T>[]): Placed<T>[] {
  if (placed.length < 2) return [...placed]
  const rows = widestGap(placed, ({ box }) => [box.y, box.y + box.height])
  const columns = widestGap(placed, ({ box }) => [box.x, box.x + box.width])
  if (!rows && !columns) return byPlace(placed)
  const inColumns = columns !== null && (rows === null || columns.gap > rows.gap * columnFirst)
  const { before, after } = (inColumns ? columns : rows) ?? { before: [], after: placed }
  return [...cutApart(before), ...cutApart(after)]
}

/** The shapes before and after the widest gap along one axis; null where shapes overlap all the way. */
function widestGap<T>(
  placed: readonly Placed<T>[],
  extent: (placed: Placed<T>) => [start: number, end: number],
): { gap: number; before: Placed<T>[]; after: Placed<T>[] } | null {
  const sorted = [...placed].sort((a, b) => extent(a)[0] - extent(b)[0])
  let end = Number.NEGATIVE_INFINITY
  let best: { gap: number; at: number } | null = null
  for (const [i, item] of sorted.entries()) {
    const [start, itsEnd] = extent(item)
    const gap = start - end + overlap
    if (i > 0 && gap >= 0 && (best === null || gap > best.gap)) best = { gap, at: i }
    end = Math.max(end, itsEnd)
  }
  if (!best) return null
  return { gap: best.gap, before: sorted.slice(0, best.at), after: sorted.slice(best.at) }
}
