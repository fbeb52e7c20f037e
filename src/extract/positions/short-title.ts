// Titles written by letters: "UVBTV", "PCT UBND", "ĐBQH".
import type { Title } from '../../lexicon/lexicon.ts'
import { keyOf } from '../../text/fold.ts'
import type { Page } from '../page.ts'

const lettersOf = (key: string): string => key.replace(/[^\p{L}]/gu, '')

/**
 * An abbreviated title written out: "UVBTV", "PCT UBND" (whose body is read after it), "ĐBQH" (which names its body);
 * null for titles in words.
 */
export function shortTitle(
  page: Page,
  at: number,
  nextToken: number,
  row: Title,
  rows: readonly Title[],
): { title: string; body: string | null; nextToken: number; end: number } | null {
  const { tokens, lexicon } = page
  const start = tokens[at]?.start ?? 0
  const end = tokens[nextToken - 1]?.end ?? start
  // "Uỷ viên BTV" stays as written: only what begins with letters is written out.
  const head = page.text.slice(start, tokens[at]?.end)
  if (/\p{Ll}/u.test(head) && /(?:^| )\p{Ll}{2,}/u.test(page.text.slice(start, end))) return null
  const letters = lettersOf(page.key.slice(start, end))
  if (rows.some(({ title }) => lettersOf(keyOf(title)) === letters)) return null
  // "PCT UBND tỉnh": the body begins with the second word.
  if (row.base && nextToken - at > 1 && lexicon.organisationHeads.longestAt(tokens, at + 1))
    return { title: row.base, body: null, nextToken: at + 1, end: tokens[at]?.end ?? end }
  const body = row.base && row.title.startsWith(row.base) ? row.title.slice(row.base.length) : ''
  return { title: row.base ?? row.title, body: body.trim() || null, nextToken, end }
}
