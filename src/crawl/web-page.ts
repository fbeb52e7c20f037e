// A page as the crawler sees it, read once from left to right: its links, where each stands, what its head says, and how much
// of it is text. Everything else of discovery looks at this and not at the markup.
import { readDateLine } from '../text/date-line.ts'
import { canonicalUrl } from './canonical-url.ts'
import {
  blockElements,
  isAroundByName,
  isAroundElement,
  knownArticle,
  voidElements,
} from './page-elements.ts'
import { createLinkCollector, type PageLink } from './page-links.ts'
import { type Attributes, scanMarkup } from './scan-markup.ts'

export type WebPage = {
  /** Canonical: where the page was fetched. */
  url: string
  /** What relative links are seen from. */
  base: string
  title: string
  /** Content of <meta> by name, lower case; the first of each. */
  metas: ReadonlyMap<string, string>
  /** What the page calls its own address: link rel=canonical; null where it says none. */
  canonical: string | null
  /** Feeds and other alternates named in the head. */
  alternates: { url: string; type: string; title: string }[]
  next: string | null
  /** Texts of h1 … h3, outside menus and feet. */
  headings: { level: number; text: string }[]
  links: PageLink[]
  /** Files shown within the page: frames, embedded objects. */
  embedded: string[]
  asksPassword: boolean
  /** Types of structured data: "NewsArticle" of JSON-LD and itemtype. */
  dataTypes: ReadonlySet<string>
  text: PageText
}

/** What there is to read outside menus and feet. */
export type PageText = {
  /** Its beginning, for words that say what the page is. */
  start: string
  /** Letters outside links. */
  plain: number
  /** Letters in links. */
  linked: number
  /** Letters of pieces outside links long enough to be sentences. */
  prose: number
  sentences: number
  /** Most letters of sentences in a row, without the title of another page between them. */
  run: number
  /** Short pieces that tell a day, one a listed page or article. */
  days: number
  /** Letters in the element that portals keep an article's body in; null where there is none. */
  known: number | null
  /** Images and embedded files in that element, and links to others. */
  knownParts: number
}

/** Pages are read so far; what is longer is damaged or no page. */
const mostLetters = 8 * 1024 * 1024
const mostOpen = 2000
/** Elements that an end tag is looked for in, from the inside. */
const mostSearched = 256
const startLetters = 1500
const sentenceLetters = 80

type Open = { name: string; around: boolean; known: boolean; heading: boolean; hidden: boolean }

/** Where less of a page's letters is left outside menus and feet, the names of its classes mean something else. */
const leastShare = 0.12

/** Reads a page. `url` is where it came from, after redirects. Linear in the page, whatever it is made of. */
export function readWebPage(html: string, url: string): WebPage {
  const source = html.length > mostLetters ? html.slice(0, mostLetters) : html
  const { page, letters } = readOnce(source, url, isAroundElement)
  if (letters < 400 || page.text.plain + page.text.linked >= leastShare * letters) return page
  return readOnce(source, url, isAroundByName).page
}

