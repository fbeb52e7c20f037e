// Expressions of FTS5. Every word is quoted, so nothing in it is syntax.
import type { SearchTerm } from '../../ports/search.ts'
import type { Asked } from '../search/asked.ts'

/** What all wanted terms and none of the unwanted ones meet; null where none is wanted. */
export function matchExpression({ wanted, unwanted, isUnfinished }: Asked): string | null {
  if (wanted.length === 0) return null
  const all = allOf(wanted, isUnfinished)
  const none = anyOf(unwanted)
  return none === null ? all : `(${all}) NOT (${none})`
}

/** What any of the terms meets; null where there is none. */
export function anyOf(terms: readonly SearchTerm[]): string | null {
  return terms.length === 0 ? null : terms.map((term) => termExpression(term, false)).join(' OR ')
}

/** What has all that is wanted, and these two words beside each other. */
export const pairExpression = (asked: Asked, pair: readonly [string, string]): string =>
  `(${allOf(asked.wanted, asked.isUnfinished)}) AND "${pair.join(' ')}"`

const allOf = (terms: readonly SearchTerm[], isUnfinished: boolean): string =>
  terms
    .map((term, at) => `(${termExpression(term, isUnfinished && at === terms.length - 1)})`)
    .join(' AND ')

function termExpression({ alternatives, isInTitle }: SearchTerm, isUnfinished: boolean): string {
  const any = alternatives
    .map((phrases, which) =>
      phrases
        .map((phrase, place) =>
          phraseExpression({
            words: phrase.map(({ folded }) => folded),
            isBeginning: isUnfinished && which === 0 && place === phrases.length - 1,
          }),
        )
        .join(' AND '),
    )
    .map((all) => `(${all})`)
    .join(' OR ')
  return isInTitle ? `{title} : (${any})` : any
}

/** A phrase, of whose last word there may be only the beginning. */
export const phraseExpression = ({
  words,
  isBeginning,
}: {
  words: readonly string[]
  isBeginning: boolean
}): string => `"${words.join(' ')}"${isBeginning ? '*' : ''}`
