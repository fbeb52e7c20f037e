// Builds binary Word documents for tests: a header, a piece table and the text, in an OLE container.
import { createRequire } from 'node:module'

const cfb = createRequire(import.meta.url)('cfb') as typeof import('cfb')

export type DocPiece = { text: string; wide: boolean }

/** So many characters with these properties, as bytes; they run over the pieces, which must be wide. */
export type DocRun = { length: number; properties: number[] }

/** A Word 97 document of the pieces; `flags` are added to the header's. */
export function makeDoc(
  pieces: readonly DocPiece[],
  flags = 0,
  runs: readonly DocRun[] = [],
): Buffer {
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
  const main = Buffer.concat([header, ...bodies])
  if (runs.length === 0) return contain({ WordDocument: main, '1Table': table })

  const before = Buffer.alloc(Math.ceil(main.length / 512) * 512 - main.length)
  const page = formatPage(runs, header.length)
  const extent = Buffer.alloc(12)
  extent.writeUInt32LE(header.length, 0)
  extent.writeUInt32LE(main.length, 4)
  extent.writeUInt32LE((main.length + before.length) / 512, 8)
  main.writeUInt32LE(table.length, 0xfa)
  main.writeUInt32LE(extent.length, 0xfe)
  return contain({
    WordDocument: Buffer.concat([main, before, page]),
    '1Table': Buffer.concat([table, extent]),
  })
}

/** A page of character formats: where each run begins, where its properties stand, then these from the end. */
function formatPage(runs: readonly DocRun[], textAt: number): Buffer {
  const page = Buffer.alloc(512)
  let at = textAt
  let free = 510
  for (const [i, { length, properties }] of runs.entries()) {
    page.writeUInt32LE(at, 4 * i)
    at += 2 * length
    free = (free - properties.length - 1) & ~1
    page[free] = properties.length
    page.set(properties, free + 1)
    page[4 * (runs.length + 1) + i] = free / 2
  }
  page.writeUInt32LE(at, 4 * runs.length)
  page[511] = runs.length
  return page
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
