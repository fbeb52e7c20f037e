// The place that a body lacks: "UBND tỉnh" → "Ủy ban nhân dân tỉnh Bắc Giang", "UBND huyện" → "UBND huyện Lý Nhân".
import type { OrganisationSpan } from '../../extract/organisations.ts'
import type { Annotation } from '../../extract/page.ts'
import type { PositionSpan } from '../../extract/positions.ts'
import type { ProvinceFound } from '../../extract/provinces.ts'
import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import type { Context, Host } from '../context.ts'
import { lastBefore, nearbyIn } from '../nearby.ts'
import type { Completed } from '../positions.ts'
import { frameLocality, namesLocality } from './frames.ts'
import { apostrophes, placeOf } from './place-names.ts'
import { placeScopeAt, scopeOrAll } from './place-scopes.ts'
import { siteLocality, siteProvince } from './site.ts'

/** Bodies that stand in every province: without a place they need one. */
const provincial =
  /^(?:sở|tỉnh uỷ|thành uỷ|tỉnh đoàn|thanh tra tỉnh|công an tỉnh|liên đoàn lao động tỉnh|văn phòng ubnd tỉnh)$/u
const districtHeads = /^(?:huyện uỷ|quận uỷ|thị uỷ|huyện đoàn|phòng)$/u

/** Adds the place that a body lacks: "UBND tỉnh" → "Ủy ban nhân dân tỉnh Bắc Giang". */
export function placeFor(
  text: string,
  base: OrganisationSpan | null,
  context: Context,
  at: number,
  others: readonly PositionSpan[],
): Completed | null {
  const key = keyOf(text)
  const open = / (tỉnh|huyện|xã|phường|thành phố|quận|thị xã|thị trấn)$/u.exec(key)?.[1] ?? null
  if (open && open !== 'tỉnh' && open !== 'thành phố' && open !== 'tp')
    return districtFor(text, open, context, at)
  const isBare = base === null || base.bare
  const committee = isBare ? /^(huyện|quận) uỷ$/u.exec(key)?.[1] : undefined
  if (committee) return committeeFor(text, committee, context, at)
  if (districtHeads.test(key) || key === 'sở') return null
  const head = base?.head ?? ''
  // "Thành ủy Đồng Xoài" has its name: it lies in a province, and is not that province's.
  if (!open && head === 'thành uỷ' && base?.bare === false) return null
  const needsProvince =
    open === 'tỉnh' ||
    (open !== null && /thành phố|tp/u.test(open)) ||
    provincial.test(key) ||
    provincial.test(head) ||
    /^sở /u.test(key) ||
    /^(?:công đoàn ngành|hội đồng nhân dân tỉnh|uỷ ban nhân dân tỉnh|ban [^,]* (?:tỉnh|thành) uỷ)/u.test(
      key,
    )
  if (!needsProvince) return null
  const fuller = () => {
    for (const other of others) {
      const named = other.organisation?.provinceId
      const near = named ? null : localProvince(context, other.start)
      if (named)
        return { provinceId: named, evidence: context.page.text.slice(other.start, other.end) }
      if (near) return near
    }
    return null
  }
  const found = localProvince(context, at) ?? fuller() ?? context.host ?? siteProvince(context)
  const city = open !== null && /thành phố|tp/u.test(open)
  if (!found) return city ? districtFor(text, open, context, at) : null
  const period = context.page.lexicon.provinces.at(found.provinceId, context.day)
  if (!period) return null
  // A municipality's bodies are not "tỉnh": leave the text when the kinds disagree.
  if (/(?:^| )thành uỷ$/u.test(key) && period.kind !== 'thành phố') return null
  if ((open === 'tỉnh' || /tỉnh (?:uỷ|đoàn)$/u.test(key)) && period.kind !== 'tỉnh') return null
  if (city && period.kind !== 'thành phố') return districtFor(text, open, context, at)
  // "Hồ Chí Minh" alone is a person.
  const name = found.provinceId === 'ho-chi-minh' ? `${period.kind} ${period.name}` : period.name
  const placed = open
    ? `${text.slice(0, text.length - open.length).trimEnd()} ${period.kind} ${period.name}`
    : /(?:^| )(?:tỉnh uỷ|tỉnh đoàn|thành uỷ)$/u.test(key)
      ? `${text} ${name}`
      : `${text} ${period.kind} ${period.name}`
  return { text: placed, provinceId: found.provinceId, evidence: found.evidence }
}

const provincesOfLocalities = new WeakMap<Context, Map<string, Host>>()

/** The province that the text names with a place below it, anywhere: "TP. Châu Đốc, tỉnh An Giang". */
export function localityProvince(context: Context, locality: string): Host | null {
  let known = provincesOfLocalities.get(context)
  if (!known) {
    known = new Map()
    provincesOfLocalities.set(context, known)
    const { page } = context
    for (const { start, end, value } of context.provinces) {
      const before = page.key.slice(Math.max(0, start - 60), start)
      const place = placeBeforeProvince.exec(before)?.[1]
      if (place) known.set(place, { provinceId: value.id, evidence: page.text.slice(start, end) })
    }
  }
  return known.get(bare(keyOf(locality))) ?? null
}

