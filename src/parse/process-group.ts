// What parents do to the child processes in which documents are opened: look at their memory, and end them with all they started.
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Kills a child that was started `detached`, and everything in its group. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL') // no such group any more, or a system without groups
  }
}

/** Resident memory of a process in MB from /proc; null where there is none (not Linux). */
export function residentMb(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}
