// The hosts of one run: which it holds, and which it passes over because they asked for a pause, are in trouble, or another run
// has them.
import type { CrawlLease } from '../../ports/crawl-store.ts'
import type { Store } from '../../ports/store.ts'
import type { VisitReport } from './visit-page.ts'

export type Hosts = {
  /** Takes a host where it is not held; false where it is passed over from now on. */
  take(host: string): Promise<boolean>
  /** Minds what a visit told of its host. */
  note(host: string, report: VisitReport): Promise<void>
  passedOver(): string[]
  /** Those of them that are passed over until the end of the run. */
  givenUp(): string[]
  /** When the first of those passed over may be asked; null where there are none. */
  until(): string | null
  /** Why one of them is passed over. */
  reason(): string | null
  /** Why one is passed over until the end of the run; null where none is. */
  broken(): { code: string; message: string } | null
}

/** Troubles in a row, after which it is not the pages' but the host's. */
const mostTroubles = 10

export function createHosts(
  store: Pick<Store, 'takeHost' | 'pauseHost'>,
  lease: CrawlLease,
  leaseMs: number,
): Hosts {
  const held = new Set<string>()
  const passed = new Map<string, { until: string; reason: string }>()
  const troubles = new Map<string, number>()
  const broken = new Map<string, string>()

  /** Those that may be asked again are asked of the store again. */
  function forgetPast(): void {
    const now = new Date().toISOString()
    for (const [host, { until }] of passed) if (until <= now) passed.delete(host)
  }

  return {
    async take(host) {
      forgetPast()
      if (passed.has(host) || broken.has(host)) return false
      if (held.has(host)) return true
      const until = await store.takeHost(host, lease, leaseMs)
      if (until === null) {
        held.add(host)
        return true
      }
      passed.set(host, { until, reason: `${host} is asked by another run, or wants a pause.` })
      return false
    },
    async note(host, { pause, trouble, visits }) {
      const inRow = trouble ? (troubles.get(host) ?? 0) + 1 : 0
      troubles.set(host, inRow)
      if (inRow >= mostTroubles)
        broken.set(
          host,
          `${host} failed ${inRow} times in a row and is left alone for a while: ${visits[0]?.error?.message}`,
        )
      if (!pause) return
      await store.pauseHost(pause.host, pause.ms)
      held.delete(pause.host)
      const until = new Date(Date.now() + pause.ms).toISOString()
      passed.set(pause.host, { until, reason: pause.reason })
      // The page asked a host that led to the paused one: it would lead there again.
      if (pause.host !== host) passed.set(host, { until, reason: pause.reason })
    },
    passedOver() {
      forgetPast()
      return [...passed.keys(), ...broken.keys()]
    },
    givenUp: () => [...broken.keys()],
    until: () => [...passed.values()].map(({ until }) => until).sort()[0] ?? null,
    reason: () => [...passed.values()][0]?.reason ?? null,
    broken() {
      const [message] = broken.values()
      return message === undefined ? null : { code: 'unreachable', message }
    },
  }
}
