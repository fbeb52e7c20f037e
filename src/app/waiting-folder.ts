// The temporary folder in which files wait that were found inside others, where there is no archive to keep them.
//
//   /tmp/vanthu-extract-Xy12ab/0, 1, 2 …
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'vanthu-extract-'
/** Untouched for so long, a folder was left by a process that was killed. */
const abandonedAfterMs = 24 * 60 * 60 * 1000

/** Makes a folder of its own, and clears away those that killed processes left behind more than a day ago. */
export async function makeWaitingFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const path = join(tmpdir(), name)
    // Another process may be clearing at the same time, and other people's folders are not ours to clear.
    const found = await stat(path).catch(() => null)
    if (!found?.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) continue
    if (found.mtimeMs < Date.now() - abandonedAfterMs)
      await rm(path, { recursive: true, force: true })
  }
  return mkdtemp(join(tmpdir(), prefix))
}
