// The files that paths on the command line stand for: files as named, folders with all that is below them.
import { constants } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { isIgnoredName } from '../text/ignored-names.ts'
import { oneLine } from './output.ts'

/**
 * Paths of all files, folders in the order of names. Throws one UserError that names every path that does not exist or
 * may not be read; and one where folders hold nothing to read.
 */
export async function collectFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  const problems: string[] = []
  const emptyFolders: string[] = []
  for (const path of paths) {
    const problem = await problemOf(path)
    if (problem) problems.push(problem)
    else if ((await stat(path)).isDirectory()) {
      const found = await filesBelow(path)
      if (found.length === 0) emptyFolders.push(path)
      files.push(...found)
    } else files.push(path)
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  if (files.length === 0)
    throw new UserError(
      `There is nothing to read in ${emptyFolders.map(oneLine).join(', ')}: ${emptyFolders.length === 1 ? 'the folder holds' : 'the folders hold'} no documents.`,
    )
  return [...new Set(files)]
}

async function problemOf(path: string): Promise<string | null> {
  try {
    const found = await stat(path)
    if (!found.isFile() && !found.isDirectory())
      return `${oneLine(path)} is neither a file nor a folder.`
    await access(path, constants.R_OK)
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return `${oneLine(path)} does not exist; check the spelling of the path.`
    if (code === 'EACCES' || code === 'EPERM')
      return `${oneLine(path)} may not be read by this user; change its permissions.`
    throw error
  }
}

/** Regular files below a folder; links, pipes and names that are no documents are passed over. */
async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isIgnoredName(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await filesBelow(path)))
    else if (entry.isFile()) files.push(path)
  }
  return files
}
