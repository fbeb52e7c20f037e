// What a query means, by the dictionaries: abbreviations both ways, provinces, types and numbers in fields.
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { documentTypeSchema } from '../../model.ts'
import type { SearchCondition, SearchTerm, SearchWords } from '../../ports/search.ts'
import { fold, slugOf } from '../../text/fold.ts'
import {
  type FieldPart,
  type ParsedQuery,
  parseQuery,
  type QueryPart,
  termOf,
} from '../../text/query.ts'
import { formsOf } from './forms.ts'

export type Understood = {
  parsed: ParsedQuery
  words: SearchWords
  conditions: SearchCondition[]
}

/** Reads a query. A field whose value means nothing ("năm:nay") is words. */
export function understand(q: string, lexicon: () => Lexicon): Understood {
  const parsed = parseQuery(q)
  const conditions: SearchCondition[] = []
  const parts = [...parsed.parts]
  for (const part of parsed.fields) {
    const values = valuesOf(part, lexicon)
    if (values.length === 0) parts.push(part.words)
    else addCondition(conditions, part, values)
  }
  const terms = parts.length > 0 ? termsOf(parts, lexicon()) : []
  return {
    parsed,
    words: { terms, isUnfinished: parsed.isUnfinished && parts.length === parsed.parts.length },
    conditions,
  }
}

/** Several of one field: any of them will do, and none of those excluded. */
function addCondition(
  conditions: SearchCondition[],
  { field, isExcluded }: FieldPart,
  values: readonly string[],
): void {
  const at = conditions.findIndex((c) => c.field === field && c.isExcluded === isExcluded)
  const known = conditions[at]
  if (known) conditions[at] = { ...known, values: [...known.values, ...values] }
  else conditions.push({ field, values, isExcluded })
}

function termsOf(parts: readonly QueryPart[], lexicon: Lexicon): SearchTerm[] {
  const forms = formsOf(lexicon)
  const terms: SearchTerm[] = []
  for (let i = 0; i < parts.length; ) {
    const part = parts[i]
    if (!part) break
    const found = forms.at(parts, i)
    if (!found) {
      terms.push(termOf(part))
      i++
      continue
    }
    const typed = parts.slice(i, i + found.length).flatMap(({ words }) => words)
    terms.push({
      alternatives: [
        // The parts of "GD&ĐT" mean nothing by themselves; other words may stand apart.
        found.isShort ? [typed] : typed.map((word) => [word]),
        ...found.others.map((words) => [words]),
      ],
      isInTitle: part.isInTitle,
      isExcluded: false,
    })
    i += found.length
  }
  return terms
}

const mostYears = 100

/** The values that a field's value stands for; none where it means nothing. */
function valuesOf({ field, value }: FieldPart, lexicon: () => Lexicon): string[] {
  switch (field) {
    case 'province':
      return provinceIds(value, lexicon())
    case 'type':
      return typesOf(value, lexicon())
    case 'year':
      return yearsIn(value)
    case 'number':
      return /\p{N}/u.test(value) ? [value] : []
    case 'official':
      return [value]
    default:
      return [value, ...formsOf(lexicon()).writtenOut(value)]
  }
}

/** "2023", "2021-2023". */
function yearsIn(value: string): string[] {
  const [, from = '', to = from] = /^(\d{4})(?:[-–](\d{4}))?$/.exec(value.trim()) ?? []
  if (from === '') return []
  const years: string[] = []
  for (let year = Number(from); year <= Number(to) && years.length < mostYears; year++)
    years.push(String(year).padStart(4, '0'))
  return years
}

/** "resolution", "Nghị quyết", "nghi quyet", "NQ". */
function typesOf(value: string, lexicon: Lexicon): string[] {
  const asked = fold(value.trim()).replace(/\s+/gu, ' ')
  const byId = documentTypeSchema.safeParse(asked)
  if (byId.success) return [byId.data]
  const rows = lexicon.documentTypes.rows.filter(
    ({ noun, code }) => fold(noun) === asked || (code !== null && fold(code) === asked),
  )
  return [...new Set(rows.map(({ type }) => type))]
}

/** "hoa-binh", "Hòa Bình", "tỉnh hoa binh", "TPHCM": ids of the provinces that are called so; none where nobody calls one so. */
export function provinceIds(asked: string, lexicon: Lexicon): string[] {
  const { periods, aliasRows } = lexicon.provinces
  const slug = slugOf(asked)
  const without = slug.replace(/^(?:tinh|thanh-pho|tp)-(?=.)/, '')
  for (const id of [slug, without]) if (periods.has(id)) return [id]
  const found = aliasRows.filter(({ alias }) => [slug, without].includes(slugOf(alias)))
  return slug === '' ? [] : [...new Set(found.map(({ provinceId }) => provinceId))]
}
