// The rows of a record in PostgreSQL that hits are sorted, counted and weighed by.
import type { VanthuRecord } from '../../model.ts'
import { numberKeyOf } from '../../text/number-key.ts'
import {
  type FacetValue,
  facetFaults,
  facetsOf,
  facetText,
  type Origin,
  sourcesOf,
} from '../search/facets.ts'
import type { ProminentWords } from '../search/prominent.ts'
import { dayOf } from '../search/words.ts'
import type { Ask } from './database.ts'
import { indexedWord } from './words.ts'

/** A word of a level as it is kept. */
export const prominentWord = (word: string, level: number): string =>
  `${indexedWord(word)}~${level}`

/** Replaces the rows of a record. Part of the transaction of `ask`. */
export async function writeRecordIndex(
  ask: Ask,
  number: string,
  record: VanthuRecord,
  prominent: ProminentWords,
): Promise<void> {
  const found = await ask('SELECT document_id AS id FROM record WHERE number = $1', [number])
  const id = found.rows[0]?.id
  const facets = facetsOf(record, await readOrigins(ask, id))
  // In one statement, because ways to the server and back take longer than the work.
  await ask(
    `WITH prominent AS (
       INSERT INTO prominent_words (record, words) VALUES ($1, $6::text[])
       ON CONFLICT (record) DO UPDATE SET words = excluded.words
     )
     INSERT INTO record_index (record, day, id, number, facets) VALUES ($1, $2, $3, $4, $5::text[])
     ON CONFLICT (record) DO UPDATE SET day = excluded.day, number = excluded.number, facets = excluded.facets`,
    [
      number,
      dayOf(record),
      id,
      numberKeyOf(record.number ?? ''),
      facets.map(facetText),
      prominent.flatMap((words, level) => words.map((word) => prominentWord(word, level + 1))),
    ],
  )
}

/** A document came from a further place, or from one again. Part of the transaction of `ask`. */
export async function writeSourceFacets(ask: Ask, id: string): Promise<void> {
  const sources = sourcesOf(await readOrigins(ask, id)).map(
    (value): FacetValue => ({ field: 'source', value }),
  )
  await ask(
    `UPDATE record_index SET facets = ARRAY(SELECT f FROM unnest(facets) AS f WHERE NOT starts_with(f, 'source:')) || $2::text[]
     WHERE id = $1`,
    [id, sources.map(facetText)],
  )
}

async function readOrigins(ask: Ask, id: string): Promise<Origin[]> {
  const { rows } = await ask(
    'SELECT place, tags FROM source WHERE document_id = $1 ORDER BY number',
    [id],
  )
  return rows.map(({ place, tags }) => ({ place, tags: JSON.parse(tags) }))
}

/** Where the row of a record says something else than the record, in words. */
export async function recordIndexFaults(
  ask: Ask,
  record: VanthuRecord,
  id: string,
): Promise<string[]> {
  const { rows } = await ask('SELECT facets FROM record_index WHERE id = $1', [id])
  return facetFaults(rows[0]?.facets ?? null, facetsOf(record, await readOrigins(ask, id)))
}
