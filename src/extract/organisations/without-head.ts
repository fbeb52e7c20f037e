// Bodies written without a head word: by letters alone ("EVN"), by their field after a title ("Bộ trưởng Xây dựng").
import { tokensOf } from '../../text/words.ts'
import { isCapitalised } from '../names.ts'
import type { OrganisationSpan } from '../organisations.ts'
import type { Page } from '../page.ts'
import { extend } from './rest-of-name.ts'

/** A body called by letters alone, with its place: "Chủ tịch EVN", "Giám đốc VNPT Điện Biên"; null for other words. */
export function readAcronym(page: Page, index: number): OrganisationSpan | null {
  const first = page.tokens[index]
  if (
    !first ||
    !/^\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*$/u.test(page.text.slice(first.start, first.end))
  )
    return null
  const { titles, degrees, honorifics } = page.lexicon
  if ([titles, degrees, honorifics].some((phrases) => phrases.longestAt(page.tokens, index)))
    return null
  return bodyFrom(page, first, index + 1, first.text)
}

/**
 * A ministry or department without its first word: "Bộ trưởng Xây dựng", "Thứ trưởng Tài nguyên Môi trường". `word` is
 * what it lacks ("bộ"), which `head` of the span says.
 */
export function readField(page: Page, index: number, word: string): OrganisationSpan | null {
  const first = page.tokens[index]
  if (!first || !isCapitalised(page, index)) return null
  const near = [...tokensOf(word), ...page.tokens.slice(index, index + 12)]
  const known =
    page.lexicon.organisations.longestAt(near, 0) ?? page.lexicon.abbreviations.longestAt(near, 1)
  if (known && known.nextToken > 1) return bodyFrom(page, first, index + known.nextToken - 1, word)
  // Without its "và" or commas: the first two syllables tell the field.
  const second = page.tokens[index + 1]?.text ?? ''
  return fields.has(`${first.text} ${second}`) ? bodyFrom(page, first, index + 2, word) : null
}

const fields = new Set([
  'nông nghiệp',
  'tài nguyên',
  'văn hoá',
  'thông tin',
  'giáo dục',
  'lao động',
  'kế hoạch',
  'khoa học',
  'giao thông',
])

function bodyFrom(
  page: Page,
  first: { start: number; end: number },
  from: number,
  head: string,
): OrganisationSpan {
  const found: OrganisationSpan = {
    start: first.start,
    end: 0,
    nextToken: from,
    head,
    bare: false,
    provinceId: null,
    openLocality: null,
    locality: null,
  }
  found.nextToken = extend(page, from, false, found)
  found.end = page.tokens[found.nextToken - 1]?.end ?? first.end
  return found
}
