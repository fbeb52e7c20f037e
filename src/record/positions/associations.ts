// Associations called by their level alone: "Trung ương Hội", "Tỉnh hội", "Huyện hội" are those of the one association that the
// paragraph names, or the document.
import type { OrganisationSpan } from '../../extract/organisations.ts'
import { keyOf } from '../../text/fold.ts'
import { tokensOf } from '../../text/words.ts'
import { expandAbbreviations } from '../abbreviations.ts'
import type { Context } from '../context.ts'
import type { Completed } from '../positions.ts'

/** An association without its place: "Hội Luật gia", named here as that of the country or of a place. */
type Named = { core: string; key: string; national: boolean; evidence: string }

const central = /(?:^| )trung ương hội$/u
const local = /^(.*?)(?<!\p{L})(tỉnh|thành|huyện|quận) hội( \p{Lu}.*)?$/iu

/** The body with the association's name, where it is called by its level alone; null for others, and where several are named. */
export function associationOf(text: string, at: number, context: Context): Completed | null {
  const key = keyOf(text)
  const short = local.exec(text)
  if (!short && !central.test(key)) return null
  const near = mostNamed(countsOf(context.organisationsIn(context.blockAt(at)), context))
  const all = ofDocument(context)
  const chosen = near ?? mostNamed(all)
  if (!chosen) return null
  // The paragraph says which one, the document how that of the country is called.
  const named = short ? chosen : (all.get(chosen.key) ?? chosen)
  const { evidence } = named
  if (!short) {
    const whole = named.national ? `${named.core} Việt Nam` : named.core
    return { text: `${text.slice(0, -'Hội'.length)}${whole}`, provinceId: null, evidence }
  }
  const [, before = '', level = '', place = ''] = short
  const kind = level.toLowerCase() === 'thành' ? 'thành phố' : level.toLowerCase()
  return { text: `${before}${named.core} ${kind}${place}`, provinceId: null, evidence }
}

type Counts = ReadonlyMap<string, Named & { count: number }>
const documents = new WeakMap<Context, Counts>()

function ofDocument(context: Context): Counts {
  let counts = documents.get(context)
  if (!counts) {
    counts = countsOf(context.organisations, context)
    documents.set(context, counts)
  }
  return counts
}

/** The associations that bodies name, each as that of the country where one of them is, with how often. */
function countsOf(bodies: readonly OrganisationSpan[], context: Context): Counts {
  const counts = new Map<string, Named & { count: number }>()
  for (const body of bodies) {
    const named = namedBy(body, context)
    if (!named) continue
    const same = counts.get(named.key)
    if (!same) counts.set(named.key, { ...named, count: 1 })
    else {
      same.count++
      if (named.national && !same.national) Object.assign(same, named)
    }
  }
  // "Hội Khuyến học Mường La": what follows a name that stands alone elsewhere is a place.
  for (const [key, longer] of counts) {
    const shorter = counts.get(key.split(' ').slice(0, -2).join(' '))
    if (!shorter) continue
    shorter.count += longer.count
    counts.delete(key)
  }
  return counts
}

/** How much more often than any other an association is named that a text is about. */
const farMore = 3

/** The only one, or the one that is named far more often than any other. */
function mostNamed(counts: Counts): Named | null {
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count)
  return first && (!second || first.count >= second.count * farMore) ? first : null
}

const associations = new WeakMap<OrganisationSpan, Named | null>()

function namedBy(body: OrganisationSpan, context: Context): Named | null {
  let named = associations.get(body)
  if (named === undefined) {
    named = readName(body, context)
    associations.set(body, named)
  }
  return named
}

const start =
  /(?<!\p{L}|đại )Hội (?!đồng|nghị|thảo|trường|chợ|thi|diễn|quán|viên|đàm|phụ huynh|cha mẹ)\p{L}/iu
/** Where the place of an association begins, or its term. */
const place =
  / (?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|cơ sở|các cấp|cấp|khoá|khóa|lần thứ)(?= |$).*$/iu

function readName(body: OrganisationSpan, context: Context): Named | null {
  if (body.bare || !/^(?:hội|đại hội|trung ương)(?: |$)/u.test(body.head)) return null
  const { page } = context
  const evidence = page.text.slice(body.start, body.end)
  const written = expandAbbreviations(evidence, page.lexicon, page)
  const from = start.exec(written)?.index
  if (from === undefined) return null
  const national = / việt nam(?: |$)/u.test(keyOf(written))
  const core = withoutProvince(
    written
      .slice(from)
      .replace(/ Việt Nam(?: .*)?$/iu, '')
      .replace(place, ''),
    body,
    context,
  )
  return core.includes(' ') && /\p{Ll}/u.test(core)
    ? { core, key: keyOf(core), national, evidence }
    : null
}

/** "Hội Luật gia Hà Nội" without the province at its end. */
function withoutProvince(name: string, { provinceId }: OrganisationSpan, context: Context): string {
  if (provinceId === null) return name
  const tokens = tokensOf(keyOf(name))
  for (let i = 2; i < tokens.length; i++) {
    const match = context.page.lexicon.provinces.aliases.longestAt(tokens, i)
    if (match?.nextToken === tokens.length && match.values.some((v) => v.provinceId === provinceId))
      return name.slice(0, match.start).trim()
  }
  return name
}
