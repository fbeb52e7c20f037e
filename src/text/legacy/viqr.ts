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

/**
 * Decodes VIQR. A second tone mark in one syllable is punctuation ("No^.i." ends a sentence); otherwise the standard is
 * taken at its word, and a full stop after a vowel is the dot below.
 */
export function decodeViqr(text: string): Decoded {
  const out = collectDecoded()
  let base = ''
  let shaped = false
  let toned = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (char === '\\' && i + 1 < text.length) {
      out.push(text[i + 1] ?? '', i)
      i++
      base = ''
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
    if (/d/i.test(char) && /d/i.test(text[i + 1] ?? '')) {
      out.push(char === 'd' && text[i + 1] === 'd' ? 'đ' : 'Đ', i)
      i++
      base = ''
      toned = false
      continue
    }
    out.push(char, i)
    const isVowel = vowel.test(char)
    base = isVowel ? char.toLowerCase() : ''
    shaped = false
    if (!/[a-z]/i.test(char)) toned = false
  }
  return out.finish()
}
