// What crawling works with besides what every use-case does.
import type { SiteWords } from '../../crawl/site-words.ts'
import type { Context } from '../context.ts'

export type CrawlerSettings = {
  /** Web or e-mail address by which keepers of sites reach the operator; absent where none was set. */
  contact?: string | undefined
  /** Folder for bodies until they are taken in. */
  folder: string
  /** Of vanthu. */
  version: string
}

export type CrawlContext = Context & {
  readonly crawler: CrawlerSettings
  /** The dictionary of what sites write in pages and addresses. */
  siteWords(): SiteWords
}
