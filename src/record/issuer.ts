// The body that issued an official document, with its place: "SỞ NỘI VỤ" under "UBND TỈNH BÌNH THUẬN" is
// "Sở Nội vụ tỉnh Bình Thuận".
import { parseDocumentNumber } from '../extract/document-number.ts'
import { titleCase } from '../extract/signature.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { keyOf } from '../text/fold.ts'
import { type Token, tokensOf } from '../text/words.ts'
import { expandAbbreviations } from './abbreviations.ts'
import type { Context } from './context.ts'

export type Issuer = { name: string; provinceId: string | null }

/** The issuer from the header, written in small letters with its known names cased; null for articles. */
export function issuerOf(context: Context): Issuer | null {
  const { page } = context
  const header = page.header
  if (!header?.issuer) return null
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
  const own = expandAbbreviations(header.issuer, lexicon)
  // "UBND HUYỆN X" is capitals too when its first word is written out.
  const written = caseBody(/\p{Ll}/u.test(header.issuer) ? own : own.toUpperCase(), context)
  // "BAN CHẤP HÀNH TRUNG ƯƠNG" / "VĂN PHÒNG": the number has the whole name.
  const bare = lexicon.organisationHeads.get(written).length > 0
  const coded = bare && header.number ? parseDocumentNumber(header.number, lexicon)?.issuer : null
  const name = coded?.startsWith(`${written} `) ? coded : written
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
        const lower = small.has(token.text) || compoundsOf(lexicon).has(`${before} ${token.text}`)
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
