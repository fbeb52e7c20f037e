// The OpenAPI 3.1 description of the API, made of the same zod schemas that check queries and describe answers.
import { z } from 'zod'
import { correctionInputSchema } from '../app/corrections/input.ts'
import { correctionSchema } from '../model/correction.ts'
import { accountBodySchema } from './accounts/account-routes.ts'
import {
  accountPaths,
  security,
  securitySchemes,
  withRefusals,
} from './accounts/openapi-accounts.ts'
import {
  askedAgainSchema,
  correctionsBodySchema,
  documentBodySchema,
  documentPageSchema,
  errorBodySchema,
  forgottenSchema,
  healthBodySchema,
  searchResultSchema,
  statusBodySchema,
  uploadBodySchema,
} from './api-schemas.ts'
import { factPaths } from './facts/openapi-facts.ts'
import { factPageSchemas } from './facts/schemas.ts'
import { documentPaths } from './openapi-documents.ts'
import { sourcePaths } from './openapi-sources.ts'
import { alteredHeader } from './original.ts'
import { searchQuerySchema } from './search-query.ts'
import {
  fetchesBodySchema,
  importedSchema,
  newSourceSchema,
  offerSchema,
  sourceChangesSchema,
  sourceInputSchema,
  sourcePagesSchema,
  sourceProgressSchema,
  sourceSchema,
  sourcesBodySchema,
} from './source-schemas.ts'

const schemas = {
  Error: errorBodySchema,
  Account: accountBodySchema,
  SearchResult: searchResultSchema,
  Document: documentBodySchema,
  Correction: correctionSchema,
  Corrections: correctionsBodySchema,
  DocumentPage: documentPageSchema,
  AskedAgain: askedAgainSchema,
  Forgotten: forgottenSchema,
  Upload: uploadBodySchema,
  Status: statusBodySchema,
  Health: healthBodySchema,
  CrawlSource: sourceSchema,
  CrawlSources: sourcesBodySchema,
  SiteOffer: offerSchema,
  SourceProgress: sourceProgressSchema,
  SourcePages: sourcePagesSchema,
  SourcesImported: importedSchema,
  Fetches: fetchesBodySchema,
  OfficialFacts: factPageSchemas.officials,
  DirectiveFacts: factPageSchemas.directives,
  PercentageFacts: factPageSchemas.percentages,
  CitationFacts: factPageSchemas.citations,
  DateFacts: factPageSchemas.dates,
}
/** What requests bring. */
const inputs = {
  SourceInput: sourceInputSchema,
  NewSource: newSourceSchema,
  SourceChanges: sourceChangesSchema,
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}

const json = (name: keyof typeof schemas, description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
})
const failures = (...statuses: Array<[status: number, description: string]>) =>
  Object.fromEntries(statuses.map(([status, text]) => [String(status), json('Error', text)]))

const body = (name: keyof typeof inputs) => ({
  required: true,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
})

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'SHA-256 of the bytes, in lower-case hexadecimal digits.',
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
}
const notFound: [number, string] = [404, 'No such document.']

