// What the site says of itself: its name, the lines that name its publisher, its address. The last thing that completes a body
// ("UBND tỉnh" on the "Website Sở Tư pháp tỉnh X"), where the text itself says nothing: a site also reports on other provinces.
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { fold, keyOf } from '../../text/fold.ts'
import { tokensOf } from '../../text/words.ts'
import type { Context, Host } from '../context.ts'
import { hostsOf } from '../province-hosts.ts'
import { namedTogether, placeOf } from '../province-places.ts'
import { apostrophes } from './place-names.ts'

/** A place below the province whose own site the page is of: "huyện", "Krông Nô". */
export type SiteLocality = { kind: string; name: string; evidence: string }

type Site = { province: Host | null; locality: SiteLocality | null }
const sites = new WeakMap<Context, Site>()

/**
 * The province of the site, where the text is an article that names no other province, or names this one and lets nothing
 * happen and no body act anywhere else. Null where the site does not say, or the text speaks of others.
 */
export const siteProvince = (context: Context): Host | null => siteOf(context).province

/** The place below the province that the site is of; null where it does not say. */
export const siteLocality = (context: Context): SiteLocality | null => siteOf(context).locality

function siteOf(context: Context): Site {
  let site = sites.get(context)
  if (!site) {
    site = readSite(context)
    sites.set(context, site)
  }
  return site
}

function readSite(context: Context): Site {
  const none: Site = { province: null, locality: null }
  // A paper is what its header says, wherever it is published.
  if (context.page.header) return none
  const { lexicon, parsed } = context.page
  const { siteName, canonicalUrl } = parsed.metadata
  const lines = [...(siteName ? [siteName] : []), ...publisherLines(context)]
  let province: Host | null = null
  for (const line of lines) {
    const id = provinceOfSite(line, lexicon)
    if (!id) continue
    if (province && province.provinceId !== id) return none
    province ??= { provinceId: id, evidence: `site: ${line}` }
  }
  province ??= canonicalUrl ? provinceOfAddress(canonicalUrl, lexicon) : null
  if (province && speaksOfOthers(context, province.provinceId)) return none
  return { province, locality: siteName ? localityOf(siteName) : null }
}

/** What a site calls itself before the body it is of. */
const portal =
  /^(?:(?:trang chủ|trang nhất) ?[-|–:] ?)?(?:website|(?:cổng|trang) (?:thông tin|tin|ttđt)(?: tổng hợp)?(?: điện tử)?|cổng giao tiếp điện tử|tttđt|ttđt)(?: của)? /u
/** Bodies of a province, and papers that are named after it. */
const authority =
  /^(?:báo|đài|sở|ubnd|uỷ ban|hđnd|hội đồng nhân dân|đoàn đbqh|đoàn đại biểu quốc hội|tỉnh uỷ|thành uỷ|tỉnh đoàn|thành đoàn|đảng bộ|công an|thanh tra|cục|chi cục|ban|liên đoàn|lđlđ|hội(?! (?:thảo|chợ|nghị))|liên minh|liên hiệp|mặt trận|mttq|bộ chỉ huy|bộ đội|toà án|tand|viện kiểm sát|vksnd|bảo hiểm xã hội|bhxh|văn phòng)(?!\p{L})/u
const publisher =
  /^(?:©|copyright|bản quyền|cơ quan (?:chủ quản|quản lý)|đơn vị (?:chủ quản|quản lý)|chủ quản|chịu trách nhiệm)(?!\p{L})/u
const typeBefore = /(?<!\p{L})(?:tỉnh|thành phố|tp\.?) ?$/u
const belowBefore = /(?<!\p{L})(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) ?$/u
/** Characters of a line that names the publisher. */
const longestLine = 120

/** Lines around the article that are nothing but the name of who publishes the site, or say so. */
function publisherLines({ page }: Context): string[] {
  const found: string[] = []
  for (const { start, end, zone } of page.blocks) {
    if (zone !== 'boilerplate' || end - start > longestLine) continue
    const line = page.text.slice(start, end).trim()
    const key = keyOf(line)
    if (publisher.test(key) || (portal.test(key) && !verb.test(key))) found.push(line)
    else if (authority.test(key) && isNameAlone(line, page.lexicon)) found.push(line)
  }
  return found
}

