// Retry-After in both of its forms, and what is neither.
import { expect, test } from 'vitest'
import { readRetryAfter } from '../../src/crawl/retry-after.ts'

const nowMs = Date.UTC(2026, 2, 1)

test.each([
  ['seconds', '120', 120_000],
  ['spaces round', ' 120 ', 120_000],
  ['a date', 'Sun, 01 Mar 2026 00:10:00 GMT', 600_000],
  ['ten years in seconds', '315360000', 86_400_000],
  ['ten years as a date', 'Tue, 01 Mar 2036 00:00:00 GMT', 86_400_000],
  ['more than a number holds', '9'.repeat(400), 86_400_000],
  ['a date in the past', 'Sat, 28 Feb 2026 00:00:00 GMT', null],
  ['now', '0', null],
  ['less than nothing', '-5', null],
  ['parts of seconds', '1.5', null],
  ['hexadecimal', '0x10', null],
  ['words', 'lát nữa', null],
  ['a date of another form', '2026-03-01T00:10:00Z', null],
  ['a day that is none', 'Sun, 99 Mar 2026 00:10:00 GMT', null],
  ['nothing', '', null],
  ['no header', undefined, null],
])('Retry-After: %s', (_what, header, waitMs) => {
  expect(readRetryAfter(header, nowMs)).toBe(waitMs)
})
