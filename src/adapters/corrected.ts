// The record with its corrections, as both stores keep it.

import type { Correction } from '../model/correction.ts'
import { recordSchema, type VanthuRecord } from '../model.ts'
import type { ApplyCorrections } from '../ports/store.ts'
import { valid } from './valid.ts'

/** What is written for a record. */
export type Corrected = {
  /** As it is shown, searched and indexed. */
  record: VanthuRecord
  /** As it was extracted, where that is another one; else null. */
  extracted: VanthuRecord | null
}

/** Applies the corrections to what was extracted, and checks the outcome. */
export function correctedBy(
  apply: ApplyCorrections,
  extracted: VanthuRecord,
  corrections: readonly Correction[],
): Corrected {
  if (corrections.length === 0) return { record: extracted, extracted: null }
  const record = apply(extracted, corrections)
  if (record === extracted) return { record, extracted: null }
  const { sha256 } = extracted.source
  return { record: valid(recordSchema, record, `corrected record of ${sha256}`), extracted }
}

/** For stores that need not apply any: one that has to does not lose them in silence. */
export const cannotApply: ApplyCorrections = () => {
  throw new Error('The document has corrections, and this store was opened without applying them.')
}

/** A row of the table `correction`. */
export function correctionOf(row: Record<string, unknown>): Correction {
  const { withdrawn_at: at, withdrawn_by: by } = row
  return {
    ...JSON.parse(String(row.body)),
    documentId: String(row.document_id),
    number: Number(row.number),
    ...(at === null ? {} : { withdrawnAt: String(at), withdrawnBy: String(by) }),
  }
}

/** What of a correction stands in `body`. */
export function bodyOf(correction: Correction): string {
  const { documentId: _, number: __, withdrawnAt: ___, withdrawnBy: ____, ...body } = correction
  return JSON.stringify(body)
}
