// The print of what an article says: the same for two fetches of one article though counters, lists of other news and the hour in
// the page's head have changed meanwhile, another one when its text, its title or its files have.
import { createHash } from 'node:crypto'
import { linksOfArticle } from './attachments.ts'
import { blockElements, isAroundElement, knownArticle, voidElements } from './page-elements.ts'
import { type Attributes, scanMarkup } from './scan-markup.ts'
import type { SiteWords } from './site-words.ts'
import { urlKey } from './url-key.ts'
import type { WebPage } from './web-page.ts'

/** Where less is left, the page is not understood well enough to say that nothing changed; less where its body is marked. */
const fewestLetters = 200
const fewestOfBody = 40
/** Counters are short: "Đã xem: 1.204", "Tổng số điểm của bài viết là: 0 trong 0 đánh giá". */
const shortBlock = 120
/** Beside the body of an article, as portals mark it, what is as short is no part of it: "Những tin mới hơn". */
const scrap = 40
const mostOpen = 2000
/** Nothing of these is read as text. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'select', 'textarea'])

type Block = { text: string; isScrap: boolean }
type Open = { name: string; around: boolean; known: boolean; silent: boolean }

/** SHA-256 of what an article says; null where too little is left to tell. Linear in the page. */
export function textPrintOf(html: string, page: WebPage, words: SiteWords): string | null {
  const { blocks, hasBody } = ownBlocks(html)
  const letters = blocks.reduce((sum, block) => sum + block.length, 0)
  if (letters < (hasBody ? fewestOfBody : fewestLetters)) return null
  const files = linksOfArticle(page, words)
    .filter(({ place }) => place === 'article')
    .map(({ url }) => urlKey(url))
  return createHash('sha256')
    .update(JSON.stringify([page.metas.get('og:title') ?? page.title, blocks, files.sort()]))
    .digest('hex')
}

/** The paragraphs, cells and lines of the article, without those that only lead elsewhere, and short ones without their numbers. */
function ownBlocks(html: string): { blocks: string[]; hasBody: boolean } {
  const blocks: Block[] = []
  let hasBody = false
  const open: Open[] = []
  let around = 0
  let known = 0
  let quiet = 0
  let link = 0
  let block = ''
  let unlinked = ''
  let isCell = false

  function endBlock(): void {
    const text = flat(block)
    const own = flat(unlinked)
    block = ''
    unlinked = ''
    if (text === '' || around > 0) return
    if (known > 0) {
      hasBody = true
      blocks.push({ text, isScrap: false })
      return
    }
    // A title of other news, or the day beside it.
    if (own.length < text.length / 2 || (!isCell && !/\p{L}/u.test(text))) return
    const isShort = text.length < shortBlock && !isCell
    blocks.push({
      text: isShort ? text.replace(/\d[\d.,:/]*/g, '#') : text,
      isScrap: text.length < scrap,
    })
  }

  function openElement(name: string, attributes: Attributes, closed: boolean): void {
    if (blockElements.has(name) || name === 'br') endBlock()
    if (name === 'td' || name === 'th') isCell = true
    if (name === 'a') link++
    if (voidElements.has(name) || closed || open.length >= mostOpen) return
    const element = {
      name,
      around: isAroundElement(name, attributes),
      known: knownArticle(attributes),
      silent: silent.has(name),
    }
    open.push(element)
    around += Number(element.around)
    known += Number(element.known)
    quiet += Number(element.silent)
  }

  function closeElement(name: string): void {
    if (blockElements.has(name)) endBlock()
    if (name === 'td' || name === 'th') isCell = false
    if (name === 'a') link = Math.max(0, link - 1)
    for (let i = open.length - 1; i >= Math.max(0, open.length - 64); i--)
      if (open[i]?.name === name) {
        for (const element of open.splice(i)) {
          around -= Number(element.around)
          known -= Number(element.known)
          quiet -= Number(element.silent)
        }
        return
      }
  }

  scanMarkup(html, 'html', {
    open: openElement,
    close: closeElement,
    text(data, raw) {
      if (raw || quiet > 0) return
      block += data
      if (link === 0) unlinked += data
    },
  })
  endBlock()
  const own = blocks.filter(({ isScrap }) => !(isScrap && hasBody))
  return { blocks: own.map(({ text }) => text), hasBody }
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').normalize('NFC').trim()
