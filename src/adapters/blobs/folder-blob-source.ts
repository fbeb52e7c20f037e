// A folder of blobs that is there, for reading only: nothing is made or cleared away in it. Laid out as in folder-blobs.ts.
import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import type { BlobReader } from '../../ports/blobs.ts'
import { listBlobs, listStrangers } from './folder-blob-list.ts'

/** Opens the folder. Throws UserError where it is none. */
export async function openFolderBlobSource(folder: string): Promise<BlobReader> {
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) throw new UserError(`There is no folder ${folder}.`)
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id.slice(2, 4), id)
  return {
    async has(id) {
      try {
        return (await stat(pathOf(id))).isFile()
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
        throw error
      }
    },
    async withFile(id, use) {
      await access(pathOf(id))
      return use(pathOf(id))
    },
    list: () => listBlobs(folder),
    strangers: () => listStrangers(folder),
    async close() {},
  }
}
