// Small pages: an error with what to do, and what became of an upload of several files.
import { html } from 'hono/html'
import { adviceOf } from '../../app/advice.ts'
import type { ErrorAnswer } from '../answer-errors.ts'
import type { Html, PageContext } from '../layout.ts'
import type { UploadResult } from '../upload.ts'

/** Title and content for something that went wrong. */
export function errorPage(
  { t, language }: PageContext,
  answer: ErrorAnswer,
): { title: string; main: Html } {
  const e = t.errors
  const [title, sentences] =
    answer.status === 404
      ? [e.notFoundTitle, [e.notFound]]
      : answer.isBug
        ? [e.bugTitle, [e.bug]]
        : answer.status === 503
          ? [e.busyTitle, [e.busy, answer.message]]
          : answer.status === 422
            ? [e.unreadableTitle, [answer.message, adviceOf(answer.code)[language]]]
            : [e.userTitle, [answer.message]]
  const main = html`<section class="message"><h1>${title}</h1>${sentences.map((sentence) => html`<p>${sentence}</p>`)}
<p><a href="/">${e.back}</a></p></section>`
  return { title, main }
}

/** Title and content in the place of an original that is no longer what was taken in; it can be had nevertheless. */
export function alteredPage(
  { t }: PageContext,
  id: string,
  name: string,
): { title: string; main: Html } {
  const a = t.altered
  const main = html`<section class="message"><h1>${a.title}</h1><p><strong dir="auto">${name}</strong></p>
<p role="alert">${a.warning}</p><p>${a.advice}</p>
<p><a href="/api/documents/${id}/original">${a.download}</a></p><p><a href="/d/${id}">${a.back}</a></p></section>`
  return { title: a.title, main }
}

/** The content after an upload of several files: each with a link to its document, or why it was not taken. */
export function uploadPage({ t }: PageContext, { documents, refused }: UploadResult): Html {
  const u = t.upload
  return html`<h1>${u.done}</h1>
<ul class="received">${documents.map(({ id, name, isNew }) => html`<li><a href="/d/${id}" dir="auto">${name}</a> <span class="hint">${isNew ? u.isNew : u.isKnown}</span></li>`)}</ul>
${refused.length > 0 ? html`<h2>${u.refused}</h2><ul>${refused.map(({ name, code, message }) => html`<li><strong dir="auto">${name}</strong> – <code>${code}</code> ${message}</li>`)}</ul>` : ''}
<p><a href="/">${t.errors.back}</a></p>`
}
