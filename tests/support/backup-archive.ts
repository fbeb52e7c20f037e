// An archive in a folder with its backup beside it, and tars taken apart and put together again.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extract, pack } from 'tar-stream'
import { expect, onTestFinished } from 'vitest'
import { openFolderBlobs } from '../../src/adapters/blobs/folder-blobs.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import type { DocumentRow } from '../../src/model.ts'
import type { Store } from '../../src/ports/store.ts'
import { fillStore } from './fill-store.ts'
import { recordOf } from './record-of.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A folder with an archive in it, of `count` documents and a few besides, and a backup beside it. */
export async function archiveWithBackup(count = 12) {
  const cwd = await temporaryFolder()
  const store = openSqliteStore(join(cwd, 'data', 'vanthu.db'))
  onTestFinished(() => store.close())
  const blobs = await openFolderBlobs(join(cwd, 'data', 'blobs'))
  const filled = await fillStore(store, count)
  for (const bytes of filled.bytes.values()) await blobs.put(bytes)
  const file = join(cwd, 'b.tar')
  const made = await runCli(['backup', file, '--json'], { cwd })
  expect(made.stderr).toBe('')
  expect(made.status).toBe(0)
  return { cwd, store, filled, file, report: JSON.parse(made.stdout) }
}

/** Documents that take a while to be written and indexed, without originals. */
export async function addLong(store: Store, count: number): Promise<void> {
  const whole = await store.wholeDocument((await store.idsAfter('', 1))[0] ?? '')
  if (!whole) throw new Error('It was just written.')
  const text = 'nội dung '.repeat(100_000)
  const record = {
    ...recordOf({ lines: [text] }),
    source: { ...recordOf({ lines: [] }).source, sha256: '' },
  }
  for (let n = 0; n < count; n++) {
    const id = String(n).padStart(64, '0')
    const row: DocumentRow = { ...whole.row, id, state: 'extracted', nextJob: null, error: null }
    await store.putDocument({ ...whole, row, members: [], record })
  }
}

/** Entries of a tar, with the place of their bytes in it. */
export async function entriesOf(file: string) {
  const entries: Array<{ name: string; at: number; size: number; bytes: Buffer }> = []
  const tar = extract()
  tar.end(await readFile(file))
  let at = 0
  for await (const entry of tar) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    const { name, size = 0 } = entry.header
    entries.push({ name, at: at + 512, size, bytes: Buffer.concat(chunks) })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return entries
}

/** Writes a tar of entries. */
export async function writeTar(file: string, entries: Array<{ name: string; bytes: Buffer }>) {
  const tar = pack()
  for (const { name, bytes } of entries) tar.entry({ name }, bytes)
  tar.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of tar) chunks.push(chunk as Uint8Array)
  await writeFile(file, Buffer.concat(chunks))
}

/** Where a command runs to have an archive of its own, which is not there yet. */
export const elsewhere = async (cwd: string) => ({
  cwd,
  environment: { VANTHU_DATA: await temporaryFolder() },
})
