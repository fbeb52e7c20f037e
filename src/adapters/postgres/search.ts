// Search in PostgreSQL: which records match, in which order, how many of what; one page of them with highlights.
//
// The same order as in SQLite (see search/rank.ts), and the same one shown of each family.
import type { FoundHits, StoreQuery } from '../../ports/search.ts'
import { type Asked, askedOf } from '../search/asked.ts'
import { type Cursor, readCursor, writeCursor } from '../search/cursor.ts'
import { allFacets, hitOf, mostCopies, nothing } from '../search/page.ts'
import { readCopies } from './copies.ts'
import type { PostgresDatabase } from './database.ts'
import { type StatementAnswer, statementOf } from './search-statement.ts'

/** Makes the search of one database. */
export function createPostgresSearch({
  ask,
  transaction,
}: PostgresDatabase): (query: StoreQuery) => Promise<FoundHits> {
  async function find(
    query: StoreQuery,
    asked: Asked,
    cursor: Cursor | null,
  ): Promise<StatementAnswer> {
    const { sql, values } = statementOf(query, asked, cursor)
    const { rows } = await transaction(async (askHere) => {
      // For words that many documents have, the server would read whole tables. It does not reckon that their texts are compressed
      // and kept elsewhere: the index takes a tenth of the time.
      await askHere('SET LOCAL enable_seqscan = off')
      return askHere(sql, values)
    })
    return rows[0]?.answer
  }

  return async (query) => {
    const cursor = query.cursor ? readCursor(query.cursor) : null
    const typed = askedOf(query)
    if (typed.isNothing) return nothing()
    let asked: Asked = { ...typed, isUnfinished: false }
    let answer = await find(query, asked, cursor)
    if (answer.total === 0 && typed.isUnfinished) {
      // No document has the last word whole; it may be the beginning of one.
      asked = typed
      answer = await find(query, asked, cursor)
    }
    const { total, newest, page, facets, weights } = answer
    const shown = page.slice(0, query.limit)
    const last = shown.at(-1)
    const { rows } = await ask(
      `SELECT r.number, d.name, r.body FROM record r JOIN document d ON d.id = r.document_id
       WHERE r.number = ANY ($1::bigint[])`,
      [shown.map((found) => found.number)],
    )
    const families = await readCopies(
      ask,
      shown.filter(({ hasCopies }) => hasCopies).map(({ id }) => id),
      mostCopies,
    )
    const bodies = new Map(rows.map((row) => [String(row.number), row]))
    return {
      total,
      hits: shown.flatMap(({ number, id, matching }) => {
        const row = bodies.get(number)
        if (!row) return []
        const { count, copies } = families.get(id) ?? { count: 0, copies: [] }
        const copyCounts = { all: count, matching }
        return [hitOf(id, row.name, JSON.parse(row.body), asked, { copies, copyCounts })]
      }),
      facets: allFacets((field) =>
        facets
          .filter(({ facet }) => facet.startsWith(`${field}:`))
          .map(({ facet, count }) => ({ value: facet.slice(field.length + 1), count })),
      ),
      next:
        page.length > query.limit && last
          ? writeCursor({ ...last, until: cursor?.until ?? newest, weights })
          : null,
    }
  }
}
