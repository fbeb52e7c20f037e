// Fetching for a crawler: one address in, an outcome with its evidence out. Every redirect is followed by hand and goes through
// the same gates as the first address: guard, robots.txt, the host's turn.
import { rm } from 'node:fs/promises'
import { createAddressGuard, type Resolve } from './address-guard.ts'
import {
  type AnswerHeaders,
  boundedHeaders,
  headerOf,
  locationOf,
  readContentType,
  validatorOf,
  valuesOf,
} from './answer-headers.ts'
import { meaningOf } from './answer-meaning.ts'
import { type ChainCookies, createChainCookies } from './chain-cookies.ts'
import { checkExtraCas, createAgent, type ExtraCas } from './connect.ts'
import { FetchFault, failed, later, refused } from './fetch-fault.ts'
import {
  type AcceptKind,
  defaultLimits,
  type FetchLimits,
  robotsRedirects,
} from './fetch-limits.ts'
import type { Evidence, FetchOutcome } from './fetch-outcome.ts'
import {
  createHostTurns,
  defaultPoliteness,
  type HostTurns,
  realClock,
  type Sleep,
} from './host-turns.ts'
import type { RobotsRules } from './robots-rules.ts'
import { createSiteRobots } from './site-robots.ts'
import { productToken } from './user-agent.ts'
import { createVisit, type Visited } from './visit.ts'

export type FetcherOptions = {
  /** As `userAgentOf` makes it. */
  userAgent: string
  /** Where bodies are written: a folder that is there, and whose leftovers of killed processes the caller clears. */
  folder: string
  /** Hosts that may be at addresses that are not public: "127.0.0.1", "intranet.vn:8080". */
  allowedHosts?: readonly string[]
  limits?: Partial<FetchLimits>
  /** The turns of hosts, where several fetchers share them; by default its own. */
  turns?: HostTurns
  extraCas?: ExtraCas
  /** Whether robots.txt is obeyed; by default it is. */
  robots?: boolean
  log?: { debug(message: string, fields?: Record<string, string | number | null>): void }
  /** Every address of a host; by default the system's resolver. */
  resolve?: Resolve
  /** Milliseconds since 1970. */
  now?: () => number
  sleep?: Sleep
}

export type GetOptions = {
  accept?: AcceptKind
  /** What the last body came with: where the server says that nothing changed, the outcome is `unchanged`. */
  etag?: string | null
  lastModified?: string | null
  /** SHA-256 of the last body: where the same bytes come again, the outcome is `unchanged` too. */
  sha256?: string | null
  signal?: AbortSignal
}

export type Fetcher = {
  /** Fetches an address. Throws TransientError where the disk fails; everything else is an outcome. */
  get(url: string, options?: GetOptions): Promise<FetchOutcome>
  /** What robots.txt says of a site; null where it cannot be had. */
  robotsOf(url: string): Promise<RobotsRules | null>
  /** Closes all connections. */
  close(): Promise<void>
}

const acceptHeaders: Record<AcceptKind, string> = {
  page: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  feed: 'application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5',
  robots: 'text/plain,*/*;q=0.5',
  attachment: '*/*',
}

