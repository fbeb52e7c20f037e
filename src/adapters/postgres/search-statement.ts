// The statement that answers a search in PostgreSQL: total, one page and one hit more, facets, as one JSON value. One statement
// finds, counts and sorts, so that it sees one state of the archive.
import type { FacetField, StoreQuery } from '../../ports/search.ts'
import type { Asked } from '../search/asked.ts'
import type { Cursor } from '../search/cursor.ts'
import { facetText } from '../search/facets.ts'
import { facetLimit } from '../search/page.ts'
import { classes, mostPaired, numbersIn, pairsIn, pairWeight, scoredWords } from '../search/rank.ts'
import {
  adjacentRecords,
  markedRecords,
  type TakeValue,
  titledRecords,
  valuesOf,
  wordConditions,
} from './conditions.ts'
import type { Value } from './database.ts'
import { prominentWord } from './record-index.ts'
import { tsqueryOf } from './words.ts'

export type FoundRow = {
  number: string
  rank: number
  score: number
  day: string
  id: string
  hasCopies: boolean
  /** Others of its family that match and are not shown. */
  matching: number
}

export type StatementAnswer = {
  total: number
  /** Highest row number of a record. */
  newest: number
  weights: number[]
  page: FoundRow[]
  facets: Array<{ facet: `${FacetField}:${string}`; count: number }>
}

export function statementOf(
  query: StoreQuery,
  asked: Asked,
  cursor: Cursor | null,
): { sql: string; values: Value[] } {
  const values: Value[] = []
  const value: TakeValue = (one) => `$${values.push(one)}`
  const { selections } = asked
  const where = wordConditions(asked, value)
  const chosen = selections.map((selection, n) => `${valuesOf(selection, value)} AS s${n}`)
  // What lacks one of the values chosen still counts for the others of its facet.
  if (selections.length > 1)
    where.push(`${selections.map((_, n) => `s${n}::int`).join(' + ')} >= ${selections.length - 1}`)
  if (cursor) where.push(`i.record <= ${value(cursor.until)}`)
  const missed = selections
    .map(({ field }, n) => `WHEN NOT s${n} THEN ${value(`${field}:`)}`)
    .join(' ')
  const { joins, rank, score, common, weights } = rankOf(asked, cursor, value)
  const asksFor = selections.flatMap(({ field, values: all }) =>
    all.map((one) => facetText({ field, value: one })),
  )
  const isEachByItself = query.copies === 'all'
  const counted = (which: string, count: string) =>
    `SELECT facet, ${count} AS count FROM matched m, unnest(m.facets) AS facet
     WHERE ${which} AND (m.missed IS NULL OR starts_with(facet, m.missed)) GROUP BY facet`
  const counts = isEachByItself
    ? counted('TRUE', 'count(*)')
    : `SELECT facet, sum(count)::int AS count FROM (
         ${counted('NOT m.has_copies', 'count(*)')} UNION ALL ${counted('m.has_copies', 'count(DISTINCT m.family)')}
       ) AS both_kinds GROUP BY facet`
  const sql = `
    WITH base AS MATERIALIZED (
      SELECT i.record, i.day, i.id, i.number, i.facets, ${missed ? `CASE ${missed} END` : 'NULL::text'} AS missed
      FROM record_index i ${chosen.length > 0 ? `CROSS JOIN LATERAL (SELECT ${chosen.join(', ')}) AS chosen` : ''}
      ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
    ), ${common} matched AS MATERIALIZED (
      SELECT i.record AS number, ${rank} AS rank, ${score} AS score, i.day, i.id, i.facets, i.missed,
        c.record IS NOT NULL AS has_copies,
        ${cursor ? `c.superseded_by <= ${value(cursor.until)}` : 'c.superseded_by IS NOT NULL'} AS superseded,
        ${isEachByItself ? 'i.record' : 'coalesce(c.family, i.record)'} AS family
      FROM base i LEFT JOIN copy c ON c.record = i.record ${joins}
    ), sorted AS MATERIALIZED (
      SELECT m.number, m.family, row_number() OVER (
        PARTITION BY m.family ORDER BY coalesce(m.superseded, FALSE), m.rank DESC, m.score DESC, d.received_at, m.id) AS place
      FROM matched m JOIN document d ON d.id = m.id WHERE m.has_copies AND m.missed IS NULL
    ), hits AS (
      SELECT * FROM matched m
      WHERE m.missed IS NULL AND NOT EXISTS (SELECT FROM sorted s WHERE s.number = m.number AND s.place > 1)
    ), counts AS (${counts}), ranked AS (
      SELECT facet, count, row_number() OVER (
        PARTITION BY split_part(facet, ':', 1) ORDER BY count DESC, facet) AS place FROM counts
    )
    SELECT json_build_object(
      'total', (SELECT count(*) FROM matched WHERE missed IS NULL) - (SELECT count(*) FROM sorted WHERE place > 1),
      'newest', (SELECT coalesce(max(number), 0) FROM record),
      'weights', ${weights},
      'page', (SELECT coalesce(json_agg(p), '[]') FROM (
        SELECT number::text, rank, score, day, id, has_copies AS "hasCopies",
          (SELECT count(*) FROM sorted s WHERE s.family = m.family AND s.place > 1) AS matching
        FROM hits m ${cursor ? afterCursor(cursor, value) : ''}
        ORDER BY rank DESC, score DESC, day DESC, id LIMIT ${value(query.limit + 1)}) p),
      'facets', (SELECT coalesce(json_agg(json_build_object('facet', facet, 'count', count) ORDER BY place), '[]')
        FROM ranked WHERE place <= ${facetLimit} OR facet = ANY (${value(asksFor)}::text[]))
    ) AS answer`
  return { sql, values }
}

