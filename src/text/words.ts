// Words and other tokens with their places.

import { isOfWord, isSpaceUnit, startsWord } from './letters.ts'
import { hashOf, hashUnit, numberOf, wordAt } from './vocabulary.ts'

export type Word = { start: number; end: number; text: string }

/** `number`: of the word among those of all dictionaries (see vocabulary.ts); 0 for a word that none has. */
export type Token = Word & { number: number }

const word = /[\p{L}\p{M}\p{N}]+/gu
const lineFeed = 0x0a

/** Words and single punctuation marks in order; a line break is a token, other space is not. Offsets in UTF-16 units. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const start = at
    let code = text.charCodeAt(at)
    let hash = 0
    while (isOfWord(code)) {
      hash = hashUnit(hash, code)
      code = ++at < text.length ? text.charCodeAt(at) : 0
    }
    if (code >= firstBeyond) {
      at = wordEnd(text, at)
      hash = hashOf(text, start, at)
    }
    if (at === start) {
      at += code >= firstBeyond && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      if (isSpaceUnit(code) && code !== lineFeed) continue
      hash = hashOf(text, start, at)
    }
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

/** What the table of letters knows ends before it. */
const firstBeyond = 0xd800

/** Where a word goes on to, letters beyond the table included; the offset itself where it does not. */
function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (!startsWord(char)) break
    at += char.length
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
