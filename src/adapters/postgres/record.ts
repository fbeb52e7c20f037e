// Writes records into PostgreSQL.
import type { Corrected } from '../corrected.ts'
import { dayOf, type IndexedWords } from '../search/words.ts'
import type { Ask } from './database.ts'
import { indexRecord } from './index.ts'

/** Writes a record with its index rows; `words` are its `indexedWords`. Part of the transaction of `ask`. */
export async function writeRecord(
  ask: Ask,
  id: string,
  { record, extracted }: Corrected,
  words: IndexedWords,
): Promise<void> {
  const { parser, extractor, lexicon } = record.madeBy
  const { rows } = await ask(
    // No ON CONFLICT, which takes a number each time: what search remembers is as long as the highest. The document is locked.
    `WITH known AS (
       UPDATE record SET day = $2, type = $3, body = $4, extracted = $5, parser = $6, extractor = $7, lexicon = $8
       WHERE document_id = $1 RETURNING number
     ), added AS (
       INSERT INTO record (document_id, day, type, body, extracted, parser, extractor, lexicon)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE NOT EXISTS (SELECT FROM known) RETURNING number
     )
     SELECT number FROM known UNION ALL SELECT number FROM added`,
    [
      id,
      dayOf(record),
      record.documentType,
      JSON.stringify(record),
      extracted && JSON.stringify(extracted),
      parser,
      extractor,
      lexicon,
    ],
  )
  await indexRecord(ask, rows[0]?.number, record, words)
}
