// Honorifics and degrees before a name: "đồng chí", "PGS-TS", "đ/c Thượng tá", "các đồng chí".
import type { Page } from '../page.ts'

export type Introduction = {
  nextToken: number
  honorifics: string[]
  degrees: string[]
  excluded: boolean
  plural: boolean
}

/** Honorifics and degrees before a name: "đồng chí", "PGS-TS", "Ông", "đ/c Thượng tá". */
export function readIntroduction(page: Page, index: number): Introduction | null {
  const { tokens, lexicon } = page
  const honorifics: string[] = []
  const degrees: string[] = []
  let excluded = false
  let plural = false
  let next = index
  for (let n = 0; n < 6; n++) {
    const honorific = lexicon.honorifics.longestAt(tokens, next)
    if (honorific) {
      // "Ông", "Hà" may be family names: only an honorific where a name follows.
      excluded ||= honorific.values.every((v) => v.class === 'exclusion')
      plural ||= honorific.values.some((v) => v.class === 'list')
      honorifics.push(page.text.slice(honorific.start, honorific.end).toLowerCase())
      next = honorific.nextToken
    } else {
      const degree = lexicon.degrees.longestAt(tokens, next)
      const written = degree ? page.text.slice(degree.start, degree.end) : ''
      // Abbreviations count in capitals only: "TS", not "ts"; ranks and written-out degrees in any case.
      if (!degree || (!written.includes(' ') && !/^\p{Lu}/u.test(written))) break
      excluded ||= degree.values.every((v) => v.kind === 'eponym')
      degrees.push(written)
      next = degree.nextToken
    }
    while (
      (tokens[next]?.text === '.' ||
        tokens[next]?.text === '-' ||
        tokens[next]?.text === ':' ||
        (tokens[next]?.text === ',' && degrees.length > 0)) &&
      next < index + 12
    ) {
      if (tokens[next]?.text === ':' && !plural) break
      // "gồm 34 đồng chí. Ông A": the sentence ends; "đ/c.", "PGS." are abbreviations.
      if (tokens[next]?.text === '.' && honorific && honorific.end - honorific.start > 3) break
      next++
    }
  }
  return honorifics.length + degrees.length > 0
    ? { nextToken: next, honorifics, degrees, excluded, plural }
    : null
}

export type ListOpening = NonNullable<ReturnType<typeof listAt>>

/** "các đồng chí", "các ông": what announces several people; null for anything else. */
export function listAt(page: Page, index: number) {
  const honorific = page.lexicon.honorifics.longestAt(page.tokens, index)
  return honorific?.values.some((v) => v.class === 'list') ? honorific : null
}
