// The robots.txt of every origin: asked before the first page, kept for a day.
import { readFile, rm } from 'node:fs/promises'
import { type FetchFault, failed, later, refused } from './fetch-fault.ts'
import type { FetchOutcome } from './fetch-outcome.ts'
import { longestPauseMs } from './retry-after.ts'
import { noRobotsRules, type RobotsRules, readRobots } from './robots-rules.ts'

const keptMs = 24 * 3600 * 1000
/** How long a site is left alone whose robots.txt fails in a way that names no time. */
const brokenMs = 3600 * 1000
const mostOrigins = 1000

export type SiteRobots = {
  /**
   * The rules of the site that an address belongs to.
   * @throws FetchFault where they cannot be known: nothing of the site may be asked then
   */
  rulesFor(url: URL): Promise<RobotsRules>
}

type Known = { until: number; rules: RobotsRules } | { until: number; fault: FetchFault }

/**
 * @param token the crawler's name in robots.txt, lower case
 * @param fetchRobots asks an address for a robots.txt
 */
export function createSiteRobots(
  token: string,
  fetchRobots: (url: URL) => Promise<FetchOutcome>,
  now: () => number,
): SiteRobots {
  const origins = new Map<string, Promise<Known>>()

  const ask = async (origin: string): Promise<Known> =>
    knownOf(origin, token, await fetchRobots(new URL('/robots.txt', origin)), now())

  const keep = (origin: string): Promise<Known> => {
    const asked = ask(origin)
    origins.delete(origin)
    origins.set(origin, asked)
    const [oldest] = origins.keys()
    if (origins.size > mostOrigins && oldest !== undefined) origins.delete(oldest)
    asked.catch(() => origins.delete(origin))
    return asked
  }

  return {
    async rulesFor({ origin }) {
      const before = origins.get(origin)
      const earlier = await before
      // Whoever notices first that a day is over asks again; the others find what was asked.
      const current = origins.get(origin)
      const isOver = !earlier || earlier.until <= now()
      const known = isOver
        ? await (current && current !== before ? current : keep(origin))
        : earlier
      if ('rules' in known) return known.rules
      throw remaining(known.fault, known.until - now())
    },
  }
}

/** What the answer to a robots.txt means. A 4xx allows everything; what cannot be had forbids everything for now. */
async function knownOf(
  origin: string,
  token: string,
  outcome: FetchOutcome,
  now: number,
): Promise<Known> {
  const until = now + keptMs
  if (outcome.kind === 'body') {
    const text = await readFile(outcome.file, 'utf8')
    await rm(outcome.file, { force: true })
    // Where the file was cut, so was its last line.
    const whole = outcome.flags.includes('cut-at-limit')
      ? text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1)
      : text
    return { until, rules: readRobots(whole, token) }
  }
  if (outcome.kind === 'gone' || isClientError(outcome) || isEndlessRedirect(outcome))
    return { until, rules: noRobotsRules }
  if (outcome.kind !== 'unchanged' && meetsEveryPage(outcome))
    return { until: now, fault: faultOf(outcome) }
  const message = 'message' in outcome ? outcome.message : `The answer was ${outcome.status}.`
  const waitMs = Math.min(
    outcome.kind === 'later' ? outcome.retryAfterMs : brokenMs,
    longestPauseMs,
  )
  return {
    until: now + waitMs,
    fault: later(
      'robots-unreachable',
      `Nothing of ${origin} is asked while its robots.txt cannot be had. ${message}`,
      waitMs,
    ),
  }
}

const isClientError = ({ kind, status }: FetchOutcome): boolean =>
  kind === 'failed' && status !== null && status >= 400

const isEndlessRedirect = (outcome: FetchOutcome): boolean =>
  outcome.kind === 'refused' &&
  (outcome.code === 'redirect-loop' || outcome.code === 'too-many-redirects')

type Faulty = FetchOutcome & { kind: 'refused' | 'failed' | 'later' }

/** Faults that the page itself would meet just so: its address, its name, its certificate, a host that is left alone. */
const meetsEveryPage = (outcome: Faulty): boolean =>
  outcome.status === null &&
  (outcome.kind !== 'later' || ['host-paused', 'stopped', 'dns'].includes(outcome.reason))

/** The fault without the evidence of robots.txt, which is not the page's. */
function faultOf(outcome: Faulty): FetchFault {
  switch (outcome.kind) {
    case 'refused':
      return refused(outcome.code, outcome.message)
    case 'failed':
      return failed(outcome.code, outcome.message)
    case 'later':
      return later(outcome.reason, outcome.message, outcome.retryAfterMs)
  }
}

const remaining = (known: FetchFault, ms: number): FetchFault =>
  known.fault.kind === 'later' && known.fault.reason === 'robots-unreachable'
    ? later('robots-unreachable', known.fault.message, Math.max(ms, 1))
    : known
