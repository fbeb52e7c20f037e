// Lists of a Word 97–2003 document, made into what docx-numbering counts: the binary tables hold the same definitions as
// numbering.xml does, "%1.%2" being the characters 0 "." 1.
import { type Definition, formats, type Level, type List, suffixes } from '../docx/number-codes.ts'
import type { Numbering } from '../docx/numbering.ts'
import type { Fib } from './fib.ts'

const headBytes = 28
const noStyle = 0xfff

/** Reads the lists; a damaged table gives those that stand before the damage. */
export function readLists(fib: Fib): Numbering {
  const definitions = new Map<string, Definition>()
  const lists = new Map<string, List>()
  // Every level is at least a head long, so that hostile counts end with the bytes.
  try {
    readDefinitions(fib, definitions)
    readOverrides(fib, lists)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return { lists, definitions }
}

function readDefinitions(
  { table, lists: extent }: Fib,
  definitions: Map<string, Definition>,
): void {
  if (extent.length < 2) return
  const count = table.readUInt16LE(extent.at)
  // The levels follow the list of heads, outside the extent that the FIB gives.
  let at = extent.at + 2 + headBytes * count
  for (let i = 0; i < count; i++) {
    const head = extent.at + 2 + headBytes * i
    const levels = new Map<number, Level>()
    const isSimple = ((table[head + 26] ?? 0) & 1) !== 0
    for (let index = 0; index < (isSimple ? 1 : 9); index++) {
      const style = table.readUInt16LE(head + 8 + 2 * index)
      const read = readLevel(table, at, style === noStyle ? null : String(style))
      levels.set(index, read.level)
      at = read.end
    }
    definitions.set(String(table.readInt32LE(head)), { levels, styleLink: null })
  }
}

function readOverrides({ table, listOverrides: extent }: Fib, lists: Map<string, List>): void {
  if (extent.length < 4) return
  const count = Math.min(table.readUInt32LE(extent.at), Math.floor((extent.length - 4) / 16))
  let at = extent.at + 4 + 16 * count
  for (let i = 0; i < count; i++) {
    const head = extent.at + 4 + 16 * i
    const list: List = {
      definition: String(table.readInt32LE(head)),
      starts: new Map(),
      levels: new Map(),
    }
    lists.set(String(i + 1), list)
    const overrides = table[head + 12] ?? 0
    at += 4
    for (let k = 0; k < overrides && k < 9; k++) {
      const start = table.readInt32LE(at)
      const flags = table.readUInt32LE(at + 4)
      at += 8
      const level = flags & 0xf
      if ((flags & 0x20) !== 0) {
        const read = readLevel(table, at, null)
        list.levels.set(level, read.level)
        if ((flags & 0x10) !== 0) list.starts.set(level, read.level.start)
        at = read.end
      } else if ((flags & 0x10) !== 0) list.starts.set(level, start)
    }
  }
}

/** One level at an offset, and where it ends. Throws RangeError beyond the stream. */
function readLevel(table: Buffer, at: number, style: string | null): { level: Level; end: number } {
  const flags = table.readUInt8(at + 5)
  const characterBytes = table.readUInt8(at + 24)
  const paragraphBytes = table.readUInt8(at + 25)
  const textAt = at + headBytes + characterBytes + paragraphBytes
  const units = table.readUInt16LE(textAt)
  const end = textAt + 2 + 2 * units
  if (end > table.length) throw new RangeError('The text of a list level lies outside the stream.')
  const stored = table.toString('utf16le', textAt + 2, end)
  const restartsBy = (flags & 0x08) !== 0 ? table.readUInt8(at + 26) : null
  const level: Level = {
    start: table.readInt32LE(at),
    format: formats.get(table.readUInt8(at + 4)) ?? 'decimal',
    text: stored.replace(/[\0-\x08]/g, (place) => `%${place.charCodeAt(0) + 1}`),
    style,
    suffix: suffixes[table.readUInt8(at + 15)] ?? 'tab',
    restart: restartsBy,
    legal: (flags & 0x04) !== 0,
  }
  return { level, end }
}
