// The bodies that the API answers with, as zod schemas: the OpenAPI document is made of them, tests check answers by them.
import { z } from 'zod'
import type { App } from '../app/app.ts'
import { documentStateSchema, documentTypeSchema, jobKindSchema, recordSchema } from '../model.ts'
import type { SearchResult } from './search-query.ts'

const problem = z.object({ code: z.string(), message: z.string() })
export const errorBodySchema = z.object({ error: problem })

const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
const facet = z.array(z.object({ value: z.string(), count: z.int() }))

export const searchResultSchema = z.object({
  total: z.int(),
  hits: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      title: z.string().nullable(),
      publishedAt: z.string().nullable(),
      issuedOn: z.string().nullable(),
      documentType: documentTypeSchema,
      number: z.string().nullable(),
      provinces: z.array(z.object({ id: z.string(), name: z.string() })),
      officials: z.array(z.string()),
      highlights: z.array(z.object({ text: z.string(), marks: z.array(span) })),
    }),
  ),
  facets: z.object({ province: facet, official: facet, year: facet, type: facet }),
  next: z.string().nullable(),
}) satisfies z.ZodType<SearchResult>

export const documentBodySchema = z.object({
  id: z.string(),
  name: z.string(),
  names: z.array(z.string()).describe('Every file name the bytes were given, first one first.'),
  mediaType: z.string().nullable(),
  bytes: z.int(),
  state: documentStateSchema,
  nextJob: jobKindSchema.nullable(),
  attempts: z.int(),
  error: problem.nullable(),
  container: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('The archive or message it came in; null where it came by itself.'),
  members: z
    .array(z.object({ id: z.string(), name: z.string(), state: documentStateSchema }))
    .describe('The documents that came in it, with their names in there.'),
  receivedAt: z.string(),
  changedAt: z.string(),
  record: recordSchema.nullable().describe('Null until read, and where reading failed.'),
})
export type DocumentBody = z.infer<typeof documentBodySchema>

export const uploadBodySchema = z.object({
  ids: z.array(z.string()),
  documents: z.array(z.object({ id: z.string(), name: z.string(), isNew: z.boolean() })),
  refused: z.array(problem.extend({ name: z.string() })),
})

export const statusBodySchema = z.object({
  counts: z.object({ pending: z.int(), extracted: z.int(), partial: z.int(), failed: z.int() }),
  waiting: z.int().describe('Documents with a job waiting or running.'),
  queue: z
    .record(
      jobKindSchema,
      z.object({
        waiting: z.int(),
        running: z.int(),
        oldestAddedAt: z.number().nullable().describe('Milliseconds since 1970.'),
      }),
    )
    .nullable()
    .describe('Jobs in the queue by kind; null while it cannot be reached.'),
  failures: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      container: z.string().optional().describe('Name of the archive or message it came in.'),
      code: z.string(),
      message: z.string(),
    }),
  ),
}) satisfies z.ZodType<Awaited<ReturnType<App['status']>>>

export const healthBodySchema = z.object({ status: z.literal('ok') })
