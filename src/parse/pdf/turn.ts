// Turns a page so that its text reads to the right: tables laid sideways on the paper read downwards or upwards.
import type { PageGlyphs } from './glyphs.ts'

/** Turns glyphs and rules so that those reading in direction `turn` read to the right. */
export function turnPage(page: PageGlyphs, turn: number): PageGlyphs {
  if (turn === 0) return page
  const { width: w, height: h } = page
  const place = (x: number, y: number): [number, number] =>
    turn === 1 ? [y, w - x] : turn === 2 ? [w - x, h - y] : [h - y, x]
  return {
    ...page,
    width: turn === 2 ? w : h,
    height: turn === 2 ? h : w,
    glyphs: page.glyphs.map((g) => {
      const [x, y] = place(g.x, g.y)
      return {
        ...g,
        ...(g.aslant ? {} : { x, y }),
        turn: ((g.turn - turn + 4) % 4) as 0 | 1 | 2 | 3,
      }
    }),
    rules: page.rules.map((r) => {
      const [ax, ay] = place(r.x0, r.y0)
      const [bx, by] = place(r.x1, r.y1)
      return {
        x0: Math.min(ax, bx),
        y0: Math.min(ay, by),
        x1: Math.max(ax, bx),
        y1: Math.max(ay, by),
      }
    }),
  }
}
