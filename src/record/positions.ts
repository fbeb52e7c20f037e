// Positions as they go into the record: the body written out, and completed from context where the text leaves it open
// ("Giám đốc Sở" → "Sở Giáo dục và Đào tạo tỉnh Điện Biên"), in the order sentence, paragraph, fuller mention of the same
// person, host in title and lead, header. What the document does not settle stays as written.
import type { OrganisationSpan } from '../extract/organisations.ts'
import type { Annotation } from '../extract/page.ts'
import type { PositionSpan } from '../extract/positions.ts'
import type { ProvinceFound } from '../extract/provinces.ts'
import type { Position } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import type { Span } from '../text/view.ts'
import { expandAbbreviations } from './abbreviations.ts'
import type { Context } from './context.ts'
import { caseBody, issuerOf } from './issuer.ts'
import { lastBefore, nearbyIn } from './nearby.ts'

type Completed = { text: string; provinceId: string | null; evidence: string | null }

/** Bodies that stand in every province: without a place they need one. */
const provincial =
  /^(?:sở|tỉnh uỷ|tỉnh đoàn|thanh tra tỉnh|công an tỉnh|liên đoàn lao động tỉnh|văn phòng ubnd tỉnh)$/u
const districtHeads = /^(?:huyện uỷ|quận uỷ|thị uỷ|huyện đoàn|phòng)$/u
/** Party cells and committees belong to the person's own office: another one in the text says nothing of them. */
const ownUnit =
  /^(?:chi bộ|đảng uỷ|đảng bộ|đảng đoàn|ban cán sự|ban thường vụ|ban chấp hành|hội đồng)/u
const ministry = /^bộ (?!chỉ huy|tư lệnh|đội|chính trị|môn)/u

/** Makes a record position of a title as found. */
export function positionOf(
  found: PositionSpan,
  context: Context,
  others: readonly PositionSpan[],
): Position {
  const { page } = context
  const written = found.organisation
    ? expandAbbreviations(organisationText(context, found.organisation), page.lexicon)
    : (found.impliedBody ?? committeeOf(found.title) ?? governmentOf(found.title, context))
  const completed = complete(found, written, context, others)
  return {
    title: found.title,
    organisation: noteUnnamedPlace(inSmallLetters(completed?.text ?? written, context)),
    province: completed?.provinceId ?? found.organisation?.provinceId ?? null,
    resolved: completed !== null,
    ...(completed?.evidence ? { evidence: completed.evidence } : {}),
    former: found.former,
    acting: found.acting,
  }
}

/** A body found in capitals, in a header or heading, as bodies are usually written. */
const inSmallLetters = (text: string | null, context: Context): string | null =>
  text === null || /\p{Ll}/u.test(text) || !text.includes(' ') ? text : caseBody(text, context)

/**
 * A body whose place the document never names says so, "Huyện uỷ (không nêu tên huyện)", so that the unnamed district of
 * one document is never taken for that of another.
 */
function noteUnnamedPlace(text: string | null): string | null {
  const key = keyOf(text ?? '')
  const place =
    /(?:^| )(tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)$/u.exec(key)?.[1] ??
    /^(tỉnh|huyện|quận|thành|thị) uỷ$/u
      .exec(key)?.[1]
      ?.replace('thành', 'thành phố')
      .replace(/^thị$/u, 'thị xã')
  return place ? `${text} (không nêu tên ${place})` : text
}

/** "Thủ tướng" leads the Chính phủ, where the document speaks of it. */
function governmentOf(title: string, context: Context): string | null {
  const named = /(?<!\p{L})chính phủ(?!\p{L})/u.test(context.page.key)
  return /^(?:phó )?thủ tướng$/u.test(keyOf(title)) && named ? 'Chính phủ' : null
}

/** The body that a member's title names itself: "Tỉnh ủy viên" sits on the Tỉnh ủy. */
function committeeOf(title: string): string | null {
  return /^(?:tỉnh|thành|huyện|quận|thị|đảng) uỷ viên$/u.test(keyOf(title))
    ? title.replace(/ viên$/iu, '')
    : null
}

