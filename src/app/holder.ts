// What this process calls itself where it works on a document, and whether another such process of this machine is gone.
//
//   archive-1:4711:1767225600000        host : process id : when it started, since ids come again
import { hostname } from 'node:os'

const startedAt = Math.round(Date.now() - process.uptime() * 1000)

/** Names this process. */
export const holderOfThisProcess: string = `${hostname()}:${process.pid}:${startedAt}`

/** Whether a holder was a process of this machine and is no more. Of other machines nothing is known. */
export function isGone(holder: string): boolean {
  const [, host, pid] = /^(.*):(\d+):\d+$/.exec(holder) ?? []
  if (host !== hostname() || holder === holderOfThisProcess) return false
  return Number(pid) === process.pid || !isAlive(Number(pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
