// A document that took processes down before is read in a child of its own, with half of everything.
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createReader } from '../../src/parse/reader.ts'

const hostileParsers = fileURLToPath(new URL('../support/hostile-parsers.ts', import.meta.url))
const patient = { totalMs: 120_000, idleMs: 60_000, rssMb: 600, heapMb: 128 }

function open(limits: Partial<typeof patient> = {}) {
  const reader = createReader({ limits: { ...patient, ...limits }, extraParsers: [hostileParsers] })
  onTestFinished(() => reader.close())
  return (content: string, isSuspect?: boolean) =>
    reader.read({ name: 'thu.bin', bytes: Buffer.from(`HOSTILE:${content}`), isSuspect })
}

test.each<[behaviour: string, limits: Partial<typeof patient>, usual: string, suspect: string]>([
  ['hang', { idleMs: 2_000 }, '2 seconds without getting on', '1 seconds without getting on'],
  ['spin-alive', { totalMs: 3_000 }, 'given up after 3 seconds', 'given up after 1.5 seconds'],
  ['buffers', {}, 'more memory to be read than 600 MB', 'more memory to be read than 300 MB'],
  ['heap', {}, 'more memory to be read than 128 MB', 'more memory to be read than 64 MB'],
])(
  '%s within %j: %j, of a suspect %j',
  {
    timeout: 60_000,
  },
  async (behaviour, limits, usual, suspect) => {
    const read = open(limits)
    await expect(read(behaviour)).rejects.toThrow(usual)
    await expect(read(behaviour, true)).rejects.toThrow(suspect)
  },
)

test('a suspect is read like any other where it does no harm, by a process nobody else is read by', async () => {
  const read = open()
  expect(await read('text Một')).toMatchObject({ text: 'Một' })
  expect(await read('text Hai', true)).toMatchObject({ text: 'Hai' })
  expect(await read('text Ba')).toMatchObject({ text: 'Ba' })
})