/** Class and score of `i` (see search/rank.ts), with what they are reckoned from. */
function rankOf(
  asked: Asked,
  cursor: Cursor | null,
  value: TakeValue,
): { joins: string; rank: string; score: string; common: string; weights: string } {
  if (asked.wanted.length === 0)
    return { joins: '', rank: '0', score: '0', common: '', weights: `'[]'::json` }
  const joins: string[] = []
  const terms: string[] = []
  const rankAs = (name: string, weight: number, records: string | null) => {
    if (records === null) return
    joins.push(`LEFT JOIN (${records}) ${name} ON ${name}.record = i.record`)
    terms.push(`CASE WHEN ${name}.record IS NULL THEN 0 ELSE ${weight} END`)
  }
  rankAs('titled', classes.title, titledRecords(asked, value))
  rankAs('marked', classes.marked, markedRecords(asked, value))
  const adjacent = adjacentRecords(asked, value)
  if (adjacent === null) terms.push(String(classes.adjacent))
  else rankAs('adjacent', classes.adjacent, adjacent)
  const numbers = numbersIn(asked.wanted)
  if (numbers.length > 0)
    terms.push(
      `CASE WHEN i.number = ANY (${value(numbers)}::text[]) THEN ${classes.number} ELSE 0 END`,
    )
  const scores = scoresOf(asked, cursor, value)
  joins.push('LEFT JOIN scored ON scored.record = i.record')
  return {
    joins: joins.join(' '),
    rank: terms.join(' + '),
    score: 'coalesce(scored.score, 0)',
    common: scores,
    weights: `(SELECT json_agg(weight ORDER BY word) FROM weight)`,
  }
}

/**
 * The score of records in `scored`. The words are numbered from 0; the number behind them stands for pairs of words, which are
 * worth something where few enough records match.
 */
function scoresOf(asked: Asked, cursor: Cursor | null, value: TakeValue): string {
  const words = scoredWords(asked)
  const pairs = pairsIn(asked)
  // Each level by itself: the index answers that, where the words of thousands of rows would be read out of their compressed form.
  const strong = words.flatMap(({ word }, n) =>
    [1, 2, 3].map(
      (reached) => `SELECT ${n} AS word, record, 1 AS level, ${reached} AS reached
      FROM prominent_words WHERE words @> ARRAY[${value(prominentWord(word, reached))}::text]`,
    ),
  )
  const weight = cursor
    ? `SELECT n - 1 AS word, weight FROM unnest(${value(cursor.weights)}::int[]) WITH ORDINALITY AS w (weight, n)`
    : `SELECT n - 1 AS word, share * length(ltrim(
         (4 * greatest(1, max(amount) OVER ()) / greatest(1, amount))::int::bit(32)::text, '0')) AS weight
       FROM (SELECT n, share, (SELECT count(*) FROM strong WHERE word = n - 1 AND reached = 1) AS amount
         FROM unnest(${value(words.map(({ share }) => share))}::int[]) WITH ORDINALITY AS w (share, n)) AS amounts
       UNION ALL SELECT ${words.length},
         CASE WHEN ${pairs.length > 0} AND (SELECT count(*) FROM base) <= ${mostPaired} THEN ${pairWeight} ELSE 0 END`
  const paired =
    pairs.length === 0
      ? ''
      : `UNION ALL SELECT ${words.length}, record, count(DISTINCT pair) FROM base JOIN folded_words USING (record)
           JOIN unnest(${value(pairs.map((pair) => tsqueryOf(pair, false)))}::tsquery[]) AS pair ON words @@ pair
         WHERE (SELECT weight FROM weight WHERE word = ${words.length}) > 0 GROUP BY record`
  return `strong AS MATERIALIZED (${strong.join(' UNION ALL ') || 'SELECT 0 AS word, 0::bigint AS record, 0 AS level, 0 AS reached WHERE FALSE'}),
    weight AS MATERIALIZED (${weight}),
    scored AS MATERIALIZED (
      SELECT record, sum(level * weight)::int AS score FROM (SELECT word, record, level FROM strong ${paired}) AS levels
        JOIN weight USING (word) GROUP BY record),`
}

function afterCursor({ rank, score, day, id }: Cursor, value: TakeValue): string {
  const [r, s, d, i] = [`${value(rank)}::int`, `${value(score)}::int`, value(day), value(id)]
  return `WHERE rank < ${r} OR (rank = ${r} AND (score < ${s}
    OR (score = ${s} AND (day < ${d} OR (day = ${d} AND id > ${i})))))`
}
