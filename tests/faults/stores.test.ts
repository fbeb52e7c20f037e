// P8, P14: a database that is restarted, away for a while, locked by others, or damaged.
import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { flipByte } from '../support/flip-byte.ts'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'
import { databaseOf, lockWrites, openBeside } from './database.ts'
import {
  engines,
  isLong,
  noticesOf,
  openArchive,
  patienceMs,
  until,
  useEngines,
} from './engines.ts'
import { documents, idOf } from './inputs.ts'
import { calmRun, expectWhole, filesIn, putBack, settled } from './oracle.ts'

const { servers } = useEngines()

describe.skipIf(!engines.includes('distributed'))(
  'distributed',
  { timeout: patienceMs * 2, concurrent: true },
  () => {
    const own: TestPostgres[] = []
    afterAll(async () => {
      for (const postgres of own) await postgres.stop()
    })
    const awayMs = isLong ? 30_000 : 5_000

    test(`P8: PostgreSQL stopped in the middle of a transaction and away for ${awayMs / 1000} s: nothing fails, all is read`, async () => {
      const shared = servers()
      if (!shared) throw new Error('The servers are not there.')
      const postgres = await startPostgres()
      own.push(postgres)
      const inputs = documents(0, 16)
      const archive = await openArchive('distributed', { ...shared, postgres })
      await archive.start()
      // Whoever saves a record stands in the middle of its transaction.
      await lockWrites(archive, 'record')
      await archive.drop(inputs.slice(0, 10))
      const beside = await openBeside(archive)
      await until('a transaction waits', async () => {
        const waiting = await beside.run(
          "SELECT query FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND xact_start < query_start",
        )
        return waiting.length > 0
      })
      await postgres.restart(async () => {
        await archive.drop(inputs.slice(10))
        await wait(awayMs)
      })
      await expectWhole(archive, inputs, await calmRun('distributed', shared, inputs))
      expect(archive.log.filter(({ message }) => message.startsWith('failed'))).toEqual([])
      expect(archive.log.filter(({ notice }) => notice === 'unreachable')).not.toEqual([])
    })
  },
)

describe('embedded', { timeout: patienceMs * 2, concurrent: true }, () => {
  const lockedMs = isLong ? 30_000 : 6_000

  test(`P14: SQLite locked by another program for ${lockedMs / 1000} s: it is said, and all goes on`, async () => {
    const inputs = documents(0, 8)
    const archive = await openArchive('embedded', undefined)
    await archive.start()
    const letGo = await lockWrites(archive, 'all')
    const lockedAt = performance.now()
    await archive.drop(inputs)
    await until('the status says so', async () => (await noticesOf(archive)).includes('locked'))
    await wait(Math.max(0, lockedMs - (performance.now() - lockedAt)))
    expect(await archive.store.idsAfter('', 99)).toEqual([])
    await letGo()
    await expectWhole(archive, inputs, await calmRun('embedded', undefined, inputs))
  })

  test.each<[what: string, damage: (path: string) => Promise<void>]>([
    ['a byte of it flipped', (path) => flipByte(path, 5_000)],
    ['its first byte flipped', (path) => flipByte(path, 0)],
    ['cut off', (path) => truncate(path, 10_000)],
  ])(
    'P14: killed, and %s of what SQLite had not yet put in its place: no original is lost, and all is had again from the shelf',
    async (_, damage) => {
      const inputs = documents(0, 6)
      const ids = inputs.map(({ bytes }) => idOf(bytes)).sort()
      const archive = await openArchive('embedded', undefined)
      await archive.start()
      await archive.drop(inputs)
      await settled(archive, inputs)
      await archive.withoutStore(async () => {
        await archive.end('serve', 'SIGKILL')
        await damage(`${databaseOf(archive)}-wal`)
      })
      // The premise: rows are gone with it, and nothing else.
      const left = await archive.store.idsAfter('', 99)
      expect(left.length).toBeLessThan(inputs.length)
      expect(ids).toEqual(expect.arrayContaining(left))
      for (const id of ids)
        expect(await filesIn(join(archive.blobs, id.slice(0, 2)))).toContain(
          join(id.slice(2, 4), id),
        )
      await archive.start()
      await putBack(archive, inputs)
      await expectWhole(archive, inputs, await calmRun('embedded', undefined, inputs))
    },
  )
})