/** Words of a body; "tỉnh Quảng Nam" after a chairman's title is its people's committee. */
function organisationText(context: Context, span: OrganisationSpan): string {
  const written = context.page.text.slice(span.start, span.end)
  // "Trưởng phòng Giáo dục" heads the "Phòng Giáo dục".
  const text = /^(?:phòng|ban|khoa|văn phòng|thanh tra) /u.test(written)
    ? written.charAt(0).toUpperCase() + written.slice(1)
    : written
  // "Bộ trưởng Xây dựng": the field stands for the ministry.
  if ((span.head === 'bộ' || span.head === 'sở') && !keyOf(text).startsWith(`${span.head} `))
    return keyOf(text) === span.head ? text : `${span.head === 'bộ' ? 'Bộ' : 'Sở'} ${text}`
  const startsWithPlace =
    /^(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn)(?!\p{L}| [uủ]ỷ| ủy| đoàn)/iu.test(
      text,
    )
  return startsWithPlace && span.head === 'ubnd' ? `Ủy ban nhân dân ${text}` : text
}

function complete(
  found: PositionSpan,
  written: string | null,
  context: Context,
  others: readonly PositionSpan[],
): Completed | null {
  const at = found.start
  const base = found.organisation
  let text = written
  let provinceId = base?.provinceId ?? null
  const evidence: string[] = []
  if (text === null && found.unread) return null
  if (text === null || (base?.bare && !ownUnit.test(base.head))) {
    const fuller = fullerBody(found, base, context, others)
    if (fuller) {
      text = expandAbbreviations(organisationText(context, fuller), context.page.lexicon)
      provinceId = fuller.provinceId
      evidence.push(context.page.text.slice(fuller.start, fuller.end))
    }
  }
  if (text === null && /^(?:bộ|thứ) trưởng$/u.test(keyOf(found.title))) {
    // A ministry's own letter: its minister, where it says no more.
    const own = issuerOf(context)
    if (own && ministry.test(keyOf(own.name)))
      return { text: own.name, provinceId: null, evidence: 'header' }
  }
  if (text === null) return null
  const key = keyOf(text)
  const unit =
    /^(?:cục|vụ) /u.test(key) && !/, | bộ /u.test(key) && provinceId === null
      ? parentMinistry(context)
      : null
  if (unit) {
    text = `${text}, ${unit.text}`
    evidence.push(unit.evidence)
  }
  if (provinceId === null) {
    const place = placeFor(text, base, context, at, others)
    if (place) {
      text = place.text
      provinceId = place.provinceId
      if (place.evidence) evidence.push(place.evidence)
    }
  }
  // A district's or commune's body lies in the province that sentence, paragraph or host settle.
  if (provinceId === null && base?.locality) {
    const near = localProvince(context, at) ?? context.host
    if (near) {
      provinceId = near.provinceId
      evidence.push(near.evidence)
    }
  }
  return evidence.length > 0 ? { text, provinceId, evidence: evidence.join(' · ') } : null
}

/** The body that an elliptical title means. */
function fullerBody(
  found: PositionSpan,
  base: OrganisationSpan | null,
  context: Context,
  others: readonly PositionSpan[],
): OrganisationSpan | null {
  const heads = base ? new Set([base.head]) : headsOf(found)
  const nearestIn = (span: Span): OrganisationSpan | null => {
    const { byHead } = nearbyIn(context, span)
    let best: OrganisationSpan | null = null
    let first: OrganisationSpan | null = null
    for (const head of heads) {
      const list = byHead.get(head) ?? []
      const before = lastBefore(list, found.start)
      if (before && before.start > (best?.start ?? -1)) best = before
      if (list[0] && list[0].start < (first?.start ?? Number.POSITIVE_INFINITY)) first = list[0]
    }
    return best ?? first
  }
  // What is said of the same person elsewhere, title and all, is surer than another's body beside the words.
  const same = others.find(
    (o) =>
      o.organisation &&
      !o.organisation.bare &&
      (keyOf(o.title) === keyOf(found.title) ||
        keyOf(o.title).startsWith(`${keyOf(found.title)},`)),
  )
  const inSentence = nearestIn(context.sentenceAt(found.start))
  const local = inSentence ?? nearestIn(context.blockAt(found.start))
  if (same?.organisation && (!inSentence || base === null)) return same.organisation
  if (local) return local
  return onlyBody(context, heads)
}

