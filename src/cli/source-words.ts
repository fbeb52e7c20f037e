// Sources, what sites offer and how runs get on, in words for a person.
import type { SiteOffer } from '../app/app.ts'
import type { CrawlSource, SourceProgress } from '../model/crawl.ts'
import { bold, dim, oneLine } from './output.ts'
import { table } from './table.ts'

const mostFailures = 20

/** What a probe found: what a source would take. */
export function offerText(offer: SiteOffer): string {
  const { url, title, portal, feeds, sitemaps, lists, articleCount, samples, warnings } = offer
  const lines = [
    bold(oneLine(title) || url),
    `${url}${portal.kind === 'unknown' ? '' : `, made with ${portal.kind} (${oneLine(portal.evidence)})`}`,
    '',
    ...feeds.map((feed) => `  feed     ${feed.url}  ${feed.entries} entries`),
    ...sitemaps.map((map) => `  sitemap  ${map.url}  ${map.pages} pages, ${map.articles} articles`),
    ...lists.map(
      (list) =>
        `  list     ${list.url}  ${list.articles} articles${list.hasMorePages ? ', goes on' : ''}`,
    ),
    '',
    `${articleCount} articles seen${samples.length > 0 ? ', among them:' : '.'}`,
    ...samples
      .slice(0, 5)
      .map(
        (sample) =>
          `  ${sample.publishedAt?.slice(0, 10) ?? '          '}  ${oneLine(sample.title) || sample.url}`,
      ),
    ...warnings.map((warning) => `! ${oneLine(warning)}`),
  ]
  return lines.join('\n')
}

/** One line a source. */
export const sourceTable = (all: readonly SourceProgress[]): string =>
  table(
    [
      { heading: 'Source', max: 32 },
      { heading: 'Name', max: 36 },
      { heading: 'Documents', align: 'right' },
      { heading: 'Last run' },
      { heading: 'Next run' },
    ],
    all.map(({ source, documents }) => [
      source.id,
      source.name,
      String(documents),
      lastRunOf(source),
      source.paused ? 'paused' : timeOf(source.nextRunAt),
    ]),
  )

/** All about one source. */
export function progressText({
  source,
  run,
  waiting,
  states,
  documents,
  failures,
}: SourceProgress): string {
  const counts = (named: Record<string, number>) =>
    Object.entries(named)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ') || 'nothing'
  const settings: [string, string | number | null][] = [
    ['address', source.url],
    ['times', source.every],
    ['province', source.province],
    ['depth', source.depth],
    ['include', source.include.join(' ') || null],
    ['exclude', source.exclude.join(' ') || null],
    ['most fetches in a run', source.maxPages],
    ['pause', source.delayMs === null ? null : `${source.delayMs / 1000} s`],
    ['allowed hosts', source.allowHosts.join(' ') || null],
    ['feeds, sitemaps and sections sought', timeOf(source.lookedAt)],
    ['own certificates for', Object.keys(source.extraCas).join(' ') || null],
  ]
  const lines = [
    `${bold(oneLine(source.name))}  ${dim(source.id)}`,
    ...settings.flatMap(([name, value]) =>
      value === null ? [] : [`  ${name}: ${oneLine(String(value))}`],
    ),
    '',
    `Last run: ${lastRunOf(source)}; ${counts(run)}${waiting > 0 ? `; ${waiting} still to visit` : ''}`,
    ...(source.run?.error ? [`! ${oneLine(source.run.error.message)}`] : []),
    `Next run: ${source.paused ? 'paused' : timeOf(source.nextRunAt)}`,
    `Pages and files: ${counts(states)}; ${documents} documents in the archive`,
    ...(failures.length > 0 ? ['', 'Not fetched:'] : []),
    ...failures
      .slice(0, mostFailures)
      .map(({ url, code, message }) => `  ${url}  ${dim(code)}  ${oneLine(message)}`),
    ...(failures.length > mostFailures ? [`  … and ${failures.length - mostFailures} more`] : []),
  ]
  return lines.join('\n')
}

function lastRunOf({ run }: CrawlSource): string {
  if (!run) return 'never'
  if (run.endedAt !== null) return timeOf(run.endedAt)
  return run.waitsUntil === null ? 'under way' : `waits until ${timeOf(run.waitsUntil)}`
}

const timeOf = (at: string | null): string =>
  at === null ? '' : new Date(at).toLocaleString('sv-SE').slice(0, 16)
