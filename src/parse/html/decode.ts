// Bytes of a web page to characters, by the order of trust: byte-order mark, valid UTF-8, HTTP header, <meta>, guess.
//
//   <meta http-equiv="Content-Type" content="text/html; charset=windows-1258">   →   windows-1258
import type { ParsedDocument, Warning } from '../../model.ts'
import { decodeText } from '../charset.ts'

export type DecodedPage = {
  html: string
  charset: string
  /** What the charset was taken from. */
  charsetBy: CharsetChoice
  warnings: Warning[]
}
export type CharsetChoice = NonNullable<ParsedDocument['metadata']['charsetBy']>

const headBytes = 16 * 1024

/** Decodes a page. `declared` is the charset that the HTTP header named. Never throws. */
export function decodePage(bytes: Uint8Array, declared: string | undefined): DecodedPage {
  const guess = decodeText(bytes)
  const { text, charset, warnings } = guess
  if (warnings.length === 0)
    return { html: text, charset, charsetBy: markOrForm(bytes, charset), warnings }
  const labels = [
    ['header', declared],
    ['meta', metaCharset(bytes)],
  ] as const
  for (const [charsetBy, label] of labels) {
    const decoder = decoderOf(label)
    // A page that calls itself UTF-8 and is not valid is better guessed at than read with holes.
    if (!decoder || decoder.encoding === 'utf-8') continue
    return { html: decoder.decode(bytes), charset: decoder.encoding, charsetBy, warnings: [] }
  }
  return { html: text, charset, charsetBy: 'guess', warnings }
}

/** Of bytes that are valid: whether their mark says what they are. UTF-16 and UTF-32 without one are known by their form. */
function markOrForm([a, b, c]: Uint8Array, charset: string): CharsetChoice {
  if (charset === 'utf-8') return a === 0xef && b === 0xbb ? 'byte-order-mark' : 'valid-utf-8'
  const isMarked =
    (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && c === 0xfe)
  return isMarked ? 'byte-order-mark' : 'guess'
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))
  return /<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?([a-z0-9_:-]{2,40})/i.exec(head)?.[1]
}

function decoderOf(label: string | undefined): InstanceType<typeof TextDecoder> | null {
  if (!label) return null
  try {
    return new TextDecoder(label.trim())
  } catch (error) {
    // An unknown label says nothing; the next source is asked.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The page without the code of its server: "<%@ Control … %>" of a saved .aspx or .ascx file, "<?php … ?>". Linear. */
export function withoutServerCode(html: string): string {
  if (!html.includes('<%') && !html.includes('<?php')) return html
  const pieces: string[] = []
  let from = 0
  while (from < html.length) {
    const asp = html.indexOf('<%', from)
    const php = html.indexOf('<?php', from)
    const start = asp === -1 ? php : php === -1 ? asp : Math.min(asp, php)
    if (start === -1) break
    const close = html.indexOf(start === asp ? '%>' : '?>', start)
    if (close === -1) break
    pieces.push(html.slice(from, start))
    from = close + 2
  }
  pieces.push(html.slice(from))
  return pieces.join(' ')
}
