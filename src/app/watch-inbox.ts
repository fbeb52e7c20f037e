// Watches the inbox folder by looking at it every few seconds. A file that did not change between two looks is taken
// in; then, and only then, it is moved to .done/<date>/. A file that cannot be taken in stays and is named in the log.
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { messageOf } from '../errors.ts'
import type { Log } from '../log.ts'
import { isIgnoredName } from '../text/ignored-names.ts'
import type { App } from './app.ts'

export type InboxOptions = {
  folder: string
  ingest: App['ingest']
  log: Log
  /** Pause between two looks. */
  everyMs?: number
}

export type Inbox = {
  /** Looks once, now; returns how many files were taken in. */
  scan(): Promise<number>
  /** Stops looking; waits for the file under way. */
  close(): Promise<void>
}

type Seen = {
  size: number
  mtimeMs: number
  /** Taken in or refused as it is now: not looked at again until it changes. */
  settled: boolean
}

/** Starts watching. The folder is made where it is missing. */
export async function watchInbox(options: InboxOptions): Promise<Inbox> {
  const { folder, log, everyMs = 2_000 } = options
  await mkdir(folder, { recursive: true })
  const seen = new Map<string, Seen>()
  let closed = false
  let scanning: Promise<number> | null = null

  async function scan(): Promise<number> {
    let taken = 0
    const present = new Set<string>()
    for (const path of await filesIn(folder)) {
      if (closed) break
      present.add(path)
      const found = await stat(path).catch(() => null)
      if (!found) continue
      const before = seen.get(path)
      const now = { size: found.size, mtimeMs: found.mtimeMs, settled: false }
      if (before?.size !== now.size || before.mtimeMs !== now.mtimeMs) seen.set(path, now)
      else if (!before.settled && (await take(path, before))) taken++
    }
    if (!closed) for (const path of seen.keys()) if (!present.has(path)) seen.delete(path)
    return taken
  }

  async function take(path: string, as: Seen): Promise<boolean> {
    const name = basename(path)
    try {
      const { id, isNew } = await options.ingest({ name, bytes: createReadStream(path) })
      const after = await stat(path)
      if (after.size !== as.size || after.mtimeMs !== as.mtimeMs) {
        // Written to while it was read: what was read is kept, and the file is looked at anew.
        seen.delete(path)
        return true
      }
      as.settled = true
      await moveToDone(path)
      log.info('taken from the inbox', { document: id, name, isNew })
      return true
    } catch (error) {
      as.settled = (error as { code?: string }).code === 'too-large' || as.settled
      log.error('a file stays in the inbox', { name, reason: messageOf(error) })
      return false
    }
  }

  async function moveToDone(path: string): Promise<void> {
    const done = join(folder, '.done', new Date().toISOString().slice(0, 10))
    await mkdir(done, { recursive: true })
    const { name, ext } = parse(path)
    for (let copy = 1; ; copy++) {
      const target = join(done, copy === 1 ? `${name}${ext}` : `${name} (${copy})${ext}`)
      if (await reserve(target)) {
        await rename(path, target)
        return
      }
    }
  }

  const look = () => {
    scanning ??= scan()
      .catch((error: unknown) => {
        log.error('the inbox cannot be looked at', { folder, reason: messageOf(error) })
        return 0
      })
      .finally(() => {
        scanning = null
      })
    return scanning
  }
  void look()
  const timer = setInterval(look, everyMs)
  return {
    scan: look,
    async close() {
      closed = true
      clearInterval(timer)
      await scanning
    },
  }
}

/** Makes an empty file of that name, so that the rename replaces nothing but it; false where the name is taken. */
async function reserve(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Regular files below a folder; links, pipes, devices and ignored names are passed over. */
async function filesIn(folder: string): Promise<string[]> {
  const paths: string[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries) {
    if (isIgnoredName(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) paths.push(...(await filesIn(path)))
    else if (entry.isFile()) paths.push(path)
  }
  return paths
}
