// Writes the index rows of a record.
import type { VanthuRecord } from '../../model.ts'
import { likenessOf } from '../families.ts'
import { indexedWords } from '../search/words.ts'
import { leaveFamily, setLikeness } from './copies.ts'
import { writeRecordIndex } from './facets.ts'
import { clearFacts, writeFacts } from './facts.ts'
import type { Prepare } from './prepared.ts'
import { writeVocabulary } from './vocabulary.ts'

/** Tables of words, whose rows have the numbers of records. */
export const wordTables = ['folded_words', 'marked_words', 'prominent_words'] as const

/** Replaces what the index holds of a record; `number` is its row number. Part of the transaction under way. */
export function indexRecord(sql: Prepare, number: number, record: VanthuRecord): void {
  clearIndex(sql, number)
  const words = indexedWords(record)
  sql('INSERT INTO folded_words (rowid, title, lead, body, officials) VALUES (?, ?, ?, ?, ?)').run(
    number,
    words.title,
    words.lead,
    words.body,
    words.officials,
  )
  sql('INSERT INTO marked_words (rowid, words) VALUES (?, ?)').run(number, words.marked)
  sql('INSERT INTO prominent_words (rowid, level1, level2, level3) VALUES (?, ?, ?, ?)').run(
    number,
    ...words.prominent.map((level) => level.join(' ')),
  )
  writeVocabulary(sql, words.vocabulary)
  writeRecordIndex(sql, number, record)
  for (const province of record.provinces)
    sql('INSERT OR IGNORE INTO record_province VALUES (?, ?, ?)').run(
      number,
      province.id,
      province.current,
    )
  writeFacts(sql, number, record)
  setLikeness(sql, number, likenessOf(record, words.signature))
}

/** Takes a record that is removed out of the index and of its family. */
export function removeFromIndex(sql: Prepare, number: number): void {
  leaveFamily(sql, number)
  clearIndex(sql, number)
}

function clearIndex(sql: Prepare, number: number): void {
  clearFacts(sql, number)
  sql('DELETE FROM record_province WHERE record = ?').run(number)
  for (const table of wordTables) sql(`DELETE FROM ${table} WHERE rowid = ?`).run(number)
}
