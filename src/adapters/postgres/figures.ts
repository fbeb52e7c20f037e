// Figures about the archive as a whole, in PostgreSQL: each is one question over a whole table.
import type { Count, FiguresStore } from '../../ports/figures.ts'
import { documentOf } from '../document-row.ts'
import type { Ask } from './database.ts'

/** The questions of the dashboard. */
export function figuresOf(ask: Ask): FiguresStore {
  const counts = async (text: string, values: string[] = []): Promise<Count[]> => {
    const { rows } = await ask(text, values)
    return rows.map(({ value, count }) => ({ value: String(value), count: Number(count) }))
  }
  return {
    async figures(since) {
      const { rows: sources } = await ask(
        `SELECT CASE WHEN s.place ~ '^https?://' THEN split_part(split_part(s.place, '://', 2), '/', 1)
             WHEN s.place IS NULL THEN 'inside' ELSE 'file' END AS source,
           d.state, count(*) AS count
         FROM document d LEFT JOIN (
           SELECT DISTINCT ON (document_id) document_id, place FROM source ORDER BY document_id, number
         ) s ON s.document_id = d.id
         GROUP BY 1, 2 ORDER BY 1, 2`,
      )
      return {
        days: await counts(
          `SELECT to_char(received_at::timestamptz AT TIME ZONE 'UTC' + interval '7 hours', 'YYYY-MM-DD') AS value,
             count(*) AS count
           FROM document WHERE received_at >= $1 GROUP BY 1 ORDER BY 1`,
          [since],
        ),
        sources: sources.map(({ source, state, count }) => ({
          source,
          state,
          count: Number(count),
        })),
        provincesThen: await counts(
          'SELECT id AS value, count(*) AS count FROM record_province GROUP BY id ORDER BY id',
        ),
        provincesToday: await counts(
          `SELECT current AS value, count(DISTINCT record) AS count FROM record_province
           GROUP BY current ORDER BY current`,
        ),
        months: await counts(
          'SELECT left(day, 7) AS value, count(*) AS count FROM record GROUP BY 1 ORDER BY 1',
        ),
      }
    },

    async documentsOf(ids) {
      const { rows } = await ask('SELECT * FROM document WHERE id = ANY($1)', [ids])
      return rows.map(documentOf)
    },
  }
}
