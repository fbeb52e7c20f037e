// Lets work of one process run side by side, or, for what is to be watched closely, alone.

export type Turns = {
  /** Runs beside others, but not beside what runs alone. */
  together<T>(work: () => Promise<T>): Promise<T>
  /** Waits until nothing else runs, and runs by itself; what comes later waits for it. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

/** Turns of one process. */
export function createTurns(): Turns {
  const running = new Set<Promise<unknown>>()
  /** Ends with the latest work that is to run alone; null where there is none. */
  let barrier: Promise<void> | null = null
  return {
    async together(work) {
      // Another may have asked to run alone while this one waited.
      while (barrier) await barrier
      const own = work()
      const ended = own.catch(() => undefined)
      running.add(ended)
      try {
        return await own
      } finally {
        running.delete(ended)
      }
    },
    async alone(work) {
      const before = barrier
      const ended = Promise.withResolvers<void>()
      barrier = ended.promise
      try {
        await before
        await Promise.all(running)
        return await work()
      } finally {
        if (barrier === ended.promise) barrier = null
        ended.resolve()
      }
    },
  }
}
