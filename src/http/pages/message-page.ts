// Small pages: an error with what to do, and an original that was altered.
import { html } from 'hono/html'
import { adviceOf } from '../../app/advice.ts'
import { type ErrorAnswer, notAllowed } from '../answer-errors.ts'
import type { Html, PageContext } from '../layout.ts'

/** Title and content for something that went wrong. */
export function errorPage(
  { t, language, visitor }: PageContext,
  answer: ErrorAnswer,
): { title: string; main: Html } {
  const e = t.errors
  const [title, sentences] =
    answer.status === 404
      ? [e.notFoundTitle, [e.notFound]]
      : answer.code === notAllowed && visitor.account
        ? [
            t.accounts.notAllowedTitle,
            [t.accounts.notAllowed(t.accounts.roles[visitor.account.role])],
          ]
        : answer.status === 429
          ? [t.accounts.tooManyTitle, [t.accounts.tooMany]]
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
