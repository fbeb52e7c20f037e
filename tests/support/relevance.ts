// The questions of tests/quality/relevance.tsv, and the archive they are put to.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VanthuRecord } from '../../src/model.ts'
import type { Store } from '../../src/ports/store.ts'
import { saveRecord } from './attempts.ts'
import { readRecords } from './read-folder.ts'

const texts = join(import.meta.dirname, '../../../shared/corpus/text')
const receivedAt = '2026-03-01T08:00:00.000Z'

export const hasTexts = existsSync(texts)

export type Question = { kind: string; query: string; expected: string[] }

/** The questions: what is typed, and the names of the files that answer it best, which are to come first in any order. */
export function readQuestions(): Question[] {
  const path = join(import.meta.dirname, '../quality/relevance.tsv')
  const [, ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [kind = '', query = '', expected = ''] = line.split('\t')
    return { kind, query, expected: expected.split(' ') }
  })
}

/** The records of all texts, in the order of their names. */
export async function readTexts(): Promise<VanthuRecord[]> {
  const paths = readdirSync(texts)
    .sort()
    .map((name) => join(texts, name))
  const outcomes = await readRecords(paths)
  return outcomes.flatMap((outcome) => ('error' in outcome ? [] : [outcome]))
}

/** Puts records into a store. */
export async function fillWith(store: Store, records: readonly VanthuRecord[]): Promise<void> {
  for (const record of records) {
    const { sha256: id, name, bytes } = record.source
    await store.addDocument({ id, source: { name }, bytes, receivedAt })
    await saveRecord(store, id, record)
  }
}
