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
import { withTags } from './etag.ts'
import { factPaths } from './facts/openapi-facts.ts'
import {
  factPageSchemas,
  numberDetailsSchema,
  peopleBodySchema,
  personDetailsSchema,
} from './facts/schemas.ts'
import { correctionPaths } from './openapi-corrections.ts'
import { documentPaths } from './openapi-documents.ts'
import { groups, withGroups } from './openapi-groups.ts'
import { sourcePaths } from './openapi-sources.ts'
import { alteredHeader } from './original.ts'
import { savedPaths } from './saved/openapi-saved.ts'
import { newSavedSchema, savedInputSchema, savedListSchema, savedSchema } from './saved/schemas.ts'
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
  SavedSearch: savedSchema,
  SavedSearches: savedListSchema,
  NewSavedSearch: newSavedSchema,
  People: peopleBodySchema,
  PersonDetails: personDetailsSchema,
  NumberDetails: numberDetailsSchema,
}
/** What requests bring. */
const inputs = {
  SourceInput: sourceInputSchema,
  NewSource: newSourceSchema,
  SourceChanges: sourceChangesSchema,
  SavedInput: savedInputSchema,
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

let made: ReturnType<typeof makeDocument> | undefined
/** The description as an object, ready to be printed as JSON. It is made once and not to be changed. */
export function openApiDocument(): ReturnType<typeof makeDocument> {
  made ??= makeDocument()
  return made
}

function makeDocument() {
  const query = jsonSchemaOf(searchQuerySchema, 'input')
  const get = (summary: string, rest: object) => ({ get: { summary, ...rest } })
  const documents = documentPaths(json, failures, idParameter)
  const searchParameters = Object.entries(query.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }))
  return {
    openapi: '3.1.0',
    info: {
      title: 'vanthu',
      version: '1',
      description: 'Vietnamese reports and official documents as structured, searchable records.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security,
    tags: groups.map((name) => ({ name })),
    paths: withGroups(
      withTags(
        withRefusals(
          {
            '/api/search': get('Search documents', {
              parameters: searchParameters,
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
            ...correctionPaths(
              json,
              failures,
              idParameter,
              jsonSchemaOf(correctionInputSchema, 'input'),
            ),
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
            ...savedPaths(json, failures, body, searchParameters),
            '/api/openapi.json': get('This description', {
              responses: {
                200: {
                  description: 'OpenAPI 3.1.',
                  content: { 'application/json': { schema: { type: 'object' } } },
                },
              },
            }),
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
      ),
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
