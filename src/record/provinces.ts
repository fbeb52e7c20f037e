// Provinces put together: one entry a province, with its name and borders as of the document's date, today's province,
// and the roles it plays.
import type { Annotation } from '../extract/page.ts'
import type { ProvinceFound } from '../extract/provinces.ts'
import type { Mention, ProvinceMention } from '../model.ts'
import type { Span } from '../text/view.ts'
import type { Context } from './context.ts'
import { provinceRolesOf } from './province-roles.ts'

/** The provinces of a document in order of first mention. */
export function provincesOf(context: Context, quote: (span: Span) => Mention): ProvinceMention[] {
  const { page } = context
  const roles = provinceRolesOf(context)
  const byId = new Map<string, Annotation<ProvinceFound>[]>()
  for (const annotation of context.provinces) {
    if (annotation.value.cityOnly) continue
    const found = byId.get(annotation.value.id) ?? []
    found.push(annotation)
    byId.set(annotation.value.id, found)
  }
  return [...byId].map(([id, found]) => {
    const period = page.lexicon.provinces.at(id, context.day)
    const best = found.reduce((a, b) => (b.confidence > a.confidence ? b : a))
    return {
      id,
      name: period?.name ?? page.text.slice(best.start, best.end),
      current: page.lexicon.provinces.currentOf(id)[0] ?? id,
      roles: [...(roles.get(id) ?? ['mention' as const])],
      mentions: found.map(quote),
      rule: best.rule,
      confidence: best.confidence,
    }
  })
}
