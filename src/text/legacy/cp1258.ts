// Windows-1258 (Microsoft's Vietnamese) read as Windows-1252: "Côòng hoÌa xaÞ hôòi" is "Cộng hòa xã hội", "Ðôòc lâòp" is
// "Độc lập". It writes the tone as a combining character after the vowel.
import { collectDecoded, type Decoded } from './decoded.ts'

export const cp1258Letters: ReadonlyMap<string, string> = new Map([
  ['Ã', 'Ă'],
  ['ã', 'ă'],
  ['Ð', 'Đ'],
  ['ð', 'đ'],
  ['Õ', 'Ơ'],
  ['õ', 'ơ'],
  ['Ý', 'Ư'],
  ['ý', 'ư'],
  ['þ', '₫'],
])

export const cp1258Tones: ReadonlyMap<string, string> = new Map([
  ['Ì', '\u0300'],
  ['ì', '\u0301'],
  ['Þ', '\u0303'],
  ['Ò', '\u0309'],
  ['ò', '\u0323'],
])

const plainVowel = /^[aăâeêioôơuưy]$/i

/** Decodes CP1258 text that was read as Windows-1252. A tone that follows no vowel stays the letter it looks like. */
export function decodeCp1258(text: string): Decoded {
  const out = collectDecoded()
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    const tone = cp1258Tones.get(char)
    if (tone && plainVowel.test(out.last()) && out.compose(tone)) continue
    out.push(cp1258Letters.get(char) ?? char, i)
  }
  return out.finish()
}
