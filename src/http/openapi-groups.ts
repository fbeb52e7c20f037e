// What an operation of the API is about: its tag in the OpenAPI document, and its heading on the page /api.

export const groups = [
  'search',
  'documents',
  'corrections',
  'facts',
  'people',
  'exports',
  'saved',
  'sources',
  'account',
  'state',
] as const
export type Group = (typeof groups)[number]

const starts: ReadonlyArray<readonly [pattern: RegExp, group: Group]> = [
  [/^\/api\/search/, 'search'],
  [/\/corrections/, 'corrections'],
  [/^\/api\/(?:documents|retry|reprocess)/, 'documents'],
  [/^\/api\/(?:facts|numbers)/, 'facts'],
  [/^\/api\/people/, 'people'],
  [/^\/api\/export/, 'exports'],
  [/^\/api\/saved|^\/saved|^\/feed/, 'saved'],
  [/^\/api\/(?:sources|fetches)/, 'sources'],
  [/^\/api\/account/, 'account'],
]

/** The group of an address; "state" where it says how the archive is. */
export const groupOf = (path: string): Group =>
  starts.find(([pattern]) => pattern.test(path))?.[1] ?? 'state'

/** The paths, each operation with its tag. */
export const withGroups = <Paths extends Record<string, object>>(paths: Paths): Paths =>
  Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([method, one]) => [method, { tags: [groupOf(path)], ...one }]),
      ),
    ]),
  ) as Paths