function readOnce(
  source: string,
  url: string,
  isAround: (name: string, attributes: Attributes) => boolean,
): { page: WebPage; letters: number } {
  const metas = new Map<string, string>()
  const dataTypes = new Set<string>()
  const open: Open[] = []
  const page = {
    base: canonicalUrl(url, url) ?? url,
    title: '',
    asksPassword: false,
    canonical: null as string | null,
    next: null as string | null,
  }
  const alternates: WebPage['alternates'] = []
  const headings: WebPage['headings'] = []
  const embedded: string[] = []
  const text = {
    start: '',
    plain: 0,
    linked: 0,
    prose: 0,
    sentences: 0,
    run: 0,
    days: 0,
    known: null as number | null,
    knownParts: 0,
  }
  const links = createLinkCollector((href) => canonicalUrl(href, page.base))
  let letters = 0
  let around = 0
  let known = 0
  let hidden = 0
  let run = 0
  let heading: { level: number; text: string } | null = null
  let block = ''
  let blockPlain = 0
  let inTitle = false
  let inStructured = false

  /** Text of one paragraph, cell or line is over: what was it? */
  function endBlock(): void {
    const plain = block.replace(/\s+/g, ' ').trim()
    if (plain !== '' && around === 0) {
      if (text.start.length < startLetters) text.start += `${plain}\n`
      if (blockPlain >= sentenceLetters) {
        text.prose += blockPlain
        text.sentences++
        run += blockPlain
        text.run = Math.max(text.run, run)
      }
      if (plain.length < 110 && readDateLine(plain) !== null) text.days++
      else if (plain.length < 200 && blockPlain < sentenceLetters && shownDay.test(plain))
        text.days++
    }
    if (links.endBlock(plain, blockPlain >= sentenceLetters)) run = 0
    block = ''
    blockPlain = 0
  }

  function openElement(name: string, attributes: Attributes, closed: boolean): void {
    headElement(name, attributes)
    if (blockElements.has(name) || name === 'br') endBlock()
    if (name === 'title') inTitle = page.title === ''
    if (name === 'script') inStructured = attributes.type === 'application/ld+json'
    if (name === 'input' && attributes.type?.toLowerCase() === 'password') page.asksPassword = true
    if (name === 'iframe' || name === 'embed' || name === 'object' || name === 'frame') {
      const written = attributes.src || attributes.data || attributes['data-src']
      const file = written ? canonicalUrl(written, page.base) : null
      if (file) embedded.push(file)
    }
    if (name === 'a' || name === 'area') {
      links.open(attributes, { around: around > 0, known: known > 0, heading: heading !== null })
      if (name === 'area') links.close()
      if (known > 0) text.knownParts++
    }
    if (name === 'img') {
      links.image(attributes)
      if (known > 0) text.knownParts++
    }
    if (attributes.itemtype)
      for (const type of attributes.itemtype.split(/\s+/))
        dataTypes.add(type.slice(type.lastIndexOf('/') + 1))
    if (voidElements.has(name) || (closed && name !== 'a')) return
    if (open.length >= mostOpen) return
    const standsAround = isAround(name, attributes)
    const isKnown = !standsAround && knownArticle(attributes)
    const isHidden =
      name === 'script' ||
      name === 'style' ||
      name === 'noscript' ||
      name === 'template' ||
      name === 'select' ||
      name === 'textarea'
    const level = /^h[1-5]$/.test(name) ? Number(name[1]) : 0
    if (level > 0) links.heading()
    if (level > 0 && heading === null) heading = { level, text: '' }
    open.push({ name, around: standsAround, known: isKnown, heading: level > 0, hidden: isHidden })
    if (standsAround) around++
    if (isKnown) {
      known++
      text.known ??= 0
    }
    if (isHidden) hidden++
  }

  /** What only counts by itself: base, metas and links of the head. */
  function headElement(name: string, attributes: Attributes): void {
    if (name === 'base' && attributes.href)
      page.base = canonicalUrl(attributes.href, page.base) ?? page.base
    if (name === 'meta' && attributes.content !== undefined)
      for (const key of [attributes.property, attributes.name, attributes['http-equiv']])
        if (key && !metas.has(key.toLowerCase()))
          metas.set(key.toLowerCase(), attributes.content.trim())
    if (name !== 'link' || !attributes.href) return
    const to = canonicalUrl(attributes.href, page.base)
    const rel = (attributes.rel ?? '').toLowerCase().split(/\s+/)
    if (!to) return
    if (rel.includes('canonical')) page.canonical ??= to
    if (rel.includes('next')) page.next ??= to
    if (rel.includes('alternate'))
      alternates.push({
        url: to,
        type: (attributes.type ?? '').toLowerCase(),
        title: attributes.title ?? '',
      })
  }

  function closeElement(name: string): void {
    if (blockElements.has(name)) endBlock()
    if (name === 'title') inTitle = false
    if (name === 'script') inStructured = false
    if (name === 'a') links.close()
    // An end tag ends what it names where that is near; else it ends nothing, so that one too many closes no page.
    for (let i = open.length - 1; i >= Math.max(0, open.length - mostSearched); i--)
      if (open[i]?.name === name) {
        while (open.length > i) closeTop()
        return
      }
  }

  function closeTop(): void {
    const top = open.pop()
    if (!top) return
    if (top.around) around--
    if (top.known) known--
    if (top.hidden) hidden--
    if (!top.heading || open.some((element) => element.heading)) return
    if (heading && around === 0) {
      const written = heading.text.replace(/\s+/g, ' ').trim()
      if (written !== '' && heading.level <= 3 && headings.length < 200)
        headings.push({ level: heading.level, text: written })
    }
    heading = null
  }

  function addText(data: string, raw: boolean): void {
    if (inTitle) page.title += data
    if (raw || hidden > 0) {
      if (inStructured)
        for (const [, type] of data.matchAll(/"@type"\s{0,20}:\s{0,20}"([A-Za-z]{1,40})"/g))
          if (type) dataTypes.add(type)
      return
    }
    if (inTitle) return
    const inLink = links.text(data)
    if (heading) heading.text += data
    block += data
    const added = lettersOf(data)
    letters += added
    if (!inLink) blockPlain += added
    if (around > 0) return
    if (inLink) text.linked += added
    else text.plain += added
    if (known > 0) text.known = (text.known ?? 0) + added
  }

  scanMarkup(source, 'html', { open: openElement, close: closeElement, text: addText })
  links.close()
  endBlock()
  const read: WebPage = {
    ...page,
    url: canonicalUrl(url, url) ?? url,
    title: page.title.replace(/\s+/g, ' ').trim().slice(0, 500),
    metas,
    alternates,
    headings,
    links: links.all(),
    embedded,
    dataTypes,
    text: { ...text, start: text.start.slice(0, startLetters) },
  }
  return { page: read, letters }
}

/** A day in a short piece: "(09/02/2023)", "12-5-2024". */
const shownDay = /(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d(?!\d)/

/** Letters with white space single. */
function lettersOf(data: string): number {
  let count = 0
  let gap = true
  for (let i = 0; i < data.length; i++) {
    const code = data.charCodeAt(i)
    const space = code === 32 || code === 160 || (code >= 9 && code <= 13)
    if (!space || !gap) count++
    gap = space
  }
  return count
}
