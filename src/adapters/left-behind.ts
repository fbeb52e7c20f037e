// Whether what a process of this machine was writing was left behind by it.
import { hostname } from 'node:os'

/** This machine in names of files: folders may be shared by several, and a process id says something on its own only. */
export const host: string = hostname().replace(/[^\p{L}\p{N}]/gu, '_')

/** Whether a process is gone, or came before this one with the same id: in a container every run has the same. */
export function isLeftBehind(pid: number, changedAtMs: number): boolean {
  return pid === process.pid ? changedAtMs < startedAtMs() : !isAlive(pid)
}

const startedAtMs = (): number => Date.now() - process.uptime() * 1000

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
