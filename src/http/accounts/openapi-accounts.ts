// The part of the OpenAPI description about who may: tokens, and what every address answers to who may not.

type Answer = (name: 'Account' | 'Error', description: string) => object

/** Paths by address; `json` describes answers. */
export function accountPaths(json: Answer) {
  return {
    '/api/account': {
      get: {
        summary: 'Who the token belongs to, and what it may do',
        responses: { 200: json('Account', 'As it is now.') },
      },
    },
  }
}

export const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'vt_…',
    description:
      'Made on the page /account or by "vanthu account token add". Needed where others than its own machine reach the server.',
  },
}

/** A token, or none where the server is open to its own machine. */
export const security = [{ token: [] }, {}]

const open = new Set(['/healthz', '/readyz'])
const operations = ['get', 'post', 'put', 'patch', 'delete']

/** The paths, each with what it answers where there are accounts and the asker may not. */
export function withRefusals<Paths extends Record<string, object>>(
  paths: Paths,
  json: Answer,
): Paths {
  const refusals = {
    400: json('Error', 'What is wrong with it, such as a parameter that is none of these.'),
    401: json('Error', 'Nobody is logged in, or the token is none any more.'),
    403: json('Error', 'The role or the token is not enough, or another web site sent it.'),
    429: json('Error', 'Too many requests in a minute; Retry-After says when to go on.'),
  }
  const refusing = (item: object) =>
    Object.fromEntries(
      Object.entries(item).map(([name, operation]) =>
        operations.includes(name)
          ? [name, { ...operation, responses: { ...refusals, ...operation.responses } }]
          : [name, operation],
      ),
    )
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [path, open.has(path) ? item : refusing(item)]),
  ) as Paths
}
