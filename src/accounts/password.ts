// Passwords: which are taken, and how they are kept: as scrypt hashes that say by themselves what they were made with.
//
//   $scrypt$ln=17,r=8,p=1$<salt>$<hash>        N = 2^17, about 128 MB and a third of a second each
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { fold } from '../text/fold.ts'

/** What a hash costs: N = 2^ln, block size r, parallelism p. */
export type Cost = { ln: number; r: number; p: number }

/** What OWASP's Password Storage Cheat Sheet gives as the least for scrypt. */
export const usualCost: Cost = { ln: 17, r: 8, p: 1 }

/** After NIST SP 800-63B: long, and no rules about kinds of signs. */
export const leastPassword = 12
export const mostPassword = 200

const saltBytes = 16
const hashBytes = 32
const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{16,64})\$([\w-]{32,128})$/

export type PasswordFault = 'short' | 'long' | 'name' | 'plain'

/** What is wrong with a password that somebody wants; null where it is taken. Lengths are in characters. */
export function passwordFault(password: string, accountName: string): PasswordFault | null {
  const length = Array.from(normalised(password)).length
  if (length < leastPassword) return 'short'
  if (length > mostPassword) return 'long'
  const plain = bare(password)
  const others = [bare(accountName), 'vanthu', 'password', 'matkhau', '1234567890'].filter(
    (word) => word.length > 2,
  )
  const rest = others.reduce((left, word) => left.replaceAll(word, ''), plain)
  if (plain.length > 0 && Array.from(rest).length < leastPassword / 2) return 'name'
  // One sign again and again, two in turn: what "abababababab" is made of.
  return new Set(Array.from(normalised(password))).size < 5 ? 'plain' : null
}

/** The hash of a password, with a salt of its own. */
export async function hashPassword(
  password: string,
  cost: Cost,
  salt: Uint8Array = randomBytes(saltBytes),
): Promise<string> {
  const hash = await derive(password, salt, cost)
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${text(salt)}$${text(hash)}`
}

/** Whether a hash is that of this password. Takes as long for a wrong one. @throws Error where the hash is none of ours */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const { cost, salt, hash } = partsOf(stored)
  return timingSafeEqual(await derive(password, salt, cost), hash)
}

/** Whether a hash was made with less than passwords cost now, and is to be made again at the next login. */
export function isOutdated(stored: string, now: Cost): boolean {
  const { cost } = partsOf(stored)
  return cost.ln < now.ln || cost.r < now.r || cost.p < now.p
}

function partsOf(stored: string) {
  const [, ln, r, p, salt = '', hash = ''] = form.exec(stored) ?? []
  const bytes = Buffer.from(hash, 'base64url')
  if (bytes.length !== hashBytes) throw new Error('The password hash of the store is damaged.')
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) }
  return { cost, salt: Buffer.from(salt, 'base64url'), hash: bytes }
}

function derive(password: string, salt: Uint8Array, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln
  const options: ScryptOptions = { N, r, p, maxmem: 128 * r * (N + p + 2) + 1024 ** 2 }
  return new Promise((resolve, reject) =>
    scrypt(normalised(password), salt, hashBytes, options, (error, hash) =>
      error ? reject(error) : resolve(hash),
    ),
  )
}

/** The same password whatever keyboard made its marks: "ệ" may come as one sign or as three. */
const normalised = (password: string): string => password.normalize('NFKC')

/** Letters and digits alone, without marks, in lower case. */
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
