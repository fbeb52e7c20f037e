// Why a record says what it says, and why not something else: every item with its rule and its evidence, and the candidates
// that rules looked at and dropped. The record itself is made as always; the finders run once more over a page that traces.
import { findCitations } from '../extract/citations.ts'
import { findDates } from '../extract/dates.ts'
import type { Declined } from '../extract/decline.ts'
import { findDirectives } from '../extract/directives.ts'
import { type MappedPage, makePage } from '../extract/make-page.ts'
import { findOfficials } from '../extract/officials.ts'
import { findOrganisations } from '../extract/organisations.ts'
import type { Annotation } from '../extract/page.ts'
import { findPercentages } from '../extract/percentages.ts'
import { findProvinces } from '../extract/provinces.ts'
import { findRatios } from '../extract/ratios.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Mention, ParsedDocument, RecordSource, VanthuRecord } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import type { Span } from '../text/view.ts'
import { factsOf } from './explain/facts.ts'
import { meaningOf } from './explain/rules.ts'
import {
  citationValue,
  dateValue,
  directiveValue,
  officialValue,
  percentageValue,
  provinceValue,
  ratioValue,
} from './explain/values.ts'
import { makeRecord } from './make-record.ts'

export const explainedTypes = [
  'facts',
  'officials',
  'provinces',
  'dates',
  'percentages',
  'ratios',
  'directives',
  'citations',
] as const
export type ExplainedType = (typeof explainedTypes)[number]

/** One item of the record. Offsets are those of the record; null for a fact that stands in no one place. */
export type Finding = {
  type: ExplainedType
  start: number | null
  end: number | null
  text: string | null
  rule: string
  /** 0 to 1; null for facts, which the record gives without one. */
  confidence: number | null
  value: string
  /** What the rule means. */
  why: string
  /** The words that decided, where they are others than the text. */
  evidence: string | null
}

/** One candidate that is not in the record, or not as this rule would have had it. Offsets are those of the record. */
export type Dropped = Mention & { type: ExplainedType; rule: string; reason: string }

export type Explanation = {
  record: VanthuRecord
  /** In the order of the text; facts without a place first. */
  found: Finding[]
  declined: Dropped[]
  /** Where words stand, in any case and with any space between them; null where they do not. */
  placeOf(words: string): Span | null
}

/** Explains the record of a parsed document. Pure. */
export function explain(
  parsed: ParsedDocument,
  source: RecordSource,
  lexicon: Lexicon,
): Explanation {
  const record = makeRecord(parsed, source, lexicon)
  const page = makePage(parsed, lexicon)
  const declined = new Map<string, Dropped>()
  const note = (finder: ExplainedType, { start, end, rule, reason }: Declined) => {
    // Other finders read names and bodies too.
    const type = /^(?:name|body)-/.test(rule) ? 'officials' : finder
    const span = page.toSource({ start, end })
    const text = record.text.slice(span.start, span.end)
    const key = `${type} ${span.start} ${span.end} ${rule} ${reason}`
    declined.set(key, { type, ...span, text, rule, reason })
  }
  const traced = (type: ExplainedType): MappedPage => ({
    ...page,
    declined: (dropped) => note(type, dropped),
  })
  const ratios = findRatios(traced('ratios'))
  const directives = findDirectives(traced('directives'))
  // A page that only lists articles has none in its record.
  if (record.directives.length === 0)
    for (const { start, end } of directives)
      note('directives', {
        start,
        end,
        rule: 'list-page',
        reason: 'A page that only lists articles.',
      })
  // Bodies are no items by themselves; they say where an official sits.
  findOrganisations(traced('officials'))
  const found = [
    ...factsOf(page, record),
    ...officialsFound(traced('officials'), record, (dropped) => note('officials', dropped)),
    ...provincesFound(traced('provinces'), record),
    ...itemsFound('dates', record.dates, findDates(traced('dates')), dateValue),
    ...itemsFound(
      'percentages',
      record.percentages,
      findPercentages(traced('percentages'), ratios),
      percentageValue,
    ),
    ...itemsFound('ratios', record.ratios, ratios, ratioValue),
    ...itemsFound('directives', record.directives, directives, directiveValue),
    ...itemsFound('citations', record.citations, findCitations(traced('citations')), citationValue),
  ].sort((a, b) => (a.start ?? -1) - (b.start ?? -1))
  return {
    record,
    found,
    declined: [...declined.values()].sort((a, b) => a.start - b.start),
    placeOf: (words) => placeIn(page, record, words),
  }
}

function finding(
  type: ExplainedType,
  { start, end, text }: Mention,
  { rule, confidence, evidence }: Pick<Annotation<unknown>, 'rule' | 'confidence' | 'evidence'>,
  value: string,
): Finding {
  const why = meaningOf(rule)
  return { type, start, end, text, rule, confidence, value, why, evidence: evidence ?? null }
}

/** Items that a record has one of for each annotation, in the same order. */
function itemsFound<T extends Mention>(
  type: ExplainedType,
  items: readonly T[],
  annotations: readonly Annotation<unknown>[],
  written: (item: T) => string,
): Finding[] {
  return items.flatMap((item, i) => {
    const annotation = annotations[i]
    return annotation ? [finding(type, item, annotation, written(item))] : []
  })
}

/** Every mention of an official; people whom the document gives no office are noted. */
function officialsFound(
  page: MappedPage,
  record: VanthuRecord,
  note: (dropped: Declined) => void,
): Finding[] {
  const annotations = new Map(
    findOfficials(page).map((a) => [page.toSource(a.value.name).start, a]),
  )
  const found = record.officials.flatMap((official) =>
    official.mentions.map((mention) => {
      const known = annotations.get(mention.start)
      annotations.delete(mention.start)
      const zone = zoneAt(record, mention.start)
      const unsaid = {
        rule: official.rule === 'signature' || zone === 'signature' ? 'signature' : 'later-mention',
        confidence: official.confidence,
        evidence: record.text.slice(Math.max(0, mention.start - 20), mention.end),
      }
      return finding('officials', mention, known ?? unsaid, officialValue(official))
    }),
  )
  for (const { value } of annotations.values())
    note({
      ...value.name,
      rule: 'name-without-office',
      reason: 'A person, but the document names no office of theirs.',
    })
  return found
}

function provincesFound(page: MappedPage, record: VanthuRecord): Finding[] {
  const annotations = new Map(findProvinces(page).map((a) => [page.toSource(a).start, a]))
  return record.provinces.flatMap((province) =>
    province.mentions.map((mention) =>
      finding(
        'provinces',
        mention,
        annotations.get(mention.start) ?? province,
        provinceValue(province),
      ),
    ),
  )
}

/** Zone of the block at an offset of the record's text; null between blocks. */
export function zoneAt(record: Pick<VanthuRecord, 'blocks'>, at: number) {
  return record.blocks.find((b) => b.start <= at && at < b.end)?.zone ?? null
}

/** The first place of words: as written, else in any case and with any space between them. */
function placeIn(page: MappedPage, record: VanthuRecord, words: string): Span | null {
  const exact = record.text.indexOf(words)
  if (exact >= 0) return { start: exact, end: exact + words.length }
  const key = keyOf(words.normalize('NFC').replace(/\s+/gu, ' ').trim())
  const at = page.key.replaceAll('\n', ' ').indexOf(key)
  return key === '' || at < 0 ? null : page.toSource({ start: at, end: at + key.length })
}
