// How the archive is doing, in PostgreSQL: documents by state, how work gets on, what made the records.
import type { Store } from '../../ports/store.ts'
import { documentOf } from '../document-row.ts'
import { directionOf, placeOf, statePage } from '../state-cursor.ts'
import type { Ask } from './database.ts'

/** The questions that status, retry and reprocess ask. */
export function statusOf(ask: Ask): Pick<Store, 'documentsIn' | 'progress' | 'makers'> {
  return {
    async documentsIn(query) {
      const { since, id } = placeOf(query)
      const { order, isBehind } = directionOf(query)
      const { state, code = null, limit } = query
      const { rows } = await ask(
        `SELECT * FROM document
         WHERE state = $1 AND ($2::text IS NULL OR error_code = $2) AND (state_since, id) ${isBehind} ($3, $4)
         ORDER BY ${order} LIMIT $5`,
        [state, code, since, id, limit + 1],
      )
      return statePage(rows.map(documentOf), limit)
    },

    async progress(since) {
      const { rows: lately } = await ask(
        `SELECT count(*) AS ended, min(state_since) AS first FROM document
         WHERE state IN ('extracted', 'partial', 'failed') AND state_since >= $1`,
        [since],
      )
      const rows = async (where: string) => {
        const { rows } = await ask(`SELECT * FROM document WHERE ${where} LIMIT 100`)
        return rows.map(documentOf)
      }
      const [oldest = null] = await rows("state = 'pending' ORDER BY state_since, id")
      return {
        running: await rows('holder IS NOT NULL ORDER BY leased_until'),
        quarantined: await rows('quarantined_at IS NOT NULL ORDER BY quarantined_at DESC'),
        hindered: await rows(
          "state = 'pending' AND error_code IS NOT NULL ORDER BY changed_at DESC",
        ),
        oldest,
        ended: Number(lately[0]?.ended),
        firstEndedAt: lately[0]?.first ?? null,
      }
    },

    async makers(after, limit) {
      const { rows } = await ask(
        `SELECT d.id, r.parser, r.extractor, r.lexicon
         FROM document d JOIN record r ON r.document_id = d.id
         WHERE d.next_job IS NULL AND d.id > $1 ORDER BY d.id LIMIT $2`,
        [after, limit],
      )
      return rows.map(({ id, parser, extractor, lexicon }) => ({ id, parser, extractor, lexicon }))
    },
  }
}
