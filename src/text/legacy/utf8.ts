// UTF-8 read as Windows-1252 or Latin-1: "Cá»™ng hÃ²a xÃ£ há»™i" is "Cộng hòa xã hội".
import { byteOf, collectDecoded, type Decoded } from './decoded.ts'

/** How many bytes a UTF-8 character takes by its first byte; 1 for ASCII and for bytes that begin none. */
const lengthOf = (byte: number): number =>
  byte >= 0xc2 && byte <= 0xdf
    ? 2
    : byte >= 0xe0 && byte <= 0xef
      ? 3
      : byte >= 0xf0 && byte <= 0xf4
        ? 4
        : 1

/**
 * Decodes every sequence of characters that is one UTF-8 character; others stay. "à" is Ã and a no-break space, which many
 * programs turn into a space or drop: Ã before a space is read as à, and the space is kept.
 */
export function decodeUtf8(text: string): Decoded {
  const out = collectDecoded()
  for (let i = 0; i < text.length; ) {
    const char = text[i] ?? ''
    const first = byteOf(char)
    const length = first === null ? 1 : lengthOf(first)
    const code = length > 1 && first !== null ? sequenceAt(text, i, first, length) : null
    if (code !== null) {
      out.push(String.fromCodePoint(code), i)
      i += length
    } else if (char === 'Ã' && (text[i + 1] === ' ' || i + 1 === text.length)) {
      out.push('à', i)
      i++
    } else {
      out.push(char, i)
      i++
    }
  }
  return out.finish()
}

function sequenceAt(text: string, at: number, first: number, length: number): number | null {
  let code = first & (0xff >> (length + 1))
  for (let k = 1; k < length; k++) {
    const byte = at + k < text.length ? byteOf(text[at + k] ?? '') : null
    if (byte === null || byte < 0x80 || byte > 0xbf) return null
    code = (code << 6) | (byte & 0x3f)
  }
  const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0
  return code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? null : code
}
