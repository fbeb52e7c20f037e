// Where a document came from, and its versions, in the table of its page.
import { html } from 'hono/html'
import type { DocumentDetails } from '../../app/app.ts'
import { formatInstant } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { fetchesHref, isWebAddress, shortAddress, webLink } from './web-address.ts'

/** Names and places, with when they came; null where nothing is known. */
export function sourceList(
  { t, language }: PageContext,
  sources: DocumentDetails['sources'],
): Html | null {
  if (sources.length === 0) return null
  const row = ({ name, place, receivedAt, lastAt }: DocumentDetails['sources'][number]) =>
    html`<li>${whence(place ?? name)} <span class="quiet">${formatInstant(receivedAt, language)}${lastAt === receivedAt ? '' : html`, ${t.document.cameAgain} ${formatInstant(lastAt, language)}`}</span></li>`
  // A page of the web leads there, and to the evidence of how it was fetched.
  const whence = (from: string) =>
    isWebAddress(from)
      ? html`${webLink(from)} <a href="${fetchesHref(from)}">${t.sources.howFetched}</a>`
      : html`<span class="name" dir="auto">${from}</span>`
  return html`<ul class="sources">${sources.map(row)}</ul>`
}

/** Pages that give a document along, or files that it gives; null where there are none. */
export function linkList(
  { t }: PageContext,
  links: DocumentDetails['links'][keyof DocumentDetails['links']],
): Html | null {
  if (links.length === 0) return null
  const row = ({ url, title, documentId }: (typeof links)[number]) =>
    html`<li>${documentId === null ? html`<span dir="auto">${title}</span> <span class="quiet">${t.sources.notTaken}</span>` : html`<a href="/d/${documentId}" dir="auto">${title || shortAddress(url)}</a>`} <span class="quiet">${webLink(url)}</span></li>`
  return html`<ul class="sources">${links.map(row)}</ul>`
}

/** What came from the same places with other bytes, oldest first; null where it is the only one. */
export function versionList(
  { t, language }: PageContext,
  { row: { id }, versions }: DocumentDetails,
): Html | null {
  if (versions.length === 0) return null
  const last = versions.length - 1
  const row = (version: DocumentDetails['versions'][number], i: number) => {
    const when = formatInstant(version.lastAt, language)
    const what =
      version.id === id
        ? html`<strong>${t.document.thisVersion}</strong>`
        : html`<a href="/d/${version.id}" dir="auto">${version.name}</a>`
    return html`<li>${what} <span class="quiet">${when}${i === last ? html` · ${t.document.newest}` : ''}</span></li>`
  }
  return html`<ol class="versions">${versions.map(row)}</ol>`
}
