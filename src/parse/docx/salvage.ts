// What can be read of a container that was cut off: a broken download has lost the directory at its end, but every member
// before the cut has a header of its own, and Word writes the document among the first.
import { constants, inflateRawSync } from 'node:zlib'
import { BadDocumentError } from '../../errors.ts'
import type { ParseLimits } from '../parser.ts'
import { scanXml } from '../xml-scan.ts'
import { zipBudget } from '../zip.ts'
import { listZip } from '../zip-directory.ts'

const localEntry = 0x04034b50
const descriptor = 0x08074b50
const stored = 0
const deflated = 8

/**
 * The members of a container without a directory, the last possibly cut off; null for one that has its directory. Throws
 * BadDocumentError: `encrypted`, `zip-bomb` at the limits.
 */
export function salvageZip(
  bytes: Uint8Array,
  name: string,
  limits: ParseLimits,
): Map<string, Buffer> | null {
  if (listZip(bytes, 1) !== null) return null
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { most } = zipBudget(bytes, limits)
  const members = new Map<string, Buffer>()
  let inflated = 0
  for (let at = 0; at + 30 <= file.length && file.readUInt32LE(at) === localEntry; ) {
    const flags = file.readUInt16LE(at + 6)
    const method = file.readUInt16LE(at + 8)
    const packed = file.readUInt32LE(at + 18)
    const nameEnd = at + 30 + file.readUInt16LE(at + 26)
    const member = file
      .toString('utf8', at + 30, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\/+/, '')
    const start = nameEnd + file.readUInt16LE(at + 28)
    if ((flags & 1) !== 0)
      throw new BadDocumentError('encrypted', `${name} is protected by a password.`)
    // With bit 3 the sizes stand behind the contents.
    const isOpen = (flags & 8) !== 0 && packed === 0
    if (start >= file.length || (method !== stored && method !== deflated)) break
    if (method === stored && isOpen) break
    const raw = file.subarray(start, isOpen ? file.length : Math.min(file.length, start + packed))
    const read =
      method === stored ? { content: raw, used: raw.length } : inflate(raw, most - inflated)
    if (read === 'too-large')
      throw new BadDocumentError(
        'zip-bomb',
        `${name} would unpack to more than ${Math.round(most / 1024 / 1024)} MB; it is refused as a ZIP bomb.`,
      )
    if (read === null) break
    inflated += read.content.length
    if (!members.has(member)) members.set(member, read.content)
    if (members.size > limits.zipEntries)
      throw new BadDocumentError(
        'zip-bomb',
        `${name} has too many members; it is refused as a ZIP bomb.`,
      )
    at = start + (isOpen ? read.used : packed)
    if (isOpen) at += at + 4 <= file.length && file.readUInt32LE(at) === descriptor ? 16 : 12
  }
  return members
}

/** Inflates as far as the bytes go; null for what is no deflated data. */
function inflate(
  raw: Buffer,
  most: number,
): { content: Buffer; used: number } | 'too-large' | null {
  try {
    const { buffer, engine } = inflateRawSync(raw, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: Math.max(1, most),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } }
    return { content: buffer, used: engine.bytesWritten }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-large'
    if (code?.startsWith('Z_')) return null
    throw error
  }
}

/** XML that breaks off, cut back to its last whole tag and closed: "<a><b>x</b><c>y<d" → "<a><b>x</b><c>y</c></a>". */
export function closeXml(xml: string, options: { depth: number; name: string }): string {
  const open: string[] = []
  let end = 0
  try {
    for (const tag of scanXml(xml, options)) {
      end = tag.end
      if (tag.kind === 'close') open.pop()
      else if (!tag.empty) open.push(tag.name)
    }
    return xml
  } catch (error) {
    if (!(error instanceof BadDocumentError) || error.code !== 'corrupt') throw error
  }
  const rest = xml.indexOf('<', end)
  // A character may be cut in the middle as well: "&am", or a byte of UTF-8.
  const kept = (rest < 0 ? xml : xml.slice(0, rest)).replace(/(?:&[^;\s]{0,10}|\uFFFD+)$/, '')
  return `${kept}${open
    .reverse()
    .map((name) => `</${name}>`)
    .join('')}`
}
