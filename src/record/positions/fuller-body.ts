// The body that an elliptical title means: of the same person elsewhere, near the title, or the only one of its kind.
import type { OrganisationSpan } from '../../extract/organisations.ts'
import type { PositionSpan } from '../../extract/positions.ts'
import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import { keyInFull } from '../abbreviations.ts'
import type { Context } from '../context.ts'
import { lastBefore, nearbyIn } from '../nearby.ts'
import { placeScopeAt, scopeOrAll } from './place-scopes.ts'

/** The body that an elliptical title means. */
export function fullerBody(
  found: PositionSpan,
  base: OrganisationSpan | null,
  context: Context,
  others: readonly PositionSpan[],
): OrganisationSpan | null {
  const heads = base ? new Set([base.head]) : headsOf(found)
  if (base && isScopes(base, found.start, context)) return null
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
  const scope = scopeOrAll(context, found.start)
  const same = others.find(
    (o) =>
      o.start >= scope.start &&
      o.start < scope.end &&
      o.organisation &&
      !o.organisation.bare &&
      (keyOf(o.title) === keyOf(found.title) ||
        keyOf(o.title).startsWith(`${keyOf(found.title)},`)),
  )
  const inSentence = nearestIn(context.sentenceAt(found.start))
  const local = inSentence ?? nearestIn(context.blockAt(found.start))
  // A minister by the title alone: of the one ministry that the paragraph names, else of the document's.
  if (base === null && heads.has('bộ')) {
    const near = nearbyIn(context, context.blockAt(found.start)).byHead.get('bộ') ?? []
    const one = new Set(near.map((o) => coreKey(context, o))).size === 1
    return same?.organisation ?? (one ? local : onlyBody(context, heads, found.start))
  }
  // So with a headmaster: a paragraph of several schools does not say which is his.
  if (base === null && !inSentence && local && heads.has('trường')) {
    const { byHead } = nearbyIn(context, context.blockAt(found.start))
    const names = [...heads].flatMap((head) => byHead.get(head) ?? [])
    if (new Set(names.map((o) => coreKey(context, o))).size > 1) return same?.organisation ?? null
  }
  if (same?.organisation && (!inSentence || base === null)) return same.organisation
  if (local && !isOverlong(context, local)) return local
  return onlyBody(context, heads, found.start)
}

/** "Báo Nhân Dân Thép Mới mời": the name of a paper that ran on into the sentence. */
const isOverlong = (context: Context, { head, start, end }: OrganisationSpan): boolean =>
  head === 'báo' && context.page.text.slice(start, end).split(' ').length > 4

const onlyBodies = new WeakMap<Context, Map<string, OrganisationSpan | null>>()

/** "Thành ủy" in what is told of Hà Nội is the city's, whatever town's the sentence names as well. */
function isScopes(base: OrganisationSpan, at: number, context: Context): boolean {
  const id = placeScopeAt(context, at)?.provinceId
  const kind = id ? context.page.lexicon.provinces.at(id, context.day)?.kind : null
  return kind === 'thành phố'
    ? base.head === 'thành uỷ'
    : kind === 'tỉnh' && base.head === 'tỉnh uỷ'
}

/** The one body of a kind in the document, or in its part on one place, whatever it is called there; null for none or several. */
function onlyBody(
  context: Context,
  heads: ReadonlySet<string>,
  at: number,
): OrganisationSpan | null {
  const cache = onlyBodies.get(context) ?? new Map<string, OrganisationSpan | null>()
  onlyBodies.set(context, cache)
  const span = scopeOrAll(context, at)
  const key = `${span.start} ${[...heads].join('|')}`
  let only = cache.get(key)
  if (only === undefined) {
    const { byHead } = nearbyIn(context, span)
    const fitting = [...heads].flatMap((head) => byHead.get(head) ?? [])
    const names = new Set(fitting.map((o) => coreKey(context, o)))
    only = names.size === 1 ? (fitting.find((o) => o.provinceId) ?? fitting[0] ?? null) : null
    if (only && isOverlong(context, only)) only = null
    cache.set(key, only)
  }
  return only
}

/** Key of a body's name without its place: one body named with and without its province is one. */
function coreKey(context: Context, span: OrganisationSpan): string {
  const { page } = context
  const key = keyInFull(page.text.slice(span.start, span.end), page.lexicon)
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
  if (/tổng biên tập$/u.test(title)) return new Set(['báo'])
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
