// A body as the record writes it: abbreviations written out, capitals as usual, and a note where its place is not named.
import type { OrganisationSpan } from '../../extract/organisations.ts'
import type { Page } from '../../extract/page.ts'
import { keyOf } from '../../text/fold.ts'
import type { Context } from '../context.ts'
import { caseBody } from '../issuer.ts'
import type { Holder } from '../positions.ts'
import { isForeign } from './foreign.ts'

/** A body found in capitals, in a header or heading, as bodies are usually written. */
export const inSmallLetters = (text: string | null, context: Context): string | null =>
  text === null || /\p{Ll}/u.test(text) || !text.includes(' ') ? text : caseBody(text, context)

/**
 * A body whose place the document never names says so, "Huyện uỷ (không nêu tên huyện)", so that the unnamed district of
 * one document is never taken for that of another.
 */
export function noteUnnamedPlace(text: string | null): string | null {
  const key = keyOf(text ?? '')
  const place =
    /(?:^| )(tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)$/u.exec(key)?.[1] ??
    /^(tỉnh|huyện|quận|thành|thị) uỷ$/u
      .exec(key)?.[1]
      ?.replace('thành', 'thành phố')
      .replace(/^thị$/u, 'thị xã')
  return place ? `${text} (không nêu tên ${place})` : text
}

/** "Thủ tướng" leads the Chính phủ where the document speaks of it, a foreign one the country named just before. */
export function governmentOf(title: string, context: Context, holder: Holder): string | null {
  const { page } = context
  const key = keyOf(title)
  if (!/^(?:phó )?thủ tướng$/u.test(key)) return null
  if (holder.others.some((o) => o.organisation && keyOf(o.title) === key)) return null
  if (isForeign(holder.name, context)) return null
  return namesGovernment(page) ? 'Chính phủ' : null
}

const known = new WeakMap<Page, boolean>()

/** True for a document that speaks of the Chính phủ. */
function namesGovernment(page: Page): boolean {
  const named = known.get(page) ?? /(?<!\p{L})chính phủ(?!\p{L})/u.test(page.key)
  known.set(page, named)
  return named
}

/** The body that a member's title names itself: "Tỉnh ủy viên" sits on the Tỉnh ủy. */
export function committeeOf(title: string): string | null {
  return /^(?:tỉnh|thành|huyện|quận|thị|đảng) uỷ viên$/u.test(keyOf(title))
    ? title.replace(/ viên$/iu, '')
    : null
}

/** "Bí thư Hà Nội" leads its Thành ủy, "Chủ tịch Bắc Giang" its people's committee. */
function bodyOfPlace(context: Context, span: OrganisationSpan, place: string): string {
  if (span.head === 'tỉnh uỷ') return `Tỉnh ủy ${place}`
  if (span.head === 'thành uỷ') return `Thành ủy ${place}`
  const kind = span.provinceId
    ? context.page.lexicon.provinces.at(span.provinceId, context.day)?.kind
    : null
  return `Ủy ban nhân dân ${kind ? `${kind} ` : ''}${place}`
}

/** Words of a body; "tỉnh Quảng Nam" after a chairman's title is its people's committee. */
export function organisationText(context: Context, span: OrganisationSpan): string {
  const own = ownText(context, span)
  if (span.whole) return `${own} ${context.page.text.slice(span.whole.start, span.whole.end)}`
  return span.parent
    ? `${own}, ${context.page.text.slice(span.parent.start, span.parent.end)}`
    : own
}

function ownText(context: Context, span: OrganisationSpan): string {
  const written = context.page.text.slice(span.start, span.end)
  // "Trưởng phòng Giáo dục" heads the "Phòng Giáo dục".
  if (span.placeOnly) return bodyOfPlace(context, span, written)
  // "Ban Chỉ huy và phòng, chống thiên tai": the "và" is a slip.
  const clean = written.replace(/^(ban chỉ (?:huy|đạo)) và (?=phòng,? chống )/iu, '$1 ')
  const text = /^(?:phòng|ban|khoa|văn phòng|thanh tra)(?: |$)/u.test(clean)
    ? clean.charAt(0).toUpperCase() + clean.slice(1)
    : clean
  // "Bộ trưởng Xây dựng": the field stands for the ministry.
  if ((span.head === 'bộ' || span.head === 'sở') && !keyOf(text).startsWith(`${span.head} `))
    return keyOf(text) === span.head ? text : `${span.head === 'bộ' ? 'Bộ' : 'Sở'} ${text}`
  // A deputy's constituency is no part of the National Assembly.
  if (span.head === 'quốc hội') return written.slice(0, span.head.length)
  const startsWithPlace =
    /^(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn)(?!\p{L}| [uủ]ỷ| ủy| đoàn)/iu.test(
      text,
    )
  return startsWithPlace && span.head === 'ubnd' ? `Ủy ban nhân dân ${text}` : text
}
