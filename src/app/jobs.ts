// The jobs by kind: what each runs, and how many at once.
import type { DocumentRow, JobKind } from '../model.ts'
import type { Context } from './context.ts'
import { extractDocument } from './extract-document.ts'
import { parseDocument } from './parse-document.ts'

export const jobs: Record<JobKind, (context: Context, row: DocumentRow) => Promise<void>> = {
  parse: parseDocument,
  extract: extractDocument,
}

/** What is logged when a job is done. */
export const doneWords: Record<JobKind, string> = { parse: 'parsed', extract: 'extracted' }
