// Atom feeds (RFC 4287) of documents.
import { XMLBuilder } from 'fast-xml-parser'
import type { NewestDocument } from '../../app/saved/saved.ts'
import type { VanthuRecord } from '../../model.ts'

export type Feed = {
  /** Stays the same wherever the archive is moved to: "saved:1f2e", "search:9c…". */
  name: string
  title: string
  /** Address of the feed, and of the page that shows the same. */
  self: string
  page: string
  /** Of the archive, without a slash at its end. */
  site: string
  /** When the feed came to be, for one without documents; ISO 8601. */
  createdAt: string
  documents: readonly NewestDocument[]
}

const longestSummary = 400
/** What has a place in a summary. */
const told: readonly string[] = ['lead', 'body', 'list-item', 'heading']
/** Characters that XML 1.0 cannot hold, whichever way they are written. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text for XML. Overrides of the writing direction would turn a reader's own words round. */
const textFor = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')

/** Tag URIs (RFC 4151): they name and lead nowhere. */
const idOf = (name: string): string => `tag:vanthu,2026:${name}`

/** The feed as XML. */
export function atomOf({ name, title, self, page, site, createdAt, documents }: Feed): string {
  const updated = documents.map(({ row }) => row.changedAt).sort()
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
  })
  const link = (rel: string, type: string, href: string) => ({
    '@rel': rel,
    '@type': type,
    '@href': textFor(href),
  })
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'vi',
      id: idOf(name),
      title: textFor(title),
      updated: updated.at(-1) ?? createdAt,
      author: { name: 'Văn thư' },
      link: [link('self', 'application/atom+xml', self), link('alternate', 'text/html', page)],
      entry: documents.map(({ row, record }) => ({
        id: idOf(`document:${row.id}`),
        title: textFor(record.title || row.name),
        updated: row.changedAt,
        published: row.receivedAt,
        link: link('alternate', 'text/html', `${site}/d/${row.id}`),
        summary: textFor(summaryOf(record)),
      })),
    },
  })
}

/** Number and issuer, where it has them, and its first words. */
function summaryOf({ number, issuer, text, blocks }: VanthuRecord): string {
  let words = ''
  for (const { start, end, zone } of blocks) {
    if (words.length > longestSummary) break
    if (told.includes(zone)) words += ` ${text.slice(start, Math.min(end, start + longestSummary))}`
  }
  const plain = words.replace(/\s+/gu, ' ').trim()
  const cut = plain.length > longestSummary ? `${plain.slice(0, longestSummary)}…` : plain
  return [number, issuer, cut].filter(Boolean).join(' · ')
}
