// What each dictionary file may hold: one zod schema a file, whose keys are the columns in order. A cell arrives as the
// text in the spreadsheet and leaves as the value in the Lexicon:
//
//   current: "ha-noi; phu-tho" → ['ha-noi', 'phu-tho']      from: "1975-12" → '1975-12-01'      seat: "" → null
import { z } from 'zod'
import { comparatorSchema, directiveKindSchema, documentTypeSchema } from '../model.ts'

const text = z.string().min(1, 'must not be blank')
const optional = z.string().transform((cell) => (cell === '' ? null : cell))
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id like "dien-bien"')
const number = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,2}$/, `must be a whole number from ${low} to ${high}`)
    .transform(Number)
    .pipe(z.number().min(low, `is below ${low}`).max(high, `is above ${high}`))
const oneOf = <const T extends readonly string[]>(...values: T) =>
  z.enum(values, { error: `must be one of: ${values.join(', ')}` })

/** Several values separated by "; ". A blank cell is none. */
const list = z.string().transform((cell, context) => {
  if (cell === '') return []
  const values = cell.split(';').map((value) => value.trim())
  if (values.includes('')) context.addIssue('has an empty value between semicolons')
  if (new Set(values).size < values.length) context.addIssue('names a value twice')
  return values
})

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** An ISO day; a year or month alone stands for its first or its last day. Blank is open-ended. */
const day = (edge: 'first' | 'last') =>
  z.string().transform((cell, context) => {
    if (cell === '') return null
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(cell)
    const year = Number(match?.[1])
    const month = Number(match?.[2] ?? (edge === 'first' ? 1 : 12))
    const longest = match && month >= 1 && month <= 12 ? lastDay(year, month) : 0
    const date = Number(match?.[3] ?? (edge === 'first' ? 1 : longest))
    if (date < 1 || date > longest) {
      context.addIssue('must be a date like 2025-07-01, 1975-12 or 1976')
      return null
    }
    return `${match?.[1]}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  })
const from = day('first')
const to = day('last')

/** The schema of every file, by file name without ".tsv". Key order is column order. */
export const schemas = {
  provinces: z.strictObject({
    id: slug,
    name: text,
    kind: oneOf('tỉnh', 'thành phố'),
    code: z
      .string()
      .regex(/^(\d\d)?$/, 'must be two digits or blank')
      .pipe(optional),
    from,
    to,
    current: list.refine((ids) => ids.length > 0, 'must not be blank'),
    'formed-from': list,
    seat: optional,
    note: optional,
  }),
  'province-aliases': z.strictObject({
    province: slug,
    alias: text,
    use: oneOf('name', 'marked', 'nickname'),
  }),
  'province-traps': z.strictObject({
    phrase: text,
    kind: oneOf('longer-name', 'before', 'harmless'),
  }),
  'province-tiles': z.strictObject({
    map: oneOf('63', '34'),
    province: slug,
    also: list,
    short: text,
    row: number(1, 22),
    column: number(1, 7),
  }),
  titles: z.strictObject({
    title: text,
    abbreviations: list,
    level: number(0, 9),
    rank: number(1, 5),
    organisation: optional,
    base: optional,
  }),
  'name-traps': z.strictObject({ phrase: text, kind: oneOf('field', 'outside', 'place') }),
  surnames: z.strictObject({
    name: text,
    groups: list,
    ambiguous: z
      .enum(['', 'yes'], { error: 'must be yes or blank' })
      .transform((cell) => cell === 'yes'),
  }),
  honorifics: z.strictObject({
    form: text,
    gender: z
      .enum(['', 'm', 'f'], { error: 'must be m, f or blank' })
      .transform((cell) => (cell === '' ? null : cell)),
    class: oneOf('person', 'list', 'profession', 'religious', 'exclusion'),
  }),
  degrees: z.strictObject({
    form: text,
    expansion: text,
    kind: oneOf('academic', 'degree', 'profession', 'state-title', 'rank', 'eponym'),
  }),
  'organisation-heads': z.strictObject({ word: text, head: optional, deputy: optional }),
  organisations: z.strictObject({ name: text, codes: list, class: text, from, to }),
  abbreviations: z.strictObject({
    abbreviation: text,
    expansions: list.refine((values) => values.length > 0, 'must not be blank'),
  }),
  'document-types': z.strictObject({
    noun: text,
    code: optional,
    type: documentTypeSchema,
    scheme: oneOf('administrative', 'legal', 'party', 'copy'),
  }),
  'issuer-codes': z.strictObject({ code: text, body: text, class: text, from, to }),
  'drafting-units': z.strictObject({ code: text }),
  'reporting-verbs': z.strictObject({ verb: text }),
  'directive-verbs': z.strictObject({ verb: text, role: oneOf('verb', 'pre-verb') }),
  'directive-introducers': z.strictObject({ phrase: text, kind: directiveKindSchema }),
  'stop-phrases': z.strictObject({
    phrase: text,
    kind: oneOf('official', 'directive-section', 'date', 'ratio'),
  }),
  chrome: z.strictObject({
    text,
    match: oneOf('line', 'prefix', 'contains'),
    anchor: oneOf('tail', 'line'),
  }),
  'site-words': z.strictObject({
    phrase: text,
    kind: oneOf(
      'not-found',
      'error',
      'maintenance',
      'login',
      'search',
      'calendar',
      'print',
      'sort',
      'next',
      'attachment',
      'more',
      'menu',
      'about',
      'feed',
    ),
  }),
  'caption-openers': z.strictObject({ phrase: text }),
  'byline-forms': z.strictObject({
    phrase: text,
    kind: oneOf('author', 'source', 'photo', 'author and photo'),
  }),
  comparators: z.strictObject({
    phrase: text,
    comparator: comparatorSchema,
    place: oneOf('before', 'after'),
  }),
  'unit-nouns': z.strictObject({ noun: text }),
  'share-words': z.strictObject({
    phrase: text,
    role: oneOf(
      'verb',
      'having',
      'acting',
      'lead',
      'modal',
      'finite',
      'link',
      'with',
      'adverbial',
      'time',
      'base',
      'rate',
      'head',
      'unit',
      'act',
      'degree',
      'grade',
      'level',
      'this',
      'plain',
    ),
  }),
  'subject-words': z.strictObject({
    phrase: z.string().regex(/^\p{L}+( \p{L}+)*$/u, 'must be words without marks'),
    role: oneOf(
      'pronoun',
      'noun',
      'bare',
      'opener',
      'doing',
      'doer',
      'done',
      'effort',
      'settling',
      'dangling',
      'ending',
      'growing',
      'graded',
      'grade',
      'graded-noun',
      'happening',
    ),
  }),
  holidays: z.strictObject({
    day: number(1, 31),
    month: number(1, 12),
    name: text,
    calendar: oneOf('solar', 'lunar'),
  }),
  'document-type-examples': z.strictObject({ type: documentTypeSchema, text }),
} as const

export type DictionaryName = keyof typeof schemas

/** The rows of every file, each with its line. */
export type Dictionaries = {
  [K in DictionaryName]: { line: number; row: z.output<(typeof schemas)[K]> }[]
}

/** The names of all dictionaries, without ".tsv". */
export const dictionaryNames = Object.keys(schemas) as DictionaryName[]

/** Dictionaries that no record is made with: one that changes is no reason to read documents again. */
export const besideRecords: readonly DictionaryName[] = ['province-tiles', 'site-words']

/** The columns of a dictionary in order. */
export const columnsOf = (name: DictionaryName): string[] => Object.keys(schemas[name].shape)
