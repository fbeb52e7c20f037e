// The query string of a search, as the API and the page "/" read and write it:
//   q=hoi+nghi&province=dien-bien&year=2023 → { q: 'hoi nghi', province: 'dien-bien', year: '2023', limit: 20 }
import { z } from 'zod'
import type { App } from '../app/app.ts'
import { documentTypes } from '../model.ts'

export type SearchQuery = Parameters<App['search']>[0]
export type SearchResult = Awaited<ReturnType<App['search']>>

export const defaultLimit = 20
/** A longer query is cut by the search, which says so; this is what no browser sends. */
const longestQuery = 20_000
/** Most values of one facet that may be chosen at once. */
const mostValues = 50

const words = (longest: number) => z.string().trim().max(longest)
/** Values of a facet, each given as a parameter of its own; any of them will do. */
const anyOf = <T extends z.ZodType>(one: T, description: string) =>
  z
    .array(one)
    .max(mostValues, `must be given at most ${mostValues} times`)
    .optional()
    .describe(`${description} May be given several times: any of the values will do.`)

/** What may be asked. Every field may be left out. */
export const searchQuerySchema = z.object({
  q: words(longestQuery)
    .optional()
    .describe(
      'Words, "phrases", -exclusions and fields (title: official: org: province: year: type: number: issuer:), with or without tone marks; all must be met. Never an error: what is no operator is a word. What is too long is cut (`cutTo`).',
    ),
  province: anyOf(
    words(100),
    "Province id or name, old or today's; today's finds the documents of all it was formed from.",
  ),
  provinceThen: anyOf(words(100), "Province id or name, as it was at the document's time."),
  official: anyOf(words(600), 'Name of an official, whole or in part.'),
  org: anyOf(
    words(600),
    'Name of an organisation that people of the document belong to, whole or in part.',
  ),
  type: anyOf(
    z.enum(documentTypes, `must be one of ${documentTypes.join(', ')}`),
    'Document type.',
  ),
  issuer: anyOf(words(600), 'Name of whoever issued the document, whole or in part.'),
  year: anyOf(
    z.string().regex(/^\d{4}$/, 'must be a year of four digits, such as 2023'),
    'Year of publication or issue.',
  ),
  schoolYear: anyOf(
    z.string().regex(/^\d{4}-\d{4}$/, 'must be a school year such as 2022-2023'),
    'School year, September to August, by the day of publication, else of issue.',
  ),
  source: anyOf(words(600), 'Crawl source, folder of an inbox, or "upload".'),
  language: anyOf(words(20), 'Language, such as vi.'),
  state: anyOf(
    z.enum(['extracted', 'partial'], 'must be extracted or partial'),
    'Whether all of the document could be read, or only a part.',
  ),
  copies: z
    .literal('all', 'must be all, or be left out')
    .optional()
    .describe('"all": copies and versions of one document are hits of their own.'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(defaultLimit)
    .describe('Most hits on a page, 1 to 100.'),
  cursor: z.string().max(2000).optional().describe('`next` of the page before.'),
})

/** The fields that may have several values. */
export const severalFields = [
  'province',
  'provinceThen',
  'official',
  'org',
  'year',
  'schoolYear',
  'type',
  'issuer',
  'source',
  'language',
  'state',
] as const
export type SeveralField = (typeof severalFields)[number]
const isSeveral = (field: string): field is SeveralField =>
  (severalFields as readonly string[]).includes(field)

export type QueryProblem = { field: string; message: string }
export type QueryReading =
  | { query: SearchQuery; problems: [] }
  | { query: null; problems: QueryProblem[] }

const fields = new Set(Object.keys(searchQuerySchema.shape))

/** Reads a query string; tells every problem, not only the first. Empty values do not restrict. */
export function readSearchQuery(
  params: URLSearchParams,
  alsoAllowed: readonly string[] = [],
): QueryReading {
  const problems: QueryProblem[] = []
  const raw: Record<string, string | string[]> = {}
  for (const field of new Set(params.keys())) {
    if (alsoAllowed.includes(field)) continue
    const values = params.getAll(field)
    if (!fields.has(field))
      problems.push({ field, message: `unknown; known are ${[...fields].join(', ')}` })
    else if (values.length > 1 && !isSeveral(field))
      problems.push({ field, message: 'given twice' })
    else {
      const given = [...new Set(values.map((value) => value.trim()).filter(Boolean))]
      if (given.length > 0) raw[field] = isSeveral(field) ? given : (given[0] ?? '')
    }
  }
  const parsed = searchQuerySchema.safeParse(raw)
  const told = new Set<string>()
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0])
    if (told.has(`${field} ${issue.message}`)) continue
    told.add(`${field} ${issue.message}`)
    problems.push({ field, message: issue.message })
  }
  if (parsed.success && problems.length === 0) return { query: parsed.data, problems: [] }
  return { query: null, problems }
}

/** All problems as one sentence. */
export function sentenceOf(problems: readonly QueryProblem[]): string {
  return `The query cannot be read: ${problems.map((p) => `${p.field}: ${p.message}`).join('; ')}.`
}

/** What is changed of a search; null removes a field. */
export type QueryChanges = Partial<Record<keyof SearchQuery, string | readonly string[] | null>>

/** The address of a search with changes. A change of the search drops the cursor. */
export function searchHref(query: SearchQuery, changes: QueryChanges): string {
  const params = new URLSearchParams()
  for (const field of ['q', ...severalFields, 'copies'] as const) {
    const value = field in changes ? changes[field] : query[field]
    for (const one of typeof value === 'string' ? [value] : (value ?? []))
      if (one) params.append(field, one)
  }
  if (query.limit !== defaultLimit) params.set('limit', String(query.limit))
  if (typeof changes.cursor === 'string') params.set('cursor', changes.cursor)
  const search = params.toString()
  return search ? `/?${search}` : '/'
}

/** The values that a search asks for of a field. */
export function valuesOf(query: SearchQuery, field: SeveralField): readonly string[] {
  const given = query[field]
  return typeof given === 'string' ? [given] : (given ?? [])
}
