// What a search asks of an index of words: questions that are the same for every database, each answered by a set of records. Words
// come again and again in what is asked, whole queries do not: so answers can be remembered.
import type { Asked } from '../asked.ts'
import type { RecordSet } from './record-sets.ts'

/** Words are folded (those of `marked` are not), and those of one question stand one after the other. */
export type Question =
  /** Has these words; of the last one perhaps only the beginning. */
  | { in: 'text' | 'title' | 'marked'; words: readonly string[]; isBeginning: boolean }
  /** Is about a word, at least so much. */
  | { in: 'prominent'; word: string; level: number }
  /** Has all that is wanted, and these two words beside each other. */
  | { in: 'pair'; words: readonly [string, string]; asked: Asked }
  /** Has this key of a number for its own, or one that begins so: "16x2021" is no beginning of "16x20213". */
  | NumberQuestion

export type NumberQuestion = { in: 'number'; number: string; isBeginning: boolean }

export type Answer<Q = Question> = (question: Q) => RecordSet
