// Writes the index rows of a record.
import type { VanthuRecord } from '../../model.ts'
import { likenessOf } from '../families.ts'
import type { IndexedWords } from '../search/words.ts'
import { setLikeness } from './copies.ts'
import type { Ask } from './database.ts'
import { writeFacts } from './facts.ts'
import { writeRecordIndex } from './record-index.ts'
import { writeVocabulary } from './vocabulary.ts'
import { tsvectorsOf, wordSetsOf } from './words.ts'

/** Rows of words are sent in statements of about this many UTF-16 units. */
const statementLength = 2_000_000

/**
 * Replaces what the index holds of a record; `number` is its row number, `words` are its `indexedWords`. Part of the
 * transaction of `ask`.
 */
export async function indexRecord(
  ask: Ask,
  number: string,
  record: VanthuRecord,
  words: IndexedWords,
): Promise<void> {
  for (const table of ['record_province', 'folded_words', 'title_words', 'marked_words'])
    await ask(`DELETE FROM ${table} WHERE record = $1`, [number])
  const { title, lead, body, officials, marked } = words
  await insertWords(ask, 'folded_words', number, tsvectorsOf([title, lead, body, officials]))
  await insertWords(ask, 'title_words', number, tsvectorsOf([title]))
  await insertWords(ask, 'marked_words', number, wordSetsOf(marked))
  await ask(
    `INSERT INTO record_province SELECT $1, * FROM unnest($2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
    [
      number,
      record.provinces.map((province) => province.id),
      record.provinces.map((province) => province.current),
    ],
  )
  await writeRecordIndex(ask, number, record, words.prominent)
  await writeFacts(ask, number, record)
  // From here on to the end of the transaction, no other family changes.
  await setLikeness(ask, Number(number), likenessOf(record, words.signature))
  // Last, so that whoever waits for a new word holds nothing that its writer waits for.
  await writeVocabulary(ask, words.vocabulary)
}

async function insertWords(
  ask: Ask,
  table: 'folded_words' | 'title_words' | 'marked_words',
  number: string,
  rows: Iterable<string>,
): Promise<void> {
  let waiting: string[] = []
  let length = 0
  let written = 0
  const write = async (isLast: boolean) => {
    const whole = isLast && written === 0 && waiting.length === 1
    await ask(
      `INSERT INTO ${table} SELECT $1, $2, words::tsvector FROM unnest($3::text[]) AS words`,
      [number, whole, waiting],
    )
    written += waiting.length
    waiting = []
    length = 0
  }
  for (const row of rows) {
    if (length > statementLength) await write(false)
    waiting.push(row)
    length += row.length
  }
  if (waiting.length > 0) await write(true)
}
