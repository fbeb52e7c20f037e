// Where a document stands, in one word that a person understands; pages and command line say it in their own words.
import type { DocumentRow, DocumentState } from '../model.ts'
import { type Advice, adviceOf } from './advice.ts'

export type Stage =
  | 'to-parse'
  | 'parsing'
  | 'to-extract'
  | 'extracting'
  | Exclude<DocumentState, 'pending'>

/** A document with its stage, and what to do where something went wrong. */
export type DocumentLine = DocumentRow & {
  stage: Stage
  /** Null where nothing went wrong. */
  advice: Advice | null
}

/** Describes a document's row. */
export function lineOf(row: DocumentRow): DocumentLine {
  return { ...row, stage: stageOf(row), advice: row.error && adviceOf(row.error.code) }
}

function stageOf({ state, nextJob, holder }: DocumentRow): Stage {
  if (state !== 'pending') return state
  if (nextJob === 'extract') return holder === null ? 'to-extract' : 'extracting'
  return holder === null ? 'to-parse' : 'parsing'
}
