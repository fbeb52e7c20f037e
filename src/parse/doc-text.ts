// The characters of a binary Word document, in order, from its piece table ([MS-DOC] 2.4.1; Word 6/95: the same tables at
// other places, all characters one byte).
import { BadDocumentError } from '../errors.ts'

export type DocText = {
  /** Main text, then footnotes, headers, annotations, endnotes and text boxes, as Word stores them. */
  text: string
  /** UTF-16 lengths of those parts. */
  parts: {
    main: number
    footnotes: number
    headers: number
    annotations: number
    endnotes: number
    textBoxes: number
  }
}

const wordMagic = 0xa5ec
const word6Magic = 0xa5dc
const encryptedFlag = 0x0100
const oneTableFlag = 0x0200
const complexFlag = 0x0004

// Offsets into the file information block.
const fib97 = { parts: 0x4c, clx: 0x1a2 }
const fib95 = { parts: 0x34, clx: 0x160, fcMin: 0x18 }

/** Reads the characters of the `WordDocument` stream. `tableOf` gives "0Table" or "1Table". */
export function docTextOf(
  document: Buffer,
  tableOf: (name: string) => Buffer | null,
  fileName: string,
): DocText {
  const broken = (what: string) =>
    new BadDocumentError(
      'corrupt',
      `${fileName} is a broken Word document (${what}); open it in Word and save it again.`,
    )
  if (document.length < 0x200) throw broken('it ends inside its header')
  const magic = document.readUInt16LE(0)
  const flags = document.readUInt16LE(0x0a)
  if (flags & encryptedFlag)
    throw new BadDocumentError(
      'encrypted',
      `${fileName} is protected by a password; save it without one and bring it again.`,
    )
  if (magic !== wordMagic && magic !== word6Magic) throw broken('its header is unknown')
  const old = magic === word6Magic
  const at = old ? fib95.parts : fib97.parts
  const length = (i: number) => Math.max(0, document.readInt32LE(at + i * 4))
  const parts = {
    main: length(0),
    footnotes: length(1),
    headers: length(2),
    annotations: length(4),
    endnotes: length(5),
    textBoxes: length(6),
  }
  if (old && !(flags & complexFlag)) {
    const from = document.readUInt32LE(fib95.fcMin)
    const total = Object.values(parts).reduce((sum, n) => sum + n, 0)
    return { text: oneByte(document.subarray(from, from + total)), parts }
  }
  const table = old ? document : tableOf(flags & oneTableFlag ? '1Table' : '0Table')
  if (!table) throw broken('its table stream is missing')
  const clxAt = document.readUInt32LE(old ? fib95.clx : fib97.clx)
  const clxLength = document.readUInt32LE((old ? fib95.clx : fib97.clx) + 4)
  const pieces = piecesOf(table.subarray(clxAt, clxAt + clxLength))
  if (!pieces) throw broken('its piece table cannot be read')
  let text = ''
  for (const { characters, offset, wide } of pieces) {
    const start = old || wide ? offset : offset / 2
    const end = start + characters * (wide && !old ? 2 : 1)
    if (end > document.length + 2) throw broken('a piece of text lies beyond its end')
    const bytes = document.subarray(start, end)
    text += wide && !old ? bytes.toString('utf16le') : oneByte(bytes)
  }
  return { text, parts }
}

type Piece = { characters: number; offset: number; wide: boolean }

/** The pieces of a Clx: property runs (1) are passed over, the piece table (2) is read. */
function piecesOf(clx: Buffer): Piece[] | null {
  let at = 0
  while (at < clx.length && clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1)
  if (clx[at] !== 2 || at + 5 > clx.length) return null
  const size = clx.readUInt32LE(at + 1)
  const table = clx.subarray(at + 5, at + 5 + size)
  const count = Math.floor((table.length - 4) / 12)
  const pieces: Piece[] = []
  for (let i = 0; i < count; i++) {
    const from = table.readUInt32LE(i * 4)
    const to = table.readUInt32LE(i * 4 + 4)
    const fc = table.readUInt32LE((count + 1) * 4 + i * 8 + 2)
    if (to < from || to - from > 50_000_000) return null
    pieces.push({
      characters: to - from,
      offset: (fc & 0x3fffffff) >>> 0,
      wide: (fc & 0x40000000) === 0,
    })
  }
  return pieces
}

const decoder = new TextDecoder('windows-1252')
const oneByte = (bytes: Uint8Array): string => decoder.decode(bytes)