/** The description as an object, ready to be printed as JSON. */
export function openApiDocument() {
  const query = jsonSchemaOf(searchQuerySchema, 'input')
  const get = (summary: string, rest: object) => ({ get: { summary, ...rest } })
  const documents = documentPaths(json, failures, idParameter)
  return {
    openapi: '3.1.0',
    info: {
      title: 'vanthu',
      version: '1',
      description: 'Vietnamese reports and official documents as structured, searchable records.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security,
    paths: withRefusals(
      {
        '/api/search': get('Search documents', {
          parameters: Object.entries(query.properties ?? {}).map(([name, schema]) => ({
            name,
            in: 'query',
            required: false,
            schema,
          })),
          responses: {
            200: json('SearchResult', 'Hits, facets, and the cursor of the next page.'),
            ...failures([400, 'All that is wrong with the query.'], [503, 'Busy; try again.']),
          },
        }),
        '/api/documents': {
          get: documents.list,
          post: {
            summary: 'Upload documents',
            requestBody: {
              required: true,
              content: {
                'multipart/form-data': {
                  schema: {
                    type: 'object',
                    properties: {
                      file: { type: 'array', items: { type: 'string', format: 'binary' } },
                    },
                  },
                },
              },
            },
            responses: {
              200: json('Upload', 'Every file was in the archive already.'),
              201: json('Upload', 'Kept; each is read in the background.'),
              ...failures(
                [400, 'No file, or a damaged form.'],
                [403, 'Sent by another web site.'],
                [413, 'Too many bytes at once.'],
                [422, 'The file cannot be taken.'],
                [503, 'Busy; try again.'],
              ),
            },
          },
        },
        '/api/documents/{id}': {
          ...get('A document with its record and state', {
            parameters: [idParameter],
            responses: { 200: json('Document', 'The document.'), ...failures(notFound) },
          }),
          delete: documents.forget,
        },
        '/api/documents/{id}/retry': documents.retry,
        '/api/documents/{id}/reprocess': documents.reprocess,
        '/api/retry': documents.retryAll,
        '/api/reprocess': documents.reprocessAll,
        '/api/documents/{id}/corrections': correctionPaths(),
        '/api/documents/{id}/corrections/{number}': withdrawPath(),
        '/api/documents/{id}/original': get('The bytes as they came', {
          parameters: [idParameter],
          responses: {
            200: {
              description: 'The original, as an attachment.',
              headers: {
                [alteredHeader]: {
                  description:
                    '"altered" where the bytes no longer have the SHA-256 that they came with; absent otherwise.',
                  schema: { type: 'string', enum: ['altered'] },
                },
              },
              content: { '*/*': {} },
            },
            ...failures([422, 'The original is missing from the archive.']),
            ...failures(notFound),
          },
        }),
        ...accountPaths(json),
        ...sourcePaths(json, failures, body),
        ...factPaths(json, failures),
        '/api/status': get('Counts by state, and failures by name', {
          responses: { 200: json('Status', 'The state of the archive.') },
        }),
        '/healthz': get('Whether the process answers', {
          responses: { 200: json('Health', 'Yes.') },
        }),
        '/readyz': get('Whether the archive answers', {
          responses: { 200: json('Health', 'Yes.'), ...failures([503, 'Not now.']) },
        }),
        '/metrics': get('Counts for Prometheus', {
          responses: { 200: { description: 'Metrics.', content: { 'text/plain': {} } } },
        }),
      },
      json,
    ),
    components: {
      securitySchemes,
      schemas: Object.fromEntries([
        ...Object.entries(schemas).map(([name, schema]) => [name, jsonSchemaOf(schema)]),
        ...Object.entries(inputs).map(([name, schema]) => [name, jsonSchemaOf(schema, 'input')]),
      ]),
    },
  }
}

function correctionPaths() {
  return {
    get: {
      summary: 'What people said of the record, by number',
      parameters: [idParameter],
      responses: {
        200: json('Corrections', 'All, those withdrawn among them.'),
        ...failures(notFound),
      },
    },
    post: {
      summary: 'Confirm, correct, reject or add an item of the record, or a field of the document',
      parameters: [idParameter],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: jsonSchemaOf(correctionInputSchema, 'input') },
        },
      },
      responses: {
        201: json('Correction', 'Kept and applied.'),
        ...failures(
          [400, 'What is wrong with it, or that the item is not in the record.'],
          [403, 'Sent by another web site.'],
          notFound,
          [413, 'Too large.'],
          [503, 'Busy; try again.'],
        ),
      },
    },
  }
}

function withdrawPath() {
  const number = {
    name: 'number',
    in: 'path',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  }
  const who = { name: 'who', in: 'query', required: true, schema: { type: 'string' } }
  return {
    delete: {
      summary: 'Withdraw a correction; it is kept and no longer applied',
      parameters: [idParameter, number, who],
      responses: {
        200: json('Correction', 'The correction as it is now.'),
        ...failures([400, 'Nobody is named.'], [403, 'Sent by another web site.'], notFound),
      },
    },
  }
}
