// What elliptical bodies are completed from: the bodies and provinces of the document, its host and its header.
import { findOrganisations, type OrganisationSpan } from '../extract/organisations.ts'
import type { Annotation, Page } from '../extract/page.ts'
import { findProvinces, type ProvinceFound } from '../extract/provinces.ts'
import { spanAt } from '../extract/sentences.ts'
import type { Span } from '../text/view.ts'
import { firstFrom } from './nearby.ts'

export type Host = { provinceId: string; evidence: string }

export type Context = {
  page: Page
  organisations: OrganisationSpan[]
  provinces: Annotation<ProvinceFound>[]
  /** Province of the body that acts in title and lead, or of the header. */
  host: Host | null
  /** The day names and borders are read at, or null. */
  day: string | null
  /** The sentence and the block that hold an offset of the view. */
  sentenceAt(offset: number): Span
  blockAt(offset: number): Span
  /** The bodies that begin inside a span, in order. */
  organisationsIn(span: Span): OrganisationSpan[]
}

/** Gathers the context of a page once. */
export function contextOf(page: Page): Context {
  const organisations = findOrganisations(page).filter(
    (o) => zoneAt(page, o.start) !== 'boilerplate',
  )
  const provinces = findProvinces(page)
  const blockAt = (offset: number): Span =>
    spanAt(page.blocks, offset) ?? { start: offset, end: offset }
  return {
    page,
    organisations,
    provinces,
    host: hostOf(page, organisations, provinces),
    day: page.day,
    blockAt,
    organisationsIn(span) {
      const found: OrganisationSpan[] = []
      for (let i = firstFrom(organisations, span.start); i < organisations.length; i++) {
        const body = organisations[i]
        if (!body || body.start >= span.end) break
        found.push(body)
      }
      return found
    },
    sentenceAt(offset) {
      return spanAt(page.sentences, offset) ?? blockAt(offset)
    },
  }
}

/** Zone of the block at an offset of the view; null between blocks. */
export function zoneAt(page: Page, offset: number): string | null {
  return spanAt(page.blocks, offset)?.zone ?? null
}

function hostOf(
  page: Page,
  organisations: OrganisationSpan[],
  provinces: Annotation<ProvinceFound>[],
): Host | null {
  if (page.header) {
    const inHeader = provinces.filter((p) =>
      ['header', 'dateline'].includes(zoneAt(page, p.start) ?? ''),
    )
    const named = inHeader[0]
    if (named)
      return { provinceId: named.value.id, evidence: page.text.slice(named.start, named.end) }
  }
  for (const zone of ['title', 'lead']) {
    const body = organisations.find((o) => o.provinceId && zoneAt(page, o.start) === zone)
    if (body?.provinceId)
      return { provinceId: body.provinceId, evidence: page.text.slice(body.start, body.end) }
    const here = provinces.filter((p) => zoneAt(page, p.start) === zone)
    const ids = new Set(here.map((p) => p.value.id))
    const first = here[0]
    if (first && ids.size === 1)
      return { provinceId: first.value.id, evidence: page.text.slice(first.start, first.end) }
  }
  // A document that speaks of one province only.
  const all = new Set(provinces.map((p) => p.value.id))
  const only = provinces[0]
  return only && all.size === 1
    ? { provinceId: only.value.id, evidence: page.text.slice(only.start, only.end) }
    : null
}
