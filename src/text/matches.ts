// All matches of a pattern in a text.

/**
 * What `text.matchAll(pattern)` gives, as an array. `pattern` is global and matches no empty text. `matchAll` makes another
 * pattern and an iterator each time, which costs more than the search in a sentence or in a page where nothing matches.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push(match)
  return matches
}
