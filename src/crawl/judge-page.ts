// What a page that came with status 200 really is. A page that says "Không tìm thấy trang", asks for a password or speaks of
// maintenance must never take the place of an article.
import { linksOfArticle } from './attachments.ts'
import { readListPage } from './list-page.ts'
import { pageNumberOf } from './page-number.ts'
import type { SiteWordKind, SiteWords } from './site-words.ts'
import { shapeOf } from './url-shape.ts'
import { trapOf } from './url-trap.ts'
import type { WebPage } from './web-page.ts'

export type PageKind = 'article' | 'list' | 'login' | 'error' | 'maintenance' | 'other'

export type PageJudgement = {
  kind: PageKind
  /** What decided, in words for an operator. */
  reason: string
}

/** So much text of its own makes a page more than a notice. */
const noticeLetters = 700
/** Notices say what they are in their first lines. */
const noticeStart = 400
const articleLetters = 300
const shortArticleLetters = 60
/** Letters of sentences in a row that no list has between two titles. */
const articleRun = 600

/** Says what a page is. `words` is the dictionary of site words. */
export function judgePage(page: WebPage, words: SiteWords): PageJudgement {
  return notice(page, words) ?? articleOrList(page, words)
}

/** The kinds of notices, the more telling first. */
const noticeKinds: readonly [word: SiteWordKind, page: PageKind][] = [
  ['not-found', 'error'],
  ['maintenance', 'maintenance'],
  ['error', 'error'],
  ['login', 'login'],
]

/** A page that stands in for another: short, and it says so in its title, a heading, or its first lines. */
function notice(page: WebPage, words: SiteWords): PageJudgement | null {
  if (page.text.prose > noticeLetters || hasBody(page)) return null
  const headings = page.headings.filter(({ level }) => level <= 3).slice(0, 5)
  const titles = [page.title, ...headings.map(({ text }) => text)]
  const start = page.text.start.slice(0, noticeStart)
  for (const [word, kind] of noticeKinds) {
    const title = titles.find((text) => opensWith(text, word, words))
    if (word === 'login') {
      // Every page of many portals has a form to log in by: here it must be what the page is about.
      const isAbout =
        title !== undefined || words.findIn(start).some((found) => found.kind === 'login')
      if (page.asksPassword && isAbout && page.text.plain < noticeLetters)
        return { kind, reason: 'The page asks for a password and says little else.' }
      if (
        title !== undefined &&
        page.text.plain < noticeLetters &&
        page.text.prose < 200 &&
        isShort(title)
      )
        return { kind, reason: `The page is called "${title}".` }
      continue
    }
    if (title !== undefined) return { kind, reason: `The page is called "${title}".` }
    const said = isLittle(page)
      ? words.findIn(start).find((found) => found.kind === word)
      : undefined
    if (said) return { kind, reason: `The page says "${said.phrase}" and little else.` }
  }
  return null
}

/** Whether there is hardly anything to read besides. */
const isLittle = ({ text }: WebPage): boolean => text.plain < 500 && text.prose < 300

/** Words at the beginning of a title, or between marks in it: "Lỗi 404 - Sở Giáo dục", "Sở Giáo dục | Không tìm thấy trang". */
function opensWith(title: string, kind: SiteWordKind, words: SiteWords): boolean {
  return title.split(/\s[-–|:»>]\s|[!.:|»]/).some((part) => {
    const written = part.trim()
    if (words.kindsOf(written).includes(kind)) return true
    const found = words.findIn(written)[0]
    // What else the part says is about the same: "Không tìm thấy trang bạn yêu cầu". Titles of articles are longer.
    return (
      found?.kind === kind &&
      written.length < found.phrase.length + 30 &&
      written.toLowerCase().startsWith(found.phrase.toLowerCase().slice(0, 4)) &&
      kind !== 'login'
    )
  })
}

const isShort = (title: string): boolean => title.length < 60

/** Types of structured data that are one article. */
const articleTypes = new Set([
  'NewsArticle',
  'Article',
  'BlogPosting',
  'Report',
  'ReportageNewsArticle',
])

