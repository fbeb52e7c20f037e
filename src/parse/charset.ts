// Bytes of a text file to characters: byte-order mark, valid UTF-8, UTF-16 without a mark, then a guess that says so.
import type { Warning } from '../model.ts'

export type DecodedText = { text: string; charset: string; warnings: Warning[] }

const sampleBytes = 64 * 1024

/** Whether bytes are text of some encoding: nearly no control characters, zero bytes only as UTF-16 has them. */
export function looksLikeText(bytes: Uint8Array): boolean {
  if (markedCharset(bytes) !== null || utf16Without(bytes) !== null) return true
  const sample = bytes.subarray(0, sampleBytes)
  let controls = 0
  for (const byte of sample)
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f) controls++
  return controls <= sample.length / 50
}

/** Decodes a text file. Only the byte-order mark is dropped. Never throws; what had to be guessed is a warning. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const charset = markedCharset(bytes) ?? utf16Without(bytes) ?? 'utf-8'
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), charset, warnings: [] }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const mended = new TextDecoder(charset).decode(bytes)
  const lost = count(mended, /\uFFFD/g)
  if (charset !== 'utf-8' || count(mended, /[\u0080-\uFFFC]/g) >= 2 * lost) {
    const message = `The file is not valid ${charset.toUpperCase()}: unreadable bytes stand as "\uFFFD" (${lost} times).`
    return { text: mended, charset, warnings: [{ code: 'malformed-text', message }] }
  }
  const guess = guess8Bit(bytes)
  const message = `The file is not UTF-8 and names no charset; it was read as ${guess}.`
  return {
    text: new TextDecoder(guess).decode(bytes),
    charset: guess,
    warnings: [{ code: 'guessed-charset', message }],
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: Latin letters and spaces have a zero byte, always on the same side. */
function utf16Without(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 8 || bytes.length % 2 !== 0) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const enough = length / 2 / 3
  if (odd > enough && even < enough / 10) return 'utf-16le'
  if (even > enough && odd < enough / 10) return 'utf-16be'
  return null
}

const marks1258 = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2])
const vowels1258 = new Set([
  ...Buffer.from('aeiouyAEIOUY\xE2\xEA\xF4\xE3\xF5\xFD\xC2\xCA\xD4\xC3\xD5\xDD', 'latin1'),
])

/**
 * Windows-1258 writes tones as marks after their vowel ("tiê" + acute); where the bytes of those marks do stand after
 * vowels it is 1258. Else 1252, which also keeps the bytes of the old fonts (TCVN3, VNI) apart for their decoder.
 */
function guess8Bit(bytes: Uint8Array): 'windows-1258' | 'windows-1252' {
  const sample = bytes.subarray(0, sampleBytes)
  let afterVowel = 0
  let elsewhere = 0
  let high = 0
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0
    if (byte >= 0x80) high++
    if (!marks1258.has(byte)) continue
    if (vowels1258.has(sample[i - 1] ?? 0)) afterVowel++
    else elsewhere++
  }
  return afterVowel > 4 * elsewhere && afterVowel * 10 > high ? 'windows-1258' : 'windows-1252'
}
