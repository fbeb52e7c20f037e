// The words of the archive in SQLite: what mistyped words are mended by.
import type { Store } from '../../ports/store.ts'
import { askedOf } from '../search/asked.ts'
import type { SqliteDatabase } from './database.ts'
import { matchExpression } from './expression.ts'
import type { Prepare } from './prepared.ts'

/** The part of the store that tells of words. */
export function createSqliteVocabulary(
  sql: Prepare,
  { run }: Pick<SqliteDatabase, 'run'>,
): Pick<Store, 'wordsLike' | 'countWith'> {
  return {
    countWith: async (words) =>
      run(() => {
        const expression = matchExpression(askedOf({ words, limit: 1 }))
        if (expression === null) return 0
        const row = sql('SELECT count(*) AS n FROM folded_words WHERE folded_words MATCH ?').get(
          expression,
        )
        return Number(row?.n)
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
