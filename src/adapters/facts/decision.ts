// Decisions about namesakes as rows, the same for every database.
import { createHash } from 'node:crypto'
import type { PersonDecision } from '../../ports/facts.ts'

/** The key of a decision: the same for the same two in either order. */
export function keyOfDecision({
  action,
  one,
  other,
}: Pick<PersonDecision, 'action' | 'one' | 'other'>): string {
  const both = [one, ...(other ? [other] : [])].map(({ name, document }) => [name, document])
  const text = JSON.stringify([action, both.map((pair) => JSON.stringify(pair)).sort()])
  return createHash('sha256').update(text).digest('hex')
}

export function decisionOf(row: Record<string, unknown>): PersonDecision {
  const text = (column: string) => String(row[column])
  return {
    action: row.action === 'same' ? 'same' : 'alone',
    one: { name: text('one_name'), document: text('one_document') },
    other:
      row.other_document === ''
        ? null
        : { name: text('other_name'), document: text('other_document') },
    who: text('who'),
    at: text('at'),
  }
}

/** The values of a row, in the order of the table's columns. */
export const decisionRow = (decision: PersonDecision): string[] => [
  keyOfDecision(decision),
  decision.action,
  decision.one.name,
  decision.one.document,
  decision.other?.name ?? '',
  decision.other?.document ?? '',
  decision.who,
  decision.at,
]
