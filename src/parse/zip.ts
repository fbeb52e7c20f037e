// Opens ZIP containers (DOCX and its like, archives) from anybody: inflates only the members asked for, counts the bytes
// itself and stops at the limits, whatever the directory claims.
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { BadDocumentError, messageOf } from '../errors.ts'
import type { ParseLimits } from './parser.ts'
import { memberName } from './zip-name.ts'

/** Small containers may be as dense as they like: an empty form inflates a hundredfold and harms nobody. */
const harmlessBytes = 10 * 1024 * 1024
/** The name of a member that has none. */
const unnamed = 'khong-ten'
const madeOnUnix = 3
const regularFile = 0x8000
const folder = 0x4000

export type ZipMember = {
  /** Path inside the container, as written there but for a leading "/"; never empty. */
  name: string
  isFolder: boolean
  isEncrypted: boolean
  /** A symbolic link, whose content is a path, or a device: no file. */
  isLink: boolean
  /** How it is packed: 0 not at all, 8 deflated; nothing else can be read. */
  method: number
  /** Size that the directory claims; `read` ends with an error where more comes. */
  claimedBytes: number
  /**
   * Inflates it. Throws BadDocumentError `zip-bomb` at the limits; any other error is this member's alone (checksum,
   * method of packing).
   */
  read(): AsyncGenerator<Buffer>
}

/** What a container, with all the containers in it, has inflated so far, and the most that it may. */
export type ZipBudget = { readonly most: number; inflated: number; members: number }

/** The budget of a file: by its size and the limits. */
export function zipBudget(bytes: Uint8Array, limits: ParseLimits): ZipBudget {
  const dense = Math.max(harmlessBytes, bytes.byteLength * limits.inflatedRatio)
  return { most: Math.min(limits.inflatedBytes, dense), inflated: 0, members: 0 }
}

/**
 * Reads the directory of a container and nothing of its members. Throws BadDocumentError: `corrupt` where the container is
 * cut off or broken, `zip-bomb` where its members' number or claimed sizes pass the limits.
 */
export async function openZip(
  bytes: Uint8Array,
  name: string,
  limits: ParseLimits,
  budget: ZipBudget = zipBudget(bytes, limits),
): Promise<{ members: ZipMember[]; close(): void }> {
  let zip: ZipFile | undefined
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      validateEntrySizes: false,
      decodeStrings: false,
      autoClose: false,
    })
    budget.members += zip.entryCount
    if (budget.members > limits.zipEntries) throw bomb(name, `${budget.members} members`)
    const members: ZipMember[] = []
    let claimed = budget.inflated
    for await (const entry of zip.eachEntry()) {
      claimed += entry.uncompressedSize
      if (claimed > budget.most) throw bomb(name, moreThan(budget))
      members.push(memberOf(zip, entry, name, budget))
    }
    return { members, close: () => zip?.close() }
  } catch (error) {
    zip?.close()
    throw error instanceof BadDocumentError ? error : corrupt(name, error)
  }
}

/**
 * Inflates the members that `wanted` says yes to. Throws BadDocumentError: `corrupt` where the container is cut off or
 * broken, `encrypted` where members are, `zip-bomb` where count, sizes or density pass the limits.
 */
export async function readZip(
  bytes: Uint8Array,
  name: string,
  limits: ParseLimits,
  wanted: (member: string) => boolean,
): Promise<Map<string, Buffer>> {
  const zip = await openZip(bytes, name, limits)
  const contents = new Map<string, Buffer>()
  try {
    for (const member of zip.members) {
      if (!wanted(member.name) || contents.has(member.name)) continue
      if (member.isEncrypted)
        throw new BadDocumentError('encrypted', `${name} is protected by a password.`)
      const chunks: Buffer[] = []
      for await (const chunk of member.read()) chunks.push(chunk)
      contents.set(member.name, Buffer.concat(chunks))
    }
  } catch (error) {
    throw error instanceof BadDocumentError ? error : corrupt(name, error)
  } finally {
    zip.close()
  }
  return contents
}

function memberOf(zip: ZipFile, entry: Entry, container: string, budget: ZipBudget): ZipMember {
  const written = memberName(entry)
  const name = written.replace(/^\/+/, '') || unnamed
  return {
    name,
    isFolder: written.endsWith('/'),
    isEncrypted: entry.isEncrypted(),
    isLink: isLink(entry),
    method: entry.compressionMethod,
    claimedBytes: entry.uncompressedSize,
    async *read() {
      let size = 0
      let checksum = 0
      for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        size += chunk.length
        budget.inflated += chunk.length
        if (size > entry.uncompressedSize)
          throw bomb(
            container,
            `more than the ${entry.uncompressedSize} bytes it claims for ${name}`,
          )
        if (budget.inflated > budget.most) throw bomb(container, moreThan(budget))
        checksum = crc32(chunk, checksum)
        yield chunk
      }
      if (checksum !== entry.crc32) throw new Error('its checksum is wrong')
    },
  }
}

/** Unix keeps the kind of a file in the upper half of the attributes; 0 where the packer did not say. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  if (versionMadeBy >> 8 !== madeOnUnix) return false
  const kind = (externalFileAttributes >>> 16) & 0xf000
  return ![0, regularFile, folder].includes(kind)
}

const moreThan = ({ most }: ZipBudget) => `more than ${Math.round(most / 1024 / 1024)} MB`

const bomb = (name: string, what: string) =>
  new BadDocumentError('zip-bomb', `${name} would unpack to ${what}; it is refused as a ZIP bomb.`)

const corrupt = (name: string, error: unknown) =>
  new BadDocumentError(
    'corrupt',
    `${name} is a damaged ZIP container (${messageOf(error).replace(/\.$/, '')}); get the file again from where it came.`,
    { cause: error },
  )
