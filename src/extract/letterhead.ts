// The bodies in the left block of an official document's head: the last one issues it, the one above is its superior.
//
//   UBND TỈNH BÌNH THUẬN     → superior
//   SỞ NỘI VỤ                → issuer
//
// A name may go on over lines ("HỘI CÔNG CHỨNG VIÊN" / "THÀNH PHỐ CẦN THƠ"); a line that neither begins a body nor goes on with
// one ("CẢI CÁCH HÀNH CHÍNH, KHOA HỌC CÔNG NGHỆ" under a department) is no part of it.
import type { Lexicon } from '../lexicon/lexicon.ts'
import { keyOf } from '../text/fold.ts'
import { type Token, tokensOf } from '../text/words.ts'

/** A line of the left block. `late`: below the number or the second line of the motto, where the title may stand too. */
export type LeftLine = { text: string; late: boolean }

/** Longer lines are no names. */
const longest = 400
/** Bodies that no dictionary of heads has. */
const alsoBodies = /^(?:đoàn|đảng)(?!\p{L})/u
/** Ordinary words that begin like bodies, in lines that go on with a name: "SỞ" / "KHOA HỌC VÀ CÔNG NGHỆ". */
const ordinary = /^(?:khoa học|hội nghị|hội thảo|hội thi|trường hợp|khối lượng|đội ngũ|bộ phận)/u
const place =
  /^(?:tỉnh(?! uỷ)|thành phố|tp\.?|huyện(?! uỷ)|quận(?! uỷ)|thị xã|xã|phường|thị trấn|đặc khu) /u
const hingeBefore = /(?:^|[\s,])(?:và|của|các)$|[-,&]$/u
const hingeAfter = /^(?:và|của|các|-|&|,)(?!\p{L})/u
/** Forms and kinds of text over the bodies of a gazette: no body is called so. */
const noBody = /^(?:văn bản|công báo|phụ lục|mẫu|biểu|phần|số)(?!\p{L})/u

/**
 * Issuer and superior from the lines of the left block, as written, lines joined; null where no body is named. `coded`: the
 * document's number names its body, so that a first line with no known word for a body need not be one.
 */
export function bodiesOf(
  left: readonly LeftLine[],
  lexicon: Lexicon,
  coded: boolean,
): { superior: string | null; issuer: string | null } {
  const bodies: string[] = []
  for (const { text, late } of left) {
    if (text.length > longest) continue
    const line = withoutMarks(text.replace(/[*\s]+$|^[^\p{L}\-&]+/gu, '').trim())
    if (line.length < 2) continue
    const key = keyOf(line)
    const last = bodies.at(-1)
    const begins = beginsBody(key, lexicon)
    if (last === undefined) {
      const unknown = !late && !coded && / /u.test(line) && !noBody.test(key)
      if (begins || unknown || place.test(key)) bodies.push(line)
    } else if (key === keyOf(last)) continue
    else if (goesOn(keyOf(last), key, begins, late, bodies.length, lexicon))
      bodies[bodies.length - 1] = `${last} ${line}`
    else if (begins) bodies.push(line)
  }
  // The heading of a gazette names the body once more.
  const different = bodies.filter((body, i) => keyOf(body) !== keyOf(bodies[i - 1] ?? ''))
  return { superior: different.at(-2) ?? null, issuer: different.at(-1) ?? null }
}

/** True where a line in key form goes on with the name that `last` begins. */
function goesOn(
  last: string,
  key: string,
  begins: boolean,
  late: boolean,
  count: number,
  lexicon: Lexicon,
): boolean {
  const above = tokensOf(last)
  const tokens = tokensOf(key)
  const placed = place.test(key) || isPlaceName(tokens, lexicon)
  if (begins) {
    // "BỘ TƯ PHÁP -" / "BỘ Y TẾ"; "BAN CHẤP HÀNH" / "ĐẢNG BỘ TỈNH": a bare head over nothing is no superior.
    const bare =
      lexicon.organisationHeads.longestAt(above, 0)?.nextToken === above.length &&
      lexicon.organisations.longestAt(above, 0) === null
    return (hingeBefore.test(last) || (bare && count === 1)) && !late
  }
  if (placed) return true
  if (late) return false
  if (hingeBefore.test(last) || hingeAfter.test(key)) return true
  const whole = lexicon.organisations.longestAt(tokensOf(`${last} ${key}`), 0)
  if (whole && whole.nextToken > above.length) return true
  return lexicon.organisations.longestAt(above, 0)?.nextToken !== above.length
}

/** True where a line in key form begins with a word for a body, an office that issues documents, or the name of a body. */
export function beginsBody(key: string, lexicon: Lexicon): boolean {
  if (ordinary.test(key)) return false
  const tokens = tokensOf(key)
  const { organisations, organisationHeads, abbreviations, titles, reportingVerbs } = lexicon
  const known = organisations.longestAt(tokens, 0)
  if (known?.values.some((v) => v.class !== 'country')) return true
  const head = organisationHeads.longestAt(tokens, 0)
  // "TỔ CHỨC CÁN BỘ", "BAN HÀNH QUY CHẾ"
  const verb = reportingVerbs.longestAt(tokens, 0)
  if (head) return (verb?.nextToken ?? 0) <= head.nextToken
  if (titles.longestAt(tokens, 0)?.values.some((v) => v.rank === 1)) return true
  const short = abbreviations.longestAt(tokens, 0)?.values.flatMap((v) => v.expansions) ?? []
  return (
    alsoBodies.test(key) ||
    short.some((e) => organisationHeads.get(e).length > 0 || organisations.get(e).length > 0)
  )
}

/** True for a line that is the name of a province or a country and nothing else. */
function isPlaceName(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const province = lexicon.provinces.aliases.longestAt(tokens, 0)
  if (province?.nextToken === tokens.length) return true
  const country = lexicon.organisations.longestAt(tokens, 0)
  const words = tokens.map((token) => token.text).join(' ')
  return (
    words === 'việt nam' ||
    (country?.nextToken === tokens.length && country.values.some((v) => v.class === 'country'))
  )
}

/** A line of the header without a typist's code ("… CẦN THƠ XV80") and without "DỰ THẢO", which are no part of a body. */
function withoutMarks(line: string): string {
  const name = line
    .replace(/^dự thảo(?: lần)?(?: \d{1,2})?(?!\p{L})[\s:.)-]*/iu, '')
    .replace(/[\s(]+dự thảo(?: lần)?(?: \d{1,2})?[\s.)]*$/iu, '')
  // "PC06" is a unit of the police.
  const code = / (?!P\p{Lu}\d)\p{Lu}{2,3}\d{2,4}$/u.exec(name)
  return code && name.split(' ').length > 3 ? name.slice(0, code.index) : name
}
