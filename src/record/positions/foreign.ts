// Foreign heads of state and government, whose country stands a sentence before: "người đồng cấp Campuchia. … Thủ tướng Hun
// Sen". Whoever bears no family name of the language is taken for one.
import type { PositionSpan } from '../../extract/positions.ts'
import { keyOf } from '../../text/fold.ts'
import type { Context } from '../context.ts'
import { firstFrom } from '../nearby.ts'
import type { Completed, Holder } from '../positions.ts'

const office =
  /^(?:(?:phó )?thủ tướng|tổng thống|(?:phó )?tổng thống|quốc vương|chủ tịch (?:quốc hội|thượng viện))$/u

/** Countries of one syllable, which no dictionary of bodies can hold; "Lào Cai" and "Nga My" are none. */
const shortCountry = /(?<!\p{L})(?:Lào|Mỹ|Nga|Anh|Pháp|Đức|Úc)(?!\p{L}| \p{Lu})/u

/** True where a name does not begin with a family name of the dictionary. */
export const isForeign = (name: string, context: Context): boolean =>
  context.page.lexicon.surnames.get(name.split(' ')[0] ?? '').length === 0

/** The one foreign country named in the same paragraph or the one before it, up to the title; null for none or several. */
export function foreignCountry(
  found: PositionSpan,
  context: Context,
  holder: Holder,
): Completed | null {
  if (!office.test(keyOf(found.title)) || !isForeign(holder.name, context)) return null
  const { page } = context
  const block = firstFrom(page.blocks, found.start + 1) - 1
  const start = page.blocks[Math.max(0, block - 1)]?.start ?? found.start
  const named = new Map<string, { start: number; end: number }>()
  for (const body of context.organisationsIn({ start, end: found.start })) {
    const text = page.text.slice(body.start, body.end)
    const isCountry = page.lexicon.organisations.get(text).some((v) => v.class === 'country')
    if (isCountry && !/^việt nam$/u.test(keyOf(text))) named.set(keyOf(text), body)
  }
  const [only] = [...named.values()]
  if (!only || named.size > 1 || shortCountry.test(page.text.slice(start, found.start))) return null
  const text = page.text.slice(only.start, only.end)
  return { text, provinceId: null, evidence: text }
}
