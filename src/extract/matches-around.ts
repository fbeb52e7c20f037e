// Runs a costly pattern only where it can match. Most patterns of dates begin with words that every sentence holds ("đầu",
// "các", "trong") or with a lookbehind, so that a plain search tries them at every letter of a text; but none matches
// without a core ("năm 2023", "tháng 9") that a text holds now and then, and that is found many times faster.

/** A pattern with what each of its matches must hold. */
export type CoredPattern = {
  /** Global; matches no empty text. */
  pattern: RegExp
  /**
   * Global. Every match of `pattern` holds a match of it that starts at most `lead` UTF-16 units after its own start; infinity
   * where words of any length come before: then what is saved is the search behind the last core.
   */
  core: RegExp
  lead: number
}

/** What `text.matchAll(pattern)` gives. */
export function matchesAround(
  text: string,
  { pattern, core, lead }: CoredPattern,
): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  for (let from = 0; ; ) {
    core.lastIndex = from
    const hit = core.exec(text)
    if (!hit) return matches
    pattern.lastIndex = Math.max(from, hit.index - lead)
    const match = pattern.exec(text)
    if (!match) return matches
    from = match.index + match[0].length
    matches.push(match)
  }
}
