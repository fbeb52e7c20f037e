// Figures about the archive as a whole, in SQLite: each is one question over a whole table.
import type { DocumentState } from '../../model.ts'
import type { Count, Figures, FiguresStore } from '../../ports/figures.ts'
import { documentOf } from '../document-row.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'

/** The questions of the dashboard. */
export function figuresOf(sql: Prepare, { run }: SqliteDatabase): FiguresStore {
  const counts = (text: string, ...values: string[]): Count[] =>
    sql(text)
      .all(...values)
      .map(({ value, count }) => ({ value: String(value), count: Number(count) }))
  const sources = (): Figures['sources'] =>
    sql(
      `WITH first AS (SELECT document_id, min(number) AS number FROM source GROUP BY document_id),
         web AS (
           SELECT s.document_id, s.place,
             CASE WHEN s.place LIKE 'http://%' OR s.place LIKE 'https://%'
               THEN substr(s.place, instr(s.place, '://') + 3) || '/' END AS address
           FROM first JOIN source s ON s.number = first.number)
       SELECT CASE WHEN w.address IS NOT NULL THEN substr(w.address, 1, instr(w.address, '/') - 1)
           WHEN w.place IS NULL THEN 'inside' ELSE 'file' END AS source,
         d.state, count(*) AS count
       FROM document d LEFT JOIN web w ON w.document_id = d.id
       GROUP BY source, d.state ORDER BY source, d.state`,
    )
      .all()
      .map(({ source, state, count }) => ({
        source: String(source),
        state: String(state) as DocumentState,
        count: Number(count),
      }))
  /** Others get their turn between two questions over whole tables. */
  const turn = async <T>(ask: () => T): Promise<T> => {
    await new Promise((go) => setImmediate(go))
    return run(ask)
  }
  return {
    figures: async (since) => ({
      days: await turn(() =>
        counts(
          `SELECT date(received_at, '+7 hours') AS value, count(*) AS count FROM document WHERE received_at >= ?
           GROUP BY value ORDER BY value`,
          since,
        ),
      ),
      sources: await turn(sources),
      provincesThen: await turn(() =>
        counts(
          'SELECT id AS value, count(*) AS count FROM record_province GROUP BY id ORDER BY id',
        ),
      ),
      provincesToday: await turn(() =>
        counts(
          `SELECT current AS value, count(DISTINCT record) AS count FROM record_province
           GROUP BY current ORDER BY current`,
        ),
      ),
      months: await turn(() =>
        counts(
          'SELECT substr(day, 1, 7) AS value, count(*) AS count FROM record GROUP BY value ORDER BY value',
        ),
      ),
    }),

    documentsOf: async (ids) =>
      run(() =>
        sql('SELECT * FROM document WHERE id IN (SELECT value FROM json_each(?))')
          .all(JSON.stringify(ids))
          .map(documentOf),
      ),
  }
}
