// The links of a page while it is read: address, words, and the place they stand in.
import type { Attributes } from './scan-markup.ts'

export type PageLink = {
  /** Canonical. */
  url: string
  /** What it says: its text, its title, or the alternative text of its image. */
  text: string
  /** What else stands in the same paragraph, cell or line, up to 300 characters. */
  beside: string
  rel: string[]
  /** The link says that it gives a file to keep. */
  download: boolean
  /** It stands in a menu, a foot or at a side. */
  around: boolean
  /** It stands in the body of an article that portals mark as such. */
  known: boolean
  /** It stands in h1 … h5, or such a heading in it. */
  heading: boolean
  /** It stands in a sentence. */
  sentence: boolean
}

export type LinkPlace = Pick<PageLink, 'around' | 'known' | 'heading'>

export type LinkCollector = {
  open(attributes: Attributes, place: LinkPlace): void
  image(attributes: Attributes): void
  /** A heading begins. */
  heading(): void
  /** Takes text; tells whether it is a link's. */
  text(data: string): boolean
  close(): void
  /** A paragraph, cell or line is over; tells whether it is the title of another page. */
  endBlock(text: string, isSentence: boolean): boolean
  all(): PageLink[]
}

const mostLinks = 50_000
const mostText = 500
const besideText = 300
/** So much text makes a link the title of another page. */
const titleLetters = 25

type Pending = { link: PageLink; written: string; title: string; image: string }

/** `toUrl` gives the canonical address of what a link names; null where it leads to no page. */
export function createLinkCollector(toUrl: (href: string) => string | null): LinkCollector {
  const links: PageLink[] = []
  /** Links of the paragraph that is being read. */
  let inBlock: PageLink[] = []
  let current: Pending | null = null

  function close(): void {
    if (!current) return
    const { link, written, title, image } = current
    current = null
    link.text = (flat(written) || flat(title) || flat(image)).slice(0, mostText)
  }

  return {
    open(attributes, place) {
      // A link in a link: the page forgot to end the first.
      close()
      const href = attributes.href
      const url = href === undefined || links.length >= mostLinks ? null : toUrl(href)
      if (!url) return
      const link: PageLink = {
        url,
        text: '',
        beside: '',
        rel: (attributes.rel ?? '').toLowerCase().split(/\s+/).filter(Boolean),
        download: attributes.download !== undefined,
        ...place,
        sentence: false,
      }
      links.push(link)
      inBlock.push(link)
      current = { link, written: '', title: attributes.title ?? '', image: '' }
    },
    heading() {
      if (current) current.link.heading = true
    },
    image(attributes) {
      if (current && !current.image) current.image = attributes.alt || attributes.title || ''
    },
    text(data) {
      if (!current) return false
      if (current.written.length < mostText) current.written += data
      return true
    },
    close,
    endBlock(text, isSentence) {
      if (text !== '')
        for (const link of inBlock) {
          if (link.beside === '') link.beside = text.slice(0, besideText)
          link.sentence ||= isSentence
        }
      const isTitle =
        !isSentence && inBlock.some((link) => !link.around && link.text.length >= titleLetters)
      // A link around whole blocks goes on in the next.
      inBlock = current ? [current.link] : []
      return isTitle
    },
    all: () => links,
  }
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').normalize('NFC').trim()
