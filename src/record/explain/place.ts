// An explanation narrowed to one place of the text: what covers it, which rules looked at it and declined, and the zone that
// says which finders read it at all.
import type { Zone } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import { type Dropped, type Explanation, type Finding, zoneAt } from '../explain.ts'

export type ExplainedPlace = Span & {
  text: string
  /** Zone of its block; null between blocks. */
  zone: Zone | null
  /** Which finders pass that zone over. */
  note: string
  found: Finding[]
  declined: Dropped[]
}

const withoutDirectives = 'no directives are looked for there'
const notes: Readonly<Record<Zone, string>> = {
  boilerplate: 'zones such as menus are not read',
  byline: `no people, no provinces and ${withoutDirectives}`,
  header: `no citations and ${withoutDirectives}`,
  title: withoutDirectives,
  caption: withoutDirectives,
  footer: withoutDirectives,
  signature: withoutDirectives,
  dateline: withoutDirectives,
  table: 'directives are looked for in tables of tasks alone',
  lead: 'read by all finders',
  body: 'read by all finders',
  heading: 'read by all finders',
  'list-item': 'read by all finders',
}

/** What is said of a place. Offsets of the record's text; the place is not empty. */
export function explainPlace(explanation: Explanation, { start, end }: Span): ExplainedPlace {
  const { record, found, declined } = explanation
  const covers = (item: { start: number | null; end: number | null }) =>
    item.start !== null && item.end !== null && item.start < end && item.end > start
  const zone = zoneAt(record, start)
  return {
    start,
    end,
    text: record.text.slice(start, end),
    zone,
    note: zone === null ? 'between the blocks of the document, where nothing is read' : notes[zone],
    found: found.filter(covers),
    declined: declined.filter(covers),
  }
}
