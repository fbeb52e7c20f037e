// Asks @mozilla/readability which text is the article, and finds the element of our page that holds it.
//
// Readability changes the page it reads and joins lines, so it only chooses: every element carries a number through it.
import { Readability } from '@mozilla/readability'
import type { CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { parseHTML } from 'linkedom'
import { elementsIn } from './dom.ts'
import type { Measure } from './measure.ts'

const mark = 'data-vanthu-node'
const holders = new Set('p li td h2 h3 h4 blockquote figcaption span div'.split(' '))
/** What Readability looks at besides names of elements. */
const telling = [
  'class',
  'id',
  'role',
  'itemprop',
  'rel',
  'property',
  'align',
  'href',
  'src',
  'style',
]

/** Letters it may have to read, each as often as elements stand around it; beyond, it would take half a minute. */
const mostLetters = 30_000_000
const mostElements = 30_000

/** The element with everything that Readability chose; null where it chose nothing, or bits all over the page. */
export function chosenByReadability(
  $: CheerioAPI,
  { lengthOf }: Measure,
  fewestLetters: number,
): Element | null {
  const body = $('body').get(0) as Element
  const elements = elementsIn(body)
  const letters = elements.reduce((sum, element) => sum + lengthOf(element), 0)
  if (letters > mostLetters || elements.length > mostElements) return null
  const { document } = parseHTML(
    `<!doctype html><html><head></head>${markedPage(body, elements)}</html>`,
  )
  const article = new Readability(document, {
    charThreshold: fewestLetters,
    keepClasses: false,
  }).parse()
  if (!article?.content) return null
  const chosen = [...article.content.matchAll(/ data-vanthu-node="(\d+)"/g)]
    .map((m) => elements[Number(m[1])])
    .filter((e) => e !== undefined && holders.has(e.name) && lengthOf(e) > 60)
  const root = commonParent(chosen[0], chosen.at(-1))
  if (!root) return null
  const length = lengthOf(root)
  return length <= 1.6 * (article.length || length) ? root : null
}

const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** The page as markup, elements numbered. White space is made single: linkedom makes a node of every entity. */
function markedPage(body: Element, elements: readonly Element[]): string {
  const numbers = new Map(elements.map((element, i) => [element, i]))
  const pieces: string[] = []
  const write = (node: AnyNode): void => {
    if (node.type === 'text') pieces.push(escaped(node.data.replace(/[\s\u00A0]+/g, ' ')))
    if (node.type !== 'tag') return
    if (!/^[a-z][a-z0-9]*$/.test(node.name)) {
      // <o:p> and the like, of Word: only what is in them.
      for (const child of node.children) write(child as AnyNode)
      return
    }
    pieces.push(`<${node.name}`)
    for (const name of telling) {
      const value = node.attribs[name]
      if (value) pieces.push(` ${name}="${escaped(value.slice(0, 500))}"`)
    }
    const number = numbers.get(node)
    pieces.push(number === undefined ? '>' : ` ${mark}="${number}">`)
    if (voids.has(node.name)) return
    for (const child of node.children) write(child as AnyNode)
    pieces.push(`</${node.name}>`)
  }
  write(body)
  return pieces.join('')
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
  )

/** The innermost element that holds both. */
function commonParent(first: Element | undefined, last: Element | undefined): Element | null {
  if (!first || !last) return null
  const above = new Set<AnyNode>()
  for (let at: AnyNode | null = first; at; at = at.parent as AnyNode | null) above.add(at)
  for (let at: AnyNode | null = last; at; at = at.parent as AnyNode | null)
    if (above.has(at)) return at.type === 'tag' ? at : null
  return null
}
