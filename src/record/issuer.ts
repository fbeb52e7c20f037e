// The body that issued an official document, with its place: "SỞ NỘI VỤ" under "UBND TỈNH BÌNH THUẬN" is
// "Sở Nội vụ tỉnh Bình Thuận".
import { parseDocumentNumber } from '../extract/document-number.ts'
import { titleCase } from '../extract/signature.ts'
import { signedOffice } from '../extract/signed-office.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { keyOf } from '../text/fold.ts'
import { type Token, tokensOf } from '../text/words.ts'
import { expandAbbreviations } from './abbreviations.ts'
import type { Context } from './context.ts'
import { localityProvince } from './positions/places.ts'

export type Issuer = { name: string; provinceId: string | null }

const issuers = new WeakMap<Context, Issuer | null>()

/** The issuer from the header, written in small letters with its known names cased; null for articles. */
export function issuerOf(context: Context): Issuer | null {
  let issuer = issuers.get(context)
  if (issuer === undefined) {
    issuer = readIssuer(context)
    if (issuer && issuer.provinceId === null)
      issuer.provinceId = provinceAbove(issuer.name, context)
    issuers.set(context, issuer)
  }
  return issuer
}

const local = /(?:^| )((?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?!hội ).+)$/u
const provincial = /^(?:ubnd|uỷ ban nhân dân|hđnd|hội đồng nhân dân|tỉnh uỷ|thành uỷ)(?!\p{L})/u

/** The province of a district's or commune's body: named with its place, or the only one whose own bodies the text names. */
function provinceAbove(name: string, context: Context): string | null {
  const place = local.exec(keyOf(name))?.[1]
  if (!place) return null
  const named = localityProvince(context, place)
  if (named) return named.provinceId
  const above = new Set(
    context.organisations
      .filter((o) => provincial.test(o.head) && o.provinceId && !o.locality)
      .map((o) => o.provinceId),
  )
  const [only] = above
  return only && above.size === 1 ? only : null
}

function readIssuer(context: Context): Issuer | null {
  const { page } = context
  const header = page.header
  const named = header && (header.issuer ?? signedOffice(page))
  if (!header || !named) return null
  const { lexicon } = page
  const provinceOf = (text: string): string | null => {
    const tokens = tokensOf(keyOf(text))
    for (let i = 0; i < tokens.length; i++) {
      const match = lexicon.provinces.aliases.longestAt(tokens, i)
      const alias = match?.values.find((v) => v.use === 'name')
      if (alias) return alias.provinceId
    }
    return null
  }
  const own = expandAbbreviations(named, lexicon)
  // "UBND HUYỆN X" is capitals too when its first word is written out.
  const written = caseBody(/\p{Ll}/u.test(named) ? own : own.toUpperCase(), context)
  // "BAN CHẤP HÀNH TRUNG ƯƠNG" / "VĂN PHÒNG": the number has the whole name.
  const bare = lexicon.organisationHeads.get(written).length > 0
  const coded = bare && header.number ? parseDocumentNumber(header.number, lexicon)?.issuer : null
  const name = coded?.startsWith(`${written} `) ? coded : written
  const whole = header.superior ? ofSuperior(written, header.superior, context) : null
  if (whole) {
    const placed = provinceOf(whole) ?? (header.issuedAt ? provinceOf(header.issuedAt) : null)
    return { name: whole, provinceId: / bộ /u.test(keyOf(whole)) ? null : placed }
  }
  const ownProvince = provinceOf(own)
  if (ownProvince) return { name, provinceId: ownProvince }
  const district = /(?:^|\s)((?:huyện|quận|thị xã|thành phố|xã|phường|đặc khu) .+)$/iu.exec(
    header.superior ?? '',
  )?.[1]
  if (
    district &&
    /^phòng /u.test(keyOf(name)) &&
    !/(?:huyện|quận|thị xã|thành phố|xã(?! hội)|phường|đặc khu) /u.test(keyOf(name))
  ) {
    const placed = header.issuedAt ? provinceOf(header.issuedAt) : null
    const [word = '', ...rest] = district.split(' ')
    const two = /^(?:thị|thành|đặc)$/iu.test(word) ? 2 : 1
    const cased = [word, ...rest]
      .map((w, i) => (i < two ? w.toLowerCase() : titleCase(w)))
      .join(' ')
    return { name: `${name} ${cased}`, provinceId: placed ?? context.host?.provinceId ?? null }
  }
  const above = header.superior ? provinceOf(header.superior) : null
  const placed = above ?? (header.issuedAt ? provinceOf(header.issuedAt) : null)
  const key = keyOf(name)
  // Without a letterhead the text itself may say whose department it is.
  const inText = header.lastLine < 0 ? fullerName(name, context) : null
  if (inText) return inText
  const central =
    /^(?:bộ|chính phủ|quốc hội|thủ tướng|ban chấp hành trung ương|uỷ ban thường vụ|tổng cục|ngân hàng nhà nước|văn phòng chính phủ|thanh tra chính phủ)(?!\p{L})/u.test(
      key,
    )
  if (!placed || central) return { name, provinceId: central ? null : placed }
  const period = lexicon.provinces.at(placed, context.day)
  const needsPlace =
    /^(?:sở|tỉnh uỷ|thanh tra tỉnh|công an tỉnh|hội đồng nhân dân tỉnh|uỷ ban nhân dân tỉnh)/u.test(
      key,
    ) && above !== null
  if (!period || !needsPlace) return { name, provinceId: placed }
  return {
    name: /(?:tỉnh|thành phố)$/u.test(key)
      ? `${name} ${period.name}`
      : `${name} ${period.kind} ${period.name}`,
    provinceId: placed,
  }
}

