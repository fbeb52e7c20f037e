// Bytes of a page, feed or sitemap to characters, by the order of trust: byte-order mark, valid UTF-8, HTTP header, what the
// text says of itself, a guess.
//
//   <?xml version="1.0" encoding="windows-1258"?>     <meta charset="windows-1258">
import { proveEncoding } from '../text/legacy/detect.ts'

export type DecodedText = { text: string; charset: string; chosenBy: CharsetChoice }

export type CharsetChoice = 'byte-order-mark' | 'valid-utf-8' | 'header' | 'declaration' | 'guess'

const headBytes = 16 * 1024

/** Decodes bytes. `headerCharset` is what the HTTP header named. Never throws; a byte-order mark is dropped. */
export function decodeText(bytes: Uint8Array, headerCharset: string | null): DecodedText {
  const marked = markedCharset(bytes)
  if (marked) return decodedBy(marked, bytes, 'byte-order-mark')
  const utf8 = validUtf8(bytes)
  if (utf8 !== null) return { text: utf8, charset: 'utf-8', chosenBy: 'valid-utf-8' }
  const sources = [
    ['header', headerCharset],
    ['declaration', declaredCharset(bytes)],
  ] as const
  for (const [chosenBy, label] of sources) {
    const charset = knownCharset(label)
    // What calls itself UTF-8 and is not valid is better guessed at than read with holes, unless it is nearly valid.
    if (charset && charset !== 'utf-8') return decodedBy(charset, bytes, chosenBy)
  }
  return guessed(bytes)
}

function decodedBy(charset: string, bytes: Uint8Array, chosenBy: CharsetChoice): DecodedText {
  return { text: new TextDecoder(charset).decode(bytes), charset, chosenBy }
}

function markedCharset(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))
  return (
    /^\s{0,100}<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([a-z0-9_:.-]{2,40})/i.exec(
      head,
    )?.[1] ??
    /<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?([a-z0-9_:-]{2,40})/i.exec(head)?.[1] ??
    null
  )
}

function knownCharset(label: string | null): string | null {
  if (!label) return null
  try {
    return new TextDecoder(label.trim()).encoding
  } catch (error) {
    // A name that nobody knows says nothing; the next source is asked.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** UTF-8 with a few broken bytes; else the encoding that the syllables prove; else Windows-1252, which loses nothing. */
function guessed(bytes: Uint8Array): DecodedText {
  const mended = new TextDecoder('utf-8').decode(bytes)
  const lost = mended.match(/\uFFFD/g)?.length ?? 0
  if ((mended.match(/[\u0080-\uFFFC]/g)?.length ?? 0) >= 2 * lost)
    return { text: mended, charset: 'utf-8', chosenBy: 'guess' }
  const plain = new TextDecoder('windows-1252').decode(bytes)
  const proven = proveEncoding(plain.slice(0, headBytes))?.encoding
  return proven === 'cp1258'
    ? decodedBy('windows-1258', bytes, 'guess')
    : { text: plain, charset: 'windows-1252', chosenBy: 'guess' }
}
