// What stands on the site now: articles that can be added, changed and removed while it is served.
import { slugOf } from '../../../src/text/fold.ts'
import { conferences } from './content/conferences.ts'
import type { ArticleText, CategoryAlias } from './content/department.ts'
import { notices } from './content/notices.ts'
import { plans } from './content/plans.ts'

export type SiteArticle = ArticleText & {
  id: number
  category: CategoryAlias
  /** Its path: "/tin-tuc/thong-bao/thong-bao-lich-nghi-…-15.html". */
  path: string
  /** 1, and one more with every change. */
  version: number
  /** ISO 8601. */
  changedAt: string
}

export type Shelf = {
  /** The newest first, as the site lists them. */
  articles(category?: CategoryAlias): SiteArticle[]
  at(path: string): SiteArticle | null
  byId(id: number): SiteArticle | null
  /** The status of what stood at a path and was removed; null where nothing did. */
  removed(path: string): 404 | 410 | null
  add(category: CategoryAlias, text: ArticleText): SiteArticle
  /** Gives the changed article. Its address stays, whatever its title becomes. */
  change(id: number, text: Partial<ArticleText>): SiteArticle
  remove(id: number, status?: 404 | 410): void
}

export const moduleAlias = 'tin-tuc'

/** The forty articles of the site, all as they were published. */
export function createShelf(): Shelf {
  const articles = new Map<number, SiteArticle>()
  const gone = new Map<string, 404 | 410>()
  let lastId = 0
  let changes = 0
  const need = (id: number): SiteArticle => {
    const article = articles.get(id)
    if (!article) throw new Error(`The site has no article ${id}`)
    return article
  }
  const shelf: Shelf = {
    articles: (category) =>
      [...articles.values()]
        .filter((article) => !category || article.category === category)
        .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || b.id - a.id),
    at: (path) => [...articles.values()].find((article) => article.path === path) ?? null,
    byId: (id) => articles.get(id) ?? null,
    removed: (path) => gone.get(path) ?? null,
    add(category, text) {
      const id = ++lastId
      const path = `/${moduleAlias}/${category}/${slugOf(text.title)}-${id}.html`
      const article = { ...text, id, category, path, version: 1, changedAt: text.publishedAt }
      articles.set(id, article)
      return article
    },
    change(id, text) {
      const before = need(id)
      // A second later each time: servers tell changes by whole seconds.
      const changedAt = new Date(
        Date.parse('2024-06-01T00:00:00Z') + 1000 * ++changes,
      ).toISOString()
      const article = { ...before, ...text, version: before.version + 1, changedAt }
      articles.set(id, article)
      return article
    },
    remove(id, status = 404) {
      gone.set(need(id).path, status)
      articles.delete(id)
    },
  }
  for (const text of conferences) shelf.add('hoi-nghi-hoi-thao', text)
  for (const text of notices) shelf.add('thong-bao', text)
  for (const text of plans) shelf.add('ke-hoach-chi-dao', text)
  return shelf
}

/** Where the files of an article are: with its own address, or in the folder of uploads. */
export const filePath = (article: SiteArticle, index: number): string => {
  const file = article.files?.[index]
  if (!file) throw new Error(`Article ${article.id} has no file ${index}`)
  return file.offered === 'download'
    ? `${article.path}?download=1&id=${index}`
    : `/uploads/${moduleAlias}/${article.publishedAt.slice(0, 7).replace('-', '_')}/${file.name}`
}
