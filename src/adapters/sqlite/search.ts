// Search in SQLite: which records match, in which order, how many of what; one page of them with highlights.
//
// Of the documents of one family that match (see `Store.copiesOf`), one is shown: one that no other of them came later than from the
// same place, with the best rank, received first.
//
// Order: records that hold the words with the marks as typed, then in the title, then one after the other; among equals
// the newest first. The order does not depend on other documents, so a cursor stays true while documents come in.
import type { DatabaseSync } from 'node:sqlite'
import type { FacetCount, SearchQuery, SearchResult } from '../../ports/search.ts'
import {
  facetLimit,
  hitOf,
  mostCopies,
  officialWords,
  readCursor,
  writeCursor,
} from '../search/page.ts'
import { parseWords, type QueryWords } from '../search/words.ts'
import { readCopies } from './copies.ts'
import type { Prepare } from './prepared.ts'

/** Makes the search of one connection. The result is put together in a temporary table of that connection. */
export function createSqliteSearch(
  connection: DatabaseSync,
  sql: Prepare,
): (query: SearchQuery) => SearchResult {
  connection.exec(
    `CREATE TEMP TABLE matched (record INTEGER PRIMARY KEY, rank INTEGER NOT NULL, day TEXT NOT NULL, id TEXT NOT NULL,
       family INTEGER NOT NULL, hidden INTEGER NOT NULL DEFAULT 0)`,
  )

  /** Fills the table with the records that match, up to a row number; gives how many. */
  function match(query: SearchQuery, words: QueryWords, until: number | undefined): number {
    const where: string[] = []
    const values: Record<string, string | number> = {}
    if (until !== undefined) {
      // The plus sign: what is asked for finds the rows, not this.
      where.push('+number <= $until')
      values.until = until
    }
    if (words.groups.length > 0) {
      where.push('number IN (SELECT rowid FROM folded_words WHERE folded_words MATCH $words)')
      values.words = allOf(words, 'folded')
    }
    if (query.province) {
      where.push(
        'number IN (SELECT record FROM record_province WHERE id = $province OR current = $province)',
      )
      values.province = query.province
    }
    if (query.year) {
      where.push('number IN (SELECT record FROM record_year WHERE year = $year)')
      values.year = query.year
    }
    if (query.type) {
      where.push('type = $type')
      values.type = query.type
    }
    for (const [index, word] of officialWords(query).entries()) {
      values[`official${index}`] = `% ${word} %`
    }
    const names = Object.keys(values).filter((name) => name.startsWith('official'))
    if (names.length > 0) {
      const every = names.map((name) => `folded LIKE $${name}`).join(' AND ')
      where.push(`number IN (SELECT record FROM record_official WHERE ${every})`)
    } else if (query.official?.trim()) where.push('FALSE')
    const { sql: rank, values: rankValues } = rankOf(words)
    connection.exec('DELETE FROM temp.matched')
    const { changes } = connection
      .prepare(
        `INSERT INTO temp.matched (record, rank, day, id, family)
         SELECT number, ${rank}, day, document_id, ${query.copies === 'all' ? 'number' : 'coalesce(family, number)'}
         FROM record LEFT JOIN copy ON copy.record = number
         ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`,
      )
      .run({ ...values, ...rankValues })
    return Number(changes)
  }

  /** Hides all but one of each family, as of a row number of records; gives how many. */
  function hide(until = Number.MAX_SAFE_INTEGER): number {
    const { changes } = connection
      .prepare(
        `UPDATE temp.matched SET hidden = 1 WHERE record IN (
           SELECT record FROM (
             SELECT m.record, row_number() OVER (
               PARTITION BY m.family ORDER BY coalesce(c.superseded_by <= ?, FALSE), m.rank DESC, d.received_at, m.id) AS place
             FROM copy c JOIN temp.matched m ON m.record = c.record JOIN document d ON d.id = m.id
           ) AS one WHERE place > 1)`,
      )
      .run(until)
    return Number(changes)
  }

  const facet = (sql: string): FacetCount[] =>
    connection
      .prepare(`${sql} GROUP BY value ORDER BY count DESC, value LIMIT ${facetLimit}`)
      .all()
      .map((row) => ({ value: String(row.value), count: Number(row.count) }))

  const newestRecord = () =>
    Number(connection.prepare('SELECT max(number) AS number FROM record').get()?.number)

  return (query) => {
    const after = query.cursor ? readCursor(query.cursor) : null
    const typed = parseWords(query.q ?? '')
    // Something was typed, but no word: "???" finds nothing rather than everything.
    const nothing = Boolean(query.q?.trim()) && typed.groups.length === 0
    let words: QueryWords = { ...typed, unfinished: false }
    const until = after?.until
    let found = nothing ? 0 : match(query, words, until)
    if (found === 0 && typed.unfinished) {
      // No document has the last word whole; it may be the beginning of one.
      words = typed
      found = match(query, words, until)
    }
    if (nothing) connection.exec('DELETE FROM temp.matched')
    const hidden = query.copies === 'all' ? 0 : hide(until)
    const rows = connection
      .prepare(
        `SELECT m.rank, m.day, m.id, d.name, r.body, c.record AS has_copies,
           (SELECT count(*) FROM copy other JOIN temp.matched o ON o.record = other.record
            WHERE other.family = c.family AND o.family = m.family) - 1 AS matching
         FROM temp.matched m JOIN record r ON r.number = m.record JOIN document d ON d.id = m.id
           LEFT JOIN copy c ON c.record = m.record
         WHERE NOT m.hidden
         ${after ? 'AND (m.rank < $rank OR (m.rank = $rank AND (m.day < $day OR (m.day = $day AND m.id > $id))))' : ''}
         ORDER BY m.rank DESC, m.day DESC, m.id LIMIT $limit`,
      )
      .all({
        ...(after ? { rank: after.rank, day: after.day, id: after.id } : {}),
        limit: query.limit + 1,
      })
    const page = rows.slice(0, query.limit)
    const last = page.at(-1)
    const copiesOf = ({ id, has_copies: has, matching }: (typeof rows)[number]) => {
      if (has === null) return { copies: [], copyCounts: { all: 0, matching: 0 } }
      const { count, copies } = readCopies(sql, String(id), mostCopies)
      return { copies, copyCounts: { all: count, matching: Number(matching) } }
    }
    // Where none is hidden, no family counts twice.
    const count = hidden > 0 ? 'count(DISTINCT m.family)' : 'count(*)'
    return {
      total: found - hidden,
      hits: page.map((row) =>
        hitOf(String(row.id), String(row.name), JSON.parse(String(row.body)), words, copiesOf(row)),
      ),
      facets: {
        province: facet(
          `SELECT p.id AS value, ${count} AS count FROM temp.matched m JOIN record_province p ON p.record = m.record`,
        ),
        official: facet(
          `SELECT o.name AS value, ${count} AS count FROM temp.matched m JOIN record_official o ON o.record = m.record`,
        ),
        year: facet(
          `SELECT y.year AS value, ${count} AS count FROM temp.matched m JOIN record_year y ON y.record = m.record`,
        ),
        type: facet(
          `SELECT r.type AS value, ${count} AS count FROM temp.matched m JOIN record r ON r.number = m.record`,
        ),
      },
      next:
        rows.length > query.limit && last
          ? writeCursor({
              rank: Number(last.rank),
              day: String(last.day),
              id: String(last.id),
              until: until ?? newestRecord(),
            })
          : null,
    }
  }
}

