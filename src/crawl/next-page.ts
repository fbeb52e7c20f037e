// Where a list goes on: what the page's head says, a link that is called "Trang sau" or "»", or the next number.
import { pageNumberOf } from './page-number.ts'
import type { SiteWords } from './site-words.ts'
import { siteOf, urlKey } from './url-key.ts'
import type { WebPage } from './web-page.ts'

/** Marks that alone lead to the next page. */
const nextMark = /^(?:»|›|>|>>|→|▶|⟩)$/

/** The next page of the list a page belongs to; null where it is the last or no list. */
export function nextPageOf(page: WebPage, words: SiteWords): string | null {
  const site = siteOf(new URL(page.url))
  const own = urlKey(page.url)
  const here = pageNumberOf(page.url)
  const base = here?.base ?? page.url
  const baseKey = urlKey(base)
  const number = here?.number ?? (here ? 0 : 1)
  const isOther = (url: string) => siteOf(new URL(url)) === site && urlKey(url) !== own
  if (page.next && isOther(page.next)) return page.next
  let named: string | null = null
  let numbered: { url: string; number: number } | null = null
  for (const link of page.links) {
    if (!isOther(link.url)) continue
    if (link.rel.includes('next') && goesOn(link.url)) return link.url
    const there = pageNumberOf(link.url)
    if (!there || urlKey(there.base) !== baseKey) continue
    const isNext =
      there.by === 'page' ? there.number === number + 1 : there.number > (here?.number ?? 0)
    if (!isNext) continue
    if (nextMark.test(link.text) || words.kindsOf(link.text).includes('next')) named ??= link.url
    if (!numbered || there.number < numbered.number)
      numbered = { url: link.url, number: there.number }
  }
  return named ?? numbered?.url ?? null

  /** "rel=next" also leads to the next article: only another page of this list counts. */
  function goesOn(url: string): boolean {
    const there = pageNumberOf(url)
    return there !== null && urlKey(there.base) === baseKey
  }
}
