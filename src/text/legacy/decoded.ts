// What every decoder gives, and the parts that the one-byte encodings share.
//
// A decoder reads a string whose characters are the bytes of an old font encoding, taken for Latin-1 or Windows-1252:
// "Céng hßa" (TCVN3), "Coäng hoøa" (VNI), "Côòng hoÌa" (CP1258) all mean "Cộng hòa".

import { isSyllable } from '../syllable.ts'

export type Decoded = {
  text: string
  /** For each UTF-16 unit of `text`, where what it was made of begins in the input. */
  starts: number[]
}

/** Windows-1252 for the bytes 0x80–0x9F; a space where it has no character. Latin-1 has control characters there. */
const windowsHigh = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** The byte that a character stands for in Windows-1252 or Latin-1, whichever it was read as; null where it is no byte. */
export function byteOf(char: string): number | null {
  const code = char.charCodeAt(0)
  if (code < 0x100) return code
  const index = windowsHigh.indexOf(char)
  return index >= 0 ? 0x80 + index : null
}

/** Adds both views of a byte to a table. */
function addByte(table: Map<string, string>, byte: number, letter: string) {
  table.set(String.fromCharCode(byte), letter)
  const windows = byte >= 0x80 && byte <= 0x9f ? windowsHigh[byte - 0x80] : undefined
  if (windows !== undefined && windows !== ' ') table.set(windows, letter)
}

/**
 * A table from rows of sixteen letters, `[first byte, letters]`; "." is a byte that keeps its character.
 * Single bytes below 0x20 are given as `[byte, letter]` alike.
 */
export function tableOf(
  rows: ReadonlyArray<readonly [number, string]>,
): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const [first, letters] of rows)
    for (const [i, letter] of [...letters].entries())
      if (letter !== '.' && letter !== ' ') addByte(table, first + i, letter)
  return table
}

/** Collects decoded text with the places it came from. */
export function collectDecoded() {
  // Unit by unit: a long string that is cut at its end again and again would be copied each time.
  const units: string[] = []
  const starts: number[] = []
  return {
    push(piece: string, start: number) {
      for (let i = 0; i < piece.length; i++) {
        units.push(piece[i] ?? '')
        starts.push(start)
      }
    },
    /** Puts a combining mark on the last unit; false where they make no single letter. */
    compose(mark: string): boolean {
      const last = units.at(-1)
      const composed = (last ?? '').concat(mark).normalize('NFC')
      if (last === undefined || composed.length !== 1) return false
      units[units.length - 1] = composed
      return true
    },
    last: () => units.at(-1) ?? '',
    finish: (): Decoded => ({ text: units.join(''), starts }),
  }
}

/** A syllable, written in small letters, in capitals or with one at its start. */
export const isWord = (word: string): boolean => isSyllable(word) && !/\p{Ll}\p{Lu}/u.test(word)

/** Signs of Windows-1252 that stand in running text by themselves, though old encodings have letters in their places. */
const sign =
  '[\u2013\u2014\u2018-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122\u00A1-\u00BF\u00D7\u00F7]'
const signsAround = new RegExp(`^(${sign}*)(.*?)(${sign}*)$`, 'u')
const anySign = new RegExp(sign, 'u')
/** "40 m²", "x²", "5 µm". */
const power = /^(?:[cdkm]?m|[xyz])[²³]$|^µm$/

/**
 * Decodes by a one-byte table, character by character. With `isWordHere`, signs that begin or end a word stay signs where the
 * word is one without them and none with them, and so do signs alone and powers: "– 25°C…", "“hội", "40 m²". The lone
 * letter ở is a sign in both encodings; only at the start of the text it is a bullet.
 */
export function decodeByTable(
  text: string,
  table: ReadonlyMap<string, string>,
  isWordHere?: (word: string) => boolean,
): Decoded {
  const out = collectDecoded()
  const letters = (from: number, to: number, decode: boolean) => {
    for (let i = from; i < to; i++)
      out.push((decode && table.get(text[i] ?? '')) || (text[i] ?? ''), i)
  }
  if (!isWordHere || !anySign.test(text)) {
    letters(0, text.length, true)
    return out.finish()
  }
  for (const { 0: piece, index } of text.matchAll(
    /[A-Za-z\u0080-\u{10FFFF}\u0000-\u0008\u000E-\u001F]+|[^A-Za-z\u0080-\u{10FFFF}\u0000-\u0008\u000E-\u001F]+/gu,
  )) {
    const end = index + piece.length
    const [before, after] =
      anySign.test(piece) && piece.length < 60 ? signsOf(piece, index === 0) : [0, 0]
    letters(index, index + before, false)
    letters(index + before, end - after, true)
    letters(end - after, end, false)
  }
  return out.finish()

  /** How many units at the start and at the end of a piece are signs. */
  function signsOf(piece: string, isFirst: boolean): [before: number, after: number] {
    const decodes = (from: number, to: number) =>
      isWordHere?.(decodeLetters(piece.slice(from, to), table))
    const [, left = '', core = '', right = ''] = signsAround.exec(piece) ?? []
    const all = piece.length
    if (core === '') return isFirst || decodeLetters(piece, table) !== 'ở' ? [all, 0] : [0, 0]
    if (power.test(piece)) return [all, 0]
    if (decodes(0, all)) return [0, 0]
    const holds = (from: number, to: number) =>
      decodes(from, to) || !/[^\0-\x7F]/.test(piece.slice(from, to))
    if (left && holds(left.length, all)) return [left.length, 0]
    if (right && holds(0, all - right.length)) return [0, right.length]
    return holds(left.length, all - right.length) ? [left.length, right.length] : [0, 0]
  }
}

function decodeLetters(text: string, table: ReadonlyMap<string, string>): string {
  let decoded = ''
  for (let i = 0; i < text.length; i++) decoded += table.get(text[i] ?? '') ?? text[i] ?? ''
  return decoded
}

/** Text that stays as it is, with each unit at its own place. */
export function unchanged(text: string): Decoded {
  return { text, starts: Array.from({ length: text.length }, (_, i) => i) }
}
