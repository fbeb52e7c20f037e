// The files of an inbox that are not settled yet: each waits until it has been quiet for as long as its type asks for.
import type { SystemPath } from './file-path.ts'
import { type Completeness, isComplete } from './is-complete.ts'
import { lookAgain, type Seen } from './list-files.ts'
import { withFile } from './read-file.ts'

export type Patience = {
  /** How long a file must not have changed. */
  quietMs: number
  /** The same where nothing says that it is complete. */
  unknownMs: number
  /** The same where something says that it is not. */
  incompleteMs: number
}

type Waiting = {
  seen: Seen
  /** When it was first seen as it is, by the clock that nobody sets. */
  sinceMs: number
  /** When to look at it again. */
  dueMs: number
  completeness: Completeness | null
  /** Failed tries in a row. */
  failures: number
}

export type WaitingFiles = {
  readonly size: number
  /** A file is there: it waits from now on, or goes on waiting where it did not change. */
  note(seen: Seen): void
  /** A file is gone, or settled. */
  forget(at: SystemPath): void
  forgetAllBut(present: ReadonlySet<string>): void
  /** Those that have been quiet for long enough, at most so many, the one that came first first. Looks at each again. */
  ready(most: number): Promise<Seen[]>
  /** A file could not be taken: it is tried again after a while that grows with every failure in a row. */
  putOff(seen: Seen, firstMs: number, longestMs: number): void
  /** Milliseconds until one may be ready; null where none waits. */
  untilDueMs(): number | null
}

/** A path as a key: its bytes, one letter each. */
export const keyOf = (at: SystemPath): string =>
  (typeof at === 'string' ? Buffer.from(at) : at).toString('latin1')

const now = () => performance.now()

export function createWaitingFiles({ quietMs, unknownMs, incompleteMs }: Patience): WaitingFiles {
  const files = new Map<string, Waiting>()

  function note(seen: Seen): void {
    const key = keyOf(seen.at)
    const known = files.get(key)
    if (known && isUnchanged(known.seen, seen)) return
    const sinceMs = now()
    files.set(key, {
      seen,
      sinceMs,
      dueMs: sinceMs + quietMs,
      completeness: null,
      failures: 0,
    })
  }

  /** True where the file has been quiet long enough; otherwise its next time is set. */
  async function isReady(file: Waiting): Promise<boolean> {
    if (file.failures > 0) return true
    file.completeness ??= await completenessOf(file.seen)
    const asked = { complete: quietMs, unknown: unknownMs, incomplete: incompleteMs }
    file.dueMs = file.sinceMs + asked[file.completeness]
    return file.dueMs <= now()
  }

  return {
    get size() {
      return files.size
    },
    note,
    forget: (at) => void files.delete(keyOf(at)),
    forgetAllBut(present) {
      for (const key of files.keys()) if (!present.has(key)) files.delete(key)
    },

    async ready(most) {
      const ready: Seen[] = []
      for (const [key, file] of files) {
        if (file.dueMs > now()) continue
        const seen = await lookAgain(file.seen)
        if (!seen) files.delete(key)
        else if (!isUnchanged(file.seen, seen)) note(seen)
        else if (await isReady(file)) ready.push(file.seen)
        if (ready.length === most) break
      }
      return ready
    },

    putOff(seen, firstMs, longestMs) {
      const file = files.get(keyOf(seen.at))
      if (!file) return
      file.dueMs = now() + Math.min(longestMs, firstMs * 2 ** Math.min(file.failures, 20))
      file.failures++
    },

    untilDueMs() {
      let due = Number.POSITIVE_INFINITY
      for (const file of files.values()) due = Math.min(due, file.dueMs)
      return files.size === 0 ? null : Math.max(0, due - now())
    },
  }
}

/** The time of the last change of the row in the file system is part of it: no writer can set that one back. */
const isUnchanged = (before: Seen, after: Seen): boolean =>
  before.kind === after.kind &&
  before.size === after.size &&
  before.mtimeMs === after.mtimeMs &&
  before.ctimeMs === after.ctimeMs

async function completenessOf(seen: Seen): Promise<Completeness> {
  if (seen.kind !== 'file') return 'complete'
  if (seen.size === 0) return 'unknown'
  try {
    return await withFile(seen, (file) => isComplete(file, seen.size))
  } catch {
    // Whoever takes it meets the same, and tells.
    return 'unknown'
  }
}
