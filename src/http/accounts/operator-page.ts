// The pages "/accounts" and "/accounts/{name}" for operators.
import { html } from 'hono/html'
import { type Account, type Role, roles } from '../../model/account.ts'
import { formatInstant } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { newPasswordField } from './login-page.ts'

export type Said = { said?: string | undefined; problem?: string | undefined }

/** The list, and the form for another one; `typed` is what it was sent with. */
export function accountsPage(
  page: PageContext,
  accounts: readonly Account[],
  {
    said,
    problem,
    typed = { name: '', role: 'reader' },
  }: Said & { typed?: { name: string; role: string } },
): { title: string; main: Html } {
  const { t, language } = page
  const a = t.accounts
  const row = (account: Account) =>
    html`<tr><th scope="row"><a href="${hrefOf(account)}" dir="auto">${account.name}</a></th><td data-label="${a.roleIs}">${a.roles[account.role]}</td><td data-label="${a.state}">${stateOf(page, account)}</td><td data-label="${a.lastLogin}">${account.lastLoginAt ? formatInstant(account.lastLoginAt, language) : a.never}</td></tr>`
  const main = html`<h1 id="accounts-title">${a.all}</h1>${told({ said, problem })}
<div class="scroll" tabindex="0" role="region" aria-labelledby="accounts-title"><table class="failures accounts"><thead><tr><th scope="col">${a.name}</th><th scope="col">${a.roleIs}</th><th scope="col">${a.state}</th><th scope="col">${a.lastLogin}</th></tr></thead><tbody>${accounts.map(row)}</tbody></table></div>
<section class="part" aria-labelledby="add-title"><h2 id="add-title">${a.add}</h2>
<form class="account" method="post" action="/accounts" autocomplete="off">
<div class="field"><label for="name">${a.name}</label><input type="text" id="name" name="name" value="${typed.name}" required maxlength="64" autocomplete="off" autocapitalize="none" spellcheck="false"></div>
${roleField(page, typed.role)}${newPasswordField(a.password, a.lengthHint)}<button>${a.addButton}</button></form></section>`
  return { title: a.all, main }
}

/** One account, with all that can be done to it. */
export function operatorPage(
  page: PageContext,
  account: Account,
  said: Said,
): { title: string; main: Html } {
  const { t, language } = page
  const a = t.accounts
  const href = hrefOf(account)
  const locking = account.lockedAt === null ? 'lock' : 'unlock'
  const main = html`<h1 dir="auto">${account.name}</h1>${told(said)}
<dl class="meta"><dt>${a.roleIs}</dt><dd>${a.roles[account.role]}</dd><dt>${a.state}</dt><dd>${stateOf(page, account)}</dd><dt>${a.created}</dt><dd>${formatInstant(account.createdAt, language)}</dd>
<dt>${a.lastLogin}</dt><dd>${account.lastLoginAt ? formatInstant(account.lastLoginAt, language) : a.never}</dd></dl>
<p><a href="/audit?who=${encodeURIComponent(account.name)}">${a.audit}</a></p>
<section class="part"><h2>${a.setRole}</h2><form class="account" method="post" action="${href}/role">${roleField(page, account.role)}<button>${a.setRole}</button></form></section>
<section class="part"><h2>${a.setPassword}</h2><form class="account" method="post" action="${href}/password">${newPasswordField(a.next, a.nextHint)}<button>${a.setPassword}</button></form></section>
<section class="part"><h2>${a[locking]}</h2><p>${a.unlockNote}</p>${account.lockedAt === null ? html`<form class="inline" method="post" action="${href}/lock"><button>${a.lock}</button></form>` : ''}
<form class="inline" method="post" action="${href}/unlock"><button class="second">${a.unlock}</button></form></section>
<section class="part"><h2>${a.remove}</h2><p>${a.removeNote}</p><form class="account" method="post" action="${href}/remove"><p class="choice"><input type="checkbox" id="sure" name="sure" value="1" required> <label for="sure">${a.removeSure}</label></p><button>${a.remove}</button></form></section>
<p><a href="/accounts">${a.back}</a></p>`
  return { title: account.name, main }
}

const hrefOf = ({ key }: Account): string => `/accounts/${encodeURIComponent(key)}`

const told = ({ said, problem }: Said): Html =>
  html`${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}${said ? html`<p class="notice" role="status">${said}</p>` : ''}`

const stateOf = ({ t, language }: PageContext, { lockedAt }: Account): string =>
  lockedAt === null ? t.accounts.active : t.accounts.lockedSince(formatInstant(lockedAt, language))

function roleField({ t }: PageContext, chosen: string): Html {
  const a = t.accounts
  const option = (role: Role) =>
    html`<option value="${role}"${role === chosen ? html` selected` : ''}>${a.roles[role]} – ${a.roleNotes[role]}</option>`
  return html`<div class="field"><label for="role">${a.roleIs}</label><select id="role" name="role">${roles.map(option)}</select></div>`
}
