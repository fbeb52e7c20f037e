// Search in PostgreSQL: what is found of what is remembered in the process (see search/found), and one page of it with highlights.
//
// The rows of records are brought up to date before each search, and the sets of those that have its words; so a search is of a state
// of the archive later than its beginning, whichever process wrote it.
import type { FoundHits } from '../../ports/search.ts'
import type { Store } from '../../ports/store.ts'
import { type Asked, askedOf } from '../search/asked.ts'
import { readCursor } from '../search/cursor.ts'
import { type Found, find, type Memory, recordsOf } from '../search/found/find.ts'
import { matching } from '../search/found/matching.ts'
import type { Answer } from '../search/found/questions.ts'
import { hitOf, mostCopies, nothing } from '../search/page.ts'
import { readCopies } from './copies.ts'
import type { Ask, PostgresDatabase } from './database.ts'
import { RecordSets } from './record-sets.ts'
import { RememberedRows } from './rows.ts'

/** Makes the search of one database, and what else answers from its memory. */
export function createPostgresSearch({
  ask,
  askIndex,
}: PostgresDatabase): Pick<Store, 'countWith' | 'matching' | 'search'> {
  const remembered = new RememberedRows(ask)
  const sets = new RecordSets(askIndex, remembered)
  const memoryWith = (answer: Answer): Memory => ({
    rows: remembered.rows,
    names: remembered.names,
    answer,
  })

  return {
    async search(query) {
      const cursor = query.cursor ? readCursor(query.cursor) : null
      const typed = askedOf(query)
      if (typed.isNothing) return nothing()
      await remembered.refresh()
      const findOf = (asked: Asked): Promise<Found> =>
        sets.with((answer) => find(query, asked, cursor, memoryWith(answer)))
      let asked: Asked = { ...typed, isUnfinished: false }
      let found = await findOf(asked)
      if (found.total === 0 && typed.isUnfinished) {
        // No document has the last word whole; it may be the beginning of one.
        asked = typed
        found = await findOf(asked)
      }
      const { total, page, facets, next } = found
      return { total, hits: await hitsOf(ask, page, asked), facets, next }
    },

    async matching(query, { among, limit }) {
      const asked = { ...askedOf(query), isUnfinished: false }
      if (asked.isNothing) return []
      await remembered.refresh()
      const records = await sets.with((answer) => recordsOf(asked, memoryWith(answer)))
      const { rows } = await ask(
        `SELECT d.id, d.changed_at FROM record r JOIN document d ON d.id = r.document_id
         WHERE r.number = ANY ($1::bigint[]) AND ($2::text[] IS NULL OR d.id = ANY ($2::text[]))
         ORDER BY d.changed_at DESC, d.id LIMIT $3`,
        [records, among ? [...among] : null, limit],
      )
      return rows.map((row) => ({ id: row.id, changedAt: row.changed_at }))
    },

    async countWith(words) {
      const asked = askedOf({ words, limit: 1 })
      await remembered.refresh()
      return sets.with((answer) => matching(answer, asked)?.count ?? 0)
    },
  }
}

async function hitsOf(ask: Ask, page: Found['page'], asked: Asked): Promise<FoundHits['hits']> {
  if (page.length === 0) return []
  const { rows } = await ask(
    `SELECT r.number::float8 AS number, d.name, r.body, c.record IS NOT NULL AS has_copies
     FROM record r JOIN document d ON d.id = r.document_id LEFT JOIN copy c ON c.record = r.number
     WHERE r.number = ANY ($1::bigint[])`,
    [page.map(({ record }) => record)],
  )
  const bodies = new Map(rows.map((row) => [row.number, row]))
  const withCopies = page.flatMap(({ record, id }) => (bodies.get(record)?.has_copies ? id : []))
  const families = withCopies.length > 0 ? await readCopies(ask, withCopies, mostCopies) : new Map()
  return page.flatMap(({ record, id, matching }) => {
    const row = bodies.get(record)
    // Forgotten since it was found.
    if (!row) return []
    const { count, copies } = families.get(id) ?? { count: 0, copies: [] }
    const copyCounts = { all: count, matching }
    return [hitOf(id, row.name, JSON.parse(row.body), asked, { copies, copyCounts })]
  })
}
