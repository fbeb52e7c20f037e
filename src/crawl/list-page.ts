// What a page of a list offers: articles of this site, and where the list goes on.

import { pageShapeOf } from './article-url.ts'
import { attachmentFormatOf } from './attachment-format.ts'
import { nextPageOf } from './next-page.ts'
import type { PageLink } from './page-links.ts'
import type { SiteWords } from './site-words.ts'
import { keyOfCanonical, siteOf, urlKey } from './url-key.ts'
import type { UrlShape } from './url-shape.ts'
import { trapOf, type UrlTrap } from './url-trap.ts'
import type { WebPage } from './web-page.ts'

export type ArticleLink = {
  /** Canonical. */
  url: string
  title: string
  /** It only stands in menus, feet or at sides. */
  around: boolean
}

export type ListPage = {
  /** Each once, in order. */
  articles: ArticleLink[]
  /** Other pages of this site that links in menus and lists lead to: sections, and what may be anything. */
  sections: ArticleLink[]
  /** The next page of the list; null at its end. */
  next: string | null
  /** Addresses that lead nowhere good, with why. */
  traps: { url: string; trap: UrlTrap }[]
}

/** Letters and words that make a link the title of an article. */
const headlineLetters = 25
const headlineWords = 5
const titleLetters = 12

/** Reads the links of a page as those of a list. */
export function readListPage(page: WebPage, words: SiteWords): ListPage {
  const site = siteOf(new URL(page.url))
  const own = urlKey(page.url)
  const traps: ListPage['traps'] = []
  const candidates = new Map<string, Candidate>()
  for (const link of page.links) {
    const url = new URL(link.url)
    if (siteOf(url) !== site || attachmentFormatOf(link) !== null || isAsset(url)) continue
    const key = keyOfCanonical(url)
    if (key === own) continue
    const known = candidates.get(key)
    if (known) {
      addLink(known, link, words)
      continue
    }
    const trap = trapOf(link.url, words)
    if (trap) {
      if (!traps.some(({ url }) => url === link.url) && traps.length < 100)
        traps.push({ url: link.url, trap })
      continue
    }
    const candidate: Candidate = {
      url: link.url,
      title: '',
      shape: pageShapeOf(link.url, words),
      around: true,
      heading: false,
      dated: false,
      sentence: true,
    }
    addLink(candidate, link, words)
    candidates.set(key, candidate)
  }
  const next = nextPageOf(page, words)
  const nextKey = next && urlKey(next)
  const articles: ArticleLink[] = []
  const sections: ArticleLink[] = []
  for (const [key, candidate] of candidates) {
    const { url, title, around } = candidate
    if (key === nextKey) continue
    if (isArticle(candidate, words)) articles.push({ url, title, around })
    else if (candidate.shape !== 'article' || candidate.around)
      sections.push({ url, title, around })
  }
  return { articles, sections, next, traps }
}

/**
 * Whether a further page of a list only shows what pages before it showed: some sites give their last page for every number
 * behind it. `seen` are the keys (`urlKey`) of the articles of the pages before.
 */
export const isPastTheEnd = ({ articles }: ListPage, seen: ReadonlySet<string>): boolean =>
  articles.every(({ url, around }) => around || seen.has(urlKey(url)))

/** All links to one address, as one. */
type Candidate = {
  url: string
  title: string
  shape: UrlShape
  /** All of them stand in menus, feet or at sides. */
  around: boolean
  heading: boolean
  /** A day stands beside one of them. */
  dated: boolean
  /** All of them stand in sentences. */
  sentence: boolean
}

function addLink(candidate: Candidate, link: PageLink, words: SiteWords): void {
  // A picture, the title and "Xem tiếp" lead to the same article: the title is the longest that is none of the last.
  const says = words.kindsOf(link.text)
  if (
    link.text.length > candidate.title.length &&
    !says.includes('more') &&
    !says.includes('attachment')
  )
    candidate.title = link.text
  candidate.around &&= link.around
  candidate.heading ||= link.heading
  candidate.dated ||= /(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d(?!\d)/.test(
    link.beside,
  )
  candidate.sentence &&= link.sentence
}

function isArticle(
  { title, shape, around, heading, dated, sentence }: Candidate,
  words: SiteWords,
): boolean {
  if (shape === 'section' || words.kindsOf(title).length > 0) return false
  const isHeadline = title.length >= headlineLetters && title.split(' ').length >= headlineWords
  if (shape === 'article')
    return around ? isHeadline : isHeadline || ((heading || dated) && title.length >= titleLetters)
  return isHeadline && !around && !sentence
}

/** Pictures, films and what pages are made of. */
const isAsset = ({ pathname }: URL): boolean =>
  /\.(?:jpe?g|png|gif|webp|svg|bmp|ico|css|js|json|xml|rss|atom|mp3|mp4|avi|wmv|flv|mov|webm|woff2?|ttf|apk|exe)$/i.test(
    pathname,
  )