const onlyBodies = new WeakMap<Context, Map<string, OrganisationSpan | null>>()

/** The one body of a kind in the document, whatever it is called there; null for none or several. */
function onlyBody(context: Context, heads: ReadonlySet<string>): OrganisationSpan | null {
  const cache = onlyBodies.get(context) ?? new Map<string, OrganisationSpan | null>()
  onlyBodies.set(context, cache)
  const key = [...heads].join('|')
  let only = cache.get(key)
  if (only === undefined) {
    const { byHead } = nearbyIn(context, { start: 0, end: context.page.text.length })
    const fitting = [...heads].flatMap((head) => byHead.get(head) ?? [])
    const names = new Set(fitting.map((o) => coreKey(context, o)))
    only = names.size === 1 ? (fitting.find((o) => o.provinceId) ?? fitting[0] ?? null) : null
    cache.set(key, only)
  }
  return only
}

/** Key of a body's name without its place: one body named with and without its province is one. */
function coreKey(context: Context, span: OrganisationSpan): string {
  const { page } = context
  const key = keyOf(expandAbbreviations(page.text.slice(span.start, span.end), page.lexicon))
  const place = span.provinceId ? page.lexicon.provinces.at(span.provinceId, context.day) : null
  const placeless = key.replace(/ (?:tỉnh|thành phố)(?: .*)?$/u, '')
  const name = place ? ` ${keyOf(place.name)}` : ''
  return name !== '' && placeless.endsWith(name) ? placeless.slice(0, -name.length) : placeless
}

/** Heads of the bodies a title can lead: "giám đốc" → sở, trung tâm …; the first that the document names counts. */
function headsOf(found: PositionSpan): Set<string> {
  const title = keyOf(found.title)
  if (/(?:bộ trưởng|thứ trưởng)$/u.test(title)) return new Set(['bộ'])
  if (/giám đốc$/u.test(title)) return new Set(['sở'])
  if (/vụ trưởng$/u.test(title)) return new Set(['vụ'])
  if (/cục trưởng$/u.test(title) && !/chi cục/u.test(title)) return new Set(['cục'])
  if (/hiệu trưởng$/u.test(title))
    return new Set([
      'trường',
      'trường thpt',
      'trường thcs',
      'trường tiểu học',
      'trường mầm non',
      'trường đại học',
      'trường cao đẳng',
    ])
  return new Set()
}

function parentMinistry(context: Context): { text: string; evidence: string } | null {
  let ministryOf = ministries.get(context)
  if (ministryOf === undefined) {
    ministryOf = findMinistry(context)
    ministries.set(context, ministryOf)
  }
  return ministryOf
}

const ministries = new WeakMap<Context, { text: string; evidence: string } | null>()

function findMinistry(context: Context): { text: string; evidence: string } | null {
  const named = new Map<string, { text: string; evidence: string }>()
  for (const organisation of context.organisations) {
    const evidence = context.page.text.slice(organisation.start, organisation.end)
    const text = expandAbbreviations(evidence, context.page.lexicon)
    if (ministry.test(keyOf(text)) && !organisation.bare)
      named.set(keyOf(text), named.get(keyOf(text)) ?? { text, evidence })
  }
  // The ministry must be beyond doubt: the only one, or the one named far more often than any other.
  if (named.size === 1) return [...named.values()][0] ?? null
  const counts = [...named.keys()].map((key) => ({
    key,
    count: context.organisations.filter(
      (o) =>
        keyOf(
          expandAbbreviations(context.page.text.slice(o.start, o.end), context.page.lexicon),
        ) === key,
    ).length,
  }))
  counts.sort((a, b) => b.count - a.count)
  const [first, second] = counts
  return first && second && first.count >= second.count * 3 ? (named.get(first.key) ?? null) : null
}

