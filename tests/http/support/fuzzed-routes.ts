// Every address that can be asked, with the names of its parameters: those of the API from its own description, those of the pages
// from a table that a test holds against the routes of the application.
import { factParams } from '../../../src/app/facts/params.ts'
import { openApiDocument } from '../../../src/http/openapi.ts'
import { searchQuerySchema } from '../../../src/http/search-query.ts'
import type { FilledSite } from './filled-site.ts'

export type FuzzedRoute = {
  /** "/d/{id}/original" */
  path: string
  /** Parameters in the path, with a value that exists. */
  inPath: Readonly<Record<string, string>>
  /** Names in the query. */
  inQuery: readonly string[]
  /** What else the query must have to mean something. */
  fixed?: Readonly<Record<string, string>>
  isPage: boolean
}

type Operation = { parameters?: Array<{ name: string; in: string; required?: boolean }> }

/** Values of parameters in the path. */
const inPathOf = (site: FilledSite, path: string): Record<string, string> => {
  const all: Record<string, string> = {
    id: path.includes('/sources/')
      ? site.sourceId
      : path.includes('/saved/')
        ? site.savedId
        : path.includes('/people/')
          ? site.person
          : path.includes('/provinces/')
            ? 'dien-bien'
            : site.id,
    number: path.includes('/corrections/') ? '1' : '29-NQ/TW',
    name: path.includes('/assets/') ? 'style.css' : '1.png',
    file: 'dates.csv',
  }
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '')
  return Object.fromEntries(names.map((name) => [name, all[name] ?? '']))
}

/** Exports take what facts take: two of them, as CSV, stand for all. */
const isAnotherExport = (path: string) =>
  path.startsWith('/api/export/') && !/(?:documents|directives)\.csv$/.test(path)

/** What is read over the API. */
export function apiRoutesToFuzz(site: FilledSite): FuzzedRoute[] {
  return Object.entries(openApiDocument().paths as Record<string, { get?: Operation }>)
    .filter(([path, { get }]) => get && !isAnotherExport(path))
    .map(([path, { get }]) => ({
      path,
      inPath: inPathOf(site, path),
      inQuery: (get?.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name),
      isPage: false,
    }))
}

const search = [...Object.keys(searchQuerySchema.shape), 'lang']
/** Pages → names of their parameters. */
export const pageParameters: Readonly<Record<string, readonly string[]>> = {
  '/': search,
  '/d/{id}': ['lang'],
  '/d/{id}/original': [],
  '/d/{id}/pages/{name}': [],
  '/d/{id}/forget': [],
  '/d/{id}/corrections/edit': ['item', 'field', 'start', 'end', 'text', 'value', 'occurrence'],
  '/d/{id}/corrections/add': ['item', 'field', 'start', 'end', 'text', 'value'],
  '/api': ['lang'],
  '/dashboard': ['map'],
  // Read as a search is.
  '/feed': ['q', 'province', 'limit', 'cursor'],
  '/saved': ['lang'],
  '/saved/{id}/feed': [],
  '/upload/files': ['ids', 'known'],
  '/upload/progress': ['ids', 'known'],
  '/status': ['lang'],
  '/status/documents': ['state', 'code', 'limit', 'cursor'],
  '/fetches': ['url'],
  '/sources': [],
  '/sources/add': [],
  '/sources/{id}': [],
  '/sources/{id}/edit': [],
  '/sources/{id}/remove': [],
  '/sources/{id}/pages': ['state', 'limit', 'cursor'],
  '/directives': [...Object.keys(factParams.directives.shape), 'state'],
  '/statistics': Object.keys(factParams.percentages.shape),
  '/people': ['q', 'cursor'],
  '/people/{id}': [],
  '/provinces': [],
  '/provinces/{id}': [],
  '/numbers/{number}': [],
  '/assets/{name}': ['v'],
}

/** What is read as pages. */
export const pageRoutesToFuzz = (site: FilledSite): FuzzedRoute[] =>
  Object.entries(pageParameters).map(([path, inQuery]) => ({
    path,
    inPath: inPathOf(site, path),
    inQuery,
    isPage: !path.endsWith('feed'),
    ...(path === '/fetches' || path === '/upload/files' || path === '/upload/progress'
      ? { fixed: path === '/fetches' ? { url: site.site.origin } : { ids: site.id } }
      : {}),
  }))

/** The address with these parameters, each as it stands in an address. */
export function addressOf(
  route: FuzzedRoute,
  inPath: Readonly<Record<string, string>>,
  query: ReadonlyArray<readonly [name: string, raw: string]>,
): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => inPath[name] ?? '')
  return query.length > 0
    ? `${path}?${query.map(([name, raw]) => `${name}=${raw}`).join('&')}`
    : path
}
