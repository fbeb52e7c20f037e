// A folder of this process for files on their way to or from a distant store: <temporary folder>/vanthu-blobs-<host>-<process>-…
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { host, isLeftBehind } from './left-behind.ts'

export type ScratchFolder = {
  /** Runs `use` with the path of a file that is not there yet, and removes that file in the end, also on errors. */
  withFile<T>(use: (path: string) => Promise<T>): Promise<T>
  /** Removes the folder with all that is in it. */
  close(): Promise<void>
}

/** Makes the folder, and clears away those of killed processes of this machine. */
export async function openScratchFolder(): Promise<ScratchFolder> {
  const start = `vanthu-blobs-${host}-`
  await clearLeftovers(start)
  const folder = await mkdtemp(join(tmpdir(), `${start}${process.pid}-`))
  return {
    async withFile(use) {
      const path = join(folder, randomUUID())
      try {
        return await use(path)
      } finally {
        await rm(path, { force: true })
      }
    },
    async close() {
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function clearLeftovers(start: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(start)) continue
    const path = join(tmpdir(), name)
    const found = await stat(path).catch(() => null)
    // The temporary folder is everybody's: what another user left is not ours to remove.
    if (!found || (process.getuid && found.uid !== process.getuid())) continue
    const owner = Number.parseInt(name.slice(start.length), 10)
    if (isLeftBehind(owner, found.mtimeMs)) await rm(path, { recursive: true, force: true })
  }
}
