// The files that an article gives along: linked, called "Tải về" or "File đính kèm", or shown in a frame.
import { type AttachmentFormat, attachmentFormatOf, namedFormat } from './attachment-format.ts'
import { canonicalUrl } from './canonical-url.ts'
import type { PageLink } from './page-links.ts'
import type { SiteWords } from './site-words.ts'
import { urlKey } from './url-key.ts'
import { shapeOf } from './url-shape.ts'
import type { WebPage } from './web-page.ts'

export type AttachmentLink = {
  /** Canonical. */
  url: string
  /** What the link says; of a frame, the file's name. */
  text: string
  format: AttachmentFormat
  /** `article`: it stands in the article. `around`: in a menu, a foot, or at a side, where every page of the site may have it. */
  place: 'article' | 'around'
  /** The link's own address, or a viewer's that shows it. */
  by: 'link' | 'frame'
}

/** Viewers that show a file whose address is in theirs: "docs.google.com/gview?url=…", "…/viewer.html?file=…". */
const viewedParameter = /^(?:url|src|file|pdf|document)$/i

/** All files that a page gives along, each once, in order. */
export function linksOfArticle(page: WebPage, words: SiteWords): AttachmentLink[] {
  const found = new Map<string, AttachmentLink>()
  const add = (attachment: AttachmentLink): void => {
    const key = urlKey(attachment.url)
    const known = found.get(key)
    if (!known) found.set(key, attachment)
    else if (known.place === 'around' && attachment.place === 'article') found.set(key, attachment)
    // The eye, the arrow and the name of a file: its name is what is not "Tải về".
    else if (isBetterName(attachment.text, known.text, words)) known.text = attachment.text
  }
  for (const link of page.links) {
    const viewed = viewedFile(link.url)
    const format = viewed?.format ?? attachmentFormatOf(link) ?? saidFormat(link, words)
    if (!format || isPictureOnly(link.url)) continue
    add({
      url: viewed?.url ?? link.url,
      text: link.text || nameIn(link.url),
      format,
      place: link.around ? 'around' : 'article',
      by: 'link',
    })
  }
  for (const url of page.embedded) {
    const viewed = viewedFile(url) ?? fileItself(url)
    if (viewed) add({ ...viewed, text: nameIn(viewed.url), place: 'article', by: 'frame' })
  }
  return [...found.values()]
}

/**
 * A link that says it gives a file, or stands behind words that do, and whose address is no page's: "Tải về (1,2 MB)",
 * "File đính kèm: Kế hoạch số 12".
 */
function saidFormat(link: PageLink, words: SiteWords): AttachmentFormat | null {
  const { pathname, search } = new URL(link.url)
  if (/\.(?:html?|shtml)$/i.test(pathname) || (pathname.endsWith('/') && search === '')) return null
  const own = link.text.replace(/[([]?\d[\d.,]{0,8}\s?(?:bytes|[kmg]i?b)[)\]]?/i, ' ')
  if (words.kindsOf(own).includes('attachment')) return 'unknown'
  const colon = link.beside.indexOf(':')
  const isLed =
    colon > 0 && colon < 40 && words.kindsOf(link.beside.slice(0, colon)).includes('attachment')
  return isLed && !link.around && shapeOf(link.url) !== 'article' ? 'unknown' : null
}

function viewedFile(address: string): { url: string; format: AttachmentFormat } | null {
  const url = new URL(address)
  for (const [name, value] of url.searchParams) {
    if (!viewedParameter.test(name) || !/^https?:\/\/|^\/(?!\/)/i.test(value)) continue
    const file = canonicalUrl(value, address)
    const format = file ? namedFormat(new URL(file)) : null
    if (file && format) return { url: file, format }
  }
  return null
}

function fileItself(address: string): { url: string; format: AttachmentFormat } | null {
  const format = namedFormat(new URL(address))
  return format ? { url: address, format } : null
}

function isBetterName(text: string, known: string, words: SiteWords): boolean {
  const saysNothing = (name: string) => name === '' || words.kindsOf(name).length > 0
  return saysNothing(known)
    ? !saysNothing(text)
    : !saysNothing(text) && text.length > known.length && text.length < 300
}

const isPictureOnly = (url: string): boolean =>
  /\.(?:jpe?g|png|gif|webp|svg|bmp|mp[34])$/i.test(new URL(url).pathname)

/** The name of a file in an address: "Ke hoach 12.pdf". */
function nameIn(address: string): string {
  const { pathname } = new URL(address)
  const name =
    pathname.split('/').findLast((part) => /\.[a-z0-9]{2,4}$/i.test(part)) ??
    pathname.slice(pathname.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name.replaceAll('+', ' ')).normalize('NFC')
  } catch (error) {
    if (error instanceof URIError) return name
    throw error
  }
}
