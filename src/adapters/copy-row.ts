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

/**
 * The statement that notes of each member of a family whose facts are told in place of its own: of those that bear its number the
 * one that none came later than from the same place, received first; of those without a number any such one, rather one with a
 * number. `family` names the value. What bears another number is a document of its own: nothing of it is left out.
 */
export const toldBy = (family: string): string =>
  `UPDATE copy SET told_by = told.by_record FROM (
     SELECT c.record, CASE WHEN s.number = ''
       THEN first_value(c.record) OVER (ORDER BY c.superseded_by IS NOT NULL, s.number = '', d.received_at, d.id)
       ELSE first_value(c.record) OVER (PARTITION BY s.number ORDER BY c.superseded_by IS NOT NULL, d.received_at, d.id)
       END AS by_record
     FROM copy c JOIN signature s ON s.record = c.record JOIN record r ON r.number = c.record JOIN document d ON d.id = r.document_id
     WHERE c.family = ${family}) AS told
   WHERE copy.record = told.record AND copy.told_by IS DISTINCT FROM told.by_record`
