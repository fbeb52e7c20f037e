// The frame of every page: head, header with navigation and language switch, main, footer.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { accountNav } from './accounts/account-nav.ts'
import { type Visitor, visitorOf } from './accounts/visitor.ts'
import type { ErrorAnswer } from './answer-errors.ts'
import { assetHref } from './assets.ts'
import { keysButton, keysDialog } from './keys-dialog.ts'
import { languageOf, otherLanguageHref } from './language.ts'
import { type Language, type Texts, textsOf } from './texts.ts'
import { whoOf } from './who.ts'

/** Escaped HTML, as the `html` tag makes it. */
export type Html = ReturnType<typeof html>

/** What a page gives to the frame. */
export type PageContent = {
  /** Of the browser's tab. */
  title: string
  main: Html
  /** The page looks again by itself after so many seconds, also without scripts. */
  refreshSeconds?: number
  /** The same, only where there are no scripts: with them the page follows by itself. */
  reloadSeconds?: number
  /** Address of a feed of the same. */
  feed?: string | undefined
}

/** What every page template gets besides its data. */
export type PageContext = {
  language: Language
  t: Texts
  otherLanguageHref: string
  path: string
  /** Who looks at it, and what he may do. */
  visitor: Visitor
  /** Name of who reviews, as it was given last; '' where none was. */
  who: string
}

export function pageContextOf(c: Context): PageContext {
  const language = languageOf(c)
  return {
    language,
    t: textsOf(language),
    otherLanguageHref: otherLanguageHref(c, language),
    path: c.req.path,
    visitor: visitorOf(c),
    who: whoOf(c),
  }
}

/**
 * Controls that could break or reorder a page: NUL and other control characters, overrides of the writing direction.
 * Documents are hostile; the templates themselves hold none of these.
 */
const unsafeControls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g

const styleSheets = [
  'style.css',
  'search.css',
  'document.css',
  'original.css',
  'corrections.css',
  'sources.css',
  'status.css',
  'dashboard.css',
  'tiles.css',
  'facts.css',
  'upload.css',
  'accounts.css',
  'api.css',
  'print.css',
] as const

/** A whole page as an answer. */
export async function sendPage(
  c: Context,
  page: PageContext,
  content: PageContent,
  status: 200 | 201 | ErrorAnswer['status'] = 200,
): Promise<Response> {
  const markup = String(await frame(page, content))
  c.header('cache-control', 'no-cache')
  c.header('vary', 'Cookie')
  return c.html(cleanMarkup(markup), status)
}

/** Markup without characters that could break a page or turn its words round. */
export function cleanMarkup(markup: string): string {
  return markup.toWellFormed().replace(unsafeControls, '\uFFFD')
}

function frame(page: PageContext, content: PageContent): Html {
  const { title, main, refreshSeconds } = content
  const withoutScripts = refreshSeconds ?? content.reloadSeconds
  const { t, language, path, visitor } = page
  const navLink = (href: string, label: string) =>
    html`<a href="${href}" ${path === href ? html`aria-current="page"` : path.startsWith(`${href}/`) ? html`aria-current="true"` : ''}>${label}</a>`
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title === t.appName ? title : `${title} – ${t.appName}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${assetHref('icon.svg')}" type="image/svg+xml">
${styleSheets.map((name) => html`<link rel="stylesheet" href="${assetHref(name)}">`)}
${content.feed ? html`<link rel="alternate" type="application/atom+xml" href="${content.feed}" title="${t.saved.feed}">` : ''}
<meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":"reload"}'>
<script src="${assetHref('htmx.js')}" defer></script>
<script src="${assetHref('page.js')}" defer></script>
${withoutScripts ? html`<noscript><meta http-equiv="refresh" content="${withoutScripts}"></noscript>` : ''}
</head>
<body>
<a class="skip" href="#main">${t.skipToContent}</a>
<header class="site">
<a class="brand" href="/"><span class="seal" aria-hidden="true">VT</span> <strong lang="vi">${t.appName}</strong> <span class="tagline">${t.tagline}</span></a>
<nav class="site-nav" aria-label="${t.nav.label}">
${visitor.may('read') ? html`${navLink('/', t.nav.search)} ${navLink('/directives', t.facts.nav.directives)} ${navLink('/people', t.facts.nav.people)} ${navLink('/provinces', t.facts.nav.provinces)} ${navLink('/statistics', t.facts.nav.statistics)} ${navLink('/dashboard', t.dashboard.title)} ${visitor.may('save') ? navLink('/saved', t.saved.title) : ''} ${visitor.may('sources') ? navLink('/sources', t.nav.sources) : ''} ${navLink('/status', t.nav.status)}` : ''}
${accountNav(page)}
<a class="language" href="${page.otherLanguageHref}" lang="${language === 'vi' ? 'en' : 'vi'}" hreflang="${language === 'vi' ? 'en' : 'vi'}">${t.nav.language}</a>
</nav>
</header>
<main id="main" tabindex="-1"${refreshSeconds ? html` data-reload-seconds="${refreshSeconds}"` : ''}>
${main}
</main>
<p class="quiet-words" id="said" role="status"></p>
<footer class="site"><p>${t.footer.note} ${visitor.may('read') ? html`<a href="/api">${t.footer.api}</a>` : ''} ${keysButton(page)}</p></footer>
${keysDialog(page)}
</body>
</html>`
}
