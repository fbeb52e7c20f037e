// Crawling in tests: sources without a pause between requests, and waiting until a run is over.
import { setTimeout as wait } from 'node:timers/promises'
import type { App } from '../../../../src/app/app.ts'
import { documentStates, jobKinds } from '../../../../src/model.ts'
import type { Site } from '../../../support/site/site.ts'

/** What an operator would say of a site on this machine, asked without a pause. */
export const sourceOf = (site: Pick<Site, 'origin'>, more: Record<string, unknown> = {}) => ({
  url: site.origin,
  name: 'Sở Giáo dục thử',
  allowHosts: ['127.0.0.1'],
  delaySeconds: 0,
  ...more,
})

/** Works until the run of a source is over and its documents are read. */
export async function crawlAll(app: App, id: string, patienceMs = 120_000): Promise<void> {
  app.startWorkers(jobKinds)
  await runIsOver(app, id, patienceMs)
  await app.idle()
}

export async function runIsOver(app: App, id: string, patienceMs = 120_000): Promise<void> {
  const endAt = performance.now() + patienceMs
  while ((await app.source(id))?.run?.endedAt === null) {
    if (performance.now() > endAt)
      throw new Error(`The run is not over: ${JSON.stringify(await app.sourceProgress(id))}`)
    await wait(20)
  }
}

/** The addresses that documents came from, in order. */
export async function archived(app: App): Promise<string[]> {
  const places: string[] = []
  for (const state of documentStates)
    for (const { id } of (await app.documentsIn({ state, limit: 500 })).documents)
      for (const { place } of (await app.document(id))?.sources ?? []) if (place) places.push(place)
  return [...new Set(places)].sort()
}
