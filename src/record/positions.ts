// Positions as they go into the record: the body written out, and completed from context where the text leaves it open
// ("Giám đốc Sở" → "Sở Giáo dục và Đào tạo tỉnh Điện Biên"), in the order sentence, paragraph, fuller mention of the same
// person, host in title and lead, header. What the document does not settle stays as written.
import type { OrganisationSpan } from '../extract/organisations.ts'
import type { PositionSpan } from '../extract/positions.ts'
import type { Position } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { expandAbbreviations } from './abbreviations.ts'
import type { Context } from './context.ts'

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
    : (committeeOf(found.title) ?? governmentOf(found.title, context))
  const completed = complete(found, written, context, others)
  return {
    title: found.title,
    organisation: noteUnnamedPlace(completed?.text ?? written),
    province: completed?.provinceId ?? found.organisation?.provinceId ?? null,
    resolved: completed !== null,
    ...(completed?.evidence ? { evidence: completed.evidence } : {}),
    former: found.former,
    acting: found.acting,
  }
}

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
  if (text === null || (base?.bare && !ownUnit.test(base.head))) {
    const fuller = fullerBody(found, base, context, others)
    if (fuller) {
      text = expandAbbreviations(organisationText(context, fuller), context.page.lexicon)
      provinceId = fuller.provinceId
      evidence.push(context.page.text.slice(fuller.start, fuller.end))
    }
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
  const fits = (candidate: OrganisationSpan): boolean =>
    !candidate.bare &&
    candidate.start !== base?.start &&
    (base ? candidate.head === base.head : headsOf(found, context).has(candidate.head))
  const sentence = context.sentenceAt(found.start)
  const block = context.blockAt(found.start)
  const within = (span: { start: number; end: number }) =>
    context.organisations.filter((o) => o.start >= span.start && o.end <= span.end && fits(o))
  const nearest = (list: OrganisationSpan[]) => {
    const before = list.filter((o) => o.end <= found.start).at(-1)
    return before ?? list[0] ?? null
  }
  const local = nearest(within(sentence)) ?? nearest(within(block))
  if (local) return local
  const same = others.find(
    (o) => o.organisation && !o.organisation.bare && keyOf(o.title) === keyOf(found.title),
  )
  if (same?.organisation) return same.organisation
  const fitting = context.organisations.filter(fits)
  // One body of the kind in the document, whatever it is called there, settles it.
  const names = new Set(fitting.map((o) => coreKey(context, o)))
  return names.size === 1 ? (fitting.find((o) => o.provinceId) ?? fitting[0] ?? null) : null
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
function headsOf(found: PositionSpan, context: Context): Set<string> {
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
  void context
  return new Set()
}

function parentMinistry(context: Context): { text: string; evidence: string } | null {
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
  if (open === 'tỉnh' && period.kind !== 'tỉnh') return null
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
  for (const span of [context.sentenceAt(at), context.blockAt(at)]) {
    const bodies = context.organisations.filter(
      (o) => o.provinceId && o.start >= span.start && o.end <= span.end,
    )
    const body = bodies.filter((o) => o.end <= at).at(-1) ?? bodies[0]
    const ids = new Set(bodies.map((o) => o.provinceId))
    if (body?.provinceId && (ids.size === 1 || body.end <= at))
      return { provinceId: body.provinceId, evidence: page.text.slice(body.start, body.end) }
    const named = context.provinces.filter(
      (p) => p.start >= span.start && p.end <= span.end && p.value.marked,
    )
    const only = new Set(named.map((p) => p.value.id))
    const first = named[0]
    if (first && only.size === 1)
      return { provinceId: first.value.id, evidence: page.text.slice(first.start, first.end) }
  }
  return null
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
    const names = new Map<string, string>()
    for (const match of page.text.slice(span.start, span.end).matchAll(pattern)) {
      const name = match[1] ?? ''
      if (!/^\p{Lu}+$/u.test(name)) names.set(keyOf(name), name)
    }
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
