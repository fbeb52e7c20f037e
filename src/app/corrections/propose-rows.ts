// The use-case propose: all corrections, as rows that the dictionaries might have.
import type { Correction } from '../../model/correction.ts'
import { type Proposals, proposedRows } from '../../record/corrections/proposed-rows.ts'
import type { Context } from '../context.ts'

const pageSize = 500

/** Rows for the dictionaries, and the corrections that suggest none; of all documents, without those withdrawn. */
export async function proposeRows({ store, lexicon }: Context): Promise<Proposals> {
  const corrections: Correction[] = []
  for (let page = await store.correctionsAfter(null, pageSize); page.length > 0; ) {
    corrections.push(...page)
    page = await store.correctionsAfter(page.at(-1) ?? null, pageSize)
  }
  return proposedRows(corrections, lexicon())
}
