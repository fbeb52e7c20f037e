// One process reads every nasty file and every misbehaving parser, one after the other: each ends as it should, and the
// process itself stays small.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { makeZip } from '../support/make-zip.ts'
import { nastyFiles } from '../support/nasty-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'vanthu-nasty-'))
afterAll(() => rmSync(folder, { recursive: true }))

const misbehaviours: Record<string, string[]> = {
  hang: ['too-slow'],
  spin: ['too-slow'],
  'spin-alive': ['too-slow'],
  'ignore-sigterm': ['too-slow'],
  buffers: ['too-complex'],
  // Which of the clock and the collector gives up first depends on the machine.
  heap: ['too-complex', 'too-slow'],
  overflow: ['too-complex'],
  abort: ['too-complex'],
  flood: ['too-large'],
  'long 60000000': ['too-large'],
  'members 40': ['read'],
  'member-then-spin': ['too-slow'],
  'read-then-spin': ['partial'],
  'grandchild /dev/null': ['too-slow'],
}

test('all of them end by name, and the parent stays below 300 MB', {
  timeout: 240_000,
}, async () => {
  const expected = new Map<string, string[]>()
  const put = (name: string, bytes: Uint8Array, ends: string[]) => {
    writeFileSync(join(folder, name), bytes)
    expected.set(name, ends)
  }
  for (const { name, bytes, ends } of nastyFiles()) put(name, bytes, ends)
  for (const [behaviour, ends] of Object.entries(misbehaviours))
    put(`giả-${behaviour.replace(/\W+/g, '-')}.bin`, Buffer.from(`HOSTILE:${behaviour}`), ends)
  put('500-mb.pdf', Buffer.from('%PDF-1.7\n'), ['too-large'])
  truncateSync(join(folder, '500-mb.pdf'), 500 * 1024 * 1024)
  // Honest and large: every byte of it passes through the parent.
  const noise = Buffer.alloc(60 * 1024 * 1024)
  for (let i = 0, x = 1; i < noise.length; i += 4) {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0
    noise.writeUInt32LE(x, i)
  }
  put('lớn.zip', makeZip([1, 2, 3].map((n) => ({ name: `${n}.bin`, content: noise }))), ['read'])

  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, '../support/read-nasty.ts'), folder],
    { maxBuffer: 10_000_000 },
  )
  const { ends, peakMb } = JSON.parse(stdout) as { ends: Record<string, string>; peakMb: number }
  const wrong = [...expected].filter(([name, codes]) => !codes.includes(ends[name] ?? 'not read'))
  expect(peakMb).toBeLessThan(300)
  expect(wrong.map(([name, codes]) => `${name}: ${ends[name]}, not ${codes.join(' or ')}`)).toEqual(
    [],
  )
})
