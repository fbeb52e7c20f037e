// The records that meet a query in SQLite, put together from one set for each word or phrase: words come again and again in what is
// asked, whole queries do not, so that most sets are remembered (see record-sets.ts).
import type { SearchTerm } from '../../ports/search.ts'
import type { Asked } from '../search/asked.ts'
import { markedWords } from '../search/rank.ts'
import { phraseExpression } from './expression.ts'
import { both, either, type RecordSet, type RecordSets, without } from './record-sets.ts'

/** What has all wanted terms and none of the unwanted ones; null where none is wanted. */
export function matching(sets: RecordSets, asked: Asked): RecordSet | null {
  const all = withAll(sets, asked, false)
  const none = withAny(sets, asked.unwanted)
  return all && none ? without(all, none) : all
}

/** What has any of the terms; null where there is none. */
export function withAny(sets: RecordSets, terms: readonly SearchTerm[]): RecordSet | null {
  return terms.map((term) => withTerm(sets, term, false, term.isInTitle)).reduce(either, null)
}

/** What has all of it in the title; null where nothing is wanted. */
export const titled = (sets: RecordSets, asked: Asked): RecordSet | null =>
  withAll(sets, asked, true)

/** What has the words with the marks as typed; null where none was typed with marks. */
export function marked(sets: RecordSets, asked: Asked): RecordSet | null {
  return markedWords(asked)
    .map(({ key, isBeginning }) => sets.with('marked_words', `"${key}"${isBeginning ? '*' : ''}`))
    .reduce(both, null)
}

function withAll(
  sets: RecordSets,
  { wanted, isUnfinished }: Asked,
  inTitle: boolean,
): RecordSet | null {
  return wanted
    .map((term, at) =>
      withTerm(sets, term, isUnfinished && at === wanted.length - 1, inTitle || term.isInTitle),
    )
    .reduce(both, null)
}

function withTerm(
  sets: RecordSets,
  { alternatives }: SearchTerm,
  isUnfinished: boolean,
  inTitle: boolean,
): RecordSet | null {
  return alternatives
    .map((phrases, which) =>
      phrases
        .map((phrase, place) => {
          const isLast = isUnfinished && which === 0 && place === phrases.length - 1
          const words = phraseExpression(phrase, isLast)
          return sets.with('folded_words', inTitle ? `{title} : ${words}` : words)
        })
        .reduce(both, null),
    )
    .reduce(either, null)
}
