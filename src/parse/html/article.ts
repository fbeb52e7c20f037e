// Finds the element that holds the article's body: by the markup of known systems, by Readability, else by counting text.
//
//   NukeViet  <div id="news-bodyhtml" class="bodytext">   SharePoint  <div class="ms-rtestate-field">   Liferay  .journal-content-article
import type { CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { weigh } from './list-page.ts'
import type { Measure } from './measure.ts'
import { chosenByReadability } from './readability.ts'
import { isData, rowsOf } from './tables.ts'

/** Bodies of articles in systems that Vietnamese sites run on; the more exact first. */
const knownBodies = [
  '#news-bodyhtml,#newsdetail-bodyhtml',
  '.bodytext',
  '[itemprop="articleBody"],[property="articleBody"]',
  '[data-role="content"],.fck_detail,.singular-content,.cms-body,.zce-content-body,.afcbc-body,.the-article-body',
  '.ms-rtestate-field',
  '#part1',
  '.asset-full-content,.asset-content',
  '.journal-content-article',
  '.preview-content',
  '#toanvancontent,.toanvan,.fulltext,#divContentDoc',
  '[id^="dnn_"][id$="_lblContent"],[id^="dnn_"][id$="_lblBody"],[id^="dnn_"][id$="_lblNoiDung"],[id$="_lblNoiDung"],[id$="_lblContent"],[id$="_divContent"],[id$="_ltrContent"]',
  '.detail-content-body,.detail-content,.detail__content,.article-content,.article__body,.article-body,.news-content,.news-detail,.content-detail,.contentdetail,.content_detail,.newsdetail-content,.news_detail_content',
  '.entry-content,.post-content,.td-post-content,.field--name-body,.field-name-body,.maincontent,.item-page,.articleContent',
  '.noidung,.noi-dung,#noidung,#noi-dung,.chi-tiet,.chitiet,.nd_detail_chitiet,.tinchitiet,.noidungtin,.nd-chitiet,.chitiet-noidung,.content-news,.detailnews',
]

/** Fewer letters than this are no article. */
const fewestLetters = 200

export type Article = { root: Element; foundBy: 'markup' | 'readability' | 'text' }

/** The body of a system that is known; null in other pages. */
export function knownBody($: CheerioAPI, measured: Measure): Element | null {
  const body = $('body').get(0) as Element
  const whole = measured.lengthOf(body)
  for (const selector of knownBodies) {
    const best = largest($(selector).toArray(), measured)
    // A page with many such elements is a page of lists, each the body of nothing.
    if (best && isArticle(best, measured) && measured.lengthOf(best) > 0.25 * whole) return best
  }
  return null
}

/** The element with the article's body, in the page that scripts and chrome were removed from. */
export function findArticle($: CheerioAPI, measured: Measure): Article {
  const known = knownBody($, measured)
  if (known) return { root: outOfTable(known), foundBy: 'markup' }
  const read = chosenByReadability($, measured, fewestLetters)
  const fallback = byText($, measured)
  if (read && measured.lengthOf(read) > fewestLetters && isMost(read, fallback, measured))
    return { root: outOfTable(read), foundBy: 'readability' }
  return { root: outOfTable(fallback), foundBy: 'text' }
}

/**
 * Whether what Readability chose is most of the main text. It shrinks pages of lists to one item, so that where lists
 * surround it, it must hold some sentences.
 */
function isMost(read: Element, fallback: Element, measured: Measure): boolean {
  const { lengthOf, linkedOf } = measured
  if (lengthOf(read) > 0.35 * lengthOf(fallback)) return true
  const plain = (element: Element) => lengthOf(element) - linkedOf(element)
  return plain(read) > 0.35 * plain(fallback) && weigh(read, measured).sentences >= 3
}

/** The element itself; where it lies in a table of data, that whole table with its head. */
function outOfTable(root: Element): Element {
  let whole = root
  for (let at: Element | null = root; at; at = at.parent?.type === 'tag' ? at.parent : null)
    if (at.name === 'table' && isData(rowsOf(at))) whole = at
  return whole
}

function largest(nodes: readonly AnyNode[], { lengthOf }: Measure): Element | null {
  let best: Element | null = null
  for (const node of nodes)
    if (node.type === 'tag' && (best === null || lengthOf(node) > lengthOf(best))) best = node
  return best
}

function isArticle(element: Element, { lengthOf, linkedOf }: Measure): boolean {
  return lengthOf(element) >= fewestLetters && linkedOf(element) < 0.5 * lengthOf(element)
}

const blocks = new Set('p li td tr h1 h2 h3'.split(' '))

/** The innermost element that still holds most of the page's text outside links. */
export function byText($: CheerioAPI, { lengthOf, linkedOf }: Measure): Element {
  const plain = (element: AnyNode) => lengthOf(element) - linkedOf(element)
  const body = $('body').get(0) as Element
  const main = $('main,[role="main"],#main-content,#content,#main').get(0)
  let current = main && lengthOf(main) > 0.4 * lengthOf(body) ? main : body
  for (let steps = 0; steps < 60; steps++) {
    const inner = current.children.find(
      (child): child is Element =>
        child.type === 'tag' &&
        plain(child) > 0.8 * plain(current) &&
        lengthOf(child) > 0.7 * lengthOf(current),
    )
    if (!inner || blocks.has(inner.name)) return current
    current = inner
  }
  return current
}
