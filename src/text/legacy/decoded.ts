// What every decoder gives, and the parts that the one-byte encodings share.
//
// A decoder reads a string whose characters are the bytes of an old font encoding, taken for Latin-1 or Windows-1252:
// "Céng hßa" (TCVN3), "Coäng hoøa" (VNI), "Côòng hoÌa" (CP1258) all mean "Cộng hòa".

export type Decoded = {
  text: string
  /** For each UTF-16 unit of `text`, where what it was made of begins in the input. */
  starts: number[]
}

/** Windows-1252 for the bytes 0x80–0x9F; a space where it has no character. Latin-1 has control characters there. */
const windowsHigh = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** The byte that a character stands for in Windows-1252 or Latin-1, whichever it was read as; null where it is no byte. */
export function byteOf(char: string): number | null {
  const code = char.charCodeAt(0)
  if (code < 0x100) return code
  const index = windowsHigh.indexOf(char)
  return index >= 0 ? 0x80 + index : null
}

/** Adds both views of a byte to a table. */
function addByte(table: Map<string, string>, byte: number, letter: string) {
  table.set(String.fromCharCode(byte), letter)
  const windows = byte >= 0x80 && byte <= 0x9f ? windowsHigh[byte - 0x80] : undefined
  if (windows !== undefined && windows !== ' ') table.set(windows, letter)
}

/**
 * A table from rows of sixteen letters, `[first byte, letters]`; "." is a byte that keeps its character.
 * Single bytes below 0x20 are given as `[byte, letter]` alike.
 */
export function tableOf(
  rows: ReadonlyArray<readonly [number, string]>,
): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const [first, letters] of rows)
    for (const [i, letter] of [...letters].entries())
      if (letter !== '.' && letter !== ' ') addByte(table, first + i, letter)
  return table
}

/** Collects decoded text with the places it came from. */
export function collectDecoded() {
  let text = ''
  const starts: number[] = []
  return {
    push(piece: string, start: number) {
      text += piece
      for (let i = 0; i < piece.length; i++) starts.push(start)
    },
    /** Puts a combining mark on the last unit; false where they make no single letter. */
    compose(mark: string): boolean {
      const composed = text.slice(-1).concat(mark).normalize('NFC')
      if (text === '' || composed.length !== 1) return false
      text = text.slice(0, -1) + composed
      return true
    },
    last: () => text.slice(-1),
    finish: (): Decoded => ({ text, starts }),
  }
}

/** Decodes by a one-byte table, character by character. */
export function decodeByTable(text: string, table: ReadonlyMap<string, string>): Decoded {
  const out = collectDecoded()
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    out.push(table.get(char) ?? char, i)
  }
  return out.finish()
}

/** Text that stays as it is, with each unit at its own place. */
export function unchanged(text: string): Decoded {
  return { text, starts: Array.from({ length: text.length }, (_, i) => i) }
}
