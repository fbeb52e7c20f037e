// Addresses of other people's pages: shown as they are, led to only where they are http(s), and short where there is little room.
import { html } from 'hono/html'
import type { Html } from '../layout.ts'

const mostUnits = 160

/** Whether a browser may be led there: "javascript:" and the like are no addresses of pages. */
export const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** A link to an address on the web that tells the site nothing of us; plain text where it is none. `label`: what it is called. */
export function webLink(url: string, label = ''): Html {
  const words = label.trim() || shortAddress(url)
  if (!isWebAddress(url)) return html`<span class="web-address" dir="auto">${words}</span>`
  return html`<a class="web-address" href="${url}" rel="noreferrer noopener nofollow" dir="auto">${words}</a>`
}

/** The address as it is, without its middle where it is very long. */
export function shortAddress(url: string): string {
  if (url.length <= mostUnits) return url
  return `${url.slice(0, mostUnits - 40)}…${url.slice(-39)}`.toWellFormed()
}

/** Where the fetches of an address are shown. */
export const fetchesHref = (url: string): string => `/fetches?${new URLSearchParams({ url })}`
