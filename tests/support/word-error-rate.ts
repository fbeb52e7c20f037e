// How far a text that was read is from the text that should have been read, by words.

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/[‘’`´]/g, "'")
    .replace(/[–—−]/g, '-')
    .split(/\s+/)
    .filter(Boolean)

/** Share of the words of `reference` that are wrong, missing or too many in `read`, in order (word error rate). */
export function wordErrorRate(read: string, reference: string): number {
  const a = wordsOf(read)
  const b = wordsOf(reference)
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++)
      current[j] = Math.min(
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
      )
    previous = current
  }
  return (previous[b.length] ?? 0) / Math.max(1, b.length)
}

/** The same whatever the order of the words. */
export function bagErrorRate(read: string, reference: string): number {
  const a = wordsOf(read)
  const b = wordsOf(reference)
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  let right = 0
  for (const word of a) {
    const n = left.get(word) ?? 0
    if (n > 0) right++
    left.set(word, n - 1)
  }
  return (Math.max(a.length, b.length) - right) / Math.max(1, b.length)
}
