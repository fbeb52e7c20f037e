// A folder that is gone after the test that asked for it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Makes an empty folder for the running test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