/** The FTS5 expression that all words must meet. Every word is quoted, so nothing in it is syntax. */
function allOf(words: QueryWords, form: 'folded' | 'key', only = (_: string) => true): string {
  return words.groups
    .map((group, index) => {
      const kept = group.filter((word) => form === 'folded' || only(word.key))
      if (kept.length === 0) return ''
      const star = words.unfinished && index === words.groups.length - 1 ? '*' : ''
      return form === 'folded'
        ? `"${group.map((word) => word.folded).join(' ')}"${star}`
        : kept.map((word) => `"${word.key}"${star}`).join(' AND ')
    })
    .filter(Boolean)
    .join(' AND ')
}

/** 4 for the marks as typed, 2 for the title, 1 for the words standing one after the other. */
function rankOf(words: QueryWords): { sql: string; values: Record<string, string> } {
  if (words.groups.length === 0) return { sql: '0', values: {} }
  const all = words.groups.flat()
  const terms = [
    '2 * (number IN (SELECT rowid FROM folded_words WHERE folded_words MATCH $titled))',
    '(number IN (SELECT rowid FROM folded_words WHERE folded_words MATCH $adjacent))',
  ]
  const star = words.unfinished ? '*' : ''
  const values: Record<string, string> = {
    titled: `{title} : (${allOf(words, 'folded')})`,
    adjacent: `"${all.map((word) => word.folded).join(' ')}"${star}`,
  }
  const marked = new Set(all.filter((word) => word.key !== word.folded).map((word) => word.key))
  if (marked.size > 0) {
    terms.push('4 * (number IN (SELECT rowid FROM marked_words WHERE marked_words MATCH $marked))')
    values.marked = allOf(words, 'key', (key) => marked.has(key))
  }
  return { sql: terms.join(' + '), values }
}
