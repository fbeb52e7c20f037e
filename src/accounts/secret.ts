// Secrets that we make: of a browser's session and of a program's token. They are random, so a plain hash keeps them.
import { createHash, randomBytes } from 'node:crypto'

const secretBytes = 32
const tokenForm = /^vt_[\w-]{43}$/
const sessionForm = /^[\w-]{43}$/

/** "vt_" and 43 characters: the beginning lets people and scanners of leaked secrets know one. */
export const newToken = (): string => `vt_${randomBytes(secretBytes).toString('base64url')}`
export const newSession = (): string => randomBytes(secretBytes).toString('base64url')

export const isToken = (text: string): boolean => tokenForm.test(text)
export const isSession = (text: string): boolean => sessionForm.test(text)

/** What is kept of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** What may be shown of a token: "vt_Ab3dE9xQ". */
export const startOf = (token: string): string => token.slice(0, 11)
