// Servers that are no packages of npm: where their programs are on this machine, and ports for them.
import { accessSync, constants, globSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { UserError } from '../../src/errors.ts'

/** Where Homebrew links what PATH need not have, on Macs of both kinds and on Linux. */
const homebrew = ['/opt/homebrew', '/usr/local', '/home/linuxbrew/.linuxbrew'].map((folder) =>
  join(folder, 'opt'),
)

/**
 * The folder that holds all of these programs: one on PATH, else "bin" in what a pattern finds, of `versions` first, then
 * of Homebrew's `formula`, the newest version first. Null where none does.
 */
export function folderOf(
  programs: readonly string[],
  { versions = [], formula }: { versions?: readonly string[]; formula: string },
): string | null {
  const patterns = [...versions, ...homebrew.map((folder) => join(folder, formula))]
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    // Homebrew's are links, which a pattern finds but does not go through.
    ...patterns
      .flatMap((pattern) => globSync(pattern).sort(newestFirst))
      .map((found) => join(found, 'bin')),
  ]
  return folders.find((folder) => programs.every((name) => isProgram(join(folder, name)))) ?? null
}

const newestFirst = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true })

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A free port of the loopback address: `wanted`, or any. Throws UserError where the wanted one is not free. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', ({ message }) =>
      reject(new UserError(`Port ${wanted} cannot be used (${message}); name another.`)),
    )
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : wanted
      probe.close(() => resolve(port))
    })
  })
}
