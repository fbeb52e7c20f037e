// Writes records into SQLite.
import type { Corrected } from '../corrected.ts'
import { dayOf } from '../search/words.ts'
import { indexRecord } from './index.ts'
import type { Prepare } from './prepared.ts'

/** Writes a record with its index rows and its family. Part of the transaction under way. */
export function writeRecord(sql: Prepare, id: string, { record, extracted }: Corrected): void {
  const { parser, extractor, lexicon } = record.madeBy
  const saved = sql(
    `INSERT INTO record (document_id, day, type, body, extracted, parser, extractor, lexicon)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (document_id) DO UPDATE SET day = excluded.day, type = excluded.type, body = excluded.body,
       extracted = excluded.extracted, parser = excluded.parser, extractor = excluded.extractor,
       lexicon = excluded.lexicon
     RETURNING number`,
  ).get(
    id,
    dayOf(record),
    record.documentType,
    JSON.stringify(record),
    extracted && JSON.stringify(extracted),
    parser,
    extractor,
    lexicon,
  )
  indexRecord(sql, Number(saved?.number), record)
}
