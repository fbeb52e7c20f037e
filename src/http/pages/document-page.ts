// The page of a document, "/d/{id}": what it is, its full text with everything found marked, and the lists beside it.
import { html } from 'hono/html'
import { adviceOf } from '../../app/advice.ts'
import type { App, DocumentDetails } from '../../app/app.ts'
import { lineOf } from '../../app/stage.ts'
import {
  type ParsedDocument,
  type RecordField,
  recordFields,
  type VanthuRecord,
} from '../../model.ts'
import { formatBytes, formatEdtf, formatInstant, formatIsoDate } from '../format.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { markAnchor } from '../marks-of-record.ts'
import { copyList } from './copy-list.ts'
import { addLinks, fieldTools, historyOf, missingFields, reviewBar } from './correction-controls.ts'
import { linkList, sourceList, versionList } from './document-sources.ts'
import { actionButton } from './document-table.ts'
import { documentText } from './document-text.ts'
import { fileLine } from './files-page.ts'
import { type ItemList, itemLists } from './item-lists.ts'
import { originalView, picturedPages } from './original-view.ts'
import { isWebAddress } from './web-address.ts'

/** Members listed on the page of an archive; the JSON has all. */
const mostMembers = 500
const reloadSeconds = 4

/** Title of the browser's tab and content of "/d/{id}"; `parsed` is what stands in for an original without pages. */
export function documentPage(
  page: PageContext,
  app: App,
  details: DocumentDetails,
  parsed: ParsedDocument | null,
): PageContent {
  const { row, record } = details
  const title = record?.title || row.name || page.t.document.noTitle
  const main = html`<article class="document">
<header class="document-head"><h1 dir="auto">${title}</h1>${record?.title ? fieldTools(page, row.id, record, 'title') : ''}${links(page, row)}</header>
${notice(page, details)}
${record ? withLists(page, app, details, record, parsed) : metaTable(page, details)}
</article>`
  return { title, main, ...(row.state === 'pending' ? { reloadSeconds } : {}) }
}

function links(page: PageContext, row: DocumentDetails['row']): Html {
  const { t } = page
  const { id } = row
  return html`<p class="links"><a class="button" href="/d/${id}/original">${t.document.original}</a> <a href="/api/documents/${id}">${t.document.json}</a> ${page.visitor.may('forget') ? html`<a href="/d/${id}/forget">${t.work.forget}</a>` : ''}</p>${actionButton(page, row)}`
}

function withLists(
  page: PageContext,
  app: App,
  details: DocumentDetails,
  record: VanthuRecord,
  parsed: ParsedDocument | null,
): Html {
  const { t } = page
  const { id } = details.row
  const pages = picturedPages(details)
  const lists = itemLists(page, app, id, record, pages)
  const jump = ({ kind, title, entries }: ItemList) =>
    html`<li><a href="#list-${kind}"><span class="${kind === 'directive' ? 'jump-directive' : `m ${kind}`}">${title}</span> <span class="count">${entries.length}</span></a></li>`
  return html`${reviewBar(page, id)}${metaTable(page, details)}
<nav class="views" aria-label="${t.original.views}"><a href="#text">${t.original.viewText}</a> <a href="#lists">${t.original.viewFound}</a> <a href="#original">${t.original.title}</a></nav>
<div class="reading">
<section class="text" id="text" tabindex="-1" aria-labelledby="text-title"><h2 id="text-title" class="quiet">${t.document.text}</h2>
<a class="skip inline" href="#lists">${t.skipToLists}</a>
<div class="paper" lang="${record.language}">${documentText(page, record, pages)}</div></section>
<aside class="lists" id="lists" tabindex="-1" aria-labelledby="lists-title"><h2 id="lists-title" class="quiet">${t.document.found}</h2>
${lists.length === 0 ? html`<p>${t.document.nothingFound}</p>` : html`<nav aria-labelledby="lists-title"><ul class="jumps">${lists.map(jump)}</ul></nav>`}
${lists.map(({ kind, title, entries }) => html`<section class="list-${kind}" aria-labelledby="list-${kind}"><h3 id="list-${kind}">${title} <span class="count">${entries.length}</span></h3><ul class="items">${entries}</ul></section>`)}
${addLinks(page, id)}</aside>
${originalView(page, details, parsed)}</div>
${historyOf(page, id, details.corrections)}`
}

function notice(page: PageContext, { row }: DocumentDetails): Html | '' {
  const { t, language } = page
  const d = t.document
  if (row.state === 'failed')
    return html`<section class="notice bad" aria-labelledby="notice-title"><h2 id="notice-title">${d.failedTitle}</h2>
<dl class="meta"><dt>${d.advice}</dt><dd>${adviceOf(row.error?.code ?? 'other')[language]}</dd><dt>${d.why}</dt><dd lang="en">${row.error?.message ?? ''}</dd><dt>${d.code}</dt><dd><code>${row.error?.code ?? 'other'}</code></dd></dl></section>`
  if (row.state === 'pending')
    return html`<section class="notice" data-follow="/upload/progress?ids=${row.id}" data-then="reload" role="status"><h2>${d.pendingTitle}</h2><ul class="files">${fileLine(page, lineOf(row))}</ul><p>${d.pendingAdvice} <a href="/d/${row.id}">${d.reload}</a></p></section>`
  if (row.state === 'partial') return html`<p class="notice">${d.partialNote}</p>`
  return ''
}

