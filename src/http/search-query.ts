// The query string of a search, as the API and the page "/" read and write it:
//   q=hoi+nghi&province=dien-bien&year=2023 → { q: 'hoi nghi', province: 'dien-bien', year: '2023', limit: 20 }
import { z } from 'zod'
import type { App } from '../app/app.ts'
import { documentTypes } from '../model.ts'

export type SearchQuery = Parameters<App['search']>[0]
export type SearchResult = Awaited<ReturnType<App['search']>>

export const defaultLimit = 20
const words = (longest: number) => z.string().trim().max(longest)

/** What may be asked. Every field may be left out. */
export const searchQuerySchema = z.object({
  q: words(500).optional().describe('Words, with or without tone marks; all must occur.'),
  province: words(100)
    .optional()
    .describe(
      "Province id or name, old or today's; today's finds the documents of all it was formed from.",
    ),
  official: words(200).optional().describe('Name of an official, whole or in part.'),
  year: z
    .string()
    .regex(/^\d{4}$/, 'must be a year of four digits, such as 2023')
    .optional()
    .describe('Year of publication or issue.'),
  type: z
    .enum(documentTypes, `must be one of ${documentTypes.join(', ')}`)
    .optional()
    .describe('Document type.'),
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
  const raw: Record<string, string> = {}
  for (const [field, value] of params) {
    if (alsoAllowed.includes(field)) continue
    if (!fields.has(field))
      problems.push({ field, message: `unknown; known are ${[...fields].join(', ')}` })
    else if (Object.hasOwn(raw, field)) problems.push({ field, message: 'given twice' })
    else if (value.trim() !== '') raw[field] = value.trim()
  }
  const parsed = searchQuerySchema.safeParse(raw)
  for (const issue of parsed.error?.issues ?? [])
    problems.push({ field: issue.path.join('.'), message: issue.message })
  if (parsed.success && problems.length === 0) return { query: parsed.data, problems: [] }
  return { query: null, problems }
}

/** All problems as one sentence. */
export function sentenceOf(problems: readonly QueryProblem[]): string {
  return `The query cannot be read: ${problems.map((p) => `${p.field}: ${p.message}`).join('; ')}.`
}

/** The address of a search; `changes` replace fields, null removes one. A change of the search drops the cursor. */
export function searchHref(
  query: SearchQuery,
  changes: Partial<Record<keyof SearchQuery, string | null>>,
): string {
  const params = new URLSearchParams()
  for (const field of ['q', 'province', 'official', 'year', 'type', 'copies'] as const) {
    const value = field in changes ? changes[field] : query[field]
    if (value) params.set(field, value)
  }
  if (query.limit !== defaultLimit) params.set('limit', String(query.limit))
  if (changes.cursor) params.set('cursor', changes.cursor)
  const search = params.toString()
  return search ? `/?${search}` : '/'
}
