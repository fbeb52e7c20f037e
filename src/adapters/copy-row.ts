// What is told of a copy, the same for every database.
import type { Copy } from '../ports/search.ts'

/**
 * SQL for how a document relates to another, given as expressions: 1 where it came later from a place that both came from, 0
 * where it came before or at once, NULL where they share no place. `most` is the database's greatest of several truths.
 */
export const relationOf = (own: string, other: string, most: 'max' | 'bool_or'): string =>
  `(SELECT ${most}(theirs.last_at > ours.last_at) FROM source ours JOIN source theirs ON theirs.place = ours.place
    WHERE ours.document_id = ${own} AND theirs.document_id = ${other})`

/** A row of a document with its relation. */
export function copyOf(row: Record<string, unknown>): Copy {
  const { relation } = row
  return {
    id: String(row.id),
    name: String(row.name),
    receivedAt: String(row.received_at),
    relation: relation === null ? 'copy' : relation ? 'newer-version' : 'older-version',
  }
}
