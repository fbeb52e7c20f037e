// Tells pages that hold an article from pages that only list others: front pages, categories, search results.
//
//   twenty links such as <a>Khai mạc hội thi tiếng hát học sinh các trường nội trú</a>, hardly a sentence between them
import type { CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { elementsIn, prune } from './dom.ts'
import type { Measure } from './measure.ts'

/** Letters that make a link the title of another page, and a piece of text a sentence of this one. */
const headline = 25
const sentence = 80

const day = /(?<!\d)\d{1,2}\s{0,40}[/.-]\s{0,40}\d{1,2}\s{0,40}[/.-]\s{0,40}\d{4}(?!\d)/

const cells = new Set('p div td li dd section article blockquote pre h1 h2 h3 h4 h5'.split(' '))

export type Weight = {
  /** Links long enough to be titles of other pages. */
  headlines: number
  /** Pieces of text outside links that are long enough to be sentences. */
  sentences: number
  /** Letters in those. */
  prose: number
  /** Short pieces of text with a day in them, one a listed page. */
  days: number
  letters: number
}

/** Weighs the titles of other pages under an element against sentences of its own. */
export function weigh(root: AnyNode, { lengthOf, linkedOf }: Measure): Weight {
  const weight: Weight = { headlines: 0, sentences: 0, prose: 0, days: 0, letters: lengthOf(root) }
  const visit = (node: AnyNode, inSentence: boolean): void => {
    if (node.type === 'text') {
      if (node.data.length < 200 && day.test(node.data)) weight.days++
      return
    }
    if (node.type !== 'tag') {
      if ('children' in node) for (const child of node.children) visit(child as AnyNode, inSentence)
      return
    }
    if (node.name === 'a') {
      // A link in a sentence is no title of a list.
      if (!inSentence && lengthOf(node) >= headline) weight.headlines++
      for (const child of node.children) visit(child as AnyNode, true)
      return
    }
    let inside = inSentence
    if (cells.has(node.name)) {
      const own = ownLetters(node, lengthOf, linkedOf)
      inside = own >= sentence
      if (inside) {
        weight.sentences++
        weight.prose += own
      }
    }
    for (const child of node.children) visit(child as AnyNode, inside)
  }
  visit(root, false)
  return weight
}

/** Letters of an element that stand neither in links nor in further blocks. */
function ownLetters(
  node: Element,
  lengthOf: Measure['lengthOf'],
  linkedOf: Measure['linkedOf'],
): number {
  let own = lengthOf(node) - linkedOf(node)
  const without = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'tag') continue
      if (
        cells.has(child.name) ||
        child.name === 'table' ||
        child.name === 'ul' ||
        child.name === 'ol'
      )
        own -= lengthOf(child) - linkedOf(child)
      else if (child.name !== 'a') without(child)
    }
  }
  without(node)
  return own
}

/**
 * Whether what was chosen as the article is a list of other pages: more titles than sentences and nearly all of it links,
 * or titles with a day and a teaser each.
 */
export function isList({ headlines, sentences, prose, days, letters }: Weight): boolean {
  if (headlines < 4) return false
  if (days >= 4 && headlines >= 0.6 * sentences) return true
  return headlines > 1.5 * sentences && prose < 0.45 * letters
}

/** Whether a whole page is so much of a list that no article need be looked for. */
export function isPlainlyList(weight: Weight): boolean {
  return weight.headlines >= 20 && weight.prose < 0.2 * weight.letters && isList(weight)
}

/** Removes menus: lists of short links, many together. What is left of a page of lists are the titles it lists. */
export function removeMenus($: CheerioAPI, { lengthOf, linkedOf }: Measure): void {
  const isMenu = (node: AnyNode): boolean => {
    if (node.type !== 'tag' || !menuHolders.has(node.name)) return false
    const length = lengthOf(node)
    if (length < 12 || linkedOf(node) < 0.8 * length) return false
    const links = elementsIn(node, ({ name }) => name === 'a')
    return links.length >= 3 && links.every((link) => lengthOf(link) < headline)
  }
  prune(bodyOf($), (node) => (isMenu(node) ? [] : [node]))
}

const menuHolders = new Set(['ul', 'ol', 'table', 'div', 'p', 'tr'])

/** The body of a page; cheerio makes one where the page has none. */
export const bodyOf = ($: CheerioAPI): Element => $('body').get(0) as Element
