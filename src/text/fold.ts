// The two folded forms of text: `keyOf` for matching dictionaries and patterns, `fold` for search and ids.
import { placeTones } from './tone.ts'

const quotes: ReadonlyMap<string, string> = new Map(
  [...'“”„‟«»″']
    .map((q): [string, string] => [q, '"'])
    .concat([...'‘’‚‛′ʼ`´'].map((q): [string, string] => [q, "'"])),
)

/** Lower-case of a string, unit by unit, so that the length never changes. */
function lowerSameLength(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  let out = ''
  for (const char of text) {
    const l = char.toLowerCase()
    out += l.length === char.length ? l : char
  }
  return out
}

/**
 * The matching key of NFC text: lower-case, tones in the newer style, quotes straight. Same length as the input, so an
 * offset in the key is an offset in the text.
 */
export function keyOf(text: string): string {
  return placeTones(lowerSameLength(text).replace(/[“”„‟«»″‘’‚‛′ʼ`´]/g, (q) => quotes.get(q) ?? q))
}

/** The search form: lower-case, without any mark, đ as d, Ð and Ƣ mended. "Ủy ban Đắk Lắk" → "uy ban dak lak". */
export function fold(text: string): string {
  return text
    .replace(/[\u00D0\u00F0\u0189\u0256]/g, 'd')
    .replace(/[\u01A2\u01A3]/g, 'u')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
}

/** The id form of a name: folded, other characters as single hyphens. "Bà Rịa - Vũng Tàu" → "ba-ria-vung-tau". */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
