// The part of the OpenAPI description about crawl sources.
import { pageStates } from '../model/crawl.ts'

type AnswerName =
  | 'CrawlSource'
  | 'CrawlSources'
  | 'SiteOffer'
  | 'SourceProgress'
  | 'SourcePages'
  | 'SourcesImported'
  | 'Fetches'
type Answer = (name: AnswerName, description: string) => object
type Failures = (...statuses: Array<[status: number, description: string]>) => object
/** The body of a request, by the name of its schema. */
type Body = (name: 'SourceInput' | 'NewSource' | 'SourceChanges') => object

const foreign: [number, string] = [403, 'Sent by another web site.']
const busy: [number, string] = [503, 'Busy; try again.']
const notFound: [number, string] = [404, 'No such source.']
const mistaken: [number, string] = [400, 'Everything that is wrong with it.']

const id = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Of the source, such as "sgd-dienbien-edu-vn".',
  schema: { type: 'string' },
}
const query = (name: string, description: string, schema: object, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema,
})

/** Paths by address; `json` and `failures` describe answers, `body` what is sent. */
export function sourcePaths(json: Answer, failures: Failures, body: Body) {
  const one = (description: string) => ({ 200: json('CrawlSource', description) })
  const act = (summary: string, description: string) => ({
    post: {
      summary,
      parameters: [id],
      responses: {
        ...one(description),
        ...failures([400, 'Not possible, and why.'], foreign, notFound, busy),
      },
    },
  })
  return {
    '/api/sources': {
      get: {
        summary: 'Sites that are crawled, by name',
        responses: { 200: json('CrawlSources', 'All sources.'), ...failures(busy) },
      },
      post: {
        summary: 'Add a source; its first run begins at once',
        requestBody: body('NewSource'),
        responses: {
          201: json('CrawlSource', 'Kept.'),
          ...failures(mistaken, foreign, [413, 'Too large.'], busy),
        },
      },
    },
    '/api/sources/probe': {
      post: {
        summary: 'See what a site offers; nothing is kept. May take a minute',
        requestBody: body('SourceInput'),
        responses: {
          200: json('SiteOffer', 'Feeds, sitemaps, lists and articles of the site.'),
          ...failures(mistaken, foreign, [413, 'Too large.'], busy),
        },
      },
    },
    '/api/sources/export.tsv': {
      get: {
        summary: 'All sources as a table with tabs',
        responses: {
          200: {
            description: 'A row of names, then a row a source.',
            content: { 'text/tab-separated-values': { schema: { type: 'string' } } },
          },
          ...failures(busy),
        },
      },
    },
    '/api/sources/import': {
      post: {
        summary: 'Add the sources of a table as the export gives it',
        requestBody: {
          required: true,
          content: { 'text/tab-separated-values': { schema: { type: 'string' } } },
        },
        responses: {
          200: json('SourcesImported', 'What was added, and which rows were not and why.'),
          ...failures([400, 'It is no such table.'], foreign, [413, 'Too large.'], busy),
        },
      },
    },
    '/api/sources/{id}': {
      get: {
        summary: 'A source',
        parameters: [id],
        responses: { ...one('The source.'), ...failures(notFound, busy) },
      },
      patch: {
        summary: 'Change a source; what is not named stays',
        parameters: [id],
        requestBody: body('SourceChanges'),
        responses: {
          ...one('As it is now.'),
          ...failures(mistaken, foreign, notFound, [413, 'Too large.'], busy),
        },
      },
      delete: {
        summary: 'Remove a source; its documents and the evidence of fetches stay',
        parameters: [id],
        responses: { ...one('As it was.'), ...failures(foreign, notFound, busy) },
      },
    },
    '/api/sources/{id}/run': act('Run a source now', 'A run is under way.'),
    '/api/sources/{id}/pause': act('Pause a source', 'It does not run until it is resumed.'),
    '/api/sources/{id}/resume': act('Resume a source', 'It runs when it is due.'),
    '/api/sources/{id}/progress': {
      get: {
        summary: 'How a source gets on',
        parameters: [id],
        responses: { 200: json('SourceProgress', 'For now.'), ...failures(notFound, busy) },
      },
    },
    '/api/sources/{id}/pages': {
      get: {
        summary: 'Pages, feeds, sitemaps, lists and files of a source',
        parameters: [
          id,
          query('state', 'Only those in this state.', { type: 'string', enum: pageStates }),
          query('limit', 'Most of them.', { type: 'integer', minimum: 1, maximum: 500 }),
          query('cursor', '`next` of the page before.', { type: 'string' }),
        ],
        responses: {
          200: json('SourcePages', 'In an order that does not change.'),
          ...failures([400, 'What is wrong with the query.'], notFound, busy),
        },
      },
    },
    '/api/fetches': {
      get: {
        summary: 'Every fetch of an address, the latest first',
        parameters: [query('url', 'The address.', { type: 'string' }, true)],
        responses: {
          200: json('Fetches', 'The latest two hundred.'),
          ...failures([400, 'No address is named.'], busy),
        },
      },
    },
  }
}
