// Where glyphs and pictures lie on a page, and what a glyph's text can be.
import type { Matrix } from './matrix.ts'

/** How far from a right angle letters may stand, in radians; watermarks are far beyond. */
const mostSlant = 0.14

/** The direction in which letters follow each other, (a, b) on the page: its quarter turn, or an angle of its own. */
export function directionOf(a: number, b: number) {
  const angle = Math.atan2(b, a)
  const quarters = Math.round(angle / (Math.PI / 2))
  const aslant = Math.abs(angle - (quarters * Math.PI) / 2) > mostSlant
  const turn = (aslant ? 0 : ((quarters % 4) + 4) % 4) as 0 | 1 | 2 | 3
  return { turn, aslant, cos: Math.cos(angle), sin: Math.sin(angle) }
}

/** Whether a letter at (x, y) can be seen on the page; what printers' programs put beside it cannot. */
export function isOnPage(
  x: number,
  y: number,
  size: number,
  { width, height }: { width: number; height: number },
): boolean {
  return x > -size && x < width + size && y > -0.2 * size && y < height + size
}

export function isBlankText(text: string): boolean {
  if (text.length === 1) {
    const code = text.charCodeAt(0)
    return code === 0x20 || code === 0xa0 || (code < 0x21 && /\s/.test(text))
  }
  return /^[\s\u00A0]*$/.test(text)
}

/** Control characters and private use: what pdf.js makes of letters that the font gives no character for. */
export function isStrange(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 0x20 || code === 0x7f || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd
}

/** Whether the unit square under `m`, which is where a picture is painted, covers a quarter of the page. */
export function coversQuarter(
  m: Matrix,
  { width, height }: { width: number; height: number },
): boolean {
  return Math.abs(m[0] * m[3] - m[1] * m[2]) > 0.25 * width * height
}
