// Search in SQLite: which records match, in which order, how many of what; one page of them with highlights.
//
// Order: records that hold the words with the marks as typed, then in the title, then one after the other; among equals
// the newest first. The order does not depend on other documents, so a cursor stays true while documents come in.
import type { DatabaseSync } from 'node:sqlite'
import type { FacetCount, SearchQuery, SearchResult } from '../ports.ts'
import { facetLimit, hitOf, officialWords, readCursor, writeCursor } from './search-page.ts'
import { parseWords, type QueryWords } from './search-words.ts'

/** Makes the search of one connection. The result is put together in a temporary table of that connection. */
export function createSqliteSearch(connection: DatabaseSync): (query: SearchQuery) => SearchResult {
  connection.exec(
    'CREATE TEMP TABLE matched (record INTEGER PRIMARY KEY, rank INTEGER NOT NULL, day TEXT NOT NULL, id TEXT NOT NULL)',
  )

  function match(query: SearchQuery, words: QueryWords): number {
    const where: string[] = []
    const values: Record<string, string> = {}
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
        `INSERT INTO temp.matched SELECT number, ${rank}, day, document_id FROM record
         ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`,
      )
      .run({ ...values, ...rankValues })
    return Number(changes)
  }

  const facet = (sql: string): FacetCount[] =>
    connection
      .prepare(`${sql} GROUP BY value ORDER BY count DESC, value LIMIT ${facetLimit}`)
      .all()
      .map((row) => ({ value: String(row.value), count: Number(row.count) }))

  return (query) => {
    const after = query.cursor ? readCursor(query.cursor) : null
    const typed = parseWords(query.q ?? '')
    // Something was typed, but no word: "???" finds nothing rather than everything.
    const nothing = Boolean(query.q?.trim()) && typed.groups.length === 0
    let words: QueryWords = { ...typed, unfinished: false }
    let total = nothing ? 0 : match(query, words)
    if (total === 0 && typed.unfinished) {
      // No document has the last word whole; it may be the beginning of one.
      words = typed
      total = match(query, words)
    }
    if (nothing) connection.exec('DELETE FROM temp.matched')
    const rows = connection
      .prepare(
        `SELECT m.rank, m.day, m.id, d.name, r.body FROM temp.matched m
         JOIN record r ON r.number = m.record JOIN document d ON d.id = m.id
         ${after ? 'WHERE m.rank < $rank OR (m.rank = $rank AND (m.day < $day OR (m.day = $day AND m.id > $id)))' : ''}
         ORDER BY m.rank DESC, m.day DESC, m.id LIMIT $limit`,
      )
      .all({ ...(after ?? {}), limit: query.limit + 1 })
    const page = rows.slice(0, query.limit)
    const last = page.at(-1)
    return {
      total,
      hits: page.map((row) =>
        hitOf(String(row.id), String(row.name), JSON.parse(String(row.body)), words),
      ),
      facets: {
        province: facet(
          'SELECT p.id AS value, count(*) AS count FROM temp.matched m JOIN record_province p ON p.record = m.record',
        ),
        official: facet(
          'SELECT o.name AS value, count(*) AS count FROM temp.matched m JOIN record_official o ON o.record = m.record',
        ),
        year: facet(
          'SELECT y.year AS value, count(*) AS count FROM temp.matched m JOIN record_year y ON y.record = m.record',
        ),
        type: facet(
          'SELECT r.type AS value, count(*) AS count FROM temp.matched m JOIN record r ON r.number = m.record',
        ),
      },
      next:
        rows.length > query.limit && last
          ? writeCursor({ rank: Number(last.rank), day: String(last.day), id: String(last.id) })
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
