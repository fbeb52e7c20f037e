// Whether two stores keep the same of a document: a hash of each part of it, over its canonical JSON.
import { createHash } from 'node:crypto'
import type { WholeDocument } from '../ports/store.ts'

/** Names of the parts in which two documents differ ("state", "names", "record" …); none where they are equal. */
export function differingParts(one: WholeDocument, other: WholeDocument): string[] {
  const others = hashesOf(other)
  return Object.entries(hashesOf(one))
    .filter(([part, hash]) => others[part] !== hash)
    .map(([part]) => part)
}

/** SHA-256 of each part of all that is kept. */
function hashesOf({
  row,
  sources,
  members,
  parsed,
  record,
  extracted,
  corrections,
}: WholeDocument): Record<string, string> {
  // A job under way is the business of one store alone.
  const { name, mediaType, error, holder: _, ...rest } = row
  const parts = {
    ...rest,
    ...storable({ name, mediaType, error }),
    // Two may be one after that.
    sources: [...new Set(storable(sources).map((source) => canonicalJson(source)))],
    members: [...new Set(storable(members).map((member) => canonicalJson(member)))],
    parsed,
    record,
    extracted,
    corrections: storable(corrections),
  }
  return Object.fromEntries(
    Object.entries(parts).map(([part, value]) => [
      part,
      createHash('sha256').update(canonicalJson(value)).digest('hex'),
    ]),
  )
}

/** JSON with the keys of every object in order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** A store may keep U+0000 and halves of surrogate pairs in names and reasons as U+FFFD: that is no difference. */
function storable<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'string' ? part.replaceAll('\0', '\uFFFD').toWellFormed() : part,
    ),
  )
}
