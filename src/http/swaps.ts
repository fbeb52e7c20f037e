// Attributes by which htmx swaps a part of a page in place of loading the page anew. Without scripts they mean nothing.
//
//   html`<div id="search"${swapsOf('search')}>…links and forms…<ol${noSwaps}>…links that lead elsewhere…</ol></div>`
import { html } from 'hono/html'
import type { Html } from './layout.ts'

/** Links and forms inside of the element with this id fetch their page and take only this element out of it. */
export const swapsOf = (id: string): Html =>
  html` hx-boost:inherited="true" hx-target:inherited="#${id}" hx-select:inherited="#${id}" hx-swap:inherited="outerHTML show:none"`

/** Links inside lead elsewhere. */
export const noSwaps: Html = html` hx-boost:inherited="false"`

/** The element with this id looks again every so many seconds, for as long as the page that comes says so. */
export const looksAgain = (id: string, path: string, seconds: number): Html =>
  html` hx-get="${path}" hx-trigger="every ${seconds}s" hx-select="#${id}" hx-swap="outerHTML"`
