// Hashes of passwords, two at a time: each takes 128 MB and a third of a second, and anybody may ask for one by trying to log in.
import {
  type Cost,
  hashPassword,
  isOutdated as isOutdatedAt,
  verifyPassword,
} from '../../accounts/password.ts'
import { TransientError } from '../../errors.ts'

const atOnce = 2
const mostWaiting = 30

export type Hashing = {
  hash(password: string): Promise<string>
  /** Whether a hash is that of a password; without one it takes as long, and is false. */
  verify(password: string, stored: string | null): Promise<boolean>
  /** Whether a hash cost less than one does now. */
  isOutdated(stored: string): boolean
}

export function createHashing(cost: Cost): Hashing {
  let running = 0
  const waiting: Array<() => void> = []
  /** @throws TransientError where too many wait already */
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting)
        throw new TransientError('Too many people log in at once: try again in a moment.')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      // The place goes to the next one, or is free.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
  // No password has this hash.
  const nobody = `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`
  return {
    hash: (password) => inTurn(() => hashPassword(password, cost)),
    verify: (password, stored) => inTurn(() => verifyPassword(password, stored ?? nobody)),
    isOutdated: (stored) => isOutdatedAt(stored, cost),
  }
}
