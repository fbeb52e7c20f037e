// A correction: what a person said of one item of a record. It is kept apart from what was extracted and applied to it
// again after every extraction, so it names its target by the words that stand there, with those around them.
//
//   { item: 'date', action: 'correct', target: { value: '2032-03-21', quote: { start: 61, end: 71, text: 'Chiều 21/3', … } },
//     value: { edtf: '2023-03-21', kind: 'event', inferred: true }, who: 'Lan', at: '2026-03-01T08:00:00.000Z', … }
import { z } from 'zod'
import {
  citationSchema,
  dateKindSchema,
  directiveKindSchema,
  documentTypeSchema,
  edtfSchema,
  percentageSchema,
  provinceRoleSchema,
  type RecordField,
  recordFieldSchema,
  type VanthuRecord,
} from '../model.ts'

/** What can be corrected: an item of one of the lists of a record, or a field of the document itself. */
export const correctionItems = [
  'official',
  'province',
  'date',
  'percentage',
  'ratio',
  'directive',
  'citation',
  'field',
] as const
export const correctionItemSchema = z.enum(correctionItems)
export type CorrectionItem = z.infer<typeof correctionItemSchema>
/** An item that stands in the text. */
export type ListedItem = Exclude<CorrectionItem, 'field'>

/** confirm: it is right. correct: this is right instead. reject: it is none. add: this is there as well. */
export const correctionActions = ['confirm', 'correct', 'reject', 'add'] as const
export const correctionActionSchema = z.enum(correctionActions)
export type CorrectionAction = z.infer<typeof correctionActionSchema>

/** The list of a record that holds the items of a kind. */
export const listOf = {
  official: 'officials',
  province: 'provinces',
  date: 'dates',
  percentage: 'percentages',
  ratio: 'ratios',
  directive: 'directives',
  citation: 'citations',
} as const satisfies Record<ListedItem, keyof VanthuRecord>

// ---- values ----------------------------------------------------------------------------------------------------------

const longestText = 2_000
const text = z
  .string()
  .trim()
  .min(1, 'must not be blank')
  .max(longestText, `must be at most ${longestText} characters`)
const orNull = text.nullable().default(null)
const texts = z.array(text).max(100, 'must be at most 100')
const flag = z.boolean().default(false)

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether every part of an EDTF value is in the calendar, and an interval does not run backwards. */
function isInCalendar(edtf: string): boolean {
  const parts = edtf.split('/')
  const [from = '', to = from] = parts
  return (
    from.slice(0, to.length) <= to.slice(0, from.length) &&
    parts.every((part) => {
      const [year = 0, month = 1, day = 1] = part.split('-').map(Number)
      return month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month)
    })
  )
}

const edtf = edtfSchema.refine(
  isInCalendar,
  'must be a day, month, year or interval that the calendar has',
)

const positionValueSchema = z.strictObject({
  title: text,
  organisation: orNull,
  province: orNull,
  resolved: flag,
  evidence: z.string().optional(),
  former: flag,
  acting: flag,
})

/** What may be said of an item, by kind. Where it stands, and by which rule, is not said here. */
export const correctionValueSchemas = {
  official: z.strictObject({
    name: text,
    honorifics: texts.default([]),
    degrees: texts.default([]),
    positions: z.array(positionValueSchema).max(50, 'must be at most 50').default([]),
  }),
  province: z.strictObject({
    id: text,
    name: text,
    current: text,
    roles: z.array(provinceRoleSchema).min(1, 'must not be empty').default(['mention']),
  }),
  date: z.strictObject({ edtf, kind: dateKindSchema, inferred: flag }),
  percentage: z.strictObject({
    value: z.number(),
    comparator: percentageSchema.shape.comparator.default('='),
    points: flag,
    subject: orNull,
    province: orNull,
    ratio: z
      .strictObject({ numerator: z.number(), denominator: z.number().positive(), unit: orNull })
      .nullable()
      .default(null),
    change: percentageSchema.shape.change,
  }),
  ratio: z.strictObject({
    numerator: z.number().nonnegative(),
    denominator: z.number().positive(),
    unit: orNull,
  }),
  directive: z.strictObject({
    number: orNull,
    kind: directiveKindSchema,
    issuer: orNull,
    assignees: texts.default([]),
    deadline: edtf.nullable().default(null),
  }),
  citation: z.strictObject({
    number: orNull,
    type: documentTypeSchema.nullable().default(null),
    issuer: orNull,
    date: edtf.nullable().default(null),
    title: orNull,
    relation: citationSchema.shape.relation.default('mentions'),
  }),
} as const satisfies Record<ListedItem, z.ZodType>
export type CorrectionValue<K extends ListedItem> = z.infer<(typeof correctionValueSchemas)[K]>

