// Crawling as a process does it: runs are worked on, and every minute those that are due begin.
import { messageOf } from '../../errors.ts'
import { releaseGone } from '../recover.ts'
import type { CrawlContext } from './crawl-context.ts'
import { runCrawls } from './run-crawls.ts'
import { tickCrawls } from './tick.ts'

/** `isAlone`: all processes of the archive are of this machine, so that leases of those that are no more can be ended. */
export function startCrawls(context: CrawlContext, isAlone: boolean): { stop(): void } {
  const { queue, log } = context
  const running = runCrawls(context)
  const tick = async () => {
    try {
      if (isAlone) await releaseGone(context)
      await tickCrawls(context)
    } catch (error) {
      log.error('crawls that are due could not begin', { message: messageOf(error) })
    }
  }
  // Once now: what was missed, and what a killed process left.
  void tick()
  queue
    .every('crawl', '* * * * *', tick)
    .catch((error: unknown) =>
      log.error('the clock of crawls does not run', { message: messageOf(error) }),
    )
  return running
}
