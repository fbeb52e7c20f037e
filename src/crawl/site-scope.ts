// What of the web belongs to a source: its site, within the patterns that the operator gave, so many links deep.
import { UserError } from '../errors.ts'
import { matchesGlob } from './glob.ts'
import { siteOf } from './url-key.ts'

export type ScopeOptions = {
  /** The address the operator gave. */
  siteUrl: string
  /** Where any is given, an address must match one of them. Matched against the path with its query, or the whole address. */
  include?: readonly string[]
  exclude?: readonly string[]
  /** Most links from the site's first page. */
  depth?: number
}

export type OutOfScope = 'other-site' | 'not-included' | 'excluded' | 'too-deep'

export type SiteScope = {
  /**
   * Why an address is left alone; null where it belongs to the source. `depth`: links from the first page. Pages are of the
   * site itself; files may also come from hosts of the same owner (a district's page gives a file of its province), and
   * `include` and `depth` do not count for them: they belong to the page that gives them.
   */
  outOf(url: string, depth: number, what?: 'page' | 'file'): OutOfScope | null
}

const longestPattern = 500

/** Makes the scope of a source. Throws UserError where a pattern is none. */
export function createScope({
  siteUrl,
  include = [],
  exclude = [],
  depth: deepest,
}: ScopeOptions): SiteScope {
  const home = new URL(siteUrl)
  const site = siteOf(home)
  for (const pattern of [...include, ...exclude]) checkPattern(pattern)
  return {
    outOf(address, depth, what = 'page') {
      const url = new URL(address)
      const isHere = siteOf(url) === site
      if (!isHere && (what === 'page' || ownerOf(url) !== ownerOf(home))) return 'other-site'
      const matches = (pattern: string) =>
        matchesGlob(pattern, /^https?:\/\//.test(pattern) ? url.href : url.pathname + url.search)
      if (exclude.some(matches)) return 'excluded'
      if (what === 'file') return null
      if (include.length > 0 && !include.some(matches)) return 'not-included'
      return deepest !== undefined && depth > deepest ? 'too-deep' : null
    },
  }
}

/** Second levels of .vn under which names are given out; of other countries the usual ones. */
const sharedLevels = new Set(
  'gov edu com net org ac info name pro health int biz id io ai co'.split(' '),
)

/** The name that somebody registered: "stp.bacgiang.gov.vn" → "bacgiang.gov.vn"; an address of numbers with its port. */
export function ownerOf({ hostname, host }: URL): string {
  if (/^[\d.]+$|^\[/.test(hostname)) return host
  const labels = hostname.split('.')
  const isShared = (labels.at(-1)?.length ?? 0) === 2 && sharedLevels.has(labels.at(-2) ?? '')
  return labels.slice(isShared ? -3 : -2).join('.')
}

function checkPattern(pattern: string): void {
  if (pattern.trim() === '' || pattern.length > longestPattern)
    throw new UserError(
      `A pattern must have 1 to ${longestPattern} characters: "${pattern.slice(0, 60)}".`,
    )
  if (!/^(?:\/|\*|https?:\/\/)/.test(pattern))
    throw new UserError(
      `The pattern "${pattern}" begins neither with "/", "*" nor "https://": it would match no address.`,
    )
}
