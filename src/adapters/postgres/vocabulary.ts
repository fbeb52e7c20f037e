// The words of the archive in PostgreSQL: what mistyped words are mended by.
import type { Store } from '../../ports/store.ts'
import type { Ask } from './database.ts'

/** The part of the store that tells of words. */
export function createPostgresVocabulary(ask: Ask): Pick<Store, 'wordsLike'> {
  return {
    async wordsLike({ initials, shortest, longest }, limit) {
      const { rows } = await ask(
        `SELECT word FROM word WHERE initial = ANY ($1::text[]) AND length BETWEEN $2 AND $3 ORDER BY word LIMIT $4`,
        [initials, shortest, longest, limit],
      )
      return rows.map(({ word }) => word)
    },
  }
}

/** Notes the words of a record. Part of the transaction of `ask`, which should end soon: others wait for new words. */
export async function writeVocabulary(ask: Ask, words: readonly string[]): Promise<void> {
  await ask(
    `INSERT INTO word (initial, length, word) SELECT left(w, 1), length(w), w FROM unnest($1::text[]) AS w
     WHERE NOT EXISTS (SELECT FROM word k WHERE k.initial = left(w, 1) AND k.length = length(w) AND k.word = w)
     ORDER BY w COLLATE "C" ON CONFLICT DO NOTHING`,
    [words],
  )
}
