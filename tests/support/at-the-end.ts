// What is done when a test process ends, also where it is ended before its last hooks have run.

let isListening = false

/** Runs something, which must not wait, when this process ends. What is given back takes that back. */
export function atTheEnd(run: () => void): () => void {
  // Vitest ends its processes by SIGTERM, which by itself runs nothing.
  if (!isListening)
    process.once('SIGTERM', () => {
      if (process.listenerCount('SIGTERM') === 0) process.exit(143)
    })
  isListening = true
  process.on('exit', run)
  return () => void process.off('exit', run)
}
