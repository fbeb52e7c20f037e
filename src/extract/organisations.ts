// Names of bodies in running text: "Sở Giáo dục và Đào tạo tỉnh Điện Biên", "UBND huyện", "Vụ Thi đua - Khen thưởng, Bộ …".
//
// A name begins with a head word (dictionary organisation-heads) and goes on over capitals, connectives between capitals
// and localities; it ends at punctuation, a title, a person's name or a verb.
import type { Abbreviation, Lexicon } from '../lexicon/lexicon.ts'
import { decline } from './decline.ts'
import { localityWordLength } from './localities.ts'
import { isCapitalised, readName } from './names.ts'
import { overLineBreak, withYear } from './organisations/end-of-name.ts'
import { extend } from './organisations/rest-of-name.ts'
import { shortAssociationLength } from './organisations/short-associations.ts'
import type { Page } from './page.ts'

export type OrganisationSpan = {
  start: number
  end: number
  nextToken: number
  /** Matching key of the head word: "sở", "uỷ ban nhân dân", "ubnd". */
  head: string
  /** True where nothing follows the head: "Sở", "Huyện uỷ". */
  bare: boolean
  /** Province named in it, as "tỉnh X" or at its end; null where none is. */
  provinceId: string | null
  /** Word for a locality that has no name: "tỉnh" of "UBND tỉnh". */
  openLocality: string | null
  /** Locality with a name below the province: "huyện Lý Nhân". */
  locality: string | null
  /** The words are a place alone that stands for its body: "Hà Nội" of "Bí thư Hà Nội". */
  placeOnly?: true
  /** A higher body in brackets: "Bộ GD&ĐT" of "Vụ Hợp tác quốc tế (Bộ GD&ĐT)". */
  parent?: { start: number; end: number }
  /** The body whose office it is, named further on: "UBND tỉnh" of "Chánh Văn phòng kiêm Người phát ngôn UBND tỉnh". */
  whole?: { start: number; end: number }
}

/**
 * Reads the name of a body that begins at a token. `afterTitle`: a title stands before it, so that small letters in the
 * name are allowed ("Vụ giáo dục phổ thông") and a higher body may follow a comma. Null where none begins there.
 */
export function readOrganisation(
  page: Page,
  index: number,
  afterTitle: boolean,
): OrganisationSpan | null {
  const { tokens, lexicon } = page
  const first = tokens[index]
  if (!first) return null
  if (!afterTitle && !isCapitalised(page, index)) return null
  const known = lexicon.organisations.longestAt(tokens, index)
  const short = shortAssociationLength(page, index)
  const headMatch =
    lexicon.organisationHeads.longestAt(tokens, index) ??
    abbreviatedHead(page, index) ??
    (short > 0 ? { nextToken: index + short } : null)
  if (!known && !headMatch) return null
  // "THỨ TRƯỞNG" after "BỘ TRƯỞNG", "Thanh tra viên": a title that begins like a body.
  const title = lexicon.titles.longestAt(tokens, index)
  if (title && title.nextToken > Math.max(known?.nextToken ?? 0, headMatch?.nextToken ?? 0))
    return decline(page, title, 'body-is-title', 'A title that begins like a body.')
  let next = Math.max(known?.nextToken ?? 0, headMatch?.nextToken ?? 0)
  const headEnd = headMatch?.nextToken ?? next
  const head = page.key.slice(first.start, tokens[headEnd - 1]?.end ?? first.end)
  const found: OrganisationSpan = {
    start: first.start,
    end: 0,
    nextToken: next,
    head,
    bare: true,
    provinceId: null,
    openLocality: null,
    locality: null,
  }
  if (next > headEnd) found.bare = false
  // "Bộ Công an chỉ ra": the name of a ministry is complete, no small letters go on with it.
  const complete =
    known !== null && known.nextToken === next && known.values.some((v) => v.class === 'ministry')
  const country = known?.values.some((v) => v.class === 'country') ?? false
  if (!country) next = extend(page, next, afterTitle && !complete && short === 0, found)
  // "Vụ X, Bộ Y" and "…, tỉnh Z": the higher body or the place after a comma belongs to the name.
  for (let joins = 0; joins < 3 && afterTitle; joins++) {
    if (tokens[next]?.text !== ',') break
    const after = next + 1
    if (
      localityWordLength(page, after) > 0 &&
      isCapitalised(page, after + localityWordLength(page, after))
    ) {
      found.openLocality = null
      next = extend(page, after, false, found)
      continue
    }
    // "Trưởng phòng Đào tạo, trường ĐH Dược": a school or institute may be written small.
    const smallHead = /^(?:trường|viện|sở)$/u.test(tokens[after]?.text ?? '')
    if (
      lexicon.titles.longestAt(tokens, after) ||
      !(isCapitalised(page, after) || (smallHead && isCapitalised(page, after + 1)))
    )
      break
    const higher =
      lexicon.organisationHeads.longestAt(tokens, after) ??
      lexicon.organisations.longestAt(tokens, after)
    if (!higher || readName(page, after, false)?.strong) break
    // "Chủ tịch HĐND tỉnh, Thường trực HĐND tỉnh đã họp": another subject.
    if (tokens[after]?.text === 'thường') break
    next = extend(page, higher.nextToken, true, found)
  }
  if (afterTitle) next = overLineBreak(page, found, next) ?? withYear(page, index, next)
  found.nextToken = next
  found.end = tokens[next - 1]?.end ?? first.end
  return found
}

/** "T.Ư Hội Khuyến học", "LĐLĐ tỉnh": an abbreviation of a head word or of a body. */
function abbreviatedHead(page: Page, index: number): { nextToken: number } | null {
  const { tokens, lexicon } = page
  const match = lexicon.abbreviations.longestAt(tokens, index)
  if (!match || !isCapitalised(page, index)) return null
  return match.values.some((row) => standsForBody(lexicon, row)) ? match : null
}

const known = new WeakMap<Abbreviation, boolean>()

function standsForBody(lexicon: Lexicon, row: Abbreviation): boolean {
  let stands = known.get(row)
  if (stands === undefined) {
    stands = row.expansions.some(
      (e) => lexicon.organisationHeads.get(e).length > 0 || lexicon.organisations.get(e).length > 0,
    )
    known.set(row, stands)
  }
  return stands
}

/** All bodies named with a capital head in the page, in order. */
export function findOrganisations(page: Page): OrganisationSpan[] {
  const found: OrganisationSpan[] = []
  for (let i = 0; i < page.tokens.length; ) {
    const organisation = isCapitalised(page, i) ? readOrganisation(page, i, false) : null
    if (organisation) {
      found.push(organisation)
      if (
        organisation.bare &&
        page.declined &&
        !page.lexicon.organisations.longestAt(page.tokens, i)
      )
        decline(
          page,
          organisation,
          'body-bare',
          'A body without a name: which one is left to the context.',
        )
      i = Math.max(organisation.nextToken, i + 1)
    } else i++
  }
  return found
}
