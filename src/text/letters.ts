// What kind of letter a UTF-16 unit is, from a table: single letters are asked about too often for a pattern each.

const upper = 1
const lower = 2
const otherLetter = 3
/** A digit or mark: part of a word, no letter. */
const otherOfWord = 4
const space = 5

const kinds = new Uint8Array(65_536)
for (const [pattern, kind] of [
  [/\s/gu, space],
  [/[\p{M}\p{N}]/gu, otherOfWord],
  [/\p{L}/gu, otherLetter],
  [/\p{Lu}/gu, upper],
  [/\p{Ll}/gu, lower],
] as const) {
  const units = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).join('')
  for (const { index } of units.matchAll(pattern)) kinds[index] = kind
}

/** \p{Lu}, of the basic plane up to U+D7FF. */
export const isUpper = (code: number): boolean => kinds[code] === upper
/** \p{Ll}, likewise. */
export const isLower = (code: number): boolean => kinds[code] === lower
/** \p{L}, likewise. */
export const isLetter = (code: number): boolean => {
  const kind = kinds[code] ?? 0
  return kind > 0 && kind < otherOfWord
}
/** \p{L}, \p{M} or \p{N}, likewise. */
export const isOfWord = (code: number): boolean => {
  const kind = kinds[code] ?? 0
  return kind > 0 && kind < space
}
const oneOfWord = /^[\p{L}\p{M}\p{N}]/u
/** Whether a text begins with a letter, a mark or a digit, of whatever plane. */
export const startsWord = (text: string): boolean => {
  const code = text.charCodeAt(0)
  return code < 0xd800 ? isOfWord(code) : oneOfWord.test(text)
}
/** Whether a text begins with a digit from 0 to 9. */
export const startsDigit = (text: string): boolean => {
  const code = text.charCodeAt(0)
  return code >= 0x30 && code <= 0x39
}
/** \s */
export const isSpaceUnit = (code: number): boolean => kinds[code] === space || code === 0xfeff
