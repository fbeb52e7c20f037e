// The part of the OpenAPI description about listing documents and doing something to them.
import { documentErrorCodes, documentStates } from '../model.ts'

type Answer = (name: 'DocumentPage' | 'AskedAgain' | 'Forgotten', description: string) => object
type Failures = (...statuses: Array<[status: number, description: string]>) => object

const query = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})
const foreign: [number, string] = [403, 'Sent by another web site.']
const busy: [number, string] = [503, 'Busy; try again.']

/** Paths by address; `json` and `failures` describe answers, `id` the parameter of a document. */
export function documentPaths(json: Answer, failures: Failures, id: object) {
  const again = {
    200: json('AskedAgain', 'They wait to be read again; records stay until they are replaced.'),
  }
  const post = (summary: string, parameters: object[], ...more: Array<[number, string]>) => ({
    post: {
      summary,
      parameters,
      responses: { ...again, ...failures([400, 'Not possible, and why.'], foreign, ...more, busy) },
    },
  })
  const notFound: [number, string] = [404, 'No such document.']
  return {
    list: {
      summary: 'Documents in one state, with stage, attempts, last error and advice',
      parameters: [
        query('state', 'Default: failed.', { type: 'string', enum: documentStates }),
        query('code', 'Only failures of this code.', { type: 'string', enum: documentErrorCodes }),
        query('limit', 'Most documents on a page.', { type: 'integer', minimum: 1, maximum: 500 }),
        query('cursor', '`next` of the page before.'),
      ],
      responses: {
        200: json('DocumentPage', 'What waits from the oldest on, what ended from the latest on.'),
        ...failures([400, 'What is wrong with the query.'], busy),
      },
    },
    forget: {
      summary: 'Forget a document: its bytes and all that was read of it are removed',
      parameters: [
        id,
        query('withMembers', 'Forgets what came only in it, too.', { type: 'boolean' }),
      ],
      responses: {
        200: json('Forgotten', 'What was removed.'),
        ...failures([400, 'It holds others that came only in it.'], foreign, notFound, busy),
      },
    },
    retry: post('Try a document again that could not be read', [id], notFound),
    reprocess: post('Read a document again', [id], notFound),
    retryAll: post('Try all documents again that could not be read', [
      query('code', 'Only failures of this code.', { type: 'string', enum: documentErrorCodes }),
    ]),
    reprocessAll: post('Read documents again', [
      {
        ...query('which', 'Those made by another version of parser, extractor or lexicon, or all.'),
        required: true,
        schema: { type: 'string', enum: ['stale', 'all'] },
      },
    ]),
  }
}