/** Units that every body has one of, and bodies that have them, in key form. */
const unit =
  /^(?:văn phòng|thanh tra|ban tổ chức|ban tuyên giáo(?: và dân vận)?|ban dân vận|ban nội chính|uỷ ban kiểm tra)$/u
const office = /^văn phòng (?:hội đồng nhân dân|đoàn đại biểu quốc hội|uỷ ban nhân dân)(?: .*)?$/u
const hasUnits =
  /^(?:uỷ ban nhân dân|hội đồng nhân dân|(?:tỉnh|thành|huyện|quận|thị|đảng) uỷ|bộ|sở|tổng cục|cục) /u

/**
 * A unit with the body that it is of, which the line above names: "VĂN PHÒNG" under "UBND TỈNH X" is "Văn phòng Ủy ban nhân dân
 * tỉnh X". Null where it needs none.
 */
function ofSuperior(name: string, above: string, context: Context): string | null {
  const { lexicon } = context.page
  const written = expandAbbreviations(above, lexicon)
  const superior = caseBody(/\p{Ll}/u.test(above) ? written : written.toUpperCase(), context)
  const key = keyOf(superior)
  if (!hasUnits.test(key)) return null
  const place = / ((?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) .+)$/iu.exec(
    superior,
  )?.[1]
  const own = keyOf(name)
  if (unit.test(own))
    return own === 'thanh tra' && place ? `${name} ${place}` : `${name} ${superior}`
  return office.test(own) && !placed.test(own) && place ? `${name} ${place}` : null
}

const placed = / (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?!\p{L})/u

/** The body of that name with its place, as the text first names it: "Sở Nội vụ" → "Sở Nội vụ tỉnh Hà Nam". */
function fullerName(name: string, { page, organisations }: Context): Issuer | null {
  const key = `${keyOf(name)} `
  const fuller = organisations.find(
    (o) => o.provinceId && page.key.slice(o.start, o.end).startsWith(key),
  )
  return fuller
    ? { name: page.text.slice(fuller.start, fuller.end), provinceId: fuller.provinceId }
    : null
}

const small = new Set(
  'và của các tỉnh thành phố huyện quận xã phường thị trấn ngành nhân dân công tác việc cho về uỷ'.split(
    ' ',
  ),
)

/** "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH LÀO CAI" → "Sở Giáo dục và Đào tạo tỉnh Lào Cai": known names as the dictionary has them. */
export function caseBody(text: string, context: Context): string {
  if (!/^[^\p{Ll}]+$/u.test(text)) return text
  const { lexicon } = context.page
  const inBody = casedInBody(text, context)
  if (inBody) return inBody
  const tokens = tokensOf(keyOf(text))
  let out = ''
  let from = 0
  const put = (start: number, end: number, written: string) => {
    out += text.slice(from, start) + written
    from = end
  }
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]
    if (!token) break
    const body = lexicon.organisations.longestAt(tokens, i)
    const province = lexicon.provinces.aliases.longestAt(tokens, i)
    const alias = province?.values.find((v) => v.use === 'name')
    if (body?.values[0] && body.nextToken - i > 1) {
      put(body.start, body.end, body.values[0].name)
      i = body.nextToken
    } else if (province && alias) {
      put(province.start, province.end, alias.alias)
      i = province.nextToken
    } else {
      const head = lexicon.organisationHeads.longestAt(tokens, i)
      if (head?.values[0]) {
        put(head.start, head.end, head.values[0].word)
        i = head.nextToken
      } else {
        const written = text.slice(token.start, token.end)
        const before = tokens[i - 1]?.text ?? ''
        // "CƯ M’GAR" is "Cư M’gar".
        const lower =
          small.has(token.text) ||
          (before === "'" && tokens[i - 1]?.end === token.start) ||
          compoundsOf(lexicon).has(`${before} ${token.text}`)
        // "PTNT" has no syllable that could be written small.
        const letters = !/[aeiouyà-ỹăơư]/u.test(token.text) || isAbbreviation(lexicon, tokens, i)
        put(
          token.start,
          token.end,
          letters ? written : lower ? written.toLowerCase() : titleCase(written),
        )
        i++
      }
    }
  }
  return out + text.slice(from)
}

function isAbbreviation(lexicon: Lexicon, tokens: Token[], i: number): boolean {
  return (
    lexicon.abbreviations
      .longestAt(tokens, i)
      ?.values.some((v) => /^\p{Lu}{2,}$/u.test(v.abbreviation)) ?? false
  )
}

const compounds = new WeakMap<Lexicon, Set<string>>()

/** Pairs of syllables of which bodies' names write the second small: "nông nghiệp", "truyền thông". */
function compoundsOf(lexicon: Lexicon): Set<string> {
  let pairs = compounds.get(lexicon)
  if (!pairs) {
    pairs = new Set()
    for (const { body } of lexicon.issuerCodes.values())
      for (const match of body.matchAll(/(?<=(\p{L}+) )\p{Ll}+/gu))
        pairs.add(keyOf(`${match[1]} ${match[0]}`))
    compounds.set(lexicon, pairs)
  }
  return pairs
}

/** The same name as the text itself writes it, where it does: the surest way to know its capitals. */
function casedInBody(text: string, context: Context): string | null {
  const { page } = context
  const key = keyOf(text)
  for (let at = page.key.indexOf(key); at >= 0; at = page.key.indexOf(key, at + 1)) {
    const written = page.text.slice(at, at + key.length)
    if (/\p{Ll}/u.test(written) && /^\p{Lu}/u.test(written)) return written
  }
  return null
}
