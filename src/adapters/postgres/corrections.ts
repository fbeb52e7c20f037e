// Corrections in PostgreSQL: kept, withdrawn, and applied to the record in the same transaction.

import { type Correction, correctionSchema } from '../../model/correction.ts'
import type { VanthuRecord } from '../../model.ts'
import type { ApplyCorrections, Store } from '../../ports/store.ts'
import { bodyOf, correctedBy, correctionOf } from '../corrected.ts'
import { type IndexedWords, indexedWords } from '../search/words.ts'
import { valid } from '../valid.ts'
import type { Ask, PostgresDatabase } from './database.ts'
import { writeRecord } from './record.ts'

type Methods = Pick<
  Store,
  'getExtracted' | 'correctionsOf' | 'correctionsAfter' | 'addCorrection' | 'withdrawCorrection'
>

/** The part of the store that keeps corrections. */
export function createPostgresCorrections(
  { ask, transaction }: PostgresDatabase,
  apply: ApplyCorrections,
): Methods {
  /** Of two that change the same document at once, a job among them, the second waits here for the first. */
  const lock = async (ask: Ask, id: string): Promise<boolean> => {
    const { changes } = await ask('UPDATE document SET changed_at = $2 WHERE id = $1', [
      id,
      new Date().toISOString(),
    ])
    return changes > 0
  }
  /** The record anew, after its corrections changed. */
  async function applyAnew(ask: Ask, id: string): Promise<void> {
    const extracted = await readExtracted(ask, id)
    if (extracted) await writeCorrected(ask, id, extracted, apply)
  }

  return {
    getExtracted: (id) => readExtracted(ask, id),

    correctionsOf: (id) => readCorrections(ask, id),

    async correctionsAfter(after, limit) {
      const { rows } = await ask(
        `SELECT * FROM correction WHERE (document_id, number) > ($1, $2::integer)
         ORDER BY document_id, number LIMIT $3`,
        [after?.documentId ?? '', after?.number ?? 0, limit],
      )
      return rows.map(correctionOf)
    },

    addCorrection: (correction) =>
      transaction(async (ask) => {
        const { documentId: id } = correction
        if (!(await lock(ask, id))) throw new Error(`The store has no document ${id}.`)
        const { rows } = await ask(
          'SELECT coalesce(max(number), 0) + 1 AS number FROM correction WHERE document_id = $1',
          [id],
        )
        const numbered = valid(
          correctionSchema,
          { ...correction, number: rows[0]?.number },
          `correction of ${id}`,
        )
        await writeCorrections(ask, [numbered])
        await applyAnew(ask, id)
        return numbered
      }),

    withdrawCorrection: (id, number, { who, at }) =>
      transaction(async (ask) => {
        await lock(ask, id)
        const { changes } = await ask(
          `UPDATE correction SET withdrawn_at = $3, withdrawn_by = $4
           WHERE document_id = $1 AND number = $2 AND withdrawn_at IS NULL`,
          [id, number, at, who],
        )
        if (changes > 0) await applyAnew(ask, id)
        const { rows } = await ask(
          'SELECT * FROM correction WHERE document_id = $1 AND number = $2',
          [id, number],
        )
        return rows[0] ? correctionOf(rows[0]) : null
      }),
  }
}

/**
 * Writes what was extracted, with the corrections applied; `words` are the `indexedWords` of what was extracted, where they are
 * known. Part of the transaction of `ask`, which has locked the document.
 */
export async function writeCorrected(
  ask: Ask,
  id: string,
  extracted: VanthuRecord,
  apply: ApplyCorrections,
  words?: IndexedWords,
): Promise<void> {
  const corrected = correctedBy(apply, extracted, await readCorrections(ask, id))
  const known = corrected.extracted ? undefined : words
  await writeRecord(ask, id, corrected, known ?? indexedWords(corrected.record))
}

/** Inserts corrections that have their numbers. Part of the transaction of `ask`. */
export async function writeCorrections(
  ask: Ask,
  corrections: readonly Correction[],
): Promise<void> {
  for (const correction of corrections)
    await ask(
      'INSERT INTO correction (document_id, number, withdrawn_at, withdrawn_by, body) VALUES ($1, $2, $3, $4, $5)',
      [
        correction.documentId,
        correction.number,
        correction.withdrawnAt ?? null,
        correction.withdrawnBy ?? null,
        bodyOf(correction),
      ],
    )
}

async function readCorrections(ask: Ask, id: string): Promise<Correction[]> {
  const { rows } = await ask('SELECT * FROM correction WHERE document_id = $1 ORDER BY number', [
    id,
  ])
  return rows.map(correctionOf)
}

async function readExtracted(ask: Ask, id: string): Promise<VanthuRecord | null> {
  const { rows } = await ask(
    'SELECT coalesce(extracted, body) AS body FROM record WHERE document_id = $1',
    [id],
  )
  return rows[0] ? JSON.parse(rows[0].body) : null
}
