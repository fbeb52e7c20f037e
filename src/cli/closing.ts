// Ends the process in good order: whatever was opened is closed once, at the end, on a signal, or when the reader of our
// output goes away (`vanthu extract … | head -1`).

type Closer = () => Promise<void> | void

const closers = new Set<Closer>()
let ending = false

/** Registers something to be closed; the function given back closes it now. */
export function closeAtEnd(close: Closer): () => Promise<void> {
  closers.add(close)
  return async () => {
    if (closers.delete(close)) await close()
  }
}

/** Closes all that is open, the latest first. */
export async function closeAll(): Promise<void> {
  for (const close of [...closers].reverse()) {
    closers.delete(close)
    await close()
  }
}

/** Closes everything and ends the process on SIGINT and SIGTERM; a second signal ends it at once. */
export function endOnSignals(statusOf: (signal: 'SIGINT' | 'SIGTERM') => number): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (ending) process.exit(signal === 'SIGINT' ? 130 : 143)
      void end(statusOf(signal))
    })
}

/** A closed pipe on stdout is no fault: the reader has what it wanted. */
export function endOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    if (!ending) void end(0)
  })
  process.stderr.on('error', () => {
    // Nobody reads our messages any more; the work and its exit status still count.
  })
}

/** Whether the process is being ended early: what fails now fails because of that. */
export const isEnding = (): boolean => ending

async function end(status: number): Promise<void> {
  ending = true
  try {
    await closeAll()
  } catch {
    // The process ends anyway, and what was saved is saved.
  }
  process.exit(status)
}
