// Letters that the document itself explains, "Hiệp hội Nuôi trồng X (HHNTX)": where they stand for a body later they are
// written out.
import type { OrganisationSpan } from '../../extract/organisations.ts'
import { keyOf } from '../../text/fold.ts'
import { matchesOf } from '../../text/matches.ts'
import type { Context } from '../context.ts'
import type { Completed } from '../positions.ts'

type Definition = {
  body: OrganisationSpan
  /** The whole name as written, and the last words of it that the letters stand for. */
  name: string
  lettered: string
}

const inBrackets =
  / ?\((?:gọi tắt là |viết tắt là |sau đây gọi (?:tắt )?là )?(\p{Lu}[\p{Lu}\d&-]{1,14}\p{Lu})\)/gu
const letters = /(?<![\p{L}\d&-])\p{Lu}[\p{Lu}\d&-]{1,14}\p{Lu}(?![\p{L}\d&-])/gu
/** Words of a place at the end of a name: "thành phố Hồ Chí Minh". */
const longestPlace = 5
/** Characters of a name before its letters. */
const longestName = 160
const definitions = new WeakMap<Context, ReadonlyMap<string, Definition>>()

/** The bodies named with their letters in brackets, by the letters; of two with the same letters the first. */
function definedIn(context: Context): ReadonlyMap<string, Definition> {
  const known = definitions.get(context)
  if (known) return known
  const { text } = context.page
  const found = new Map<string, Definition>()
  let next = 0
  for (const match of matchesOf(text, inBrackets)) {
    while ((context.organisations[next]?.start ?? match.index) < match.index) next++
    const body = context.organisations[next - 1]
    const written = match[1]
    if (!body || !written || found.has(written) || match.index - body.start > longestName) continue
    const name = text.slice(body.start, match.index)
    const lettered = /[.;:()\n]/u.test(name) ? null : wordsOf(written, name)
    if (lettered) found.set(written, { body, name, lettered })
  }
  definitions.set(context, found)
  return found
}

/**
 * The last words of a name whose first letters are the ones given, small words between them aside; the whole name where the
 * letters leave out the place at its end, "Hiệp hội X Việt Nam (HHX)". Null for others.
 */
function wordsOf(written: string, name: string): string | null {
  const wanted = [...keyOf(written).replace(/[^\p{L}]/gu, '')]
  const words = [...name.matchAll(/[\p{L}\d]+/gu)]
  const from = (last: number): number | null => {
    let left = wanted.length
    let i = last
    for (; i >= 0 && left > 0; i--) {
      const word = words[i]?.[0] ?? ''
      if (keyOf(word)[0] === wanted[left - 1]) left--
      else if (/^\p{Lu}/u.test(word)) return null
    }
    return left === 0 ? i + 1 : null
  }
  const start = from(words.length - 1)
  if (start !== null) return name.slice(words[start]?.index ?? 0)
  for (let skipped = 2; skipped <= longestPlace; skipped++)
    if (from(words.length - 1 - skipped) === 0) return name
  return null
}

/** A body with letters that the document explains written out; null where it has none. */
export function writtenOut(text: string | null, context: Context): Completed | null {
  if (text === null) return null
  for (const match of text.matchAll(letters)) {
    const defined = definedIn(context).get(match[0])
    if (!defined) continue
    const { body, name, lettered } = defined
    const before = text.slice(0, match.index)
    const after = text.slice(match.index + match[0].length)
    // "Tổng LĐX" where the whole name is "Tổng Liên đoàn X": its first words stand already.
    const first = keyOf(name.slice(0, name.length - lettered.length))
    const doubled = first !== '' && keyOf(before).endsWith(first)
    const whole = before.trim() === '' || doubled
    const rest = doubled ? before.slice(0, before.length - first.length) : before
    return {
      text: `${rest}${whole ? name : lettered}${after}`,
      provinceId: body.provinceId,
      evidence: `${name} (${match[0]})`,
    }
  }
  return null
}
