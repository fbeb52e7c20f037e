// Backups damaged in every way: refused by what is wrong, and nothing is changed by them.
import { copyFile, readdir, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { originalName } from '../../src/app/backup/format.ts'
import { verifyBackup } from '../../src/app/backup/verify-archive.ts'
import {
  archiveWithBackup as archive,
  elsewhere,
  entriesOf,
  writeTar,
} from '../support/backup-archive.ts'
import { flipByte } from '../support/flip-byte.ts'
import { idOf } from '../support/record-of.ts'
import { runCli } from '../support/run-cli.ts'

type Entries = Awaited<ReturnType<typeof entriesOf>>
const entry = (entries: Entries, start: string) => {
  const found = entries.find(({ name }) => name.startsWith(start))
  if (!found) throw new Error(`There is no entry ${start}.`)
  return found
}
const flipIn =
  (start: string, offset = 20) =>
  async (file: string, entries: Entries) =>
    flipByte(file, entry(entries, start).at + offset)
const withEntries =
  (change: (entries: Entries) => Array<{ name: string; bytes: Buffer }>) =>
  async (file: string, entries: Entries) =>
    writeTar(file, change(entries))
const cutAt =
  (place: (entries: Entries, size: number) => number) => async (file: string, entries: Entries) =>
    truncate(file, place(entries, (await stat(file)).size))

test.each<
  [
    what: string,
    damage: (file: string, entries: Entries) => Promise<void>,
    status: number,
    says: RegExp,
  ]
>([
  ['a byte of an original', flipIn('originals/', 3), 3, /original .*SHA-256/],
  [
    'a byte of a row',
    flipIn('documents/'),
    3,
    /"documents\/000001\.ndjson" does not have its SHA-256/,
  ],
  [
    'a byte of another row',
    flipIn('others/'),
    3,
    /"others\/000001\.ndjson" does not have its SHA-256/,
  ],
  [
    'a byte of the time in the manifest',
    flipIn('manifest.json', 65),
    3,
    /"manifest\.json" does not have/,
  ],
  [
    'a byte of the format',
    flipIn('manifest.json', 3),
    2,
    /no backup of vanthu, or is damaged at its beginning/,
  ],
  [
    'a byte of the summary',
    flipIn('summary.json', 14),
    3,
    /"summary\.json" does not have its SHA-256/,
  ],
  [
    'a byte of a hash in the list',
    flipIn('SHA256SUMS', 5),
    3,
    /does not have its SHA-256|SHA256SUMS" is damaged/,
  ],
  ['a byte of a name in the list', flipIn('SHA256SUMS', 70), 3, /is missing.*is not listed/],
  [
    'a byte of a header',
    flipIn('originals/', -400),
    3,
    /cannot be read on after "(?:others|originals)\//,
  ],
  ['a byte of the first header', flipIn('manifest.json', -400), 2, /no backup of vanthu/],
  [
    'its last third',
    cutAt((_, size) => Math.floor((size * 2) / 3)),
    3,
    /was cut off|is damaged there/,
  ],
  [
    'all behind a whole entry',
    cutAt((entries) => entry(entries, 'summary.json').at - 512),
    3,
    /ends early, after "originals\//,
  ],
  [
    'its list of hashes',
    withEntries((entries) => entries.slice(0, -1)),
    3,
    /ends early, after "summary\.json"/,
  ],
  [
    'an original',
    withEntries((entries) => entries.filter((one) => one !== entry(entries, 'originals/'))),
    3,
    /its originals are not those that were put in: 4 of \d+ bytes instead of 5 of/,
  ],
  [
    'an original for another one of its size',
    withEntries((entries) => {
      const lost = entry(entries, 'originals/')
      const bytes = Buffer.alloc(lost.size, 'x')
      return entries.map((one) =>
        one === lost ? { name: originalName(idOf(bytes.toString())), bytes } : one,
      )
    }),
    3,
    /its originals are not those that were put in/,
  ],
  [
    'a part of the rows',
    withEntries((entries) => entries.filter(({ name }) => !name.startsWith('documents/'))),
    3,
    /"documents\/000001\.ndjson" is missing/,
  ],
  [
    'nothing, but something added',
    withEntries((entries) => [...entries, { name: 'x', bytes: Buffer.from('x') }]),
    3,
    /"x" was added behind the end/,
  ],
  [
    'nothing, but a part twice',
    withEntries((entries) => [...entries.slice(0, 2), ...entries.slice(1)]),
    3,
    /is in it twice/,
  ],
  ['all of it', (file) => writeFile(file, ''), 2, /no backup of vanthu/],
  [
    'its being a tar',
    (file) => writeFile(file, 'Báo cáo '.repeat(1_000)),
    2,
    /no backup of vanthu/,
  ],
  [
    'its being one of ours',
    (file) => writeTar(file, [{ name: 'a.txt', bytes: Buffer.from('x') }]),
    2,
    /no backup of vanthu/,
  ],
  [
    'its version',
    withEntries(([first, ...rest]) => [
      {
        name: 'manifest.json',
        bytes: Buffer.from(String(first?.bytes).replace('backup/1', 'backup/2')),
      },
      ...rest,
    ]),
    2,
    /is a backup in the format vanthu\.backup\/2; this version .* vanthu\.backup\/1/,
  ],
])(
  'a backup that lost %s is refused, by what is wrong, and changes nothing',
  async (_, damage, status, says) => {
    const { cwd, file } = await archive(2)
    await damage(file, await entriesOf(file))
    const there = await elsewhere(cwd)
    const restored = await runCli(['restore', file], there)
    expect([restored.status, restored.stdout]).toEqual([status, ''])
    expect(restored.stderr).toMatch(says)
    expect(restored.stderr).not.toContain('fault of vanthu')
    const { VANTHU_DATA } = there.environment
    expect(
      (await readdir(join(VANTHU_DATA, 'blobs'))).filter((name) => name !== '.incoming'),
    ).toEqual([])
    const verified = await runCli(['verify', file, '--json'], { cwd })
    expect(verified.status).toBe(status)
    if (status === 3) {
      const { findings } = JSON.parse(verified.stdout)
      expect(findings.map(({ message }: { message: string }) => message).join(' ')).toMatch(says)
    } else expect(verified.stderr).toMatch(says)
  },
)

test('a flipped byte of an original is named with the file name of its document', async () => {
  const { cwd, file, filled } = await archive(2)
  const id = filled.extracted[1] ?? ''
  await flipByte(
    file,
    entry(await entriesOf(file), `originals/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`).at,
  )
  const verified = await runCli(['verify', file], { cwd })
  expect(verified.status).toBe(3)
  expect(verified.stdout).toContain(
    'báo cáo 1.txt: its original in the backup does not have its SHA-256.',
  )
})

test('wherever a byte is flipped that carries anything, it is noticed', async () => {
  const { file } = await archive(2)
  const entries = await entriesOf(file)
  const copy = `${file}.copy`
  for (let n = 0; n < 150; n++) {
    const { at, size } = entries[n % entries.length] ?? { at: 0, size: 0 }
    // Of the header, the name and the numbers; of the bytes, any.
    const place = n % 3 === 0 ? at - 512 + ((n * 7) % 150) : at + ((n * 7_919) % size)
    await copyFile(file, copy)
    await flipByte(copy, place)
    const found = await verifyBackup(copy).then(
      ({ findings }) => findings,
      (error) => [error],
    )
    expect(found.length, `at ${place}`).toBeGreaterThan(0)
  }
})
