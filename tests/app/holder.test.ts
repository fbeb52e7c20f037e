import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { holderOfThisProcess, isGone } from '../../src/app/holder.ts'
import { releaseGone } from '../../src/app/recover.ts'
import { idOf } from '../support/record-of.ts'

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}

test.each<[what: string, holder: () => string | Promise<string>, gone: boolean]>([
  ['this process', () => holderOfThisProcess, false],
  ['one that runs', () => `${hostname()}:${process.ppid}:1`, false],
  ['one that has ended', async () => `${hostname()}:${await deadPid()}:1`, true],
  ['an earlier one with the id of this', () => `${hostname()}:${process.pid}:1`, true],
  ['one of another machine', async () => `x${hostname()}:${await deadPid()}:1`, false],
  ['none', () => 'rubbish', false],
])('%s is known to be gone, or not', async (_, holder, gone) => {
  expect(isGone(await holder())).toBe(gone)
})

test('the leases of processes that are gone end, those of others stand', async () => {
  const store = openSqliteStore(':memory:')
  const holders = { dead: `${hostname()}:${await deadPid()}:1`, living: holderOfThisProcess }
  for (const [key, holder] of Object.entries(holders)) {
    const receivedAt = '2026-03-01T08:00:00.000Z'
    await store.addDocument({ id: idOf(key), source: { name: key }, bytes: 1, receivedAt })
    await store.startAttempt(idOf(key), { job: 'parse', holder, leaseMs: 60_000 })
  }
  await releaseGone({ store })
  expect(await store.abandoned(5)).toEqual([{ id: idOf('dead'), job: 'parse' }])
  await store.close()
})
