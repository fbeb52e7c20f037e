// Documents in a table for people: stage, attempts, since when, what went wrong; below it, what to do, once for each code.
import { adviceOf } from '../app/advice.ts'
import type { DocumentLine, Stage } from '../app/stage.ts'
import { dim } from './output.ts'
import { table } from './table.ts'

const stageWords: Record<Stage, string> = {
  'to-parse': 'waits to be read',
  parsing: 'being read',
  'to-extract': 'waits for its record',
  extracting: 'record being made',
  extracted: 'complete',
  partial: 'in part',
  failed: 'failed',
}

/** One line a document. */
export function documentTable(documents: readonly DocumentLine[]): string {
  const rows = documents.map(({ id, name, stage, holder, attempts, stateSince, error }) => [
    id.slice(0, 12),
    name,
    holder ? `${stageWords[stage]} (${holder})` : stageWords[stage],
    String(attempts),
    `${stateSince.slice(0, 19)}Z`,
    error ? `${error.code}: ${error.message}` : '',
  ])
  const codes = documents.flatMap(({ error }) => (error ? [error.code] : []))
  return [
    table(
      [
        { heading: 'id' },
        { heading: 'document', max: 48 },
        { heading: 'stage' },
        { heading: 'attempts', align: 'right' },
        { heading: 'since' },
        { heading: 'last error' },
      ],
      rows,
    ),
    ...adviceLines(codes),
  ].join('\n')
}

/** What to do about each code, once: "corrupt: Open and save it again …". */
export function adviceLines(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort().map((code) => dim(`${code}: ${adviceOf(code).en}`))
}
