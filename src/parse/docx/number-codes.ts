// What the binary Word formats and RTF write as numbers (MSONFC and ixchFollow in [MS-DOC] and the RTF specification), by the
// names that numbering.xml has for it.
import type { Numbering } from './numbering.ts'

export type List = Numbering['lists'] extends ReadonlyMap<string, infer L> ? L : never
export type Definition = Numbering['definitions'] extends ReadonlyMap<string, infer D> ? D : never
export type Level = Definition['levels'] extends Map<number, infer L> ? L : never

/** Formats of numbers by their code: 2 is "lowerRoman". */
export const formats: ReadonlyMap<number, string> = new Map([
  [0, 'decimal'],
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [5, 'ordinal'],
  [18, 'decimalEnclosedCircle'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [26, 'decimalEnclosedFullstop'],
  [27, 'decimalEnclosedParen'],
  [57, 'numberInDash'],
  [255, 'none'],
])
/** What stands behind a number, by its code. */
export const suffixes = ['tab', 'space', 'nothing']
