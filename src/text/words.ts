// Words and other tokens with their places.

export type Token = { start: number; end: number; text: string }

const token = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]|\n/gu
const word = /[\p{L}\p{M}\p{N}]+/gu

/** Words and single punctuation marks in order; a line break is a token, other space is not. Offsets in UTF-16 units. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(token), (m) => ({
    start: m.index,
    end: m.index + m[0].length,
    text: m[0],
  }))
}

/** Words only (letters, marks and digits). Offsets in UTF-16 units. */
export function wordsOf(text: string): Token[] {
  return Array.from(text.matchAll(word), (m) => ({
    start: m.index,
    end: m.index + m[0].length,
    text: m[0],
  }))
}
