// Expressions of FTS5. Every word is quoted, so nothing in it is syntax.
import type { SearchTerm } from '../../ports/search.ts'
import type { Asked } from '../search/asked.ts'

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
