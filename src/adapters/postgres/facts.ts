// The rows of facts in PostgreSQL: written with the index rows of their record; they go with it.

import { factDocumentOf, factRowsOf } from '../../facts/rows.ts'
import type { VanthuRecord } from '../../model.ts'
import { dayOf } from '../search/words.ts'
import type { Ask } from './database.ts'
import { indexedWord } from './words.ts'

/** Rows are sent in statements of about this many UTF-16 units. */
const statementLength = 2_000_000

/** Replaces the facts of a record; `number` is its row number. Part of the transaction of `ask`. */
export async function writeFacts(ask: Ask, number: string, record: VanthuRecord): Promise<void> {
  await ask('DELETE FROM fact WHERE record = $1', [number])
  await ask('DELETE FROM fact_document WHERE record = $1', [number])
  const { title, number: own, numberKey, issuer, first, last } = factDocumentOf(record)
  await ask('INSERT INTO fact_document VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    number,
    title,
    own,
    numberKey,
    issuer,
    first,
    last,
  ])
  let waiting: string[] = []
  let length = 0
  const write = async () => {
    if (waiting.length === 0) return
    // Facts have no half surrogate pairs and no U+0000 (see `keepable`), so that JSON carries them as they are.
    await ask(
      `WITH new AS (
         INSERT INTO fact (record, kind, place, day, type, key, label, sub, rank, first, last, value, words, about, bodies)
         SELECT $1, kind, place, $2, $3, key, label, sub, rank, first, last, value, words, about, bodies
         FROM json_to_recordset($4::json) AS row (kind text, place integer, key text, label text, sub text,
           rank integer, first text, last text, value text, words text[], about text[], bodies text[])
         RETURNING number, value)
       INSERT INTO fact_province
       SELECT new.number, province.id, province.current
       FROM new, json_to_recordset(new.value::json -> 'provinces') AS province (id text, current text)
       ON CONFLICT DO NOTHING`,
      [number, dayOf(record), record.documentType, `[${waiting.join(',')}]`],
    )
    waiting = []
    length = 0
  }
  for (const { value, words, about, bodies, ...row } of factRowsOf(record)) {
    const json = JSON.stringify({
      ...row,
      value: JSON.stringify(value),
      words: wordsOf(words),
      about: wordsOf(about),
      bodies: wordsOf(bodies),
    })
    if (length > statementLength) await write()
    waiting.push(json)
    length += json.length
  }
  await write()
}

/** The folded words of a text, each once, as they are indexed. */
export const wordsOf = (folded: string): string[] => [
  ...new Set(folded.split(' ').filter(Boolean).map(indexedWord)),
]

/** What is wrong with the facts of a record, in words; `found` are the rows there are. */
export function factFaultsOf(
  record: VanthuRecord,
  found: { facts: number; documents: number },
): string[] {
  const expected = factRowsOf(record).length
  return [
    ...(found.documents === 1 ? [] : ['no facts of the document']),
    ...(found.facts === expected ? [] : [`${found.facts} facts instead of ${expected}`]),
  ]
}
