// Names of the members of a ZIP file, read from its central directory without inflating anything. For knowing the type;
// `zip.ts` reads contents.

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

export type DirectoryEntry = { name: string; method: number; offset: number; packedBytes: number }

/** Members in directory order, at most `limit`; null where the file has no readable directory (cut off, or no ZIP). */
export function listZip(bytes: Uint8Array, limit = 5_000): DirectoryEntry[] | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(file)
  if (end < 0) return null
  const entries: DirectoryEntry[] = []
  let at = file.readUInt32LE(end + 16)
  while (entries.length < limit && at + 46 <= end && file.readUInt32LE(at) === directoryEntry) {
    const nameLength = file.readUInt16LE(at + 28)
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      offset: file.readUInt32LE(at + 42),
      packedBytes: file.readUInt32LE(at + 20),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

/** A stored (not deflated) member as text, as the `mimetype` of OpenDocument files is; '' otherwise. */
export function storedText(bytes: Uint8Array, entry: DirectoryEntry): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.offset
  if (entry.method !== 0 || entry.packedBytes > 1_000 || at + 30 > file.length) return ''
  if (file.readUInt32LE(at) !== localEntry) return ''
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  return file.toString('latin1', start, start + entry.packedBytes)
}

/** Offset of the end record, which a comment of up to 64 KB may follow. */
function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 65_535); at--)
    if (file[at] === 0x50 && file.readUInt32LE(at) === endOfDirectory) return at
  return -1
}
