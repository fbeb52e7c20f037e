// Whether a file in an inbox is all there, by what its type says of its end. A copy over the network may pause for longer
// than anybody waits, and may have been given its full size before its first byte.
//
//   PDF      "%%EOF" in the last 2 KB
//   ZIP      the end record, and the list of members right before it (docx, xlsx, pptx, odt, epub …)
//   OLE2     the last sector of its allocation table is one, and the last sector in use is there (doc, xls, ppt, msg)
//   HTML     "</html>" in the last 2 KB; without it nothing is known
//   any      not only zeros
import type { FileHandle } from 'node:fs/promises'

/** `unknown`: the type does not show its end, and only time tells. */
export type Completeness = 'complete' | 'incomplete' | 'unknown'

const headBytes = 1024
const tailBytes = 2048
/** An end record with the longest comment. */
const zipTailBytes = 22 + 65_535

/** Looks at the head and the tail of an open file of `size` bytes. */
export async function isComplete(file: FileHandle, size: number): Promise<Completeness> {
  const head = await read(file, 0, Math.min(headBytes, size))
  const tail = await read(file, Math.max(0, size - tailBytes), tailBytes)
  if (head.includes('%PDF-')) return tail.includes('%%EOF') ? 'complete' : 'incomplete'
  if (startsWith(head, zipStart)) return zip(file, size)
  if (startsWith(head, oleStart)) return ole(file, head, tail, size)
  if (/<(?:!doctype\s+html|html)\b/i.test(head.toString('latin1')))
    return /<\/html\s*>/i.test(tail.toString('latin1')) ? 'complete' : 'unknown'
  // Laid out, and not one byte of it is there yet.
  return head.every((byte) => byte === 0) ? 'incomplete' : 'unknown'
}

const zipStart = Buffer.from('PK\x03\x04', 'latin1')
const zipEnd = Buffer.from('PK\x05\x06', 'latin1')
const zip64Locator = Buffer.from('PK\x06\x07', 'latin1')
const oleStart = Buffer.from('D0CF11E0A1B11AE1', 'hex')
const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start)

async function zip(file: FileHandle, size: number): Promise<Completeness> {
  const from = Math.max(0, size - zipTailBytes)
  const tail = await read(file, from, zipTailBytes)
  const at = tail.lastIndexOf(zipEnd)
  if (at < 0 || at + 22 > tail.length) return 'incomplete'
  if (at >= 20 && startsWith(tail.subarray(at - 20), zip64Locator)) return 'complete'
  const listBytes = tail.readUInt32LE(at + 12)
  const listAt = tail.readUInt32LE(at + 16)
  // The end record of an archive inside this one does not lie right behind its list.
  return listAt + listBytes === from + at ? 'complete' : 'incomplete'
}

const free = 0xffffffff
const tableSector = 0xfffffffd
/** Entries from here on are marks and lead nowhere. */
const firstMark = 0xfffffffa

async function ole(
  file: FileHandle,
  head: Buffer,
  tail: Buffer,
  size: number,
): Promise<Completeness> {
  if (head.length < 512) return 'incomplete'
  const shift = head.readUInt16LE(0x1e)
  if (shift !== 9 && shift !== 12) return 'unknown'
  const sectorBytes = 2 ** shift
  const startOf = (sector: number) => (sector + 1) * sectorBytes
  const tables = head.readUInt32LE(0x2c)
  // The places of more than 109 sectors of the table lie in a chain: 7 MB and more.
  if (tables === 0 || tables > 109) return 'unknown'
  const perTable = sectorBytes / 4
  const last = head.readUInt32LE(0x4c + 4 * (tables - 1))
  const table = await read(file, startOf(last), sectorBytes)
  if (table.length < sectorBytes) return 'incomplete'
  if (
    Math.floor(last / perTable) === tables - 1 &&
    table.readUInt32LE(4 * (last % perTable)) !== tableSector
  )
    return 'incomplete'
  const { surely, perhaps } = lastSectors(table, (tables - 1) * perTable)
  if (size <= startOf(surely)) return 'incomplete'
  if (size <= startOf(perhaps)) return 'unknown'
  // What is only zeros at its end may have been laid out and not yet filled in; or it is just so.
  return tail.subarray(-512).every((byte) => byte === 0) ? 'unknown' : 'complete'
}

/**
 * The last sector that another one leads to or that leads to another, and the last that is not marked free: some writers mark
 * what lies behind the end of the file as ends of chains. `first`: the sector of the table's first entry.
 */
function lastSectors(table: Buffer, first: number): { surely: number; perhaps: number } {
  let surely = first - 1
  let perhaps = first - 1
  for (let at = 0; at < table.length; at += 4) {
    const next = table.readUInt32LE(at)
    const sector = first + at / 4
    if (next !== free) perhaps = sector
    if (next < firstMark) surely = Math.max(surely, sector, next)
  }
  return { surely, perhaps: Math.max(surely, perhaps) }
}

/** Up to `length` bytes from `at`; fewer at the end of the file. */
async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let read = 0
  while (read < length) {
    const { bytesRead } = await file.read(buffer, read, length - read, at + read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return buffer.subarray(0, read)
}
