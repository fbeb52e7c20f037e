// The part of the OpenAPI description about kept searches and feeds.
type Answer = (name: 'SavedSearch' | 'SavedSearches' | 'NewSavedSearch', text: string) => object
type Failures = (...statuses: Array<[status: number, description: string]>) => object
type Body = (name: 'SavedInput') => object

const foreign: [number, string] = [403, 'Sent by another web site.']
const busy: [number, string] = [503, 'Busy; try again.']
const notFound: [number, string] = [404, 'No such saved search.']

const id = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Of the saved search.',
  schema: { type: 'string' },
}
const feed = {
  200: {
    description:
      'Atom: the documents that match, the latest changed first; `limit` of them, 50 where none is given.',
    headers: {
      ETag: {
        description: 'To be sent as If-None-Match the next time.',
        schema: { type: 'string' },
      },
    },
    content: { 'application/atom+xml': { schema: { type: 'string' } } },
  },
  304: { description: 'Nothing changed.' },
}

/** Paths by address; `json` and `failures` describe answers, `body` what is sent, `parameters` are those of a search. */
export function savedPaths(
  json: Answer,
  failures: Failures,
  body: Body,
  parameters: ReadonlyArray<{ name: string }>,
) {
  return {
    '/api/saved': {
      get: {
        summary: 'Saved searches, by name',
        responses: { 200: json('SavedSearches', 'All of them.'), ...failures(busy) },
      },
      post: {
        summary: 'Save a search; with a webhook, new documents that match are told there',
        requestBody: body('SavedInput'),
        responses: {
          201: json('NewSavedSearch', 'Kept; the only answer with the secret.'),
          ...failures(
            [400, 'Everything that is wrong with it.'],
            foreign,
            [413, 'Too large.'],
            busy,
          ),
        },
      },
    },
    '/api/saved/{id}': {
      get: {
        summary: 'A saved search with its latest deliveries',
        parameters: [id],
        responses: { 200: json('SavedSearch', 'As it is now.'), ...failures(notFound, busy) },
      },
      delete: {
        summary: 'Remove a saved search with its deliveries',
        parameters: [id],
        responses: { 200: json('SavedSearch', 'As it was.'), ...failures(foreign, notFound, busy) },
      },
    },
    '/saved/{id}/feed': {
      get: {
        summary: 'Feed of a saved search',
        parameters: [id],
        responses: { ...feed, ...failures(notFound, busy) },
      },
    },
    '/feed': {
      get: {
        summary: 'Feed of a search',
        parameters: parameters.filter(({ name }) => name !== 'cursor'),
        responses: { ...feed, ...failures([400, 'All that is wrong with the query.'], busy) },
      },
    },
  }
}
