// The words of the archive in SQLite: what mistyped words are mended by.
import type { Store } from '../../ports/store.ts'
import { askedOf } from '../search/asked.ts'
import { matching } from '../search/found/matching.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'
import type { RecordSets } from './record-sets.ts'
import { readClock } from './rows.ts'

/** The part of the store that tells of words. */
export function createSqliteVocabulary(
  sql: Prepare,
  { run }: Pick<SqliteDatabase, 'run'>,
  sets: RecordSets,
): Pick<Store, 'wordsLike' | 'countWith'> {
  return {
    countWith: async (words) =>
      run(() => {
        sets.moveTo(readClock(sql))
        return matching((one) => sets.answer(one), askedOf({ words, limit: 1 }))?.count ?? 0
      }),

    wordsLike: async ({ initials, shortest, longest }, limit) =>
      run(() =>
        sql(
          `SELECT word FROM word WHERE initial IN (SELECT value FROM json_each(?)) AND length BETWEEN ? AND ?
           ORDER BY word LIMIT ?`,
        )
          .all(JSON.stringify(initials), shortest, longest, limit)
          .map(({ word }) => String(word)),
      ),
  }
}

/** Notes the words of a record. Part of the transaction under way. */
export function writeVocabulary(sql: Prepare, words: readonly string[]): void {
  sql(
    'INSERT OR IGNORE INTO word (initial, length, word) SELECT substr(value, 1, 1), length(value), value FROM json_each(?)',
  ).run(JSON.stringify(words))
}
