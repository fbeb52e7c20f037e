// Reads files to records the way `vanthu extract` does: parser in its child process, then extraction.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { messageOf, reactTo } from '../../src/errors.ts'
import type { RecordFailure, VanthuRecord } from '../../src/model.ts'
import { createReader } from '../../src/parse/reader.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon } from './page.ts'

/** One record or failure a path, in the order of the paths. */
export async function readRecords(
  paths: readonly string[],
): Promise<Array<VanthuRecord | RecordFailure>> {
  const reader = createReader()
  try {
    const records: Array<VanthuRecord | RecordFailure> = []
    for (const path of paths) {
      const bytes = readFileSync(path)
      const name = basename(path)
      try {
        const parsed = await reader.read({ name, bytes })
        const source = {
          name,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          mediaType: parsed.mediaType,
          bytes: bytes.length,
          ...(parsed.pages === undefined ? {} : { pages: parsed.pages }),
        }
        records.push(makeRecord(parsed, source, lexicon))
      } catch (error) {
        records.push({
          schema: 'vanthu.record/1',
          source: { name },
          error: { code: reactTo(error).code, message: messageOf(error) },
        })
      }
    }
    return records
  } finally {
    await reader.close()
  }
}
