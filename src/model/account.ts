// Who may use the archive: accounts with their roles, sessions of browsers, tokens of programs, and what the audit log says.
import { z } from 'zod'

/** From the one who may do least to the one who may do all. */
export const roles = ['reader', 'archivist', 'operator'] as const
export type Role = (typeof roles)[number]

/** What a token is good for; never for more than the role of its account. */
export const scopes = ['read', 'write', 'operate'] as const
export type Scope = (typeof scopes)[number]

const instant = z.iso.datetime()

export const accountSchema = z.object({
  /** The name in lower case: what tells accounts apart. */
  key: z.string().min(1),
  /** As it was given, and as people see it. */
  name: z.string().min(1),
  role: z.enum(roles),
  createdAt: instant,
  /** When an operator locked it; null while it may be used. */
  lockedAt: instant.nullable(),
  lastLoginAt: instant.nullable(),
})
export type Account = z.infer<typeof accountSchema>

/** A browser that is logged in. Only the SHA-256 of its secret is kept. */
export type Session = {
  hash: string
  accountKey: string
  createdAt: string
  /** When it was used last, to about a minute. */
  seenAt: string
}

export const apiTokenSchema = z.object({
  id: z.string(),
  accountKey: z.string(),
  /** What its owner calls it: "Prometheus". */
  label: z.string(),
  /** The first characters of the secret, by which it is known again. */
  start: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: instant,
  /** Null where it never ends. */
  expiresAt: instant.nullable(),
  /** When it was used last, to about a minute; null where it never was. */
  usedAt: instant.nullable(),
})
export type ApiToken = z.infer<typeof apiTokenSchema>

/** How somebody came: by a browser or a program over HTTP, on the command line, or not yet known by name. */
export const ways = ['session', 'token', 'cli', 'nobody'] as const

export const auditEntrySchema = z.object({
  /** Instant and a random end: unique, and in order of time. */
  key: z.string(),
  at: instant,
  /** Name of the account, or of the user of the machine on the command line; '' where nobody is known. */
  who: z.string(),
  way: z.enum(ways),
  /** Where the request came from; null on the command line. */
  address: z.string().nullable(),
  /** What was done: "login", "upload", "account-add" … */
  action: z.string(),
  /** To what: ids of documents, a source, an account; '' where it is to nothing of its own. */
  target: z.string(),
  outcome: z.enum(['done', 'refused', 'failed']),
  detail: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** Attempts to log in that failed, of one account or from one address. */
export type LoginFailures = {
  /** "account 9f86d0…" (a hash of its name), "address 203.0.113.7". */
  key: string
  count: number
  lastAt: string
  /** No attempt is looked at before this instant; null where the next one is. */
  lockedUntil: string | null
}
