// Finds the element that holds the article's body: by the markup of known systems, by Readability, else by counting text.
//
//   NukeViet  <div id="news-bodyhtml" class="bodytext">   SharePoint  <div class="ms-rtestate-field">   Liferay  .journal-content-article
import { Readability } from '@mozilla/readability'
import type { Cheerio, CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { parseHTML } from 'linkedom'
import { flatText, linkShare } from './chrome.ts'

/** Bodies of articles in systems that Vietnamese sites run on; the more exact first. */
const knownBodies = [
  '#news-bodyhtml',
  '.bodytext',
  '[itemprop="articleBody"]',
  '.ms-rtestate-field',
  '#part1',
  '.asset-content',
  '.journal-content-article',
  '.preview-content',
  '#toanvancontent,.toanvan,.fulltext,#divContentDoc',
  '.detail-content-body,.detail-content,.article-content,.article__body,.article-body,.news-content,.news-detail,.content-detail,.contentdetail',
  '.entry-content,.post-content,.td-post-content,.cms-body,.maincontent,.the-article-body,.fck_detail,.singular-content',
  '.noidung,.noi-dung,#noidung,.chi-tiet,.chitiet,.nd_detail_chitiet,.tinchitiet',
]

/** Fewer letters than this are no article. */
const fewestLetters = 200

export type Article = { root: Element; foundBy: 'markup' | 'readability' | 'text' }

/** The element with the article's body, in the page that scripts and chrome were removed from. */
export function findArticle($: CheerioAPI): Article {
  const body = $('body')
  const whole = flatText(body).length
  for (const selector of knownBodies) {
    const best = largest($, body.find(selector).toArray())
    // A page with many such elements is a page of lists, each the body of nothing.
    if (best && isArticle($, best) && flatText(best).length > 0.25 * whole)
      return { root: best.get(0) as Element, foundBy: 'markup' }
  }
  const read = byReadability($)
  const fallback = byText($)
  const readLength = read ? flatText(read).length : 0
  // Readability shrinks pages of lists to one item; then the whole main text is better.
  if (read && readLength > fewestLetters && readLength > 0.35 * flatText(fallback).length)
    return { root: read.get(0) as Element, foundBy: 'readability' }
  return { root: fallback.get(0) as Element, foundBy: 'text' }
}

function largest($: CheerioAPI, nodes: Element[]): Cheerio<Element> | null {
  let best: Cheerio<Element> | null = null
  let length = 0
  for (const node of nodes) {
    const element = $(node)
    const own = flatText(element).length
    if (own > length) {
      best = element
      length = own
    }
  }
  return best
}

function isArticle($: CheerioAPI, element: Cheerio<Element>): boolean {
  return flatText(element).length >= fewestLetters && linkShare($, element) < 0.5
}

const mark = 'data-vanthu-node'

/** Asks Readability, and finds the element of our page that holds everything it chose. */
function byReadability($: CheerioAPI): Cheerio<Element> | null {
  const elements = $('body').find('*').toArray()
  for (const [index, element] of elements.entries()) $(element).attr(mark, String(index))
  const { document } = parseHTML(`<!doctype html><html><head></head>${$.html('body')}</html>`)
  for (const element of elements) $(element).removeAttr(mark)
  const article = new Readability(document, {
    charThreshold: fewestLetters,
    keepClasses: false,
  }).parse()
  if (!article?.content) return null
  const chosen = [...article.content.matchAll(/ data-vanthu-node="(\d+)"/g)]
    .map((m) => elements[Number(m[1])])
    .filter((e) => e !== undefined)
    .filter((e) =>
      ['p', 'li', 'td', 'h2', 'h3', 'h4', 'blockquote', 'figcaption', 'span', 'div'].includes(
        e.name,
      ),
    )
    .filter((e) => flatText($(e)).length > 60)
  const first = chosen[0]
  const last = chosen.at(-1)
  if (!first || !last) return null
  const common = $(first)
    .parents()
    .toArray()
    .concat(first)
    .filter((p) => $(last).closest($(p)).length > 0)
  // The innermost element that holds both ends.
  const root = common.sort((a, b) => flatText($(a)).length - flatText($(b)).length)[0]
  if (!root) return null
  const length = flatText($(root)).length
  return length <= 1.6 * (article.length || length) ? $(root) : null
}

/** The innermost element that still holds most of the page's text outside links. */
function byText($: CheerioAPI): Cheerio<Element> {
  const plain = (element: Cheerio<Element>) =>
    flatText(element).length * (1 - linkShare($, element))
  const main = $('main,[role="main"],#main-content,#content,#main').first()
  let current: Cheerio<Element> =
    main.length > 0 && flatText(main).length > 0.4 * flatText($('body')).length ? main : $('body')
  for (let steps = 0; steps < 60; steps++) {
    const all = plain(current)
    const inner = current
      .children()
      .toArray()
      .map((child) => $(child))
      .find(
        (child) =>
          plain(child) > 0.8 * all && flatText(child).length > 0.7 * flatText(current).length,
      )
    if (!inner || inner.is('p,li,td,tr,h1,h2,h3')) return current
    current = inner
  }
  return current
}
