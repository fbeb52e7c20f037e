// ZIP archives written by code, honest and lying ones.
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = {
  name: string | Buffer
  content: Uint8Array
  /** Kind and rights as Unix writes them, e.g. 0o120777 for a link. */
  unixMode?: number
  /** What the headers say of it, where that is a lie. */
  claims?: { size?: number; crc?: number; method?: number; encrypted?: boolean }
}

/** A ZIP whose members are deflated. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims = {}, unixMode } of parts) {
    const packed = deflateRawSync(content)
    const nameBytes = typeof name === 'string' ? Buffer.from(name) : name
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    // Names given as text say that they are UTF-8.
    common.writeUInt16LE((typeof name === 'string' ? 0x0800 : 0) | (claims.encrypted ? 1 : 0), 2)
    common.writeUInt16LE(claims.method ?? 8, 4)
    common.writeUInt32LE(claims.crc ?? crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims.size ?? content.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, packed)
    const rest = Buffer.alloc(14)
    if (unixMode !== undefined) rest.writeUInt32LE((unixMode << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    const madeOn = unixMode === undefined ? '\x00' : '\x03'
    directory.push(Buffer.from(`PK\x01\x02\x14${madeOn}`, 'latin1'), common, rest, nameBytes)
    offset += 30 + nameBytes.length + packed.length
  }
  const directoryBytes = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}
