// Small and read-only file systems for tests, where this machine lets us make them.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const run = (...args: string[]) =>
  execFileSync(args[0] ?? '', args.slice(1), { stdio: 'ignore', timeout: 10_000 })

/** Whether file systems may be mounted here; where not, says so on stderr, so that skipped tests are seen. */
export function canMount(): boolean {
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    const folder = mkdtempSync(join(tmpdir(), 'vanthu-mount-'))
    try {
      run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)
      run('umount', folder)
      return true
    } catch {
      // Containers without the right to mount.
    } finally {
      rmdirSync(folder)
    }
  }
  console.warn(
    'SKIPPED: tests of full, read-only and absent disks need root and the right to mount.',
  )
  return false
}

/** A file system in memory of this size ("1m") over a folder; unmounted after the test. */
export function mountSmall(folder: string, size: string): void {
  mkdirSync(folder, { recursive: true })
  run('mount', '-t', 'tmpfs', '-o', `size=${size},mode=777`, 'tmpfs', folder)
  onTestFinished(() => unmount(folder))
}

/** Shows a folder under another path; unmounted after the test. */
export function mountSame(folder: string, at: string): void {
  mkdirSync(at, { recursive: true })
  run('mount', '--bind', folder, at)
  onTestFinished(() => unmount(at))
}

/** Mounts again with other options: read-only, writable, of another size. */
export function remount(folder: string, as: string, kind: 'bind' | 'small' = 'small'): void {
  run('mount', '-o', kind === 'bind' ? `remount,bind,${as}` : `remount,${as}`, folder)
}

/** Takes a file system away, also while it is used; nothing where none is mounted. */
export function unmount(folder: string): void {
  try {
    run('umount', '-l', folder)
  } catch {
    // Not mounted any more.
  }
}
