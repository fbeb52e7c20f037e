// What the head of every page says about who is logged in.
import { html } from 'hono/html'
import type { Html, PageContext } from '../layout.ts'

/** Links for operators, the own account, and the button that logs out; nothing where nobody is logged in. */
export function accountNav({ t, visitor, path }: PageContext): Html | '' {
  const { account } = visitor
  if (!account) return ''
  const link = (href: string, label: string) =>
    html`<a href="${href}" ${path === href ? html`aria-current="page"` : ''}>${label}</a>`
  const a = t.accounts
  return html`${visitor.may('accounts') ? html`${link('/accounts', a.all)} ${link('/audit', a.audit)} ` : ''}${link('/account', account.name)}
<form class="logout" method="post" action="/logout"><button class="plain">${a.logout}</button></form>`
}
