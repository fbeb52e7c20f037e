// Provinces and municipalities named in the text: "tỉnh Phú Thọ", "Sở GD&ĐT Lào Cai", "gồm: Yên Bái, Hòa Bình và Bắc Kạn".
//
// Not provinces: "Điện Biên Phủ", "huyện Quảng Ninh", "thành phố Sơn La" (a city in its province), "đường Hà Nội", "vì hòa bình".
import { keyOf } from '../text/fold.ts'
import { holds } from './document-day.ts'
import { isCapitalised, readName } from './names.ts'
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
const learned =
  /(?<!\p{L})(?:cao đẳng|đại học|học viện|trung cấp|thpt|thcs|đh|cđ|đhqg|đhbk|đhsp|thptqg)(?: [\p{L}-]+){0,5} $/u

/** All provinces named outside boilerplate; several mentions give several annotations. */
export function findProvinces(page: Page): Annotation<ProvinceFound>[] {
  const { tokens, lexicon } = page
  const blocks = page.blocks.filter((b) => b.zone === 'boilerplate' || b.zone === 'byline')
  const found: Annotation<ProvinceFound>[] = []
  const recognised = page.parsed.blocks.some((b) => b.confidence !== undefined)
  for (let i = 0; i < tokens.length; ) {
    const misread = recognised ? misreadProvince(page, i) : null
    if (misread) {
      found.push(misread)
      i += 2
      continue
    }
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

const shortestMisread = 7

/** "tỉnh Quàng Ngãi" in recognised text: one letter off a long name, and of no other; null for all else. */
function misreadProvince(page: Page, i: number): Annotation<ProvinceFound> | null {
  const { tokens, lexicon, text } = page
  const [first, second] = [tokens[i], tokens[i + 1]]
  if (!first || !second || tokens[i - 1]?.text !== 'tỉnh') return null
  if (!isCapitalised(page, i) || !isCapitalised(page, i + 1)) return null
  if (lexicon.provinces.aliases.longestAt(tokens, i)) return null
  const read = `${first.text} ${second.text}`
  const near = [...lexicon.provinces.periods.values()].filter((periods) => {
    const name = keyOf(periods[0]?.name ?? '')
    return (
      name.length > shortestMisread && holds(page, periods[0]?.id ?? '') && isOneOff(read, name)
    )
  })
  const id = near[0]?.[0]?.id
  if (!id || near.length > 1) return null
  return {
    start: first.start,
    end: second.end,
    rule: 'province-misread',
    confidence: 0.6,
    evidence: text.slice(tokens[i - 1]?.start, second.end),
    value: { id, marked: true, cityOnly: false },
  }
}

/** True where two words differ by one letter: another, one more or one less. */
function isOneOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
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
  if (isTrapped(page, index, before) || (!typed && isGivenName(page, index, match.nextToken)))
    return null
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
    // "Tại điểm cầu Đắk Nông" says where its people sit as well as "tỉnh" does.
    value: { id, marked: typed || startsWithType || /điểm cầu $/u.test(before), cityOnly },
  }
}

/** "Trương Hòa Bình", "Lê Thị Hà Giang": a family name right before, or before the middle name, makes it a person's. */
function isGivenName(page: Page, index: number, nextToken: number): boolean {
  const { tokens, lexicon } = page
  const from = /^(?:thị|văn)$/u.test(tokens[index - 1]?.text ?? '') ? index - 2 : index - 1
  const surname = lexicon.surnames.longestAt(tokens, from)
  if (!surname?.values.some((s) => !s.ambiguous) || tokens[from]?.text === 'đoàn') return false
  const name = readName(page, from, true)
  return name !== null && name.nextToken === nextToken
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
