// UTF-8 read as Windows-1252, Latin-1 or Windows-1258: "Cá»™ng hÃ²a xÃ£ há»™i" is "Cộng hòa xã hội", and so is "Cá»™ng hĂ²a";
// also where it happened twice: "CÃ¡Â»â„¢ng".
import { byteOf, collectDecoded, type Decoded } from './decoded.ts'

/** The bytes that begin letters in UTF-8, as Windows-1258 shows them. The rest is as in Windows-1252. */
const leads1258: ReadonlyMap<string, number> = new Map([
  ['Ă', 0xc3],
  ['\u0300', 0xcc],
])
const leadOf = (char: string): number | null => byteOf(char) ?? leads1258.get(char) ?? null
/** What text that went wrong twice looks like after one step: a lead byte and a continuation byte. */
const stillWrong =
  /[\u00C3-\u00C6\u00E1\u00E2][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2026\u2030\u2039\u203A\u20AC\u2122]/
const mostTimes = 3

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
 * programs turn into a space or drop: Ã (Ă) before a space is read as à, and the space is kept.
 */
export function decodeUtf8(text: string): Decoded {
  let decoded = decodeOnce(text)
  for (let times = 1; times < mostTimes && stillWrong.test(decoded.text); times++) {
    const { starts } = decoded
    const again = decodeOnce(decoded.text)
    if (again.text === decoded.text) break
    decoded = { text: again.text, starts: again.starts.map((start) => starts[start] ?? start) }
  }
  return decoded
}

function decodeOnce(text: string): Decoded {
  const out = collectDecoded()
  for (let i = 0; i < text.length; ) {
    const char = text[i] ?? ''
    const first = leadOf(char)
    const length = first === null ? 1 : lengthOf(first)
    const code = length > 1 && first !== null ? sequenceAt(text, i, first, length) : null
    if (code !== null) {
      out.push(String.fromCodePoint(code), i)
      i += length
    } else if ((char === 'Ã' || char === 'Ă') && (text[i + 1] === ' ' || i + 1 === text.length)) {
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
