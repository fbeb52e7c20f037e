// Opens ZIP containers (DOCX and its like) from anybody: inflates only the members asked for, counts the bytes itself and
// stops at the limits, whatever the directory claims.
import { fromBufferPromise, type ZipFile } from 'yauzl'
import { BadDocumentError, messageOf } from '../errors.ts'
import type { ParseLimits } from './parser.ts'

/** Small containers may be as dense as they like: an empty form inflates a hundredfold and harms nobody. */
const harmlessBytes = 10 * 1024 * 1024

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
  const bomb = (what: string) =>
    new BadDocumentError(
      'zip-bomb',
      `${name} would unpack to ${what}; it is refused as a ZIP bomb.`,
    )
  const corrupt = (error: unknown) =>
    new BadDocumentError('corrupt', `${name} is a damaged ZIP container (${messageOf(error)}).`, {
      cause: error,
    })
  let zip: ZipFile
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    zip = await fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: false })
  } catch (error) {
    throw corrupt(error)
  }
  if (zip.entryCount > limits.zipEntries) throw bomb(`${zip.entryCount} members`)
  const most = Math.min(
    limits.inflatedBytes,
    Math.max(harmlessBytes, bytes.byteLength * limits.inflatedRatio),
  )
  const members = new Map<string, Buffer>()
  let claimed = 0
  let inflated = 0
  try {
    for await (const entry of zip.eachEntry()) {
      claimed += entry.uncompressedSize
      if (claimed > most) throw bomb(`more than ${Math.round(most / 1024 / 1024)} MB`)
      const member = entry.fileName.replace(/^\//, '')
      if (!wanted(member) || members.has(member)) continue
      if (entry.isEncrypted())
        throw new BadDocumentError('encrypted', `${name} is protected by a password.`)
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        size += chunk.length
        inflated += chunk.length
        if (inflated > most || size > entry.uncompressedSize)
          throw bomb(
            size > entry.uncompressedSize
              ? `more than the ${entry.uncompressedSize} bytes it claims for ${member}`
              : `more than ${Math.round(most / 1024 / 1024)} MB`,
          )
        chunks.push(chunk)
      }
      members.set(member, Buffer.concat(chunks))
    }
  } catch (error) {
    if (error instanceof BadDocumentError) throw error
    throw corrupt(error)
  } finally {
    zip.close()
  }
  return members
}
