// Patterns that operators write for addresses: "*" stands for anything, everything else for itself.
//
//   /tin-tuc/*      https://sgd.vn/*/van-ban/*      *.pdf

/** Whether a text has the form of a pattern from end to end. Linear: parts are looked for one after the other. */
export function matchesGlob(pattern: string, text: string): boolean {
  const parts = pattern.split('*')
  const first = parts[0] ?? ''
  if (parts.length === 1) return text === pattern
  if (!text.startsWith(first)) return false
  const last = parts[parts.length - 1] ?? ''
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
