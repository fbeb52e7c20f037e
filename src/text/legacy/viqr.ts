// VIQR (RFC 1456), Vietnamese in ASCII: "Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam" is "Cộng hòa xã hội chủ nghĩa Việt
// Nam". A backslash keeps the character after it as it is.
import { collectDecoded, type Decoded } from './decoded.ts'

const shapes: ReadonlyMap<string, { vowels: string; mark: string }> = new Map([
  ['^', { vowels: 'aeo', mark: '\u0302' }],
  ['(', { vowels: 'a', mark: '\u0306' }],
  ['+', { vowels: 'ou', mark: '\u031B' }],
])
const tones: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['?', '\u0309'],
  ['~', '\u0303'],
  ['.', '\u0323'],
])
const vowel = /[aeiouy]/i

export type ViqrOptions = {
  /**
   * In running text: addresses stay, "a." and "II." after a colon or at the start are list markers, and "dd" inside a word is no đ
   * ("address", "HDD"). Without it the standard is taken at its word.
   */
  runningText?: boolean | undefined
}

/** A piece with an address of a page or of mail in it. */
const address = /:\/\/|^www\.|@/i
/** "a.", "1e.", "II.": what a list item begins with. */
const listMarker = /^(?:\d{0,3}[a-e]|[A-E]|I{1,3}|VI{0,3})\.$/

/**
 * Decodes VIQR. A second tone mark in one syllable is punctuation ("No^.i." ends a sentence); otherwise the standard is
 * taken at its word, and a full stop after a vowel is the dot below.
 */
export function decodeViqr(text: string, { runningText = false }: ViqrOptions = {}): Decoded {
  const out = collectDecoded()
  if (!runningText) {
    decodePiece(text, 0, out, false)
    return out.finish()
  }
  for (const { 0: piece, index } of text.matchAll(/\s+|\S+/g)) {
    const isMarker =
      listMarker.test(piece) && /(?:^|[:;.\n])\s*$/.test(text.slice(Math.max(0, index - 3), index))
    if (isMarker || address.test(piece))
      for (let i = 0; i < piece.length; i++) {
        if (piece[i] === '\\' && /[.?'`~^(+]/.test(piece[i + 1] ?? '')) continue
        out.push(piece[i] ?? '', index + i)
      }
    else decodePiece(piece, index, out, true)
  }
  return out.finish()
}

function decodePiece(
  text: string,
  at: number,
  out: ReturnType<typeof collectDecoded>,
  runningText: boolean,
): void {
  let base = ''
  let shaped = false
  let toned = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (char === '\\' && i + 1 < text.length) {
      out.push(text[i + 1] ?? '', at + i)
      i++
      base = ''
      toned = false
      continue
    }
    const shape = base && !shaped ? shapes.get(char) : undefined
    if (shape?.vowels.includes(base) && out.compose(shape.mark)) {
      shaped = true
      continue
    }
    const tone = base && !toned ? tones.get(char) : undefined
    if (tone && out.compose(tone)) {
      toned = true
      base = ''
      continue
    }
    if (/d/i.test(char) && /d/i.test(text[i + 1] ?? '') && !(runningText && isInside(text, i))) {
      out.push(char === 'd' && text[i + 1] === 'd' ? 'đ' : 'Đ', at + i)
      i++
      base = ''
      toned = false
      continue
    }
    out.push(char, at + i)
    const isVowel = vowel.test(char)
    base = isVowel ? char.toLowerCase() : ''
    shaped = false
    if (!/[a-z]/i.test(char)) toned = false
  }
}

/** đ begins a syllable: "dd" after a small letter ("address"), or at the end of capitals ("HDD"), is none. */
function isInside(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  if (/[a-z]/.test(before)) return true
  return (
    /[A-Z]/.test(before) &&
    /^(?:HDD|SDD|SSDD|LDD|DDD)$/.test(text.slice(Math.max(0, at - 2), at + 2))
  )
}
