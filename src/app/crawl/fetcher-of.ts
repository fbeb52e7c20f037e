// The fetcher of a source: who we say we are, where bodies are put meanwhile, how long between two requests.
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createFetcher, type Fetcher } from '../../crawl/fetcher.ts'
import { createHostTurns, defaultPoliteness, type Politeness } from '../../crawl/host-turns.ts'
import { userAgentOf } from '../../crawl/user-agent.ts'
import { UserError } from '../../errors.ts'
import type { CrawlSource } from '../../model/crawl.ts'
import { holderOfThisProcess, isGone } from '../holder.ts'
import type { CrawlContext, CrawlerSettings } from './crawl-context.ts'

/** A run waits in place for a turn that is no further away: some sites ask for a minute between two requests. */
const longestTurnMs = 120_000

/**
 * Makes the fetcher of a source. Throws UserError where no contact is set and the site is not on this machine, or a certificate
 * is none.
 */
export async function fetcherOf(
  { crawler, log }: CrawlContext,
  source: Pick<CrawlSource, 'url' | 'delayMs' | 'allowHosts' | 'extraCas'>,
): Promise<Fetcher> {
  const folder = join(crawler.folder, nameOf(holderOfThisProcess))
  await mkdir(folder, { recursive: true })
  return createFetcher({
    userAgent: userAgentFor(crawler, source.url),
    folder,
    allowedHosts: source.allowHosts,
    extraCas: source.extraCas,
    turns: createHostTurns(politenessOf(source.delayMs)),
    log,
  })
}

/** Throws UserError where keepers of the site could not reach anybody. */
export function userAgentFor({ contact, version }: CrawlerSettings, url: string): string {
  if (contact !== undefined) return userAgentOf(version, contact)
  const { hostname } = new URL(url)
  if (/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname)) return `vanthu/${version}`
  throw new UserError(
    `A crawler must say whom a site's keeper can turn to: set VANTHU_CRAWL_CONTACT to a web or e-mail address of yours before ${hostname} is asked.`,
  )
}

/** What is asked without a pause is our own: trouble is waited for only briefly there. */
function politenessOf(delayMs: number | null): Politeness {
  const usual = { ...defaultPoliteness, maxWaitMs: longestTurnMs }
  if (delayMs === null) return usual
  return {
    ...usual,
    delayMs,
    maxDelayMs: Math.max(delayMs, Math.min(usual.maxDelayMs, 30 * delayMs)),
    troubleDelayMs: Math.min(usual.troubleDelayMs, 2 * delayMs),
    backOffMs: Math.min(usual.backOffMs, Math.max(1000, 15 * delayMs)),
    longestBackOffMs: Math.min(usual.longestBackOffMs, Math.max(10_000, 1800 * delayMs)),
  }
}

/** Removes what processes that are no more have left. */
export async function clearLeftBodies({ folder }: CrawlerSettings): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names)
    if (isGone(decodeURIComponent(name)))
      await rm(join(folder, name), { recursive: true, force: true })
}

/** A holder as the name of a folder. */
const nameOf = (holder: string): string => encodeURIComponent(holder)
