// Bodies after a title that do not begin with a head word: a place, a field of work, a name of its own.
import { localityWordLength, readPlaceName } from '../localities.ts'
import { isCapitalised, readName } from '../names.ts'
import { readField } from '../organisations/without-head.ts'
import type { OrganisationSpan } from '../organisations.ts'
import type { Page } from '../page.ts'
import { startsTitle } from '../positions.ts'

/** "Bộ trưởng Xây dựng", "Giám đốc GD-ĐT tỉnh": a ministry or department called by its field alone. */
export function fieldBody(page: Page, index: number, titleKey: string): OrganisationSpan | null {
  const word = /^(?:bộ|thứ) trưởng$/u.test(titleKey)
    ? 'bộ'
    : /^(?:phó )?giám đốc$/u.test(titleKey)
      ? 'sở'
      : null
  if (word === null || readName(page, index, true)?.strong) return null
  return readField(page, index, word)
}

/** A word in capitals that is neither a person's nor a known body's. */
export function isUnread(page: Page, index: number): boolean {
  const { tokens, lexicon } = page
  return (
    /^\p{L}/u.test(tokens[index]?.text ?? '') &&
    isCapitalised(page, index) &&
    readName(page, index, true) === null &&
    lexicon.degrees.longestAt(tokens, index) === null &&
    lexicon.honorifics.longestAt(tokens, index) === null &&
    !startsTitle(page, index)
  )
}

/** "Phó Chủ tịch tỉnh Quảng Nam", "Bí thư huyện Mường Ảng": the place stands for its body. */
export function localityBody(page: Page, index: number, titleKey: string): OrganisationSpan | null {
  const length = localityWordLength(page, index)
  const first = page.tokens[index]
  if (!first || length === 0 || !/(?:chủ tịch|bí thư|giám đốc|trưởng)/u.test(titleKey)) return null
  const place = readPlaceName(page, index + length, first.text)
  const nextToken = place?.nextToken ?? index + length
  const end = page.tokens[nextToken - 1]?.end ?? first.end
  return {
    start: first.start,
    end,
    nextToken,
    head: /chủ tịch/u.test(titleKey) ? 'ubnd' : '',
    bare: false,
    provinceId: place?.provinceId ?? null,
    openLocality: place ? null : page.key.slice(first.start, end),
    locality: first.text === 'tỉnh' || !place ? null : page.text.slice(first.start, end),
  }
}