/** Makes a fetcher. Throws UserError where an extra certificate is none. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...defaultLimits, ...options.limits }
  const now = options.now ?? realClock.now
  const sleep = options.sleep ?? realClock.sleep
  const extraCas = options.extraCas ?? {}
  checkExtraCas(extraCas)
  const guard = createAddressGuard(options.allowedHosts ?? [], options.resolve)
  const agent = createAgent(guard, extraCas, limits)
  const turns = options.turns ?? createHostTurns(defaultPoliteness, { now, sleep })
  const visit = createVisit(agent, turns, limits, options.folder, now)
  const robots = createSiteRobots(
    productToken(options.userAgent),
    (url) => outcomeOf(url.href, { accept: 'robots' }),
    now,
  )

  async function outcomeOf(written: string, asked: GetOptions): Promise<FetchOutcome> {
    const trail: Evidence = {
      url: withoutCredentials(written).slice(0, 2048),
      redirects: [],
      fetchedAt: new Date(now()).toISOString(),
      status: null,
      headers: {},
      flags: [],
    }
    try {
      const visited = await follow(written, asked, trail)
      return await outcomeOfVisit(visited, asked, trail)
    } catch (error) {
      if (error instanceof FetchFault) return { ...trail, ...error.fault }
      throw error
    }
  }

  /** Goes where the redirects lead; `trail` is filled on the way. */
  async function follow(written: string, asked: GetOptions, trail: Evidence): Promise<Visited> {
    const accept = asked.accept ?? 'page'
    const mostRedirects = accept === 'robots' ? robotsRedirects : limits.redirects
    const cookies = createChainCookies()
    const seen = new Set<string>()
    let leftMs = limits.totalMs
    let url = guard.checkUrl(written)
    while (true) {
      trail.url = url.href
      const headers = headersFor(url, asked, cookies)
      // The same address with other cookies is another question.
      const question = `${url.href} ${headers.cookie ?? ''}`
      if (seen.has(question)) throw refused('redirect-loop', loopSentence(trail))
      seen.add(question)
      const rules =
        accept === 'robots' || options.robots === false ? null : await robots.rulesFor(url)
      if (rules && !rules.allows(url))
        throw refused('robots-disallowed', `The robots.txt of ${url.host} disallows ${url.href}`)
      const visited = await visit({
        url,
        accept,
        headers,
        crawlDelayMs: rules?.crawlDelayMs ?? 0,
        totalMs: leftMs,
        signal: asked.signal,
        onSent() {
          trail.fetchedAt = new Date(now()).toISOString()
        },
        onAnswer(status, answered) {
          trail.status = status
          trail.headers = boundedHeaders(answered)
        },
      })
      leftMs -= visited.tookMs
      if (url.protocol === 'https:' && extraCas[url.hostname] !== undefined) flag(trail, 'extra-ca')
      if (meaningOf(visited.status) !== 'redirect') return visited
      trail.redirects.push({ url: url.href, status: visited.status })
      if (trail.redirects.length > mostRedirects)
        throw refused('too-many-redirects', `More than ${mostRedirects} redirects from ${written}`)
      cookies.take(url.origin, valuesOf(visited.headers, 'set-cookie'))
      const next = nextOf(url, visited.headers)
      if (url.protocol === 'https:' && next.protocol === 'http:') flag(trail, 'https-to-http')
      url = next
    }
  }

  function nextOf(url: URL, headers: AnswerHeaders): URL {
    const location = locationOf(headers)
    if (location === undefined)
      throw failed('bad-answer', `${url.href} redirects without saying where to.`)
    return guard.checkUrl(location, url)
  }

  function headersFor(url: URL, asked: GetOptions, cookies: ChainCookies): Record<string, string> {
    const cookie = cookies.headerFor(url.origin)
    const etag = validatorOf(asked.etag)
    const lastModified = validatorOf(asked.lastModified)
    return {
      'user-agent': options.userAgent,
      accept: acceptHeaders[asked.accept ?? 'page'],
      'accept-language': 'vi,en;q=0.5',
      'accept-encoding': 'gzip, deflate, br, zstd',
      ...(cookie !== null && { cookie }),
      ...(etag !== null && { 'if-none-match': etag }),
      ...(lastModified !== null && { 'if-modified-since': lastModified }),
    }
  }

  return {
    async get(url, asked = {}) {
      const outcome = await outcomeOf(url, asked)
      options.log?.debug('fetched', {
        url: outcome.url,
        outcome: outcome.kind,
        status: outcome.status,
        redirects: outcome.redirects.length,
      })
      return outcome
    },
    async robotsOf(url) {
      try {
        return await robots.rulesFor(guard.checkUrl(url))
      } catch (error) {
        if (error instanceof FetchFault) return null
        throw error
      }
    },
    async close() {
      await agent.destroy()
    },
  }
}

/** The outcome of the last answer of a chain. */
async function outcomeOfVisit(
  { status, headers, body, backOffMs }: Visited,
  asked: GetOptions,
  trail: Evidence,
): Promise<FetchOutcome> {
  const { url } = trail
  switch (meaningOf(status)) {
    case 'unchanged':
      // Whoever did not ask has nothing that could be unchanged.
      if (validatorOf(asked.etag) === null && validatorOf(asked.lastModified) === null)
        throw failed('bad-answer', `${url} answers that nothing changed, which was not asked.`)
      return { ...trail, kind: 'unchanged', status }
    case 'gone':
      return { ...trail, kind: 'gone', status: status === 410 ? 410 : 404 }
    case 'busy':
      throw later('busy', `${url} answers ${status}: too much is asked of it.`, backOffMs)
    case 'server-error':
      throw later('server-error', `${url} answers ${status}.`, backOffMs)
    case 'forbidden':
      throw failed('forbidden', `${url} answers ${status}: it is not for everybody.`)
  }
  if (!body) throw failed('http-status', `${url} answers ${status}, which is no page.`)
  if (body.cutAtLimit) flag(trail, 'cut-at-limit')
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined)
    flag(trail, 'no-length')
  if (asked.sha256 === body.sha256) {
    await rm(body.file, { force: true })
    flag(trail, 'same-bytes')
    return { ...trail, kind: 'unchanged', status }
  }
  const { contentType, charset } = readContentType(headers)
  return {
    ...trail,
    kind: 'body',
    status,
    file: body.file,
    size: body.size,
    sha256: body.sha256,
    contentType,
    charsetFromHeader: charset,
    etag: validatorOf(headerOf(headers, 'etag')),
    lastModified: validatorOf(headerOf(headers, 'last-modified')),
  }
}

function flag(trail: Evidence, name: Evidence['flags'][number]): void {
  if (!trail.flags.includes(name)) trail.flags.push(name)
}

/** An address that is refused for the password in it is kept without it. */
const withoutCredentials = (written: string): string => written.replace(/\/\/[^/?#]*@/, '//…@')

const loopSentence = ({ url, redirects }: Evidence): string => {
  const from = redirects.findIndex((redirect) => redirect.url === url)
  return `The redirects go in a circle: ${[...redirects.slice(from).map((redirect) => redirect.url), url].join(' → ')}`
}
