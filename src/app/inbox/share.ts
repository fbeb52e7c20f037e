// What kind of folder an inbox is, and whether it is there: shares tell nothing of what others write, and may be away.
import { opendir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { markOf } from './list-files.ts'

/** File system numbers of Linux on which no event tells of what another machine wrote: NFS, SMB, CIFS, FUSE, 9P, AFS, Ceph. */
const shares = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x5346414f, 0x00c36400,
])

/** Whether a folder is on a network share, or on a file system that may be one; false where that cannot be told. */
export async function isOnShare(folder: string): Promise<boolean> {
  try {
    return shares.has((await statfs(folder)).type >>> 0)
  } catch {
    // Where the folder itself cannot be looked at, `stateOf` says so.
    return false
  }
}

export type FolderState =
  | { is: 'there'; mark: string; isEmpty: boolean }
  | { is: 'away'; why: 'missing' | 'no-marker' | 'unreachable'; message: string }

/** Whether an inbox can be looked at now. `marker`: name of a file that must be in it. */
export async function stateOf(folder: string, marker?: string): Promise<FolderState> {
  try {
    const found = await stat(folder)
    if (marker !== undefined && !(await isThere(join(folder, marker))))
      return {
        is: 'away',
        why: 'no-marker',
        message: `The inbox ${folder} has no file ${marker}: its share is not mounted. What comes is taken when it is back.`,
      }
    return { is: 'there', mark: markOf(found), isEmpty: await isEmpty(folder) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT'
      ? { is: 'away', why: 'missing', message: `The inbox ${folder} is not there.` }
      : {
          is: 'away',
          why: 'unreachable',
          message: `The inbox ${folder} cannot be read: ${message}.`,
        }
  }
}

async function isEmpty(folder: string): Promise<boolean> {
  for await (const _ of await opendir(folder)) return false
  return true
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
