// What answers the questions of a search in PostgreSQL.
import type { SearchPhrase } from '../../ports/search.ts'
import type { Asked } from '../search/asked.ts'
import type { Question } from '../search/found/questions.ts'
import { prominentWord } from './record-index.ts'
import { tsqueryOf } from './words.ts'

/** Selects records, any of which may come more than once. */
export type Select = {
  /** The same for the same question. */
  key: string
  values: readonly string[]
  /** `p` are what values are called in the statement; `among` restricts `record`. */
  sql(p: readonly string[], among: string): string
}

export function selectOf(question: Question): Select {
  switch (question.in) {
    case 'text':
    case 'title':
    case 'marked': {
      const query = tsqueryOf(question.words, question.isBeginning)
      return inWords(question.in, query, query)
    }
    case 'pair': {
      const pair = tsqueryOf(question.words, false)
      // With all that is wanted besides, the server looks into fewer documents; the words of a long one are in several rows.
      return inWords('text', `${pair} & ${wantedQuery(question.asked)}`, pair)
    }
    case 'prominent':
      return {
        key: `prominent ${question.level} ${question.word}`,
        values: [prominentWord(question.word, question.level)],
        sql: ([word], among) =>
          `SELECT record FROM prominent_words WHERE words @> ARRAY[${word}::text] ${among}`,
      }
    case 'number': {
      const { number, isBeginning } = question
      const isCut = /\p{N}$/u.test(number)
      return {
        key: `number ${number} ${isBeginning}`,
        values: [number],
        sql: ([start], among) =>
          isBeginning
            ? `SELECT record FROM record_index WHERE number <> '' AND starts_with(number, ${start}::text)
               ${isCut ? `AND substr(number, length(${start}::text) + 1, 1) !~ '[0-9]'` : ''} ${among}`
            : `SELECT record FROM record_index WHERE number = ${start}::text AND number <> '' ${among}`,
      }
    }
  }
}

const tables = { text: 'folded_words', title: 'title_words', marked: 'marked_words' } as const

/** What meets `whole` where its words are in one row, and what meets `part` in one of several. */
const inWords = (where: keyof typeof tables, whole: string, part: string): Select => ({
  key: `${where} ${whole}`,
  values: [whole, part],
  sql: ([inOne, inSeveral], among) =>
    `SELECT record FROM ${tables[where]} WHERE whole AND words @@ ${inOne}::tsquery ${among}
     UNION ALL SELECT record FROM ${tables[where]} WHERE NOT whole AND words @@ ${inSeveral}::tsquery ${among}`,
})

/** The tsquery of all that is wanted, as far as it stands in one row. */
const wantedQuery = ({ wanted, isUnfinished }: Asked): string =>
  wanted
    .map(({ alternatives }, at) => {
      const isCut = isUnfinished && at === wanted.length - 1
      const any = alternatives.map((phrases, which) =>
        phrases
          .map((phrase, place) =>
            inBrackets(phraseOf(phrase, isCut && which === 0 && place === phrases.length - 1)),
          )
          .join(' & '),
      )
      return inBrackets(any.map(inBrackets).join(' | '))
    })
    .join(' & ')

const inBrackets = (query: string): string => `(${query})`

const phraseOf = (phrase: SearchPhrase, isUnfinished: boolean): string =>
  tsqueryOf(
    phrase.map(({ folded }) => folded),
    isUnfinished,
  )
