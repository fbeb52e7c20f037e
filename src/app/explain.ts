// One file to the explanation of its record: read as for `vanthu extract`, without any store. Files found inside are left
// alone; their own records are explained from their own files.
import { stat } from 'node:fs/promises'
import { loadLexicon } from '../lexicon/load.ts'
import { createReader } from '../parse/reader.ts'
import { type Explanation, explain } from '../record/explain.ts'
import { hashOf } from './read-record.ts'

export { type ExplainedPlace, explainPlace } from '../record/explain/place.ts'
export type { Dropped, ExplainedType, Explanation, Finding } from '../record/explain.ts'
export { explainedTypes } from '../record/explain.ts'

export type Explainer = {
  /** Explains a file. Throws BadDocumentError where it cannot be read. */
  explain(input: { name: string; path: string }): Promise<Explanation>
  /** Ends the child process. */
  close(): Promise<void>
}

/** An explainer with its own child process. */
export function createExplainer(): Explainer {
  const reader = createReader()
  return {
    async explain({ name, path }) {
      const parsed = await reader.read({ name, path })
      const { size: bytes } = await stat(path)
      const sha256 = await hashOf(path)
      const source = {
        name,
        sha256,
        bytes,
        mediaType: parsed.mediaType,
        ...(parsed.pages === undefined ? {} : { pages: parsed.pages }),
      }
      return explain(parsed, source, loadLexicon())
    },
    close: () => reader.close(),
  }
}
