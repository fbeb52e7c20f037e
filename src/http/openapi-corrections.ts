// The part of the OpenAPI description about corrections.

type Answer = (name: 'Correction' | 'Corrections', description: string) => object
type Failures = (...statuses: Array<[status: number, description: string]>) => object

const notFound: [number, string] = [404, 'No such document.']

/** Paths by address; `json` and `failures` describe answers, `id` the parameter of a document, `input` a correction as it is sent. */
export const correctionPaths = (json: Answer, failures: Failures, id: object, input: object) => ({
  '/api/documents/{id}/corrections': listPath(json, failures, id, input),
  '/api/documents/{id}/corrections/{number}': withdrawPath(json, failures, id),
})

function listPath(json: Answer, failures: Failures, id: object, input: object) {
  return {
    get: {
      summary: 'What people said of the record, by number',
      parameters: [id],
      responses: {
        200: json('Corrections', 'All, those withdrawn among them.'),
        ...failures(notFound),
      },
    },
    post: {
      summary: 'Confirm, correct, reject or add an item of the record, or a field of the document',
      parameters: [id],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: input },
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

function withdrawPath(json: Answer, failures: Failures, id: object) {
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
      parameters: [id, number, who],
      responses: {
        200: json('Correction', 'The correction as it is now.'),
        ...failures([400, 'Nobody is named.'], [403, 'Sent by another web site.'], notFound),
      },
    },
  }
}
