// What a source takes of what its pages offer.
import { attachmentFormatOf } from '../../crawl/attachment-format.ts'
import { createScope, type SiteScope } from '../../crawl/site-scope.ts'
import type { SiteWords } from '../../crawl/site-words.ts'
import { urlKey } from '../../crawl/url-key.ts'
import { trapOf } from '../../crawl/url-trap.ts'
import type { CrawlSource, PageKind } from '../../model/crawl.ts'
import type { PageOffer } from '../../ports/crawl-store.ts'

/** So many links deep are sections looked for where the operator set no bound. */
const usualDepth = 2

export type SiteRules = {
  words: SiteWords
  scope: SiteScope
  /** Links from an entry up to which sections are followed. */
  depth: number
}

export const rulesOf = (source: CrawlSource, words: SiteWords): SiteRules => ({
  words,
  scope: createScope({
    siteUrl: source.url,
    include: source.include,
    exclude: source.exclude,
    ...(source.depth === null ? {} : { depth: source.depth }),
  }),
  depth: source.depth ?? usualDepth,
})

/** What a link leads to, as an offer; none where the source leaves it. `url` is canonical. */
export function offerOf(
  { scope, words }: SiteRules,
  kind: PageKind,
  { url, title = '', depth }: { url: string; title?: string; depth: number },
): PageOffer[] {
  const what = kind === 'page' ? 'page' : 'file'
  if (scope.outOf(url, depth, what) !== null) return []
  if (kind !== 'attachment' && trapOf(url, words) !== null) return []
  // A feed may name files among its articles.
  const isFile = kind === 'page' && attachmentFormatOf({ url, download: false }) !== null
  return [{ urlKey: urlKey(url), url, kind: isFile ? 'attachment' : kind, title, depth }]
}
