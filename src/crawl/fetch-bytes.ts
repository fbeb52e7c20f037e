// A body in memory, for what is read whole at once: pages, feeds, sitemaps.
import { readFile, rm } from 'node:fs/promises'
import type { AcceptKind } from './fetch-limits.ts'
import type { FetchOutcome } from './fetch-outcome.ts'
import type { Fetcher } from './fetcher.ts'

export type FetchedBytes =
  | {
      ok: true
      /** Where the redirects led. */
      url: string
      bytes: Buffer
      contentType: string | null
      charset: string | null
      headers: Record<string, string>
    }
  | { ok: false; url: string; outcome: Exclude<FetchOutcome, { kind: 'body' }>; sentence: string }

/** Fetches an address and takes the file that the body was written to. */
export async function fetchBytes(
  get: Fetcher['get'],
  url: string,
  accept: AcceptKind,
  signal?: AbortSignal,
): Promise<FetchedBytes> {
  const outcome = await get(url, { accept, ...(signal && { signal }) })
  if (outcome.kind !== 'body')
    return { ok: false, url: outcome.url, outcome, sentence: sentenceOf(outcome) }
  const bytes = await readFile(outcome.file)
  await rm(outcome.file, { force: true })
  return {
    ok: true,
    url: outcome.url,
    bytes,
    contentType: outcome.contentType,
    charset: outcome.charsetFromHeader,
    headers: outcome.headers,
  }
}

function sentenceOf(outcome: Exclude<FetchOutcome, { kind: 'body' }>): string {
  if ('message' in outcome) return outcome.message
  return outcome.kind === 'gone'
    ? `${outcome.url} answers ${outcome.status}.`
    : `${outcome.url} says that nothing changed.`
}
