// The straight lines that a page draws: borders of tables, underlines, separators.
import type { Matrix } from './matrix.ts'

/** A straight line drawn along x or y, as tables have them. */
export type Rule = { x0: number; y0: number; x1: number; y1: number }

const path = { move: 0, line: 1, curve: 2, close: 3 } as const
const paint = { fill: 22, evenOddFill: 23, clipOnly: 28 } as const
const mostRules = 20_000

/** Adds the straight lines of a path that run along x or y: strokes, and filled boxes as thin as a stroke. */
export function addRules(args: unknown[] | null, ctm: Matrix, rules: Rule[]): void {
  // Word clips every table cell and paints white boxes behind text: nothing of that can be seen as a line.
  if (args?.[0] === paint.clipOnly) return
  if (args?.[0] === paint.fill || args?.[0] === paint.evenOddFill) {
    const box = args[2] as ArrayLike<number> | undefined
    const wide = Math.abs((Number(box?.[2]) - Number(box?.[0])) * Math.hypot(ctm[0], ctm[1]))
    const high = Math.abs((Number(box?.[3]) - Number(box?.[1])) * Math.hypot(ctm[2], ctm[3]))
    if (!(Math.min(wide, high) < 2.5)) return
  }
  const data = (args?.[1] as [ArrayLike<number> | null] | undefined)?.[0]
  if (!data) return
  let start: [number, number] = [0, 0]
  let at: [number, number] = [0, 0]
  const place = (x: number, y: number): [number, number] => [
    ctm[0] * x + ctm[2] * y + ctm[4],
    ctm[1] * x + ctm[3] * y + ctm[5],
  ]
  const lineTo = (to: [number, number]) => {
    const dx = Math.abs(to[0] - at[0])
    const dy = Math.abs(to[1] - at[1])
    if (rules.length < mostRules && Math.min(dx, dy) < 1 && Math.max(dx, dy) > 4)
      rules.push({
        x0: Math.min(at[0], to[0]),
        y0: Math.min(at[1], to[1]),
        x1: Math.max(at[0], to[0]),
        y1: Math.max(at[1], to[1]),
      })
    at = to
  }
  for (let i = 0; i < data.length; ) {
    const kind = data[i]
    const point = () => place(Number(data[i + 1]), Number(data[i + 2]))
    if (kind === path.move) {
      start = at = point()
      i += 3
    } else if (kind === path.line) {
      lineTo(point())
      i += 3
    } else if (kind === path.curve) {
      at = place(Number(data[i + 5]), Number(data[i + 6]))
      i += 7
    } else if (kind === path.close) {
      lineTo(start)
      i += 1
    } else return
  }
}
