// Provinces and municipalities named in the text: "tỉnh Phú Thọ", "Sở GD&ĐT Lào Cai", "gồm: Yên Bái, Hòa Bình và Bắc Kạn".
//
// Not provinces: "Điện Biên Phủ", "huyện Quảng Ninh", "thành phố Sơn La" (a city in its province), "đường Hà Nội", "vì hòa bình".
import { holds } from './document-day.ts'
import { isCapitalised } from './names.ts'
import type { Annotation, Page } from './page.ts'

export type ProvinceFound = {
  id: string
  /** True after "tỉnh" or "thành phố": the word itself says what it is. */
  marked: boolean
  /** A city or other unit of that name inside the province; evidence for bodies, no mention of the province. */
  cityOnly: boolean
}

const belowProvince =
  /(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|ấp|khu phố|tổ dân phố|làng|tx\.?|tt\.?) $/u
const cityBefore = /(?:thành phố|tp\.?|thành uỷ|thành đoàn) ?$/u
const provinceBefore =
  /(?:tỉnh|các tỉnh|hai tỉnh|ubnd|hđnd|tỉnh uỷ|tỉnh đoàn|công an|sở [^,.;]{2,60}) $/u
const longestTrap = 5
/** "Trường Cao đẳng Sư phạm Điện Biên": a school named after its province. */
const learned = /(?<!\p{L})(?:cao đẳng|đại học|học viện|trung cấp|thpt|thcs)(?: [\p{L}-]+){0,5} $/u

/** All provinces named outside boilerplate; several mentions give several annotations. */
export function findProvinces(page: Page): Annotation<ProvinceFound>[] {
  const { tokens, lexicon } = page
  const blocks = page.blocks.filter((b) => b.zone === 'boilerplate' || b.zone === 'byline')
  const found: Annotation<ProvinceFound>[] = []
  for (let i = 0; i < tokens.length; ) {
    const trap = lexicon.provinces.traps.longestAt(tokens, i)
    const match = lexicon.provinces.aliases.longestAt(tokens, i)
    if (
      trap?.values.some((v) => v.kind === 'longer-name') &&
      trap.nextToken >= (match?.nextToken ?? 0) &&
      trap.nextToken > i + 1
    ) {
      i = trap.nextToken
      continue
    }
    const token = tokens[i]
    if (!match || !token || blocks.some((b) => token.start >= b.start && token.start < b.end)) {
      i++
      continue
    }
    const annotation = provinceAt(page, i, match)
    if (annotation) found.push(annotation)
    i = annotation || match.nextToken === i + 1 ? match.nextToken : i + 1
  }
  return found
}

function provinceAt(
  page: Page,
  index: number,
  match: NonNullable<ReturnType<Page['lexicon']['provinces']['aliases']['longestAt']>>,
): Annotation<ProvinceFound> | null {
  const { tokens, key, text } = page
  const allCapitalised = tokens
    .slice(index, match.nextToken)
    .every((t, j) => !/^\p{L}/u.test(t.text) || isCapitalised(page, index + j))
  if (!allCapitalised) return null
  const before = key.slice(Math.max(0, match.start - 80), match.start)
  const written = text.slice(match.start, match.end)
  const typed = /(?:tỉnh|thành phố|tp\.?) ?$/u.test(before)
  const startsWithType = /^(?:thành phố|tp)/iu.test(written)
  // "TP.HCM" as an alias carries its type; a capitalised type is part of the name: "Thành phố Hồ Chí Minh".
  const named = match.values.filter((v) => v.use === 'name' || (typed && v.use === 'marked'))
  // One name may be two provinces of different times ("Huế"): the one whose period holds on the document's day.
  const alias = named.find((v) => holds(page, v.provinceId)) ?? named[0]
  if (!alias) return null
  const id = alias.provinceId
  if (belowProvince.test(before)) return null
  // "Dienbien.edu.vn": the site that publishes is no place in the text.
  if (/^\.(?:[a-z-]+\.)*(?:vn|com|net|org)/u.test(key.slice(match.end, match.end + 30))) return null
  if (isTrapped(page, index, before)) return null
  const municipality = page.lexicon.provinces.at(id, page.day)?.kind === 'thành phố'
  const cityOnly = cityBefore.test(before) && !municipality
  return {
    start: match.start,
    end: match.end,
    rule:
      typed || startsWithType
        ? 'province-marked'
        : provinceBefore.test(before)
          ? 'province-in-body'
          : 'province-name',
    confidence: typed || startsWithType ? 0.98 : 0.85,
    evidence: text.slice(Math.max(0, match.start - 20), match.end),
    value: { id, marked: typed || startsWithType, cityOnly },
  }
}

/** Words right before that make the name part of another: "Trường Cao đẳng Sư phạm", "đường", "chiến thắng". */
function isTrapped(page: Page, index: number, before: string): boolean {
  const { tokens, lexicon } = page
  // The longest phrase that ends here decides: "phố" makes a street's name, "thành phố" does not.
  for (let length = longestTrap; length >= 1; length--) {
    const trap = lexicon.provinces.traps.longestAt(tokens, index - length)
    if (!trap || trap.nextToken !== index) continue
    if (trap.values.some((v) => v.kind === 'harmless')) return false
    if (trap.values.some((v) => v.kind === 'before')) return true
  }
  return learned.test(before) || /(?:vì|vì sự nghiệp|nền) $/u.test(before)
}
