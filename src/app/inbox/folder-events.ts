// Tells of changes in folders as the system reports them. Only a hint that makes things quick: events get lost, on shares
// there are none, and all files are looked at now and then anyway.
//
// One watcher a folder: `recursive` of Node opens one for every file on Linux, and would watch what was moved to .done too.
import { type FSWatcher, watch } from 'node:fs'
import { messageOf } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { SeenFolder } from './list-files.ts'

/** Watchers at most; the folders beyond are looked at only now and then. */
const mostFolders = 2_000

export type FolderEvents = {
  /** Watches a folder, unless it is watched; one that took the name of another is watched anew. */
  add(folder: SeenFolder): void
  /** Watches none but these paths. */
  keepOnly(paths: ReadonlySet<string>): void
  /** Watches nothing any more, whatever is added. */
  close(): void
}

/** `onChange` is told the folder and the name in it; null where the system did not say. */
export function watchFolders(
  onChange: (folder: SeenFolder, name: Buffer | null) => void,
  log: Log,
): FolderEvents {
  const watched = new Map<string, { mark: string; watcher: FSWatcher }>()
  let isRefused = false
  let isClosed = false

  function drop(path: string): void {
    watched.get(path)?.watcher.close()
    watched.delete(path)
  }

  return {
    add(folder) {
      // A look that was under way when this was closed: a watcher made now would keep the process alive for ever.
      if (isClosed) return
      const known = watched.get(folder.path)
      if (known?.mark === folder.mark) return
      drop(folder.path)
      if (watched.size >= mostFolders) return
      try {
        const watcher = watch(folder.at, { encoding: 'buffer' }, (_, name) =>
          onChange(folder, name),
        )
        watcher.on('error', () => {
          // Dead; the next look at all folders makes another.
          if (watched.get(folder.path)?.watcher === watcher) drop(folder.path)
          onChange(folder, null)
        })
        watched.set(folder.path, { mark: folder.mark, watcher })
      } catch (error) {
        // The system has no watcher left, or the folder is gone already.
        if (!isRefused)
          log.info('a folder is looked at only now and then', {
            folder: folder.path,
            reason: messageOf(error),
          })
        isRefused = true
      }
    },
    keepOnly(paths) {
      for (const path of watched.keys()) if (!paths.has(path)) drop(path)
    },
    close() {
      isClosed = true
      for (const path of watched.keys()) drop(path)
    },
  }
}
