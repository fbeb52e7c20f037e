// Bytes of a text file to characters: byte-order mark, UTF-16 and UTF-32 without a mark, valid UTF-8, then a guess that says
// so. The bytes of TCVN3, VNI, VPS and VISCII are read as Windows-1252, which keeps them apart for their decoder.
import type { Warning } from '../model.ts'
import { proveEncoding } from '../text/legacy/detect.ts'

export type DecodedText = { text: string; charset: string; warnings: Warning[] }

const sampleBytes = 64 * 1024

/** Whether bytes are text of some encoding: nearly no control characters, zero bytes only as UTF-16 has them. */
export function looksLikeText(bytes: Uint8Array): boolean {
  if (markedCharset(bytes) !== null || wideWithout(bytes) !== null) return true
  const sample = bytes.subarray(0, sampleBytes)
  let controls = 0
  for (const byte of sample)
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f) controls++
  return controls <= sample.length / 50
}

/** Decodes a text file. Only the byte-order mark is dropped. Never throws; what had to be guessed is a warning. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const charset = markedCharset(bytes) ?? wideWithout(bytes) ?? 'utf-8'
  if (charset === 'utf-32le' || charset === 'utf-32be')
    return withLosses(decodeUtf32(bytes, charset === 'utf-32le'), charset)
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), charset, warnings: [] }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const mended = new TextDecoder(charset).decode(bytes)
  const lost = count(mended, /\uFFFD/g)
  if (charset !== 'utf-8' || count(mended, /[\u0080-\uFFFC]/g) >= 2 * lost)
    return withLosses(mended, charset)
  const guess = guess8Bit(bytes)
  const message = `The file is not UTF-8 and names no charset; it was taken for ${guess.name}.`
  return {
    text: new TextDecoder(guess.decoder).decode(bytes),
    charset: guess.name,
    warnings: [{ code: 'guessed-charset', message }],
  }
}

function withLosses(text: string, charset: string): DecodedText {
  const lost = count(text, /\uFFFD/g)
  const message = `The file is not valid ${charset.toUpperCase()}: unreadable bytes stand as "\uFFFD" (${lost} times).`
  return { text, charset, warnings: lost > 0 ? [{ code: 'malformed-text', message }] : [] }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function markedCharset(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 && bytes.length >= 8 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/**
 * UTF-16 and UTF-32 without a mark: Latin letters and spaces have zero bytes, always on the same side. A cut-off last
 * character does not matter.
 */
function wideWithout(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~3
  if (length < 8) return null
  const zeros = [0, 0, 0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] ?? 0) + 1
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros
  const units = length / 4
  if (third > units * 0.9 && fourth === units && first < units / 10) return 'utf-32le'
  if (second > units * 0.9 && first === units && fourth < units / 10) return 'utf-32be'
  const even = first + third
  const odd = second + fourth
  const enough = (units * 2) / 3
  if (odd > enough && even < enough / 10) return 'utf-16le'
  if (even > enough && odd < enough / 10) return 'utf-16be'
  return null
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: string[] = []
  let piece: number[] = []
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, isLittle)
    if (i === 0 && code === 0xfeff) continue
    piece.push(code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code)
    if (piece.length < 4096) continue
    pieces.push(String.fromCodePoint(...piece))
    piece = []
  }
  pieces.push(String.fromCodePoint(...piece))
  return pieces.join('')
}

const marks1258 = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2])
const vowels1258 = new Set([
  ...Buffer.from('aeiouyAEIOUY\xE2\xEA\xF4\xE3\xF5\xFD\xC2\xCA\xD4\xC3\xD5\xDD', 'latin1'),
])

type Guess = { name: string; decoder: 'windows-1258' | 'windows-1252' }

/** What bytes of one byte a letter are: the encoding that the sample proves, by its syllables; else by its bytes. */
function guess8Bit(bytes: Uint8Array): Guess {
  const sample = bytes.subarray(0, sampleBytes)
  const proven = proveEncoding(new TextDecoder('windows-1252').decode(sample))?.encoding
  if (proven === 'cp1258') return { name: 'windows-1258', decoder: 'windows-1258' }
  if (proven && proven !== 'utf8' && proven !== 'viqr')
    return { name: proven, decoder: 'windows-1252' }
  const decoder = has1258Marks(sample) ? 'windows-1258' : 'windows-1252'
  return { name: decoder, decoder }
}

/**
 * Windows-1258 writes tones as marks after their vowel ("tiê" + acute); where the bytes of those marks do stand after
 * vowels it is 1258. Else 1252, which also keeps the bytes of the old fonts apart for their decoder.
 */
function has1258Marks(sample: Uint8Array): boolean {
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
  return afterVowel > 4 * elsewhere && afterVowel * 10 > high
}
