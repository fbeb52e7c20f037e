// XML of feeds and sitemaps as a tree that forgives: unknown prefixes, "&" without a name, end tags that are missing or wrong.
import { type Attributes, scanMarkup } from './scan-markup.ts'

export type XmlElement = {
  /** As written, with its prefix: "dc:date". */
  name: string
  attributes: Attributes
  /** Its own text and that of what stands in it, in order. */
  text: string
  children: XmlElement[]
  /** It has an end tag of its own: without one, its text may be cut or hold that of what follows. */
  ended: boolean
}

/** An element that is being read; `textBefore`: what stands before its first child. */
type Open = { element: XmlElement; pieces: string[]; textBefore: string }

/** Deeper elements are no feed's: their text is kept, they are not. */
const deepest = 32
const mostElements = 1_000_000

/** Reads XML. Nothing outside is fetched, no entity is expanded. The root holds all that stands at the top. */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [], ended: false }
  const open: Open[] = [{ element: root, pieces: [], textBefore: '' }]
  let tooDeep = 0
  let count = 0
  const closeTop = (): void => {
    const top = open.pop()
    if (!top) return
    const { element, pieces, textBefore } = top
    element.text = pieces.join('')
    const outer = open.at(-1)
    outer?.pieces.push(element.text)
    // An element of text that nobody ended holds only what stands before the next: "<title>Hội nghị<link>…".
    if (element.ended || !outer || element.children.length === 0 || textBefore.trim() === '') return
    outer.element.children.push(...element.children.splice(0))
    element.text = textBefore
  }
  scanMarkup(source, 'xml', {
    open(name, attributes, closed) {
      if (open.length > deepest || ++count > mostElements) {
        if (!closed) tooDeep++
        return
      }
      const element: XmlElement = { name, attributes, text: '', children: [], ended: closed }
      const outer = open.at(-1)
      if (outer?.element.children.length === 0) outer.textBefore = outer.pieces.join('')
      outer?.element.children.push(element)
      if (!closed) open.push({ element, pieces: [], textBefore: '' })
    },
    close(name) {
      if (tooDeep > 0) {
        tooDeep--
        return
      }
      const from = open.findLastIndex(({ element }) => element.name === name)
      // An end tag that ends nothing is passed over; one that ends an outer element ends those within, too.
      const ending = open[from]
      if (from <= 0 || !ending) return
      ending.element.ended = true
      while (open.length > from) closeTop()
    },
    text(data) {
      open.at(-1)?.pieces.push(data)
    },
  })
  while (open.length > 0) closeTop()
  return root
}

/** The name without its prefix, in lower case: "dc:Date" → "date". */
export const localName = ({ name }: XmlElement): string =>
  name.slice(name.indexOf(':') + 1).toLowerCase()

/** The first child of one of these local names, or of a prefixed name ("dc:date"). */
export const childOf = (element: XmlElement, ...names: string[]): XmlElement | undefined => {
  for (const name of names) {
    const found = element.children.find((child) =>
      name.includes(':') ? child.name.toLowerCase() === name : localName(child) === name,
    )
    if (found) return found
  }
  return undefined
}

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => localName(child) === name)

/** All elements of a local name at any depth, in document order. */
export function descendantsOf(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const waiting = [...root.children].reverse()
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (localName(element) === name) found.push(element)
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]
      if (child) waiting.push(child)
    }
  }
  return found
}

/** The text of an element that must be whole: nothing where it has no end tag. */
export const wholeText = (element: XmlElement | undefined): string =>
  element?.ended ? plainText(element) : ''

/** Text with white space single and none around it. */
export const plainText = (element: XmlElement | undefined): string =>
  (element?.text ?? '').replace(/\s+/g, ' ').trim()
