// Facts in their own right: what records say, one by one, each with its document, its provinces and its words.
//
//   officials    a person in one position          directives   who is to do what, and until when
//   percentages  a share, and what it is a share of  citations  a document that is named    dates  a day or a period
import { z } from 'zod'
import {
  citationSchema,
  dateKindSchema,
  directiveKindSchema,
  documentTypeSchema,
  edtfSchema,
  percentageSchema,
} from '../model.ts'

export const factKinds = ['officials', 'directives', 'percentages', 'citations', 'dates'] as const
export const factKindSchema = z.enum(factKinds)
export type FactKind = z.infer<typeof factKindSchema>

const day = z.string().describe('ISO day.')

/** What of a fact stands in its own row. */
const own = {
  provinces: z
    .array(
      z.object({
        id: z.string().describe('As it was at the time of the document.'),
        current: z.string().describe("Today's."),
      }),
    )
    .describe(
      'Those it is of; of an official those of the position, of a directive those it is addressed to.',
    ),
  provincesFrom: z
    .enum(['item', 'document'])
    .describe('"document": its own words name none, these are those of the document.'),
  start: z.int().nonnegative().describe('UTF-16 index into the text of the record.'),
  end: z.int().nonnegative(),
  text: z.string().describe('Its words in the document, shortened where they are many.'),
  context: z.string().nullable().describe('Its words with those around them; null for directives.'),
}

/** What every fact tells of its document. */
const ofDocument = {
  document: z.string().describe('Id of the document.'),
  title: z.string().nullable().describe('Of the document.'),
  day: day.nullable().describe('Of the document: when it was published, else issued.'),
  documentType: documentTypeSchema,
  copies: z
    .int()
    .nonnegative()
    .describe('Copies and versions of the document that bear no other number.'),
  toldBy: z
    .string()
    .nullable()
    .describe(
      'Id of the copy or version whose facts are listed in place of these; null where these are listed.',
    ),
  link: z.string().describe('Address of the words: /d/ID#a=START-END.'),
}

const official = z.object({
  name: z.string(),
  person: z
    .string()
    .nullable()
    .describe('Address of the person: /people/…; null where the name has no letters.'),
  position: z.string().nullable().describe('Title of the position; null where none is told.'),
  organisation: z.string().nullable(),
  role: z.enum(['holder', 'acting', 'former']),
  ...own,
})
const directive = z.object({
  number: z.string().nullable(),
  kind: directiveKindSchema,
  issuer: z.string().nullable(),
  assignees: z.array(z.string()),
  deadline: edtfSchema.nullable(),
  deadlineFirst: day.nullable().describe('First day of the deadline; of a day the day itself.'),
  deadlineLast: day.nullable().describe('Last day of the deadline.'),
  ...own,
})
const percentage = z.object({
  value: z.number(),
  low: z
    .number()
    .nullable()
    .describe('The value is at least this; null where the words do not say.'),
  high: z.number().nullable(),
  comparator: percentageSchema.shape.comparator,
  unit: z.enum(['percent', 'points']),
  subject: z.string().nullable(),
  ratio: percentageSchema.shape.ratio,
  check: percentageSchema.shape.check.describe('Does the ratio give the percentage?'),
  change: percentageSchema.shape.change.unwrap().nullable(),
  ...own,
})
const citation = z.object({
  number: z.string().nullable(),
  type: documentTypeSchema.nullable(),
  issuer: z.string().nullable(),
  date: edtfSchema.nullable(),
  cited: z.string().nullable().describe('Title of the document that is named.'),
  relation: citationSchema.shape.relation,
  ...own,
})
const date = z.object({
  edtf: edtfSchema,
  first: day,
  last: day,
  kind: dateKindSchema,
  inferred: z.boolean(),
  ...own,
})

/** By kind: what is kept of a fact in its row. */
export type FactValues = {
  officials: z.infer<typeof official>
  directives: z.infer<typeof directive>
  percentages: z.infer<typeof percentage>
  citations: z.infer<typeof citation>
  dates: z.infer<typeof date>
}

const known = z
  .string()
  .nullable()
  .describe('Id of the document of this number in the archive; null where there is none.')

/** By kind: a fact as it is given out. */
export const factSchemas = {
  officials: official.extend(ofDocument),
  directives: directive.extend(ofDocument),
  percentages: percentage.extend(ofDocument),
  citations: citation.extend({ known, ...ofDocument }),
  dates: date.extend(ofDocument),
} satisfies Record<FactKind, z.ZodType>
export type Facts = { [K in FactKind]: z.infer<(typeof factSchemas)[K]> }
export type Fact = Facts[FactKind]

/** A fact as it is kept: its value, and what it is found by. */
export type FactRow = {
  [K in FactKind]: {
    kind: K
    value: FactValues[K]
    /** Minus its number among those of its kind in the record, so that what comes first is greatest. */
    place: number
    /** What rows are told together by: of an official the slug of the name, of a share its folded subject, of a citation its number. */
    key: string
    /** That in letters. */
    label: string
    /** Kind of a directive or date, check of a share, relation of a citation, role of an official. */
    sub: string
    /** Higher is shown first where checks are asked for: 2 disagrees, 1 agrees, 0 neither. */
    rank: number
    /** First and last day; '' where there is none. */
    first: string
    last: string
    /** Folded words: of its text and what is around it; of who or what it is about; of bodies. */
    words: string
    about: string
    bodies: string
  }
}[FactKind]

/** What all facts of a record tell of their document. */
export type FactDocument = {
  title: string | null
  number: string | null
  /** For comparing numbers; '' where it has none. */
  numberKey: string
  issuer: string | null
  /** First and last day of issue; '' where unknown. */
  first: string
  last: string
}
