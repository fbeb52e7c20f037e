import { describe, expect, test } from 'vitest'
import {
  accountFailures,
  forgottenAfterMs,
  oneLess,
  oneMore,
  waitAfter,
  waitLeft,
} from '../../src/accounts/lockout.ts'

const minute = 60_000
const at = Date.parse('2026-03-01T08:00:00.000Z')
const none = { key: 'a', count: 0, lastAt: '1970-01-01T00:00:00.000Z', lockedUntil: null }

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [10, 32],
  [11, 60],
  [12, 60],
  [5_000, 60],
])('after %i failures %i minutes', (failures, minutes) => {
  expect(waitAfter(failures, accountFailures)).toBe(minutes * minute)
})

describe('attempts', () => {
  /** Fails so many times in a row, waiting each time. */
  const failing = (times: number) => {
    let row = { ...none, lockedUntil: null as string | null }
    let now = at
    for (let n = 0; n < times; n++) {
      now += waitLeft(row, now)
      row = oneMore(row, now, accountFailures)
    }
    return { row, now }
  }

  test('the fifth has to wait a minute, the sixth two', () => {
    expect(failing(4).row).toMatchObject({ count: 4, lockedUntil: null })
    const { row, now } = failing(5)
    expect([
      waitLeft(row, now),
      waitLeft(row, now + minute - 1),
      waitLeft(row, now + minute),
    ]).toEqual([minute, 1, 0])
    expect(waitLeft(failing(6).row, failing(6).now)).toBe(2 * minute)
  })

  test('they are forgotten after a day', () => {
    const { row, now } = failing(9)
    expect(oneMore(row, now + forgottenAfterMs, accountFailures).count).toBe(10)
    expect(oneMore(row, now + forgottenAfterMs + 1, accountFailures)).toMatchObject({
      count: 1,
      lockedUntil: null,
    })
  })

  test('one that succeeded takes itself back, and no other', () => {
    expect(oneLess(failing(5).row, accountFailures)).toMatchObject({ count: 4, lockedUntil: null })
    const { row } = failing(7)
    expect(oneLess(row, accountFailures)).toEqual({ ...row, count: 6 })
    expect(oneLess(none, accountFailures).count).toBe(0)
  })
})
