// Search in PostgreSQL: which records match, in which order, how many of what; one page of them with highlights.
//
// The same order as in SQLite (sqlite-search.ts), and the same one shown of each family: records that hold the words with the marks as typed, then in the title,
// then one after the other; among equals the newest first. One statement finds, counts and sorts, so that it sees one state
// of the archive.
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
import type { Ask, Value } from './database.ts'
import { indexedWord, tsqueryOf } from './words.ts'

type Found = {
  number: string
  rank: number
  day: string
  id: string
  hasCopies: boolean
  /** Others of its family that match and are not shown. */
  matching: number
}
type Answer = Record<'province' | 'official' | 'year' | 'type', FacetCount[]> & {
  total: number
  /** Highest row number of a record. */
  newest: number
  page: Found[]
}

/** Makes the search of one database. */
export function createPostgresSearch(ask: Ask): (query: SearchQuery) => Promise<SearchResult> {
  async function find(query: SearchQuery, words: QueryWords): Promise<Answer> {
    const { sql, values } = statementOf(query, words)
    const { rows } = await ask(sql, values)
    return rows[0]?.answer
  }

  return async (query) => {
    const typed = parseWords(query.q ?? '')
    // Something was typed, but no word: "???" finds nothing rather than everything.
    if (query.q?.trim() && typed.groups.length === 0) {
      if (query.cursor) readCursor(query.cursor)
      const facets = { province: [], official: [], year: [], type: [] }
      return { total: 0, hits: [], facets, next: null }
    }
    let words: QueryWords = { ...typed, unfinished: false }
    let answer = await find(query, words)
    if (answer.total === 0 && typed.unfinished) {
      // No document has the last word whole; it may be the beginning of one.
      words = typed
      answer = await find(query, words)
    }
    const { total, newest, page, ...facets } = answer
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
        return [hitOf(id, row.name, JSON.parse(row.body), words, { copies, copyCounts })]
      }),
      facets,
      next:
        page.length > query.limit && last
          ? writeCursor({ ...last, until: query.cursor ? readCursor(query.cursor).until : newest })
          : null,
    }
  }
}

/** The statement that answers a query: total, one page and one hit more, facets, as one JSON value. */
function statementOf(query: SearchQuery, words: QueryWords): { sql: string; values: Value[] } {
  const values: Value[] = []
  const value = (one: Value): string => `$${values.push(one)}`
  const where = conditionsOf(query, words, value)
  const { joins, rank } = rankOf(words, value)
  const after = query.cursor ? readCursor(query.cursor) : null
  if (after) where.push(`r.number <= ${value(after.until)}`)
  const facet = (name: string, what: string, from: string) =>
    `'${name}', (SELECT coalesce(json_agg(f), '[]') FROM (
       SELECT value, count(*) AS count FROM (SELECT DISTINCT ${what} AS value, m.family FROM ${from}) AS one
       GROUP BY value ORDER BY count DESC, value LIMIT ${facetLimit}) f)`
  const sql = `
    WITH matched AS MATERIALIZED (
      SELECT r.number, ${rank} AS rank, r.day, r.document_id AS id, r.type, c.record IS NOT NULL AS has_copies,
        ${after ? `c.superseded_by <= ${value(after.until)}` : 'c.superseded_by IS NOT NULL'} AS superseded,
        ${query.copies === 'all' ? 'r.number' : 'coalesce(c.family, r.number)'} AS family
      FROM record r LEFT JOIN copy c ON c.record = r.number ${joins}
      ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
    ), sorted AS MATERIALIZED (
      SELECT m.number, m.family, row_number() OVER (
        PARTITION BY m.family ORDER BY coalesce(m.superseded, FALSE), m.rank DESC, d.received_at, m.id) AS place
      FROM matched m JOIN document d ON d.id = m.id WHERE m.has_copies
    ), hits AS (
      SELECT * FROM matched m WHERE NOT EXISTS (SELECT FROM sorted s WHERE s.number = m.number AND s.place > 1)
    )
    SELECT json_build_object(
      'total', (SELECT count(*) FROM matched) - (SELECT count(*) FROM sorted WHERE place > 1),
      'newest', (SELECT max(number) FROM record),
      'page', (SELECT coalesce(json_agg(p), '[]') FROM (
        SELECT number::text, rank, day, id, has_copies AS "hasCopies",
          (SELECT count(*) FROM sorted s WHERE s.family = m.family AND s.place > 1) AS matching
        FROM hits m ${after ? afterCursor(after, value) : ''}
        ORDER BY rank DESC, day DESC, id LIMIT ${value(query.limit + 1)}) p),
      ${facet('province', 'p.id', 'matched m JOIN record_province p ON p.record = m.number')},
      ${facet('official', 'o.name', 'matched m JOIN record_official o ON o.record = m.number')},
      ${facet('year', 'y.year', 'matched m JOIN record_year y ON y.record = m.number')},
      ${facet('type', 'm.type', 'matched m')}
    ) AS answer`
  return { sql, values }
}