const isoDay = z.union(
  [z.iso.date(), z.iso.datetime({ offset: true })],
  'must be a date such as 2023-02-09, or a date and time such as 2023-02-09T20:01:00+07:00',
)

/** What may be said of a field of the document; null where it has none. */
export const fieldValueSchemas = {
  title: text.nullable(),
  documentType: documentTypeSchema,
  number: text.nullable(),
  issuer: text.nullable(),
  issuedOn: edtf.nullable(),
  issuedAt: text.nullable(),
  signers: z.array(z.strictObject({ name: text, capacity: orNull, title: orNull })).max(50),
  publishedAt: isoDay.nullable(),
  bylines: z
    .array(z.strictObject({ name: text, kind: z.enum(['author', 'source', 'photo']) }))
    .max(50),
  language: z.string().regex(/^[a-z]{2,3}$/, 'must be a code of ISO 639, such as vi'),
  keywords: texts,
} as const satisfies Record<RecordField, z.ZodType>

// ---- the correction --------------------------------------------------------------------------------------------------

/** Most UTF-16 units kept of the words on each side of a quote. */
export const contextUnits = 32

export const quoteSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string().min(1),
  before: z.string(),
  after: z.string(),
})
/** Words of the text of a document, and up to `contextUnits` on each side: enough to find them when offsets have shifted. */
export type Quote = z.infer<typeof quoteSchema>

export const targetSchema = z.object({
  /** What told the item from others when it was corrected: name, province id, EDTF, number …; null for `add`. */
  value: z.string().nullable(),
  /** Where it stood; null for an official without a mention. */
  quote: quoteSchema.nullable(),
})
export type CorrectionTarget = z.infer<typeof targetSchema>

const whoSchema = text.max(100, 'must be at most 100 characters')
const common = {
  /** From 1 in each document, in the order in which they were made. */
  number: z.int().positive(),
  documentId: z.string().regex(/^[0-9a-f]{64}$/),
  who: whoSchema,
  /** ISO instant, UTC. */
  at: z.string(),
  /** Set where it was taken back; it is kept and no longer applied. */
  withdrawnAt: z.string().optional(),
  withdrawnBy: whoSchema.optional(),
}
const listed = <const K extends ListedItem>(item: K) =>
  z.object({
    ...common,
    item: z.literal(item),
    action: correctionActionSchema,
    target: targetSchema,
    /** Null for `reject`. Of a confirmed item it is the value that was confirmed. */
    value: z.nullable(correctionValueSchemas[item]),
  })
const ofField = z.object({
  ...common,
  item: z.literal('field'),
  action: z.enum(['confirm', 'correct']),
  target: recordFieldSchema,
  /** As the field has it in a record; null where the document has none. */
  value: z.unknown(),
})

export const correctionSchema = z
  .discriminatedUnion('item', [
    listed('official'),
    listed('province'),
    listed('date'),
    listed('percentage'),
    listed('ratio'),
    listed('directive'),
    listed('citation'),
    ofField,
  ])
  .superRefine((correction, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (correction.item === 'field') {
      const read = fieldValueSchemas[correction.target].safeParse(correction.value)
      for (const issue of read.error?.issues ?? [])
        context.addIssue({ code: 'custom', path: ['value', ...issue.path], message: issue.message })
      return
    }
    const { action, target, value } = correction
    if ((action === 'reject') !== (value === null))
      fault('value', action === 'reject' ? 'must be null for reject' : 'is missing')
    if ((action === 'add') !== (target.value === null))
      fault('target', action === 'add' ? 'must have no value for add' : 'must have a value')
    if (action === 'add' && !target.quote) fault('target', 'must quote the words for add')
  })
export type Correction = z.infer<typeof correctionSchema>
/** A correction of an item in the text, of any kind. */
export type ListedCorrection = Exclude<Correction, { item: 'field' }>
/** One that was not kept yet. */
export type NewCorrection = WithoutNumber<Correction>
type WithoutNumber<T> = T extends unknown ? Omit<T, 'number'> : never
