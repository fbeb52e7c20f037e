// The jobs on documents by kind: what each runs, and how many at once.
import type { DocumentJob, DocumentRow } from '../model.ts'
import type { Attempt } from '../ports/store.ts'
import type { Context } from './context.ts'
import { extractDocument } from './extract-document.ts'
import { parseDocument } from './parse-document.ts'

export const jobs: Record<
  DocumentJob,
  (context: Context, row: DocumentRow, attempt: Attempt) => Promise<void>
> = {
  parse: parseDocument,
  extract: extractDocument,
}

/** What is logged when a job is done. */
export const doneWords: Record<DocumentJob, string> = { parse: 'parsed', extract: 'extracted' }
