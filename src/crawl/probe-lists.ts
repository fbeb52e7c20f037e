// The lists of a site: its first page, and the sections that its menu leads to.
import { decodeText } from './decode-text.ts'
import { readListPage } from './list-page.ts'
import type { OfferedList, Probe } from './probe.ts'
import { siteOf } from './url-key.ts'
import { shapeOf } from './url-shape.ts'
import { readWebPage, type WebPage } from './web-page.ts'

const mostSections = 12
const fewestArticles = 2

/** Finds the lists of a site; `front` is its first page. */
export async function probeLists(front: WebPage, probe: Probe): Promise<OfferedList[]> {
  const lists: OfferedList[] = []
  const look = (page: WebPage): void => {
    const { articles, next } = readListPage(page, probe.words)
    // What stands at the sides of every page makes none a list.
    const own = articles.filter(({ around }) => !around)
    if (own.length < fewestArticles) return
    for (const { url, title } of own) probe.see({ url, title, publishedAt: null })
    lists.push({
      url: page.url,
      title: page.title,
      articles: own.length,
      hasMorePages: next !== null,
    })
  }
  look(front)
  const sections = readListPage(front, probe.words).sections.filter(
    ({ url }) => shapeOf(url) === 'section',
  )
  for (const { url } of sections.slice(0, mostSections)) {
    const fetched = await probe.fetch(url, 'page')
    if (!fetched || siteOf(new URL(fetched.url)) !== siteOf(new URL(front.url))) continue
    look(readWebPage(decodeText(fetched.bytes, fetched.charset).text, fetched.url))
  }
  return lists
}
