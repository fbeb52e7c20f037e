// The body that the signature of a document names, for papers whose letterhead is lost:
//
//   TM. ỦY BAN NHÂN DÂN HUYỆN NGHI LỘC      on its behalf
//   GIÁM ĐỐC SỞ NỘI VỤ                      with the title of its head
//   THỦ TƯỚNG, KT. THỦ TƯỚNG                an office that there is one of
import type { Lexicon } from '../lexicon/lexicon.ts'
import { keyOf } from '../text/fold.ts'
import { tokensOf } from '../text/words.ts'
import type { Line } from './line.ts'
import type { Page } from './page.ts'
import { signatureParts } from './signature-parts.ts'

const behalf = /^(?:tm ?\.|t\/m[.\s]) ?(?=\p{L})/u
const forHead = /^(?:(?:kt|tl|tuq) ?\.|[kt]\/[tl][.\s]) ?/u
/** "TM. TỔ CHỨC CHỦ TRÌ", on a form to be filled in, and what every place has one of. */
const anyBody =
  /^(?:tổ chức|đơn vị|cơ quan|hộ|tập thể)(?!\p{L})|^(?:uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|hội đồng|chi bộ|đảng bộ|ban (?:chấp hành|thường vụ|chỉ đạo|tổ chức|giám đốc|giám hiệu)|(?:tỉnh|thành|huyện|quận|thị|đảng) uỷ)(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|trường))?$/u
/** Offices that issue by themselves, in key form, with the name they issue under. */
const offices: Readonly<Record<string, string>> = {
  'thủ tướng': 'Thủ tướng Chính phủ',
  'thủ tướng chính phủ': 'Thủ tướng Chính phủ',
  'chủ tịch nước': 'Chủ tịch nước',
}

const known = new WeakMap<Page, string | null>()

/** The body or office as the signature has it, in capitals where it is; null where the signature names none. */
export function signedOffice(page: Page): string | null {
  let office = known.get(page)
  if (office === undefined) {
    office = readOffice(page)
    known.set(page, office)
  }
  return office
}

function readOffice(page: Page): string | null {
  for (const block of page.blocks) {
    if (block.zone !== 'signature') continue
    for (const part of signatureParts(lineOf(page, block))) {
      const on = behalf.exec(part.key)?.[0].length
      const body = on === undefined ? null : bodyIn(page, part, on)
      if (body) return body
      const from = forHead.exec(part.key)?.[0].length ?? 0
      const office = offices[part.key.slice(from).trim()]
      if (office) return office
      const at = from === 0 ? bodyAfterTitle(part.key, page.lexicon) : null
      const headed = at === null ? null : bodyIn(page, part, at)
      if (headed) return headed
    }
  }
  return null
}

/** Where the body begins in words such as "giám đốc sở nội vụ", given as a key; null where a title stands alone, or none. */
function bodyAfterTitle(key: string, lexicon: Lexicon): number | null {
  const tokens = tokensOf(key)
  const longest = lexicon.titles.longestAt(tokens, 0)?.nextToken ?? 0
  for (let i = 1; i <= longest; i++) {
    const at = tokens[i]?.start
    if (at === undefined || !lexicon.organisationHeads.longestAt(tokens, i)) continue
    if (lexicon.titles.get(key.slice(0, at).trim()).length > 0) return at
  }
  return null
}

/** "Giám đốc" of "Giám đốc sở nội vụ". */
export function withoutBody(title: string, lexicon: Lexicon): string {
  const body = bodyAfterTitle(keyOf(title), lexicon)
  return body === null ? title : title.slice(0, body).trim()
}

/** The body that the rest of a line in capitals is; null where it is none, or could be that of any place. */
function bodyIn(page: Page, line: Line, from: number): string | null {
  const text = line.text.slice(from).trim()
  if (/\p{Ll}/u.test(text)) return null
  const key = line.key.slice(from).trim()
  if (anyBody.test(key) || text.length >= 90) return null
  const tokens = tokensOf(key)
  const { organisationHeads, organisations } = page.lexicon
  const whole = organisations.longestAt(tokens, 0)?.nextToken ?? 0
  const head = organisationHeads.longestAt(tokens, 0)?.nextToken ?? 0
  const named = head > 0 && tokens.length > head
  return named || (whole > 0 && whole === tokens.length) ? text : null
}

const lineOf = (page: Page, block: Page['blocks'][number]): Line => ({
  ...block,
  text: page.text.slice(block.start, block.end),
  key: page.key.slice(block.start, block.end),
  kind: 'paragraph',
  level: block.level,
  page: block.page,
})