type MetaRow = [label: string, value: string | Html | null | undefined, field?: RecordField]

/** What is known of the document as name and value; values that are missing are left out. */
function metaTable(page: PageContext, details: DocumentDetails): Html {
  const { row, names, container, members, record } = details
  const { t, language } = page
  const d = t.document
  const size = [
    formatBytes(row.bytes, language),
    record?.source.pages ? d.pages(String(record.source.pages)) : '',
    row.mediaType ?? '',
  ]
  const cameFrom: MetaRow = [d.sources, sourceList(page, details.sources)]
  // The page that it came from says more of a document than the name of a file.
  const isOfTheWeb = details.sources.some(({ place }) => isWebAddress(place ?? ''))
  const rows: MetaRow[] = [
    [d.state, html`<span class="state state-${row.state}">${t.states[row.state]}</span>`],
    [d.type, record && t.documentTypes[record.documentType], 'documentType'],
    [d.number, record?.number, 'number'],
    [d.issuer, record?.issuer, 'issuer'],
    [d.issued, record?.issuedOn ? formatEdtf(record.issuedOn, language) : null, 'issuedOn'],
    [d.issuedAt, record?.issuedAt, 'issuedAt'],
    [
      d.signers,
      record?.signers
        .map((s) => [s.capacity, s.title, s.name].filter(Boolean).join(' · '))
        .join('; '),
      'signers',
    ],
    [
      d.published,
      record?.publishedAt ? formatIsoDate(record.publishedAt, language) : null,
      'publishedAt',
    ],
    [
      d.bylines,
      record?.bylines.map((b) => `${b.name} (${t.bylineKinds[b.kind]})`).join('; '),
      'bylines',
    ],
    [d.keywords, record?.keywords.join(', '), 'keywords'],
    [t.corrections.addFields, record && missing(page, row.id, record)],
    [d.container, container && html`<a href="/d/${container.id}" dir="auto">${container.name}</a>`],
    ...(isOfTheWeb ? [cameFrom] : []),
    [t.sources.offeredBy, linkList(page, details.links.offeredBy)],
    [t.sources.givesFiles, linkList(page, details.links.files)],
    [d.versions, versionList(page, details)],
    [t.copies.title, copyList(page, details)],
    [d.tags, details.tags.join(', ')],
    [d.members, members.length > 0 ? memberList(page, members) : null],
    [d.warnings, record && record.warnings.length > 0 ? warnings(page, record) : null],
  ]
  const more: MetaRow[] = [
    ...(isOfTheWeb ? [] : [cameFrom]),
    [d.names, html`${names.map((name) => html`<span class="name" dir="auto">${name}</span>`)}`],
    [d.size, size.filter(Boolean).join(' · ')],
    [d.language, record && languageName(record.language, language), 'language'],
    ['SHA-256', html`<code class="hash">${row.id}</code>`],
    [d.received, formatInstant(row.receivedAt, language)],
    [
      d.madeBy,
      record &&
        html`<code>${record.madeBy.parser}</code> · <code>${record.madeBy.extractor}</code> · <code class="hash">${record.madeBy.lexicon.slice(0, 12)}</code>`,
    ],
  ]
  const list = (all: readonly MetaRow[]) => {
    const given = all.filter(([, value]) => value)
    const tools = (field?: RecordField) =>
      field && record ? fieldTools(page, row.id, record, field) : ''
    return html`<dl class="meta">${given.map(([label, value, field]) => html`<dt>${label}</dt><dd>${value}${tools(field)}</dd>`)}</dl>`
  }
  return html`<section class="about" aria-label="${d.details}">${list(rows)}<details><summary>${d.file}</summary>${list(more)}</details></section>`
}

function memberList({ t }: PageContext, members: DocumentDetails['members']): Html {
  const row = ({ id, name, state }: DocumentDetails['members'][number]) =>
    html`<li><a href="/d/${id}" dir="auto">${name}</a>${state === 'extracted' ? '' : html` <span class="state state-${state}">${t.states[state]}</span>`}</li>`
  const more = members.length - mostMembers
  return html`<ul class="members">${members.slice(0, mostMembers).map(row)}${more > 0 ? html`<li>${t.document.moreMembers(String(more))}</li>` : ''}</ul>`
}

/** Links to fill in the fields that have no value, for those who may; null where none is missing. */
function missing(page: PageContext, id: string, record: VanthuRecord): Html | null {
  if (!page.visitor.may('correct')) return null
  const empty = recordFields.filter((field) => {
    const value = record[field]
    return value === null || (Array.isArray(value) && value.length === 0)
  })
  return empty.length > 0 ? missingFields(page, id, empty) : null
}

function warnings({ t }: PageContext, record: VanthuRecord): Html {
  const row = ({ code, message, start, end }: VanthuRecord['warnings'][number]) =>
    html`<li><code>${code}</code> ${message}${start === undefined || end === undefined ? '' : html` <a href="#${markAnchor({ start, end })}">${t.items.toWords}</a>`}</li>`
  return html`<ul class="warnings">${record.warnings.map(row)}</ul>`
}

function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
  } catch {
    // Not every text has a code that Intl accepts ("und-…"); the code itself still tells the reader something.
    return code
  }
}