const verb =
  /(?<!\p{L})(?:tổ chức|ra mắt|kỷ niệm|họp|đón|bị|có|sẽ|được|phát động|khai trương)(?!\p{L})/u

/** "Sở Tư pháp tỉnh X", with the province at its end: other news begin like it and go on. */
function isNameAlone(line: string, lexicon: Lexicon): boolean {
  const tokens = tokensOf(keyOf(line))
  for (let i = 1; i < tokens.length; i++)
    if (lexicon.provinces.aliases.longestAt(tokens, i)?.nextToken === tokens.length) return true
  return false
}

/** The one province in the name of a site, glued ("ĐắkNông") or not; null where none or several are, or the place is smaller. */
function provinceOfSite(name: string, lexicon: Lexicon): string | null {
  const key = keyOf(name.normalize('NFC').replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2'))
  const isPortal = portal.test(key)
  const own = key.replace(portal, '')
  const isOfficial = isPortal || authority.test(own) || publisher.test(key)
  const tokens = tokensOf(key)
  const { aliases, traps } = lexicon.provinces
  const ids = new Set<string>()
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]
    if (!token) break
    const match = aliases.longestAt(tokens, i)
    const trap = traps.longestAt(tokens, i)
    const next = Math.max(match?.nextToken ?? 0, trap?.nextToken ?? 0, i + 1)
    const before = key.slice(0, token.start)
    const rows =
      match && match.nextToken === next ? match.values : match ? [] : aliases.get(fold(token.text))
    const id = rows.find((v) => v.use === 'name')?.provinceId
    if (id && !belowBefore.test(before) && (isOfficial || typeBefore.test(before))) ids.add(id)
    i = next
  }
  const [only] = ids
  return only && ids.size === 1 ? only : null
}

/** "stp.daknong.gov.vn", "baodaknong.vn": the province in an address of the state or of its paper. */
function provinceOfAddress(url: string, lexicon: Lexicon): Host | null {
  if (!URL.canParse(url)) return null
  const host = new URL(url).hostname.toLowerCase()
  const label =
    /(?:^|\.)([a-z-]+)\.(?:gov|edu)\.vn$/u.exec(host)?.[1] ??
    /^(?:www\.)?bao([a-z-]+)\.(?:com\.|org\.)?vn$/u.exec(host)?.[1]
  const row = lexicon.provinces.aliases
    .get((label ?? '').replaceAll('-', ''))
    .find((v) => v.use === 'name')
  return row ? { provinceId: row.provinceId, evidence: `address: ${host}` } : null
}

/** Something is held in another province, a body of another acts, or others are named and this one never is. */
function speaksOfOthers(context: Context, id: string): boolean {
  const named = new Set(context.provinces.map((p) => p.value.id))
  if (named.size === 0) return false
  if (!named.has(id)) return true
  const isOther = (other: string | null) => other !== null && other !== id
  if (context.organisations.some((o) => isOther(o.provinceId))) return true
  const places = namedTogether(context, context.provinces).map((found) => placeOf(context, found))
  return hostsOf(context, places, false).some((p) => p.ids.some(isOther))
}

const below = new RegExp(
  `(?:^|[ -])(huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (\\p{Lu}[\\p{L}${apostrophes}]*(?: \\p{Lu}[\\p{L}${apostrophes}]*){0,2})(?= ?(?:$|[-–|,]))`,
  'u',
)

/** "Trang thông tin điện tử Huyện Krông Nô" */
function localityOf(name: string): SiteLocality | null {
  const small = name.replace(
    /(?<!\p{L})(?:Huyện|Quận|Thị xã|Thị Xã|Xã|Phường|Thị trấn|Thị Trấn|Đặc khu)(?= )/u,
    (word) => word.toLowerCase(),
  )
  const [, kind, own] = below.exec(small) ?? []
  return kind && own ? { kind, name: own, evidence: `site: ${name}` } : null
}
