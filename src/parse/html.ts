// Reads web pages: the article's title, date, lead, body and byline as blocks; menus, comments and other news left out.
//
// The way: html/decode → html/depth → cheerio → html/facts → html/chrome → html/article → html/title → html/around →
// html/walk → html/tail; a page that only lists others takes the way of html/list-page. Nothing outside the page is
// fetched and nothing in it is run.
import { type CheerioAPI, load } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument, Warning } from '../model.ts'
import { createBlocks } from './blocks.ts'
import { aroundArticle } from './html/around.ts'
import { findArticle, knownBody } from './html/article.ts'
import { removeChrome, removeInvisible } from './html/chrome.ts'
import { decodePage, withoutServerCode } from './html/decode.ts'
import { refuseDeepNesting } from './html/depth.ts'
import { textOf } from './html/dom.ts'
import { type PageFacts, readFacts } from './html/facts.ts'
import { bodyOf, isList, isPlainlyList, removeMenus, weigh } from './html/list-page.ts'
import { type Measure, measure } from './html/measure.ts'
import { publishedAt } from './html/published.ts'
import { markTail } from './html/tail.ts'
import { type FoundTitle, findTitle, titleOfList } from './html/title.ts'
import { blocksOf, type TextBlock } from './html/walk.ts'
import type { ParseInput, Parser } from './parser.ts'

const name = 'html/2'

/** Reads a web page or a fragment of one. */
export const html: Parser = {
  name,
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  parse: async (input) => parsePage(input),
}

type Reading = {
  title: FoundTitle | null
  publishedAt: string | undefined
  blocks: TextBlock[]
  warnings: Warning[]
}

function parsePage({
  bytes,
  charset,
  limits,
  name: fileName,
  progress,
}: ParseInput): ParsedDocument {
  const decoded = decodePage(bytes, charset)
  refuseDeepNesting(decoded.html, limits.depth, fileName)
  const source = withoutServerCode(decoded.html)
  const $ = load(source)
  const facts = readFacts($)
  progress(0.3)
  removeInvisible($)
  if ($('body').length === 0)
    throw new BadDocumentError(
      'no-text',
      `${fileName} is a web page made of frames only; save the page inside the frame.`,
    )
  const reading = readArticle($, facts) ?? readList(source, facts)
  progress(0.9)
  const { title } = reading
  const blocks = createBlocks()
  if (title) blocks.add('heading', title.text, { level: 1 })
  for (const block of reading.blocks) blocks.add(block.kind, block.text, { level: block.level })
  const { text, blocks: list } = blocks.read()
  if (!list.some((b) => b.kind !== 'chrome'))
    throw new BadDocumentError('no-text', `${fileName} is a web page without any text to read.`)
  const siteName = title?.siteName ?? facts.siteName
  return {
    version: 1,
    parser: name,
    mediaType: 'text/html',
    text,
    blocks: list,
    metadata: {
      ...(title ? { title: title.text } : {}),
      ...(reading.publishedAt ? { publishedAt: reading.publishedAt } : {}),
      ...(facts.author ? { author: facts.author } : {}),
      ...(siteName ? { siteName } : {}),
      ...(facts.canonicalUrl ? { canonicalUrl: facts.canonicalUrl } : {}),
      charset: decoded.charset,
      charsetBy: decoded.charsetBy,
    },
    warnings: [...decoded.warnings, ...reading.warnings],
    partial: false,
  }
}

/** Where less is left, what was removed was not chrome. */
const fewestLetters = 60

/** The article of a page; null where the page only lists others. */
function readArticle($: CheerioAPI, facts: PageFacts): Reading | null {
  const whole = weigh(bodyOf($), measure(bodyOf($)))
  removeChrome($, 'article')
  const body = bodyOf($)
  const measured = measure(body)
  const weight = weigh(body, measured)
  const aboutOne = () => knownBody($, measured) !== null || titledAsHead($, facts)
  if (isPlainlyList(weight) && !aboutOne()) return null
  // Nothing is left, or no sentence, of a page that had other pages' titles: they were what it is about.
  if (weight.letters < Math.max(fewestLetters, Math.min(400, 0.06 * whole.letters))) return null
  if (weight.sentences === 0 && whole.headlines >= 6 && !aboutOne()) return null
  const { root: found, foundBy } = findArticle($, measured)
  const title = findTitle($, found, facts.titles, facts.siteName, measured)
  const lists = foundBy !== 'markup' && isList(weigh(found, measured))
  if (lists && !title?.isHeadTitle) return null
  // A title with nothing but a picture or a film under it: what else the page says is about other pages.
  const root = lists && title?.element ? aloneWith(title.element, measured) : found
  const around = aroundArticle(root, title?.element ?? null, measured)
  const skip = new Set<AnyNode>(title?.element ? [title.element, ...around.nodes] : around.nodes)
  return {
    title,
    publishedAt: publishedAt(around.dates, facts),
    blocks: [...around.before, ...markTail(blocksOf(root, skip)), ...around.after],
    warnings: [],
  }
}

/** The largest element around a title that lists no other pages. */
function aloneWith(title: Element, measured: Measure): Element {
  let root = title
  for (let at = title.parent; at?.type === 'tag' && at.name !== 'body'; at = at.parent) {
    if (weigh(at, measured).headlines > 1) break
    root = at
  }
  return root
}

/** Whether a heading of the page says what its head says, and that is not the site's name: then it is about one thing. */
function titledAsHead($: CheerioAPI, facts: PageFacts): boolean {
  const body = bodyOf($)
  return findTitle($, body, facts.titles, facts.siteName, measure(body))?.isHeadTitle ?? false
}

/** A page of lists: all it says but menus and the site's foot, under the page's own title. */
function readList(source: string, facts: PageFacts): Reading {
  let $ = load(source)
  removeInvisible($)
  removeChrome($, 'list')
  removeMenus($, measure(bodyOf($)))
  if (textOf(bodyOf($)).length < fewestLetters) {
    // A page that is all menu is about its menu.
    $ = load(source)
    removeInvisible($)
  }
  const body = bodyOf($)
  const title = titleOfList($, facts.titles, facts.siteName, measure(body))
  const skip = new Set<AnyNode>(title?.element ? [title.element] : [])
  return {
    title,
    publishedAt: undefined,
    blocks: markTail(blocksOf(body, skip), 'list'),
    warnings: [
      {
        code: 'list-page',
        message:
          'The page lists other pages and holds no article of its own; dates in it are theirs.',
      },
    ],
  }
}