const bare = (key: string): string =>
  key.replace(/^(?:huyện|quận|thị xã|thành phố|tp\.?|xã|phường|thị trấn) ?/u, '')
const placeBeforeProvince =
  /(?:huyện|quận|thị xã|thành phố|tp\.?|xã|phường|thị trấn) ?([\p{L}' ]{2,30}?)(?:, | \()(?:tỉnh )?$/u

/** The province that sentence or paragraph settle. */
export function localProvince(
  context: Context,
  at: number,
): { provinceId: string; evidence: string } | null {
  const { page } = context
  // "Giám đốc Sở X cho biết, ngành phối hợp với tỉnh Cà Mau": a place named only later is not where the speaker sits.
  const isSettled = ({ provinceId }: { provinceId: string | null }) =>
    context.host === null || provinceId === context.host.provinceId
  const scope = placeScopeAt(context, at)
  const spans = [context.sentenceAt(at), ...(scope ? [] : [context.blockAt(at)])]
  for (const span of spans) {
    const { placed, placedIds, marked } = nearbyIn(context, span)
    const body = lastBefore(placed, at) ?? placed.find(isSettled)
    if (body?.provinceId && (placedIds.size === 1 || body.end <= at))
      return { provinceId: body.provinceId, evidence: page.text.slice(body.start, body.end) }
    const settled = (p: Annotation<ProvinceFound>) =>
      p.end <= at || isSettled({ provinceId: p.value.id })
    const only = marked.find(settled)
    if (only && marked.every((p) => !settled(p) || p.value.id === only.value.id))
      return { provinceId: only.value.id, evidence: page.text.slice(only.start, only.end) }
  }
  return scope && { provinceId: scope.provinceId, evidence: scope.evidence }
}

const districts = new WeakMap<Context, Map<string, Map<string, string>>>()

/** Names after a word for a locality inside a span, by key. */
function districtsIn(
  context: Context,
  word: string,
  pattern: RegExp,
  span: Span,
): Map<string, string> {
  const cache = districts.get(context) ?? new Map<string, Map<string, string>>()
  districts.set(context, cache)
  const key = `${word} ${span.start} ${span.end}`
  let names = cache.get(key)
  if (!names) {
    names = new Map()
    const text = context.page.text.slice(span.start, span.end)
    for (const match of text.matchAll(pattern)) {
      const next = text.charAt(match.index + match[0].length + 1)
      const name = placeOf(context, match[1] ?? '', next)
      if (name && !/^\p{Lu}+$/u.test(name)) names.set(keyOf(name), name)
    }
    cache.set(key, names)
  }
  return names
}

/** "UBND huyện" → the one district named with a name in sentence, block or title. */
function districtFor(text: string, open: string, context: Context, at: number): Completed | null {
  const scope = placeScopeAt(context, at)
  const spans = [context.sentenceAt(at), context.blockAt(at), scopeOrAll(context, at)]
  // Without the flag "i", under which \p{Lu} would match small letters.
  const either = `[${open.charAt(0).toUpperCase()}${open.charAt(0)}]${open.slice(1)}`
  const pattern = new RegExp(
    `(?<!\\p{L})${either} (\\p{Lu}[\\p{L}${apostrophes}]*(?: \\p{Lu}[\\p{L}${apostrophes}]*){0,2})`,
    'gu',
  )
  for (const [i, span] of spans.entries()) {
    const names = districtsIn(context, open, pattern, span)
    const [only] = [...names.values()]
    if (only && names.size === 1)
      return {
        text: `${text.slice(0, text.length - open.length).trimEnd()} ${open} ${only}`,
        provinceId: (scope ?? context.host)?.provinceId ?? null,
        evidence: `${open} ${only}`,
      }
    if (names.size > 1 && i < 2) return null
  }
  const frame = scope ? null : frameLocality(context, open)
  const body = text.slice(0, text.length - open.length).trimEnd()
  if (!frame) return scope ? null : ofSite(`${body} ${open}`, open, context)
  return {
    text: `${body} ${open} ${frame.name}`,
    provinceId: context.host?.provinceId ?? null,
    evidence: frame.evidence,
  }
}

/** "Huyện ủy" → "Huyện ủy Lý Nhân", the district found as that of "UBND huyện" is. */
function committeeFor(text: string, kind: string, context: Context, at: number): Completed | null {
  const placed = districtFor(`${text} ${kind}`, kind, context, at)
  return placed && { ...placed, text: text + placed.text.slice(`${text} ${kind}`.length) }
}

/** "UBND huyện", "Huyện ủy" on the site of a district, in a text that names no district. */
function ofSite(text: string, kind: string, context: Context): Completed | null {
  const site = siteLocality(context)
  if (site?.kind !== kind || namesLocality(context, kind)) return null
  const provinceId = (context.host ?? siteProvince(context))?.provinceId ?? null
  return { text: `${text} ${site.name}`, provinceId, evidence: site.evidence }
}
