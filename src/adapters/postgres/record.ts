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
    `INSERT INTO record (document_id, day, type, body, extracted, parser, extractor, lexicon)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (document_id) DO UPDATE SET day = excluded.day, type = excluded.type, body = excluded.body,
       extracted = excluded.extracted, parser = excluded.parser, extractor = excluded.extractor,
       lexicon = excluded.lexicon
     RETURNING number`,
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
