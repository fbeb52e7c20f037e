// The evidence of fetches, and what it tells of documents: which pages give which files along.
import type { DocumentLinks, FetchEvidence, PageLink } from '../../model/crawl.ts'
import type { CrawlStore, PageOffer } from '../../ports/crawl-store.ts'
import { evidenceOf, pageKeyOf, type Row } from './row.ts'
import type { RunScript, Script, Statement } from './script.ts'

/** Fetches of one page that told nothing new are kept so many, the latest. */
const mostUnchanged = 20

/** The methods of a store that tell what fetches brought. */
export function createCrawlEvidence(run: RunScript): Pick<CrawlStore, 'fetchesOf' | 'linksOf'> {
  return {
    fetchesOf: (url, limit) =>
      run(function* (): Script<FetchEvidence[]> {
        const rows = yield [
          `SELECT * FROM fetch_evidence WHERE page_key IN (SELECT key FROM page WHERE url = $1)
           ORDER BY at DESC LIMIT $2`,
          [url, limit],
        ]
        return rows.map(evidenceOf)
      }),

    linksOf: (documentId, limit) =>
      run(function* (): Script<DocumentLinks> {
        const links = function* (from: 'page' | 'file', to: 'page' | 'file'): Script<PageLink[]> {
          const rows = yield [
            `SELECT l.${to}_url AS url, l.${to}_title AS title,
               (SELECT d.id FROM fetch_evidence e JOIN document d ON d.id = e.sha256
                WHERE e.page_key = l.${to}_key ORDER BY e.at DESC LIMIT 1) AS document_id
             FROM page_link l
             WHERE l.${from}_key IN (SELECT page_key FROM fetch_evidence WHERE sha256 = $1)
             ORDER BY l.${to}_url, l.key LIMIT $2`,
            [documentId, limit],
          ]
          return rows.map(linkOf)
        }
        return { offeredBy: yield* links('file', 'page'), files: yield* links('page', 'file') }
      }),
  }
}

const linkOf = ({ url, title, document_id: id }: Row): PageLink => ({
  url: String(url),
  title: String(title),
  documentId: id === null || id === undefined ? null : String(id),
})

/**
 * Keeps evidence; part of the transaction under way. Of each page stay the first fetch, all that told something new, and the
 * latest of the others: a site that is asked every few hours for years tells mostly that nothing changed.
 */
export function* keepEvidence(evidence: readonly FetchEvidence[]): Script<void> {
  for (const one of evidence) {
    yield insertOf(one)
    yield [
      `DELETE FROM fetch_evidence WHERE page_key = $1 AND changed = 0
         AND at < (SELECT at FROM fetch_evidence WHERE page_key = $1 AND changed = 0
                   ORDER BY at DESC LIMIT 1 OFFSET ${mostUnchanged - 1})
         AND at > (SELECT min(at) FROM fetch_evidence WHERE page_key = $1)`,
      [one.pageKey],
    ]
  }
}

/** Keeps which files an article gives along; part of the transaction under way. What feeds and lists name is none of theirs. */
export function* keepLinks(
  sourceId: string,
  claimed: string,
  offers: readonly PageOffer[],
): Script<void> {
  for (const { kind, urlKey, url, title } of offers)
    if (kind === 'attachment')
      yield [
        `INSERT INTO page_link (key, page_key, page_url, page_title, file_key, file_url, file_title)
         SELECT p.key || ' ' || CAST($2 AS TEXT), p.key, p.url, p.title, $2, $3, $4 FROM page p
         WHERE p.key = $1 AND p.kind = 'page'
         ON CONFLICT (key) DO NOTHING`,
        [claimed, pageKeyOf(sourceId, urlKey), url, title.slice(0, 500)],
      ]
}

function insertOf(evidence: FetchEvidence): Statement {
  const { sourceId, pageKey, at, asked, url, redirects, status, headers } = evidence
  const { sha256, size, flags, outcome, changed } = evidence
  return [
    `INSERT INTO fetch_evidence (key, source_id, page_key, at, asked, url, redirects, status, headers, sha256, size, flags,
       outcome, changed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (key) DO NOTHING`,
    [
      `${pageKey} ${at}`,
      sourceId,
      pageKey,
      at,
      asked,
      url,
      JSON.stringify(redirects),
      status,
      JSON.stringify(headers),
      sha256,
      size,
      JSON.stringify(flags),
      outcome,
      changed ? 1 : 0,
    ],
  ]
}
