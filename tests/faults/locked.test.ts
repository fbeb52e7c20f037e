// P14: SQLite locked by another program while a document is being read: what was read is written when it may be.
import { describe, expect, test } from 'vitest'
import { lockWrites } from './database.ts'
import { openArchive, patienceMs, until } from './engines.ts'
import { holdReading, oneReader } from './held.ts'
import { documents, type Input } from './inputs.ts'
import { calmRun, expectWhole } from './oracle.ts'

describe('embedded', { timeout: patienceMs * 2 }, () => {
  test('P14: SQLite locked while a document is read: nothing fails, and no start is counted', async () => {
    const inputs = documents(0, 2)
    const [first, next] = inputs as [Input, Input]
    const archive = await openArchive('embedded', undefined, oneReader)
    await archive.start()
    const held = await holdReading(archive, first, next)
    const letGo = await lockWrites(archive, 'all')
    held.letGo()
    await until('it is told', () =>
      archive.log.some(({ message }) => /does not answer|waiting for the surr/.test(message)),
    )
    await letGo()
    await expectWhole(archive, inputs, await calmRun('embedded', undefined, inputs))
    expect(archive.log.filter(({ message }) => message.startsWith('failed'))).toEqual([])
  })
})
