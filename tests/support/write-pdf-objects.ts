// Writes PDF files object by object for tests, whatever the objects say, and encrypts them as PDF 1.4 does.
//
//   writeObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'])   →   a PDF without pages
import { createHash } from 'node:crypto'

export type Passwords = { user: string; owner: string }

export type FileOptions = {
  /** What the trailer holds besides /Size and /Root. */
  trailer?: string
  /** Encrypts the content of streams by RC4 with 40 bits; an empty user password opens for everybody. */
  passwords?: Passwords
  /** What stands before "%PDF". */
  before?: string
  /** Leaves the table of objects and all behind it away. */
  withoutTable?: boolean
}

/** A stream object with its dictionary; every character of `content` is a byte. */
export const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length}${entries} >>\nstream\n${content}\nendstream`

/** The file with these objects, numbered from 1; the first is the catalog. Every character is a byte. */
export function writeObjects(objects: readonly string[], options: FileOptions = {}): Uint8Array {
  const { passwords, before = '' } = options
  let trailer = options.trailer ?? ''
  const bodies = [...objects]
  if (passwords) {
    const { key, entries } = encryption(passwords)
    for (const [i, body] of bodies.entries()) bodies[i] = encryptStream(body, i + 1, key)
    bodies.push(`<< ${entries} >>`)
    trailer += ` /Encrypt ${bodies.length} 0 R /ID [<${fileId}> <${fileId}>]`
  }
  const pieces = [`${before}%PDF-1.7\n`]
  let length = pieces[0]?.length ?? 0
  const offsets = bodies.map((body, i) => {
    const at = length
    const piece = `${i + 1} 0 obj\n${body}\nendobj\n`
    pieces.push(piece)
    length += piece.length
    return at
  })
  if (!options.withoutTable) {
    pieces.push(`xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`)
    for (const at of offsets) pieces.push(`${String(at).padStart(10, '0')} 00000 n \n`)
    pieces.push(
      `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    )
  }
  return Buffer.from(pieces.join(''), 'latin1')
}

const fileId = '5a'.repeat(16)
const padding = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
)
const permissions = -44

const md5 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest()
const padded = (password: string) =>
  Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)

/** Algorithms 2 to 4 of PDF 1.4, for the second revision of the standard handler. */
function encryption({ user, owner }: Passwords): { key: Buffer; entries: string } {
  const o = rc4(md5(padded(owner)).subarray(0, 5), padded(user))
  const p = Buffer.alloc(4)
  p.writeInt32LE(permissions)
  const key = md5(padded(user), o, p, Buffer.from(fileId, 'hex')).subarray(0, 5)
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`
  const entries = `/Filter /Standard /V 1 /R 2 /P ${permissions} /O ${hex(o)} /U ${hex(rc4(key, padding))}`
  return { key, entries }
}

function encryptStream(body: string, number: number, key: Buffer): string {
  const found = /\nstream\n([\s\S]*)\nendstream$/.exec(body)
  if (!found) return body
  const salt = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0])
  const own = md5(key, salt).subarray(0, 10)
  const content = rc4(own, Buffer.from(found[1] ?? '', 'latin1')).toString('latin1')
  return `${body.slice(0, found.index)}\nstream\n${content}\nendstream`
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const s = Array.from({ length: 256 }, (_, i) => i)
  const at = (i: number) => s[i & 255] ?? 0
  const swap = (i: number, j: number) => {
    const kept = at(i)
    s[i] = at(j)
    s[j] = kept
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let j = 0
  return Buffer.from(
    data.map((byte, n) => {
      const i = (n + 1) & 255
      j = (j + at(i)) & 255
      swap(i, j)
      return byte ^ at(at(i) + at(j))
    }),
  )
}