/** Adds the place that a body lacks: "UBND tỉnh" → "Ủy ban nhân dân tỉnh Bắc Giang". */
function placeFor(
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
  if (districtHeads.test(key)) return null
  const head = base?.head ?? ''
  const needsProvince =
    open === 'tỉnh' ||
    (open !== null && /thành phố|tp/u.test(open)) ||
    provincial.test(key) ||
    provincial.test(head) ||
    /^sở /u.test(key) ||
    /^(?:công đoàn ngành|hội đồng nhân dân tỉnh|uỷ ban nhân dân tỉnh|ban [^,]* tỉnh uỷ)/u.test(key)
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
  const found = localProvince(context, at) ?? fuller() ?? context.host
  const city = open !== null && /thành phố|tp/u.test(open)
  if (!found) return city ? districtFor(text, open, context, at) : null
  const period = context.page.lexicon.provinces.at(found.provinceId, context.day)
  if (!period) return null
  // A municipality's bodies are not "tỉnh": leave the text when the kinds disagree.
  if ((open === 'tỉnh' || /tỉnh (?:uỷ|đoàn)$/u.test(key)) && period.kind !== 'tỉnh') return null
  if (city && period.kind !== 'thành phố') return districtFor(text, open, context, at)
  const placed = open
    ? `${text.slice(0, text.length - open.length).trimEnd()} ${period.kind} ${period.name}`
    : /(?:^| )(?:tỉnh uỷ|tỉnh đoàn)$/u.test(key)
      ? `${text} ${period.name}`
      : `${text} ${period.kind} ${period.name}`
  return { text: placed, provinceId: found.provinceId, evidence: found.evidence }
}

/** The province that sentence or paragraph settle. */
function localProvince(
  context: Context,
  at: number,
): { provinceId: string; evidence: string } | null {
  const { page } = context
  // "Giám đốc Sở X cho biết, ngành phối hợp với tỉnh Cà Mau": a place named only later is not where the speaker sits.
  const isSettled = ({ provinceId }: { provinceId: string | null }) =>
    context.host === null || provinceId === context.host.provinceId
  for (const span of [context.sentenceAt(at), context.blockAt(at)]) {
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
  return null
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
    for (const match of context.page.text.slice(span.start, span.end).matchAll(pattern)) {
      const name = match[1] ?? ''
      if (!/^\p{Lu}+$/u.test(name)) names.set(keyOf(name), name)
    }
    cache.set(key, names)
  }
  return names
}

/** "UBND huyện" → the one district named with a name in sentence, block or title. */
function districtFor(text: string, open: string, context: Context, at: number): Completed | null {
  const { page } = context
  const spans = [context.sentenceAt(at), context.blockAt(at), { start: 0, end: page.text.length }]
  // Without the flag "i", under which \p{Lu} would match small letters.
  const either = `[${open.charAt(0).toUpperCase()}${open.charAt(0)}]${open.slice(1)}`
  const pattern = new RegExp(
    `(?<!\\p{L})${either} (\\p{Lu}[\\p{L}'’]*(?: \\p{Lu}[\\p{L}'’]*){0,2})`,
    'gu',
  )
  for (const [i, span] of spans.entries()) {
    const names = districtsIn(context, open, pattern, span)
    const [only] = [...names.values()]
    if (only && names.size === 1)
      return {
        text: `${text.slice(0, text.length - open.length).trimEnd()} ${open} ${only}`,
        provinceId: context.host?.provinceId ?? null,
        evidence: `${open} ${only}`,
      }
    if (names.size > 1 && i < 2) return null
  }
  return null
}
