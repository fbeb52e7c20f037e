// The files that stay in an inbox after they were taken or refused: taken once, remembered by place, size and time in the
// store, and not looked into again until they change.
import type { KeptFile } from '../../ports/inbox.ts'
import type { Seen } from './list-files.ts'
import { keyOf } from './waiting-files.ts'

type Settled = {
  row: KeptFile
  /** As it was last seen; null until it is seen in this process. */
  seen: Seen | null
}

export type SettledFiles = {
  /** Whether a file is settled as it is. */
  has(seen: Seen): boolean
  /** What was kept of the file at this place. */
  rowAt(path: string): KeptFile | undefined
  add(seen: Seen, row: KeptFile): void
  /** Another file lies there now, or none. */
  forget(path: string): void
  forgetAllBut(present: ReadonlySet<string>): void
  /** Files of this process that lie in the inbox though they are in the archive, or were refused without a note. */
  unmoved(): Array<{ seen: Seen; row: KeptFile }>
}

export function createSettledFiles(rows: readonly KeptFile[]): SettledFiles {
  const byPath = new Map<string, Settled>(rows.map((row) => [row.path, { row, seen: null }]))

  return {
    has(seen) {
      const known = byPath.get(seen.path)
      if (!known || known.row.size !== seen.size || known.row.mtimeMs !== seen.mtimeMs) return false
      if (known.row.error?.code === 'unreadable') {
        // It changes neither size nor time when it is permitted to be read.
        return known.seen?.ctimeMs === seen.ctimeMs
      }
      known.seen = seen
      return true
    },
    rowAt: (path) => byPath.get(path)?.row,
    add: (seen, row) => void byPath.set(seen.path, { row, seen }),
    forget: (path) => void byPath.delete(path),
    forgetAllBut(present) {
      for (const [path, { seen }] of byPath)
        if (seen && !present.has(keyOf(seen.at))) byPath.delete(path)
    },
    unmoved: () =>
      [...byPath.values()].flatMap(({ seen, row }) =>
        seen && (row.documentId !== null) === (row.error === null) && row.notePath === null
          ? [{ seen, row }]
          : [],
      ),
  }
}
