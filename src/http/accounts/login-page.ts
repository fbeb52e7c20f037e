// The page "/login".
import { html } from 'hono/html'
import type { Html, PageContext } from '../layout.ts'

/** `next`: where it leads on to; `problem`: why the last attempt did not succeed, '' at first. */
export function loginPage(
  { t }: PageContext,
  { name, next, problem }: { name: string; next: string; problem: string },
): { title: string; main: Html } {
  const a = t.accounts
  const main = html`<section class="message login"><h1>${a.login}</h1>
${problem ? html`<p class="problem" id="login-problem" role="alert">${problem}</p>` : ''}
<form class="account" method="post" action="/login"><input type="hidden" name="next" value="${next}">
<div class="field"><label for="name">${a.name}</label><input type="text" id="name" name="name" value="${name}" required maxlength="200" autocomplete="username" autocapitalize="none" spellcheck="false"${problem ? html` aria-invalid="true" aria-describedby="login-problem"` : ''}></div>
<div class="field"><label for="password">${a.password}</label><input type="password" id="password" name="password" required maxlength="1000" autocomplete="current-password"></div>
<button>${a.login}</button></form>
<p class="hint">${a.noAccount}</p></section>`
  return { title: a.login, main }
}

/** The field of a password that is chosen. */
export function newPasswordField(label: string, hint: string): Html {
  return html`<div class="field"><label for="next">${label}</label><input type="password" id="next" name="next" required maxlength="1000" autocomplete="new-password" aria-describedby="next-hint"><span class="hint" id="next-hint">${hint}</span></div>`
}
