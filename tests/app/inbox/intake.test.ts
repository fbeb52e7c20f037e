// How long an intake waits after the archive could not take what came.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import { createIntake } from '../../../src/app/inbox/intake.ts'
import { lookAt } from '../../../src/app/inbox/list-files.ts'
import { createSettledFiles } from '../../../src/app/inbox/settled-files.ts'
import { shelvesOf } from '../../../src/app/inbox/shelves.ts'
import { createWaitingFiles } from '../../../src/app/inbox/waiting-files.ts'
import { createLog } from '../../../src/log.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('files that fail side by side are one failure, and the pause does not grow by each', async () => {
  const folder = await temporaryFolder()
  const store = openSqliteStore(':memory:')
  onTestFinished(() => store.close())
  const waiting = createWaitingFiles({ quietMs: 0, unknownMs: 0, incompleteMs: 0 })
  for (const name of ['1.txt', '2.txt', '3.txt', '4.txt']) {
    await writeFile(join(folder, name), name)
    const seen = await lookAt({ at: folder, path: '' }, Buffer.from(name), () => false)
    if (!seen || 'mark' in seen) throw new Error('It was just written.')
    waiting.note(seen)
  }
  let asked = 0
  const pauseMs = 60_000 / 8
  const intake = createIntake({
    ...{ folder, waiting, store, pauseMs, after: 'move', maxBytes: 100 },
    settled: createSettledFiles([]),
    shelves: shelvesOf(folder),
    log: createLog({ level: 'silent' }),
    tell: async () => {},
    takeBack: async () => {},
    ingest: async () => {
      asked++
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    },
  })
  expect(await intake.takeReady(() => false)).toBe(0)
  expect(asked).toBe(4)
  expect(intake.pausedMs()).toBeGreaterThan(0)
  expect(intake.pausedMs()).toBeLessThanOrEqual(pauseMs)
})
