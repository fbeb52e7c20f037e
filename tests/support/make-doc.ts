// Builds binary Word documents for tests: a header, a piece table and the text, in an OLE container.
import { createRequire } from 'node:module'

const cfb = createRequire(import.meta.url)('cfb') as typeof import('cfb')

export type DocPiece = { text: string; wide: boolean }

/** A Word 97 document of the pieces; `flags` are added to the header's. */
export function makeDoc(pieces: readonly DocPiece[], flags = 0): Buffer {
  const header = Buffer.alloc(0x400)
  header.writeUInt16LE(0xa5ec, 0)
  header.writeUInt16LE(0x0200 | flags, 0x0a)
  const characters = pieces.reduce((sum, p) => sum + p.text.length, 0)
  header.writeInt32LE(characters, 0x4c)
  const bodies: Buffer[] = []
  const table = Buffer.alloc(5 + 4 + pieces.length * 12)
  table[0] = 2
  table.writeUInt32LE(4 + pieces.length * 12, 1)
  let at = header.length
  let cp = 0
  for (const [i, piece] of pieces.entries()) {
    table.writeUInt32LE(cp, 5 + i * 4)
    const body = Buffer.from(piece.text, piece.wide ? 'utf16le' : 'latin1')
    const fc = piece.wide ? at : (at * 2) | 0x40000000
    table.writeUInt32LE(fc >>> 0, 5 + (pieces.length + 1) * 4 + i * 8 + 2)
    bodies.push(body)
    at += body.length
    cp += piece.text.length
  }
  table.writeUInt32LE(cp, 5 + pieces.length * 4)
  header.writeUInt32LE(0, 0x1a2)
  header.writeUInt32LE(table.length, 0x1a6)
  return contain({ WordDocument: Buffer.concat([header, ...bodies]), '1Table': table })
}

/** A Word 6/95 document: one run of bytes. */
export function makeDoc95(text: string): Buffer {
  const header = Buffer.alloc(0x300)
  header.writeUInt16LE(0xa5dc, 0)
  header.writeUInt32LE(header.length, 0x18)
  header.writeInt32LE(text.length, 0x34)
  return contain({ WordDocument: Buffer.concat([header, Buffer.from(text, 'latin1')]) })
}

function contain(streams: Record<string, Buffer>): Buffer {
  const container = cfb.utils.cfb_new()
  for (const [name, content] of Object.entries(streams))
    cfb.utils.cfb_add(container, `/${name}`, content)
  return Buffer.from(cfb.write(container, { type: 'buffer' }) as Buffer)
}
