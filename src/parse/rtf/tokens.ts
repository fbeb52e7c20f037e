// Cuts RTF into its signs. Bytes stay bytes: which characters they are depends on the font in force.
//
//   {\b S\'e8: 08\par}   →   open, word "b", text "S", byte E8, text ": 08", word "par", close

export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  /** A control word with its number, or a control sign such as "~" or "*". */
  | { kind: 'word'; word: string; number: number | null }
  | { kind: 'byte'; byte: number }
  /** Characters below 256, one a byte. */
  | { kind: 'text'; text: string }

const pattern =
  /[{}]|\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|[^{}\\\r\n]+/g

/** All signs in order. Binary data of pictures is passed over, unless it claims more bytes than the file has. */
export function* readTokens(bytes: Uint8Array): Generator<RtfToken> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const sign = new RegExp(pattern)
  // Behind the last group stands rubbish, unless one brace too many has ended it early.
  const lastParagraph = source.lastIndexOf('\\par')
  let depth = 0
  for (let match = sign.exec(source); match; match = sign.exec(source)) {
    const [whole, word, number, byte, symbol] = match
    if (whole === '{') {
      depth++
      yield { kind: 'open' }
    } else if (whole === '}') {
      depth = Math.max(0, depth - 1)
      yield { kind: 'close' }
      if (depth === 0 && sign.lastIndex > lastParagraph) return
    } else if (word !== undefined) {
      const value = number === undefined ? null : Number(number)
      if (word === 'bin') {
        const end = sign.lastIndex + Math.max(0, value ?? 0)
        if (end <= source.length) sign.lastIndex = end
      } else yield { kind: 'word', word, number: value }
    } else if (byte !== undefined) yield { kind: 'byte', byte: Number.parseInt(byte, 16) }
    else if (symbol !== undefined) yield symbolToken(symbol)
    else yield { kind: 'text', text: whole }
  }
}

/** "\{" is a brace, a backslash before a line's end is a paragraph's end, any other sign is a control of its own. */
function symbolToken(symbol: string): RtfToken {
  if (symbol === '{' || symbol === '}' || symbol === '\\') return { kind: 'text', text: symbol }
  if (symbol === '\n' || symbol === '\r') return { kind: 'word', word: 'par', number: null }
  return { kind: 'word', word: symbol, number: null }
}
