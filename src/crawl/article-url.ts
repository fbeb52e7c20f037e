// Whether an address is likely that of an article: for feeds and sitemaps, which name pages without showing where they stand.
import type { SiteWords } from './site-words.ts'
import { shapeOf, type UrlShape } from './url-shape.ts'
import { trapOf } from './url-trap.ts'

/** Whether an address looks like an article's and is neither a trap nor what a site says of itself ("/gioi-thieu/…"). */
export function isArticleUrl(url: string, words: SiteWords): boolean {
  return pageShapeOf(url, words) === 'article' && trapOf(url, words) === null
}

/** The shape of an address; pages under "/gioi-thieu/", "/about/" or "/lien-he/" are no articles, whatever they are called. */
export function pageShapeOf(url: string, words: SiteWords): UrlShape {
  const shape = shapeOf(url)
  if (shape !== 'article') return shape
  const parts = new URL(url).pathname.split('/')
  return parts.some((part) => words.kindsOfSlug(part).includes('about')) ? 'section' : shape
}
