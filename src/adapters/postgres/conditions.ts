// The conditions of a kept search in PostgreSQL: words as tsqueries, values of facets. Searches by people are answered otherwise: see
// search.ts.
import type { SearchCondition, SearchPhrase, SearchTerm } from '../../ports/search.ts'
import { numberStartOf } from '../../text/number-key.ts'
import type { Asked, Selection } from '../search/asked.ts'
import { facetText, isNamed, nameWords } from '../search/facets.ts'
import type { Value } from './database.ts'
import { indexedWord, tsqueryOf } from './words.ts'

/** Takes a value of a statement; gives how it is called there. */
export type TakeValue = (one: Value) => string

type WordTable = 'folded_words' | 'title_words'

/** What stands for one condition on words: any of these, of each all. */
type Alternatives = ReadonlyArray<readonly string[]>

/** The conditions that words and what was typed among them put on `i`, a row of `record_index`. */
export function wordConditions(asked: Asked, value: TakeValue): string[] {
  const { wanted, unwanted, isUnfinished, conditions } = asked
  const alternatives = wanted.map((term, at) =>
    alternativesOf(term, isUnfinished && at === wanted.length - 1),
  )
  const where: string[] = []
  for (const [table, isInTitle] of [
    ['folded_words', false],
    ['title_words', true],
  ] as const) {
    const all = alternatives.filter((_, at) => wanted[at]?.isInTitle === isInTitle)
    if (all.length > 0) where.push(`i.record IN (${recordsWith(table, all, value)})`)
  }
  for (const term of unwanted) {
    const table = term.isInTitle ? 'title_words' : 'folded_words'
    where.push(`i.record NOT IN (${recordsWith(table, [alternativesOf(term, false)], value)})`)
  }
  for (const condition of conditions) {
    const sql =
      condition.field === 'number' ? numberedOf(condition, value) : valuesOf(condition, value)
    where.push(condition.isExcluded ? `NOT (${sql})` : sql)
  }
  return where
}

/** Whether `i` has one of the values that were asked for: names by their words, others as they are. */
export function valuesOf(
  { field, values }: Pick<Selection, 'values'> & { field: string },
  value: TakeValue,
): string {
  if (!isNamed(field))
    return `i.facets && ${value(values.map((one) => facetText({ field, value: one })))}::text[]`
  const any = values.flatMap((name) => {
    const words = nameWords(name).map(indexedWord)
    if (words.length === 0) return []
    return field === 'official'
      ? [`SELECT record FROM record_official WHERE words @> ${value(words)}::text[]`]
      : [
          `SELECT record FROM record_body WHERE field = ${value(field)} AND words @> ${value(words)}::text[]`,
        ]
  })
  return any.length === 0 ? 'FALSE' : `i.record IN (${any.join(' UNION ALL ')})`
}

/** Whether the own number of `i` is one of these, or begins so. */
function numberedOf({ values }: SearchCondition, value: TakeValue): string {
  const any = values.flatMap((number) => {
    const key = numberStartOf(number)
    if (key === '') return []
    const isPart = /\p{N}$/u.test(key) ? `AND i.number !~ ${value(`^${key}[0-9]`)}` : ''
    return [`(i.number <> '' AND starts_with(i.number, ${value(key)}) ${isPart})`]
  })
  return any.length === 0 ? 'FALSE' : `(${any.join(' OR ')})`
}

/** The tsquery of all that is wanted, as far as it stands in one row. */
export const wantedQuery = ({ wanted, isUnfinished }: Asked): string =>
  queryOf(wanted.map((term, at) => alternativesOf(term, isUnfinished && at === wanted.length - 1)))

const phraseOf = (phrase: SearchPhrase, isUnfinished: boolean): string =>
  tsqueryOf(
    phrase.map(({ folded }) => folded),
    isUnfinished,
  )

function alternativesOf({ alternatives }: SearchTerm, isUnfinished: boolean): Alternatives {
  return alternatives.map((phrases, which) =>
    phrases.map((phrase, place) =>
      phraseOf(phrase, isUnfinished && which === 0 && place === phrases.length - 1),
    ),
  )
}

const queryOf = (terms: readonly Alternatives[]): string =>
  terms
    .map(
      (any) =>
        `(${any.map((phrases) => `(${phrases.map((p) => `(${p})`).join(' & ')})`).join(' | ')})`,
    )
    .join(' & ')

/** Selects the records, each once, that meet all of these: in their one row, or each phrase in any of their rows. */
function recordsWith(table: WordTable, terms: readonly Alternatives[], value: TakeValue): string {
  const all = queryOf(terms)
  const inParts = terms.map((any) =>
    any
      .map(
        (phrases) =>
          `(${phrases
            .map(
              (p) =>
                `SELECT record FROM ${table} WHERE NOT whole AND words @@ ${value(p)}::tsquery`,
            )
            .join(' INTERSECT ')})`,
      )
      .join(' UNION '),
  )
  return `SELECT record FROM ${table} WHERE whole AND words @@ ${value(all)}::tsquery
    UNION ALL (SELECT DISTINCT record FROM (${inParts.map((part) => `(${part})`).join(' INTERSECT ')}) AS part)`
}
