// Groups the glyphs of a page by baseline; marks join their letters, raised and stamped pieces their lines.
import type { Glyph } from './glyphs.ts'

/** Combining marks begin at U+0300; nothing that a Vietnamese page has many of lies between them and U+1AB0. */
const mayBeMark = (text: string): boolean => {
  const code = text.charCodeAt(0)
  return code >= 0x300 && (code < 0x1e00 || code >= 0x1f00)
}

/** Appends combining marks to the letter they were drawn on, in the order of drawing, so that no syllable falls apart. Changes them. */
export function joinMarks(glyphs: readonly Glyph[]): Glyph[] {
  const joined: Glyph[] = []
  for (const glyph of glyphs) {
    if (!mayBeMark(glyph.text)) {
      joined.push(glyph)
      continue
    }
    const base = joined.at(-1)
    const near =
      base &&
      !base.blank &&
      Math.abs(glyph.y - base.y) < base.size &&
      glyph.x > base.x - base.size &&
      glyph.x < base.x + base.width + 0.6 * base.size
    if (base && near && /^\p{M}+$/u.test(glyph.text)) {
      base.text += glyph.text
      // A mark that takes room of its own is no gap.
      if (glyph.x > base.x + 0.8 * base.width)
        base.width = Math.max(base.width, glyph.x + glyph.width - base.x)
    } else joined.push(glyph)
  }
  return joined
}

/** Groups glyphs by baseline, top to bottom; small raised or lowered ones join the line they belong to. */
export function baselines(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y)
  const groups: Array<{ glyphs: Glyph[]; y: number; size: number }> = []
  for (const glyph of sorted) {
    const last = groups.at(-1)
    if (last && glyph.y - last.y < 0.25 * Math.min(last.size, glyph.size)) {
      last.glyphs.push(glyph)
      if (!glyph.blank) {
        last.y = glyph.y
        last.size = Math.max(last.size, glyph.size)
      }
    } else groups.push({ glyphs: [glyph], y: glyph.y, size: glyph.size })
  }
  const visible = groups.filter((g) => g.glyphs.some((glyph) => !glyph.blank))
  const out: typeof visible = []
  for (const [i, group] of visible.entries()) {
    const above = out.at(-1)
    const below = visible[i + 1]
    const small = (other: typeof group | undefined): other is typeof group =>
      other !== undefined &&
      group.size < 0.85 * other.size &&
      Math.abs(group.y - other.y) < 0.55 * other.size &&
      touches(group.glyphs, other.glyphs)
    const fills = (other: typeof group | undefined): other is typeof group =>
      other !== undefined &&
      Math.abs(group.y - other.y) < 0.6 * Math.min(group.size, other.size) &&
      fillsBlanks(group.glyphs, other.glyphs)
    if (small(above) || fills(above)) above.glyphs.push(...group.glyphs)
    else if (small(below) || fills(below)) below.glyphs.push(...group.glyphs)
    else out.push(group)
  }
  return out.map((g) => g.glyphs)
}

/** Whether a raised or lowered piece stands right behind or before a glyph of the line. */
function touches(piece: readonly Glyph[], line: readonly Glyph[]): boolean {
  let x0 = Number.POSITIVE_INFINITY
  let x1 = Number.NEGATIVE_INFINITY
  for (const g of piece) {
    x0 = Math.min(x0, g.x)
    x1 = Math.max(x1, g.x + g.width)
  }
  return line.some((g) => !g.blank && g.x < x1 + 0.5 * g.size && g.x + g.width > x0 - 0.5 * g.size)
}

/**
 * Whether every piece stands in a blank left inside the line: "156" stamped a little higher into "Số:      /TTr-SNV".
 */
function fillsBlanks(piece: readonly Glyph[], line: readonly Glyph[]): boolean {
  const stamped = piece.filter((g) => !g.blank)
  if (stamped.length > 12) return false
  const fixed = line.filter((g) => !g.blank)
  return stamped.every((g) => {
    const isFree = fixed.every(
      (f) => f.x > g.x + 0.7 * g.width || f.x + f.width < g.x + 0.3 * g.width,
    )
    const before = fixed.some((f) => f.x < g.x && g.x - f.x - f.width < 6 * g.size)
    const after = fixed.some((f) => f.x > g.x && f.x - g.x - g.width < 6 * g.size)
    return isFree && before && after
  })
}
