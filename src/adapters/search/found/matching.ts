// The records that meet a query, put together from one set for each word or phrase.
import type { SearchTerm } from '../../../ports/search.ts'
import type { Asked } from '../asked.ts'
import { markedWords } from '../rank.ts'
import type { Answer } from './questions.ts'
import { both, either, type RecordSet, without } from './record-sets.ts'

/** What has all wanted terms and none of the unwanted ones; null where none is wanted. */
export function matching(answer: Answer, asked: Asked): RecordSet | null {
  const all = withAll(answer, asked, false)
  const none = withAny(answer, asked.unwanted)
  return all && none ? without(all, none) : all
}

/** What has any of the terms; null where there is none. */
export function withAny(answer: Answer, terms: readonly SearchTerm[]): RecordSet | null {
  return terms.map((term) => withTerm(answer, term, false, term.isInTitle)).reduce(either, null)
}

/** What has all of it in the title; null where nothing is wanted. */
export const titled = (answer: Answer, asked: Asked): RecordSet | null =>
  withAll(answer, asked, true)

/** What has the words with the marks as typed; null where none was typed with marks. */
export function marked(answer: Answer, asked: Asked): RecordSet | null {
  return markedWords(asked)
    .map(({ key, isBeginning }) => answer({ in: 'marked', words: [key], isBeginning }))
    .reduce(both, null)
}

function withAll(
  answer: Answer,
  { wanted, isUnfinished }: Asked,
  inTitle: boolean,
): RecordSet | null {
  return wanted
    .map((term, at) =>
      withTerm(answer, term, isUnfinished && at === wanted.length - 1, inTitle || term.isInTitle),
    )
    .reduce(both, null)
}

function withTerm(
  answer: Answer,
  { alternatives }: SearchTerm,
  isUnfinished: boolean,
  inTitle: boolean,
): RecordSet | null {
  return alternatives
    .map((phrases, which) =>
      phrases
        .map((phrase, place) =>
          answer({
            in: inTitle ? 'title' : 'text',
            words: phrase.map(({ folded }) => folded),
            isBeginning: isUnfinished && which === 0 && place === phrases.length - 1,
          }),
        )
        .reduce(both, null),
    )
    .reduce(either, null)
}