const bodyOfArticle: PageJudgement = {
  kind: 'article',
  reason: 'The page has the body of an article as portals mark it.',
}

function articleOrList(page: WebPage, words: SiteWords): PageJudgement {
  const { text } = page
  if (trapOf(page.url, words) === 'search')
    return { kind: 'list', reason: 'The address is that of a search.' }
  // Most pages end here, so that their links need not be looked through.
  const isBody = hasBody(page)
  if (isBody && !pageNumberOf(page.url)) return bodyOfArticle
  const offered = readListPage(page, words).articles
  const articles = offered.filter(({ around }) => !around)
  if (pageNumberOf(page.url) && articles.length >= 2)
    return { kind: 'list', reason: 'The address is that of a page of a list.' }
  if (isBody) return bodyOfArticle
  const shape = shapeOf(page.url)
  const headline = articles.length
  const isMostlyLinks = text.linked > 1.5 * text.plain
  const isDeclared =
    [...page.dataTypes].some((type) => articleTypes.has(type)) ||
    page.metas.get('og:type') === 'article'
  if (isDeclared && text.prose >= articleLetters && !isMostlyLinks)
    return { kind: 'article', reason: 'The page calls itself an article and has text.' }
  if (shape !== 'section' && headline <= 15 && hasLongTitle(page))
    return {
      kind: 'article',
      reason: 'The page is called after one thing, in its head and above its text.',
    }
  // A list gives each of its articles a title, a day and a line or two; an article has its sentences in a row.
  const perTitle = headline === 0 ? text.prose : text.prose / headline
  const isTeasers = text.days >= 0.6 * headline ? perTitle < 350 : perTitle < 180
  if (headline >= 4 && text.run < articleRun && (isTeasers || isMostlyLinks))
    return {
      kind: 'list',
      reason: `The page has ${headline} titles of other pages and little text for each.`,
    }
  // First pages have greetings and notices.
  const isFront = new URL(page.url).pathname === '/' && text.prose < Math.max(1000, text.linked)
  if (text.prose >= articleLetters && !isFront)
    return { kind: 'article', reason: 'The page has text of its own.' }
  const ownTitle = titledAsHead(page)
  const files = linksOfArticle(page, words).filter(({ place }) => place === 'article')
  if (ownTitle && shape !== 'section' && files.length > 0 && files.length <= 30)
    return { kind: 'article', reason: 'The page has a title and files to go with it.' }
  if (ownTitle && shape === 'article' && text.plain >= shortArticleLetters && headline < 4)
    return { kind: 'article', reason: 'The page has a title and some text under it.' }
  if (files.length >= 2)
    return { kind: 'list', reason: `The page gives ${files.length} files and has no text.` }
  if (offered.length >= 2)
    return {
      kind: 'list',
      reason: `The page has ${offered.length} titles of other pages and no text.`,
    }
  return {
    kind: 'other',
    reason: 'The page has neither the text of an article nor titles of others.',
  }
}

/** Whether what portals keep articles in holds one: text, or pictures and files where there is little text. */
const hasBody = ({ text }: WebPage): boolean =>
  text.known !== null &&
  (text.known >= 200
    ? text.prose >= 80 || text.known >= 600
    : text.known >= 40 && text.knownParts >= 1 && text.knownParts <= 20)

/** Whether a heading of the page says what its head says. */
const titledAsHead = (page: WebPage): boolean => ownTitles(page).length > 0

/** Sections have short names, articles have sentences for theirs. */
const hasLongTitle = (page: WebPage): boolean =>
  ownTitles(page).some(
    ({ level, text }) => level === 1 && text.length >= 25 && text.split(' ').length >= 6,
  )

/** Headings that the head of the page says, too. */
function ownTitles({ title, metas, headings }: WebPage): WebPage['headings'] {
  const head = [metas.get('og:title') ?? '', title].map((text) =>
    text.normalize('NFC').toLowerCase(),
  )
  return headings.filter(({ text }) => {
    const heading = text.normalize('NFC').toLowerCase()
    return heading.length >= 12 && head.some((written) => written.startsWith(heading))
  })
}
