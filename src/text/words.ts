// Words and other tokens with their places.

import { isOfWord, isSpaceUnit } from './letters.ts'

export type Token = { start: number; end: number; text: string }

const word = /[\p{L}\p{M}\p{N}]+/gu
const firstWord = /^[\p{L}\p{M}\p{N}]/u
const lineFeed = 0x0a

/** Words and single punctuation marks in order; a line break is a token, other space is not. Offsets in UTF-16 units. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (isSpaceUnit(code) && code !== lineFeed) {
      at++
      continue
    }
    const start = at
    at = wordEnd(text, start)
    if (at === start) at += (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1
    tokens.push({ start, end: at, text: text.slice(start, at) })
  }
  return tokens
}

/** The end of the word that begins at an offset; the offset itself where none does. */
function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isOfWord(code)) at++
    else if (code < 0xd800) break
    else {
      const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
      if (!firstWord.test(char)) break
      at += char.length
    }
  }
  return at
}

/** Words only (letters, marks and digits). Offsets in UTF-16 units. */
export function wordsOf(text: string): Token[] {
  return Array.from(text.matchAll(word), (m) => ({
    start: m.index,
    end: m.index + m[0].length,
    text: m[0],
  }))
}
