// Pages of the documents in one state, the same for every database: where a page begins, and in which order it goes.
import { UserError } from '../errors.ts'
import type { DocumentRow } from '../model.ts'
import type { StateQuery } from '../ports/store.ts'

/** The place behind which a page begins. */
export type StatePlace = { since: string; id: string }

/** How a page is asked for in SQL: what waits goes from the oldest on, what ended from the latest on. */
export const directionOf = ({ state }: StateQuery) =>
  state === 'pending'
    ? ({ order: 'state_since, id', isBehind: '>', start: { since: '', id: '' } } as const)
    : // "\u{10FFFF}" comes behind every instant.
      ({
        order: 'state_since DESC, id DESC',
        isBehind: '<',
        start: { since: '\u{10FFFF}', id: '' },
      } as const)

/** The place of a cursor; that of the first page where there is none. Throws UserError where it is none of ours. */
export function placeOf(query: StateQuery): StatePlace {
  if (query.cursor === undefined) return directionOf(query).start
  const [since, id] = query.cursor.split('~')
  if (!since || id === undefined || !/^[0-9a-f]{64}$/.test(id))
    throw new UserError(
      'This cursor does not belong to a list of documents; begin again without one.',
    )
  return { since, id }
}

/** The page of the rows that were found, one more than asked for where there is a next page. */
export function statePage(found: DocumentRow[], limit: number) {
  const documents = found.slice(0, limit)
  const last = documents.at(-1)
  return { documents, next: last && found.length > limit ? `${last.stateSince}~${last.id}` : null }
}
