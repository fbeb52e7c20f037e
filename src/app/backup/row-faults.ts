// What cannot be true of a document at once, whoever wrote it.
import type { WholeDocument } from '../../ports/store.ts'

/** What contradicts itself in what is kept of a document, each a part of a sentence; none where all is well. */
export function rowFaults({ row, parsed, record }: WholeDocument): string[] {
  const { id, state, nextJob, error } = row
  const isDone = state === 'extracted' || state === 'partial'
  const cases: Array<[is: boolean, fault: string]> = [
    [state === 'pending' && nextJob === null, 'it waits, but for no job'],
    [state !== 'pending' && nextJob !== null, `it is ${state}, but waits for a job`],
    [state === 'failed' && error === null, 'it failed, but without a reason'],
    [isDone && error !== null, `it is ${state}, but has an error`],
    [nextJob === 'extract' && parsed === null, 'it waits to be extracted, but was never parsed'],
    [isDone && record === null, `it is ${state}, but has no record`],
    [
      isDone && record !== null && (record.status === 'partial') !== (state === 'partial'),
      `it is ${state}, but its record is ${record?.status}`,
    ],
    [record !== null && record.source.sha256 !== id, 'its record is that of other bytes'],
    [row.container?.id === id, 'it came in itself'],
    [Number.isNaN(Date.parse(row.receivedAt)), `it was received at "${row.receivedAt}"`],
  ]
  return cases.filter(([is]) => is).map(([, fault]) => fault)
}
