// Reads web pages: the article's title, date, lead, body and byline as blocks; menus, comments and other news left out.
//
// The way: html/decode → html/depth → cheerio → html/facts → html/chrome → html/article → html/title → html/walk.
// Nothing outside the page is fetched and nothing in it is run.
import { load } from 'cheerio'
import type { AnyNode } from 'domhandler'
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import { createBlocks } from './blocks.ts'
import { aroundArticle } from './html/around.ts'
import { findArticle } from './html/article.ts'
import { flatText, removeChrome, removeInvisible, removeNavigation } from './html/chrome.ts'
import { decodePage } from './html/decode.ts'
import { refuseDeepNesting } from './html/depth.ts'
import { readFacts } from './html/facts.ts'
import { markTail } from './html/tail.ts'
import { findTitle } from './html/title.ts'
import { blocksOf } from './html/walk.ts'
import type { ParseInput, Parser } from './parser.ts'

const name = 'html/1'

/** Reads a web page or a fragment of one. */
export const html: Parser = {
  name,
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  parse: async (input) => parsePage(input),
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
  let $ = load(decoded.html)
  const facts = readFacts($)
  progress(0.3)
  removeInvisible($)
  const whole = $.html()
  const letters = flatText($('body')).length
  removeChrome($)
  if (letters > 2000 && flatText($('body')).length < 0.06 * letters) {
    // Nearly nothing is left: a page of lists, with no article that chrome could stand around.
    $ = load(whole)
    removeNavigation($)
  }
  const { root } = findArticle($)
  progress(0.7)
  const title = findTitle($, root, facts.titles, facts.siteName)
  const skip = new Set<AnyNode>(title?.element ? [title.element] : [])
  const around = aroundArticle($, root, title?.element ?? null)
  for (const node of around.nodes) skip.add(node)
  const body = blocksOf($, root, skip)
  const blocks = createBlocks()
  if (title) blocks.add('heading', title.text, { level: 1 })
  for (const block of [...around.before, ...markTail(body), ...around.after])
    blocks.add(block.kind, block.text, { level: block.level })
  const { text, blocks: list } = blocks.read()
  if (!list.some((b) => b.kind !== 'chrome'))
    throw new BadDocumentError('no-text', `${fileName} is a web page without any text to read.`)
  const publishedAt = facts.publishedAt ?? around.publishedAt
  const siteName = title?.siteName ?? facts.siteName
  return {
    version: 1,
    parser: name,
    mediaType: 'text/html',
    text,
    blocks: list,
    metadata: {
      ...(title ? { title: title.text } : {}),
      ...(publishedAt ? { publishedAt } : {}),
      ...(facts.author ? { author: facts.author } : {}),
      ...(siteName ? { siteName } : {}),
      ...(facts.canonicalUrl ? { canonicalUrl: facts.canonicalUrl } : {}),
      charset: decoded.charset,
    },
    warnings: decoded.warnings,
    partial: false,
  }
}
