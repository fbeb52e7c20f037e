// What every Queue does. An adapter's test calls this with a way to make a fresh one.
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Job, Queue } from '../../src/ports/queue.ts'

export function runQueueContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<Queue> | Queue
}): void {
  describe(`${name} as a Queue`, () => {
    const job = (id: string): Job => ({ kind: 'parse', id })

    test('runs what was rung before and after work began, by kind', async () => {
      const queue = await create()
      const ran: string[] = []
      await queue.add(job('a'))
      await queue.add({ kind: 'extract', id: 'other' })
      queue.work('parse', 1, async ({ kind, id }) => void ran.push(`${kind} ${id}`))
      queue.work('extract', 1, async ({ kind, id }) => {
        ran.push(`${kind} ${id}`)
      })
      await queue.add(job('b'))
      await queue.idle()
      expect(ran.sort()).toEqual(['extract other', 'parse a', 'parse b'])
      await queue.close()
    })

    test('rings a thousand times for one waiting job, which runs once', async () => {
      const queue = await create()
      let runs = 0
      for (let i = 0; i < 1_000; i++) await queue.add(job('a'))
      queue.work('parse', 4, async () => void runs++)
      await queue.idle()
      expect(runs).toBe(1)
      await queue.add(job('a'))
      await queue.idle()
      expect(runs).toBe(2)
      await queue.close()
    })

    test('rung for while it runs: once more afterwards, never twice at the same time', async () => {
      const queue = await create()
      let runs = 0
      let atOnce = 0
      let most = 0
      queue.work('parse', 4, async (running) => {
        most = Math.max(most, ++atOnce)
        if (runs++ === 0) for (let i = 0; i < 5; i++) await queue.add(running)
        await wait(10)
        atOnce--
      })
      await queue.add(job('a'))
      await queue.idle()
      expect({ runs, most }).toEqual({ runs: 2, most: 1 })
      await queue.close()
    })

    test('runs as many at once as asked, and no more', async () => {
      const queue = await create()
      let atOnce = 0
      let most = 0
      for (let i = 0; i < 12; i++) await queue.add(job(`d${i}`))
      queue.work('parse', 3, async () => {
        most = Math.max(most, ++atOnce)
        await wait(5)
        atOnce--
      })
      await queue.idle()
      expect(most).toBe(3)
      await queue.close()
    })

    test('close waits for what is under way and begins nothing new', async () => {
      const queue = await create()
      const ended: string[] = []
      const begun = Promise.withResolvers<void>()
      for (const id of ['a', 'b', 'c']) await queue.add(job(id))
      queue.work('parse', 1, async ({ id }) => {
        begun.resolve()
        await wait(200)
        ended.push(id)
      })
      await begun.promise
      await queue.close()
      expect(ended).toEqual(['a'])
      await wait(40)
      expect(ended).toEqual(['a'])
    })

    test('tells how many wait and run, and since when', async () => {
      const queue = await create()
      const before = Date.now()
      for (const id of ['a', 'b', 'c']) await queue.add(job(id))
      expect(await queue.depth('extract')).toEqual({ waiting: 0, running: 0, oldestAddedAt: null })
      const depth = await queue.depth('parse')
      expect(depth).toMatchObject({ waiting: 3, running: 0 })
      expect(depth.oldestAddedAt).toBeGreaterThanOrEqual(before)
      expect(depth.oldestAddedAt).toBeLessThanOrEqual(Date.now())
      let seen: unknown
      queue.work('parse', 1, async () => {
        seen ??= await queue.depth('parse')
      })
      await queue.idle()
      expect(seen).toMatchObject({ waiting: 2, running: 1 })
      await queue.close()
    })

    test('runs by the clock until closed, and never overtakes itself', async () => {
      const queue = await create()
      let runs = 0
      let atOnce = 0
      let most = 0
      await queue.every('clock', '* * * * * *', async () => {
        most = Math.max(most, ++atOnce)
        runs++
        await wait(1_300)
        atOnce--
      })
      await wait(4_500)
      await queue.close()
      const before = runs
      expect(before).toBeGreaterThanOrEqual(2)
      expect([most, atOnce]).toEqual([1, 0])
      await wait(1_500)
      expect(runs).toBe(before)
    })

    test('is idle at once where nothing was rung', async () => {
      const queue = await create()
      await queue.idle()
      await queue.close()
    })
  })
}
