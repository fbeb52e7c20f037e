// A fetcher for the running test: 127.0.0.1 allowed, names under .test at 127.0.0.1 and allowed too, no waiting between requests.
import { readdir, readFile } from 'node:fs/promises'
import { onTestFinished } from 'vitest'
import type { Resolve } from '../../../src/crawl/address-guard.ts'
import type { FetchOutcome } from '../../../src/crawl/fetch-outcome.ts'
import { createFetcher, type Fetcher, type FetcherOptions } from '../../../src/crawl/fetcher.ts'
import { createHostTurns, type Politeness, realClock } from '../../../src/crawl/host-turns.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

export const hurried: Politeness = {
  delayMs: 0,
  maxDelayMs: 0,
  troubleDelayMs: 0,
  backOffMs: 30_000,
  longestBackOffMs: 3_600_000,
  maxWaitMs: 30_000,
}

export const toLoopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }]

export type TestFetcher = Fetcher & { folder: string; filesLeft: () => Promise<string[]> }

export async function testFetcher(
  options: Partial<FetcherOptions> & { politeness?: Partial<Politeness> } = {},
): Promise<TestFetcher> {
  const folder = await temporaryFolder()
  const { politeness, ...rest } = options
  const fetcher = createFetcher({
    userAgent: 'vanthu/0.1.0 (+https://example.vn/vanthu)',
    folder,
    allowedHosts: ['127.0.0.1', 'a.test', 'b.test'],
    resolve: toLoopback,
    turns: createHostTurns(
      { ...hurried, ...politeness },
      { ...realClock, now: options.now ?? realClock.now },
    ),
    ...rest,
  })
  onTestFinished(() => fetcher.close())
  return { ...fetcher, folder, filesLeft: () => readdir(folder) }
}

/** An outcome in few words, for tables: "body", "refused forbidden-address", "later cut", "failed bomb". */
export function inWords(outcome: FetchOutcome): string {
  switch (outcome.kind) {
    case 'refused':
    case 'failed':
      return `${outcome.kind} ${outcome.code}`
    case 'later':
      return `later ${outcome.reason}`
    default:
      return outcome.kind
  }
}

/** The bytes that were fetched; fails where the outcome is another. */
export async function bytesOf(outcome: FetchOutcome): Promise<Buffer> {
  if (outcome.kind !== 'body') throw new Error(`no body: ${JSON.stringify(outcome)}`)
  return readFile(outcome.file)
}
