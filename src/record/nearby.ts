// What stands near an elliptical body, looked up once a sentence, block or document, so that a text of a thousand officials
// is read in time that grows with the text: "Giám đốc Sở" → the last "Sở …" before it in its sentence.
import type { OrganisationSpan } from '../extract/organisations.ts'
import type { Annotation } from '../extract/page.ts'
import type { ProvinceFound } from '../extract/provinces.ts'
import type { Span } from '../text/view.ts'
import type { Context } from './context.ts'

/** Bodies and marked provinces inside one span, in order. */
export type Nearby = {
  /** Bodies with a name, by the key of their head word. */
  byHead: ReadonlyMap<string, readonly OrganisationSpan[]>
  /** Bodies that name their province. */
  placed: readonly OrganisationSpan[]
  placedIds: ReadonlySet<string>
  /** Provinces after "tỉnh" and the like. */
  marked: readonly Annotation<ProvinceFound>[]
}

const known = new WeakMap<Context, Map<number, Nearby>>()

/** Everything of the kind inside a span; spans of one context do not overlap unless one holds the other whole. */
export function nearbyIn(context: Context, span: Span): Nearby {
  const cache = known.get(context) ?? new Map<number, Nearby>()
  known.set(context, cache)
  const key = span.start * 2 ** 26 + span.end
  let nearby = cache.get(key)
  if (!nearby) {
    nearby = gather(context, span)
    cache.set(key, nearby)
  }
  return nearby
}

function gather(context: Context, span: Span): Nearby {
  const byHead = new Map<string, OrganisationSpan[]>()
  const placed: OrganisationSpan[] = []
  const placedIds = new Set<string>()
  const { organisations, provinces } = context
  for (let i = firstFrom(organisations, span.start); i < organisations.length; i++) {
    const body = organisations[i]
    if (!body || body.start >= span.end) break
    if (body.end > span.end) continue
    if (!body.bare) {
      const list = byHead.get(body.head)
      if (list) list.push(body)
      else byHead.set(body.head, [body])
    }
    if (!body.provinceId) continue
    placed.push(body)
    placedIds.add(body.provinceId)
  }
  const marked: Annotation<ProvinceFound>[] = []
  for (let i = firstFrom(provinces, span.start); i < provinces.length; i++) {
    const province = provinces[i]
    if (!province || province.start >= span.end) break
    if (province.end <= span.end && province.value.marked) marked.push(province)
  }
  return { byHead, placed, placedIds, marked }
}

/** Index of the first span that begins at an offset or after it; spans in order. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The last span that ends at an offset or before it, or null; spans in order that do not overlap. */
export function lastBefore<T extends Span>(spans: readonly T[], offset: number): T | null {
  const before = spans[firstFrom(spans, offset) - 1]
  return before && before.end <= offset ? before : (spans[firstFrom(spans, offset) - 2] ?? null)
}