function conditionsOf(
  query: SearchQuery,
  words: QueryWords,
  value: (one: Value) => string,
): string[] {
  const where: string[] = []
  if (words.groups.length > 0)
    where.push(`r.number IN (${recordsWith('folded_words', groupsOf(words), value)})`)
  if (query.province) {
    const id = value(query.province)
    where.push(
      `r.number IN (SELECT record FROM record_province WHERE id = ${id} OR current = ${id})`,
    )
  }
  if (query.year)
    where.push(`r.number IN (SELECT record FROM record_year WHERE year = ${value(query.year)})`)
  if (query.type) where.push(`r.type = ${value(query.type)}`)
  const official = officialWords(query)
  if (official.length > 0)
    where.push(
      `r.number IN (SELECT record FROM record_official WHERE words @> ${value(official.map(indexedWord))}::text[])`,
    )
  else if (query.official?.trim()) where.push('FALSE')
  return where
}

/** 4 for the marks as typed, 2 for the title, 1 for the words standing one after the other. */
function rankOf(words: QueryWords, value: (one: Value) => string): { joins: string; rank: string } {
  if (words.groups.length === 0) return { joins: '', rank: '0' }
  const all = words.groups.flat()
  const joins: string[] = []
  const terms: string[] = []
  const rankAs = (name: string, weight: number, records: string) => {
    joins.push(`LEFT JOIN (${records}) ${name} ON ${name}.record = r.number`)
    terms.push(`CASE WHEN ${name}.record IS NULL THEN 0 ELSE ${weight} END`)
  }
  rankAs('titled', 2, recordsWith('title_words', groupsOf(words), value))
  // One group was asked for as it is: whatever matches has its words one after the other.
  if (words.groups.length === 1) terms.push('1')
  else {
    const row = tsqueryOf(
      all.map((word) => word.folded),
      words.unfinished,
    )
    rankAs('adjacent', 1, recordsWith('folded_words', [row], value))
  }
  const marked = words.groups.flatMap((group, index) =>
    group
      .filter((word) => word.key !== word.folded)
      .map((word) => tsqueryOf([word.key], isUnfinished(words, index))),
  )
  if (marked.length > 0) rankAs('marked', 4, recordsWith('marked_words', marked, value))
  return { joins: joins.join(' '), rank: terms.join(' + ') }
}

/** The tsquery of each group of words. */
const groupsOf = (words: QueryWords): string[] =>
  words.groups.map((group, index) =>
    tsqueryOf(
      group.map((word) => word.folded),
      isUnfinished(words, index),
    ),
  )

const isUnfinished = (words: QueryWords, group: number) =>
  words.unfinished && group === words.groups.length - 1

/** Selects the records, each once, that meet all of these tsqueries: in their one row, or each in any of their rows. */
function recordsWith(
  table: 'folded_words' | 'title_words' | 'marked_words',
  queries: readonly string[],
  value: (one: Value) => string,
): string {
  const all = value(queries.map((query) => `(${query})`).join(' & '))
  const inParts = queries.map(
    (query) => `SELECT record FROM ${table} WHERE NOT whole AND words @@ ${value(query)}::tsquery`,
  )
  return `SELECT record FROM ${table} WHERE whole AND words @@ ${all}::tsquery
    UNION ALL (SELECT DISTINCT record FROM (${inParts.join(' INTERSECT ')}) AS part)`
}

function afterCursor(
  { rank, day, id }: { rank: number; day: string; id: string },
  value: (one: Value) => string,
): string {
  const [r, d, i] = [`${value(rank)}::float8`, value(day), value(id)]
  return `WHERE rank < ${r} OR (rank = ${r} AND (day < ${d} OR (day = ${d} AND id > ${i})))`
}
