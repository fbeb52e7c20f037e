// Does work on several items at once and gives the results in the order of the items.

/** Results in order; at most `concurrency` at once. An error ends the loop when its turn comes. */
export async function* inOrder<T, R>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = []
  const rest = items[Symbol.iterator]()
  let next = rest.next()
  while (!next.done || underWay.length > 0) {
    while (!next.done && underWay.length < concurrency) {
      const result = work(next.value)
      // Looked at when its turn comes; until then a rejection is not "unhandled".
      result.catch(() => {})
      underWay.push(result)
      next = rest.next()
    }
    const first = underWay.shift()
    if (first) yield await first
  }
}
