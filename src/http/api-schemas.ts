// The bodies that the API answers with, as zod schemas: the OpenAPI document is made of them, tests check answers by them.
import { z } from 'zod'
import type { App } from '../app/app.ts'
import { correctionSchema } from '../model/correction.ts'
import {
  documentJobSchema,
  documentStateSchema,
  documentTypeSchema,
  jobKindSchema,
  recordSchema,
} from '../model.ts'
import type { Copy } from '../ports/search.ts'
import type { SearchResult } from './search-query.ts'

const stageSchema = z.enum([
  'to-parse',
  'parsing',
  'to-extract',
  'extracting',
  'extracted',
  'partial',
  'failed',
])
const problem = z.object({ code: z.string(), message: z.string() })
export const errorBodySchema = z.object({ error: problem })

const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
const facet = z.array(z.object({ value: z.string(), count: z.int() }))

const copy = z.object({
  id: z.string(),
  name: z.string(),
  receivedAt: z.string(),
  relation: z
    .enum(['copy', 'newer-version', 'older-version'])
    .describe('Whether it came from the same place, later or not; "copy": from elsewhere.'),
}) satisfies z.ZodType<Copy>

export const searchResultSchema = z.object({
  total: z
    .int()
    .describe(
      'Hits on all pages: documents that are copies or versions of each other are one hit, unless asked for with copies=all. Pages behind the first tell of what was there when it was asked for.',
    ),
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
      copies: z
        .array(copy)
        .describe('Copies and other versions, whether they match or not; the first twenty.'),
      copyCounts: z
        .object({ all: z.int(), matching: z.int() })
        .describe('All of them, and those that match and are no hits because this one is.'),
    }),
  ),
  facets: z
    .object({
      province: facet,
      provinceThen: facet,
      official: facet,
      org: facet,
      type: facet,
      issuer: facet,
      year: facet,
      schoolYear: facet,
      source: facet,
      language: facet,
      state: facet,
    })
    .describe(
      'Hits by value, the most frequent fifty: a hit counts where any of its matching copies has the value. What was chosen of a facet does not restrict its own counts.',
    ),
  next: z.string().nullable(),
  suggestion: z
    .string()
    .nullable()
    .describe('Another query, with words of the archive, where next to nothing was found.'),
  cutTo: z.string().nullable().describe('What was looked for, where the query was too long.'),
}) satisfies z.ZodType<SearchResult>

/** What is kept of a document in its row. */
const row = {
  id: z.string(),
  name: z.string(),
  mediaType: z.string().nullable(),
  bytes: z.int(),
  state: documentStateSchema,
  nextJob: documentJobSchema.nullable(),
  attempts: z.int().describe('Starts of the next job that did not end well.'),
  error: problem.nullable(),
  holder: z.string().nullable().describe('The process that works on it.'),
  quarantinedAt: z
    .string()
    .nullable()
    .describe('Since when it is kept apart because its jobs took processes down.'),
  stateSince: z.string().describe('Since when it waits, or when it ended.'),
  receivedAt: z.string(),
  changedAt: z.string(),
}

const source = z.object({
  name: z.string(),
  place: z
    .string()
    .nullable()
    .describe('Path within the inbox, URL, or name of an upload; null inside another document.'),
  tags: z.array(z.string()),
  charset: z.string().optional().describe('What the HTTP header that came with it named.'),
  receivedAt: z.string(),
  lastAt: z.string().describe('When these bytes came from there last.'),
})

const pageLink = z.object({
  url: z.string(),
  title: z.string().describe('What a link called it.'),
  documentId: z.string().nullable().describe('The document that came from there last.'),
})

export const documentBodySchema = z.object({
  ...row,
  names: z.array(z.string()).describe('Every file name the bytes were given, first one first.'),
  sources: z.array(source).describe('Where they came from, first one first.'),
  tags: z.array(z.string()).describe('Names of the folders they lay in.'),
  versions: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        state: documentStateSchema,
        lastAt: z.string(),
      }),
    )
    .describe(
      'What came from the same places, itself included, oldest first; empty where it is the only one.',
    ),
  links: z
    .object({ offeredBy: z.array(pageLink), files: z.array(pageLink) })
    .describe('Pages of crawled sites that give it along, and files that it gives.'),
  copies: z
    .array(copy)
    .describe(
      'Documents that are nearly the same, or other versions of it that are alike; the first hundred.',
    ),
  copyCount: z.int().describe('How many there are.'),
  container: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('The archive or message it came in; null where it came by itself.'),
  members: z
    .array(z.object({ id: z.string(), name: z.string(), state: documentStateSchema }))
    .describe('The documents that came in it, with their names in there.'),
  record: recordSchema
    .nullable()
    .describe('With the corrections. Null until read, and where reading failed.'),
  corrections: z.array(correctionSchema).describe('By number, those withdrawn among them.'),
})
export type DocumentBody = z.infer<typeof documentBodySchema>

export const correctionsBodySchema = z.object({ corrections: z.array(correctionSchema) })

const documentLineSchema = z.object({
  ...row,
  container: z.object({ id: z.string(), types: z.array(z.string()) }).nullable(),
  stage: stageSchema,
  advice: z
    .object({ vi: z.string(), en: z.string() })
    .nullable()
    .describe('What to do, where something went wrong.'),
})

export const documentPageSchema = z.object({
  documents: z.array(documentLineSchema),
  next: z.string().nullable(),
}) satisfies z.ZodType<Awaited<ReturnType<App['documentsIn']>>>

export const askedAgainSchema = z.object({ ids: z.array(z.string()) })
export const forgottenSchema = z.object({
  documents: z.array(z.object({ id: z.string(), name: z.string() })),
}) satisfies z.ZodType<Awaited<ReturnType<App['forget']>>>

export const uploadBodySchema = z.object({
  ids: z.array(z.string()),
  documents: z.array(z.object({ id: z.string(), name: z.string(), isNew: z.boolean() })),
  refused: z.array(problem.extend({ name: z.string() })),
})

export const statusBodySchema = z.object({
  notices: z
    .array(
      z.object({
        process: z.string(),
        code: z.string(),
        message: z.string(),
        since: z.string(),
      }),
    )
    .describe('What people should know: an inbox that is away, a disk that is full. Oldest first.'),
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
  running: z.array(documentLineSchema).describe('Documents with a job under way.'),
  quarantined: z
    .array(documentLineSchema)
    .describe('Documents kept apart because their jobs took processes down.'),
  hindered: z.array(documentLineSchema).describe('Documents that wait after something went wrong.'),
  oldest: z
    .object({ id: z.string(), name: z.string(), since: z.string() })
    .nullable()
    .describe('The document that has waited longest.'),
  pace: z
    .object({
      ended: z.int(),
      perMinute: z.number().nullable(),
      secondsLeft: z.number().nullable().describe('Until nothing waits any more.'),
    })
    .describe('How fast documents ended in the last ten minutes.'),
  failures: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      container: z.string().optional().describe('Name of the archive or message it came in.'),
      attempts: z.int(),
      code: z.string(),
      message: z.string(),
    }),
  ),
  forgotten: z
    .array(z.object({ id: z.string(), name: z.string(), at: z.string() }))
    .describe('The latest that were forgotten.'),
}) satisfies z.ZodType<Awaited<ReturnType<App['status']>>>

export const healthBodySchema = z.object({ status: z.literal('ok') })
