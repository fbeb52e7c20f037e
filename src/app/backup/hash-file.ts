// The SHA-256 of what lies in a file.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** Reads a file in pieces; gives its SHA-256 in hexadecimal digits. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
