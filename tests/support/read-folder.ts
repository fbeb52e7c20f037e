// Reads files to records the way `vanthu extract` does: parser in its child process, then extraction, and the files found
// inside an archive or a message after it.
import { basename } from 'node:path'
import { createRecordReader, type FileInput } from '../../src/app/read-record.ts'
import type { RecordFailure, VanthuRecord } from '../../src/model.ts'

type Outcome = VanthuRecord | RecordFailure

/** One record or failure a path, in the order of the paths. Files found inside are left out. */
export async function readRecords(paths: readonly string[]): Promise<Outcome[]> {
  return (await readWithMembers(paths)).flatMap(([record]) => record ?? [])
}

/** For each path its record or failure, and behind it those of the files found inside, in the order they were found. */
export async function readWithMembers(paths: readonly string[]): Promise<Outcome[][]> {
  const reader = createRecordReader({ children: 1 })
  const readAll = async (input: FileInput): Promise<Outcome[]> => {
    const { outcome, members } = await reader.read(input)
    const outcomes = [outcome]
    for (const member of members) outcomes.push(...(await readAll(member)))
    return outcomes
  }
  try {
    const all: Outcome[][] = []
    for (const path of paths) all.push(await readAll({ name: basename(path), path }))
    return all
  } finally {
    await reader.close()
  }
}
