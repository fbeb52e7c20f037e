// Titles with one wrong letter, "Chủ huy trưởng Ban Chỉ huy Quân sự", "Giám đôc Sở": read where the body right behind is led by an
// office of that name, so that two witnesses agree.
import type { OrganisationHead } from '../../lexicon/lexicon.ts'
import { fold, keyOf } from '../../text/fold.ts'
import { isCapitalised } from '../names.ts'
import type { Page } from '../page.ts'

/** A misspelt title: the token behind it, and where its words stand. */
export type Misspelt = { start: number; end: number; nextToken: number }

const pages = new WeakMap<Page, ReadonlyMap<number, Misspelt>>()

/** The misspelt title that begins at a token; null for anything else, titles that are known with them. */
export function misspeltTitle(page: Page, index: number): Misspelt | null {
  let found = pages.get(page)
  if (!found) {
    found = findAll(page)
    pages.set(page, found)
  }
  return found.get(index) ?? null
}

const sign = /^[,;:()\n.–-]$/u

function findAll(page: Page): Map<number, Misspelt> {
  const { tokens, lexicon } = page
  const found = new Map<number, Misspelt>()
  for (const [next, token] of tokens.entries()) {
    if (!lexicon.organisationHeads.begins(token)) continue
    // A sign or a line's end before the body parts it from any title.
    if (!/^\p{L}/u.test(tokens[next - 1]?.text ?? '')) continue
    const rows = lexicon.organisationHeads.longestAt(tokens, next)?.values ?? []
    for (const words of rows.flatMap(titlesOf)) {
      const first = next - words.length
      if (first < 0 || found.has(first)) continue
      if (!isCapitalised(page, first) && !sign.test(tokens[first - 1]?.text ?? '\n')) continue
      if (
        !isMisspelt(
          words,
          tokens.slice(first, next).map(({ text }) => text),
        )
      )
        continue
      if (endsKnownTitle(page, first, next)) continue
      found.set(first, {
        start: tokens[first]?.start ?? 0,
        end: tokens[next - 1]?.end ?? 0,
        nextToken: next,
      })
    }
  }
  return found
}

const titles = new WeakMap<OrganisationHead, string[][]>()

/** The titles of who leads such bodies, in syllables; those of one syllable are none. */
function titlesOf(row: OrganisationHead): string[][] {
  let known = titles.get(row)
  if (!known) {
    known = [row.head, row.deputy]
      .map((title) => (title ? keyOf(title).split(' ') : []))
      .filter((words) => words.length > 1)
    titles.set(row, known)
  }
  return known
}

/** One syllable differs: of two by its marks alone, of more by one letter. */
function isMisspelt(title: readonly string[], written: readonly string[]): boolean {
  const wrong = title.flatMap((word, i) => (word === written[i] ? [] : [i]))
  const [at = 0] = wrong
  if (wrong.length !== 1) return false
  const [right, other] = [fold(title[at] ?? ''), fold(written[at] ?? '')]
  return right === other || (title.length > 2 && differByOne(right, other))
}

/** Two words of the same length that differ in one letter. */
const differByOne = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((letter, i) => letter !== b[i]).length === 1

/** "Phó Trưởng ban | Ban": a title that is known ends there. */
function endsKnownTitle({ tokens, lexicon }: Page, first: number, next: number): boolean {
  for (let i = Math.max(0, first - 1); i < next; i++)
    if (lexicon.titles.longestAt(tokens, i)?.nextToken === next) return true
  return false
}
