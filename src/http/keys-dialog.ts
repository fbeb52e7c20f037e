// The dialog that lists the keys, and the button that opens it where there are scripts. Keys that are a single letter can be turned
// off in it, for those whose software speaks or types them.
import { html } from 'hono/html'
import type { Html, PageContext } from './layout.ts'

/** The button, hidden until the script shows it. */
export const keysButton = ({ t }: PageContext): Html =>
  html`<button type="button" class="link" id="keys-button" hidden>${t.keys.title}</button>`

/** The dialog, closed. */
export function keysDialog({ t }: PageContext): Html {
  const k = t.keys
  const row = ([keys, what]: readonly [keys: readonly string[], what: string]) =>
    html`<dt>${keys.map((key, i) => html`${i > 0 ? ' ' : ''}<kbd>${key}</kbd>`)}</dt><dd>${what}</dd>`
  const rows = [
    [['/'], k.search],
    [['↓', '↑'], k.move],
    [['Enter'], k.open],
    [['?'], k.help],
  ] as const
  return html`<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${k.title}</h2>
<dl class="meta">${rows.map(row)}</dl>
<p><label class="choice"><input type="checkbox"> <span>${k.on}</span></label></p>
<form method="dialog"><button>${k.close}</button></form></dialog>`
}
