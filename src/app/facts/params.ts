// What may be asked of facts, as the API, the pages and the command line take it: text by name, checked here.
//
//   readParams(factParams.directives, [['province', 'Điện Biên'], ['deadlineFrom', '2023-01-01']]) → { asked, problems: [] }
import { z } from 'zod'
import type { FactKind } from '../../model/facts.ts'
import { citationSchema, dateKindSchema, directiveKindSchema, documentTypes } from '../../model.ts'
import { numberKeyOf } from '../../text/number-key.ts'

export const mostFacts = 200
const words = (longest: number, what: string) =>
  z.string().trim().max(longest).optional().describe(what)
const day = (what: string) =>
  z.iso.date('must be a day such as 2023-03-21').optional().describe(what)
/** One of a list, said in the message as well. */
const oneOf = <T extends string>(values: readonly T[], what: string) =>
  z
    .enum(values as [T, ...T[]], `must be one of ${values.join(', ')}`)
    .optional()
    .describe(what)

const common = {
  q: words(500, 'Words of the fact or around it, with or without tone marks; all must occur.'),
  province: words(
    100,
    "Province id or name, old or today's; today's finds the facts of all it was formed from.",
  ),
  year: z
    .string()
    .regex(/^\d{4}$/, 'must be a year of four digits, such as 2023')
    .optional()
    .describe('Year of the document.'),
  from: day('First day the document may be of.'),
  to: day('Last day the document may be of.'),
  official: words(
    200,
    'Name of an official, whole or in part, that the fact or its document names.',
  ),
  organisation: words(200, 'Body or title of that official.'),
  type: oneOf(documentTypes, 'Document type.'),
  document: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the id of a document')
    .optional()
    .describe('Id of the document.'),
}

export const pageParams = {
  limit: z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, `must be 1 to ${mostFacts}`)
    .max(mostFacts, `must be 1 to ${mostFacts}`)
    .default(50)
    .describe(`Most facts on a page, 1 to ${mostFacts}.`),
  cursor: z.string().max(2000).optional().describe('`next` of the page before.'),
}

/** By kind: what facts may be asked for by. Every one may be left out. */
export const factFilters = {
  officials: z.object({
    ...common,
    role: oneOf(['holder', 'acting', 'former'], 'Whether the position was held.'),
  }),
  directives: z.object({
    ...common,
    deadlineFrom: day('First day the deadline may end on; directives without one are left out.'),
    deadlineTo: day('Last day the deadline may end on.'),
    issuer: words(200, 'Who ordered it.'),
    assignee: words(200, 'Who is to do it.'),
    kind: oneOf(directiveKindSchema.options, 'Kind of directive.'),
    order: oneOf(
      ['day', 'deadline', '-deadline'],
      'Newest documents first (default), the earliest, or the latest deadline first.',
    ),
  }),
  percentages: z.object({
    ...common,
    subject: words(500, 'Words of what it is a share of.'),
    check: oneOf(
      ['disagrees', 'agrees', 'none'],
      'Whether the ratio beside it gives the percentage; "none": no ratio.',
    ),
    order: oneOf(
      ['check', 'day'],
      'Checks that disagree first (default), or newest documents first.',
    ),
  }),
  citations: z.object({
    ...common,
    number: z
      .string()
      .trim()
      .refine((number) => numberKeyOf(number) !== '', 'must be the number of a document')
      .optional()
      .describe('Number of the document that is named, in any spelling.'),
    issuer: words(200, 'Who issued it.'),
    relation: oneOf(citationSchema.shape.relation.options, 'What is done with it.'),
    known: oneOf(['yes', 'no'], 'Whether the archive has a document of this number.'),
  }),
  dates: z.object({
    ...common,
    kind: oneOf(dateKindSchema.options, 'Kind of date.'),
    dateFrom: day('First day the date may touch.'),
    dateTo: day('Last day the date may touch.'),
  }),
} satisfies Record<FactKind, z.ZodObject>

/** The same with the page that is asked for. */
export const factParams = {
  officials: factFilters.officials.extend(pageParams),
  directives: factFilters.directives.extend(pageParams),
  percentages: factFilters.percentages.extend(pageParams),
  citations: factFilters.citations.extend(pageParams),
  dates: factFilters.dates.extend(pageParams),
} satisfies Record<FactKind, z.ZodObject>

export type AskedFacts<K extends FactKind = FactKind> = z.infer<(typeof factFilters)[K]>
export type FactParams<K extends FactKind = FactKind> = z.infer<(typeof factParams)[K]>

export type ParamProblem = { field: string; message: string }

/** Whether a field may be given several times. */
function takesSeveral(schema: z.ZodObject, field: string): boolean {
  const one = schema.shape[field]
  return one instanceof z.ZodOptional && one.unwrap() instanceof z.ZodArray
}

/** Reads named texts by a schema; tells every problem, not only the first. Empty values do not restrict. */
export function readParams<T extends z.ZodObject>(
  schema: T,
  params: Iterable<readonly [string, string]>,
  alsoAllowed: readonly string[] = [],
): { asked: z.infer<T> | null; problems: ParamProblem[] } {
  const fields = Object.keys(schema.shape)
  const problems: ParamProblem[] = []
  const raw = new Map<string, string | string[]>()
  for (const [field, value] of params) {
    if (alsoAllowed.includes(field)) continue
    if (!fields.includes(field))
      problems.push({
        field: field.slice(0, 40),
        message: `unknown; known are ${fields.join(', ')}`,
      })
    else if (takesSeveral(schema, field)) {
      const values = [raw.get(field) ?? []].flat()
      if (value.trim() !== '') raw.set(field, [...values, value.trim().toWellFormed()])
    } else if (raw.has(field)) problems.push({ field, message: 'given twice' })
    else if (value.trim() !== '') raw.set(field, value.trim().toWellFormed())
  }
  const parsed = schema.safeParse(Object.fromEntries(raw))
  for (const issue of parsed.error?.issues ?? [])
    problems.push({ field: String(issue.path[0] ?? ''), message: issue.message })
  return { asked: parsed.success && problems.length === 0 ? parsed.data : null, problems }
}

/** All problems as one sentence. */
export function sentenceOfProblems(problems: readonly ParamProblem[]): string {
  return `The query cannot be read: ${problems.map((p) => `${p.field}: ${p.message}`).join('; ')}.`
}
