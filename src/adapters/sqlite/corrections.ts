// Corrections in SQLite: kept, withdrawn, and applied to the record in the same transaction.

import { type Correction, correctionSchema } from '../../model/correction.ts'
import type { VanthuRecord } from '../../model.ts'
import type { ApplyCorrections, Store } from '../../ports/store.ts'
import { bodyOf, correctedBy, correctionOf } from '../corrected.ts'
import { valid } from '../valid.ts'
import type { SqliteDatabase } from './database.ts'
import type { Prepare } from './prepared.ts'
import { writeRecord } from './record.ts'

type Methods = Pick<
  Store,
  'getExtracted' | 'correctionsOf' | 'correctionsAfter' | 'addCorrection' | 'withdrawCorrection'
>

/** The part of the store that keeps corrections. */
export function createSqliteCorrections(
  sql: Prepare,
  { run, transaction }: SqliteDatabase,
  apply: ApplyCorrections,
): Methods {
  /** The record anew, after its corrections changed. */
  function applyAnew(id: string): void {
    const extracted = readExtracted(sql, id)
    if (extracted) writeCorrected(sql, id, extracted, apply)
    sql('UPDATE document SET changed_at = ? WHERE id = ?').run(new Date().toISOString(), id)
  }

  return {
    getExtracted: async (id) => run(() => readExtracted(sql, id)),

    correctionsOf: async (id) => run(() => readCorrections(sql, id)),

    correctionsAfter: async (after, limit) =>
      run(() =>
        sql(
          'SELECT * FROM correction WHERE (document_id, number) > (?, ?) ORDER BY document_id, number LIMIT ?',
        )
          .all(after?.documentId ?? '', after?.number ?? 0, limit)
          .map(correctionOf),
      ),

    addCorrection: async (correction) =>
      transaction(() => {
        const { documentId: id } = correction
        if (!sql('SELECT 1 FROM document WHERE id = ?').get(id)) throw noDocument(id)
        const last = sql(
          'SELECT coalesce(max(number), 0) AS number FROM correction WHERE document_id = ?',
        ).get(id)
        const numbered = valid(
          correctionSchema,
          { ...correction, number: Number(last?.number) + 1 },
          `correction of ${id}`,
        )
        writeCorrections(sql, [numbered])
        applyAnew(id)
        return numbered
      }),

    withdrawCorrection: async (id, number, { who, at }) =>
      transaction(() => {
        const { changes } = sql(
          `UPDATE correction SET withdrawn_at = ?, withdrawn_by = ?
           WHERE document_id = ? AND number = ? AND withdrawn_at IS NULL`,
        ).run(at, who, id, number)
        if (changes > 0) applyAnew(id)
        const row = sql('SELECT * FROM correction WHERE document_id = ? AND number = ?').get(
          id,
          number,
        )
        return row ? correctionOf(row) : null
      }),
  }
}

/** Writes what was extracted, with the corrections applied. Part of the transaction under way. */
export function writeCorrected(
  sql: Prepare,
  id: string,
  extracted: VanthuRecord,
  apply: ApplyCorrections,
): void {
  writeRecord(sql, id, correctedBy(apply, extracted, readCorrections(sql, id)))
}

/** Inserts corrections that have their numbers. Part of the transaction under way. */
export function writeCorrections(sql: Prepare, corrections: readonly Correction[]): void {
  for (const correction of corrections)
    sql(
      'INSERT INTO correction (document_id, number, withdrawn_at, withdrawn_by, body) VALUES (?, ?, ?, ?, ?)',
    ).run(
      correction.documentId,
      correction.number,
      correction.withdrawnAt ?? null,
      correction.withdrawnBy ?? null,
      bodyOf(correction),
    )
}

function readCorrections(sql: Prepare, id: string): Correction[] {
  return sql('SELECT * FROM correction WHERE document_id = ? ORDER BY number')
    .all(id)
    .map(correctionOf)
}

function readExtracted(sql: Prepare, id: string): VanthuRecord | null {
  const row = sql('SELECT coalesce(extracted, body) AS body FROM record WHERE document_id = ?').get(
    id,
  )
  return row ? JSON.parse(String(row.body)) : null
}

const noDocument = (id: string) => new Error(`The store has no document ${id}.`)
