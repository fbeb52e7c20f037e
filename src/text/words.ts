// Words and other tokens with their places.

import { isOfWord, isSpaceUnit, startsWord } from './letters.ts'
import { hashUnit, numberOf, wordAt } from './vocabulary.ts'

export type Word = { start: number; end: number; text: string }

/** `number`: of the word among those of all dictionaries (see vocabulary.ts); 0 for a word that none has. */
export type Token = Word & { number: number }

const word = /[\p{L}\p{M}\p{N}]+/gu
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
    let hash = 0
    for (let i = start; i < at; i++) hash = hashUnit(hash, text.charCodeAt(i))
    const number = numberOf(text, start, at, hash)
    tokens.push({
      start,
      end: at,
      text: number > 0 ? wordAt(number) : text.slice(start, at),
      number,
    })
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
      if (!startsWord(char)) break
      at += char.length
    }
  }
  return at
}

/** Words only (letters, marks and digits). Offsets in UTF-16 units. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(word), (m) => ({
    start: m.index,
    end: m.index + m[0].length,
    text: m[0],
  }))
}
