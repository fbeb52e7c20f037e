// The page "/account": own password, own tokens.
import { html } from 'hono/html'
import { scopesOf } from '../../accounts/roles.ts'
import type { Account, ApiToken } from '../../model/account.ts'
import { formatInstant, formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { newPasswordField } from './login-page.ts'

export type AccountPageData = {
  account: Account
  tokens: ApiToken[]
  /** Secret of the token that was just made: shown this once. */
  secret?: string
  said?: string
  problem?: string
}

const dayChoices = [30, 90, 365]

export function accountPage(
  page: PageContext,
  { account, tokens, secret, said, problem }: AccountPageData,
): { title: string; main: Html } {
  const a = page.t.accounts
  const main = html`<h1>${a.own}</h1>
${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}${said ? html`<p class="notice" role="status">${said}</p>` : ''}
${secret ? html`<div class="notice" role="status"><p>${a.tokenMade}</p><p><code class="secret">${secret}</code></p></div>` : ''}
<dl class="meta"><dt>${a.name}</dt><dd>${account.name}</dd><dt>${a.roleIs}</dt><dd>${a.roles[account.role]} – ${a.roleNotes[account.role]}</dd></dl>
<section class="part" aria-labelledby="password-title"><h2 id="password-title">${a.changePassword}</h2>
<form class="account" method="post" action="/account/password"><input type="text" name="name" value="${account.name}" autocomplete="username" hidden>
<div class="field"><label for="current">${a.current}</label><input type="password" id="current" name="current" required maxlength="1000" autocomplete="current-password"></div>
${newPasswordField(a.next, a.nextHint)}<button>${a.changePassword}</button></form></section>
<section class="part" aria-labelledby="tokens-title"><h2 id="tokens-title">${a.tokens}</h2><p>${a.tokensNote}</p>
${tokens.length === 0 ? html`<p>${a.noTokens}</p>` : tokenTable(page, tokens)}${tokenForm(page, account)}</section>`
  return { title: a.own, main }
}

function tokenTable({ t, language }: PageContext, tokens: readonly ApiToken[]): Html {
  const a = t.accounts
  const instant = (at: string | null, otherwise: string) =>
    at === null ? otherwise : formatInstant(at, language)
  const row = (token: ApiToken) =>
    html`<tr><th scope="row" dir="auto">${token.label}</th><td><code>${token.start}…</code></td><td data-label="${a.scopesAre}">${token.scopes.join(', ')}</td><td data-label="${a.created}">${instant(token.createdAt, '')}</td><td data-label="${a.expires}">${instant(token.expiresAt, a.forever)}</td><td data-label="${a.used}">${instant(token.usedAt, a.never)}</td>
<td><form method="post" action="/account/tokens/${token.id}/revoke"><button class="small" aria-label="${a.revoke}: ${token.label}">${a.revoke}</button></form></td></tr>`
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="tokens-title"><table class="failures accounts"><thead><tr><th scope="col">${a.label}</th><th scope="col">${a.begins}</th><th scope="col">${a.scopesAre}</th><th scope="col">${a.created}</th><th scope="col">${a.expires}</th><th scope="col">${a.used}</th><th scope="col">${t.work.actions}</th></tr></thead><tbody>${tokens.map(row)}</tbody></table></div>`
}

function tokenForm({ t, language }: PageContext, { role }: Account): Html {
  const a = t.accounts
  const scope = (one: ReturnType<typeof scopesOf>[number]) =>
    html`<div class="choice"><input type="checkbox" id="scope-${one}" name="scope" value="${one}"${one === 'read' ? html` checked` : ''}> <label for="scope-${one}">${a.scopes[one]}</label></div>`
  const days = dayChoices.map(
    (n) => html`<option value="${n}">${a.daysOf(formatNumber(n, language))}</option>`,
  )
  return html`<form class="account" method="post" action="/account/tokens">
<div class="field"><label for="label">${a.label}</label><input type="text" id="label" name="label" required maxlength="60" autocomplete="off"></div>
<fieldset><legend>${a.scopesAre}</legend>${scopesOf(role).map(scope)}</fieldset>
<div class="field"><label for="days">${a.days}</label><select id="days" name="days">${days}<option value="">${a.forever}</option></select></div>
<button>${a.addToken}</button></form>`
}
